//! A round: candidates for one role who are compared with each other, and the kits that they are asked.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{InterviewerId, KitId, RoleId, RoundId};

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
    /// Who leads it: who made it, or to whom it was handed on. None where a laptop had no owner when it was made.
    pub owner_id: Option<InterviewerId>,
}

impl Round {
    /// Whether this person turns the team's figures on and off and hands the round on: its owner alone; anyone while it has
    /// none. Setting it up and planning its interviews are everyone's work.
    #[must_use]
    pub fn is_led_by(&self, person: &InterviewerId) -> bool {
        self.owner_id.as_ref().is_none_or(|owner| owner == person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_is_led_by_its_owner_alone_and_by_anyone_while_it_has_none() {
        for (owner, led) in [(Some("Ana"), true), (Some("Jan"), false), (None, true)] {
            let round = Round {
                id: "r".into(),
                title: "November".to_owned(),
                role_id: "p/dev".into(),
                kit_ids: Vec::new(),
                owner_id: owner.map(InterviewerId::from),
            };
            assert_eq!(round.is_led_by(&"Ana".into()), led, "{owner:?}");
        }
    }
}
