use std::{collections::BTreeSet, fs};

use super::*;
use crate::file;

fn key() -> DataKey {
    DataKey::new([5; 32])
}

/// A database of this version with `people` candidates, each with an interview of ten notes.
fn written(folder: &Path, people: i64) -> std::path::PathBuf {
    let path = folder.join("a.db");
    migrate::create(&path, &key(), migrate::steps_to(u32::MAX)).unwrap();
    let conn = conn::open(&path, &key(), false).unwrap();
    conn.execute_batch(&format!(
        "PRAGMA foreign_keys=ON; BEGIN;
        INSERT INTO interviewer (id, name, is_me) VALUES ('me', 'Ana', 1);
        INSERT INTO role (id, doc, created_at, changed_at) VALUES ('r', '{{}}', 1, 1);
        INSERT INTO kit (id, created_at) VALUES ('k', 1);
        INSERT INTO kit_version (id, kit_id, number, hash, doc, role_doc, created_at) VALUES ('k1', 'k', 1, '{hash}', '{{}}', '{{}}', 1);
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {people})
        INSERT INTO candidate (id, owner_id, name, role_id, sample, created_at)
        SELECT 'c' || i, 'me', 'Person ' || i, 'r', 0, i FROM n;
        INSERT INTO interview (id, candidate_id, interviewer_id, kit_id, kit_number, created_at, saved_at)
        SELECT 'i' || row_id, id, 'me', 'k', 1, 1, 1 FROM candidate;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)
        INSERT INTO entry (id, interview_id, place, kind, text, at_seconds, created_at, rev)
        SELECT id || '-' || i, id, 'general', 'note', 'note ' || i || hex(randomblob(100)), 1, 1, 1 FROM interview, n;
        COMMIT;",
        hash = "a".repeat(64),
    ))
    .unwrap();
    path
}

fn texts(path: &Path) -> BTreeSet<(String, String)> {
    let conn = backup::open(path, &key()).unwrap();
    let mut rows = conn.prepare("SELECT id, text FROM entry").unwrap();
    rows.query_map([], |row| Ok((row.get("id")?, row.get("text")?))).unwrap().collect::<Result<_, _>>().unwrap()
}

fn rescue(path: &Path, helper: Option<&Path>) -> Result<Rescued, StoreError> {
    recover(path, &key(), helper, &mut |_, _| true, |_| Ok(()))
}

/// The pages that hold the rows of a table, as the database itself tells; leaves alone.
fn flip(path: &Path, pages: impl Iterator<Item = usize>) {
    let mut bytes = fs::read(path).unwrap();
    for page in pages {
        bytes[page * 4096 + 1000] ^= 4;
    }
    fs::write(path, bytes).unwrap();
}

#[test]
fn of_a_whole_database_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), 30);
    let before = fs::read(&path).unwrap();
    let rescued = rescue(&path, None).unwrap();
    assert_eq!((rescued.counts.candidates, rescued.counts.interviews, rescued.counts.notes), (30, 30, 300));
    assert!(rescued.lost.is_empty() && rescued.uncounted.is_empty(), "{rescued:?}");
    assert_eq!((rescued.from_backup, rescued.dropped), (0, 0));
    assert_eq!(texts(&moving::copy_of(&path)), texts(&path));
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(moving::mark(&moving::copy_of(&path)).unwrap(), moving::mark(&path).unwrap());
}

#[test]
fn damaged_pages_cost_their_rows_and_no_others_and_what_comes_back_is_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    // So many that the list of tables, which is written first, is whole in half of the file.
    let path = written(folder.path(), 400);
    let (good, all) = (fs::read(&path).unwrap(), texts(&path));
    let pages = good.len() / 4096;
    let mut seen = 0;
    // Every page in its turn, and then a quarter of them at once.
    for damaged in
        (1..pages).step_by(11).map(|page| vec![page]).chain([(1..pages).filter(|page| page % 4 == 3).collect()])
    {
        fs::write(&path, &good).unwrap();
        flip(&path, damaged.iter().copied());
        let rescued = match rescue(&path, None) {
            Ok(rescued) => rescued,
            // The list of tables lies in more than one page.
            Err(StoreError::Damaged | StoreError::NotReadable) => {
                seen += 1;
                continue;
            }
            Err(other) => panic!("{damaged:?}: {other:?}"),
        };
        let back = texts(&moving::copy_of(&path));
        assert!(back.is_subset(&all), "{damaged:?}: something else came back than was there");
        if damaged.len() == 1 {
            // A page holds fewer than 40 notes. More are gone only where the way to them is, or what they belong to: then
            // that is told.
            assert!(
                back.len() + 40 >= all.len()
                    || rescued.uncounted.contains(&"entry".to_owned())
                    // What went with its candidate or interview is counted in one sum with these.
                    || u64::try_from(all.len() - back.len()).unwrap()
                        <= rescued.dropped + rescued.lost.get("entry").copied().unwrap_or(0),
                "{damaged:?}: {rescued:?}"
            );
            let counted = rescued.lost.get("entry").copied().unwrap_or(0) + u64::try_from(back.len()).unwrap();
            assert!(
                counted <= 4000 && (counted == 4000 || !rescued.uncounted.is_empty() || rescued.dropped > 0),
                "{damaged:?}: {rescued:?}"
            );
        }
    }
    assert!(seen * 4 < pages, "most of the time there is something to read: {seen} of {pages}");
}

#[test]
fn interviews_whose_people_cannot_be_read_have_them_again_from_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), 30);
    let helper = folder.path().join("b.db");
    backup::make(&path, &key(), &helper, &backup::unwatched()).unwrap();
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'candidate'";
    let root: u32 = backup::open(&path, &key()).unwrap().query_row(sql, [], |row| row.get("rootpage")).unwrap();
    flip(&path, std::iter::once(usize::try_from(root - 1).unwrap()));
    let rescued = rescue(&path, Some(&helper)).unwrap();
    assert_eq!((rescued.counts.candidates, rescued.counts.interviews, rescued.counts.notes), (30, 30, 300));
    assert_eq!((rescued.lost.get("candidate"), rescued.dropped), (Some(&30), 0), "{rescued:?}");
    assert!(rescued.from_backup >= 30, "{rescued:?}");
    let alone = rescue(&path, None).unwrap();
    assert_eq!((alone.counts.interviews, alone.dropped, alone.from_backup), (0, 30 + 300, 0));
}

#[test]
fn without_a_backup_what_refers_to_nothing_is_counted_and_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), 20);
    let conn = conn::open(&path, &key(), false).unwrap();
    conn.execute_batch("PRAGMA foreign_keys=OFF; DELETE FROM candidate WHERE id IN ('c3', 'c4')").unwrap();
    drop(conn);
    let rescued = rescue(&path, None).unwrap();
    assert_eq!(rescued.dropped, 2 + 20, "two interviews and their notes");
    assert_eq!((rescued.counts.candidates, rescued.counts.interviews, rescued.counts.notes), (18, 18, 180));
}

#[test]
fn a_file_that_was_cut_gives_what_is_left_of_it() {
    let folder = tempfile::tempdir().unwrap();
    // So many that the list of tables, which is written first, is whole in half of the file.
    let path = written(folder.path(), 400);
    let (good, all) = (fs::read(&path).unwrap(), texts(&path));
    for part in [4, 2] {
        fs::write(&path, &good[..good.len() / part * (part - 1)]).unwrap();
        let rescued = rescue(&path, None).unwrap();
        let back = texts(&moving::copy_of(&path));
        assert!(back.is_subset(&all) && back.len() < all.len(), "{} of {}", back.len(), all.len());
        assert!(!rescued.lost.is_empty() || !rescued.uncounted.is_empty(), "{rescued:?}");
    }
}

#[test]
fn without_the_first_page_there_is_nothing_to_read_and_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), 3);
    let good = fs::read(&path).unwrap();
    let mut flipped = good.clone();
    flipped[500] ^= 1;
    for (bad, why) in [
        (Vec::new(), StoreError::Damaged),
        (vec![9; 8192], StoreError::NotReadable),
        (flipped, StoreError::NotReadable),
    ] {
        fs::write(&path, &bad).unwrap();
        assert_eq!(rescue(&path, None), Err(why));
        assert!(!moving::copy_of(&path).exists());
        assert_eq!(fs::read(&path).unwrap(), bad);
    }
    file::remove(&path).unwrap();
    assert_eq!(rescue(&path, None), Err(StoreError::Missing));
}

#[test]
fn two_rows_that_refer_to_each_other_and_cannot_both_be_whole_are_taken_out() {
    let schema = "CREATE TABLE thing (row_id INTEGER PRIMARY KEY, id TEXT UNIQUE, newest INTEGER,
            FOREIGN KEY (id, newest) REFERENCES version (thing, number));
        CREATE TABLE version (row_id INTEGER PRIMARY KEY, hash TEXT UNIQUE, thing TEXT REFERENCES thing (id), number INTEGER,
            UNIQUE (thing, number));";
    let filled = |rows: &str| {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(&format!("PRAGMA foreign_keys=OFF; {schema} {rows}")).unwrap();
        conn
    };
    // The newest version is lost here, and the backup's has what another thing's version has by now.
    let to = filled(
        "INSERT INTO thing (id, newest) VALUES ('other', 1), ('q', 2);
        INSERT INTO version (hash, thing, number) VALUES ('taken', 'other', 1), ('old', 'q', 1);",
    );
    let backup = filled(
        "INSERT INTO thing (id, newest) VALUES ('q', 2);
        INSERT INTO version (hash, thing, number) VALUES ('old', 'q', 1), ('taken', 'q', 2);",
    );
    assert_eq!(mend::mend(&to, Some(&backup)).unwrap(), (1, 3));
    let left = |table: &str| -> i64 {
        to.query_row(&format!("SELECT count(*) AS n FROM {table}"), [], |row| row.get("n")).unwrap()
    };
    assert_eq!((left("thing"), left("version")), (1, 1), "the other one stays");
}

#[test]
fn a_rescue_tells_how_far_it_is_and_ends_when_it_is_asked_to() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), 200);
    let before = fs::read(&path).unwrap();
    let mut told = Vec::new();
    let waited = &mut |done, of| {
        told.push((done, of));
        true
    };
    recover::<StoreError>(&path, &key(), None, waited, |_| Ok(())).unwrap();
    let counted: Vec<(u64, u64)> = told.iter().copied().filter(|(_, of)| *of > 0).collect();
    assert!(counted.is_sorted() && counted.len() >= 5, "{counted:?}");
    let &(most, of) = counted.last().unwrap();
    assert!(of >= 2000 + 200 + 200 && most * 10 > of * 9, "{most} of {of}");
    for stop in [0, 1, told.len() / 2, told.len() - 1] {
        let mut looks = 0;
        let waited = &mut |_, _| {
            looks += 1;
            looks <= stop
        };
        let last = |_: &Write<'_>| panic!("it was stopped before");
        assert_eq!(recover::<StoreError>(&path, &key(), None, waited, last), Err(StoreError::Stopped));
        assert_eq!(looks, stop + 1, "it is asked no more");
        assert!(!moving::copy_of(&path).exists(), "nothing is left beside it");
        assert_eq!(fs::read(&path).unwrap(), before);
    }
}
