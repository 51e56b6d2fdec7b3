//! What stands behind one cell.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CandidateRecord, submitted};
use crate::{
    answer::{Answer, answers},
    ids::{CompetencyId, InterviewId},
    independence::Reader,
    interview::Interview,
    means::sums,
    meeting::Part,
    scorecard::OwnRating,
};

/// A scorecard behind a cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Source {
    /// The interview.
    pub interview_id: InterviewId,
    /// Who rated.
    pub interviewer: String,
    /// The interviewer's part, where two interviewed together.
    pub part: Option<Part>,
    /// The mean of the competency in this scorecard; none where nothing was judged.
    pub mean: Option<f64>,
    /// The interviewer's own rating, with its reason. It enters no figure.
    pub own_rating: Option<OwnRating>,
    /// Minutes from the end of the meeting to submission; none where it was not kept.
    pub minutes_to_submission: Option<u32>,
    /// Whether its author had seen another's scorecard before submitting.
    pub after_seeing_others: bool,
    /// How many times it was amended since. The first version counts.
    pub amended: u32,
}

/// The answers behind one cell, with their evidence, as `reader` may see them.
#[must_use]
pub fn evidence(record: &CandidateRecord, competency: &CompetencyId, reader: Option<&Reader>) -> Vec<Answer> {
    submitted(record, reader).flat_map(answers).filter(|a| a.competency_id == *competency).collect()
}

/// The scorecards behind one cell, oldest first, as `reader` may see them.
#[must_use]
pub fn sources(record: &CandidateRecord, competency: &CompetencyId, reader: Option<&Reader>) -> Vec<Source> {
    let source = |interview: &Interview| {
        let sum = sums(interview).into_iter().find(|sum| sum.competency_id == *competency)?;
        let scorecard = &interview.scorecard;
        Some(Source {
            interview_id: interview.id.clone(),
            interviewer: interview.interviewer.name.clone(),
            part: interview.part,
            mean: sum.mean(),
            own_rating: scorecard.own_ratings.iter().find(|own| own.competency_id == *competency).cloned(),
            minutes_to_submission: scorecard.minutes,
            after_seeing_others: scorecard.after_seeing_others,
            amended: scorecard.amendments.len().try_into().unwrap_or(u32::MAX),
        })
    };
    submitted(record, reader).filter_map(source).collect()
}
