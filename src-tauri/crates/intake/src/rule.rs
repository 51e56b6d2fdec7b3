//! Recurrence rules (RFC 5545, section 3.3.10) in local time: by day, week, month and year. What is rarer is refused, so
//! that no meeting is ever put on a day that its sender did not mean.

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime, Weekday, date},
};

use crate::when::{Moment, moment};

/// So many empty periods end a series: "30 February" never comes, and 29 February may be away for eight years.
const EMPTY_DAYS: u32 = 3000;
const EMPTY_OTHERS: u32 = 100;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Every {
    Day,
    Week,
    Month,
    Year,
}

/// When a series ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Until {
    Date(Date),
    Local(DateTime),
    Instant(Timestamp),
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rule {
    every: Every,
    interval: i32,
    count: Option<usize>,
    pub until: Option<Until>,
    months: Vec<i8>,
    month_days: Vec<i8>,
    /// Weekdays, with which one of the month or year; 0 is each.
    days: Vec<(i16, Weekday)>,
    places: Vec<i16>,
    week_start: Weekday,
}

impl Rule {
    /// Reads a rule.
    ///
    /// # Errors
    /// The part that is not understood.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut rule = Self {
            every: Every::Day,
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            month_days: Vec::new(),
            days: Vec::new(),
            places: Vec::new(),
            week_start: Weekday::Monday,
        };
        let mut has_every = false;
        for part in text.trim().split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let refused = || part.to_owned();
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => {
                    has_every = true;
                    rule.every = match value.trim().to_ascii_uppercase().as_str() {
                        "DAILY" => Every::Day,
                        "WEEKLY" => Every::Week,
                        "MONTHLY" => Every::Month,
                        "YEARLY" => Every::Year,
                        _ => return Err(refused()),
                    };
                }
                "INTERVAL" => {
                    rule.interval = value.parse().ok().filter(|n| (1..=1000).contains(n)).ok_or_else(refused)?
                }
                "COUNT" => rule.count = Some(value.parse().map_err(|_| refused())?),
                "UNTIL" => {
                    rule.until = Some(match moment(value).ok_or_else(refused)? {
                        Moment::Date(date) => Until::Date(date),
                        Moment::Local(time) => Until::Local(time),
                        Moment::Instant(time) => Until::Instant(time),
                    });
                }
                "BYMONTH" => {
                    rule.months = numbers(value, 12).filter(|list| list.iter().all(|n| *n > 0)).ok_or_else(refused)?
                }
                "BYMONTHDAY" => rule.month_days = numbers(value, 31).ok_or_else(refused)?,
                "BYSETPOS" => rule.places = numbers(value, 366).ok_or_else(refused)?,
                "BYDAY" => rule.days = value.split(',').map(day).collect::<Option<_>>().ok_or_else(refused)?,
                "WKST" => rule.week_start = weekday(value).ok_or_else(refused)?,
                _ => return Err(refused()),
            }
        }
        if has_every { Ok(rule) } else { Err("FREQ".to_owned()) }
    }

    /// The local times of a series, in order, from its first on. `UNTIL` as an instant is the caller's to check.
    pub fn times(&self, first: DateTime) -> impl Iterator<Item = DateTime> {
        let rule = self.clone();
        let mut found = 0;
        let mut dates = Periods { rule: self.clone(), first: first.date(), period: 0, empty: 0 }.flatten();
        let mut pending = Some(first);
        // The first one belongs to the series even where the rule does not say so.
        std::iter::from_fn(move || {
            let next = match pending.take() {
                Some(first) => first,
                None => dates.by_ref().map(|date| date.to_datetime(first.time())).find(|time| *time > first)?,
            };
            found += 1;
            let ended = match rule.until {
                Some(Until::Date(date)) => next.date() > date,
                Some(Until::Local(time)) => next > time,
                Some(Until::Instant(_)) | None => false,
            };
            (!ended && rule.count.is_none_or(|count| found <= count)).then_some(next)
        })
        .fuse()
    }

    /// The dates of one month that the rule says.
    fn in_month(&self, year: i16, month: i8, first: Date, out: &mut Vec<Date>) {
        let Ok(start) = Date::new(year, month, 1) else { return };
        let length = start.days_in_month();
        let of_month = |n: i8| if n > 0 { n } else { length + 1 + n };
        if self.month_days.is_empty() && self.days.is_empty() {
            return out.extend(Date::new(year, month, first.day()).ok());
        }
        let dates = (1..=length).filter_map(|day| Date::new(year, month, day).ok());
        out.extend(dates.filter(|date| {
            let by_number = self.month_days.is_empty() || self.month_days.iter().any(|n| of_month(*n) == date.day());
            let (from_start, from_end) =
                (i16::from((date.day() - 1) / 7) + 1, i16::from((length - date.day()) / 7) + 1);
            by_number && self.has_day(*date, from_start, from_end)
        }));
    }

    fn has_day(&self, date: Date, from_start: i16, from_end: i16) -> bool {
        let is = |(which, day): &(i16, Weekday)| {
            *day == date.weekday() && (*which == 0 || *which == from_start || *which == -from_end)
        };
        self.days.is_empty() || self.days.iter().any(is)
    }

    fn in_year(&self, year: i16, first: Date, out: &mut Vec<Date>) {
        // Weekdays that are counted through the whole year.
        if self.months.is_empty() && self.month_days.is_empty() && !self.days.is_empty() {
            let Ok(start) = Date::new(year, 1, 1) else { return };
            let length = start.days_in_year();
            return out.extend(start.series(1.day()).take(length.unsigned_abs().into()).filter(|date| {
                let day = date.day_of_year();
                self.has_day(*date, (day - 1) / 7 + 1, (length - day) / 7 + 1)
            }));
        }
        let all: Vec<i8> = (1..=12).collect();
        let own = [first.month()];
        let months = match (self.months.as_slice(), self.month_days.is_empty()) {
            ([], false) => all.as_slice(),
            ([], true) => own.as_slice(),
            (months, _) => months,
        };
        months.iter().for_each(|month| self.in_month(year, *month, first, out));
    }

    /// The dates of the period that is so many after the first; none past the end of time.
    fn period(&self, first: Date, period: i32) -> Option<Vec<Date>> {
        let step = period.checked_mul(self.interval)?;
        let mut dates = Vec::new();
        match self.every {
            Every::Day => {
                let date = first.checked_add(step.days()).ok()?;
                let number = |n: &i8| *n == date.day() || date.days_in_month() + 1 + *n == date.day();
                let by_number = self.month_days.is_empty() || self.month_days.iter().any(number);
                let by_day = self.days.is_empty() || self.days.iter().any(|(_, day)| *day == date.weekday());
                dates.extend((by_number && by_day).then_some(date));
            }
            Every::Week => {
                let back = self.week_start.until(first.weekday());
                let start =
                    first.checked_sub(i32::from(back).days()).ok()?.checked_add(step.checked_mul(7)?.days()).ok()?;
                let own = [(0, first.weekday())];
                let days = if self.days.is_empty() { own.as_slice() } else { self.days.as_slice() };
                for (_, day) in days {
                    dates.extend(start.checked_add(i32::from(self.week_start.until(*day)).days()).ok());
                }
            }
            Every::Month => {
                let month = date(first.year(), first.month(), 1).checked_add(step.months()).ok()?;
                self.in_month(month.year(), month.month(), first, &mut dates);
            }
            Every::Year => {
                let year = first.year().checked_add(i16::try_from(step).ok()?).filter(|year| *year < 9999)?;
                self.in_year(year, first, &mut dates);
            }
        }
        dates.retain(|date| self.months.is_empty() || self.months.contains(&date.month()));
        dates.sort_unstable();
        dates.dedup();
        if !self.places.is_empty() {
            let length = i16::try_from(dates.len()).unwrap_or(i16::MAX);
            let mut place = 0;
            dates.retain(|_| {
                place += 1;
                self.places.iter().any(|n| *n == place || *n == place - length - 1)
            });
        }
        Some(dates)
    }
}

struct Periods {
    rule: Rule,
    first: Date,
    period: i32,
    empty: u32,
}

impl Iterator for Periods {
    type Item = Vec<Date>;

    fn next(&mut self) -> Option<Vec<Date>> {
        let dates = self.rule.period(self.first, self.period)?;
        self.period += 1;
        self.empty = if dates.is_empty() { self.empty + 1 } else { 0 };
        let most = if self.rule.every == Every::Day { EMPTY_DAYS } else { EMPTY_OTHERS };
        (self.empty < most).then_some(dates)
    }
}

fn numbers<T: TryFrom<i16> + Copy>(value: &str, most: i16) -> Option<Vec<T>> {
    let number = |text: &str| {
        let number: i16 = text.trim().parse().ok()?;
        (number != 0 && number.abs() <= most).then_some(number).and_then(|number| T::try_from(number).ok())
    };
    value.split(',').map(number).collect()
}

fn day(text: &str) -> Option<(i16, Weekday)> {
    let text = text.trim();
    let at = text.len().checked_sub(2).filter(|at| text.is_char_boundary(*at))?;
    let which = if at == 0 { 0 } else { text[..at].parse().ok().filter(|n: &i16| *n != 0 && n.abs() <= 53)? };
    Some((which, weekday(&text[at..])?))
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text.trim().to_ascii_uppercase().as_str() {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    })
}
