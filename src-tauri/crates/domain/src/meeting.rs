//! The meeting itself: how it goes, when, and what was agreed about its time. Nothing here asks for a clock.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Longest time that counts for one interview, in seconds: a day. What is larger is a mistake.
pub const LONGEST_SECONDS: u32 = 24 * 60 * 60;
/// A live interview whose page was gone for longer than this, in seconds, had stopped; a shorter gap was part of it.
const AWAY_SECONDS: u32 = 10 * 60;

/// How the meeting goes. Whether its scorecard is locked is another thing: the interview's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// It is planned and has not begun; notes may be kept already.
    Prepared,
    /// It is under way.
    Live,
    /// It rests; time does not count.
    Paused,
    /// It is over.
    Ended,
    /// The candidate did not come.
    NoShow,
    /// The candidate withdrew.
    Withdrawn,
    /// It broke off and may be continued later.
    Interrupted,
}

/// What happens to a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// It begins.
    Begin,
    /// It rests.
    Pause,
    /// It goes on: after a rest, or later after it broke off.
    Resume,
    /// It is over.
    End,
    /// The candidate did not come.
    NoShow,
    /// The candidate withdrew.
    Withdraw,
    /// It broke off.
    Interrupt,
}

/// Why something cannot happen to a meeting now. The words are shown to the interviewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotNow {
    /// It has not begun.
    #[error("This interview has not begun. Begin it first; what is written in it stays.")]
    NotBegun,
    /// It is over, in whichever way.
    #[error("This interview is over. Continue it first; what is written in it stays.")]
    Over,
    /// It has begun, so the candidate was there.
    #[error("This interview has begun, so the candidate came. Mark it as interrupted or withdrawn instead.")]
    Begun,
}

impl Phase {
    /// All phases.
    pub const ALL: [Self; 7] =
        [Self::Prepared, Self::Live, Self::Paused, Self::Ended, Self::NoShow, Self::Withdrawn, Self::Interrupted];

    /// As the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Live => "live",
            Self::Paused => "paused",
            Self::Ended => "ended",
            Self::NoShow => "no_show",
            Self::Withdrawn => "withdrawn",
            Self::Interrupted => "interrupted",
        }
    }

    /// Reads what [`Phase::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.code() == code)
    }

    /// The phase after something happened. What has happened already happens again without harm.
    ///
    /// # Errors
    /// [`NotNow`] with the reason.
    pub fn after(self, event: Event) -> Result<Self, NotNow> {
        use Phase::{Ended, Interrupted, Live, NoShow, Paused, Prepared, Withdrawn};
        match (event, self) {
            (Event::Begin, Prepared | NoShow | Live) | (Event::Resume, Live | Paused | Ended | Interrupted) => Ok(Live),
            (Event::Begin | Event::Pause, Paused) | (Event::Pause, Live) => Ok(Paused),
            (Event::End, Live | Paused | Interrupted | Ended) => Ok(Ended),
            (Event::NoShow, Prepared | NoShow) => Ok(NoShow),
            (Event::NoShow, _) => Err(NotNow::Begun),
            (Event::Withdraw, _) => Ok(Withdrawn),
            (Event::Interrupt, Live | Paused | Interrupted) => Ok(Interrupted),
            // One that was called off can be taken up again; whether it had begun, its times say.
            (Event::Resume, Withdrawn) => Ok(Live),
            (Event::Pause | Event::Resume | Event::End | Event::Interrupt, Prepared | NoShow) => Err(NotNow::NotBegun),
            (Event::Begin | Event::Pause | Event::End | Event::Interrupt, Ended | Withdrawn | Interrupted) => {
                Err(NotNow::Over)
            }
        }
    }

    /// Whether an interview that stands here needs no scorecard: there was nothing to judge.
    #[must_use]
    pub fn is_called_off(self) -> bool {
        matches!(self, Self::NoShow | Self::Withdrawn)
    }
}

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

/// What was agreed for the candidate: the adjustment alone, never its reason. It stands in no comparison and no packet.
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
    fn what_may_happen_to_a_meeting_and_what_comes_of_it() {
        use Event::{Begin, End, Interrupt, Pause, Resume, Withdraw};
        let table = "
            Begin:     Prepared Live, Live Live, Paused Paused, NoShow Live, Ended -, Withdrawn -, Interrupted -
            Pause:     Prepared -, Live Paused, Paused Paused, NoShow -, Ended -, Withdrawn -, Interrupted -
            Resume:    Prepared -, Live Live, Paused Live, NoShow -, Ended Live, Withdrawn Live, Interrupted Live
            End:       Prepared -, Live Ended, Paused Ended, NoShow -, Ended Ended, Withdrawn -, Interrupted Ended
            NoShow:    Prepared NoShow, Live -, Paused -, NoShow NoShow, Ended -, Withdrawn -, Interrupted -
            Withdraw:  Prepared Withdrawn, Live Withdrawn, Paused Withdrawn, NoShow Withdrawn, Ended Withdrawn, Withdrawn Withdrawn, Interrupted Withdrawn
            Interrupt: Prepared -, Live Interrupted, Paused Interrupted, NoShow -, Ended -, Withdrawn -, Interrupted Interrupted";
        let events = [Begin, Pause, Resume, End, Event::NoShow, Withdraw, Interrupt];
        let mut seen = 0;
        for (line, event) in table.trim().lines().zip(events) {
            let (name, cells) = line.trim().split_once(':').unwrap();
            assert_eq!(name, format!("{event:?}"));
            for cell in cells.split(',') {
                let (from, to) = cell.trim().split_once(' ').unwrap();
                let from = Phase::ALL.into_iter().find(|phase| format!("{phase:?}") == from).unwrap();
                let after = from.after(event).map_or_else(|_| "-".to_owned(), |phase| format!("{phase:?}"));
                assert_eq!(after, to, "{event:?} in {from:?}");
                seen += 1;
            }
        }
        assert_eq!(seen, 49, "every event in every phase");
        assert_eq!(Phase::Prepared.after(Pause), Err(NotNow::NotBegun));
        assert_eq!(Phase::Ended.after(Pause), Err(NotNow::Over));
        assert_eq!(Phase::Live.after(Event::NoShow), Err(NotNow::Begun));
        for phase in Phase::ALL {
            assert_eq!(Phase::from_code(phase.code()), Some(phase));
            assert_eq!(serde_json::to_value(phase).unwrap(), phase.code());
        }
    }

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
            ("paused", Meeting { phase: Phase::Paused, ..live(300) }, 60, 300),
            ("ended", Meeting { phase: Phase::Ended, ..live(300) }, 60, 300),
            ("never more than a day", live(LONGEST_SECONDS), 60, LONGEST_SECONDS),
            ("a mistake of the page", live(u32::MAX), 60, LONGEST_SECONDS),
        ] {
            assert_eq!(meeting.elapsed_at(at(now)), elapsed, "{what}");
        }
    }
}
