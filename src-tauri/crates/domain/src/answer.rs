//! An answer: one question as one interviewer heard it, with its evidence. The drawer of the comparison and the packet
//! show the same answer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    entry::Entry,
    ids::{CompetencyId, InterviewId, QuestionId},
    interview::Interview,
    question::Question,
    rating::Rating,
    tick::{TickState, TickTarget},
};

/// One line of a question and whether it was noticed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MarkedLine {
    /// The line's number in its list, from 1.
    pub number: u32,
    /// The line.
    pub text: String,
    /// How it was noticed; none means "not noted", which is not "not heard".
    pub state: Option<TickState>,
}

/// One question as one interviewer heard it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Answer {
    /// The interview it was given in.
    pub interview_id: InterviewId,
    /// Who heard it.
    pub interviewer: String,
    /// The question.
    pub question_id: QuestionId,
    /// The question's place in the kit, from 1.
    pub number: u32,
    /// Whether the kit asks it of every candidate.
    pub required: bool,
    /// The question's title.
    pub title: String,
    /// What was asked.
    pub prompt: String,
    /// The competency that the rating counts for.
    pub competency_id: CompetencyId,
    /// That competency's name.
    pub competency: String,
    /// The rating; none while it is not rated.
    pub rating: Option<Rating>,
    /// The anchor of that rating: what an answer at that level says; none without a level.
    pub anchor: Option<String>,
    /// Planned time, in minutes.
    pub planned_minutes: u32,
    /// Time spent, in seconds.
    pub spent_seconds: u32,
    /// The question's indicators.
    pub indicators: Vec<MarkedLine>,
    /// The question's red flags.
    pub red_flags: Vec<MarkedLine>,
    /// The notes kept under it, oldest first.
    pub entries: Vec<Entry>,
}

impl Answer {
    /// How many red flags were seen.
    #[must_use]
    pub fn red_flags_seen(&self) -> usize {
        self.red_flags.iter().filter(|line| line.state.is_some()).count()
    }
}

/// The answers of an interview, in the kit's order.
#[must_use]
pub fn answers(interview: &Interview) -> Vec<Answer> {
    interview.content.questions.iter().zip(1..).map(|(question, number)| answer(interview, question, number)).collect()
}

fn answer(interview: &Interview, question: &Question, number: u32) -> Answer {
    let record = interview.records.iter().find(|r| r.question_id == question.id);
    let rating = record.and_then(|r| r.rating);
    Answer {
        interview_id: interview.id.clone(),
        interviewer: interview.interviewer.name.clone(),
        question_id: question.id.clone(),
        number,
        required: interview.content.is_required(&question.id),
        title: question.title.clone(),
        prompt: question.prompt.clone(),
        competency_id: question.competency.clone(),
        competency: interview.content.competency_name(&question.competency).to_owned(),
        rating,
        anchor: rating.and_then(Rating::level).map(|l| question.anchor(l)).filter(|a| !a.is_empty()).map(str::to_owned),
        planned_minutes: question.minutes,
        spent_seconds: record.map_or(0, |r| r.spent_seconds),
        indicators: marked(interview, question, TickTarget::Indicator, &question.indicators),
        red_flags: marked(interview, question, TickTarget::RedFlag, &question.red_flags),
        entries: interview.entries.iter().filter(|e| e.place.is(&question.id)).cloned().collect(),
    }
}

fn marked(interview: &Interview, question: &Question, target: TickTarget, lines: &[String]) -> Vec<MarkedLine> {
    lines
        .iter()
        .zip(1..)
        .map(|(text, number)| MarkedLine {
            number,
            text: text.clone(),
            state: interview
                .ticks
                .iter()
                .find(|t| t.question_id == question.id && t.target == target && t.number == number)
                .map(|t| t.state),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{interview::InterviewState, testing::interview};

    #[test]
    fn an_answer_carries_its_rating_anchor_ticks_and_notes() {
        let answers = answers(&interview("Ida", InterviewState::Submitted, ["4", "not_asked", "-"]));
        let anchors: Vec<_> = answers.iter().map(|a| a.anchor.as_deref()).collect();
        assert_eq!(anchors, [Some("a4"), None, None], "only a level has an anchor");
        assert_eq!(answers.iter().map(|a| a.required).collect::<Vec<_>>(), [true, true, false]);
        let states: Vec<_> = answers[0].indicators.iter().map(|line| line.state).collect();
        assert_eq!(states, [None, Some(TickState::Prompted)]);
        assert_eq!(answers[0].red_flags_seen(), 1);
        assert_eq!(answers[0].entries.len(), 1, "a note on no question belongs to no answer");
        assert_eq!(answers[1].red_flags_seen(), 0);
    }
}
