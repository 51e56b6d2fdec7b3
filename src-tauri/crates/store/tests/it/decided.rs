//! Debriefs, decisions and the log: what is added to and never changed.

use jiff::Timestamp;
use workbench_domain::{
    debrief::DebriefDraft,
    decision::{Decision, DecisionVersion, Outcome},
    formula::Composite,
    ids::RoundId,
    log::{Act, Deed, Fault, Subject, verify},
};
use workbench_store::{StoreError, candidate, debrief, decision, log, scorecard, seen};

use crate::support::{Home, a_world, at, me, submit, within};

fn deed(act: Act, content: char, when: Timestamp) -> Deed {
    let subjects = vec![Subject::Candidate("c1".into())];
    Deed { at: when, actor: me().id, act, subjects, content: content.to_string().repeat(64) }
}

fn a_decision(number: u32, round: Option<RoundId>) -> DecisionVersion {
    let version = DecisionVersion {
        number,
        candidate_id: "c1".into(),
        round_id: round,
        decision: Decision {
            outcome: Outcome::Hold,
            level: String::new(),
            role: String::new(),
            reason: "Wait for \"Ana\", 太郎".into(),
            formula: None,
            dissent: Vec::new(),
        },
        by: me(),
        at: at(5),
        // A figure whose last digit a careless reading would lose: the hash must be that of what comes back.
        composite: Some(Composite {
            value: Some(3.100_000_000_000_000_5 + f64::from(number) / 3.0),
            competencies_rated: 2,
            competencies: 3,
            weight_rated: 2,
            weight: 3,
        }),
        consensus: Vec::new(),
        open: Vec::new(),
        notes_hash: None,
        previous: None,
        hash: String::new(),
    };
    DecisionVersion { hash: version.right_hash(), ..version }
}

fn logged(version: &DecisionVersion) -> Deed {
    let expected = version.expected();
    let subjects = vec![expected.subject];
    Deed { at: version.at, actor: me().id, act: expected.act, subjects, content: expected.content }
}

#[tokio::test]
async fn lines_of_the_log_are_chained_and_come_back_as_they_were() {
    within(|w| {
        assert_eq!(log::last(w)?, None);
        let first = log::add(w, deed(Act::ScorecardSubmit, 'a', at(9)))?;
        // A clock that was set back changes nothing: lines stand in the order that they were added.
        let second = log::add(w, deed(Act::Reveal, 'b', at(1)))?;
        let third = log::add(w, deed(Act::PacketExport, 'c', at(2)))?;
        assert_eq!(log::list(w)?, [first.clone(), second.clone(), third.clone()]);
        assert_eq!(log::last(w)?, Some(third.clone()));
        assert_eq!(log::before(w, u32::MAX, 2)?, [third, second]);
        assert_eq!(log::before(w, 2, 9)?, [first]);
        assert_eq!(verify(&log::list(w)?, &[]), Ok(()));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_database_refuses_to_change_the_log_and_whoever_gets_round_it_breaks_the_chain() {
    let home = Home::new();
    let store = home.store();
    store
        .write(|w| {
            a_world(w)?;
            for content in ['a', 'b', 'c'] {
                log::add(w, deed(Act::Reveal, content, at(1)))?;
            }
            let made = a_decision(1, None);
            decision::add(w, &made, logged(&made))
        })
        .await
        .unwrap();
    store.close().await.unwrap();
    let conn = home.raw();
    conn.execute_batch("PRAGMA foreign_keys=ON;").unwrap();
    for (statement, why) in [
        ("UPDATE log SET content = hash WHERE sequence = 2", "a line of the log never changes"),
        ("DELETE FROM log WHERE sequence = 4", "a line of the log is never removed"),
        (
            "INSERT INTO log (sequence, created_at, actor_id, act, subjects, content, previous, hash)
             SELECT 9, 1, 'me', 'reveal', '[]', content, hash, content FROM log WHERE sequence = 4",
            "a line of the log comes after the last one",
        ),
        ("UPDATE decision SET number = 2", "a decision never changes"),
        ("DELETE FROM decision", "a decision is kept as long as its candidate"),
    ] {
        let refused = conn.execute_batch(statement).unwrap_err().to_string();
        assert!(refused.contains(why), "{statement}: {refused}");
    }
    // Somebody with the key who takes the guards away first.
    conn.execute_batch("DROP TRIGGER log_is_frozen; UPDATE log SET actor_id = 'you' WHERE sequence = 2;").unwrap();
    drop(conn);
    let store = home.store();
    let broken = store.read(|r| Ok::<_, StoreError>(verify(&log::list(r)?, &[]).unwrap_err())).await.unwrap();
    assert_eq!((broken.sequence, broken.fault), (2, Fault::Changed));
}

#[tokio::test]
async fn every_version_of_a_decision_is_kept_by_its_round_and_logged_with_it() {
    within(|w| {
        a_world(w)?;
        let autumn = Some(RoundId::from("autumn"));
        for version in [a_decision(1, None), a_decision(1, autumn.clone()), a_decision(2, autumn.clone())] {
            decision::add(w, &version, logged(&version))?;
        }
        assert_eq!(decision::versions(w, &"c1".into(), None)?, [a_decision(1, None)]);
        assert_eq!(
            decision::versions(w, &"c1".into(), autumn.as_ref())?,
            [a_decision(1, autumn.clone()), a_decision(2, autumn.clone())]
        );
        let kept: Vec<_> = decision::list(w)?.iter().map(DecisionVersion::expected).collect();
        assert_eq!(kept.len(), 3);
        assert_eq!(verify(&log::list(w)?, &kept), Ok(()));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_decision_whose_number_is_taken_is_neither_kept_nor_logged() {
    let home = Home::new();
    let store = home.store();
    let add = |version: DecisionVersion| store.write(move |w| decision::add(w, &version, logged(&version)));
    store.write(|w| a_world(w).map(|_| ())).await.unwrap();
    add(a_decision(1, None)).await.unwrap();
    assert!(add(a_decision(1, None)).await.is_err());
    let lines = store.read(log::list).await.unwrap();
    assert_eq!(lines.len(), 1);
}

#[tokio::test]
async fn what_a_panel_writes_down_is_kept_by_round_and_goes_with_the_candidate_but_the_log_stays() {
    within(|w| {
        a_world(w)?;
        let (id, autumn) = ("c1".into(), RoundId::from("autumn"));
        assert_eq!(debrief::get(w, &id, None)?, DebriefDraft::default());
        let noted = |notes: &str| DebriefDraft { notes: notes.to_owned(), ..DebriefDraft::default() };
        debrief::put(w, &id, None, &noted("before"))?;
        debrief::put(w, &id, Some(&autumn), &noted("first"))?;
        debrief::put(w, &id, Some(&autumn), &noted("second"))?;
        assert_eq!(debrief::get(w, &id, Some(&autumn))?, noted("second"));
        assert_eq!(debrief::of_candidate(w, &id)?, [noted("before"), noted("second")]);
        let made = a_decision(1, Some(autumn));
        decision::add(w, &made, logged(&made))?;
        candidate::remove(w, &id)?;
        assert_eq!(debrief::of_candidate(w, &id)?, []);
        assert_eq!(decision::list(w)?, []);
        assert_eq!(log::list(w)?.len(), 1);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_hashes_that_are_revealed_are_those_of_others_submitted_scorecards() {
    within(|w| {
        a_world(w)?;
        assert_eq!(seen::hashes(w, &"you".into(), &"c1".into())?, Vec::<String>::new());
        submit(w, workbench_domain::scorecard::Recommendation::Yes, "Because.", 5)?;
        let hash = scorecard::get(w, &"i1".into())?.hash.unwrap();
        assert_eq!(seen::hashes(w, &"you".into(), &"c1".into())?, [hash]);
        assert_eq!(seen::hashes(w, &me().id, &"c1".into())?, Vec::<String>::new());
        Ok(())
    })
    .await;
}
