use std::{
    fs,
    sync::{Arc, Mutex},
};

use super::*;
use crate::{Store, setting};

fn key() -> DataKey {
    DataKey::new([5; 32])
}

fn open_store(folder: &Path) -> Store {
    Store::open(&folder.join("a.db"), &key(), true, &folder.join("backups")).unwrap()
}

async fn set(store: &Store, name: &str) {
    let name = name.to_owned();
    store.write(move |w| setting::set(w, &name, &"x".repeat(300))).await.unwrap_or_else(|e: StoreError| panic!("{e}"));
}

/// Somebody who waits until this part is under way.
struct Waiting {
    told: Mutex<Vec<(Part, u64, u64)>>,
    until: Option<Part>,
}

impl Watch for Waiting {
    fn told(&self, part: Part, done: u64, of: u64) {
        self.told.lock().unwrap().push((part, done, of));
    }

    fn stopped(&self) -> bool {
        self.told.lock().unwrap().last().is_some_and(|(part, _, _)| Some(*part) == self.until)
    }
}

#[tokio::test]
async fn a_backup_tells_how_far_it_is_and_stopped_in_any_part_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let store = open_store(folder.path());
    let filled = store.write(|w| (0..20_000).try_for_each(|n| setting::set(w, &format!("n{n}"), &"x".repeat(300))));
    filled.await.unwrap();
    store.close().await.unwrap();
    let (path, copies) = (folder.path().join("a.db"), folder.path().join("copies"));
    fs::create_dir(&copies).unwrap();
    let to = copies.join("copy.db");
    for until in [Part::Copying, Part::Checking] {
        let waiting = Arc::new(Waiting { told: Mutex::default(), until: Some(until) });
        let watch: Arc<dyn Watch> = waiting.clone();
        assert_eq!(make(&path, &key(), &to, &watch), Err(StoreError::Stopped), "{until:?}");
        assert_eq!(fs::read_dir(&copies).unwrap().count(), 0, "{until:?}");
        assert_eq!(waiting.told.lock().unwrap().last().map(|(part, _, _)| *part), Some(until));
    }
    let waiting = Arc::new(Waiting { told: Mutex::default(), until: None });
    let watch: Arc<dyn Watch> = waiting.clone();
    make(&path, &key(), &to, &watch).unwrap();
    let told = waiting.told.lock().unwrap().clone();
    let copied: Vec<(u64, u64)> =
        told.iter().filter(|(part, _, _)| *part == Part::Copying).map(|(_, done, of)| (*done, *of)).collect();
    assert!(copied.len() > 2, "{told:?}");
    assert!(copied.is_sorted() && copied.iter().all(|(done, of)| done <= of), "{copied:?}");
    // What was expected is what came.
    let bytes = fs::metadata(&to).unwrap().len();
    let expected = copied[0].1;
    assert!(bytes.abs_diff(expected) * 20 <= bytes, "{expected} of {bytes}");
    assert_eq!(told.last(), Some(&(Part::Checking, 0, 0)));
}

#[tokio::test]
async fn a_backup_is_of_one_moment_while_others_write_and_has_the_mark_of_its_database() {
    let folder = tempfile::tempdir().unwrap();
    let store = open_store(folder.path());
    for n in 0..50 {
        set(&store, &format!("n{n}")).await;
    }
    let (path, to) = (folder.path().join("a.db"), folder.path().join("copy.db"));
    let (from, into) = (path.clone(), to.clone());
    let made = tokio::task::spawn_blocking(move || make(&from, &key(), &into, &unwatched()));
    for n in 50..100 {
        set(&store, &format!("n{n}")).await;
    }
    let content = made.await.unwrap().unwrap();
    let saves = content.saves.unwrap();
    assert!((50..=100).contains(&saves), "{saves}");
    assert_eq!(look(&path, &key()).unwrap().saves, Some(100), "every commit counts, and nothing else");
    assert_eq!(verify(&to, &key()).unwrap(), content);
    assert_eq!(moving::mark(&to).unwrap(), moving::mark(&path).unwrap(), "which is how it is known again");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&to).unwrap().permissions().mode() & 0o777, 0o600);
    }
    store.close().await.unwrap();
    assert_eq!(saves::told(&path), Some(100));
}

#[tokio::test]
async fn a_backup_with_any_flipped_bit_or_cut_anywhere_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let store = open_store(folder.path());
    set(&store, "n").await;
    store.close().await.unwrap();
    let (path, to) = (folder.path().join("a.db"), folder.path().join("copy.db"));
    make(&path, &key(), &to, &unwatched()).unwrap();
    let good = fs::read(&to).unwrap();
    let pages = good.len() / 4096;
    let mut cases: Vec<Vec<u8>> = (0..pages)
        .map(|page| {
            let mut bad = good.clone();
            bad[page * 4096 + 20 + (page * 37) % 4000] ^= 1;
            bad
        })
        .collect();
    for length in [0, 1, 100, 4096, good.len() / 2, good.len() - 4096, good.len() - 1] {
        cases.push(good[..length].to_vec());
    }
    for (number, bad) in cases.into_iter().enumerate() {
        fs::write(&to, &bad).unwrap();
        let refused = verify(&to, &key()).unwrap_err();
        assert!(matches!(refused, StoreError::Damaged | StoreError::NotReadable), "case {number}: {refused:?}");
        assert_eq!(fs::read(&to).unwrap(), bad, "case {number}");
    }
    assert_eq!(verify(&folder.path().join("none.db"), &key()), Err(StoreError::Missing));
    fs::write(&to, &good).unwrap();
    assert_eq!(verify(&to, &DataKey::new([6; 32])), Err(StoreError::NotReadable));
    assert!(verify(&to, &key()).is_ok());
}

#[tokio::test]
async fn a_database_with_a_page_that_cannot_be_read_makes_no_backup() {
    let folder = tempfile::tempdir().unwrap();
    let store = open_store(folder.path());
    for n in 0..50 {
        set(&store, &format!("n{n}")).await;
    }
    store.close().await.unwrap();
    let (path, to) = (folder.path().join("a.db"), folder.path().join("copy.db"));
    let mut bad = fs::read(&path).unwrap();
    // A leaf with settings: the table that fills last.
    let at = bad.len() - 4096 + 2000;
    bad[at] ^= 1;
    fs::write(&path, bad).unwrap();
    assert_eq!(make(&path, &key(), &to, &unwatched()), Err(StoreError::Damaged));
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("copy")), "{left:?}");
}

#[tokio::test]
async fn saves_that_are_gone_are_noticed_and_a_count_that_is_gone_is_no_matter() {
    let folder = tempfile::tempdir().unwrap();
    let store = open_store(folder.path());
    set(&store, "first").await;
    store.close().await.unwrap();
    let (path, count) = (folder.path().join("a.db"), folder.path().join("a.saves"));
    let old = fs::read(&path).unwrap();
    let store = open_store(folder.path());
    assert_eq!(store.missing_saves(), 0);
    for n in 0..3 {
        set(&store, &format!("n{n}")).await;
    }
    // A job that changes nothing saves nothing.
    store.write(|w| setting::get(w, "n1").map(drop)).await.unwrap();
    store.close().await.unwrap();
    let new = fs::read(&path).unwrap();
    fs::write(&path, &old).unwrap();
    let store = open_store(folder.path());
    assert_eq!(store.missing_saves(), 3, "an older copy in its place");
    store.close().await.unwrap();
    let store = open_store(folder.path());
    assert_eq!(store.missing_saves(), 0, "it is said once");
    store.close().await.unwrap();
    for content in [&b""[..], b"garbage\n", b"\xff"] {
        fs::write(&path, &new).unwrap();
        fs::write(&count, content).unwrap();
        assert_eq!(open_store(folder.path()).missing_saves(), 0);
    }
    fs::remove_file(&count).unwrap();
    assert_eq!(open_store(folder.path()).missing_saves(), 0);
}

#[tokio::test]
async fn a_journal_that_was_cut_or_flipped_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let store = open_store(folder.path());
    set(&store, "first").await;
    store.close().await.unwrap();
    let path = folder.path().join("a.db");
    let store = open_store(folder.path());
    for n in 0..5 {
        set(&store, &format!("n{n}")).await;
    }
    // As a killed process leaves it: the journal holds what the database does not.
    let (database, journal) = (fs::read(&path).unwrap(), fs::read(folder.path().join("a.db-wal")).unwrap());
    let count = fs::read(folder.path().join("a.saves")).unwrap();
    store.close().await.unwrap();
    let mut flipped = journal.clone();
    let middle = journal.len() / 2;
    flipped[middle] ^= 1;
    for (bad, least) in [(&journal[..0], 5), (&journal[..journal.len() / 2], 1), (&flipped[..], 1)] {
        fs::write(&path, &database).unwrap();
        fs::write(folder.path().join("a.db-wal"), bad).unwrap();
        fs::write(folder.path().join("a.saves"), &count).unwrap();
        let store = open_store(folder.path());
        assert!((least..=5).contains(&store.missing_saves()), "{} of 5", store.missing_saves());
        store.close().await.unwrap();
    }
    fs::write(&path, &database).unwrap();
    fs::write(folder.path().join("a.db-wal"), &journal).unwrap();
    fs::write(folder.path().join("a.saves"), &count).unwrap();
    assert_eq!(open_store(folder.path()).missing_saves(), 0, "a whole one is read");
}
