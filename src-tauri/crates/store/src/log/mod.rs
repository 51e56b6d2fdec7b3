//! The log of who did what. The database itself refuses to change or remove a line, or to put one in between.

use rusqlite::{Row, named_params};
use workbench_domain::log::{Act, Deed, LogLine};

use crate::{Read, StoreError, Write, column};

/// Adds a line after the last one, in the transaction of what it is about.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn add(w: &Write<'_>, deed: Deed) -> Result<LogLine, StoreError> {
    let line = LogLine::after(last(w)?.as_ref(), deed);
    let subjects = serde_json::to_string(&line.subjects)?;
    let params = named_params! {
        ":sequence": line.sequence, ":at": line.at.as_millisecond(), ":actor": line.actor.as_str(),
        ":act": line.act.code(), ":subjects": subjects, ":content": line.content, ":previous": line.previous,
        ":hash": line.hash,
    };
    w.run(include_str!("add.sql"), params)?;
    Ok(line)
}

/// The last line; none while nothing was logged.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn last(r: &Read<'_>) -> Result<Option<LogLine>, StoreError> {
    r.one(include_str!("find_last.sql"), [], read)
}

/// Every line, the first one first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn list(r: &Read<'_>) -> Result<Vec<LogLine>, StoreError> {
    r.many(include_str!("list.sql"), [], read)
}

/// The lines before a place, the newest first, at most so many.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn before(r: &Read<'_>, sequence: u32, limit: u32) -> Result<Vec<LogLine>, StoreError> {
    r.many(include_str!("list_before.sql"), named_params! {":before": sequence, ":limit": limit}, read)
}

fn read(row: &Row<'_>) -> Result<LogLine, StoreError> {
    Ok(LogLine {
        sequence: row.get("sequence")?,
        at: column::time(row, "created_at")?,
        actor: column::id(row, "actor_id")?,
        act: column::word(row, "act", Act::from_code)?,
        subjects: column::doc(row, "subjects")?,
        content: row.get("content")?,
        previous: row.get("previous")?,
        hash: row.get("hash")?,
    })
}
