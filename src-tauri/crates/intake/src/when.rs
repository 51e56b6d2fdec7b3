//! Times as calendars write them.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// When a meeting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum When {
    /// From one instant to another, which is not before it.
    Timed {
        /// When it starts.
        #[ts(type = "Timestamp")]
        starts_at: Timestamp,
        /// When it ends.
        #[ts(type = "Timestamp")]
        ends_at: Timestamp,
    },
    /// Whole days, whatever the place.
    AllDay {
        /// The first day.
        #[ts(type = "string")]
        first: Date,
        /// The last day, which is the first one or later.
        #[ts(type = "string")]
        last: Date,
    },
}

/// A date or a time, before its zone is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    Date(Date),
    Local(DateTime),
    Instant(Timestamp),
}

/// `20260309`, `20260309T093000`, `20260309T093000Z` (RFC 5545, sections 3.3.4 and 3.3.5).
pub(crate) fn moment(text: &str) -> Option<Moment> {
    let text = text.trim().replace(['-', ':'], "");
    let (day, time) = text.split_once(['T', 't']).map_or((text.as_str(), None), |(day, time)| (day, Some(time)));
    let figures = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    if !figures(day, 8) {
        return None;
    }
    let date = Date::new(day[..4].parse().ok()?, day[4..6].parse().ok()?, day[6..].parse().ok()?).ok()?;
    let Some(time) = time else { return Some(Moment::Date(date)) };
    let (time, is_utc) = time.strip_suffix(['Z', 'z']).map_or((time, false), |time| (time, true));
    if !figures(time, 6) && !figures(time, 4) {
        return None;
    }
    let part = |from: usize| time.get(from..from + 2).map_or(Some(0), |part| part.parse::<i8>().ok());
    // A leap second is written as 60; no clock here has it.
    let time = Time::new(part(0)?, part(2)?, part(4)?.min(59), 0).ok()?;
    let local = date.to_datetime(time);
    if is_utc { TimeZone::UTC.to_timestamp(local).ok().map(Moment::Instant) } else { Some(Moment::Local(local)) }
}

/// A duration such as `PT1H30M` or `P1D` in days and seconds (RFC 5545, section 3.3.6); none for one that goes back.
pub(crate) fn duration(text: &str) -> Option<(i32, i64)> {
    let rest = text.trim().trim_start_matches('+').strip_prefix('P')?;
    let (mut days, mut seconds, mut number, mut in_time) = (0_i32, 0_i64, String::new(), false);
    for c in rest.chars() {
        if c.is_ascii_digit() && number.len() < 6 {
            number.push(c);
            continue;
        }
        if c == 'T' && number.is_empty() {
            in_time = true;
            continue;
        }
        let count: i32 = std::mem::take(&mut number).parse().ok()?;
        match (c, in_time) {
            ('W', _) => days += count * 7,
            ('D', _) => days += count,
            ('H', true) => seconds += i64::from(count) * 3600,
            ('M', true) => seconds += i64::from(count) * 60,
            ('S', true) => seconds += i64::from(count),
            _ => return None,
        }
    }
    number.is_empty().then_some((days, seconds))
}
