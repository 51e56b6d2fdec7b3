//! The person who is interviewed. There are no fields for age, birth date, gender, marital status or photo, on purpose.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{CandidateId, RoleId, RoundId};

/// A person who is interviewed for a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Candidate {
    /// The candidate's id.
    pub id: CandidateId,
    /// The name, in any script; see [`crate::text::person_name`].
    pub name: String,
    /// How to say the name, as the interviewer wrote it down; may be empty.
    pub spoken_name: String,
    /// The role.
    pub role_id: RoleId,
    /// The round; none where the candidate is in none.
    pub round_id: Option<RoundId>,
    /// Whether this person is made up, for a demonstration.
    pub sample: bool,
    /// Whether this person stands in for a candidate in a practice interview, which is thrown away afterwards.
    pub practice: bool,
    /// When the candidate was added.
    #[ts(type = "Timestamp")]
    pub added_at: Timestamp,
}
