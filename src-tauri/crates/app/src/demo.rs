//! A sample round, made through the same use cases as a real one, with people who are made up and marked so.

use std::{collections::BTreeMap, sync::Arc};

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time, Weekday},
    tz::TimeZone,
};
use serde::Deserialize;
use workbench_domain::{
    amendment::ScorecardChanges,
    candidate::Candidate,
    entry::EntryKind,
    evidence::{Reason, TickRef},
    ids::{CandidateId, EntryId, InterviewId, InterviewerId, KitId, QuestionId, RoleId},
    interviewer::Interviewer,
    place::Place,
    rating::Rating,
    scorecard::Recommendation,
    tick::{TickState, TickTarget},
};

use crate::{
    App,
    amendment::{ScorecardAmend, scorecard_amend},
    candidate::{self, CandidateAdd},
    deps::FixedClock,
    entry::{EntrySave, entry_save},
    failure::Failure,
    interview::{InterviewGet, InterviewTurn, Spent, interview_get, interview_turn},
    meeting::{InterviewBegin, InterviewMoment, interview_begin, interview_end},
    rating::{RatingSet, TickSet, rating_set, tick_set},
    scorecard::{ScorecardSave, ScorecardSubmit, scorecard_save, scorecard_submit},
    start::{InterviewStart, interview_start},
};

const ROUND: &str = include_str!("../assets/sample-round.toml");
/// When the candidates were entered: before the first interview.
const ADDED_WORKDAYS_AGO: u32 = 12;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Round {
    role_id: RoleId,
    candidates: Vec<String>,
    interviewers: Vec<String>,
    interview: Vec<Held>,
    amendment: Vec<Amended>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Held {
    candidate: String,
    interviewer: String,
    kit: KitId,
    /// How many working days ago it was held.
    workdays_ago: u32,
    /// The time of day when it began.
    began: Time,
    /// From its end to its submission.
    written_up_in_minutes: i64,
    recommendation: Recommendation,
    reason: String,
    #[serde(default)]
    reason_for: Vec<Given>,
    #[serde(default)]
    reason_against: Vec<Given>,
    answer: Vec<Heard>,
    #[serde(default)]
    general: Vec<Noted>,
}

/// A reason for or against.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    text: String,
    /// The notes that it cites, by their times.
    notes: Vec<u32>,
    ticks: Vec<TickRef>,
}

/// What was said after submitting.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Amended {
    candidate: String,
    interviewer: String,
    /// Whose scorecard on the same candidate was read before.
    after_reading: String,
    workdays_ago: u32,
    at: Time,
    reason: String,
    recommendation: Recommendation,
    /// The reason for that recommendation.
    instead: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Heard {
    question: QuestionId,
    rating: Rating,
    seconds: u32,
    #[serde(default)]
    heard: Vec<u32>,
    #[serde(default)]
    prompted: Vec<u32>,
    #[serde(default)]
    red_flags: Vec<u32>,
    #[serde(default)]
    note: Vec<Noted>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Noted {
    kind: EntryKind,
    at: u32,
    text: String,
}

/// Makes the sample round in an open data folder, unless it is there already, and returns its candidates in order.
///
/// # Errors
/// As the use cases it is made of.
pub async fn make(app: &App) -> Result<Vec<CandidateId>, Failure> {
    let round: Round = toml::from_str(ROUND).map_err(Failure::bug)?;
    let there = app.store().read(|r| Ok::<_, Failure>(workbench_store::candidate::list(r)?)).await?;
    let sample: Vec<CandidateId> = round
        .candidates
        .iter()
        .filter_map(|name| there.iter().find(|c| c.sample && c.name == *name))
        .map(|c| c.id.clone())
        .collect();
    if sample.len() == round.candidates.len() {
        return Ok(sample);
    }
    let owner = app.owner().await?;
    let mut people = Vec::new();
    for name in &round.interviewers {
        people.push(Interviewer { id: InterviewerId(app.deps().ids.new_id()?), name: name.clone() });
    }
    let calendar =
        Calendar { zone: app.deps().clock.zone(), today: app.deps().clock.zone().to_datetime(app.now()).date() };
    let mut candidates: Vec<Candidate> = Vec::new();
    let added =
        FixedClock::new(calendar.moment(ADDED_WORKDAYS_AGO, jiff::civil::time(9, 12, 0, 0))?, calendar.zone.clone());
    let then = app.at(Arc::new(added));
    for name in &round.candidates {
        let request = CandidateAdd { name: name.clone(), role_id: round.role_id.clone() };
        candidates.push(candidate::add(&then, request, true).await?);
    }
    let unknown = |what: &str, name: &str| Failure::bug(format!("The sample round names no {what} {name}."));
    let named =
        |name: &str| people.iter().find(|p| p.name == name).cloned().ok_or_else(|| unknown("interviewer", name));
    let mut interviews = BTreeMap::new();
    for held in round.interview {
        let candidate = candidates
            .iter()
            .find(|c| c.name == held.candidate)
            .ok_or_else(|| unknown("candidate", &held.candidate))?;
        app.set_me(named(&held.interviewer)?).await?;
        let began = calendar.moment(held.workdays_ago, held.began)?;
        let key = (held.candidate.clone(), held.interviewer.clone());
        interviews.insert(key, hold(app, candidate.id.clone(), held, began, calendar.zone.clone()).await?);
    }
    for amended in round.amendment {
        app.set_me(named(&amended.interviewer)?).await?;
        let clock = FixedClock::new(calendar.moment(amended.workdays_ago, amended.at)?, calendar.zone.clone());
        let of = |interviewer: &String| {
            let id = interviews.get(&(amended.candidate.clone(), interviewer.clone()));
            id.cloned().ok_or_else(|| unknown("interview by", interviewer))
        };
        let (own, other) = (of(&amended.interviewer)?, of(&amended.after_reading)?);
        amend(&app.at(Arc::new(clock)), own, other, amended).await?;
    }
    // Whoever opens the folder is the first interviewer of the sample, unless the folder was someone's already.
    let first = people.first().filter(|_| owner.name.is_empty());
    app.set_me(first.unwrap_or(&owner).clone()).await?;
    Ok(candidates.into_iter().map(|c| c.id).collect())
}

/// The days of the round, counted back from today.
struct Calendar {
    zone: TimeZone,
    today: Date,
}

impl Calendar {
    /// That many working days ago, at this time of day.
    fn moment(&self, workdays_ago: u32, time: Time) -> Result<Timestamp, Failure> {
        let works = |day: &Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let mut days = std::iter::successors(self.today.yesterday().ok(), |day| day.yesterday().ok()).filter(works);
        let day = days.nth(workdays_ago.saturating_sub(1) as usize).unwrap_or(self.today);
        self.zone.to_timestamp(day.to_datetime(time)).map_err(Failure::bug)
    }
}

/// Holds an interview from when it began to when its scorecard was submitted.
async fn hold(
    app: &App,
    candidate_id: CandidateId,
    held: Held,
    began: Timestamp,
    zone: TimeZone,
) -> Result<InterviewId, Failure> {
    let clock = Arc::new(FixedClock::new(began, zone));
    let app = &app.at(clock.clone());
    let wait_until = |seconds: i64| {
        clock.set(began.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(began));
    };
    let (candidate_id, kit_id) = (Some(candidate_id), Some(held.kit));
    let started = interview_start(app, InterviewStart { candidate_id, kit_id, ..InterviewStart::default() }).await?;
    let interview_id = started.interview.id;
    interview_begin(app, InterviewBegin { interview_id: interview_id.clone(), late_minutes: None }).await?;
    let (mut elapsed, mut notes) = (0, BTreeMap::new());
    for heard in held.answer {
        let question_id = heard.question;
        let place = Place::from(question_id.clone());
        elapsed += heard.seconds;
        let turn = InterviewTurn {
            interview_id: interview_id.clone(),
            at: place.clone(),
            spent: Some(Spent { question_id: question_id.clone(), seconds: heard.seconds }),
            elapsed_seconds: Some(elapsed),
        };
        interview_turn(app, turn).await?;
        for noted in heard.note {
            wait_until(noted.at.into());
            elapsed = elapsed.max(noted.at);
            notes.insert(noted.at, note(app, &interview_id, &place, noted).await?);
        }
        let ticks = [
            (heard.heard, TickTarget::Indicator, TickState::Heard),
            (heard.prompted, TickTarget::Indicator, TickState::Prompted),
            (heard.red_flags, TickTarget::RedFlag, TickState::Heard),
        ];
        for (numbers, target, state) in ticks {
            for number in numbers {
                let (interview_id, question_id) = (interview_id.clone(), question_id.clone());
                tick_set(app, TickSet { interview_id, question_id, target, number, state: Some(state) }).await?;
            }
        }
        let interview_id = interview_id.clone();
        rating_set(app, RatingSet { interview_id, question_id, rating: heard.rating, unjudged: None }).await?;
    }
    for noted in held.general {
        wait_until(noted.at.into());
        elapsed = elapsed.max(noted.at);
        notes.insert(noted.at, note(app, &interview_id, &Place::General, noted).await?);
    }
    wait_until(elapsed.into());
    let end = InterviewMoment { interview_id: interview_id.clone(), at_seconds: Some(elapsed) };
    interview_end(app, end).await?;
    wait_until(i64::from(elapsed) + held.written_up_in_minutes * 60);
    let recommendation = Some(held.recommendation);
    let draft = ScorecardSave {
        interview_id: interview_id.clone(),
        recommendation,
        reason: held.reason.clone(),
        reasons_for: Some(given(held.reason_for, &notes)?),
        reasons_against: Some(given(held.reason_against, &notes)?),
        own_ratings: None,
    };
    scorecard_save(app, draft).await?;
    let submit =
        ScorecardSubmit { interview_id: interview_id.clone(), recommendation, reason: held.reason, anyway: false };
    scorecard_submit(app, submit).await?;
    Ok(interview_id)
}

fn given(all: Vec<Given>, notes: &BTreeMap<u32, EntryId>) -> Result<Vec<Reason>, Failure> {
    let note = |at: &u32| {
        notes.get(at).cloned().ok_or_else(|| Failure::bug(format!("The sample round has no note at {at} seconds.")))
    };
    all.into_iter()
        .map(|Given { text, notes, ticks }| {
            Ok(Reason { text, entry_ids: notes.iter().map(note).collect::<Result<_, _>>()?, ticks })
        })
        .collect()
}

/// Amends a scorecard once another one was read.
async fn amend(app: &App, own: InterviewId, other: InterviewId, amended: Amended) -> Result<(), Failure> {
    interview_get(app, InterviewGet { interview_id: other }).await?;
    let changes = ScorecardChanges {
        recommendation: Some(amended.recommendation),
        reason: Some(amended.instead),
        ..ScorecardChanges::default()
    };
    scorecard_amend(app, ScorecardAmend { interview_id: own, reason: amended.reason, changes }).await?;
    Ok(())
}

async fn note(app: &App, interview_id: &InterviewId, place: &Place, noted: Noted) -> Result<EntryId, Failure> {
    let request = EntrySave {
        interview_id: interview_id.clone(),
        entry_id: None,
        place: place.clone(),
        kind: noted.kind,
        link: None,
        text: noted.text,
        at_seconds: noted.at,
        typed: None,
    };
    Ok(entry_save(app, request).await?.entry.id)
}
