//! Corrections of who a candidate is, and for which role.

use serde::Deserialize;
use ts_rs::TS;
use workbench_domain::{
    at::InField,
    candidate::Candidate,
    ids::{CandidateId, RoleId},
    log::Act,
    text::{self, isolate},
};
use workbench_store::{Read, appointment, candidate, interview, role};

use crate::{
    App,
    candidate::{CandidateDetail, detail},
    failure::{Code, Failure},
    log::note,
};

/// Corrects a candidate's name or role. What was written under the name before stands as it was written.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CandidateChange {
    /// Whose.
    pub candidate_id: CandidateId,
    /// The name, in any script; 1 to 200 characters. Pages, packets and files say it from then on.
    pub name: String,
    /// The role. It stays as it is once an interview is planned or begun or the candidate is in a round.
    pub role_id: RoleId,
}

pub(crate) async fn candidate_change(app: &App, request: CandidateChange) -> Result<CandidateDetail, Failure> {
    let CandidateChange { candidate_id: id, name, role_id } = request;
    let name = text::person_name("The candidate's name", &name).at("name")?;
    let now = app.now();
    app.store()
        .write(move |w| {
            let one = candidate::get(w, &id)?.filter(|one| !one.practice);
            let one = one.ok_or_else(|| Failure::not_found("candidate", &id))?;
            if one.role_id != role_id {
                may_move(w, &one, &role_id)?;
            }
            if (&one.name, &one.role_id) != (&name, &role_id) {
                candidate::set_who(w, &id, &name, &role_id)?;
                note(w, now, Act::CandidateChange, [id.clone()], &Act::CandidateChange)?;
            }
            detail(w, &id)
        })
        .await
}

/// Whether nothing hangs on the role that a candidate has.
fn may_move(r: &Read<'_>, one: &Candidate, to: &RoleId) -> Result<(), Failure> {
    if role::get(r, to)?.is_none() {
        return Err(Failure::not_found("role", to));
    }
    let why = if one.round_id.is_some() {
        "is in a round of that role. Take them out of the round first"
    } else if !appointment::of_candidate(r, &one.id)?.is_empty() || !interview::list_of(r, &one.id)?.is_empty() {
        "has interviews for that role, and they keep it. Add them again for the other role"
    } else {
        return Ok(());
    };
    Err(Failure::new(Code::Conflict, format!("{} {why}. The role was not changed.", isolate(&one.name))))
}
