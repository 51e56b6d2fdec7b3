//! The weights of a role, once somebody was judged by them.
//!
//! They lock with the first scorecard that is submitted on a candidate for the role: whoever knows the ratings could choose
//! the weights that favour somebody (US Office of Personnel Management, Structured Interviews: A Practical Guide, 2008: the
//! scoring is fixed before the first interview). They can still be changed, since a mistake must not stand for ever: with a
//! reason, which is kept with who, when, and the weights before and after.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    compare::CandidateRecord,
    formula,
    ids::{CandidateId, CompetencyId},
    independence::{Reader, veil},
    interview::InterviewState,
    kit::{Competency, Role},
    text::{TextRefused, free_text},
};

/// The weight of one competency before and after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeightMove {
    /// The competency.
    pub competency_id: CompetencyId,
    /// Its name, after the change where it is still there.
    pub name: String,
    /// Its weight before; none where it is new.
    pub before: Option<u32>,
    /// Its weight after; none where it was taken out.
    pub after: Option<u32>,
}

/// A change of locked weights, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeightChange {
    /// Who changed them.
    pub by: String,
    /// When.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// Why.
    pub reason: String,
    /// Every competency, also those whose weight stayed: those of before in their order, then new ones.
    pub weights: Vec<WeightMove>,
}

/// One candidate's composite under the weights before and after; see [`crate::formula`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct WeightResult {
    /// The candidate.
    pub candidate_id: CandidateId,
    /// The candidate's name.
    pub candidate: String,
    /// Under the weights before, 1 to 5; none where no competency that counts has a mean.
    pub before: Option<f64>,
    /// Under the weights after, likewise.
    pub after: Option<f64>,
}

/// What a change of weights does to those who were judged already.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct WeightOutcome {
    /// The candidates with a submitted scorecard, in the order given. From the ratings as they are now.
    pub results: Vec<WeightResult>,
    /// How many more there are, whom the reader may not see yet.
    pub hidden: u32,
}

/// Why a change of weights was refused. The words are shown to the person who made it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WeightRefused {
    /// Locked, and nobody said why.
    #[error(
        "The weights are locked: a scorecard for this role is submitted. Write down why they change now; the reason is kept \
         with the weights before and after."
    )]
    Unexplained,
    /// The reason is too long.
    #[error(transparent)]
    Text(#[from] TextRefused),
}

/// The weights of every competency before and after.
#[must_use]
pub fn moves(before: &Role, after: &Role) -> Vec<WeightMove> {
    let of = |role: &Role, id: &CompetencyId| role.competencies.iter().find(|one| one.id == *id).cloned();
    let one = |competency: &Competency| {
        let (was, is) = (of(before, &competency.id), of(after, &competency.id));
        WeightMove {
            competency_id: competency.id.clone(),
            name: is.as_ref().or(was.as_ref()).map(|one| one.name.clone()).unwrap_or_default(),
            before: was.map(|one| one.weight),
            after: is.map(|one| one.weight),
        }
    };
    let new = after.competencies.iter().filter(|one| of(before, &one.id).is_none());
    before.competencies.iter().chain(new).map(one).collect()
}

/// Whether a competency counts for more or less than before, came, or went.
#[must_use]
pub fn moved(weights: &[WeightMove]) -> bool {
    weights.iter().any(|one| one.before != one.after)
}

/// What of a change is to be kept: the reason and the weights, where they were locked and moved; else nothing.
///
/// # Errors
/// [`WeightRefused`] with what to do, where locked weights move without a reason.
pub fn change(
    before: &Role,
    after: &Role,
    locked: bool,
    reason: &str,
) -> Result<Option<(String, Vec<WeightMove>)>, WeightRefused> {
    let weights = moves(before, after);
    if !locked || !moved(&weights) {
        return Ok(None);
    }
    match free_text("The reason", reason) {
        Ok(reason) => Ok(Some((reason.trim().to_owned(), weights))),
        Err(TextRefused::Blank { .. }) => Err(WeightRefused::Unexplained),
        Err(refused) => Err(refused.into()),
    }
}

/// Both results of a change, for each of these candidates whom the reader may see.
#[must_use]
pub fn outcome(records: &[CandidateRecord], reader: Option<&Reader>, weights: &[WeightMove]) -> WeightOutcome {
    let mut outcome = WeightOutcome::default();
    for record in records {
        let submitted: Vec<_> = record.interviews.iter().filter(|one| one.state == InterviewState::Submitted).collect();
        if submitted.is_empty() {
            continue;
        }
        if veil(record, reader).is_some() {
            outcome.hidden += 1;
            continue;
        }
        let figures = formula::figures(&submitted, weights.iter().map(|one| &one.competency_id));
        let under = |weight: fn(&WeightMove) -> Option<u32>| {
            let counts = weights.iter().zip(&figures);
            let parts: Vec<_> = counts.filter_map(|(one, s)| Some((f64::from(weight(one)?), s.mean))).collect();
            formula::composite(&parts)
        };
        outcome.results.push(WeightResult {
            candidate_id: record.candidate.id.clone(),
            candidate: record.candidate.name.clone(),
            before: under(|one| one.before),
            after: under(|one| one.after),
        });
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{independence::OpenInterview, testing};

    fn role(weights: &[(&str, u32)]) -> Role {
        let competency = |(id, weight): &(&str, u32)| Competency {
            id: (*id).into(),
            name: format!("Name {id}"),
            definition: "Does it.".to_owned(),
            weight: *weight,
            weight_reason: String::new(),
            must_have: None,
        };
        Role {
            id: "r".into(),
            title: "Engineer".to_owned(),
            level: String::new(),
            competencies: weights.iter().map(competency).collect(),
            submit_within_hours: None,
        }
    }

    #[test]
    fn locked_weights_move_only_with_a_reason() {
        let same: &[(&str, u32)] = &[("a", 1), ("b", 1)];
        for (after, locked, reason, kept) in [
            (same, true, "", Ok(None)),
            (&[("b", 1), ("a", 1)], true, "", Ok(None)),
            (&[("a", 2), ("b", 1)], false, "", Ok(None)),
            (&[("a", 2), ("b", 1)], false, "Not asked for.", Ok(None)),
            (&[("a", 2), ("b", 1)], true, " \n", Err(WeightRefused::Unexplained)),
            (&[("a", 2), ("b", 1)], true, " It is most of the job. ", Ok(Some("It is most of the job."))),
            (&[("a", 1)], true, "", Err(WeightRefused::Unexplained)),
            (&[("a", 1), ("b", 1), ("c", 1)], true, "", Err(WeightRefused::Unexplained)),
            (&[("a", 1), ("b", 1), ("c", 1)], true, "A new duty.", Ok(Some("A new duty."))),
            (&[("a", 3), ("b", 3)], true, "", Err(WeightRefused::Unexplained)),
        ] {
            let change = change(&role(same), &role(after), locked, reason);
            let found = change.map(|kept| kept.map(|(reason, _)| reason));
            assert_eq!(found, kept.map(|reason| reason.map(str::to_owned)), "{after:?} {locked} {reason:?}");
        }
        let long = "x".repeat(crate::text::TEXT_MAX + 1);
        let refused = change(&role(same), &role(&[("a", 2), ("b", 1)]), true, &long).unwrap_err();
        assert!(matches!(refused, WeightRefused::Text(TextRefused::TooLarge { .. })));
    }

    #[test]
    fn every_competency_stands_in_what_is_kept_with_both_weights() {
        let mut after = role(&[("c", 2), ("a", 3)]);
        after.competencies[1].name = "Renamed".to_owned();
        let found = moves(&role(&[("a", 1), ("b", 1)]), &after);
        let said: Vec<_> = found.iter().map(|one| (one.name.as_str(), one.before, one.after)).collect();
        assert_eq!(said, [("Renamed", Some(1), Some(3)), ("Name b", Some(1), None), ("Name c", None, Some(2))]);
    }

    #[test]
    fn both_results_are_shown_of_those_who_may_be_seen() {
        use InterviewState::{Open, Submitted};
        let judged = |name: &str, ratings| testing::record(name, vec![testing::interview("Jan", Submitted, ratings)]);
        let records = [
            judged("Ana", ["4", "2", "5"]),
            judged("Bo", ["4", "4", "-"]),
            testing::record("Cy", vec![testing::interview("Jan", Open, ["5", "5", "5"])]),
        ];
        let weights =
            |craft, talk| moves(&role(&[("craft", 1), ("talk", 1)]), &role(&[("craft", craft), ("talk", talk)]));
        let figures = |weights: &[WeightMove]| {
            let found = outcome(&records, None, weights);
            assert_eq!(found.hidden, 0);
            found.results.into_iter().map(|one| (one.candidate, one.before, one.after)).collect::<Vec<_>>()
        };
        let ana = |after| ("Ana".to_owned(), Some(4.0), Some(after));
        let bo = |after| ("Bo".to_owned(), Some(4.0), after);
        assert_eq!(figures(&weights(3, 1)), [ana(3.5), bo(Some(4.0))], "one without a rating weighs nothing");
        let without_craft = moves(&role(&[("craft", 1), ("talk", 1)]), &role(&[("talk", 1)]));
        assert_eq!(figures(&without_craft), [ana(5.0), bo(None)], "what does not count any more has no figure");

        let owed = OpenInterview {
            candidate_id: "Cy".into(),
            candidate: "Cy".to_owned(),
            role_id: "p/dev".into(),
            round_id: None,
            sample: false,
        };
        let me = Reader { id: "Me".into(), open: vec![owed] };
        assert_eq!(outcome(&records, Some(&me), &weights(3, 1)), WeightOutcome { results: vec![], hidden: 2 });
    }
}
