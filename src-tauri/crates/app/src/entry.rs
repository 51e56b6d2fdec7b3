//! Entries and what is being typed before it becomes one.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    entry::{Entry, EntryKind},
    ids::{EntryId, InterviewId, QuestionId},
    interview::Draft,
    text,
};
use workbench_store::{Write, draft, entry, interview};

use crate::{
    App,
    failure::Failure,
    hidden::shown,
    interview::{LONGEST_SECONDS, in_kit, writable},
    rating::Saved,
};

/// Keeps a note.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntrySave {
    /// In which interview.
    pub interview_id: InterviewId,
    /// The entry to change; none for a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub entry_id: Option<EntryId>,
    /// The question it belongs to; none for the interview in general.
    pub question_id: Option<QuestionId>,
    /// What kind of note it is.
    pub kind: EntryKind,
    /// What was written.
    pub text: String,
    /// When it was begun, in seconds since the interview started.
    pub at_seconds: u32,
}

/// Names a note.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntryRef {
    /// Which.
    pub entry_id: EntryId,
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
    /// When it became durable.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// Keeps what is being typed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftSave {
    /// In which interview.
    pub interview_id: InterviewId,
    /// Under which question; none for the interview in general.
    pub question_id: Option<QuestionId>,
    /// The kind chosen for it.
    pub kind: EntryKind,
    /// The text so far; empty clears the draft.
    pub text: String,
    /// When it was begun, in seconds since the interview started.
    pub at_seconds: u32,
}

pub(crate) async fn entry_save(app: &App, request: EntrySave) -> Result<EntrySaved, Failure> {
    let kept_text = text::free_text("The note", &request.text)?;
    // A note may be written long after the interview began; its place in time is then the end of the day.
    let at_seconds = request.at_seconds.min(LONGEST_SECONDS);
    let (me, now) = (app.me().await?, app.now());
    let new_id = app.deps().ids.at(now)?;
    let entry = app
        .store()
        .write(move |w| {
            let guard = writable(w, &request.interview_id, &me.id)?;
            if let Some(question) = &request.question_id {
                in_kit(&guard, question)?;
            }
            let written = Entry {
                id: EntryId(new_id),
                question_id: request.question_id,
                kind: request.kind,
                text: kept_text,
                at_seconds,
                kept_at: now,
                rev: 1,
            };
            match request.entry_id {
                Some(id) => change(w, &request.interview_id, id, written, now),
                None => add(w, &request.interview_id, written),
            }
        })
        .await?;
    Ok(EntrySaved { entry, at: app.now() })
}

fn add(w: &Write<'_>, interview: &InterviewId, entry: Entry) -> Result<Entry, Failure> {
    entry::insert(w, interview, &entry)?;
    // What was being typed is this note now; one transaction, so that neither is ever seen without the other.
    let typed = Draft {
        question_id: entry.question_id.clone(),
        kind: entry.kind,
        text: String::new(),
        at_seconds: entry.at_seconds,
    };
    draft::set(w, interview, &typed)?;
    Ok(entry)
}

fn change(
    w: &Write<'_>,
    interview: &InterviewId,
    id: EntryId,
    written: Entry,
    now: Timestamp,
) -> Result<Entry, Failure> {
    let (kept_in, old, removed) = entry::get(w, &id)?.ok_or_else(|| Failure::not_found("note", &id))?;
    if kept_in != *interview || removed {
        return Err(Failure::not_found("note in this interview", &id));
    }
    shown(w, &id)?;
    let changed = Entry { id, kept_at: old.kept_at, rev: old.rev + 1, ..written };
    entry::update(w, &changed)?;
    interview::touch(w, interview, now)?;
    Ok(changed)
}

pub(crate) async fn entry_remove(app: &App, request: EntryRef) -> Result<EntrySaved, Failure> {
    set_removed(app, request, true).await
}

pub(crate) async fn entry_restore(app: &App, request: EntryRef) -> Result<EntrySaved, Failure> {
    set_removed(app, request, false).await
}

async fn set_removed(app: &App, request: EntryRef, removed: bool) -> Result<EntrySaved, Failure> {
    let (me, now) = (app.me().await?, app.now());
    let entry = app
        .store()
        .write(move |w| {
            let id = request.entry_id;
            let (interview, entry, _) = entry::get(w, &id)?.ok_or_else(|| Failure::not_found("note", &id))?;
            writable(w, &interview, &me.id)?;
            shown(w, &id)?;
            entry::set_removed(w, &id, removed.then_some(now))?;
            interview::touch(w, &interview, now)?;
            Ok::<_, Failure>(entry)
        })
        .await?;
    Ok(EntrySaved { entry, at: app.now() })
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

pub(crate) async fn draft_save(app: &App, request: DraftSave) -> Result<Saved, Failure> {
    text::within_limit("The note", &request.text)?;
    let me = app.me().await?;
    app.store()
        .write(move |w| {
            let guard = writable(w, &request.interview_id, &me.id)?;
            if let Some(question) = &request.question_id {
                in_kit(&guard, question)?;
            }
            let DraftSave { interview_id, question_id, kind, mut text, at_seconds } = request;
            let at_seconds = at_seconds.min(LONGEST_SECONDS);
            // Nothing but space is nothing: it could not become a note, and must not stand in the way of submitting.
            if text.trim().is_empty() {
                text.clear();
            }
            Ok::<_, Failure>(draft::set(w, &interview_id, &Draft { question_id, kind, text, at_seconds })?)
        })
        .await?;
    Ok(Saved::at(app))
}
