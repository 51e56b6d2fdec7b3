//! Actions: the history of each place of an interview, so that what was done can be undone after a restart as well.

use std::collections::BTreeMap;

use rusqlite::{Row, named_params};
use workbench_domain::{
    action::{ACTIONS_MAX, Action, ActionKind, History},
    ids::{EntryId, InterviewId},
    place::Place,
};

use crate::{Read, StoreError, Write, column};

/// An action with its place in the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// Its number in the history of its place.
    pub seq: u32,
    /// For typed text: the entry that was being changed; none for a new note.
    pub entry_id: Option<EntryId>,
    /// For typed text: the number of what was typed without a rest.
    pub typing: Option<u32>,
    /// What was done.
    pub action: Action,
}

/// How many old actions are forgotten together.
const FORGOTTEN_AT_ONCE: u32 = 50;

/// Remembers an action as the newest of its place. What was undone cannot be redone from then on, and what is older than
/// the last [`ACTIONS_MAX`] is forgotten, a little later.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn add(
    w: &Write<'_>,
    interview: &InterviewId,
    place: &Place,
    action: &Action,
    entry_id: Option<&EntryId>,
    typing: Option<u32>,
) -> Result<(), StoreError> {
    forget_undone(w, interview, place)?;
    let here = named_params! {":interview": interview.as_str(), ":place": place.code()};
    let last = w.one(include_str!("find_seq.sql"), here, |row| Ok(row.get::<_, Option<u32>>("seq")?))?.flatten();
    let seq = last.unwrap_or(0) + 1;
    w.run(
        include_str!("add.sql"),
        named_params! {
            ":interview": interview.as_str(), ":place": place.code(), ":seq": seq, ":kind": action.kind.code(),
            ":entry": entry_id.map(|id| id.as_str()), ":typing": typing, ":doc": serde_json::to_string(&action.changes)?,
        },
    )?;
    // Old ones go many at a time: taking one away with each new one would cost a note as much again.
    if seq % FORGOTTEN_AT_ONCE == 0 && seq > ACTIONS_MAX {
        w.run(
            include_str!("remove_old.sql"),
            named_params! {":interview": interview.as_str(), ":place": place.code(), ":oldest": seq - ACTIONS_MAX},
        )?;
    }
    Ok(())
}

/// Writes what the newest action of a place changed, as it has gone on; nothing forgets the action.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such action.
pub fn change(
    w: &Write<'_>,
    interview: &InterviewId,
    place: &Place,
    seq: u32,
    action: Option<&Action>,
) -> Result<(), StoreError> {
    let (interview, place) = (interview.as_str(), place.code());
    match action {
        Some(action) => {
            let doc = serde_json::to_string(&action.changes)?;
            let params = named_params! {":interview": interview, ":place": place, ":seq": seq, ":doc": doc};
            w.change("action", include_str!("change.sql"), params)
        }
        None => {
            let params = named_params! {":interview": interview, ":place": place, ":seq": seq};
            w.change("action", include_str!("remove.sql"), params)
        }
    }
}

/// The newest action of a place that is not undone.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn last(r: &Read<'_>, interview: &InterviewId, place: &Place) -> Result<Option<Remembered>, StoreError> {
    let here = named_params! {":interview": interview.as_str(), ":place": place.code()};
    r.one(include_str!("find_last.sql"), here, read)
}

/// The action of a place that was undone last, which is the first to redo.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn undone(r: &Read<'_>, interview: &InterviewId, place: &Place) -> Result<Option<Remembered>, StoreError> {
    let here = named_params! {":interview": interview.as_str(), ":place": place.code()};
    r.one(include_str!("find_undone.sql"), here, read)
}

/// Marks an action as undone or redone.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such action.
pub fn set_undone(
    w: &Write<'_>,
    interview: &InterviewId,
    place: &Place,
    seq: u32,
    undone: bool,
) -> Result<(), StoreError> {
    let params = named_params! {
        ":interview": interview.as_str(), ":place": place.code(), ":seq": seq, ":undone": undone,
    };
    w.change("action", include_str!("set_undone.sql"), params)
}

/// What can be undone and redone at each place of an interview that has a history.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn histories(r: &Read<'_>, interview: &InterviewId) -> Result<BTreeMap<Place, History>, StoreError> {
    let found = r.many(include_str!("list_history.sql"), named_params! {":interview": interview.as_str()}, |row| {
        let undo = column::word_or_none(row, "undo", ActionKind::from_code)?;
        let redo = column::word_or_none(row, "redo", ActionKind::from_code)?;
        Ok((column::place(row, "place")?, History { undo, redo }))
    })?;
    Ok(found.into_iter().collect())
}

/// Forgets what was undone at a place: it cannot be redone once something else was done.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn forget_undone(w: &Write<'_>, interview: &InterviewId, place: &Place) -> Result<(), StoreError> {
    let here = named_params! {":interview": interview.as_str(), ":place": place.code()};
    w.run(include_str!("remove_undone.sql"), here)?;
    Ok(())
}

/// Forgets the typing of an entry's change: the change itself is one action once it is kept.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn forget_typed(w: &Write<'_>, interview: &InterviewId, place: &Place, entry: &EntryId) -> Result<(), StoreError> {
    let params = named_params! {":interview": interview.as_str(), ":place": place.code(), ":entry": entry.as_str()};
    w.run(include_str!("remove_typed.sql"), params)?;
    Ok(())
}

/// Forgets every action that names an entry, and what was done at the same place before: its words were typed there.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn forget_entry(w: &Write<'_>, interview: &InterviewId, entry: &EntryId) -> Result<(), StoreError> {
    let params = named_params! {":interview": interview.as_str(), ":entry": entry.as_str()};
    w.run(include_str!("remove_entry.sql"), params)?;
    Ok(())
}

/// Forgets the whole history of an interview.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn forget(w: &Write<'_>, interview: &InterviewId) -> Result<(), StoreError> {
    w.run(include_str!("remove_all.sql"), named_params! {":interview": interview.as_str()})?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Remembered, StoreError> {
    Ok(Remembered {
        seq: row.get("seq")?,
        entry_id: column::id_or_none(row, "entry_id")?,
        typing: row.get("typing")?,
        action: Action { kind: column::word(row, "kind", ActionKind::from_code)?, changes: column::doc(row, "doc")? },
    })
}
