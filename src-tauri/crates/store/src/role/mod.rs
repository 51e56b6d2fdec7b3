//! Roles. A role has no versions: a version of a kit keeps the role as it was then.

use jiff::Timestamp;
use rusqlite::named_params;
use workbench_domain::{ids::RoleId, kit::Role};

use crate::{Put, Read, StoreError, Write, column};

/// Adds or changes a role.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn put(w: &Write<'_>, role: &Role, now: Timestamp) -> Result<Put, StoreError> {
    let done = match get(w, &role.id)? {
        Some(old) if old == *role => return Ok(Put::Unchanged),
        Some(_) => Put::Changed,
        None => Put::Added,
    };
    let doc = serde_json::to_string(role)?;
    w.run(include_str!("put.sql"), named_params! {":id": role.id.as_str(), ":doc": doc, ":now": now.as_millisecond()})?;
    Ok(done)
}

/// All roles, in the order in which they were first added.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn list(r: &Read<'_>) -> Result<Vec<Role>, StoreError> {
    r.many(include_str!("list.sql"), [], |row| column::doc(row, "doc"))
}

/// One role.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, id: &RoleId) -> Result<Option<Role>, StoreError> {
    r.one(include_str!("find.sql"), named_params! {":id": id.as_str()}, |row| column::doc(row, "doc"))
}
