//! Ratings: what an interviewer says of one answer.

use std::collections::HashMap;

use jiff::Timestamp;
use rusqlite::named_params;
use workbench_domain::{
    ids::{InterviewId, QuestionId},
    interview::QuestionRecord,
    question::Question,
    rating::Rating,
};

use crate::{Read, StoreError, Write, column, interview};

/// Sets the rating of a question, or takes it away.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn set(
    w: &Write<'_>,
    interview: &InterviewId,
    question: &QuestionId,
    rating: Option<Rating>,
    now: Timestamp,
) -> Result<(), StoreError> {
    w.run(
        include_str!("put.sql"),
        named_params! {
            ":interview": interview.as_str(), ":question": question.as_str(), ":rating": rating.map(Rating::code),
            ":now": now.as_millisecond(),
        },
    )?;
    interview::touch(w, interview, now)
}

/// A record for each of these questions, in their order.
pub(crate) fn records(
    r: &Read<'_>,
    interview: &InterviewId,
    questions: &[Question],
) -> Result<Vec<QuestionRecord>, StoreError> {
    let written = r.many(include_str!("list.sql"), named_params! {":interview": interview.as_str()}, |row| {
        let question_id: QuestionId = column::id(row, "question_id")?;
        let rating = column::word_or_none(row, "rating", Rating::from_code)?;
        Ok((question_id.clone(), QuestionRecord { question_id, rating, spent_seconds: row.get("spent_seconds")? }))
    })?;
    let mut written: HashMap<_, _> = written.into_iter().collect();
    let empty = |id: &QuestionId| QuestionRecord { question_id: id.clone(), rating: None, spent_seconds: 0 };
    Ok(questions.iter().map(|q| written.remove(&q.id).unwrap_or_else(|| empty(&q.id))).collect())
}
