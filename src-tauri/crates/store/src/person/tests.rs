use std::path::Path;

use rusqlite::Connection;

use super::*;
use crate::{DataKey, Store, conn, migrate, of_nobody::OF_NOBODY};

/// One row in every table that can hold something of a person, and in every column what is in no other.
const ROWS: &str = "
    INSERT INTO candidate (id, owner_id, name, role_id, sample, created_at, spoken_name, round_id)
        VALUES ('%c', 'me', '% candidate.name', 'r', 0, 1001, '% candidate.spoken_name', 'round');
    INSERT INTO contact (candidate_id, doc) VALUES ('%c', '{\"notes\":\"% contact.doc\"}');
    INSERT INTO interview (id, candidate_id, interviewer_id, host_id, kit_id, kit_number, created_at, saved_at, at_place,
        session_id, part, phase, phase_reason, mode, held_at, begun_at, ended_at, told_at)
        VALUES ('%i', '%c', 'me', 'me', 'k', 1, 1002, 1003, '% interview.at_place', '% interview.session_id', 'lead',
        'ended', '% interview.phase_reason', 'live', 1004, 1005, 1006, 1007);
    INSERT INTO entry (id, interview_id, place, kind, link_target, link_number, text, at_seconds, created_at, rev, removed_at,
        hidden_topic, hidden_at, settled_at)
        VALUES ('%e', '%i', '% entry.place', 'note', 'indicator', 1, '% entry.text', 7, 1008, 1, 1009, 'health', 1010, 1011);
    INSERT INTO draft (interview_id, place, entry_id, kind, link_target, link_number, link_state, text, at_seconds)
        VALUES ('%i', '% draft.place', '%e', 'note', 'indicator', 1, 'heard', '% draft.text', 8);
    INSERT INTO tick (interview_id, question_id, target, number, state) VALUES ('%i', '% tick.question_id', 'indicator', 1, 'heard');
    INSERT INTO question_record (interview_id, question_id, rating, rated_at, unjudged, deviation, deviation_reason)
        VALUES ('%i', '% question_record.question_id', '4', 1012, 'out_of_time', 'reworded', '% question_record.deviation_reason');
    INSERT INTO scorecard (interview_id, recommendation, reason, submitted_at, hash, doc, minutes)
        VALUES ('%i', 'yes', '% scorecard.reason', 1013, printf('%064d', 1), '{\"doc\":\"% scorecard.doc\"}', 9);
    INSERT INTO scorecard_version (interview_id, number, doc, hash, created_at, reason, after_seeing_others)
        VALUES ('%i', 2, '{\"doc\":\"% scorecard_version.doc\"}', printf('%064d', 2), 1014, '% scorecard_version.reason', 1);
    INSERT INTO amendment_draft (interview_id, doc) VALUES ('%i', '{\"doc\":\"% amendment_draft.doc\"}');
    INSERT INTO pause (interview_id, cause, at_seconds, began_at, ended_at) VALUES ('%i', 'asked', 10, 1015, 1016);
    INSERT INTO probe (interview_id, question_id, number, asked) VALUES ('%i', '% probe.question_id', 1, 1);
    INSERT INTO action (interview_id, place, seq, kind, entry_id, typing, doc)
        VALUES ('%i', '% action.place', 1, '% action.kind', '% action.entry_id', 1, '{\"doc\":\"% action.doc\"}');
    INSERT INTO preparation (interview_id, covers, asked, retention)
        VALUES ('%i', '% preparation.covers', '% preparation.asked', '% preparation.retention');
    INSERT INTO attachment (id, interview_id, place, name, kind, sha256, created_at, size, bytes)
        VALUES ('%a', '%i', '% attachment.place', '% attachment.name', 'text', printf('%064d', 3), 1017, 3, x'010203');
    INSERT INTO seen (interviewer_id, candidate_id, created_at) VALUES ('me', '%c', 1018);
    INSERT INTO example (id, question_id, level, text, interview_id, created_at)
        VALUES ('%x', 'q', 3, '% example.text', '%i', 1019);
    INSERT INTO appointment (id, candidate_id, kit_id, interviewers, starts_at, ends_at, location, uid, occurrence, interview_id)
        VALUES ('%p', '%c', 'k', '[\"% appointment.interviewers\"]', 1020, 1021, '% appointment.location', '% appointment.uid',
        '% appointment.occurrence', '%i');
    INSERT INTO import_change (import_id, candidate_id, doc) VALUES ('% import_change.import_id', '%c', '{\"doc\":\"% import_change.doc\"}');
    INSERT INTO debrief (candidate_id, round_id, doc) VALUES ('%c', '% debrief.round_id', '{\"doc\":\"% debrief.doc\"}');
    INSERT INTO decision (candidate_id, round_id, number, doc, hash, created_at)
        VALUES ('%c', '% decision.round_id', 1, '{\"doc\":\"% decision.doc\"}', printf('%064d', 4), 1022);
    INSERT INTO imported_scorecard (candidate_id, source, source_id, person_id, doc, created_at)
        VALUES ('%c', '% imported_scorecard.source', '% imported_scorecard.source_id', '% imported_scorecard.person_id',
        '{\"doc\":\"% imported_scorecard.doc\"}', 1023);
    INSERT INTO hold (candidate_id, reason, set_by, set_at, lifted_by, lifted_at) VALUES ('%c', '% hold.reason', 'me', 1024, 'me', 1025);
";

const AROUND: &str = "
    INSERT INTO interviewer (id, name, is_me) VALUES ('me', 'Anna', 1);
    INSERT INTO role (id, doc, created_at, changed_at) VALUES ('r', '{}', 1, 1);
    INSERT INTO kit (id, created_at) VALUES ('k', 1);
    INSERT INTO kit_version (id, kit_id, number, hash, doc, role_doc, created_at) VALUES ('k1', 'k', 1, printf('%064d', 1), '{}', '{}', 1);
    INSERT INTO question (id, created_at) VALUES ('q', 1);
    INSERT INTO round (id, role_id, title, kits, created_at) VALUES ('round', 'r', 'Round', '[]', 1);
";

/// The words that only this person's rows have.
fn rows_of(person: &str) -> String {
    // A number in `printf` is no place for a person.
    ROWS.replace("printf('%0", "printf('\u{1}0").replace('%', person).replace('\u{1}', "%")
}

fn store(folder: &Path) -> (Store, Connection) {
    let (path, key) = (folder.join("workbench.db"), DataKey::new([3; 32]));
    migrate::create(&path, &key, migrate::steps_to(u32::MAX)).unwrap();
    let raw = conn::open(&path, &key, false).unwrap();
    raw.execute_batch("PRAGMA foreign_keys=ON;").unwrap();
    raw.execute_batch(&[AROUND, &rows_of("canary"), &rows_of("somebody else")].concat()).unwrap();
    (Store::open(&path, &key, false, &folder.join("backups")).unwrap(), raw)
}

#[tokio::test]
async fn every_table_is_of_people_or_said_to_be_of_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let (store, _) = store(folder.path());
    let (all, reached) = store.read(|r| Ok::<_, StoreError>((tables(r)?, tables_of_people(r)?))).await.unwrap();
    // A full-text index has tables of its own.
    let part = |name: &str| ["question_search_", "candidate_search_"].iter().any(|index| name.starts_with(index));
    let all: Vec<&String> = all.iter().filter(|name| !part(name)).collect();
    for table in &all {
        let nobody = OF_NOBODY.iter().any(|(name, _)| name == *table);
        assert!(
            nobody != reached.contains(*table),
            "{table}: if it holds something of a candidate, let it refer to one (and write a row of it in this test); if not, say \
             here why"
        );
    }
    assert_eq!(all.len(), reached.len() + OF_NOBODY.len(), "a table is named here that is gone");
}

#[tokio::test]
async fn every_column_of_every_table_is_told_and_of_nobody_else_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let (store, raw) = store(folder.path());
    let told = store.read(|r| everything(r, &"canaryc".into())).await.unwrap();
    for PersonTable { name, rows } in &told {
        let [row] = rows.as_slice() else { panic!("{name} has {} rows: write one of it in this test", rows.len()) };
        let mut columns = raw.prepare("SELECT name FROM pragma_table_info(:name) WHERE name <> 'row_id'").unwrap();
        let columns: Vec<String> =
            columns.query_map([name], |row| row.get("name")).unwrap().collect::<Result<_, _>>().unwrap();
        for column in &columns {
            let bytes = row.bytes.iter().any(|(name, bytes)| name == column && bytes == &[1, 2, 3]);
            let value = row.fields.get(column);
            assert!(
                bytes || value.is_some_and(|value| !value.is_null()),
                "{name}.{column} is not told: {value:?}; write something into it in this test"
            );
        }
        assert_eq!(row.fields.len() + row.bytes.len(), columns.len(), "{name}");
    }
    let whole = format!("{told:?}");
    let canaries: Vec<String> = rows_of("canary")
        .split(['\'', '"'])
        .filter(|word| word.starts_with("canary ") && word.contains('.'))
        .map(str::to_owned)
        .collect();
    assert!(canaries.len() > 35, "{canaries:?}");
    for canary in canaries {
        assert!(whole.contains(&canary), "{canary}");
    }
    assert!(!whole.contains("somebody else"), "{whole}");
    assert!(whole.contains("1970-01-01T00:00:01.024Z"), "times are told as times");
    // JSON is told as such; what only looks like it is not.
    let of = |table: &str| told.iter().find(|one| one.name == table).unwrap().rows[0].fields.clone();
    assert_eq!(of("contact")["doc"]["notes"], "canary contact.doc");
    assert_eq!(of("appointment")["interviewers"][0], "canary appointment.interviewers");
    assert!(of("entry")["text"].is_string());

    let nobody = store.read(|r| everything(r, &"nobody".into())).await.unwrap();
    assert!(nobody.iter().all(|table| table.rows.is_empty()), "{nobody:?}");
}
