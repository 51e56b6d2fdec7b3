//! Writing and changing the questions of the bank, and the drafts of their editor.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    bank::{BankActionKind, BankHistory},
    ids::QuestionId,
    question::{Question, TITLE_MAX},
};
use workbench_store::{
    Put,
    bank::{self, BankDraft, DraftKind},
    question,
};

use crate::{
    App,
    bank::{BankDone, Work, act},
    failure::Failure,
    nothing::Nothing,
    question::{QuestionDetail, QuestionGet, detail},
};

/// Keeps a question as it was written.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionSave {
    /// The whole question; an empty id makes a new one.
    pub question: Question,
}

/// What saving did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Did {
    /// It is new.
    Added,
    /// It has a new version.
    Changed,
    /// It says what it said: no version was made.
    Unchanged,
}

impl Did {
    pub(crate) fn of(put: Put) -> Self {
        match put {
            Put::Added => Self::Added,
            Put::Changed | Put::Offered => Self::Changed,
            Put::Unchanged => Self::Unchanged,
        }
    }
}

/// A question was saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionSaved {
    /// The question as it is now.
    pub detail: QuestionDetail,
    /// What saving did.
    pub did: Did,
    /// What can be undone and redone in the bank now.
    pub history: BankHistory,
    /// When it was saved.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// Names several questions.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionsRef {
    /// Which.
    pub question_ids: Vec<QuestionId>,
}

/// Marks a question as known outside.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionLeak {
    /// Which.
    pub question_id: QuestionId,
    /// Whether it is known outside; false takes the mark away.
    pub leaked: bool,
}

/// Keeps what stands in the editor of a question.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionDraftSave {
    /// As far as it is written; an empty id is given one.
    pub question: Question,
}

/// A draft was kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionDraftSaved {
    /// Of which question; send it from then on.
    pub question_id: QuestionId,
    /// When it was saved.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// What stands in the editor of a question and is not saved yet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionDraft {
    /// As far as it is written.
    pub question: Question,
    /// Whether the question is still to be added.
    pub is_new: bool,
    /// When it was last kept.
    #[ts(type = "Timestamp")]
    pub saved_at: Timestamp,
}

/// What stands in editors.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionDraftList {
    /// The one begun last first.
    pub drafts: Vec<QuestionDraft>,
}

/// Largest draft of a question or a role, in bytes: far more than anyone reads, and little enough to be kept at each pause in typing.
const DRAFT_BYTES_MAX: usize = 2_000_000;

/// Refuses a draft that is too large to be kept while someone types. `what` names it at the beginning of a sentence.
pub(crate) fn draft_fits(what: &str, draft: &impl Serialize) -> Result<(), Failure> {
    let length = serde_json::to_string(draft).map_err(Failure::bug)?.len();
    if length > DRAFT_BYTES_MAX {
        return Err(Failure::invalid(format!(
            "{what} has {length} bytes in all. The most is {DRAFT_BYTES_MAX}; shorten it."
        )));
    }
    Ok(())
}

async fn save(app: &App, question: Question, kind: Option<BankActionKind>) -> Result<QuestionSaved, Failure> {
    let question = question.tidied().map_err(|refused| Failure::from(refused).under("question"))?;
    let (now, uuid) = (app.now(), app.deps().ids.new_id()?);
    let (did, history, detail) = app
        .store()
        .write(move |w| {
            let mut work = Work::new(w, now);
            let id = &question.id;
            let put = work.question(id, |w| Ok(question::save(w, &question, now, &uuid)?))?;
            bank::remove_draft(w, DraftKind::Question, id.as_str())?;
            let added = if put == Put::Added { BankActionKind::QuestionAdded } else { BankActionKind::QuestionChanged };
            let (history, _) = work.remember(kind.unwrap_or(added))?;
            Ok::<_, Failure>((Did::of(put), history, detail(w, id, now)?))
        })
        .await?;
    Ok(QuestionSaved { detail, did, history, at: app.now() })
}

pub(crate) async fn question_save(app: &App, request: QuestionSave) -> Result<QuestionSaved, Failure> {
    let mut question = request.question;
    if question.id.as_str().is_empty() {
        question.id = app.deps().ids.new_id()?.into();
    }
    save(app, question, None).await
}

pub(crate) async fn question_duplicate(app: &App, request: QuestionGet) -> Result<QuestionSaved, Failure> {
    let id = request.question_id;
    let find =
        move |r: &workbench_store::Read<'_>| question::get(r, &id)?.ok_or_else(|| Failure::not_found("question", &id));
    let mut question = app.store().read(find).await?.question;
    question.id = app.deps().ids.new_id()?.into();
    question.title = copied(&question.title);
    save(app, question, Some(BankActionKind::QuestionDuplicated)).await
}

/// The title with "(copy)", shortened where that is too long.
fn copied(title: &str) -> String {
    const END: &str = " (copy)";
    let room = TITLE_MAX.saturating_sub(END.len());
    let kept: String = title.chars().take(room).collect();
    format!("{}{END}", kept.trim_end())
}

pub(crate) async fn question_archive(app: &App, request: QuestionsRef) -> Result<BankDone, Failure> {
    act(app, BankActionKind::QuestionsArchived, move |work| {
        let now = work.now;
        request.question_ids.iter().try_for_each(|id| {
            work.mark(id, |state| {
                state.archived_at.get_or_insert(now);
            })
        })
    })
    .await
}

pub(crate) async fn question_restore(app: &App, request: QuestionsRef) -> Result<BankDone, Failure> {
    act(app, BankActionKind::QuestionsRestored, move |work| {
        request.question_ids.iter().try_for_each(|id| work.mark(id, |state| state.archived_at = None))
    })
    .await
}

pub(crate) async fn question_leak(app: &App, request: QuestionLeak) -> Result<BankDone, Failure> {
    act(app, BankActionKind::LeakMarked, move |work| {
        let now = work.now;
        work.mark(&request.question_id, |state| {
            state.leaked_at = request.leaked.then(|| state.leaked_at.unwrap_or(now));
        })
    })
    .await
}

pub(crate) async fn question_draft_save(app: &App, request: QuestionDraftSave) -> Result<QuestionDraftSaved, Failure> {
    let mut question = request.question;
    draft_fits("The question", &question)?;
    if question.id.as_str().is_empty() {
        question.id = app.deps().ids.new_id()?.into();
    }
    let (id, now) = (question.id.clone(), app.now());
    app.store()
        .write(move |w| {
            Ok::<_, Failure>(bank::put_draft(w, DraftKind::Question, question.id.as_str(), &question, now)?)
        })
        .await?;
    Ok(QuestionDraftSaved { question_id: id, at: app.now() })
}

pub(crate) async fn question_draft_discard(app: &App, request: QuestionGet) -> Result<QuestionDraftSaved, Failure> {
    let id = request.question_id.clone();
    app.store().write(move |w| Ok::<_, Failure>(bank::remove_draft(w, DraftKind::Question, id.as_str())?)).await?;
    Ok(QuestionDraftSaved { question_id: request.question_id, at: app.now() })
}

pub(crate) async fn question_draft_list(app: &App, _: Nothing) -> Result<QuestionDraftList, Failure> {
    app.store()
        .read(|r| {
            let drafts = bank::drafts(r, DraftKind::Question)?.into_iter().map(|draft: BankDraft<Question>| {
                let is_new = question::get(r, &draft.content.id)?.is_none();
                Ok::<_, Failure>(QuestionDraft { question: draft.content, is_new, saved_at: draft.saved_at })
            });
            Ok(QuestionDraftList { drafts: drafts.collect::<Result<_, _>>()? })
        })
        .await
}
