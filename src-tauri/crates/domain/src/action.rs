//! Actions: what an interviewer did at one place, in the order in which it was done, so that it can be undone.
//!
//! There is one history for each place of an interview, over text and everything else. An action holds what it changed,
//! each part as it was before and after; undoing writes what was before, last part first, and redoing what was after.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    draft::DraftText,
    entry::{Entry, EntryKind, EntryLink},
    ids::{EntryId, QuestionId},
    place::Place,
    record::{Deviation, Rated},
    tick::{TickState, TickTarget},
};

/// How many actions of one place are remembered at the least; hardly more are.
pub const ACTIONS_MAX: u32 = 500;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActionKind {
    /// Text was typed: one action for all that was typed without a rest.
    Typed,
    /// A note was kept.
    EntryKept,
    /// A kept note was changed.
    EntryEdited,
    /// A note was filed at another place.
    EntryMoved,
    /// A note was removed.
    EntryRemoved,
    /// A removed note was brought back.
    EntryRestored,
    /// An indicator or a red flag was ticked, or its tick changed or taken away.
    Tick,
    /// The question was rated, or its rating taken away.
    Rating,
    /// A probe was counted.
    Probe,
    /// The question was marked as reworded or skipped, or that mark taken away.
    Deviation,
}

impl ActionKind {
    const ALL: [Self; 10] = [
        Self::Typed,
        Self::EntryKept,
        Self::EntryEdited,
        Self::EntryMoved,
        Self::EntryRemoved,
        Self::EntryRestored,
        Self::Tick,
        Self::Rating,
        Self::Probe,
        Self::Deviation,
    ];

    /// The kind as the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Typed => "typed",
            Self::EntryKept => "entry_kept",
            Self::EntryEdited => "entry_edited",
            Self::EntryMoved => "entry_moved",
            Self::EntryRemoved => "entry_removed",
            Self::EntryRestored => "entry_restored",
            Self::Tick => "tick",
            Self::Rating => "rating",
            Self::Probe => "probe",
            Self::Deviation => "deviation",
        }
    }

    /// Reads what [`ActionKind::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryText {
    /// What kind of note it is.
    pub kind: EntryKind,
    /// The line that it is evidence for.
    pub link: Option<EntryLink>,
    /// What was written.
    pub text: String,
}

/// Where an entry is filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryPlace {
    /// Where.
    pub place: Place,
    /// The line of that question that it is evidence for.
    pub link: Option<EntryLink>,
}

impl EntryText {
    /// What this entry says.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        Self { kind: entry.kind, link: entry.link, text: entry.text.clone() }
    }
}

impl EntryPlace {
    /// Where this entry is filed.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        Self { place: entry.place.clone(), link: entry.link }
    }
}

/// One part that an action changed, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum Change {
    /// What stands in a text field; none for an empty one.
    Draft {
        /// The kept entry that is being changed; none for a new note.
        entry_id: Option<EntryId>,
        /// Before.
        before: Option<DraftText>,
        /// After.
        after: Option<DraftText>,
    },
    /// Whether an entry is there.
    Kept {
        /// Which.
        entry_id: EntryId,
        /// Before.
        before: bool,
        /// After.
        after: bool,
    },
    /// What an entry says.
    Text {
        /// Which.
        entry_id: EntryId,
        /// Where it was filed then: a link is to a line of that question.
        place: Place,
        /// Before.
        before: EntryText,
        /// After.
        after: EntryText,
    },
    /// Where an entry is filed.
    Filed {
        /// Which.
        entry_id: EntryId,
        /// Before.
        before: EntryPlace,
        /// After.
        after: EntryPlace,
    },
    /// A tick of a question.
    Tick {
        /// Which question.
        question_id: QuestionId,
        /// Which list.
        target: TickTarget,
        /// Which line, from 1.
        number: u32,
        /// Before.
        before: Option<TickState>,
        /// After.
        after: Option<TickState>,
    },
    /// The rating of the question.
    Rating {
        /// Before.
        before: Option<Rated>,
        /// After.
        after: Option<Rated>,
    },
    /// How often a probe was asked.
    Probe {
        /// Which, from 1; none for the unplanned ones.
        number: Option<u32>,
        /// Before.
        before: u32,
        /// After.
        after: u32,
    },
    /// How the question was not asked as the kit has it.
    Deviation {
        /// Before.
        before: Option<Deviation>,
        /// After.
        after: Option<Deviation>,
    },
}

impl Change {
    /// Whether it changes anything.
    #[must_use]
    pub fn matters(&self) -> bool {
        match self {
            Self::Draft { before, after, .. } => before != after,
            Self::Kept { before, after, .. } => before != after,
            Self::Text { before, after, .. } => before != after,
            Self::Filed { before, after, .. } => before != after,
            Self::Tick { before, after, .. } => before != after,
            Self::Rating { before, after } => before != after,
            Self::Probe { before, after, .. } => before != after,
            Self::Deviation { before, after } => before != after,
        }
    }

    /// The kept entry that it changes, if it is one that does.
    #[must_use]
    pub fn entry(&self) -> Option<&EntryId> {
        match self {
            Self::Kept { entry_id, .. } | Self::Text { entry_id, .. } | Self::Filed { entry_id, .. } => Some(entry_id),
            Self::Draft { entry_id, .. } => entry_id.as_ref(),
            Self::Tick { .. } | Self::Rating { .. } | Self::Probe { .. } | Self::Deviation { .. } => None,
        }
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Draft { entry_id, before, after } => Self::Draft { entry_id, before: after, after: before },
            Self::Kept { entry_id, before, after } => Self::Kept { entry_id, before: after, after: before },
            Self::Text { entry_id, place, before, after } => {
                Self::Text { entry_id, place, before: after, after: before }
            }
            Self::Filed { entry_id, before, after } => Self::Filed { entry_id, before: after, after: before },
            Self::Tick { question_id, target, number, before, after } => {
                Self::Tick { question_id, target, number, before: after, after: before }
            }
            Self::Rating { before, after } => Self::Rating { before: after, after: before },
            Self::Probe { number, before, after } => Self::Probe { number, before: after, after: before },
            Self::Deviation { before, after } => Self::Deviation { before: after, after: before },
        }
    }
}

/// One thing that was done at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Action {
    /// What was done.
    pub kind: ActionKind,
    /// What it changed, in the order in which it was written.
    pub changes: Vec<Change>,
}

impl Action {
    /// What undoing this action writes, in order.
    #[must_use]
    pub fn undoing(&self) -> Vec<Change> {
        self.changes.iter().rev().cloned().map(Change::inverse).collect()
    }
}

/// What can be undone and redone at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct History {
    /// The place's last action that stands; none when there is nothing to undo.
    pub undo: Option<ActionKind>,
    /// The action that was undone last; none when there is nothing to redo.
    pub redo: Option<ActionKind>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rating::Rating;

    #[test]
    fn kinds_read_and_write_one_form() {
        for kind in ActionKind::ALL {
            assert_eq!(ActionKind::from_code(kind.code()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
        }
        assert_eq!(ActionKind::from_code("slept"), None);
    }

    #[test]
    fn undoing_goes_backwards_and_twice_is_nothing() {
        let action = Action {
            kind: ActionKind::EntryKept,
            changes: vec![
                Change::Kept { entry_id: "e".into(), before: false, after: true },
                Change::Tick {
                    question_id: "p/q".into(),
                    target: TickTarget::RedFlag,
                    number: 1,
                    before: None,
                    after: Some(TickState::Heard),
                },
                Change::Rating {
                    before: None,
                    after: Rating::from_code("4").map(|rating| Rated { rating, unjudged: None }),
                },
            ],
        };
        let undoing = action.undoing();
        assert!(matches!(undoing[0], Change::Rating { after: None, .. }));
        assert!(matches!(undoing[2], Change::Kept { before: true, after: false, .. }));
        let again = Action { kind: action.kind, changes: undoing }.undoing();
        assert_eq!(again, action.changes);
        assert!(action.changes.iter().all(Change::matters));
        assert!(!Change::Probe { number: None, before: 2, after: 2 }.matters());
    }
}
