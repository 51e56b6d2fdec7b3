//! How long a packet is kept: the rule, and the date that it gives.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::retention::{Kept, RetentionRule};

/// The rule that says how long what is about the candidate is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketRule {
    /// What it is called.
    pub title: String,
    /// Whole months about somebody who was not hired.
    pub months: u32,
    /// Whole months about somebody who was; none where they are the same.
    pub hired_months: Option<u32>,
    /// Where it is written.
    pub source: String,
    /// When somebody last read it there.
    pub read_on: Date,
    /// Until when, as far as things are now; none while what was decided is hidden from whoever made the packet.
    pub kept: Option<Kept>,
    /// Whether a legal hold stands: then nothing is erased, whatever the date.
    pub held: bool,
}

impl PacketRule {
    /// The rule as a packet has it.
    #[must_use]
    pub fn new(rule: RetentionRule, kept: Option<Kept>, held: bool) -> Self {
        let RetentionRule { id: _, title, months, hired_months, source, read_on } = rule;
        Self { title, months, hired_months, source, read_on, kept, held }
    }
}
