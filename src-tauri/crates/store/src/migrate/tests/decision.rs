//! 0008: candidates from before there were decisions and a log.

use jiff::Timestamp;
use workbench_domain::{
    debrief::DebriefDraft,
    decision::{Decision, DecisionVersion, Outcome},
    interviewer::Interviewer,
    log::{Deed, verify},
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
