//! The review before submitting: what is unrated, rated without evidence, still open, and what must be there. One page.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    draft::Draft,
    entry::{Entry, EntryKind},
    evidence::{self, Reason},
    hidden::HiddenEntry,
    ids::{CompetencyId, InterviewId, QuestionId},
    interview::Interview,
    lint::Language,
    means,
    rating::Rating,
    record::QuestionRecord,
    scorecard::{Coverage, OwnRating, Scorecard, coverage},
};

mod finding;

pub use finding::{FindingKind, ReviewFinding, ReviewPlace};

/// What must be there before a scorecard can be submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// A recommendation.
    Recommendation,
    /// The reason for it.
    Reason,
    /// A single piece of evidence anywhere.
    Evidence,
    /// A note is typed and not kept.
    UnkeptNote,
    /// A reason for or against has evidence and no words.
    ReasonWords,
    /// A reason for or against cites nothing that is there.
    ReasonEvidence,
    /// An own rating differs from the mean and does not say why.
    OwnRatingReason,
}

impl Missing {
    /// What to do, in a sentence.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Recommendation => "Choose a recommendation first: strong no, no, yes or strong yes.",
            Self::Reason => "Say why first, in a sentence or two.",
            Self::Evidence => {
                "There is no evidence yet: tick a good signal or a red flag, or keep a quote, code, a good sign or a concern."
            }
            Self::UnkeptNote => "A note is typed but not kept. Keep it or clear it before you submit.",
            Self::ReasonWords => "A reason for or against has no words. Write it, or take it out.",
            Self::ReasonEvidence => {
                "A reason for or against cites no evidence. Add a note or a tick to it, or take it out."
            }
            Self::OwnRatingReason => "Your own rating of a competency differs from its mean. Say why, or take it out.",
        }
    }
}

/// What may stay open, once the interviewer has seen it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LeftOpen {
    /// A required question is neither rated nor said to be not asked, not judged or skipped. Submitting must then say
    /// "anyway".
    UnratedRequired,
    /// An optional question is left unrated.
    UnratedOptional,
    /// A question is rated without evidence.
    NoEvidence,
    /// A question is said to be not asked, and something under it says that it was.
    SeemsAsked,
    /// A follow-up is not settled.
    FollowUps,
    /// The means of the competencies are not confirmed.
    Means,
}

/// What is open about one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QuestionOpen {
    /// It is neither rated nor said to be not asked, not judged or skipped.
    Unrated,
    /// It is rated without evidence.
    NoEvidence,
    /// It is said to be not asked, and has evidence, or a probe that was asked. A plain note may say why it was not.
    SeemsAsked,
}

/// One question in the review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewQuestion {
    /// The question.
    pub question_id: QuestionId,
    /// Its place in the kit, from 1.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// Whether the kit asks it of every candidate.
    pub required: bool,
    /// The competency that the rating counts for.
    pub competency_id: CompetencyId,
    /// The rating; none while it is not rated.
    pub rating: Option<Rating>,
    /// The notes under it, hidden ones not among them.
    pub notes: u32,
    /// The pieces of evidence under it: ticks, quotes, code, good signs and concerns.
    pub evidence: u32,
    /// How many of these are ticks.
    pub ticks: u32,
    /// How often a probe was asked, the unplanned ones among them.
    pub probes: u32,
    /// What is open about it; none if nothing is.
    pub open: Option<QuestionOpen>,
}

/// One competency in the review.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ReviewCompetency {
    /// The competency.
    pub competency_id: CompetencyId,
    /// Its name.
    pub name: String,
    /// The mean of its rated questions; none where no question is rated.
    pub mean: Option<f64>,
    /// How many of its questions are rated.
    pub rated: u32,
    /// How many of its questions are in the kit.
    pub questions: u32,
    /// The interviewer's own rating, which enters no figure; none where the mean stands.
    pub own: Option<OwnRating>,
}

/// The review: one page's worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Review {
    /// Of which interview.
    pub interview_id: InterviewId,
    /// The questions, in the kit's order.
    pub questions: Vec<ReviewQuestion>,
    /// How much of the kit is rated.
    pub coverage: Coverage,
    /// The competencies that the kit asks about, in the role's order.
    pub competencies: Vec<ReviewCompetency>,
    /// Whether the means as they are now are confirmed.
    pub confirmed: bool,
    /// Follow-ups that are not settled, oldest first.
    pub follow_ups: Vec<Entry>,
    /// Hidden notes, without their words.
    pub hidden: Vec<HiddenEntry>,
    /// What is typed and not kept.
    pub drafts: Vec<Draft>,
    /// What the lint points at; none while it is turned off.
    pub findings: Vec<ReviewFinding>,
    /// The scorecard, as far as it is written.
    pub scorecard: Scorecard,
    /// What must be there before submitting, and is not.
    pub missing: Vec<Missing>,
    /// What may stay open.
    pub open: Vec<LeftOpen>,
}

/// Reviews an interview. The lint reads what is written in `language`; none turns it off.
#[must_use]
pub fn review(interview: &Interview, language: Option<Language>) -> Review {
    let questions = questions(interview);
    let follow_ups = open_follow_ups(interview);
    let open = left_open(interview, &questions, &follow_ups);
    let sums = means::sums(interview);
    let own = |id: &CompetencyId| interview.scorecard.own_ratings.iter().find(|own| own.competency_id == *id).cloned();
    Review {
        interview_id: interview.id.clone(),
        coverage: coverage(interview),
        competencies: sums
            .into_iter()
            .map(|sum| ReviewCompetency {
                name: interview.content.competency_name(&sum.competency_id).to_owned(),
                mean: sum.mean(),
                rated: sum.rated,
                questions: sum.questions,
                own: own(&sum.competency_id),
                competency_id: sum.competency_id,
            })
            .collect(),
        confirmed: are_means_confirmed(interview),
        hidden: interview.hidden.clone(),
        drafts: interview.drafts.clone(),
        findings: language.map_or_else(Vec::new, |language| finding::findings(interview, language)),
        scorecard: interview.scorecard.clone(),
        missing: missing(interview),
        questions,
        follow_ups,
        open,
    }
}

/// What must be there before a scorecard can be submitted, and is not.
#[must_use]
pub fn missing(interview: &Interview) -> Vec<Missing> {
    let scorecard = &interview.scorecard;
    let reasons: Vec<Reason> =
        scorecard.reasons_for.iter().chain(&scorecard.reasons_against).map(|r| r.resting_on(interview)).collect();
    let sums = means::sums(interview);
    let unexplained = |own: &OwnRating| {
        let mean = sums.iter().find(|sum| sum.competency_id == own.competency_id);
        own.reason.trim().is_empty() && !mean.is_some_and(|mean| mean.is_exactly(own.level.number()))
    };
    [
        (Missing::Recommendation, scorecard.recommendation.is_none()),
        (Missing::Reason, scorecard.reason.trim().is_empty()),
        (Missing::UnkeptNote, !interview.drafts.is_empty()),
        (Missing::Evidence, !evidence::is_there_any(interview)),
        (Missing::ReasonWords, reasons.iter().any(|reason| reason.text.trim().is_empty())),
        (Missing::ReasonEvidence, reasons.iter().any(|reason| !reason.cites())),
        (Missing::OwnRatingReason, scorecard.own_ratings.iter().any(unexplained)),
    ]
    .into_iter()
    .filter_map(|(lack, is)| is.then_some(lack))
    .collect()
}

/// Whether any required question is left open without a mark, so that submitting must say "anyway".
#[must_use]
pub fn is_required_unrated(interview: &Interview) -> bool {
    questions(interview).iter().any(|question| question.required && question.open == Some(QuestionOpen::Unrated))
}

fn questions(interview: &Interview) -> Vec<ReviewQuestion> {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let kit = &interview.content.kit.questions;
    let line = |(question, number): (&crate::question::Question, u32)| {
        let rating = interview.rating(&question.id);
        let record = interview.records.iter().find(|record| record.question_id == question.id);
        let settled = record.is_some_and(QuestionRecord::settled);
        let probes = record.map_or(0, |record| record.probes.iter().map(|probe| probe.asked).sum());
        let ticks = evidence::ticks_under(interview, &question.id);
        let evidence = evidence::pieces_under(interview, &question.id);
        ReviewQuestion {
            question_id: question.id.clone(),
            number,
            title: question.title.clone(),
            required: kit.iter().any(|asked| asked.question_id == question.id && asked.required),
            competency_id: question.competency.clone(),
            rating,
            notes: count(evidence::entries_under(interview, &question.id).count()),
            evidence: count(evidence),
            ticks: count(ticks),
            probes,
            open: match rating {
                None if !settled => Some(QuestionOpen::Unrated),
                Some(Rating::Level(_)) if evidence == 0 => Some(QuestionOpen::NoEvidence),
                Some(Rating::NotAsked) if evidence > 0 || probes > 0 => Some(QuestionOpen::SeemsAsked),
                _ => None,
            },
        }
    };
    interview.content.questions.iter().zip(1..).map(line).collect()
}

fn open_follow_ups(interview: &Interview) -> Vec<Entry> {
    let open = |entry: &&Entry| entry.kind == EntryKind::FollowUp && !interview.settled.contains(&entry.id);
    interview.entries.iter().filter(open).cloned().collect()
}

fn are_means_confirmed(interview: &Interview) -> bool {
    interview.scorecard.confirmed.as_ref().is_some_and(|confirmed| confirmed.sums == means::sums(interview))
}

fn left_open(interview: &Interview, questions: &[ReviewQuestion], follow_ups: &[Entry]) -> Vec<LeftOpen> {
    let unrated =
        |required: bool| questions.iter().any(|q| q.required == required && q.open == Some(QuestionOpen::Unrated));
    let any = |open: QuestionOpen| questions.iter().any(|q| q.open == Some(open));
    let any_mean = questions.iter().any(|question| matches!(question.rating, Some(Rating::Level(_))));
    [
        (LeftOpen::UnratedRequired, unrated(true)),
        (LeftOpen::UnratedOptional, unrated(false)),
        (LeftOpen::NoEvidence, any(QuestionOpen::NoEvidence)),
        (LeftOpen::SeemsAsked, any(QuestionOpen::SeemsAsked)),
        (LeftOpen::FollowUps, !follow_ups.is_empty()),
        (LeftOpen::Means, any_mean && !are_means_confirmed(interview)),
    ]
    .into_iter()
    .filter_map(|(left, is)| is.then_some(left))
    .collect()
}

#[cfg(test)]
mod tests;
