use std::collections::BTreeSet;

use jiff::Timestamp;

use super::*;
use crate::{Store, log, of_nobody::OF_NOBODY, person};

fn key() -> DataKey {
    DataKey::new([5; 32])
}

fn at(n: i64) -> Timestamp {
    Timestamp::from_millisecond(n).unwrap()
}

fn opened(path: &Path) -> Connection {
    let conn = conn::open(path, &key(), false).unwrap();
    conn::prepare_to_erase(&conn).unwrap();
    conn
}

/// A database of a format with two people of an interview and a note each.
fn written(folder: &Path, format: u32) -> std::path::PathBuf {
    let path = folder.join("a.db");
    migrate::create(&path, &key(), migrate::steps_to(format)).unwrap();
    let place = if format == 1 { "question_id" } else { "place" };
    opened(&path)
        .execute_batch(&format!(
            "INSERT INTO interviewer (id, name, is_me) VALUES ('me', 'Ana', 1);
            INSERT INTO role (id, doc, created_at, changed_at) VALUES ('r', '{{}}', 1, 1);
            INSERT INTO kit (id, created_at) VALUES ('k', 1);
            INSERT INTO kit_version (id, kit_id, number, hash, doc, role_doc, created_at)
                VALUES ('k1', 'k', 1, printf('%064d', 1), '{{}}', '{{}}', 1);
            INSERT INTO candidate (id, owner_id, name, role_id, sample, created_at)
                VALUES ('c1', 'me', 'Kanari Vogel', 'r', 0, 1), ('c2', 'me', 'Bo Ek', 'r', 0, 2);
            INSERT INTO interview (id, candidate_id, interviewer_id, kit_id, kit_number, created_at, saved_at)
                VALUES ('i1', 'c1', 'me', 'k', 1, 1, 1), ('i2', 'c2', 'me', 'k', 1, 1, 1);
            INSERT INTO entry (id, interview_id, {place}, kind, text, at_seconds, created_at, rev)
                VALUES ('e1', 'i1', 'general', 'note', 'Kanarienvogel sang', 1, 1, 1),
                    ('e2', 'i2', 'general', 'note', 'quieter than kanari vogel', 1, 1, 1),
                    ('e3', 'i2', 'general', 'note', 'nothing of the kind', 1, 1, 1);"
        ))
        .unwrap();
    path
}

fn texts(path: &Path) -> Vec<String> {
    let conn = backup::open(path, &key()).unwrap();
    let mut rows = conn.prepare("SELECT text FROM entry ORDER BY id").unwrap();
    rows.query_map([], |row| row.get("text")).unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn every_table_of_the_schema_goes_with_a_candidate_or_says_why_it_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let conn = opened(&written(folder.path(), u32::MAX));
    let unruled = |conn: &Connection| -> Vec<String> {
        let mut names = conn
            .prepare(
                "SELECT s.name FROM sqlite_schema s JOIN pragma_table_list t ON t.name = s.name
                WHERE s.type = 'table' AND t.type <> 'shadow' AND s.name NOT LIKE 'sqlite%' ORDER BY s.name",
            )
            .unwrap();
        let names: Vec<String> = names.query_map([], |row| row.get("name")).unwrap().collect::<Result<_, _>>().unwrap();
        assert!(names.len() > 30, "{names:?}");
        let ruled = |name: &str| {
            let goes = condition(conn, name, &[]).unwrap().is_some();
            let stays = OF_NOBODY.iter().any(|(table, _)| *table == name);
            assert!(!(goes && stays), "{name} goes with a candidate and is said not to");
            goes || stays
        };
        names.into_iter().filter(|name| !ruled(name)).collect()
    };
    // What is told to a person about themselves is what goes with them, though each finds its way by itself.
    let told = person::tables_of_people(&Read::new(&conn)).unwrap();
    let goes = |name: &String| condition(&conn, name, &[]).unwrap().is_some();
    assert_eq!(tables(&conn).unwrap().into_iter().filter(goes).collect::<BTreeSet<_>>(), told);
    assert_eq!(
        unruled(&conn),
        Vec::<String>::new(),
        "a table without a rule: let it go with its candidate, or say why it stays"
    );
    // That this can fail: tables that refer to a candidate without going along, or only say an id.
    conn.execute_batch(
        "CREATE TABLE forgotten (candidate_id TEXT NOT NULL);
        CREATE TABLE kept (candidate_id TEXT REFERENCES candidate (id) ON DELETE SET NULL);
        CREATE VIRTUAL TABLE indexed USING fts5 (text);",
    )
    .unwrap();
    assert_eq!(unruled(&conn), ["forgotten", "indexed", "kept"]);
}

#[test]
fn what_goes_is_counted_and_what_was_written_about_others_is_only_named() {
    let folder = tempfile::tempdir().unwrap();
    let conn = opened(&written(folder.path(), u32::MAX));
    let r = Read::new(&conn);
    let goes = share(&r, &"c1".into()).unwrap();
    let some: Vec<(&str, u64)> = goes.iter().filter(|(_, n)| **n > 0).map(|(t, n)| (t.as_str(), *n)).collect();
    assert_eq!(some, [("candidate", 1), ("entry", 1), ("interview", 1)]);
    for table in ["hold", "tick", "draft", "action", "example", "import_change", "scorecard_version", "seen"] {
        assert_eq!(goes.get(table), Some(&0), "{table} is looked at");
    }
    let parts = WrittenName::parts("Kanari Vogel");
    let named = mentions(&r, &"c1".into(), &WrittenName::new("Kanari Vogel"), &parts).unwrap();
    assert_eq!(named.parts, [Mentioned::default(), Mentioned::default()], "each row is told once, by the whole name");
    let of_another = mentions(&r, &"c1".into(), &WrittenName::new("Vogel Maier"), &parts).unwrap();
    let one = ByTable::from([("entry".to_owned(), 1)]);
    assert_eq!(
        (of_another.whole.rows, of_another.parts.into_iter().map(|part| part.rows).collect()),
        (ByTable::new(), vec![one.clone(), one]),
        "and by its parts alone"
    );
    assert_eq!(
        named.whole.rows,
        ByTable::from([("entry".to_owned(), 1)]),
        "the note of somebody else, and not the person's own"
    );
    assert_eq!(found(&r, "Kanari").unwrap(), ByTable::from([("candidate".to_owned(), 1), ("entry".to_owned(), 1)]));
}

#[test]
fn a_backup_of_any_format_is_written_anew_without_the_person_and_keeps_all_others() {
    for format in 1..=u32::try_from(migrate::STEPS.len()).unwrap() {
        let folder = tempfile::tempdir().unwrap();
        let path = written(folder.path(), format);
        let copy = folder.path().join("b.db");
        backup::make(&path, &key(), &copy, &backup::unwatched()).unwrap();
        let before = fs::read(&copy).unwrap();
        let nobody = [Erased::of(&"somebody".into(), at(1))];
        assert_eq!(rid(&copy, &key(), &nobody), Ok(false), "{format}");
        assert_eq!(fs::read(&copy).unwrap(), before, "{format}: without the person it is not touched");

        let who = [Erased::of(&"c1".into(), at(5))];
        assert_eq!(holds(&copy, &key(), &who), Ok(true));
        assert_eq!(rid(&copy, &key(), &who), Ok(true), "{format}");
        assert_eq!(holds(&copy, &key(), &who), Ok(false));
        assert_eq!(texts(&copy), ["quieter than kanari vogel", "nothing of the kind"], "{format}");
        assert_eq!(moving::mark(&copy).unwrap(), moving::mark(&path).unwrap(), "{format}: still of this database");
        let content = backup::verify(&copy, &key()).unwrap();
        assert_eq!((content.format, content.counts.candidates), (format, 1));
        let remembers = remembered_by(&copy, &key()).erased;
        assert_eq!(remembers, if format >= 16 { who.to_vec() } else { vec![] }, "{format}");
        assert_eq!(rid(&copy, &key(), &who), Ok(false), "{format}: once is enough");
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left.len(), 2, "{left:?}");
    }
}

#[test]
fn a_hold_of_a_time_that_is_over_does_not_keep_somebody_in_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), u32::MAX);
    let conn = opened(&path);
    conn.execute_batch("INSERT INTO hold (candidate_id, reason, set_by, set_at) VALUES ('c1', 'Complaint', 'me', 3)")
        .unwrap();
    drop(conn);
    assert_eq!(rid(&path, &key(), &[Erased::of(&"c1".into(), at(5))]), Ok(true));
}

#[test]
fn a_bad_backup_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), u32::MAX);
    let who = [Erased::of(&"c1".into(), at(5))];
    let good = fs::read(&path).unwrap();
    let mut flipped = good.clone();
    *flipped.last_mut().unwrap() ^= 1;
    for (bytes, why) in
        [(vec![7; 8192], StoreError::NotReadable), (Vec::new(), StoreError::Damaged), (flipped, StoreError::Damaged)]
    {
        fs::write(&path, &bytes).unwrap();
        assert_eq!(rid(&path, &key(), &who), Err(why));
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
    assert_eq!(rid(&folder.path().join("none.db"), &key(), &who), Err(StoreError::Missing));
}

#[tokio::test]
async fn an_erased_person_is_gone_for_good_and_the_file_is_written_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), u32::MAX);
    let store = Store::open(&path, &key(), false, &folder.path().join("backups")).unwrap();
    let erased = store.write(|w| {
        let (c1, c2) = ("c1".into(), "c2".into());
        erased::erase(w, &c1, at(7))?;
        assert!(erased::is_unfinished(w)? && erased::has(w, "", "c1")? && !erased::has(w, "x", "c1")?);
        assert_eq!(erased::list(w)?, [Erased::of(&c1, at(7))]);
        assert!(erased::erase(w, &c1, at(8)).is_err(), "nobody is erased twice");
        let again = candidate::get(w, &c2)?.map(|other| workbench_domain::candidate::Candidate { id: c1, ..other });
        assert!(candidate::insert(w, &again.unwrap(), &"me".into()).is_err(), "nor comes back");
        Ok::<_, StoreError>(())
    });
    erased.await.unwrap();
    store.close().await.unwrap();
    let mark = moving::mark(&path).unwrap();
    renew(&path, &key()).unwrap();
    assert_eq!(moving::mark(&path).unwrap(), mark, "the key file knows it by the same mark");
    let conn = opened(&path);
    assert_eq!(conn::pragma_number(&conn, "freelist_count").unwrap(), 0);
    let r = Read::new(&conn);
    assert!(!erased::is_unfinished(&r).unwrap());
    assert_eq!(found(&r, "Kanari").unwrap(), ByTable::new());
    assert_eq!(found(&r, "c1").unwrap(), ByTable::from([("erased".to_owned(), 1)]));
    assert_eq!(log::list(&r).unwrap(), []);
    drop(conn);
    renew(&path, &key()).unwrap();
    let store = Store::open(&path, &key(), false, &folder.path().join("backups")).unwrap();
    assert_eq!(store.missing_saves(), 0, "no save is taken for lost");
    store.close().await.unwrap();
}

#[tokio::test]
async fn another_database_that_takes_the_place_obeys_what_the_one_before_remembers() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), 15);
    let mut old = opened(&path);
    migrate::upgrade_copy(&mut old).unwrap();
    conn::prepare_to_erase(&old).unwrap();
    let by = workbench_domain::interviewer::Interviewer { id: "you".into(), name: "Jan".to_owned() };
    let held = Hold { reason: "Complaint".to_owned(), by, at: at(3) };
    let before = Remembered {
        erased: vec![
            Erased::of(&"c1".into(), at(5)),
            Erased { source: "greenhouse".into(), id: "9".into(), at: at(5) },
        ],
        holds: vec![("c2".into(), held.clone()), ("c1".into(), held.clone())],
    };
    let w = Write::new(&old);
    assert_eq!(obey(&w, std::slice::from_ref(&before)).unwrap(), 1);
    assert_eq!(obey(&w, &[before.clone(), Remembered::default()]).unwrap(), 0, "once is enough");
    assert_eq!(remembered(&w).unwrap(), Remembered { holds: vec![("c2".into(), held)], ..before });
    assert!(candidate::get(&w, &"c1".into()).unwrap().is_none());
}
