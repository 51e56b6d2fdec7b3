//! Legal holds on candidates.

use serde::Deserialize;
use ts_rs::TS;
use workbench_domain::{
    at::InField,
    hold::{self as rules, Hold},
    ids::CandidateId,
    log::Act,
    text::isolate,
};
use workbench_store::{Read, candidate, hold};

use crate::{
    App,
    candidate::{CandidateDetail, CandidateGet, detail},
    failure::{Code, Failure},
    log::note,
};

/// Sets a hold.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HoldSet {
    /// On whom.
    pub candidate_id: CandidateId,
    /// Why; the log does not repeat it.
    pub reason: String,
}

pub(crate) async fn hold_set(app: &App, request: HoldSet) -> Result<CandidateDetail, Failure> {
    let HoldSet { candidate_id: id, reason } = request;
    let reason = rules::reason(&reason).at("reason")?;
    let (me, now) = (app.me().await?, app.now());
    app.store()
        .write(move |w| {
            let held = candidate::get(w, &id)?.ok_or_else(|| Failure::not_found("candidate", &id))?;
            let name = isolate(&held.name);
            if held.practice {
                return Err(Failure::invalid(format!("{name} is made up for practice. There is nothing to hold.")));
            }
            if hold::of_candidate(w, &id)?.is_some() {
                return Err(Failure::new(
                    Code::Conflict,
                    format!("{name} is on hold already. Lift that hold first, to set one with another reason."),
                ));
            }
            note(w, now, Act::HoldSet, [id.clone()], &Act::HoldSet)?;
            hold::set(w, &id, &Hold { reason, by: me, at: now })?;
            detail(w, &id)
        })
        .await
}

pub(crate) async fn hold_lift(app: &App, request: CandidateGet) -> Result<CandidateDetail, Failure> {
    let id = request.candidate_id;
    let (me, now) = (app.me().await?, app.now());
    app.store()
        .write(move |w| {
            let held = candidate::get(w, &id)?.ok_or_else(|| Failure::not_found("candidate", &id))?;
            if !hold::lift(w, &id, &me.id, now)? {
                return Err(Failure::new(Code::Conflict, format!("{} is not on hold.", isolate(&held.name))));
            }
            note(w, now, Act::HoldLift, [id.clone()], &Act::HoldLift)?;
            detail(w, &id)
        })
        .await
}

/// Refuses what would remove a candidate on whom a hold stands.
///
/// # Errors
/// `conflict` with who set it and why.
pub(crate) fn not_held(r: &Read<'_>, id: &CandidateId) -> Result<(), Failure> {
    let Some(hold) = hold::of_candidate(r, id)? else { return Ok(()) };
    let name = candidate::get(r, id)?.map(|one| one.name).unwrap_or_default();
    Err(Failure::new(
        Code::Conflict,
        format!(
            "{} is on hold, set by {}: {} Nothing was erased. Lift the hold first, if it no longer applies.",
            isolate(&name),
            isolate(&hold.by.name),
            isolate(&sentence(&hold.reason))
        ),
    ))
}

/// The words with an end.
fn sentence(words: &str) -> String {
    let words = words.trim();
    if words.ends_with(['.', '!', '?']) { words.to_owned() } else { format!("{words}.") }
}
