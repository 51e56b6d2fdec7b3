//! Interviews: find one again, keep the place, and who may write in it.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    candidate::Candidate,
    draft::DraftLink,
    ids::{CandidateId, InterviewId, InterviewerId, QuestionId, RoleId, SessionId},
    interview::{Interview, InterviewState},
    kit::Role,
    meeting::{LONGEST_SECONDS, Mode, Part},
    phase::Phase,
    place::Place,
    plan::{self, Plan},
    scorecard::due_at,
    text::count,
    tick::TickTarget,
};
use workbench_store::{
    Page, Read, action, candidate,
    interview::{self, InterviewSummary},
    interviewer, preparation, role,
};

use crate::{
    App,
    action::PlaceHistory,
    candidate::{next_of, page_of},
    failure::{Code, Failure},
    independence::{self, Reading, readable},
    rating::Saved,
    slot::{PlanGet, plan_get},
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
    /// Whether it is written on this laptop.
    pub mine: bool,
    /// The interviewer's part, where two interview together.
    pub part: Option<Part>,
    /// The meeting; interviews of one meeting with several interviewers share it.
    pub session_id: SessionId,
    /// Whether its scorecard is locked.
    pub state: InterviewState,
    /// How the meeting goes.
    pub phase: Phase,
    /// Whether it is written down as it goes, or from paper afterwards.
    pub mode: Mode,
    /// When it was held or began; none before that.
    #[ts(type = "Timestamp | null")]
    pub held_at: Option<Timestamp>,
    /// When it was prepared.
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

/// Asks for a page of the interviews.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterviewAsk {
    /// Only those that were prepared before this place: the `next` of the page before.
    #[serde(default)]
    #[ts(optional = nullable, type = "number | null")]
    pub before: Option<u64>,
    /// At most so many; 200 at the most, and if it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// A page of the interviews.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct InterviewList {
    /// Those prepared last on the first page; on each the newest meeting first.
    pub interviews: Vec<InterviewCard>,
    /// Where the next page begins; none after the last one.
    #[ts(type = "number | null")]
    pub next: Option<u64>,
}

/// Names one interview.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterviewGet {
    /// Which.
    pub interview_id: InterviewId,
}

/// Another scorecard of the same meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Beside {
    /// Its interview.
    pub interview_id: InterviewId,
    /// Whose it is: chosen on this laptop, not verified, unless it is the laptop's own interviewer.
    pub interviewer: String,
    /// That interviewer's part.
    pub part: Option<Part>,
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
    /// Whether it is written on this laptop: one's own, or that of someone who interviews beside one.
    pub mine: bool,
    /// The other open scorecards of the same meeting that are written on this laptop.
    pub beside: Vec<Beside>,
    /// How long the meeting has lasted without pauses, in seconds, at the time of this answer. Count on from here with a
    /// clock that never goes back.
    pub elapsed_seconds: u32,
    /// How the questions fit the time, as it is now.
    pub plan: Plan,
    /// What can be undone and redone, for each place that has a history.
    pub histories: Vec<PlaceHistory>,
    /// The time of this answer.
    #[ts(type = "Timestamp")]
    pub now: Timestamp,
}

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
    /// The place on screen.
    pub at: Place,
    /// Time spent on the question that was on screen before.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub spent: Option<Spent>,
    /// How long the meeting has lasted without pauses, in seconds; it counts only while it is live, and never goes back.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub elapsed_seconds: Option<u32>,
}

/// Said once it is durable which place is on screen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Turned {
    /// When.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// How the questions fit the time now.
    pub plan: Plan,
}

/// These interviews as cards.
pub(crate) fn cards_of(r: &Read<'_>, interviews: Vec<InterviewSummary>) -> Result<Vec<InterviewCard>, Failure> {
    let me = interviewer::me(r)?;
    let roles: HashMap<RoleId, Role> = role::list(r)?.into_iter().map(|role| (role.id.clone(), role)).collect();
    let due_at = |i: &InterviewSummary| {
        let hours = roles.get(&i.role_id)?.submit_within_hours?;
        // One that was prepared and has not begun is owed by nobody yet.
        let ended_at = i.ended_at.or(i.held_at)?;
        (i.state == InterviewState::Open && !i.phase.is_called_off()).then(|| due_at(ended_at, hours))
    };
    let card = |i: InterviewSummary| InterviewCard {
        mine: me.as_ref().is_some_and(|me| me.id == i.interviewer.id || i.host_id.as_ref() == Some(&me.id)),
        role: roles.get(&i.role_id).map_or_else(|| i.role_id.to_string(), |role| role.title.clone()),
        due_at: due_at(&i),
        id: i.id,
        candidate_id: i.candidate_id,
        candidate: i.candidate_name,
        kit: i.kit_title,
        interviewer: i.interviewer.name,
        part: i.part,
        session_id: i.session_id,
        state: i.state,
        phase: i.phase,
        mode: i.mode,
        held_at: i.held_at,
        started_at: i.started_at,
        submitted_at: i.submitted_at,
        saved_at: i.last_saved_at,
        questions: i.questions,
        rated: i.rated,
        entries: i.entries,
    };
    Ok(interviews.into_iter().map(card).collect())
}

/// The interview with its candidate, and whom it shows for the first time.
pub(crate) fn live(
    r: &Read<'_>,
    id: &InterviewId,
    now: Timestamp,
) -> Result<(InterviewLive, Vec<CandidateId>), Failure> {
    let Reading { interview, candidate, mine, shown } = readable(r, id)?;
    let role = interview.content.role.title.clone();
    let elapsed_seconds = interview.meeting.elapsed_at(now);
    let histories = if mine { action::histories(r, id)? } else { BTreeMap::new() };
    let beside = if mine { beside(r, &interview)? } else { Vec::new() };
    let live = InterviewLive {
        plan: plan::of(&interview, elapsed_seconds),
        histories: histories.into_iter().map(|(place, history)| PlaceHistory { place, history }).collect(),
        interview,
        candidate,
        role,
        mine,
        beside,
        elapsed_seconds,
        now,
    };
    Ok((live, shown))
}

/// Who else writes a scorecard of this meeting on this laptop.
fn beside(r: &Read<'_>, interview: &Interview) -> Result<Vec<Beside>, Failure> {
    let Some(me) = interviewer::me(r)? else { return Ok(Vec::new()) };
    let mut others = Vec::new();
    for id in interview::of_session(r, &interview.session_id)? {
        let guard = interview::guard(r, &id)?.ok_or_else(|| Failure::not_found("interview", &id))?;
        let kept = guard.interviewer_id == me.id || guard.host_id.as_ref() == Some(&me.id);
        if id == interview.id || !kept {
            continue;
        }
        let other = interviewer::get(r, &guard.interviewer_id)?
            .ok_or_else(|| Failure::not_found("interviewer", &guard.interviewer_id))?;
        others.push(Beside { interview_id: id, interviewer: other.name, part: guard.part });
    }
    Ok(others)
}

pub(crate) async fn interview_list(app: &App, request: InterviewAsk) -> Result<InterviewList, Failure> {
    app.store()
        .read(move |r| {
            let Page { rows, next } = interview::page(r, page_of(request.before, request.limit))?;
            Ok(InterviewList { interviews: cards_of(r, rows)?, next: next_of(next) })
        })
        .await
}

pub(crate) async fn interview_get(app: &App, request: InterviewGet) -> Result<InterviewLive, Failure> {
    let now = app.now();
    let (live, shown) = app.store().read(move |r| live(r, &request.interview_id, now)).await?;
    independence::keep_seen(app, shown).await?;
    Ok(live)
}

/// Why an interview is not thrown away. What is being typed is named with its place: no list shows it.
fn written(interview: &Interview) -> String {
    let stays = "Something is written in this interview, so it stays. Submit it, or remove what is in it first.";
    let mut typed: Vec<String> = interview.drafts.iter().map(|d| interview.content.place_words(&d.place)).collect();
    typed.dedup();
    match typed.as_slice() {
        [] => stays.to_owned(),
        places => format!("{stays} Text that is not kept yet stands in the field under {}.", places.join(", ")),
    }
}

pub(crate) async fn interview_discard(app: &App, request: InterviewGet) -> Result<Saved, Failure> {
    let me = app.me().await?;
    app.store()
        .write(move |w| {
            let id = request.interview_id;
            let guard = writable(w, &id, &me.id)?;
            let interview = interview::load(w, &id)?.ok_or_else(|| Failure::not_found("interview", &id))?;
            if guard.practice {
                candidate::remove(w, &interview.candidate_id)?;
                return Ok(());
            }
            let prepared = preparation::get(w, &id)?.is_some_and(|preparation| !preparation.is_blank());
            if prepared || !interview.is_blank() {
                return Err(Failure::new(Code::Conflict, written(&interview)));
            }
            Ok::<_, Failure>(interview::remove(w, &id)?)
        })
        .await?;
    Ok(Saved::at(app))
}

pub(crate) async fn interview_turn(app: &App, request: InterviewTurn) -> Result<Turned, Failure> {
    let (me, now) = (app.me().await?, app.now());
    let plan = PlanGet { interview_id: request.interview_id.clone(), elapsed_seconds: request.elapsed_seconds };
    app.store()
        .write(move |w| {
            let id = &request.interview_id;
            let guard = writable(w, id, &me.id)?;
            at_place(w, id, &request.at)?;
            interview::set_at(w, id, &request.at)?;
            if let Some(spent) = request.spent {
                if spent.seconds > LONGEST_SECONDS {
                    return Err(Failure::invalid("More than a day cannot be spent on one question."));
                }
                at_place(w, id, &spent.question_id.clone().into())?;
                interview::set_spent(w, id, &spent.question_id, spent.seconds)?;
            }
            if let (Phase::Live, Some(elapsed)) = (guard.phase, request.elapsed_seconds) {
                // Those who write beside have the same meeting: their clocks go on while this one is on screen.
                for one in interview::of_session(w, &guard.session_id)? {
                    if one == *id || writable(w, &one, &me.id).is_ok_and(|guard| guard.phase == Phase::Live) {
                        interview::tell(w, &one, elapsed.min(LONGEST_SECONDS), now)?;
                    }
                }
            }
            Ok::<_, Failure>(())
        })
        .await?;
    let at = app.now();
    Ok(Turned { at, plan: plan_get(app, plan).await? })
}

/// The interview, if `me` may write in it.
///
/// # Errors
/// `not_found`; `locked` once it is submitted; `conflict` when it is someone else's.
pub(crate) fn writable(r: &Read<'_>, id: &InterviewId, me: &InterviewerId) -> Result<interview::Guard, Failure> {
    let guard = interview::guard(r, id)?.ok_or_else(|| Failure::not_found("interview", id))?;
    if guard.interviewer_id != *me && guard.host_id.as_ref() != Some(me) {
        return Err(Failure::new(Code::Conflict, "This is another interviewer's interview; only they can change it."));
    }
    if guard.state == InterviewState::Submitted {
        return Err(Failure::new(Code::Locked, "This scorecard is submitted and locked. Nothing was changed."));
    }
    Ok(guard)
}

/// How many lines the question at a place has; none outside questions.
///
/// # Errors
/// `not_found` for a question that the interview's kit does not ask.
pub(crate) fn at_place(r: &Read<'_>, id: &InterviewId, place: &Place) -> Result<Option<interview::Asked>, Failure> {
    let Some(question) = place.question() else { return Ok(None) };
    let asked = interview::asked(r, id, question)?;
    asked.map(Some).ok_or_else(|| Failure::not_found("question in this interview's kit", question))
}

/// Refuses a line that the question does not have.
pub(crate) fn line_of(asked: interview::Asked, target: TickTarget, number: u32) -> Result<(), Failure> {
    let (lines, noun) = match target {
        TickTarget::Indicator => (asked.indicators, "good signal"),
        TickTarget::RedFlag => (asked.red_flags, "red flag"),
    };
    if number == 0 || number > lines {
        return Err(Failure::invalid(format!(
            "This question has {}; there is no number {number}.",
            count(lines, noun)
        )));
    }
    Ok(())
}

/// Refuses a link to a line that the place does not have.
pub(crate) fn has_line(asked: Option<interview::Asked>, link: Option<DraftLink>) -> Result<(), Failure> {
    match (asked, link) {
        (_, None) => Ok(()),
        (Some(asked), Some(link)) => line_of(asked, link.target, link.number),
        (None, Some(_)) => {
            Err(Failure::invalid("Only a note under a question can be linked to a good signal or a red flag."))
        }
    }
}
