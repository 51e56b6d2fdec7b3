//! The list of those who were erased: ids alone. The database itself refuses to take one of them in again.

use jiff::Timestamp;
use rusqlite::named_params;
use workbench_domain::{erasure::Erased, ids::CandidateId};

use crate::{Read, StoreError, Write, candidate, column};

/// Removes everything about a person, and puts the ids by which the person might come back on the list. What was freed still
/// lies in the file until it is written anew ([`crate::erase::renew`]).
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such candidate, or one on whom a hold stands.
pub fn erase(w: &Write<'_>, id: &CandidateId, at: Timestamp) -> Result<(), StoreError> {
    let params = named_params! {":candidate": id.as_str()};
    let elsewhere = w.many(include_str!("list_elsewhere.sql"), params, |row| {
        Ok(Erased { source: row.get("source")?, id: row.get("person_id")?, at })
    })?;
    for one in std::iter::once(Erased::of(id, at)).chain(elsewhere) {
        add(w, &one, false)?;
    }
    if candidate::remove(w, id)? { Ok(()) } else { Err(StoreError::Bug("there is no candidate to erase".into())) }
}

/// Puts an id on the list.
pub(crate) fn add(w: &Write<'_>, one: &Erased, finished: bool) -> Result<(), StoreError> {
    let params = named_params! {
        ":source": one.source, ":id": one.id, ":at": one.at.as_millisecond(), ":finished": finished,
    };
    w.run(include_str!("add.sql"), params)?;
    Ok(())
}

/// Everyone on the list, in the order in which they came.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn list(r: &Read<'_>) -> Result<Vec<Erased>, StoreError> {
    r.many(include_str!("list.sql"), [], |row| {
        Ok(Erased { source: row.get("source")?, id: row.get("id")?, at: column::time(row, "erased_at")? })
    })
}

/// Whether the person whom that program knows by that id was erased; an empty source asks for an id of ours.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn has(r: &Read<'_>, source: &str, id: &str) -> Result<bool, StoreError> {
    let params = named_params! {":source": source, ":id": id};
    Ok(r.one(include_str!("find.sql"), params, |_| Ok(()))?.is_some())
}

/// Whether somebody was erased of whom the file or a backup may still hold something.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn is_unfinished(r: &Read<'_>) -> Result<bool, StoreError> {
    Ok(r.one(include_str!("find_unfinished.sql"), [], |_| Ok(()))?.is_some())
}

/// Of everyone on the list nothing is left.
pub(crate) fn finish(w: &Write<'_>) -> Result<(), StoreError> {
    w.run(include_str!("finish.sql"), [])?;
    Ok(())
}
