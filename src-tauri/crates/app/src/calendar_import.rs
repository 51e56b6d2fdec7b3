//! Planning the meetings of a calendar file that a person chose; it can be taken back.

use std::collections::HashMap;

use jiff::Timestamp;
use workbench_domain::{
    appointment::Appointment,
    candidate::Candidate,
    contact::Contact,
    ids::{AppointmentId, CandidateId, ImportId, InterviewerId},
    import_change::{ImportChange, Known},
    log::Act,
    problem::Severity,
    text::person_name,
};
use workbench_intake::Event;
use workbench_store::{Write, appointment, candidate, import_change};

use crate::{
    App,
    appointment::check_kit,
    backup,
    calendar::{Around, CalendarImport, CalendarImported, MeetingChange, MeetingChoice, around, change_of, read},
    failure::Failure,
    independence,
    log::note,
};

/// An import under way: what is made on the way, and what it changes.
struct Work<'a> {
    w: &'a Write<'a>,
    around: Around,
    owner: InterviewerId,
    now: Timestamp,
    ids: std::vec::IntoIter<String>,
    /// Those who are new, by name: someone with two meetings is added once.
    new: HashMap<String, CandidateId>,
    changes: Vec<ImportChange>,
    done: CalendarImported,
}

impl Work<'_> {
    fn id(&mut self) -> Result<String, Failure> {
        self.ids.next().ok_or_else(|| Failure::bug("Too few ids were made for an import."))
    }

    fn take(&mut self, event: &Event, choice: Option<&MeetingChoice>) -> Result<(), Failure> {
        let id = AppointmentId(self.id()?);
        let Some(planned) = self.around.planned(event, id) else { return Ok(()) };
        let there = appointment::in_calendar(self.w, &planned.uid, &planned.occurrence)?;
        match (change_of(event, &planned, there.as_ref()), there) {
            (MeetingChange::New, _) => {
                let Some(choice) = choice.filter(|_| !event.cancelled) else { return Ok(()) };
                let planned =
                    Appointment { candidate_id: self.candidate(choice)?, kit_id: choice.kit_id.clone(), ..planned };
                check_kit(self.w, &planned.candidate_id, planned.kit_id.as_ref())?;
                appointment::put(self.w, &planned)?;
                self.done.added += 1;
                self.changes.push(ImportChange::Appointment { before: None, after: Some(planned) });
            }
            (MeetingChange::Moved, Some(there)) => {
                let moved = there.moved(&planned);
                appointment::put(self.w, &moved)?;
                self.done.moved += 1;
                self.changes.push(ImportChange::Appointment { before: Some(there), after: Some(moved) });
            }
            // One from which an interview was started was held: the calendar comes too late.
            (MeetingChange::CalledOff, Some(there)) if there.interview_id.is_none() => {
                appointment::remove(self.w, &there.id)?;
                self.done.called_off += 1;
                self.changes.push(ImportChange::Appointment { before: Some(there), after: None });
            }
            (MeetingChange::Unchanged | MeetingChange::Moved | MeetingChange::CalledOff, _) => {}
        }
        Ok(())
    }

    fn candidate(&mut self, choice: &MeetingChoice) -> Result<CandidateId, Failure> {
        let round = Some(self.around.round.id.clone());
        match (&choice.candidate_id, &choice.new_name) {
            (Some(id), _) => {
                let there = self.around.people.iter_mut().find(|one| one.id == *id);
                let there = there.ok_or_else(|| Failure::invalid("A candidate is for another role than the round."))?;
                if there.known.round_id.is_none() {
                    candidate::set_round(self.w, id, round.as_ref())?;
                    let before = there.known.clone();
                    there.known.round_id = round;
                    let after = there.known.clone();
                    self.changes.push(ImportChange::Candidate { id: id.clone(), before: Some(before), after });
                }
                Ok(id.clone())
            }
            (None, Some(name)) => {
                let name = person_name("The candidate's name", name)?;
                if let Some(id) = self.new.get(&name) {
                    return Ok(id.clone());
                }
                let candidate = Candidate {
                    id: CandidateId(self.id()?),
                    name: name.clone(),
                    spoken_name: String::new(),
                    role_id: self.around.round.role_id.clone(),
                    round_id: round.clone(),
                    sample: false,
                    practice: false,
                    added_at: self.now,
                };
                candidate::insert(self.w, &candidate, &self.owner)?;
                self.new.insert(name, candidate.id.clone());
                self.done.candidates += 1;
                let after = Known { contact: Contact::default(), round_id: round };
                self.changes.push(ImportChange::Candidate { id: candidate.id.clone(), before: None, after });
                Ok(candidate.id)
            }
            (None, None) => Err(Failure::invalid("Say who the candidate of each chosen meeting is.")),
        }
    }
}

pub(crate) async fn calendar_import(app: &App, request: CalendarImport) -> Result<CalendarImported, Failure> {
    let (now, zone, owner) = (app.now(), app.deps().clock.zone(), app.owner().await?);
    let read = read(&request, now, zone).await?;
    // A file from which nothing could be read is told as a failure: there is nothing to confirm.
    if read.events.is_empty() {
        let errors = || read.problems.iter().filter(|problem| problem.severity == Severity::Error);
        let why = errors().chain(&read.problems).next().map(|problem| format!("{}: {}", problem.place, problem.what));
        let why = why.unwrap_or_else(|| "This is not a calendar. Export the calendar as an .ics file.".to_owned());
        return Err(Failure::invalid(why));
    }
    backup::before_import(app).await?;
    let ids = (0..=2 * read.events.len()).map(|_| app.deps().ids.at(now)).collect::<Result<Vec<_>, _>>()?;
    let mut done = app
        .store()
        .write(move |w| {
            let mut ids = ids.into_iter();
            let import = ImportId(ids.next().unwrap_or_default());
            let none = CalendarImported { added: 0, moved: 0, called_off: 0, candidates: 0, import_id: None, at: now };
            let veiled = independence::veiled(w)?;
            let around = around(w, &request.round_id)?;
            let (new, changes) = (HashMap::new(), Vec::new());
            let mut work = Work { w, around, owner: owner.id, now, ids, new, changes, done: none };
            for event in &read.events {
                let occurrence = event.occurrence.as_deref().unwrap_or_default();
                let mut choices = request.choices.iter();
                work.take(event, choices.find(|one| one.uid == event.uid && one.occurrence == occurrence))?;
            }
            independence::stays_veiled(w, &veiled)?;
            import_change::remember(w, &import, &work.changes)?;
            let about: Vec<CandidateId> = work.changes.iter().filter_map(|one| one.candidate_id().cloned()).collect();
            if !about.is_empty() {
                note(w, now, Act::CalendarImport, about.clone(), &about)?;
            }
            let import_id = (!work.changes.is_empty()).then_some(import);
            Ok::<_, Failure>(CalendarImported { import_id, ..work.done })
        })
        .await?;
    done.at = app.now();
    Ok(done)
}
