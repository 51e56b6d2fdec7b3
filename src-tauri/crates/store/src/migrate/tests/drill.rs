//! 0009: people from before there were drills.

use jiff::Timestamp;
use workbench_domain::{drill::DrillRating, rating::Level};

use super::{round::BEFORE, *};
use crate::{Store, drill};

#[tokio::test]
async fn who_was_there_before_has_rated_nothing_and_keeps_what_is_rated_from_then_on() {
    let home = Home { folder: tempfile::tempdir().unwrap(), key: DataKey::new([3; 32]) };
    create(&home.path(), &home.key, &STEPS[..8]).unwrap();
    conn::open(&home.path(), &home.key, false).unwrap().execute_batch(BEFORE).unwrap();

    let store = Store::open(&home.path(), &home.key, false, &home.backups()).unwrap();
    assert_eq!(home.backup_names(), ["workbench-v8.db"]);
    let checked = store.write(|w| {
        let me = "me".into();
        assert_eq!(drill::list(w, &me)?, []);
        let rating = |given| DrillRating {
            question_id: "p/q".into(),
            answer: "short".to_owned(),
            content: "a".repeat(64),
            given: Level::new(given).unwrap(),
            key: Level::new(3).unwrap(),
            at: Timestamp::from_millisecond(i64::from(given)).unwrap(),
        };
        drill::add(w, &me, &rating(4))?;
        drill::add(w, &me, &rating(2))?;
        assert_eq!(drill::list(w, &me)?, [rating(4), rating(2)]);
        assert_eq!(drill::list(w, &"other".into())?, []);
        assert!(drill::add(w, &"nobody".into(), &rating(1)).is_err());
        Ok::<_, StoreError>(())
    });
    checked.await.unwrap();
    store.close().await.unwrap();
    let conn = conn::open(&home.path(), &home.key, false).unwrap();
    assert!(conn.execute_batch("UPDATE drill_rating SET given = 3").is_err(), "the key was told");
}
