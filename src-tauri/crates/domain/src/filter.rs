//! What a search of the bank can be narrowed to, and how a finding is shown.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ids::CompetencyId, question::QuestionType};

/// After so many days without being asked, a question is stale.
pub const STALE_DAYS: i64 = 365;

/// Narrows a search. What is left out does not narrow it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields = nullable)]
pub struct QuestionFilter {
    /// The pack that they came with; empty for those written here.
    pub pack: Option<String>,
    /// The section's title.
    pub section: Option<String>,
    /// What they ask the candidate to show.
    #[serde(rename = "type")]
    pub question_type: Option<QuestionType>,
    /// The competency that their rating counts for.
    pub competency: Option<CompetencyId>,
    /// The level that they are meant for.
    pub level: Option<String>,
    /// A tag, as it is written.
    pub tag: Option<String>,
    /// Only those that no interview has asked.
    pub never_used: Option<bool>,
    /// Only those that nobody has asked for a year ([`STALE_DAYS`]), among them those never asked that are older.
    pub stale: Option<bool>,
    /// Only those marked as known outside.
    pub leaked: Option<bool>,
    /// Only those of which the pack has another version than one's own.
    pub offered: Option<bool>,
    /// Those that were put away, instead of those that were not.
    pub archived: Option<bool>,
}

/// Which part of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QuestionField {
    /// Its section.
    Section,
    /// What it asks the candidate to show.
    Type,
    /// Its title.
    Title,
    /// What is read aloud.
    Prompt,
    /// The competency that its rating counts for.
    Competency,
    /// The level that it is meant for.
    Level,
    /// Words to find it by.
    Tags,
    /// Planned time.
    Minutes,
    /// Good signals.
    Indicators,
    /// Red flags.
    RedFlags,
    /// Planned follow-ups.
    Probes,
    /// What an answer at each level says.
    Anchors,
    /// A model answer, links and whatever else an import brought.
    Guidance,
}

/// A text with the parts of it that were looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Marked {
    /// Which part of the question it is.
    pub field: QuestionField,
    /// The text; of a long one, the piece round the first mark, cut at words and with an ellipsis.
    pub text: String,
    /// From and to (not included) of each mark, in UTF-16 code units of `text`, in order and apart.
    pub marks: Vec<(u32, u32)>,
}
