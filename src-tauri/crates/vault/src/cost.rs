//! What a guess at a passphrase costs.

use serde::{Deserialize, Serialize};

/// The cost of Argon2id (RFC 9106, version 19), kept beside each wrap so that it can rise later without shutting anyone out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// The most that a file may ask for: an edited one must not take the memory of the whole machine.
const MEMORY_KIB_MAX: u32 = 1024 * 1024;
const PASSES_MAX: u32 = 64;
const LANES_MAX: u32 = 16;

impl Cost {
    /// For people: the memory and passes of RFC 9106's second recommendation, with one lane. Measured with this crate optimised
    /// as in a release: the command line unlocks and lists in 0.2 s from its start, on two shared cores.
    pub const REAL: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 };
    /// The least that there is, for tests. It protects nothing.
    pub const CHEAPEST: Self = Self { memory_kib: 8, passes: 1, lanes: 1 };

    /// Whether a file may ask for it.
    pub(crate) fn is_possible(self) -> bool {
        (1..=LANES_MAX).contains(&self.lanes)
            && (1..=PASSES_MAX).contains(&self.passes)
            && (8 * self.lanes..=MEMORY_KIB_MAX).contains(&self.memory_kib)
    }
}
