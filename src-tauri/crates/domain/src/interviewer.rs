//! The person who interviews.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::InterviewerId;

/// A person who interviews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Interviewer {
    /// The interviewer's id.
    pub id: InterviewerId,
    /// The name as it stands in packets.
    pub name: String,
}
