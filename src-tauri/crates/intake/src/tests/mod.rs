//! What people really send, read through the doors that the application uses.

mod any_bytes;
mod calendars;
mod cards;
mod limits;
mod mentions;
mod rating_tables;
mod recurring;
mod resumes;
mod tables;
mod zones;

use jiff::{Timestamp, tz::TimeZone};
use workbench_domain::problem::Problem;

use crate::{Calendar, CalendarOptions, When};

/// Problems as `where what`, a line each.
fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| format!("{} {}", problem.place, problem.what)).collect()
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A calendar with this inside, read in Berlin for the year 2026.
fn read(inside: &str) -> Calendar {
    let text = format!("BEGIN:VCALENDAR\nVERSION:2.0\n{inside}\nEND:VCALENDAR\n").replace('\n', "\r\n");
    let options = CalendarOptions {
        zone: TimeZone::get("Europe/Berlin").unwrap(),
        from: instant("2026-01-01T00:00:00Z"),
        until: instant("2026-12-31T00:00:00Z"),
    };
    crate::calendar("round.ics", text.as_bytes(), &options)
}

/// A meeting with these lines.
fn meeting(lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:u1\n{lines}\nEND:VEVENT")
}

/// Each meeting's time, short: start and end, or first and last day.
fn times(calendar: &Calendar) -> Vec<String> {
    let time = |when: &When| match when {
        When::Timed { starts_at, ends_at } => format!("{starts_at}/{ends_at}"),
        When::AllDay { first, last } => format!("{first}..{last}"),
    };
    calendar.events.iter().map(|event| time(&event.when)).collect()
}

/// The days and hours that meetings start, in UTC.
fn starts(calendar: &Calendar) -> Vec<String> {
    times(calendar).iter().map(|time| time.chars().take(16).collect()).collect()
}
