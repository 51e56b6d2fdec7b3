//! 0006: candidates before there were rounds, contacts and planned interviews.

use jiff::Timestamp;
use workbench_domain::{
    appointment::Appointment,
    contact::Contact,
    import_change::{ImportChange, Known},
    round::Round,
};

use super::*;
use crate::{Store, appointment, candidate, contact, import_change, interview, interviewer, round};

/// A candidate whose interview is not submitted.
pub(super) const BEFORE: &str = r#"
    INSERT INTO interviewer (id, name, is_me) VALUES ('me', 'Anna', 1);
    INSERT INTO role (id, doc, created_at, changed_at)
        VALUES ('p/role', '{"id":"p/role","title":"Engineer","level":"senior","competencies":[]}', 1, 1);
    INSERT INTO kit (id, created_at) VALUES ('p/kit', 1);
    INSERT INTO kit_version (row_id, id, kit_id, number, hash, doc, role_doc, created_at)
        VALUES (1, 'k', 'p/kit', 1, printf('%064d', 3),
        '{"id":"p/kit","role_id":"p/role","title":"K","slot_minutes":30,"opening":"O","closing":"C","questions":[]}',
        '{"id":"p/role","title":"Engineer","level":"senior","competencies":[]}', 1);
    INSERT INTO candidate (id, owner_id, name, role_id, sample, created_at) VALUES ('c', 'me', 'Ana', 'p/role', 0, 5);
    INSERT INTO interview (id, candidate_id, interviewer_id, kit_id, kit_number, created_at, saved_at)
        VALUES ('i', 'c', 'me', 'p/kit', 1, 1000, 9000);
"#;

fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap()
}

#[tokio::test]
async fn who_was_there_before_is_in_no_round_and_takes_everything_along_when_removed() {
    let home = Home { folder: tempfile::tempdir().unwrap(), key: DataKey::new([3; 32]) };
    create(&home.path(), &home.key, &STEPS[..5]).unwrap();
    conn::open(&home.path(), &home.key, false).unwrap().execute_batch(BEFORE).unwrap();

    let store = Store::open(&home.path(), &home.key, false, &home.backups()).unwrap();
    assert_eq!(home.backup_names(), ["workbench-v5.db"]);
    let checked = store.write(|w| {
        let old = candidate::get(w, &"c".into())?.unwrap();
        assert_eq!((old.name.as_str(), &old.round_id), ("Ana", &None));
        assert_eq!(interview::open_of(w, &"me".into())?[0].round_id, None);
        assert_eq!(contact::get(w, &"c".into())?, Contact::default());

        let autumn = Round {
            id: "r".into(),
            title: "Autumn".into(),
            role_id: "p/role".into(),
            kit_ids: vec!["p/kit".into()],
            owner_id: None,
        };
        round::put(w, &autumn, at(1))?;
        assert_eq!(round::get(w, &autumn.id)?, Some(autumn.clone()));
        candidate::set_round(w, &"c".into(), Some(&autumn.id))?;
        assert_eq!(interview::open_of(w, &"me".into())?[0].round_id, Some(autumn.id.clone()));
        let said = Contact { email: "ana@example.org".into(), ..Contact::default() };
        contact::put(w, &"c".into(), &said)?;
        let known = contact::of_role(w, &"p/role".into())?.remove(0);
        assert_eq!(known.known, Known { contact: said, round_id: Some(autumn.id.clone()) });
        let planned = Appointment {
            id: "a".into(),
            candidate_id: "c".into(),
            kit_id: Some("p/kit".into()),
            interviewers: vec!["Anna".into(), "太郎".into()],
            starts_at: at(1000),
            ends_at: at(2000),
            location: "Room 4".into(),
            uid: "u".into(),
            occurrence: "2026-11-25".into(),
            interview_id: Some("i".into()),
        };
        appointment::put(w, &planned)?;
        assert_eq!(appointment::in_calendar(w, "u", "2026-11-25")?, Some(planned.clone()));
        assert_eq!(appointment::in_calendar(w, "u", "")?, None);
        for (from, until, found) in [(0, 1000, 0), (0, 1001, 1), (1999, 5000, 1), (2000, 5000, 0)] {
            assert_eq!(appointment::between(w, at(from), at(until))?.len(), found, "{from} to {until}");
        }
        assert_eq!(appointment::of_round(w, &autumn.id)?, std::slice::from_ref(&planned));
        let change = ImportChange::Appointment { before: None, after: Some(planned.clone()) };
        import_change::remember(w, &"import".into(), std::slice::from_ref(&change))?;
        assert_eq!(import_change::of_import(w, &"import".into())?, [change]);

        interview::remove(w, &"i".into())?;
        assert_eq!(appointment::get(w, &planned.id)?.unwrap().interview_id, None, "it is planned as before");
        round::remove(w, &autumn.id)?;
        assert_eq!(candidate::get(w, &"c".into())?.unwrap().round_id, None, "a round takes nobody along");
        assert_eq!(appointment::of_candidate(w, &"c".into())?.len(), 1);
        assert!(candidate::remove(w, &"c".into())?);
        assert_eq!(interviewer::me(w)?.unwrap().name, "Anna");
        Ok::<_, StoreError>(())
    });
    checked.await.unwrap();
    store.close().await.unwrap();
    let conn = conn::open(&home.path(), &home.key, false).unwrap();
    for table in ["contact", "appointment", "import_change"] {
        let left = format!("SELECT count(*) AS n FROM {table}");
        assert_eq!(conn.query_row(&left, [], |row| row.get::<_, i64>("n")).unwrap(), 0, "{table}");
    }
}

#[tokio::test]
async fn a_round_of_before_is_led_by_whose_laptop_it_was_made_on() {
    let home = Home { folder: tempfile::tempdir().unwrap(), key: DataKey::new([3; 32]) };
    create(&home.path(), &home.key, &STEPS[..10]).unwrap();
    let before = "INSERT INTO interviewer (id, name, is_me) VALUES ('jan', 'Jan', 0), ('me', 'Ana', 1);
        INSERT INTO role (id, doc, created_at, changed_at) VALUES ('p/role', '{}', 1, 1);
        INSERT INTO round (id, role_id, title, kits, created_at) VALUES ('r', 'p/role', 'Autumn', '[]', 1);";
    conn::open(&home.path(), &home.key, false).unwrap().execute_batch(before).unwrap();
    let store = Store::open(&home.path(), &home.key, false, &home.backups()).unwrap();
    let kept = store.read(|r| round::get(r, &"r".into())).await.unwrap().unwrap();
    assert_eq!(kept.owner_id, Some("me".into()));
    store.close().await.unwrap();
}

#[tokio::test]
async fn what_was_submitted_before_is_known_as_such_and_what_is_submitted_from_then_on() {
    let home = Home { folder: tempfile::tempdir().unwrap(), key: DataKey::new([3; 32]) };
    create(&home.path(), &home.key, &STEPS[..16]).unwrap();
    let hash = "a".repeat(64);
    let before = format!(
        "INSERT INTO interviewer (id, name, is_me) VALUES ('me', 'Ana', 1);
        INSERT INTO role (id, doc, created_at, changed_at) VALUES ('r', '{{}}', 1, 1);
        INSERT INTO kit (id, created_at) VALUES ('k', 1);
        INSERT INTO kit_version (id, kit_id, number, hash, doc, role_doc, created_at)
            VALUES ('k1', 'k', 1, '{hash}', '{{\"title\":\"Kit\"}}', '{{}}', 1);
        INSERT INTO candidate (id, owner_id, name, role_id, sample, created_at)
            VALUES ('done', 'me', 'A', 'r', 0, 1), ('open', 'me', 'B', 'r', 0, 2), ('absent', 'me', 'C', 'r', 0, 3),
                ('new', 'me', 'D', 'r', 0, 4);
        INSERT INTO interview (id, candidate_id, interviewer_id, session_id, kit_id, kit_number, created_at, saved_at)
            SELECT id || 's', id, 'me', id, 'k', 1, created_at, 1 FROM candidate WHERE id <> 'new';
        UPDATE interview SET phase = 'no_show' WHERE candidate_id = 'absent';
        INSERT INTO scorecard (interview_id, reason, recommendation, submitted_at, hash)
            VALUES ('dones', 'why', 'yes', 9, '{hash}'), ('opens', '', NULL, NULL, NULL);"
    );
    conn::open(&home.path(), &home.key, false).unwrap().execute_batch(&before).unwrap();
    let store = Store::open(&home.path(), &home.key, false, &home.backups()).unwrap();
    let seen = async || {
        let read = store.read(|r| {
            let ids = |all: Vec<interview::InterviewSummary>| all.into_iter().map(|one| one.id.to_string()).collect();
            let waiting = candidate::waiting(r, 9)?.into_iter().map(|one| one.id.to_string()).collect();
            Ok::<[Vec<String>; 3], StoreError>([
                ids(interview::unsubmitted(r)?),
                ids(interview::recent(r, 20)?),
                waiting,
            ])
        });
        read.await.unwrap()
    };
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(seen().await, [names(&["opens"]), names(&["dones"]), names(&["new", "absent"])]);
    let submit =
        "UPDATE scorecard SET recommendation = 'no', submitted_at = 10, hash = :hash WHERE interview_id = 'opens'";
    conn::open(&home.path(), &home.key, false).unwrap().execute(submit, [&hash]).unwrap();
    assert_eq!(seen().await, [names(&[]), names(&["opens", "dones"]), names(&["new", "absent"])]);
    assert_eq!(store.read(|r| interview::recent(r, 1)).await.unwrap().len(), 1);
    assert_eq!(store.read(|r| interview::list_of(r, &"open".into())).await.unwrap().len(), 1);
    store.close().await.unwrap();
}
