//! What stands in the editor of a role, until it is saved as a role.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{at::InField, ids::RoleId, kit::Role, text};
use workbench_store::{
    bank::{self, BankDraft, DraftKind},
    role,
};

use crate::{App, edit::draft_fits, failure::Failure, nothing::Nothing, weight::RoleRef};

/// Keeps what stands in the editor of a role.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoleDraftSave {
    /// As far as it is written; an empty id is given one.
    pub role: Role,
    /// Why locked weights change, as far as it is written.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
}

/// What the store keeps of it.
#[derive(Serialize, Deserialize)]
struct Written {
    role: Role,
    reason: String,
}

/// A draft was kept, or forgotten.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoleDraftSaved {
    /// Of which role; send it from then on.
    pub role_id: RoleId,
    /// When it was saved.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// What stands in the editor of a role and is not saved yet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoleDraft {
    /// As far as it is written.
    pub role: Role,
    /// Why locked weights change, as far as it is written.
    pub reason: String,
    /// Whether the role is still to be added.
    pub is_new: bool,
    /// When it was last kept.
    #[ts(type = "Timestamp")]
    pub saved_at: Timestamp,
}

/// What stands in editors of roles.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoleDraftList {
    /// The one begun last first.
    pub drafts: Vec<RoleDraft>,
}

/// A draft may be as unfinished as it is: only its size is looked at.
pub(crate) async fn role_draft_save(app: &App, request: RoleDraftSave) -> Result<RoleDraftSaved, Failure> {
    let RoleDraftSave { mut role, reason } = request;
    draft_fits("The role", &role)?;
    text::within_limit("The reason", &reason).at("reason")?;
    if role.id.as_str().is_empty() {
        role.id = app.deps().ids.new_id()?.into();
    }
    let (role_id, now) = (role.id.clone(), app.now());
    app.store()
        .write(move |w| {
            let id = role.id.clone();
            Ok::<_, Failure>(bank::put_draft(w, DraftKind::Role, id.as_str(), &Written { role, reason }, now)?)
        })
        .await?;
    Ok(RoleDraftSaved { role_id, at: app.now() })
}

pub(crate) async fn role_draft_discard(app: &App, request: RoleRef) -> Result<RoleDraftSaved, Failure> {
    let id = request.role_id.clone();
    app.store().write(move |w| Ok::<_, Failure>(bank::remove_draft(w, DraftKind::Role, id.as_str())?)).await?;
    Ok(RoleDraftSaved { role_id: request.role_id, at: app.now() })
}

pub(crate) async fn role_draft_list(app: &App, _: Nothing) -> Result<RoleDraftList, Failure> {
    app.store()
        .read(|r| {
            let drafts = bank::drafts(r, DraftKind::Role)?.into_iter().map(|draft: BankDraft<Written>| {
                let Written { role, reason } = draft.content;
                let is_new = role::state(r, &role.id)?.is_none();
                Ok::<_, Failure>(RoleDraft { role, reason, is_new, saved_at: draft.saved_at })
            });
            Ok(RoleDraftList { drafts: drafts.collect::<Result<_, _>>()? })
        })
        .await
}
