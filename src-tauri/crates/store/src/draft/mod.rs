//! Drafts: what is being typed and not yet kept, at most one a place.

use rusqlite::named_params;
use workbench_domain::{entry::EntryKind, ids::InterviewId, interview::Draft};

use crate::{Read, StoreError, Write, column};

/// Writes the draft of a place; an empty text removes it.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such interview.
pub fn set(w: &Write<'_>, interview: &InterviewId, draft: &Draft) -> Result<(), StoreError> {
    let (interview, question) = (interview.as_str(), draft.question_id.as_ref().map(|id| id.as_str()));
    if draft.text.is_empty() {
        w.run(include_str!("remove.sql"), named_params! {":interview": interview, ":question": question})?;
        return Ok(());
    }
    w.run(
        include_str!("put.sql"),
        named_params! {
            ":interview": interview, ":question": question, ":kind": draft.kind.code(), ":text": draft.text,
            ":at": draft.at_seconds,
        },
    )?;
    Ok(())
}

/// The drafts of an interview.
pub(crate) fn of_interview(r: &Read<'_>, interview: &InterviewId) -> Result<Vec<Draft>, StoreError> {
    r.many(include_str!("list.sql"), named_params! {":interview": interview.as_str()}, |row| {
        Ok(Draft {
            question_id: column::id_or_none(row, "question_id")?,
            kind: column::word(row, "kind", EntryKind::from_code)?,
            text: row.get("text")?,
            at_seconds: row.get("at_seconds")?,
        })
    })
}
