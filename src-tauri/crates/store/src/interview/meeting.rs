//! How the meeting goes: the columns of an interview that say so, and its pauses.

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{
    ids::{InterviewId, SessionId},
    meeting::{Adjustments, Meeting, Mode, Pause, PauseCause},
    phase::Phase,
};

use crate::{Read, StoreError, Write, column};

/// How a meeting goes.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn meeting(r: &Read<'_>, id: &InterviewId) -> Result<Option<Meeting>, StoreError> {
    let found = r.one(include_str!("find_meeting.sql"), named_params! {":id": id.as_str()}, read)?;
    found.map(|meeting| Ok(Meeting { pauses: pauses(r, id)?, ..meeting })).transpose()
}

/// Writes how a meeting goes. Its pauses are written by themselves.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn set_meeting(w: &Write<'_>, id: &InterviewId, meeting: &Meeting) -> Result<(), StoreError> {
    let stamp = |time: Option<Timestamp>| time.map(Timestamp::as_millisecond);
    w.change(
        "interview",
        include_str!("set_meeting.sql"),
        named_params! {
            ":id": id.as_str(), ":phase": meeting.phase.code(), ":reason": meeting.reason,
            ":mode": meeting.mode.code(), ":held": stamp(meeting.held_at), ":begun": stamp(meeting.begun_at),
            ":ended": stamp(meeting.ended_at), ":elapsed": meeting.elapsed_seconds, ":told": stamp(meeting.told_at),
            ":late": meeting.late_minutes, ":early": meeting.early_minutes,
            ":more": meeting.adjustments.more_minutes, ":breaks": meeting.adjustments.break_minutes,
            ":ahead": meeting.adjustments.questions_ahead,
        },
    )
}

/// Notes how long the meeting has lasted without pauses; it never goes back.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn tell(w: &Write<'_>, id: &InterviewId, elapsed_seconds: u32, now: Timestamp) -> Result<(), StoreError> {
    let params = named_params! {":id": id.as_str(), ":elapsed": elapsed_seconds, ":now": now.as_millisecond()};
    w.change("interview", include_str!("tell.sql"), params)
}

/// Begins a pause, or notes one that is over.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn add_pause(w: &Write<'_>, id: &InterviewId, pause: &Pause) -> Result<(), StoreError> {
    w.run(
        include_str!("add_pause.sql"),
        named_params! {
            ":id": id.as_str(), ":cause": pause.cause.code(), ":at": pause.at_seconds,
            ":began": pause.began_at.as_millisecond(), ":ended": pause.ended_at.map(Timestamp::as_millisecond),
        },
    )?;
    Ok(())
}

/// Ends the pause that lasts, if one does; never before it began.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn end_pause(w: &Write<'_>, id: &InterviewId, now: Timestamp) -> Result<(), StoreError> {
    w.run(include_str!("end_pause.sql"), named_params! {":id": id.as_str(), ":now": now.as_millisecond()})?;
    Ok(())
}

/// The interviews of one meeting whose scorecards are not submitted.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_session(r: &Read<'_>, session: &SessionId) -> Result<Vec<InterviewId>, StoreError> {
    let params = named_params! {":session": session.as_str()};
    r.many(include_str!("list_session.sql"), params, |row| column::id(row, "id"))
}

pub(super) fn pauses(r: &Read<'_>, id: &InterviewId) -> Result<Vec<Pause>, StoreError> {
    r.many(include_str!("list_pauses.sql"), named_params! {":id": id.as_str()}, |row| {
        Ok(Pause {
            cause: column::word(row, "cause", PauseCause::from_code)?,
            at_seconds: row.get("at_seconds")?,
            began_at: column::time(row, "began_at")?,
            ended_at: column::time_or_none(row, "ended_at")?,
        })
    })
}

/// Reads everything of a meeting but its pauses.
pub(super) fn read(row: &Row<'_>) -> Result<Meeting, StoreError> {
    Ok(Meeting {
        phase: column::word(row, "phase", Phase::from_code)?,
        reason: row.get("phase_reason")?,
        mode: column::word(row, "mode", Mode::from_code)?,
        held_at: column::time_or_none(row, "held_at")?,
        begun_at: column::time_or_none(row, "begun_at")?,
        ended_at: column::time_or_none(row, "ended_at")?,
        elapsed_seconds: row.get("elapsed_seconds")?,
        told_at: column::time_or_none(row, "told_at")?,
        late_minutes: row.get("late_minutes")?,
        early_minutes: row.get("early_minutes")?,
        adjustments: Adjustments {
            more_minutes: row.get("more_minutes")?,
            break_minutes: row.get("break_minutes")?,
            questions_ahead: row.get("questions_ahead")?,
        },
        pauses: Vec::new(),
    })
}
