//! How a meeting goes: its phases, and what may happen in each.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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

impl Event {
    /// All events.
    pub const ALL: [Self; 7] =
        [Self::Begin, Self::Pause, Self::Resume, Self::End, Self::NoShow, Self::Withdraw, Self::Interrupt];

    /// As the contract writes it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Begin => "begin",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::End => "end",
            Self::NoShow => "no_show",
            Self::Withdraw => "withdraw",
            Self::Interrupt => "interrupt",
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_happen_to_a_meeting_and_what_comes_of_it() {
        let table = "
            Begin:     Prepared Live, Live Live, Paused Paused, NoShow Live, Ended -, Withdrawn -, Interrupted -
            Pause:     Prepared -, Live Paused, Paused Paused, NoShow -, Ended -, Withdrawn -, Interrupted -
            Resume:    Prepared -, Live Live, Paused Live, NoShow -, Ended Live, Withdrawn Live, Interrupted Live
            End:       Prepared -, Live Ended, Paused Ended, NoShow -, Ended Ended, Withdrawn -, Interrupted Ended
            NoShow:    Prepared NoShow, Live -, Paused -, NoShow NoShow, Ended -, Withdrawn -, Interrupted -
            Withdraw:  Prepared Withdrawn, Live Withdrawn, Paused Withdrawn, NoShow Withdrawn, Ended Withdrawn, Withdrawn Withdrawn, Interrupted Withdrawn
            Interrupt: Prepared -, Live Interrupted, Paused Interrupted, NoShow -, Ended -, Withdrawn -, Interrupted Interrupted";
        let mut seen = 0;
        for (line, event) in table.trim().lines().zip(Event::ALL) {
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
        assert_eq!(Phase::Prepared.after(Event::Pause), Err(NotNow::NotBegun));
        assert_eq!(Phase::Ended.after(Event::Pause), Err(NotNow::Over));
        assert_eq!(Phase::Live.after(Event::NoShow), Err(NotNow::Begun));
        for phase in Phase::ALL {
            assert_eq!(Phase::from_code(phase.code()), Some(phase));
            assert_eq!(serde_json::to_value(phase).unwrap(), phase.code());
        }
    }
}
