//! A legal hold: everything about a candidate is kept, whatever a rule or a request for erasure says, until it is lifted.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    interviewer::Interviewer,
    text::{self, TextRefused},
};

/// A hold that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Hold {
    /// Why, such as a complaint and its number.
    pub reason: String,
    /// Who set it: the interviewer of the laptop, chosen and not verified.
    pub by: Interviewer,
    /// Since when, in whole milliseconds.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// The reason of a hold as it is kept.
///
/// # Errors
/// [`TextRefused`] where it is blank or too long.
pub fn reason(typed: &str) -> Result<String, TextRefused> {
    text::free_text("The reason", typed)
}
