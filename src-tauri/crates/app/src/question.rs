//! The question bank: lists, search, one question in full.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    bank::{ItemState, Origin},
    difference::{FieldChange, difference},
    filter::{Marked, QuestionFilter, STALE_DAYS},
    ids::{CompetencyId, QuestionId},
    kit::Role,
    question::{Gap, Question, QuestionType},
};
use workbench_store::{
    Read,
    bank::{self, DraftKind},
    question::{self, Facet, Found, QuestionVersion, Search},
    role,
};

use crate::{App, edit::QuestionDraft, failure::Failure, nothing::Nothing};

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
    #[serde(rename = "type")]
    pub question_type: Option<QuestionType>,
    /// The competency that its rating counts for.
    pub competency_id: CompetencyId,
    /// That competency's name.
    pub competency: String,
    /// The level that it is meant for; empty for any.
    pub level: String,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// Planned time, in minutes; 0 while it is not planned.
    pub minutes: u32,
    /// The number of the version that counts.
    pub version: u32,
    /// The pack or file that it came with; empty for one written here.
    pub pack: String,
    /// Where the words of that version come from.
    pub origin: Origin,
    /// Whether it was put away.
    pub archived: bool,
    /// Whether it is known outside.
    pub leaked: bool,
    /// Whether its pack has another version than one's own.
    pub offered: bool,
    /// Whether nobody has asked it for a year.
    pub stale: bool,
    /// Interviews with real candidates that asked it.
    pub uses: u32,
    /// When the last of them was.
    #[ts(type = "Timestamp | null")]
    pub used_at: Option<Timestamp>,
    /// What is not written yet.
    pub gaps: Vec<Gap>,
    /// Where the words stand that were looked for: the title first, then the first other text that has one.
    pub marked: Vec<Marked>,
}

/// Questions of the bank.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionList {
    /// In the order asked for.
    pub questions: Vec<QuestionCard>,
    /// How many there are in all; more than are listed here where a limit was given.
    pub total: u32,
}

/// Asks for questions by what they say.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionSearch {
    /// Words, or the beginnings of words; case and accents do not matter. Blank finds every question.
    pub text: String,
    /// At most so many; 20 when left out, 1000 at the most.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
    /// After so many: the next page.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub offset: Option<u32>,
    /// Best match first, instead of newest first.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub ranked: bool,
    /// What the search is narrowed to.
    #[serde(default)]
    #[ts(optional, as = "Option<QuestionFilter>")]
    pub filter: QuestionFilter,
}

/// One value to narrow a search to.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FilterValue {
    /// As the filter takes it; empty for questions without one.
    pub value: String,
    /// As people read it.
    pub name: String,
    /// How many questions have it.
    pub questions: u32,
}

/// What a search can be narrowed to, the most frequent first. Archived questions are not counted.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct QuestionFilters {
    /// Packs and files.
    pub packs: Vec<FilterValue>,
    /// Sections.
    pub sections: Vec<FilterValue>,
    /// What they ask the candidate to show.
    pub types: Vec<FilterValue>,
    /// Competencies.
    pub competencies: Vec<FilterValue>,
    /// Levels.
    pub levels: Vec<FilterValue>,
    /// Tags.
    pub tags: Vec<FilterValue>,
}

/// Asks for one question.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionGet {
    /// Which.
    pub question_id: QuestionId,
}

/// The version of a pack beside one's own.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionOffer {
    /// Its number.
    pub version: u32,
    /// What would change if it were taken.
    pub changes: Vec<FieldChange>,
}

/// One question in full.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionDetail {
    /// The version that counts.
    pub question: Question,
    /// The name of the competency that its rating counts for.
    pub competency: String,
    /// The version's number, from 1.
    pub version: u32,
    /// The version's content hash.
    pub hash: String,
    /// The pack or file that it came with; empty for one written here.
    pub pack: String,
    /// Where the words of this version come from.
    pub origin: Origin,
    /// How it is marked.
    pub state: ItemState,
    /// What is not written yet.
    pub gaps: Vec<Gap>,
    /// Whether nobody has asked it for a year.
    pub stale: bool,
    /// Interviews with real candidates that asked it, in any version.
    pub uses: u32,
    /// When the last of them was.
    #[ts(type = "Timestamp | null")]
    pub used_at: Option<Timestamp>,
    /// The version that its pack has beside one's own.
    pub offer: Option<QuestionOffer>,
    /// What stands in its editor and is not saved.
    pub draft: Option<QuestionDraft>,
}

/// What has not been asked since then is stale.
pub(crate) fn stale_before(now: Timestamp) -> Timestamp {
    now.checked_sub(SignedDuration::from_hours(24 * STALE_DAYS)).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn is_stale(found: &Found, now: Timestamp) -> bool {
    let before = stale_before(now);
    found.added_at < before && found.used_at.is_none_or(|used| used < before)
}

pub(crate) fn competency_name(roles: &[Role], id: &CompetencyId) -> String {
    let known = roles.iter().flat_map(|role| &role.competencies).find(|c| c.id == *id);
    known.map_or_else(|| id.to_string(), |c| c.name.clone())
}

fn card(found: Found, roles: &[Role], now: Timestamp) -> QuestionCard {
    let stale = is_stale(&found, now);
    let Found { version, pack, state, uses, used_at, marked, .. } = found;
    let QuestionVersion { question, number, origin, .. } = version;
    QuestionCard {
        competency: competency_name(roles, &question.competency),
        gaps: question.gaps(),
        id: question.id,
        title: question.title,
        section: question.section,
        question_type: question.question_type,
        competency_id: question.competency,
        level: question.level,
        tags: question.tags,
        minutes: question.minutes,
        version: number,
        pack,
        origin,
        archived: state.archived_at.is_some(),
        leaked: state.leaked_at.is_some(),
        offered: state.offered.is_some(),
        stale,
        uses,
        used_at,
        marked,
    }
}

pub(crate) async fn question_list(app: &App, _: Nothing) -> Result<QuestionList, Failure> {
    let now = app.now();
    app.store()
        .read(move |r| {
            let roles = role::list(r)?;
            let questions: Vec<_> = question::list(r)?.into_iter().map(|found| card(found, &roles, now)).collect();
            Ok(QuestionList { total: u32::try_from(questions.len()).unwrap_or(u32::MAX), questions })
        })
        .await
}

pub(crate) async fn question_search(app: &App, request: QuestionSearch) -> Result<QuestionList, Failure> {
    let now = app.now();
    let search = Search {
        text: request.text,
        ranked: request.ranked,
        filter: request.filter,
        stale_before: stale_before(now),
        limit: request.limit.unwrap_or(20).min(1000),
        offset: request.offset.unwrap_or(0),
    };
    app.store()
        .read(move |r| {
            let roles = role::list(r)?;
            let hits = question::search(r, &search)?;
            let questions = hits.page.into_iter().map(|found| card(found, &roles, now)).collect();
            Ok(QuestionList { questions, total: hits.total })
        })
        .await
}

pub(crate) async fn question_filters(app: &App, _: Nothing) -> Result<QuestionFilters, Failure> {
    app.store()
        .read(|r| {
            let roles = role::list(r)?;
            let mut filters = QuestionFilters::default();
            for Facet { facet, value, questions } in question::facets(r)? {
                let (list, name) = match facet.as_str() {
                    "pack" => (&mut filters.packs, value.clone()),
                    "section" => (&mut filters.sections, value.clone()),
                    "type" => (&mut filters.types, value.clone()),
                    "level" => (&mut filters.levels, value.clone()),
                    "tag" => (&mut filters.tags, value.clone()),
                    _ => (&mut filters.competencies, competency_name(&roles, &value.as_str().into())),
                };
                list.push(FilterValue { value, name, questions });
            }
            let QuestionFilters { packs, sections, types, competencies, levels, tags } = &mut filters;
            for list in [packs, sections, types, competencies, levels, tags] {
                list.sort_by(|a, b| b.questions.cmp(&a.questions).then_with(|| a.name.cmp(&b.name)));
            }
            Ok(filters)
        })
        .await
}

/// A question of the bank in full.
pub(crate) fn detail(r: &Read<'_>, id: &QuestionId, now: Timestamp) -> Result<QuestionDetail, Failure> {
    let found = question::item(r, id)?.ok_or_else(|| Failure::not_found("question", id))?;
    let offered = match found.state.offered {
        Some(number) => question::get_number(r, id, number)?,
        None => None,
    };
    let draft = bank::draft::<Question>(r, DraftKind::Question, id.as_str())?;
    Ok(QuestionDetail {
        competency: competency_name(&role::list(r)?, &found.version.question.competency),
        gaps: found.version.question.gaps(),
        stale: is_stale(&found, now),
        offer: offered.map(|offered| QuestionOffer {
            version: offered.number,
            changes: difference(&found.version.question, &offered.question),
        }),
        draft: draft.map(|draft| QuestionDraft { question: draft.content, is_new: false, saved_at: draft.saved_at }),
        version: found.version.number,
        hash: found.version.hash,
        origin: found.version.origin,
        question: found.version.question,
        pack: found.pack,
        state: found.state,
        uses: found.uses,
        used_at: found.used_at,
    })
}

pub(crate) async fn question_get(app: &App, request: QuestionGet) -> Result<QuestionDetail, Failure> {
    let now = app.now();
    app.store().read(move |r| detail(r, &request.question_id, now)).await
}
