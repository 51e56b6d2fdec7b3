//! The one published formula.
//!
//! 1. A scorecard's mean of a competency: the levels of its rated questions, added up, by their number ([`crate::means`]).
//! 2. A candidate's mean of a competency: the unweighted mean of the scorecards that rated it. A scorecard with more
//!    questions counts no more than one with fewer: it is one person's judgement.
//! 3. The composite: Σ w·s / Σ w over the competencies that have a mean, with the role's weights.
//!
//! Only levels of questions enter: no tick, no red flag, no number of notes, no own rating of a competency, no
//! recommendation. What is missing is missing, never zero, so that the coverage belongs beside every figure. The first
//! submitted version of a scorecard counts; an [`crate::interview::Interview`] holds that one, whatever was amended later.
//!
//! Ratings that are combined by such a rule predict better than an impression of the whole: Kuncel, Klieger, Connelly &
//! Ones 2013, "Mechanical versus clinical data combination in selection and admissions decisions", *Journal of Applied
//! Psychology* 98:1060–1072.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ids::CompetencyId,
    interview::Interview,
    kit::Competency,
    means::{CompetencySum, sums},
};

/// The figure of one competency, with what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CompetencyFigure {
    /// The competency.
    pub competency_id: CompetencyId,
    /// The unweighted mean of the scorecards that rated it, 1 to 5; none where none did.
    pub mean: Option<f64>,
    /// Scorecards that rated at least one of its questions.
    pub scorecards_rated: u32,
    /// Scorecards whose kit asks about it.
    pub scorecards_asked: u32,
    /// Its questions with a level, over those scorecards.
    pub questions_rated: u32,
    /// Its questions in their kits.
    pub questions: u32,
}

/// A composite, with what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Composite {
    /// Σ w·s / Σ w, 1 to 5; none where no competency has a mean.
    pub value: Option<f64>,
    /// Competencies that have a mean.
    pub competencies_rated: u32,
    /// Competencies that count.
    pub competencies: u32,
    /// Weight of the competencies that have a mean.
    pub weight_rated: u32,
    /// Weight of all competencies that count.
    pub weight: u32,
}

/// The unweighted mean; none of nothing. The order of the values does not change it, not even in the last digit.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    let parts: Vec<_> = values.iter().map(|value| (1.0, Some(*value))).collect();
    composite(&parts)
}

/// Σ w·s / Σ w over the pairs of a weight and a mean that have a mean; none where none has, or where they weigh nothing.
/// The order of the pairs does not change it, not even in the last digit.
#[must_use]
pub fn composite(parts: &[(f64, Option<f64>)]) -> Option<f64> {
    let mut known: Vec<(f64, f64)> = parts.iter().filter_map(|(weight, mean)| Some((*weight, (*mean)?))).collect();
    // Sums of fractions depend on their order; so they are always added in the same one.
    known.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let weight: f64 = known.iter().map(|(weight, _)| weight).sum();
    let (low, high) = known.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), (_, s)| (l.min(*s), h.max(*s)));
    let sum: f64 = known.iter().map(|(weight, mean)| weight * mean).sum();
    // A mean lies between the smallest and the largest; rounding must not put it a hair outside.
    (weight > 0.0).then(|| (sum / weight).clamp(low, high))
}

/// The figures of one candidate on these competencies, in their order. `submitted` are the candidate's submitted scorecards.
#[must_use]
pub fn figures<'a>(
    submitted: &[&Interview],
    competencies: impl IntoIterator<Item = &'a CompetencyId>,
) -> Vec<CompetencyFigure> {
    let sums: Vec<_> = submitted.iter().map(|interview| sums(interview)).collect();
    figures_of(&sums.iter().map(Vec::as_slice).collect::<Vec<_>>(), competencies)
}

/// The figures of one candidate, from the sums of each submitted scorecard.
#[must_use]
pub fn figures_of<'a>(
    scorecards: &[&[CompetencySum]],
    competencies: impl IntoIterator<Item = &'a CompetencyId>,
) -> Vec<CompetencyFigure> {
    let figure = |id: &CompetencyId| {
        let about: Vec<_> = scorecards.iter().filter_map(|sums| sums.iter().find(|s| s.competency_id == *id)).collect();
        let rated: Vec<f64> = about.iter().filter_map(|sum| sum.mean()).collect();
        CompetencyFigure {
            competency_id: id.clone(),
            mean: mean(&rated),
            scorecards_rated: count(rated.len()),
            scorecards_asked: count(about.len()),
            questions_rated: about.iter().map(|sum| sum.rated).sum(),
            questions: about.iter().map(|sum| sum.questions).sum(),
        }
    };
    competencies.into_iter().map(figure).collect()
}

/// The composite of these figures with a role's weights. A competency that the role does not have has no weight, and does
/// not count.
#[must_use]
pub fn composite_of(figures: &[CompetencyFigure], role: &[Competency]) -> Composite {
    let weighted = role.iter().map(|competency| {
        let figure = figures.iter().find(|figure| figure.competency_id == competency.id);
        (competency.weight, figure.and_then(|figure| figure.mean))
    });
    let parts: Vec<(u32, Option<f64>)> = weighted.collect();
    let rated = || parts.iter().filter(|(_, mean)| mean.is_some());
    Composite {
        value: composite(&parts.iter().map(|(weight, mean)| (f64::from(*weight), *mean)).collect::<Vec<_>>()),
        competencies_rated: count(rated().count()),
        competencies: count(parts.len()),
        weight_rated: rated().map(|(weight, _)| weight).sum(),
        weight: parts.iter().map(|(weight, _)| weight).sum(),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
