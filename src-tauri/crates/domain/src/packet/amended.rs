//! What was said after submitting: each later version by what it changes.

use jiff::{Timestamp, civil::DateTime};
use serde::{Deserialize, Serialize};

use crate::{
    amendment::{Judgement, ScorecardVersion},
    interview::Interview,
    packet::cited::{self, CitedReason},
    rating::Rating,
    scorecard::{OwnRating, Recommendation},
};

/// A later version of a scorecard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketAmendment {
    /// Its number, from 2.
    pub number: u32,
    /// When it was made, in local time.
    pub at: DateTime,
    /// Why it was made.
    pub reason: String,
    /// Whether its author had seen another's submitted scorecard on the candidate by then.
    pub after_seeing_others: bool,
    /// What it says otherwise than the version before.
    pub changes: Vec<Change>,
}

/// Something said otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Another recommendation.
    Recommendation {
        /// Before.
        from: Recommendation,
        /// Now.
        to: Recommendation,
    },
    /// Another reason for the recommendation.
    Reason(String),
    /// Other reasons for: all of them.
    ReasonsFor(Vec<CitedReason>),
    /// Other reasons against: all of them.
    ReasonsAgainst(Vec<CitedReason>),
    /// Another own rating of a competency.
    OwnRating {
        /// The competency's name.
        competency: String,
        /// Before; none where the mean stood.
        from: Option<Rating>,
        /// Now; none where the mean stands.
        to: Option<Rating>,
        /// Why it differs from the mean.
        reason: String,
    },
    /// Another rating of a question.
    Rating {
        /// The question's place in the kit, from 1.
        number: u32,
        /// Its title.
        question: String,
        /// Before; none for "not rated".
        from: Option<Rating>,
        /// Now; none for "not rated".
        to: Option<Rating>,
    },
}

/// Every version after the first.
pub(super) fn amendments(
    interview: &Interview,
    versions: &[ScorecardVersion],
    local: &impl Fn(Timestamp) -> DateTime,
) -> Vec<PacketAmendment> {
    let pairs = versions.windows(2).map(|pair| PacketAmendment {
        number: pair[1].number,
        at: local(pair[1].at),
        reason: pair[1].reason.clone().unwrap_or_default(),
        after_seeing_others: pair[1].after_seeing_others,
        changes: changes(&pair[0].judgement, &pair[1].judgement, interview),
    });
    pairs.collect()
}

fn changes(before: &Judgement, after: &Judgement, interview: &Interview) -> Vec<Change> {
    let mut all = Vec::new();
    if before.recommendation != after.recommendation {
        all.push(Change::Recommendation { from: before.recommendation, to: after.recommendation });
    }
    if before.reason != after.reason {
        all.push(Change::Reason(after.reason.clone()));
    }
    if before.reasons_for != after.reasons_for {
        all.push(Change::ReasonsFor(cited::reasons(&after.reasons_for, interview)));
    }
    if before.reasons_against != after.reasons_against {
        all.push(Change::ReasonsAgainst(cited::reasons(&after.reasons_against, interview)));
    }
    for competency in &interview.content.role.competencies {
        let own = |of: &Judgement| of.own_ratings.iter().find(|own| own.competency_id == competency.id).cloned();
        let (from, to) = (own(before), own(after));
        if from != to {
            let level = |own: &Option<OwnRating>| own.as_ref().map(|own| Rating::Level(own.level));
            all.push(Change::OwnRating {
                competency: competency.name.clone(),
                from: level(&from),
                to: level(&to),
                reason: to.map_or_else(String::new, |own| own.reason),
            });
        }
    }
    for (question, number) in interview.content.questions.iter().zip(1..) {
        let rating =
            |of: &Judgement| of.ratings.iter().find(|of| of.question_id == question.id).and_then(|of| of.rating);
        let (from, to) = (rating(before), rating(after));
        if from != to {
            all.push(Change::Rating { number, question: question.title.clone(), from, to });
        }
    }
    all
}
