//! `kill -9` while someone types at speed into the real window: what was confirmed is there, in order and once; of the
//! typing at most the last second is missing; and the next start goes on in the middle of the word.
//!
//! A short form is part of `make test`. `make soak` sets `WORKBENCH_KILLS`, and there the second is measured as well.

mod judge;
mod judged;
mod model;
mod tap;
mod typist;

use std::{
    io::Write as _,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use support::{Dice, KIT, ROLE, open_folder};

pub(crate) use self::tap::Tap;
use self::{
    judge::{Round, Verdict},
    model::Model,
    typist::Typist,
};
use crate::{
    home::{Home, program, signal, until},
    keyboard::{ENTER, Keyboard, Stroke},
    x11::Screen,
};

/// The button "Continue" on Today: the accent of the light theme.
const ACCENT: u32 = 0x000B_6B67;
/// So many kills in one interview, then another: a person's interview does not have a thousand notes.
const PER_INTERVIEW: usize = 10;

#[tokio::test(flavor = "multi_thread")]
async fn kill_minus_nine_while_typing_loses_nothing_confirmed_and_the_next_start_goes_on() {
    let soak = std::env::var("WORKBENCH_KILLS").ok().map(|kills| kills.parse().unwrap());
    let kills: usize = soak.unwrap_or(6);
    let home = Home::new().await;
    let keyboard = Keyboard::new(Screen::new());
    let mut dice = Dice::new(20_261_125);
    let mut interview = Interview::default();
    let mut verdicts = Vec::new();
    let mut finished: Vec<(String, Model)> = Vec::new();
    for round in 0..kills {
        if round % PER_INTERVIEW == 0 {
            if !interview.id.is_empty() {
                finished.push((interview.id.clone(), interview.model.clone()));
            }
            interview = Interview::begin(&home, &interview.id).await;
        }
        let (verdict, stall) = killed_once(&home, &keyboard, &mut dice, &mut interview, round).await;
        if soak.is_some() {
            let lost = verdict.lost.unwrap_or_default();
            let allowed = Duration::from_secs(1) + stall;
            assert!(lost <= allowed, "round {round}: {lost:?} of typing lost, the machine stood still for {stall:?}");
            let _ = writeln!(std::io::stderr(), "{} of {kills}: {lost:?} of typing lost", round + 1);
        }
        verdicts.push((verdict, stall));
    }
    for (id, model) in finished {
        assert_eq!(stored(&home, &id, &interview.questions).await, model, "an earlier interview has changed");
    }
    report(&verdicts);
    let keys: usize = verdicts.iter().map(|(verdict, _)| verdict.keys).sum();
    assert!(keys > 20 * kills, "only {keys} keys were typed before {kills} kills");
}

/// The interview that is typed into.
#[derive(Default)]
struct Interview {
    id: String,
    questions: Vec<String>,
    lines: Vec<[u64; 2]>,
    /// As the store has it.
    model: Model,
}

impl Interview {
    /// A new one, begun and at its first question; the one before is no longer open.
    async fn begin(home: &Home, before: &str) -> Self {
        let app = open_folder(&home.data()).await.unwrap();
        let call = async |name: &str, request: Value| -> Value {
            let answer = app.call(name, &request.to_string()).await;
            serde_json::from_str(&answer.unwrap_or_else(|failure| panic!("{name}: {failure}"))).unwrap()
        };
        if before.is_empty() {
            call("interviewer_set", json!({ "name": "Ana Ruiz" })).await;
        } else {
            call("interview_set_phase", json!({ "interview_id": before, "phase": "withdrawn" })).await;
        }
        let name = format!("Jan Kowalski {}", before.get(..13).unwrap_or(""));
        let candidate = call("candidate_add", json!({ "name": name, "role_id": ROLE })).await["id"].clone();
        let live = call("interview_start", json!({ "candidate_id": candidate, "kit_id": KIT })).await;
        let id = live["interview"]["id"].as_str().unwrap().to_owned();
        let content = &live["interview"]["content"];
        let order = content["kit"]["questions"].as_array().unwrap().iter().map(|item| &item["question_id"]);
        let questions: Vec<&Value> = order
            .map(|id| content["questions"].as_array().unwrap().iter().find(|question| question["id"] == *id).unwrap())
            .collect();
        let count = |question: &Value, of: &str| u64::try_from(question[of].as_array().unwrap().len()).unwrap();
        let lines = questions.iter().map(|q| [count(q, "indicators"), count(q, "red_flags")]).collect();
        let questions: Vec<String> = questions.iter().map(|q| q["id"].as_str().unwrap().to_owned()).collect();
        call("interview_begin", json!({ "interview_id": id })).await;
        call("interview_turn", json!({ "interview_id": id, "at": questions[0] })).await;
        app.close().await.unwrap();
        Self { id, questions, lines, model: Model::default() }
    }
}

/// Starts the window, goes on with the interview, types, kills, and looks at what is there. Gives with it the longest time
/// for which the machine kept this test waiting.
async fn killed_once(
    home: &Home,
    keyboard: &Keyboard,
    dice: &mut Dice,
    interview: &mut Interview,
    round: usize,
) -> (Verdict, Duration) {
    let path = home.path(&format!("calls-{round}.jsonl"));
    let tap = Tap::follow(path.clone());
    let mut child = start(home, &path);
    go_on(keyboard, &child, &tap).await;
    let turn = tap.seen().into_iter().find(|call| call.name == "interview_turn").unwrap();
    assert_eq!(turn.request["at"], json!(interview.questions[interview.model.at]), "it opens at another question");

    // Half of the kills come at any moment, half within the moment of a call.
    let moment = if dice.below(2) == 0 {
        Moment::After(Duration::from_millis(300 + dice.below(3700)))
    } else {
        Moment::AtCall(usize::try_from(1 + dice.below(20)).unwrap(), Duration::from_micros(dice.below(6000)))
    };
    let family = family(child.id());
    let mut typist = Typist::new(keyboard, dice, &interview.lines, round, interview.model.clone());
    tap.begin_to_measure();
    let killed = std::thread::scope(|threads| {
        let killer = threads.spawn(|| kill(&mut child, &moment, &tap));
        typist.work(|| killer.is_finished());
        killer.join().unwrap()
    });
    let log: Vec<_> = typist.log.into_iter().filter(|(at, _)| *at <= killed).collect();
    until("all that the program had started to end", async || (!family.iter().any(|id| runs(*id))).then_some(())).await;
    let (calls, stall) = tap.end();

    let now = stored(home, &interview.id, &interview.questions).await;
    let (before, questions) = (&interview.model, interview.questions.as_slice());
    let verdict = Round { before, log: &log, killed, stored: &now, calls: &calls, questions }.judge();
    interview.model = now;
    std::fs::remove_file(path).unwrap();
    (verdict, stall)
}

/// The program, without WebDriver, whose calls are written down.
fn start(home: &Home, calls: &Path) -> Child {
    let mut command = home.command(&program(), None);
    command.arg("--data").arg(home.data()).env("WORKBENCH_TAP", calls).stdin(Stdio::null()).spawn().unwrap()
}

/// From Today, where "Continue" has the focus, to the interview.
async fn go_on(keyboard: &Keyboard, child: &Child, tap: &Tap) {
    let screen = keyboard.screen();
    let window = until("the window", async || screen.window_of(child.id())).await;
    screen.focus(window);
    until("Continue", async || screen.shows(ACCENT).then_some(())).await;
    // The focus comes with the picture or just after it; a key that came before it goes nowhere.
    until("the interview to open", async || {
        keyboard.stroke(Stroke::key(ENTER));
        for _ in 0..150 {
            if tap.answered("interview_get") {
                return Some(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        None
    })
    .await;
    until("the live screen", async || tap.answered("interview_turn").then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_whose_process_dies_comes_back_where_it_was_and_nothing_confirmed_is_lost() {
    let home = Home::new().await;
    let keyboard = Keyboard::new(Screen::new());
    let interview = Interview::begin(&home, "").await;
    let path = home.path("calls.jsonl");
    let tap = Tap::follow(path.clone());
    let mut child = start(&home, &path);
    go_on(&keyboard, &child, &tap).await;
    for character in "half a thou".chars() {
        keyboard.stroke(Stroke::char(character));
    }
    let drafted =
        || tap.seen().into_iter().any(|call| call.request["text"] == "half a thou" && call.answered.is_some());
    until("the draft", async || drafted().then_some(())).await;
    let known = tap.count();
    let page = family(child.id()).into_iter().find(|id| {
        std::fs::read_to_string(format!("/proc/{id}/cmdline")).unwrap_or_default().contains("WebKitWebProcess")
    });
    signal("KILL", page.unwrap());
    let again = || {
        let calls = tap.seen().split_off(known);
        let opened = calls.iter().position(|call| call.name == "interview_get").unwrap_or(calls.len());
        calls[opened..].iter().any(|call| call.name == "interview_turn" && call.answered.is_some())
    };
    until("the page to come back", async || again().then_some(())).await;
    // The same window, and the caret stands where it stood.
    for character in "ght".chars() {
        keyboard.stroke(Stroke::char(character));
    }
    keyboard.stroke(Stroke::key(ENTER));
    until("the note", async || tap.answered("entry_save").then_some(())).await;
    child.kill().unwrap();
    child.wait().unwrap();
    let now = stored(&home, &interview.id, &interview.questions).await;
    let texts: Vec<&str> = now.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!((texts, now.drafts.len()), (vec!["half a thought"], 0));
    tap.end();
}

/// When to kill.
enum Moment {
    After(Duration),
    /// So long after so many more calls have arrived.
    AtCall(usize, Duration),
}

fn kill(child: &mut Child, moment: &Moment, tap: &Tap) -> Instant {
    let (begun, known) = (now(), tap.count());
    match moment {
        Moment::After(time) => std::thread::sleep(*time),
        Moment::AtCall(number, after) => {
            while tap.count() < known + number && begun.elapsed() < Duration::from_secs(8) {
                std::thread::sleep(Duration::from_micros(200));
            }
            std::thread::sleep(*after);
        }
    }
    child.kill().unwrap();
    let killed = now();
    child.wait().unwrap();
    killed
}

/// What the core finds in the data folder.
async fn stored(home: &Home, interview: &str, questions: &[String]) -> Model {
    let app = open_folder(&home.data()).await.unwrap_or_else(|failure| panic!("after the kill: {failure}"));
    let answer = app.call("interview_get", &json!({ "interview_id": interview }).to_string()).await.unwrap();
    app.close().await.unwrap();
    let live: Value = serde_json::from_str(&answer).unwrap();
    Model::stored(&live["interview"], questions)
}

/// The processes that this one started, and those that they started.
fn family(process: u32) -> Vec<u32> {
    let children = Command::new("ps").args(["-o", "pid=", "--ppid", &process.to_string()]).output().unwrap();
    let children = String::from_utf8(children.stdout).unwrap();
    let children = children.split_whitespace().map(|id| id.parse().unwrap());
    children.flat_map(|child| [vec![child], family(child)].concat()).collect()
}

/// Whether a process is there, and not only waiting to be forgotten.
fn runs(process: u32) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    status.lines().any(|line| line.starts_with("State:") && !line.contains('Z') && !line.contains('X'))
}

/// What it cost, as a table.
fn report(verdicts: &[(Verdict, Duration)]) {
    let sum = |of: fn(&Verdict) -> usize| verdicts.iter().map(|(verdict, _)| of(verdict)).sum::<usize>();
    let row = |name: &str, mut times: Vec<Duration>| {
        times.sort();
        let at = |part: usize| times.get((times.len() * part / 100).min(times.len().saturating_sub(1))).copied();
        let [p50, p95, most] = [50, 95, 100].map(|part| at(part).unwrap_or_default().as_millis());
        format!("| {name} | {p50} | {p95} | {most} |\n")
    };
    let text = format!(
        "{} kills while {} keys were typed: {} notes kept, {} ticks and {} ratings were there, none lost, none twice\n\n\
         | milliseconds | half | 19 of 20 | most |\n|---|---|---|---|\n{}{}{}",
        verdicts.len(),
        sum(|verdict| verdict.keys),
        sum(|verdict| verdict.notes),
        sum(|verdict| verdict.ticks),
        sum(|verdict| verdict.ratings),
        row("typing that a kill took", verdicts.iter().map(|(verdict, _)| verdict.lost.unwrap_or_default()).collect()),
        row(
            "from a key to the store's answer",
            verdicts.iter().flat_map(|(verdict, _)| verdict.delays.clone()).collect()
        ),
        row("the machine kept the test waiting", verdicts.iter().map(|(_, stall)| *stall).collect()),
    );
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// What is typed is timed; nothing in `make test` is decided by it.
#[allow(clippy::disallowed_methods)]
fn now() -> Instant {
    Instant::now()
}
