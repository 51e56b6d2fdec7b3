//! Attachments: a photo of the whiteboard, a picture of the screen, a text.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ids::AttachmentId, place::Place};

/// Largest attachment, in bytes: 10 MB.
pub const ATTACHMENT_BYTES_MAX: usize = 10_000_000;
/// Most attachments of one interview.
pub const ATTACHMENTS_MAX: usize = 20;

/// What an attachment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentKind {
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// Plain text in UTF-8.
    Text,
}

impl AttachmentKind {
    /// As the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Text => "text",
        }
    }

    /// Reads what [`AttachmentKind::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Png, Self::Jpeg, Self::Text].into_iter().find(|kind| kind.code() == code)
    }
}

/// One attachment, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Attachment {
    /// The attachment's id.
    pub id: AttachmentId,
    /// Where it belongs.
    pub place: Place,
    /// The name of the file it came from.
    pub name: String,
    /// What it is.
    pub kind: AttachmentKind,
    /// Its size as it is kept, in bytes.
    pub size: u32,
    /// SHA-256 of the bytes as they are kept, in hexadecimal.
    pub sha256: String,
    /// When it was added.
    #[ts(type = "Timestamp")]
    pub added_at: Timestamp,
}
