//! A file comes to the page as the web view hands it over, and is there after a kill.

use fantoccini::key::Key;
use serde_json::json;

use crate::{
    flow::{known, saved, start_with},
    home::Home,
    window::Window,
};

/// Drops a picture that the page draws, as the web view tells of a drop.
const DROP: &str = "
    const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 300 });
    canvas.getContext('2d').fillRect(50, 50, 100, 80);
    canvas.toBlob((blob) => {
        const data = new DataTransfer();
        data.items.add(new File([blob], 'board.png', { type: 'image/png' }));
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });";
const PICTURE: &str = "document.querySelector('[data-file][data-state=kept] img')";

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_that_was_dropped_is_there_after_a_kill_and_opens_in_the_page() {
    let home = Home::new().await;
    known(&home).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    start_with(page, "Jan Kowalski").await;
    page.text("half a thought").await;
    page.js(DROP).await;
    page.until("the picture", PICTURE).await;
    page.text(", whole").await;
    page.key(Key::Enter).await;
    saved(page).await;
    page.picture("attached").await;
    window.kill(&home).await;

    let window = Window::open(&home, None).await;
    let page = &window.page;
    page.says("Open interviews").await;
    page.tab_to("[...document.querySelectorAll('a.primary')].find((a) => a.textContent.startsWith('Continue'))").await;
    page.key(Key::Enter).await;
    page.until("the note", "document.querySelector('[data-note] .text')?.innerText === 'half a thought, whole'").await;
    page.until("the picture", PICTURE).await;
    let open = "document.querySelector('[data-file] button')";
    page.tab_to(open).await;
    page.key(Key::Enter).await;
    page.until("it large", "document.querySelector('.view img')?.naturalWidth === 400").await;
    page.picture("attached-open").await;
    page.key(Key::Escape).await;
    page.until("the focus to go back", &format!("document.activeElement === {open}")).await;
    assert_eq!(page.js("return document.querySelector('.view').matches(':popover-open')").await, json!(false));
    window.quit(&home).await;
}
