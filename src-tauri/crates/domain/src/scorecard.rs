//! The scorecard: one interviewer's recommendation with its reason. Once submitted it is locked.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{interview::Interview, text};

/// The overall recommendation: four levels, no middle, no default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Recommendation {
    /// Do not hire, firmly.
    StrongNo,
    /// Do not hire.
    No,
    /// Hire.
    Yes,
    /// Hire, firmly.
    StrongYes,
}

impl Recommendation {
    /// All four, the firm no first.
    pub const ALL: [Self; 4] = [Self::StrongNo, Self::No, Self::Yes, Self::StrongYes];

    /// The recommendation as the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::StrongNo => "strong_no",
            Self::No => "no",
            Self::Yes => "yes",
            Self::StrongYes => "strong_yes",
        }
    }

    /// Reads what [`Recommendation::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }

    /// The recommendation in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::StrongNo => "Strong no",
            Self::No => "No",
            Self::Yes => "Yes",
            Self::StrongYes => "Strong yes",
        }
    }
}

/// One interviewer's scorecard, as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Scorecard {
    /// The recommendation; none until it is chosen.
    pub recommendation: Option<Recommendation>,
    /// Why, in the interviewer's words.
    pub reason: String,
    /// When it was submitted; none while it is a draft.
    #[ts(type = "Timestamp | null")]
    pub submitted_at: Option<Timestamp>,
    /// The content hash of everything that was submitted; none while it is a draft.
    pub hash: Option<String>,
}

/// What a submitted scorecard was judged on, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Coverage {
    /// Questions in the kit.
    pub questions: u32,
    /// Rated 1 to 5.
    pub rated: u32,
    /// Marked "not asked".
    pub not_asked: u32,
    /// Marked "could not judge".
    pub could_not_judge: u32,
    /// Not marked at all.
    pub unrated: u32,
}

/// Counts what was rated.
#[must_use]
pub fn coverage(interview: &Interview) -> Coverage {
    use crate::rating::Rating;
    let count = |test: fn(Option<Rating>) -> bool| {
        u32::try_from(interview.content.questions.iter().filter(|q| test(interview.rating(&q.id))).count())
            .unwrap_or(u32::MAX)
    };
    Coverage {
        questions: count(|_| true),
        rated: count(|r| matches!(r, Some(Rating::Level(_)))),
        not_asked: count(|r| r == Some(Rating::NotAsked)),
        could_not_judge: count(|r| r == Some(Rating::CouldNotJudge)),
        unrated: count(|r| r.is_none()),
    }
}

/// Why a scorecard cannot be submitted yet. The words are shown to the interviewer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotReady {
    /// No recommendation is chosen.
    #[error("Choose a recommendation first: strong no, no, yes or strong yes.")]
    NoRecommendation,
    /// The reason is missing or too long.
    #[error(transparent)]
    Reason(#[from] text::TextRefused),
}

/// Checks that a scorecard can be submitted, and returns its reason as it will be kept.
///
/// # Errors
/// [`NotReady`] with what is missing.
pub fn ready(scorecard: &Scorecard) -> Result<(Recommendation, String), NotReady> {
    let recommendation = scorecard.recommendation.ok_or(NotReady::NoRecommendation)?;
    let reason = text::free_text("The reason", &scorecard.reason)?;
    Ok((recommendation, reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scorecard_needs_a_recommendation_and_a_reason() {
        let table = [
            (None, "because", Some("Choose a recommendation first: strong no, no, yes or strong yes.")),
            (Some(Recommendation::No), " \n", Some("The reason is empty. Type at least one character.")),
            (Some(Recommendation::No), "because ", None),
        ];
        for (recommendation, reason, refused) in table {
            let draft = Scorecard { recommendation, reason: reason.to_owned(), ..Scorecard::default() };
            let result = ready(&draft);
            assert_eq!(result.as_ref().err().map(ToString::to_string).as_deref(), refused);
            if let Ok((_, kept)) = result {
                assert_eq!(kept, "because");
            }
        }
    }
}
