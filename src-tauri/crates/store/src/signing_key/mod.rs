//! The keys that people sign documents with.

use jiff::Timestamp;
use rusqlite::named_params;
use workbench_domain::ids::InterviewerId;
use zeroize::Zeroizing;

use crate::{Read, StoreError, Write};

/// What this person's key is made of; none before it was first needed.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, interviewer: &InterviewerId) -> Result<Option<Zeroizing<[u8; 32]>>, StoreError> {
    r.one(include_str!("find.sql"), named_params! {":interviewer": interviewer.as_str()}, |row| {
        Ok(Zeroizing::new(row.get("seed")?))
    })
}

/// Keeps this person's first key.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is one already.
pub fn add(
    w: &Write<'_>,
    interviewer: &InterviewerId,
    seed: &Zeroizing<[u8; 32]>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let params =
        named_params! {":interviewer": interviewer.as_str(), ":seed": seed.as_slice(), ":at": now.as_millisecond()};
    w.run(include_str!("add.sql"), params)?;
    Ok(())
}
