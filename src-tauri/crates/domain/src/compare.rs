//! Candidates side by side: competencies as rows, candidates as columns, every rating in its cell.
//!
//! Only submitted scorecards are shown, and none of a round in which the reader is still to submit one (see
//! [`crate::independence`]): nothing hidden enters a figure, an order or a caution. A cell has the mean that the formula uses,
//! each rater's own mean, and the ratings that they are made of.

mod cautions;
mod evidence;
mod letters;
pub mod questions;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    answer::{Answer, answers},
    candidate::Candidate,
    comparable::{Card, Entrant},
    formula::{CompetencyFigure, Composite, composite_of},
    ids::{CandidateId, InterviewId, QuestionId},
    independence::{Reader, veil},
    interview::{Interview, InterviewState},
    kit::{Competency, Role},
    meeting::Part,
    order::{Order, order},
    rating::Rating,
    record::Unjudged,
    scorecard::Recommendation,
    shared::SharedScorecard,
    text::isolate,
};
pub use cautions::{AskedKit, Caution, CautionFact, MissedMustHave, UnaskedQuestions};
pub use evidence::{Source, evidence, sources};
pub use letters::{OWN_LETTERS, SAMPLE, letters};
use questions::QuestionRow;

/// Means of two raters in one cell that lie so far from each other are worth a word.
const FAR: f64 = 2.0;

/// A candidate with everything written about them.
#[derive(Debug, Clone)]
pub struct CandidateRecord {
    /// The candidate.
    pub candidate: Candidate,
    /// The role, as it is now.
    pub role: Role,
    /// The interviews, oldest first.
    pub interviews: Vec<Interview>,
    /// Scorecards imported from elsewhere, oldest first. They enter no figure; see [`crate::shared`].
    pub imported: Vec<SharedScorecard>,
}

/// One interviewer's recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Opinion {
    /// Who.
    pub interviewer: String,
    /// What they recommend: the first version counts.
    pub recommendation: Recommendation,
    /// What the newest version recommends; none where nothing was amended.
    pub amended: Option<Recommendation>,
}

impl Opinion {
    /// In words, with who it is of: "Yes (Ana Ruiz)", "Yes (Ana Ruiz, later: No)".
    #[must_use]
    pub fn words(&self) -> String {
        let (first, who) = (self.recommendation.words(), isolate(&self.interviewer));
        match self.amended {
            None => format!("{first} ({who})"),
            Some(newest) if newest == self.recommendation => format!("{first} ({who}, amended later)"),
            Some(newest) => format!("{first} ({who}, later: {})", newest.words()),
        }
    }
}

/// One column of the comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CompareCandidate {
    /// The candidate.
    pub id: CandidateId,
    /// The name; where two of the table have one, with what tells them apart. See [`crate::namesake`].
    pub name: String,
    /// What this person is called while names are hidden, as in a packet; see [`CompareTable::own_letters`].
    pub letter: String,
    /// Whether this person is made up, for a demonstration.
    pub sample: bool,
    /// Scorecards submitted.
    pub submitted: u32,
    /// Interviews whose scorecard is not submitted.
    pub missing: u32,
    /// Whether the reader must first submit an own scorecard, on this candidate or on another of the round.
    pub hidden: bool,
    /// Everyone's recommendation, listed and never averaged.
    pub opinions: Vec<Opinion>,
    /// Red flags seen, over all submitted scorecards.
    pub red_flags: u32,
    /// The composite over everything that was rated of this candidate; none while there is nothing to show.
    pub composite: Option<Composite>,
    /// The composite over what all candidates are compared on, 1 to 5; none where this one is not compared.
    pub compared: Option<f64>,
    /// Its standard error; none where it is not known.
    pub error: Option<f64>,
    /// The tie groups that the candidate is in, from 1, the highest first.
    pub groups: Vec<u32>,
}

/// A submitted scorecard that the table is made of. Cells name it by its place in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompareScorecard {
    /// The interview it comes from.
    pub interview_id: InterviewId,
    /// Who rated.
    pub interviewer: String,
    /// The interviewer's part, where two interviewed together.
    pub part: Option<Part>,
}

/// One rating in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CellRating {
    /// The scorecard: its place in the table's list, from 0.
    pub scorecard: u32,
    /// The question: its place among the table's questions, from 0.
    pub question: u32,
    /// The rating; none where the question was left unrated.
    pub rating: Option<Rating>,
    /// Why it could not be judged, where that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub unjudged: Option<Unjudged>,
}

/// One rater's dot in a cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Dot {
    /// The scorecard: its place in the table's list, from 0.
    pub scorecard: u32,
    /// The mean of this scorecard, 1 to 5; none where nothing was judged: the dot is hollow.
    pub mean: Option<f64>,
}

/// One cell: the ratings of one candidate's answers on one competency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CompareCell {
    /// The figure that the formula uses, with its coverage.
    pub figure: CompetencyFigure,
    /// A dot for each scorecard that asks about it, oldest first.
    pub dots: Vec<Dot>,
    /// Whether two of them lie two levels or more from each other.
    pub far_apart: bool,
    /// Whether it is a must-have whose level the mean does not reach, or that is not rated.
    pub falls_short: bool,
    /// The ratings, scorecards oldest first, in kit order. Empty when no submitted scorecard asks about this competency.
    pub ratings: Vec<CellRating>,
}

/// One row of the comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CompareRow {
    /// The competency.
    pub competency: Competency,
    /// Whether the composites are compared over it.
    pub compared: bool,
    /// Whether two candidates' means differ.
    pub differs: bool,
    /// A cell a candidate, in the order of the columns.
    pub cells: Vec<CompareCell>,
}

/// The whole comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CompareTable {
    /// The columns, in the order asked for.
    pub candidates: Vec<CompareCandidate>,
    /// The scorecards that may be seen, in the order of the columns, those of one candidate oldest first.
    pub scorecards: Vec<CompareScorecard>,
    /// The rows, in the role's order.
    pub rows: Vec<CompareRow>,
    /// The questions, in the kits' order.
    pub questions: Vec<QuestionRow>,
    /// What a reader must know before comparing: different roles, kits or versions, missing scorecards, required questions
    /// that were not asked, must-haves that are missed. Shown above.
    pub cautions: Vec<Caution>,
    /// What is compared, who cannot be told apart, and what would change the first place.
    pub order: Order,
    /// Whether the letters are of this comparison alone, since two of these people have one letter in their rounds.
    pub own_letters: bool,
}

impl CompareTable {
    /// Who gave a rating, and the title of the question that it is of.
    #[must_use]
    pub fn source(&self, rating: &CellRating) -> Option<(&CompareScorecard, &str)> {
        let place = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
        let question = self.questions.get(place(rating.question))?;
        Some((self.scorecards.get(place(rating.scorecard))?, &question.title))
    }
}

/// What a comparison says beside the records.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// Each candidate's place in their round, from 0, in the order of the records.
    pub places: Vec<usize>,
    /// What the newest version of an amended scorecard recommends.
    pub amended: HashMap<InterviewId, Recommendation>,
}

/// Lays candidates side by side as `reader` may see them.
#[must_use]
pub fn table(records: &[CandidateRecord], beside: &Beside, reader: Option<&Reader>) -> CompareTable {
    let all = competencies(records);
    let mut scorecards = Vec::new();
    let shown: Vec<Shown<'_>> = records.iter().map(|record| Shown::of(record, reader, &mut scorecards)).collect();
    let known = questions::known(&shown);
    let places: HashMap<&QuestionId, u32> = known.iter().map(|answer| &answer.question_id).zip(0..).collect();
    let entrants: Vec<Entrant> = shown.iter().map(|shown| shown.entrant.clone()).collect();
    let role = records.first().map(|first| &first.role).filter(|role| records.iter().all(|r| r.role.id == role.id));
    let order = order(role, &all, &entrants);
    let figures: Vec<Vec<CompetencyFigure>> = entrants.iter().map(|entrant| entrant.figures(&all)).collect();
    let rows = all.iter().enumerate().map(|(place, competency)| {
        let cells: Vec<CompareCell> =
            shown.iter().zip(&figures).map(|(shown, figures)| cell(shown, &figures[place], &places)).collect();
        CompareRow {
            compared: order.comparable.competency_ids.contains(&competency.id),
            differs: differ(cells.iter().map(|cell| cell.figure.mean)),
            cells,
            competency: competency.clone(),
        }
    });
    let (letters, own_letters) = letters(records, &beside.places);
    let columns = shown.iter().zip(&figures).zip(letters);
    CompareTable {
        rows: rows.collect(),
        candidates: columns
            .map(|((shown, figures), letter)| CompareCandidate {
                letter,
                ..column(shown, figures, &order, reader, beside)
            })
            .collect(),
        own_letters,
        questions: questions::rows(&known, &shown),
        scorecards,
        cautions: cautions::cautions(records, reader),
        order,
    }
}

/// A candidate with what the reader may see.
struct Shown<'a> {
    record: &'a CandidateRecord,
    /// The submitted interviews, oldest first; none of one that is hidden.
    held: Vec<&'a Interview>,
    /// The place of the first of them in the table's list of scorecards.
    first: u32,
    answers: Vec<Vec<Answer>>,
    entrant: Entrant,
}

impl<'a> Shown<'a> {
    fn of(record: &'a CandidateRecord, reader: Option<&Reader>, all: &mut Vec<CompareScorecard>) -> Self {
        let held: Vec<&Interview> = submitted(record, reader).collect();
        let first = count(all.len());
        all.extend(held.iter().map(|interview| CompareScorecard {
            interview_id: interview.id.clone(),
            interviewer: interview.interviewer.name.clone(),
            part: interview.part,
        }));
        Self {
            record,
            first,
            answers: held.iter().map(|interview| answers(interview)).collect(),
            entrant: Entrant { id: record.candidate.id.clone(), cards: held.iter().map(|i| Card::from(*i)).collect() },
            held,
        }
    }
}

/// Whether two of these means differ; what is missing does not.
fn differ(means: impl Iterator<Item = Option<f64>>) -> bool {
    let (low, high) = means.flatten().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), m| (l.min(m), h.max(m)));
    high - low > crate::order::SAME
}

/// Whether no rating of this candidate is shown to `reader` yet.
#[must_use]
pub fn hidden_from(record: &CandidateRecord, reader: Option<&Reader>) -> bool {
    veil(record, reader).is_some()
}

fn submitted<'a>(record: &'a CandidateRecord, reader: Option<&Reader>) -> impl Iterator<Item = &'a Interview> {
    let hidden = hidden_from(record, reader);
    record.interviews.iter().filter(move |i| !hidden && i.state == InterviewState::Submitted)
}

/// The competencies that the candidates are rated on, in the role's order.
#[must_use]
pub fn competencies(records: &[CandidateRecord]) -> Vec<Competency> {
    let mut all: Vec<Competency> = Vec::new();
    // What the interviews used comes after the role as it is now, so that a rating under a competency that the role has
    // since lost still has its row.
    let now = records.iter().map(|r| &r.role);
    let then = records.iter().flat_map(|r| r.interviews.iter().map(|i| &i.content.role));
    for competency in now.chain(then).flat_map(|role| &role.competencies) {
        if !all.iter().any(|c| c.id == competency.id) {
            all.push(competency.clone());
        }
    }
    all
}

fn cell(shown: &Shown<'_>, figure: &CompetencyFigure, places: &HashMap<&QuestionId, u32>) -> CompareCell {
    let id = &figure.competency_id;
    let about = |card: &Card| card.sums.iter().find(|sum| sum.competency_id == *id).map(|sum| sum.mean());
    let dots: Vec<Dot> = (shown.first..)
        .zip(&shown.entrant.cards)
        .filter_map(|(scorecard, card)| Some(Dot { scorecard, mean: about(card)? }))
        .collect();
    let (low, high) = dots
        .iter()
        .filter_map(|dot| dot.mean)
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), m| (l.min(m), h.max(m)));
    let now = shown.record.role.competencies.iter().find(|competency| competency.id == *id);
    let needed = now.and_then(|competency| competency.must_have).map(|level| f64::from(level.number()));
    CompareCell {
        figure: figure.clone(),
        far_apart: high - low >= FAR,
        falls_short: !shown.held.is_empty()
            && needed.is_some_and(|needed| figure.mean.is_none_or(|mean| mean < needed)),
        dots,
        ratings: (shown.first..)
            .zip(&shown.answers)
            .flat_map(|(scorecard, answers)| answers.iter().map(move |answer| (scorecard, answer)))
            .filter(|(_, answer)| answer.competency_id == *id)
            .filter_map(|(scorecard, answer)| {
                let question = *places.get(&answer.question_id)?;
                Some(CellRating { scorecard, question, rating: answer.rating, unjudged: answer.unjudged })
            })
            .collect(),
    }
}

fn column(
    shown: &Shown<'_>,
    figures: &[CompetencyFigure],
    order: &Order,
    reader: Option<&Reader>,
    beside: &Beside,
) -> CompareCandidate {
    let record = shown.record;
    let total = |test: fn(&Interview) -> bool| count(record.interviews.iter().filter(|i| test(i)).count());
    let placed = order.placed.iter().find(|placed| placed.candidate_id == record.candidate.id);
    CompareCandidate {
        id: record.candidate.id.clone(),
        name: record.candidate.name.clone(),
        letter: String::new(),
        sample: record.candidate.sample,
        submitted: total(|i| i.state == InterviewState::Submitted),
        missing: total(Interview::owes_scorecard),
        hidden: hidden_from(record, reader),
        opinions: shown
            .held
            .iter()
            .filter_map(|i| {
                let recommendation = i.scorecard.recommendation?;
                let amended = beside.amended.get(&i.id).copied();
                Some(Opinion { interviewer: i.interviewer.name.clone(), recommendation, amended })
            })
            .collect(),
        red_flags: count(shown.answers.iter().flatten().map(Answer::red_flags_seen).sum()),
        composite: (!shown.held.is_empty()).then(|| composite_of(figures, &record.role.competencies)),
        compared: placed.map(|placed| placed.composite),
        error: placed.and_then(|placed| placed.error),
        groups: (1..)
            .zip(&order.groups)
            .filter_map(|(number, group)| group.contains(&record.candidate.id).then_some(number))
            .collect(),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
