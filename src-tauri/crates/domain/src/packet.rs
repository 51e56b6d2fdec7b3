//! The packet: what the panel reads about one candidate, as plain data. How it looks is the report's work.

mod amended;
mod audience;
mod cited;
mod decided;
mod fairness;
mod kept;
mod mentions;
mod panel;
mod prepared;
mod redaction;
pub(crate) mod search;
mod texts;

use std::collections::BTreeMap;

use jiff::{civil::DateTime, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::{
    agreement::panel::Panels,
    amendment::ScorecardVersion,
    answer::{Answer, answers},
    compare::{CandidateRecord, CompareTable},
    entry::Entry,
    formula::{CompetencyFigure, Composite, composite_of, figures},
    ids::InterviewId,
    interview::{Interview, InterviewState},
    kit::Competency,
    means::{self, CompetencySum},
    place::Place,
    question::Question,
    rating::{Level, Rating},
    record::Unjudged,
    shared::{self, ImportedScorecard},
    signer::Signer,
};

pub use amended::{Change, PacketAmendment};
pub use audience::{Audience, OwnCopy, OwnCopyAsk, OwnCopyRefused, PacketLog, Section};
pub use cited::{Cited, CitedReason, CitedThing};
pub use decided::{PacketAgreed, PacketDecision};
pub use fairness::{Fairness, KitUse, fairness};
pub use kept::PacketRule;
pub use mentions::{Mention, MentionDecision, MentionKind};
pub use panel::{BrokeOff, PanelMember};
pub use prepared::{Around, PacketOptions, Prepared, StandIns, letter};
pub use redaction::Redaction;

/// Every version of the scorecards of some interviews, the first one first.
pub type Versions = BTreeMap<InterviewId, Vec<ScorecardVersion>>;

/// One rating in the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixRating {
    /// The question's place in its kit, from 1.
    pub number: u32,
    /// The question's title.
    pub question: String,
    /// The rating; none where the question was left unrated.
    pub rating: Option<Rating>,
    /// Why it could not be judged, where that was said.
    pub unjudged: Option<Unjudged>,
}

/// One row of the matrix: a competency and what each panel member rated under it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatrixRow {
    /// The competency.
    pub competency: Competency,
    /// The figure that the formula uses, with its coverage.
    pub figure: CompetencyFigure,
    /// A cell a panel member, in the panel's order; empty where their kit does not ask about it.
    pub cells: Vec<Vec<MatrixRating>>,
}

/// An answer with all that is needed to read its rating on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketAnswer {
    /// The answer.
    pub answer: Answer,
    /// The anchors that the rating's own anchor refers to ("All of level 4, and …"), nearest first. The live screen shows
    /// all five together; on paper the one would not stand alone.
    pub referred: Vec<ReferredAnchor>,
}

/// An anchor that another one refers to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferredAnchor {
    /// The level that it is of.
    pub rating: Rating,
    /// What an answer at that level says.
    pub text: String,
}

/// An interviewer's own rating of a competency beside the mean that it differs from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketOwnRating {
    /// The competency's name.
    pub competency: String,
    /// The own rating.
    pub rating: Rating,
    /// What its questions were rated.
    pub sum: CompetencySum,
    /// Why it differs.
    pub reason: String,
}

/// One submitted scorecard in full: its first version, which counts, and after it what was said later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketScorecard {
    /// Which panel member, counted from 0.
    pub member: usize,
    /// Reasons for, with what they rest on.
    pub reasons_for: Vec<CitedReason>,
    /// Reasons against, with what they rest on.
    pub reasons_against: Vec<CitedReason>,
    /// Own ratings of competencies.
    pub own_ratings: Vec<PacketOwnRating>,
    /// Later versions, oldest first.
    pub amendments: Vec<PacketAmendment>,
    /// The answers, in the kit's order.
    pub answers: Vec<PacketAnswer>,
    /// Notes on the interview as a whole.
    pub general: Vec<Entry>,
    /// Notes on what the candidate asked.
    pub candidate_questions: Vec<Entry>,
}

/// Everything that the panel reads about one candidate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Packet {
    /// When it was made, in local time.
    pub made_at: DateTime,
    /// Whether the candidate is made up, for a demonstration.
    pub sample: bool,
    /// The candidate's name.
    pub candidate: String,
    /// What tells the candidate from another of the name who is judged beside them; none where nobody has it. See
    /// [`crate::namesake`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
    /// The role's title.
    pub role: String,
    /// Until when it is kept, in the words that the candidate was told; none where nothing was said.
    pub retention: Option<String>,
    /// The rule that says how long it is kept; none where none was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<PacketRule>,
    /// The panel, first interview first.
    pub panel: Vec<PanelMember>,
    /// Competencies × panel.
    pub matrix: Vec<MatrixRow>,
    /// The composite of the matrix, with its coverage.
    pub composite: Composite,
    /// The submitted scorecards, in the panel's order.
    pub scorecards: Vec<PacketScorecard>,
    /// Every version of the decision, the first one first; empty while one is sought.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<PacketDecision>,
    /// The ratings that the panel agreed on. They replace none, and enter no figure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreed: Vec<PacketAgreed>,
    /// The scorecards that were imported from other programs. They enter no figure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub imported: Vec<ImportedScorecard>,
    /// How alike the candidate was treated; none in packets that are older than the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fairness: Option<Fairness>,
    /// For whom it is.
    #[serde(default, skip_serializing_if = "Audience::is_panel")]
    pub audience: Audience,
    /// What of it was left out, by choice or because of who reads it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<Section>,
    /// What a candidate is told in their own copy; only there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_copy: Option<OwnCopy>,
    /// The log of decisive acts about the candidate, oldest first; only in the personnel file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub log: Vec<PacketLog>,
    /// Who signs the file; none where it is unsigned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<Signer>,
}

impl Packet {
    /// Whether there is no page to sign by hand: nobody signs the candidate's own copy, and a hand names whoever signs.
    #[must_use]
    pub fn is_never_signed(&self) -> bool {
        matches!(self.audience, Audience::Candidate | Audience::Blind)
    }

    /// Whether whoever reads this may know who made it: a key says that as a name does.
    #[must_use]
    pub fn may_name_its_maker(&self) -> bool {
        self.audience != Audience::Blind && self.own_copy.as_ref().is_none_or(|own| own.names_left_out.is_none())
    }
}

/// Candidates side by side, for print.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// When it was made, in local time.
    pub made_at: DateTime,
    /// Whether any candidate is made up, for a demonstration.
    pub sample: bool,
    /// The role's title.
    pub role: String,
    /// The table.
    pub table: CompareTable,
    /// How far the raters agree.
    pub raters: Panels,
    /// Who signs the file; none where it is unsigned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<Signer>,
}

/// Makes the packet of one candidate, with every version of the submitted scorecards. Times are shown in `zone`.
///
/// What was agreed for the candidate about time is in none of it ([`fairness()`] says only whether anything was), nor are pauses, which may be such a break; nor is why a
/// meeting broke off, which may be a matter of health.
#[must_use]
pub fn compose(record: &CandidateRecord, versions: &Versions, made_at: jiff::Timestamp, zone: &TimeZone) -> Packet {
    let local = |time: jiff::Timestamp| zone.to_datetime(time);
    let mut heard: Vec<Vec<Answer>> = Vec::new();
    let mut panel = Vec::new();
    let mut scorecards = Vec::new();
    // An interview that was called off has nothing to say, and nothing of it is missing.
    let held = record.interviews.iter().filter(|i| i.state == InterviewState::Submitted || i.owes_scorecard());
    for (member, interview) in held.enumerate() {
        let submitted = interview.state == InterviewState::Submitted;
        let answers = if submitted { answers(interview) } else { Vec::new() };
        let versions = versions.get(&interview.id).map_or(&[][..], Vec::as_slice);
        let newest =
            versions.last().filter(|version| version.number > 1).map(|version| version.judgement.recommendation);
        panel.push(panel::member(interview, &answers, newest, &local));
        if submitted {
            scorecards.push(PacketScorecard {
                member,
                reasons_for: cited::reasons(&interview.scorecard.reasons_for, interview),
                reasons_against: cited::reasons(&interview.scorecard.reasons_against, interview),
                own_ratings: own_ratings(interview),
                amendments: amended::amendments(interview, versions, &local),
                answers: answers.iter().map(|answer| for_print(answer, interview)).collect(),
                general: notes(interview, &Place::General),
                candidate_questions: notes(interview, &Place::CandidateQuestions),
            });
        }
        heard.push(answers);
    }
    let matrix = matrix(record, &heard);
    let figures: Vec<CompetencyFigure> = matrix.iter().map(|row| row.figure.clone()).collect();
    Packet {
        made_at: local(made_at),
        sample: record.candidate.sample,
        candidate: record.candidate.name.clone(),
        beside: None,
        role: record.role.title.clone(),
        retention: None,
        rule: None,
        panel,
        composite: composite_of(&figures, &record.role.competencies),
        matrix,
        scorecards,
        decisions: Vec::new(),
        agreed: Vec::new(),
        imported: shared::imported(&record.imported),
        fairness: None,
        audience: Audience::Panel,
        without: Vec::new(),
        own_copy: None,
        log: Vec::new(),
        signer: None,
    }
}

fn notes(interview: &Interview, place: &Place) -> Vec<Entry> {
    interview.entries.iter().filter(|entry| entry.place == *place).cloned().collect()
}

fn own_ratings(interview: &Interview) -> Vec<PacketOwnRating> {
    let sums = means::sums(interview);
    let own = interview.scorecard.own_ratings.iter().filter_map(|own| {
        Some(PacketOwnRating {
            competency: interview.content.competency_name(&own.competency_id).to_owned(),
            rating: Rating::Level(own.level),
            sum: sums.iter().find(|sum| sum.competency_id == own.competency_id)?.clone(),
            reason: own.reason.clone(),
        })
    });
    own.collect()
}

fn for_print(answer: &Answer, interview: &Interview) -> PacketAnswer {
    let question = interview.content.questions.iter().find(|question| question.id == answer.question_id);
    let level = answer.rating.and_then(Rating::level);
    let referred = question.zip(level).map_or_else(Vec::new, |(question, level)| referred(question, level));
    PacketAnswer { answer: answer.clone(), referred }
}

/// The anchors that the anchor of `level` refers to, and those that they refer to in turn.
fn referred(question: &Question, level: Level) -> Vec<ReferredAnchor> {
    let mut known = vec![level];
    let mut next = 0;
    while let Some(of) = known.get(next).copied() {
        next += 1;
        for level in named_levels(question.anchor(of)) {
            if !known.contains(&level) {
                known.push(level);
            }
        }
    }
    let anchor = |of: &Level| ReferredAnchor { rating: Rating::Level(*of), text: question.anchor(*of).to_owned() };
    known[1..].iter().map(anchor).collect()
}

/// The levels that an anchor names, as in "level 3".
fn named_levels(anchor: &str) -> Vec<Level> {
    let words: Vec<&str> = anchor.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named = |pair: &[&str]| pair[0].eq_ignore_ascii_case("level").then(|| pair[1].parse().ok()).flatten();
    words.windows(2).filter_map(named).filter_map(Level::new).collect()
}

fn matrix(record: &CandidateRecord, heard: &[Vec<Answer>]) -> Vec<MatrixRow> {
    let submitted: Vec<&Interview> =
        record.interviews.iter().filter(|interview| interview.state == InterviewState::Submitted).collect();
    let competencies = crate::compare::competencies(std::slice::from_ref(record));
    let figures = figures(&submitted, competencies.iter().map(|competency| &competency.id));
    // What the role asks for now, as in a comparison.
    let asked = |of: &Competency| record.role.competencies.iter().find(|now| now.id == of.id)?.must_have;
    competencies
        .into_iter()
        .zip(figures)
        .map(|(competency, figure)| MatrixRow {
            figure,
            cells: heard
                .iter()
                .map(|answers| {
                    answers
                        .iter()
                        .filter(|a| a.competency_id == competency.id)
                        .map(|a| MatrixRating {
                            number: a.number,
                            question: a.title.clone(),
                            rating: a.rating,
                            unjudged: a.unjudged,
                        })
                        .collect()
                })
                .collect(),
            competency: Competency { must_have: asked(&competency), ..competency },
        })
        .collect()
}

#[cfg(test)]
mod tests;
