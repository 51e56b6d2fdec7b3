//! Numbers that look like chance and repeat.

/// SplitMix64 (Steele, Lea & Flood 2014, *Fast Splittable Pseudorandom Number Generators*): the same seed, the same numbers.
#[derive(Debug, Clone)]
pub struct SplitMix(u64);

impl SplitMix {
    /// Numbers from this seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, any of 64 bits.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `limit`, by the upper half of the product: no remainder favours small ones noticeably.
    pub fn below(&mut self, limit: usize) -> usize {
        let wide = u128::from(self.number()) * (limit as u128);
        usize::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number from 0 up to, and without, 1.
    pub fn share(&mut self) -> f64 {
        (self.number() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_published_generator() {
        // The first numbers of the authors' own program for the seed 1234567.
        let mut chance = SplitMix::new(1_234_567);
        let numbers: Vec<u64> = (0..3).map(|_| chance.number()).collect();
        assert_eq!(numbers, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn each_number_below_the_limit_comes_about_as_often() {
        let mut chance = SplitMix::new(7);
        let mut seen = [0_u32; 6];
        for _ in 0..6000 {
            seen[chance.below(6)] += 1;
            assert!((0.0..1.0).contains(&chance.share()));
        }
        assert!(seen.iter().all(|times| (880..1120).contains(times)), "{seen:?}");
    }
}
