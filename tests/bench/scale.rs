//! `make bench-scale`: 100,000 past interviews with 3,000,000 entries, against a store without any.
//!
//! Usage: `bench-scale FOLDER [INTERVIEWS]`. Makes two data folders there with one live interview each, `alone` and `scale`,
//! the latter with the past ones, which are made through the store's own door from a seed. Prints a line of JSON for each
//! thing that is measured, the two in turns.

#[path = "past/folder.rs"]
#[allow(dead_code)] // each benchmark makes the folders that it needs
mod folder;

use std::{
    io::Write as _,
    path::Path,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use serde_json::{Value, json};
use support::{Dice, ROLE, open_folder, open_store};
use workbench_app::App;
use workbench_domain::{
    amendment::{Judgement, ScorecardVersion},
    candidate::Candidate,
    entry::{Entry, EntryKind},
    ids::{CandidateId, EntryId, InterviewId, KitId, RoleId, SessionId},
    place::Place,
    scorecard::{Recommendation, Scorecard},
};
use workbench_store::{StoreError, Write, candidate, entry, interview, interviewer, scorecard};

const EACH: usize = 30;
const TURNS: usize = 15;
/// Interviews of one transaction.
const TOGETHER: usize = 500;
const WORDS: [&str; 12] =
    ["rolled", "back", "measured", "first", "no", "alarm", "then", "wrote", "down", "what", "was", "missing"];

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("usage: bench-scale FOLDER [INTERVIEWS]")?;
    let past: usize = arguments.next().map_or(Ok(100_000), |number| number.parse())?;
    let folders = ["scale", "alone"].map(|name| Path::new(&folder).join(name));
    for data in &folders {
        folder::live(data, 0).await?;
    }
    let begun = now();
    fill(&folders[0], past).await?;
    say(&json!({ "what": "made", "interviews": past, "entries": past * EACH, "seconds": begun.elapsed().as_secs() }))?;
    for data in &folders {
        // What only the first opening of a changed store does.
        opened(data).await?.0.close().await?;
    }
    let mut starts = [Vec::new(), Vec::new()];
    for _ in 0..TURNS {
        for (data, times) in folders.iter().zip(&mut starts) {
            let (app, took) = opened(data).await?;
            times.push(took);
            app.close().await?;
        }
    }
    compared("opened, and Today read", starts, 1.2)?;
    let apps = [open_folder(&folders[0]).await?, open_folder(&folders[1]).await?];
    for (what, command, limit) in
        [("a note kept", "entry_save", 1.5), ("what is typed, searched for", "question_search", 1.5)]
    {
        let mut times = [Vec::new(), Vec::new()];
        let live = [live(&apps[0]).await?, live(&apps[1]).await?];
        for turn in 0..200 {
            for ((app, interview), times) in apps.iter().zip(&live).zip(&mut times) {
                let request = match command {
                    "entry_save" => json!({
                        "interview_id": interview, "place": "general", "kind": "note", "text": format!("Note {turn}"), "at_seconds": turn,
                    }),
                    _ => json!({ "text": "incident"[..1 + turn % 8], "limit": 20 }),
                };
                let begun = now();
                app.call(command, &request.to_string()).await?;
                times.push(begun.elapsed());
            }
        }
        let mut ours = times[0].clone();
        ours.sort();
        say(&json!({ "what": format!("{what}, p95"), "ms": ms(ours[ours.len() * 95 / 100]) }))?;
        compared(what, times, limit)?;
    }
    let someone = format!("c{}", past / 2);
    for (what, command, request) in [
        ("one candidate opened", "candidate_get", json!({ "candidate_id": someone })),
        ("all candidates", "candidate_list", json!({})),
        ("all interviews", "interview_list", json!({})),
        ("a backup, verified", "backup_create", json!({})),
        ("the database, verified", "store_verify", json!({})),
    ] {
        let begun = now();
        let answer = apps[0].call(command, &request.to_string()).await?;
        say(&json!({ "what": what, "ms": ms(begun.elapsed()), "kilobytes": answer.len() / 1000 }))?;
    }
    let bytes = std::fs::metadata(folders[0].join("workbench.db"))?.len();
    say(&json!({ "what": "the database", "megabytes": bytes / 1_000_000 }))?;
    for app in apps {
        folder::close(app).await?;
    }
    Ok(())
}

/// Opens a folder and asks for what the first screen shows.
async fn opened(data: &Path) -> Result<(App, Duration)> {
    let begun = now();
    let app = open_folder(data).await?;
    app.call("status_get", "{}").await?;
    app.call("today_get", "{}").await?;
    Ok((app, begun.elapsed()))
}

async fn live(app: &App) -> Result<Value> {
    let today: Value = serde_json::from_str(&app.call("today_get", "{}").await?)?;
    Ok(today["open"][0]["id"].clone())
}

/// Past interviews, each submitted, through the store's own door.
async fn fill(data: &Path, past: usize) -> Result<()> {
    let store = open_store(data);
    let mut dice = Dice::new(20_261_126);
    for from in (0..past).step_by(TOGETHER) {
        let seeds: Vec<u64> = (0..TOGETHER).map(|_| dice.below(u64::MAX)).collect();
        store
            .write(move |w| {
                let numbers = (from..past.min(from + TOGETHER)).zip(seeds);
                for (number, seed) in numbers {
                    one(w, number, &mut Dice::new(seed))?;
                }
                Ok::<_, StoreError>(())
            })
            .await?;
    }
    store.close().await?;
    Ok(())
}

fn one(w: &Write<'_>, number: usize, dice: &mut Dice) -> std::result::Result<(), StoreError> {
    let me = interviewer::me(w)?.ok_or(StoreError::Closed)?.id;
    // The past ends a day before the live interview, so that nobody of it is of today.
    let at = |second: usize| {
        Timestamp::from_second(1_500_000_000 + i64::try_from(number * 3_600 + second).unwrap_or(0)).unwrap_or_default()
    };
    let person = CandidateId(format!("c{number}"));
    let id = InterviewId(format!("i{number}"));
    let (role_id, sample, practice) = (RoleId(ROLE.to_owned()), false, false);
    let name = format!("Candidate {number}");
    let (spoken_name, round_id) = (String::new(), None);
    let who = Candidate { id: person.clone(), name, spoken_name, role_id, round_id, sample, practice, added_at: at(0) };
    candidate::insert(w, &who, &me)?;
    let new = interview::NewInterview {
        id: id.clone(),
        candidate_id: person,
        interviewer_id: me,
        host_id: None,
        session_id: SessionId(format!("s{number}")),
        part: None,
        kit_id: KitId("senior-python/all-sixteen".to_owned()),
        kit_version: 1,
        started_at: at(0),
    };
    interview::insert(w, &new)?;
    for n in 0..EACH {
        let mut words = || WORDS[usize::try_from(dice.below(12)).unwrap_or(0)];
        let text = format!("{} {} {} {} {} {} {}", words(), words(), words(), words(), words(), words(), n);
        let entry = Entry {
            id: EntryId(format!("e{number}-{n}")),
            place: Place::General,
            kind: [EntryKind::Good, EntryKind::Quote, EntryKind::Concern][n % 3],
            link: None,
            text,
            at_seconds: u32::try_from(n * 60).unwrap_or(0),
            kept_at: at(n * 60),
            rev: 1,
        };
        entry::insert(w, &id, &entry)?;
    }
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
    let version = ScorecardVersion { number: 1, judgement, at: at(3_000), reason, after_seeing_others, hash };
    scorecard::submit(w, &id, &draft, &version)
}

fn compared(what: &str, times: [Vec<Duration>; 2], limit: f64) -> Result<()> {
    let [ours, baseline] = times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    });
    say(&json!({
        "what": what, "ours_ms": ms(ours), "baseline_ms": ms(baseline),
        "ratio": ours.as_secs_f64() / baseline.as_secs_f64(), "limit": limit,
    }))
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn say(line: &Value) -> Result<()> {
    Ok(writeln!(std::io::stdout().lock(), "{line}")?)
}

/// A benchmark is the one place that looks at the real clock itself.
#[allow(clippy::disallowed_methods)]
fn now() -> Instant {
    Instant::now()
}
