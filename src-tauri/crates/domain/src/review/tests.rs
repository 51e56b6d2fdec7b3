use super::*;
use crate::{
    evidence::TickRef,
    hidden::Topic,
    interview::InterviewState,
    rating::Level,
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
fn a_question_is_open_while_it_is_unrated_or_rated_without_evidence() {
    use QuestionOpen::{NoEvidence, Unrated};
    // What stands under the second question, which has nothing in the sample.
    for (rating, kind, ticked, open) in [
        ("-", None, false, Some(Unrated)),
        ("-", Some(EntryKind::Quote), false, Some(Unrated)),
        ("4", None, false, Some(NoEvidence)),
        ("4", Some(EntryKind::Note), false, Some(NoEvidence)),
        ("4", Some(EntryKind::FollowUp), false, Some(NoEvidence)),
        ("4", Some(EntryKind::Quote), false, None),
        ("4", Some(EntryKind::Good), false, None),
        ("4", Some(EntryKind::Concern), false, None),
        ("4", None, true, None),
        ("1", None, false, Some(NoEvidence)),
        ("not_asked", None, false, None),
        ("could_not_judge", None, false, None),
    ] {
        let mut held = held(["3", rating, "3"]);
        held.entries.extend(kind.map(|kind| entry("e9", Some("p/q2"), kind, "words")));
        if ticked {
            let tick = crate::tick::Tick { question_id: "p/q2".into(), ..held.ticks[0].clone() };
            held.ticks.push(tick);
        }
        let review = review(&held);
        let line = &review.questions[1];
        assert_eq!((line.number, line.open), (2, open), "{rating} {kind:?} ticked: {ticked}");
        assert_eq!(line.notes, u32::from(kind.is_some()));
    }
}

#[test]
fn what_is_left_open_is_told_apart() {
    use LeftOpen::{FollowUps, Means, NoEvidence, UnratedOptional, UnratedRequired};
    // The first two questions are required. Only the first has evidence; the sample has one follow-up.
    for (ratings, settled, confirmed, open) in [
        (["4", "not_asked", "not_asked"], true, true, vec![]),
        (["4", "not_asked", "not_asked"], true, false, vec![Means]),
        (["4", "not_asked", "not_asked"], false, true, vec![FollowUps]),
        (["4", "-", "not_asked"], true, true, vec![UnratedRequired]),
        (["4", "not_asked", "-"], true, true, vec![UnratedOptional]),
        (["4", "2", "-"], true, true, vec![UnratedOptional, NoEvidence]),
        (["-", "-", "-"], false, false, vec![UnratedRequired, UnratedOptional, FollowUps]),
        (["not_asked", "could_not_judge", "not_asked"], true, false, vec![]),
    ] {
        let mut held = held(ratings);
        if settled {
            held.settled.push("e2".into());
        }
        let at = held.started_at;
        held.scorecard.confirmed = confirmed.then(|| Confirmation { at, sums: means::sums(&held) });
        let review = review(&held);
        assert_eq!(review.open, open, "{ratings:?}");
        assert_eq!(is_required_unrated(&held), open.contains(&UnratedRequired), "{ratings:?}");
        assert_eq!(review.follow_ups.len(), usize::from(!settled));
    }
}

#[test]
fn a_confirmation_ends_when_a_rating_changes_the_mean() {
    let mut held = held(["4", "2", "5"]);
    held.scorecard.confirmed = Some(Confirmation { at: held.started_at, sums: means::sums(&held) });
    assert!(review(&held).confirmed);
    held.records[1].rating = Rating::from_code("not_asked");
    assert!(!review(&held).confirmed, "one rating fewer");
    held.records[1].rating = Rating::from_code("2");
    assert!(review(&held).confirmed, "the same as was confirmed");
}

#[test]
fn means_stand_with_their_coverage_and_own_ratings_beside_them() {
    let mut held = held(["4", "could_not_judge", "-"]);
    held.scorecard.own_ratings = vec![own(2, "The rollback was not theirs.")];
    let lines = review(&held).competencies;
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
                i.drafts.push(Draft {
                    question_id: None,
                    kind: EntryKind::Note,
                    text: "half".to_owned(),
                    at_seconds: 1,
                })
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
        assert_eq!(review(&held).missing, *lacking, "{what}");
    }
}

#[test]
fn a_hidden_note_is_named_by_topic_and_time_and_is_no_evidence() {
    let mut held = held(["4", "2", "5"]);
    held.ticks.clear();
    let quote = held.entries.remove(0);
    let note = HiddenEntry { id: quote.id, topic: Topic::Health, at_seconds: 5, hidden_at: held.started_at };
    held.hidden.push(note.clone());
    let review = review(&held);
    assert_eq!(review.hidden, [note]);
    assert_eq!(review.questions[0].open, Some(QuestionOpen::NoEvidence));
    assert!(review.missing.contains(&Missing::Evidence));
    assert!(!serde_json::to_string(&review).unwrap().contains("rolled back"));
}
