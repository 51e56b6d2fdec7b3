//! The people who interview: the owner of this laptop, and colleagues.

use rusqlite::{Row, named_params};
use workbench_domain::{ids::InterviewerId, interviewer::Interviewer};

use crate::{Read, StoreError, Write, column};

/// The owner of this laptop; none before the first start is done.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn me(r: &Read<'_>) -> Result<Option<Interviewer>, StoreError> {
    r.one(include_str!("find_me.sql"), [], |row| read(row, "id", "name"))
}

/// One interviewer.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, id: &InterviewerId) -> Result<Option<Interviewer>, StoreError> {
    r.one(include_str!("find.sql"), named_params! {":id": id.as_str()}, |row| read(row, "id", "name"))
}

/// Everyone whom this laptop knows by name, longest first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn list(r: &Read<'_>) -> Result<Vec<Interviewer>, StoreError> {
    r.many(include_str!("list.sql"), [], |row| read(row, "id", "name"))
}

/// The interviewer of that name whom this laptop has known longest.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn named(r: &Read<'_>, name: &str) -> Result<Option<Interviewer>, StoreError> {
    r.one(include_str!("find_named.sql"), named_params! {":name": name}, |row| read(row, "id", "name"))
}

/// Adds or renames an interviewer. Who owns this laptop stays as it is.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn put(w: &Write<'_>, interviewer: &Interviewer) -> Result<(), StoreError> {
    w.run(include_str!("put.sql"), named_params! {":id": interviewer.id.as_str(), ":name": interviewer.name})?;
    Ok(())
}

/// Adds or renames an interviewer, who owns this laptop from now on.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn set_me(w: &Write<'_>, interviewer: &Interviewer) -> Result<(), StoreError> {
    put(w, interviewer)?;
    let id = interviewer.id.as_str();
    w.run(include_str!("clear_me.sql"), named_params! {":id": id})?;
    w.change("interviewer", include_str!("mark_me.sql"), named_params! {":id": id})
}

/// Reads an interviewer from two columns of a row.
pub(crate) fn read(row: &Row<'_>, id: &str, name: &str) -> Result<Interviewer, StoreError> {
    Ok(Interviewer { id: column::id(row, id)?, name: row.get(name)? })
}
