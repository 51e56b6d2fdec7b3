//! Krippendorff's alpha: 1 less the observed disagreement over that expected by chance (Krippendorff 2011, *Computing
//! Krippendorff's Alpha-Reliability*, Annenberg School for Communication; 2004, *Content Analysis*, 2nd edition, chapter 11).
//!
//! α = 1 − (n − 1) Σᵤ [Σᵢⱼ δ²(vᵢ, vⱼ) / (mᵤ − 1)] / Σ_ck n_c n_k δ²(c, k), over the pairs of values within a unit and within
//! everything. A unit with fewer than two values has no pair and does not enter, nor do its values; a missing cell is not
//! there. The interval is that of the percentile bootstrap over units, not the one of Krippendorff's own program, which draws
//! pairs as if they did not come from units.

use serde::Serialize;

use super::{Estimate, Scale, Table, Undefined, drawn};
use crate::statistic::number;

/// Alpha and what it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Alpha {
    /// Alpha: 1 is agreement throughout, 0 what chance alone gives; below 0 raters differ more than that.
    #[serde(flatten)]
    pub estimate: Estimate,
    /// Units with at least two values.
    pub n_units: usize,
}

/// Alpha of a table on a scale. `seed` is for its interval.
#[must_use]
pub fn alpha(table: &Table, scale: Scale, seed: u64) -> Alpha {
    let pairable = match Pairable::of(table, scale) {
        Ok(pairable) => pairable,
        Err(reason) => return Alpha { estimate: Estimate::undefined(reason), n_units: 0 },
    };
    let n_units = pairable.units.len();
    let mut room = Room::of(&pairable);
    let estimate = match pairable.of_all(&mut room) {
        Err(reason) => Estimate::undefined(reason),
        Ok(value) => {
            let figure = |places: &[usize]| pairable.figure(places, &mut room);
            Estimate::with(value, drawn(n_units, pairable.work(), seed, figure))
        }
    };
    Alpha { estimate, n_units }
}

/// Alpha without its interval.
///
/// # Errors
/// Why it is undefined.
pub fn value(table: &Table, scale: Scale) -> Result<f64, Undefined> {
    let pairable = Pairable::of(table, scale)?;
    pairable.of_all(&mut Room::of(&pairable))
}

/// A unit's values: the place of each among all values, with how often it was given.
struct Unit {
    values: Vec<(usize, f64)>,
    m: f64,
}

/// The units with pairs, and the values in their order.
struct Pairable {
    scale: Scale,
    values: Vec<f64>,
    units: Vec<Unit>,
}

/// What a draw needs and the next one uses again.
struct Room {
    counts: Vec<f64>,
    positions: Vec<f64>,
}

impl Room {
    fn of(pairable: &Pairable) -> Self {
        let first = pairable.values.first().copied().unwrap_or(0.0);
        // From the least value on, so that large numbers close together keep their digits.
        let positions = pairable.values.iter().map(|value| value - first).collect();
        Self { counts: vec![0.0; pairable.values.len()], positions }
    }
}

impl Pairable {
    fn of(table: &Table, scale: Scale) -> Result<Self, Undefined> {
        if table.raters() < 2 {
            return Err(Undefined::OneRater);
        }
        if table.is_named() && scale != Scale::Nominal {
            return Err(Undefined::NotNumbers);
        }
        let mut rated: Vec<Vec<f64>> = table.values().filter(|values| values.len() > 1).collect();
        if rated.is_empty() {
            return Err(Undefined::NoPair);
        }
        let mut values: Vec<f64> = rated.iter().flatten().copied().collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        let opposite = |value: &&f64| **value < 0.0 && values.binary_search_by(|v| v.total_cmp(&-**value)).is_ok();
        if scale == Scale::Ratio && values.iter().find(opposite).is_some() {
            return Err(Undefined::Opposites);
        }
        let unit = |rated: &mut Vec<f64>| {
            rated.sort_by(f64::total_cmp);
            let place = |value: f64| values.binary_search_by(|v| v.total_cmp(&value)).unwrap_or(0);
            let runs = rated.chunk_by(|a, b| a.to_bits() == b.to_bits());
            Unit { values: runs.map(|run| (place(run[0]), number(run.len()))).collect(), m: number(rated.len()) }
        };
        let units = rated.iter_mut().map(unit).collect();
        Ok(Self { scale, values, units })
    }

    /// Roughly how many steps one figure takes.
    fn work(&self) -> f64 {
        let size = |unit: &Unit| number(unit.values.len());
        let cells: f64 = self.units.iter().map(size).sum::<f64>() + number(self.values.len());
        match self.scale {
            Scale::Ratio => {
                cells
                    + (self.units.iter().map(|u| size(u).powi(2)).sum::<f64>() + number(self.values.len()).powi(2))
                        / 2.0
            }
            _ => 2.0 * cells,
        }
    }

    fn of_all(&self, room: &mut Room) -> Result<f64, Undefined> {
        let all: Vec<usize> = (0..self.units.len()).collect();
        self.figure(&all, room).ok_or(Undefined::NoVariance)
    }

    /// Alpha of the units at these places; none where all their values are the same.
    fn figure(&self, places: &[usize], room: &mut Room) -> Option<f64> {
        let Room { counts, positions } = room;
        counts.fill(0.0);
        let drawn = || places.iter().map(|place| &self.units[*place]);
        drawn().flat_map(|unit| &unit.values).for_each(|(place, times)| counts[*place] += times);
        if counts.iter().filter(|count| **count > 0.0).count() < 2 {
            return None;
        }
        if self.scale == Scale::Ordinal {
            middle_ranks(counts, positions);
        }
        let n: f64 = drawn().map(|unit| unit.m).sum();
        let observed: f64 = drawn().map(|u| self.apart(u.values.iter().copied(), u.m, positions) / (u.m - 1.0)).sum();
        let expected = self.apart(counts.iter().copied().enumerate(), n, positions);
        Some(1.0 - (n - 1.0) * observed / expected)
    }

    /// Σ δ² over all ordered pairs of these `n` values.
    fn apart(&self, values: impl Iterator<Item = (usize, f64)> + Clone, n: f64, positions: &[f64]) -> f64 {
        match self.scale {
            Scale::Nominal => n * n - values.map(|(_, times)| times * times).sum::<f64>(),
            // For squared differences the pairs need not be gone through: Σᵢⱼ (xᵢ − xⱼ)² = 2n Σ (x − x̄)².
            Scale::Ordinal | Scale::Interval => {
                let mean = values.clone().map(|(place, times)| times * positions[place]).sum::<f64>() / n;
                2.0 * n * values.map(|(place, times)| times * (positions[place] - mean).powi(2)).sum::<f64>()
            }
            Scale::Ratio => {
                let later = values.clone();
                let pairs = values.enumerate().filter(|(_, (_, times))| *times > 0.0);
                2.0 * pairs.map(|(at, (a, times))| times * self.from(a, later.clone().skip(at + 1))).sum::<f64>()
            }
        }
    }

    /// Σ ((a − b) / (a + b))² from one value to others, each higher.
    fn from(&self, a: usize, others: impl Iterator<Item = (usize, f64)>) -> f64 {
        let a = self.values[a];
        others
            .map(|(b, times)| {
                let b = self.values[b];
                times * ((a - b) / (a + b)).powi(2)
            })
            .sum()
    }
}

/// Where each value stands on the ordinal scale: how many values lie below it, and half of those that equal it. The distance
/// of two of these is Krippendorff's: n_c/2 + n_{c+1} + … + n_k/2.
fn middle_ranks(counts: &[f64], positions: &mut [f64]) {
    let mut below = 0.0;
    for (position, count) in positions.iter_mut().zip(counts) {
        *position = below + count / 2.0;
        below += count;
    }
}
