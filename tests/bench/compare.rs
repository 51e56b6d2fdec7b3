//! `make bench`: a comparison of 50 candidates, 16 questions and 5 raters, through the core.
//!
//! Usage: `bench-compare FOLDER`. Fills the data folder `round` there, which takes some seconds; a page may open it afterwards.
//! Prints one line of JSON: how long the command took, reading included, and how long its answer is.

use std::{
    io::Write as _,
    path::Path,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use support::{ROLE, open_folder, open_store};
use workbench_app::App;
use workbench_domain::{ids::InterviewerId, interviewer::Interviewer};
use workbench_store::{StoreError, interviewer};

const CANDIDATES: usize = 50;
const RATERS: usize = 5;
const TURNS: usize = 40;
const KIT: &str = "senior-python/all-sixteen";

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Result<()> {
    let folder = std::env::args().nth(1).ok_or("usage: bench-compare FOLDER")?;
    let data = Path::new(&folder).join("round");
    let candidates = fill(&data).await?;
    let app = open_folder(&data).await?;
    let request = json!({ "candidate_ids": candidates }).to_string();
    let mut times = Vec::new();
    let mut bytes = 0;
    // The first is not counted: it prepares its statements, and keeps that others' scorecards were seen.
    for _ in 0..=TURNS {
        let begun = now();
        bytes = app.call("compare_table", &request).await?.len();
        times.push(now() - begun);
    }
    times.remove(0);
    times.sort();
    let line = json!({
        "what": "a comparison of 50 candidates, 16 questions and 5 raters: the core's part, median of 40",
        "value": millis(times[TURNS / 2]), "unit": "ms", "limit": 75, "p95": millis(times[TURNS * 95 / 100]),
        "kilobytes": bytes / 1000,
    });
    writeln!(std::io::stdout().lock(), "{line}")?;
    app.close().await?;
    Ok(())
}

/// Everyone asked by five people, with a quote under each question.
async fn fill(data: &Path) -> Result<Vec<Value>> {
    let mut app = open_folder(data).await?;
    app.call("interviewer_set", r#"{"name":"Rater 0"}"#).await?;
    let mut candidates = Vec::new();
    for number in 0..CANDIDATES {
        let added =
            ask(&app, "candidate_add", json!({ "name": format!("Candidate {number}"), "role_id": ROLE })).await?;
        candidates.push(added["id"].clone());
    }
    for rater in 0..RATERS {
        if rater > 0 {
            app.close().await?;
            drop(app);
            let store = open_store(data);
            let person = Interviewer { id: InterviewerId(format!("rater-{rater}")), name: format!("Rater {rater}") };
            store.write(move |w| interviewer::set_me(w, &person)).await.map_err(|e: StoreError| e)?;
            store.close().await?;
            app = open_folder(data).await?;
        }
        for (number, candidate) in candidates.iter().enumerate() {
            interview(&app, candidate, number * 7 + rater * 3).await?;
        }
    }
    app.close().await?;
    Ok(candidates)
}

async fn interview(app: &App, candidate: &Value, turn: usize) -> Result<()> {
    let live = ask(app, "interview_start", json!({ "candidate_id": candidate, "kit_id": KIT })).await?;
    let id = &live["interview"]["id"];
    let questions = live["interview"]["content"]["questions"].as_array().ok_or("no questions")?;
    for (number, question) in questions.iter().enumerate() {
        let question = &question["id"];
        let rating = 1 + (turn + number * number) % 5;
        ask(app, "rating_set", json!({ "interview_id": id, "question_id": question, "rating": rating })).await?;
        let said =
            format!("We rolled back in {rating} minutes, then wrote down what had been missing and who would mend it.");
        let entry = json!({ "interview_id": id, "place": question, "kind": "quote", "text": said, "at_seconds": 60 });
        ask(app, "entry_save", entry).await?;
    }
    let card = json!({ "interview_id": id, "recommendation": "yes", "reason": "As the notes show.", "anyway": true });
    ask(app, "scorecard_submit", card).await?;
    Ok(())
}

async fn ask(app: &App, command: &str, request: Value) -> Result<Value> {
    let answer = app.call(command, &request.to_string()).await;
    Ok(serde_json::from_str(&answer.map_err(|failure| format!("{command} {request}: {failure:?}"))?)?)
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// A benchmark is the one place that looks at the real clock itself.
#[allow(clippy::disallowed_methods)]
fn now() -> Instant {
    Instant::now()
}
