//! `make bench`: what the page costs in the real window: processor time of the web process for each key, from a key to its
//! frame, the first frame, memory over an hour's typing, a large comparison, finding among ten thousand questions, and the
//! preview of a packet.
//!
//! Usage: `bench-page FOLDER [live] [large] [bank] [round] [preview] [hour]` under Xvfb and a session bus, with the
//! data folders that `bench-past`, `bench_bank.py`, `bench-compare` and `workbench demo` made there; without a part it measures all.
//! Keys come from the X server; WebDriver only reads. Prints a line of JSON for each measure, and on standard error how far it
//! is. Ends only what it started.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)] // a helper that fails has failed the measurement

mod found;
#[path = "window/home.rs"]
#[allow(dead_code)] // made for the tests of the real window, which need more of it
mod home;
#[path = "window/keyboard.rs"]
#[allow(dead_code)]
mod keyboard;
#[path = "window/page.rs"]
#[allow(dead_code)]
mod page;
mod previewed;
#[allow(dead_code)] // each benchmark looks at what it needs
mod process;
#[path = "window/window.rs"]
#[allow(dead_code)]
mod window;
#[path = "window/x11.rs"]
#[allow(dead_code)]
mod x11;

use std::{path::Path, time::Duration};

use serde_json::{Value, json};

use crate::{
    home::Home,
    keyboard::{ENTER, ESCAPE, Keyboard, PAGE_DOWN, PAGE_UP, Stroke},
    process::{main_thread, named, own_memory, pss},
    window::Window,
    x11::Screen,
};

const WORDS: &str = "we rolled back in six minutes and wrote down what had been missing from the list of checks ";
const COMPOSER: &str = "document.activeElement?.id === 'composer'";
/// An hour: 16 questions with four notes of a hundred letters each, a third of what a fast typist could write.
const HOUR: usize = 16 * 4 * 100;

#[tokio::main]
async fn main() {
    let mut words = std::env::args().skip(1);
    let folder = words.next().expect("usage: bench-page FOLDER [live] [large] [bank] [round] [preview] [hour]");
    let folder = Path::new(&folder).canonicalize().unwrap();
    let parts: Vec<String> = words.collect();
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|one| one == part);
    if wanted("live") {
        lives(&folder).await;
    }
    if wanted("large") {
        large(&folder.join("large")).await;
    }
    if wanted("bank") {
        found::lists(&folder.join("bankJSON")).await;
    }
    if wanted("round") {
        round(&folder.join("round")).await;
    }
    if wanted("preview") {
        previewed::pages(&folder.join("demo/data")).await;
    }
    if wanted("hour") {
        hour(&folder.join("alone")).await;
    }
}

/// The live interview beside a thousand past ones and beside none, in turns.
async fn lives(folder: &Path) {
    let (mut past, mut alone) = (Costs::default(), Costs::default());
    for turn in 1..=2 {
        progress(&format!("the live interview beside 1,000 past ones, {turn} of 2"));
        live(&folder.join("past"), &mut past).await;
        progress(&format!("the live interview beside none, {turn} of 2"));
        live(&folder.join("alone"), &mut alone).await;
    }
    for ((name, ours), (_, baseline)) in past.all().into_iter().zip(alone.all()) {
        let what = format!("{name}: main thread of the web process, beside 1,000 past interviews, against none (p50)");
        say(&json!({"what": what, "ours_us": at(ours, 50), "baseline_us": at(baseline, 50), "limit": 1.1}));
    }
    for (name, costs) in alone.all() {
        let limit = match name {
            "a key" => 6,
            // docs/adr/0021-the-next-question.md
            "the next question" => 20,
            _ => 8,
        };
        let what = format!("{name}, 16 questions and 300 entries: main thread of the web process, p50");
        say(
            &json!({"what": what, "value": at(costs.clone(), 50) as f64 / 1e3, "unit": "ms", "limit": limit, "p95": at(costs, 95) as f64 / 1e3}),
        );
    }
}

/// What keys cost, in microseconds each.
#[derive(Default)]
struct Costs {
    keys: Vec<u64>,
    kept: Vec<u64>,
    ratings: Vec<u64>,
    ticks: Vec<u64>,
    turns: Vec<u64>,
}

impl Costs {
    fn all(&self) -> [(&'static str, Vec<u64>); 5] {
        [
            ("a key", self.keys.clone()),
            ("a note kept", self.kept.clone()),
            ("a rating", self.ratings.clone()),
            ("a tick", self.ticks.clone()),
            ("the next question", self.turns.clone()),
        ]
    }
}

/// The keyboard, with the focus in the window of a process: there is no window manager that would give it.
fn keyboard_of(process: u32) -> Keyboard {
    let screen = Screen::new();
    let window = screen.window_of(process).expect("the window is shown");
    screen.focus(window);
    Keyboard::new(screen)
}

/// An open interview, ready for keys.
struct Live {
    window: Window,
    keyboard: Keyboard,
    web: u32,
}

impl Live {
    async fn open(home: &Home, data: &Path) -> Self {
        let _ = std::fs::remove_file(home.data());
        std::os::unix::fs::symlink(data, home.data()).unwrap();
        let window = Window::measured(home).await;
        window.page.until("Today", "document.activeElement?.matches('[data-next], input')").await;
        let keyboard = keyboard_of(window.process);
        window.page.until("the focus", "document.hasFocus()").await;
        let web = named(window.process, "WebKitWebProces").unwrap();
        Self { window, keyboard, web }
    }

    async fn go_on(&self) {
        self.keyboard.stroke(Stroke::key(ENTER));
        self.window.page.until("the composer", COMPOSER).await;
        rest(1000).await;
    }

    /// What the main thread spends on something, in microseconds, until it has rested.
    async fn cost(&self, deed: impl Fn(&Keyboard), milliseconds: u64) -> u64 {
        let before = main_thread(self.web).unwrap();
        deed(&self.keyboard);
        rest(milliseconds).await;
        (main_thread(self.web).unwrap() - before) / 1000
    }

    /// Types letters one by one, and tells what each cost.
    async fn letters(&self, count: usize) -> Vec<u64> {
        let mut costs = Vec::new();
        for letter in WORDS.chars().cycle().take(count) {
            costs.push(self.cost(|keyboard| keyboard.stroke(Stroke::char(letter)), 90).await);
        }
        costs
    }

    /// Milliseconds from a key to its frame.
    async fn frames(&self, count: usize) -> Vec<u64> {
        let watch = "window.frames_of_keys = []; addEventListener('keydown', () => { const begun = performance.now(); \
            requestAnimationFrame(() => { const painted = new MessageChannel(); \
            painted.port1.onmessage = () => window.frames_of_keys.push(performance.now() - begun); \
            painted.port2.postMessage(0); }); }, true); return true";
        self.window.page.js(watch).await;
        self.letters(count).await;
        // On a busy machine the last frames come late; a key that never came ends the measurement.
        let all = format!("window.frames_of_keys.length >= {count}");
        self.window.page.until("a frame for every key", &all).await;
        let seen = self.window.page.js("return window.frames_of_keys").await;
        seen.as_array().unwrap().iter().map(|ms| (ms.as_f64().unwrap() * 1e3) as u64).collect()
    }
}

async fn live(data: &Path, costs: &mut Costs) {
    let home = Home::new().await;
    let live = Live::open(&home, data).await;
    live.go_on().await;
    // From the first question, wherever it was left: else most steps to the next would go nowhere.
    for _ in 0..20 {
        live.keyboard.stroke(Stroke::control(PAGE_UP));
        rest(150).await;
    }
    live.keyboard.stroke(Stroke::control(PAGE_DOWN));
    live.window.page.until("the first question", "document.querySelector('h1 .num')?.innerText === '1'").await;
    rest(1000).await;
    for _ in 0..12 {
        costs.keys.extend(live.letters(9).await);
        // As long as a rating and a tick: beyond that there is only the clock, the caret and what else goes on by itself.
        costs.kept.push(live.cost(|keyboard| keyboard.stroke(Stroke::key(ENTER)), 300).await);
        rest(300).await;
    }
    for turn in 0..15 {
        // The rating that stands there already would change nothing: it is set first, so that the next one does.
        let [other, digit] = [0, 1].map(|next| u32::from(b"12345"[(turn + next) % 5]));
        live.keyboard.stroke(Stroke::control(other));
        rest(300).await;
        costs.ratings.push(live.cost(|keyboard| keyboard.stroke(Stroke::control(digit)), 300).await);
        live.keyboard.stroke(Stroke::control('j'));
        rest(300).await;
        costs.ticks.push(live.cost(|keyboard| keyboard.stroke(Stroke::char('1')), 300).await);
        live.keyboard.stroke(Stroke::key(ESCAPE));
        rest(300).await;
        costs.turns.push(live.cost(|keyboard| keyboard.stroke(Stroke::control(PAGE_DOWN)), 400).await);
    }
    live.window.quit(&home).await;
}

async fn large(data: &Path) {
    progress("the first frame; keys with 40 questions and 60 entries on screen");
    let home = Home::new().await;
    // The first start in a new home is no warm one.
    let first = Live::open(&home, data).await;
    first.window.quit(&home).await;
    let live = Live::open(&home, data).await;
    let page = &live.window.page;
    let paint = page.js("return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null").await;
    say(&json!({"what": "first frame of the page, warm", "value": paint, "unit": "ms", "limit": 150}));
    live.go_on().await;
    let what = "a key, 40 questions and 60 entries on screen: main thread of the web process, p50";
    let keys = live.letters(150).await;
    say(
        &json!({"what": what, "value": at(keys.clone(), 50) as f64 / 1e3, "unit": "ms", "limit": 6, "p95": at(keys, 95) as f64 / 1e3}),
    );
    progress("from a key to its frame");
    let frames = live.frames(150).await;
    for (percent, name, limit) in [(50, "p50", 16), (95, "p95", 33), (100, "most", 100)] {
        let what = format!("from a key to its frame, {name} of 150");
        say(&json!({"what": what, "value": at(frames.clone(), percent) as f64 / 1e3, "unit": "ms", "limit": limit}));
    }
    progress("the large comparison");
    let what = "a comparison of 100 rows and 24 columns, from its address to the layout of what fills the window, the reading included";
    let Opened { seen, whole, main_thread } = compare(&live, 24, 100).await;
    say(
        &json!({"what": what, "value": seen, "unit": "ms", "limit": 150, "whole_ms": whole, "main_thread_ms": main_thread}),
    );
    live.window.quit(&home).await;
}

/// Fifty candidates, sixteen questions in eight competencies and five raters: opened five times, each from another page. The first
/// time the page loads its part and the core its statements.
async fn round(data: &Path) {
    progress("a round of fifty candidates and five raters is opened");
    let home = Home::new().await;
    let live = Live::open(&home, data).await;
    let mut spent = Vec::new();
    for _ in 0..5 {
        spent.push(compare(&live, 50, 8).await);
    }
    live.window.quit(&home).await;
    let first = spent[0].seen;
    let middle = |of: fn(&Opened) -> f64| {
        let mut times: Vec<f64> = spent.iter().map(of).collect();
        times.sort_by(f64::total_cmp);
        times[2]
    };
    let main_thread_ms = spent.iter().map(|one| one.main_thread).fold(f64::INFINITY, f64::min);
    let what = "a comparison of 50 candidates, 16 questions and 5 raters, from its address to the layout of what fills the window, the reading included, median of 5";
    say(
        &json!({"what": what, "value": middle(|one| one.seen), "unit": "ms", "limit": 150, "first": first, "whole_ms": middle(|one| one.whole), "main_thread_ms": main_thread_ms}),
    );
}

/// How long a comparison took to open, from its address on, in milliseconds.
struct Opened {
    /// Until what fills the window was laid out.
    seen: f64,
    /// Until every cell was, some of which come after the first frame.
    whole: f64,
    /// What the web process's main thread spent until then.
    main_thread: f64,
}

/// Opens a comparison, the reading included. It looks at each change of the page and not at frames, which may come seconds late
/// on a busy machine. The window is filled when the last cell that is made lies at its edges or beyond, or there are no more.
async fn compare(live: &Live, columns: usize, rows: usize) -> Opened {
    let page = &live.window.page;
    page.js("location.hash = '#/candidates'").await;
    let listed = format!("document.querySelectorAll('main a[href^=\"#/candidate/\"]').length >= {columns}");
    page.until("the candidates", &listed).await;
    rest(1000).await;
    let build = "const done = arguments[arguments.length - 1]; \
        const found = [...document.querySelectorAll('main a[href^=\"#/candidate/\"]')]; \
        const ids = [...new Set(found.map((a) => a.hash.split('/')[2].split('?')[0]))].slice(0, COLUMNS); \
        const cells = () => document.querySelectorAll('[data-cell]').length; const begun = performance.now(); let seen = null; \
        const filled = () => { const all = [...document.querySelectorAll('[data-cell]')]; const last = all.at(-1); \
            const box = last.getBoundingClientRect(); const [r, c] = [Number(last.dataset.r), Number(last.dataset.c)]; \
            return (box.bottom >= innerHeight || r + 1 >= ROWS) && (box.right >= innerWidth || c + 1 >= COLUMNS); }; \
        const look = () => { if (cells() === 0) return; if (seen === null && filled()) seen = performance.now() - begun; \
            if (cells() < CELLS) return; document.querySelector('table').getBoundingClientRect(); \
            done([seen, performance.now() - begun, cells()]); }; \
        new MutationObserver(look).observe(document, { childList: true, subtree: true }); \
        setTimeout(() => done([null, null, cells(), document.body.innerText.slice(0, 500)]), 25000); \
        location.hash = '#/compare?ids=' + encodeURIComponent(ids.join(','));";
    let cells = columns * rows;
    let numbers = [("COLUMNS", columns), ("ROWS", rows), ("CELLS", cells)];
    let build = numbers.iter().fold(build.to_owned(), |build, (name, number)| build.replace(name, &number.to_string()));
    let before = main_thread(live.web).unwrap();
    let answer = page.0.execute_async(&build, Vec::new()).await.unwrap();
    let spent = (main_thread(live.web).unwrap() - before) / 1000;
    assert_eq!(answer[2], json!(cells), "the cells of the comparison after 25 seconds; on screen: {answer}");
    let milliseconds = |at: usize| answer[at].as_f64().expect("a time");
    Opened { seen: milliseconds(0), whole: milliseconds(1), main_thread: spent as f64 / 1e3 }
}

/// An hour's typing, as fast as the window takes it, after half an hour of the same: until then the engine still compiles the
/// page and finds the size of its heap, which is no growth by the hour. The heap breathes by tens of megabytes between two
/// collections, so that the least of a quarter hour is what is kept.
async fn hour(data: &Path) {
    let home = Home::new().await;
    let live = Live::open(&home, data).await;
    live.go_on().await;
    let memory = |kib: Option<u64>| kib.unwrap() as f64 / 1024.0;
    let notes = HOUR / 100;
    let mut seen = Vec::new();
    for note in 1..=notes * 3 / 2 {
        progress(&format!("an hour and a half's typing, note {note} of {}", notes * 3 / 2));
        for letter in WORDS.chars().cycle().take(100) {
            live.keyboard.stroke(Stroke::char(letter));
            rest(20).await;
        }
        live.keyboard.stroke(Stroke::key(ENTER));
        rest(100).await;
        if note % 4 == 0 {
            live.keyboard.stroke(Stroke::control(PAGE_DOWN));
            rest(300).await;
        }
        seen.push(memory(own_memory(live.web)));
    }
    rest(10_000).await;
    let least = |of: &[f64]| of.iter().copied().fold(f64::INFINITY, f64::min);
    let hour = &seen[notes / 2..];
    let growth = least(&hour[notes * 3 / 4..]) - least(&hour[..notes / 4]);
    say(
        &json!({"what": "memory of the web process (PSS) after an hour and a half's typing", "value": memory(pss(live.web)), "unit": "MiB", "limit": 220}),
    );
    say(
        &json!({"what": "the growth of what it wrote itself over the last hour of it", "value": growth, "unit": "MiB", "limit": 5}),
    );
    live.window.quit(&home).await;
}

/// The value below which so many of a hundred lie.
fn at(mut values: Vec<u64>, percent: usize) -> u64 {
    values.sort_unstable();
    values[(values.len() - 1) * percent / 100]
}

async fn rest(milliseconds: u64) {
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
}

fn say(line: &Value) {
    println!("{line}");
}

fn progress(what: &str) {
    eprintln!("   {what}");
}
