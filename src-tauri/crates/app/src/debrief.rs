//! The debrief: what is laid before the panel, and what it writes down. The rules are in `workbench_domain::debrief`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    candidate::Candidate,
    compare::CandidateRecord,
    debrief::{Consensus, DebriefDraft, DebriefView, OpenPoint, view},
    decision::{DecisionDraft, DecisionVersion},
    ids::CandidateId,
    interview::InterviewState,
    packet::Versions,
};
use workbench_store::{Read, candidate, debrief, decision, interviewer, round, scorecard};

use crate::{App, candidate::CandidateGet, compare, failure::Failure, independence, rating::Saved};

/// Most candidates that one is laid beside; for more, the order of all is no matter of a debrief.
const BESIDE_MAX: usize = 50;

/// A candidate before the panel.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Debrief {
    /// The candidate.
    pub candidate: Candidate,
    /// The role's title.
    pub role: String,
    /// The round's title; none where the candidate is in none.
    pub round: Option<String>,
    /// Names that may own an open point: the panel and the owner of the laptop.
    pub people: Vec<String>,
    /// What is laid before the panel.
    pub view: DebriefView,
    /// What it writes down.
    pub draft: DebriefDraft,
    /// Every version of its decision, the newest first.
    pub decisions: Vec<DecisionVersion>,
}

/// Keeps what the panel writes down. What is left out stays as it is.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DebriefSave {
    /// About whom.
    pub candidate_id: CandidateId,
    /// The meeting's notes.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub notes: Option<String>,
    /// The ratings agreed on, all of them.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub consensus: Option<Vec<Consensus>>,
    /// The open risks and follow-ups, all of them.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub points: Option<Vec<OpenPoint>>,
    /// The decision, as far as it is written.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub decision: Option<DecisionDraft>,
}

/// A candidate whom the reader may talk about. Practice is decided about by nobody.
pub(crate) fn debated(r: &Read<'_>, id: &CandidateId) -> Result<Candidate, Failure> {
    let candidate = candidate::get(r, id)?
        .filter(|candidate| !candidate.practice)
        .ok_or_else(|| Failure::not_found("candidate", id))?;
    independence::nothing_owed(r, &candidate)?;
    Ok(candidate)
}

/// The other candidates of the round, or, where there is no round, of the role; none where they are too many.
fn beside(r: &Read<'_>, of: &Candidate) -> Result<Vec<CandidateRecord>, Failure> {
    let together = |one: &Candidate| {
        one.id != of.id
            && !one.practice
            && one.sample == of.sample
            && one.round_id == of.round_id
            && one.role_id == of.role_id
    };
    let all = match &of.round_id {
        Some(round) => candidate::of_round(r, round)?,
        None => candidate::of_role(r, &of.role_id)?,
    };
    let all: Vec<Candidate> = all.into_iter().filter(together).collect();
    if all.len() >= BESIDE_MAX {
        return Ok(Vec::new());
    }
    all.iter().map(|one| compare::record(r, &one.id)).collect()
}

/// Every version of the submitted scorecards of a candidate.
pub(crate) fn versions(r: &Read<'_>, record: &CandidateRecord) -> Result<Versions, Failure> {
    let submitted = record.interviews.iter().filter(|i| i.state == InterviewState::Submitted);
    submitted.map(|i| Ok((i.id.clone(), scorecard::versions(r, &i.id)?))).collect()
}

pub(crate) async fn debrief_get(app: &App, request: CandidateGet) -> Result<Debrief, Failure> {
    let (answer, shown) = app
        .store()
        .read(move |r| {
            let candidate = debated(r, &request.candidate_id)?;
            let record = compare::record(r, &candidate.id)?;
            let others = beside(r, &candidate)?;
            let reader = independence::reader(r)?;
            let view = view(&record, &others, &versions(r, &record)?, reader.as_ref());
            // Whoever is said to stand close, or to be compared with, was rated by others too.
            let compared = view.standing.is_some();
            let read = std::iter::once(&record).chain(others.iter().filter(|_| compared));
            let shown = independence::first_shown(r, read, reader.as_ref())?;
            let of_round = candidate.round_id.as_ref();
            let mut people: Vec<String> = record.interviews.iter().map(|i| i.interviewer.name.clone()).collect();
            people.extend(interviewer::me(r)?.map(|me| me.name).filter(|name| !name.is_empty()));
            people.sort();
            people.dedup();
            let mut decisions = decision::versions(r, &candidate.id, of_round)?;
            decisions.reverse();
            let answer = Debrief {
                role: record.role.title.clone(),
                round: of_round.map(|id| round::get(r, id)).transpose()?.flatten().map(|round| round.title),
                draft: debrief::get(r, &candidate.id, of_round)?,
                people,
                view,
                decisions,
                candidate,
            };
            Ok::<_, Failure>((answer, shown))
        })
        .await?;
    independence::keep_seen(app, shown).await?;
    Ok(answer)
}

pub(crate) async fn debrief_save(app: &App, request: DebriefSave) -> Result<Saved, Failure> {
    let DebriefSave { candidate_id, notes, consensus, points, decision } = request;
    app.store()
        .write(move |w| {
            let candidate = debated(w, &candidate_id)?;
            let of_round = candidate.round_id.as_ref();
            let mut draft = debrief::get(w, &candidate.id, of_round)?;
            if let Some(consensus) = &consensus {
                let record = compare::record(w, &candidate.id)?;
                let known = workbench_domain::compare::competencies(std::slice::from_ref(&record));
                if let Some(one) = consensus.iter().find(|one| known.iter().all(|c| c.id != one.competency_id)) {
                    return Err(Failure::not_found("competency of this role", &one.competency_id));
                }
            }
            draft.notes = notes.unwrap_or(draft.notes);
            draft.consensus = consensus.unwrap_or(draft.consensus);
            draft.points = points.unwrap_or(draft.points);
            draft.decision = decision.unwrap_or(draft.decision);
            draft.check()?;
            Ok::<_, Failure>(debrief::put(w, &candidate.id, of_round, &draft)?)
        })
        .await?;
    Ok(Saved::at(app))
}
