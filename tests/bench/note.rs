//! `make bench`: what a durable note costs at 10,000 notes, against a raw write of 8 KB with fdatasync on the same disk.
//!
//! Both are measured in turns, so that a busy minute harms both alike. Prints one line of JSON.

use std::{
    fs::OpenOptions,
    io::Write as _,
    time::{Duration, Instant},
};

use serde_json::json;
use support::{KIT, ROLE, open_folder};

const NOTES: usize = 10_000;
const TURNS: usize = 400;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Beside the build, not in /tmp, which may lie in memory.
    let folder = tempfile::tempdir_in(std::env::args().nth(1).unwrap_or_else(|| ".".to_owned()))?;
    let app = open_folder(&folder.path().join("data")).await?;
    app.call("interviewer_set", r#"{"name":"Bench"}"#).await?;
    let candidate: serde_json::Value =
        serde_json::from_str(&app.call("candidate_add", &json!({"name":"Bench","role_id":ROLE}).to_string()).await?)?;
    let start = json!({"candidate_id": candidate["id"], "kit_id": KIT});
    let live: serde_json::Value = serde_json::from_str(&app.call("interview_start", &start.to_string()).await?)?;
    let note = |number: usize| {
        json!({
            "interview_id": live["interview"]["id"], "place": live["interview"]["at"], "kind": "note",
            "text": format!("Note {number}: asked what happens when the second worker fails, and how it would be seen."),
            "at_seconds": number,
        })
        .to_string()
    };
    for start in (0..NOTES).step_by(100) {
        let group: Vec<_> = (start..start + 100)
            .map(|number| {
                let (app, note) = (app.clone(), note(number));
                tokio::spawn(async move { app.call("entry_save", &note).await })
            })
            .collect();
        for task in group {
            task.await??;
        }
    }
    let mut raw = OpenOptions::new().append(true).create(true).open(folder.path().join("raw"))?;
    let page = [7_u8; 8192];
    let (mut kept, mut written) = (Vec::new(), Vec::new());
    for turn in 0..TURNS {
        let begun = now();
        app.call("entry_save", &note(NOTES + turn)).await?;
        kept.push(now() - begun);
        let begun = now();
        raw.write_all(&page)?;
        raw.sync_data()?;
        written.push(now() - begun);
    }
    app.close().await?;
    let (kept, written) = (median(kept), median(written));
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{}",
        json!({
            "what": "a kept note at 10,000 notes, against an 8 KB write with fdatasync (medians of 400 in turns)",
            "ours_us": kept.as_micros(), "baseline_us": written.as_micros(),
            "ratio": kept.as_secs_f64() / written.as_secs_f64(), "limit": 2.0,
        })
    )?;
    Ok(())
}

/// A benchmark is the one place that looks at the real clock itself.
#[allow(clippy::disallowed_methods)]
fn now() -> Instant {
    Instant::now()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
