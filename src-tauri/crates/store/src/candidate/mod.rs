//! The people who are interviewed.

use rusqlite::{Row, named_params};
use workbench_domain::{
    candidate::Candidate,
    ids::{CandidateId, InterviewerId, RoleId, RoundId},
};

use crate::{Ask, Page, Read, StoreError, Write, column, fold};

/// Adds a candidate, who is the owner's from then on. The role and the owner must be there.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if the id is taken.
pub fn insert(w: &Write<'_>, candidate: &Candidate, owner: &InterviewerId) -> Result<(), StoreError> {
    w.run(
        include_str!("add.sql"),
        named_params! {
            ":id": candidate.id.as_str(), ":owner": owner.as_str(), ":name": candidate.name,
            ":folded": fold::fold(&candidate.name), ":spoken": candidate.spoken_name, ":role": candidate.role_id.as_str(),
            ":round": candidate.round_id.as_ref().map(|id| id.as_str()), ":sample": candidate.sample,
            ":practice": candidate.practice, ":added": candidate.added_at.as_millisecond(),
        },
    )?;
    Ok(())
}

/// All candidates, the one added last first, but for those of practice. For what must look at everyone: a screen asks for a
/// [`page`].
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn list(r: &Read<'_>) -> Result<Vec<Candidate>, StoreError> {
    r.many(include_str!("list.sql"), [], read)
}

/// Which candidates are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// Words of the name, the last of which may be unfinished; nothing for everyone. None of it is syntax.
    pub text: String,
    /// Those for one role.
    pub role: Option<RoleId>,
}

/// One page of the candidates, the one added last first, but for those of practice.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn page(r: &Read<'_>, search: &Search, ask: Ask) -> Result<Page<Candidate>, StoreError> {
    let (before, limit, role) = (ask.below(), ask.one_more(), search.role.as_ref().map(|id| id.as_str()));
    let numbered = |row: &Row<'_>| Ok((row.get("row_id")?, read(row)?));
    let found = if !search.text.trim().is_empty() {
        let Some(query) = fold::query(&search.text, true) else { return Ok(Page { rows: Vec::new(), next: None }) };
        let params = named_params! {":query": query, ":role": role, ":before": before, ":limit": limit};
        r.many(include_str!("search.sql"), params, numbered)?
    } else if let Some(role) = role {
        let params = named_params! {":role": role, ":before": before, ":limit": limit};
        r.many(include_str!("list_page_of_role.sql"), params, numbered)?
    } else {
        r.many(include_str!("list_page.sql"), named_params! {":before": before, ":limit": limit}, numbered)?
    };
    Ok(ask.page(found))
}

/// The candidates of a round, the one added last first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_round(r: &Read<'_>, round: &RoundId) -> Result<Vec<Candidate>, StoreError> {
    r.many(include_str!("list_of_round.sql"), named_params! {":round": round.as_str()}, read)
}

/// The candidates for a role, the one added last first, but for those of practice.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_role(r: &Read<'_>, role: &RoleId) -> Result<Vec<Candidate>, StoreError> {
    r.many(include_str!("list_of_role.sql"), named_params! {":role": role.as_str()}, read)
}

/// How many candidates are in a round, and how many of their interviews are planned.
///
/// # Errors
/// [`StoreError`] if they cannot be counted.
pub fn count_of_round(r: &Read<'_>, round: &RoundId) -> Result<(u32, u32), StoreError> {
    let params = named_params! {":round": round.as_str()};
    let counted = |row: &Row<'_>| Ok((row.get("candidates")?, row.get("planned")?));
    Ok(r.one(include_str!("count_of_round.sql"), params, counted)?.unwrap_or_default())
}

/// How many of a candidate's interviews have a submitted scorecard, and how many owe one.
///
/// # Errors
/// [`StoreError`] if they cannot be counted.
pub fn called(r: &Read<'_>, id: &CandidateId) -> Result<(u32, u32), StoreError> {
    let counted = |row: &Row<'_>| Ok((row.get("submitted")?, row.get("open")?));
    let params = named_params! {":candidate": id.as_str()};
    Ok(r.one(include_str!("find_called.sql"), params, counted)?.unwrap_or_default())
}

/// Candidates who wait for an interview, the one added last first, so many at the most: none was held, is under way or was
/// withdrawn from. One who did not come waits again.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn waiting(r: &Read<'_>, most: u32) -> Result<Vec<Candidate>, StoreError> {
    r.many(include_str!("list_waiting.sql"), named_params! {":limit": most}, read)
}

/// Folds the names that are not folded yet, so that they are found, and says how many there were: those from before there was
/// a search for people.
///
/// # Errors
/// [`StoreError`] if they cannot be written.
pub fn fold_names(w: &Write<'_>) -> Result<usize, StoreError> {
    let all = w.many(include_str!("list_unfolded.sql"), [], |row| {
        Ok((row.get::<_, i64>("row_id")?, row.get::<_, String>("name")?))
    })?;
    for (row, name) in &all {
        w.run(include_str!("set_folded.sql"), named_params! {":row": row, ":folded": fold::fold(name)})?;
    }
    Ok(all.len())
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
