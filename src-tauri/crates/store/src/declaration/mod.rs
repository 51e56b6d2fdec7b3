//! What people declare of a kit's structure, with a note.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::named_params;
use workbench_domain::{ids::KitId, structure::Component};

use crate::{Read, StoreError, Write, column};

/// Declares a component met, or takes that back.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such kit.
pub fn set(
    w: &Write<'_>,
    kit: &KitId,
    component: Component,
    note: Option<&str>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (kit, component) = (kit.as_str(), component.code());
    match note {
        Some(note) => w.run(
            include_str!("put.sql"),
            named_params! {":kit": kit, ":component": component, ":note": note, ":now": now.as_millisecond()},
        )?,
        None => w.run(include_str!("remove.sql"), named_params! {":kit": kit, ":component": component})?,
    };
    Ok(())
}

/// What is declared of a kit.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn of_kit(r: &Read<'_>, kit: &KitId) -> Result<BTreeMap<Component, String>, StoreError> {
    let all = r.many(include_str!("list.sql"), named_params! {":kit": kit.as_str()}, |row| {
        Ok((column::word(row, "component", Component::from_code)?, row.get("note")?))
    })?;
    Ok(all.into_iter().collect())
}
