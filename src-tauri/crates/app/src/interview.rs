//! Interviews: start one, find it again, keep the place.

use std::collections::HashMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    candidate::Candidate,
    ids::{CandidateId, InterviewId, InterviewerId, KitId, QuestionId, RoleId},
    interview::{Interview, InterviewState},
    kit::Role,
    scorecard::due_at,
};
use workbench_store::{
    Read, candidate,
    interview::{self, NewInterview},
    interviewer, kit, role,
};

use crate::{
    App,
    failure::{Code, Failure},
    independence::{self, Reading, readable},
    nothing::Nothing,
    rating::Saved,
};

/// An interview in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct InterviewCard {
    /// The interview.
    pub id: InterviewId,
    /// The candidate.
    pub candidate_id: CandidateId,
    /// The candidate's name.
    pub candidate: String,
    /// The role's title.
    pub role: String,
    /// The kit's title.
    pub kit: String,
    /// The interviewer's name.
    pub interviewer: String,
    /// Whether it is one's own.
    pub mine: bool,
    /// How far it has come.
    pub state: InterviewState,
    /// When it was started.
    #[ts(type = "Timestamp")]
    pub started_at: Timestamp,
    /// When its scorecard was submitted.
    #[ts(type = "Timestamp | null")]
    pub submitted_at: Option<Timestamp>,
    /// When its scorecard is due by the role's rule; none where there is no rule, or it is submitted.
    #[ts(type = "Timestamp | null")]
    pub due_at: Option<Timestamp>,
    /// When something was last kept in it.
    #[ts(type = "Timestamp")]
    pub saved_at: Timestamp,
    /// Questions in the kit.
    pub questions: u32,
    /// Questions with a rating, "not asked" and "could not judge" included.
    pub rated: u32,
    /// Kept notes.
    pub entries: u32,
}

/// The interviews.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct InterviewList {
    /// Newest first.
    pub interviews: Vec<InterviewCard>,
}

/// Starts an interview.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterviewStart {
    /// With whom.
    pub candidate_id: CandidateId,
    /// With which kit; its newest version is used, and kept to the end.
    pub kit_id: KitId,
}

/// Names one interview.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterviewGet {
    /// Which.
    pub interview_id: InterviewId,
}

/// One interview with everything written in it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct InterviewLive {
    /// The interview.
    pub interview: Interview,
    /// The candidate.
    pub candidate: Candidate,
    /// The role's title.
    pub role: String,
    /// Whether it is one's own.
    pub mine: bool,
    /// The time of this answer.
    #[ts(type = "Timestamp")]
    pub now: Timestamp,
}

/// Longest time that can be kept for one question or as the place of a note: a day. What is larger is a mistake, and
/// could never be taken back, since the larger time stands.
pub(crate) const LONGEST_SECONDS: u32 = 24 * 60 * 60;

/// Time spent on a question.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Spent {
    /// The question.
    pub question_id: QuestionId,
    /// All time spent on it so far, in seconds; the larger of this and what is kept stands.
    pub seconds: u32,
}

/// Keeps the place.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterviewTurn {
    /// Which interview.
    pub interview_id: InterviewId,
    /// The question on screen; none for the interview in general.
    pub at: Option<QuestionId>,
    /// Time spent on the question that was on screen before.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub spent: Option<Spent>,
}

/// All interviews as cards, newest first, from one moment in time.
pub(crate) fn cards(r: &Read<'_>) -> Result<Vec<InterviewCard>, Failure> {
    let me = interviewer::me(r)?;
    let roles: HashMap<RoleId, Role> = role::list(r)?.into_iter().map(|role| (role.id.clone(), role)).collect();
    let due_at = |i: &interview::InterviewSummary| {
        let hours = roles.get(&i.role_id)?.submit_within_hours?;
        let ended_at = i.last_noted_at.unwrap_or(i.started_at);
        (i.state == InterviewState::Open).then(|| due_at(ended_at, hours))
    };
    let card = |i: interview::InterviewSummary| InterviewCard {
        mine: me.as_ref().is_some_and(|me| me.id == i.interviewer.id),
        role: roles.get(&i.role_id).map_or_else(|| i.role_id.to_string(), |role| role.title.clone()),
        due_at: due_at(&i),
        id: i.id,
        candidate_id: i.candidate_id,
        candidate: i.candidate_name,
        kit: i.kit_title,
        interviewer: i.interviewer.name,
        state: i.state,
        started_at: i.started_at,
        submitted_at: i.submitted_at,
        saved_at: i.last_saved_at,
        questions: i.questions,
        rated: i.rated,
        entries: i.entries,
    };
    Ok(interview::list(r)?.into_iter().map(card).collect())
}

/// The interview with its candidate, and whom it shows for the first time.
fn live(r: &Read<'_>, id: &InterviewId, now: Timestamp) -> Result<(InterviewLive, Vec<CandidateId>), Failure> {
    let Reading { interview, record, mine, shown } = readable(r, id)?;
    let role = interview.content.role.title.clone();
    Ok((InterviewLive { interview, candidate: record.candidate, role, mine, now }, shown))
}

pub(crate) async fn interview_start(app: &App, request: InterviewStart) -> Result<InterviewLive, Failure> {
    let (me, now) = (app.me().await?, app.now());
    let id = InterviewId(app.deps().ids.at(now)?);
    app.store()
        .write(move |w| {
            let candidate = candidate::get(w, &request.candidate_id)?
                .ok_or_else(|| Failure::not_found("candidate", &request.candidate_id))?;
            let kit = kit::get(w, &request.kit_id)?.ok_or_else(|| Failure::not_found("kit", &request.kit_id))?;
            if kit.content.role.id != candidate.role_id {
                return Err(Failure::new(
                    Code::Conflict,
                    format!(
                        "The kit \"{}\" is for another role ({}). Choose a kit of the candidate's role.",
                        kit.content.kit.title, kit.content.role.title
                    ),
                ));
            }
            let open = interview::list(w)?.into_iter().find(|i| {
                i.candidate_id == candidate.id && i.interviewer.id == me.id && i.state == InterviewState::Open
            });
            if open.is_some() {
                return Err(Failure::new(
                    Code::Conflict,
                    format!("You have an open interview with {} already. Continue that one.", candidate.name),
                ));
            }
            interview::insert(
                w,
                &NewInterview {
                    id: id.clone(),
                    candidate_id: candidate.id,
                    interviewer_id: me.id,
                    kit_id: kit.content.kit.id.clone(),
                    kit_version: kit.number,
                    started_at: now,
                },
            )?;
            let first = kit.content.questions.first().map(|question| question.id.clone());
            interview::set_at(w, &id, first.as_ref())?;
            Ok(live(w, &id, now)?.0)
        })
        .await
}

pub(crate) async fn interview_list(app: &App, _: Nothing) -> Result<InterviewList, Failure> {
    app.store().read(|r| Ok(InterviewList { interviews: cards(r)? })).await
}

pub(crate) async fn interview_get(app: &App, request: InterviewGet) -> Result<InterviewLive, Failure> {
    let now = app.now();
    let (live, shown) = app.store().read(move |r| live(r, &request.interview_id, now)).await?;
    independence::keep_seen(app, shown).await?;
    Ok(live)
}

pub(crate) async fn interview_discard(app: &App, request: InterviewGet) -> Result<Saved, Failure> {
    let me = app.me().await?;
    app.store()
        .write(move |w| {
            let id = request.interview_id;
            writable(w, &id, &me.id)?;
            let interview = interview::load(w, &id)?.ok_or_else(|| Failure::not_found("interview", &id))?;
            if !interview.is_blank() {
                return Err(Failure::new(
                    Code::Conflict,
                    "Something is written in this interview, so it stays. Submit it, or remove what is in it first.",
                ));
            }
            Ok::<_, Failure>(interview::remove(w, &id)?)
        })
        .await?;
    Ok(Saved::at(app))
}

pub(crate) async fn interview_turn(app: &App, request: InterviewTurn) -> Result<Saved, Failure> {
    let me = app.me().await?;
    app.store()
        .write(move |w| {
            let guard = writable(w, &request.interview_id, &me.id)?;
            if let Some(at) = &request.at {
                in_kit(&guard, at)?;
            }
            interview::set_at(w, &request.interview_id, request.at.as_ref())?;
            if let Some(spent) = request.spent {
                if spent.seconds > LONGEST_SECONDS {
                    return Err(Failure::invalid("More than a day cannot be spent on one question."));
                }
                in_kit(&guard, &spent.question_id)?;
                interview::set_spent(w, &request.interview_id, &spent.question_id, spent.seconds)?;
            }
            Ok::<_, Failure>(())
        })
        .await?;
    Ok(Saved::at(app))
}

/// The interview, if `me` may write in it.
///
/// # Errors
/// `not_found`; `locked` once it is submitted; `conflict` when it is someone else's.
pub(crate) fn writable(r: &Read<'_>, id: &InterviewId, me: &InterviewerId) -> Result<interview::Guard, Failure> {
    let guard = interview::guard(r, id)?.ok_or_else(|| Failure::not_found("interview", id))?;
    if guard.interviewer_id != *me {
        return Err(Failure::new(Code::Conflict, "This is another interviewer's interview; only they can change it."));
    }
    if guard.state == InterviewState::Submitted {
        return Err(Failure::new(Code::Locked, "This scorecard is submitted and locked. Nothing was changed."));
    }
    Ok(guard)
}

/// Refuses a question that the interview's kit does not ask.
pub(crate) fn in_kit(guard: &interview::Guard, question: &QuestionId) -> Result<(), Failure> {
    if guard.questions.iter().any(|asked| asked.id == *question) {
        return Ok(());
    }
    Err(Failure::not_found("question in this interview's kit", question))
}
