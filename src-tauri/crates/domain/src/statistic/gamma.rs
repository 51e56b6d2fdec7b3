//! The logarithms of the gamma and the beta function.

use std::f64::consts::PI;

/// From here on Stirling's series, to its seventh term, is exact to the last bits: the eighth is below 3e-17.
const LARGE: f64 = 10.0;

/// What Stirling's formula leaves out, for `x` of at least [`LARGE`]: 1/(12x) − 1/(360x³) + … (Abramowitz & Stegun 1964,
/// *Handbook of Mathematical Functions*, 6.1.41).
fn stirling_rest(x: f64) -> f64 {
    const TERMS: [f64; 7] =
        [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0, 1.0 / 156.0];
    let square = 1.0 / (x * x);
    TERMS.iter().rev().fold(0.0_f64, |sum, term| sum.mul_add(square, *term)) / x
}

/// ln Γ(x) for x above 0. Small ones are led to large ones by Γ(x + 1) = x Γ(x) (6.1.15).
#[must_use]
pub fn ln_gamma(x: f64) -> f64 {
    let (mut large, mut product) = (x, 1.0);
    while large < LARGE {
        product *= large;
        large += 1.0;
    }
    (large - 0.5).mul_add(large.ln(), -large) + 0.5 * (2.0 * PI).ln() + stirling_rest(large) - product.ln()
}

/// ln B(a, b) for a and b above 0: ln Γ(a) + ln Γ(b) − ln Γ(a + b) (6.2.2), with what is large on both sides of the
/// difference taken out by hand, since it would take the last digits with it.
#[must_use]
pub fn ln_beta(a: f64, b: f64) -> f64 {
    let (small, large) = (a.min(b), a.max(b));
    let sum = small + large;
    let log_large_share = (-small / sum).ln_1p();
    if small >= LARGE {
        (small - 0.5) * (small / sum).ln() + large * log_large_share - 0.5 * large.ln()
            + 0.5 * (2.0 * PI).ln()
            + stirling_rest(small)
            + stirling_rest(large)
            - stirling_rest(sum)
    } else if large >= LARGE {
        ln_gamma(small) + small - small * sum.ln() + (large - 0.5) * log_large_share + stirling_rest(large)
            - stirling_rest(sum)
    } else {
        ln_gamma(small) + ln_gamma(large) - ln_gamma(sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gamma_is_the_factorial_between_the_numbers_too() {
        assert!(ln_gamma(1.0).abs() < 1e-14 && ln_gamma(2.0).abs() < 1e-14);
        assert!((ln_gamma(0.5) - PI.sqrt().ln()).abs() < 1e-14);
        assert!((ln_gamma(11.0) - 3_628_800_f64.ln()).abs() < 1e-13, "10!");
        // 170! = 7.257415615307994e306, the largest factorial that is a number of this kind.
        assert!((ln_gamma(171.0) - 7.257_415_615_307_994e306_f64.ln()).abs() < 1e-11);
    }

    #[test]
    fn beta_is_the_same_however_its_parts_are_reached() {
        // B(a, b) = (a−1)! (b−1)! / (a+b−1)!; B(½, ½) = π.
        assert!((ln_beta(0.5, 0.5) - PI.ln()).abs() < 1e-14);
        assert!((ln_beta(3.0, 4.0) - (1.0_f64 / 60.0).ln()).abs() < 1e-13);
        // B(2, b) = 1 / (b (b + 1)), for any b.
        for b in [9.0_f64, 11.0, 1e3, 1e6] {
            assert!((ln_beta(2.0, b) + (b * (b + 1.0)).ln()).abs() < 1e-12, "{b}");
        }
        // B(20, 30) = 19! 29! / 49!.
        let exact = ln_gamma(20.0) + ln_gamma(30.0) - ln_gamma(50.0);
        assert!((ln_beta(20.0, 30.0) - exact).abs() < 1e-11);
        assert_eq!(ln_beta(30.0, 20.0).to_bits(), ln_beta(20.0, 30.0).to_bits());
    }
}
