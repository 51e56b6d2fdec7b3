//! The packet: what the panel reads about one candidate, as plain data. How it looks is the report's work.

use jiff::{civil::DateTime, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::{
    answer::{Answer, answers},
    canonical,
    compare::{CandidateRecord, CompareTable},
    entry::Entry,
    interview::{Interview, InterviewState},
    kit::Competency,
    meeting::Mode,
    question::Question,
    rating::{Level, Rating},
    scorecard::{Coverage, Recommendation, coverage},
};

/// One interviewer's part in the panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelMember {
    /// The interviewer's name.
    pub interviewer: String,
    /// The kit's title.
    pub kit: String,
    /// The version number of the kit.
    pub kit_version: u32,
    /// When the interview was held, in local time.
    pub held_at: DateTime,
    /// Whether it was written down as it went, or from paper afterwards, without times within the meeting.
    pub mode: Mode,
    /// Time spent on questions, in seconds.
    pub spent_seconds: u32,
    /// When the scorecard was submitted, in local time; none while it is missing. Without it, nothing of the scorecard is
    /// in the packet.
    pub submitted_at: Option<DateTime>,
    /// The recommendation.
    pub recommendation: Option<Recommendation>,
    /// The reason, in the interviewer's words.
    pub reason: String,
    /// How much of the kit was rated.
    pub coverage: Coverage,
    /// Red flags seen.
    pub red_flags: u32,
}

/// One rating in the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixRating {
    /// The question's place in its kit, from 1.
    pub number: u32,
    /// The question's title.
    pub question: String,
    /// The rating; none where the question was left unrated.
    pub rating: Option<Rating>,
}

/// One row of the matrix: a competency and what each panel member rated under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixRow {
    /// The competency.
    pub competency: Competency,
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

/// One submitted scorecard in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketScorecard {
    /// Which panel member, counted from 0.
    pub member: usize,
    /// The answers, in the kit's order.
    pub answers: Vec<PacketAnswer>,
    /// Notes that belong to no question.
    pub general: Vec<Entry>,
}

/// Everything that the panel reads about one candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packet {
    /// When it was made, in local time.
    pub made_at: DateTime,
    /// Whether the candidate is made up, for a demonstration.
    pub sample: bool,
    /// The candidate's name.
    pub candidate: String,
    /// The role's title.
    pub role: String,
    /// Until when it may be kept, in words; none while no rule is set.
    pub retention: Option<String>,
    /// The panel, first interview first.
    pub panel: Vec<PanelMember>,
    /// Competencies × panel.
    pub matrix: Vec<MatrixRow>,
    /// The submitted scorecards, in the panel's order.
    pub scorecards: Vec<PacketScorecard>,
}

impl Packet {
    /// SHA-256 of the canonical form of this packet, in hexadecimal.
    #[must_use]
    pub fn hash(&self) -> String {
        canonical::hash(self)
    }
}

/// Candidates side by side, for print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// When it was made, in local time.
    pub made_at: DateTime,
    /// Whether any candidate is made up, for a demonstration.
    pub sample: bool,
    /// The role's title.
    pub role: String,
    /// The table.
    pub table: CompareTable,
}

impl Comparison {
    /// SHA-256 of the canonical form of this comparison, in hexadecimal.
    #[must_use]
    pub fn hash(&self) -> String {
        canonical::hash(self)
    }
}

/// Makes the packet of one candidate. Times are shown in `zone`.
#[must_use]
pub fn compose(record: &CandidateRecord, made_at: jiff::Timestamp, zone: &TimeZone) -> Packet {
    let local = |time: jiff::Timestamp| zone.to_datetime(time);
    let mut heard: Vec<Vec<Answer>> = Vec::new();
    let mut panel = Vec::new();
    let mut scorecards = Vec::new();
    // An interview that was called off has nothing to say, and nothing of it is missing.
    let held = record.interviews.iter().filter(|i| i.state == InterviewState::Submitted || i.owes_scorecard());
    for (member, interview) in held.enumerate() {
        let submitted = interview.state == InterviewState::Submitted;
        let answers = if submitted { answers(interview) } else { Vec::new() };
        panel.push(panel_member(interview, &answers, &local));
        if submitted {
            scorecards.push(PacketScorecard {
                member,
                answers: answers.iter().map(|answer| for_print(answer, interview)).collect(),
                general: interview.entries.iter().filter(|e| e.place.question().is_none()).cloned().collect(),
            });
        }
        heard.push(answers);
    }
    Packet {
        made_at: local(made_at),
        sample: record.candidate.sample,
        candidate: record.candidate.name.clone(),
        role: record.role.title.clone(),
        retention: None,
        panel,
        matrix: matrix(record, &heard),
        scorecards,
    }
}

fn panel_member(
    interview: &Interview,
    answers: &[Answer],
    local: &impl Fn(jiff::Timestamp) -> DateTime,
) -> PanelMember {
    let submitted = interview.state == InterviewState::Submitted;
    PanelMember {
        interviewer: interview.interviewer.name.clone(),
        kit: interview.content.kit.title.clone(),
        kit_version: interview.kit_version,
        held_at: local(interview.held_at()),
        mode: interview.meeting.mode,
        spent_seconds: interview.records.iter().map(|r| r.spent_seconds).sum(),
        submitted_at: interview.scorecard.submitted_at.map(local),
        recommendation: interview.scorecard.recommendation.filter(|_| submitted),
        reason: if submitted { interview.scorecard.reason.clone() } else { String::new() },
        coverage: coverage(interview),
        red_flags: u32::try_from(answers.iter().map(Answer::red_flags_seen).sum::<usize>()).unwrap_or(u32::MAX),
    }
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
    crate::compare::competencies(std::slice::from_ref(record))
        .into_iter()
        .map(|competency| MatrixRow {
            cells: heard
                .iter()
                .map(|answers| {
                    answers
                        .iter()
                        .filter(|a| a.competency_id == competency.id)
                        .map(|a| MatrixRating { number: a.number, question: a.title.clone(), rating: a.rating })
                        .collect()
                })
                .collect(),
            competency,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        phase::Phase,
        testing::{interview, record},
    };

    fn packet() -> Packet {
        let open = interview("Jan", InterviewState::Open, ["5", "5", "5"]);
        let submitted = interview("Ida", InterviewState::Submitted, ["4", "could_not_judge", "-"]);
        let made_at = "2026-11-22T23:30:00Z".parse().unwrap();
        compose(&record("Ana", vec![submitted, open]), made_at, &TimeZone::fixed(jiff::tz::offset(1)))
    }

    #[test]
    fn a_missing_scorecard_is_named_and_nothing_of_it_is_shown() {
        let packet = packet();
        let jan = &packet.panel[1];
        assert_eq!((jan.submitted_at, jan.recommendation, jan.reason.as_str(), jan.red_flags), (None, None, "", 0));
        assert_eq!(packet.scorecards.len(), 1);
        assert_eq!(packet.matrix[0].cells[1], []);
        assert!(!serde_json::to_string(&packet).unwrap().contains("draft words"));
    }

    #[test]
    fn an_interview_that_was_called_off_is_no_part_of_the_panel() {
        let mut gone = interview("Jan", InterviewState::Open, ["-", "-", "-"]);
        gone.meeting.phase = Phase::NoShow;
        let held = interview("Ida", InterviewState::Submitted, ["4", "-", "-"]);
        let packet = compose(&record("Ana", vec![gone, held]), jiff::Timestamp::UNIX_EPOCH, &TimeZone::UTC);
        assert_eq!(packet.panel.iter().map(|member| member.interviewer.as_str()).collect::<Vec<_>>(), ["Ida"]);
        assert_eq!((packet.scorecards[0].member, packet.matrix[0].cells.len()), (0, 1));
    }

    #[test]
    fn times_are_local() {
        assert_eq!(packet().made_at.to_string(), "2026-11-23T00:30:00");
        assert_eq!(packet().panel[0].held_at.to_string(), "2026-11-22T11:00:00");
    }

    #[test]
    fn the_matrix_keeps_missing_values_missing() {
        let ratings: Vec<_> = packet().matrix[0].cells[0].iter().map(|r| r.rating.and_then(Rating::level)).collect();
        assert_eq!(ratings.iter().flatten().count(), 1);
        assert_eq!(packet().matrix[1].cells[0][0].rating, None);
        let coverage = packet().panel[0].coverage;
        assert_eq!((coverage.questions, coverage.rated, coverage.could_not_judge, coverage.unrated), (3, 1, 1, 1));
    }

    #[test]
    fn anchors_that_an_anchor_refers_to_come_with_it_and_no_others() {
        let mut heard = interview("Ida", InterviewState::Submitted, ["5", "2", "3"]);
        for question in &mut heard.content.questions {
            question.anchors = [
                "Nothing.",
                "A part; or level 3 only after more than one probe.",
                "The essentials.",
                "Unprompted: level 3 and two of: a, b.",
                "All of level 4, and c.",
            ]
            .map(str::to_owned);
        }
        let made_at = "2026-11-22T23:30:00Z".parse().unwrap();
        let packet = compose(&record("Ana", vec![heard]), made_at, &TimeZone::UTC);
        let referred = |place: usize| -> Vec<String> {
            packet.scorecards[0].answers[place].referred.iter().map(|of| of.rating.words()).collect()
        };
        assert_eq!(referred(0), ["4 Above", "3 Meets"]);
        assert_eq!(referred(1), ["3 Meets"]);
        assert_eq!(referred(2), [] as [String; 0]);
        assert_eq!(packet.scorecards[0].answers[0].referred[1].text, "The essentials.");
        assert_eq!(named_levels("Level 6, level 12, 4 levels; Level: 2"), [Level::new(2).unwrap()]);
    }

    #[test]
    fn notes_on_no_question_are_kept() {
        assert_eq!(packet().scorecards[0].general.len(), 1);
        assert_eq!(packet().hash(), packet().hash());
    }
}
