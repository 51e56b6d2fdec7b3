//! Every acknowledged note outlives the process, whatever ends it.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use serde_json::{Value, json};
use support::{Dice, KIT, ROLE, open_folder};

use crate::{list, text};

const NOTES: usize = 400;

/// The command line on a data folder, taking requests from its standard input.
fn lines(data: &std::path::Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_workbench-under-test"))
        .args(["--data".as_ref(), data.as_os_str(), "call".as_ref(), "--lines".as_ref()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap()
}

#[tokio::test]
async fn kill_minus_nine_at_random_moments_loses_no_acknowledged_note() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let app = open_folder(&data).await.unwrap();
    let call = async |name: &str, request: Value| -> Value {
        serde_json::from_str(&app.call(name, &request.to_string()).await.unwrap()).unwrap()
    };
    call("interviewer_set", json!({ "name": "Ana Ruiz" })).await;
    let candidate = call("candidate_add", json!({ "name": "Jan Kowalski", "role_id": ROLE })).await["id"].clone();
    let live = call("interview_start", json!({ "candidate_id": candidate, "kit_id": KIT })).await;
    app.close().await.unwrap();
    drop(app);
    let interview = text(&live["interview"]["id"]);
    let question = text(&live["interview"]["content"]["questions"][0]["id"]);

    // `make soak` asks for more.
    let rounds = std::env::var("WORKBENCH_KILLS").map_or(30, |kills| kills.parse().unwrap());
    let mut dice = Dice::new(20_261_122);
    let mut acknowledged: Vec<(String, String)> = Vec::new();
    let mut cut_short = 0;
    for round in 0..rounds {
        let kept = killed_round(&data, &interview, &question, round, &mut dice);
        cut_short += usize::from(kept.len() < NOTES);
        acknowledged.extend(kept);

        let app = open_folder(&data).await.unwrap_or_else(|failure| panic!("round {round}: {failure}"));
        let answer = app.call("interview_get", &json!({ "interview_id": interview }).to_string()).await.unwrap();
        app.close().await.unwrap();
        let now: Value = serde_json::from_str(&answer).unwrap();
        let there: Vec<(String, String)> =
            list(&now["interview"]["entries"]).iter().map(|e| (text(&e["id"]), text(&e["text"]))).collect();
        let mut rest = there.iter();
        for note in &acknowledged {
            assert!(
                rest.any(|kept| kept == note),
                "round {round}: {note:?} was acknowledged and is not there in order"
            );
        }
        // At most the note under way may be there without its answer having arrived.
        assert!(there.len() <= acknowledged.len() + round + 1, "round {round}: {} notes", there.len());
    }
    assert!(acknowledged.len() > rounds, "only {} notes were acknowledged", acknowledged.len());
    assert!(cut_short > rounds / 2, "only {cut_short} of {rounds} rounds were killed in the middle of their writing");
}

/// Writes notes as fast as they are taken, kills the process at a random moment, and gives what it had acknowledged.
fn killed_round(
    data: &std::path::Path,
    interview: &str,
    question: &str,
    round: usize,
    dice: &mut Dice,
) -> Vec<(String, String)> {
    let mut child = lines(data);
    let mut input = child.stdin.take().unwrap();
    let (interview, question) = (interview.to_owned(), question.to_owned());
    // Nothing waits for an answer before it sends the next, so that the kill meets the store at work.
    let sender = thread::spawn(move || {
        for number in 0..NOTES {
            let request = json!({ "command": "entry_save", "request": {
                "interview_id": interview, "place": question, "kind": "note",
                "text": format!("note {number} of round {round}"), "at_seconds": number,
            }});
            if writeln!(input, "{request}").is_err() {
                return;
            }
        }
    });
    let seen = Arc::new(AtomicUsize::new(0));
    let output = BufReader::new(child.stdout.take().unwrap());
    let counter = Arc::clone(&seen);
    let reader = thread::spawn(move || {
        let mut kept = Vec::new();
        for line in output.lines() {
            // A line cut in two by the kill acknowledges nothing.
            let Some(answer) = line.ok().and_then(|line| serde_json::from_str::<Value>(&line).ok()) else { break };
            let entry = &answer["ok"]["entry"];
            assert!(entry.is_object(), "a note was refused: {answer}");
            kept.push((text(&entry["id"]), text(&entry["text"])));
            counter.fetch_add(1, Ordering::Relaxed);
        }
        kept
    });
    let wanted = usize::try_from(dice.below(40)).unwrap();
    while seen.load(Ordering::Relaxed) < wanted && !reader.is_finished() {
        thread::sleep(Duration::from_micros(50));
    }
    thread::sleep(Duration::from_micros(dice.below(3000)));
    child.kill().unwrap();
    child.wait().unwrap();
    sender.join().unwrap();
    reader.join().unwrap()
}

#[tokio::test]
async fn kill_minus_nine_in_mid_edit_loses_no_acknowledged_draft_of_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    open_folder(&data).await.unwrap().close().await.unwrap();
    for round in 1..=5_usize {
        let mut child = lines(&data);
        let (mut input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let mut answers = BufReader::new(output).lines();
        let mut prompt = String::new();
        for letter in 0..round * 7 {
            prompt = format!("{prompt}{}", letter % 10);
            let question = json!({
                "id": "a-draft", "section": "", "title": "", "prompt": prompt, "competency": "", "tags": [], "minutes": 0,
                "indicators": [], "red_flags": [], "probes": [], "anchors": ["", "", "", "", ""],
            });
            writeln!(input, "{}", json!({ "command": "question_draft_save", "request": { "question": question } }))
                .unwrap();
            let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
            assert_eq!(answer["ok"]["question_id"], json!("a-draft"), "{answer}");
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let app = open_folder(&data).await.unwrap();
        let drafts: Value = serde_json::from_str(&app.call("question_draft_list", "{}").await.unwrap()).unwrap();
        app.close().await.unwrap();
        assert_eq!(drafts["drafts"][0]["question"]["prompt"], json!(prompt), "round {round}");
    }
}
