//! Entries: kept, changed, removed, brought back and filed elsewhere.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    action::{ActionKind, Change, EntryPlace, EntryText, History},
    at::InField,
    draft::{DraftLink, DraftText},
    entry::{Entry, EntryKind},
    ids::{EntryId, InterviewId},
    meeting::LONGEST_SECONDS,
    place::Place,
    text,
    tick::TickState,
};
use workbench_store::{Read, Write, action, draft, entry, interview, tick};

use crate::{
    App,
    action::Work,
    failure::Failure,
    hidden::shown,
    interview::{at_place, has_line, writable},
    rating::Saved,
};

/// What stood in the field when a note was kept, and where: undoing puts it back there.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedAt {
    /// Where the field was: a note may be filed elsewhere.
    pub place: Place,
    /// All that stood in it.
    pub text: String,
}

/// Keeps a note.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntrySave {
    /// In which interview.
    pub interview_id: InterviewId,
    /// The entry to change, or the id of a new one, a `UUIDv7` that the page makes: sent again after an answer was lost,
    /// it is not kept twice. Left out, the core makes the id of a new entry.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub entry_id: Option<EntryId>,
    /// Where it is filed. An entry that is kept already stays where it is: `entry_move` files it elsewhere.
    pub place: Place,
    /// What kind of note it is.
    pub kind: EntryKind,
    /// The line of that question that it is evidence for; it is ticked, unless it is already.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub link: Option<DraftLink>,
    /// What was written; at most 100,000 characters.
    pub text: String,
    /// When it was begun, in seconds since the interview began; of a kept entry it stays.
    pub at_seconds: u32,
    /// For a new entry, what stood in the field; left out, the text at its place.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub typed: Option<TypedAt>,
}

/// Names a note.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntryRef {
    /// Which.
    pub entry_id: EntryId,
}

/// Files a note elsewhere.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntryMove {
    /// Which.
    pub entry_id: EntryId,
    /// Where to. A link to a line of the question that it leaves is dropped.
    pub place: Place,
}

/// Marks a follow-up as settled, or as open again.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntrySettle {
    /// Which.
    pub entry_id: EntryId,
    /// Whether it is settled.
    pub settled: bool,
}

/// A note as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntrySaved {
    /// The note.
    pub entry: Entry,
    /// How the line that it is linked to is ticked now; none without a link.
    pub tick: Option<TickState>,
    /// What can be undone and redone at the place where it was done.
    pub history: History,
    /// When it became durable.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

pub(crate) async fn entry_save(app: &App, request: EntrySave) -> Result<EntrySaved, Failure> {
    let kept_text = text::free_text("The note", &request.text).at("text")?;
    if let Some(typed) = &request.typed {
        text::within_limit("The note", &typed.text)?;
    }
    let (me, now) = (app.me().await?, app.now());
    let new_id = EntryId(app.deps().ids.at(now)?);
    let (entry, tick, history) = app
        .store()
        .write(move |w| {
            writable(w, &request.interview_id, &me.id)?;
            let known = request.entry_id.as_ref().map(|id| entry::get(w, id)).transpose()?.flatten();
            let text = EntryText { kind: request.kind, link: request.link.map(DraftLink::link), text: kept_text };
            let (entry, history) = match (&request.entry_id, known) {
                (_, Some((kept_in, old, removed))) => {
                    if kept_in != request.interview_id || removed {
                        return Err(Failure::not_found("note in this interview", &old.id));
                    }
                    shown(w, &old.id)?;
                    change(w, &request, &old, text, now)?
                }
                (Some(id), None) if !is_uuid_v7(id.as_str()) => return Err(Failure::not_found("note", id)),
                (id, None) => add(w, &request, id.clone().unwrap_or(new_id), text, now)?,
            };
            let tick = link_state(w, &request.interview_id, &entry)?;
            Ok::<_, Failure>((entry, tick, history))
        })
        .await?;
    Ok(EntrySaved { entry, tick, history, at: app.now() })
}

/// Whether the page may have made this id: a `UUIDv7` in the one form that the store compares.
pub(crate) fn is_uuid_v7(id: &str) -> bool {
    uuid::Uuid::try_parse(id).is_ok_and(|uuid| uuid.get_version_num() == 7 && uuid.hyphenated().to_string() == id)
}

fn add(
    w: &Write<'_>,
    request: &EntrySave,
    id: EntryId,
    text: EntryText,
    now: Timestamp,
) -> Result<(Entry, History), Failure> {
    let interview = &request.interview_id;
    let lines = at_place(w, interview, &request.place)?;
    has_line(lines, request.link)?;
    let typed_at = request.typed.as_ref().map_or(&request.place, |typed| &typed.place);
    if *typed_at != request.place {
        at_place(w, interview, typed_at)?;
    }
    let entry = Entry {
        id,
        place: request.place.clone(),
        kind: text.kind,
        link: text.link,
        text: text.text,
        // A note may be written long after the interview began; its place in time is then the end of the day.
        at_seconds: request.at_seconds.min(LONGEST_SECONDS),
        kept_at: now,
        rev: 1,
    };
    entry::insert(w, interview, &entry)?;
    let work = Work { w, interview, place: typed_at, now };
    let words = request.typed.as_ref().map_or_else(|| entry.text.clone(), |typed| typed.text.clone());
    let written = Some(DraftText::of(&entry, words, request.link)).filter(|w| !w.text.trim().is_empty());
    // The last words may never have been saved as a draft; the history shows them as typed all the same.
    let draft = draft::get(w, interview, typed_at, None)?;
    let had_draft = draft.is_some();
    if draft != written {
        let group = action::last(w, interview, typed_at)?.and_then(|last| last.typing);
        work.remember_typed(None, draft, written.clone(), group)?;
    }
    // What was being typed is this note now; one transaction, so that neither is ever seen without the other.
    if had_draft {
        draft::set(w, interview, typed_at, None, None)?;
    }
    let mut changes = vec![
        Change::Draft { entry_id: None, before: written, after: None },
        Change::Kept { entry_id: entry.id.clone(), before: false, after: true },
    ];
    if let Some(ticked) = tick_of(w, interview, &entry.place, request.link)? {
        work.apply(&ticked)?;
        changes.push(ticked);
    }
    let history = work.remember(ActionKind::EntryKept, changes)?;
    Ok((entry, history))
}

fn change(
    w: &Write<'_>,
    request: &EntrySave,
    old: &Entry,
    text: EntryText,
    now: Timestamp,
) -> Result<(Entry, History), Failure> {
    let interview = &request.interview_id;
    has_line(at_place(w, interview, &old.place)?, request.link)?;
    let work = Work { w, interview, place: &old.place, now };
    // The change is kept, so it is being typed no more, and the typing of it is part of this one action.
    draft::set(w, interview, &old.place, Some(&old.id), None)?;
    action::forget_typed(w, interview, &old.place, &old.id)?;
    let (entry_id, place) = (old.id.clone(), old.place.clone());
    let mut changes = vec![Change::Text { entry_id, place, before: EntryText::of(old), after: text }];
    changes.extend(tick_of(w, interview, &old.place, request.link)?);
    let history = work.act(ActionKind::EntryEdited, changes)?;
    let (_, entry, _) = entry::get(w, &old.id)?.ok_or_else(|| Failure::not_found("note", &old.id))?;
    Ok((entry, history))
}

/// The tick that a link makes, if the line has none yet.
fn tick_of(
    r: &Read<'_>,
    interview: &InterviewId,
    place: &Place,
    link: Option<DraftLink>,
) -> Result<Option<Change>, Failure> {
    let (Some(question), Some(DraftLink { target, number, state })) = (place.question(), link) else {
        return Ok(None);
    };
    let before = tick::get(r, interview, question, target, number)?;
    let question_id = question.clone();
    Ok(before.is_none().then_some(Change::Tick { question_id, target, number, before, after: Some(state) }))
}

pub(crate) fn link_state(r: &Read<'_>, interview: &InterviewId, entry: &Entry) -> Result<Option<TickState>, Failure> {
    match (entry.place.question(), entry.link) {
        (Some(question), Some(link)) => Ok(tick::get(r, interview, question, link.target, link.number)?),
        _ => Ok(None),
    }
}

/// Does something to a kept entry at the place where it is filed.
async fn with_entry(
    app: &App,
    id: EntryId,
    deed: impl FnOnce(&Work<'_>, &Entry, bool) -> Result<History, Failure> + Send + 'static,
) -> Result<EntrySaved, Failure> {
    let (me, now) = (app.me().await?, app.now());
    let (entry, tick, history) = app
        .store()
        .write(move |w| {
            let (interview, old, removed) = entry::get(w, &id)?.ok_or_else(|| Failure::not_found("note", &id))?;
            writable(w, &interview, &me.id)?;
            shown(w, &id)?;
            let history = deed(&Work { w, interview: &interview, place: &old.place, now }, &old, removed)?;
            let (_, entry, _) = entry::get(w, &id)?.ok_or_else(|| Failure::not_found("note", &id))?;
            let tick = link_state(w, &interview, &entry)?;
            Ok::<_, Failure>((entry, tick, history))
        })
        .await?;
    Ok(EntrySaved { entry, tick, history, at: app.now() })
}

pub(crate) async fn entry_remove(app: &App, request: EntryRef) -> Result<EntrySaved, Failure> {
    with_entry(app, request.entry_id, |work, entry, removed| {
        // A change that was being typed goes with it, and comes back with it.
        let before = draft::get(work.w, work.interview, work.place, Some(&entry.id))?;
        let entry_id = entry.id.clone();
        let changes = vec![
            Change::Draft { entry_id: Some(entry_id.clone()), before, after: None },
            Change::Kept { entry_id, before: !removed, after: false },
        ];
        work.act(ActionKind::EntryRemoved, changes)
    })
    .await
}

pub(crate) async fn entry_restore(app: &App, request: EntryRef) -> Result<EntrySaved, Failure> {
    with_entry(app, request.entry_id, |work, entry, removed| {
        let kept = Change::Kept { entry_id: entry.id.clone(), before: !removed, after: true };
        work.act(ActionKind::EntryRestored, vec![kept])
    })
    .await
}

pub(crate) async fn entry_move(app: &App, request: EntryMove) -> Result<EntrySaved, Failure> {
    let place = request.place;
    with_entry(app, request.entry_id, move |work, entry, removed| {
        if removed {
            return Err(Failure::not_found("note in this interview", &entry.id));
        }
        at_place(work.w, work.interview, &place)?;
        if entry.place == place {
            return work.history();
        }
        let after = EntryPlace { place, link: None };
        let filed = Change::Filed { entry_id: entry.id.clone(), before: EntryPlace::of(entry), after };
        work.act(ActionKind::EntryMoved, vec![filed])
    })
    .await
}

pub(crate) async fn entry_settle(app: &App, request: EntrySettle) -> Result<Saved, Failure> {
    let (me, now) = (app.me().await?, app.now());
    app.store()
        .write(move |w| {
            let EntrySettle { entry_id: id, settled } = request;
            let (interview, entry, removed) = entry::get(w, &id)?.ok_or_else(|| Failure::not_found("note", &id))?;
            writable(w, &interview, &me.id)?;
            shown(w, &id)?;
            if removed || entry.kind != EntryKind::FollowUp {
                return Err(Failure::not_found("follow-up", &id));
            }
            entry::set_settled(w, &id, settled.then_some(now))?;
            Ok(interview::touch(w, &interview, now)?)
        })
        .await?;
    Ok(Saved::at(app))
}
