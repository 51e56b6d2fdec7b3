//! The kit builder: a draft is changed and checked until it is published as a version that never changes.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    at::InField,
    bank::{BankActionKind, ItemState},
    ids::{KitId, QuestionId},
    kit::{
        Background, Kit, KitContent, Role,
        check::{KitCheck, KitItem, check},
    },
    question::Question,
    text::{self, person_name},
};
use workbench_store::{
    Read,
    bank::{self, DraftKind},
    kit, question, role,
};

use crate::{
    App,
    bank::{BankDone, act},
    edit::Did,
    failure::Failure,
    kit::{KitDetail, KitGet},
    nothing::Nothing,
};

/// Most questions of a kit: as many as there are minutes in the longest meeting.
const QUESTIONS_MAX: usize = 480;

/// Keeps a draft of a kit.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KitDraftSave {
    /// The whole kit as it stands in the builder; an empty id makes a new one.
    pub kit: Kit,
}

/// A kit in the builder.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KitDraft {
    /// The kit as it stands there.
    pub kit: Kit,
    /// The role that it is for, as it is now; none if there is no such role.
    pub role: Option<Role>,
    /// Its questions as the bank has them now, in its order; those that are no longer there are left out.
    pub questions: Vec<Question>,
    /// What a check says of it.
    pub check: KitCheck,
    /// When it was last kept; none while it is as it was published.
    #[ts(type = "Timestamp | null")]
    pub saved_at: Option<Timestamp>,
    /// The number of the version that counts; none while it was never published.
    pub version: Option<u32>,
}

/// The kits that are being built.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KitDraftList {
    /// The one begun last first.
    pub drafts: Vec<KitDraft>,
}

/// A kit was published.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KitPublished {
    /// The version that counts now.
    pub detail: KitDetail,
    /// What publishing did.
    pub did: Did,
    /// When it was saved.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// Puts a kit away, or brings it back.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KitArchive {
    /// Which.
    pub kit_id: KitId,
    /// Whether it is put away.
    pub archived: bool,
}

/// The questions of a kit as the bank has them now.
struct Stock {
    questions: Vec<(Option<Question>, ItemState)>,
}

impl Stock {
    fn of(r: &Read<'_>, kit: &Kit) -> Result<Self, Failure> {
        let item = |id| {
            let state = question::state(r, id)?.unwrap_or_default();
            Ok::<_, Failure>((question::get(r, id)?.map(|version| version.question), state))
        };
        Ok(Self { questions: kit.questions.iter().map(|place| item(&place.question_id)).collect::<Result<_, _>>()? })
    }

    fn check<'a>(&'a self, kit: &Kit, role: Option<&Role>) -> KitCheck {
        let item = |(question, state): &'a (Option<Question>, ItemState)| KitItem {
            question: question.as_ref(),
            archived: state.archived_at.is_some(),
            leaked: state.leaked_at.is_some(),
        };
        check(kit, role, &self.questions.iter().map(item).collect::<Vec<_>>())
    }

    fn title(&self, id: &QuestionId) -> Option<&str> {
        let known = self.questions.iter().filter_map(|(question, _)| question.as_ref());
        known.into_iter().find(|question| question.id == *id).map(|question| question.title.as_str())
    }
}

fn drafted(r: &Read<'_>, kit: Kit, saved_at: Option<Timestamp>) -> Result<KitDraft, Failure> {
    let stock = Stock::of(r, &kit)?;
    let role = role::get(r, &kit.role_id)?;
    let check = stock.check(&kit, role.as_ref());
    let questions = stock.questions.into_iter().filter_map(|(question, _)| question).collect();
    let version = kit::state(r, &kit.id)?.and_then(|state| state.version);
    Ok(KitDraft { role, questions, check, saved_at, version, kit })
}

/// The draft of a kit, or else the kit as it was published.
fn now(r: &Read<'_>, id: &KitId) -> Result<(Kit, Option<Timestamp>), Failure> {
    if let Some(draft) = bank::draft::<Kit>(r, DraftKind::Kit, id.as_str())? {
        return Ok((draft.content, Some(draft.saved_at)));
    }
    let published = kit::get(r, id)?.ok_or_else(|| Failure::not_found("kit", id))?;
    Ok((published.content.kit, None))
}

/// A kit of nothing yet, for the first role.
fn blank(r: &Read<'_>) -> Result<Kit, Failure> {
    let first = role::list(r)?.into_iter().next();
    Ok(Kit {
        id: "".into(),
        role_id: first.map_or_else(|| "".into(), |role| role.id),
        title: String::new(),
        slot_minutes: 45,
        background: Background::default(),
        opening: String::new(),
        closing: String::new(),
        ready: Vec::new(),
        candidate_minutes: Some(5),
        questions: Vec::new(),
    })
}

pub(crate) async fn kit_draft_get(app: &App, request: KitGet) -> Result<KitDraft, Failure> {
    app.store()
        .read(move |r| {
            let (kit, saved_at) =
                if request.kit_id.as_str().is_empty() { (blank(r)?, None) } else { now(r, &request.kit_id)? };
            drafted(r, kit, saved_at)
        })
        .await
}

/// Only what no kit could hold is refused: a draft may be as unfinished as it is.
fn fits(kit: &Kit) -> Result<(), Failure> {
    for (field, what, text) in [
        ("kit.title", "The title", &kit.title),
        ("kit.opening", "The opening", &kit.opening),
        ("kit.closing", "The closing", &kit.closing),
    ] {
        text::within_limit(what, text).at(field)?;
    }
    kit.ready.iter().try_for_each(|line| text::within_limit("A thing to have ready", line)).at("kit.ready")?;
    let mut sections = kit.questions.iter().map(|place| &place.section);
    sections.try_for_each(|section| text::within_limit("A section's title", section)).at("kit.questions")?;
    if kit.questions.len() > QUESTIONS_MAX || kit.ready.len() > QUESTIONS_MAX {
        let what = format!("A kit has at most {QUESTIONS_MAX} questions and things to have ready. Take some out.");
        return Err(Failure::invalid(what));
    }
    Ok(())
}

pub(crate) async fn kit_draft_save(app: &App, request: KitDraftSave) -> Result<KitDraft, Failure> {
    let mut kit = request.kit;
    fits(&kit)?;
    if kit.id.as_str().is_empty() {
        kit.id = app.deps().ids.new_id()?.into();
    }
    let at = app.now();
    app.store()
        .write(move |w| {
            bank::put_draft(w, DraftKind::Kit, kit.id.as_str(), &kit, at)?;
            drafted(w, kit, Some(at))
        })
        .await
}

pub(crate) async fn kit_draft_discard(app: &App, request: KitGet) -> Result<KitDraftList, Failure> {
    app.store()
        .write(move |w| {
            bank::remove_draft(w, DraftKind::Kit, request.kit_id.as_str())?;
            list(w)
        })
        .await
}

fn list(r: &Read<'_>) -> Result<KitDraftList, Failure> {
    let drafts = bank::drafts::<Kit>(r, DraftKind::Kit)?.into_iter();
    let drafts = drafts.map(|draft| drafted(r, draft.content, Some(draft.saved_at))).collect::<Result<_, _>>()?;
    Ok(KitDraftList { drafts })
}

pub(crate) async fn kit_draft_list(app: &App, _: Nothing) -> Result<KitDraftList, Failure> {
    app.store().read(list).await
}

/// A kit in the form that is published: texts without space at their ends, no blank thing to have ready.
fn tidied(mut kit: Kit) -> Result<Kit, Failure> {
    kit.title = person_name("The title", &kit.title)?;
    for script in [&mut kit.opening, &mut kit.closing] {
        *script = script.replace("\r\n", "\n").trim().to_owned();
    }
    kit.ready = kit.ready.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    for place in &mut kit.questions {
        place.section = place.section.trim().to_owned();
    }
    kit.candidate_minutes = kit.candidate_minutes.filter(|minutes| *minutes > 0);
    Ok(kit)
}

pub(crate) async fn kit_publish(app: &App, request: KitGet) -> Result<KitPublished, Failure> {
    let (at, uuid) = (app.now(), app.deps().ids.new_id()?);
    let (put, detail) = app
        .store()
        .write(move |w| {
            let id = &request.kit_id;
            let kit = tidied(now(w, id)?.0)?;
            let stock = Stock::of(w, &kit)?;
            let role = role::get(w, &kit.role_id)?;
            let check = stock.check(&kit, role.as_ref());
            if let Some(first) = check.problems.iter().find(|problem| problem.stops) {
                let title = first.question_id.as_ref().and_then(|id| stock.title(id));
                let about = title.map_or_else(String::new, |title| format!("{title}: "));
                return Err(Failure::invalid(format!("{about}{}", first.what)));
            }
            let Some(role) = role else { return Err(Failure::not_found("role", &kit.role_id)) };
            let questions = stock.questions.into_iter().filter_map(|(question, _)| question).collect();
            // The rule of submitting is about today's work: changed, it must not make a new version of every kit.
            let content = KitContent { kit, role: Role { submit_within_hours: None, ..role }, questions };
            let put = kit::publish(w, &content, at, &uuid)?;
            bank::remove_draft(w, DraftKind::Kit, id.as_str())?;
            let now = kit::get(w, id)?.ok_or_else(|| Failure::not_found("kit", id))?;
            Ok::<_, Failure>((put, KitDetail::of(now)))
        })
        .await?;
    Ok(KitPublished { detail, did: Did::of(put), at: app.now() })
}

/// Changes how a kit of the bank is marked, or which of its versions counts.
async fn mark(
    app: &App,
    kind: BankActionKind,
    id: KitId,
    change: impl FnOnce(&mut ItemState, Timestamp) -> Result<(), Failure> + Send + 'static,
) -> Result<BankDone, Failure> {
    act(app, kind, move |work| {
        let state = kit::state(work.w, &id)?.filter(|state| state.version.is_some());
        let mut state = state.ok_or_else(|| Failure::not_found("kit", &id))?;
        change(&mut state, work.now)?;
        work.kit(&id, |w| Ok(kit::set_state(w, &id, &state)?))
    })
    .await
}

pub(crate) async fn kit_archive(app: &App, request: KitArchive) -> Result<BankDone, Failure> {
    mark(app, BankActionKind::KitArchived, request.kit_id, move |state, now| {
        state.archived_at = request.archived.then(|| state.archived_at.unwrap_or(now));
        Ok(())
    })
    .await
}

fn offered(state: &ItemState) -> Result<u32, Failure> {
    state.offered.ok_or_else(|| Failure::invalid("No version of this kit is offered by its pack. Read it again."))
}

pub(crate) async fn kit_offer_take(app: &App, request: KitGet) -> Result<BankDone, Failure> {
    mark(app, BankActionKind::OfferTaken, request.kit_id, |state, _| {
        (state.version, state.offered) = (Some(offered(state)?), None);
        Ok(())
    })
    .await
}

pub(crate) async fn kit_offer_decline(app: &App, request: KitGet) -> Result<BankDone, Failure> {
    mark(app, BankActionKind::OfferDeclined, request.kit_id, |state, _| {
        offered(state)?;
        state.offered = None;
        Ok(())
    })
    .await
}
