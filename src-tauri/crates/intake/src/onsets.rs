//! A time zone as a calendar file defines it (VTIMEZONE; RFC 5545, section 3.6.5).

use jiff::{
    Timestamp,
    civil::{DateTime, date},
    tz::{Offset, TimeZone},
};

use crate::{
    lines::Line,
    rule::{Rule, Until},
    when::{Moment, moment},
    zone::Comes,
};

/// So many changes of the clock are counted: two a year from 1601, where Windows' rules begin, and as many again.
const MOST: usize = 2000;
/// So many rules of one zone are looked at; the longest lists of years that programs write have some hundred.
const OBSERVANCES: usize = 500;
/// So many repetitions of one of them: it has one, or none.
const RULES: usize = 4;

/// When the clock changes, in order, and to what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Onsets {
    /// What holds before the first change.
    before: Offset,
    changes: Vec<(Timestamp, Offset)>,
}

/// One rule of a zone: from when on, and how far from UTC before and after.
#[derive(Debug, Default)]
struct Observance {
    start: Option<DateTime>,
    from: Option<Offset>,
    to: Option<Offset>,
    rules: Vec<Rule>,
    dates: Vec<DateTime>,
}

impl Onsets {
    /// Reads the lines between BEGIN:VTIMEZONE and its end; none where they define nothing.
    pub fn read(lines: &[Line]) -> Option<Self> {
        let mut found: Vec<Observance> = Vec::new();
        let mut open: Option<Observance> = None;
        for line in lines {
            match (line.name.as_str(), &mut open) {
                ("BEGIN", _) => open = Some(Observance::default()),
                ("END", _) => found.extend(open.take().filter(|_| found.len() < OBSERVANCES)),
                ("DTSTART", Some(of)) => of.start = local(&line.value),
                ("TZOFFSETFROM", Some(of)) => of.from = offset(&line.value),
                ("TZOFFSETTO", Some(of)) => of.to = offset(&line.value),
                ("RRULE", Some(of)) if of.rules.len() < RULES => of.rules.extend(Rule::parse(&line.value)),
                ("RDATE", Some(of)) => of.dates.extend(line.value.split(',').filter_map(local)),
                _ => {}
            }
        }
        let mut changes: Vec<(Timestamp, Offset, Offset)> = Vec::new();
        for Observance { start, from, to, rules, dates } in found {
            let (Some(start), Some(from), Some(to)) = (start, from, to) else { continue };
            let before = TimeZone::fixed(from);
            let mut times: Vec<DateTime> = std::iter::once(start).chain(dates).collect();
            for rule in rules {
                let ended = |time: &DateTime| match rule.until {
                    Some(Until::Instant(until)) => before.to_timestamp(*time).is_ok_and(|time| time > until),
                    _ => *time > date(2200, 1, 1).at(0, 0, 0, 0),
                };
                times.extend(rule.times(start).take_while(|time| !ended(time)).take(MOST));
            }
            changes.extend(times.into_iter().filter_map(|time| Some((before.to_timestamp(time).ok()?, from, to))));
        }
        changes.sort_by_key(|(at, _, _)| *at);
        changes.dedup();
        let before = changes.first()?.1;
        Some(Self { before, changes: changes.into_iter().map(|(at, _, to)| (at, to)).collect() })
    }

    /// As [`crate::zone::Zone::instant`].
    pub fn instant(&self, local: DateTime) -> Option<(Timestamp, Comes)> {
        let at = |offset: Offset| TimeZone::fixed(offset).to_timestamp(local).ok();
        let near = at(self.before)?;
        // No offset is a day or more, so only the changes round the time matter.
        let place = self.changes.partition_point(|(change, _)| *change <= near);
        let around = place.saturating_sub(2)..(place + 2).min(self.changes.len());
        let earlier = around.start.checked_sub(1).map_or(self.before, |place| self.changes[place].1);
        let offsets: Vec<Offset> =
            std::iter::once(earlier).chain(self.changes[around.clone()].iter().map(|(_, offset)| *offset)).collect();
        let mut fits: Vec<Timestamp> = offsets
            .iter()
            .filter_map(|offset| at(*offset).filter(|instant| self.offset(*instant) == *offset))
            .collect();
        fits.sort_unstable();
        fits.dedup();
        match fits.as_slice() {
            [] => {
                // The clock jumps over it: by what held before the jump.
                let before = around.rev().map(|place| (self.changes[place].0, place)).find_map(|(change, place)| {
                    let before = place.checked_sub(1).map_or(self.before, |place| self.changes[place].1);
                    at(before).filter(|instant| *instant >= change)
                });
                before.map(|instant| (instant, Comes::Never))
            }
            [one] => Some((*one, Comes::Once)),
            [first, ..] => Some((*first, Comes::Twice)),
        }
    }

    fn offset(&self, instant: Timestamp) -> Offset {
        let place = self.changes.partition_point(|(change, _)| *change <= instant);
        place.checked_sub(1).map_or(self.before, |place| self.changes[place].1)
    }
}

fn local(text: &str) -> Option<DateTime> {
    match moment(text)? {
        Moment::Local(time) => Some(time),
        Moment::Date(date) => Some(date.at(0, 0, 0, 0)),
        Moment::Instant(time) => Some(TimeZone::UTC.to_datetime(time)),
    }
}

/// `+0100`, `-053000`.
fn offset(text: &str) -> Option<Offset> {
    let text = text.trim();
    let (sign, figures) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => (1, text),
    };
    let part = |from: usize| figures.get(from..from + 2).map_or(Some(0), |part| part.parse::<i32>().ok());
    if figures.len() != 4 && figures.len() != 6 {
        return None;
    }
    let seconds = part(0)? * 3600 + part(2)? * 60 + part(4)?;
    Offset::from_seconds(sign * seconds).ok()
}
