//! 0002: what was written before the live interview had places, a history and a meeting.

use jiff::Timestamp;
use workbench_domain::{
    entry::EntryKind,
    interview::{Interview, InterviewState},
    meeting::Mode,
    phase::Phase,
    place::Place,
    rating::Rating,
    record::QuestionRecord,
};

use super::*;
use crate::{Store, candidate, interview, interviewer};

/// A submitted interview and one that is open, with rows in every table that changes.
const BEFORE: &str = r#"
    INSERT INTO interviewer (id, name, is_me) VALUES ('me', 'Anna', 1);
    INSERT INTO role (id, doc, created_at, changed_at)
        VALUES ('p/role', '{"id":"p/role","title":"Engineer","level":"senior","competencies":[]}', 1, 1);
    INSERT INTO question (id, created_at) VALUES ('p/q', 1);
    INSERT INTO question_version (id, question_id, number, hash, doc, created_at) VALUES ('v', 'p/q', 1, :hash,
        '{"id":"p/q","section":"S","type":"knowledge","title":"T","prompt":"P?","competency":"c","tags":[],"minutes":5,
          "indicators":["one"],"red_flags":[],"probes":[],"anchors":["1","2","3","4","5"]}', 1);
    INSERT INTO kit (id, created_at) VALUES ('p/kit', 1);
    INSERT INTO kit_version (id, kit_id, number, hash, doc, role_doc, created_at) VALUES ('k', 'p/kit', 1, :hash,
        '{"id":"p/kit","role_id":"p/role","title":"K","slot_minutes":30,"opening":"O","closing":"C",
          "questions":[{"question_id":"p/q","required":true}]}',
        '{"id":"p/role","title":"Engineer","level":"senior","competencies":[]}', 1);
    INSERT INTO kit_question (kit_row, place, version_row) VALUES (1, 1, 1);
    INSERT INTO candidate (id, owner_id, name, role_id, sample, created_at) VALUES ('c', 'me', 'Ana', 'p/role', 0, 5);
    INSERT INTO interview (id, candidate_id, interviewer_id, kit_id, kit_number, at_question_id, created_at, saved_at)
        VALUES ('done', 'c', 'me', 'p/kit', 1, 'p/q', 1000, 9000), ('open', 'c', 'me', 'p/kit', 1, NULL, 2000, 8000);
    INSERT INTO entry (id, interview_id, question_id, kind, text, at_seconds, created_at, rev, removed_at) VALUES
        ('e1', 'done', 'p/q', 'quote', 'under it', 3, 1500, 2, NULL),
        ('e2', 'done', NULL, 'follow_up', 'in general', 4, 1600, 1, NULL),
        ('e3', 'done', 'p/q', 'note', 'taken away', 5, 1700, 1, 1800);
    INSERT INTO draft (interview_id, question_id, kind, text, at_seconds) VALUES
        ('open', 'p/q', 'good', 'half', 7), ('open', NULL, 'note', 'thought', 8);
    INSERT INTO tick (interview_id, question_id, target, number, state) VALUES ('done', 'p/q', 'indicator', 1, 'heard');
    INSERT INTO question_record (interview_id, question_id, rating, rated_at, spent_seconds)
        VALUES ('done', 'p/q', '4', 1900, 240), ('open', 'p/q', NULL, NULL, 60);
    INSERT INTO scorecard (interview_id, recommendation, reason, submitted_at, hash)
        VALUES ('done', 'yes', 'Because.', 9000, :hash);
"#;

/// What a `SELECT` of one column answers, row by row.
fn column(home: &Home, sql: &str) -> Vec<String> {
    let conn = conn::open(&home.path(), &home.key, false).unwrap();
    let mut statement = conn.prepare(sql).unwrap();
    statement.query([]).unwrap().mapped(|row| row.get::<_, String>("x")).collect::<Result<_, _>>().unwrap()
}

#[tokio::test]
async fn what_was_written_before_has_its_place_and_its_time() {
    let home = Home { folder: tempfile::tempdir().unwrap(), key: DataKey::new([3; 32]) };
    create(&home.path(), &home.key, &STEPS[..1]).unwrap();
    let before = BEFORE.replace(":hash", &format!("'{}'", "a".repeat(64)));
    conn::open(&home.path(), &home.key, false).unwrap().execute_batch(&before).unwrap();

    let store = Store::open(&home.path(), &home.key, false, &home.backups()).unwrap();
    assert_eq!(home.backup_names(), ["workbench-v1.db"]);
    let load = store.read(|r| {
        let load = |id: &str| Ok::<_, StoreError>(interview::load(r, &id.into())?.unwrap());
        assert_eq!(interviewer::me(r)?.map(|me| me.name).as_deref(), Some("Anna"));
        let candidate = candidate::list(r)?.remove(0);
        assert_eq!((candidate.name.as_str(), candidate.spoken_name.as_str(), candidate.practice), ("Ana", "", false));
        assert_eq!(
            interview::page(r, crate::Ask { before: None, limit: 99 })?
                .rows
                .iter()
                .map(|i| i.entries)
                .collect::<Vec<_>>(),
            [0, 2]
        );
        Ok::<_, StoreError>((load("done")?, load("open")?))
    });
    let (done, open): (Interview, Interview) = load.await.unwrap();
    store.close().await.unwrap();
    let at = |ms| Timestamp::from_millisecond(ms).unwrap();
    let here = Place::Question("p/q".into());

    let entries: Vec<_> = done.entries.iter().map(|e| (e.id.as_str(), &e.place, e.kind, e.rev, e.kept_at)).collect();
    assert_eq!(
        entries,
        [("e1", &here, EntryKind::Quote, 2, at(1500)), ("e2", &Place::General, EntryKind::FollowUp, 1, at(1600)),]
    );
    assert!(done.entries.iter().all(|entry| entry.link.is_none()));
    assert_eq!(column(&home, "SELECT text AS x FROM entry WHERE removed_at = 1800"), ["taken away"]);
    let record =
        QuestionRecord { rating: Rating::from_code("4"), spent_seconds: 240, ..QuestionRecord::empty("p/q".into()) };
    assert_eq!((done.records, done.ticks.len()), (vec![record], 1));
    assert_eq!((done.at, open.at), (here.clone(), Place::General));
    let drafts: Vec<_> = open.drafts.iter().map(|d| (&d.place, d.entry_id.as_ref(), d.written.text.as_str())).collect();
    assert_eq!(drafts, [(&Place::General, None, "thought"), (&here, None, "half")]);

    assert_eq!(done.state, InterviewState::Submitted);
    assert_eq!((done.session_id.as_str(), done.part, done.host_id), ("done", None, None));
    let times = |meeting: &workbench_domain::meeting::Meeting| {
        (meeting.phase, meeting.mode, meeting.begun_at, meeting.ended_at, meeting.elapsed_seconds, meeting.told_at)
    };
    assert_eq!(times(&done.meeting), (Phase::Ended, Mode::Live, Some(at(1000)), Some(at(9000)), 240, Some(at(9000))));
    assert_eq!(times(&open.meeting), (Phase::Live, Mode::Live, Some(at(2000)), None, 60, Some(at(8000))));
    // The lock of 0001 is on the same table still, and new kinds are taken.
    let conn = conn::open(&home.path(), &home.key, false).unwrap();
    assert!(conn.execute("UPDATE scorecard SET reason = '' WHERE interview_id = 'done'", []).is_err());
    conn.execute("UPDATE entry SET kind = 'code' WHERE id = 'e1'", []).unwrap();
    assert!(conn.execute("UPDATE entry SET kind = 'poem' WHERE id = 'e1'", []).is_err());
    assert_eq!(column(&home, "SELECT integrity_check AS x FROM pragma_integrity_check"), ["ok"]);
    assert_eq!(column(&home, "SELECT name AS x FROM sqlite_schema WHERE name LIKE '%_next'"), Vec::<String>::new());
}
