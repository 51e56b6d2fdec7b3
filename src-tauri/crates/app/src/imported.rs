//! Scorecards of other programs, as their candidate's page shows them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    independence::veil,
    shared::{Mapping, SharedScorecard, mapping},
};

use crate::{App, candidate::CandidateGet, compare::record, failure::Failure, independence};

/// A candidate's scorecards from other programs. They enter no figure.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Imported {
    /// Whether there are some that stay hidden until one's own scorecard is submitted.
    pub hidden: bool,
    /// Oldest import first; none while they are hidden.
    pub scorecards: Vec<SharedScorecard>,
    /// What each value of theirs is shown as.
    pub mapping: Vec<Mapping>,
}

pub(crate) async fn imported_list(app: &App, request: CandidateGet) -> Result<Imported, Failure> {
    let (imported, shown) = app
        .store()
        .read(move |r| {
            let record = record(r, &request.candidate_id)?;
            let reader = independence::reader(r)?;
            let hidden = !record.imported.is_empty() && veil(&record, reader.as_ref()).is_some();
            let shown = independence::first_shown(r, [&record], reader.as_ref())?;
            let scorecards = if hidden { Vec::new() } else { record.imported };
            let mapping = mapping(&scorecards);
            // Without any, nothing is shown here, whatever else there is to see of the candidate.
            let shown = if scorecards.is_empty() { Vec::new() } else { shown };
            Ok::<_, Failure>((Imported { hidden, scorecards, mapping }, shown))
        })
        .await?;
    independence::keep_seen(app, shown).await?;
    Ok(imported)
}
