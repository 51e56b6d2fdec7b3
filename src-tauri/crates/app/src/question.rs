//! The question bank.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    ids::{CompetencyId, QuestionId},
    kit::Role,
    question::{Question, QuestionType},
};
use workbench_store::{
    question::{self, QuestionVersion},
    role,
};

use crate::{App, failure::Failure, nothing::Nothing};

/// A question in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionCard {
    /// The question.
    pub id: QuestionId,
    /// Its title.
    pub title: String,
    /// Its section.
    pub section: String,
    /// What it asks the candidate to show; none while nobody has said.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub question_type: Option<QuestionType>,
    /// The name of the competency that its rating counts for.
    pub competency: String,
    /// Planned time, in minutes.
    pub minutes: u32,
    /// The newest version's number.
    pub version: u32,
}

/// Questions of the bank.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionList {
    /// In the order asked for.
    pub questions: Vec<QuestionCard>,
}

/// Asks for questions by what they say.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionSearch {
    /// Words, or the beginnings of words; case and accents do not matter.
    pub text: String,
    /// At most so many; 20 when left out, 1000 at the most.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
    /// Best match first, instead of newest first.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub ranked: bool,
}

/// Asks for one question.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionGet {
    /// Which.
    pub question_id: QuestionId,
}

/// One question in full.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionDetail {
    /// The newest version.
    pub question: Question,
    /// The name of the competency that its rating counts for.
    pub competency: String,
    /// The version's number, from 1.
    pub version: u32,
    /// The version's content hash.
    pub hash: String,
}

fn competency_name(roles: &[Role], id: &CompetencyId) -> String {
    let known = roles.iter().flat_map(|role| &role.competencies).find(|c| c.id == *id);
    known.map_or_else(|| id.to_string(), |c| c.name.clone())
}

fn cards(versions: Vec<QuestionVersion>, roles: &[Role]) -> QuestionList {
    let card = |version: QuestionVersion| QuestionCard {
        competency: competency_name(roles, &version.question.competency),
        id: version.question.id,
        title: version.question.title,
        section: version.question.section,
        question_type: version.question.question_type,
        minutes: version.question.minutes,
        version: version.number,
    };
    QuestionList { questions: versions.into_iter().map(card).collect() }
}

pub(crate) async fn question_list(app: &App, _: Nothing) -> Result<QuestionList, Failure> {
    app.store().read(|r| Ok(cards(question::list(r)?, &role::list(r)?))).await
}

pub(crate) async fn question_search(app: &App, request: QuestionSearch) -> Result<QuestionList, Failure> {
    let limit = request.limit.unwrap_or(20).min(1000);
    app.store()
        .read(move |r| {
            let found = if request.text.trim().is_empty() {
                let mut all = question::list(r)?;
                all.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
                all
            } else {
                question::search(r, &request.text, limit, request.ranked)?
            };
            Ok(cards(found, &role::list(r)?))
        })
        .await
}

pub(crate) async fn question_get(app: &App, request: QuestionGet) -> Result<QuestionDetail, Failure> {
    app.store()
        .read(move |r| {
            let id = request.question_id;
            let version = question::get(r, &id)?.ok_or_else(|| Failure::not_found("question", &id))?;
            Ok(QuestionDetail {
                competency: competency_name(&role::list(r)?, &version.question.competency),
                question: version.question,
                version: version.number,
                hash: version.hash,
            })
        })
        .await
}
