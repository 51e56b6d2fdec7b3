//! Scorecards imported from other programs.

use jiff::Timestamp;
use rusqlite::named_params;
use workbench_domain::{ids::CandidateId, shared::SharedScorecard};

use crate::{Read, StoreError, Write, column};

/// Keeps a scorecard, in place of what was kept of the same id.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such candidate.
pub fn put(w: &Write<'_>, candidate: &CandidateId, one: &SharedScorecard, now: Timestamp) -> Result<(), StoreError> {
    let params = named_params! {
        ":candidate": candidate.as_str(), ":source": one.source, ":source_id": one.id, ":person": one.candidate.id,
        ":doc": serde_json::to_string(one)?, ":now": now.as_millisecond(),
    };
    w.run(include_str!("put.sql"), params)?;
    Ok(())
}

/// Removes the scorecard of that id, if there is one.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn remove(w: &Write<'_>, source: &str, id: &str) -> Result<(), StoreError> {
    w.run(include_str!("remove.sql"), named_params! {":source": source, ":source_id": id})?;
    Ok(())
}

/// The scorecard of that id, with the candidate it is about.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, source: &str, id: &str) -> Result<Option<(CandidateId, SharedScorecard)>, StoreError> {
    r.one(include_str!("find.sql"), named_params! {":source": source, ":source_id": id}, |row| {
        Ok((column::id(row, "candidate_id")?, column::doc(row, "doc")?))
    })
}

/// Who, here, is the person of that id there, as far as an earlier import told.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn person(r: &Read<'_>, source: &str, id: &str) -> Result<Option<CandidateId>, StoreError> {
    let params = named_params! {":source": source, ":person": id};
    r.one(include_str!("find_person.sql"), params, |row| column::id(row, "candidate_id"))
}

/// The imported scorecards of a candidate, oldest import first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_candidate(r: &Read<'_>, candidate: &CandidateId) -> Result<Vec<SharedScorecard>, StoreError> {
    r.many(include_str!("list.sql"), named_params! {":candidate": candidate.as_str()}, |row| column::doc(row, "doc"))
}
