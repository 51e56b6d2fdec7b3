//! Preparations: what was written down before an interview.

use rusqlite::named_params;
use workbench_domain::{ids::InterviewId, preparation::Preparation};

use crate::{Read, StoreError, Write};

/// Writes the preparation of an interview.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn put(w: &Write<'_>, interview: &InterviewId, preparation: &Preparation) -> Result<(), StoreError> {
    w.run(
        include_str!("put.sql"),
        named_params! {
            ":interview": interview.as_str(), ":covers": preparation.covers, ":asked": preparation.asked,
            ":retention": preparation.retention,
        },
    )?;
    Ok(())
}

/// The preparation of an interview; none while nothing was written.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, interview: &InterviewId) -> Result<Option<Preparation>, StoreError> {
    r.one(include_str!("find.sql"), named_params! {":interview": interview.as_str()}, |row| {
        Ok(Preparation { covers: row.get("covers")?, asked: row.get("asked")?, retention: row.get("retention")? })
    })
}
