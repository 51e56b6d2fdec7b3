//! One meeting of one interviewer with one candidate, over one version of a kit.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    entry::{Entry, EntryKind},
    hidden::HiddenEntry,
    ids::{CandidateId, EntryId, InterviewId, QuestionId},
    interviewer::Interviewer,
    kit::KitContent,
    rating::Rating,
    scorecard::Scorecard,
    tick::Tick,
};

/// How far an interview has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InterviewState {
    /// Started; notes and ratings can change.
    Open,
    /// The scorecard is submitted and locked.
    Submitted,
}

/// What was said of one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionRecord {
    /// The question.
    pub question_id: QuestionId,
    /// The rating; none while it is not rated.
    pub rating: Option<Rating>,
    /// Time spent on it, in seconds.
    pub spent_seconds: u32,
}

/// What is being typed and not yet kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Draft {
    /// The question it stands under; none for the interview in general.
    pub question_id: Option<QuestionId>,
    /// The kind chosen for it.
    pub kind: EntryKind,
    /// The text so far.
    pub text: String,
    /// When it was begun, in seconds since the interview started.
    pub at_seconds: u32,
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
    /// How far it has come.
    pub state: InterviewState,
    /// When it was started.
    #[ts(type = "Timestamp")]
    pub started_at: Timestamp,
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
    /// The question that was last on screen; none for the interview in general.
    pub at: Option<QuestionId>,
    /// What was being typed and not yet kept, at most one a place.
    pub drafts: Vec<Draft>,
}

impl Interview {
    /// Whether nothing was written in it: no rating, note, tick, draft, recommendation or reason. Time alone is nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.records.iter().all(|r| r.rating.is_none())
            && self.entries.is_empty()
            && self.hidden.is_empty()
            && self.ticks.is_empty()
            && self.drafts.is_empty()
            && self.scorecard.is_blank()
    }

    /// When the last note was first kept, or else when the interview was started: its end, as far as it is known.
    #[must_use]
    pub fn last_noted_at(&self) -> Timestamp {
        self.entries.iter().map(|entry| entry.kept_at).fold(self.started_at, Timestamp::max)
    }

    /// The rating of a question; none while it is not rated.
    #[must_use]
    pub fn rating(&self, question: &QuestionId) -> Option<Rating> {
        self.records.iter().find(|r| r.question_id == *question).and_then(|r| r.rating)
    }
}
