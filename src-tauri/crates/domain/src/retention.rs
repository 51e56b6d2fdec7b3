//! How long what is kept about a candidate is kept: rules that a person chooses from, and the date that one gives.
//!
//! None is chosen for anybody. A rule counts whole months of the calendar, in the date of the place, from the decision or the
//! last record, whichever is later. A period ends with its last day, which has the number of the day that it began with, or is
//! the last one of a shorter month (Regulation (EEC, Euratom) No 1182/71, article 3(2)(c)); what is kept is due on the day after.
//! While a legal hold stands the clock stops: the days of a hold that was lifted are added.

mod shipped;

use jiff::{Span, Timestamp, ToSpan as _, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::shipped::shipped;
use crate::{
    at::{At, InField},
    decision::Outcome,
    ids::RetentionRuleId,
    text::{self, TextRefused, count},
};

/// Most months of a rule: fifty years.
pub const MONTHS_MAX: u32 = 600;

/// One rule of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetentionRule {
    /// Which; empty for one that is new.
    pub id: RetentionRuleId,
    /// For whom it is, in a few words.
    pub title: String,
    /// Whole months, 1 to [`MONTHS_MAX`], about somebody who was not hired.
    pub months: u32,
    /// Whole months about somebody who was hired; the same when left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub hired_months: Option<u32>,
    /// Where it is written.
    pub source: String,
    /// When somebody last read it there.
    #[ts(type = "string")]
    pub read_on: Date,
}

/// Why a rule was refused. The words are shown to the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleRefused {
    /// Too short or too long.
    #[error("A rule is of 1 to {MONTHS_MAX} whole months.")]
    Months,
    /// A text is missing, too long or cannot be kept.
    #[error("{0}")]
    Text(#[from] TextRefused),
}

/// Months as people say them: "1 year", "18 months".
#[must_use]
pub fn period(months: u32) -> String {
    let (number, unit) =
        if months > 0 && months.is_multiple_of(12) { (months / 12, "year") } else { (months, "month") };
    count(number, unit)
}

/// How long, in words: "1 year", "6 months, 2 years if hired".
#[must_use]
pub fn words(months: u32, hired_months: Option<u32>) -> String {
    match hired_months {
        Some(hired) => format!("{}, {} if hired", period(months), period(hired)),
        None => period(months),
    }
}

impl RetentionRule {
    /// The rule as it is kept.
    ///
    /// # Errors
    /// [`RuleRefused`] with its field.
    pub fn checked(self) -> Result<Self, At<RuleRefused>> {
        let good = |months: u32| (1..=MONTHS_MAX).contains(&months).then_some(months).ok_or(RuleRefused::Months);
        Ok(Self {
            title: text::person_name("The name of the rule", &self.title).map_err(RuleRefused::from).at("title")?,
            months: good(self.months).at("months")?,
            hired_months: self
                .hired_months
                .map(good)
                .transpose()
                .at("hired_months")?
                .filter(|months| *months != self.months),
            source: text::free_text("The source", &self.source).map_err(RuleRefused::from).at("source")?,
            ..self
        })
    }

    /// Whole months, about somebody who was hired or was not.
    #[must_use]
    pub fn months(&self, hired: bool) -> u32 {
        if hired { self.hired_months.unwrap_or(self.months) } else { self.months }
    }

    /// The shorter of its periods, in months.
    #[must_use]
    pub fn shortest(&self) -> u32 {
        self.months.min(self.months(true))
    }

    /// How long, in words.
    #[must_use]
    pub fn words(&self) -> String {
        words(self.months, self.hired_months)
    }

    /// Until when, as it is read out to a candidate, whom nobody has decided about yet.
    #[must_use]
    pub fn read_out(&self) -> String {
        match self.hired_months {
            Some(hired) => {
                format!("{} after the decision, or {} after it if you are hired", period(self.months), period(hired))
            }
            None => format!("{} after the decision", period(self.months)),
        }
    }
}

/// What a clock starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClockStart {
    /// The last decision.
    Decision,
    /// The last record: an interview, a scorecard, a meeting, or that the person was added.
    Record,
}

impl ClockStart {
    /// In words, as they stand behind a date.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Decision => "the decision",
            Self::Record => "the last record",
        }
    }
}

/// When things happened about one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// The last decision and its outcome; none while there is none.
    pub decided: Option<(Timestamp, Outcome)>,
    /// The last record that is no decision.
    pub recorded: Timestamp,
    /// The legal holds that were lifted, the oldest first: from when until when.
    pub holds: Vec<(Timestamp, Timestamp)>,
}

/// Until when something is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Kept {
    /// Whether the last decision is to hire.
    pub hired: bool,
    /// Whole months of the rule.
    pub months: u32,
    /// The first day of the period.
    #[ts(type = "string")]
    pub from: Date,
    /// What that day is.
    pub start: ClockStart,
    /// Days that legal holds have added.
    pub held_days: u32,
    /// The last day of the period.
    #[ts(type = "string")]
    pub until: Date,
}

impl Kept {
    /// Whether the period is over on this day.
    #[must_use]
    pub fn is_due(&self, today: Date) -> bool {
        self.until < today
    }
}

/// Until when a rule keeps what is about a person, in the dates of `zone`. Holds that still stand are not in it: while one
/// stands, nothing is due.
#[must_use]
pub fn kept(rule: &RetentionRule, happened: &Happened, zone: &TimeZone) -> Kept {
    let day = |at: Timestamp| zone.to_datetime(at).date();
    let (at, start) = match happened.decided {
        Some((at, _)) if at >= happened.recorded => (at, ClockStart::Decision),
        _ => (happened.recorded, ClockStart::Record),
    };
    let hired = happened.decided.is_some_and(|(_, outcome)| outcome == Outcome::Hire);
    let (from, months) = (day(at), rule.months(hired));
    let mut until = later(from, i64::from(months).months());
    let mut held_days = 0;
    for (set, lifted) in &happened.holds {
        let (began, ended) = (day(*set).max(from), day(*lifted));
        // What was over when a hold was set does not begin again.
        if began <= until && ended > began {
            let days = (ended - began).get_days();
            held_days += days.unsigned_abs();
            until = later(until, i64::from(days).days());
        }
    }
    Kept { hired, months, from, start, held_days, until }
}

/// The calendar ends; nothing is due before it does.
fn later(date: Date, by: Span) -> Date {
    date.checked_add(by).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests;
