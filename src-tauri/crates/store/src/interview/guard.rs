//! What must be known of an interview before anything is written in it, read without its notes.

use rusqlite::named_params;
use workbench_domain::{
    ids::{InterviewId, InterviewerId, QuestionId, SessionId},
    interview::InterviewState,
    meeting::Part,
    phase::Phase,
};

use super::state_of;
use crate::{Read, StoreError, column};

/// How many lines a question of the interview's kit has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Indicators.
    pub indicators: u32,
    /// Red flags.
    pub red_flags: u32,
    /// Planned probes.
    pub probes: u32,
}

/// Whose interview it is, and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    /// Who interviews.
    pub interviewer_id: InterviewerId,
    /// Whose laptop it is kept on, where that is another's.
    pub host_id: Option<InterviewerId>,
    /// The meeting it is of.
    pub session_id: SessionId,
    /// The interviewer's part, where two interview together.
    pub part: Option<Part>,
    /// Whether its scorecard is locked.
    pub state: InterviewState,
    /// How the meeting goes.
    pub phase: Phase,
    /// Whether it is practice, to be thrown away.
    pub practice: bool,
}

/// What must be known before anything is written in an interview.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn guard(r: &Read<'_>, id: &InterviewId) -> Result<Option<Guard>, StoreError> {
    r.one(include_str!("find_guard.sql"), named_params! {":id": id.as_str()}, |row| {
        Ok(Guard {
            interviewer_id: column::id(row, "interviewer_id")?,
            host_id: column::id_or_none(row, "host_id")?,
            session_id: column::id(row, "session_id")?,
            part: column::word_or_none(row, "part", Part::from_code)?,
            state: state_of(column::time_or_none(row, "submitted_at")?),
            phase: column::word(row, "phase", Phase::from_code)?,
            practice: row.get("practice")?,
        })
    })
}

/// The lines of a question, if the interview's kit asks it. Only this one question is opened: every kept note asks.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn asked(r: &Read<'_>, id: &InterviewId, question: &QuestionId) -> Result<Option<Asked>, StoreError> {
    let params = named_params! {":id": id.as_str(), ":question": question.as_str()};
    r.one(include_str!("find_asked.sql"), params, |row| {
        Ok(Asked { indicators: row.get("indicators")?, red_flags: row.get("red_flags")?, probes: row.get("probes")? })
    })
}
