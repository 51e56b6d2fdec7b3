//! Drafts: what is being typed and not yet kept, at most one new note a place and one change of each entry.

use rusqlite::{Row, named_params};
use workbench_domain::{
    draft::{Draft, DraftLink, DraftText},
    entry::EntryKind,
    ids::{EntryId, InterviewId},
    place::Place,
    tick::{TickState, TickTarget},
};

use crate::{Read, StoreError, Write, column};

/// Writes what stands in the field for a new note at a place, or for a change of `entry`; nothing clears it.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview or entry.
pub fn set(
    w: &Write<'_>,
    interview: &InterviewId,
    place: &Place,
    entry: Option<&EntryId>,
    written: Option<&DraftText>,
) -> Result<(), StoreError> {
    let (interview, place) = (interview.as_str(), place.code());
    let Some(written) = written else {
        match entry {
            Some(entry) => w.run(include_str!("remove_change.sql"), named_params! {":entry": entry.as_str()})?,
            None => w.run(include_str!("remove_new.sql"), named_params! {":interview": interview, ":place": place})?,
        };
        return Ok(());
    };
    w.run(
        include_str!("put.sql"),
        named_params! {
            ":interview": interview, ":place": place, ":entry": entry.map(|id| id.as_str()),
            ":kind": written.kind.code(), ":target": written.link.map(|link| link.target.code()),
            ":number": written.link.map(|link| link.number), ":state": written.link.map(|link| link.state.code()),
            ":text": written.text, ":at": written.at_seconds,
        },
    )?;
    Ok(())
}

/// Takes the change of an entry along to where the entry is filed now, without its link to a line of the other question.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn follow(w: &Write<'_>, entry: &EntryId, place: &Place) -> Result<(), StoreError> {
    w.run(include_str!("move.sql"), named_params! {":entry": entry.as_str(), ":place": place.code()})?;
    Ok(())
}

/// What stands in the field for a new note at a place, or for a change of `entry` there.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(
    r: &Read<'_>,
    interview: &InterviewId,
    place: &Place,
    entry: Option<&EntryId>,
) -> Result<Option<DraftText>, StoreError> {
    let params = named_params! {
        ":interview": interview.as_str(), ":place": place.code(), ":entry": entry.map(|id| id.as_str()),
    };
    Ok(r.one(include_str!("find.sql"), params, read)?.map(|draft| draft.written))
}

/// The drafts of an interview.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_interview(r: &Read<'_>, interview: &InterviewId) -> Result<Vec<Draft>, StoreError> {
    r.many(include_str!("list.sql"), named_params! {":interview": interview.as_str()}, read)
}

fn read(row: &Row<'_>) -> Result<Draft, StoreError> {
    let target = column::word_or_none(row, "link_target", TickTarget::from_code)?;
    let state = column::word_or_none(row, "link_state", TickState::from_code)?;
    let number: Option<u32> = row.get("link_number")?;
    let link = target.zip(number).zip(state).map(|((target, number), state)| DraftLink { target, number, state });
    Ok(Draft {
        place: column::place(row, "place")?,
        entry_id: column::id_or_none(row, "entry_id")?,
        written: DraftText {
            kind: column::word(row, "kind", EntryKind::from_code)?,
            link,
            text: row.get("text")?,
            at_seconds: row.get("at_seconds")?,
        },
    })
}
