//! Closed by its close button while something is typed and not saved yet.

use fantoccini::key::Key;

use crate::{flow::start_with, home::Home, window::Window, x11::close_window};

#[tokio::test(flavor = "multi_thread")]
async fn closing_the_window_keeps_what_is_half_typed() {
    let home = Home::new().await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    page.until("the name field", "document.activeElement?.matches('input')").await;
    page.text("Ana Ruiz").await;
    page.key(Key::Enter).await;
    start_with(page, "Jan Kowalski").await;
    page.text("half a thou").await;
    // At once: typing is gathered for less than a second, and closing must not lose that second.
    close_window(window.process);
    window.ended(&home).await;

    let window = Window::open(&home, None).await;
    let page = &window.page;
    page.tab_to("[...document.querySelectorAll('a.primary')].find((a) => a.textContent.startsWith('Continue'))").await;
    page.key(Key::Enter).await;
    page.until("the draft", "document.querySelector('#composer')?.value === 'half a thou'").await;
    window.quit(&home).await;
}
