//! When the meetings of a series are: by its rules, with the dates that are added and those that are taken out.

use std::{collections::BTreeMap, rc::Rc};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::{
    calendar::CalendarOptions,
    components::Source,
    lines::Line,
    notes::{Notes, quoted},
    rule::{Rule, Until},
    times::{Point, Times},
};

/// So many meetings of one series are given.
const MEETINGS: usize = 500;
/// So many are counted of one series: a daily meeting since 1900.
const STEPS: usize = 50_000;

/// The starts of a series that are wanted, by what names them.
type Starts = BTreeMap<String, Point>;

/// The starts of a series that are wanted, in order.
pub(crate) fn starts(
    source: &Source,
    first: &Point,
    options: &CalendarOptions,
    times: &mut Times,
    notes: &mut Notes,
) -> Vec<Point> {
    let mut found = Starts::new();
    let mut has_rule = false;
    for line in source.all("RRULE").take(8) {
        match Rule::parse(&line.value) {
            Ok(rule) => {
                has_rule = true;
                expand(&rule, first, line, options, times, &mut found, notes);
            }
            Err(part) => {
                let what = format!(
                    "This meeting repeats in a way that is not read ({}). Only the first one was taken; add the others by hand.",
                    quoted(&part)
                );
                notes.warning(line.line, what);
            }
        }
    }
    if !has_rule {
        found.insert(first.name(), first.clone());
    }
    for line in source.all("RDATE").take(1000) {
        for point in times.points(line, notes) {
            if found.len() < MEETINGS {
                found.insert(point.name(), point);
            } else if !found.contains_key(&point.name()) {
                many(line, notes);
                break;
            }
        }
    }
    for line in source.all("EXDATE").take(1000) {
        for out in times.points(line, notes) {
            match (&out, first) {
                // A day alone takes out whatever starts on it.
                (Point::Day(day), Point::Time { .. }) => found.retain(|_, point| date_of(point) != *day),
                _ => {
                    found.remove(&out.name());
                }
            }
        }
    }
    let mut starts: Vec<Point> = found.into_values().collect();
    starts.sort_by_key(order);
    starts
}

fn many(line: &Line, notes: &mut Notes) {
    let what =
        format!("This series has more than {MEETINGS} meetings in the time looked at; the others were left out.");
    notes.warning(line.line, what);
}

fn expand(
    rule: &Rule,
    first: &Point,
    line: &Line,
    options: &CalendarOptions,
    times: &mut Times,
    found: &mut Starts,
    notes: &mut Notes,
) {
    let local = match first {
        Point::Day(date) => date.at(0, 0, 0, 0),
        Point::Time { local, .. } => *local,
    };
    for time in rule.times(local).take(STEPS) {
        if times.steps == 0 {
            notes.warning(
                line.line,
                "The series of this calendar are too long to be counted in full; look at this one.",
            );
            return;
        }
        times.steps -= 1;
        // Counted before it is noted what the clocks make of it: only what is wanted is worth a word.
        let instant = match first {
            Point::Day(_) => TimeZone::UTC.to_timestamp(time).ok(),
            Point::Time { zone, .. } => zone.instant(time).map(|(instant, _)| instant),
        };
        let Some(instant) = instant else { return };
        if instant > options.until || matches!(rule.until, Some(Until::Instant(until)) if instant > until) {
            return;
        }
        if instant < options.from {
            continue;
        }
        if found.len() == MEETINGS {
            return many(line, notes);
        }
        let point = match first {
            Point::Day(_) => Some(Point::Day(time.date())),
            Point::Time { zone, .. } => Times::at(time, &Rc::clone(zone), line.line, notes),
        };
        found.extend(point.map(|point| (point.name(), point)));
    }
}

/// The day that a meeting starts on, where it is held.
pub(crate) fn date_of(point: &Point) -> Date {
    match point {
        Point::Day(date) => *date,
        Point::Time { local, .. } => local.date(),
    }
}

fn order(point: &Point) -> Timestamp {
    match point {
        Point::Day(date) => jiff::tz::TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).unwrap_or(Timestamp::MIN),
        Point::Time { instant, .. } => *instant,
    }
}
