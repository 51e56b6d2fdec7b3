//! Who did what: an append-only log whose lines are chained by their hashes.
//!
//! A line says who did which decisive act to what and when, with the hash of what was decided, and the hash of the line
//! before. Its own hash is SHA-256 over the canonical form of all of that. Whoever changes, takes out or puts in a line
//! breaks the chain from there on. A chain alone cannot show that its last lines are gone: for that, the newest hash is
//! compared with one that was written down elsewhere, and each decision names its line ([`Expected`]).
//!
//! No word of a note, a reason or a rating is in it: only ids and hashes.

mod act;
mod carried;

use std::collections::HashSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::{
    act::Act,
    carried::{LogCarried, LogFate, StayIn, carried, rescued},
};
use crate::{
    canonical,
    ids::{CandidateId, InterviewId, InterviewerId, RoundId},
};

/// What stands in the place of the line before the first one.
pub const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// What an act was done to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A candidate.
    Candidate(CandidateId),
    /// An interview.
    Interview(InterviewId),
    /// A round.
    Round(RoundId),
}

/// A line before it has its place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// When, in whole milliseconds.
    pub at: Timestamp,
    /// Who: the interviewer of the laptop, chosen and not verified.
    pub actor: InterviewerId,
    /// What.
    pub act: Act,
    /// To what.
    pub subjects: Vec<Subject>,
    /// The hash of what was decided, shown or written.
    pub content: String,
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LogLine {
    /// Its place, from 1.
    pub sequence: u32,
    /// When, in whole milliseconds.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// Who.
    pub actor: InterviewerId,
    /// What.
    pub act: Act,
    /// To what.
    pub subjects: Vec<Subject>,
    /// The hash of what was decided, shown or written.
    pub content: String,
    /// The hash of the line before; [`START`] for the first.
    pub previous: String,
    /// The hash of this line.
    pub hash: String,
}

impl LogLine {
    /// The line that comes after `last`.
    #[must_use]
    pub fn after(last: Option<&Self>, deed: Deed) -> Self {
        let Deed { at, actor, act, subjects, content } = deed;
        let previous = last.map_or_else(|| START.to_owned(), |last| last.hash.clone());
        let sequence = last.map_or(0, |last| last.sequence).saturating_add(1);
        let mut line = Self { sequence, at, actor, act, subjects, content, previous, hash: String::new() };
        line.hash = line.right_hash();
        line
    }

    /// The hash that the line must have: over the canonical form of everything else in it.
    #[must_use]
    pub fn right_hash(&self) -> String {
        #[derive(Serialize)]
        struct Hashed<'a> {
            sequence: u32,
            at: Timestamp,
            actor: &'a InterviewerId,
            act: Act,
            subjects: &'a [Subject],
            content: &'a str,
            previous: &'a str,
        }
        let Self { sequence, at, actor, act, subjects, content, previous, hash: _ } = self;
        canonical::hash(&Hashed { sequence: *sequence, at: *at, actor, act: *act, subjects, content, previous })
    }
}

/// Why a link of the chain does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// A line is missing before this one, or stands twice.
    Sequence,
    /// It does not name the line before it.
    Previous,
    /// It was changed: its hash is not that of its content.
    Changed,
    /// What is kept says something else than what was logged, or was never logged.
    NotLogged,
}

impl Fault {
    /// What is wrong, in a sentence.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Sequence => "A line before this one is missing, or this one stands in the wrong place.",
            Self::Previous => "This line does not follow from the one before it: one of the two was replaced.",
            Self::Changed => "This line was changed after it was written.",
            Self::NotLogged => {
                "A decision is kept that no line of the log is about: the decision was changed, or the last lines are gone."
            }
        }
    }
}

/// The first link that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BrokenLink {
    /// The place in the log where it shows, from 1; one more than there are lines where the end is missing.
    pub sequence: u32,
    /// Why.
    pub fault: Fault,
    /// The same in a sentence.
    pub words: String,
    /// What is kept and not logged, where that is the fault.
    pub subject: Option<Subject>,
}

/// Something that is kept and must be in the log: its act, to whom it was done, and its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// What was done.
    pub act: Act,
    /// To what, as the first subject of its line.
    pub subject: Subject,
    /// The hash of what is kept.
    pub content: String,
}

/// Checks the lines in the order that they are kept in, and that what is kept was logged.
///
/// # Errors
/// [`BrokenLink`], the first one.
pub fn verify(lines: &[LogLine], kept: &[Expected]) -> Result<(), BrokenLink> {
    let broken = |sequence: u32, fault: Fault, subject: Option<Subject>| BrokenLink {
        sequence,
        fault,
        words: fault.words().to_owned(),
        subject,
    };
    let mut previous = START;
    for (line, sequence) in lines.iter().zip(1_u32..) {
        let fault = if line.sequence != sequence {
            Some(Fault::Sequence)
        } else if line.hash != line.right_hash() {
            Some(Fault::Changed)
        } else if line.previous != previous {
            Some(Fault::Previous)
        } else {
            None
        };
        if let Some(fault) = fault {
            return Err(broken(sequence, fault, None));
        }
        previous = &line.hash;
    }
    let logged: HashSet<(&str, &str)> = lines.iter().map(|line| (line.act.code(), line.content.as_str())).collect();
    for one in kept {
        if !logged.contains(&(one.act.code(), one.content.as_str())) {
            let end = u32::try_from(lines.len()).unwrap_or(u32::MAX).saturating_add(1);
            return Err(broken(end, Fault::NotLogged, Some(one.subject.clone())));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
