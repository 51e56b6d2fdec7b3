//! Amendments of a submitted scorecard, and all its versions.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    amendment::{AmendmentDraft, Judgement, ScorecardChanges, ScorecardVersion, version_hash},
    at::InField,
    ids::InterviewId,
    interview::{Interview, InterviewState},
    interviewer::Interviewer,
    log::{Act, Deed, Subject},
    text,
};
use workbench_store::{Write, amendment, interviewer, log, scorecard, seen};

use crate::{
    App,
    failure::{Code, Failure},
    independence::{self, readable},
    interview::InterviewGet,
    rating::Saved,
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

/// Keeps an amendment while it is written.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AmendmentSave {
    /// Of which interview.
    pub interview_id: InterviewId,
    /// Why, as far as it is written.
    pub reason: String,
    /// What is said otherwise than in the newest version, as far as it is chosen and written.
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
    /// What its author is writing of an amendment; none for anyone else.
    pub draft: Option<AmendmentDraft>,
}

/// A submitted interview of this interviewer, or why they do not amend it.
fn amendable(w: &Write<'_>, id: &InterviewId, me: &Interviewer) -> Result<Interview, Failure> {
    let interview = loaded(w, id)?;
    if !interview.is_kept_by(&me.id) {
        return Err(Failure::new(Code::Conflict, "This is another interviewer's scorecard; only they amend it."));
    }
    if interview.state != InterviewState::Submitted {
        return Err(Failure::new(
            Code::Conflict,
            "This scorecard is not submitted. Change it directly; nobody else has seen it.",
        ));
    }
    Ok(interview)
}

pub(crate) async fn amendment_save(app: &App, request: AmendmentSave) -> Result<Saved, Failure> {
    let AmendmentSave { interview_id, reason, changes } = request;
    let draft = AmendmentDraft { reason, changes };
    draft.within_limits()?;
    let me = app.me().await?;
    app.store()
        .write(move |w| {
            amendable(w, &interview_id, &me)?;
            let kept = if draft.is_empty() {
                amendment::remove(w, &interview_id)
            } else {
                amendment::put(w, &interview_id, &draft)
            };
            Ok::<_, Failure>(kept?)
        })
        .await?;
    Ok(Saved::at(app))
}

pub(crate) async fn scorecard_amend(app: &App, request: ScorecardAmend) -> Result<ScorecardAmended, Failure> {
    let reason = text::free_text("The reason for the change", &request.reason).at("reason")?;
    let (me, now) = (app.me().await?, app.now());
    let version = app
        .store()
        .write(move |w| {
            let interview = amendable(w, &request.interview_id, &me)?;
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
            amendment::remove(w, &interview.id)?;
            let subjects = vec![Subject::Interview(interview.id), Subject::Candidate(interview.candidate_id)];
            let (actor, content) = (me.id, version.hash.clone());
            log::add(w, Deed { at: now, actor, act: Act::ScorecardAmend, subjects, content })?;
            Ok::<_, Failure>(version)
        })
        .await?;
    Ok(ScorecardAmended { version, at: app.now() })
}

fn newest(w: &Write<'_>, id: &InterviewId) -> Result<ScorecardVersion, Failure> {
    let newest = scorecard::versions(w, id)?.pop();
    newest.ok_or_else(|| Failure::bug("A submitted scorecard has no version."))
}

pub(crate) async fn scorecard_versions(app: &App, request: InterviewGet) -> Result<ScorecardVersions, Failure> {
    let (answer, shown) = app
        .store()
        .read(move |r| {
            let id = request.interview_id;
            let reading = readable(r, &id)?;
            let mine = interviewer::me(r)?.is_some_and(|me| reading.interview.is_kept_by(&me.id));
            let draft = if mine { amendment::get(r, &id)? } else { None };
            Ok::<_, Failure>((ScorecardVersions { versions: scorecard::versions(r, &id)?, draft }, reading.shown))
        })
        .await?;
    independence::keep_seen(app, shown).await?;
    Ok(answer)
}
