//! Legal holds. While one stands, the database refuses to remove its candidate.

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{
    hold::Hold,
    ids::{CandidateId, InterviewerId},
    interviewer::Interviewer,
};

use crate::{Read, StoreError, Write, column};

/// Sets a hold on a candidate, on whom none stands.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if one stands, or if there is no such candidate.
pub fn set(w: &Write<'_>, candidate: &CandidateId, hold: &Hold) -> Result<(), StoreError> {
    let params = named_params! {
        ":candidate": candidate.as_str(), ":reason": hold.reason, ":by": hold.by.id.as_str(),
        ":at": hold.at.as_millisecond(),
    };
    w.run(include_str!("add.sql"), params)?;
    Ok(())
}

/// Lifts the hold on a candidate, and says whether one stood.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn lift(w: &Write<'_>, candidate: &CandidateId, by: &InterviewerId, at: Timestamp) -> Result<bool, StoreError> {
    let params = named_params! {":candidate": candidate.as_str(), ":by": by.as_str(), ":at": at.as_millisecond()};
    Ok(w.run(include_str!("lift.sql"), params)? > 0)
}

/// The hold that stands on a candidate.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn of_candidate(r: &Read<'_>, candidate: &CandidateId) -> Result<Option<Hold>, StoreError> {
    let params = named_params! {":candidate": candidate.as_str()};
    Ok(r.one(include_str!("find.sql"), params, read)?.map(|(_, hold)| hold))
}

/// From when until when there were holds on a candidate that were lifted, the oldest first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn lifted(r: &Read<'_>, candidate: &CandidateId) -> Result<Vec<(Timestamp, Timestamp)>, StoreError> {
    r.many(include_str!("list_lifted.sql"), named_params! {":candidate": candidate.as_str()}, |row| {
        Ok((column::time(row, "set_at")?, column::time(row, "lifted_at")?))
    })
}

/// Every hold that stands, the oldest first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn standing(r: &Read<'_>) -> Result<Vec<(CandidateId, Hold)>, StoreError> {
    r.many(include_str!("list.sql"), [], read)
}

fn read(row: &Row<'_>) -> Result<(CandidateId, Hold), StoreError> {
    let hold = Hold {
        reason: row.get("reason")?,
        by: Interviewer { id: column::id(row, "id")?, name: row.get("name")? },
        at: column::time(row, "set_at")?,
    };
    Ok((column::id(row, "candidate_id")?, hold))
}
