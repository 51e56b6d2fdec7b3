//! The past: interviews that were held, submitted or called off, with everything that comes with them, from a seed.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use support::{Dice, ROLE, open_store};
use workbench_domain::{
    amendment::{Judgement, ScorecardVersion},
    appointment::Appointment,
    candidate::Candidate,
    entry::{Entry, EntryKind},
    ids::{AppointmentId, CandidateId, EntryId, InterviewId, InterviewerId, KitId, RoleId, RoundId, SessionId},
    meeting::Meeting,
    phase::Phase,
    place::Place,
    round::Round,
    scorecard::{Recommendation, Scorecard},
};
use workbench_store::{StoreError, Write, appointment, candidate, entry, interview, interviewer, round, scorecard};

use crate::Result;

/// Entries of each interview.
pub const EACH: usize = 30;
/// Interviews of one transaction.
const TOGETHER: usize = 500;
/// Candidates of one round.
const ROUND: usize = 25;
const KIT: &str = "senior-python/all-sixteen";
const WORDS: [&str; 12] =
    ["rolled", "back", "measured", "first", "no", "alarm", "then", "wrote", "down", "what", "was", "missing"];
const FIRST: [&str; 24] = [
    "Ana", "Anna", "Bo", "Chloé", "Dmitri", "Emeka", "Fatima", "Grzegorz", "Hanna", "Ingrid", "Jan", "Jana", "Kari",
    "Liu", "Maria", "Mario", "Noor", "Øystein", "Priya", "Sara", "Sarah", "Tomás", "Yusuf", "Zoë",
];
const LAST: [&str; 24] = [
    "Andersen",
    "Brown",
    "Castro",
    "Dubois",
    "Eze",
    "Fischer",
    "García",
    "Hassan",
    "Ito",
    "Johansson",
    "Kim",
    "Łęcka",
    "Martin",
    "Martínez",
    "Nguyen",
    "Okafor",
    "Petrov",
    "Quinn",
    "Ruiz",
    "Sharma",
    "Smith",
    "Tanaka",
    "Williams",
    "Ząbek",
];

/// A name of somebody: some share one, as people do.
pub fn name(dice: &mut Dice) -> String {
    let mut one = |of: &[&'static str]| of[usize::try_from(dice.below(of.len() as u64)).unwrap_or(0)];
    let (first, last) = (one(&FIRST), one(&LAST));
    // A third name keeps a hundred thousand people from being a few hundred.
    if dice.below(2) == 0 { format!("{first} {last}") } else { format!("{first} {} {last}", one_of(dice)) }
}

fn one_of(dice: &mut Dice) -> String {
    let letter = |number: u64| char::from(b'a' + u8::try_from(number % 26).unwrap_or(0));
    let middle: String = (0..4).map(|_| letter(dice.below(26))).collect();
    format!("{}{}", middle[..1].to_uppercase(), &middle[1..])
}

/// Past interviews, through the store's own door. The last one was held a day ago, so that nobody of them is of today.
pub async fn past(data: &Path, past: usize) -> Result<()> {
    let store = open_store(data);
    let mut dice = Dice::new(20_261_126);
    let before = SignedDuration::from_hours(i64::try_from(past + 24)?);
    let begin = now() - before;
    for from in (0..past).step_by(TOGETHER) {
        let seeds: Vec<u64> = (0..TOGETHER).map(|_| dice.below(u64::MAX)).collect();
        store
            .write(move |w| {
                let me = interviewer::me(w)?.ok_or(StoreError::Closed)?.id;
                let numbers = (from..past.min(from + TOGETHER)).zip(seeds);
                for (number, seed) in numbers {
                    one(w, &me, number, begin, &mut Dice::new(seed))?;
                }
                Ok::<_, StoreError>(())
            })
            .await?;
    }
    store.close().await?;
    Ok(())
}

fn one(
    w: &Write<'_>,
    me: &InterviewerId,
    number: usize,
    begin: Timestamp,
    dice: &mut Dice,
) -> std::result::Result<(), StoreError> {
    let seconds = |second: usize| SignedDuration::from_secs(i64::try_from(number * 3_600 + second).unwrap_or(0));
    let at = |second: usize| begin + seconds(second);
    let person = CandidateId(format!("c{number}"));
    let round_id = RoundId(format!("r{}", number / ROUND));
    let role_id = RoleId(ROLE.to_owned());
    if number.is_multiple_of(ROUND) {
        let title = format!("Round {}", number / ROUND);
        let kit_ids = vec![KitId(KIT.to_owned())];
        let new = Round { id: round_id.clone(), title, role_id: role_id.clone(), kit_ids, owner_id: Some(me.clone()) };
        round::put(w, &new, at(0))?;
    }
    let who = Candidate {
        id: person.clone(),
        name: name(dice),
        spoken_name: String::new(),
        role_id,
        round_id: Some(round_id),
        sample: false,
        practice: false,
        added_at: at(0),
    };
    candidate::insert(w, &who, me)?;
    // One of a hundred waits for an interview, three were not there, and two withdrew.
    let fate = dice.below(100);
    if fate == 0 {
        return Ok(());
    }
    let id = InterviewId(format!("i{number}"));
    let new = interview::NewInterview {
        id: id.clone(),
        candidate_id: person.clone(),
        interviewer_id: me.clone(),
        host_id: None,
        session_id: SessionId(format!("s{number}")),
        part: None,
        kit_id: KitId(KIT.to_owned()),
        kit_version: 1,
        started_at: at(0),
    };
    interview::insert(w, &new)?;
    let planned = Appointment {
        id: AppointmentId(format!("a{number}")),
        candidate_id: person,
        kit_id: Some(new.kit_id.clone()),
        interviewers: vec!["Bench".to_owned()],
        starts_at: at(0),
        ends_at: at(3_000),
        location: String::new(),
        uid: String::new(),
        occurrence: String::new(),
        interview_id: Some(id.clone()),
    };
    appointment::put(w, &planned)?;
    let phase = match fate {
        1..=3 => Some(Phase::NoShow),
        4..=5 => Some(Phase::Withdrawn),
        _ => None,
    };
    if let Some(phase) = phase {
        return interview::set_meeting(w, &id, &Meeting { phase, ..Meeting::prepared() });
    }
    entries(w, &id, &at, dice)?;
    interview::set_meeting(w, &id, &Meeting { phase: Phase::Ended, ..Meeting::prepared() })?;
    submit(w, &id, number, at(3_000))
}

fn entries(
    w: &Write<'_>,
    id: &InterviewId,
    at: &impl Fn(usize) -> Timestamp,
    dice: &mut Dice,
) -> std::result::Result<(), StoreError> {
    for n in 0..EACH {
        let mut words = || WORDS[usize::try_from(dice.below(12)).unwrap_or(0)];
        let text = format!("{} {} {} {} {} {} {}", words(), words(), words(), words(), words(), words(), n);
        let entry = Entry {
            id: EntryId(format!("{id}-{n}")),
            place: Place::General,
            kind: [EntryKind::Good, EntryKind::Quote, EntryKind::Concern][n % 3],
            link: None,
            text,
            at_seconds: u32::try_from(n * 60).unwrap_or(0),
            kept_at: at(n * 60),
            rev: 1,
        };
        entry::insert(w, id, &entry)?;
    }
    Ok(())
}

fn submit(w: &Write<'_>, id: &InterviewId, number: usize, at: Timestamp) -> std::result::Result<(), StoreError> {
    let recommendation = Recommendation::Yes;
    let reason = "Named the cause of the incident.".to_owned();
    let draft = Scorecard { recommendation: Some(recommendation), reason: reason.clone(), ..Scorecard::default() };
    let judgement = Judgement {
        recommendation,
        reason,
        reasons_for: Vec::new(),
        reasons_against: Vec::new(),
        own_ratings: Vec::new(),
        ratings: Vec::new(),
    };
    let (reason, after_seeing_others, hash) = (None, false, format!("{number:064x}"));
    let version = ScorecardVersion { number: 1, judgement, at, reason, after_seeing_others, hash };
    scorecard::submit(w, id, &draft, &version)
}

/// A benchmark is the one place that looks at the real clock itself.
#[allow(clippy::disallowed_methods)]
fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}
