//! The meeting itself: when it was, and what was agreed about its time. Nothing here asks for a clock.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::phase::Phase;

/// Longest time that counts for one interview, in seconds: a day. What is larger is a mistake.
pub const LONGEST_SECONDS: u32 = 24 * 60 * 60;
/// A live interview whose page was gone for longer than this, in seconds, had stopped; a shorter gap was part of it.
const AWAY_SECONDS: u32 = 10 * 60;

/// Whether an interview is written down as it goes, or from paper afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// As it goes.
    #[default]
    Live,
    /// From paper, afterwards.
    Afterwards,
}

impl Mode {
    /// As the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Afterwards => "afterwards",
        }
    }

    /// Reads what [`Mode::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Live, Self::Afterwards].into_iter().find(|mode| mode.code() == code)
    }
}

/// An interviewer's part where two interview together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Asks.
    Lead,
    /// Writes.
    Scribe,
}

impl Part {
    /// What the other of two does.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Lead => Self::Scribe,
            Self::Scribe => Self::Lead,
        }
    }

    /// As the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Scribe => "scribe",
        }
    }

    /// Reads what [`Part::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Lead, Self::Scribe].into_iter().find(|part| part.code() == code)
    }
}

/// Why time did not count for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PauseCause {
    /// The interviewer paused it.
    Asked,
    /// The laptop slept.
    Sleep,
    /// It broke off and was continued later.
    Interrupted,
}

impl PauseCause {
    /// As the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Sleep => "sleep",
            Self::Interrupted => "interrupted",
        }
    }

    /// Reads what [`PauseCause::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Asked, Self::Sleep, Self::Interrupted].into_iter().find(|cause| cause.code() == code)
    }
}

/// A while for which time did not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Pause {
    /// Why.
    pub cause: PauseCause,
    /// When, in seconds of the interview.
    pub at_seconds: u32,
    /// When it began.
    #[ts(type = "Timestamp")]
    pub began_at: Timestamp,
    /// When it ended; none while it lasts.
    #[ts(type = "Timestamp | null")]
    pub ended_at: Option<Timestamp>,
}

/// What was agreed for the candidate: the adjustment alone, never its reason. It stands in no comparison and no packet; a
/// packet says only whether anything was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Adjustments {
    /// More time, in minutes; the slot is longer by them, and each question has its part of it.
    pub more_minutes: u32,
    /// Breaks within the slot, in minutes altogether; questions have less time by them.
    pub break_minutes: u32,
    /// Whether the candidate had the questions before.
    pub questions_ahead: bool,
}

/// How the meeting went, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Meeting {
    /// How it goes.
    pub phase: Phase,
    /// Why it did not happen or broke off, where that was said.
    pub reason: String,
    /// Whether it is written down as it goes.
    pub mode: Mode,
    /// When it was held, as the interviewer says who writes it down afterwards.
    #[ts(type = "Timestamp | null")]
    pub held_at: Option<Timestamp>,
    /// When it began.
    #[ts(type = "Timestamp | null")]
    pub begun_at: Option<Timestamp>,
    /// When it ended.
    #[ts(type = "Timestamp | null")]
    pub ended_at: Option<Timestamp>,
    /// How long it has lasted without pauses, in seconds, as far as it was told.
    pub elapsed_seconds: u32,
    /// When that was told.
    #[ts(type = "Timestamp | null")]
    pub told_at: Option<Timestamp>,
    /// How late it began, in minutes.
    pub late_minutes: u32,
    /// How much earlier than planned it must end, in minutes.
    pub early_minutes: u32,
    /// What was agreed for the candidate.
    pub adjustments: Adjustments,
    /// Every while for which time did not count, oldest first.
    pub pauses: Vec<Pause>,
}

impl Meeting {
    /// A meeting that is planned.
    #[must_use]
    pub fn prepared() -> Self {
        Self {
            phase: Phase::Prepared,
            reason: String::new(),
            mode: Mode::Live,
            held_at: None,
            begun_at: None,
            ended_at: None,
            elapsed_seconds: 0,
            told_at: None,
            late_minutes: 0,
            early_minutes: 0,
            adjustments: Adjustments::default(),
            pauses: Vec::new(),
        }
    }

    /// How long it has lasted at `now`, in seconds, without pauses.
    ///
    /// What the page told counts, since its clock never goes back. A live interview went on while the page was gone for a
    /// moment (a crash, a restart), so a short gap is added; after a longer one, or when the system's clock was set back,
    /// nothing is.
    #[must_use]
    pub fn elapsed_at(&self, now: Timestamp) -> u32 {
        let told = self.elapsed_seconds.min(LONGEST_SECONDS);
        let (Phase::Live, Some(told_at)) = (self.phase, self.told_at) else { return told };
        let gap = u32::try_from(now.as_second().saturating_sub(told_at.as_second())).unwrap_or(0);
        if gap > AWAY_SECONDS { told } else { told.saturating_add(gap).min(LONGEST_SECONDS) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elapsed_time_counts_a_short_absence_and_never_goes_back() {
        let at = |second: i64| Timestamp::from_second(1_000_000 + second).unwrap();
        let live = |told: u32| Meeting {
            phase: Phase::Live,
            elapsed_seconds: told,
            told_at: Some(at(0)),
            ..Meeting::prepared()
        };
        for (what, meeting, now, elapsed) in [
            ("not begun", Meeting::prepared(), 100, 0),
            ("just told", live(300), 0, 300),
            ("a moment away", live(300), 20, 320),
            ("ten minutes away", live(300), 600, 900),
            ("longer away: it had stopped", live(300), 601, 300),
            ("the clock was set back an hour", live(300), -3600, 300),
            ("the clock was set back a little", live(300), -5, 300),
            ("the clock was set ahead an hour", live(300), 3600 + 5, 300),
            (
                "set ahead a little while the page was away: that alone cannot be told from being away",
                live(300),
                60,
                360,
            ),
            ("paused", Meeting { phase: Phase::Paused, ..live(300) }, 60, 300),
            ("ended", Meeting { phase: Phase::Ended, ..live(300) }, 60, 300),
            ("never more than a day", live(LONGEST_SECONDS), 60, LONGEST_SECONDS),
            ("a mistake of the page", live(u32::MAX), 60, LONGEST_SECONDS),
        ] {
            assert_eq!(meeting.elapsed_at(at(now)), elapsed, "{what}");
        }
    }
}
