//! How alike the candidate was treated: the line on the first page that says what a comparison can rest on.

use jiff::{civil::DateTime, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::{
    answer::{Answer, answers},
    compare::CandidateRecord,
    ids::KitId,
    interview::InterviewState,
    meeting::Adjustments,
    rating::Rating,
    record::DeviationKind,
};

/// How often a version of a kit was used in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KitUse {
    /// The kit.
    pub kit_id: KitId,
    /// Its version, from 1.
    pub version: u32,
    /// In how many interviews; at least 1.
    pub interviews: u32,
}

/// How alike the candidate was treated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fairness {
    /// Interviews that were held.
    pub interviews: u32,
    /// So many of them with the version of their kit that the round used most; of two used as often, the newer one.
    pub same_kit: u32,
    /// Required questions of the submitted scorecards.
    pub required: u32,
    /// So many of them that were asked.
    pub required_asked: u32,
    /// Questions of the submitted scorecards that were asked in other words.
    pub reworded: u32,
    /// Questions of the submitted scorecards that were dropped on purpose.
    pub dropped: u32,
    /// Whether anything was agreed for the candidate about time or questions. What, and why, is told to nobody.
    pub adjusted: bool,
    /// Calendar days between the first and the last interview; none for fewer than two.
    pub days: Option<u32>,
}

/// How alike this candidate was treated, beside what the round used.
#[must_use]
pub fn fairness(record: &CandidateRecord, round: &[KitUse], zone: &TimeZone) -> Fairness {
    let held: Vec<_> =
        record.interviews.iter().filter(|i| i.state == InterviewState::Submitted || i.owes_scorecard()).collect();
    let usual = |kit: &KitId| {
        let of_kit = round.iter().filter(|used| used.kit_id == *kit);
        of_kit.max_by_key(|used| (used.interviews, used.version)).map(|used| used.version)
    };
    let same = held.iter().filter(|i| usual(&i.content.kit.id).is_none_or(|version| version == i.kit_version));
    let said: Vec<Answer> =
        held.iter().filter(|i| i.state == InterviewState::Submitted).flat_map(|i| answers(i)).collect();
    let left = |kind: DeviationKind| {
        let of_kind = said.iter().filter(|answer| answer.deviation.as_ref().is_some_and(|d| d.kind == kind));
        count(of_kind.count())
    };
    let required = || said.iter().filter(|answer| answer.required);
    let dates: Vec<DateTime> = held.iter().map(|i| zone.to_datetime(i.held_at())).collect();
    let days = dates.iter().min().zip(dates.iter().max()).filter(|_| dates.len() > 1);
    Fairness {
        interviews: count(held.len()),
        same_kit: count(same.count()),
        required: count(required().count()),
        required_asked: count(required().filter(|answer| was_asked(answer)).count()),
        reworded: left(DeviationKind::Reworded),
        dropped: left(DeviationKind::Skipped),
        adjusted: held.iter().any(|i| i.meeting.adjustments != Adjustments::default()),
        days: days.map(|(first, last)| {
            let apart = first.date().until(last.date()).map_or(0, |span| span.get_days());
            u32::try_from(apart).unwrap_or(0)
        }),
    }
}

/// Whether a question was asked: it was judged, or something was written under it.
fn was_asked(answer: &Answer) -> bool {
    if answer.deviation.as_ref().is_some_and(|deviation| deviation.kind == DeviationKind::Skipped) {
        return false;
    }
    match answer.rating {
        Some(rating) => rating != Rating::NotAsked,
        None => {
            let marked = answer.indicators.iter().chain(&answer.red_flags).any(|line| line.state.is_some());
            marked || !answer.entries.is_empty() || !answer.probes.is_empty()
        }
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        record::Deviation,
        testing::{interview, record},
    };

    fn used(version: u32, interviews: u32) -> KitUse {
        KitUse { kit_id: "p/kit".into(), version, interviews }
    }

    #[test]
    fn the_round_says_which_version_is_the_same_and_only_submitted_scorecards_say_what_was_asked() {
        // Two of three questions are required.
        let mut ida = interview("Ida", InterviewState::Submitted, ["4", "not_asked", "-"]);
        let mut jan = interview("Jan", InterviewState::Submitted, ["3", "-", "3"]);
        let open = interview("Kim", InterviewState::Open, ["-", "-", "-"]);
        jan.meeting.held_at = Some("2026-11-24T23:30:00Z".parse().unwrap());
        jan.kit_version = 2;
        ida.records[0].deviation = Some(Deviation { kind: DeviationKind::Reworded, reason: String::new() });
        let ana = record("Ana", vec![ida, jan.clone(), open]);
        let found = fairness(&ana, &[used(1, 3), used(2, 3)], &TimeZone::UTC);
        let expected = Fairness {
            interviews: 3,
            same_kit: 1,
            required: 4,
            required_asked: 2,
            reworded: 1,
            dropped: 0,
            adjusted: false,
            days: Some(2),
        };
        assert_eq!(found, expected);
        assert_eq!(fairness(&ana, &[used(1, 4), used(2, 3)], &TimeZone::UTC).same_kit, 2);
        let alone = record("Ana", vec![jan]);
        assert_eq!(fairness(&alone, &[], &TimeZone::UTC).days, None, "one interview is no span");
    }

    #[test]
    fn that_something_was_agreed_is_said_and_what_is_not() {
        let mut agreed = interview("Ida", InterviewState::Submitted, ["4", "2", "3"]);
        let plain = fairness(&record("Ana", vec![agreed.clone()]), &[], &TimeZone::UTC);
        agreed.meeting.adjustments = Adjustments { more_minutes: 21, break_minutes: 0, questions_ahead: false };
        let told = fairness(&record("Ana", vec![agreed]), &[], &TimeZone::UTC);
        assert_eq!(told, Fairness { adjusted: true, ..plain });
    }
}
