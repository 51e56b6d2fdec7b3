//! A rater's habits: how far their ratings lie from the others', and whether one scorecard has one rating throughout. They are
//! told to the rater, for thinking about; no score is ever corrected by them.

pub mod beside;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ids::InterviewerId,
    statistic::{mean, number, quantile},
};

/// Common candidates that a difference needs.
pub const CANDIDATES_MIN: usize = 10;

/// What the panel of a round agreed to, when it was last asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TeamConsent {
    /// Whether the team's figures are shown.
    pub shown: bool,
    /// Who agreed, as it was written down.
    pub agreed: String,
    /// Who turned them on or off.
    pub by: String,
    /// When.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// A candidate whom the rater and at least one other rated.
#[derive(Debug, Clone, PartialEq)]
pub struct CommonCandidate {
    /// The rater's own figure.
    pub own: f64,
    /// The figures of the others.
    pub others: Vec<f64>,
}

/// How far a rater lies from the others.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Habit {
    /// Candidates whom others rated too.
    pub candidates: u32,
    /// The mean difference; none below ten such candidates.
    pub difference: Option<HabitDifference>,
}

/// The mean over candidates of the own figure less the mean of the others, in points of the scale: above 0 the rater is higher.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct HabitDifference {
    /// The mean.
    pub mean: f64,
    /// The lower end of its 95 % interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The habit of one rater. The interval is Student's for the mean of paired differences, d̄ ± t s / √n (Student 1908,
/// *Biometrika* 6:1–25), the candidate being the unit. Where every difference is the same, both ends are the mean.
#[must_use]
pub fn habit(common: &[CommonCandidate]) -> Habit {
    let differences: Vec<f64> = common.iter().filter_map(|one| Some(one.own - mean(&one.others)?)).collect();
    let difference = mean(&differences).filter(|_| differences.len() >= CANDIDATES_MIN).map(|mean| {
        let n = number(differences.len());
        let squares: f64 = differences.iter().map(|d| (d - mean).powi(2)).sum();
        let half = quantile::t(0.975, n - 1.0) * (squares / (n - 1.0) / n).sqrt();
        HabitDifference { mean, low: mean - half, high: mean + half }
    });
    Habit { candidates: u32::try_from(differences.len()).unwrap_or(u32::MAX), difference }
}

/// Whether a reader may see a rater's habit: that rater, and anyone once the rater shares it.
#[must_use]
pub fn may_see(rater: &InterviewerId, reader: Option<&InterviewerId>, shared: bool) -> bool {
    shared || reader == Some(rater)
}

/// The one rating that every rated competency of a scorecard has: "all 4". None where they differ, or where fewer than two are
/// rated. It is stated, not diagnosed: it may be how the candidate was.
#[must_use]
pub fn all_equal(ratings: &[f64]) -> Option<String> {
    let (first, rest) = ratings.split_first()?;
    // Means of levels are quotients of small whole numbers: two that are not equal are further apart than this.
    let same = !rest.is_empty() && rest.iter().all(|rating| (rating - first).abs() < 1e-9);
    same.then(|| if first.fract().abs() < 1e-9 { format!("all {first:.0}") } else { format!("all {first:.2}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn common(pairs: &[(f64, &[f64])]) -> Vec<CommonCandidate> {
        pairs.iter().map(|(own, others)| CommonCandidate { own: *own, others: others.to_vec() }).collect()
    }

    #[test]
    fn ten_common_candidates_make_a_difference_with_its_interval() {
        let mut ten = common(&[
            (4.0, &[3.0]),
            (4.0, &[3.0, 4.0]),
            (3.0, &[3.0]),
            (5.0, &[4.0, 4.0, 4.0]),
            (2.0, &[2.5]),
            (4.0, &[4.0]),
            (3.0, &[2.0]),
            (5.0, &[5.0]),
            (4.0, &[3.5]),
            (3.0, &[2.0, 4.0]),
        ]);
        let told = habit(&ten);
        let found = told.difference.unwrap();
        // Differences 1, .5, 0, 1, −.5, 0, 1, 0, .5, 0: mean .35, s² = .28056; t(9) = 2.26216.
        assert_eq!(told.candidates, 10);
        assert!((found.mean - 0.35).abs() < 1e-12);
        let half = 2.262_157_162_798_205 * ((3.75 - 10.0 * 0.35 * 0.35) / 9.0 / 10.0_f64).sqrt();
        assert!((found.high - 0.35 - half).abs() < 1e-9 && (0.35 - found.low - half).abs() < 1e-9, "{found:?}");
        ten.reverse();
        ten.iter_mut().for_each(|one| one.others.reverse());
        assert!((habit(&ten).difference.unwrap().high - found.high).abs() < 1e-12, "the order does not matter");
        ten.push(CommonCandidate { own: 1.0, others: vec![] });
        assert_eq!(habit(&ten).candidates, 10, "whom no other rated is not common");
        ten.remove(0);
        assert_eq!(habit(&ten), Habit { candidates: 9, difference: None });
        let constant = habit(&common(&[(4.0, &[3.0][..]); 12])).difference.unwrap();
        assert_eq!((constant.mean, constant.low, constant.high), (1.0, 1.0, 1.0));
    }

    #[test]
    fn a_habit_is_its_raters_own() {
        let (ana, bo) = (InterviewerId::from("ana"), InterviewerId::from("bo"));
        for (reader, shared, seen) in
            [(Some(&ana), false, true), (Some(&bo), false, false), (None, false, false), (Some(&bo), true, true)]
        {
            assert_eq!(may_see(&ana, reader, shared), seen);
        }
    }

    #[test]
    fn equal_ratings_are_stated() {
        for (ratings, said) in [
            (&[4.0, 4.0, 4.0][..], Some("all 4")),
            (&[3.5, 3.5], Some("all 3.50")),
            (&[10.0 / 3.0, 10.0 / 3.0], Some("all 3.33")),
            (&[4.0, 4.0, 3.0], None),
            (&[4.0], None),
            (&[], None),
        ] {
            assert_eq!(all_equal(ratings).as_deref(), said, "{ratings:?}");
        }
    }
}
