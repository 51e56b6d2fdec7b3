//! What counts as evidence for a rating or a reason: a tick, a quote, code, a good sign or a concern. Code is what the
//! candidate did, as a quote is what they said. A plain note tells what happened and a follow-up what to ask; neither
//! supports a judgement alone.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    entry::{Entry, EntryKind},
    ids::{EntryId, QuestionId},
    interview::Interview,
    tick::{Tick, TickTarget},
};

/// Names a tick by its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TickRef {
    /// Under which question.
    pub question_id: QuestionId,
    /// In which list of the question.
    pub target: TickTarget,
    /// The line in that list, counted from 1.
    pub number: u32,
}

impl TickRef {
    /// Whether this names that tick.
    #[must_use]
    pub fn names(&self, tick: &Tick) -> bool {
        self.question_id == tick.question_id && self.target == tick.target && self.number == tick.number
    }
}

/// One reason for or against, with the evidence that it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Reason {
    /// The reason, in the interviewer's words.
    pub text: String,
    /// The notes that it cites.
    #[serde(default)]
    pub entry_ids: Vec<EntryId>,
    /// The ticks that it cites.
    #[serde(default)]
    pub ticks: Vec<TickRef>,
}

impl Reason {
    /// The reason with only what is in the interview of what it cites: not what was removed, cleared or hidden since. Any
    /// note but a follow-up can be cited, since it was chosen for this reason.
    #[must_use]
    pub fn resting_on(&self, interview: &Interview) -> Self {
        let kept =
            |id: &&EntryId| interview.entries.iter().any(|entry| entry.id == **id && entry.kind != EntryKind::FollowUp);
        let ticked = |named: &&TickRef| interview.ticks.iter().any(|tick| named.names(tick));
        Self {
            text: self.text.clone(),
            entry_ids: self.entry_ids.iter().filter(kept).cloned().collect(),
            ticks: self.ticks.iter().filter(ticked).cloned().collect(),
        }
    }

    /// Whether it cites anything.
    #[must_use]
    pub fn cites(&self) -> bool {
        !self.entry_ids.is_empty() || !self.ticks.is_empty()
    }
}

/// Whether a note of that kind is evidence.
#[must_use]
pub fn is_evidence(kind: EntryKind) -> bool {
    match kind {
        EntryKind::Quote | EntryKind::Code | EntryKind::Good | EntryKind::Concern => true,
        EntryKind::Note | EntryKind::FollowUp => false,
    }
}

/// The notes under a question, hidden ones not among them.
pub fn entries_under<'a>(interview: &'a Interview, question: &'a QuestionId) -> impl Iterator<Item = &'a Entry> {
    interview.entries.iter().filter(move |entry| entry.place.is(question))
}

/// How many lines are ticked under a question.
#[must_use]
pub fn ticks_under(interview: &Interview, question: &QuestionId) -> usize {
    interview.ticks.iter().filter(|tick| tick.question_id == *question).count()
}

/// How many pieces of evidence there are under a question.
#[must_use]
pub fn pieces_under(interview: &Interview, question: &QuestionId) -> usize {
    let notes = entries_under(interview, question).filter(|entry| is_evidence(entry.kind)).count();
    notes + ticks_under(interview, question)
}

/// Whether there is any evidence in the interview, wherever it stands.
#[must_use]
pub fn is_there_any(interview: &Interview) -> bool {
    !interview.ticks.is_empty() || interview.entries.iter().any(|entry| is_evidence(entry.kind))
}
