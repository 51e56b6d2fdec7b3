//! Debriefs: what a panel writes down, as far as it is written.

use rusqlite::named_params;
use workbench_domain::{
    debrief::DebriefDraft,
    ids::{CandidateId, RoundId},
};

use crate::{Read, StoreError, Write, column, decision::round};

/// Writes what is written down about a candidate in a round, or in none.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such candidate.
pub fn put(
    w: &Write<'_>,
    candidate: &CandidateId,
    of_round: Option<&RoundId>,
    draft: &DebriefDraft,
) -> Result<(), StoreError> {
    let doc = serde_json::to_string(draft)?;
    let params = named_params! {":candidate": candidate.as_str(), ":round": round(of_round), ":doc": doc};
    w.run(include_str!("put.sql"), params)?;
    Ok(())
}

/// What is written down about a candidate in a round, or in none; blank while nothing is.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, candidate: &CandidateId, of_round: Option<&RoundId>) -> Result<DebriefDraft, StoreError> {
    let params = named_params! {":candidate": candidate.as_str(), ":round": round(of_round)};
    Ok(r.one(include_str!("find.sql"), params, |row| column::doc(row, "doc"))?.unwrap_or_default())
}

/// What is written down about a candidate in every round, the first one first.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn of_candidate(r: &Read<'_>, candidate: &CandidateId) -> Result<Vec<DebriefDraft>, StoreError> {
    r.many(include_str!("list.sql"), named_params! {":candidate": candidate.as_str()}, |row| column::doc(row, "doc"))
}
