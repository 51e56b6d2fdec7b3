//! The write-up: reasons with evidence, versions, hidden notes, settled follow-ups, and who has seen whose.

use workbench_domain::{
    candidate::Candidate,
    entry::{Entry, EntryKind},
    evidence::{Reason, TickRef},
    hidden::{HiddenEntry, Topic},
    ids::InterviewerId,
    interviewer::Interviewer,
    means::CompetencySum,
    meeting::Meeting,
    phase::Phase,
    place::Place,
    rating::Level,
    scorecard::{Confirmation, OwnRating, Recommendation, Scorecard},
    tick::TickTarget,
};
use workbench_store::{StoreError, candidate, entry, interview, interviewer, scorecard, seen};

use crate::support::{a_candidate, a_version, a_world, an_interview, at, me, submit, within};

fn an_entry(id: &str, kind: EntryKind, text: &str, kept: i64) -> Entry {
    let place = Place::General;
    Entry { id: id.into(), place, kind, link: None, text: text.into(), at_seconds: 12, kept_at: at(kept), rev: 1 }
}

#[tokio::test]
async fn a_draft_keeps_its_reasons_own_ratings_and_confirmation() {
    within(|w| {
        a_world(w)?;
        let id = "i1".into();
        assert_eq!(scorecard::get(w, &id)?, Scorecard::default(), "nothing written yet");
        let tick = TickRef { question_id: "q/a".into(), target: TickTarget::RedFlag, number: 1 };
        let draft = Scorecard {
            reason: "So far".into(),
            reasons_for: vec![Reason { text: "Calm".into(), entry_ids: vec!["e1".into()], ticks: vec![tick] }],
            reasons_against: vec![Reason { text: "太郎".into(), ..Reason::default() }],
            own_ratings: vec![OwnRating {
                competency_id: "concurrency".into(),
                level: Level::new(2).unwrap(),
                reason: "Prompted.".into(),
            }],
            confirmed: Some(Confirmation {
                at: at(7),
                sums: vec![CompetencySum { competency_id: "concurrency".into(), sum: 4, rated: 1, questions: 3 }],
            }),
            ..Scorecard::default()
        };
        scorecard::save(w, &id, &draft)?;
        assert_eq!(scorecard::get(w, &id)?, draft);
        let less = Scorecard { reason: "Less".into(), ..Scorecard::default() };
        scorecard::save(w, &id, &less)?;
        assert_eq!(scorecard::get(w, &id)?, less);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn every_version_is_kept_and_the_first_one_stays_the_scorecard() {
    within(|w| {
        a_world(w)?;
        let id = "i1".into();
        let locked = submit(w, Recommendation::No, "Because.", 9000)?;
        assert_eq!(scorecard::get(w, &id)?, locked);
        let (first, second) = (a_version(1, Recommendation::No, 9000), a_version(2, Recommendation::Yes, 9500));
        scorecard::add_version(w, &id, &second)?;
        assert_eq!(scorecard::versions(w, &id)?, [first, second.clone()]);
        let now = scorecard::get(w, &id)?;
        let told: Vec<_> = now.amendments.iter().map(|a| (a.number, a.at, a.reason.as_str())).collect();
        assert_eq!(told, [(2, at(9500), "On reflection.")]);
        assert_eq!(Scorecard { amendments: vec![], ..now }, locked);
        assert!(matches!(scorecard::add_version(w, &id, &second), Err(StoreError::Bug(_))), "a number is given once");
        assert!(matches!(scorecard::add_version(w, &"none".into(), &second), Err(StoreError::Bug(_))));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_hidden_entry_is_sealed_and_told_by_topic_and_time() {
    within(|w| {
        a_world(w)?;
        let id = "i1".into();
        let secret = an_entry("e1", EntryKind::Quote, "has been to hospital", 2000);
        entry::insert(w, &id, &secret)?;
        entry::insert(w, &id, &an_entry("e2", EntryKind::Note, "open", 3000))?;
        assert_eq!(entry::get_hidden(w, &secret.id)?, None);
        entry::set_hidden(w, &secret.id, Some((Topic::Health, at(4000))))?;
        let told = HiddenEntry { id: secret.id.clone(), topic: Topic::Health, at_seconds: 12, hidden_at: at(4000) };
        let held = interview::load(w, &id)?.unwrap();
        assert_eq!(held.hidden, std::slice::from_ref(&told));
        assert_eq!(held.entries.iter().map(|e| e.text.as_str()).collect::<Vec<_>>(), ["open"]);
        assert!(!serde_json::to_string(&held).unwrap().contains("hospital"));
        assert_eq!(
            interview::page(w, workbench_store::Ask { before: None, limit: 99 })?.rows[0].entries,
            1,
            "not counted either"
        );
        assert_eq!(entry::get_hidden(w, &secret.id)?, Some(told));
        entry::set_removed(w, &"e2".into(), Some(at(4100)))?;

        entry::set_hidden(w, &secret.id, None)?;
        let held = interview::load(w, &id)?.unwrap();
        assert_eq!((held.hidden.len(), held.entries), (0, vec![secret]));
        assert!(matches!(entry::set_hidden(w, &"none".into(), None), Err(StoreError::Bug(_))));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_follow_up_is_settled_and_opened_again() {
    within(|w| {
        a_world(w)?;
        let id = "i1".into();
        // The order of keeping, though the clock was set back in between.
        for (entry, kept) in [("first", 3000), ("second", 2000)] {
            entry::insert(w, &id, &an_entry(entry, EntryKind::FollowUp, "ask", kept))?;
            entry::set_settled(w, &entry.into(), Some(at(4000)))?;
        }
        let settled = || Ok::<_, StoreError>(interview::load(w, &id)?.unwrap().settled);
        assert_eq!(settled()?, ["first".into(), "second".into()]);
        entry::set_settled(w, &"first".into(), None)?;
        assert_eq!(settled()?, ["second".into()]);
        assert!(matches!(entry::set_settled(w, &"none".into(), None), Err(StoreError::Bug(_))));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn only_follow_ups_that_are_open_and_not_hidden_are_left_to_the_next_interviewer() {
    within(|w| {
        a_world(w)?;
        for id in ["open", "settled", "hidden", "removed"] {
            entry::insert(w, &"i1".into(), &an_entry(id, EntryKind::FollowUp, "ask", 2000))?;
        }
        entry::set_settled(w, &"settled".into(), Some(at(3000)))?;
        entry::set_hidden(w, &"hidden".into(), Some((Topic::Family, at(3000))))?;
        entry::set_removed(w, &"removed".into(), Some(at(3000)))?;
        submit(w, Recommendation::No, "Because.", 9000)?;
        let left = entry::follow_ups(w, &"c1".into(), &"another".into())?;
        assert_eq!(left.iter().map(|one| one.entry_id.as_str()).collect::<Vec<_>>(), ["open"]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_end_of_a_meeting_is_as_it_was_said_or_else_its_last_note() {
    within(|w| {
        a_world(w)?;
        let id = "i1".into();
        let ended = || {
            Ok::<_, StoreError>((
                interview::page(w, workbench_store::Ask { before: None, limit: 99 })?.rows[0].ended_at,
                interview::load(w, &id)?.unwrap().ended_at(),
            ))
        };
        assert_eq!(ended()?, (None, at(1000)), "nothing is known, so it ends as it starts");
        let began = Meeting { phase: Phase::Live, begun_at: Some(at(1500)), ..Meeting::prepared() };
        interview::set_meeting(w, &id, &began)?;
        assert_eq!(ended()?, (None, at(1500)));
        entry::insert(w, &id, &an_entry("e1", EntryKind::Note, "late", 3000))?;
        assert_eq!(ended()?, (Some(at(3000)), at(3000)));
        interview::set_meeting(w, &id, &Meeting { held_at: Some(at(700)), ..began.clone() })?;
        assert_eq!(ended()?, (Some(at(700)), at(700)), "written down afterwards");
        interview::set_meeting(w, &id, &Meeting { ended_at: Some(at(2000)), ..began })?;
        assert_eq!(ended()?, (Some(at(2000)), at(2000)), "a note after the end does not move it");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_first_time_that_others_are_seen_stands() {
    within(|w| {
        a_world(w)?;
        let (me, c1) = (me().id, "c1".into());
        assert_eq!(seen::get(w, &me, &c1)?, None);
        seen::add(w, &me, &c1, at(1))?;
        seen::add(w, &me, &c1, at(2))?;
        assert_eq!(seen::get(w, &me, &c1)?, Some(at(1)));
        assert_eq!(seen::get(w, &me, &"c2".into())?, None);
        assert!(matches!(seen::add(w, &me, &"none".into(), at(3)), Err(StoreError::Bug(_))));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn ones_own_open_interviews_are_listed_and_no_other() {
    within(|w| {
        a_world(w)?;
        let other = Interviewer { id: "other".into(), name: "Other".into() };
        interviewer::put(w, &other)?;
        candidate::insert(w, &a_candidate("c2", 0), &me().id)?;
        interview::insert(w, &an_interview("i2", "c2", 2000))?;
        let theirs = interview::NewInterview { interviewer_id: other.id.clone(), ..an_interview("i3", "c2", 3000) };
        interview::insert(w, &theirs)?;
        let open = |id: &InterviewerId| -> Result<Vec<String>, StoreError> {
            Ok(interview::open_of(w, id)?.into_iter().map(|open| open.candidate_id.0).collect())
        };
        assert_eq!(open(&me().id)?, ["c1", "c2"]);
        assert_eq!(open(&other.id)?, ["c2"]);
        submit(w, Recommendation::No, "Because.", 9000)?;
        assert_eq!(open(&me().id)?, ["c2"]);
        for (phase, owed) in [(Phase::NoShow, 0), (Phase::Withdrawn, 0), (Phase::Interrupted, 1), (Phase::Ended, 1)] {
            interview::set_meeting(w, &"i2".into(), &Meeting { phase, ..Meeting::prepared() })?;
            assert_eq!(open(&me().id)?.len(), owed, "{phase:?}");
        }
        interview::remove(w, &"i2".into())?;

        candidate::insert(w, &Candidate { practice: true, ..a_candidate("practice", 0) }, &me().id)?;
        interview::insert(w, &an_interview("i4", "practice", 4000))?;
        assert_eq!(open(&me().id)?, Vec::<String>::new(), "practice hides nothing");
        let beside = interview::NewInterview {
            interviewer_id: other.id.clone(),
            host_id: Some(me().id),
            ..an_interview("i5", "c1", 5000)
        };
        interview::insert(w, &beside)?;
        assert_eq!(open(&me().id)?, ["c1"], "what another writes on this laptop is owed here too");
        assert_eq!(open(&other.id)?, ["c2", "c1"]);
        Ok(())
    })
    .await;
}
