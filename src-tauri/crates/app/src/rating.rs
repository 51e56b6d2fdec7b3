//! Ratings and ticks.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    ids::{InterviewId, QuestionId},
    rating::Rating,
    tick::{Tick, TickState, TickTarget},
};
use workbench_store::{interview, rating, tick};

use crate::{
    App,
    failure::Failure,
    interview::{in_kit, writable},
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

/// Rates a question.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RatingSet {
    /// In which interview.
    pub interview_id: InterviewId,
    /// Which question.
    pub question_id: QuestionId,
    /// The rating; none clears it.
    pub rating: Option<Rating>,
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

pub(crate) async fn rating_set(app: &App, request: RatingSet) -> Result<Saved, Failure> {
    let (me, now) = (app.me().await?, app.now());
    app.store()
        .write(move |w| {
            let guard = writable(w, &request.interview_id, &me.id)?;
            in_kit(&guard, &request.question_id)?;
            Ok::<_, Failure>(rating::set(w, &request.interview_id, &request.question_id, request.rating, now)?)
        })
        .await?;
    Ok(Saved::at(app))
}

pub(crate) async fn tick_set(app: &App, request: TickSet) -> Result<Saved, Failure> {
    let (me, now) = (app.me().await?, app.now());
    app.store()
        .write(move |w| {
            let TickSet { interview_id, question_id, target, number, state } = request;
            let guard = writable(w, &interview_id, &me.id)?;
            let lines = guard.questions.iter().find(|asked| asked.id == question_id).map_or(0, |asked| match target {
                TickTarget::Indicator => asked.indicators,
                TickTarget::RedFlag => asked.red_flags,
            });
            in_kit(&guard, &question_id)?;
            if number == 0 || number > lines {
                return Err(Failure::invalid(format!(
                    "This question has {lines} {}; there is no number {number}.",
                    match target {
                        TickTarget::Indicator => "good signals",
                        TickTarget::RedFlag => "red flags",
                    }
                )));
            }
            match state {
                Some(state) => tick::set(w, &interview_id, &Tick { question_id, target, number, state })?,
                None => tick::clear(w, &interview_id, &question_id, target, number)?,
            }
            Ok(interview::touch(w, &interview_id, now)?)
        })
        .await?;
    Ok(Saved::at(app))
}
