//! What is done with a question besides noting: ratings, ticks, probes, and where the kit's words were left.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    action::{ActionKind, Change, History},
    ids::{InterviewId, QuestionId},
    place::Place,
    plan::Plan,
    rating::Rating,
    record::{Deviation, DeviationKind, QuestionRecord, Rated, Unjudged},
    text,
    tick::{TickState, TickTarget},
};
use workbench_store::{interview::Asked, record, tick};

use crate::{
    App,
    action::{Acted, Work},
    failure::Failure,
    interview::{at_place, line_of, writable},
    slot::{PlanGet, plan_get},
};

/// Said only once the thing is durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Saved {
    /// When.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

impl Saved {
    /// Saved just now: call this after the write is done, not before.
    pub(crate) fn at(app: &App) -> Self {
        Self { at: app.now() }
    }
}

/// Said once something is durable that decides whether a question is still to come.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Covered {
    /// When.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// What can be undone and redone at the place now.
    pub history: History,
    /// How the questions fit the time now.
    pub plan: Plan,
}

/// The answer with the plan as it is now: whoever asks needs both, and one call costs the window less than two.
async fn covered(app: &App, interview_id: InterviewId, acted: Acted) -> Result<Covered, Failure> {
    let plan = plan_get(app, PlanGet { interview_id, elapsed_seconds: None }).await?;
    Ok(Covered { at: acted.at, history: acted.history, plan })
}

/// Rates a question.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RatingSet {
    /// In which interview.
    pub interview_id: InterviewId,
    /// Which question.
    pub question_id: QuestionId,
    /// The rating; the same one again does nothing. `rating_clear` takes it away.
    pub rating: Rating,
    /// Why it could not be judged, where that is said; left out, what was said before stays.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub unjudged: Option<Unjudged>,
}

/// Takes the rating of a question away.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RatingClear {
    /// In which interview.
    pub interview_id: InterviewId,
    /// Which question.
    pub question_id: QuestionId,
}

/// Ticks an indicator or a red flag.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TickSet {
    /// In which interview.
    pub interview_id: InterviewId,
    /// Under which question.
    pub question_id: QuestionId,
    /// Which list of the question.
    pub target: TickTarget,
    /// The line in that list, counted from 1.
    pub number: u32,
    /// How it was noticed; none clears the tick.
    pub state: Option<TickState>,
}

/// Counts a probe.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProbeSet {
    /// In which interview.
    pub interview_id: InterviewId,
    /// Under which question.
    pub question_id: QuestionId,
    /// The probe in the question's list, counted from 1; none for the unplanned ones together.
    pub number: Option<u32>,
    /// How often it was asked by now, 99 at the most; 0 takes it back.
    pub asked: u32,
}

/// Says that a question was not asked as the kit has it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DeviationSet {
    /// In which interview.
    pub interview_id: InterviewId,
    /// Which question.
    pub question_id: QuestionId,
    /// How; none takes it back.
    pub kind: Option<DeviationKind>,
    /// Why, in the interviewer's words.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// Does something to a question, given its lines and what was done with it so far.
async fn with_question(
    app: &App,
    interview_id: InterviewId,
    question_id: QuestionId,
    deed: impl FnOnce(&Work<'_>, &QuestionId, Asked, QuestionRecord) -> Result<History, Failure> + Send + 'static,
) -> Result<Acted, Failure> {
    let (me, now) = (app.me().await?, app.now());
    let history = app
        .store()
        .write(move |w| {
            writable(w, &interview_id, &me.id)?;
            let place = Place::from(question_id.clone());
            let asked = at_place(w, &interview_id, &place)?
                .ok_or_else(|| Failure::not_found("question in this interview's kit", &question_id))?;
            let before = record::get(w, &interview_id, &question_id)?;
            deed(&Work { w, interview: &interview_id, place: &place, now }, &question_id, asked, before)
        })
        .await?;
    Ok(Acted { at: app.now(), history })
}

pub(crate) async fn rating_set(app: &App, request: RatingSet) -> Result<Covered, Failure> {
    let RatingSet { interview_id, question_id, rating, unjudged } = request;
    if unjudged.is_some() && rating != Rating::CouldNotJudge {
        return Err(Failure::invalid("Only an answer that could not be judged has a reason for it. Leave it out."));
    }
    let acted = with_question(app, interview_id.clone(), question_id, move |work, _, _, record| {
        let before = record.rated();
        let unjudged = unjudged.or(record.unjudged.filter(|_| record.rating == Some(rating)));
        work.act(ActionKind::Rating, vec![Change::Rating { before, after: Some(Rated { rating, unjudged }) }])
    })
    .await?;
    covered(app, interview_id, acted).await
}

pub(crate) async fn rating_clear(app: &App, request: RatingClear) -> Result<Covered, Failure> {
    let RatingClear { interview_id, question_id } = request;
    let acted = with_question(app, interview_id.clone(), question_id, |work, _, _, record| {
        work.act(ActionKind::Rating, vec![Change::Rating { before: record.rated(), after: None }])
    })
    .await?;
    covered(app, interview_id, acted).await
}

pub(crate) async fn tick_set(app: &App, request: TickSet) -> Result<Acted, Failure> {
    let TickSet { interview_id, question_id, target, number, state } = request;
    with_question(app, interview_id, question_id, move |work, question, asked, _| {
        line_of(asked, target, number)?;
        let before = tick::get(work.w, work.interview, question, target, number)?;
        let question_id = question.clone();
        work.act(ActionKind::Tick, vec![Change::Tick { question_id, target, number, before, after: state }])
    })
    .await
}

pub(crate) async fn probe_set(app: &App, request: ProbeSet) -> Result<Acted, Failure> {
    let ProbeSet { interview_id, question_id, number, asked: times } = request;
    if times > 99 {
        return Err(Failure::invalid(format!("A probe is counted up to 99, not {times}.")));
    }
    with_question(app, interview_id, question_id, move |work, _, asked, record| {
        if number.is_some_and(|number| number == 0 || number > asked.probes) {
            let number = number.unwrap_or_default();
            return Err(Failure::invalid(format!(
                "This question has {}; there is no number {number}.",
                text::count(asked.probes, "probe")
            )));
        }
        let before = record.asked(number);
        work.act(ActionKind::Probe, vec![Change::Probe { number, before, after: times }])
    })
    .await
}

pub(crate) async fn deviation_set(app: &App, request: DeviationSet) -> Result<Covered, Failure> {
    let DeviationSet { interview_id, question_id, kind, reason } = request;
    let reason = reason.unwrap_or_default().trim().to_owned();
    text::within_limit("The reason", &reason)?;
    let acted = with_question(app, interview_id.clone(), question_id, move |work, _, _, record| {
        let after = kind.map(|kind| Deviation { kind, reason });
        work.act(ActionKind::Deviation, vec![Change::Deviation { before: record.deviation, after }])
    })
    .await?;
    covered(app, interview_id, acted).await
}
