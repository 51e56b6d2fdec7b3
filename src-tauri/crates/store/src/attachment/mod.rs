//! Attachments: pictures and texts, in the encrypted file like everything else.

use rusqlite::{Row, named_params};
use workbench_domain::{
    attachment::{Attachment, AttachmentKind},
    ids::{AttachmentId, InterviewId},
};

use crate::{Read, StoreError, Write, column, interview};

/// Adds an attachment.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if the id is taken, the size is not that of the bytes, or
/// there is no such interview.
pub fn insert(w: &Write<'_>, interview: &InterviewId, attachment: &Attachment, bytes: &[u8]) -> Result<(), StoreError> {
    w.run(
        include_str!("add.sql"),
        named_params! {
            ":id": attachment.id.as_str(), ":interview": interview.as_str(), ":place": attachment.place.code(),
            ":name": attachment.name, ":kind": attachment.kind.code(), ":sha256": attachment.sha256,
            ":added": attachment.added_at.as_millisecond(), ":size": attachment.size, ":bytes": bytes,
        },
    )?;
    interview::touch(w, interview, attachment.added_at)
}

/// One attachment with its interview, without its bytes.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn get(r: &Read<'_>, id: &AttachmentId) -> Result<Option<(InterviewId, Attachment)>, StoreError> {
    r.one(include_str!("find.sql"), named_params! {":id": id.as_str()}, |row| {
        Ok((column::id(row, "interview_id")?, read(row)?))
    })
}

/// The bytes of an attachment.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn bytes(r: &Read<'_>, id: &AttachmentId) -> Result<Option<Vec<u8>>, StoreError> {
    r.one(include_str!("find_bytes.sql"), named_params! {":id": id.as_str()}, |row| Ok(row.get("bytes")?))
}

/// The attachments of an interview, oldest first, without their bytes.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn of_interview(r: &Read<'_>, interview: &InterviewId) -> Result<Vec<Attachment>, StoreError> {
    r.many(include_str!("list.sql"), named_params! {":interview": interview.as_str()}, read)
}

/// Removes an attachment for good; its bytes are overwritten.
///
/// # Errors
/// [`StoreError`] if it cannot be written; [`StoreError::Bug`] if there is no such attachment.
pub fn remove(w: &Write<'_>, id: &AttachmentId) -> Result<(), StoreError> {
    w.change("attachment", include_str!("remove.sql"), named_params! {":id": id.as_str()})
}

fn read(row: &Row<'_>) -> Result<Attachment, StoreError> {
    Ok(Attachment {
        id: column::id(row, "id")?,
        place: column::place(row, "place")?,
        name: row.get("name")?,
        kind: column::word(row, "kind", AttachmentKind::from_code)?,
        size: row.get("size")?,
        sha256: row.get("sha256")?,
        added_at: column::time(row, "created_at")?,
    })
}
