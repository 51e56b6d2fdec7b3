//! Undo: everything that is done in an interview goes through here, so that it is remembered in the transaction that does
//! it, and can be taken back at its place.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    action::{Action, ActionKind, Change, History},
    draft::{Draft, DraftText},
    entry::Entry,
    ids::{EntryId, InterviewId, QuestionId},
    place::Place,
    record::QuestionRecord,
    tick::Tick,
};
use workbench_store::{Read, Write, action, draft, entry, interview, record, tick};

use crate::{
    App,
    failure::Failure,
    hidden::shown,
    interview::{at_place, writable},
};

/// Names the history of one place.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActionRef {
    /// In which interview.
    pub interview_id: InterviewId,
    /// At which place.
    pub place: Place,
}

/// Everything that is written at one place, as it is now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlaceNow {
    /// Which place.
    pub place: Place,
    /// Its notes, oldest first.
    pub entries: Vec<Entry>,
    /// What is being typed there.
    pub drafts: Vec<Draft>,
    /// Its ticks.
    pub ticks: Vec<Tick>,
    /// What was done with the question; none outside questions.
    pub record: Option<QuestionRecord>,
}

/// What was undone or redone.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ActionDone {
    /// The action, with each part before and after it was first done; none when there was nothing to undo or redo.
    pub action: Option<Action>,
    /// Every place where something is different now, whole: the page shows these instead of what it had.
    pub places: Vec<PlaceNow>,
    /// What can be undone and redone at the place now.
    pub history: History,
    /// When it became durable.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// Said once something is durable that can be undone.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct Acted {
    /// When.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// What can be undone and redone at the place now.
    pub history: History,
}

/// What can be undone and redone at a place of an interview.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlaceHistory {
    /// Which place.
    pub place: Place,
    /// What can be undone and redone there.
    pub history: History,
}

/// Someone at work at one place of an interview.
pub(crate) struct Work<'a> {
    pub w: &'a Write<'a>,
    pub interview: &'a InterviewId,
    pub place: &'a Place,
    pub now: Timestamp,
}

impl Work<'_> {
    /// Does it and remembers it. What changes nothing is left out; if nothing is left, nothing is remembered.
    pub(crate) fn act(&self, kind: ActionKind, changes: Vec<Change>) -> Result<History, Failure> {
        let changes: Vec<Change> = changes.into_iter().filter(Change::matters).collect();
        for change in &changes {
            self.apply(change)?;
        }
        self.remember(kind, changes)
    }

    /// Remembers what was done already.
    pub(crate) fn remember(&self, kind: ActionKind, changes: Vec<Change>) -> Result<History, Failure> {
        if changes.is_empty() {
            return self.history();
        }
        action::add(self.w, self.interview, self.place, &Action { kind, changes }, None, None)?;
        interview::touch(self.w, self.interview, self.now)?;
        Ok(History { undo: Some(kind), redo: None })
    }

    /// Keeps what is being typed, as one action with what was typed before in the same `group`.
    pub(crate) fn write(
        &self,
        entry: Option<&EntryId>,
        written: Option<DraftText>,
        group: Option<u32>,
    ) -> Result<History, Failure> {
        let before = draft::get(self.w, self.interview, self.place, entry)?;
        if before != written {
            draft::set(self.w, self.interview, self.place, entry, written.as_ref())?;
            self.remember_typed(entry, before, written, group)?;
            interview::touch(self.w, self.interview, self.now)?;
        }
        self.history()
    }

    /// Remembers that text was typed, whether or not it was ever kept as a draft.
    pub(crate) fn remember_typed(
        &self,
        entry: Option<&EntryId>,
        before: Option<DraftText>,
        written: Option<DraftText>,
        group: Option<u32>,
    ) -> Result<(), Failure> {
        let last = action::last(self.w, self.interview, self.place)?;
        let goes_on = last.filter(|last| {
            last.action.kind == ActionKind::Typed && last.entry_id.as_ref() == entry && last.typing == group
        });
        let (seq, first) = match goes_on.map(|last| (last.seq, last.action.changes.into_iter().next())) {
            Some((seq, Some(Change::Draft { before, .. }))) => (Some(seq), before),
            _ => (None, before),
        };
        let change = Change::Draft { entry_id: entry.cloned(), before: first, after: written };
        let action = change.matters().then(|| Action { kind: ActionKind::Typed, changes: vec![change] });
        match (seq, action) {
            (Some(seq), action) => {
                action::forget_undone(self.w, self.interview, self.place)?;
                action::change(self.w, self.interview, self.place, seq, action.as_ref())?;
            }
            (None, Some(action)) => action::add(self.w, self.interview, self.place, &action, entry, group)?,
            (None, None) => {}
        }
        Ok(())
    }

    /// What can be undone and redone here.
    pub(crate) fn history(&self) -> Result<History, Failure> {
        Ok(History {
            undo: action::last(self.w, self.interview, self.place)?.map(|last| last.action.kind),
            redo: action::undone(self.w, self.interview, self.place)?.map(|undone| undone.action.kind),
        })
    }

    fn question(&self) -> Result<&QuestionId, Failure> {
        self.place.question().ok_or_else(|| Failure::bug("A question was rated outside questions."))
    }

    /// Writes what a change says is after it.
    pub(crate) fn apply(&self, change: &Change) -> Result<(), Failure> {
        let (w, interview) = (self.w, self.interview);
        if let Some(entry) = change.entry() {
            shown(w, entry)?;
        }
        match change {
            Change::Draft { entry_id: None, after, .. } => {
                draft::set(w, interview, self.place, None, after.as_ref())?;
            }
            Change::Draft { entry_id: Some(id), after, .. } => {
                // The change of an entry stands where the entry is filed now.
                let place = entry::get(w, id)?.map_or_else(|| self.place.clone(), |(_, entry, _)| entry.place);
                draft::set(w, interview, &place, Some(id), after.as_ref())?;
            }
            Change::Kept { entry_id, after, .. } => entry::set_removed(w, entry_id, (!after).then_some(self.now))?,
            Change::Text { entry_id, place, after, .. } => {
                let filed = entry::get(w, entry_id)?.map(|(_, entry, _)| entry.place);
                let link = after.link.filter(|_| filed.as_ref() == Some(place));
                entry::set_text(w, entry_id, &workbench_domain::action::EntryText { link, ..after.clone() })?;
            }
            Change::Filed { entry_id, after, .. } => {
                entry::set_place(w, entry_id, after)?;
                draft::follow(w, entry_id, &after.place)?;
            }
            Change::Tick { question_id, target, number, after, .. } => match after {
                Some(state) => {
                    let (question_id, target, number, state) = (question_id.clone(), *target, *number, *state);
                    tick::set(w, interview, &Tick { question_id, target, number, state })?;
                }
                None => tick::clear(w, interview, question_id, *target, *number)?,
            },
            Change::Rating { after, .. } => record::set_rating(w, interview, self.question()?, *after, self.now)?,
            Change::Probe { number, after, .. } => record::set_probe(w, interview, self.question()?, *number, *after)?,
            Change::Deviation { after, .. } => record::set_deviation(w, interview, self.question()?, after.as_ref())?,
        }
        Ok(())
    }
}

/// Everything that is written at one place.
fn place_now(r: &Read<'_>, interview: &InterviewId, place: Place) -> Result<PlaceNow, Failure> {
    let question = place.question();
    Ok(PlaceNow {
        entries: entry::of_interview(r, interview)?.into_iter().filter(|entry| entry.place == place).collect(),
        drafts: draft::of_interview(r, interview)?.into_iter().filter(|draft| draft.place == place).collect(),
        ticks: tick::of_interview(r, interview)?.into_iter().filter(|tick| place.is(&tick.question_id)).collect(),
        record: question.map(|question| record::get(r, interview, question)).transpose()?,
        place,
    })
}

/// The places that these changes touch.
fn places(r: &Read<'_>, here: &Place, changes: &[Change]) -> Result<BTreeSet<Place>, Failure> {
    let mut places = BTreeSet::from([here.clone()]);
    for change in changes {
        match change {
            Change::Kept { entry_id, .. } | Change::Text { entry_id, .. } => {
                places.extend(entry::get(r, entry_id)?.map(|(_, entry, _)| entry.place));
            }
            Change::Filed { before, after, .. } => places.extend([before.place.clone(), after.place.clone()]),
            Change::Tick { question_id, .. } => {
                places.insert(question_id.clone().into());
            }
            _ => {}
        }
    }
    Ok(places)
}

async fn again(app: &App, request: ActionRef, redo: bool) -> Result<ActionDone, Failure> {
    let (me, now) = (app.me().await?, app.now());
    let (action, places, history) = app
        .store()
        .write(move |w| {
            let ActionRef { interview_id, place } = request;
            writable(w, &interview_id, &me.id)?;
            at_place(w, &interview_id, &place)?;
            let work = Work { w, interview: &interview_id, place: &place, now };
            let found =
                if redo { action::undone(w, &interview_id, &place)? } else { action::last(w, &interview_id, &place)? };
            let Some(found) = found else {
                return Ok::<_, Failure>((None, Vec::new(), work.history()?));
            };
            let changes = if redo { found.action.changes.clone() } else { found.action.undoing() };
            for change in &changes {
                work.apply(change)?;
            }
            action::set_undone(w, &interview_id, &place, found.seq, !redo)?;
            interview::touch(w, &interview_id, now)?;
            let places = places(w, &place, &changes)?
                .into_iter()
                .map(|place| place_now(w, &interview_id, place))
                .collect::<Result<Vec<_>, _>>()?;
            Ok((Some(found.action), places, work.history()?))
        })
        .await?;
    Ok(ActionDone { action, places, history, at: app.now() })
}

pub(crate) async fn action_undo(app: &App, request: ActionRef) -> Result<ActionDone, Failure> {
    again(app, request, false).await
}

pub(crate) async fn action_redo(app: &App, request: ActionRef) -> Result<ActionDone, Failure> {
    again(app, request, true).await
}
