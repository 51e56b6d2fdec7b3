//! An entry: one kept note, the smallest piece of evidence.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ids::EntryId, place::Place, tick::TickTarget};

/// What kind of note an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// What happened.
    Note,
    /// The candidate's own words.
    Quote,
    /// Speaks for the candidate.
    Good,
    /// Speaks against.
    Concern,
    /// To ask later.
    FollowUp,
    /// What was written or read aloud as code, set as it stands.
    Code,
}

impl EntryKind {
    /// All kinds, in the order of the screen.
    pub const ALL: [Self; 6] = [Self::Note, Self::Quote, Self::Good, Self::Concern, Self::FollowUp, Self::Code];

    /// The kind as the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Quote => "quote",
            Self::Good => "good",
            Self::Concern => "concern",
            Self::FollowUp => "follow_up",
            Self::Code => "code",
        }
    }

    /// Reads what [`EntryKind::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The kind in words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "Note",
            Self::Quote => "Quote",
            Self::Good => "Good",
            Self::Concern => "Concern",
            Self::FollowUp => "Follow-up",
            Self::Code => "Code",
        }
    }
}

/// The line of the question that an entry is evidence for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryLink {
    /// Which list of the question.
    pub target: TickTarget,
    /// The line in that list, counted from 1.
    pub number: u32,
}

/// One kept note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Entry {
    /// The entry's id.
    pub id: EntryId,
    /// Where it is filed.
    pub place: Place,
    /// What kind of note it is.
    pub kind: EntryKind,
    /// The line of that question that it is evidence for; none for an entry on the answer as a whole.
    pub link: Option<EntryLink>,
    /// What was written.
    pub text: String,
    /// When it was begun, in seconds since the interview began.
    pub at_seconds: u32,
    /// When it was first kept.
    #[ts(type = "Timestamp")]
    pub kept_at: Timestamp,
    /// Counts the versions of this entry, from 1.
    pub rev: u32,
}
