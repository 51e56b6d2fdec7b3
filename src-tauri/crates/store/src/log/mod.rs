//! The log of who did what. The database itself refuses to change or remove a line, or to put one in between.

use std::path::Path;

use rusqlite::{Row, named_params};
use workbench_domain::log::{Act, Deed, LogCarried, LogLine, StayIn, carried};

use crate::{DataKey, Read, StoreError, Write, backup, column};

/// Adds a line after the last one, in the transaction of what it is about.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn add(w: &Write<'_>, deed: Deed) -> Result<LogLine, StoreError> {
    let line = LogLine::after(last(w)?.as_ref(), deed);
    put(w, &line)?;
    Ok(line)
}

fn put(w: &Write<'_>, line: &LogLine) -> Result<(), StoreError> {
    let subjects = serde_json::to_string(&line.subjects)?;
    let params = named_params! {
        ":sequence": line.sequence, ":at": line.at.as_millisecond(), ":actor": line.actor.as_str(),
        ":act": line.act.code(), ":subjects": subjects, ":content": line.content, ":previous": line.previous,
        ":hash": line.hash,
    };
    w.run(include_str!("add.sql"), params)?;
    Ok(())
}

/// Adds to the log of a backup that is restored what came after it here, each line as it was written, if the log here is a
/// continuation of it ([`carried`]). `here` is none where the log here cannot be read; `stay` is where the others are.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn carry(w: &Write<'_>, here: Option<&[LogLine]>, stay: StayIn) -> Result<LogCarried, StoreError> {
    let (told, lines) = carried(here, &list(w)?, stay);
    lines.iter().try_for_each(|line| put(w, line))?;
    Ok(told)
}

/// Every line in a file, the first one first; none in a format that had no log yet.
///
/// # Errors
/// As [`backup::look`], or [`StoreError`] if they cannot be read.
pub fn within(path: &Path, key: &DataKey) -> Result<Vec<LogLine>, StoreError> {
    let conn = backup::open(path, key)?;
    if !conn.table_exists(None, "log")? {
        return Ok(Vec::new());
    }
    list(&Read::new(&conn))
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
