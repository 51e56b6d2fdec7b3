//! The disk runs full in the middle of an interview.

use std::{fs, io::Write as _, path::Path};

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::{
    flow::{COMPOSER, PASSPHRASE, saved, start_with, welcome},
    home::Home,
    page::Page,
    window::Window,
    x11::close_window,
};

const TEST: &str = "full::a_full_disk_in_mid_interview_loses_nothing_says_so_and_is_over_once_there_is_room";
const NOTES: &str = "return [...document.querySelectorAll('[data-pane=notes] .text')].map((p) => p.innerText)";

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_in_mid_interview_loses_nothing_says_so_and_is_over_once_there_is_room() {
    let Some(home) = Home::new().await.with_small_disk(TEST, "24m") else { return };
    let window = Window::open(&home, None).await;
    let page = &window.page;
    welcome(page).await;
    start_with(page, "Jan Kowalski").await;
    page.text("before").await;
    page.key(Key::Enter).await;
    saved(page).await;

    let data = home.data_within(window.process);
    fill(&data.join("filler"));
    // What the file has room for already may still be saved; soon nothing is.
    let failed = "document.querySelector('.composer .saved')?.dataset.state === 'failed'";
    let mut wanted = vec!["before".to_owned()];
    for n in 1.. {
        assert!(n <= 500, "the disk is full, and notes are still saved");
        let text = format!("note {n} on a full disk");
        page.text(&text).await;
        page.key(Key::Enter).await;
        wanted.push(text);
        if page.js(&format!("return {failed}")).await == json!(true) {
            break;
        }
    }
    page.control('j').await;
    page.text("1").await;
    page.key(Key::Escape).await;
    page.until("the composer", COMPOSER).await;
    page.control('4').await;
    page.text("half a thou").await;
    page.until("the banner", "document.querySelector('[role=alert]')?.innerText.includes('Not saved yet')").await;
    page.says("The disk is full").await;
    page.says("is saved by itself as soon as there is room").await;
    stands(page, &wanted).await;
    assert_eq!(page.js(&format!("return {failed}")).await, json!(true));
    page.picture("disk-full").await;
    page.0.set_window_size(800, 700).await.unwrap();
    page.picture("disk-full-800").await;

    // Closing now would lose it: the window stays, and says why.
    close_window(window.process);
    page.says("The window is still open because something is not saved yet").await;
    page.picture("disk-full-closing").await;
    page.press("Keep it open").await;
    stands(page, &wanted).await;

    fs::remove_file(data.join("filler")).unwrap();
    saved(page).await;
    page.until("the banner to go", "!document.querySelector('[role=alert]')").await;
    let stored = stored(&data, &home.path("copy")).await;
    let texts: Vec<&Value> = stored["entries"].as_array().unwrap().iter().map(|entry| &entry["text"]).collect();
    assert_eq!(texts, wanted.iter().map(String::as_str).collect::<Vec<_>>());
    let drafts: Vec<&Value> = stored["drafts"].as_array().unwrap().iter().map(|draft| &draft["text"]).collect();
    assert_eq!(drafts, ["half a thou"]);
    assert_eq!(stored["ticks"].as_array().unwrap().len(), 1);
    assert!(stored["records"].as_array().unwrap().iter().any(|record| record["rating"] == 4));
    window.quit(&home).await;
}

/// Everything written is on the screen.
async fn stands(page: &Page, wanted: &[String]) {
    assert_eq!(page.js(NOTES).await, json!(wanted));
    page.until("the draft", "document.querySelector('#composer').value === 'half a thou'").await;
    page.until("the rating", "document.querySelector('[role=radio][aria-checked=true]')?.innerText.startsWith('4')")
        .await;
}

/// Writes until there is no room.
fn fill(path: &Path) {
    let mut file = fs::File::create(path).unwrap();
    for block in [64 * 1024, 1] {
        while file.write_all(&vec![0; block]).is_ok() {}
    }
}

/// The interview as a copy of the data folder has it; the disk itself goes with the program.
async fn stored(data: &Path, copy: &Path) -> Value {
    fs::create_dir(copy).unwrap();
    for name in ["workbench.db", "workbench.db-wal", "keys.json"] {
        fs::copy(data.join(name), copy.join(name)).unwrap();
    }
    let app = support::open_folder(copy).await.unwrap();
    app.call("store_unlock", &json!({ "passphrase": PASSPHRASE }).to_string()).await.unwrap();
    let list: Value = serde_json::from_str(&app.call("interview_list", "{}").await.unwrap()).unwrap();
    let request = json!({ "interview_id": list["interviews"][0]["id"] });
    let live: Value = serde_json::from_str(&app.call("interview_get", &request.to_string()).await.unwrap()).unwrap();
    app.close().await.unwrap();
    live["interview"].clone()
}
