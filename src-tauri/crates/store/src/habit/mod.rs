//! Who shares their habits, and what a round's panel agreed to be shown.

use jiff::Timestamp;
use rusqlite::named_params;
use workbench_domain::{
    habit::TeamConsent,
    ids::{InterviewerId, RoundId},
    log::Deed,
};

use crate::{Read, StoreError, Write, column, log};

/// Whether this interviewer shares how their ratings lie beside others'.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn is_shared(r: &Read<'_>, interviewer: &InterviewerId) -> Result<bool, StoreError> {
    let params = named_params! {":interviewer": interviewer.as_str()};
    let found: Option<i64> = r.one(include_str!("find.sql"), params, |row| Ok(row.get("shared")?))?;
    Ok(found.is_some())
}

/// Keeps whether this interviewer shares it.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn share(w: &Write<'_>, interviewer: &InterviewerId, shared: bool, now: Timestamp) -> Result<(), StoreError> {
    if shared {
        let params = named_params! {":interviewer": interviewer.as_str(), ":at": now.as_millisecond()};
        w.run(include_str!("share.sql"), params)?;
    } else {
        w.run(include_str!("unshare.sql"), named_params! {":interviewer": interviewer.as_str()})?;
    }
    Ok(())
}

/// What this round's panel agreed to last; none if it was never asked.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn team(r: &Read<'_>, round: &RoundId) -> Result<Option<TeamConsent>, StoreError> {
    r.one(include_str!("find_team.sql"), named_params! {":round": round.as_str()}, |row| {
        Ok(TeamConsent {
            shown: row.get("shown")?,
            agreed: row.get("agreed")?,
            by: row.get("name")?,
            at: column::time(row, "created_at")?,
        })
    })
}

/// Keeps what a round's panel agreed to, with its line in the log, whose actor and time it has.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn set_team(w: &Write<'_>, round: &RoundId, shown: bool, agreed: &str, deed: Deed) -> Result<(), StoreError> {
    w.run(
        include_str!("add_team.sql"),
        named_params! {
            ":round": round.as_str(), ":shown": shown, ":agreed": agreed, ":interviewer": deed.actor.as_str(),
            ":at": deed.at.as_millisecond(),
        },
    )?;
    log::add(w, deed)?;
    Ok(())
}
