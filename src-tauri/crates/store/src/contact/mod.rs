//! What applications say of candidates.

use jiff::Timestamp;
use rusqlite::named_params;
use workbench_domain::{
    contact::Contact,
    ids::{CandidateId, RoleId},
    import_change::Known,
};

use crate::{Read, StoreError, Write, column};

/// A candidate as an import finds one again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownCandidate {
    /// The candidate's id.
    pub id: CandidateId,
    /// The name.
    pub name: String,
    /// What is known.
    pub known: Known,
    /// When the candidate was added.
    pub added_at: Timestamp,
}

/// What is known of a candidate; empty where nothing is.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, candidate: &CandidateId) -> Result<Contact, StoreError> {
    let params = named_params! {":candidate": candidate.as_str()};
    Ok(r.one(include_str!("find.sql"), params, |row| column::doc(row, "doc"))?.unwrap_or_default())
}

/// Keeps what is known of a candidate.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such candidate.
pub fn put(w: &Write<'_>, candidate: &CandidateId, contact: &Contact) -> Result<(), StoreError> {
    let doc = serde_json::to_string(contact)?;
    w.run(include_str!("put.sql"), named_params! {":candidate": candidate.as_str(), ":doc": doc})?;
    Ok(())
}

/// The real candidates for a role with what is known of them, in the order in which they were added.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_role(r: &Read<'_>, role: &RoleId) -> Result<Vec<KnownCandidate>, StoreError> {
    r.many(include_str!("list.sql"), named_params! {":role": role.as_str()}, |row| {
        let contact = match row.get::<_, Option<String>>("doc")? {
            Some(doc) => serde_json::from_str(&doc)?,
            None => Contact::default(),
        };
        let known = Known { contact, round_id: column::id_or_none(row, "round_id")? };
        let (id, added_at) = (column::id(row, "id")?, column::time(row, "created_at")?);
        Ok(KnownCandidate { id, name: row.get("name")?, known, added_at })
    })
}
