//! A place: where something is written down in an interview.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

use crate::ids::QuestionId;

/// Where a note is filed, what is typed stands, and the screen was left: a question of the kit, or one of the two places
/// outside questions.
///
/// One text in the store and in the contract: the question's id, `general` or `candidate_questions`. They cannot clash:
/// the id of a question of a pack has a `/`, that of a question made by a person is a `UUIDv7`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// A question of the kit.
    Question(QuestionId),
    /// The interview in general.
    General,
    /// What the candidate asked.
    CandidateQuestions,
}

impl Place {
    const GENERAL: &'static str = "general";
    const CANDIDATE_QUESTIONS: &'static str = "candidate_questions";

    /// The place as the store and the contract write it.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Question(id) => id.as_str(),
            Self::General => Self::GENERAL,
            Self::CandidateQuestions => Self::CANDIDATE_QUESTIONS,
        }
    }

    /// Reads what [`Place::code`] wrote: every text is a place, and what is neither word is a question's id.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        match code {
            Self::GENERAL => Self::General,
            Self::CANDIDATE_QUESTIONS => Self::CandidateQuestions,
            id => Self::Question(id.into()),
        }
    }

    /// The question, unless it is a place outside questions.
    #[must_use]
    pub fn question(&self) -> Option<&QuestionId> {
        match self {
            Self::Question(id) => Some(id),
            Self::General | Self::CandidateQuestions => None,
        }
    }

    /// Whether this is that question.
    #[must_use]
    pub fn is(&self, question: &QuestionId) -> bool {
        self.question() == Some(question)
    }
}

impl From<QuestionId> for Place {
    fn from(id: QuestionId) -> Self {
        Self::Question(id)
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::from_code(&String::deserialize(deserializer)?))
    }
}

impl TS for Place {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &ts_rs::Config) -> String {
        "Place".to_owned()
    }

    fn inline(_: &ts_rs::Config) -> String {
        format!("QuestionId | \"{}\" | \"{}\"", Self::GENERAL, Self::CANDIDATE_QUESTIONS)
    }

    fn decl(config: &ts_rs::Config) -> String {
        format!("type Place = {};", Self::inline(config))
    }

    fn decl_concrete(config: &ts_rs::Config) -> String {
        Self::decl(config)
    }

    fn docs() -> Option<String> {
        Some(
            "/**\n * Where something is written: a question's id, or one of the two places outside questions.\n */\n"
                .to_owned(),
        )
    }

    fn visit_dependencies(v: &mut impl ts_rs::TypeVisitor)
    where
        Self: 'static,
    {
        v.visit::<QuestionId>();
    }

    fn output_path() -> Option<std::path::PathBuf> {
        Some("Place.ts".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_one_text() {
        for (text, place) in [
            ("general", Place::General),
            ("candidate_questions", Place::CandidateQuestions),
            ("senior-python/py-gil", Place::Question("senior-python/py-gil".into())),
            ("pack/general", Place::Question("pack/general".into())),
        ] {
            assert_eq!(Place::from_code(text), place);
            assert_eq!(place.code(), text);
            let json = serde_json::to_string(&place).unwrap();
            assert_eq!(json, format!("\"{text}\""));
            assert_eq!(serde_json::from_str::<Place>(&json).unwrap(), place);
        }
        assert_eq!(Place::General.question(), None);
        assert!(Place::from_code("p/q").is(&"p/q".into()));
    }
}
