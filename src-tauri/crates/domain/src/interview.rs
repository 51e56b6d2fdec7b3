//! One meeting of one interviewer with one candidate, over one version of a kit.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    attachment::Attachment,
    draft::Draft,
    entry::Entry,
    hidden::HiddenEntry,
    ids::{CandidateId, EntryId, InterviewId, InterviewerId, QuestionId, SessionId},
    interviewer::Interviewer,
    kit::KitContent,
    meeting::{Meeting, Part},
    place::Place,
    rating::Rating,
    record::QuestionRecord,
    scorecard::Scorecard,
    tick::Tick,
};

/// Whether an interview's scorecard is locked. How the meeting goes is its phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InterviewState {
    /// Notes and ratings can change.
    Open,
    /// The scorecard is submitted and locked.
    Submitted,
}

/// Everything that was written down in one interview: the one shape that screens, comparison and packet are made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Interview {
    /// The interview's id.
    pub id: InterviewId,
    /// Who is interviewed.
    pub candidate_id: CandidateId,
    /// Who interviews.
    pub interviewer: Interviewer,
    /// Whose laptop it is kept on, where that is another's: two who interview together share one.
    pub host_id: Option<InterviewerId>,
    /// The meeting; interviews of one meeting with several interviewers share it.
    pub session_id: SessionId,
    /// The interviewer's part, where two interview together.
    pub part: Option<Part>,
    /// Whether its scorecard is locked.
    pub state: InterviewState,
    /// When it was prepared. When it began, its meeting says.
    #[ts(type = "Timestamp")]
    pub started_at: Timestamp,
    /// How the meeting went, and when.
    pub meeting: Meeting,
    /// The version number of the kit on this laptop, from 1.
    pub kit_version: u32,
    /// The content hash of that version.
    pub kit_hash: String,
    /// The kit as it was then.
    pub content: KitContent,
    /// What was said, a record a question, in the kit's order.
    pub records: Vec<QuestionRecord>,
    /// The kept notes, oldest first.
    pub entries: Vec<Entry>,
    /// The follow-ups that are settled, oldest first.
    pub settled: Vec<EntryId>,
    /// The hidden notes, oldest first. Their words are not here, and so in nothing that is made from here.
    pub hidden: Vec<HiddenEntry>,
    /// The ticks.
    pub ticks: Vec<Tick>,
    /// The scorecard, as far as it is written.
    pub scorecard: Scorecard,
    /// The attached files, oldest first, without their bytes.
    pub attachments: Vec<Attachment>,
    /// The place that was last on screen.
    pub at: Place,
    /// What is being typed and not yet kept.
    pub drafts: Vec<Draft>,
}

impl Interview {
    /// Whether nothing was written in it: nothing on any question, no note, tick, file, draft, recommendation or reason.
    /// Time alone is nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.records.iter().all(QuestionRecord::is_blank)
            && self.entries.is_empty()
            && self.hidden.is_empty()
            && self.ticks.is_empty()
            && self.attachments.is_empty()
            && self.drafts.is_empty()
            && self.scorecard.is_blank()
    }

    /// The rating of a question; none while it is not rated.
    #[must_use]
    pub fn rating(&self, question: &QuestionId) -> Option<Rating> {
        self.records.iter().find(|r| r.question_id == *question).and_then(|r| r.rating)
    }

    /// When the meeting was held: as its interviewer says, or else when it began, or else when it was prepared.
    #[must_use]
    pub fn held_at(&self) -> Timestamp {
        self.meeting.held_at.or(self.meeting.begun_at).unwrap_or(self.started_at)
    }

    /// When the meeting ended, as far as it is known: as was said, or else when the last note was first kept.
    #[must_use]
    pub fn ended_at(&self) -> Timestamp {
        let last_noted = || self.entries.iter().map(|entry| entry.kept_at).fold(self.held_at(), Timestamp::max);
        self.meeting.ended_at.or(self.meeting.held_at).unwrap_or_else(last_noted)
    }

    /// Whether a scorecard is still to come: it is not submitted, and the candidate came.
    #[must_use]
    pub fn owes_scorecard(&self) -> bool {
        self.state == InterviewState::Open && !self.meeting.phase.is_called_off()
    }

    /// Whether this person writes it: their own, or one that is kept on their laptop.
    #[must_use]
    pub fn is_kept_by(&self, person: &InterviewerId) -> bool {
        self.interviewer.id == *person || self.host_id.as_ref() == Some(person)
    }
}
