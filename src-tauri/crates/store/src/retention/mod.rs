//! How long things are kept: the rules that a person wrote or changed, and when things happened about each real person.

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{
    decision::Outcome,
    ids::{CandidateId, RetentionRuleId, RoleId, RoundId},
    retention::{Happened, RetentionRule},
};

use crate::{Read, StoreError, Write, column, hold};

/// A real person, with when things happened about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: CandidateId,
    /// The name.
    pub name: String,
    /// The role.
    pub role_id: RoleId,
    /// When things happened.
    pub happened: Happened,
}

/// Keeps a rule that a person wrote or changed.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn put_rule(w: &Write<'_>, rule: &RetentionRule, at: Timestamp) -> Result<(), StoreError> {
    let params = named_params! {
        ":id": rule.id.as_str(), ":doc": serde_json::to_string(rule)?, ":at": at.as_millisecond(),
    };
    w.run(include_str!("put_rule.sql"), params)?;
    Ok(())
}

/// Forgets a rule that a person wrote, or what they changed in one; says whether there was anything.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn remove_rule(w: &Write<'_>, id: &RetentionRuleId) -> Result<bool, StoreError> {
    Ok(w.run(include_str!("remove_rule.sql"), named_params! {":id": id.as_str()})? > 0)
}

/// The rules that a person wrote or changed, the oldest first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn rules(r: &Read<'_>) -> Result<Vec<RetentionRule>, StoreError> {
    r.many(include_str!("list_rules.sql"), [], |row| column::doc(row, "doc"))
}

/// When things happened about a person; none where nobody real has that id.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn happened(r: &Read<'_>, id: &CandidateId) -> Result<Option<Person>, StoreError> {
    r.one(include_str!("find_happened.sql"), named_params! {":id": id.as_str()}, |row| person(r, row))
}

/// A real person, and when they were added: what a look at whose time is over begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// Where this person stands in the order of adding.
    pub place: Place,
    /// Who.
    pub id: CandidateId,
    /// The role.
    pub role_id: RoleId,
    /// The round; none where the person is in none.
    pub round_id: Option<RoundId>,
}

/// A place in the order of adding, whether or not the person who stood there is still here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// When that person was added.
    pub at: Timestamp,
    /// The number of the row.
    pub row: i64,
}

/// The real people who were added before that time, and after that place, in the order of adding, so many at the most.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn added(r: &Read<'_>, before: Timestamp, after: Option<Place>, most: u32) -> Result<Vec<Added>, StoreError> {
    let (at, row) = after.map_or((i64::MIN, 0), |place| (place.at.as_millisecond(), place.row));
    let params = named_params! {":before": before.as_millisecond(), ":after": at, ":row": row, ":limit": most};
    r.many(include_str!("list_added.sql"), params, |row| {
        Ok(Added {
            place: Place { at: column::time(row, "created_at")?, row: row.get("row_id")? },
            id: column::id(row, "id")?,
            role_id: column::id(row, "role_id")?,
            round_id: column::id_or_none(row, "round_id")?,
        })
    })
}

/// Whether anybody here is real: neither made up for a demonstration nor for practice.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn has_real(r: &Read<'_>) -> Result<bool, StoreError> {
    Ok(r.one(include_str!("find_real.sql"), [], |_| Ok(()))?.is_some())
}

fn person(r: &Read<'_>, row: &Row<'_>) -> Result<Person, StoreError> {
    let id: CandidateId = column::id(row, "id")?;
    let outcome = |word: &str| serde_json::from_value(word.into()).ok();
    let outcome: Option<Outcome> = column::word_or_none(row, "outcome", outcome)?;
    Ok(Person {
        name: row.get("name")?,
        role_id: column::id(row, "role_id")?,
        happened: Happened {
            decided: column::time_or_none(row, "decided_at")?.zip(outcome),
            recorded: column::time(row, "recorded_at")?,
            holds: hold::lifted(r, &id)?,
        },
        id,
    })
}
