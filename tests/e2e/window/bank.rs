//! The bank: found, edited, compared with what it was, imported and taken back. What was done is there after a kill.

use std::fs;

use fantoccini::{Locator, key::Key};
use serde_json::{Value, json};

use crate::{
    flow::known,
    home::Home,
    page::{Page, named},
    window::Window,
};

const GIL: &str = "The GIL and what it does to threads";
/// Three rows, of which one has no question, in scripts that run either way.
const TABLE: &str = "Title,Question,Red flags,Minutes\nLocks,What is a lock?,blames,8\n,,nothing asked,\n\
                     \"قفل\",\"متى \"\"تقفل\"\"؟\",y,9\nロック,山田太郎さんは何をロックしますか？,,5\n";
const FILE: &str = "document.querySelector('input[type=file]')";

/// From anywhere with the navigation: to the bank, with its list.
async fn questions(page: &Page) {
    page.press("Questions").await;
    page.until("the list", "document.querySelector('[aria-label=\"Questions found\"] a')").await;
}

/// Says how many were found, and waits for it.
async fn found(page: &Page, words: &str) {
    let words = Value::from(words);
    page.until("the count", &format!("document.querySelector('.count')?.innerText.startsWith({words})")).await;
}

/// Types in the search field, in place of what stands there.
async fn search(page: &Page, text: &str) {
    page.text("/").await;
    page.until("the search field", "document.activeElement?.id === 'question-search'").await;
    page.control('a').await;
    page.text(text).await;
}

/// By their text: a row that is not painted yet has no inner text.
async fn titles(page: &Page) -> Value {
    page.js("return [...document.querySelectorAll('[aria-label=\"Questions found\"] .what')].map((e) => e.textContent)")
        .await
}

/// What differs between the two versions on screen, in words.
async fn differences(page: &Page) -> Value {
    page.js("return [...document.querySelectorAll('dd li:is(.added, .removed)')].map((e) => e.innerText.replace(/\\s+/g, ' ').trim())").await
}

/// From the list: opens the question about the GIL.
async fn open_gil(page: &Page) {
    search(page, "gil").await;
    found(page, "1 of ").await;
    page.key(Key::Down).await;
    page.until("the question", &format!("document.querySelector('h2')?.innerText === {}", json!(GIL))).await;
}

/// Opens the palette, and waits until one can type in it.
async fn palette(page: &Page) {
    page.control('k').await;
    page.until("the palette", "document.activeElement?.getAttribute('role') === 'combobox'").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_palette_of_every_screen_finds_runs_and_gives_the_focus_back() {
    let home = Home::new().await;
    known(&home).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    palette(page).await;
    page.text("gil threads").await;
    page.until("what was found", "document.querySelectorAll('.palette [role=option]').length === 1").await;
    page.picture("palette").await;
    page.key(Key::Enter).await;
    page.until("the question", &format!("document.querySelector('h2')?.innerText === {}", json!(GIL))).await;
    search(page, "gil").await;
    page.js("window.was = document.activeElement").await;
    palette(page).await;
    page.key(Key::Escape).await;
    page.until("the focus where it was", "document.activeElement === window.was").await;
    page.key(Key::Down).await;
    palette(page).await;
    page.text("search of").await;
    page.until("the command", "document.querySelectorAll('.palette [role=option]').length === 1").await;
    page.key(Key::Enter).await;
    page.until("the search field", "document.activeElement?.id === 'question-search'").await;
    window.quit(&home).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_found_while_it_is_typed_and_opens_from_the_keyboard() {
    let home = Home::new().await;
    known(&home).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    questions(page).await;
    found(page, "16 of 16 questions, newest first").await;
    search(page, "gil").await;
    found(page, "1 of 16 questions").await;
    assert_eq!(titles(page).await, json!([GIL]));
    let marked = page.js("return [...document.querySelectorAll('.what mark')].map((e) => e.textContent)").await;
    assert_eq!(marked, json!(["GIL"]), "what was typed is marked where it was found");
    search(page, "no such words").await;
    page.says("No question has these words.").await;
    search(page, "data").await;
    page.key(Key::Enter).await;
    found(page, "5 of 16 questions, best match first").await;
    assert_eq!(titles(page).await[0], json!("Choosing a store for data that will grow"));
    page.key(Key::Down).await;
    page.text("j").await;
    let at = "[...document.querySelectorAll('[aria-label=\"Questions found\"] a')].indexOf(document.activeElement)";
    page.until("the second", &format!("{at} === 1")).await;
    let second = titles(page).await[1].clone();
    page.until("it beside the list", &format!("document.querySelector('h2')?.innerText === {second}")).await;
    page.picture("bank").await;
    page.key(Key::Enter).await;
    page.until("the focus in it", "document.activeElement?.ariaLabel === 'Question'").await;
    page.key(Key::Escape).await;
    page.until("the focus in the list", &format!("{at} === 1")).await;
    window.quit(&home).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_is_a_version_that_shows_what_changed_is_undone_and_outlives_a_kill() {
    const SIGNAL: &str = "document.querySelector('textarea[aria-label=\"Good signal 1\"]')";
    let home = Home::new().await;
    known(&home).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    questions(page).await;
    open_gil(page).await;
    page.text("e").await;
    page.until("the editor", "document.activeElement?.matches('form input')").await;
    page.tab_to(SIGNAL).await;
    page.key(Key::Enter).await;
    page.until("a new line", "document.activeElement?.ariaLabel === 'Good signal 2'").await;
    page.text("Says what they measured").await;
    page.until("the draft to be saved", "document.querySelector('[data-state=saved]')").await;
    page.picture("bank-edit").await;
    window.kill(&home).await;

    // Not a version yet, and nothing of it is lost.
    let window = Window::open(&home, Some("Adwaita:dark")).await;
    let page = &window.page;
    questions(page).await;
    open_gil(page).await;
    page.says("what you wrote is kept, and not yet a version").await;
    page.text("e").await;
    page.until("the editor", "document.activeElement?.matches('form input')").await;
    page.picture("dark-bank-edit").await;
    page.control('s').await;
    page.says("is saved as version 2").await;
    page.tab_to("[...document.querySelectorAll('summary')].find((e) => e.innerText.startsWith('Versions (2)'))").await;
    page.key(Key::Enter).await;
    page.until("what changed", "document.querySelector('dd li.added')").await;
    assert_eq!(differences(page).await, json!(["+ added: Says what they measured"]));
    // To the choice of versions, which brings what changed into the window.
    page.key(Key::Tab).await;
    page.key(Key::Tab).await;
    page.picture("dark-bank-versions").await;
    page.control('z').await;
    page.says("Undone: changing a question.").await;
    page.until("the words to be gone", "!document.body.innerText.includes('Says what they measured')").await;
    page.chord(&[Key::Control, Key::Shift], 'z').await;
    page.says("Done again: changing a question.").await;
    window.kill(&home).await;

    let window = Window::open(&home, None).await;
    let page = &window.page;
    questions(page).await;
    open_gil(page).await;
    page.says("Says what they measured").await;
    page.says("Versions (2)").await;
    window.quit(&home).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_problems_is_looked_at_imported_and_taken_back_whole() {
    let home = Home::new().await;
    let file = home.path("fragen.csv");
    fs::write(&file, TABLE).unwrap();
    known(&home).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    questions(page).await;
    page.press("Import").await;
    page.says("Import questions").await;
    page.tab_to(FILE).await;
    // The web view's own dialog, which the driver answers in the place of a person.
    page.0.find(Locator::Css("input[type=file]")).await.unwrap().send_keys(file.to_str().unwrap()).await.unwrap();
    page.says("fragen.csv: 3 questions would be added. Nothing is written yet.").await;
    page.says("1 entry was left out.").await;
    page.says("fragen.csv:3").await;
    page.until("the focus on the heading", "document.activeElement?.innerText === 'Before the import'").await;
    page.picture("bank-import").await;
    page.press("Import 3 questions").await;
    page.says("3 questions added.").await;
    page.press("See the questions").await;
    found(page, "19 of 19 questions").await;
    let right = "const e = [...document.querySelectorAll('[aria-label=\"Questions found\"] .what')].find((e) => e.textContent === 'قفل'); \
        const range = document.createRange(); range.selectNodeContents(e); \
        const [text, box] = [range.getBoundingClientRect(), e.getBoundingClientRect()]; \
        return box.right - text.right < text.left - box.left";
    assert_eq!(page.js(right).await, json!(true), "Arabic stands at the right of its line");
    search(page, "太郎").await;
    found(page, "1 of 19 questions").await;
    assert_eq!(titles(page).await, json!(["ロック"]), "found inside 山田太郎");
    window.kill(&home).await;

    // Undone from the bank, a start later: the history is durable.
    let window = Window::open(&home, Some("Adwaita:dark")).await;
    let page = &window.page;
    questions(page).await;
    found(page, "19 of 19 questions").await;
    page.picture("dark-bank").await;
    page.tab_to(&named("Undo the import")).await;
    page.key(Key::Enter).await;
    found(page, "16 of 16 questions").await;
    // Again by the keys that undo anything in the bank.
    page.chord(&[Key::Control, Key::Shift], 'z').await;
    found(page, "19 of 19 questions").await;
    page.control('z').await;
    found(page, "16 of 16 questions").await;
    window.quit(&home).await;
}
