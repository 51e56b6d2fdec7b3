//! Starting an interview: prepared for later, written down afterwards, beside another interviewer, or for practice.

use jiff::Timestamp;
use serde::Deserialize;
use ts_rs::TS;
use workbench_domain::{
    candidate::Candidate,
    ids::{AppointmentId, CandidateId, InterviewId, InterviewerId, KitId, SessionId},
    interviewer::Interviewer,
    meeting::{Meeting, Mode, Part},
    phase::Phase,
    place::Place,
    text::{self, isolate},
};
use workbench_store::{
    Read, Write, candidate,
    interview::{self, NewInterview},
    interviewer,
    kit::{self, KitVersion},
};

use crate::{
    App, appointment,
    failure::{Code, Failure},
    interview::{InterviewLive, live, writable},
};

/// Starts an interview: it is prepared, and begins with `interview_begin`.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterviewStart {
    /// With whom; left out for practice, and beside another interview.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub candidate_id: Option<CandidateId>,
    /// With which kit; its newest version is used, and kept to the end. Left out for practice, the first kit is taken;
    /// beside another interview, its kit.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kit_id: Option<KitId>,
    /// As it goes, unless it is written down afterwards.
    #[serde(default)]
    #[ts(optional, as = "Option<Mode>")]
    pub mode: Mode,
    /// When it was held, for one that is written down afterwards.
    #[serde(default)]
    #[ts(optional = nullable, type = "Timestamp")]
    pub held_at: Option<Timestamp>,
    /// Practice with a made-up candidate: in no list, no comparison and no packet. `interview_discard` throws it away, and
    /// so does the next practice and the next start of the workbench.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub practice: bool,
    /// The part of whose interview it is, where two interview together. Beside another interview that has none yet, that
    /// one gets the other part.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub part: Option<Part>,
    /// The interview of this meeting that is on this laptop already: the new one is another interviewer's.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub beside: Option<InterviewId>,
    /// The planned interview that it is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub appointment_id: Option<AppointmentId>,
    /// The name of that other interviewer, who is chosen and not verified.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub interviewer_name: Option<String>,
}

/// Ids made before the transaction.
struct Ids {
    interview: InterviewId,
    candidate: CandidateId,
    session: SessionId,
    person: InterviewerId,
}

/// Whom an interview is with, by whom, in which meeting.
struct Setting {
    candidate: Candidate,
    kit: KitVersion,
    session_id: SessionId,
    interviewer_id: InterviewerId,
    host_id: Option<InterviewerId>,
    meeting: Meeting,
}

pub(crate) async fn interview_start(app: &App, request: InterviewStart) -> Result<InterviewLive, Failure> {
    let (me, now) = (app.me().await?, app.now());
    let id = || app.deps().ids.at(now);
    let ids = Ids { interview: id()?.into(), candidate: id()?.into(), session: id()?.into(), person: id()?.into() };
    let meeting = meeting(&request, now)?;
    app.store()
        .write(move |w| {
            let (interview_id, part) = (ids.interview.clone(), request.part);
            let setting = match (&request.beside, request.practice) {
                (Some(beside), false) => beside_of(w, beside, &request, ids, &me)?,
                (None, true) => practice(w, &request, ids, me.id, now, meeting)?,
                (None, false) => of_ones_own(w, &request, ids, me.id, meeting)?,
                (Some(_), true) => {
                    return Err(Failure::invalid("Practice is for one interviewer. Leave out \"beside\"."));
                }
            };
            let Setting { candidate, kit, session_id, interviewer_id, host_id, meeting } = setting;
            if interview::open_with(w, &candidate.id, &interviewer_id)?.is_some() {
                return Err(Failure::new(
                    Code::Conflict,
                    format!("There is an open interview with {} already. Continue that one.", isolate(&candidate.name)),
                ));
            }
            let new = NewInterview {
                id: interview_id,
                candidate_id: candidate.id,
                interviewer_id,
                host_id,
                session_id,
                part,
                kit_id: kit.content.kit.id.clone(),
                kit_version: kit.number,
                started_at: now,
            };
            interview::insert(w, &new)?;
            if let Some(planned) = &request.appointment_id {
                appointment::started(w, planned, &new.id, &new.candidate_id)?;
            }
            interview::set_meeting(w, &new.id, &meeting)?;
            let first = kit.content.questions.first().map(|question| Place::Question(question.id.clone()));
            interview::set_at(w, &new.id, &first.unwrap_or(Place::General))?;
            Ok(live(w, &new.id, now)?.0)
        })
        .await
}

/// What the request says of the meeting's time.
fn meeting(request: &InterviewStart, now: Timestamp) -> Result<Meeting, Failure> {
    match (request.mode, request.held_at) {
        (Mode::Live, None) => Ok(Meeting::prepared()),
        (Mode::Live, Some(_)) => Err(Failure::invalid(
            "Only an interview that is written down afterwards is told when it was held. Leave out \"held_at\".",
        )),
        (Mode::Afterwards, None) => Err(Failure::invalid("Say when the interview was held.")),
        (Mode::Afterwards, Some(held)) if held > now => {
            Err(Failure::invalid("The interview was held in the past. Choose an earlier time."))
        }
        // It is over before it is written down; the time of writing is kept beside it.
        (Mode::Afterwards, held_at) => {
            Ok(Meeting { phase: Phase::Ended, mode: Mode::Afterwards, held_at, ..Meeting::prepared() })
        }
    }
}

fn of_ones_own(
    r: &Read<'_>,
    request: &InterviewStart,
    ids: Ids,
    me: InterviewerId,
    meeting: Meeting,
) -> Result<Setting, Failure> {
    let (Some(candidate_id), Some(kit_id)) = (&request.candidate_id, &request.kit_id) else {
        return Err(Failure::invalid("Choose a candidate and a kit."));
    };
    if request.interviewer_name.is_some() {
        return Err(Failure::invalid("Another interviewer's name goes with \"beside\". Leave it out."));
    }
    let candidate = candidate::get(r, candidate_id)?.ok_or_else(|| Failure::not_found("candidate", candidate_id))?;
    let kit = kit::get(r, kit_id)?.ok_or_else(|| Failure::not_found("kit", kit_id))?;
    if kit.content.role.id != candidate.role_id {
        return Err(Failure::new(
            Code::Conflict,
            format!(
                "The kit \"{}\" is for another role ({}). Choose a kit of the candidate's role.",
                kit.content.kit.title, kit.content.role.title
            ),
        ));
    }
    Ok(Setting { candidate, kit, session_id: ids.session, interviewer_id: me, host_id: None, meeting })
}

/// A second scorecard of a meeting, by someone who sits at the same laptop.
fn beside_of(
    w: &Write<'_>,
    beside: &InterviewId,
    request: &InterviewStart,
    ids: Ids,
    me: &Interviewer,
) -> Result<Setting, Failure> {
    if request.candidate_id.is_some() || request.kit_id.is_some() || request.mode != Mode::Live {
        return Err(Failure::invalid(
            "An interview beside another has its candidate, kit and times. Leave out \"candidate_id\", \"kit_id\" and \
             \"mode\".",
        ));
    }
    let guard = writable(w, beside, &me.id)?;
    if guard.practice {
        return Err(Failure::invalid("Practice is for one interviewer."));
    }
    let name = request.interviewer_name.as_deref().unwrap_or_default();
    let name = text::person_name("The other interviewer's name", name)?;
    if name == me.name {
        return Err(Failure::invalid("That is your own name. Type the other interviewer's."));
    }
    let other = match interviewer::named(w, &name)? {
        Some(known) => known,
        None => Interviewer { id: ids.person, name },
    };
    interviewer::put(w, &other)?;
    let first = interview::load(w, beside)?.ok_or_else(|| Failure::not_found("interview", beside))?;
    if let (None, Some(part)) = (first.part, request.part) {
        interview::set_part(w, beside, part.other())?;
    }
    let candidate =
        candidate::get(w, &first.candidate_id)?.ok_or_else(|| Failure::not_found("candidate", &first.candidate_id))?;
    Ok(Setting {
        candidate,
        kit: kit::get_version(w, &first.content.kit.id, first.kit_version)?
            .ok_or_else(|| Failure::not_found("version of the kit", first.kit_version))?,
        session_id: guard.session_id,
        interviewer_id: other.id,
        host_id: Some(me.id.clone()),
        meeting: first.meeting,
    })
}

fn practice(
    w: &Write<'_>,
    request: &InterviewStart,
    ids: Ids,
    me: InterviewerId,
    now: Timestamp,
    meeting: Meeting,
) -> Result<Setting, Failure> {
    if request.candidate_id.is_some() || request.interviewer_name.is_some() || request.mode != Mode::Live {
        return Err(Failure::invalid(
            "Practice makes its own candidate. Leave out \"candidate_id\", \"interviewer_name\" and \"mode\".",
        ));
    }
    candidate::remove_practice(w)?;
    let kit = match &request.kit_id {
        Some(id) => kit::get(w, id)?.ok_or_else(|| Failure::not_found("kit", id))?,
        None => kit::list(w, false)?
            .into_iter()
            .next()
            .ok_or_else(|| Failure::invalid("There is no kit to practise with."))?,
    };
    let candidate = Candidate {
        id: ids.candidate,
        name: "Practice candidate".to_owned(),
        spoken_name: String::new(),
        role_id: kit.content.role.id.clone(),
        round_id: None,
        sample: true,
        practice: true,
        added_at: now,
    };
    candidate::insert(w, &candidate, &me)?;
    Ok(Setting { candidate, kit, session_id: ids.session, interviewer_id: me, host_id: None, meeting })
}
