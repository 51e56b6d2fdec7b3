//! What may be shown of how raters agree, per competency: the largest gaps always, figures only from so many candidates on.
//!
//! The unit is the candidate. Raters who heard the same answers can agree; separate interviews heard different ones and can
//! only be consistent. Which of the two it is, [`panel`] says. The figures themselves are in [`crate::reliability`].

pub mod panel;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ids::{CandidateId, CompetencyId},
    reliability::{Estimate, Scale, Table, Undefined, alpha, icc, kappa},
};

/// Candidates rated by two that the first figures need.
pub const UNITS_FEW: usize = 5;
/// Candidates rated by two from which coefficients stand beside the shares.
pub const UNITS_ENOUGH: usize = 10;
/// Means of levels are quotients of small whole numbers: two that are not equal are further apart than this.
const SAME: f64 = 1e-9;

/// What raters had before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The same answers, as lead and scribe: this is agreement.
    SameAnswers,
    /// Interviews of their own: this is consistency, since the evidence differed.
    SeparateInterviews,
}

impl Basis {
    /// What it is called everywhere.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::SameAnswers => "Agreement",
            Self::SeparateInterviews => "Consistency",
        }
    }
}

/// The figures of one candidate in one competency, a place for each rater of the panel; none where that rater gave none.
#[derive(Debug, Clone, PartialEq)]
pub struct Rated {
    /// The candidate.
    pub candidate_id: CandidateId,
    /// What each rater gave, on the scale of 1 to 5, in an order of raters that is the same for every candidate.
    pub ratings: Vec<Option<f64>>,
}

/// How far the raters of one candidate are apart in one competency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RaterGap {
    /// The competency.
    pub competency_id: CompetencyId,
    /// The candidate.
    pub candidate_id: CandidateId,
    /// The lowest rating.
    pub low: f64,
    /// The highest rating.
    pub high: f64,
}

/// How many pairs of raters of one candidate gave the same, or nearly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PairCount {
    /// Pairs.
    pub pairs: u32,
    /// Pairs that gave the same.
    pub same: u32,
    /// Pairs that gave the same or are at most one level apart.
    pub within_one: u32,
}

/// A coefficient, or why there is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Coefficient {
    /// The value; none where it is undefined.
    pub value: Option<f64>,
    /// The lower end of its 95 % interval.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
    /// Why there is no value, or no interval.
    pub reason: Option<String>,
}

impl From<Estimate> for Coefficient {
    fn from(Estimate { value, interval, reason }: Estimate) -> Self {
        let [low, high] = interval.map_or([None; 2], |ends| ends.map(Some));
        Self { value, low, high, reason: reason.map(|reason| reason.words().to_owned()) }
    }
}

/// For which panel an intraclass correlation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Panel {
    /// The same raters throughout: ICC(2,·) over the candidates that all of them rated.
    Same,
    /// Raters who change: ICC(1,·) over the candidates with as many ratings as most have.
    Rotating,
}

/// The coefficients of one competency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Coefficients {
    /// Krippendorff's alpha on the ordinal scale.
    pub alpha: Coefficient,
    /// Which panel the two correlations are for.
    pub panel: Panel,
    /// The intraclass correlation of one rater.
    pub icc_one: Coefficient,
    /// The intraclass correlation of the raters' mean.
    pub icc_mean: Coefficient,
    /// Candidates with two ratings that the correlations had to leave out.
    pub icc_left_out: u32,
    /// Cohen's kappa with quadratic weights; none where there are not two raters.
    pub kappa: Option<Coefficient>,
}

/// What may be shown of one competency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CompetencyAgreement {
    /// The competency.
    pub competency_id: CompetencyId,
    /// Candidates with two ratings or more.
    pub units: u32,
    /// How many pairs gave the same; none below five candidates.
    pub pairs: Option<PairCount>,
    /// The coefficients; none below five candidates.
    pub coefficients: Option<Coefficients>,
    /// Whether there are too few candidates to tell: the pairs come first and the coefficients behind details.
    pub too_few_to_tell: bool,
}

/// What may be shown of a panel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PanelAgreement {
    /// What the raters had before them.
    pub basis: Basis,
    /// What to call it: "Agreement" or "Consistency".
    pub word: String,
    /// Each competency, that with the widest mean gap first.
    pub competencies: Vec<CompetencyAgreement>,
    /// Every candidate and competency where raters differ, the largest gap first.
    pub gaps: Vec<RaterGap>,
}

/// What may be shown. `seed` is for the bootstrap: the same seed gives the same intervals. Equal gaps stay in the order in which
/// competencies and candidates were given.
#[must_use]
pub fn agreement(basis: Basis, rated: &[(CompetencyId, Vec<Rated>)], seed: u64) -> PanelAgreement {
    let mut gaps: Vec<RaterGap> =
        rated.iter().flat_map(|(id, rated)| rated.iter().filter_map(|one| gap(id, one))).collect();
    let mean_gap = |id: &CompetencyId| {
        let of: Vec<f64> = gaps.iter().filter(|gap| gap.competency_id == *id).map(|gap| gap.high - gap.low).collect();
        crate::statistic::mean(&of).unwrap_or(0.0)
    };
    let mut competencies: Vec<(f64, CompetencyAgreement)> =
        rated.iter().map(|(id, rated)| (mean_gap(id), of_competency(id, rated, seed))).collect();
    competencies.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    gaps.retain(|gap| gap.high - gap.low > SAME);
    gaps.sort_by(|a, b| (b.high - b.low).total_cmp(&(a.high - a.low)));
    PanelAgreement {
        basis,
        word: basis.word().to_owned(),
        competencies: competencies.into_iter().map(|(_, competency)| competency).collect(),
        gaps,
    }
}

/// The ratings of a candidate whom at least two rated.
fn values(rated: &Rated) -> Option<Vec<f64>> {
    let values: Vec<f64> = rated.ratings.iter().flatten().copied().collect();
    (values.len() > 1).then_some(values)
}

fn gap(competency_id: &CompetencyId, rated: &Rated) -> Option<RaterGap> {
    let values = values(rated)?;
    let (low, high) = values.iter().fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(*v), high.max(*v)));
    Some(RaterGap { competency_id: competency_id.clone(), candidate_id: rated.candidate_id.clone(), low, high })
}

fn of_competency(id: &CompetencyId, rated: &[Rated], seed: u64) -> CompetencyAgreement {
    let pairable: Vec<&Rated> = rated.iter().filter(|one| values(one).is_some()).collect();
    let units = pairable.len();
    let shown = units >= UNITS_FEW;
    CompetencyAgreement {
        competency_id: id.clone(),
        units: count(units),
        pairs: shown.then(|| pairs(&pairable)),
        coefficients: shown.then(|| coefficients(&pairable, seed)),
        too_few_to_tell: units < UNITS_ENOUGH,
    }
}

fn pairs(rated: &[&Rated]) -> PairCount {
    let mut all = PairCount { pairs: 0, same: 0, within_one: 0 };
    for values in rated.iter().filter_map(|one| values(one)) {
        for (at, a) in values.iter().enumerate() {
            for apart in values[at + 1..].iter().map(|b| (a - b).abs()) {
                all.pairs += 1;
                all.same += u32::from(apart < SAME);
                all.within_one += u32::from(apart < 1.0 + SAME);
            }
        }
    }
    all
}

fn coefficients(rated: &[&Rated], seed: u64) -> Coefficients {
    let table = Table::of_numbers(rated.iter().map(|one| one.ratings.clone()).collect());
    let complete = table.complete();
    let panel = if complete.len() >= UNITS_FEW { Panel::Same } else { Panel::Rotating };
    let block = match panel {
        Panel::Same => complete,
        Panel::Rotating => of_one_size(&table),
    };
    let (one, mean) = match icc::six(&block).ok().filter(|_| block.len() >= UNITS_FEW) {
        Some(six) if panel == Panel::Same => (six.icc_2_1, six.icc_2_k),
        Some(six) => (six.icc_1_1, six.icc_1_k),
        None => {
            let why = icc::six(&block).err().unwrap_or(Undefined::FewAlike);
            (Estimate::undefined(why), Estimate::undefined(why))
        }
    };
    let kappa = (table.raters() == 2).then(|| {
        // On the scale of 1 to 5, whichever of its levels were given.
        let kappa = kappa::kappa(&table, kappa::Spacing::Value, seed);
        let quadratic = Estimate {
            value: kappa.values.quadratic,
            interval: kappa.intervals.quadratic,
            reason: kappa.reasons.quadratic,
        };
        quadratic.into()
    });
    Coefficients {
        alpha: alpha::alpha(&table, Scale::Ordinal, seed).estimate.into(),
        panel,
        icc_one: one.into(),
        icc_mean: mean.into(),
        icc_left_out: count(rated.len() - block.len()),
        kappa,
    }
}

/// The candidates with as many ratings as most have, the larger number where two are as common. Who gave which does not matter
/// to ICC(1,·).
fn of_one_size(table: &Table) -> Vec<Vec<f64>> {
    let all: Vec<Vec<f64>> = table.values().collect();
    let times = |size: usize| all.iter().filter(|values| values.len() == size).count();
    let size = (2..=table.raters()).max_by_key(|size| (times(*size), *size)).unwrap_or(0);
    all.into_iter().filter(|values| values.len() == size).collect()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
