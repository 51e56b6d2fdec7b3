//! What a person gave to the written answers of drills.

use rusqlite::{Row, named_params};
use workbench_domain::{drill::DrillRating, ids::InterviewerId, rating::Level};

use crate::{Read, StoreError, Write, column};

/// Keeps a rating.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interviewer.
pub fn add(w: &Write<'_>, interviewer: &InterviewerId, rating: &DrillRating) -> Result<(), StoreError> {
    w.run(
        include_str!("add.sql"),
        named_params! {
            ":interviewer": interviewer.as_str(), ":question": rating.question_id.as_str(), ":answer": rating.answer,
            ":content": rating.content, ":given": rating.given.number(), ":agreed": rating.key.number(),
            ":at": rating.at.as_millisecond(),
        },
    )?;
    Ok(())
}

/// Everything that this interviewer gave, the oldest first.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn list(r: &Read<'_>, interviewer: &InterviewerId) -> Result<Vec<DrillRating>, StoreError> {
    r.many(include_str!("list.sql"), named_params! {":interviewer": interviewer.as_str()}, |row| {
        Ok(DrillRating {
            question_id: column::id(row, "question_id")?,
            answer: row.get("answer_id")?,
            content: row.get("content")?,
            given: level(row, "given")?,
            key: level(row, "agreed")?,
            at: column::time(row, "created_at")?,
        })
    })
}

fn level(row: &Row<'_>, name: &str) -> Result<Level, StoreError> {
    Level::new(row.get(name)?).ok_or_else(|| StoreError::Bug(format!("a stored {name} is no level")))
}
