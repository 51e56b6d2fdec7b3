//! Attached files: looked at, cleaned of what they say about their maker, and kept in the store.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    attachment::{ATTACHMENT_BYTES_MAX, ATTACHMENTS_MAX, Attachment, AttachmentKind},
    canonical,
    ids::{AttachmentId, InterviewId},
    place::Place,
    text,
};
use workbench_store::{attachment, interview};

use crate::{
    App,
    entry::is_uuid_v7,
    failure::{Code, Failure},
    independence::{self, Reading, readable},
    interview::{InterviewGet, at_place, writable},
    picture,
    rating::Saved,
};

/// Attaches a file.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AttachmentAdd {
    /// To which interview.
    pub interview_id: InterviewId,
    /// The id of it, a `UUIDv7` that the page makes: sent again after an answer was lost, it is not attached twice. Left
    /// out, the core makes one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub attachment_id: Option<AttachmentId>,
    /// Where it belongs.
    pub place: Place,
    /// The file's name, without its folder.
    pub name: String,
    /// The file in base64: PNG, JPEG or text in UTF-8, at most 10 MB, at most 20 an interview. A
    /// picture has at most 30,000 pixels a side and 50 million in all.
    pub bytes: String,
}

/// Names an attachment.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AttachmentRef {
    /// Which.
    pub attachment_id: AttachmentId,
}

/// A file that was attached.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AttachmentSaved {
    /// The attachment as it is kept.
    pub attachment: Attachment,
    /// When it became durable.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// The attached files of an interview.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AttachmentList {
    /// Oldest first.
    pub attachments: Vec<Attachment>,
}

/// An attached file with its bytes.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct AttachmentWhole {
    /// The attachment.
    pub attachment: Attachment,
    /// Its bytes, in base64.
    pub bytes: String,
}

/// What a file is and how it is kept: cleaned of everything but the picture, or as text.
fn taken(name: &str, bytes: Vec<u8>) -> Result<(AttachmentKind, Vec<u8>), Failure> {
    let refused = |why: String| Failure::invalid(format!("\"{}\" {why}. Nothing was attached.", text::isolate(name)));
    if bytes.is_empty() {
        return Err(refused("is empty".to_owned()));
    }
    if bytes.len() > ATTACHMENT_BYTES_MAX {
        let size = bytes.len().div_ceil(100_000);
        let limit = ATTACHMENT_BYTES_MAX / 1_000_000;
        return Err(refused(format!(
            "has {}.{} MB. The most is {limit} MB; make the picture smaller",
            size / 10,
            size % 10
        )));
    }
    let picture = |kind, cleaned: Result<_, picture::NotAPicture>| {
        cleaned.map(|bytes| (kind, bytes)).map_err(|why| refused(why.to_string()))
    };
    if picture::is_png(&bytes) {
        return picture(AttachmentKind::Png, picture::clean_png(&bytes));
    }
    if picture::is_jpeg(&bytes) {
        return picture(AttachmentKind::Jpeg, picture::clean_jpeg(&bytes));
    }
    if let Some(why) = picture::of_another_kind(&bytes) {
        return Err(refused(why.to_owned()));
    }
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{C}');
    match String::from_utf8(bytes) {
        Ok(text) if !text.contains(control) => Ok((AttachmentKind::Text, text.into_bytes())),
        _ => Err(refused("is neither a PNG or JPEG picture nor plain text. Save it as one of these".to_owned())),
    }
}

pub(crate) async fn attachment_add(app: &App, request: AttachmentAdd) -> Result<AttachmentSaved, Failure> {
    let AttachmentAdd { interview_id, attachment_id, place, name, bytes } = request;
    // A browser gives the name alone; whatever else gives a path, its last part is the name.
    let name = text::person_name("The file's name", name.rsplit(['/', '\\']).next().unwrap_or_default())?;
    if attachment_id.as_ref().is_some_and(|id| !is_uuid_v7(id.as_str())) {
        return Err(Failure::invalid("The id of a new attachment is a UUIDv7. Leave it out to have one made."));
    }
    let (me, now) = (app.me().await?, app.now());
    let new_id = AttachmentId(app.deps().ids.at(now)?);
    // Taking a large picture apart must not hold up the notes of an interview.
    let worked = tokio::task::spawn_blocking(move || {
        let bytes = BASE64_STANDARD
            .decode(bytes)
            .map_err(|_| Failure::invalid("The bytes of the attachment are not base64. Nothing was attached."))?;
        let (kind, bytes) = taken(&name, bytes)?;
        Ok::<_, Failure>((name, kind, canonical::hash_bytes(&bytes), bytes))
    });
    let (name, kind, sha256, bytes) = worked.await.map_err(Failure::bug)??;
    let attachment = app
        .store()
        .write(move |w| {
            writable(w, &interview_id, &me.id)?;
            at_place(w, &interview_id, &place)?;
            if let Some(id) = &attachment_id
                && let Some((kept_in, there)) = attachment::get(w, id)?
            {
                // Sent again: it is there already.
                return if kept_in == interview_id && there.sha256 == sha256 {
                    Ok(there)
                } else {
                    Err(Failure::new(Code::Conflict, "Another attachment has this id. Nothing was attached."))
                };
            }
            if attachment::of_interview(w, &interview_id)?.len() >= ATTACHMENTS_MAX {
                return Err(Failure::new(
                    Code::Conflict,
                    format!("This interview has {ATTACHMENTS_MAX} attachments, which is the most. Remove one first."),
                ));
            }
            let size = u32::try_from(bytes.len()).map_err(Failure::bug)?;
            let id = attachment_id.unwrap_or(new_id);
            let attachment = Attachment { id, place, name, kind, size, sha256, added_at: now };
            attachment::insert(w, &interview_id, &attachment, &bytes)?;
            Ok(attachment)
        })
        .await?;
    Ok(AttachmentSaved { attachment, at: app.now() })
}

pub(crate) async fn attachment_list(app: &App, request: InterviewGet) -> Result<AttachmentList, Failure> {
    let Reading { interview, shown, .. } = app.store().read(move |r| readable(r, &request.interview_id)).await?;
    independence::keep_seen(app, shown).await?;
    Ok(AttachmentList { attachments: interview.attachments })
}

pub(crate) async fn attachment_get(app: &App, request: AttachmentRef) -> Result<AttachmentWhole, Failure> {
    let (whole, shown) = app
        .store()
        .read(move |r| {
            let unknown = || Failure::not_found("attachment", &request.attachment_id);
            let (interview, attachment) = attachment::get(r, &request.attachment_id)?.ok_or_else(unknown)?;
            // Whoever may read the interview may read what is attached to it.
            let shown = readable(r, &interview)?.shown;
            let bytes = attachment::bytes(r, &attachment.id)?.ok_or_else(unknown)?;
            Ok::<_, Failure>((AttachmentWhole { attachment, bytes: BASE64_STANDARD.encode(bytes) }, shown))
        })
        .await?;
    independence::keep_seen(app, shown).await?;
    Ok(whole)
}

pub(crate) async fn attachment_remove(app: &App, request: AttachmentRef) -> Result<Saved, Failure> {
    let (me, now) = (app.me().await?, app.now());
    app.store()
        .write(move |w| {
            let id = request.attachment_id;
            let (interview, _) = attachment::get(w, &id)?.ok_or_else(|| Failure::not_found("attachment", &id))?;
            writable(w, &interview, &me.id)?;
            attachment::remove(w, &id)?;
            Ok::<_, Failure>(interview::touch(w, &interview, now)?)
        })
        .await?;
    Ok(Saved::at(app))
}
