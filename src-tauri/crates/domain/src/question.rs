//! Questions: what is asked, what a good answer contains, and what each rating means for it.

//!
//! A question that is not finished is a question as well: what is not written yet is empty, and [`Question::gaps`] says
//! what that is. Only the title and the prompt are always there.

mod gap;
mod tidy;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    canonical,
    ids::{CompetencyId, QuestionId},
    rating::Level,
};

pub use gap::Gap;
pub use tidy::{ITEMS_MAX, LINE_MAX, MINUTES_MAX, QuestionRefused, TITLE_MAX};

/// What a question asks the candidate to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QuestionType {
    /// Something the candidate knows.
    Knowledge,
    /// What the candidate would do.
    Scenario,
    /// What the candidate has done.
    Behavioural,
}

/// One version of a question. A version never changes; an interview keeps the version it used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Question {
    /// The question through all its versions.
    pub id: QuestionId,
    /// The section's title, such as "Technical knowledge"; empty for none.
    pub section: String,
    /// The level that it is meant for, such as "senior"; empty for any.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub level: String,
    /// What it asks the candidate to show; none while nobody has said.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub question_type: Option<QuestionType>,
    /// A short name for lists; at most 60 characters.
    pub title: String,
    /// What is read aloud.
    pub prompt: String,
    /// The one competency that its rating counts for; empty while nobody has said.
    pub competency: CompetencyId,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// Planned time in minutes, 1 to 120; 0 while it is not planned.
    pub minutes: u32,
    /// What a good answer contains ("Good signals" on screen), each short enough to tick while listening.
    pub indicators: Vec<String>,
    /// What should worry a listener, likewise.
    pub red_flags: Vec<String>,
    /// Planned follow-up questions.
    pub probes: Vec<String>,
    /// What an answer at each level says; five texts, level 1 first. An anchor that is not written yet is empty.
    #[ts(type = "[string, string, string, string, string]")]
    pub anchors: [String; 5],
    /// What else an interviewer may want to read, such as a model answer or links. Nothing in it is rated or ticked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub guidance: String,
}

impl QuestionType {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Knowledge, Self::Scenario, Self::Behavioural];

    /// As question files and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Knowledge => "knowledge",
            Self::Scenario => "scenario",
            Self::Behavioural => "behavioural",
        }
    }
}

impl Question {
    /// The anchor for a level: what an answer at that level says; empty if it is not written yet.
    #[must_use]
    pub fn anchor(&self, level: Level) -> &str {
        &self.anchors[usize::from(level.number()) - 1]
    }

    /// The content hash that names this version: SHA-256 over the canonical form, in hexadecimal.
    #[must_use]
    pub fn hash(&self) -> String {
        canonical::hash(self)
    }
}
