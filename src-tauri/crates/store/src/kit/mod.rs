//! Kits in versions that never change, each with its role and its questions as they were when it was put.

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{
    bank::{ItemState, Origin},
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
    /// Where it comes from.
    pub origin: Origin,
    /// When it was made here.
    pub made_at: Timestamp,
}

/// A version whose questions are not read yet.
struct Head {
    row: i64,
    number: u32,
    hash: String,
    origin: Origin,
    made_at: Timestamp,
    kit: Kit,
    role: Role,
}

/// Takes a kit as its pack has it: adds it, or a new version if its content differs. An own version is never replaced by a
/// later one of the pack it came with; that is kept beside it and offered. `uuid` names the version. Its questions must have
/// been put before, in these versions.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if a question was not put before.
pub fn put(w: &Write<'_>, content: &KitContent, now: Timestamp, uuid: &str) -> Result<Put, StoreError> {
    let hash = canonical::hash(content);
    let id = &content.kit.id;
    let find = |sql: &str| w.one(sql, named_params! {":kit": id.as_str()}, head);
    let newest = find(include_str!("find_newest.sql"))?;
    if newest.as_ref().is_some_and(|newest| newest.hash == hash) {
        return Ok(Put::Unchanged);
    }
    let of_pack = find(include_str!("find_of_pack.sql"))?;
    let own = newest.as_ref().is_some_and(|newest| newest.origin == Origin::Own);
    if own && of_pack.as_ref().is_some_and(|known| known.hash == hash) {
        return Ok(Put::Unchanged);
    }
    add(w, id, now)?;
    let mut new = state(w, id)?.unwrap_or_default();
    let params = named_params! {":kit": id.as_str(), ":hash": hash};
    // What was taken back by an undo and comes again is the version that it was.
    let number = match w.one(include_str!("find_hash.sql"), params, head)? {
        Some(known) if newest.is_none() => known.number,
        _ => add_version(w, content, &hash, Origin::Pack, now, uuid)?,
    };
    let done = match (newest.is_some(), own && of_pack.is_some()) {
        (true, true) => {
            new.offered = Some(number);
            Put::Offered
        }
        (was_there, _) => {
            new.version = Some(number);
            if was_there { Put::Changed } else { Put::Added }
        }
    };
    set_state(w, id, &new)?;
    Ok(done)
}

/// Publishes a kit as it was made here: a new version, which counts from now on and never changes. The same content as the
/// version that counts makes none. `uuid` names the version.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if a question was not put before.
pub fn publish(w: &Write<'_>, content: &KitContent, now: Timestamp, uuid: &str) -> Result<Put, StoreError> {
    let hash = canonical::hash(content);
    let id = &content.kit.id;
    let newest = w.one(include_str!("find_newest.sql"), named_params! {":kit": id.as_str()}, head)?;
    if newest.as_ref().is_some_and(|newest| newest.hash == hash) {
        return Ok(Put::Unchanged);
    }
    add(w, id, now)?;
    let mut new = state(w, id)?.unwrap_or_default();
    new.version = Some(add_version(w, content, &hash, Origin::Own, now, uuid)?);
    set_state(w, id, &new)?;
    Ok(if newest.is_some() { Put::Changed } else { Put::Added })
}

fn add(w: &Write<'_>, id: &KitId, now: Timestamp) -> Result<(), StoreError> {
    let pack = id.as_str().split_once('/').map_or("", |(pack, _)| pack);
    w.run(include_str!("add.sql"), named_params! {":id": id.as_str(), ":now": now.as_millisecond(), ":pack": pack})?;
    Ok(())
}

fn add_version(
    w: &Write<'_>,
    content: &KitContent,
    hash: &str,
    origin: Origin,
    now: Timestamp,
    uuid: &str,
) -> Result<u32, StoreError> {
    let id = content.kit.id.as_str();
    let added = w.one(
        include_str!("add_version.sql"),
        named_params! {
            ":uuid": uuid, ":kit": id, ":hash": hash, ":now": now.as_millisecond(), ":origin": origin.code(),
            ":doc": serde_json::to_string(&content.kit)?, ":role": serde_json::to_string(&content.role)?,
        },
        |row| Ok((row.get::<_, i64>("row_id")?, row.get("number")?)),
    )?;
    let (kit, number) = added.ok_or_else(|| StoreError::Bug("a new version has no number".to_owned()))?;
    for (question, place) in content.questions.iter().zip(1_i64..) {
        let version = question::version_row(w, &question.id, &question.hash())?.ok_or_else(|| {
            StoreError::Bug(format!("the kit {id} was put before this version of its question {}", question.id))
        })?;
        w.run(include_str!("add_question.sql"), named_params! {":kit": kit, ":place": place, ":version": version})?;
    }
    Ok(number)
}

/// The state of a kit; none if there never was one with this id.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn state(r: &Read<'_>, id: &KitId) -> Result<Option<ItemState>, StoreError> {
    r.one(include_str!("find_state.sql"), named_params! {":kit": id.as_str()}, |row| {
        Ok(ItemState {
            version: row.get("newest")?,
            archived_at: column::time_or_none(row, "archived_at")?,
            leaked_at: column::time_or_none(row, "leaked_at")?,
            offered: row.get("offered")?,
        })
    })
}

/// Sets the state of a kit. Interviews that use a version that no longer counts keep it.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such kit.
pub fn set_state(w: &Write<'_>, id: &KitId, new: &ItemState) -> Result<(), StoreError> {
    w.change(
        "kit",
        include_str!("set_state.sql"),
        named_params! {
            ":kit": id.as_str(), ":number": new.version, ":offered": new.offered,
            ":archived": new.archived_at.map(Timestamp::as_millisecond),
        },
    )
}

/// Every version of a kit, newest first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn versions(r: &Read<'_>, id: &KitId) -> Result<Vec<KitVersion>, StoreError> {
    let heads = r.many(include_str!("list_versions.sql"), named_params! {":kit": id.as_str()}, head)?;
    heads.into_iter().map(|head| complete(r, head)).collect()
}

/// The version that counts of every kit, in the order in which the kits were first added; those put away, or the others.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn list(r: &Read<'_>, archived: bool) -> Result<Vec<KitVersion>, StoreError> {
    let heads = r.many(include_str!("list.sql"), named_params! {":archived": archived}, head)?;
    heads.into_iter().map(|head| complete(r, head)).collect()
}

/// The version of a kit that counts.
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
        origin: column::word(row, "origin", Origin::from_code)?,
        made_at: column::time(row, "created_at")?,
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
        origin: head.origin,
        made_at: head.made_at,
    })
}
