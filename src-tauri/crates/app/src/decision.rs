//! Decisions about candidates. The rules are in `workbench_domain::decision`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    canonical,
    debrief::DebriefDraft,
    decision::{DecisionDraft, DecisionVersion},
    formula::composite_of,
    ids::{CandidateId, RoundId},
    interview::{Interview, InterviewState},
    log::{Deed, Subject},
};
use workbench_store::{debrief, decision};

use crate::{
    App, compare,
    debrief::debated,
    failure::{Code, Failure},
};

/// Makes a decision, or changes one.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DecisionMake {
    /// About whom.
    pub candidate_id: CandidateId,
    /// What is decided, with its reason.
    pub decision: DecisionDraft,
    /// The number of the version that it comes after; none for the first.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub after: Option<u32>,
}

/// A decision that was made.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DecisionMade {
    /// The version.
    pub version: DecisionVersion,
    /// When it became durable.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

pub(crate) async fn decision_make(app: &App, request: DecisionMake) -> Result<DecisionMade, Failure> {
    let DecisionMake { candidate_id, decision: written, after } = request;
    let (me, now) = (app.me().await?, app.now());
    let version = app
        .store()
        .write(move |w| {
            let candidate = debated(w, &candidate_id)?;
            let record = compare::record(w, &candidate.id)?;
            let of_round: Option<RoundId> = candidate.round_id;
            let draft = debrief::get(w, &candidate_id, of_round.as_ref())?;
            let submitted: Vec<&Interview> =
                record.interviews.iter().filter(|i| i.state == InterviewState::Submitted).collect();
            let ids = record.role.competencies.iter().map(|competency| &competency.id);
            let figures = workbench_domain::formula::figures(&submitted, ids);
            let composite = composite_of(&figures, &record.role.competencies);
            let made =
                written.decided(composite.value.is_some()).map_err(|why| Failure::from(why).under("decision"))?;
            // What the panel kept before is no field of this request.
            let (consensus, open) = draft.complete().map_err(|refused| Failure::from(refused.why))?;
            let last = decision::versions(w, &candidate_id, of_round.as_ref())?.pop();
            if last.as_ref().map(|last| last.number) != after {
                return Err(Failure::new(
                    Code::Conflict,
                    "A decision was recorded meanwhile. Look at it first; what you wrote is kept.",
                ));
            }
            let version = DecisionVersion {
                number: after.unwrap_or(0) + 1,
                candidate_id: candidate_id.clone(),
                round_id: of_round.clone(),
                decision: made,
                by: me.clone(),
                at: now,
                composite: composite.value.is_some().then_some(composite),
                consensus,
                open,
                notes_hash: (!draft.notes.trim().is_empty()).then(|| canonical::hash(&draft.notes)),
                previous: last.map(|last| last.hash),
                hash: String::new(),
            };
            let version = DecisionVersion { hash: version.right_hash(), ..version };
            let subjects: Vec<Subject> = [Subject::Candidate(candidate_id.clone())]
                .into_iter()
                .chain(of_round.clone().map(Subject::Round))
                .collect();
            let act = version.expected().act;
            let deed = Deed { at: now, actor: me.id, act, subjects, content: version.hash.clone() };
            decision::add(w, &version, deed)?;
            let done = DebriefDraft { decision: DecisionDraft::default(), ..draft };
            debrief::put(w, &candidate_id, of_round.as_ref(), &done)?;
            Ok::<_, Failure>(version)
        })
        .await?;
    Ok(DecisionMade { version, at: app.now() })
}
