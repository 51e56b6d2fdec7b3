//! Ticks: an indicator heard, a red flag seen. Left alone means "not noted", never "not heard".

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ids::QuestionId, question::Question};

/// What a tick marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TickTarget {
    /// A good signal.
    Indicator,
    /// A red flag.
    RedFlag,
}

impl TickTarget {
    /// The target as the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Indicator => "indicator",
            Self::RedFlag => "red_flag",
        }
    }

    /// Reads what [`TickTarget::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Indicator, Self::RedFlag].into_iter().find(|target| target.code() == code)
    }
}

/// How it was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TickState {
    /// Noticed without help.
    Heard,
    /// Noticed after a probe.
    Prompted,
}

impl TickState {
    /// The state as the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Heard => "heard",
            Self::Prompted => "prompted",
        }
    }

    /// Reads what [`TickState::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Heard, Self::Prompted].into_iter().find(|state| state.code() == code)
    }
}

/// One mark on one line of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tick {
    /// The question.
    pub question_id: QuestionId,
    /// Which list of the question.
    pub target: TickTarget,
    /// The line in that list, counted from 1. A question's version never changes, so the number stays good.
    pub number: u32,
    /// How it was noticed.
    pub state: TickState,
}

/// The text that a tick marks, if the question has such a line.
#[must_use]
pub fn marked_text(question: &Question, target: TickTarget, number: u32) -> Option<&str> {
    let lines = match target {
        TickTarget::Indicator => &question.indicators,
        TickTarget::RedFlag => &question.red_flags,
    };
    let index = usize::try_from(number).ok()?.checked_sub(1)?;
    lines.get(index).map(String::as_str)
}
