//! No socket of a network is opened, ever: the whole flow in the real window, with a trace of every socket that the program
//! and its children ask for. Keys come from the X server and the focus is told as to a screen reader, since under WebDriver
//! the program itself would listen.

use std::{
    fs,
    process::{Child, Stdio},
    time::Duration,
};

use support::{Trace, cannot_trace, skip};

use crate::{
    flow::PASSPHRASE,
    home::{Home, program, signal, until},
    keyboard::{ENTER, ESCAPE, Keyboard, Stroke},
    killed::Tap,
    reader::Reader,
    x11::{Screen, close_window},
};

const TEST: &str = "closed::the_whole_flow_opens_no_socket_of_a_network";

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_flow_opens_no_socket_of_a_network() {
    if let Some(why) = cannot_trace() {
        return skip(TEST, &why);
    }
    let home = Home::new().await;
    let calls = home.path("calls.jsonl");
    let tap = Tap::follow(calls.clone());
    let reader = Reader::listen().await.unwrap_or_else(|error| panic!("{error}: apt install at-spi2-core"));
    let trace = Trace::to(home.path("sockets.trace"));
    let mut command = home.command("strace".as_ref(), None);
    command.args(trace.arguments()).arg(program()).arg("--data").arg(home.data());
    // The bridge to screen readers, which people have.
    command.env_remove("NO_AT_BRIDGE").env("WORKBENCH_TAP", &calls).stdin(Stdio::null());
    let mut traced = Traced { strace: command.spawn().unwrap(), program: None };
    let process = until("the program", async || home.process()).await;
    traced.program = Some(process);
    let keyboard = Keyboard::new(Screen::new());
    let window = until("the window", async || keyboard.screen().window_of(process)).await;
    keyboard.screen().focus(window);

    let person = Person { keyboard: &keyboard, reader: &reader, tap: &tap };
    person.begins().await;
    for (number, name) in [(1, "Jan Kowalski"), (2, "Olga Petrova")] {
        person.interviews(number, name).await;
        person.submits(number).await;
        person.presses("Today").await;
    }
    person.looks_round().await;
    person.exports(&home).await;
    person.backs_up().await;
    person.locks_and_unlocks().await;
    close_window(process);
    until("the program to end", async || traced.strace.try_wait().unwrap()).await;
    tap.end();

    let opened = trace.of_networks();
    assert!(opened.is_empty(), "sockets of a network:\n{}", opened.join("\n"));
    // What it has, and so was seen: the screen, the session's bus, and the web view's own processes.
    let lines = trace.lines();
    assert!(lines.iter().any(|line| line.contains("connect(") && line.contains("X11-unix")), "{lines:?}");
    let processes: std::collections::BTreeSet<_> =
        lines.iter().filter_map(|line| line.split_once(' ')).map(|(id, _)| id).collect();
    assert!(processes.len() > 2, "only {processes:?} were traced");
}

/// The program under `strace`, which lets it go where it is ended itself. A test that fails leaves neither.
struct Traced {
    strace: Child,
    program: Option<u32>,
}

impl Drop for Traced {
    fn drop(&mut self) {
        if matches!(self.strace.try_wait(), Ok(None)) {
            self.program.into_iter().for_each(|program| signal("KILL", program));
            let _ = self.strace.wait();
        }
    }
}

/// A person with a keyboard and a screen reader.
struct Person<'a> {
    keyboard: &'a Keyboard,
    reader: &'a Reader,
    tap: &'a Tap,
}

impl Person<'_> {
    fn types(&self, text: &str) {
        for character in text.chars() {
            self.keyboard.stroke(Stroke::char(character));
        }
    }

    fn key(&self, symbol: u32) {
        self.keyboard.stroke(Stroke::key(symbol));
    }

    async fn reaches(&self, words: &str) {
        self.reader.reach(self.keyboard, words).await;
    }

    async fn presses(&self, words: &str) {
        self.reader.press(self.keyboard, words).await;
    }

    /// Waits until the page has been answered once more than before.
    async fn answered(&self, call: &str, times: usize) {
        let look = async || (self.tap.times_answered(call) >= times).then_some(());
        if tokio::time::timeout(Duration::from_secs(25), until(call, look)).await.is_err() {
            let seen: Vec<_> =
                self.tap.seen().into_iter().map(|call| (call.name, call.answered.map(|(_, well)| well))).collect();
            panic!("{call} was not answered {times} times; the focus is on {:?}; calls: {seen:?}", self.reader.words());
        }
    }

    /// The first start: a name, a passphrase, and a recovery key to keep.
    async fn begins(&self) {
        self.reader.at("Your name").await;
        self.types("Ana Ruiz");
        for field in ["Passphrase", "The same once more"] {
            self.reaches(field).await;
            self.types(PASSPHRASE);
        }
        self.key(ENTER);
        self.answered("protection_begin", 1).await;
        self.presses("I have kept it").await;
        self.answered("today_get", 1).await;
    }

    async fn interviews(&self, number: usize, name: &str) {
        // Today gives it the focus by itself; a Tab that comes late would lead away from it.
        self.reader.at("Candidate’s name").await;
        self.types(name);
        self.key(ENTER);
        self.answered("candidate_add", number).await;
        // Before the first interview it is asked how long things are kept.
        if number == 1 {
            self.reader.at("US: private employer").await;
            self.presses("Decide later").await;
            self.answered("retention_choose", 1).await;
        }
        self.reader.at("All sixteen").await;
        self.key(ENTER);
        self.answered("interview_start", number).await;
        self.reader.at("Note").await;
        self.keyboard.stroke(Stroke::control(ENTER));
        self.answered("interview_begin", number).await;
        self.answered("interview_turn", 1).await;
        self.types("said this");
        self.key(ENTER);
        self.answered("entry_save", number).await;
        self.keyboard.stroke(Stroke::control('j'));
        self.types("1");
        self.answered("tick_set", number).await;
        self.key(ESCAPE);
        self.keyboard.stroke(Stroke::control('4'));
        self.answered("rating_set", number).await;
    }

    async fn submits(&self, number: usize) {
        self.presses("Review and submit").await;
        self.reaches("Strong no").await;
        self.key(' '.into());
        self.reaches("Why").await;
        self.types("Too early.");
        self.presses("Submit").await;
        // It asks once more, with the focus on the question, and for a moment takes no answer: a key may have been doubled.
        tokio::time::sleep(Duration::from_millis(1500)).await;
        self.presses("Submit and lock").await;
        self.answered("scorecard_submit", number).await;
    }

    async fn looks_round(&self) {
        for (place, call) in [("Questions", "question_search"), ("Kits", "kit_list"), ("Compare", "candidate_list")] {
            let before = self.tap.times_answered(call);
            self.presses(place).await;
            self.answered(call, before + 1).await;
        }
        for name in ["Jan Kowalski", "Olga Petrova"] {
            self.reaches(name).await;
            self.key(' '.into());
        }
        self.answered("compare_table", 1).await;
    }

    async fn exports(&self, home: &Home) {
        self.presses("Candidates").await;
        self.presses("Jan Kowalski").await;
        self.presses("Export packet").await;
        let made = || {
            fs::read_dir(home.saves())
                .unwrap()
                .flatten()
                .any(|file| file.path().extension().is_some_and(|end| end == "pdf"))
        };
        until("the packet", async || made().then_some(())).await;
        self.presses("Open").await;
    }

    async fn backs_up(&self) {
        self.presses("Settings").await;
        self.presses("Who did what").await;
        self.answered("log_list", 1).await;
        self.presses("Settings").await;
        self.presses("Make, check and restore").await;
        self.presses("Back up now").await;
        self.answered("backup_create", 1).await;
    }

    async fn locks_and_unlocks(&self) {
        self.keyboard.stroke(Stroke::control('l'));
        self.answered("store_lock", 1).await;
        self.reader.at("Passphrase").await;
        self.types(PASSPHRASE);
        self.key(ENTER);
        self.answered("store_unlock", 1).await;
    }
}
