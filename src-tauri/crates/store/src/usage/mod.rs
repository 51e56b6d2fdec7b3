//! Where questions and kits were used. What that says is in `workbench_domain::usage` and `workbench_domain::structure`.

use rusqlite::named_params;
use workbench_domain::{
    ids::{InterviewId, KitId, QuestionId},
    rating::{Level, Rating},
    usage::{OpenUse, Use},
};

use crate::{Read, StoreError, column};

/// Every submitted scorecard on a real candidate that has the question, oldest first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn uses(r: &Read<'_>, question: &QuestionId) -> Result<Vec<Use>, StoreError> {
    r.many(include_str!("list.sql"), named_params! {":question": question.as_str()}, |row| {
        let others: Option<String> = row.get("others")?;
        let levels =
            others.unwrap_or_default().bytes().filter_map(|digit| Level::new(digit.wrapping_sub(b'0'))).collect();
        Ok(Use {
            role_id: column::id(row, "role_id")?,
            version: row.get("hash")?,
            rating: column::word_or_none(row, "rating", Rating::from_code)?,
            spent_seconds: row.get("spent_seconds")?,
            planned_minutes: row.get("planned_minutes")?,
            complete: row.get("complete")?,
            others: levels,
        })
    })
}

/// The interviews with real candidates whose scorecards are to come.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn open(r: &Read<'_>, question: &QuestionId) -> Result<Vec<OpenUse>, StoreError> {
    r.many(include_str!("list_open.sql"), named_params! {":question": question.as_str()}, |row| {
        Ok(OpenUse {
            role_id: column::id(row, "role_id")?,
            candidate: row.get("candidate")?,
            interviewer_id: column::id(row, "interviewer_id")?,
            host_id: column::id_or_none(row, "host_id")?,
            asks: row.get("asks")?,
        })
    })
}

/// The submitted interviews with real candidates that were held with any version of a kit.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn held(r: &Read<'_>, kit: &KitId) -> Result<Vec<InterviewId>, StoreError> {
    r.many(include_str!("list_held.sql"), named_params! {":kit": kit.as_str()}, |row| column::id(row, "id"))
}
