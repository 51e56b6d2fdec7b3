//! The incomplete beta function, from which F and t come, and its inverse.

use super::gamma::ln_beta;

/// A point between 0 and 1, kept with its distance from 1, so that neither end loses digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The point.
    pub part: f64,
    /// 1 less the point.
    pub rest: f64,
}

impl Share {
    /// The point that is `e` to the power of `log_odds` times as far from 0 as from 1.
    #[must_use]
    pub fn of_log_odds(log_odds: f64) -> Self {
        Self { part: 1.0 / (1.0 + (-log_odds).exp()), rest: 1.0 / (1.0 + log_odds.exp()) }
    }

    fn turned(self) -> Self {
        Self { part: self.rest, rest: self.part }
    }
}

/// I(x; a, b), the regularized incomplete beta function, for a and b above 0: the share of a beta distribution below x.
/// Where the continued fraction would converge slowly, 1 − I(1 − x; b, a) is taken (Abramowitz & Stegun 1964, 26.5.2).
#[must_use]
pub fn incomplete_beta(x: Share, a: f64, b: f64) -> f64 {
    if x.part <= 0.0 {
        return 0.0;
    }
    if x.rest <= 0.0 {
        return 1.0;
    }
    if x.part > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - incomplete_beta_below(x.turned(), b, a);
    }
    incomplete_beta_below(x, a, b)
}

/// x^a (1−x)^b / (a B(a, b)) over the continued fraction 1 + d₁/(1 + d₂/(1 + …)) (26.5.8).
fn incomplete_beta_below(x: Share, a: f64, b: f64) -> f64 {
    let front = (a * x.part.ln() + b * x.rest.ln() - ln_beta(a, b)).exp() / a;
    front / fraction(x.part, a, b)
}

/// The continued fraction of 26.5.8, from its front by Lentz's method as Thompson & Barnett 1986 (*Journal of Computational
/// Physics* 64:490–509) make it safe from division by zero.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let keep = |value: f64| if value.abs() < TINY { TINY } else { value };
    let (mut value, mut upper, mut lower) = (1.0, 1.0, 0.0);
    // It takes about the square root of the larger parameter; the end is for what cannot happen.
    for step in 1..100_000_u32 {
        let m = f64::from(step / 2);
        let term = if step % 2 == 1 {
            -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0))
        } else {
            m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m))
        };
        lower = 1.0 / keep(term.mul_add(lower, 1.0));
        upper = keep(1.0 + term / upper);
        let change = upper * lower;
        value *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

/// The log odds ln(x / (1 − x)) of the point x with I(x; a, b) = p, for p between 0 and 1: by halving, to the last bit.
#[must_use]
pub fn log_odds_of_quantile(p: f64, a: f64, b: f64) -> f64 {
    // e to the power of 745 is the largest odds that there are.
    let (mut low, mut high) = (-745.0, 745.0);
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return middle;
        }
        if incomplete_beta(Share::of_log_odds(middle), a, b) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f64, a: f64, b: f64) -> f64 {
        incomplete_beta(Share { part: x, rest: 1.0 - x }, a, b)
    }

    #[test]
    fn whole_parameters_are_sums_of_binomials() {
        // I(x; a, n−a+1) is the chance of at least a successes in n (26.5.24).
        for (x, a, n) in [(0.3_f64, 2, 5), (0.5, 5, 9), (0.9, 1, 4), (0.01, 3, 12)] {
            let choose = |k: i32| (1..=k).fold(1.0, |all, i| all * f64::from(n - k + i) / f64::from(i));
            let sum: f64 = (a..=n).map(|k| choose(k) * x.powi(k) * (1.0 - x).powi(n - k)).sum();
            assert!((at(x, f64::from(a), f64::from(n - a + 1)) - sum).abs() < 1e-14, "{x} {a} {n}");
        }
    }

    #[test]
    fn its_ends_hold_and_so_does_what_other_programs_say() {
        assert_eq!((at(0.0, 2.0, 3.0).to_bits(), at(1.0, 2.0, 3.0).to_bits()), (0.0_f64.to_bits(), 1.0_f64.to_bits()));
        for (x, a, b, known) in [
            (0.2, 0.5, 7.5, 0.9281204024988001),
            (0.7, 1.5, 0.5, 0.339_254_050_856_454_8),
            (0.5, 300.0, 310.0, 0.657_325_182_514_916_3),
            (0.001, 0.5, 5000.0, 0.998_438_420_839_710_7),
            (0.9, 12.25, 3.5, 0.899_827_570_407_532),
        ] {
            assert!((at(x, a, b) - known).abs() < 1e-13, "{x} {a} {b}");
        }
        // The arc sine distribution: I(x; ½, ½) = 2/π · asin √x.
        assert!((at(0.3, 0.5, 0.5) - 2.0 / std::f64::consts::PI * 0.3_f64.sqrt().asin()).abs() < 1e-14);
    }

    #[test]
    fn the_inverse_leads_back() {
        for p in [1e-9, 0.025, 0.5, 0.975, 0.999_999] {
            for (a, b) in [(0.5, 0.5), (1.0, 40.0), (4.5, 13.5), (900.0, 2.5)] {
                let back = incomplete_beta(Share::of_log_odds(log_odds_of_quantile(p, a, b)), a, b);
                assert!((back - p).abs() < 1e-12 * p.max(1e-3), "{p} {a} {b}: {back}");
            }
        }
    }
}
