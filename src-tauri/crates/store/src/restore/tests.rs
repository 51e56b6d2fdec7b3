use super::*;
use crate::{Store, log, setting};

fn key() -> DataKey {
    DataKey::new([5; 32])
}

fn open_store(folder: &Path) -> Store {
    Store::open(&folder.join("a.db"), &key(), true, &folder.join("backups")).unwrap()
}

async fn set(folder: &Path, value: &'static str) {
    let store = open_store(folder);
    store.write(move |w| setting::set(w, "what", value)).await.unwrap_or_else(|e: StoreError| panic!("{e}"));
    store.close().await.unwrap();
}

async fn get(folder: &Path) -> (Option<String>, u64) {
    let store = open_store(folder);
    let found = store.read(|r| setting::get(r, "what")).await.unwrap();
    let missing = store.missing_saves();
    store.close().await.unwrap();
    (found, missing)
}

fn prepared(path: &Path, from: &Path) -> Result<Counts, StoreError> {
    prepare(path, &key(), from, moving::mark(path)?, |w| setting::set(w, "restored", "yes"))
}

#[tokio::test]
async fn a_restore_brings_the_old_back_and_a_kill_at_any_step_leaves_the_old_or_the_new() {
    let folder = tempfile::tempdir().unwrap();
    let (path, backup_file) = (folder.path().join("a.db"), folder.path().join("b.db"));
    set(folder.path(), "old").await;
    backup::make(&path, &key(), &backup_file, &backup::unwatched()).unwrap();
    set(folder.path(), "new").await;
    let mark = moving::mark(&path).unwrap();

    // Killed before it was decided: the next start sweeps what lies there.
    prepared(&path, &backup_file).unwrap();
    assert!(!finish(&path).unwrap(), "nothing was decided");
    moving::forget(&path).unwrap();
    assert_eq!(get(folder.path()).await, (Some("new".to_owned()), 0));

    // Killed right after it was decided, and after each step that follows.
    prepared(&path, &backup_file).unwrap();
    decide(&path).unwrap();
    assert!(path.exists() && complete(&path).exists());
    for end in ["-wal", "-shm"] {
        fs::write(file::beside(&path, end), b"of the old database").unwrap();
    }
    file::remove(&file::beside(&path, "-wal")).unwrap();
    assert!(finish(&path).unwrap(), "the next start carries it through");
    assert!(!complete(&path).exists() && !file::beside(&path, "-shm").exists());
    assert_eq!(get(folder.path()).await, (Some("old".to_owned()), 0), "and takes no save for lost");
    assert!(!finish(&path).unwrap());
    assert_eq!(moving::mark(&path).unwrap(), mark, "the key file knows it by the same mark");
    let store = open_store(folder.path());
    assert_eq!(store.read(|r| setting::get(r, "restored")).await.unwrap().as_deref(), Some("yes"));
    store.close().await.unwrap();
    assert!(backup::verify(&backup_file, &key()).is_ok(), "the backup is as it was");
}

#[tokio::test]
async fn a_bad_backup_is_refused_before_anything_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let (path, other) = (folder.path().join("a.db"), folder.path().join("b.db"));
    set(folder.path(), "here").await;
    backup::make(&path, &key(), &other, &backup::unwatched()).unwrap();
    let good = fs::read(&other).unwrap();
    let mut flipped = good.clone();
    flipped[good.len() - 100] ^= 1;
    for (bad, why) in [
        (flipped, StoreError::Damaged),
        (good[..good.len() - 5000].to_vec(), StoreError::Damaged),
        (vec![7; 9000], StoreError::NotReadable),
        (Vec::new(), StoreError::Damaged),
    ] {
        fs::write(&other, bad).unwrap();
        assert_eq!(prepared(&path, &other), Err(why));
        assert!(!moving::copy_of(&path).exists());
    }
    fs::write(&other, &good).unwrap();
    let conn = conn::open(&other, &key(), false).unwrap();
    conn.execute_batch("PRAGMA user_version=999").unwrap();
    drop(conn);
    assert!(matches!(prepared(&path, &other), Err(StoreError::Newer { found: 999, .. })));
    fs::write(&other, &good).unwrap();
    let refused = prepare(&path, &key(), &other, None, |_| Err(StoreError::Bug("not wanted".into())));
    assert_eq!(refused, Err(StoreError::Bug("not wanted".into())));
    assert!(!moving::copy_of(&path).exists());
    assert_eq!(get(folder.path()).await.0.as_deref(), Some("here"));
}

#[tokio::test]
async fn a_backup_of_an_older_format_is_brought_up_to_date_as_it_is_restored() {
    let folder = tempfile::tempdir().unwrap();
    let (path, old) = (folder.path().join("a.db"), folder.path().join("old.db"));
    set(folder.path(), "here").await;
    migrate::create(&old, &key(), migrate::steps_to(3)).unwrap();
    let conn = conn::open(&old, &key(), false).unwrap();
    conn.execute_batch("INSERT INTO setting (name, value) VALUES ('what', 'from long ago')").unwrap();
    drop(conn);
    let found = backup::verify(&old, &key()).unwrap();
    assert_eq!((found.format, found.saves, found.counts), (3, None, Counts::default()));
    assert_eq!(log::within(&old, &key()), Ok(Vec::new()), "it had no log yet");
    prepared(&path, &old).unwrap();
    decide(&path).unwrap();
    finish(&path).unwrap();
    assert_eq!(get(folder.path()).await, (Some("from long ago".to_owned()), 0));
    assert_eq!(backup::verify(&old, &key()).unwrap().format, 3, "the backup itself is as it was");
    assert!(!folder.path().join("backups").exists(), "and needs no backup of its own");
}

#[test]
fn a_damaged_database_is_kept_under_a_name_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let (path, aside) = (folder.path().join("a.db"), folder.path().join("damaged"));
    assert_eq!(set_aside(&path, &aside, "one").unwrap(), None);
    fs::write(&path, b"bytes").unwrap();
    fs::write(file::beside(&path, "-wal"), b"journal").unwrap();
    let first = set_aside(&path, &aside, "one").unwrap().unwrap();
    let second = set_aside(&path, &aside, "one").unwrap().unwrap();
    assert_ne!(first, second);
    fs::remove_file(&path).unwrap();
    fs::remove_file(file::beside(&path, "-wal")).unwrap();
    for kept in [first, second] {
        assert_eq!(fs::read(&kept).unwrap(), b"bytes");
        assert_eq!(fs::read(file::beside(&kept, "-wal")).unwrap(), b"journal");
    }
}
