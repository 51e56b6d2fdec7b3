//! Preparation: what an interviewer knows before the hour begins.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{EntryId, InterviewId};

/// What was written down before an interview.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Preparation {
    /// Who of the interviewers covers what.
    pub covers: String,
    /// What colleagues asked to follow up.
    pub asked: String,
    /// Until when notes are kept, as it is read out to the candidate.
    pub retention: String,
}

impl Preparation {
    /// Whether nothing was written that is of this interview alone.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.covers.trim().is_empty() && self.asked.trim().is_empty()
    }
}

/// A follow-up that an earlier, submitted scorecard of the same candidate left open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FollowUp {
    /// The entry.
    pub entry_id: EntryId,
    /// The interview it was kept in.
    pub interview_id: InterviewId,
    /// Who kept it.
    pub interviewer: String,
    /// What to follow up.
    pub text: String,
    /// When it was kept.
    #[ts(type = "Timestamp")]
    pub kept_at: Timestamp,
}
