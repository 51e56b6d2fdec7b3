//! The panel: who interviewed, when and how, and what they recommend.

use jiff::{Timestamp, civil::DateTime};
use serde::{Deserialize, Serialize};

use crate::{
    answer::Answer,
    interview::{Interview, InterviewState},
    meeting::{Meeting, Mode, Part, PauseCause},
    scorecard::{Coverage, Recommendation, coverage},
};

/// One interviewer's part in the panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelMember {
    /// The interviewer's name.
    pub interviewer: String,
    /// Whether it was written at another interviewer's laptop: the name was chosen there, and not verified.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub chosen: bool,
    /// The interviewer's part, where two interviewed together.
    pub part: Option<Part>,
    /// The kit's title.
    pub kit: String,
    /// The version number of the kit.
    pub kit_version: u32,
    /// When the interview was held, in local time.
    pub held_at: DateTime,
    /// When it was written down, in local time, where that was done from paper afterwards; none for one that was written
    /// down as it went. Its notes then tell no time.
    pub written_at: Option<DateTime>,
    /// Every time that it broke off, oldest first. Why is told to nobody.
    pub broke_off: Vec<BrokeOff>,
    /// Time spent on questions, in seconds.
    pub spent_seconds: u32,
    /// When the scorecard was submitted, in local time; none while it is missing. Without it, nothing of the scorecard is
    /// in the packet.
    pub submitted_at: Option<DateTime>,
    /// From the end of the interview to the first submission, in minutes; none while the scorecard is missing, and in
    /// packets that are older than the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes_to_submit: Option<u32>,
    /// Whether its author had seen another's submitted scorecard on the candidate by then.
    pub after_seeing_others: bool,
    /// The recommendation as it was submitted: the one that counts.
    pub recommendation: Option<Recommendation>,
    /// What the newest version recommends; none where nothing was amended.
    pub amended: Option<Recommendation>,
    /// The reason, in the interviewer's words.
    pub reason: String,
    /// How much of the kit was rated.
    pub coverage: Coverage,
    /// Red flags seen.
    pub red_flags: u32,
}

/// That a meeting broke off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrokeOff {
    /// When, in local time.
    pub at: DateTime,
    /// When it was continued, in local time; none where it was not.
    pub continued_at: Option<DateTime>,
}

pub(super) fn member(
    interview: &Interview,
    answers: &[Answer],
    newest: Option<Recommendation>,
    local: &impl Fn(Timestamp) -> DateTime,
) -> PanelMember {
    let submitted = interview.state == InterviewState::Submitted;
    let meeting = &interview.meeting;
    PanelMember {
        chosen: interview.host_id.is_some(),
        interviewer: interview.interviewer.name.clone(),
        part: interview.part,
        kit: interview.content.kit.title.clone(),
        kit_version: interview.kit_version,
        held_at: local(interview.held_at()),
        written_at: (meeting.mode == Mode::Afterwards).then(|| local(interview.started_at)),
        broke_off: broke_off(meeting, local),
        spent_seconds: interview.records.iter().map(|r| r.spent_seconds).sum(),
        submitted_at: interview.scorecard.submitted_at.map(local),
        minutes_to_submit: interview.scorecard.submitted_at.map(|at| {
            let seconds = at.as_second().saturating_sub(interview.ended_at().as_second());
            u32::try_from(seconds / 60).unwrap_or(0)
        }),
        after_seeing_others: submitted && interview.scorecard.after_seeing_others,
        recommendation: interview.scorecard.recommendation.filter(|_| submitted),
        amended: newest.filter(|_| submitted),
        reason: if submitted { interview.scorecard.reason.clone() } else { String::new() },
        coverage: coverage(interview),
        red_flags: u32::try_from(answers.iter().map(Answer::red_flags_seen).sum::<usize>()).unwrap_or(u32::MAX),
    }
}

fn broke_off(meeting: &Meeting, local: &impl Fn(Timestamp) -> DateTime) -> Vec<BrokeOff> {
    let interruptions = meeting.pauses.iter().filter(|pause| pause.cause == PauseCause::Interrupted);
    interruptions
        .map(|pause| BrokeOff {
            at: local(pause.began_at),
            // One that ended where it broke off was not continued.
            continued_at: pause.ended_at.filter(|ended| *ended > pause.began_at).map(local),
        })
        .collect()
}
