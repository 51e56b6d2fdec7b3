//! How a candidate is reached, and what the application says.

use serde::Deserialize;
use ts_rs::TS;
use workbench_domain::{contact::Contact, ids::CandidateId};
use workbench_store::{candidate, contact};

use crate::{
    App,
    candidate::{CandidateDetail, detail},
    failure::Failure,
};

/// Keeps what is known of a candidate.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContactSave {
    /// Of whom.
    pub candidate_id: CandidateId,
    /// What is known.
    pub contact: Contact,
}

pub(crate) async fn contact_save(app: &App, request: ContactSave) -> Result<CandidateDetail, Failure> {
    let ContactSave { candidate_id: id, contact } = request;
    let contact = contact.tidy().map_err(|refused| Failure::from(refused).under("contact"))?;
    app.store()
        .write(move |w| {
            candidate::get(w, &id)?.ok_or_else(|| Failure::not_found("candidate", &id))?;
            contact::put(w, &id, &contact)?;
            detail(w, &id)
        })
        .await
}
