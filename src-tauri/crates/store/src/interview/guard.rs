//! What must be known of an interview before anything is written in it, read without its notes.

use rusqlite::named_params;
use workbench_domain::{
    ids::{InterviewId, InterviewerId, QuestionId},
    interview::InterviewState,
};

use super::state_of;
use crate::{Read, StoreError, column};

/// A question that the interview's kit asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub id: QuestionId,
    /// How many indicators it has.
    pub indicators: u32,
    /// How many red flags it has.
    pub red_flags: u32,
}

/// Whose interview it is, how far it has come, and what it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    /// Who interviews.
    pub interviewer_id: InterviewerId,
    /// How far it has come.
    pub state: InterviewState,
    /// What its kit asks, in order.
    pub questions: Vec<Asked>,
}

/// What must be known before anything is written in an interview.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn guard(r: &Read<'_>, id: &InterviewId) -> Result<Option<Guard>, StoreError> {
    let params = named_params! {":id": id.as_str()};
    let head = r.one(include_str!("find_guard.sql"), params, |row| {
        Ok((state_of(column::time_or_none(row, "submitted_at")?), column::id(row, "interviewer_id")?))
    })?;
    let Some((state, interviewer_id)) = head else {
        return Ok(None);
    };
    let questions = r.many(include_str!("list_asked.sql"), params, |row| {
        Ok(Asked {
            id: column::id(row, "question_id")?,
            indicators: row.get("indicators")?,
            red_flags: row.get("red_flags")?,
        })
    })?;
    Ok(Some(Guard { interviewer_id, state, questions }))
}
