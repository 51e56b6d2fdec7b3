//! When a role's weights lock, and how they were changed afterwards. The rule is in `workbench_domain::weight`.

use jiff::Timestamp;
use rusqlite::named_params;
use workbench_domain::{
    ids::{InterviewerId, RoleId},
    weight::{WeightChange, WeightMove},
};

use crate::{Read, StoreError, Write, column};

/// When the first scorecard on a real candidate for the role was submitted: since then its weights are locked.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn locked_at(r: &Read<'_>, role: &RoleId) -> Result<Option<Timestamp>, StoreError> {
    let found = r.one(include_str!("find_lock.sql"), named_params! {":role": role.as_str()}, |row| {
        column::time_or_none(row, "locked_at")
    })?;
    Ok(found.flatten())
}

/// Keeps a change of locked weights.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such role or interviewer.
pub fn add(
    w: &Write<'_>,
    role: &RoleId,
    by: &InterviewerId,
    reason: &str,
    weights: &[WeightMove],
    now: Timestamp,
) -> Result<(), StoreError> {
    w.run(
        include_str!("add.sql"),
        named_params! {
            ":role": role.as_str(), ":interviewer": by.as_str(), ":reason": reason,
            ":weights": serde_json::to_string(weights)?, ":now": now.as_millisecond(),
        },
    )?;
    Ok(())
}

/// The changes of a role's locked weights, newest first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_role(r: &Read<'_>, role: &RoleId) -> Result<Vec<WeightChange>, StoreError> {
    r.many(include_str!("list.sql"), named_params! {":role": role.as_str()}, |row| {
        Ok(WeightChange {
            by: row.get("name")?,
            at: column::time(row, "changed_at")?,
            reason: row.get("reason")?,
            weights: column::doc(row, "weights")?,
        })
    })
}
