//! The percentile bootstrap: how far a figure moves when its units are drawn again (Efron & Tibshirani 1993, *An Introduction
//! to the Bootstrap*, chapter 13).

use super::chance::SplitMix;

/// How often the units are drawn.
pub const DRAWS: usize = 2000;
/// So many draws must have the figure: where fewer have, the figure hangs on single units.
const DEFINED_MIN: usize = DRAWS / 2;

/// The 95 % interval of a figure over `units` units, which are drawn [`DRAWS`] times with replacement; the seed decides how.
/// `figure` gets the places of the drawn units, 0 first, and gives none where the figure is not defined for them: such a
/// draw does not count. The ends are the k-th lowest and the k-th highest figure, k = ⌊0.025 (n + 1)⌋. None where fewer than
/// half of the draws have the figure.
#[must_use]
pub fn interval(units: usize, seed: u64, mut figure: impl FnMut(&[usize]) -> Option<f64>) -> Option<[f64; 2]> {
    let mut chance = SplitMix::new(seed);
    let mut places = vec![0; units];
    let mut drawn = Vec::with_capacity(DRAWS);
    for _ in 0..DRAWS {
        places.fill_with(|| chance.below(units));
        drawn.extend(figure(&places));
    }
    if drawn.len() < DEFINED_MIN {
        return None;
    }
    drawn.sort_by(f64::total_cmp);
    let end = (drawn.len() + 1) / 40 - 1;
    Some([drawn[end], drawn[drawn.len() - 1 - end]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_of_many_moves_by_its_standard_error() {
        let values: Vec<f64> = (0..100).map(f64::from).collect();
        let mean = |places: &[usize]| Some(places.iter().map(|place| values[*place]).sum::<f64>() / 100.0);
        let [low, high] = interval(100, 1, mean).unwrap();
        // The standard error of the mean of 0 … 99 is 28.87 / 10; a 2.5 % point of 2,000 draws has one of .17 itself.
        for (found, normal) in [(low, 49.5 - 1.96 * 2.887), (high, 49.5 + 1.96 * 2.887)] {
            assert!((found - normal).abs() < 0.6, "{found} {normal}");
        }
        assert_eq!(interval(100, 1, mean), Some([low, high]), "the same seed, the same interval");
        assert_ne!(interval(100, 2, mean), Some([low, high]));
    }

    #[test]
    fn the_ends_leave_fifty_draws_of_two_thousand_to_either_side() {
        let mut number = 0.0;
        let counted = interval(1, 1, |_| {
            number += 1.0;
            Some(number)
        });
        assert_eq!(counted, Some([50.0, 1951.0]));
    }

    #[test]
    fn a_figure_that_most_draws_do_not_have_has_no_interval() {
        for (kept, has) in [(1000, true), (999, false)] {
            let mut number = 0;
            let found = interval(3, 1, |_| {
                number += 1;
                (number <= kept).then_some(1.0)
            });
            assert_eq!(found.is_some(), has, "{kept}");
        }
    }
}
