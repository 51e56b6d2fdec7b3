//! Scorecards and their versions. One that is submitted is locked by the database itself, and so is every version.

use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use workbench_domain::{
    amendment::{Amendment, Judgement, ScorecardVersion},
    evidence::Reason,
    ids::InterviewId,
    scorecard::{Confirmation, OwnRating, Recommendation, Scorecard},
};

use crate::{Read, StoreError, Write, column, interview};

/// What stands in the column `doc`.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct WriteUp {
    reasons_for: Vec<Reason>,
    reasons_against: Vec<Reason>,
    own_ratings: Vec<OwnRating>,
    confirmed: Option<Confirmation>,
}

/// The scorecard of an interview, as far as it is written.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, interview: &InterviewId) -> Result<Scorecard, StoreError> {
    let params = named_params! {":interview": interview.as_str()};
    let mut scorecard = r.one(include_str!("find.sql"), params, read)?.unwrap_or_default();
    if scorecard.submitted_at.is_some() {
        let mut versions = r.many(include_str!("list_amendments.sql"), params, amendment)?.into_iter();
        scorecard.after_seeing_others = versions.next().is_some_and(|first| first.after_seeing_others);
        scorecard.amendments = versions.collect();
    }
    Ok(scorecard)
}

/// Writes the draft of a scorecard.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if it is submitted or there is no such interview.
pub fn save(w: &Write<'_>, interview: &InterviewId, draft: &Scorecard) -> Result<(), StoreError> {
    let doc = serde_json::to_string(&WriteUp {
        reasons_for: draft.reasons_for.clone(),
        reasons_against: draft.reasons_against.clone(),
        own_ratings: draft.own_ratings.clone(),
        confirmed: draft.confirmed.clone(),
    })?;
    w.run(
        include_str!("save.sql"),
        named_params! {
            ":interview": interview.as_str(), ":recommendation": draft.recommendation.map(Recommendation::code),
            ":reason": draft.reason, ":doc": doc,
        },
    )?;
    Ok(())
}

/// Submits a scorecard, which locks it, and keeps its first version.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if it is submitted already, or there is no such interview.
pub fn submit(
    w: &Write<'_>,
    interview: &InterviewId,
    locked: &Scorecard,
    first: &ScorecardVersion,
) -> Result<(), StoreError> {
    save(w, interview, locked)?;
    w.change(
        "scorecard",
        include_str!("submit.sql"),
        named_params! {
            ":interview": interview.as_str(), ":at": first.at.as_millisecond(), ":hash": first.hash,
            ":minutes": locked.minutes, ":anyway": locked.submitted_anyway,
        },
    )?;
    add_version(w, interview, first)
}

/// Keeps a version of a submitted scorecard.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if the number is taken, or there is no such interview.
pub fn add_version(w: &Write<'_>, interview: &InterviewId, version: &ScorecardVersion) -> Result<(), StoreError> {
    let doc = serde_json::to_string(&version.judgement)?;
    w.run(
        include_str!("add_version.sql"),
        named_params! {
            ":interview": interview.as_str(), ":number": version.number, ":doc": doc, ":hash": version.hash,
            ":at": version.at.as_millisecond(), ":reason": version.reason, ":after": version.after_seeing_others,
        },
    )?;
    interview::touch(w, interview, version.at)
}

/// Every version of a submitted scorecard, the first one first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn versions(r: &Read<'_>, interview: &InterviewId) -> Result<Vec<ScorecardVersion>, StoreError> {
    r.many(include_str!("list_versions.sql"), named_params! {":interview": interview.as_str()}, |row| {
        let judgement: Judgement = column::doc(row, "doc")?;
        Ok(ScorecardVersion {
            number: row.get("number")?,
            judgement,
            at: column::time(row, "created_at")?,
            reason: row.get("reason")?,
            after_seeing_others: row.get("after_seeing_others")?,
            hash: row.get("hash")?,
        })
    })
}

fn read(row: &Row<'_>) -> Result<Scorecard, StoreError> {
    let WriteUp { reasons_for, reasons_against, own_ratings, confirmed } = column::doc(row, "doc")?;
    Ok(Scorecard {
        recommendation: column::word_or_none(row, "recommendation", Recommendation::from_code)?,
        reason: row.get("reason")?,
        reasons_for,
        reasons_against,
        own_ratings,
        confirmed,
        submitted_at: column::time_or_none(row, "submitted_at")?,
        submitted_anyway: row.get("anyway")?,
        minutes: row.get("minutes")?,
        hash: row.get("hash")?,
        after_seeing_others: false,
        amendments: Vec::new(),
    })
}

fn amendment(row: &Row<'_>) -> Result<Amendment, StoreError> {
    Ok(Amendment {
        number: row.get("number")?,
        at: column::time(row, "created_at")?,
        // The first version has none, and is no amendment.
        reason: row.get::<_, Option<String>>("reason")?.unwrap_or_default(),
        after_seeing_others: row.get("after_seeing_others")?,
    })
}
