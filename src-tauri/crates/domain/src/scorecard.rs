//! The scorecard: one interviewer's recommendation with its reasons. Once submitted it is locked.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    amendment::Amendment,
    canonical,
    evidence::Reason,
    ids::CompetencyId,
    interview::{Interview, InterviewState},
    interviewer::Interviewer,
    means::CompetencySum,
    place::Place,
    rating::{Level, Rating},
};

/// Most reasons for, and most reasons against.
pub const REASONS_MAX: usize = 3;

/// The overall recommendation: four levels, no middle, no default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Recommendation {
    /// Do not hire, firmly.
    StrongNo,
    /// Do not hire.
    No,
    /// Hire.
    Yes,
    /// Hire, firmly.
    StrongYes,
}

impl Recommendation {
    /// All four, the firm no first.
    pub const ALL: [Self; 4] = [Self::StrongNo, Self::No, Self::Yes, Self::StrongYes];

    /// The recommendation as the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::StrongNo => "strong_no",
            Self::No => "no",
            Self::Yes => "yes",
            Self::StrongYes => "strong_yes",
        }
    }

    /// Reads what [`Recommendation::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }

    /// The recommendation in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::StrongNo => "Strong no",
            Self::No => "No",
            Self::Yes => "Yes",
            Self::StrongYes => "Strong yes",
        }
    }
}

/// The interviewer's own rating of a competency, where it differs from the mean of its questions. It stands beside the
/// mean with its reason, and never enters a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnRating {
    /// The competency.
    pub competency_id: CompetencyId,
    /// The level.
    #[ts(type = "1 | 2 | 3 | 4 | 5")]
    pub level: Level,
    /// Why it differs.
    pub reason: String,
}

/// That the interviewer has looked at the means of the competencies, all at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Confirmation {
    /// When.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// What they were. Once a rating is changed they are others, and no longer confirmed.
    pub sums: Vec<CompetencySum>,
}

/// One interviewer's scorecard, as far as it is written. Once submitted it is the first version, which is the one that
/// counts; what was said later is among the amendments.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Scorecard {
    /// The recommendation; none until it is chosen.
    pub recommendation: Option<Recommendation>,
    /// Why, in the interviewer's words.
    pub reason: String,
    /// Up to three reasons for.
    pub reasons_for: Vec<Reason>,
    /// Up to three reasons against.
    pub reasons_against: Vec<Reason>,
    /// Own ratings of competencies that differ from their means.
    pub own_ratings: Vec<OwnRating>,
    /// That the means were confirmed, and which they were; none until then.
    pub confirmed: Option<Confirmation>,
    /// When it was submitted; none while it is a draft.
    #[ts(type = "Timestamp | null")]
    pub submitted_at: Option<Timestamp>,
    /// Whether it was submitted although required questions were left unrated, after that was shown.
    pub submitted_anyway: bool,
    /// Minutes from the end of the meeting to submission; none while it is a draft, or where it was not kept.
    pub minutes: Option<u32>,
    /// Whether its author had seen another's submitted scorecard of the candidate before submitting.
    pub after_seeing_others: bool,
    /// The content hash of everything that was submitted; none while it is a draft.
    pub hash: Option<String>,
    /// Later versions, oldest first.
    pub amendments: Vec<Amendment>,
}

impl Scorecard {
    /// Whether nothing was written in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.recommendation.is_none()
            && self.reason.trim().is_empty()
            && self.reasons_for.is_empty()
            && self.reasons_against.is_empty()
            && self.own_ratings.is_empty()
    }
}

/// What a submitted scorecard was judged on, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Coverage {
    /// Questions in the kit.
    pub questions: u32,
    /// Rated 1 to 5.
    pub rated: u32,
    /// Marked "not asked".
    pub not_asked: u32,
    /// Marked "could not judge".
    pub could_not_judge: u32,
    /// Not marked at all.
    pub unrated: u32,
}

/// Counts what was rated.
#[must_use]
pub fn coverage(interview: &Interview) -> Coverage {
    let count = |test: fn(Option<Rating>) -> bool| {
        u32::try_from(interview.content.questions.iter().filter(|q| test(interview.rating(&q.id))).count())
            .unwrap_or(u32::MAX)
    };
    Coverage {
        questions: count(|_| true),
        rated: count(|r| matches!(r, Some(Rating::Level(_)))),
        not_asked: count(|r| r == Some(Rating::NotAsked)),
        could_not_judge: count(|r| r == Some(Rating::CouldNotJudge)),
        unrated: count(|r| r.is_none()),
    }
}

/// Whole minutes from the end of the interview to a moment; none before the end.
#[must_use]
pub fn minutes_after(ended_at: Timestamp, moment: Timestamp) -> u32 {
    u32::try_from(moment.duration_since(ended_at).as_mins()).unwrap_or(0)
}

/// When a scorecard is due, by the rule of its role: so many hours after the end of the interview.
#[must_use]
pub fn due_at(ended_at: Timestamp, hours: u32) -> Timestamp {
    ended_at.saturating_add(SignedDuration::from_hours(i64::from(hours))).unwrap_or(ended_at)
}

/// SHA-256 over the canonical form of everything submitted: what was asked, noted, hidden, ticked, rated and recommended.
/// Where the screen last stood is no part of it, nor is the interviewer's name, which may change; the id does not.
#[must_use]
pub fn content_hash(interview: &Interview, locked: &Scorecard) -> String {
    canonical::hash(&Interview {
        interviewer: Interviewer { name: String::new(), id: interview.interviewer.id.clone() },
        scorecard: Scorecard { hash: None, amendments: Vec::new(), ..locked.clone() },
        state: InterviewState::Submitted,
        at: Place::General,
        drafts: Vec::new(),
        ..interview.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        hidden::{HiddenEntry, Topic},
        testing::interview,
    };

    #[test]
    fn minutes_are_whole_and_never_below_none() {
        let end: Timestamp = "2026-11-22T11:00:00Z".parse().unwrap();
        for (moment, minutes) in [
            ("2026-11-22T11:00:59Z", 0),
            ("2026-11-22T11:01:00Z", 1),
            ("2026-11-23T11:00:00Z", 1440),
            ("2026-11-22T10:00:00Z", 0),
        ] {
            assert_eq!(minutes_after(end, moment.parse().unwrap()), minutes, "{moment}");
        }
        assert_eq!(due_at(end, 24).to_string(), "2026-11-23T11:00:00Z");
        assert_eq!(due_at(Timestamp::MAX, 24), Timestamp::MAX);
    }

    #[test]
    fn the_content_hash_is_over_everything_but_where_the_screen_stood_and_the_name() {
        let held = interview("Ida", InterviewState::Open, ["4", "2", "5"]);
        let locked = Scorecard { recommendation: Some(Recommendation::Yes), ..held.scorecard.clone() };
        let hash = content_hash(&held, &locked);
        type Change = fn(&mut Interview, &mut Scorecard);
        let nothing: [Change; 4] = [
            |i, _| i.at = Place::Question("p/q2".into()),
            |i, _| i.interviewer.name = "Ida Eze".to_owned(),
            |i, s| {
                i.state = InterviewState::Submitted;
                s.hash = Some("itself".to_owned());
            },
            |_, s| {
                s.amendments.push(Amendment {
                    number: 2,
                    at: Timestamp::UNIX_EPOCH,
                    reason: "later".to_owned(),
                    after_seeing_others: true,
                })
            },
        ];
        let something: [Change; 10] = [
            |i, _| i.interviewer.id = "other".into(),
            |i, _| i.records[0].rating = None,
            |i, _| drop(i.ticks.pop()),
            |i, _| i.settled.push("e2".into()),
            |i, _| {
                i.hidden.push(HiddenEntry {
                    id: "e9".into(),
                    topic: Topic::Age,
                    at_seconds: 1,
                    hidden_at: Timestamp::UNIX_EPOCH,
                })
            },
            |_, s| s.reason.push('!'),
            |_, s| s.reasons_for.push(Reason { text: "calm".to_owned(), ..Reason::default() }),
            |_, s| s.submitted_anyway = true,
            |_, s| s.minutes = Some(3),
            |_, s| s.after_seeing_others = true,
        ];
        for (changes, same) in [(&nothing[..], true), (&something[..], false)] {
            for (number, change) in changes.iter().enumerate() {
                let (mut held, mut locked) = (held.clone(), locked.clone());
                change(&mut held, &mut locked);
                assert_eq!(content_hash(&held, &locked) == hash, same, "change {number}, the same: {same}");
            }
        }
    }
}
