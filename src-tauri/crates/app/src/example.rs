//! Examples of answers, made from real ones: rewritten, and tied to the interview for erasure alone.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    at::InField,
    entry::Entry,
    example::{self as rules, EXAMPLE_MAX, Example},
    ids::{InterviewId, QuestionId},
    rating::{Level, Rating},
    text,
};
use workbench_store::{Read, example, interviewer};

use crate::{App, bank::in_bank, failure::Failure, question::QuestionGet, scorecard::loaded};

/// The most answers that are listed to make an example from.
const SOURCES_MAX: u32 = 50;

/// Makes an example from an answer.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExampleAdd {
    /// Of which question.
    pub question_id: QuestionId,
    /// The level that it is an example of.
    #[ts(type = "1 | 2 | 3 | 4 | 5")]
    pub level: Level,
    /// In one's own words; at most 1000 characters.
    pub text: String,
    /// The interview of one's own in which the answer was given.
    pub interview_id: InterviewId,
}

/// Names an example.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExampleRef {
    /// Which.
    pub example_id: String,
}

/// The examples of a question.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExampleList {
    /// Lowest level first.
    pub examples: Vec<Example>,
}

/// One answer of one's own interviews, to make an example from.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExampleSource {
    /// The interview in which it was given.
    pub interview_id: InterviewId,
    /// Who gave it.
    pub candidate: String,
    /// When.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// What was said of it; none while it is not rated.
    pub rating: Option<Rating>,
    /// What was noted, oldest first.
    pub entries: Vec<Entry>,
}

/// The answers to make an example from.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExampleSources {
    /// Newest first; at most the newest 50.
    pub sources: Vec<ExampleSource>,
}

fn list(r: &Read<'_>, question: &QuestionId) -> Result<ExampleList, Failure> {
    Ok(ExampleList { examples: example::of_question(r, question)? })
}

pub(crate) async fn example_add(app: &App, request: ExampleAdd) -> Result<ExampleList, Failure> {
    let text = text::free_text("The example", &request.text).at("text")?.trim().to_owned();
    let length = text.chars().count();
    if length > EXAMPLE_MAX {
        return Err(Failure::invalid(format!(
            "The example has {length} characters. The most is {EXAMPLE_MAX}; keep what makes the level."
        )));
    }
    let (id, now) = (app.deps().ids.new_id()?, app.now());
    app.store()
        .write(move |w| {
            let ExampleAdd { question_id, level, interview_id, .. } = request;
            in_bank(w, &question_id)?;
            let interview = loaded(w, &interview_id)?;
            // Who sits beside writes on this laptop too, but what they noted is another's.
            let mine = interviewer::me(w)?.is_some_and(|me| interview.interviewer.id == me.id);
            if !mine || !interview.content.questions.iter().any(|asked| asked.id == question_id) {
                return Err(Failure::not_found("interview of yours that asked this question", &interview_id));
            }
            let notes = interview.entries.iter().filter(|entry| entry.place.is(&question_id));
            if let Some(words) = rules::copied(&text, notes.map(|entry| entry.text.as_str())) {
                return Err(Failure::invalid(format!(
                    "These are the candidate's words as noted: \"{words}\". Rewrite them, so that nobody is known by an \
                     example."
                )));
            }
            example::add(w, &question_id, &Example { id, level, text }, &interview_id, now)?;
            list(w, &question_id)
        })
        .await
}

pub(crate) async fn example_remove(app: &App, request: ExampleRef) -> Result<ExampleList, Failure> {
    app.store()
        .write(move |w| {
            let id = request.example_id;
            let question = example::remove(w, &id)?.ok_or_else(|| Failure::not_found("example", &id))?;
            list(w, &question)
        })
        .await
}

pub(crate) async fn example_list(app: &App, request: QuestionGet) -> Result<ExampleList, Failure> {
    app.store().read(move |r| list(r, &request.question_id)).await
}

pub(crate) async fn example_sources(app: &App, request: QuestionGet) -> Result<ExampleSources, Failure> {
    app.store()
        .read(move |r| {
            let id = &request.question_id;
            in_bank(r, id)?;
            let Some(me) = interviewer::me(r)? else { return Ok(ExampleSources { sources: Vec::new() }) };
            let source = |found: example::Source| {
                let interview = loaded(r, &found.interview_id)?;
                Ok::<_, Failure>(ExampleSource {
                    rating: interview.rating(id),
                    entries: interview.entries.into_iter().filter(|entry| entry.place.is(id)).collect(),
                    interview_id: found.interview_id,
                    candidate: found.candidate,
                    at: found.at,
                })
            };
            let found = example::sources(r, id, &me.id, SOURCES_MAX)?;
            Ok(ExampleSources { sources: found.into_iter().map(source).collect::<Result<_, _>>()? })
        })
        .await
}
