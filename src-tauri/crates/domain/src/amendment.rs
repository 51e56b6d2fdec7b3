//! Amendments: what an interviewer says after submitting. Every version is kept; the first one counts, and each tells
//! whether its author had seen another's scorecard of the candidate by then.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    canonical,
    evidence::Reason,
    ids::QuestionId,
    interview::Interview,
    rating::Rating,
    record::QuestionRecord,
    review::{Missing, missing},
    scorecard::{OwnRating, REASONS_MAX, Recommendation, Scorecard},
    text,
};

/// A question and what is said of its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct QuestionRating {
    /// The question.
    pub question_id: QuestionId,
    /// The rating; none for "not rated".
    pub rating: Option<Rating>,
}

/// What one version of a scorecard says. Notes and ticks are no part of it: they were written while listening, and stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Judgement {
    /// The recommendation.
    pub recommendation: Recommendation,
    /// Why.
    pub reason: String,
    /// Up to three reasons for.
    pub reasons_for: Vec<Reason>,
    /// Up to three reasons against.
    pub reasons_against: Vec<Reason>,
    /// Own ratings of competencies that differ from their means.
    pub own_ratings: Vec<OwnRating>,
    /// The questions that are marked, in the kit's order.
    pub ratings: Vec<QuestionRating>,
}

/// What to say otherwise. What is left out stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ScorecardChanges {
    /// Another recommendation.
    #[ts(optional = nullable)]
    pub recommendation: Option<Recommendation>,
    /// Another reason.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
    /// Other reasons for, all of them.
    #[ts(optional = nullable)]
    pub reasons_for: Option<Vec<Reason>>,
    /// Other reasons against, all of them.
    #[ts(optional = nullable)]
    pub reasons_against: Option<Vec<Reason>>,
    /// Other own ratings, all of them.
    #[ts(optional = nullable)]
    pub own_ratings: Option<Vec<OwnRating>>,
    /// The questions that are rated otherwise.
    #[ts(optional, as = "Option<Vec<QuestionRating>>")]
    pub ratings: Vec<QuestionRating>,
}

/// An amendment while it is written: it may lack a reason, and say nothing otherwise yet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct AmendmentDraft {
    /// Why, as far as it is written.
    pub reason: String,
    /// What is said otherwise than in the newest version, as far as it is chosen and written.
    pub changes: ScorecardChanges,
}

impl AmendmentDraft {
    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reason.trim().is_empty() && self.changes == ScorecardChanges::default()
    }

    /// Refuses a text that is longer than any may be, which a later version could not have either.
    ///
    /// # Errors
    /// [`text::TextRefused`] that names the text.
    pub fn within_limits(&self) -> Result<(), text::TextRefused> {
        let ScorecardChanges { reason, reasons_for, reasons_against, own_ratings, .. } = &self.changes;
        let reasons = [reasons_for, reasons_against].into_iter().flatten().flatten().map(|reason| &reason.text);
        let own = own_ratings.iter().flatten().map(|rating| &rating.reason);
        text::within_limit("The reason for the change", &self.reason)?;
        reason.iter().chain(reasons).chain(own).try_for_each(|words| text::within_limit("The reason", words))
    }
}

/// That there is a later version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Amendment {
    /// The version's number, from 2.
    pub number: u32,
    /// When it was made.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// Why it was made.
    pub reason: String,
    /// Whether its author had seen another's submitted scorecard of the candidate by then.
    pub after_seeing_others: bool,
}

/// One version of a submitted scorecard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScorecardVersion {
    /// Counted from 1. The first one counts in every figure.
    pub number: u32,
    /// What it says.
    pub judgement: Judgement,
    /// When it was submitted.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// Why it was made; none for the first.
    pub reason: Option<String>,
    /// Whether its author had seen another's submitted scorecard of the candidate by then.
    pub after_seeing_others: bool,
    /// The first one's content hash; that of a later one is over it and over the hash of the version before.
    pub hash: String,
}

/// Why a scorecard cannot be amended so. The words are shown to the interviewer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AmendRefused {
    /// Nothing is said otherwise.
    #[error("This changes nothing. Change something, or leave the scorecard as it is.")]
    NoChange,
    /// A question that was not in the kit.
    #[error("The question \"{}\" is not in this interview's kit.", text::isolate(.0.as_str()))]
    NotInKit(QuestionId),
    /// Too many reasons.
    #[error("Give up to {REASONS_MAX} reasons for and {REASONS_MAX} against.")]
    TooManyReasons,
    /// Something is missing that every version must have.
    #[error("{}", .0.words())]
    Missing(Missing),
    /// A text is missing or too long.
    #[error(transparent)]
    Text(#[from] text::TextRefused),
}

impl Judgement {
    /// What a submitted interview says; none while no recommendation is chosen.
    #[must_use]
    pub fn of(interview: &Interview) -> Option<Self> {
        let scorecard = &interview.scorecard;
        let marked = interview.content.questions.iter().filter_map(|question| {
            let rating = interview.rating(&question.id)?;
            Some(QuestionRating { question_id: question.id.clone(), rating: Some(rating) })
        });
        Some(Self {
            recommendation: scorecard.recommendation?,
            reason: scorecard.reason.clone(),
            reasons_for: scorecard.reasons_for.clone(),
            reasons_against: scorecard.reasons_against.clone(),
            own_ratings: scorecard.own_ratings.clone(),
            ratings: marked.collect(),
        })
    }

    /// The interview as it would be with this judgement.
    fn put_into(&self, interview: &Interview) -> Interview {
        let said = |record: &QuestionRecord| {
            let found = self.ratings.iter().find(|said| said.question_id == record.question_id);
            let rating = found.and_then(|said| said.rating);
            // Why it could not be judged was said of the rating that it had.
            let unjudged = record.unjudged.filter(|_| rating == record.rating);
            QuestionRecord { rating, unjudged, ..record.clone() }
        };
        let scorecard = Scorecard {
            recommendation: Some(self.recommendation),
            reason: self.reason.clone(),
            reasons_for: self.reasons_for.clone(),
            reasons_against: self.reasons_against.clone(),
            own_ratings: self.own_ratings.clone(),
            ..interview.scorecard.clone()
        };
        Interview { records: interview.records.iter().map(said).collect(), scorecard, ..interview.clone() }
    }

    /// This judgement with something said otherwise.
    ///
    /// # Errors
    /// [`AmendRefused`] with the reason.
    pub fn amended(&self, interview: &Interview, changes: &ScorecardChanges) -> Result<Self, AmendRefused> {
        let mut next = self.clone();
        next.recommendation = changes.recommendation.unwrap_or(next.recommendation);
        if let Some(reason) = &changes.reason {
            next.reason = text::free_text("The reason", reason)?;
        }
        for (reasons, changed) in
            [(&mut next.reasons_for, &changes.reasons_for), (&mut next.reasons_against, &changes.reasons_against)]
        {
            let Some(changed) = changed else { continue };
            if changed.len() > REASONS_MAX {
                return Err(AmendRefused::TooManyReasons);
            }
            for reason in changed {
                text::within_limit("The reason", &reason.text)?;
            }
            *reasons = changed.iter().map(|reason| reason.resting_on(interview)).collect();
        }
        if let Some(own) = &changes.own_ratings {
            next.own_ratings.clone_from(own);
        }
        for change in &changes.ratings {
            if interview.content.number_of(&change.question_id).is_none() {
                return Err(AmendRefused::NotInKit(change.question_id.clone()));
            }
            next.ratings.retain(|said| said.question_id != change.question_id);
            next.ratings.extend(change.rating.is_some().then(|| change.clone()));
        }
        next.ratings.sort_by_key(|said| interview.content.number_of(&said.question_id));
        if next == *self {
            return Err(AmendRefused::NoChange);
        }
        // Evidence was needed at submission, and nothing is written any more.
        let needed = |lack: &Missing| !matches!(lack, Missing::Evidence | Missing::UnkeptNote);
        match missing(&next.put_into(interview)).into_iter().find(needed) {
            Some(lack) => Err(AmendRefused::Missing(lack)),
            None => Ok(next),
        }
    }
}

/// SHA-256 over the canonical form of a later version and the hash of the version before, so that none can be changed or
/// taken out unseen.
#[must_use]
pub fn version_hash(version: &ScorecardVersion, before: &str) -> String {
    canonical::hash(&(ScorecardVersion { hash: String::new(), ..version.clone() }, before))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{interview::InterviewState, rating::Level, testing::interview};

    fn submitted() -> (Interview, Judgement) {
        let interview = interview("Ida", InterviewState::Submitted, ["4", "not_asked", "-"]);
        let first = Judgement::of(&interview).unwrap();
        (interview, first)
    }

    #[test]
    fn a_version_says_what_is_marked_in_the_kits_order() {
        let (_, first) = submitted();
        let marked: Vec<_> = first.ratings.iter().map(|r| r.rating.map(Rating::code)).collect();
        assert_eq!(marked, [Some("4".to_owned()), Some("not_asked".to_owned())]);
    }

    #[test]
    fn an_amendment_changes_what_it_names_and_nothing_else() {
        let (interview, first) = submitted();
        let rate = |question: &str, code: &str| QuestionRating {
            question_id: question.into(),
            rating: Rating::from_code(code),
        };
        let own = OwnRating {
            competency_id: "craft".into(),
            level: Level::new(2).unwrap(),
            reason: "Heard more since.".to_owned(),
        };
        let changes = ScorecardChanges {
            recommendation: Some(Recommendation::No),
            own_ratings: Some(vec![own.clone()]),
            ratings: vec![rate("p/q3", "2"), rate("p/q1", "-"), rate("p/q2", "5")],
            ..ScorecardChanges::default()
        };
        let second = first.amended(&interview, &changes).unwrap();
        assert_eq!(second.ratings, [rate("p/q2", "5"), rate("p/q3", "2")], "in the kit's order, the first cleared");
        let unchanged = Judgement { recommendation: Recommendation::No, own_ratings: vec![own], ..first.clone() };
        assert_eq!(Judgement { ratings: first.ratings.clone(), ..second.clone() }, unchanged);
        let again = second.amended(&interview, &changes);
        assert_eq!(again, Err(AmendRefused::NoChange), "what is said already is no change");
    }

    #[test]
    fn what_no_version_may_lack_is_refused() {
        let (interview, first) = submitted();
        let none = ScorecardChanges::default;
        let reason = |text: &str, entry: &str| Reason {
            text: text.to_owned(),
            entry_ids: vec![entry.into()],
            ..Reason::default()
        };
        let own = |reason: &str| OwnRating {
            competency_id: "craft".into(),
            level: Level::new(2).unwrap(),
            reason: reason.to_owned(),
        };
        let table = [
            (none(), "This changes nothing."),
            (ScorecardChanges { reason: Some(" ".to_owned()), ..none() }, "The reason is empty."),
            (ScorecardChanges { reasons_for: Some(vec![reason("calm", "gone")]), ..none() }, "cites no evidence"),
            (ScorecardChanges { reasons_against: Some(vec![reason("", "e1")]), ..none() }, "has no words"),
            (ScorecardChanges { reasons_for: Some(vec![reason("calm", "e1"); 4]), ..none() }, "up to 3 reasons"),
            (ScorecardChanges { own_ratings: Some(vec![own("")]), ..none() }, "Say why"),
            (
                ScorecardChanges {
                    ratings: vec![QuestionRating { question_id: "p/none".into(), rating: None }],
                    ..none()
                },
                "not in this interview's kit",
            ),
        ];
        for (changes, why) in table {
            let refused = first.amended(&interview, &changes).unwrap_err().to_string();
            assert!(refused.contains(why), "{refused}");
        }
    }

    #[test]
    fn the_hash_of_a_version_is_over_all_of_it_and_the_version_before() {
        let (interview, first) = submitted();
        let version = ScorecardVersion {
            number: 2,
            judgement: first,
            at: interview.started_at,
            reason: Some("A slip of the finger.".to_owned()),
            after_seeing_others: false,
            hash: String::new(),
        };
        let hash = version_hash(&version, "before");
        assert_eq!(version_hash(&ScorecardVersion { hash: hash.clone(), ..version.clone() }, "before"), hash);
        for other in [
            ScorecardVersion { number: 3, ..version.clone() },
            ScorecardVersion { after_seeing_others: true, ..version.clone() },
            ScorecardVersion { reason: Some("Another.".to_owned()), ..version.clone() },
            ScorecardVersion { at: jiff::Timestamp::UNIX_EPOCH, ..version.clone() },
        ] {
            assert_ne!(version_hash(&other, "before"), hash, "{other:?}");
        }
        assert_ne!(version_hash(&version, "other"), hash);
    }
}
