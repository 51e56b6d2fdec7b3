//! Kits in versions that never change, each with its role and its questions as they were when it was put.

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{
    canonical,
    ids::KitId,
    kit::{Kit, KitContent, Role},
};

use crate::{Put, Read, StoreError, Write, column, question};

/// One version of a kit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KitVersion {
    /// The kit with its role and questions as they are in this version.
    pub content: KitContent,
    /// The version, counted from 1 on this laptop.
    pub number: u32,
    /// The content hash, which names the version everywhere.
    pub hash: String,
}

/// A version whose questions are not read yet.
struct Head {
    row: i64,
    number: u32,
    hash: String,
    kit: Kit,
    role: Role,
}

/// Adds a kit, or a new version of it if its content is not that of the newest. `uuid` names the version. Its questions
/// must have been put before, in these versions.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if a question was not put before.
pub fn put(w: &Write<'_>, content: &KitContent, now: Timestamp, uuid: &str) -> Result<Put, StoreError> {
    let hash = canonical::hash(content);
    let id = content.kit.id.as_str();
    let (done, number) = match w.one(include_str!("find_newest.sql"), named_params! {":kit": id}, head)? {
        Some(newest) if newest.hash == hash => return Ok(Put::Unchanged),
        Some(newest) => (Put::Changed, newest.number + 1),
        None => (Put::Added, 1),
    };
    let now = now.as_millisecond();
    w.run(include_str!("add.sql"), named_params! {":id": id, ":now": now})?;
    w.run(
        include_str!("add_version.sql"),
        named_params! {
            ":uuid": uuid, ":kit": id, ":number": number, ":hash": hash, ":now": now,
            ":doc": serde_json::to_string(&content.kit)?, ":role": serde_json::to_string(&content.role)?,
        },
    )?;
    let kit = w.last_row();
    for (question, place) in content.questions.iter().zip(1_i64..) {
        let version = question::version_row(w, &question.id, &question.hash())?.ok_or_else(|| {
            StoreError::Bug(format!("the kit {id} was put before this version of its question {}", question.id))
        })?;
        w.run(include_str!("add_question.sql"), named_params! {":kit": kit, ":place": place, ":version": version})?;
    }
    Ok(done)
}

/// The newest version of every kit, in the order in which the kits were first added.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn list(r: &Read<'_>) -> Result<Vec<KitVersion>, StoreError> {
    let heads = r.many(include_str!("list.sql"), [], head)?;
    heads.into_iter().map(|head| complete(r, head)).collect()
}

/// The newest version of a kit.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, id: &KitId) -> Result<Option<KitVersion>, StoreError> {
    let newest = r.one(include_str!("find_newest.sql"), named_params! {":kit": id.as_str()}, head)?;
    newest.map(|head| complete(r, head)).transpose()
}

/// One version of a kit.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get_version(r: &Read<'_>, id: &KitId, number: u32) -> Result<Option<KitVersion>, StoreError> {
    let params = named_params! {":kit": id.as_str(), ":number": number};
    let version = r.one(include_str!("find_version.sql"), params, head)?;
    version.map(|head| complete(r, head)).transpose()
}

fn head(row: &Row<'_>) -> Result<Head, StoreError> {
    Ok(Head {
        row: row.get("row_id")?,
        number: row.get("number")?,
        hash: row.get("hash")?,
        kit: column::doc(row, "doc")?,
        role: column::doc(row, "role_doc")?,
    })
}

fn complete(r: &Read<'_>, head: Head) -> Result<KitVersion, StoreError> {
    let questions =
        r.many(include_str!("list_questions.sql"), named_params! {":kit": head.row}, |row| column::doc(row, "doc"))?;
    Ok(KitVersion {
        content: KitContent { kit: head.kit, role: head.role, questions },
        number: head.number,
        hash: head.hash,
    })
}
