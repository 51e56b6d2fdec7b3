//! Roles: what a job needs, and what weighs how much.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    bank::{BankActionKind, BankHistory, RoleState},
    kit::Role,
};
use workbench_store::{
    bank::{self, DraftKind},
    role,
};

use crate::{App, bank::Work, failure::Failure, nothing::Nothing, weight};

/// The roles.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoleList {
    /// In the order in which they were first added.
    pub roles: Vec<Role>,
}

/// Keeps a role as it was written.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoleSave {
    /// The whole role; an empty id makes a new one, and a competency with an empty id is a new one.
    pub role: Role,
    /// Why its weights change, where they are locked; nothing else needs a reason.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
}

/// A role was saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoleSaved {
    /// The role as it is now. Kits keep the role as it was when they were published.
    pub role: Role,
    /// What can be undone and redone in the bank now. A change of locked weights is not undone but changed again, with a
    /// reason.
    pub history: BankHistory,
    /// When it was saved.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

pub(crate) async fn role_list(app: &App, _: Nothing) -> Result<RoleList, Failure> {
    let roles = app.store().read(|r| Ok::<_, Failure>(role::list(r)?)).await?;
    Ok(RoleList { roles })
}

pub(crate) async fn role_save(app: &App, request: RoleSave) -> Result<RoleSaved, Failure> {
    let (RoleSave { mut role, reason }, now) = (request, app.now());
    if role.id.as_str().is_empty() {
        role.id = app.deps().ids.new_id()?.into();
    }
    for competency in &mut role.competencies {
        if competency.id.as_str().is_empty() {
            competency.id = app.deps().ids.new_id()?.into();
        }
    }
    let role = role.tidied().map_err(|refused| Failure::from(refused).under("role"))?;
    let (role, history) = app
        .store()
        .write(move |w| {
            let mut work = Work::new(w, now);
            // The same role again is no change of one's own: its pack may go on changing it.
            let known = role::state(w, &role.id)?;
            let kept = match role::get(w, &role.id)? {
                Some(before) => weight::keep(w, &before, &role, &reason, now)?,
                None => false,
            };
            let state = RoleState { own: known.as_ref().is_none_or(|known| known.own || known.role != role), role };
            work.role(&state.role.id, |w| Ok(role::set_state(w, &state.role.id, Some(&state), now)?))?;
            bank::remove_draft(w, DraftKind::Role, state.role.id.as_str())?;
            let history = if kept { bank::history(w)? } else { work.remember(BankActionKind::RoleSaved)?.0 };
            Ok::<_, Failure>((state.role, history))
        })
        .await?;
    Ok(RoleSaved { role, history, at: app.now() })
}
