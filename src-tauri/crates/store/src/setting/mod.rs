//! Settings of this laptop, by name.

use rusqlite::named_params;

use crate::{Read, StoreError, Write};

/// A setting; none if it was never set.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, name: &str) -> Result<Option<String>, StoreError> {
    r.one(include_str!("find.sql"), named_params! {":name": name}, |row| Ok(row.get("value")?))
}

/// Sets a setting.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn set(w: &Write<'_>, name: &str, value: &str) -> Result<(), StoreError> {
    w.run(include_str!("put.sql"), named_params! {":name": name, ":value": value})?;
    Ok(())
}
