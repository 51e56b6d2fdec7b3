//! Interviews: starting one, and everything that was written down in it as one value.

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{
    ids::{CandidateId, InterviewId, InterviewerId, KitId, QuestionId, RoleId},
    independence::OpenInterview,
    interview::{Interview, InterviewState},
    interviewer::Interviewer,
};

use crate::{Read, StoreError, Write, column, draft, entry, interviewer, kit, rating, scorecard, tick};

mod guard;

pub use guard::{Asked, Guard, guard};

/// An interview that is about to start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInterview {
    /// The interview's id.
    pub id: InterviewId,
    /// Who is interviewed.
    pub candidate_id: CandidateId,
    /// Who interviews.
    pub interviewer_id: InterviewerId,
    /// Which kit.
    pub kit_id: KitId,
    /// Which version of the kit.
    pub kit_version: u32,
    /// When it starts.
    pub started_at: Timestamp,
}

/// One interview in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterviewSummary {
    /// The interview's id.
    pub id: InterviewId,
    /// Who is interviewed.
    pub candidate_id: CandidateId,
    /// The candidate's role.
    pub role_id: RoleId,
    /// The candidate's name.
    pub candidate_name: String,
    /// Who interviews.
    pub interviewer: Interviewer,
    /// How far it has come.
    pub state: InterviewState,
    /// When it was started.
    pub started_at: Timestamp,
    /// When its scorecard was submitted; none while it is open.
    pub submitted_at: Option<Timestamp>,
    /// The title of its kit, as it was then.
    pub kit_title: String,
    /// Questions in the kit.
    pub questions: u32,
    /// Questions with a rating or a mark for a missing one.
    pub rated: u32,
    /// Entries that are neither removed nor hidden.
    pub entries: u32,
    /// When the last note was first kept; none without a note.
    pub last_noted_at: Option<Timestamp>,
    /// When anything in it was last saved, as far as the store was told a time; see [`touch`].
    pub last_saved_at: Timestamp,
}

/// Starts an interview.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if the id is taken, or the candidate, the interviewer or
/// the version of the kit is not there.
pub fn insert(w: &Write<'_>, new: &NewInterview) -> Result<(), StoreError> {
    w.run(
        include_str!("add.sql"),
        named_params! {
            ":id": new.id.as_str(), ":candidate": new.candidate_id.as_str(), ":interviewer": new.interviewer_id.as_str(),
            ":kit": new.kit_id.as_str(), ":number": new.kit_version, ":started": new.started_at.as_millisecond(),
        },
    )?;
    Ok(())
}

/// An interview with everything in it.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn load(r: &Read<'_>, id: &InterviewId) -> Result<Option<Interview>, StoreError> {
    let head = r.one(include_str!("find.sql"), named_params! {":id": id.as_str()}, |row| {
        let kit: (KitId, u32) = (column::id(row, "kit_id")?, row.get("kit_number")?);
        let at: Option<QuestionId> = column::id_or_none(row, "at_question_id")?;
        let interviewer = interviewer::read(row, "interviewer_id", "interviewer_name")?;
        let candidate: CandidateId = column::id(row, "candidate_id")?;
        Ok((candidate, interviewer, kit, at, column::time(row, "created_at")?))
    })?;
    let Some((candidate_id, interviewer, (kit_id, number), at, started_at)) = head else {
        return Ok(None);
    };
    let scorecard = scorecard::get(r, id)?;
    let version = kit::get_version(r, &kit_id, number)?
        .ok_or_else(|| StoreError::Bug("the kit of an interview is not there".to_owned()))?;
    Ok(Some(Interview {
        id: id.clone(),
        candidate_id,
        interviewer,
        state: state_of(scorecard.submitted_at),
        started_at,
        kit_version: version.number,
        kit_hash: version.hash,
        records: rating::records(r, id, &version.content.questions)?,
        content: version.content,
        entries: entry::of_interview(r, id)?,
        settled: entry::settled_of_interview(r, id)?,
        hidden: entry::hidden_of_interview(r, id)?,
        ticks: tick::of_interview(r, id)?,
        scorecard,
        at,
        drafts: draft::of_interview(r, id)?,
    }))
}

/// All interviews of a candidate, oldest first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_candidate(r: &Read<'_>, candidate: &CandidateId) -> Result<Vec<Interview>, StoreError> {
    let params = named_params! {":candidate": candidate.as_str()};
    let ids: Vec<InterviewId> = r.many(include_str!("list_of_candidate.sql"), params, |row| column::id(row, "id"))?;
    ids.iter().filter_map(|id| load(r, id).transpose()).collect()
}

/// All interviews, newest first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn list(r: &Read<'_>) -> Result<Vec<InterviewSummary>, StoreError> {
    r.many(include_str!("list.sql"), [], summary)
}

/// An interviewer's interviews that are not submitted, oldest first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn open_of(r: &Read<'_>, interviewer: &InterviewerId) -> Result<Vec<OpenInterview>, StoreError> {
    r.many(include_str!("list_open.sql"), named_params! {":interviewer": interviewer.as_str()}, |row| {
        Ok(OpenInterview {
            candidate_id: column::id(row, "candidate_id")?,
            candidate: row.get("candidate_name")?,
            role_id: column::id(row, "role_id")?,
            sample: row.get("sample")?,
        })
    })
}

/// Removes an interview with everything in it.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn remove(w: &Write<'_>, id: &InterviewId) -> Result<(), StoreError> {
    w.change("interview", include_str!("remove.sql"), named_params! {":id": id.as_str()})
}

/// Remembers the question on screen; none is the interview in general.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn set_at(w: &Write<'_>, id: &InterviewId, question: Option<&QuestionId>) -> Result<(), StoreError> {
    let question = question.map(|id| id.as_str());
    w.change("interview", include_str!("set_at.sql"), named_params! {":id": id.as_str(), ":question": question})
}

/// Writes the time spent on a question; it never goes back.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn set_spent(w: &Write<'_>, id: &InterviewId, question: &QuestionId, seconds: u32) -> Result<(), StoreError> {
    let params = named_params! {":interview": id.as_str(), ":question": question.as_str(), ":seconds": seconds};
    w.run(include_str!("set_spent.sql"), params)?;
    Ok(())
}

/// Notes that something in the interview was saved at this time; it never goes back.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn touch(w: &Write<'_>, id: &InterviewId, now: Timestamp) -> Result<(), StoreError> {
    let params = named_params! {":id": id.as_str(), ":now": now.as_millisecond()};
    w.change("interview", include_str!("touch.sql"), params)
}

fn state_of(submitted_at: Option<Timestamp>) -> InterviewState {
    if submitted_at.is_some() { InterviewState::Submitted } else { InterviewState::Open }
}

fn summary(row: &Row<'_>) -> Result<InterviewSummary, StoreError> {
    let submitted_at = column::time_or_none(row, "submitted_at")?;
    Ok(InterviewSummary {
        id: column::id(row, "id")?,
        candidate_id: column::id(row, "candidate_id")?,
        role_id: column::id(row, "role_id")?,
        candidate_name: row.get("candidate_name")?,
        interviewer: interviewer::read(row, "interviewer_id", "interviewer_name")?,
        state: state_of(submitted_at),
        started_at: column::time(row, "created_at")?,
        submitted_at,
        kit_title: row.get("kit_title")?,
        questions: row.get("questions")?,
        rated: row.get("rated")?,
        entries: row.get("entries")?,
        last_noted_at: column::time_or_none(row, "last_noted_at")?,
        last_saved_at: column::time(row, "saved_at")?,
    })
}
