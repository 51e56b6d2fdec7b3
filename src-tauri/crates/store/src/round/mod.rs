//! Rounds.

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{
    ids::{InterviewerId, RoundId},
    round::Round,
};

use crate::{Ask, Page, Read, StoreError, Write, column};

/// Adds a round, or changes its title, kits and owner. Its role stays.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such role.
pub fn put(w: &Write<'_>, round: &Round, now: Timestamp) -> Result<(), StoreError> {
    let kits = serde_json::to_string(&round.kit_ids)?;
    let params = named_params! {
        ":id": round.id.as_str(), ":role": round.role_id.as_str(), ":title": round.title, ":kits": kits,
        ":owner": round.owner_id.as_ref().map(InterviewerId::as_str), ":now": now.as_millisecond(),
    };
    w.run(include_str!("put.sql"), params)?;
    Ok(())
}

/// One round.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, id: &RoundId) -> Result<Option<Round>, StoreError> {
    r.one(include_str!("find.sql"), named_params! {":id": id.as_str()}, read)
}

/// One page of the rounds, the one begun last first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn page(r: &Read<'_>, ask: Ask) -> Result<Page<Round>, StoreError> {
    let params = named_params! {":before": ask.below(), ":limit": ask.one_more()};
    Ok(ask.page(r.many(include_str!("list.sql"), params, |row| Ok((row.get("row_id")?, read(row)?)))?))
}

/// Removes a round; its candidates stay, in none.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such round.
pub fn remove(w: &Write<'_>, id: &RoundId) -> Result<(), StoreError> {
    w.change("round", include_str!("remove.sql"), named_params! {":id": id.as_str()})
}

fn read(row: &Row<'_>) -> Result<Round, StoreError> {
    Ok(Round {
        id: column::id(row, "id")?,
        title: row.get("title")?,
        role_id: column::id(row, "role_id")?,
        kit_ids: column::doc(row, "kits")?,
        owner_id: row.get::<_, Option<String>>("owner_id")?.map(InterviewerId),
    })
}
