//! Ticks: an indicator heard, a red flag seen.

use rusqlite::named_params;
use workbench_domain::{
    ids::{InterviewId, QuestionId},
    tick::{Tick, TickState, TickTarget},
};

use crate::{Read, StoreError, Write, column};

/// Sets a tick, or how it was noticed.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn set(w: &Write<'_>, interview: &InterviewId, tick: &Tick) -> Result<(), StoreError> {
    w.run(
        include_str!("put.sql"),
        named_params! {
            ":interview": interview.as_str(), ":question": tick.question_id.as_str(), ":target": tick.target.code(),
            ":number": tick.number, ":state": tick.state.code(),
        },
    )?;
    Ok(())
}

/// How a line was noticed; none where it is not ticked.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(
    r: &Read<'_>,
    interview: &InterviewId,
    question: &QuestionId,
    target: TickTarget,
    number: u32,
) -> Result<Option<TickState>, StoreError> {
    let params = named_params! {
        ":interview": interview.as_str(), ":question": question.as_str(), ":target": target.code(), ":number": number,
    };
    r.one(include_str!("find.sql"), params, |row| column::word(row, "state", TickState::from_code))
}

/// Takes a tick away, if it is there.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn clear(
    w: &Write<'_>,
    interview: &InterviewId,
    question: &QuestionId,
    target: TickTarget,
    number: u32,
) -> Result<(), StoreError> {
    w.run(
        include_str!("remove.sql"),
        named_params! {
            ":interview": interview.as_str(), ":question": question.as_str(), ":target": target.code(),
            ":number": number,
        },
    )?;
    Ok(())
}

/// The ticks of an interview, by question, list and line.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_interview(r: &Read<'_>, interview: &InterviewId) -> Result<Vec<Tick>, StoreError> {
    r.many(include_str!("list.sql"), named_params! {":interview": interview.as_str()}, |row| {
        Ok(Tick {
            question_id: column::id(row, "question_id")?,
            target: column::word(row, "target", TickTarget::from_code)?,
            number: row.get("number")?,
            state: column::word(row, "state", TickState::from_code)?,
        })
    })
}
