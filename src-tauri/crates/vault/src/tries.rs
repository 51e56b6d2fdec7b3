//! Wrong passphrases slow down.

use serde::{Deserialize, Serialize};

/// Wrong tries since the last right one. It stands in the key file, so a restart forgets none; whoever copies the files
/// away is not slowed by it, but by the cost of each guess.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tries {
    /// How many.
    pub failed: u32,
    /// When the last one was, in milliseconds since 1970.
    pub last_ms: i64,
    /// When each of those was that the log does not have yet, the newest 1000, in milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unlogged_ms: Vec<i64>,
}

/// The most times that are kept for the log: with the waits between them, they take days.
const KEPT: usize = 1000;
/// Tries that cost no waiting.
const FREE: u32 = 3;
/// The longest wait, in milliseconds.
const LONGEST: i64 = 5 * 60 * 1000;

impl Tries {
    /// How long until the next try, in milliseconds: none after up to three wrong ones, then 2 seconds, 4, 8 … up to 5
    /// minutes. A clock that was set back makes nobody wait longer than that.
    #[must_use]
    pub fn wait_ms(&self, now_ms: i64) -> i64 {
        let Some(over) = self.failed.checked_sub(FREE) else { return 0 };
        let wait = if over >= 8 { LONGEST } else { (2_000 << over).min(LONGEST) };
        let gone = now_ms.saturating_sub(self.last_ms).max(0);
        (wait - gone).max(0)
    }

    /// With one more.
    #[must_use]
    pub fn and_one(&self, now_ms: i64) -> Self {
        let mut unlogged_ms = self.unlogged_ms.clone();
        unlogged_ms.push(now_ms);
        unlogged_ms.drain(..unlogged_ms.len().saturating_sub(KEPT));
        Self { failed: self.failed.saturating_add(1), last_ms: now_ms, unlogged_ms }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_three_are_free_and_each_later_one_waits_longer_up_to_five_minutes() {
        let mut tries = Tries::default();
        let waits: Vec<i64> = (0..14)
            .map(|_| {
                tries = tries.and_one(1_000);
                tries.wait_ms(1_000)
            })
            .collect();
        assert_eq!(waits[..7], [0, 0, 2_000, 4_000, 8_000, 16_000, 32_000]);
        assert!(waits[7..].is_sorted() && waits[13] == LONGEST, "{waits:?}");
    }

    #[test]
    fn waiting_ends_and_a_clock_that_jumps_makes_it_no_longer() {
        let tries = Tries { failed: 4, last_ms: 10_000, ..Tries::default() };
        assert_eq!(tries.wait_ms(12_500), 1_500);
        assert_eq!(tries.wait_ms(14_000), 0);
        assert_eq!(tries.wait_ms(-1_000_000), 4_000, "set back by a day: the whole wait, no more");
        assert_eq!(Tries { failed: u32::MAX, ..Tries::default() }.and_one(i64::MAX).failed, u32::MAX);
    }

    #[test]
    fn the_newest_thousand_times_are_kept_for_the_log() {
        let tries = (0..1_005).fold(Tries::default(), |tries, at| tries.and_one(at));
        assert_eq!((tries.failed, tries.unlogged_ms.len()), (1_005, 1_000));
        assert_eq!((tries.unlogged_ms[0], tries.unlogged_ms[999]), (5, 1_004));
    }
}
