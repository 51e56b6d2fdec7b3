//! Entries: the kept notes. One that is taken away stays, marked as removed, so that it can be brought back.

use jiff::Timestamp;
use rusqlite::{Row, named_params};
use workbench_domain::{
    action::{EntryPlace, EntryText},
    entry::{Entry, EntryKind, EntryLink},
    hidden::{HiddenEntry, Topic},
    ids::{CandidateId, EntryId, InterviewId},
    preparation::FollowUp,
    tick::TickTarget,
};

use crate::{Read, StoreError, Write, column, interview};

/// Keeps an entry.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if the id is taken or there is no such interview.
pub fn insert(w: &Write<'_>, interview: &InterviewId, entry: &Entry) -> Result<(), StoreError> {
    w.run(
        include_str!("add.sql"),
        named_params! {
            ":id": entry.id.as_str(), ":interview": interview.as_str(), ":place": entry.place.code(),
            ":kind": entry.kind.code(), ":target": entry.link.map(|link| link.target.code()),
            ":number": entry.link.map(|link| link.number), ":text": entry.text, ":at": entry.at_seconds,
            ":kept": entry.kept_at.as_millisecond(), ":rev": entry.rev,
        },
    )?;
    interview::touch(w, interview, entry.kept_at)
}

/// One entry with its interview, and whether it is removed.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, id: &EntryId) -> Result<Option<(InterviewId, Entry, bool)>, StoreError> {
    r.one(include_str!("find.sql"), named_params! {":id": id.as_str()}, |row| {
        let removed = column::time_or_none(row, "removed_at")?.is_some();
        Ok((column::id(row, "interview_id")?, read(row)?, removed))
    })
}

/// Writes what an entry says, as its next version. Where it is filed and its times stay.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such entry.
pub fn set_text(w: &Write<'_>, id: &EntryId, text: &EntryText) -> Result<(), StoreError> {
    w.change(
        "entry",
        include_str!("set_text.sql"),
        named_params! {
            ":id": id.as_str(), ":kind": text.kind.code(), ":target": text.link.map(|link| link.target.code()),
            ":number": text.link.map(|link| link.number), ":text": text.text,
        },
    )
}

/// Files an entry elsewhere, as its next version.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such entry.
pub fn set_place(w: &Write<'_>, id: &EntryId, filed: &EntryPlace) -> Result<(), StoreError> {
    w.change(
        "entry",
        include_str!("set_place.sql"),
        named_params! {
            ":id": id.as_str(), ":place": filed.place.code(), ":target": filed.link.map(|link| link.target.code()),
            ":number": filed.link.map(|link| link.number),
        },
    )
}

/// Marks an entry as removed at a time, or brings it back.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such entry.
pub fn set_removed(w: &Write<'_>, id: &EntryId, at: Option<Timestamp>) -> Result<(), StoreError> {
    let milliseconds = at.map(Timestamp::as_millisecond);
    w.change("entry", include_str!("set_removed.sql"), named_params! {":id": id.as_str(), ":at": milliseconds})
}

/// Hides an entry at a time because of a topic, or shows it again.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such entry.
pub fn set_hidden(w: &Write<'_>, id: &EntryId, why: Option<(Topic, Timestamp)>) -> Result<(), StoreError> {
    let (topic, at) = (why.map(|(topic, _)| topic.code()), why.map(|(_, at)| at.as_millisecond()));
    w.change("entry", include_str!("set_hidden.sql"), named_params! {":id": id.as_str(), ":topic": topic, ":at": at})
}

/// What is said of an entry that is hidden; none if it is not, or not there.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get_hidden(r: &Read<'_>, id: &EntryId) -> Result<Option<HiddenEntry>, StoreError> {
    r.one(include_str!("find_hidden.sql"), named_params! {":id": id.as_str()}, hidden)
}

/// Marks a follow-up as settled at a time, or as open again.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such entry.
pub fn set_settled(w: &Write<'_>, id: &EntryId, at: Option<Timestamp>) -> Result<(), StoreError> {
    let at = at.map(Timestamp::as_millisecond);
    w.change("entry", include_str!("set_settled.sql"), named_params! {":id": id.as_str(), ":at": at})
}

/// The hidden entries of an interview, oldest first, without their words.
pub(crate) fn hidden_of_interview(r: &Read<'_>, interview: &InterviewId) -> Result<Vec<HiddenEntry>, StoreError> {
    r.many(include_str!("list_hidden.sql"), named_params! {":interview": interview.as_str()}, hidden)
}

/// The settled follow-ups of an interview, oldest first.
pub(crate) fn settled_of_interview(r: &Read<'_>, interview: &InterviewId) -> Result<Vec<EntryId>, StoreError> {
    let params = named_params! {":interview": interview.as_str()};
    r.many(include_str!("list_settled.sql"), params, |row| column::id(row, "id"))
}

fn hidden(row: &Row<'_>) -> Result<HiddenEntry, StoreError> {
    Ok(HiddenEntry {
        id: column::id(row, "id")?,
        topic: column::word(row, "hidden_topic", Topic::from_code)?,
        at_seconds: row.get("at_seconds")?,
        hidden_at: column::time(row, "hidden_at")?,
    })
}

/// The entries of an interview that are neither removed nor hidden, oldest first.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_interview(r: &Read<'_>, interview: &InterviewId) -> Result<Vec<Entry>, StoreError> {
    r.many(include_str!("list.sql"), named_params! {":interview": interview.as_str()}, read)
}

/// The follow-ups that submitted scorecards of a candidate left open, oldest first, but for those of one interview.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn follow_ups(r: &Read<'_>, candidate: &CandidateId, except: &InterviewId) -> Result<Vec<FollowUp>, StoreError> {
    let params = named_params! {":candidate": candidate.as_str(), ":except": except.as_str()};
    r.many(include_str!("list_follow_ups.sql"), params, |row| {
        Ok(FollowUp {
            entry_id: column::id(row, "id")?,
            interview_id: column::id(row, "interview_id")?,
            interviewer: row.get("interviewer")?,
            text: row.get("text")?,
            kept_at: column::time(row, "created_at")?,
        })
    })
}

fn read(row: &Row<'_>) -> Result<Entry, StoreError> {
    let target = column::word_or_none(row, "link_target", TickTarget::from_code)?;
    let number: Option<u32> = row.get("link_number")?;
    Ok(Entry {
        id: column::id(row, "id")?,
        place: column::place(row, "place")?,
        kind: column::word(row, "kind", EntryKind::from_code)?,
        link: target.zip(number).map(|(target, number)| EntryLink { target, number }),
        text: row.get("text")?,
        at_seconds: row.get("at_seconds")?,
        kept_at: column::time(row, "created_at")?,
        rev: row.get("rev")?,
    })
}
