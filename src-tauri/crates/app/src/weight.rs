//! The weights of a role once a scorecard for it is submitted: locked, changed with a reason, and every change kept. The
//! rule is in `workbench_domain::weight`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    ids::RoleId,
    kit::Role,
    text::isolate,
    weight::{self as rules, WeightChange},
};
use workbench_store::{Read, Write, interviewer, role, weight};

use crate::{
    App,
    failure::{Code, Failure},
};

/// Names a role.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoleRef {
    /// Which.
    pub role_id: RoleId,
}

/// Whether a role's weights are locked, and how they were changed since.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Weights {
    /// When its first scorecard was submitted; none while the weights can be changed freely.
    #[ts(type = "Timestamp | null")]
    pub locked_at: Option<Timestamp>,
    /// The changes since then, newest first.
    pub changes: Vec<WeightChange>,
}

pub(crate) async fn weight_get(app: &App, request: RoleRef) -> Result<Weights, Failure> {
    app.store()
        .read(move |r| {
            let id = &request.role_id;
            role::get(r, id)?.ok_or_else(|| Failure::not_found("role", id))?;
            Ok(Weights { locked_at: weight::locked_at(r, id)?, changes: weight::of_role(r, id)? })
        })
        .await
}

/// Keeps what a person's change of a role does to locked weights; whether there was anything to keep.
///
/// # Errors
/// `invalid` where they move without a reason.
pub(crate) fn keep(w: &Write<'_>, before: &Role, after: &Role, reason: &str, now: Timestamp) -> Result<bool, Failure> {
    let locked = weight::locked_at(w, &after.id)?.is_some();
    let Some((reason, weights)) = rules::change(before, after, locked, reason)? else { return Ok(false) };
    let me = interviewer::me(w)?.filter(|me| !me.name.is_empty()).ok_or_else(|| {
        Failure::new(Code::NameFirst, "Say who you are first: whoever changes locked weights is kept.")
    })?;
    weight::add(w, &after.id, &me.id, &reason, &weights, now)?;
    Ok(true)
}

/// Whether something other than a person with a reason may put this role in the place of the one that is there.
pub(crate) fn free(r: &Read<'_>, after: &Role) -> Result<bool, Failure> {
    let Some(before) = role::get(r, &after.id)? else { return Ok(true) };
    let locked = weight::locked_at(r, &after.id)?.is_some();
    Ok(rules::change(&before, after, locked, "").is_ok())
}

/// Refuses an undo or a redo that moves locked weights.
///
/// # Errors
/// `conflict` with what to do instead.
pub(crate) fn stays(r: &Read<'_>, after: &Role) -> Result<(), Failure> {
    if free(r, after)? {
        return Ok(());
    }
    Err(Failure::new(
        Code::Conflict,
        format!(
            "This would change the weights of {}, which are locked since a scorecard for it was submitted. Change them on \
             the role's page, with a reason.",
            isolate(&after.title)
        ),
    ))
}
