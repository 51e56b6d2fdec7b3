//! How far raters agree about the candidates in view, or about all of a role. The rules are in `workbench_domain::agreement`.

use serde::Deserialize;
use ts_rs::TS;
use workbench_domain::{
    agreement::panel::{Panels, panels},
    compare::CandidateRecord,
    ids::{CandidateId, RoleId},
    independence::Reader,
};
use workbench_store::{Read, candidate, interview, role};

use crate::{App, compare, failure::Failure, independence};

/// Any number: the same ratings have the same intervals each time.
const SEED: u64 = 1979;

/// Whose raters are asked about: these candidates', or everyone's for a role.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreementAsk {
    /// 2 to 50 candidates.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub candidate_ids: Option<Vec<CandidateId>>,
    /// The role, in the place of candidates. Made-up candidates enter only where the role has no other.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub role_id: Option<RoleId>,
}

pub(crate) async fn agreement_get(app: &App, request: AgreementAsk) -> Result<Panels, Failure> {
    let (told, shown) = app
        .store()
        .read(move |r| {
            let records = match (request.candidate_ids, request.role_id) {
                (Some(ids), None) => compare::records(r, &ids)?,
                (None, Some(id)) => of_role(r, &id)?,
                _ => return Err(Failure::invalid("Name either candidates or a role.")),
            };
            let reader = independence::reader(r)?;
            let told = raters(&records, reader.as_ref());
            Ok((told, independence::first_shown(r, &records, reader.as_ref())?))
        })
        .await?;
    independence::keep_seen(app, shown).await?;
    Ok(told)
}

/// What may be told of these candidates' raters to this reader.
pub(crate) fn raters(records: &[CandidateRecord], reader: Option<&Reader>) -> Panels {
    panels(records, reader, SEED)
}

/// Everyone for a role, without practice.
fn of_role(r: &Read<'_>, id: &RoleId) -> Result<Vec<CandidateRecord>, Failure> {
    let role = role::get(r, id)?.ok_or_else(|| Failure::not_found("role", id))?;
    let all = candidate::of_role(r, id)?;
    let real = all.iter().any(|one| !one.sample);
    let (ids, kept): (Vec<_>, Vec<_>) =
        all.into_iter().filter(|one| one.sample != real).map(|one| (one.id.clone(), one)).unzip();
    let interviews = interview::of_candidates(r, &ids)?;
    let record =
        |(candidate, interviews)| CandidateRecord { candidate, role: role.clone(), interviews, imported: Vec::new() };
    Ok(kept.into_iter().zip(interviews).map(record).collect())
}
