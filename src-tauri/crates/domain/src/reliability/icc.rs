//! The six intraclass correlations (Shrout & Fleiss 1979, *Psychological Bulletin* 86:420–428) on the units that every rater
//! rated, with the intervals of McGraw & Wong 1996 (*Psychological Methods* 1:30–46 and 390, table 7).
//!
//! From the two-way table of n units and k raters come four mean squares: between units (BMS), within units (WMS), between
//! raters (JMS) and what is left (EMS). The first number of a name says the model: 1, each unit has raters of its own; 2, the
//! raters are a sample; 3, they are all there are. The second says of what: one rater, or the mean of all k.

use serde::Serialize;

use super::{Estimate, Table, Undefined};
use crate::statistic::{number, quantile};

/// Something for each of the six.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[allow(missing_docs, reason = "they are named as in the paper")]
pub struct Six<T> {
    pub icc_1_1: T,
    pub icc_2_1: T,
    pub icc_3_1: T,
    pub icc_1_k: T,
    pub icc_2_k: T,
    pub icc_3_k: T,
}

impl<T> Six<T> {
    /// What `make` makes of each.
    pub fn map<U>(&self, make: impl Fn(&T) -> U) -> Six<U> {
        Six {
            icc_1_1: make(&self.icc_1_1),
            icc_2_1: make(&self.icc_2_1),
            icc_3_1: make(&self.icc_3_1),
            icc_1_k: make(&self.icc_1_k),
            icc_2_k: make(&self.icc_2_k),
            icc_3_k: make(&self.icc_3_k),
        }
    }
}

/// The six and what they are made of.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Icc {
    /// The values.
    #[serde(flatten)]
    pub values: Six<Option<f64>>,
    /// Units that every rater rated.
    pub n_units: usize,
    /// Units that were left out, since some rater did not rate them.
    pub left_out: usize,
    /// The ends of their 95 % intervals.
    pub intervals: Six<Option<[f64; 2]>>,
    /// Why there is no value, or no interval.
    pub reasons: Six<Option<Undefined>>,
}

/// The six of a table.
#[must_use]
pub fn icc(table: &Table) -> Icc {
    let complete = table.complete();
    let six = if table.raters() < 2 {
        Err(Undefined::OneRater)
    } else if table.is_named() {
        Err(Undefined::NotNumbers)
    } else {
        six(&complete)
    };
    let six = six.unwrap_or_else(|reason| all(Estimate::undefined(reason)));
    Icc {
        values: six.map(|one| one.value),
        n_units: complete.len(),
        left_out: table.units() - complete.len(),
        intervals: six.map(|one| one.interval),
        reasons: six.map(|one| one.reason),
    }
}

fn all(one: Estimate) -> Six<Estimate> {
    Six { icc_1_1: one, icc_2_1: one, icc_3_1: one, icc_1_k: one, icc_2_k: one, icc_3_k: one }
}

/// The six of a block without gaps: a row a unit, each with as many values.
///
/// # Errors
/// With fewer than two units or two values each, or where every value is the same.
pub fn six(block: &[Vec<f64>]) -> Result<Six<Estimate>, Undefined> {
    let squares = Squares::of(block)?;
    Ok(Six {
        icc_1_1: squares.of_one_way(false),
        icc_2_1: squares.of_sample(false),
        icc_3_1: squares.of_all(false),
        icc_1_k: squares.of_one_way(true),
        icc_2_k: squares.of_sample(true),
        icc_3_k: squares.of_all(true),
    })
}

/// The mean squares of the table, as the paper names them.
struct Squares {
    n: f64,
    k: f64,
    bms: f64,
    wms: f64,
    jms: f64,
    ems: f64,
}

impl Squares {
    fn of(block: &[Vec<f64>]) -> Result<Self, Undefined> {
        let raters = block.first().map_or(0, Vec::len);
        if block.len() < 2 {
            return Err(Undefined::FewComplete);
        }
        if raters < 2 {
            return Err(Undefined::OneRater);
        }
        let (n, k) = (number(block.len()), number(raters));
        // From the first value on, so that large numbers close together keep their digits.
        let first = block[0][0];
        let cells = || block.iter().map(|row| row.iter().map(|value| value - first));
        let units: Vec<f64> = cells().map(|row| row.sum::<f64>() / k).collect();
        let mut columns = vec![0.0; raters];
        cells().for_each(|row| columns.iter_mut().zip(row).for_each(|(sum, value)| *sum += value / n));
        let grand = units.iter().sum::<f64>() / n;
        let square = |x: f64| x * x;
        let between: f64 = k * units.iter().map(|mean| square(mean - grand)).sum::<f64>();
        let raters: f64 = n * columns.iter().map(|mean| square(mean - grand)).sum::<f64>();
        let left = |(unit, row): (&f64, _)| -> f64 {
            let row: Vec<f64> = Iterator::collect::<Vec<f64>>(row);
            row.iter().zip(&columns).map(|(value, column)| square(value - unit - column + grand)).sum()
        };
        let error: f64 = units.iter().zip(cells()).map(left).sum();
        // What is no more than the rounding of the values themselves is nothing.
        let largest = block.iter().flatten().fold(0.0_f64, |most, value| most.max(value.abs()));
        let rounding = n * k * square(16.0 * f64::EPSILON * largest);
        let real = |sum: f64| if sum <= rounding { 0.0 } else { sum };
        let (between, raters, error) = (real(between), real(raters), real(error));
        if between + raters + error == 0.0 {
            return Err(Undefined::NoVariance);
        }
        Ok(Self {
            n,
            k,
            bms: between / (n - 1.0),
            wms: (raters + error) / (n * (k - 1.0)),
            jms: raters / (k - 1.0),
            ems: error / ((n - 1.0) * (k - 1.0)),
        })
    }

    /// A quotient whose denominator is `lower`; `terms` is how large the parts of that are. Next to nothing or less, it has no
    /// meaning, and only units that hardly differ make it so.
    fn share(&self, upper: f64, lower: f64, terms: f64, interval: Result<[f64; 2], Undefined>) -> Estimate {
        if is_above_rounding(lower, terms) {
            Estimate::with(upper / lower, interval)
        } else if self.bms == 0.0 {
            Estimate::undefined(Undefined::UnitsAlike)
        } else {
            Estimate::undefined(Undefined::NegativeVariance)
        }
    }

    /// ICC(1,1) = (BMS − WMS) / (BMS + (k−1) WMS); ICC(1,k) = (BMS − WMS) / BMS.
    fn of_one_way(&self, of_mean: bool) -> Estimate {
        self.of_ratio(self.wms, self.n * (self.k - 1.0), of_mean)
    }

    /// ICC(3,1) = (BMS − EMS) / (BMS + (k−1) EMS); ICC(3,k) = (BMS − EMS) / BMS.
    fn of_all(&self, of_mean: bool) -> Estimate {
        self.of_ratio(self.ems, (self.n - 1.0) * (self.k - 1.0), of_mean)
    }

    /// Both of these hang on F = BMS / `error` alone, so the ends of their intervals do on F over, and times, a quantile of F.
    fn of_ratio(&self, error: f64, error_df: f64, of_mean: bool) -> Estimate {
        let weight = if of_mean { 0.0 } else { self.k - 1.0 };
        let units_df = self.n - 1.0;
        let interval = if error > 0.0 {
            let f = self.bms / error;
            let low = f / quantile::f(0.975, units_df, error_df);
            let high = f * quantile::f(0.975, error_df, units_df);
            Ok([low, high].map(|f| (f - 1.0) / (f + weight)))
        } else {
            Err(Undefined::NoErrorLeft)
        };
        let lower = self.bms + weight * error;
        self.share(self.bms - error, lower, lower, interval)
    }

    /// ICC(2,1) = (BMS − EMS) / (BMS + (k−1) EMS + k (JMS − EMS) / n); ICC(2,k) = (BMS − EMS) / (BMS + (JMS − EMS) / n).
    fn of_sample(&self, of_mean: bool) -> Estimate {
        let Self { n, k, bms, jms, ems, .. } = *self;
        let upper = bms - ems;
        let of_one = bms + (k - 1.0) * ems + k * (jms - ems) / n;
        let lower = if of_mean { bms + (jms - ems) / n } else { of_one };
        let interval = self.interval_of_sample(upper / of_one, of_mean);
        self.share(upper, lower, bms + k * (jms + ems), interval)
    }

    /// McGraw & Wong's ICC(A,1) and ICC(A,k): their degrees of freedom v are Satterthwaite's. (Their a and b are here times
    /// n (1 − ρ), which leaves v as it is and does not divide by zero at ρ = 1.)
    fn interval_of_sample(&self, one: f64, of_mean: bool) -> Result<[f64; 2], Undefined> {
        let Self { n, k, bms, jms, ems, .. } = *self;
        let of_raters = k * one * jms;
        let of_error = (n * (1.0 + (k - 1.0) * one) - k * one) * ems;
        let df = (of_raters + of_error).powi(2)
            / (of_raters.powi(2) / (k - 1.0) + of_error.powi(2) / ((n - 1.0) * (k - 1.0)));
        if !(df.is_finite() && df > 0.0) {
            return Err(Undefined::NoErrorLeft);
        }
        // The rest of the denominators: k JMS + (kn − k − n) EMS for one rater, JMS − EMS for the mean.
        let rest = if of_mean { jms - ems } else { k * jms + (k * n - k - n) * ems };
        let end = |bms: f64, ems: f64, rest: f64| {
            let lower = rest + n * bms;
            is_above_rounding(lower, n * bms + k * ems).then(|| n * (bms - ems) / lower).ok_or(Undefined::NoEnd)
        };
        let low = quantile::f(0.975, n - 1.0, df);
        let high = quantile::f(0.975, df, n - 1.0);
        Ok([end(bms, low * ems, low * rest)?, end(high * bms, ems, rest)?])
    }
}

fn is_above_rounding(sum: f64, terms: f64) -> bool {
    sum > 1e-12 * terms
}
