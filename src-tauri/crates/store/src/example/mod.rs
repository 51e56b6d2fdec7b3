//! Examples of an answer at a level. Each is tied to the interview that it came from, and goes with it.

use jiff::Timestamp;
use rusqlite::named_params;
use workbench_domain::{
    example::Example,
    ids::{InterviewId, InterviewerId, QuestionId},
    rating::Level,
};

use crate::{Read, StoreError, Write, column};

/// An interview from which an example can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The interview.
    pub interview_id: InterviewId,
    /// With whom.
    pub candidate: String,
    /// When it was held, or begun.
    pub at: Timestamp,
}

/// The interviews of this interviewer with real candidates that asked the question, newest first; at most `limit`.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn sources(
    r: &Read<'_>,
    question: &QuestionId,
    interviewer: &InterviewerId,
    limit: u32,
) -> Result<Vec<Source>, StoreError> {
    r.many(
        include_str!("list_sources.sql"),
        named_params! {":question": question.as_str(), ":interviewer": interviewer.as_str(), ":limit": limit},
        |row| {
            Ok(Source {
                interview_id: column::id(row, "interview_id")?,
                candidate: row.get("candidate")?,
                at: column::time(row, "used_at")?,
            })
        },
    )
}

/// Adds an example that came from an interview.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such question or interview.
pub fn add(
    w: &Write<'_>,
    question: &QuestionId,
    example: &Example,
    source: &InterviewId,
    now: Timestamp,
) -> Result<(), StoreError> {
    w.run(
        include_str!("add.sql"),
        named_params! {
            ":id": example.id, ":question": question.as_str(), ":level": example.level.number(), ":text": example.text,
            ":interview": source.as_str(), ":now": now.as_millisecond(),
        },
    )?;
    Ok(())
}

/// Removes an example for good, and says whose it was; none if there is none.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn remove(w: &Write<'_>, id: &str) -> Result<Option<QuestionId>, StoreError> {
    w.one(include_str!("remove.sql"), named_params! {":id": id}, |row| column::id(row, "question_id"))
}

/// The examples of a question, lowest level first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_question(r: &Read<'_>, question: &QuestionId) -> Result<Vec<Example>, StoreError> {
    r.many(include_str!("list.sql"), named_params! {":question": question.as_str()}, |row| {
        let level = Level::new(row.get("level")?);
        let level = level.ok_or_else(|| StoreError::Bug("a stored level is not 1 to 5".to_owned()))?;
        Ok(Example { id: row.get("id")?, level, text: row.get("text")? })
    })
}
