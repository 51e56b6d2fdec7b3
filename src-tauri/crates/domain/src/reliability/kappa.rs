//! Cohen's kappa of two raters over the units that both rated: 1 less the observed disagreement over that of their two
//! distributions by chance (Cohen 1960, *Educational and Psychological Measurement* 20:37–46; weighted: Cohen 1968,
//! *Psychological Bulletin* 70:213–220).

use serde::Serialize;

use super::{Estimate, Table, Undefined, drawn};
use crate::statistic::number;

/// How far two categories are apart, for the weighted ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spacing {
    /// By their places among the values that were given, in order: for values of which the scale is not known.
    Place,
    /// By their difference: for values of one known scale, of which some may never have been given.
    Value,
}

/// Something for each weighting.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Three<T> {
    /// Every disagreement counts as one.
    pub unweighted: T,
    /// A disagreement counts by its distance.
    pub linear: T,
    /// A disagreement counts by the square of its distance.
    pub quadratic: T,
}

impl<T> Three<T> {
    fn map<U>(&self, make: impl Fn(&T) -> U) -> Three<U> {
        Three { unweighted: make(&self.unweighted), linear: make(&self.linear), quadratic: make(&self.quadratic) }
    }
}

/// Kappa and what it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Kappa {
    /// The values.
    #[serde(flatten)]
    pub values: Three<Option<f64>>,
    /// Units that both rated.
    pub n_units: usize,
    /// Units that were left out, since not both rated them.
    pub left_out: usize,
    /// The ends of their 95 % bootstrap intervals.
    pub intervals: Three<Option<[f64; 2]>>,
    /// Why there is no value, or no interval.
    pub reasons: Three<Option<Undefined>>,
}

/// Kappa of a table with two raters.
#[must_use]
pub fn kappa(table: &Table, spacing: Spacing, seed: u64) -> Kappa {
    let two = table.raters() == 2;
    let complete = if two { table.complete() } else { Vec::new() };
    let found = match table.raters() {
        0 | 1 => Err(Undefined::OneRater),
        2 if complete.is_empty() => Err(Undefined::NoPair),
        2 => Ok(Pairs::of(&complete, spacing)),
        _ => Err(Undefined::NotTwoRaters),
    };
    let of = |weight: Weight| match &found {
        Err(reason) => Estimate::undefined(*reason),
        Ok(_) if table.is_named() && weight != Weight::Same => Estimate::undefined(Undefined::NoOrder),
        Ok(pairs) => pairs.estimate(weight, seed),
    };
    let three = Three { unweighted: of(Weight::Same), linear: of(Weight::Linear), quadratic: of(Weight::Quadratic) };
    Kappa {
        values: three.map(|one| one.value),
        n_units: complete.len(),
        left_out: if two { table.units() - complete.len() } else { 0 },
        intervals: three.map(|one| one.interval),
        reasons: three.map(|one| one.reason),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    Same,
    Linear,
    Quadratic,
}

/// Both raters' categories, a pair a unit, and where each category stands.
struct Pairs {
    pairs: Vec<[usize; 2]>,
    positions: Vec<f64>,
}

impl Pairs {
    fn of(complete: &[Vec<f64>], spacing: Spacing) -> Self {
        let mut values: Vec<f64> = complete.iter().flatten().copied().collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        let place = |value: f64| values.binary_search_by(|v| v.total_cmp(&value)).unwrap_or(0);
        let pairs = complete.iter().map(|row| [place(row[0]), place(row[1])]).collect();
        let positions = match spacing {
            Spacing::Place => (0..values.len()).map(number).collect(),
            Spacing::Value => values.iter().map(|value| value - values[0]).collect(),
        };
        Self { pairs, positions }
    }

    fn estimate(&self, weight: Weight, seed: u64) -> Estimate {
        let mut counts = vec![[0.0; 2]; self.positions.len()];
        let all: Vec<usize> = (0..self.pairs.len()).collect();
        let Some(value) = self.figure(weight, &all, &mut counts) else {
            return Estimate::undefined(Undefined::NoVariance);
        };
        let work = number(self.pairs.len() + self.positions.len());
        Estimate::with(value, drawn(all.len(), work, seed, |places| self.figure(weight, places, &mut counts)))
    }

    /// Kappa of the units at these places; none where both raters gave them one and the same value.
    fn figure(&self, weight: Weight, places: &[usize], counts: &mut [[f64; 2]]) -> Option<f64> {
        counts.fill([0.0; 2]);
        let mut observed = 0.0;
        for [a, b] in places.iter().map(|place| self.pairs[*place]) {
            counts[a][0] += 1.0;
            counts[b][1] += 1.0;
            let apart = (self.positions[a] - self.positions[b]).abs();
            observed += match weight {
                Weight::Same => f64::from(u8::from(a != b)),
                Weight::Linear => apart,
                Weight::Quadratic => apart * apart,
            };
        }
        if counts.iter().filter(|[a, b]| a + b > 0.0).count() < 2 {
            return None;
        }
        let n = number(places.len());
        Some(1.0 - n * observed / self.expected(weight, counts, n))
    }

    /// Σ weight over all n² pairs of a value of the one rater with a value of the other.
    fn expected(&self, weight: Weight, counts: &[[f64; 2]], n: f64) -> f64 {
        match weight {
            Weight::Same => n * n - counts.iter().map(|[a, b]| a * b).sum::<f64>(),
            // Between two neighbours lie all pairs with one below and one above.
            Weight::Linear => {
                let (mut a_below, mut b_below, mut sum) = (0.0, 0.0, 0.0);
                for (gap, [a, b]) in self.positions.windows(2).zip(counts) {
                    a_below += a;
                    b_below += b;
                    sum += (gap[1] - gap[0]) * (a_below * (n - b_below) + b_below * (n - a_below));
                }
                sum
            }
            // Σᵢⱼ (xᵢ − yⱼ)² = n Σ (x − x̄)² + n Σ (y − ȳ)² + n² (x̄ − ȳ)².
            Weight::Quadratic => {
                let moments = |rater: usize| {
                    let each = || self.positions.iter().zip(counts).map(|(x, count)| (x, count[rater]));
                    let mean = each().map(|(x, times)| x * times).sum::<f64>() / n;
                    (mean, each().map(|(x, times)| times * (x - mean).powi(2)).sum::<f64>())
                };
                let ((a, a_spread), (b, b_spread)) = (moments(0), moments(1));
                n * (a_spread + b_spread) + (n * (a - b)).powi(2)
            }
        }
    }
}
