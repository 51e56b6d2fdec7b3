//! The bank's history, and what stands in its editors and is not saved yet.

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use serde::{Serialize, de::DeserializeOwned};
use workbench_domain::bank::{BANK_ACTIONS_MAX, BankAction, BankActionKind, BankHistory};

use crate::{Read, StoreError, Write, column};

/// An action with its place in the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// Its number; later ones are higher.
    pub seq: i64,
    /// What was done.
    pub action: BankAction,
}

/// Which editor a draft stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftKind {
    /// That of a question.
    Question,
    /// That of a kit.
    Kit,
    /// That of a role.
    Role,
}

impl DraftKind {
    fn code(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Kit => "kit",
            Self::Role => "role",
        }
    }
}

/// What stands in an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankDraft<T> {
    /// Of what: a thing of the bank, or one that is still to be added.
    pub id: String,
    /// What is written so far.
    pub content: T,
    /// When it was last saved.
    pub saved_at: Timestamp,
}

/// Remembers an action. What was undone before can no longer be done again, and the oldest are forgotten.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn remember(w: &Write<'_>, action: &BankAction, now: Timestamp) -> Result<(), StoreError> {
    w.run(include_str!("remove_undone.sql"), [])?;
    let doc = serde_json::to_string(&action.changes)?;
    let params = named_params! {":kind": action.kind.code(), ":now": now.as_millisecond(), ":doc": doc};
    w.run(include_str!("add.sql"), params)?;
    w.run(include_str!("remove_old.sql"), named_params! {":kept": BANK_ACTIONS_MAX})?;
    Ok(())
}

/// What the next undo takes back.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn last(r: &Read<'_>) -> Result<Option<Remembered>, StoreError> {
    r.one(include_str!("find_last.sql"), [], remembered)
}

/// What the next redo does again.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn undone(r: &Read<'_>) -> Result<Option<Remembered>, StoreError> {
    r.one(include_str!("find_undone.sql"), [], remembered)
}

/// Says that an action was undone, or done again.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn set_undone(w: &Write<'_>, seq: i64, undone: bool) -> Result<(), StoreError> {
    w.change("action", include_str!("set_undone.sql"), named_params! {":seq": seq, ":undone": undone})
}

/// What can be undone and redone.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn history(r: &Read<'_>) -> Result<BankHistory, StoreError> {
    let kind = |sql: &str| r.one(sql, [], |row| column::word(row, "kind", BankActionKind::from_code));
    Ok(BankHistory { undo: kind(include_str!("find_last.sql"))?, redo: kind(include_str!("find_undone.sql"))? })
}

/// Keeps what stands in an editor.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn put_draft<T: Serialize>(
    w: &Write<'_>,
    kind: DraftKind,
    id: &str,
    content: &T,
    now: Timestamp,
) -> Result<(), StoreError> {
    let doc = serde_json::to_string(content)?;
    let params = named_params! {":kind": kind.code(), ":id": id, ":doc": doc, ":now": now.as_millisecond()};
    w.run(include_str!("put_draft.sql"), params)?;
    Ok(())
}

/// Forgets what stood in an editor; nothing where there is nothing.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn remove_draft(w: &Write<'_>, kind: DraftKind, id: &str) -> Result<(), StoreError> {
    w.run(include_str!("remove_draft.sql"), named_params! {":kind": kind.code(), ":id": id})?;
    Ok(())
}

/// What stands in the editor of one thing.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn draft<T: DeserializeOwned>(r: &Read<'_>, kind: DraftKind, id: &str) -> Result<Option<BankDraft<T>>, StoreError> {
    r.one(include_str!("find_draft.sql"), named_params! {":kind": kind.code(), ":id": id}, read_draft)
}

/// What stands in all editors of a kind, the one begun last first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn drafts<T: DeserializeOwned>(r: &Read<'_>, kind: DraftKind) -> Result<Vec<BankDraft<T>>, StoreError> {
    r.many(include_str!("list_drafts.sql"), named_params! {":kind": kind.code()}, read_draft)
}

fn read_draft<T: DeserializeOwned>(row: &Row<'_>) -> Result<BankDraft<T>, StoreError> {
    Ok(BankDraft { id: row.get("id")?, content: column::doc(row, "doc")?, saved_at: column::time(row, "saved_at")? })
}

fn remembered(row: &Row<'_>) -> Result<Remembered, StoreError> {
    let kind = column::word(row, "kind", BankActionKind::from_code)?;
    Ok(Remembered { seq: row.get("row_id")?, action: BankAction { kind, changes: column::doc(row, "doc")? } })
}
