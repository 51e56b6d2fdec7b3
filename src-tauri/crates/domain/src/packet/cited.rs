//! Reasons for and against with the evidence that they cite, as it reads on paper.

use serde::{Deserialize, Serialize};

use crate::{
    entry::EntryKind,
    evidence::Reason,
    ids::QuestionId,
    interview::Interview,
    tick::{TickState, TickTarget, marked_text},
};

/// A reason with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitedReason {
    /// The reason, in the interviewer's words.
    pub text: String,
    /// The evidence: ticks first, in the kit's order, then notes, in the order in which they were kept.
    pub evidence: Vec<Cited>,
}

/// What is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CitedThing {
    /// A note of that kind.
    Note(EntryKind),
    /// A good signal, noticed so.
    Indicator(TickState),
    /// A red flag.
    RedFlag,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    /// What it is.
    pub thing: CitedThing,
    /// Under which question, by its place in the kit from 1; none for a note outside questions.
    pub number: Option<u32>,
    /// The note, or the line that is ticked.
    pub text: String,
}

/// The reasons with their evidence. What is not in the interview any more, a hidden note above all, is left out.
pub(super) fn reasons(reasons: &[Reason], interview: &Interview) -> Vec<CitedReason> {
    reasons.iter().map(|reason| cited(reason, interview)).collect()
}

fn cited(reason: &Reason, interview: &Interview) -> CitedReason {
    let reason = reason.resting_on(interview);
    let number = |id: &QuestionId| interview.content.number_of(id).and_then(|number| u32::try_from(number).ok());
    let ticks = reason.ticks.iter().filter_map(|named| {
        let tick = interview.ticks.iter().find(|tick| named.names(tick))?;
        let question = interview.content.questions.iter().find(|question| question.id == tick.question_id)?;
        Some(Cited {
            thing: match tick.target {
                TickTarget::Indicator => CitedThing::Indicator(tick.state),
                TickTarget::RedFlag => CitedThing::RedFlag,
            },
            number: number(&tick.question_id),
            text: marked_text(question, tick.target, tick.number)?.to_owned(),
        })
    });
    let mut evidence: Vec<Cited> = ticks.collect();
    evidence.sort_by_key(|cited| cited.number);
    let notes = interview.entries.iter().filter(|entry| reason.entry_ids.contains(&entry.id));
    evidence.extend(notes.map(|entry| Cited {
        thing: CitedThing::Note(entry.kind),
        number: entry.place.question().and_then(number),
        text: entry.text.clone(),
    }));
    CitedReason { text: reason.text, evidence }
}
