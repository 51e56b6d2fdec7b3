//! Questions in versions that never change, and the search over the newest ones.

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{ids::QuestionId, question::Question};

use crate::{Put, Read, StoreError, Write, column, fold};

/// One version of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionVersion {
    /// The question as it is in this version.
    pub question: Question,
    /// The version, counted from 1 on this laptop.
    pub number: u32,
    /// The content hash, which names the version everywhere.
    pub hash: String,
}

/// Adds a question, or a new version of it if its content is not that of the newest. `uuid` names the version.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn put(w: &Write<'_>, question: &Question, now: Timestamp, uuid: &str) -> Result<Put, StoreError> {
    let hash = question.hash();
    let (done, number) = match get(w, &question.id)? {
        Some(newest) if newest.hash == hash => return Ok(Put::Unchanged),
        Some(newest) => (Put::Changed, newest.number + 1),
        None => (Put::Added, 1),
    };
    let (id, now) = (question.id.as_str(), now.as_millisecond());
    w.run(include_str!("add.sql"), named_params! {":id": id, ":now": now})?;
    w.run(
        include_str!("add_version.sql"),
        named_params! {
            ":uuid": uuid, ":question": id, ":number": number, ":hash": hash,
            ":doc": serde_json::to_string(question)?, ":now": now,
        },
    )?;
    let row = w.last_row();
    w.run(include_str!("forget_newest.sql"), named_params! {":question": id})?;
    w.run(
        include_str!("mark_newest.sql"),
        named_params! {
            ":row": row, ":question": id, ":title": fold::fold(&question.title), ":body": fold::fold(&body(question)),
        },
    )?;
    Ok(done)
}

/// The newest version of every question, in the order in which the questions were first added.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn list(r: &Read<'_>) -> Result<Vec<QuestionVersion>, StoreError> {
    r.many(include_str!("list.sql"), [], read)
}

/// The newest version of a question.
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

/// The row of the version with this content, for a kit that uses it.
pub(crate) fn version_row(r: &Read<'_>, id: &QuestionId, hash: &str) -> Result<Option<i64>, StoreError> {
    let params = named_params! {":question": id.as_str(), ":hash": hash};
    r.one(include_str!("find_version.sql"), params, |row| Ok(row.get("row_id")?))
}

/// The questions whose newest version has all the words of `text`; a blank text finds every question. None of the text is
/// syntax. While somebody types (not `ranked`), the last word may be unfinished, and the newest come first. `ranked` takes
/// words as whole and puts the best first; only if nothing is found that way, the last word may be unfinished.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn search(r: &Read<'_>, text: &str, limit: u32, ranked: bool) -> Result<Vec<QuestionVersion>, StoreError> {
    if text.trim().is_empty() {
        return r.many(include_str!("list_newest.sql"), named_params! {":limit": limit}, read);
    }
    let find = |sql: &str, prefix: bool| match fold::query(text, prefix) {
        Some(query) => r.many(sql, named_params! {":query": query, ":limit": limit}, read),
        None => Ok(Vec::new()),
    };
    if !ranked {
        return find(include_str!("search.sql"), true);
    }
    let whole = find(include_str!("search_ranked.sql"), false)?;
    if whole.is_empty() { find(include_str!("search_ranked.sql"), true) } else { Ok(whole) }
}

/// Everything that is searched beside the title.
fn body(question: &Question) -> String {
    let single = [&question.prompt, &question.section, &question.competency.0];
    let lists = [&question.indicators, &question.red_flags, &question.probes, &question.tags];
    let all: Vec<&str> = single.into_iter().chain(lists.into_iter().flatten()).map(String::as_str).collect();
    all.join("\n")
}

fn read(row: &Row<'_>) -> Result<QuestionVersion, StoreError> {
    Ok(QuestionVersion { question: column::doc(row, "doc")?, number: row.get("number")?, hash: row.get("hash")? })
}
