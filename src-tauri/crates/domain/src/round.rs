//! A round: candidates for one role who are compared with each other, and the kits that they are asked.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{KitId, RoleId, RoundId};

/// Candidates for one role who are compared with each other. Each candidate says which round it is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Round {
    /// The round's id.
    pub id: RoundId,
    /// What it is called, such as "Backend, November".
    pub title: String,
    /// The role.
    pub role_id: RoleId,
    /// The kits that everyone in it is asked, in order.
    pub kit_ids: Vec<KitId>,
}
