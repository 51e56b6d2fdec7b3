//! Questions: what is asked, what a good answer contains, and what each rating means for it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    canonical,
    ids::{CompetencyId, QuestionId},
    rating::Level,
};

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
    /// The section's title, such as "Technical knowledge".
    pub section: String,
    /// What it asks the candidate to show.
    #[serde(rename = "type")]
    pub question_type: QuestionType,
    /// A short name for lists; at most 60 characters.
    pub title: String,
    /// What is read aloud.
    pub prompt: String,
    /// The one competency that its rating counts for.
    pub competency: CompetencyId,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// Planned time in minutes, 1 to 120.
    pub minutes: u32,
    /// What a good answer contains ("Good signals" on screen), each short enough to tick while listening.
    pub indicators: Vec<String>,
    /// What should worry a listener, likewise.
    pub red_flags: Vec<String>,
    /// Planned follow-up questions.
    pub probes: Vec<String>,
    /// What an answer at each level says; five texts, level 1 first.
    #[ts(type = "[string, string, string, string, string]")]
    pub anchors: [String; 5],
}

impl Question {
    /// The anchor for a level: what an answer at that level says.
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
