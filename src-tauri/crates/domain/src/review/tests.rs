use super::*;
use crate::{
    draft::DraftText,
    evidence::TickRef,
    hidden::Topic,
    interview::InterviewState,
    place::Place,
    rating::Level,
    record::{Deviation, DeviationKind, ProbeAsked},
    scorecard::{Confirmation, Recommendation},
    testing::{entry, interview},
};

fn held(ratings: [&str; 3]) -> Interview {
    interview("Ida", InterviewState::Open, ratings)
}

fn own(level: u8, reason: &str) -> OwnRating {
    OwnRating { competency_id: "craft".into(), level: Level::new(level).unwrap(), reason: reason.to_owned() }
}

#[test]
fn a_question_is_open_while_it_is_unrated_rated_without_evidence_or_not_asked_with_some() {
    use QuestionOpen::{NoEvidence, SeemsAsked, Unrated};
    // What stands under the second question, which has nothing in the sample.
    for (rating, kind, ticked, open) in [
        ("-", None, false, Some(Unrated)),
        ("-", Some(EntryKind::Quote), false, Some(Unrated)),
        ("4", None, false, Some(NoEvidence)),
        ("4", Some(EntryKind::Note), false, Some(NoEvidence)),
        ("4", Some(EntryKind::FollowUp), false, Some(NoEvidence)),
        ("4", Some(EntryKind::Quote), false, None),
        ("4", Some(EntryKind::Code), false, None),
        ("4", Some(EntryKind::Good), false, None),
        ("4", Some(EntryKind::Concern), false, None),
        ("4", None, true, None),
        ("1", None, false, Some(NoEvidence)),
        ("not_asked", None, false, None),
        ("not_asked", Some(EntryKind::Note), false, None),
        ("not_asked", Some(EntryKind::FollowUp), false, None),
        ("not_asked", Some(EntryKind::Quote), false, Some(SeemsAsked)),
        ("not_asked", Some(EntryKind::Code), false, Some(SeemsAsked)),
        ("not_asked", Some(EntryKind::Good), false, Some(SeemsAsked)),
        ("not_asked", Some(EntryKind::Concern), false, Some(SeemsAsked)),
        ("not_asked", None, true, Some(SeemsAsked)),
        ("could_not_judge", None, false, None),
        ("could_not_judge", Some(EntryKind::Quote), true, None),
    ] {
        let mut held = held(["3", rating, "3"]);
        held.entries.extend(kind.map(|kind| entry("e9", "p/q2", kind, "words")));
        if ticked {
            let tick = crate::tick::Tick { question_id: "p/q2".into(), ..held.ticks[0].clone() };
            held.ticks.push(tick);
        }
        let review = review(&held, None);
        let line = &review.questions[1];
        assert_eq!((line.number, line.open), (2, open), "{rating} {kind:?} ticked: {ticked}");
        assert_eq!((line.notes, line.ticks), (u32::from(kind.is_some()), u32::from(ticked)));
    }
}

#[test]
fn a_probe_that_was_asked_says_that_its_question_was() {
    for (rating, open) in [("not_asked", Some(QuestionOpen::SeemsAsked)), ("could_not_judge", None)] {
        let mut held = held(["3", rating, "3"]);
        held.records[1].probes = vec![ProbeAsked { number: None, asked: 2 }, ProbeAsked { number: Some(1), asked: 1 }];
        let review = review(&held, None);
        assert_eq!((review.questions[1].open, review.questions[1].probes), (open, 3), "{rating}");
        assert_eq!(review.open.contains(&LeftOpen::SeemsAsked), open.is_some(), "{rating}");
    }
}

#[test]
fn what_is_left_open_is_told_apart() {
    use LeftOpen::{FollowUps, Means, NoEvidence, SeemsAsked, UnratedOptional, UnratedRequired};
    // The first two questions are required. Only the first has evidence; the sample has one follow-up.
    for (ratings, settled, confirmed, open) in [
        (["4", "not_asked", "not_asked"], true, true, vec![]),
        (["4", "not_asked", "not_asked"], true, false, vec![Means]),
        (["4", "not_asked", "not_asked"], false, true, vec![FollowUps]),
        (["4", "-", "not_asked"], true, true, vec![UnratedRequired]),
        (["4", "not_asked", "-"], true, true, vec![UnratedOptional]),
        (["4", "2", "-"], true, true, vec![UnratedOptional, NoEvidence]),
        (["-", "-", "-"], false, false, vec![UnratedRequired, UnratedOptional, FollowUps]),
        (["could_not_judge", "not_asked", "not_asked"], true, false, vec![]),
        (["not_asked", "could_not_judge", "not_asked"], true, false, vec![SeemsAsked]),
    ] {
        let mut held = held(ratings);
        if settled {
            held.settled.push("e2".into());
        }
        let at = held.started_at;
        held.scorecard.confirmed = confirmed.then(|| Confirmation { at, sums: means::sums(&held) });
        let review = review(&held, None);
        assert_eq!(review.open, open, "{ratings:?}");
        assert_eq!(is_required_unrated(&held), open.contains(&UnratedRequired), "{ratings:?}");
        assert_eq!(review.follow_ups.len(), usize::from(!settled));
    }
}

#[test]
fn a_question_that_was_skipped_is_not_open_and_one_that_was_reworded_is() {
    for (kind, open) in [(DeviationKind::Skipped, None), (DeviationKind::Reworded, Some(QuestionOpen::Unrated))] {
        let mut held = held(["3", "-", "3"]);
        held.records[1].deviation = Some(Deviation { kind, reason: String::new() });
        assert_eq!(review(&held, None).questions[1].open, open, "{kind:?}");
        assert_eq!(is_required_unrated(&held), open.is_some(), "{kind:?}");
    }
}

#[test]
fn a_confirmation_ends_when_a_rating_changes_the_mean() {
    let mut held = held(["4", "2", "5"]);
    held.scorecard.confirmed = Some(Confirmation { at: held.started_at, sums: means::sums(&held) });
    assert!(review(&held, None).confirmed);
    held.records[1].rating = Rating::from_code("not_asked");
    assert!(!review(&held, None).confirmed, "one rating fewer");
    held.records[1].rating = Rating::from_code("2");
    assert!(review(&held, None).confirmed, "the same as was confirmed");
}

#[test]
fn means_stand_with_their_coverage_and_own_ratings_beside_them() {
    let mut held = held(["4", "could_not_judge", "-"]);
    held.scorecard.own_ratings = vec![own(2, "The rollback was not theirs.")];
    let lines = review(&held, None).competencies;
    let figures: Vec<_> = lines.iter().map(|c| (c.name.as_str(), c.mean, c.rated, c.questions)).collect();
    assert_eq!(figures, [("Craft", Some(4.0), 1, 2), ("Communication", None, 0, 1)]);
    assert_eq!(lines[0].own.as_ref().map(|own| own.level.number()), Some(2));
    assert_eq!(lines[1].own, None);
}

#[test]
fn what_is_missing_before_submitting_is_a_closed_list() {
    use Missing::{Evidence, OwnRatingReason, ReasonEvidence, ReasonWords, Recommendation as Choice, UnkeptNote};
    let ready = || {
        let mut held = held(["4", "2", "5"]);
        held.scorecard.recommendation = Some(Recommendation::Yes);
        held
    };
    let reason = |text: &str, entries: &[&str]| Reason {
        text: text.to_owned(),
        entry_ids: entries.iter().map(|id| (*id).into()).collect(),
        ticks: Vec::new(),
    };
    type Change = fn(&mut Interview, &dyn Fn(&str, &[&str]) -> Reason);
    let table: &[(&str, Change, &[Missing])] = &[
        ("nothing", |_, _| {}, &[]),
        ("no recommendation", |i, _| i.scorecard.recommendation = None, &[Choice]),
        ("a blank reason", |i, _| i.scorecard.reason = " \n".to_owned(), &[Missing::Reason]),
        (
            "a kept note alone",
            |i, _| {
                i.entries.retain(|e| e.kind == EntryKind::FollowUp);
                i.ticks.clear();
            },
            &[Evidence],
        ),
        ("a tick alone is evidence", |i, _| i.entries.clear(), &[]),
        ("a quote alone is evidence", |i, _| i.ticks.clear(), &[]),
        (
            "something typed",
            |i, _| {
                let written = DraftText { kind: EntryKind::Note, link: None, text: "half".to_owned(), at_seconds: 1 };
                i.drafts.push(Draft { place: Place::General, entry_id: None, written });
            },
            &[UnkeptNote],
        ),
        ("a reason with its quote", |i, r| i.scorecard.reasons_for = vec![r("calm", &["e1"])], &[]),
        (
            "a reason with a tick",
            |i, r| {
                let tick = &i.ticks[0];
                let named = TickRef { question_id: tick.question_id.clone(), target: tick.target, number: tick.number };
                i.scorecard.reasons_against = vec![Reason { ticks: vec![named], ..r("vague", &[]) }];
            },
            &[],
        ),
        ("a reason without evidence", |i, r| i.scorecard.reasons_for = vec![r("calm", &[])], &[ReasonEvidence]),
        ("a follow-up is no evidence", |i, r| i.scorecard.reasons_for = vec![r("calm", &["e2"])], &[ReasonEvidence]),
        ("a note that is gone", |i, r| i.scorecard.reasons_against = vec![r("calm", &["gone"])], &[ReasonEvidence]),
        ("a reason without words", |i, r| i.scorecard.reasons_for = vec![r(" ", &["e1"])], &[ReasonWords]),
        ("an own rating like the mean", |i, _| i.scorecard.own_ratings = vec![own(3, "")], &[]),
        ("an own rating unlike it", |i, _| i.scorecard.own_ratings = vec![own(4, " ")], &[OwnRatingReason]),
        ("one that says why", |i, _| i.scorecard.own_ratings = vec![own(4, "Prompted once.")], &[]),
        (
            "one without a mean",
            |i, _| {
                i.records[0].rating = None;
                i.records[1].rating = None;
                i.scorecard.own_ratings = vec![own(4, "")];
            },
            &[OwnRatingReason],
        ),
    ];
    for (what, change, lacking) in table {
        let mut held = ready();
        change(&mut held, &reason);
        assert_eq!(missing(&held), *lacking, "{what}");
        assert_eq!(review(&held, None).missing, *lacking, "{what}");
    }
}

#[test]
fn a_hidden_note_is_named_by_topic_and_time_and_is_no_evidence() {
    let mut held = held(["4", "2", "5"]);
    held.ticks.clear();
    let quote = held.entries.remove(0);
    let note = HiddenEntry { id: quote.id, topic: Topic::Health, at_seconds: 5, hidden_at: held.started_at };
    held.hidden.push(note.clone());
    let review = review(&held, None);
    assert_eq!(review.hidden, [note]);
    assert_eq!(review.questions[0].open, Some(QuestionOpen::NoEvidence));
    assert!(review.missing.contains(&Missing::Evidence));
    assert!(!serde_json::to_string(&review).unwrap().contains("rolled back"));
}

#[test]
fn the_lint_points_at_words_where_the_page_finds_them() {
    let mut held = held(["4", "2", "5"]);
    // Two units of UTF-16 and four bytes before the first words; two findings of one text.
    let note = "😀 He seemed smart. He is 55 years old.";
    held.entries = vec![
        entry("e1", "p/q1", EntryKind::Note, note),
        entry("e2", "p/q1", EntryKind::Quote, "I am a smart guy, and my wife is pregnant."),
        entry("e3", "p/q1", EntryKind::Code, "# seemed smart"),
    ];
    held.scorecard.reason = "A culture fit.".to_owned();
    let reason = |text: &str| Reason { text: text.to_owned(), ..Reason::default() };
    held.scorecard.reasons_for = vec![reason("Named two locks."), reason("Seems smart.")];
    held.scorecard.reasons_against = vec![reason("Her pregnancy.")];
    held.scorecard.own_ratings = vec![own(2, "Not a culture fit.")];
    let findings = review(&held, Some(Language::English)).findings;
    let places: Vec<_> = findings.iter().map(|found| serde_json::to_string(&found.at).unwrap()).collect();
    for (place, at_least) in [
        (r#"{"place":"entry","entry_id":"e1"}"#, 2),
        (r#"{"place":"reason"}"#, 1),
        (r#"{"place":"reason_for","number":2}"#, 1),
        (r#"{"place":"reason_against","number":1}"#, 1),
        (r#"{"place":"own_rating","competency_id":"craft"}"#, 1),
    ] {
        assert!(places.iter().filter(|at| **at == place).count() >= at_least, "{place}: {findings:?}");
    }
    assert!(!places.contains(&r#"{"place":"reason_for","number":1}"#.to_owned()), "what was said is no verdict");
    assert!(!places.contains(&r#"{"place":"entry","entry_id":"e3"}"#.to_owned()), "code is not read");
    let units: Vec<u16> = note.encode_utf16().collect();
    for found in findings.iter().filter(|found| found.at == ReviewPlace::Entry { entry_id: "e1".into() }) {
        let cut = &units[usize::try_from(found.start).unwrap()..usize::try_from(found.end).unwrap()];
        assert_eq!(String::from_utf16(cut).unwrap(), found.words);
        assert_eq!(found.topic.is_some(), found.kind == FindingKind::Protected);
    }
    let quoted: Vec<_> =
        findings.iter().filter(|found| found.at == ReviewPlace::Entry { entry_id: "e2".into() }).collect();
    assert!(!quoted.is_empty() && quoted.iter().all(|found| found.kind == FindingKind::Protected), "{quoted:?}");
    assert!(review(&held, None).findings.is_empty(), "one setting turns it off");
}
