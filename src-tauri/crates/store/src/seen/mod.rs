//! Who has seen a scorecard on a candidate that another submitted, and when first.

use jiff::Timestamp;
use rusqlite::named_params;
use workbench_domain::ids::{CandidateId, InterviewerId};

use crate::{Read, StoreError, Write, column};

/// Notes that this interviewer sees another's submitted scorecard on this candidate. The first time stands.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interviewer or candidate.
pub fn add(
    w: &Write<'_>,
    interviewer: &InterviewerId,
    candidate: &CandidateId,
    now: Timestamp,
) -> Result<(), StoreError> {
    w.run(
        include_str!("add.sql"),
        named_params! {
            ":interviewer": interviewer.as_str(), ":candidate": candidate.as_str(), ":at": now.as_millisecond(),
        },
    )?;
    Ok(())
}

/// When this interviewer first saw another's submitted scorecard on this candidate; none if never.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(
    r: &Read<'_>,
    interviewer: &InterviewerId,
    candidate: &CandidateId,
) -> Result<Option<Timestamp>, StoreError> {
    let params = named_params! {":interviewer": interviewer.as_str(), ":candidate": candidate.as_str()};
    r.one(include_str!("find.sql"), params, |row| column::time(row, "created_at"))
}

/// The hashes of the scorecards on this candidate that others submitted, the first interview first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn hashes(r: &Read<'_>, interviewer: &InterviewerId, candidate: &CandidateId) -> Result<Vec<String>, StoreError> {
    let params = named_params! {":interviewer": interviewer.as_str(), ":candidate": candidate.as_str()};
    r.many(include_str!("list_hashes.sql"), params, |row| Ok(row.get("hash")?))
}
