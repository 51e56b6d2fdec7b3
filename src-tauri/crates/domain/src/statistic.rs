//! What the figures of several nouns rest on: quantiles, numbers that look like chance, the bootstrap, sums that round little.

pub mod beta;
pub mod bootstrap;
pub mod chance;
pub mod gamma;
pub mod quantile;

/// A count as a number to reckon with; exact below 2 to the power of 53.
#[must_use]
pub fn number(count: usize) -> f64 {
    count as f64
}

/// The arithmetic mean; none of nothing.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / number(values.len()))
}
