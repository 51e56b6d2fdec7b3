//! The bank's own history: what was done to questions, kits and roles, so that it can be undone.
//!
//! A version never changes and is never taken away; what an action changes is which version counts, and what is marked.
//! An action holds each thing's state before and after. Undoing writes back only what the action changed, last part
//! first, so that what came from elsewhere since (a pack's update) stays. The order is one, over the whole bank.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ids::{KitId, QuestionId, RoleId},
    kit::Role,
};

/// How many actions of the bank are remembered.
pub const BANK_ACTIONS_MAX: u32 = 200;

/// Where the words of a version come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// As its pack has it.
    Pack,
    /// Written or changed here.
    Own,
}

impl Origin {
    /// As the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Pack => "pack",
            Self::Own => "own",
        }
    }

    /// Reads what [`Origin::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Pack, Self::Own].into_iter().find(|origin| origin.code() == code)
    }
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BankActionKind {
    /// A question was written.
    QuestionAdded,
    /// A question was changed.
    QuestionChanged,
    /// A question was copied.
    QuestionDuplicated,
    /// Questions were put away.
    QuestionsArchived,
    /// Questions were brought back.
    QuestionsRestored,
    /// A question was marked as known outside, or that mark taken away.
    LeakMarked,
    /// The pack's version took the place of an own one.
    OfferTaken,
    /// The pack's version was declined.
    OfferDeclined,
    /// A file was imported.
    Imported,
    /// A role was added or changed.
    RoleSaved,
    /// A kit was put away or brought back.
    KitArchived,
}

impl BankActionKind {
    const ALL: [Self; 11] = [
        Self::QuestionAdded,
        Self::QuestionChanged,
        Self::QuestionDuplicated,
        Self::QuestionsArchived,
        Self::QuestionsRestored,
        Self::LeakMarked,
        Self::OfferTaken,
        Self::OfferDeclined,
        Self::Imported,
        Self::RoleSaved,
        Self::KitArchived,
    ];

    /// As the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::QuestionAdded => "question_added",
            Self::QuestionChanged => "question_changed",
            Self::QuestionDuplicated => "question_duplicated",
            Self::QuestionsArchived => "questions_archived",
            Self::QuestionsRestored => "questions_restored",
            Self::LeakMarked => "leak_marked",
            Self::OfferTaken => "offer_taken",
            Self::OfferDeclined => "offer_declined",
            Self::Imported => "imported",
            Self::RoleSaved => "role_saved",
            Self::KitArchived => "kit_archived",
        }
    }

    /// Reads what [`BankActionKind::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What of a question or a kit can change while its versions stay.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct ItemState {
    /// The number of the version that counts; none while it is not in the bank.
    pub version: Option<u32>,
    /// When it was put away.
    #[ts(type = "Timestamp | null")]
    pub archived_at: Option<Timestamp>,
    /// When it was marked as known outside. Never for a kit.
    #[ts(type = "Timestamp | null")]
    pub leaked_at: Option<Timestamp>,
    /// The number of the pack's version that is offered beside an own one.
    pub offered: Option<u32>,
}

impl ItemState {
    /// This state, changed as from `before` to `after` and in nothing else.
    #[must_use]
    pub fn changed(&self, before: &Self, after: &Self) -> Self {
        fn pick<T: Clone + PartialEq>(now: &T, before: &T, after: &T) -> T {
            if before == after { now.clone() } else { after.clone() }
        }
        Self {
            version: pick(&self.version, &before.version, &after.version),
            archived_at: pick(&self.archived_at, &before.archived_at, &after.archived_at),
            leaked_at: pick(&self.leaked_at, &before.leaked_at, &after.leaked_at),
            offered: pick(&self.offered, &before.offered, &after.offered),
        }
    }
}

/// A role of the bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleState {
    /// The role.
    pub role: Role,
    /// Whether it was changed here, so that its pack leaves it alone.
    pub own: bool,
}

/// One thing that an action changed, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum BankChange {
    /// A question.
    Question {
        /// Which.
        id: QuestionId,
        /// Before.
        before: ItemState,
        /// After.
        after: ItemState,
    },
    /// A kit.
    Kit {
        /// Which.
        id: KitId,
        /// Before.
        before: ItemState,
        /// After.
        after: ItemState,
    },
    /// A role, which has no versions; none where it was not in the bank.
    Role {
        /// Which.
        id: RoleId,
        /// Before.
        before: Option<RoleState>,
        /// After.
        after: Option<RoleState>,
    },
}

impl BankChange {
    /// Whether it changes anything.
    #[must_use]
    pub fn matters(&self) -> bool {
        match self {
            Self::Question { before, after, .. } | Self::Kit { before, after, .. } => before != after,
            Self::Role { before, after, .. } => before != after,
        }
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Question { id, before, after } => Self::Question { id, before: after, after: before },
            Self::Kit { id, before, after } => Self::Kit { id, before: after, after: before },
            Self::Role { id, before, after } => Self::Role { id, before: after, after: before },
        }
    }
}

/// One thing that was done in the bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankAction {
    /// What was done.
    pub kind: BankActionKind,
    /// What it changed, in order.
    pub changes: Vec<BankChange>,
}

impl BankAction {
    /// The changes that take it back, last part first.
    #[must_use]
    pub fn undoing(&self) -> Vec<BankChange> {
        self.changes.iter().rev().cloned().map(BankChange::inverse).collect()
    }
}

/// What can be undone and redone in the bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct BankHistory {
    /// What the next undo takes back; none if there is nothing.
    pub undo: Option<BankActionKind>,
    /// What the next redo does again; none if there is nothing.
    pub redo: Option<BankActionKind>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(version: u32, archived: bool) -> ItemState {
        let archived_at = archived.then_some(Timestamp::UNIX_EPOCH);
        ItemState { version: Some(version), archived_at, ..ItemState::default() }
    }

    #[test]
    fn an_undo_writes_back_only_what_the_action_changed() {
        let change = BankChange::Question { id: "q".into(), before: state(1, false), after: state(1, true) };
        let BankChange::Question { before, after, .. } = change.inverse() else { unreachable!() };
        // A pack's update came in between: it stays, and the question is brought back.
        assert_eq!(state(2, true).changed(&before, &after), state(2, false));
    }

    #[test]
    fn what_is_undone_last_part_first_is_as_before() {
        let (one, two, three) = (ItemState::default(), state(1, false), state(2, false));
        let step = |before: &ItemState, after: &ItemState| BankChange::Question {
            id: "q".into(),
            before: before.clone(),
            after: after.clone(),
        };
        let action = BankAction { kind: BankActionKind::Imported, changes: vec![step(&one, &two), step(&two, &three)] };
        let mut now = three;
        for change in action.undoing() {
            let BankChange::Question { before, after, .. } = change else { unreachable!() };
            now = now.changed(&before, &after);
        }
        assert_eq!(now, one);
    }

    #[test]
    fn kinds_and_origins_are_read_as_they_are_written() {
        for kind in BankActionKind::ALL {
            assert_eq!(BankActionKind::from_code(kind.code()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
        }
        assert_eq!([Origin::from_code("own"), Origin::from_code("x")], [Some(Origin::Own), None]);
    }
}
