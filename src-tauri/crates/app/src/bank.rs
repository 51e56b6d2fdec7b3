//! The bank's history: doing something that can be undone, undoing and redoing it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    bank::{BankAction, BankActionKind, BankChange, BankHistory, ItemState},
    ids::{KitId, QuestionId, RoleId},
};
use workbench_store::{Read, Write, bank, kit, question, role};

use crate::{App, failure::Failure, nothing::Nothing, weight};

/// The most touched questions that an answer names.
const NAMED: usize = 200;

/// Something was done in the bank, undone or done again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BankDone {
    /// What; none if there was nothing to do.
    pub kind: Option<BankActionKind>,
    /// The questions that it changed: at most the first 200.
    pub question_ids: Vec<QuestionId>,
    /// What can be undone and redone now.
    pub history: BankHistory,
    /// When it was saved.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// Someone at work in the bank: notes what each step changes, so that all of it is one action.
pub(crate) struct Work<'a> {
    pub w: &'a Write<'a>,
    pub now: Timestamp,
    changes: Vec<BankChange>,
}

impl<'a> Work<'a> {
    pub(crate) fn new(w: &'a Write<'a>, now: Timestamp) -> Self {
        Self { w, now, changes: Vec::new() }
    }

    /// Does something to a question.
    pub(crate) fn question<T>(
        &mut self,
        id: &QuestionId,
        step: impl FnOnce(&Write<'a>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let before = question::state(self.w, id)?.unwrap_or_default();
        let done = step(self.w)?;
        let after = question::state(self.w, id)?.unwrap_or_default();
        self.changes.push(BankChange::Question { id: id.clone(), before, after });
        Ok(done)
    }

    /// Changes how a question of the bank is marked, or which of its versions counts.
    pub(crate) fn mark(&mut self, id: &QuestionId, change: impl FnOnce(&mut ItemState)) -> Result<(), Failure> {
        let mut state = in_bank(self.w, id)?;
        change(&mut state);
        self.question(id, |w| Ok(question::set_state(w, id, &state)?))
    }

    /// Does something to a kit.
    pub(crate) fn kit<T>(
        &mut self,
        id: &KitId,
        step: impl FnOnce(&Write<'a>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let before = kit::state(self.w, id)?.unwrap_or_default();
        let done = step(self.w)?;
        let after = kit::state(self.w, id)?.unwrap_or_default();
        self.changes.push(BankChange::Kit { id: id.clone(), before, after });
        Ok(done)
    }

    /// Does something to a role.
    pub(crate) fn role<T>(
        &mut self,
        id: &RoleId,
        step: impl FnOnce(&Write<'a>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let before = role::state(self.w, id)?;
        let done = step(self.w)?;
        let after = role::state(self.w, id)?;
        self.changes.push(BankChange::Role { id: id.clone(), before, after });
        Ok(done)
    }

    /// Remembers all that was done as one action; if nothing changed, nothing is remembered.
    pub(crate) fn remember(self, kind: BankActionKind) -> Result<(BankHistory, Vec<QuestionId>), Failure> {
        let changes: Vec<_> = self.changes.into_iter().filter(BankChange::matters).collect();
        let touched = touched(&changes);
        if !changes.is_empty() {
            bank::remember(self.w, &BankAction { kind, changes }, self.now)?;
        }
        Ok((bank::history(self.w)?, touched))
    }

    fn apply(&self, change: &BankChange) -> Result<(), Failure> {
        match change {
            BankChange::Question { id, before, after } => {
                let now = question::state(self.w, id)?.unwrap_or_default();
                question::set_state(self.w, id, &now.changed(before, after))?;
            }
            BankChange::Kit { id, before, after } => {
                let now = kit::state(self.w, id)?.unwrap_or_default();
                kit::set_state(self.w, id, &now.changed(before, after))?;
            }
            BankChange::Role { id, after, .. } => {
                after.as_ref().map_or(Ok(()), |after| weight::stays(self.w, &after.role))?;
                role::set_state(self.w, id, after.as_ref(), self.now)?;
            }
        }
        Ok(())
    }
}

/// The state of a question that is in the bank.
pub(crate) fn in_bank(r: &Read<'_>, id: &QuestionId) -> Result<ItemState, Failure> {
    question::state(r, id)?.filter(|state| state.version.is_some()).ok_or_else(|| Failure::not_found("question", id))
}

fn touched(changes: &[BankChange]) -> Vec<QuestionId> {
    let question = |change: &BankChange| match change {
        BankChange::Question { id, .. } => Some(id.clone()),
        BankChange::Kit { .. } | BankChange::Role { .. } => None,
    };
    changes.iter().filter_map(question).take(NAMED).collect()
}

/// Does something in the bank and remembers it as one action.
pub(crate) async fn act(
    app: &App,
    kind: BankActionKind,
    job: impl FnOnce(&mut Work<'_>) -> Result<(), Failure> + Send + 'static,
) -> Result<BankDone, Failure> {
    let now = app.now();
    let (history, question_ids) = app
        .store()
        .write(move |w| {
            let mut work = Work::new(w, now);
            job(&mut work)?;
            work.remember(kind)
        })
        .await?;
    Ok(BankDone { kind: Some(kind), question_ids, history, at: app.now() })
}

async fn again(app: &App, redo: bool) -> Result<BankDone, Failure> {
    let now = app.now();
    let (kind, question_ids, history) = app
        .store()
        .write(move |w| {
            let Some(found) = (if redo { bank::undone(w)? } else { bank::last(w)? }) else {
                return Ok::<_, Failure>((None, Vec::new(), bank::history(w)?));
            };
            let changes = if redo { found.action.changes.clone() } else { found.action.undoing() };
            let work = Work::new(w, now);
            for change in &changes {
                work.apply(change)?;
            }
            bank::set_undone(w, found.seq, !redo)?;
            Ok((Some(found.action.kind), touched(&changes), bank::history(w)?))
        })
        .await?;
    Ok(BankDone { kind, question_ids, history, at: app.now() })
}

pub(crate) async fn bank_history(app: &App, _: Nothing) -> Result<BankHistory, Failure> {
    app.store().read(|r| Ok(bank::history(r)?)).await
}

pub(crate) async fn bank_undo(app: &App, _: Nothing) -> Result<BankDone, Failure> {
    again(app, false).await
}

pub(crate) async fn bank_redo(app: &App, _: Nothing) -> Result<BankDone, Failure> {
    again(app, true).await
}
