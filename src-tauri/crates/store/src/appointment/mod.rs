//! Planned interviews.

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{
    appointment::Appointment,
    ids::{AppointmentId, CandidateId, InterviewId, KitId, RoundId},
};

use crate::{Read, StoreError, Write, column};

/// Adds a planned interview, or changes it.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such candidate, kit or interview, or another
/// is the same meeting of a calendar.
pub fn put(w: &Write<'_>, planned: &Appointment) -> Result<(), StoreError> {
    let interviewers = serde_json::to_string(&planned.interviewers)?;
    let params = named_params! {
        ":id": planned.id.as_str(), ":candidate": planned.candidate_id.as_str(),
        ":kit": planned.kit_id.as_ref().map(KitId::as_str), ":interviewers": interviewers,
        ":starts": planned.starts_at.as_millisecond(), ":ends": planned.ends_at.as_millisecond(),
        ":location": planned.location, ":uid": planned.uid, ":occurrence": planned.occurrence,
        ":interview": planned.interview_id.as_ref().map(InterviewId::as_str),
    };
    w.run(include_str!("put.sql"), params)?;
    Ok(())
}

/// One planned interview.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, id: &AppointmentId) -> Result<Option<Appointment>, StoreError> {
    r.one(include_str!("find.sql"), named_params! {":id": id.as_str()}, read)
}

/// The planned interview that is this meeting of a calendar.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn in_calendar(r: &Read<'_>, uid: &str, occurrence: &str) -> Result<Option<Appointment>, StoreError> {
    r.one(include_str!("find_in_calendar.sql"), named_params! {":uid": uid, ":occurrence": occurrence}, read)
}

/// Those that are at least partly between two moments, in order of time.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn between(r: &Read<'_>, from: Timestamp, until: Timestamp) -> Result<Vec<Appointment>, StoreError> {
    let params = named_params! {":from": from.as_millisecond(), ":until": until.as_millisecond()};
    r.many(include_str!("list.sql"), params, read)
}

/// Those of a round's candidates, in order of time.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_round(r: &Read<'_>, round: &RoundId) -> Result<Vec<Appointment>, StoreError> {
    r.many(include_str!("list_of_round.sql"), named_params! {":round": round.as_str()}, read)
}

/// Those of a candidate, in order of time.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_candidate(r: &Read<'_>, candidate: &CandidateId) -> Result<Vec<Appointment>, StoreError> {
    r.many(include_str!("list_of_candidate.sql"), named_params! {":candidate": candidate.as_str()}, read)
}

/// Removes a planned interview; an interview that was started from it stays.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is none.
pub fn remove(w: &Write<'_>, id: &AppointmentId) -> Result<(), StoreError> {
    w.change("planned interview", include_str!("remove.sql"), named_params! {":id": id.as_str()})
}

fn read(row: &Row<'_>) -> Result<Appointment, StoreError> {
    Ok(Appointment {
        id: column::id(row, "id")?,
        candidate_id: column::id(row, "candidate_id")?,
        kit_id: column::id_or_none(row, "kit_id")?,
        interviewers: column::doc(row, "interviewers")?,
        starts_at: column::time(row, "starts_at")?,
        ends_at: column::time(row, "ends_at")?,
        location: row.get("location")?,
        uid: row.get("uid")?,
        occurrence: row.get("occurrence")?,
        interview_id: column::id_or_none(row, "interview_id")?,
    })
}
