//! Decisions, every version of them. The database itself refuses to change one, or to remove one without its candidate.

use rusqlite::{Row, named_params};
use workbench_domain::{
    decision::DecisionVersion,
    ids::{CandidateId, RoundId},
    log::Deed,
};

use crate::{Read, StoreError, Write, column, log};

/// Keeps a version of a decision, and its line in the log.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if the number is taken, or there is no such candidate.
pub fn add(w: &Write<'_>, version: &DecisionVersion, deed: Deed) -> Result<(), StoreError> {
    let doc = serde_json::to_string(version)?;
    let params = named_params! {
        ":candidate": version.candidate_id.as_str(), ":round": round(version.round_id.as_ref()),
        ":number": version.number, ":doc": doc, ":hash": version.hash, ":at": version.at.as_millisecond(),
    };
    w.run(include_str!("add.sql"), params)?;
    log::add(w, deed)?;
    Ok(())
}

/// Every version about a candidate in a round, or in none, the first one first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn versions(
    r: &Read<'_>,
    candidate: &CandidateId,
    of_round: Option<&RoundId>,
) -> Result<Vec<DecisionVersion>, StoreError> {
    let params = named_params! {":candidate": candidate.as_str(), ":round": round(of_round)};
    r.many(include_str!("list.sql"), params, read)
}

/// Every version of every decision, in the order made.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn list(r: &Read<'_>) -> Result<Vec<DecisionVersion>, StoreError> {
    r.many(include_str!("list_all.sql"), [], read)
}

/// How the tables write a round; empty for none.
pub(crate) fn round(id: Option<&RoundId>) -> &str {
    id.map_or("", RoundId::as_str)
}

fn read(row: &Row<'_>) -> Result<DecisionVersion, StoreError> {
    let version: DecisionVersion = column::doc(row, "doc")?;
    Ok(DecisionVersion { hash: row.get("hash")?, ..version })
}
