//! Planned interviews: whom, by whom, with which kit, and when.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    appointment::Appointment,
    at::InField,
    ids::{AppointmentId, CandidateId, InterviewId, KitId},
    interview::InterviewState,
    text,
};
use workbench_store::{
    Read, Write, appointment, candidate,
    interview::{self, InterviewSummary},
    interviewer, kit, role,
};

use crate::{App, candidate::CandidateDetail, candidate::detail, failure::Failure};

/// Plans an interview, or changes a planned one.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AppointmentSave {
    /// Which; a new one where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub appointment_id: Option<AppointmentId>,
    /// With whom.
    pub candidate_id: CandidateId,
    /// With which kit; chosen later where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kit_id: Option<KitId>,
    /// The names of those who interview.
    pub interviewers: Vec<String>,
    /// When it starts.
    #[ts(type = "Timestamp")]
    pub starts_at: Timestamp,
    /// When it ends.
    #[ts(type = "Timestamp")]
    pub ends_at: Timestamp,
    /// Where it is.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub location: String,
}

/// Names a planned interview.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AppointmentRef {
    /// Which.
    pub appointment_id: AppointmentId,
}

/// How far a planned interview is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlannedState {
    /// Nothing is prepared yet.
    Planned,
    /// There is an interview, whose scorecard is to come.
    Open,
    /// Its scorecard is submitted, or it was called off.
    Over,
}

/// A planned interview in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlannedCard {
    /// What is planned.
    pub appointment: Appointment,
    /// The candidate's name.
    pub candidate: String,
    /// The role's title.
    pub role: String,
    /// The kit's title; none where it is chosen later.
    pub kit: Option<String>,
    /// Whether the interviewer of this laptop is named, or nobody is.
    pub mine: bool,
    /// How far it is.
    pub state: PlannedState,
    /// The interview to go on with: the one started from it, or another open one of one's own with the candidate.
    pub interview_id: Option<InterviewId>,
}

/// Planned interviews as cards.
pub(crate) fn planned(r: &Read<'_>, appointments: Vec<Appointment>) -> Result<Vec<PlannedCard>, Failure> {
    if appointments.is_empty() {
        return Ok(Vec::new());
    }
    let me = interviewer::me(r)?;
    let is_open = |one: &InterviewSummary| one.state == InterviewState::Open && !one.phase.is_called_off();
    let card = |appointment: Appointment| {
        let id = &appointment.candidate_id;
        let interviews = interview::list_of(r, id)?;
        let candidate = candidate::get(r, id)?.ok_or_else(|| Failure::not_found("candidate", id))?;
        let role = role::get(r, &candidate.role_id)?;
        let kit = appointment.kit_id.as_ref().map(|id| kit::get(r, id)).transpose()?.flatten();
        let started = appointment.interview_id.as_ref().and_then(|id| interviews.iter().find(|one| one.id == *id));
        let mine = |one: &&InterviewSummary| me.as_ref().is_some_and(|me| me.id == one.interviewer.id);
        // A second one with the same candidate cannot begin while the first is open.
        let open = interviews.iter().filter(|one| is_open(one)).find(mine);
        let state = match (started, open) {
            (Some(one), _) if !is_open(one) => PlannedState::Over,
            (Some(_), _) | (None, Some(_)) => PlannedState::Open,
            (None, None) => PlannedState::Planned,
        };
        Ok(PlannedCard {
            candidate: candidate.name,
            role: role.map_or_else(|| candidate.role_id.to_string(), |role| role.title),
            kit: kit.map(|kit| kit.content.kit.title),
            mine: me.as_ref().is_none_or(|me| appointment.is_of(&me.name)),
            state,
            interview_id: started.or(open).map(|one| one.id.clone()),
            appointment,
        })
    };
    appointments.into_iter().map(card).collect()
}

/// Whether a kit is for the candidate.
pub(crate) fn check_kit(r: &Read<'_>, candidate_id: &CandidateId, kit_id: Option<&KitId>) -> Result<(), Failure> {
    let candidate = candidate::get(r, candidate_id)?.filter(|candidate| !candidate.practice);
    let candidate = candidate.ok_or_else(|| Failure::not_found("candidate", candidate_id))?;
    let Some(kit_id) = kit_id else { return Ok(()) };
    let kit = kit::get(r, kit_id)?.ok_or_else(|| Failure::not_found("kit", kit_id))?;
    if kit.content.role.id != candidate.role_id {
        return Err(Failure::invalid("The kit is for another role. Choose a kit of the candidate's role."));
    }
    Ok(())
}

pub(crate) async fn appointment_save(app: &App, request: AppointmentSave) -> Result<CandidateDetail, Failure> {
    let new = AppointmentId(app.deps().ids.at(app.now())?);
    let names = request.interviewers.iter().filter(|name| !name.trim().is_empty());
    let interviewers = names
        .map(|name| text::person_name("The interviewer's name", name))
        .collect::<Result<_, _>>()
        .at("interviewers")?;
    text::within_limit("The place", &request.location).at("location")?;
    app.store()
        .write(move |w| {
            check_kit(w, &request.candidate_id, request.kit_id.as_ref())?;
            let there = match &request.appointment_id {
                Some(id) => Some(there(w, id)?),
                None => None,
            };
            let (uid, occurrence, interview_id) =
                there.map(|one| (one.uid, one.occurrence, one.interview_id)).unwrap_or_default();
            let planned = Appointment {
                id: request.appointment_id.unwrap_or(new),
                candidate_id: request.candidate_id,
                kit_id: request.kit_id,
                interviewers,
                starts_at: request.starts_at,
                ends_at: request.ends_at,
                location: request.location.trim().to_owned(),
                uid,
                occurrence,
                interview_id,
            };
            planned.check()?;
            appointment::put(w, &planned)?;
            detail(w, &planned.candidate_id)
        })
        .await
}

pub(crate) async fn appointment_remove(app: &App, request: AppointmentRef) -> Result<CandidateDetail, Failure> {
    app.store()
        .write(move |w| {
            let planned = there(w, &request.appointment_id)?;
            appointment::remove(w, &planned.id)?;
            detail(w, &planned.candidate_id)
        })
        .await
}

fn there(r: &Read<'_>, id: &AppointmentId) -> Result<Appointment, Failure> {
    appointment::get(r, id)?.ok_or_else(|| Failure::not_found("planned interview", id))
}

/// Notes which interview was started from a planned one.
pub(crate) fn started(
    w: &Write<'_>,
    id: &AppointmentId,
    interview: &InterviewId,
    with: &CandidateId,
) -> Result<(), Failure> {
    let planned = there(w, id)?;
    if planned.candidate_id != *with {
        return Err(Failure::invalid("The planned interview is with another candidate."));
    }
    Ok(appointment::put(w, &Appointment { interview_id: Some(interview.clone()), ..planned })?)
}
