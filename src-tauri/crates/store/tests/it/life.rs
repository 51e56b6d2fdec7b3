//! Opening, closing, and files that are not what they should be.

use std::fs;

use workbench_store::StoreError;

use crate::support::{Home, KEY, set, value};

#[tokio::test]
async fn what_is_closed_is_there_when_opened_again() {
    let home = Home::new();
    let store = home.store();
    set(&store, "a", "one").await.unwrap();
    let other = store.clone();
    store.close().await.unwrap();
    assert_eq!(set(&other, "a", "two").await, Err(StoreError::Closed));
    assert_eq!(value(&other, "a").await, Err(StoreError::Closed));
    other.close().await.unwrap();
    assert!(!home.file("workbench.db-wal").exists(), "closing leaves one tidy file");
    let again = home.open_with(KEY, false).unwrap();
    assert_eq!(value(&again, "a").await.unwrap().as_deref(), Some("one"));
}

#[tokio::test]
async fn a_store_that_is_dropped_keeps_what_it_answered() {
    let home = Home::new();
    let store = home.store();
    set(&store, "a", "one").await.unwrap();
    drop(store);
    assert!(!home.file("workbench.db-wal").exists(), "the writer has ended: its key is not wiped while it uses it");
    let again = home.open_with(KEY, false).unwrap();
    assert_eq!(value(&again, "a").await.unwrap().as_deref(), Some("one"));
}

#[tokio::test]
async fn a_job_may_hold_the_last_clone() {
    let home = Home::new();
    let store = home.store();
    let clone = store.clone();
    let (go, wait) = std::sync::mpsc::channel::<()>();
    let job = tokio::spawn(async move {
        let held = clone.clone();
        let work = move |w: &mut workbench_store::Write<'_>| {
            let _ = wait.recv();
            let done = workbench_store::setting::set(w, "a", "one");
            drop(held);
            done
        };
        let _ = tokio::time::timeout(std::time::Duration::from_millis(20), clone.write(work)).await;
    });
    job.await.unwrap();
    drop(store);
    go.send(()).unwrap();
    // Nobody can be asked when the writer has ended, so it is looked for.
    for _ in 0..200 {
        if !home.file("workbench.db-wal").exists() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert_eq!(value(&home.store(), "a").await.unwrap().as_deref(), Some("one"));
}

#[tokio::test]
async fn creating_never_makes_an_existing_file_anew() {
    let home = Home::new();
    let store = home.store();
    set(&store, "a", "one").await.unwrap();
    store.close().await.unwrap();
    let again = home.store();
    assert_eq!(value(&again, "a").await.unwrap().as_deref(), Some("one"));
}

#[test]
fn a_missing_file_is_said_to_be_missing() {
    let home = Home::new();
    assert_eq!(home.open_with(KEY, false).unwrap_err(), StoreError::Missing);
    assert!(!home.path().exists());
}

#[tokio::test]
async fn a_wrong_key_and_garbage_cannot_be_read_and_are_left_as_they_are() {
    let home = Home::new();
    home.store().close().await.unwrap();
    let before = fs::read(home.path()).unwrap();
    assert_eq!(home.open_with([8; 32], false).unwrap_err(), StoreError::NotReadable);
    assert_eq!(fs::read(home.path()).unwrap(), before);

    for garbage in [vec![0xA5_u8; 9000], b"hello".to_vec(), vec![0; 4096]] {
        fs::write(home.path(), &garbage).unwrap();
        assert_eq!(home.open_with(KEY, true).unwrap_err(), StoreError::NotReadable);
        assert_eq!(fs::read(home.path()).unwrap(), garbage);
    }
    fs::write(home.path(), b"").unwrap();
    assert_eq!(home.open_with(KEY, true).unwrap_err(), StoreError::Damaged, "an empty file is not a new database");
    assert_eq!(fs::metadata(home.path()).unwrap().len(), 0);
}

#[tokio::test]
async fn a_database_of_another_version_or_program_is_refused() {
    let new = Home::new();
    new.store().close().await.unwrap();
    let known = new.raw().query_row("PRAGMA user_version", [], |row| row.get("user_version")).unwrap();
    for (pragma, expected) in [
        ("user_version=999", StoreError::Newer { found: 999, known }),
        ("user_version=0", StoreError::Damaged),
        ("application_id=1234", StoreError::Foreign),
        ("application_id=0", StoreError::Damaged),
    ] {
        let home = Home::new();
        home.store().close().await.unwrap();
        home.raw().execute_batch(&format!("PRAGMA {pragma}")).unwrap();
        assert_eq!(home.open_with(KEY, false).unwrap_err(), expected, "{pragma}");
    }
}

#[test]
fn a_keyed_file_without_our_mark_is_damage_or_foreign() {
    let home = Home::new();
    home.raw().execute_batch("CREATE TABLE x (y)").unwrap();
    assert_eq!(home.open_with(KEY, true).unwrap_err(), StoreError::Damaged);
}

#[tokio::test]
async fn a_half_made_database_is_begun_again() {
    let home = Home::new();
    fs::write(home.file("workbench.db.part"), b"left over from a crash").unwrap();
    fs::write(home.file("workbench.db-wal"), b"of a database that is gone").unwrap();
    let store = home.store();
    set(&store, "a", "one").await.unwrap();
    store.close().await.unwrap();
    assert!(!home.file("workbench.db.part").exists());
    assert_eq!(fs::read(home.file("workbench.db-wal.orphan")).unwrap(), b"of a database that is gone");
}

#[cfg(unix)]
#[tokio::test]
async fn a_database_that_is_deleted_or_replaced_stops_all_saving() {
    for (what, name) in [("deleted", "workbench.db"), ("replaced", "workbench.db"), ("deleted", "workbench.db-wal")] {
        let home = Home::new();
        let store = home.store();
        set(&store, "a", "one").await.unwrap();
        let file = home.file(name);
        if what == "replaced" {
            fs::copy(&file, home.file("copy")).unwrap();
            fs::rename(home.file("copy"), &file).unwrap();
        } else {
            fs::rename(&file, home.file("away")).unwrap();
        }
        assert_eq!(set(&store, "a", "two").await, Err(StoreError::Replaced), "{name} {what}");
        if what == "deleted" {
            fs::rename(home.file("away"), &file).unwrap();
        }
        assert_eq!(set(&store, "a", "three").await, Err(StoreError::Replaced), "from then on: {name} {what}");
        assert_eq!(value(&store, "a").await.unwrap().as_deref(), Some("one"), "what was read can be read on");
        assert_eq!(store.close().await, Err(StoreError::Replaced));
    }
}

#[tokio::test]
async fn no_text_stands_readable_in_the_files() {
    let home = Home::new();
    let store = home.store();
    let canary = "canary-Żółć-of-a-candidate";
    for n in 0..50 {
        set(&store, &format!("name-{n}"), canary).await.unwrap();
    }
    let mut files = 0;
    let mut look = || {
        for entry in fs::read_dir(home.folder.path()).unwrap() {
            let bytes = fs::read(entry.unwrap().path()).unwrap_or_default();
            files += usize::from(!bytes.is_empty());
            for needle in [canary.as_bytes(), b"SQLite format", b"CREATE TABLE"] {
                assert!(!bytes.windows(needle.len()).any(|window| window == needle));
            }
        }
    };
    look();
    drop(store);
    look();
    assert!(files >= 4, "the database, its journal, and the database again: {files}");
}
