use super::*;
use crate::{Store, setting};

fn key(byte: u8) -> DataKey {
    DataKey::new([byte; 32])
}

async fn written(folder: &Path) -> PathBuf {
    let path = folder.join("workbench.db");
    let store = Store::open(&path, &key(1), true, &folder.join("backups")).unwrap();
    store.write(|w| setting::set(w, "canary", "\"kept 山田\"")).await.unwrap();
    store.close().await.unwrap();
    path
}

async fn canary(path: &Path, key: &DataKey) -> Result<Option<String>, StoreError> {
    let store = Store::open(path, key, false, &path.with_extension("backups"))?;
    let found = store.read(|r| setting::get(r, "canary")).await;
    store.close().await?;
    found
}

#[tokio::test]
async fn a_moved_store_has_everything_and_opens_by_the_new_key_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path()).await;
    let before = mark(&path).unwrap().unwrap();
    copy(&path, &key(1), &key(2)).unwrap();
    assert_eq!(canary(&path, &key(1)).await.unwrap().as_deref(), Some("\"kept 山田\""), "until then it is as it was");
    let copied = mark(&copy_of(&path)).unwrap().unwrap();
    assert_ne!(copied, before);
    take_place(&path).unwrap();
    assert_eq!(mark(&path).unwrap().unwrap(), copied);
    assert_eq!(canary(&path, &key(2)).await.unwrap().as_deref(), Some("\"kept 山田\""));
    assert_eq!(canary(&path, &key(1)).await.unwrap_err(), StoreError::NotReadable);
    assert!(!copy_of(&path).exists());
}

#[tokio::test]
async fn what_cannot_be_copied_leaves_no_copy_and_the_store_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path()).await;
    let before = fs::read(&path).unwrap();
    assert_eq!(copy(&path, &key(9), &key(2)).unwrap_err(), StoreError::NotReadable);
    assert!(!copy_of(&path).exists());
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(copy(&folder.path().join("none.db"), &key(1), &key(2)).unwrap_err(), StoreError::ReadOnly);
}

#[tokio::test]
async fn a_copy_of_an_earlier_try_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path()).await;
    fs::write(copy_of(&path), b"half a copy").unwrap();
    copy(&path, &key(1), &key(2)).unwrap();
    take_place(&path).unwrap();
    assert!(canary(&path, &key(2)).await.unwrap().is_some());
    forget(&path).unwrap();
}

#[tokio::test]
async fn a_copy_that_lacks_a_row_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path()).await;
    let to = copy_of(&path);
    export(&path, &key(1), &to, &key(2).literal()).unwrap();
    let conn = conn::open(&path, &key(1), false).unwrap();
    conn.execute(
        "ATTACH DATABASE :to AS moving KEY :key",
        named_params! {
            ":to": to.to_str().unwrap(), ":key": key(2).literal().as_str(),
        },
    )
    .unwrap();
    compare(&conn).unwrap();
    conn.execute_batch("DELETE FROM moving.setting").unwrap();
    assert!(matches!(compare(&conn), Err(StoreError::Bug(why)) if why.contains("setting")));
}

#[test]
fn a_file_too_short_for_a_database_has_no_mark() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("workbench.db");
    assert_eq!(mark(&path).unwrap(), None);
    fs::write(&path, b"short").unwrap();
    assert_eq!(mark(&path).unwrap(), None);
}
