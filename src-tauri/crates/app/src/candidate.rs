//! Candidates.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    at::InField,
    candidate::Candidate,
    contact::Contact,
    hold::Hold,
    ids::{CandidateId, InterviewId, RoleId},
    interview::InterviewState,
    text,
};
use workbench_store::{
    Read, appointment, candidate, contact, hold,
    interview::{self, InterviewSummary},
    interviewer, role, round, shared,
};

use crate::{
    App,
    appointment::{PlannedCard, planned},
    failure::Failure,
    interview::InterviewCard,
    nothing::Nothing,
};

/// A new candidate.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CandidateAdd {
    /// The name, in any script; 1 to 200 characters.
    pub name: String,
    /// The role.
    pub role_id: RoleId,
}

/// A candidate in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CandidateCard {
    /// The candidate.
    pub candidate: Candidate,
    /// The role's title.
    pub role: String,
    /// Submitted scorecards.
    pub submitted: u32,
    /// Interviews whose scorecard is still to come.
    pub open: u32,
    /// One's own interview that is still open.
    pub continue_id: Option<InterviewId>,
    /// Whether a legal hold stands, so that nothing about the person is removed.
    pub held: bool,
}

/// The candidates.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CandidateList {
    /// Newest first.
    pub candidates: Vec<CandidateCard>,
}

/// Asks for one candidate.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CandidateGet {
    /// Which.
    pub candidate_id: CandidateId,
}

/// One candidate with the interviews held.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CandidateDetail {
    /// The candidate.
    pub card: CandidateCard,
    /// How the candidate is reached, and what the application says.
    pub contact: Contact,
    /// The round's title; none where the candidate is in none.
    pub round: Option<String>,
    /// The interviews that are planned, in order of time.
    pub planned: Vec<PlannedCard>,
    /// Newest first.
    pub interviews: Vec<InterviewCard>,
    /// The legal hold that stands; none where the person may be erased.
    pub hold: Option<Hold>,
    /// How many scorecards were imported from other programs. What they say is asked for by itself, since it is a colleague's
    /// judgement.
    pub imported: u32,
}

pub(crate) async fn candidate_add(app: &App, request: CandidateAdd) -> Result<Candidate, Failure> {
    add(app, request, false).await
}

/// Adds a candidate; `sample` marks one that is made up.
pub(crate) async fn add(app: &App, request: CandidateAdd, sample: bool) -> Result<Candidate, Failure> {
    let name = text::person_name("The candidate's name", &request.name).at("name")?;
    let owner = app.owner().await?;
    let now = app.now();
    let id = CandidateId(app.deps().ids.at(now)?);
    app.store()
        .write(move |w| {
            if role::get(w, &request.role_id)?.is_none() {
                return Err(Failure::not_found("role", request.role_id));
            }
            let candidate = Candidate {
                id,
                name,
                spoken_name: String::new(),
                role_id: request.role_id,
                round_id: None,
                sample,
                practice: false,
                added_at: now,
            };
            candidate::insert(w, &candidate, &owner.id)?;
            Ok(candidate)
        })
        .await
}

/// All candidates as cards, newest first, from one moment in time.
pub(crate) fn cards(r: &Read<'_>) -> Result<Vec<CandidateCard>, Failure> {
    cards_of(r, candidate::list(r)?, &interview::list(r)?)
}

/// These candidates as cards, with all of their interviews.
pub(crate) fn cards_of(
    r: &Read<'_>,
    candidates: Vec<Candidate>,
    interviews: &[InterviewSummary],
) -> Result<Vec<CandidateCard>, Failure> {
    let me = interviewer::me(r)?;
    let roles = role::list(r)?;
    let holds: HashSet<CandidateId> = hold::standing(r)?.into_iter().map(|(id, _)| id).collect();
    let mut of: HashMap<&CandidateId, Vec<&InterviewSummary>> = HashMap::new();
    for interview in interviews {
        of.entry(&interview.candidate_id).or_default().push(interview);
    }
    let card = |candidate: Candidate| {
        let held = of.get(&candidate.id).into_iter().flatten().copied();
        let open = |i: &&InterviewSummary| i.state == InterviewState::Open && !i.phase.is_called_off();
        let total = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let mine = held.clone().filter(open).find(|i| me.as_ref().is_some_and(|me| me.id == i.interviewer.id));
        CandidateCard {
            role: roles
                .iter()
                .find(|role| role.id == candidate.role_id)
                .map_or_else(|| candidate.role_id.to_string(), |role| role.title.clone()),
            submitted: total(held.clone().filter(|i| i.state == InterviewState::Submitted).count()),
            open: total(held.clone().filter(open).count()),
            continue_id: mine.map(|i| i.id.clone()),
            held: holds.contains(&candidate.id),
            candidate,
        }
    };
    Ok(candidates.into_iter().map(card).collect())
}

pub(crate) async fn candidate_list(app: &App, _: Nothing) -> Result<CandidateList, Failure> {
    app.store().read(|r| Ok(CandidateList { candidates: cards(r)? })).await
}

pub(crate) async fn candidate_get(app: &App, request: CandidateGet) -> Result<CandidateDetail, Failure> {
    app.store().read(move |r| detail(r, &request.candidate_id)).await
}

/// One candidate as the page shows it.
pub(crate) fn detail(r: &Read<'_>, id: &CandidateId) -> Result<CandidateDetail, Failure> {
    let found = candidate::get(r, id)?.filter(|candidate| !candidate.practice);
    let interviews = interview::list_of(r, id)?;
    let mut card = cards_of(r, found.into_iter().collect(), &interviews)?;
    let card = card.pop().ok_or_else(|| Failure::not_found("candidate", id))?;
    let round = card.candidate.round_id.as_ref().map(|round| round::get(r, round)).transpose()?.flatten();
    Ok(CandidateDetail {
        contact: contact::get(r, id)?,
        hold: hold::of_candidate(r, id)?,
        round: round.map(|round| round.title),
        planned: planned(r, appointment::of_candidate(r, id)?)?,
        interviews: crate::interview::cards_of(r, interviews)?,
        imported: u32::try_from(shared::of_candidate(r, id)?.len()).unwrap_or(u32::MAX),
        card,
    })
}
