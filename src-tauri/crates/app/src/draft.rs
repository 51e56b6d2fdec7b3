//! Drafts: what is being typed, before it becomes a note or a change of one.

use serde::Deserialize;
use ts_rs::TS;
use workbench_domain::{
    at::InField,
    draft::{DraftLink, DraftText},
    entry::EntryKind,
    ids::{EntryId, InterviewId},
    meeting::LONGEST_SECONDS,
    place::Place,
    text,
};
use workbench_store::entry;

use crate::{
    App,
    action::{Acted, Work},
    failure::Failure,
    hidden::shown,
    interview::{at_place, has_line, writable},
};

/// Keeps what is being typed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftSave {
    /// In which interview.
    pub interview_id: InterviewId,
    /// Where it stands.
    pub place: Place,
    /// The kept entry that is being changed; none for a new note.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub entry_id: Option<EntryId>,
    /// The kind chosen for it.
    pub kind: EntryKind,
    /// What it will be linked to.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub link: Option<DraftLink>,
    /// The text so far; empty clears the draft, and so ends the change of an entry that is given up.
    pub text: String,
    /// When it was begun, in seconds since the interview began.
    pub at_seconds: u32,
    /// Which group of typing it belongs to: saves with the same number, one after another, are undone together.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub group: Option<u32>,
}

pub(crate) async fn draft_save(app: &App, request: DraftSave) -> Result<Acted, Failure> {
    text::within_limit("The note", &request.text).at("text")?;
    let (me, now) = (app.me().await?, app.now());
    let history = app
        .store()
        .write(move |w| {
            let DraftSave { interview_id, place, entry_id, kind, link, text, at_seconds, group } = request;
            writable(w, &interview_id, &me.id)?;
            has_line(at_place(w, &interview_id, &place)?, link)?;
            if let Some(id) = &entry_id {
                let kept = entry::get(w, id)?.filter(|(kept_in, _, removed)| *kept_in == interview_id && !removed);
                if kept.is_none_or(|(_, entry, _)| entry.place != place) {
                    return Err(Failure::not_found("note at this place", id));
                }
                shown(w, id)?;
            }
            let at_seconds = at_seconds.min(LONGEST_SECONDS);
            // Nothing but space is nothing: it could not become a note, and must not stand in the way of submitting.
            let written = (!text.trim().is_empty()).then_some(DraftText { kind, link, text, at_seconds });
            let work = Work { w, interview: &interview_id, place: &place, now };
            work.write(entry_id.as_ref(), written, group)
        })
        .await?;
    Ok(Acted { at: app.now(), history })
}
