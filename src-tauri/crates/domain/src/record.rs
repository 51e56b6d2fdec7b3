//! What was done with one question: its rating, the probes asked, and where the interviewer left the kit's words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ids::QuestionId, rating::Rating};

/// Why an answer could not be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unjudged {
    /// Something broke in.
    Interrupted,
    /// There was no time for the answer.
    OutOfTime,
    /// The question was not understood as it was meant.
    Misunderstood,
}

impl Unjudged {
    /// All three, in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Interrupted, Self::OutOfTime, Self::Misunderstood];

    /// As the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Interrupted => "interrupted",
            Self::OutOfTime => "out_of_time",
            Self::Misunderstood => "misunderstood",
        }
    }

    /// Reads what [`Unjudged::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.code() == code)
    }

    /// In words, as they stand after "could not judge".
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Interrupted => "interrupted",
            Self::OutOfTime => "out of time",
            Self::Misunderstood => "misunderstood",
        }
    }
}

/// How the interviewer left the kit's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeviationKind {
    /// Asked in other words.
    Reworded,
    /// Passed over on purpose.
    Skipped,
}

impl DeviationKind {
    /// As the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Reworded => "reworded",
            Self::Skipped => "skipped",
        }
    }

    /// Reads what [`DeviationKind::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Reworded, Self::Skipped].into_iter().find(|kind| kind.code() == code)
    }

    /// The deviation in a word, as on the screen.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Reworded => "Reworded",
            Self::Skipped => "Dropped",
        }
    }
}

/// A question that was not asked as the kit has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Deviation {
    /// How.
    pub kind: DeviationKind,
    /// Why, in the interviewer's words; may be empty.
    pub reason: String,
}

/// How often a probe was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProbeAsked {
    /// The probe in the question's list, counted from 1; none counts the unplanned ones together.
    pub number: Option<u32>,
    /// How often; at least 1.
    pub asked: u32,
}

/// A rating with what belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rated {
    /// The rating.
    pub rating: Rating,
    /// Why it could not be judged, where that was said.
    pub unjudged: Option<Unjudged>,
}

/// What was done with one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionRecord {
    /// The question.
    pub question_id: QuestionId,
    /// The rating; none while it is not rated.
    pub rating: Option<Rating>,
    /// Why it could not be judged, where that was said.
    pub unjudged: Option<Unjudged>,
    /// Time spent on it, in seconds.
    pub spent_seconds: u32,
    /// The probes that were asked, by number, the unplanned ones first.
    pub probes: Vec<ProbeAsked>,
    /// How it was not asked as the kit has it.
    pub deviation: Option<Deviation>,
}

impl QuestionRecord {
    /// The record of a question of which nothing was written yet.
    #[must_use]
    pub fn empty(question_id: QuestionId) -> Self {
        Self { question_id, rating: None, unjudged: None, spent_seconds: 0, probes: Vec::new(), deviation: None }
    }

    /// The rating with what belongs to it.
    #[must_use]
    pub fn rated(&self) -> Option<Rated> {
        self.rating.map(|rating| Rated { rating, unjudged: self.unjudged })
    }

    /// How often a probe was asked.
    #[must_use]
    pub fn asked(&self, number: Option<u32>) -> u32 {
        self.probes.iter().find(|probe| probe.number == number).map_or(0, |probe| probe.asked)
    }

    /// Whether nothing is left to do with the question: it is rated, missing values included, or was skipped.
    #[must_use]
    pub fn settled(&self) -> bool {
        self.rating.is_some() || self.deviation.as_ref().is_some_and(|d| d.kind == DeviationKind::Skipped)
    }

    /// Whether nothing was said of the question. Time alone is nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.rating.is_none() && self.probes.is_empty() && self.deviation.is_none()
    }
}
