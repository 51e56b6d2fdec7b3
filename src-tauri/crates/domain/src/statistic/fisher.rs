//! Fisher's exact test of a two-by-two table.

use super::number;

/// Two tables count as equally likely up to this share: rounding must not part them. R's `fisher.test` takes the same.
const ALIKE: f64 = 1.0 + 1e-7;

/// The two-sided p of Fisher's exact test for the rows (a, b) and (c, d): how likely, with these sums of rows and columns, a
/// table is that is no likelier than this one (Fisher 1935, *The Design of Experiments*, section 21; two-sided by likelihood:
/// Freeman & Halton 1951, *Biometrika* 38:141–149).
///
/// The likelihoods are built from that of the likeliest table by the ratio of neighbours, so no logarithm takes digits away.
#[must_use]
pub fn two_sided([[a, b], [c, d]]: [[u32; 2]; 2]) -> f64 {
    let [a, b, c, d] = [a, b, c, d].map(u64::from);
    let (row, column, all) = (a + b, a + c, a + b + c + d);
    let (least, most) = ((row + column).saturating_sub(all), row.min(column));
    let real = |count: u64| number(usize::try_from(count).unwrap_or(usize::MAX));
    // How much likelier x + 1 is than x in the first cell.
    let next = |x: u64| real(row - x) * real(column - x) / (real(x + 1) * real(all + x + 1 - row - column));
    let likeliest = ((row + 1) * (column + 1) / (all + 2)).clamp(least, most);
    let upwards = || {
        (likeliest..most).scan(1.0, move |weight, x| {
            *weight *= next(x);
            Some((x + 1, *weight))
        })
    };
    let downwards = || {
        (least..likeliest).rev().scan(1.0, move |weight, x| {
            *weight /= next(x);
            Some((x, *weight))
        })
    };
    let tables = || std::iter::once((likeliest, 1.0)).chain(upwards()).chain(downwards());
    let own = tables().find(|(x, _)| *x == a).map_or(1.0, |(_, weight)| weight);
    let (mut total, mut unlikely) = (0.0, 0.0);
    for (_, weight) in tables() {
        total += weight;
        if weight <= own * ALIKE {
            unlikely += weight;
        }
    }
    unlikely / total
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lady_tasting_tea_and_what_other_programs_say() {
        for (table, known) in [
            // Fisher's own: three of four cups right. 34/70 to both sides together.
            ([[3, 1], [1, 3]], 34.0 / 70.0),
            ([[4, 0], [0, 4]], 2.0 / 70.0),
            ([[0, 0], [0, 0]], 1.0),
            ([[0, 5], [0, 7]], 1.0),
            ([[5, 0], [7, 0]], 1.0),
            ([[2, 8], [15, 10]], 0.059907834101382486),
            ([[48, 12], [26, 24]], 0.002275414138991295),
            ([[1, 9], [11, 3]], 0.0027594561852200836),
            ([[20, 60], [3, 37]], 0.02622614297240957),
            ([[300, 700], [210, 790]], 4.7725556538429585e-06),
            ([[5000, 5000], [4700, 5300]], 2.329634924112583e-05),
        ] {
            let p = two_sided(table);
            assert!((p - known).abs() <= 1e-11 * known.max(1e-300) + 1e-15 * known, "{table:?}: {p} is not {known}");
        }
    }

    #[test]
    fn rows_and_columns_may_change_places() {
        for table in [[[3, 9], [14, 2]], [[1, 0], [5, 40]], [[120, 80], [60, 140]]] {
            let [[a, b], [c, d]] = table;
            let p = two_sided(table);
            for turned in [[[c, d], [a, b]], [[b, a], [d, c]], [[a, c], [b, d]]] {
                assert!((two_sided(turned) - p).abs() <= 1e-12 * p, "{table:?}");
            }
            assert!(p > 0.0 && p <= 1.0);
        }
    }
}
