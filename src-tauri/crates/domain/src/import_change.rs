//! What an import of candidates or of a calendar changed, so that it can be taken back.

use serde::{Deserialize, Serialize};

use crate::{
    appointment::Appointment,
    contact::Contact,
    ids::{CandidateId, RoundId},
    shared::SharedScorecard,
};

/// What an import writes of a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// What the application says.
    pub contact: Contact,
    /// The round.
    pub round_id: Option<RoundId>,
}

/// One thing that an import changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum ImportChange {
    /// A candidate was added, or learnt something.
    Candidate {
        /// Which.
        id: CandidateId,
        /// What was known before; none of one that was added.
        before: Option<Known>,
        /// What was known afterwards.
        after: Known,
    },
    /// A scorecard was added, or replaced by a later one of the same id.
    Scorecard {
        /// Of whom.
        candidate_id: CandidateId,
        /// What was kept before; none of one that was added.
        before: Option<Box<SharedScorecard>>,
        /// What was kept afterwards.
        after: Box<SharedScorecard>,
    },
    /// A planned interview was added, moved or called off.
    Appointment {
        /// Before; none of one that was added.
        before: Option<Appointment>,
        /// Afterwards; none of one that was called off.
        after: Option<Appointment>,
    },
}

impl ImportChange {
    /// The candidate it is about; with that one's erasure it goes too.
    #[must_use]
    pub fn candidate_id(&self) -> Option<&CandidateId> {
        match self {
            Self::Candidate { id, .. } | Self::Scorecard { candidate_id: id, .. } => Some(id),
            Self::Appointment { before, after } => before.as_ref().or(after.as_ref()).map(|one| &one.candidate_id),
        }
    }
}
