//! Questions in versions that never change. One version of each counts; which one, and how the question is marked, is its
//! state. Search is in `search`.

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{bank::Origin, ids::QuestionId, question::Question};

use crate::{Put, Read, StoreError, Write, column};

mod search;
mod state;

pub use search::{Facet, Found, Hits, Search, facets, item, list, search};
pub use state::{set_state, state};

/// One version of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionVersion {
    /// The question as it is in this version.
    pub question: Question,
    /// The version, counted from 1 on this laptop.
    pub number: u32,
    /// The content hash, which names the version everywhere.
    pub hash: String,
    /// Where its words come from.
    pub origin: Origin,
    /// When it was made here.
    pub made_at: Timestamp,
}

/// What [`put`] would do with a question.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn would_put(r: &Read<'_>, question: &Question) -> Result<Put, StoreError> {
    judge(r, question, &question.hash())
}

fn judge(r: &Read<'_>, question: &Question, hash: &str) -> Result<Put, StoreError> {
    let id = question.id.as_str();
    let Some(newest) = r.one(include_str!("find_newest.sql"), named_params! {":question": id}, told)? else {
        return Ok(Put::Added);
    };
    if newest.hash == hash {
        return Ok(Put::Unchanged);
    }
    let of_pack = r.one(include_str!("find_of_pack.sql"), named_params! {":question": id}, told)?;
    Ok(match of_pack {
        Some(known) if newest.origin == Origin::Own && known.hash == hash => Put::Unchanged,
        Some(_) if newest.origin == Origin::Own => Put::Offered,
        _ => Put::Changed,
    })
}

/// Takes a question as its pack or file has it: adds it, or a new version if its content differs. An own version is never
/// replaced by a later one of the pack it came with; that is kept beside it and offered. `uuid` names the version.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn put(w: &Write<'_>, question: &Question, now: Timestamp, uuid: &str) -> Result<Put, StoreError> {
    let (id, hash) = (&question.id, question.hash());
    let done = judge(w, question, &hash)?;
    if done == Put::Unchanged {
        return Ok(done);
    }
    add(w, id, now)?;
    let mut new = state(w, id)?.unwrap_or_default();
    let params = named_params! {":question": id.as_str(), ":hash": hash};
    // What was taken back by an undo and comes again is the version that it was.
    let number = match w.one(include_str!("find_version.sql"), params, told)? {
        Some(known) if done == Put::Added => known.number,
        _ => add_version(w, question, &hash, Origin::Pack, now, uuid)?,
    };
    *(if done == Put::Offered { &mut new.offered } else { &mut new.version }) = Some(number);
    set_state(w, id, &new)?;
    Ok(done)
}

/// What is known of a version without reading its words.
struct Told {
    number: u32,
    hash: String,
    origin: Origin,
}

fn told(row: &Row<'_>) -> Result<Told, StoreError> {
    let origin = column::word(row, "origin", Origin::from_code)?;
    Ok(Told { number: row.get("number")?, hash: row.get("hash")?, origin })
}

/// Keeps a question as it was written here: adds it, or a new version of it if its content is not that of the version that
/// counts. `uuid` names the version.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn save(w: &Write<'_>, question: &Question, now: Timestamp, uuid: &str) -> Result<Put, StoreError> {
    let hash = question.hash();
    let newest = get(w, &question.id)?;
    if newest.as_ref().is_some_and(|newest| newest.hash == hash) {
        return Ok(Put::Unchanged);
    }
    add(w, &question.id, now)?;
    let of_pack = w.one(include_str!("find_of_pack.sql"), named_params! {":question": question.id.as_str()}, told)?;
    // Whoever writes what the pack says follows the pack again.
    let origin = if of_pack.is_some_and(|known| known.hash == hash) { Origin::Pack } else { Origin::Own };
    let mut new = state(w, &question.id)?.unwrap_or_default();
    new.version = Some(add_version(w, question, &hash, origin, now, uuid)?);
    if origin == Origin::Pack {
        new.offered = None;
    }
    set_state(w, &question.id, &new)?;
    Ok(if newest.is_some() { Put::Changed } else { Put::Added })
}

fn add(w: &Write<'_>, id: &QuestionId, now: Timestamp) -> Result<(), StoreError> {
    let pack = id.as_str().split_once('/').map_or("", |(pack, _)| pack);
    w.run(include_str!("add.sql"), named_params! {":id": id.as_str(), ":now": now.as_millisecond(), ":pack": pack})?;
    Ok(())
}

fn add_version(
    w: &Write<'_>,
    question: &Question,
    hash: &str,
    origin: Origin,
    now: Timestamp,
    uuid: &str,
) -> Result<u32, StoreError> {
    let number = w.one(
        include_str!("add_version.sql"),
        named_params! {
            ":uuid": uuid, ":question": question.id.as_str(), ":hash": hash, ":origin": origin.code(),
            ":doc": serde_json::to_string(question)?, ":now": now.as_millisecond(),
        },
        |row| Ok(row.get("number")?),
    )?;
    number.ok_or_else(|| StoreError::Bug("a new version has no number".to_owned()))
}

/// The version of a question that counts.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, id: &QuestionId) -> Result<Option<QuestionVersion>, StoreError> {
    r.one(include_str!("find_newest.sql"), named_params! {":question": id.as_str()}, read)
}

/// The version of a question with this content.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get_version(r: &Read<'_>, id: &QuestionId, hash: &str) -> Result<Option<QuestionVersion>, StoreError> {
    r.one(include_str!("find_version.sql"), named_params! {":question": id.as_str(), ":hash": hash}, read)
}

/// The version of a question with this number.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get_number(r: &Read<'_>, id: &QuestionId, number: u32) -> Result<Option<QuestionVersion>, StoreError> {
    r.one(include_str!("find_number.sql"), named_params! {":question": id.as_str(), ":number": number}, read)
}

/// Every version of a question, newest first, each with how many interviews it was or will be asked in.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn versions(r: &Read<'_>, id: &QuestionId) -> Result<Vec<(QuestionVersion, u32)>, StoreError> {
    r.many(include_str!("list_versions.sql"), named_params! {":question": id.as_str()}, |row| {
        Ok((read(row)?, row.get("interviews")?))
    })
}

/// The row of the version with this content, for a kit that uses it.
pub(crate) fn version_row(r: &Read<'_>, id: &QuestionId, hash: &str) -> Result<Option<i64>, StoreError> {
    let params = named_params! {":question": id.as_str(), ":hash": hash};
    r.one(include_str!("find_version.sql"), params, |row| Ok(row.get("row_id")?))
}

fn read(row: &Row<'_>) -> Result<QuestionVersion, StoreError> {
    Ok(QuestionVersion {
        question: column::doc(row, "doc")?,
        number: row.get("number")?,
        hash: row.get("hash")?,
        origin: column::word(row, "origin", Origin::from_code)?,
        made_at: column::time(row, "created_at")?,
    })
}
