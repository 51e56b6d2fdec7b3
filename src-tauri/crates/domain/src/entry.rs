//! An entry: one kept note, the smallest piece of evidence.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{EntryId, QuestionId};

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
}

impl EntryKind {
    /// All kinds, in the order of the screen.
    pub const ALL: [Self; 5] = [Self::Note, Self::Quote, Self::Good, Self::Concern, Self::FollowUp];

    /// The kind as the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Quote => "quote",
            Self::Good => "good",
            Self::Concern => "concern",
            Self::FollowUp => "follow_up",
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
        }
    }
}

/// One kept note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Entry {
    /// The entry's id.
    pub id: EntryId,
    /// The question it belongs to; none for the interview in general.
    pub question_id: Option<QuestionId>,
    /// What kind of note it is.
    pub kind: EntryKind,
    /// What was written.
    pub text: String,
    /// When it was begun, in seconds since the interview started.
    pub at_seconds: u32,
    /// When it was first kept.
    #[ts(type = "Timestamp")]
    pub kept_at: Timestamp,
    /// Counts the versions of this entry, from 1.
    pub rev: u32,
}
