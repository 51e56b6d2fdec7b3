//! Interviews: starting one, and everything that was written down in it as one value.

use std::collections::HashMap;

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{
    candidate::Candidate,
    ids::{CandidateId, InterviewId, InterviewerId, KitId, QuestionId, RoleId, RoundId, SessionId},
    independence::OpenInterview,
    interview::{Interview, InterviewState},
    interviewer::Interviewer,
    meeting::{Meeting, Mode, Part},
    packet::KitUse,
    phase::Phase,
    place::Place,
};

use crate::{
    Ask, Page, Read, StoreError, Write, attachment, column, draft, entry, interviewer, kit, kit::KitVersion, record,
    scorecard, tick,
};

mod guard;
mod meeting;

pub use guard::{Asked, Guard, asked, guard};
pub use meeting::{add_pause, end_pause, meeting, of_session, set_meeting, tell};

/// An interview that is about to start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInterview {
    /// The interview's id.
    pub id: InterviewId,
    /// Who is interviewed.
    pub candidate_id: CandidateId,
    /// Who interviews.
    pub interviewer_id: InterviewerId,
    /// Whose laptop it is kept on, where that is another's.
    pub host_id: Option<InterviewerId>,
    /// The meeting it is of.
    pub session_id: SessionId,
    /// The interviewer's part, where two interview together.
    pub part: Option<Part>,
    /// Which kit.
    pub kit_id: KitId,
    /// Which version of the kit.
    pub kit_version: u32,
    /// When it is prepared.
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
    /// Whether it is written down as it goes.
    pub mode: Mode,
    /// When the meeting was held, as its interviewer says, or else when it began.
    pub held_at: Option<Timestamp>,
    /// When it was prepared.
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
    /// When the meeting ended, as far as it is known: as was said, or else when the last note was first kept; none
    /// without either.
    pub ended_at: Option<Timestamp>,
    /// When anything in it was last saved, as far as the store was told a time; see [`touch`].
    pub last_saved_at: Timestamp,
}

/// An interview without what is written in it.
struct Head {
    candidate_id: CandidateId,
    interviewer: Interviewer,
    host_id: Option<InterviewerId>,
    session_id: SessionId,
    part: Option<Part>,
    kit_id: KitId,
    kit_number: u32,
    at: Place,
    started_at: Timestamp,
    meeting: Meeting,
}

/// Prepares an interview.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if the id is taken, or the candidate, the interviewer or
/// the version of the kit is not there.
pub fn insert(w: &Write<'_>, new: &NewInterview) -> Result<(), StoreError> {
    w.run(
        include_str!("add.sql"),
        named_params! {
            ":id": new.id.as_str(), ":candidate": new.candidate_id.as_str(), ":interviewer": new.interviewer_id.as_str(),
            ":host": new.host_id.as_ref().map(|id| id.as_str()), ":session": new.session_id.as_str(),
            ":part": new.part.map(Part::code),
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
    load_with(r, id, &mut Kits::new())
}

/// The versions of kits that were read already: many interviews of a round have one, and it is the largest part of them.
type Kits = HashMap<(KitId, u32), KitVersion>;

fn load_with(r: &Read<'_>, id: &InterviewId, kits: &mut Kits) -> Result<Option<Interview>, StoreError> {
    let Some(head) = r.one(include_str!("find.sql"), named_params! {":id": id.as_str()}, head)? else {
        return Ok(None);
    };
    let scorecard = scorecard::get(r, id)?;
    let key = (head.kit_id.clone(), head.kit_number);
    if !kits.contains_key(&key) {
        let version = kit::get_version(r, &head.kit_id, head.kit_number)?
            .ok_or_else(|| StoreError::Bug("the kit of an interview is not there".to_owned()))?;
        kits.insert(key.clone(), version);
    }
    let version = kits[&key].clone();
    Ok(Some(Interview {
        id: id.clone(),
        candidate_id: head.candidate_id,
        interviewer: head.interviewer,
        host_id: head.host_id,
        session_id: head.session_id,
        part: head.part,
        state: state_of(scorecard.submitted_at),
        started_at: head.started_at,
        meeting: Meeting { pauses: meeting::pauses(r, id)?, ..head.meeting },
        kit_version: version.number,
        kit_hash: version.hash,
        records: record::of_interview(r, id, &version.content.questions)?,
        content: version.content,
        entries: entry::of_interview(r, id)?,
        settled: entry::settled_of_interview(r, id)?,
        hidden: entry::hidden_of_interview(r, id)?,
        ticks: tick::of_interview(r, id)?,
        scorecard,
        attachments: attachment::of_interview(r, id)?,
        at: head.at,
        drafts: draft::of_interview(r, id)?,
    }))
}

/// All interviews of a candidate, oldest first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_candidate(r: &Read<'_>, candidate: &CandidateId) -> Result<Vec<Interview>, StoreError> {
    Ok(of_candidates(r, std::slice::from_ref(candidate))?.pop().unwrap_or_default())
}

/// All interviews of each of several candidates, in the order of the candidates, oldest first. A kit is read once.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_candidates(r: &Read<'_>, candidates: &[CandidateId]) -> Result<Vec<Vec<Interview>>, StoreError> {
    let mut kits = Kits::new();
    let mut of_one = |candidate: &CandidateId| {
        let params = named_params! {":candidate": candidate.as_str()};
        let ids: Vec<InterviewId> =
            r.many(include_str!("list_of_candidate.sql"), params, |row| column::id(row, "id"))?;
        ids.iter().filter_map(|id| load_with(r, id, &mut kits).transpose()).collect()
    };
    candidates.iter().map(&mut of_one).collect()
}

/// One page of the interviews, the one prepared last on the first page; on a page the newest meeting first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn page(r: &Read<'_>, ask: Ask) -> Result<Page<InterviewSummary>, StoreError> {
    let params = named_params! {":before": ask.below(), ":limit": ask.one_more()};
    let found = r.many(include_str!("list.sql"), params, |row| Ok((row.get("row_id")?, summary(row)?)))?;
    Ok(ask.page(found))
}

/// The interviews of a candidate, newest first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn list_of(r: &Read<'_>, candidate: &CandidateId) -> Result<Vec<InterviewSummary>, StoreError> {
    r.many(include_str!("list_summaries.sql"), named_params! {":candidate": candidate.as_str()}, summary)
}

/// The interviews that owe a scorecard, newest first: none that was called off.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn unsubmitted(r: &Read<'_>) -> Result<Vec<InterviewSummary>, StoreError> {
    r.many(include_str!("list_unsubmitted.sql"), [], summary)
}

/// The interviews whose scorecards were submitted last, the last one first, so many at the most.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn recent(r: &Read<'_>, most: u32) -> Result<Vec<InterviewSummary>, StoreError> {
    r.many(include_str!("list_recent.sql"), named_params! {":most": most}, summary)
}

/// Which versions of which kits were used in the round of this candidate, the candidate's own interviews with them. Who
/// belongs to it is the rule of `workbench_domain::independence`. What was called off counts for nothing.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn kits_used(r: &Read<'_>, candidate: &Candidate) -> Result<Vec<KitUse>, StoreError> {
    let params = named_params! {
        ":role": candidate.role_id.as_str(), ":sample": candidate.sample,
        ":round": candidate.round_id.as_ref().map(RoundId::as_str),
    };
    r.many(include_str!("list_kits_used.sql"), params, |row| {
        Ok(KitUse {
            kit_id: column::id(row, "kit_id")?,
            version: row.get("kit_number")?,
            interviews: row.get("times")?,
        })
    })
}

/// The interviews that an interviewer writes, on one's own or another's behalf, and that still owe a scorecard, oldest
/// first: none that was called off, and no practice.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn open_of(r: &Read<'_>, interviewer: &InterviewerId) -> Result<Vec<OpenInterview>, StoreError> {
    r.many(include_str!("list_open.sql"), named_params! {":interviewer": interviewer.as_str()}, |row| {
        Ok(OpenInterview {
            candidate_id: column::id(row, "candidate_id")?,
            candidate: row.get("candidate_name")?,
            role_id: column::id(row, "role_id")?,
            round_id: column::id_or_none(row, "round_id")?,
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

/// The interview that this person has not submitted with this candidate, and that was not called off.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn open_with(
    r: &Read<'_>,
    candidate: &CandidateId,
    interviewer: &InterviewerId,
) -> Result<Option<InterviewId>, StoreError> {
    let params = named_params! {":candidate": candidate.as_str(), ":interviewer": interviewer.as_str()};
    r.one(include_str!("find_open.sql"), params, |row| column::id(row, "id"))
}

/// Remembers the place on screen.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn set_at(w: &Write<'_>, id: &InterviewId, place: &Place) -> Result<(), StoreError> {
    w.change("interview", include_str!("set_at.sql"), named_params! {":id": id.as_str(), ":place": place.code()})
}

/// Says what the interviewer's part is, where two interview together.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn set_part(w: &Write<'_>, id: &InterviewId, part: Part) -> Result<(), StoreError> {
    w.change("interview", include_str!("set_part.sql"), named_params! {":id": id.as_str(), ":part": part.code()})
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

fn head(row: &Row<'_>) -> Result<Head, StoreError> {
    Ok(Head {
        candidate_id: column::id(row, "candidate_id")?,
        interviewer: interviewer::read(row, "interviewer_id", "interviewer_name")?,
        host_id: column::id_or_none(row, "host_id")?,
        session_id: column::id(row, "session_id")?,
        part: column::word_or_none(row, "part", Part::from_code)?,
        kit_id: column::id(row, "kit_id")?,
        kit_number: row.get("kit_number")?,
        at: column::place(row, "at_place")?,
        started_at: column::time(row, "created_at")?,
        meeting: meeting::read(row)?,
    })
}

fn summary(row: &Row<'_>) -> Result<InterviewSummary, StoreError> {
    let submitted_at = column::time_or_none(row, "submitted_at")?;
    let held_at = column::time_or_none(row, "held_at")?;
    Ok(InterviewSummary {
        id: column::id(row, "id")?,
        candidate_id: column::id(row, "candidate_id")?,
        role_id: column::id(row, "role_id")?,
        candidate_name: row.get("candidate_name")?,
        interviewer: interviewer::read(row, "interviewer_id", "interviewer_name")?,
        host_id: column::id_or_none(row, "host_id")?,
        session_id: column::id(row, "session_id")?,
        part: column::word_or_none(row, "part", Part::from_code)?,
        state: state_of(submitted_at),
        phase: column::word(row, "phase", Phase::from_code)?,
        mode: column::word(row, "mode", Mode::from_code)?,
        held_at: held_at.or(column::time_or_none(row, "begun_at")?),
        started_at: column::time(row, "created_at")?,
        submitted_at,
        kit_title: row.get("kit_title")?,
        questions: row.get("questions")?,
        rated: row.get("rated")?,
        entries: row.get("entries")?,
        ended_at: column::time_or_none(row, "ended_at")?,
        last_saved_at: column::time(row, "saved_at")?,
    })
}
