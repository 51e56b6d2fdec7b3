//! What is exported is shown in its folder, and a long export is stopped. The file manager is played here, on the session
//! bus of the test.

use std::{
    fs,
    sync::{Arc, Mutex},
};

use fantoccini::key::Key;
use serde_json::{Value, json};
use support::{KIT, ROLE, open_folder};

use crate::{
    flow::known,
    home::{Home, until},
    page::Page,
    window::Window,
};

/// `org.freedesktop.FileManager1`: what it was asked to show.
#[derive(Default, Clone)]
struct FileManager(Arc<Mutex<Vec<String>>>);

#[zbus::interface(name = "org.freedesktop.FileManager1")]
impl FileManager {
    #[zbus(name = "ShowItems")]
    fn show_items(&self, uris: Vec<String>, _startup: String) {
        self.0.lock().unwrap().extend(uris);
    }
}

/// A candidate whose packet has as many pages as it takes to write one so long.
async fn submitted(home: &Home, name: &str, words: &str) {
    known(home).await;
    let app = open_folder(&home.data()).await.unwrap();
    let ask = async |command: &str, request: Value| -> Value {
        serde_json::from_str(&app.call(command, &request.to_string()).await.unwrap()).unwrap()
    };
    let candidate = ask("candidate_add", json!({ "name": name, "role_id": ROLE })).await["id"].clone();
    let live = ask("interview_start", json!({ "candidate_id": candidate, "kit_id": KIT })).await["interview"].clone();
    for question in live["content"]["questions"].as_array().unwrap().iter().take(5) {
        let note = json!({ "interview_id": live["id"], "place": question["id"], "kind": "quote", "text": words, "at_seconds": 60 });
        ask("entry_save", note).await;
    }
    let submit = json!({ "interview_id": live["id"], "recommendation": "yes", "reason": "As noted.", "anyway": true });
    ask("scorecard_submit", submit).await;
    app.close().await.unwrap();
}

async fn candidate(page: &Page, name: &str) {
    page.press("Candidates").await;
    page.press(name).await;
    page.until("the packet's check", "/\\d+ pages?, 1 scorecard/.test(document.body.innerText)").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_exported_is_shown_in_its_folder() {
    let home = Home::new().await;
    submitted(&home, "Zoë Đorđević", "Short.").await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    candidate(page, "Zoë Đorđević").await;
    page.press("Export packet").await;
    page.until("the file", "document.querySelector('.path')").await;
    let name = fs::read_to_string(home.saves().join("asked.txt")).unwrap();
    let name = name.lines().next().unwrap().strip_prefix("save ").unwrap().to_owned();

    // Without a file manager that shows single files, its folder is opened.
    page.press("Show in folder").await;
    let asked = || fs::read_to_string(home.saves().join("asked.txt")).unwrap();
    let opened = format!("open {}", home.saves().canonicalize().unwrap().display());
    until("the folder to be opened", async || asked().lines().any(|line| line == opened).then_some(())).await;

    let shown = FileManager::default();
    let builder = zbus::connection::Builder::session().unwrap().name("org.freedesktop.FileManager1").unwrap();
    let builder = builder.serve_at("/org/freedesktop/FileManager1", shown.clone()).unwrap();
    let bus = builder.build().await.unwrap();
    page.press("Show in folder").await;
    let uris = until("the file to be shown", async || {
        let uris = shown.0.lock().unwrap().clone();
        (!uris.is_empty()).then_some(uris)
    })
    .await;
    let encoded: String = home.saves().canonicalize().unwrap().join(&name).display().to_string();
    let encoded = encoded.bytes().fold(String::new(), |mut all, byte| {
        match byte {
            b' ' | 128.. => all.push_str(&format!("%{byte:02X}")),
            _ => all.push(char::from(byte)),
        }
        all
    });
    assert_eq!(uris, [format!("file://{encoded}")], "one file, and nothing of the shell in between");
    assert_eq!(asked().lines().filter(|line| **line == opened).count(), 1, "the folder was opened no second time");

    // The page cannot have anything else shown.
    let refused = "const [path, done] = arguments; window.__TAURI_INTERNALS__.invoke('show_exported', { path }).then(() => done('shown'), ({ code }) => done(code))";
    let other = json!(home.data().join("workbench.db"));
    let answer = page.0.execute_async(refused, vec![other]).await.unwrap();
    assert_eq!(answer, json!("not_found"));
    page.picture("sent-shown").await;
    window.quit(&home).await;
    bus.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn escape_stops_a_long_export_and_nothing_half_written_remains() {
    let home = Home::new().await;
    submitted(&home, "Jan Kowalski", &"What was said goes on and on, and every word is printed. ".repeat(1700)).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    candidate(page, "Jan Kowalski").await;
    page.press("Export packet").await;
    page.until("something to stop", "document.querySelector('progress')").await;
    page.key(Key::Escape).await;
    page.says("Stopped: nothing was written").await;
    page.picture("sent-stopped").await;
    let left: Vec<_> = fs::read_dir(home.saves()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["asked.txt"], "no file, and no part of one");
    // It can be exported again at once, and says how far it is.
    page.press("Export packet").await;
    let pages = "/\\d+ of \\d+ pages/.test(document.querySelector('progress')?.getAttribute('aria-valuetext'))";
    page.until("its pages to be counted", pages).await;
    page.picture("sent-progress").await;
    page.until("the file", "document.querySelector('.path')").await;
    window.quit(&home).await;
}
