//! The points below which a share of the F and of Student's t distribution lies.

use super::beta::log_odds_of_quantile;

/// The point below which the share `p`, between 0 and 1, of the F distribution lies. Degrees of freedom are above 0 and need
/// not be whole. F = (d₂ x) / (d₁ (1 − x)) where x is beta distributed (Abramowitz & Stegun 1964, 26.6.2).
#[must_use]
pub fn f(p: f64, upper_df: f64, lower_df: f64) -> f64 {
    (log_odds_of_quantile(p, upper_df / 2.0, lower_df / 2.0) + (lower_df / upper_df).ln()).exp()
}

/// The point below which the share `p`, between 0 and 1, of Student's t distribution lies. t² is F with 1 and `df` degrees
/// of freedom (26.6.17 with 26.7.1).
#[must_use]
pub fn t(p: f64, df: f64) -> f64 {
    let within = (2.0 * p - 1.0).abs();
    if within == 0.0 {
        return 0.0;
    }
    f(within, 1.0, df).sqrt().copysign(p - 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, known: f64) {
        assert!((found - known).abs() <= 1e-9 * known.abs().max(1.0), "{found} is not {known}");
    }

    #[test]
    fn f_is_what_other_programs_say() {
        for (p, upper, lower, known) in [
            (0.975, 5.0, 15.0, 3.576415349279062),
            (0.975, 5.0, 18.0, 3.381_967_805_875_243),
            (0.975, 18.0, 5.0, 6.361_883_204_654_354),
            (0.975, 4.79, 5.0, 7.189_695_827_382_835),
            (0.025, 3.0, 40.0, 0.071_242_785_136_570_84),
            (0.5, 1.0, 1.0, 1.0),
            (0.95, 9.0, 1000.0, 1.8892264190513266),
            (0.975, 199.0, 800.0, 1.2370060395207996),
            (0.999, 1.5, 2.25, 527.830_900_378_137_2),
        ] {
            close(f(p, upper, lower), known);
        }
        // With 2 and 2 degrees of freedom it is p / (1 − p).
        close(f(0.975, 2.0, 2.0), 39.0);
    }

    #[test]
    fn t_is_what_other_programs_say() {
        for (p, df, known) in [
            (0.975, 9.0, 2.2621571627982055),
            (0.975, 1.0, 12.706204736174705),
            (0.025, 11.0, -2.2009851600916399),
            (0.995, 30.0, 2.7499956535672253),
            (0.975, 500.0, 1.9647198374673678),
            (0.6, 2.5, 0.2814595127485476),
        ] {
            close(t(p, df), known);
        }
        // With 1 degree of freedom it is Cauchy's: tan(π (p − ½)).
        close(t(0.75, 1.0), 1.0);
        assert_eq!(t(0.5, 7.0).to_bits(), 0.0_f64.to_bits());
    }
}
