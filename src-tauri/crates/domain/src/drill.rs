//! Calibration drills: a written answer to rate by the question's anchors, with a key on which two ratings, given apart, agreed. The key is told
//! with its reason once one has rated; and how far one's own ratings lie from the keys, day by day, is one's own to see.
//!
//! Nothing of others is in it: no figure, no rating, no candidate.

use std::collections::{BTreeMap, HashMap};

use jiff::{SignedDuration, Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ids::QuestionId, rating::Level, statistic};

/// Days after which a rating of the same answer counts anew: until then it is the key that is remembered.
pub const AGAIN_DAYS: i64 = 90;

/// The written answers to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drill {
    /// The question.
    pub question_id: QuestionId,
    /// How the keys were rated, in words: two ratings at least, given apart, that agreed.
    pub ratings: Vec<String>,
    /// The answers, in the order they are shown.
    pub answers: Vec<DrillAnswer>,
}

/// One written answer and its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrillAnswer {
    /// Its id within the drill.
    pub id: String,
    /// What the candidate said, with the probes that were asked.
    pub text: String,
    /// The level on which the ratings agreed.
    pub level: Level,
    /// Why it is that one, and not the next.
    pub reason: String,
}

/// One's own rating of a written answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrillRating {
    /// The question.
    pub question_id: QuestionId,
    /// The answer's id.
    pub answer: String,
    /// SHA-256 of the answer's words, in hexadecimal: another text is another answer.
    pub content: String,
    /// What one gave.
    pub given: Level,
    /// The key as it was then.
    pub key: Level,
    /// When.
    pub at: Timestamp,
}

impl DrillRating {
    /// The rating less the key: above 0 it is higher.
    #[must_use]
    pub fn difference(&self) -> i8 {
        let number = |level: Level| i8::try_from(level.number()).unwrap_or(i8::MAX);
        number(self.given) - number(self.key)
    }
}

/// How one's ratings lie to the keys, over some answers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Closeness {
    /// Answers that count.
    pub answers: u32,
    /// Those rated as the key has it.
    pub same: u32,
    /// Those rated as the key has it or one level beside it.
    pub within_one: u32,
    /// The mean of the rating less the key, in levels: above 0 one is higher.
    pub mean: f64,
}

/// One day of drills.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct DriftDay {
    /// The day, in local time.
    #[ts(type = "string")]
    pub day: Date,
    /// How close one was.
    pub closeness: Closeness,
}

/// One's own drift over time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Drift {
    /// The days with answers that count, the oldest first.
    pub days: Vec<DriftDay>,
    /// All of them together; none before the first.
    pub all: Option<Closeness>,
    /// Ratings that do not count: the same answer again within ninety days.
    pub not_counted: u32,
}

/// How one's ratings lie to the keys, by day. `ratings` are one person's, the oldest first; `day` gives the local day.
#[must_use]
pub fn drift(ratings: &[DrillRating], day: impl Fn(Timestamp) -> Date) -> Drift {
    let mut last: HashMap<(&QuestionId, &str, &str), Timestamp> = HashMap::new();
    let mut days: BTreeMap<Date, Vec<&DrillRating>> = BTreeMap::new();
    let mut not_counted = 0;
    for rating in ratings {
        let before = last.insert((&rating.question_id, &rating.answer, &rating.content), rating.at);
        let again = SignedDuration::from_hours(24 * AGAIN_DAYS);
        if before.is_some_and(|before| rating.at.duration_since(before) < again) {
            not_counted += 1;
        } else {
            days.entry(day(rating.at)).or_default().push(rating);
        }
    }
    let all: Vec<&DrillRating> = days.values().flatten().copied().collect();
    Drift {
        all: closeness(&all),
        days: days
            .iter()
            .filter_map(|(day, ratings)| Some(DriftDay { day: *day, closeness: closeness(ratings)? }))
            .collect(),
        not_counted,
    }
}

fn closeness(ratings: &[&DrillRating]) -> Option<Closeness> {
    let differences: Vec<f64> = ratings.iter().map(|rating| f64::from(rating.difference())).collect();
    let within = |most: u8| count(ratings.iter().filter(|rating| rating.difference().unsigned_abs() <= most).count());
    Some(Closeness {
        answers: count(ratings.len()),
        same: within(0),
        within_one: within(1),
        mean: statistic::mean(&differences)?,
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A rating on the n-th day.
    fn rated(answer: &str, given: u8, key: u8, days: i64) -> DrillRating {
        DrillRating {
            question_id: "q".into(),
            answer: answer.to_owned(),
            content: "text".to_owned(),
            given: Level::new(given).unwrap(),
            key: Level::new(key).unwrap(),
            at: Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * days),
        }
    }

    fn told(ratings: &[DrillRating]) -> Drift {
        drift(ratings, |at| at.to_zoned(jiff::tz::TimeZone::UTC).date())
    }

    #[test]
    fn drift_is_the_rating_less_the_key_day_by_day() {
        let found = told(&[rated("a", 4, 3, 0), rated("b", 2, 4, 0), rated("c", 3, 3, 9)]);
        let days: Vec<_> = found.days.iter().map(|day| (day.day.to_string(), day.closeness)).collect();
        let first = Closeness { answers: 2, same: 0, within_one: 1, mean: -0.5 };
        let second = Closeness { answers: 1, same: 1, within_one: 1, mean: 0.0 };
        assert_eq!(days, [("1970-01-01".to_owned(), first), ("1970-01-10".to_owned(), second)]);
        let all = found.all.unwrap();
        assert_eq!((all.answers, all.same, all.within_one), (3, 1, 2));
        assert!((all.mean + 1.0 / 3.0).abs() < 1e-12);
        assert_eq!(told(&[]), Drift { days: vec![], all: None, not_counted: 0 });
    }

    #[test]
    fn the_same_answer_counts_again_only_after_ninety_days() {
        let again = |days| [rated("a", 4, 3, 0), rated("a", 3, 3, days)];
        for (days, counted) in [(0, 1), (89, 1), (90, 2), (400, 2)] {
            let found = told(&again(days));
            assert_eq!((found.all.unwrap().answers, found.not_counted), (counted, 2 - counted), "{days}");
        }
        // Ninety days from the last look at the key, counted or not.
        let found = told(&[rated("a", 4, 3, 0), rated("a", 3, 3, 60), rated("a", 3, 3, 120)]);
        assert_eq!((found.all.unwrap().answers, found.not_counted), (1, 2));
        let mut changed = again(1);
        changed[1].content = "other words".to_owned();
        assert_eq!(told(&changed).not_counted, 0, "another text is another answer");
    }
}
