//! 0015: people from before there were rules for how long things are kept.

use jiff::Timestamp;
use workbench_domain::{decision::Outcome, retention::Happened};

use super::*;
use crate::{Store, retention};

/// People of whom less and less was recorded, with the time of the last record in the name; two are made up.
const BEFORE: &str = r#"
    INSERT INTO interviewer (id, name, is_me) VALUES ('me', 'Anna', 1);
    INSERT INTO role (id, doc, created_at, changed_at) VALUES ('r', '{}', 1, 1);
    INSERT INTO kit (id, created_at) VALUES ('k', 1);
    INSERT INTO kit_version (id, kit_id, number, hash, doc, role_doc, created_at) VALUES ('k1', 'k', 1, printf('%064d', 1), '{}', '{}', 1);
    INSERT INTO candidate (id, owner_id, name, role_id, sample, practice, created_at) VALUES
        ('a', 'me', 'added 100', 'r', 0, 0, 100), ('b', 'me', 'interviewed 300', 'r', 0, 0, 100),
        ('c', 'me', 'amended 400', 'r', 0, 0, 100), ('d', 'me', 'planned 500', 'r', 0, 0, 100),
        ('e', 'me', 'imported 600', 'r', 0, 0, 100), ('f', 'me', 'decided twice 100', 'r', 0, 0, 100),
        ('g', 'me', 'sample', 'r', 1, 0, 100), ('h', 'me', 'practice', 'r', 0, 1, 100), ('i', 'me', 'young 900', 'r', 0, 0, 900);
    INSERT INTO interview (id, candidate_id, interviewer_id, kit_id, kit_number, created_at, saved_at) VALUES
        ('i1', 'b', 'me', 'k', 1, 150, 300), ('i2', 'b', 'me', 'k', 1, 150, 200), ('i3', 'c', 'me', 'k', 1, 150, 300);
    INSERT INTO scorecard_version (interview_id, number, doc, hash, created_at, reason, after_seeing_others)
        VALUES ('i3', 1, '{}', printf('%064d', 2), 350, NULL, 0), ('i3', 2, '{}', printf('%064d', 3), 400, 'A slip.', 0);
    INSERT INTO appointment (id, candidate_id, interviewers, starts_at, ends_at, location, uid, occurrence)
        VALUES ('p', 'd', '[]', 450, 500, '', '', '');
    INSERT INTO imported_scorecard (candidate_id, source, source_id, person_id, doc, created_at) VALUES ('e', 's', '1', '', '{}', 600);
    INSERT INTO decision (candidate_id, round_id, number, doc, hash, created_at) VALUES
        ('f', '', 1, '{"decision":{"outcome":"no_hire"}}', printf('%064d', 4), 700),
        ('f', 'round', 1, '{"decision":{"outcome":"hire"}}', printf('%064d', 5), 800);
"#;

fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap()
}

#[tokio::test]
async fn the_last_record_and_the_last_decision_are_known_of_everyone_who_is_real() {
    let home = Home { folder: tempfile::tempdir().unwrap(), key: DataKey::new([3; 32]) };
    create(&home.path(), &home.key, &STEPS[..14]).unwrap();
    conn::open(&home.path(), &home.key, false).unwrap().execute_batch(BEFORE).unwrap();

    let store = Store::open(&home.path(), &home.key, false, &home.backups()).unwrap();
    assert_eq!(home.backup_names(), ["workbench-v14.db"]);
    store
        .write(|w| {
            assert!(retention::has_real(w)? && retention::rules(w)?.is_empty());
            let all = retention::added(w, at(900), None, 9)?;
            let ids: Vec<&str> = all.iter().map(|person| person.id.as_str()).collect();
            assert_eq!(ids, ["a", "b", "c", "d", "e", "f"], "neither who is made up nor who was added since");
            for person in &all {
                let person = &retention::happened(w, &person.id)?.unwrap();
                let recorded: i64 = person.name.rsplit(' ').next().unwrap().parse().unwrap();
                let decided = (person.id.as_str() == "f").then(|| (at(800), Outcome::Hire));
                let happened = Happened { decided, recorded: at(recorded), holds: Vec::new() };
                assert_eq!(person.happened, happened, "{}", person.name);
            }
            assert_eq!(retention::happened(w, &"g".into())?, None);
            Ok::<_, StoreError>(())
        })
        .await
        .unwrap();
    store.close().await.unwrap();
}
