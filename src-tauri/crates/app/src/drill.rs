//! Calibration drills: the written answers that ship with the questions, and what the interviewer of this laptop gave to them.
//! The rules are in `workbench_domain::drill`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    canonical,
    drill::{Closeness, Drift, Drill, DrillAnswer, DrillRating, drift},
    ids::QuestionId,
    question::Question,
    rating::Level,
};
use workbench_packs::shipped;
use workbench_store::drill;

use crate::{App, failure::Failure, nothing::Nothing};

/// One drill in the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DrillCard {
    /// The question.
    pub question_id: QuestionId,
    /// Its title.
    pub title: String,
    /// Written answers.
    pub answers: u32,
    /// Those that one has rated, ever.
    pub rated: u32,
}

/// The drills, and one's own drift.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DrillList {
    /// The drills, in the order of the questions.
    pub drills: Vec<DrillCard>,
    /// How far one's own ratings lie from the keys, over time. Nobody else's is kept or shown here.
    pub drift: Drift,
}

/// Names a drill.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DrillGet {
    /// The question.
    pub question_id: QuestionId,
}

/// A written answer, without its key.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DrillText {
    /// Its id within the drill.
    pub id: String,
    /// What the candidate said.
    pub text: String,
}

/// A question with written answers to rate.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DrillSheet {
    /// The question.
    pub question_id: QuestionId,
    /// Its title.
    pub title: String,
    /// What was asked.
    pub prompt: String,
    /// What an answer at each level from 1 to 5 says, as the pack has it: the keys were rated by these.
    pub anchors: [String; 5],
    /// How the keys were rated: two ratings at least, given apart, that agreed.
    pub ratings: Vec<String>,
    /// The answers, in the order they are shown.
    pub answers: Vec<DrillText>,
}

/// Rates a written answer.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DrillRate {
    /// The question.
    pub question_id: QuestionId,
    /// The answer.
    pub answer_id: String,
    /// The level.
    #[ts(type = "1 | 2 | 3 | 4 | 5")]
    pub level: Level,
}

/// The key, told once the answer is rated.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DrillKey {
    /// What was given.
    #[ts(type = "1 | 2 | 3 | 4 | 5")]
    pub given: Level,
    /// The key: the level on which its ratings agreed.
    #[ts(type = "1 | 2 | 3 | 4 | 5")]
    pub key: Level,
    /// Why.
    pub reason: String,
    /// Whether this one counts in one's drift; one that was rated within ninety days does not.
    pub counts: bool,
    /// One's own figures over everything that counts, this one included.
    pub all: Option<Closeness>,
}

fn found(id: &QuestionId) -> Result<(&'static Drill, &'static Question), Failure> {
    let pack = shipped();
    let drill = pack.drills.iter().find(|drill| drill.question_id == *id);
    let question = pack.questions.iter().find(|question| question.id == *id);
    drill.zip(question).ok_or_else(|| Failure::not_found("drill", id))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn own_drift(app: &App, ratings: &[DrillRating]) -> Drift {
    let zone = app.deps().clock.zone();
    drift(ratings, |at| at.to_zoned(zone.clone()).date())
}

pub(crate) async fn drill_list(app: &App, _: Nothing) -> Result<DrillList, Failure> {
    let me = app.me().await?;
    let ratings = app.store().read(move |r| Ok::<_, Failure>(drill::list(r, &me.id)?)).await?;
    let pack = shipped();
    let card = |drill: &Drill| {
        let question = pack.questions.iter().find(|question| question.id == drill.question_id)?;
        let rated = |answer: &&DrillAnswer| {
            ratings.iter().any(|one| one.question_id == drill.question_id && one.answer == answer.id)
        };
        Some(DrillCard {
            question_id: drill.question_id.clone(),
            title: question.title.clone(),
            answers: count(drill.answers.len()),
            rated: count(drill.answers.iter().filter(rated).count()),
        })
    };
    Ok(DrillList { drills: pack.drills.iter().filter_map(card).collect(), drift: own_drift(app, &ratings) })
}

pub(crate) async fn drill_get(_: &App, request: DrillGet) -> Result<DrillSheet, Failure> {
    let (drill, question) = found(&request.question_id)?;
    let text = |answer: &DrillAnswer| DrillText { id: answer.id.clone(), text: answer.text.clone() };
    Ok(DrillSheet {
        question_id: question.id.clone(),
        title: question.title.clone(),
        prompt: question.prompt.clone(),
        anchors: question.anchors.clone(),
        ratings: drill.ratings.clone(),
        answers: drill.answers.iter().map(text).collect(),
    })
}

pub(crate) async fn drill_rate(app: &App, request: DrillRate) -> Result<DrillKey, Failure> {
    let (drill, question) = found(&request.question_id)?;
    let answer = drill
        .answers
        .iter()
        .find(|answer| answer.id == request.answer_id)
        .ok_or_else(|| Failure::not_found("written answer", &request.answer_id))?;
    let (me, at) = (app.me().await?, app.now());
    let rating = DrillRating {
        question_id: question.id.clone(),
        answer: answer.id.clone(),
        content: canonical::hash_bytes(answer.text.as_bytes()),
        given: request.level,
        key: answer.level,
        at,
    };
    let (before, after) = app
        .store()
        .write(move |w| {
            let before = drill::list(w, &me.id)?;
            drill::add(w, &me.id, &rating)?;
            Ok::<_, Failure>((before, drill::list(w, &me.id)?))
        })
        .await?;
    let (before, after) = (own_drift(app, &before), own_drift(app, &after));
    Ok(DrillKey {
        given: request.level,
        key: answer.level,
        reason: answer.reason.clone(),
        counts: after.not_counted == before.not_counted,
        all: after.all,
    })
}
