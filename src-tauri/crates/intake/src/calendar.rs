//! The meetings of a round from a calendar file (RFC 5545).

use std::collections::BTreeMap;

use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::problem::Problem;

use crate::{
    FILE_MAX, MOST,
    components::{Components, Source, Whole},
    guess,
    lines::Line,
    notes::{Notes, one_line, tidy},
    series::Series,
    times::{Point, Times},
    when::When,
};

/// The most text of all meetings, in bytes, once each meeting of a series has its own.
const WRITTEN_MAX: usize = 2 * FILE_MAX;

/// How a calendar is read.
#[derive(Debug, Clone)]
pub struct CalendarOptions {
    /// What times without a zone of their own are counted in.
    pub zone: TimeZone,
    /// From when on the meetings of a series are wanted.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// Who organises or attends a meeting. Name or address may be empty, not both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// Whether the person said no.
    pub declined: bool,
}

/// One meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Event {
    /// Where it stands, such as `round.ics:12`.
    pub place: String,
    /// The calendar's own id, the same for every meeting of a series.
    pub uid: String,
    /// Which one of a series: when it was to start at first, as an instant or a date. With the id it names the meeting,
    /// also when the file is read again.
    #[ts(optional)]
    pub occurrence: Option<String>,
    /// Its title.
    pub title: String,
    /// When it is.
    pub when: When,
    /// Whether it was called off.
    pub cancelled: bool,
    /// Who invites.
    #[ts(optional)]
    pub organiser: Option<Person>,
    /// Who is invited, without rooms and equipment.
    pub attendees: Vec<Person>,
    /// Where it is.
    pub location: String,
    /// What its description says.
    pub notes: String,
    /// Guesses of the candidate's name, best first.
    pub candidates: Vec<String>,
}

/// What was read of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Calendar {
    /// The meetings, in order of time.
    pub events: Vec<Event>,
    /// What was left out, and what to look at.
    pub problems: Vec<Problem>,
}

/// Reads the meetings in a calendar file. `name` is the file's name.
#[must_use]
pub fn calendar(name: &str, bytes: &[u8], options: &CalendarOptions) -> Calendar {
    let mut notes = Notes::new(name);
    let mut events = Vec::new();
    let Components { sources, zones, whole, cut, is_calendar, has_text } = Components::of(bytes, &mut notes);
    if is_calendar {
        let mut times = Times::new(&options.zone, whole.zone.as_deref(), zones);
        events = read((sources, cut), &whole, options, &mut times, &mut notes);
        times.finish(&mut notes);
        if events.is_empty() {
            notes.warning(1, "There is no meeting in this calendar that could be read.");
        }
    } else if has_text {
        notes.error(1, "This is not a calendar: BEGIN:VCALENDAR is missing. Export the calendar as an .ics file.");
    }
    events.sort_by_key(|event| start_of(&event.when));
    Calendar { events, problems: notes.finish() }
}

fn too_many(line: usize, notes: &mut Notes) {
    let what =
        format!("This calendar has more than {MOST} meetings; from here on nothing was read. Export fewer days.");
    notes.error(line, what);
}

fn start_of(when: &When) -> Timestamp {
    match when {
        When::Timed { starts_at, .. } => *starts_at,
        When::AllDay { first, .. } => TimeZone::UTC.to_timestamp(first.at(0, 0, 0, 0)).unwrap_or(Timestamp::MIN),
    }
}

/// The meetings of what was gathered, up to where that was cut.
fn read(
    (sources, cut): (Vec<Source>, Option<usize>),
    whole: &Whole,
    options: &CalendarOptions,
    times: &mut Times,
    notes: &mut Notes,
) -> Vec<Event> {
    let mut order: Vec<String> = Vec::new();
    let mut by_uid: BTreeMap<String, Vec<Source>> = BTreeMap::new();
    for source in sources {
        let uid = source.uid();
        let of_uid = by_uid.entry(uid.clone()).or_default();
        if of_uid.is_empty() {
            order.push(uid);
        }
        of_uid.push(source);
    }
    let mut events = Vec::new();
    let mut written = 0;
    for uid in order {
        let sources = by_uid.remove(&uid).unwrap_or_default();
        let first = sources.first().map_or(1, |source| source.line);
        if events.len() >= MOST {
            too_many(first, notes);
            events.truncate(MOST);
            return events;
        }
        let series = Series::of(newest(sources, times, notes), times, notes);
        // Most meetings of a series have the words of one source: those are read once.
        let mut last: Option<(&Source, Event)> = None;
        for (source, occurrence, when) in series.meetings(options, times, notes) {
            let words = match last.take() {
                Some((of, words)) if std::ptr::eq(of, source) => words,
                _ => event(source, &uid, when, whole, notes),
            };
            let event = Event { occurrence, when, ..words.clone() };
            last = Some((source, words));
            written += weight(&event);
            if written > WRITTEN_MAX {
                let most = WRITTEN_MAX / 1024 / 1024;
                notes.error(source.line, format!("The meetings of this calendar have more than {most} MiB of text once each series is written out; from here on nothing was read. Export fewer days."));
                return events;
            }
            events.push(event);
        }
    }
    if let Some(line) = cut {
        too_many(line, notes);
    }
    events.truncate(MOST);
    events
}

fn weight(event: &Event) -> usize {
    let people = event.organiser.iter().chain(&event.attendees);
    let people: usize = people.map(|person| size_of::<Person>() + person.name.len() + person.email.len()).sum();
    size_of::<Event>() + people + event.uid.len() + event.title.len() + event.location.len() + event.notes.len()
}

/// Of each meeting and of each change to one of a series, the newest version.
fn newest(sources: Vec<Source>, times: &mut Times, notes: &mut Notes) -> Vec<(Option<Point>, Source)> {
    let mut kept: BTreeMap<Option<String>, (Option<Point>, Source)> = BTreeMap::new();
    for source in sources {
        let which = source.get("RECURRENCE-ID").and_then(|line| times.point(line, notes));
        let name = which.as_ref().map(Point::name);
        if kept.get(&name).is_none_or(|(_, older)| older.sequence() <= source.sequence()) {
            kept.insert(name, (which, source));
        }
    }
    kept.into_values().collect()
}

/// A meeting of its own; of a series, time and occurrence are to be set for each.
fn event(source: &Source, uid: &str, when: When, whole: &Whole, problems: &Notes) -> Event {
    let organiser = source.get("ORGANIZER").and_then(person);
    let is_person = |line: &&Line| !line.says("CUTYPE", "ROOM") && !line.says("CUTYPE", "RESOURCE");
    let attendees: Vec<Person> = source.all("ATTENDEE").filter(is_person).take(500).filter_map(person).collect();
    let (title, notes) = (one_line(&source.text("SUMMARY")), tidy(&source.text("DESCRIPTION")));
    let invited: Vec<&Person> = organiser.iter().chain(&attendees).collect();
    let candidates = guess::candidates(&title, &notes, &invited);
    let is_off = source.get("STATUS").is_some_and(|line| line.value.trim().eq_ignore_ascii_case("CANCELLED"));
    Event {
        place: problems.place(source.line),
        uid: uid.to_owned(),
        occurrence: None,
        title,
        when,
        cancelled: is_off || whole.cancelled,
        organiser,
        attendees,
        location: one_line(&source.text("LOCATION")),
        notes,
        candidates,
    }
}

fn person(line: &Line) -> Option<Person> {
    let address = line.value.trim();
    let mail =
        address.get(..7).filter(|start| start.eq_ignore_ascii_case("mailto:")).map(|start| &address[start.len()..]);
    let email = line.param("EMAIL").or(mail).unwrap_or_default().trim().to_owned();
    let name = one_line(line.param("CN").unwrap_or_default());
    let name = if name.eq_ignore_ascii_case(&email) { String::new() } else { name };
    let is_known = !name.is_empty() || !email.is_empty();
    is_known.then(|| Person { name, email, declined: line.says("PARTSTAT", "DECLINED") })
}
