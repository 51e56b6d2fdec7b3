//! What would change the first place: other weights, or one rater fewer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Field, SAME};
use crate::{
    comparable::Entrant,
    ids::{CandidateId, CompetencyId, InterviewerId},
    kit::{Competency, Role},
    statistic::chance::SplitMix,
};

/// How many weightings are drawn. A share is then within 1.6 hundredths of the true one, 95 times of 100 (1.96 √(¼ / 4000)).
pub const DRAWS: u32 = 4000;
/// Where the draws begin: the same scorecards give the same shares.
pub const SEED: u32 = 5;

/// Under which share of weightings a candidate comes first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FirstShare {
    /// The candidate.
    pub candidate_id: CandidateId,
    /// Of all weightings there are (uniform on the simplex), 0 to 1. Where several come first, each has a part.
    pub any: f64,
    /// Of those in which each weight lies between half and one and a half times the role's, 0 to 1.
    pub near: f64,
}

/// The smallest change of one weight beyond which another comes first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Tipping {
    /// Whose weight.
    pub competency_id: CompetencyId,
    /// The role's weight.
    pub from: u32,
    /// The weight at which both are level; beyond it the other comes first.
    pub to: f64,
    /// Who then comes first.
    pub candidate_id: CandidateId,
}

/// Who comes first without one rater.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WithoutRater {
    /// The rater.
    pub interviewer_id: InterviewerId,
    /// The name.
    pub interviewer: String,
    /// Who comes first then; several where they are level, none where nobody is left to compare.
    pub first: Vec<CandidateId>,
    /// Whether that is another first place than with everyone.
    pub changes: bool,
    /// Who has no scorecard left then, and is not compared.
    pub dropped: Vec<CandidateId>,
}

/// What would change the first place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Firmness {
    /// Who comes first; several where they are level.
    pub first: Vec<CandidateId>,
    /// The shares of weightings, in the order of the candidates' ids.
    pub shares: Vec<FirstShare>,
    /// How many weightings were drawn for each share.
    pub draws: u32,
    /// Where the draws began.
    pub seed: u32,
    /// The smallest change of one weight that changes the first place; none where none does, or where it is shared.
    pub tipping: Option<Tipping>,
    /// Who comes first without each rater, by name.
    pub without: Vec<WithoutRater>,
}

pub(crate) fn firmness(field: &Field, role: Option<&Role>, competencies: &[Competency]) -> Firmness {
    let mut chance = SplitMix::new(u64::from(SEED));
    let size = field.weights.len();
    // Exponential numbers over their sum are uniform on the simplex (Devroye 1986, chapter XI.4.1); the sum changes no order.
    let any = shares(field, || (0..size).map(|_| -(1.0 - chance.share()).ln()).collect());
    let mut chance = SplitMix::new(u64::from(SEED));
    let near = shares(field, || field.weights.iter().map(|weight| weight * (0.5 + chance.share())).collect());
    let share =
        |(entrant, (any, near)): (&Entrant, (f64, f64))| FirstShare { candidate_id: entrant.id.clone(), any, near };
    let first = field.first();
    Firmness {
        shares: field.entrants.iter().zip(any.into_iter().zip(near)).map(share).collect(),
        draws: DRAWS,
        seed: SEED,
        tipping: tipping(field, &first, role),
        without: without(field, &first, role, competencies),
        first,
    }
}

fn shares(field: &Field, mut draw: impl FnMut() -> Vec<f64>) -> Vec<f64> {
    let mut won = vec![0.0; field.means.len()];
    for _ in 0..DRAWS {
        let weights = draw();
        let total: f64 = weights.iter().sum();
        let score =
            |means: &Vec<f64>| means.iter().zip(&weights).map(|(mean, weight)| mean * weight).sum::<f64>() / total;
        let scores: Vec<f64> = field.means.iter().map(score).collect();
        let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let level: Vec<usize> = (0..scores.len()).filter(|at| highest - scores[*at] < SAME).collect();
        for at in &level {
            won[*at] += 1.0 / level.len() as f64;
        }
    }
    won.iter().map(|times| times / f64::from(DRAWS)).collect()
}

fn tipping(field: &Field, first: &[CandidateId], role: Option<&Role>) -> Option<Tipping> {
    let [first] = first else { return None };
    let leader = field.entrants.iter().position(|entrant| entrant.id == *first)?;
    let ahead = |other: usize, at: usize| field.means[leader][at] - field.means[other][at];
    let mut best: Option<(f64, Tipping)> = None;
    for other in (0..field.means.len()).filter(|other| *other != leader) {
        let lead: f64 = field.weights.iter().enumerate().map(|(at, weight)| weight * ahead(other, at)).sum();
        for (at, id) in field.comparable.competency_ids.iter().enumerate() {
            let change = -lead / ahead(other, at);
            let to = field.weights[at] + change;
            // A weight of nothing is the end: beyond it there is none.
            if !change.is_finite() || to < SAME || best.as_ref().is_some_and(|(least, _)| change.abs() >= *least - SAME)
            {
                continue;
            }
            let from = role?.competencies.iter().find(|competency| competency.id == *id)?.weight;
            let candidate_id = field.entrants[other].id.clone();
            best = Some((change.abs(), Tipping { competency_id: id.clone(), from, to, candidate_id }));
        }
    }
    best.map(|(_, tipping)| tipping)
}

fn without(
    field: &Field,
    first: &[CandidateId],
    role: Option<&Role>,
    competencies: &[Competency],
) -> Vec<WithoutRater> {
    let mut raters: Vec<(InterviewerId, String)> = Vec::new();
    for card in field.entrants.iter().flat_map(|entrant| &entrant.cards) {
        if !raters.iter().any(|(id, _)| *id == card.rater) {
            raters.push((card.rater.clone(), card.interviewer.clone()));
        }
    }
    raters.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
    let without = |(rater, interviewer): (InterviewerId, String)| {
        let mut others = field.entrants.clone();
        others.iter_mut().for_each(|entrant| entrant.cards.retain(|card| card.rater != rater));
        let dropped = others.iter().filter(|entrant| entrant.cards.is_empty()).map(|entrant| entrant.id.clone());
        let dropped = dropped.collect();
        let now = Field::of(role, competencies, &others).first();
        WithoutRater { interviewer_id: rater, interviewer, changes: now != first, first: now, dropped }
    };
    raters.into_iter().map(without).collect()
}
