//! How firm the order of candidates is: who cannot be told apart, and what would change the first place.
//!
//! **The error of a composite** comes from how far raters of one candidate lie from each other, pooled over all candidates in
//! view, and over no one else. For two competencies *j* and *l* the pooled covariance is
//!
//!   S(j,l) = Σ r(c,i,j) r(c,i,l) / Σ n (1 − 1/k(j) − 1/k(l) + n / (k(j) k(l)))
//!
//! where r is how far rater *i*'s mean lies from the candidate's, k is how many rated the competency, and n how many rated
//! both; where everyone rates everything the divisor is Σ (k − 1), and S the usual pooled variance. The variance of a
//! candidate's composite is Σ over raters of Σ a(j) a(l) S(j,l), a(j) = w(j) / (W k(j)); where everyone rates everything it
//! is s²/k, s² being the pooled variance of the raters' own composites. A competency that nobody was rated on twice takes the
//! variance of the others together. Where nobody was rated twice on anything, the error is not known. (Two who heard the same
//! answers lie closer together than two who met the candidate apart; the error is then too small.)
//!
//! **A tie group** runs from one candidate down the order of composites to the last one whose composite differs by less than
//! 1.96 standard errors of the difference. Being close is not transitive, so groups overlap: a candidate can be as close to
//! the one above as to the one below, while those two are apart. A group that lies within another is not drawn.

pub mod firmness;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    comparable::{Comparable, Entrant, comparable},
    formula::{composite, mean},
    ids::{CandidateId, CompetencyId},
    kit::{Competency, Role},
};

use firmness::{Firmness, firmness};

/// So many standard errors of the difference tell two composites apart: the 97.5 % point of the normal distribution.
pub const APART: f64 = 1.96;
/// Two composites that differ by less are the same: what rounding makes.
pub(crate) const SAME: f64 = 1e-9;

/// A candidate's composite over the competencies that all are compared on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Placed {
    /// The candidate.
    pub candidate_id: CandidateId,
    /// The composite, 1 to 5.
    pub composite: f64,
    /// Its standard error; none where it is not known.
    pub error: Option<f64>,
}

/// The order of candidates, with how firm it is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
pub struct Order {
    /// What they are compared on.
    pub comparable: Comparable,
    /// Who is compared, highest composite first; the same composites by the candidate's id.
    pub placed: Vec<Placed>,
    /// Candidates whom at least two rated on one competency: the error comes from them. With 0 it is not known.
    pub rated_twice: u32,
    /// Who cannot be told apart, as the module says: each a run of `placed`, of two or more. Empty also where the error is
    /// not known.
    pub groups: Vec<Vec<CandidateId>>,
    /// What would change the first place; none with fewer than two candidates to compare.
    pub firmness: Option<Firmness>,
}

/// The candidates with a scorecard, what they are compared on, and with which weights.
pub(crate) struct Field {
    pub comparable: Comparable,
    pub weights: Vec<f64>,
    /// In the order of the ids, so that no figure depends on the order of the columns.
    pub entrants: Vec<Entrant>,
    /// A candidate's means, in the order of the weights.
    pub means: Vec<Vec<f64>>,
    pub composites: Vec<f64>,
}

impl Field {
    pub(crate) fn of(role: Option<&Role>, competencies: &[Competency], entrants: &[Entrant]) -> Self {
        let mut entrants: Vec<Entrant> = entrants.iter().filter(|e| !e.cards.is_empty()).cloned().collect();
        entrants.sort_by(|a, b| a.id.cmp(&b.id));
        for entrant in &mut entrants {
            entrant.cards.sort_by(|a, b| a.interview_id.cmp(&b.interview_id));
        }
        let comparable = comparable(role, competencies, &entrants);
        let known = role.map_or(&[][..], |role| role.competencies.as_slice());
        let compared: Vec<Competency> =
            known.iter().filter(|c| comparable.competency_ids.contains(&c.id)).cloned().collect();
        let weights: Vec<f64> = compared.iter().map(|c| f64::from(c.weight)).collect();
        if compared.is_empty() {
            return Self { comparable, weights, entrants: Vec::new(), means: Vec::new(), composites: Vec::new() };
        }
        let means: Vec<Vec<f64>> =
            entrants.iter().map(|e| e.figures(&compared).iter().filter_map(|figure| figure.mean).collect()).collect();
        let composites = means.iter().map(|means| weighed(means, &weights)).collect();
        let comparable = Comparable { competency_ids: compared.into_iter().map(|c| c.id).collect(), ..comparable };
        Self { comparable, weights, entrants, means, composites }
    }

    /// Who has the highest composite, in the order of the ids; more than one where several have it.
    pub(crate) fn first(&self) -> Vec<CandidateId> {
        let highest = self.composites.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let all = self.entrants.iter().zip(&self.composites);
        all.filter(|(_, value)| highest - **value < SAME).map(|(entrant, _)| entrant.id.clone()).collect()
    }
}

fn weighed(means: &[f64], weights: &[f64]) -> f64 {
    let parts: Vec<_> = weights.iter().copied().zip(means.iter().map(|mean| Some(*mean))).collect();
    composite(&parts).unwrap_or(f64::NAN)
}

/// The order of these candidates. `role` is the one that all are for; none where they are for different ones.
#[must_use]
pub fn order(role: Option<&Role>, competencies: &[Competency], entrants: &[Entrant]) -> Order {
    let field = Field::of(role, competencies, entrants);
    let (rated_twice, variances) = variances(&field);
    let mut by_place: Vec<usize> = (0..field.entrants.len()).collect();
    by_place.sort_by(|a, b| field.composites[*b].total_cmp(&field.composites[*a]).then(a.cmp(b)));
    let placed = |at: &usize| Placed {
        candidate_id: field.entrants[*at].id.clone(),
        composite: field.composites[*at],
        error: variances.as_ref().map(|variances| variances[*at].sqrt()),
    };
    let placed: Vec<Placed> = by_place.iter().map(placed).collect();
    Order {
        rated_twice,
        groups: groups(&placed),
        firmness: (placed.len() > 1).then(|| firmness(&field, role, competencies)),
        placed,
        comparable: field.comparable,
    }
}

/// The runs of candidates who cannot be told apart, from the order of composites.
fn groups(placed: &[Placed]) -> Vec<Vec<CandidateId>> {
    let close = |a: &Placed, b: &Placed| {
        let apart = a.error.zip(b.error).map(|(a, b)| APART * a.hypot(b));
        let between = (a.composite - b.composite).abs();
        apart.is_some_and(|apart| between < apart || between < SAME)
    };
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (from, one) in placed.iter().enumerate() {
        let to = (from..placed.len()).rev().find(|to| close(one, &placed[*to])).unwrap_or(from);
        if to > from && runs.last().is_none_or(|(_, before)| to > *before) {
            runs.push((from, to));
        }
    }
    let ids = |(from, to): (usize, usize)| placed[from..=to].iter().map(|one| one.candidate_id.clone()).collect();
    runs.into_iter().map(ids).collect()
}

/// A rater's means of one candidate, in the order of the weights.
type Row = Vec<Option<f64>>;

fn rows(field: &Field, entrant: &Entrant) -> Vec<Row> {
    let mean_of = |sums: &[crate::means::CompetencySum], id: &CompetencyId| {
        sums.iter().find(|sum| sum.competency_id == *id).and_then(crate::means::CompetencySum::mean)
    };
    let ids = &field.comparable.competency_ids;
    entrant.cards.iter().map(|card| ids.iter().map(|id| mean_of(&card.sums, id)).collect()).collect()
}

/// How many candidates were rated twice on something, and the variance of each composite; none where that is nobody.
fn variances(field: &Field) -> (u32, Option<Vec<f64>>) {
    let size = field.weights.len();
    let tables: Vec<Vec<Row>> = field.entrants.iter().map(|entrant| rows(field, entrant)).collect();
    let counts: Vec<Vec<f64>> = tables
        .iter()
        .map(|rows| (0..size).map(|j| rows.iter().filter(|row| row[j].is_some()).count() as f64).collect())
        .collect();
    let (mut sums, mut divisors) = (vec![vec![0.0; size]; size], vec![vec![0.0; size]; size]);
    for (rows, k) in tables.iter().zip(&counts) {
        let means: Vec<f64> =
            (0..size).map(|j| mean(&rows.iter().filter_map(|row| row[j]).collect::<Vec<_>>()).unwrap_or(0.0)).collect();
        for j in 0..size {
            for l in 0..size {
                let both: Vec<(f64, f64)> = rows.iter().filter_map(|row| row[j].zip(row[l])).collect();
                let n = both.len() as f64;
                sums[j][l] += both.iter().map(|(x, y)| (x - means[j]) * (y - means[l])).sum::<f64>();
                divisors[j][l] += n * (1.0 - 1.0 / k[j] - 1.0 / k[l] + n / (k[j] * k[l]));
            }
        }
    }
    let diagonal = |of: &[Vec<f64>]| (0..size).map(|j| of[j][j]).sum::<f64>();
    let freedom = diagonal(&divisors);
    let twice = counts.iter().filter(|k| k.iter().any(|k| *k > 1.5)).count();
    let twice = u32::try_from(twice).unwrap_or(u32::MAX);
    if freedom < 0.5 {
        return (twice, None);
    }
    let together = diagonal(&sums) / freedom;
    let pooled = |j: usize, l: usize| match divisors[j][l] {
        divisor if divisor > SAME => sums[j][l] / divisor,
        _ if j == l => together,
        _ => 0.0,
    };
    let total: f64 = field.weights.iter().sum();
    let pooled: Vec<Vec<f64>> = (0..size).map(|j| (0..size).map(|l| pooled(j, l)).collect()).collect();
    let variance = |(rows, k): (&Vec<Row>, &Vec<f64>)| {
        let share = |j: usize| field.weights[j] / (total * k[j]);
        let mut sum = 0.0;
        for row in rows {
            let rated: Vec<usize> = (0..size).filter(|j| row[*j].is_some()).collect();
            for j in &rated {
                sum += rated.iter().map(|l| share(*j) * share(*l) * pooled[*j][*l]).sum::<f64>();
            }
        }
        // Covariances from different people need not fit together.
        sum.max(0.0)
    };
    (twice, Some(tables.iter().zip(&counts).map(variance).collect()))
}

#[cfg(test)]
mod tests;
