//! Scorecards for other programs: every submitted one that its reader may see. How they are written is in
//! `workbench_exchange`.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    canonical,
    ids::CandidateId,
    independence::veil,
    interview::InterviewState,
    log::{Act, Deed, Subject},
    shared::SharedScorecard,
};
use workbench_exchange::{Format, write};
use workbench_store::{candidate, contact, log};

use crate::{
    App,
    compare::record,
    export::{not_inside, write_logged},
    failure::Failure,
    file_name::ends_as,
    independence,
};

/// Gives scorecards to other programs.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScorecardExport {
    /// How they are written.
    pub format: Format,
    /// Of whom; of everyone where it is empty.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<CandidateId>>")]
    pub candidate_ids: Vec<CandidateId>,
    /// Where to; a file there is replaced whole or not at all. As text in the answer where it is left out.
    #[serde(default)]
    #[ts(optional = nullable, as = "Option<String>")]
    pub path: Option<PathBuf>,
}

/// Scorecards were written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScorecardExported {
    /// How many.
    pub scorecards: u32,
    /// Candidates of whom nothing is in it, since one's own scorecard is to come first.
    pub hidden: u32,
    /// Where the file is; none without one.
    #[ts(type = "string | null")]
    pub path: Option<PathBuf>,
    /// What was written, where no path was named.
    pub text: Option<String>,
}

/// What may be given.
struct Given {
    scorecards: Vec<SharedScorecard>,
    candidates: Vec<CandidateId>,
    hidden: u32,
    shown: Vec<CandidateId>,
}

async fn given(app: &App, ids: Vec<CandidateId>) -> Result<Given, Failure> {
    app.store()
        .read(move |r| {
            let reader = independence::reader(r)?;
            let ids = if ids.is_empty() {
                candidate::list(r)?.into_iter().filter(|one| !one.practice).map(|one| one.id).collect()
            } else {
                ids
            };
            let mut given = Given { scorecards: Vec::new(), candidates: Vec::new(), hidden: 0, shown: Vec::new() };
            for id in ids {
                let record = record(r, &id)?;
                if veil(&record, reader.as_ref()).is_some() {
                    given.hidden += 1;
                    continue;
                }
                let email = contact::get(r, &id)?.email;
                let held = record.interviews.iter().filter(|one| one.state == InterviewState::Submitted);
                let before = given.scorecards.len();
                given.scorecards.extend(held.map(|one| SharedScorecard::of(one, &record.candidate, &email)));
                given.scorecards.extend(record.imported.iter().cloned());
                if given.scorecards.len() > before {
                    given.candidates.push(id);
                }
                given.shown.extend(independence::first_shown(r, [&record], reader.as_ref())?);
            }
            Ok(given)
        })
        .await
}

pub(crate) async fn scorecard_export(app: &App, request: ScorecardExport) -> Result<ScorecardExported, Failure> {
    if let Some(path) = &request.path {
        not_inside(app, path)?;
        ends_as(path, request.format.ending())?;
    }
    let Given { scorecards, candidates, hidden, shown } = given(app, request.candidate_ids).await?;
    independence::keep_seen(app, shown).await?;
    let text = write(&scorecards, request.format);
    let content = canonical::hash_bytes(text.as_bytes());
    let (act, subjects) = (Act::ScorecardExport, candidates.into_iter().map(Subject::Candidate).collect());
    let scorecards = u32::try_from(scorecards.len()).unwrap_or(u32::MAX);
    let Some(path) = request.path else {
        if scorecards > 0 {
            let (actor, at) = (app.owner().await?.id, app.now());
            app.store()
                .write(move |w| Ok::<_, Failure>(log::add(w, Deed { at, actor, act, subjects, content })?))
                .await?;
        }
        return Ok(ScorecardExported { scorecards, hidden, path: None, text: Some(text) });
    };
    write_logged(app, Some((act, subjects)), content, path.clone(), text.into_bytes()).await?;
    Ok(ScorecardExported { scorecards, hidden, path: Some(path), text: None })
}
