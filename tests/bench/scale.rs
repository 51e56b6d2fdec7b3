//! `make bench-scale`: 100,000 past interviews with 3,000,000 entries, against a store without any.
//!
//! Usage: `bench-scale FOLDER [INTERVIEWS]`. Makes two data folders there with one live interview each, `alone` and `scale`,
//! the latter with the past ones, which are made through the store's own door from a seed. Prints a line of JSON for each
//! thing that is measured, what is compared in turns.

#[path = "scale/fill.rs"]
mod fill;
#[path = "past/folder.rs"]
#[allow(dead_code)] // each benchmark makes the folders that it needs
mod folder;

use std::{
    io::Write as _,
    path::Path,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use support::{Dice, open_folder};
use workbench_app::App;

const TURNS: usize = 15;
/// How often something is typed, or a page is asked for.
const TYPED: usize = 400;
/// Whose time is over is looked for by this rule.
const RULE: &str = "us_private";

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("usage: bench-scale FOLDER [INTERVIEWS]")?;
    let past: usize = arguments.next().map_or(Ok(100_000), |number| number.parse())?;
    let folders = ["scale", "alone"].map(|name| Path::new(&folder).join(name));
    for data in &folders {
        folder::live(data, 0).await?;
        let app = open_folder(data).await?;
        app.call("retention_choose", &json!({ "rule_id": RULE }).to_string()).await?;
        folder::close(app).await?;
    }
    let begun = now();
    fill::past(&folders[0], past).await?;
    say(&json!({
        "what": "made", "interviews": past, "entries": past * fill::EACH, "seconds": begun.elapsed().as_secs(),
    }))?;
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
    in_turns(&apps).await?;
    pages(&apps[0], past).await?;
    whole(&apps[0]).await?;
    let bytes = std::fs::metadata(folders[0].join("workbench.db"))?.len();
    say(&json!({ "what": "the database", "megabytes": bytes / 1_000_000 }))?;
    for app in apps {
        folder::close(app).await?;
    }
    Ok(())
}

/// What must take as long as in a store without any past.
async fn in_turns(apps: &[App; 2]) -> Result<()> {
    for (what, command, limit) in
        [("a note kept", "entry_save", 1.5), ("a question looked for as one types", "question_search", 1.5)]
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
                times.push(took(app, command, &request).await?.0);
            }
        }
        percentile(what, &times[0], 0)?;
        compared(what, times, limit)?;
    }
    Ok(())
}

/// What reads as much as it shows: people as their names are typed, letter by letter, and the pages of the lists.
async fn pages(app: &App, past: usize) -> Result<()> {
    let mut dice = Dice::new(7);
    let (mut times, mut bytes) = (Vec::new(), 0);
    while times.len() < TYPED {
        let name = fill::name(&mut dice);
        for end in name.char_indices().map(|(at, one)| at + one.len_utf8()).take(10) {
            let (time, long) = took(app, "candidate_list", &json!({ "text": name[..end], "limit": 50 })).await?;
            times.push(time);
            bytes = bytes.max(long);
        }
    }
    percentile("a person looked for as one types", &times, bytes)?;
    let someone = format!("c{}", past / 2);
    for (what, command, request) in [
        ("the first page of candidates", "candidate_list", json!({})),
        ("a page of candidates in the middle", "candidate_list", json!({ "before": past / 2 })),
        ("the first page of interviews", "interview_list", json!({})),
        ("the first page of rounds", "round_list", json!({ "limit": 20 })),
        ("the first page of the log", "log_list", json!({})),
        ("what Today says of retention", "retention_today_get", json!({})),
        ("the first page of whose time is over", "retention_list", json!({})),
        ("one candidate opened", "candidate_get", json!({ "candidate_id": someone })),
        ("Today alone", "today_get", json!({})),
    ] {
        let (mut times, mut bytes) = (Vec::new(), 0);
        for _ in 0..40 {
            let (time, long) = took(app, command, &request).await?;
            times.push(time);
            bytes = long;
        }
        percentile(what, &times, bytes)?;
    }
    Ok(())
}

/// What reads everything.
async fn whole(app: &App) -> Result<()> {
    for (what, command) in [
        ("a backup, verified", "backup_create"),
        ("the database, verified", "store_verify"),
        ("a second backup", "backup_create"),
    ] {
        let (time, _) = took(app, command, &json!({})).await?;
        say(&json!({ "what": what, "ms": ms(time) }))?;
    }
    // Stopped as soon as something can be told of it.
    let (asked, begun) = (app.clone(), now());
    let backup = tokio::spawn(async move { asked.call("backup_create", r#"{"job":"stopped"}"#).await });
    loop {
        let job: Value = serde_json::from_str(&app.call("job_get", r#"{"job":"stopped"}"#).await?)?;
        if job["done"].as_u64().unwrap_or_default() > 0 {
            break;
        }
        if backup.is_finished() {
            return Err("the backup was over before it told how far it is".into());
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let told = begun.elapsed();
    let stopping = now();
    app.call("job_stop", r#"{"job":"stopped"}"#).await?;
    let refused = backup.await?.err().ok_or("the backup was not stopped")?;
    say(&json!({
        "what": "a backup stopped", "first_told_ms": ms(told), "until_it_ended_ms": ms(stopping.elapsed()), "said": refused.message,
    }))
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

/// How long a command took, and how many bytes it answered.
async fn took(app: &App, command: &str, request: &Value) -> Result<(Duration, usize)> {
    let begun = now();
    let answer = app.call(command, &request.to_string()).await?;
    Ok((begun.elapsed(), answer.len()))
}

fn percentile(what: &str, times: &[Duration], bytes: usize) -> Result<()> {
    let mut times = times.to_vec();
    times.sort();
    say(&json!({
        "what": what, "p50_ms": ms(times[times.len() / 2]), "p95_ms": ms(times[times.len() * 95 / 100]),
        "kilobytes": bytes / 1000,
    }))
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
