//! The weights of a role once a scorecard for it is submitted: locked, changed with a reason, and every change kept. The
//! rule is in `workbench_domain::weight`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    compare::CandidateRecord,
    ids::{CandidateId, RoleId},
    independence::Reader,
    kit::Role,
    text::isolate,
    weight::{self as rules, WeightChange, WeightMove, WeightOutcome},
};
use workbench_store::{Read, Write, candidate, interviewer, role, weight};

use crate::{
    App, compare,
    failure::{Code, Failure},
    independence,
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
    pub changes: Vec<Reweighed>,
}

/// A change of locked weights, with what it did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Reweighed {
    /// The change.
    pub change: WeightChange,
    /// Both results.
    pub outcome: WeightOutcome,
}

/// Asks what a change of weights would do.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WeightPreview {
    /// The role as it would be.
    pub role: Role,
}

pub(crate) async fn weight_get(app: &App, request: RoleRef) -> Result<Weights, Failure> {
    let (weights, shown) = app
        .store()
        .read(move |r| {
            let id = &request.role_id;
            role::get(r, id)?.ok_or_else(|| Failure::not_found("role", id))?;
            let changes = weight::of_role(r, id)?;
            // Nothing is looked through, and nobody is noted as seen, where there is nothing to show.
            let judged = if changes.is_empty() { Judged::default() } else { Judged::of(r, id)? };
            let reweighed = |change: WeightChange| Reweighed { outcome: judged.outcome(&change.weights), change };
            let locked_at = weight::locked_at(r, id)?;
            Ok::<_, Failure>((
                Weights { locked_at, changes: changes.into_iter().map(reweighed).collect() },
                judged.shown,
            ))
        })
        .await?;
    independence::keep_seen(app, shown).await?;
    Ok(weights)
}

pub(crate) async fn weight_preview(app: &App, request: WeightPreview) -> Result<WeightOutcome, Failure> {
    let mut role = request.role;
    for (number, new) in role.competencies.iter_mut().enumerate().filter(|(_, one)| one.id.as_str().is_empty()) {
        // A name for the length of this answer, so that two new ones are not taken for one.
        new.id = format!("new {number}").into();
    }
    let (outcome, shown) = app
        .store()
        .read(move |r| {
            let before = role::get(r, &role.id)?.ok_or_else(|| Failure::not_found("role", &role.id))?;
            let judged = Judged::of(r, &role.id)?;
            Ok::<_, Failure>((judged.outcome(&rules::moves(&before, &role)), judged.shown))
        })
        .await?;
    independence::keep_seen(app, shown).await?;
    Ok(outcome)
}

/// The real candidates for a role, as this laptop's interviewer may see them.
#[derive(Default)]
struct Judged {
    records: Vec<CandidateRecord>,
    reader: Option<Reader>,
    /// The candidates of whom another's scorecard is seen for the first time.
    shown: Vec<CandidateId>,
}

impl Judged {
    fn of(r: &Read<'_>, role: &RoleId) -> Result<Self, Failure> {
        let all = candidate::of_role(r, role)?.into_iter().filter(|one| !one.sample);
        let records = all.map(|one| compare::record(r, &one.id)).collect::<Result<Vec<_>, _>>()?;
        let reader = independence::reader(r)?;
        let shown = independence::first_shown(r, &records, reader.as_ref())?;
        Ok(Self { records, reader, shown })
    }

    fn outcome(&self, weights: &[WeightMove]) -> WeightOutcome {
        rules::outcome(&self.records, self.reader.as_ref(), weights)
    }
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
