//! 0008: candidates from before there were decisions and a log.

use jiff::Timestamp;
use workbench_domain::{
    debrief::DebriefDraft,
    decision::{Decision, DecisionVersion, Outcome},
    interviewer::Interviewer,
    log::{Act, Deed, Fault, verify},
};

use super::{round::BEFORE, *};
use crate::{Store, candidate, debrief, decision, log};

#[tokio::test]
async fn who_was_there_before_is_undecided_and_can_be_decided_about_and_removed() {
    let home = Home { folder: tempfile::tempdir().unwrap(), key: DataKey::new([3; 32]) };
    create(&home.path(), &home.key, &STEPS[..7]).unwrap();
    conn::open(&home.path(), &home.key, false).unwrap().execute_batch(BEFORE).unwrap();

    let store = Store::open(&home.path(), &home.key, false, &home.backups()).unwrap();
    assert_eq!(home.backup_names(), ["workbench-v7.db"]);
    let checked = store.write(|w| {
        let ana = "c".into();
        assert_eq!((decision::versions(w, &ana, None)?, log::last(w)?), (Vec::new(), None));
        assert_eq!(debrief::get(w, &ana, None)?, DebriefDraft::default());
        let made = DecisionVersion {
            number: 1,
            candidate_id: ana.clone(),
            round_id: None,
            decision: Decision {
                outcome: Outcome::Hire,
                level: String::new(),
                role: String::new(),
                reason: "Because.".into(),
                formula: None,
                dissent: Vec::new(),
            },
            by: Interviewer { id: "me".into(), name: "Anna".into() },
            at: Timestamp::from_millisecond(7).unwrap(),
            composite: None,
            consensus: Vec::new(),
            open: Vec::new(),
            notes_hash: None,
            previous: None,
            hash: String::new(),
        };
        let made = DecisionVersion { hash: made.right_hash(), ..made };
        let expected = made.expected();
        let deed = Deed {
            at: made.at,
            actor: made.by.id.clone(),
            act: expected.act,
            subjects: vec![expected.subject.clone()],
            content: expected.content.clone(),
        };
        decision::add(w, &made, deed)?;
        assert_eq!(decision::versions(w, &ana, None)?, [made]);
        assert_eq!(verify(&log::list(w)?, &[expected]), Ok(()));
        candidate::remove(w, &ana)?;
        assert_eq!((decision::list(w)?.len(), log::list(w)?.len()), (0, 1), "the log outlives what it is about");
        Ok::<_, StoreError>(())
    });
    checked.await.unwrap();
}

/// Who has the key of the store and writes past the workbench: the database refuses, and where its triggers are taken out
/// first, the check of the chain names the line.
#[tokio::test]
async fn a_line_that_is_forged_in_the_database_itself_is_named() {
    type Broken = Option<(u32, Fault)>;
    let forgeries: [(&str, Broken); 6] = [
        ("UPDATE log SET content = hash WHERE sequence = 2", Some((2, Fault::Changed))),
        ("UPDATE log SET actor_id = 'somebody' WHERE sequence = 1", Some((1, Fault::Changed))),
        ("DELETE FROM log WHERE sequence = 2", Some((2, Fault::Sequence))),
        ("DELETE FROM log WHERE sequence = 1; UPDATE log SET sequence = sequence - 1", Some((1, Fault::Changed))),
        (
            "INSERT INTO log (sequence, created_at, actor_id, act, subjects, content, previous, hash) \
             SELECT 7, created_at, actor_id, act, subjects, content, previous, content FROM log \
             WHERE sequence = 3",
            Some((4, Fault::Sequence)),
        ),
        // Of itself a chain cannot tell that its end is gone: the newest hash is compared with one that was written down.
        ("DELETE FROM log WHERE sequence = 3", None),
    ];
    for (forgery, broken) in forgeries {
        let home = Home { folder: tempfile::tempdir().unwrap(), key: DataKey::new([3; 32]) };
        let store = Store::open(&home.path(), &home.key, true, &home.backups()).unwrap();
        let written = store.write(|w| {
            for act in [Act::ProtectionBegin, Act::UnlockFail, Act::PassphraseChange] {
                let at = Timestamp::from_millisecond(7).unwrap();
                log::add(
                    w,
                    Deed { at, actor: "me".into(), act, subjects: Vec::new(), content: format!("{:0>64}", act.code()) },
                )?;
            }
            Ok::<_, StoreError>(())
        });
        written.await.unwrap();
        store.close().await.unwrap();
        let conn = conn::open(&home.path(), &home.key, false).unwrap();
        assert!(conn.execute_batch(forgery).is_err(), "refused by the database: {forgery}");
        let triggers = "DROP TRIGGER log_is_frozen; DROP TRIGGER log_is_kept; DROP TRIGGER log_goes_on";
        conn.execute_batch(triggers).unwrap();
        conn.execute_batch(forgery).unwrap();
        drop(conn);
        let store = Store::open(&home.path(), &home.key, false, &home.backups()).unwrap();
        let lines = store.read(log::list).await.unwrap();
        let found = verify(&lines, &[]).err().map(|link| (link.sequence, link.fault));
        assert_eq!(found, broken, "{forgery}");
        store.close().await.unwrap();
    }
}
