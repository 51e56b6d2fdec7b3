//! Scorecards. One that is submitted is locked by the database itself.

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{
    ids::InterviewId,
    scorecard::{Recommendation, Scorecard},
};

use crate::{StoreError, Write, column, interview};

/// Writes the draft of a scorecard.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if it is submitted or there is no such interview.
pub fn save(
    w: &Write<'_>,
    interview: &InterviewId,
    recommendation: Option<Recommendation>,
    reason: &str,
) -> Result<(), StoreError> {
    w.run(
        include_str!("save.sql"),
        named_params! {
            ":interview": interview.as_str(), ":recommendation": recommendation.map(Recommendation::code),
            ":reason": reason,
        },
    )?;
    Ok(())
}

/// Submits a scorecard, which locks it. `hash` is over everything that was submitted.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if it is submitted already, or there is no such interview.
pub fn submit(
    w: &Write<'_>,
    interview: &InterviewId,
    recommendation: Recommendation,
    reason: &str,
    now: Timestamp,
    hash: &str,
) -> Result<(), StoreError> {
    w.run(
        include_str!("submit.sql"),
        named_params! {
            ":interview": interview.as_str(), ":recommendation": recommendation.code(), ":reason": reason,
            ":now": now.as_millisecond(), ":hash": hash,
        },
    )?;
    interview::touch(w, interview, now)
}

/// Reads a scorecard that was joined to its interview and may not be there.
pub(crate) fn read(row: &Row<'_>) -> Result<Scorecard, StoreError> {
    Ok(Scorecard {
        recommendation: column::word_or_none(row, "recommendation", Recommendation::from_code)?,
        reason: row.get::<_, Option<String>>("reason")?.unwrap_or_default(),
        submitted_at: column::time_or_none(row, "submitted_at")?,
        hash: row.get("hash")?,
    })
}
