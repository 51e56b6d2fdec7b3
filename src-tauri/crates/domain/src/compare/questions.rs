//! Questions × candidates: each rating of an answer, and what the candidate said.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Shown, differ};
use crate::{
    answer::Answer,
    entry::{Entry, EntryKind},
    formula::mean,
    ids::{CompetencyId, QuestionId},
    interview::Interview,
    rating::Rating,
};

/// What the candidate said, in their words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Quote {
    /// The words.
    pub text: String,
    /// Who wrote them down.
    pub interviewer: String,
}

/// One question asked of one candidate. The ratings that the mean is of stand in the cells of the competencies, once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct QuestionCell {
    /// The mean of its levels, 1 to 5; none where it has none. The formula takes the competency's mean, not this one.
    pub mean: Option<f64>,
    /// The quote that says most: one that a reason rests on, else one that shows a signal or a red flag, else the first.
    pub quote: Option<Quote>,
}

/// One question, a cell a candidate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct QuestionRow {
    /// The question.
    pub question_id: QuestionId,
    /// Its title.
    pub title: String,
    /// The competency that its rating counts for.
    pub competency_id: CompetencyId,
    /// Whether two candidates' means differ.
    pub differs: bool,
    /// A cell a candidate, in the order of the columns.
    pub cells: Vec<QuestionCell>,
}

/// One answer to each question, in the kits' order: it has the question's title.
pub(super) fn known<'a>(shown: &'a [Shown<'_>]) -> Vec<&'a Answer> {
    let mut known: Vec<&Answer> = Vec::new();
    for answer in shown.iter().flat_map(|shown| shown.answers.iter().flatten()) {
        if !known.iter().any(|other| other.question_id == answer.question_id) {
            known.push(answer);
        }
    }
    known
}

pub(super) fn rows(known: &[&Answer], shown: &[Shown<'_>]) -> Vec<QuestionRow> {
    let row = |first: &&Answer| {
        let cells: Vec<QuestionCell> = shown.iter().map(|shown| cell(shown, &first.question_id)).collect();
        QuestionRow {
            question_id: first.question_id.clone(),
            title: first.title.clone(),
            competency_id: first.competency_id.clone(),
            differs: differ(cells.iter().map(|cell| cell.mean)),
            cells,
        }
    };
    known.iter().map(row).collect()
}

fn cell(shown: &Shown<'_>, question: &QuestionId) -> QuestionCell {
    let heard: Vec<(&Interview, &Answer)> = shown
        .held
        .iter()
        .zip(&shown.answers)
        .filter_map(|(interview, answers)| Some((*interview, answers.iter().find(|a| a.question_id == *question)?)))
        .collect();
    let levels: Vec<f64> = heard
        .iter()
        .filter_map(|(_, answer)| Some(f64::from(answer.rating.and_then(Rating::level)?.number())))
        .collect();
    QuestionCell { mean: mean(&levels), quote: quote(&heard) }
}

fn quote(heard: &[(&Interview, &Answer)]) -> Option<Quote> {
    let cited = |interview: &Interview, entry: &Entry| {
        let reasons = interview.scorecard.reasons_for.iter().chain(&interview.scorecard.reasons_against);
        reasons.into_iter().any(|reason| reason.entry_ids.contains(&entry.id))
    };
    let quotes = heard.iter().flat_map(|(interview, answer)| {
        let quotes = answer.entries.iter().filter(|entry| entry.kind == EntryKind::Quote);
        quotes.map(move |entry| (*interview, entry))
    });
    let rank = |(interview, entry): &(&Interview, &Entry)| match entry.link {
        _ if cited(interview, entry) => 0,
        Some(_) => 1,
        None => 2,
    };
    let (interview, entry) = quotes.min_by_key(rank)?;
    Some(Quote { text: entry.text.clone(), interviewer: interview.interviewer.name.clone() })
}
