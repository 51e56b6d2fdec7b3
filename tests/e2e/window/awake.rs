//! A live interview keeps the laptop awake, and knows when it slept all the same. The system's services are played here, on
//! the session bus of the test.

use std::{
    collections::BTreeSet,
    fs,
    io::{ErrorKind, Read as _},
    os::{fd::OwnedFd, unix::net::UnixStream},
    path::Path,
    sync::{Arc, Mutex},
};

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::{
    flow::{COMPOSER, PASSPHRASE, go_on, known, saved, start_with, welcome},
    home::{Home, until},
    window::Window,
};

/// What was asked of the system, and is still held.
#[derive(Default, Clone)]
struct Held {
    /// Each lock with what it is for; it is held as long as the other end of its stream is open.
    locks: Arc<Mutex<Vec<(String, UnixStream)>>>,
    /// The same, of those that ask for a moment before the laptop sleeps.
    delays: Arc<Mutex<Vec<(String, UnixStream)>>>,
    /// The screens that are kept lit.
    cookies: Arc<Mutex<BTreeSet<u32>>>,
    /// Everything that other programs can read.
    told: Arc<Mutex<Vec<String>>>,
}

impl Held {
    fn now(&self) -> Vec<String> {
        let mut held = still(&self.locks);
        held.extend(self.cookies.lock().unwrap().iter().map(|_| "screen".to_owned()));
        held.sort();
        held
    }

    async fn becomes(&self, when: &str, wanted: &[&str]) {
        until(&format!("{wanted:?} to be held: {when}"), async || (self.now() == wanted).then_some(())).await;
    }
}

/// What the locks are for whose other end is open.
fn still(locks: &Mutex<Vec<(String, UnixStream)>>) -> Vec<String> {
    let mut locks = locks.lock().unwrap();
    locks.retain_mut(|(_, end)| matches!(end.read(&mut [0]), Err(error) if error.kind() == ErrorKind::WouldBlock));
    locks.iter().map(|(what, _)| what.clone()).collect()
}

/// `org.freedesktop.login1.Manager`: a lock is held until its file is closed.
struct Login(Held);

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Login {
    fn inhibit(&self, what: String, who: String, why: String, mode: String) -> zbus::zvariant::OwnedFd {
        let (ours, theirs) = UnixStream::pair().unwrap();
        ours.set_nonblocking(true).unwrap();
        self.0.told.lock().unwrap().extend([who, why]);
        let kept = match mode.as_str() {
            "block" => &self.0.locks,
            "delay" => &self.0.delays,
            other => panic!("a lock of the mode {other}"),
        };
        kept.lock().unwrap().push((what, ours));
        OwnedFd::from(theirs).into()
    }
}

/// `org.freedesktop.ScreenSaver`.
struct ScreenSaver(Held);

#[zbus::interface(name = "org.freedesktop.ScreenSaver")]
impl ScreenSaver {
    fn inhibit(&self, who: String, why: String) -> u32 {
        self.0.told.lock().unwrap().extend([who, why]);
        let mut cookies = self.0.cookies.lock().unwrap();
        let cookie = cookies.last().map_or(1, |last| last + 1);
        cookies.insert(cookie);
        cookie
    }

    fn un_inhibit(&self, cookie: u32) {
        assert!(self.0.cookies.lock().unwrap().remove(&cookie), "let go twice");
    }
}

/// Plays the services on the test's own bus. They are there as long as the connection is.
async fn services(held: &Held) -> zbus::Connection {
    let builder = zbus::connection::Builder::session().unwrap();
    let builder = builder.name("org.freedesktop.login1").unwrap().name("org.freedesktop.ScreenSaver").unwrap();
    let builder = builder.serve_at("/org/freedesktop/login1", Login(held.clone())).unwrap();
    let builder = builder.serve_at("/org/freedesktop/ScreenSaver", ScreenSaver(held.clone())).unwrap();
    builder.build().await.unwrap()
}

const AWAKE: [&str; 3] = ["idle", "screen", "sleep"];

#[tokio::test(flavor = "multi_thread")]
async fn a_live_interview_keeps_the_laptop_awake_and_lets_it_go_when_it_rests_ends_or_is_left() {
    let mut home = Home::new().await;
    home.set("DBUS_SYSTEM_BUS_ADDRESS", std::env::var("DBUS_SESSION_BUS_ADDRESS").unwrap());
    let held = Held::default();
    let bus = services(&held).await;
    known(&home).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    page.says("Add a candidate").await;
    held.becomes("no interview is live", &[]).await;
    start_with(page, "Jan Kowalski").await;
    held.becomes("the interview is live", &AWAKE).await;
    page.control('p').await;
    held.becomes("it rests", &[]).await;
    page.control('p').await;
    held.becomes("it goes on", &AWAKE).await;
    page.press("Today").await;
    held.becomes("it is not on the screen", &[]).await;
    go_on(page).await;
    held.becomes("it is on the screen again", &AWAKE).await;
    page.press("Candidate’s questions").await;
    page.press("End the interview").await;
    held.becomes("it has ended", &[]).await;
    page.tab_to("document.querySelector('#composer')").await;
    page.control('p').await;
    held.becomes("it goes on after all", &AWAKE).await;
    window.kill(&home).await;
    // The service of the screen sees by itself that a program has left the bus; the locks are closed with the program.
    held.becomes("the program was killed", &["screen"]).await;
    let told = held.told.lock().unwrap().join("\n");
    assert!(told.contains("Interview Workbench") && !told.contains("Kowalski"), "other programs can read it: {told}");
    bus.close().await.unwrap();
}

/// What was asked for as a pause, of the calls that were written down.
fn pauses(calls: &Path) -> Vec<Value> {
    let lines = fs::read_to_string(calls).unwrap();
    let lines = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.filter(|line| line["asked"] == "interview_pause").map(|line| line["request"].clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sleep_in_the_middle_is_kept_as_a_pause() {
    let mut home = Home::new().await;
    let (slept, calls) = (home.path("slept"), home.path("calls"));
    fs::write(&slept, "7000.25").unwrap();
    home.set("WORKBENCH_SLEPT", &slept);
    home.set("WORKBENCH_TAP", &calls);
    known(&home).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    start_with(page, "Jan Kowalski").await;
    // The page looks once a second, and must have looked once before.
    page.until("some seconds", "/00:(0[3-9]|[1-5]\\d) of/.test(document.querySelector('main').innerText)").await;
    fs::write(&slept, "7600.75").unwrap();
    let told = until("the sleep to be told", async || pauses(&calls).pop()).await;
    assert_eq!((&told["cause"], &told["ago_seconds"]), (&json!("sleep"), &json!(601)));
    page.until("the composer", COMPOSER).await;
    page.text("and on").await;
    page.key(Key::Enter).await;
    saved(page).await;
    assert_eq!(pauses(&calls).len(), 1, "one sleep is one pause");
    window.quit(&home).await;

    let app = support::open_folder(&home.data()).await.unwrap();
    let request = json!({ "interview_id": told["interview_id"] }).to_string();
    let live: Value = serde_json::from_str(&app.call("interview_get", &request).await.unwrap()).unwrap();
    let meeting = &live["interview"]["meeting"];
    assert_eq!(meeting["phase"], json!("live"));
    assert_eq!(meeting["pauses"][0]["cause"], json!("sleep"));
    assert_ne!(meeting["pauses"][0]["ended_at"], json!(null));
    app.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn before_the_laptop_sleeps_the_data_is_locked_and_afterwards_what_was_typed_is_there_and_the_sleep_is_a_pause() {
    let mut home = Home::new().await;
    let (slept, calls) = (home.path("slept"), home.path("calls"));
    fs::write(&slept, "7000.25").unwrap();
    home.set("WORKBENCH_SLEPT", &slept);
    home.set("WORKBENCH_TAP", &calls);
    home.set("DBUS_SYSTEM_BUS_ADDRESS", std::env::var("DBUS_SESSION_BUS_ADDRESS").unwrap());
    let held = Held::default();
    let bus = services(&held).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    welcome(page).await;
    start_with(page, "Jan Kowalski").await;
    until("a moment to be asked for", async || (still(&held.delays) == ["sleep"]).then_some(())).await;
    page.text("half a sente").await;
    // Of how long it had slept before, the page must have heard.
    page.until("some seconds", "/00:(0[3-9]|[1-5]\\d) of/.test(document.querySelector('main').innerText)").await;
    let sleeps = async |on: bool| {
        let path = "/org/freedesktop/login1";
        bus.emit_signal(None::<&str>, path, "org.freedesktop.login1.Manager", "PrepareForSleep", &on).await.unwrap();
    };
    sleeps(true).await;
    until("the laptop may sleep", async || still(&held.delays).is_empty().then_some(())).await;
    page.until("the data to be locked", "document.querySelector('h1')?.innerText === 'Locked'").await;
    assert_eq!(page.js("return document.body.innerText.includes('Kowalski')").await, json!(false));
    page.picture("suspend-locked").await;
    fs::write(&slept, "7300.75").unwrap();
    sleeps(false).await;
    until("a moment to be asked for again", async || (still(&held.delays) == ["sleep"]).then_some(())).await;
    page.until("the field", "document.activeElement?.matches('input')").await;
    page.text(PASSPHRASE).await;
    page.key(Key::Enter).await;
    page.until("what was typed", "document.querySelector('#composer')?.value === 'half a sente'").await;
    let told = until("the sleep to be told", async || pauses(&calls).pop()).await;
    assert_eq!((&told["cause"], &told["ago_seconds"]), (&json!("sleep"), &json!(301)));
    window.kill(&home).await;
    bus.close().await.unwrap();
}
