//! The people who are interviewed.

use rusqlite::{Row, named_params};
use workbench_domain::{
    candidate::Candidate,
    ids::{CandidateId, InterviewerId, RoleId, RoundId},
};

use crate::{Read, StoreError, Write, column};

/// Adds a candidate, who is the owner's from then on. The role and the owner must be there.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if the id is taken.
pub fn insert(w: &Write<'_>, candidate: &Candidate, owner: &InterviewerId) -> Result<(), StoreError> {
    w.run(
        include_str!("add.sql"),
        named_params! {
            ":id": candidate.id.as_str(), ":owner": owner.as_str(), ":name": candidate.name,
            ":spoken": candidate.spoken_name, ":role": candidate.role_id.as_str(),
            ":round": candidate.round_id.as_ref().map(|id| id.as_str()), ":sample": candidate.sample,
            ":practice": candidate.practice, ":added": candidate.added_at.as_millisecond(),
        },
    )?;
    Ok(())
}

/// All candidates, newest first, but for those of practice.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn list(r: &Read<'_>) -> Result<Vec<Candidate>, StoreError> {
    r.many(include_str!("list.sql"), [], read)
}

/// Candidates who wait for an interview, newest first: none was held, is under way or was withdrawn from. One who did not
/// come waits again.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn waiting(r: &Read<'_>) -> Result<Vec<Candidate>, StoreError> {
    r.many(include_str!("list_waiting.sql"), [], read)
}

/// One candidate.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, id: &CandidateId) -> Result<Option<Candidate>, StoreError> {
    r.one(include_str!("find.sql"), named_params! {":id": id.as_str()}, read)
}

/// Removes a candidate with all interviews and everything in them, and says whether there was one. The rows are
/// overwritten, but this alone is no erasure: the journal and the backups are not touched.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn remove(w: &Write<'_>, id: &CandidateId) -> Result<bool, StoreError> {
    Ok(w.run(include_str!("remove.sql"), named_params! {":id": id.as_str()})? > 0)
}

/// Throws away every practice interview with its made-up candidate, and says how many there were.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn remove_practice(w: &Write<'_>) -> Result<usize, StoreError> {
    w.run(include_str!("remove_practice.sql"), [])
}

/// Writes how to say a candidate's name.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such candidate.
pub fn set_spoken_name(w: &Write<'_>, id: &CandidateId, spoken: &str) -> Result<(), StoreError> {
    let params = named_params! {":id": id.as_str(), ":spoken": spoken};
    w.change("candidate", include_str!("set_spoken_name.sql"), params)
}

/// Corrects a candidate's name and role. The role must be there.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such candidate or role.
pub fn set_who(w: &Write<'_>, id: &CandidateId, name: &str, role: &RoleId) -> Result<(), StoreError> {
    let params = named_params! {":id": id.as_str(), ":name": name, ":role": role.as_str()};
    w.change("candidate", include_str!("set_who.sql"), params)
}

/// Puts a candidate into a round, or into none.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such candidate or round.
pub fn set_round(w: &Write<'_>, id: &CandidateId, round: Option<&RoundId>) -> Result<(), StoreError> {
    let params = named_params! {":id": id.as_str(), ":round": round.map(RoundId::as_str)};
    w.change("candidate", include_str!("set_round.sql"), params)
}

fn read(row: &Row<'_>) -> Result<Candidate, StoreError> {
    Ok(Candidate {
        id: column::id(row, "id")?,
        name: row.get("name")?,
        spoken_name: row.get("spoken_name")?,
        role_id: column::id(row, "role_id")?,
        round_id: column::id_or_none(row, "round_id")?,
        sample: row.get("sample")?,
        practice: row.get("practice")?,
        added_at: column::time(row, "created_at")?,
    })
}
