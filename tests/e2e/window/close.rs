//! Closed by its close button while something is typed and not saved yet.

use fantoccini::key::Key;

use crate::{
    flow::{go_on, known, prepare_with, saved, start_with},
    home::Home,
    window::Window,
    x11::close_window,
};

const PREPARED: &str = "document.querySelector('[aria-label=Prepared] input')";
const EDITED: &str = "document.querySelector('[data-note] textarea')";

#[tokio::test(flavor = "multi_thread")]
async fn closing_the_window_keeps_what_is_half_typed() {
    let home = Home::new().await;
    known(&home).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    start_with(page, "Jan Kowalski").await;
    page.text("kept").await;
    page.key(Key::Enter).await;
    saved(page).await;
    page.tab_to("document.querySelector('[data-note] .edit')").await;
    page.key(Key::Enter).await;
    page.until("the editor", &format!("document.activeElement === {EDITED}")).await;
    page.control('a').await;
    page.text("a chan").await;
    page.tab_to("document.querySelector('#composer')").await;
    page.text("half a thou").await;
    // At once: typing is gathered for less than a second, and closing must not lose that second.
    close_window(window.process);
    window.ended(&home).await;

    let window = Window::open(&home, None).await;
    let page = &window.page;
    go_on(page).await;
    page.until("the draft", "document.querySelector('#composer')?.value === 'half a thou'").await;
    page.until("the change", &format!("{EDITED}?.value === 'a chan'")).await;
    window.quit(&home).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_the_window_keeps_what_is_half_prepared() {
    let home = Home::new().await;
    known(&home).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    prepare_with(page, "Jan Kowalski").await;
    page.tab_to(PREPARED).await;
    page.text("yan ko-VAL").await;
    close_window(window.process);
    window.ended(&home).await;

    let window = Window::open(&home, None).await;
    let page = &window.page;
    go_on(page).await;
    page.until("what was prepared", &format!("{PREPARED}?.value === 'yan ko-VAL'")).await;
    window.quit(&home).await;
}
