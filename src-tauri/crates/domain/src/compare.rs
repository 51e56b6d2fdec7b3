//! Candidates side by side: competencies as rows, candidates as columns, every rating in its cell.
//!
//! Only submitted scorecards are shown, and none of a round in which the reader is still to submit one (see
//! [`crate::independence`]). A cell lists ratings; it makes no figure of them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    answer::{Answer, answers},
    candidate::Candidate,
    ids::{CandidateId, CompetencyId, InterviewId, QuestionId},
    independence::{Reader, Veil, veil},
    interview::{Interview, InterviewState},
    kit::{Competency, Role},
    rating::Rating,
    scorecard::Recommendation,
    text::isolate,
};

/// A candidate with everything written about them.
#[derive(Debug, Clone)]
pub struct CandidateRecord {
    /// The candidate.
    pub candidate: Candidate,
    /// The role, as it is now.
    pub role: Role,
    /// The interviews, oldest first.
    pub interviews: Vec<Interview>,
}

/// One interviewer's recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Opinion {
    /// Who.
    pub interviewer: String,
    /// What they recommend.
    pub recommendation: Recommendation,
}

/// One column of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompareCandidate {
    /// The candidate.
    pub id: CandidateId,
    /// The name.
    pub name: String,
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
}

/// One rating in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CellRating {
    /// The interview it comes from.
    pub interview_id: InterviewId,
    /// Who rated.
    pub interviewer: String,
    /// The question.
    pub question_id: QuestionId,
    /// The question's title.
    pub question: String,
    /// The rating; none where the question was left unrated.
    pub rating: Option<Rating>,
}

/// One cell: the ratings of one candidate's answers on one competency, scorecards oldest first, in kit order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompareCell {
    /// Empty when no submitted scorecard asks about this competency.
    pub ratings: Vec<CellRating>,
}

/// One row of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompareRow {
    /// The competency.
    pub competency: Competency,
    /// A cell a candidate, in the order of the columns.
    pub cells: Vec<CompareCell>,
}

/// The whole comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompareTable {
    /// The columns, in the order asked for.
    pub candidates: Vec<CompareCandidate>,
    /// The rows, in the role's order.
    pub rows: Vec<CompareRow>,
    /// What a reader must know before comparing: different roles, kits or versions, missing scorecards. Shown above.
    pub cautions: Vec<String>,
}

/// Lays candidates side by side as `reader` may see them.
#[must_use]
pub fn table(records: &[CandidateRecord], reader: Option<&Reader>) -> CompareTable {
    let visible: Vec<Vec<Answer>> = records.iter().map(|r| submitted(r, reader).flat_map(answers).collect()).collect();
    let rows = competencies(records)
        .into_iter()
        .map(|competency| CompareRow {
            cells: visible.iter().map(|answers| cell(answers, &competency.id)).collect(),
            competency,
        })
        .collect();
    CompareTable {
        candidates: records.iter().zip(&visible).map(|(record, answers)| column(record, answers, reader)).collect(),
        rows,
        cautions: cautions(records, reader),
    }
}

/// The answers behind one cell, with their evidence, as `reader` may see them.
#[must_use]
pub fn evidence(record: &CandidateRecord, competency: &CompetencyId, reader: Option<&Reader>) -> Vec<Answer> {
    submitted(record, reader).flat_map(answers).filter(|a| a.competency_id == *competency).collect()
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

fn cell(answers: &[Answer], competency: &CompetencyId) -> CompareCell {
    CompareCell {
        ratings: answers
            .iter()
            .filter(|a| a.competency_id == *competency)
            .map(|a| CellRating {
                interview_id: a.interview_id.clone(),
                interviewer: a.interviewer.clone(),
                question_id: a.question_id.clone(),
                question: a.title.clone(),
                rating: a.rating,
            })
            .collect(),
    }
}

fn column(record: &CandidateRecord, visible: &[Answer], reader: Option<&Reader>) -> CompareCandidate {
    let total = |test: fn(&Interview) -> bool| count(record.interviews.iter().filter(|i| test(i)).count());
    CompareCandidate {
        id: record.candidate.id.clone(),
        name: record.candidate.name.clone(),
        sample: record.candidate.sample,
        submitted: total(|i| i.state == InterviewState::Submitted),
        missing: total(Interview::owes_scorecard),
        hidden: hidden_from(record, reader),
        opinions: submitted(record, reader)
            .filter_map(|i| {
                let recommendation = i.scorecard.recommendation?;
                Some(Opinion { interviewer: i.interviewer.name.clone(), recommendation })
            })
            .collect(),
        red_flags: count(visible.iter().map(Answer::red_flags_seen).sum()),
    }
}

fn cautions(records: &[CandidateRecord], reader: Option<&Reader>) -> Vec<String> {
    let mut found = Vec::new();
    if records.iter().any(|r| r.role.id != records[0].role.id) {
        found.push("These candidates are interviewed for different roles.".to_owned());
    }
    let kits = |r: &CandidateRecord| {
        let mut kits: Vec<String> = submitted(r, reader).map(|i| i.kit_hash.clone()).collect();
        kits.sort();
        kits.dedup();
        kits
    };
    let with_scorecards: Vec<_> = records.iter().map(kits).filter(|k| !k.is_empty()).collect();
    if with_scorecards.windows(2).any(|pair| pair[0] != pair[1]) {
        found.push(
            "Not everyone was asked the same questions: the kits, or their versions, differ. Compare like with like."
                .to_owned(),
        );
    }
    for record in records {
        let name = &record.candidate.name;
        let open = record.interviews.iter().filter(|i| i.owes_scorecard()).count();
        let of_others = || match open {
            0 if record.interviews.is_empty() => Some("no interview yet.".to_owned()),
            0 => None,
            1 => Some("one scorecard is not submitted yet.".to_owned()),
            more => Some(format!("{more} scorecards are not submitted yet.")),
        };
        let said = match veil(record, reader) {
            Some(Veil::Own) => Some("ratings are hidden until you submit your own scorecard.".to_owned()),
            Some(Veil::Round { candidate }) => {
                Some(format!("ratings are hidden until you submit your scorecard on {}.", isolate(&candidate)))
            }
            None => of_others(),
        };
        found.extend(said.map(|said| format!("{}: {said}", isolate(name))));
    }
    found
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        independence::OpenInterview,
        phase::Phase,
        testing::{interview, record},
    };
    use InterviewState::{Open, Submitted};

    /// Ratings of one row, a text a candidate: codes in order, `-` for unrated.
    fn row(table: &CompareTable, competency: &str) -> Vec<String> {
        let row = table.rows.iter().find(|r| r.competency.id.as_str() == competency).unwrap();
        let code = |r: &CellRating| r.rating.map_or_else(|| "-".to_owned(), Rating::code);
        row.cells.iter().map(|cell| cell.ratings.iter().map(code).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn a_cell_lists_ratings_in_kit_order_and_makes_no_figure() {
        let records = [
            record("Ana", vec![interview("Ida", Submitted, ["4", "2", "not_asked"])]),
            record(
                "Bo",
                vec![
                    interview("Ida", Submitted, ["3", "-", "5"]),
                    interview("Jan", Submitted, ["could_not_judge", "1", "2"]),
                ],
            ),
        ];
        let table = table(&records, None);
        assert_eq!(row(&table, "craft"), ["4 2", "3 - could_not_judge 1"]);
        assert_eq!(row(&table, "talk"), ["not_asked", "5 2"]);
        assert_eq!(table.candidates[1].red_flags, 2);
        assert_eq!(table.candidates[1].opinions.len(), 2);
        assert_eq!(table.cautions, Vec::<String>::new());
    }

    #[test]
    fn nothing_of_an_unsubmitted_scorecard_is_shown() {
        let records = [
            record("Ana", vec![interview("Ida", Open, ["4", "2", "1"]), interview("Jan", Submitted, ["3", "3", "3"])]),
            record("Bo", vec![]),
        ];
        let table = table(&records, None);
        assert_eq!(row(&table, "craft"), ["3 3", ""]);
        assert_eq!((table.candidates[0].submitted, table.candidates[0].missing), (1, 1));
        assert_eq!(
            table.cautions,
            ["Ana: one scorecard is not submitted yet.".to_owned(), "Bo: no interview yet.".to_owned()]
        );
    }

    #[test]
    fn ratings_are_hidden_while_ones_own_scorecard_of_the_round_is_open() {
        let jans = || interview("Jan", Submitted, ["3", "3", "3"]);
        let mine = |state| record("Ana", vec![interview("Me", state, ["4", "2", "1"]), jans()]);
        let owed = OpenInterview {
            candidate_id: "Ana".into(),
            candidate: "Ana".to_owned(),
            role_id: "p/dev".into(),
            round_id: None,
            sample: false,
        };
        let me = |open| Reader { id: "Me".into(), open };
        let before = table(&[mine(Open), record("Bo", vec![jans()])], Some(&me(vec![owed.clone()])));
        assert_eq!(row(&before, "craft"), ["", ""], "neither of the same candidate nor of another");
        for candidate in &before.candidates {
            assert!(candidate.hidden && candidate.opinions.is_empty() && candidate.red_flags == 0);
        }
        assert_eq!(
            before.cautions,
            [
                "Ana: ratings are hidden until you submit your own scorecard.",
                "Bo: ratings are hidden until you submit your scorecard on Ana."
            ]
        );
        assert!(evidence(&mine(Open), &"craft".into(), Some(&me(vec![owed]))).is_empty());
        let after = table(&[mine(Submitted), record("Bo", vec![jans()])], Some(&me(vec![])));
        assert_eq!(row(&after, "craft"), ["4 2 3 3", "3 3"]);
        assert_eq!(evidence(&mine(Submitted), &"craft".into(), Some(&me(vec![]))).len(), 4);
    }

    #[test]
    fn one_that_was_called_off_is_not_missing() {
        for (phase, missing) in [(Phase::NoShow, 0), (Phase::Withdrawn, 0), (Phase::Interrupted, 1)] {
            let mut called_off = interview("Ida", Open, ["-", "-", "-"]);
            called_off.meeting.phase = phase;
            let table = table(&[record("Ana", vec![called_off]), record("Bo", vec![])], None);
            assert_eq!(table.candidates[0].missing, missing, "{phase:?}");
            let said = table.cautions.iter().any(|caution| caution == "Ana: one scorecard is not submitted yet.");
            assert_eq!(said, missing > 0, "{phase:?}");
        }
    }

    #[test]
    fn a_reader_is_warned_of_what_cannot_be_compared() {
        let other_kit = Interview { kit_hash: "other".to_owned(), ..interview("Ida", Submitted, ["1", "1", "1"]) };
        let mut other_role = record("Cy", vec![interview("Ida", Submitted, ["1", "1", "1"])]);
        other_role.role.id = "p/other".into();
        let ana = || record("Ana", vec![interview("Ida", Submitted, ["4", "2", "1"])]);
        let kits = table(&[ana(), record("Bo", vec![other_kit])], None).cautions;
        assert!(kits[0].starts_with("Not everyone was asked the same questions"), "{kits:?}");
        let roles = table(&[ana(), other_role], None).cautions;
        assert_eq!(roles, ["These candidates are interviewed for different roles."]);
    }
}
