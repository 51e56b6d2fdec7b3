//! Drafts: what is being typed and is not kept yet.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    entry::{Entry, EntryKind, EntryLink},
    ids::EntryId,
    place::Place,
    tick::{TickState, TickTarget},
};

/// A link that is about to be made, and how the line was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftLink {
    /// Which list of the question.
    pub target: TickTarget,
    /// The line in that list, counted from 1.
    pub number: u32,
    /// How it was noticed; used for the tick where the line has none yet.
    pub state: TickState,
}

impl DraftLink {
    /// The link as the kept entry has it.
    #[must_use]
    pub fn link(self) -> EntryLink {
        EntryLink { target: self.target, number: self.number }
    }
}

/// What stands in a text field: a note that is not kept, or a kept one as it is being changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftText {
    /// The kind chosen for it.
    pub kind: EntryKind,
    /// What it will be linked to.
    pub link: Option<DraftLink>,
    /// The text so far; never empty.
    pub text: String,
    /// When it was begun, in seconds since the interview began.
    pub at_seconds: u32,
}

impl DraftText {
    /// What stood in the field before this became a kept entry.
    #[must_use]
    pub fn of(entry: &Entry, text: String, link: Option<DraftLink>) -> Self {
        Self { kind: entry.kind, link, text, at_seconds: entry.at_seconds }
    }
}

/// What is being typed: at most one new note a place, and at most one change of each kept entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Draft {
    /// Where it stands.
    pub place: Place,
    /// The kept entry that is being changed; none for a new note.
    pub entry_id: Option<EntryId>,
    /// What stands in the field.
    #[serde(flatten)]
    pub written: DraftText,
}
