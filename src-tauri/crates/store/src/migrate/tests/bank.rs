//! 0004: questions and kits of packs before one's own could stand beside them.

use workbench_domain::{bank::Origin, filter::QuestionFilter, question::Question};

use super::*;
use crate::{
    Store, interview, kit,
    question::{self, Search},
    role,
};

/// A question in two versions, a kit that uses the first, and an interview that asked it.
const BEFORE: &str = r#"
    INSERT INTO interviewer (id, name, is_me) VALUES ('me', 'Anna', 1);
    INSERT INTO role (id, doc, created_at, changed_at)
        VALUES ('p/role', '{"id":"p/role","title":"Engineer","level":"senior","competencies":[]}', 1, 1);
    INSERT INTO question (id, created_at) VALUES ('p/q', 1);
    INSERT INTO question_version (row_id, id, question_id, number, hash, doc, created_at) VALUES
        (1, 'v1', 'p/q', 1, printf('%064d', 1), :first, 1), (2, 'v2', 'p/q', 2, printf('%064d', 2), :second, 2);
    INSERT INTO question_newest (row_id, question_id, folded_title, folded_body) VALUES (2, 'p/q', 'title', 'second tagged');
    INSERT INTO kit (id, created_at) VALUES ('p/kit', 1);
    INSERT INTO kit_version (row_id, id, kit_id, number, hash, doc, role_doc, created_at)
        VALUES (1, 'k', 'p/kit', 1, printf('%064d', 3),
        '{"id":"p/kit","role_id":"p/role","title":"K","slot_minutes":30,"opening":"O","closing":"C",
          "questions":[{"question_id":"p/q","required":true}]}',
        '{"id":"p/role","title":"Engineer","level":"senior","competencies":[]}', 1);
    INSERT INTO kit_question (kit_row, place, version_row) VALUES (1, 1, 1);
    INSERT INTO candidate (id, owner_id, name, role_id, sample, created_at) VALUES ('c', 'me', 'Ana', 'p/role', 0, 5);
    INSERT INTO interview (id, candidate_id, interviewer_id, kit_id, kit_number, created_at, saved_at)
        VALUES ('i', 'c', 'me', 'p/kit', 1, 1000, 9000);
    INSERT INTO question_record (interview_id, question_id, rating, rated_at, spent_seconds)
        VALUES ('i', 'p/q', '4', 1900, 240);
"#;

#[tokio::test]
async fn what_a_pack_brought_is_of_the_pack_and_counts_in_its_last_version() {
    let home = Home { folder: tempfile::tempdir().unwrap(), key: DataKey::new([3; 32]) };
    create(&home.path(), &home.key, &STEPS[..3]).unwrap();
    let doc = |prompt: &str| {
        format!(
            r#"'{{"id":"p/q","section":"S","type":"knowledge","title":"T","prompt":"{prompt}","competency":"c",
            "tags":["tagged","tagged"],"minutes":5,"indicators":[],"red_flags":[],"probes":[],"anchors":["1","2","3","4","5"]}}'"#
        )
    };
    let before = BEFORE.replace(":first", &doc("First?")).replace(":second", &doc("Second?"));
    conn::open(&home.path(), &home.key, false).unwrap().execute_batch(&before).unwrap();

    let store = Store::open(&home.path(), &home.key, false, &home.backups()).unwrap();
    assert_eq!(home.backup_names(), ["workbench-v3.db"]);
    let checked = store.write(|w| {
        let all = question::versions(w, &"p/q".into())?;
        let told: Vec<_> = all.iter().map(|(version, used)| (version.number, version.origin, *used)).collect();
        assert_eq!(told, [(2, Origin::Pack, 0), (1, Origin::Pack, 1)]);
        let filter = QuestionFilter {
            pack: Some("p".into()),
            section: Some("S".into()),
            competency: Some("c".into()),
            tag: Some("tagged".into()),
            ..QuestionFilter::default()
        };
        let search = Search { text: "second".into(), filter, limit: 5, ..Search::default() };
        let found = question::search(w, &search)?;
        assert_eq!((found.total, found.page[0].uses, found.page[0].state.version), (1, 1, Some(2)));
        assert_eq!(kit::list(w, false)?.len(), 1);
        assert_eq!(interview::load(w, &"i".into())?.unwrap().content.questions[0].prompt, "First?");
        let role = role::list(w)?.remove(0);
        let renamed = workbench_domain::kit::Role { title: "Architect".into(), ..role };
        assert_eq!(role::put(w, &renamed, jiff::Timestamp::UNIX_EPOCH)?, crate::Put::Changed, "nobody changed it here");
        let mine = Question { prompt: "Mine?".into(), ..found.page[0].version.question.clone() };
        assert_eq!(question::save(w, &mine, jiff::Timestamp::UNIX_EPOCH, "v3")?, crate::Put::Changed);
        Ok::<_, StoreError>(())
    });
    checked.await.unwrap();
    store.close().await.unwrap();
    let conn = conn::open(&home.path(), &home.key, false).unwrap();
    let frozen = conn.execute("UPDATE question_version SET origin = 'own'", []);
    assert!(frozen.is_err(), "a version never changes, also in where it comes from");
    let check = "INSERT INTO question_search (question_search, rank) VALUES ('integrity-check', 1)";
    conn.execute_batch(check).unwrap();
}
