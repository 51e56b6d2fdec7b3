//! Candidates.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    at::InField,
    candidate::Candidate,
    contact::Contact,
    decision::{Decision, DecisionVersion, Outcome},
    hold::Hold,
    ids::{CandidateId, InterviewId, RoleId},
    independence::owed,
    text,
};
use workbench_store::{
    Ask, Page, Read, appointment, candidate, contact, decision, hold, interview, interviewer, role, round, shared,
};

use crate::{
    App,
    appointment::{PlannedCard, planned},
    failure::Failure,
    independence,
    interview::InterviewCard,
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

/// Most rows of one page of a list.
pub(crate) const PAGE_MAX: u32 = 200;

/// Asks for a page of the candidates.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CandidateAsk {
    /// Words of the name, the last of which may be unfinished; in any script, with or without marks. None of it is syntax.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub text: Option<String>,
    /// Those for one role.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub role_id: Option<RoleId>,
    /// Only those that were added before this place: the `next` of the page before.
    #[serde(default)]
    #[ts(optional = nullable, type = "number | null")]
    pub before: Option<u64>,
    /// At most so many; 200 at the most, and if it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// A page of the candidates.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CandidateList {
    /// The one added last first.
    pub candidates: Vec<CandidateCard>,
    /// Where the next page begins; none after the last one.
    #[ts(type = "number | null")]
    pub next: Option<u64>,
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
    /// What was decided last; none where nothing was, and while an own scorecard of the round is open.
    pub decided: Option<Decided>,
}

/// What was decided about a candidate, and when. Why stands in the debrief.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Decided {
    /// What.
    pub outcome: Outcome,
    /// At another level than the role's; empty for the role's own.
    pub level: String,
    /// For another role; empty for the one interviewed for.
    pub role: String,
    /// When it was recorded.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// Its version, from 1.
    pub number: u32,
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

/// These candidates as cards.
pub(crate) fn cards_of(r: &Read<'_>, candidates: Vec<Candidate>) -> Result<Vec<CandidateCard>, Failure> {
    let me = interviewer::me(r)?;
    let roles = role::list(r)?;
    let card = |candidate: Candidate| {
        let id = &candidate.id;
        let (submitted, open) = candidate::called(r, id)?;
        let mine = me.as_ref().filter(|_| open > 0);
        let continue_id = mine.map(|me| interview::open_with(r, id, &me.id)).transpose()?.flatten();
        let role = roles.iter().find(|role| role.id == candidate.role_id);
        Ok(CandidateCard {
            role: role.map_or_else(|| candidate.role_id.to_string(), |role| role.title.clone()),
            submitted,
            open,
            continue_id,
            held: hold::of_candidate(r, id)?.is_some(),
            candidate,
        })
    };
    candidates.into_iter().map(card).collect()
}

/// Which page of a list is asked for.
pub(crate) fn page_of(before: Option<u64>, limit: Option<u32>) -> Ask {
    Ask { before: before.and_then(|row| i64::try_from(row).ok()), limit: limit.unwrap_or(PAGE_MAX).min(PAGE_MAX) }
}

/// Where the next page begins, as it crosses to the page.
pub(crate) fn next_of(next: Option<i64>) -> Option<u64> {
    next.and_then(|row| u64::try_from(row).ok())
}

/// Makes those findable by name who were added before there was a search for people; nothing is written where all are.
pub(crate) async fn find_by_name(app: &App) -> Result<(), Failure> {
    app.store().write(|w| Ok::<_, Failure>(candidate::fold_names(w).map(drop)?)).await
}

pub(crate) async fn candidate_list(app: &App, request: CandidateAsk) -> Result<CandidateList, Failure> {
    let CandidateAsk { text, role_id, before, limit } = request;
    let search = candidate::Search { text: text.unwrap_or_default(), role: role_id };
    app.store()
        .read(move |r| {
            let Page { rows, next } = candidate::page(r, &search, page_of(before, limit))?;
            Ok(CandidateList { candidates: cards_of(r, rows)?, next: next_of(next) })
        })
        .await
}

pub(crate) async fn candidate_get(app: &App, request: CandidateGet) -> Result<CandidateDetail, Failure> {
    app.store().read(move |r| detail(r, &request.candidate_id)).await
}

/// The decision that stands. It is a judgement of the panel, so it waits for an own scorecard as others' ratings do.
fn decided(r: &Read<'_>, candidate: &Candidate) -> Result<Option<Decided>, Failure> {
    if owed(candidate, independence::reader(r)?.as_ref()).is_some() {
        return Ok(None);
    }
    let last = decision::versions(r, &candidate.id, candidate.round_id.as_ref())?.pop();
    Ok(last.map(|DecisionVersion { decision: Decision { outcome, level, role, .. }, at, number, .. }| Decided {
        outcome,
        level,
        role,
        at,
        number,
    }))
}

/// One candidate as the page shows it.
pub(crate) fn detail(r: &Read<'_>, id: &CandidateId) -> Result<CandidateDetail, Failure> {
    let found = candidate::get(r, id)?.filter(|candidate| !candidate.practice);
    let interviews = interview::list_of(r, id)?;
    let mut card = cards_of(r, found.into_iter().collect())?;
    let card = card.pop().ok_or_else(|| Failure::not_found("candidate", id))?;
    let round = card.candidate.round_id.as_ref().map(|round| round::get(r, round)).transpose()?.flatten();
    Ok(CandidateDetail {
        contact: contact::get(r, id)?,
        hold: hold::of_candidate(r, id)?,
        round: round.map(|round| round.title),
        planned: planned(r, appointment::of_candidate(r, id)?)?,
        interviews: crate::interview::cards_of(r, interviews)?,
        decided: decided(r, &card.candidate)?,
        imported: u32::try_from(shared::of_candidate(r, id)?.len()).unwrap_or(u32::MAX),
        card,
    })
}
