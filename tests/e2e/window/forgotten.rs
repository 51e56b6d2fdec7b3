//! What was typed does not stay in the web view: its own history of changes, which no key reaches, is let go on the way.

use fantoccini::key::Key;
use serde_json::json;

use crate::{
    flow::{COMPOSER, known, saved, start_with},
    home::Home,
    window::Window,
};

/// `CHANGES` of ui/src/app/forgetting.ts.
const CHANGES: usize = 500;
const CAN_UNDO: &str = "document.queryCommandEnabled('undo')";
const FIELD: &str = "document.getElementById('composer')";

#[tokio::test(flavor = "multi_thread")]
async fn the_web_view_forgets_what_was_typed_and_the_field_keeps_it() {
    let home = Home::new().await;
    known(&home).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    start_with(page, "Jan Kowalski").await;
    page.js("window.violations = []; \
         addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective), true); \
         window.left = 0; new MutationObserver((all) => { for (const one of all) window.left += one.removedNodes.length; }) \
         .observe(document.head, { childList: true }); return true")
        .await;
    let note = "we measured it first, and the lock was what was slow. ";
    page.text(note).await;
    page.key(Key::Enter).await;
    saved(page).await;
    page.until("a history of the web view's own", CAN_UNDO).await;

    // In the middle of a word and of a text: what stands before and behind it stays, and so does the place of the next letter.
    page.text("beginning end").await;
    for _ in 0.." end".len() {
        page.key(Key::Left).await;
    }
    let mut written = "beginning".to_owned();
    while written.len() < CHANGES {
        page.text(" and so on").await;
        written.push_str(" and so on");
    }
    page.until("nothing to be taken back by the web view", &format!("!{CAN_UNDO}")).await;
    assert_eq!(page.js("return window.left").await, json!(1), "a frame came and went");
    assert_eq!(page.js("return window.violations").await, json!([]), "the policy of the page allows it");
    page.until("the focus", COMPOSER).await;
    page.text("!").await;
    written.push('!');
    assert_eq!(page.js(&format!("return {FIELD}.value")).await, json!(format!("{written} end")));
    assert_eq!(page.js(&format!("return {FIELD}.selectionStart")).await, json!(written.len()));
    saved(page).await;

    // The interview's own history has it all still, back to the note that was kept.
    for _ in 0..400 {
        page.js(&format!("window.before = {FIELD}.value; return true")).await;
        page.control('z').await;
        page.until("a step back", &format!("{FIELD}.value !== window.before")).await;
        if page.js("return window.before").await == json!("") {
            break;
        }
    }
    assert_eq!(page.js(&format!("return {FIELD}.value")).await, json!(note), "the note, back to the composer");
    window.quit(&home).await;
}
