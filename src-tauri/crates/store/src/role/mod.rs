//! Roles. A role has no versions: a version of a kit keeps the role as it was then.

use jiff::Timestamp;
use rusqlite::named_params;
use workbench_domain::{ids::RoleId, kit::Role};

use crate::{Put, Read, StoreError, Write, column};

/// Takes a role as its pack has it. One that was changed here stays as it is.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn put(w: &Write<'_>, role: &Role, now: Timestamp) -> Result<Put, StoreError> {
    let found = w.one(include_str!("find.sql"), named_params! {":id": role.id.as_str()}, |row| {
        Ok((row.get::<_, bool>("own")?, row.get::<_, bool>("in_bank")?, column::doc::<Role>(row, "doc")?))
    })?;
    let done = match found {
        Some((_, true, old)) if old == *role => return Ok(Put::Unchanged),
        Some((true, true, _)) => return Ok(Put::Unchanged),
        Some((_, true, _)) => Put::Changed,
        _ => Put::Added,
    };
    write(w, role, false, now)?;
    Ok(done)
}

/// Keeps a role as it was written here, or takes it out of the bank; candidates for it keep it.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn save(w: &Write<'_>, id: &RoleId, role: Option<&Role>, now: Timestamp) -> Result<(), StoreError> {
    match role {
        Some(role) => write(w, role, true, now),
        None => w.change("role", include_str!("remove.sql"), named_params! {":id": id.as_str()}),
    }
}

fn write(w: &Write<'_>, role: &Role, own: bool, now: Timestamp) -> Result<(), StoreError> {
    let doc = serde_json::to_string(role)?;
    let params = named_params! {":id": role.id.as_str(), ":doc": doc, ":own": own, ":now": now.as_millisecond()};
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

/// Whether a role is in the bank.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn in_bank(r: &Read<'_>, id: &RoleId) -> Result<bool, StoreError> {
    let found = r.one(include_str!("find.sql"), named_params! {":id": id.as_str()}, |row| Ok(row.get("in_bank")?))?;
    Ok(found.unwrap_or(false))
}
