//! One meeting with its repetitions and the changes to single ones of them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, ToSpan, civil::Time};

use crate::{
    calendar::CalendarOptions,
    components::Source,
    lines::Line,
    notes::Notes,
    repeats::{date_of, starts},
    times::{Point, Times},
    when::{When, duration},
};

/// How long a meeting is.
#[derive(Debug, Clone, Copy)]
enum Length {
    /// Whole days after the first.
    Days(i32),
    Exact(SignedDuration),
    /// Days by the calendar, then seconds.
    Nominal(i32, i64),
}

/// What has one id in a calendar.
pub(crate) struct Series {
    main: Option<(Source, Point)>,
    /// Changes to single meetings, by what names them.
    changes: BTreeMap<String, (Source, Point)>,
}

impl Series {
    pub fn of(sources: Vec<(Option<Point>, Source)>, times: &mut Times, notes: &mut Notes) -> Self {
        let mut series = Self { main: None, changes: BTreeMap::new() };
        for (which, source) in sources {
            let Some(start) = start(&source, times, notes) else {
                notes.error(source.line, "This meeting does not say when it starts. It was left out.");
                continue;
            };
            match which {
                None => series.main = Some((source, start)),
                Some(which) => {
                    if source.get("RECURRENCE-ID").is_some_and(|line| line.says("RANGE", "THISANDFUTURE")) {
                        let what = "This change is meant for all later meetings as well. It was made to this one alone; look at the later ones.";
                        notes.warning(source.line, what);
                    }
                    series.changes.insert(which.name(), (source, start));
                }
            }
        }
        series
    }

    /// Every meeting: its source, what names it in the series, and when it is.
    pub fn meetings(
        &self,
        options: &CalendarOptions,
        times: &mut Times,
        notes: &mut Notes,
    ) -> Vec<(&Source, Option<String>, When)> {
        let mut meetings = Vec::new();
        let mut left: BTreeSet<&String> = self.changes.keys().collect();
        if let Some((source, start)) = &self.main {
            let repeats = ["RRULE", "RDATE"].iter().any(|name| source.get(name).is_some());
            let length = length(source, start, times, notes);
            let starts = if repeats { starts(source, start, options, times, notes) } else { vec![start.clone()] };
            for point in starts {
                let name = point.name();
                if left.remove(&name) {
                    let (source, start) = &self.changes[&name];
                    let length = self::length(source, start, times, notes);
                    meetings.extend(when(start, length).map(|when| (source, Some(name), when)));
                } else {
                    meetings.extend(when(&point, length).map(|when| (source, repeats.then_some(name), when)));
                }
            }
        }
        for name in left {
            let (source, start) = &self.changes[name];
            let length = length(source, start, times, notes);
            meetings.extend(when(start, length).map(|when| (source, Some(name.clone()), when)));
        }
        meetings
    }
}

fn start(source: &Source, times: &mut Times, notes: &mut Notes) -> Option<Point> {
    let start = source.get("DTSTART").and_then(|line| times.point(line, notes))?;
    // Outlook writes whole days as times from midnight to midnight, and this beside them.
    let is_day =
        source.get("X-MICROSOFT-CDO-ALLDAYEVENT").is_some_and(|line| line.value.trim().eq_ignore_ascii_case("TRUE"));
    match start {
        Point::Time { local, .. } if is_day && local.time() == Time::midnight() => Some(Point::Day(local.date())),
        start => Some(start),
    }
}

fn length(source: &Source, start: &Point, times: &mut Times, notes: &mut Notes) -> Length {
    let end = source.get("DTEND").and_then(|line| times.point(line, notes).map(|end| (line, end)));
    let back = |line: &Line, notes: &mut Notes| {
        notes.warning(line.line, "This meeting ends before it starts. Its end was left out; set it by hand.");
    };
    match (start, end) {
        (Point::Day(first), Some((line, end))) => {
            // The end of whole days is the day after the last.
            let days = first.until((jiff::Unit::Day, date_of(&end))).map_or(0, |span| span.get_days());
            if days < 0 {
                back(line, notes);
            }
            Length::Days((days - 1).max(0))
        }
        (Point::Time { instant: from, .. }, Some((line, Point::Time { instant: to, .. }))) => {
            if to < *from {
                back(line, notes);
            }
            Length::Exact(to.duration_since(*from).max(SignedDuration::ZERO))
        }
        (Point::Time { .. }, Some((line, Point::Day(_)))) => {
            notes.warning(
                line.line,
                "This meeting starts at a time and ends on a day. Its end was left out; set it by hand.",
            );
            Length::Exact(SignedDuration::ZERO)
        }
        (start, None) => {
            let said = source.get("DURATION").and_then(|line| duration(&line.value));
            match (start, said) {
                (Point::Day(_), said) => Length::Days((said.map_or(1, |(days, _)| days) - 1).max(0)),
                (Point::Time { .. }, Some((days, seconds))) => Length::Nominal(days, seconds),
                (Point::Time { .. }, None) => {
                    notes.warning(source.line, "This meeting does not say when it ends. Set its end by hand.");
                    Length::Exact(SignedDuration::ZERO)
                }
            }
        }
    }
}

fn when(start: &Point, length: Length) -> Option<When> {
    match (start, length) {
        (Point::Day(first), length) => {
            let days = if let Length::Days(days) = length { days } else { 0 };
            Some(When::AllDay { first: *first, last: first.checked_add(days.days()).ok()? })
        }
        (Point::Time { local, zone, instant }, length) => {
            let ends_at = match length {
                Length::Days(_) => *instant,
                Length::Exact(exact) => instant.checked_add(exact).ok()?,
                Length::Nominal(0, seconds) => instant.checked_add(SignedDuration::from_secs(seconds)).ok()?,
                Length::Nominal(days, seconds) => {
                    let (day, _) = zone.instant(local.checked_add(days.days()).ok()?)?;
                    day.checked_add(SignedDuration::from_secs(seconds)).ok()?
                }
            };
            Some(When::Timed { starts_at: *instant, ends_at })
        }
    }
}
