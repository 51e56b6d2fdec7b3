//! Notes about protected topics: hidden, and shown again to their author before submission.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    hidden::{HiddenEntry, Topic},
    ids::EntryId,
};
use workbench_store::{Read, action, draft, entry, interview};

use crate::{
    App,
    action::Work,
    entry::{EntryRef, EntrySaved, link_state},
    failure::{Code, Failure},
    interview::writable,
};

/// Hides a note. What was done at its place up to its last change cannot be undone any more: its words stand there.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntryHide {
    /// Which.
    pub entry_id: EntryId,
    /// The protected topic that it is about.
    pub topic: Topic,
}

/// A note that is hidden, without its words.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryHidden {
    /// What is said of it.
    pub hidden: HiddenEntry,
    /// When it became durable.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

pub(crate) async fn entry_hide(app: &App, request: EntryHide) -> Result<EntryHidden, Failure> {
    let (me, now) = (app.me().await?, app.now());
    let hidden = app
        .store()
        .write(move |w| {
            let EntryHide { entry_id: id, topic } = request;
            let (interview, entry, removed) = entry::get(w, &id)?.ok_or_else(|| Failure::not_found("note", &id))?;
            writable(w, &interview, &me.id)?;
            if removed {
                return Err(Failure::not_found("note", &id));
            }
            entry::set_hidden(w, &id, Some((topic, now)))?;
            // Its words stand in its history, and in a change of it that is being typed.
            draft::set(w, &interview, &entry.place, Some(&id), None)?;
            action::forget_entry(w, &interview, &id)?;
            interview::touch(w, &interview, now)?;
            Ok::<_, Failure>(HiddenEntry { id, topic, at_seconds: entry.at_seconds, hidden_at: now })
        })
        .await?;
    Ok(EntryHidden { hidden, at: app.now() })
}

pub(crate) async fn entry_unhide(app: &App, request: EntryRef) -> Result<EntrySaved, Failure> {
    let (me, now) = (app.me().await?, app.now());
    let (entry, tick, history) = app
        .store()
        .write(move |w| {
            let id = request.entry_id;
            let (interview, entry, _) = entry::get(w, &id)?.ok_or_else(|| Failure::not_found("note", &id))?;
            writable(w, &interview, &me.id)?;
            if entry::get_hidden(w, &id)?.is_none() {
                return Err(Failure::not_found("hidden note", &id));
            }
            entry::set_hidden(w, &id, None)?;
            interview::touch(w, &interview, now)?;
            let history = Work { w, interview: &interview, place: &entry.place, now }.history()?;
            let tick = link_state(w, &interview, &entry)?;
            Ok::<_, Failure>((entry, tick, history))
        })
        .await?;
    Ok(EntrySaved { entry, tick, history, at: app.now() })
}

/// Refuses a note that is hidden: its words are in no answer, so it must be shown before it is changed.
pub(crate) fn shown(r: &Read<'_>, id: &EntryId) -> Result<(), Failure> {
    match entry::get_hidden(r, id)? {
        None => Ok(()),
        Some(_) => Err(Failure::new(Code::Conflict, "This note is hidden. Show it again before you change it.")),
    }
}
