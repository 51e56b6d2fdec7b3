//! Roles. A role has no versions: a version of a kit keeps the role as it was then.

use jiff::Timestamp;
use rusqlite::named_params;
use workbench_domain::{bank::RoleState, ids::RoleId, kit::Role};

use crate::{Put, Read, StoreError, Write, column};

/// Takes a role as its pack has it. One that was changed here stays as it is.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn put(w: &Write<'_>, role: &Role, now: Timestamp) -> Result<Put, StoreError> {
    let old = state(w, &role.id)?;
    if old.as_ref().is_some_and(|old| old.own || old.role == *role) {
        return Ok(Put::Unchanged);
    }
    set_state(w, &role.id, Some(&RoleState { role: role.clone(), own: false }), now)?;
    Ok(if old.is_some() { Put::Changed } else { Put::Added })
}

/// A role of the bank; none if it is not there, or was taken out by an undo.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn state(r: &Read<'_>, id: &RoleId) -> Result<Option<RoleState>, StoreError> {
    let found = r.one(include_str!("find.sql"), named_params! {":id": id.as_str()}, |row| {
        let state = RoleState { role: column::doc(row, "doc")?, own: row.get("own")? };
        Ok(row.get::<_, bool>("in_bank")?.then_some(state))
    })?;
    Ok(found.flatten())
}

/// Writes a role of the bank, or takes it out; candidates for it keep it.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn set_state(w: &Write<'_>, id: &RoleId, state: Option<&RoleState>, now: Timestamp) -> Result<(), StoreError> {
    let Some(RoleState { role, own }) = state else {
        return w.change("role", include_str!("remove.sql"), named_params! {":id": id.as_str()});
    };
    let doc = serde_json::to_string(role)?;
    let params = named_params! {":id": id.as_str(), ":doc": doc, ":own": own, ":now": now.as_millisecond()};
    w.run(include_str!("put.sql"), params)?;
    Ok(())
}

/// The roles of the bank, in the order in which they were first added.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn list(r: &Read<'_>) -> Result<Vec<Role>, StoreError> {
    r.many(include_str!("list.sql"), [], |row| column::doc(row, "doc"))
}

/// One role, also one that was taken out of the bank: candidates may be for it.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, id: &RoleId) -> Result<Option<Role>, StoreError> {
    r.one(include_str!("find.sql"), named_params! {":id": id.as_str()}, |row| column::doc(row, "doc"))
}
