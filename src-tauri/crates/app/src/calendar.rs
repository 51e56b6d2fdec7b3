//! A round's meetings in a calendar file, matched to its candidates and kits: a preview that writes nothing. What is read
//! from a file is in `workbench_intake`; who the candidate is, a person says.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    appointment::Appointment,
    ids::{AppointmentId, CandidateId, ImportId, KitId, RoundId},
    problem::{Problem, Severity},
    round::Round,
    text::{self, name_letters},
};
use workbench_intake::{Calendar, CalendarOptions, Event, Person, When, calendar};
use workbench_store::{
    Read, appointment, candidate,
    contact::{self, KnownCandidate},
    kit, round,
};

use crate::{App, candidate_import::decoded, failure::Failure};

/// How far back, and how far ahead, the meetings of a series are read, in days.
const PAST_DAYS: i64 = 30;
const AHEAD_DAYS: i64 = 365;
/// The most meetings that a preview shows.
const SHOWN: usize = 500;

/// A calendar file as the page has read it, and what a person chose in it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CalendarImport {
    /// The file's name.
    pub name: String,
    /// The file, in base64 (RFC 4648).
    pub bytes: String,
    /// The round whose interviews they are.
    pub round_id: RoundId,
    /// The meetings to plan; none of the others is. A preview needs none.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<MeetingChoice>>")]
    pub choices: Vec<MeetingChoice>,
}

/// A meeting that is an interview.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingChoice {
    /// The meeting's id in the calendar.
    pub uid: String,
    /// Which one of a series; empty for a single meeting.
    pub occurrence: String,
    /// With whom; someone new where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub candidate_id: Option<CandidateId>,
    /// The name of someone new, who comes into the round.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub new_name: Option<String>,
    /// With which kit; chosen later where it is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kit_id: Option<KitId>,
}

/// What an import does with a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MeetingChange {
    /// It is not planned here yet: it will be, if it is chosen.
    New,
    /// It is planned here, and its time, place or people are others now.
    Moved,
    /// It is planned here, and was called off.
    CalledOff,
    /// It is planned here as it is.
    Unchanged,
}

/// A meeting of a calendar.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CalendarMeeting {
    /// Its id in the calendar.
    pub uid: String,
    /// Which one of a series; empty for a single meeting.
    pub occurrence: String,
    /// Its title.
    pub title: String,
    /// When it starts.
    #[ts(type = "Timestamp")]
    pub starts_at: Timestamp,
    /// When it ends.
    #[ts(type = "Timestamp")]
    pub ends_at: Timestamp,
    /// Where it is.
    pub location: String,
    /// Who is invited, but for the candidate: names, or addresses where there is no name.
    pub interviewers: Vec<String>,
    /// The candidate, where the calendar or an earlier import tells.
    pub candidate_id: Option<CandidateId>,
    /// That candidate's name.
    pub candidate: Option<String>,
    /// Names that someone new may have, best first.
    pub names: Vec<String>,
    /// The kit that its title names, or the only one of the round.
    pub kit_id: Option<KitId>,
    /// What an import does with it.
    pub change: MeetingChange,
}

/// Which meetings of a calendar could be interviews of a round.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CalendarPreview {
    /// Those from today on, in order of time: at most 500.
    pub meetings: Vec<CalendarMeeting>,
    /// How many are left out because they are over.
    pub past: u32,
    /// How many are left out because they take whole days.
    pub all_day: u32,
    /// What was left out, and what to look at.
    pub problems: Vec<Problem>,
}

/// Meetings were planned.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CalendarImported {
    /// Interviews planned.
    pub added: u32,
    /// Those that were moved.
    pub moved: u32,
    /// Those that were called off.
    pub called_off: u32,
    /// Candidates who are new.
    pub candidates: u32,
    /// Names the import, to take it back; none where nothing changed.
    pub import_id: Option<ImportId>,
    /// When it was saved.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
}

/// A round with what its calendar is matched to.
pub(crate) struct Around {
    pub round: Round,
    pub people: Vec<KnownCandidate>,
    kits: Vec<(KitId, String)>,
}

pub(crate) fn around(r: &Read<'_>, id: &RoundId) -> Result<Around, Failure> {
    let round = round::get(r, id)?.ok_or_else(|| Failure::not_found("round", id))?;
    let people = contact::of_role(r, &round.role_id)?;
    let titled = |id: &KitId| Ok::<_, Failure>(kit::get(r, id)?.map(|kit| (id.clone(), kit.content.kit.title)));
    let kits = round.kit_ids.iter().filter_map(|id| titled(id).transpose()).collect::<Result<_, _>>()?;
    Ok(Around { round, people, kits })
}

impl Around {
    fn candidate(&self, event: &Event) -> Option<&KnownCandidate> {
        let is_invited = |one: &KnownCandidate| {
            let email = &one.known.contact.email;
            !email.is_empty() && event.attendees.iter().any(|person| person.email.eq_ignore_ascii_case(email))
        };
        let named = |name: &String| {
            let name = name_letters(name);
            self.only(|one| name_letters(&one.name) == name)
        };
        // The candidate may be invited as well, by name alone.
        let names = event.candidates.iter().chain(event.attendees.iter().map(|person| &person.name));
        self.only(is_invited).or_else(|| names.into_iter().find_map(named))
    }

    /// The only one of whom that is true, or the only one of the round: who of several is meant, a person says.
    fn only(&self, is: impl Fn(&KnownCandidate) -> bool) -> Option<&KnownCandidate> {
        let all: Vec<_> = self.people.iter().filter(|one| is(one)).collect();
        let mut of_round = all.iter().filter(|one| one.known.round_id.as_ref() == Some(&self.round.id));
        match (all.as_slice(), of_round.next(), of_round.next()) {
            ([one], ..) => Some(one),
            (_, Some(one), None) => Some(one),
            _ => None,
        }
    }

    fn kit(&self, event: &Event) -> Option<KitId> {
        let title = event.title.to_lowercase();
        let named = self.kits.iter().find(|(_, kit)| title.contains(&kit.to_lowercase()));
        named.or(if let [only] = self.kits.as_slice() { Some(only) } else { None }).map(|(id, _)| id.clone())
    }

    fn interviewers(&self, event: &Event) -> Vec<String> {
        let candidate = self.candidate(event);
        let is_candidate = |person: &Person| {
            candidate.is_some_and(|one| {
                let email = &one.known.contact.email;
                person.name.eq_ignore_ascii_case(&one.name)
                    || (!email.is_empty() && person.email.eq_ignore_ascii_case(email))
            })
        };
        let invited = event.attendees.iter().filter(|person| !person.declined && !is_candidate(person));
        let mut names: Vec<String> = invited.map(name_of).collect();
        if names.is_empty() {
            names.extend(event.organiser.as_ref().map(name_of));
        }
        names
    }

    /// The meeting as it is planned, for someone whose id is put in later.
    pub fn planned(&self, event: &Event, id: AppointmentId) -> Option<Appointment> {
        let When::Timed { starts_at, ends_at } = event.when else { return None };
        let planned = Appointment {
            id,
            candidate_id: CandidateId(String::new()),
            kit_id: None,
            interviewers: self.interviewers(event),
            starts_at,
            ends_at,
            location: event.location.clone(),
            uid: event.uid.clone(),
            occurrence: event.occurrence.clone().unwrap_or_default(),
            interview_id: None,
        };
        planned.check().is_ok().then_some(planned)
    }
}

fn name_of(person: &Person) -> String {
    if person.name.is_empty() { person.email.clone() } else { person.name.clone() }
}

/// A meeting that no interview can be: it ends when it starts, or it is longer than a day.
fn no_length(event: &Event) -> Problem {
    let title = text::isolate(&event.title);
    let what = format!(
        "“{title}” ends when it starts, or is longer than a day. It was left out; correct its end, or plan it by hand."
    );
    Problem { place: event.place.clone(), what, severity: Severity::Error }
}

pub(crate) fn change_of(event: &Event, calendar: &Appointment, there: Option<&Appointment>) -> MeetingChange {
    match there {
        None => MeetingChange::New,
        Some(_) if event.cancelled => MeetingChange::CalledOff,
        Some(there) if there.moved(calendar) == *there => MeetingChange::Unchanged,
        Some(_) => MeetingChange::Moved,
    }
}

pub(crate) async fn read(request: &CalendarImport, now: Timestamp, zone: TimeZone) -> Result<Calendar, Failure> {
    let (name, bytes) = (request.name.clone(), request.bytes.clone());
    let days = |days: i64| now.checked_add(SignedDuration::from_hours(24 * days)).map_err(Failure::bug);
    let options = CalendarOptions { zone, from: days(-PAST_DAYS)?, until: days(AHEAD_DAYS)? };
    let job = move || Ok(calendar(&name, &decoded(&bytes)?, &options));
    tokio::task::spawn_blocking(job).await.map_err(Failure::bug)?
}

pub(crate) async fn calendar_import_preview(app: &App, request: CalendarImport) -> Result<CalendarPreview, Failure> {
    let (now, zone) = (app.now(), app.deps().clock.zone());
    let read = read(&request, now, zone.clone()).await?;
    let today = now.to_zoned(zone).start_of_day().map_err(Failure::bug)?.timestamp();
    app.store().read(move |r| preview(r, read, &request.round_id, today)).await
}

fn preview(r: &Read<'_>, read: Calendar, round: &RoundId, today: Timestamp) -> Result<CalendarPreview, Failure> {
    let around = around(r, round)?;
    let mut preview = CalendarPreview { meetings: Vec::new(), past: 0, all_day: 0, problems: read.problems };
    for event in &read.events {
        let Some(planned) = around.planned(event, AppointmentId(String::new())) else {
            match &event.when {
                When::AllDay { .. } => preview.all_day += 1,
                When::Timed { ends_at, .. } if *ends_at >= today => preview.problems.push(no_length(event)),
                When::Timed { .. } => preview.past += 1,
            }
            continue;
        };
        let there = appointment::in_calendar(r, &planned.uid, &planned.occurrence)?;
        if planned.ends_at < today && there.is_none() {
            preview.past += 1;
            continue;
        }
        let change = change_of(event, &planned, there.as_ref());
        if (change == MeetingChange::New && event.cancelled) || preview.meetings.len() >= SHOWN {
            continue;
        }
        let known = there.as_ref().map(|there| there.candidate_id.clone());
        let candidate_id = known.or_else(|| around.candidate(event).map(|one| one.id.clone()));
        let person = candidate_id.as_ref().map(|id| candidate::get(r, id)).transpose()?.flatten();
        preview.meetings.push(CalendarMeeting {
            title: event.title.clone(),
            starts_at: planned.starts_at,
            ends_at: planned.ends_at,
            candidate_id,
            candidate: person.map(|person| person.name),
            names: event.candidates.clone(),
            kit_id: match there {
                Some(there) => there.kit_id,
                None => around.kit(event),
            },
            location: planned.location,
            interviewers: planned.interviewers,
            uid: planned.uid,
            occurrence: planned.occurrence,
            change,
        });
    }
    Ok(preview)
}
