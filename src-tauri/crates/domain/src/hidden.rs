//! Hidden notes: what was written about a topic that must not weigh in a hiring decision. The note stays sealed in the
//! store until everything about the candidate is erased; comparison, packet, search and the review see that there is one, its
//! topic and its time, and never its words. The one file that has them is what the candidate is given who asks for everything.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::EntryId;

/// What the law of many countries keeps out of a hiring decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// How old someone is or looks.
    Age,
    /// Marriage, children, parents, care for others.
    Family,
    /// Pregnancy, birth, and the leave that goes with them.
    Pregnancy,
    /// Illness, treatment, condition of the body.
    Health,
    /// Disability, and the aids that it needs.
    Disability,
    /// Accent, first language.
    Accent,
    /// Belief and its practice.
    Religion,
    /// Country, nationality, ethnicity, skin, papers of residence.
    Origin,
    /// Membership of a trade union.
    Union,
    /// Political opinion and activity.
    Politics,
    /// Sexual orientation and gender identity.
    Orientation,
    /// Military service.
    Military,
    /// Arrests, convictions, prison.
    ArrestRecord,
    /// What someone earns or earned.
    SalaryHistory,
}

impl Topic {
    /// All topics.
    pub const ALL: [Self; 14] = [
        Self::Age,
        Self::Family,
        Self::Pregnancy,
        Self::Health,
        Self::Disability,
        Self::Accent,
        Self::Religion,
        Self::Origin,
        Self::Union,
        Self::Politics,
        Self::Orientation,
        Self::Military,
        Self::ArrestRecord,
        Self::SalaryHistory,
    ];

    /// The topic as the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Age => "age",
            Self::Family => "family",
            Self::Pregnancy => "pregnancy",
            Self::Health => "health",
            Self::Disability => "disability",
            Self::Accent => "accent",
            Self::Religion => "religion",
            Self::Origin => "origin",
            Self::Union => "union",
            Self::Politics => "politics",
            Self::Orientation => "orientation",
            Self::Military => "military",
            Self::ArrestRecord => "arrest_record",
            Self::SalaryHistory => "salary_history",
        }
    }

    /// Reads what [`Topic::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.code() == code)
    }
}

/// All that is said of a hidden note. It has no place for the text, so that nothing made from an interview can leak it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HiddenEntry {
    /// The note's id.
    pub id: EntryId,
    /// Why it is hidden.
    pub topic: Topic,
    /// When the note was begun, in seconds since the interview started.
    pub at_seconds: u32,
    /// When it was hidden.
    #[ts(type = "Timestamp")]
    pub hidden_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_reads_and_writes_one_form() {
        for topic in Topic::ALL {
            assert_eq!(serde_json::to_string(&topic).unwrap(), format!("\"{}\"", topic.code()));
            assert_eq!(Topic::from_code(topic.code()), Some(topic));
        }
        assert_eq!(Topic::from_code("weather"), None);
    }
}
