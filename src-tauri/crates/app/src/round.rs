//! Rounds: candidates for one role who are compared with each other.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    at::InField,
    ids::{CandidateId, InterviewerId, KitId, RoleId, RoundId},
    interviewer::Interviewer,
    round::Round,
    text::{self, isolate},
};
use workbench_store::{Page, Read, appointment, candidate, interviewer, kit, role, round};

use crate::{
    App,
    appointment::{PlannedCard, planned},
    candidate::{CandidateCard, cards_of, next_of, page_of},
    failure::{Code, Failure},
    independence,
};

/// Adds a round, or changes it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundSave {
    /// Which; a new one where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub round_id: Option<RoundId>,
    /// What it is called; 1 to 200 characters.
    pub title: String,
    /// The role; that of a round that is there stays.
    pub role_id: RoleId,
    /// The kits that everyone is asked, in order.
    pub kit_ids: Vec<KitId>,
    /// Its candidates, all of this role. One who is in another round comes over.
    pub candidate_ids: Vec<CandidateId>,
}

/// Names a round.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundRef {
    /// Which.
    pub round_id: RoundId,
}

/// Hands a round on.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundHandOn {
    /// Which.
    pub round_id: RoundId,
    /// To whom: someone whom this laptop knows.
    pub owner_id: InterviewerId,
}

/// A round in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoundCard {
    /// The round.
    pub round: Round,
    /// The role's title.
    pub role: String,
    /// How many candidates are in it.
    pub candidates: u32,
    /// How many of their interviews are planned.
    pub planned: u32,
}

/// Asks for a page of the rounds.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundAsk {
    /// Only those that were begun before this place: the `next` of the page before.
    #[serde(default)]
    #[ts(optional = nullable, type = "number | null")]
    pub before: Option<u64>,
    /// At most so many; 200 at the most, and if it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// A page of the rounds.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoundList {
    /// The one begun last first.
    pub rounds: Vec<RoundCard>,
    /// Where the next page begins; none after the last one.
    #[ts(type = "number | null")]
    pub next: Option<u64>,
}

/// One round with its candidates and what is planned.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoundDetail {
    /// The round.
    pub round: Round,
    /// The role's title.
    pub role: String,
    /// Its candidates, newest first.
    pub candidates: Vec<CandidateCard>,
    /// Other candidates for the role, who could come in: those added last, 200 at the most.
    pub others: Vec<CandidateCard>,
    /// Their planned interviews, in order of time.
    pub planned: Vec<PlannedCard>,
    /// Who leads it, by name; none where nobody does.
    pub owner: Option<String>,
    /// Whether whoever looks leads it.
    pub leads: bool,
    /// To whom it can be handed on.
    pub successors: Vec<Interviewer>,
}

fn role_title(r: &Read<'_>, id: &RoleId) -> Result<String, Failure> {
    Ok(role::get(r, id)?.map_or_else(|| id.to_string(), |role| role.title))
}

fn detail(r: &Read<'_>, id: &RoundId) -> Result<RoundDetail, Failure> {
    let round = round::get(r, id)?.ok_or_else(|| Failure::not_found("round", id))?;
    let candidates = cards_of(r, candidate::of_round(r, id)?)?;
    let search = candidate::Search { text: String::new(), role: Some(round.role_id.clone()) };
    let mut others = candidate::page(r, &search, page_of(None, None))?.rows;
    others.retain(|one| one.round_id.as_ref() != Some(id));
    let others = cards_of(r, others)?;
    let me = interviewer::me(r)?.map(|me| me.id);
    let leads = me.as_ref().is_some_and(|me| round.is_led_by(me));
    let mut successors = if leads { interviewer::list(r)? } else { Vec::new() };
    successors.retain(|one| round.owner_id.as_ref() != Some(&one.id));
    let owner = round.owner_id.as_ref().map(|id| interviewer::get(r, id)).transpose()?.flatten();
    Ok(RoundDetail {
        owner: owner.map(|owner| owner.name),
        leads,
        successors,
        role: role_title(r, &round.role_id)?,
        planned: planned(r, appointment::of_round(r, id)?)?,
        candidates,
        others,
        round,
    })
}

pub(crate) async fn round_list(app: &App, request: RoundAsk) -> Result<RoundList, Failure> {
    app.store()
        .read(move |r| {
            let card = |round: Round| {
                let (candidates, planned) = candidate::count_of_round(r, &round.id)?;
                Ok::<_, Failure>(RoundCard { role: role_title(r, &round.role_id)?, candidates, planned, round })
            };
            let Page { rows, next } = round::page(r, page_of(request.before, request.limit))?;
            Ok(RoundList { rounds: rows.into_iter().map(card).collect::<Result<_, _>>()?, next: next_of(next) })
        })
        .await
}

pub(crate) async fn round_get(app: &App, request: RoundRef) -> Result<RoundDetail, Failure> {
    app.store().read(move |r| detail(r, &request.round_id)).await
}

pub(crate) async fn round_save(app: &App, request: RoundSave) -> Result<RoundDetail, Failure> {
    let title = text::person_name("The round's title", &request.title).at("title")?;
    let (me, now) = (app.owner().await?, app.now());
    let new = RoundId(app.deps().ids.at(now)?);
    app.store()
        .write(move |w| {
            let veiled = independence::veiled(w)?;
            let there = match &request.round_id {
                Some(id) => Some(round::get(w, id)?.ok_or_else(|| Failure::not_found("round", id))?),
                None => None,
            };
            if there.as_ref().is_some_and(|there| there.role_id != request.role_id) {
                return Err(Failure::invalid("A round keeps its role. Begin another round for another role."));
            }
            role::get(w, &request.role_id)?.ok_or_else(|| Failure::not_found("role", &request.role_id))?;
            for id in &request.kit_ids {
                let kit = kit::get(w, id)?.ok_or_else(|| Failure::not_found("kit", id))?;
                if kit.content.role.id != request.role_id {
                    return Err(Failure::invalid("A kit of the round is for another role. Choose kits of its role."));
                }
            }
            let round = Round {
                id: request.round_id.unwrap_or(new),
                title,
                role_id: request.role_id,
                kit_ids: request.kit_ids,
                owner_id: there.map_or(Some(me.id), |there| there.owner_id),
            };
            round::put(w, &round, now)?;
            for one in candidate::of_round(w, &round.id)? {
                if !request.candidate_ids.contains(&one.id) {
                    candidate::set_round(w, &one.id, None)?;
                }
            }
            for id in &request.candidate_ids {
                let one = candidate::get(w, id)?.ok_or_else(|| Failure::not_found("candidate", id))?;
                if one.role_id != round.role_id || one.practice {
                    return Err(Failure::invalid("A candidate is for another role than the round."));
                }
                candidate::set_round(w, id, Some(&round.id))?;
            }
            independence::stays_veiled(w, &veiled)?;
            detail(w, &round.id)
        })
        .await
}

pub(crate) async fn round_hand_on(app: &App, request: RoundHandOn) -> Result<RoundDetail, Failure> {
    let RoundHandOn { round_id, owner_id } = request;
    let (me, now) = (app.me().await?, app.now());
    app.store()
        .write(move |w| {
            let round = led(w, &round_id, &me.id)?;
            interviewer::get(w, &owner_id)?.ok_or_else(|| Failure::not_found("interviewer", &owner_id))?;
            round::put(w, &Round { owner_id: Some(owner_id), ..round }, now)?;
            detail(w, &round_id)
        })
        .await
}

/// A round that this person leads.
///
/// # Errors
/// `not_found`; `conflict` with who leads it.
pub(crate) fn led(r: &Read<'_>, id: &RoundId, person: &InterviewerId) -> Result<Round, Failure> {
    let round = round::get(r, id)?.ok_or_else(|| Failure::not_found("round", id))?;
    if round.is_led_by(person) {
        return Ok(round);
    }
    let owner = round.owner_id.as_ref().map(|id| interviewer::get(r, id)).transpose()?.flatten();
    let name = owner.map_or_else(|| "Somebody else".to_owned(), |owner| isolate(&owner.name));
    Err(Failure::new(
        Code::Conflict,
        format!("{name} leads this round, and alone turns its team figures on or off or hands it on. Ask them."),
    ))
}

pub(crate) async fn round_remove(app: &App, request: RoundRef) -> Result<RoundList, Failure> {
    let RoundRef { round_id } = request;
    app.store()
        .write(move |w| {
            round::get(w, &round_id)?.ok_or_else(|| Failure::not_found("round", &round_id))?;
            Ok::<_, Failure>(round::remove(w, &round_id)?)
        })
        .await?;
    round_list(app, RoundAsk::default()).await
}
