//! 0014: people from before there were legal holds.

use jiff::Timestamp;
use workbench_domain::{hold::Hold, interviewer::Interviewer};

use super::{round::BEFORE, *};
use crate::{Store, candidate, hold};

#[tokio::test]
async fn who_was_there_before_is_on_no_hold_and_whoever_is_cannot_be_removed() {
    let home = Home { folder: tempfile::tempdir().unwrap(), key: DataKey::new([3; 32]) };
    create(&home.path(), &home.key, &STEPS[..13]).unwrap();
    conn::open(&home.path(), &home.key, false).unwrap().execute_batch(BEFORE).unwrap();

    let store = Store::open(&home.path(), &home.key, false, &home.backups()).unwrap();
    assert_eq!(home.backup_names(), ["workbench-v13.db"]);
    let at = |n| Timestamp::from_millisecond(n).unwrap();
    let held = Hold {
        reason: "A complaint.".to_owned(),
        by: Interviewer { id: "me".into(), name: "Anna".to_owned() },
        at: at(5),
    };
    let checked = store.write(move |w| {
        let (id, me) = ("c".into(), "me".into());
        assert_eq!((hold::of_candidate(w, &id)?, hold::standing(w)?), (None, vec![]));
        assert!(!hold::lift(w, &id, &me, at(6))?);
        hold::set(w, &id, &held)?;
        assert_eq!(hold::of_candidate(w, &id)?, Some(held.clone()));
        assert_eq!(hold::standing(w)?, [(id.clone(), held.clone())]);
        assert!(hold::set(w, &id, &held).is_err(), "one stands already");
        assert!(candidate::remove(w, &id).is_err(), "the database itself refuses");
        assert!(hold::lift(w, &id, &me, at(7))?);
        assert_eq!((hold::of_candidate(w, &id)?, hold::standing(w)?), (None, vec![]));
        hold::set(w, &id, &Hold { at: at(8), ..held.clone() })?;
        assert!(hold::lift(w, &id, &me, at(9))?, "one may be set again");
        assert!(candidate::remove(w, &id)?, "what was lifted goes with its candidate");
        Ok::<_, StoreError>(())
    });
    checked.await.unwrap();
}
