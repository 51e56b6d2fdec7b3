//! What imports of candidates and calendars changed, so that they can be taken back.

use rusqlite::named_params;
use workbench_domain::{ids::ImportId, import_change::ImportChange};

use crate::{Read, StoreError, Write, column};

/// So many imports can be taken back; older ones are forgotten.
const KEPT: u32 = 10;

/// Remembers what an import changed.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if a candidate is not there.
pub fn remember(w: &Write<'_>, import: &ImportId, changes: &[ImportChange]) -> Result<(), StoreError> {
    for change in changes {
        let Some(candidate) = change.candidate_id() else { continue };
        let doc = serde_json::to_string(change)?;
        let params = named_params! {":import": import.as_str(), ":candidate": candidate.as_str(), ":doc": doc};
        w.run(include_str!("add.sql"), params)?;
    }
    w.run(include_str!("remove_old.sql"), named_params! {":kept": KEPT})?;
    Ok(())
}

/// What an import changed, last first.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn of_import(r: &Read<'_>, import: &ImportId) -> Result<Vec<ImportChange>, StoreError> {
    r.many(include_str!("list.sql"), named_params! {":import": import.as_str()}, |row| column::doc(row, "doc"))
}

/// Forgets an import, after it was taken back.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn forget(w: &Write<'_>, import: &ImportId) -> Result<(), StoreError> {
    w.run(include_str!("remove.sql"), named_params! {":import": import.as_str()})?;
    Ok(())
}
