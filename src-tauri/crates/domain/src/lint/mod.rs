//! A gentle look at notes before they are submitted: verdicts without what was said or done, and topics that the law
//! protects.
//!
//! Why verdicts: notes of what candidates said and did made for more valid ratings, notes on the procedure for less valid
//! ones (Burnett, Fan, Motowidlo & DeGroot 1998, "Interview notes and validity", Personnel Psychology 51,
//! doi:10.1111/j.1744-6570.1998.tb00730.x). The study compares kinds of notes; the list of words is ours.
//!
//! It only points. It changes no note, blocks nothing, and would rather be silent than alarm on an engineer's English.
//! The words are in `words/`, one file a language; the format is told at the top of `words/en.toml`.

mod list;
mod matcher;
mod pattern;
mod tokens;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::hidden::Topic;

/// A language that has a file of words. A new one is its file in `words/`, and a line each here, in `ALL`, in `words` and
/// in `list::of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum Language {
    /// English, of any country.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Every language that can be checked.
    pub const ALL: [Self; 1] = [Self::English];

    fn words(self) -> &'static str {
        match self {
            Self::English => include_str!("words/en.toml"),
        }
    }
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "topic", rename_all = "snake_case")]
pub enum Kind {
    /// A judgement that stands without what was said or done.
    Verdict,
    /// Something that must not weigh in a hiring decision.
    Protected(Topic),
}

impl Kind {
    /// What to do about it.
    #[must_use]
    pub fn advice(self) -> Advice {
        match self {
            Self::Verdict => Advice::WriteWhatWasSaidOrDone,
            Self::Protected(_) => Advice::Hide,
        }
    }
}

/// What to do about a finding. The screen has the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// Say what the person said or did instead.
    WriteWhatWasSaidOrDone,
    /// Hide the note from comparison, packet and search. It stays sealed until everything about the
    /// candidate is erased.
    Hide,
}

/// One place in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Finding {
    /// What was found.
    pub kind: Kind,
    /// Where it begins, in bytes of the text.
    pub start: usize,
    /// Where it ends, in bytes of the text.
    pub end: usize,
    /// The words there, as they were written.
    pub words: String,
    /// What to do about it.
    pub advice: Advice,
}

/// What deserves a second look in a text, from its beginning to its end. Findings of one kind never overlap. Text between
/// backticks is code, and is not read. The time it takes grows with the length of the text and no faster.
#[must_use]
pub fn check(text: &str, language: Language) -> Vec<Finding> {
    let found = matcher::find(list::of(language), text);
    let finding = |hit: matcher::Hit| Finding {
        kind: hit.kind,
        start: hit.start,
        end: hit.end,
        words: text[hit.start..hit.end].to_owned(),
        advice: hit.kind.advice(),
    };
    found.hits.into_iter().map(finding).collect()
}
