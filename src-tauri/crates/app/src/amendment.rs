//! Amendments of a submitted scorecard, and all its versions.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    amendment::{Judgement, ScorecardChanges, ScorecardVersion, version_hash},
    ids::InterviewId,
    interview::InterviewState,
    text,
};
use workbench_store::{Write, scorecard, seen};

use crate::{
    App,
    failure::{Code, Failure},
    independence::{self, readable},
    interview::InterviewGet,
    scorecard::loaded,
};

/// Says something else than a submitted scorecard does.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScorecardAmend {
    /// Of which interview.
    pub interview_id: InterviewId,
    /// Why.
    pub reason: String,
    /// What.
    pub changes: ScorecardChanges,
}

/// A new version of a scorecard.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScorecardAmended {
    /// The version.
    pub version: ScorecardVersion,
    /// When it became durable.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// All versions of a scorecard.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScorecardVersions {
    /// The first one first: it is the one that counts. Empty while the scorecard is not submitted.
    pub versions: Vec<ScorecardVersion>,
}

pub(crate) async fn scorecard_amend(app: &App, request: ScorecardAmend) -> Result<ScorecardAmended, Failure> {
    let reason = text::free_text("The reason for the change", &request.reason)?;
    let (me, now) = (app.me().await?, app.now());
    let version = app
        .store()
        .write(move |w| {
            let interview = loaded(w, &request.interview_id)?;
            if !interview.is_kept_by(&me.id) {
                return Err(Failure::new(
                    Code::Conflict,
                    "This is another interviewer's scorecard; only they amend it.",
                ));
            }
            if interview.state != InterviewState::Submitted {
                return Err(Failure::new(
                    Code::Conflict,
                    "This scorecard is not submitted. Change it directly; nobody else has seen it.",
                ));
            }
            let newest = newest(w, &interview.id)?;
            let judgement: Judgement = newest.judgement.amended(&interview, &request.changes)?;
            let version = ScorecardVersion {
                number: newest.number + 1,
                judgement,
                at: now,
                reason: Some(reason),
                after_seeing_others: seen::get(w, &me.id, &interview.candidate_id)?.is_some(),
                hash: String::new(),
            };
            let version = ScorecardVersion { hash: version_hash(&version, &newest.hash), ..version };
            scorecard::add_version(w, &interview.id, &version)?;
            Ok(version)
        })
        .await?;
    Ok(ScorecardAmended { version, at: app.now() })
}

fn newest(w: &Write<'_>, id: &InterviewId) -> Result<ScorecardVersion, Failure> {
    let newest = scorecard::versions(w, id)?.pop();
    newest.ok_or_else(|| Failure::bug("A submitted scorecard has no version."))
}

pub(crate) async fn scorecard_versions(app: &App, request: InterviewGet) -> Result<ScorecardVersions, Failure> {
    let (versions, shown) = app
        .store()
        .read(move |r| {
            let reading = readable(r, &request.interview_id)?;
            Ok::<_, Failure>((scorecard::versions(r, &request.interview_id)?, reading.shown))
        })
        .await?;
    independence::keep_seen(app, shown).await?;
    Ok(ScorecardVersions { versions })
}
