//! `make bench`: the live interview in a store of 1,000 past interviews with 300,000 entries, against one without any.
//!
//! Usage: `bench-past FOLDER`. Makes three data folders there, which `bench-page` opens afterwards: `alone` with one live
//! interview of 16 questions and 300 entries, `past` with the same and the thousand before it, and `large` with one of 40
//! questions and 60 entries at its first question, and 24 candidates rated in 100 competencies. Prints one line of JSON for
//! each command, the two stores measured in turns.

#[path = "past/folder.rs"]
mod folder;

use std::{
    io::Write as _,
    path::Path,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use support::open_folder;
use workbench_app::App;

const PAST: usize = 1_000;
const TURNS: usize = 300;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Result<()> {
    let folder = std::env::args().nth(1).ok_or("usage: bench-past FOLDER")?;
    let folder = Path::new(&folder);
    let (alone, past) = (folder.join("alone"), folder.join("past"));
    folder::live(&alone, 0).await?;
    folder::live(&past, PAST).await?;
    folder::large(&folder.join("large")).await?;
    // Measured in copies: what is written here must not be on the screen that `bench-page` measures afterwards.
    let copies = [&past, &alone].map(|data| data.with_extension("measured"));
    for (data, copy) in [&past, &alone].into_iter().zip(&copies) {
        std::fs::create_dir_all(copy)?;
        for file in ["workbench.db", "keys.json"] {
            std::fs::copy(data.join(file), copy.join(file))?;
        }
    }
    let stores = [Live::open(&copies[0]).await?, Live::open(&copies[1]).await?];
    for (what, request) in WORK {
        let mut times = [Vec::new(), Vec::new()];
        // The first of each is not counted: it prepares its statements.
        for turn in 0..=TURNS {
            for (store, times) in stores.iter().zip(&mut times) {
                let (command, json) = request(store, turn);
                let begun = now();
                store.app.call(command, &json.to_string()).await?;
                times.push(now() - begun);
            }
        }
        let [ours, baseline] = times.map(|times| median(times.into_iter().skip(1).collect()));
        let line = json!({
            "what": format!("{what}, beside 1,000 past interviews and 300,000 entries, against none (medians of {TURNS} in turns)"),
            "ours_us": ours.as_micros(), "baseline_us": baseline.as_micros(),
            "ratio": ours.as_secs_f64() / baseline.as_secs_f64(), "limit": 1.1,
        });
        writeln!(std::io::stdout().lock(), "{line}")?;
    }
    for store in stores {
        folder::close(store.app).await?;
    }
    for copy in copies {
        std::fs::remove_dir_all(copy)?;
    }
    Ok(())
}

/// An open store and the interview that is live in it.
struct Live {
    app: App,
    interview: Value,
    questions: Vec<Value>,
}

impl Live {
    async fn open(data: &Path) -> Result<Self> {
        let app = open_folder(data).await?;
        let today: Value = serde_json::from_str(&app.call("today_get", "{}").await?)?;
        let interview = today["open"][0]["id"].clone();
        let get = json!({ "interview_id": interview });
        let live: Value = serde_json::from_str(&app.call("interview_get", &get.to_string()).await?)?;
        let kept = live["interview"]["entries"].as_array().map_or(0, Vec::len);
        let questions = live["interview"]["content"]["questions"].as_array().ok_or("an interview without questions")?;
        if kept != folder::ENTRIES {
            return Err(format!("the live interview has {kept} entries").into());
        }
        let questions = questions.iter().map(|question| question["id"].clone()).collect();
        Ok(Self { app, interview, questions })
    }

    fn question(&self, turn: usize) -> &Value {
        &self.questions[turn % self.questions.len()]
    }
}

type Request = fn(&Live, usize) -> (&'static str, Value);

/// What the live screen asks for, in the order of an hour. Opening stands last: it reads what the others wrote, as much in
/// both stores.
const WORK: [(&str, Request); 6] = [
    ("a note kept", |live, turn| {
        let text = format!("Note {turn}: asked what happens when the second worker fails, and how it would be seen.");
        let (interview, place) = (&live.interview, live.question(turn));
        (
            "entry_save",
            json!({"interview_id": interview, "place": place, "kind": "note", "text": text, "at_seconds": turn}),
        )
    }),
    ("what is being typed", |live, turn| {
        let (interview, place, text) = (&live.interview, live.question(0), format!("The second worker {turn}"));
        (
            "draft_save",
            json!({"interview_id": interview, "place": place, "kind": "note", "text": text, "at_seconds": turn}),
        )
    }),
    ("a rating", |live, turn| {
        let (interview, question) = (&live.interview, live.question(turn));
        ("rating_set", json!({"interview_id": interview, "question_id": question, "rating": 1 + turn / 16 % 5}))
    }),
    ("a tick", |live, turn| {
        let state = ["heard", "prompted"][turn / 16 % 2];
        let (interview, question) = (&live.interview, live.question(turn));
        (
            "tick_set",
            json!({"interview_id": interview, "question_id": question, "target": "indicator", "number": 1, "state": state}),
        )
    }),
    ("the next question", |live, turn| {
        let spent = json!({"question_id": live.question(turn), "seconds": 60});
        let (interview, at) = (&live.interview, live.question(turn + 1));
        ("interview_turn", json!({"interview_id": interview, "at": at, "spent": spent, "elapsed_seconds": turn}))
    }),
    ("an interview opened", |live, _| ("interview_get", json!({"interview_id": live.interview}))),
];

/// A benchmark is the one place that looks at the real clock itself.
#[allow(clippy::disallowed_methods)]
fn now() -> Instant {
    Instant::now()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
