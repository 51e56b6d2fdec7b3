//! Amendments while they are written. What was added is a version of the scorecard (see [`crate::scorecard`]).

use rusqlite::named_params;
use workbench_domain::{amendment::AmendmentDraft, ids::InterviewId};

use crate::{Read, StoreError, Write, column};

/// Writes what is being written, in the place of what was there.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn put(w: &Write<'_>, interview: &InterviewId, draft: &AmendmentDraft) -> Result<(), StoreError> {
    let doc = serde_json::to_string(draft)?;
    w.run(include_str!("put.sql"), named_params! {":interview": interview.as_str(), ":doc": doc})?;
    Ok(())
}

/// What is being written; none while nothing is.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, interview: &InterviewId) -> Result<Option<AmendmentDraft>, StoreError> {
    r.one(include_str!("find.sql"), named_params! {":interview": interview.as_str()}, |row| column::doc(row, "doc"))
}

/// Lets go of what was being written, if anything was.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn remove(w: &Write<'_>, interview: &InterviewId) -> Result<(), StoreError> {
    w.run(include_str!("remove.sql"), named_params! {":interview": interview.as_str()})?;
    Ok(())
}
