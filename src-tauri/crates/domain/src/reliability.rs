//! How far raters agree who rated the same units, as figures: Krippendorff's alpha, the intraclass correlations and Cohen's
//! kappa, each with an interval, and each undefined, with the reason, where the ratings do not say it.
//!
//! What may be shown of them, and when, is in [`crate::agreement`].

pub mod alpha;
pub mod icc;
pub mod kappa;
mod table;
#[cfg(test)]
mod tests;
mod undefined;

use serde::Serialize;

pub use table::Table;
pub use undefined::Undefined;

/// What the values mean, and so how far two of them are apart (Stevens 1946; Krippendorff 2011).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// Names of categories: the same or not.
    Nominal,
    /// Values in an order: apart by how many values were given between them.
    Ordinal,
    /// Numbers: apart by their difference.
    Interval,
    /// Numbers with a true zero: apart by their difference over their sum.
    Ratio,
}

/// A figure of a sample: its value and how firm that is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// The value; none where it is undefined.
    pub value: Option<f64>,
    /// The ends of its 95 % interval; none where it has none.
    pub interval: Option<[f64; 2]>,
    /// Why there is no value, or no interval.
    pub reason: Option<Undefined>,
}

impl Estimate {
    /// A figure that is undefined.
    #[must_use]
    pub fn undefined(reason: Undefined) -> Self {
        Self { value: None, interval: None, reason: Some(reason) }
    }

    /// A figure with its interval, or why it has none.
    #[must_use]
    pub fn with(value: f64, interval: Result<[f64; 2], Undefined>) -> Self {
        if !value.is_finite() {
            return Self::undefined(Undefined::TooLarge);
        }
        match interval {
            Ok(ends) if ends.iter().all(|end| end.is_finite()) => {
                Self { value: Some(value), interval: Some(ends), reason: None }
            }
            Ok(_) => Self { value: Some(value), interval: None, reason: Some(Undefined::NoErrorLeft) },
            Err(reason) => Self { value: Some(value), interval: None, reason: Some(reason) },
        }
    }
}

/// Every figure of one table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reliability {
    /// Units in the table, rated or not.
    pub n_units: usize,
    /// Raters who gave at least one value.
    pub n_raters: usize,
    /// What the values were taken for, by alpha.
    pub scale: Scale,
    /// Krippendorff's alpha.
    pub alpha: alpha::Alpha,
    /// The intraclass correlations.
    pub icc: icc::Icc,
    /// Cohen's kappa.
    pub kappa: kappa::Kappa,
}

/// Every figure of a table. `seed` is for the bootstrap: the same seed gives the same intervals.
#[must_use]
pub fn reliability(table: &Table, scale: Scale, seed: u64) -> Reliability {
    Reliability {
        n_units: table.units(),
        n_raters: table.raters(),
        scale,
        alpha: alpha::alpha(table, scale, seed),
        icc: icc::icc(table),
        kappa: kappa::kappa(table, kappa::Spacing::Place, seed),
    }
}

/// The percentile bootstrap interval of a figure over units, or why there is none. `work` says how much one draw takes, in
/// steps that are each a few instructions.
fn drawn(
    units: usize,
    work: f64,
    seed: u64,
    figure: impl FnMut(&[usize]) -> Option<f64>,
) -> Result<[f64; 2], Undefined> {
    use crate::statistic::{bootstrap, number};
    /// Some seconds.
    const WORK_MAX: f64 = 2e9;
    /// Fewer say nothing of those that were not seen.
    const UNITS_MIN: usize = 5;
    if units < UNITS_MIN {
        return Err(Undefined::FewUnits);
    }
    if work * number(bootstrap::DRAWS) > WORK_MAX {
        return Err(Undefined::TooMuchToDraw);
    }
    let [low, high] = bootstrap::interval(units, seed, figure).ok_or(Undefined::DrawsUndefined)?;
    if low < high { Ok([low, high]) } else { Err(Undefined::DrawsAlike) }
}
