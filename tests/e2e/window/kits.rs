//! A kit, built and published, with a kill in between.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::{
    flow::{kits, known},
    home::Home,
    page::Page,
    window::Window,
};

const TITLE: &str = "Zwei Köpfe שתיים";

/// The button of a question that was found, to add it.
const ADD: &str = "document.activeElement?.matches('[data-add]')";

async fn order(page: &Page) -> Value {
    page.js("return [...document.querySelectorAll('[data-place] .main > a')].map((e) => e.innerText)").await
}

async fn kit(page: &Page, title: &str) {
    page.until("the kit", &format!("document.querySelector('h1')?.innerText.trim() === {}", json!(title))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kit_is_built_outlives_a_kill_is_published_and_offered_to_the_next_candidate() {
    let home = Home::new().await;
    known(&home).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    page.press("Kits").await;
    page.press("New kit").await;
    page.until("the title", "document.activeElement?.matches('main input')").await;
    page.text(TITLE).await;
    kit(page, TITLE).await;
    page.press("Publish version 1").await;
    page.until("what it wants", "/No question is required/.test(document.activeElement?.innerText)").await;

    page.tab_to("document.querySelector('#kit-search')").await;
    page.text("gil").await;
    page.key(Key::Down).await;
    page.until("what was found", ADD).await;
    page.key(Key::Enter).await;
    page.key(Key::Escape).await;
    page.control('a').await;
    page.text("test").await;
    page.key(Key::Down).await;
    page.until("what was found", ADD).await;
    page.key(Key::Enter).await;
    page.until("two questions", "document.querySelectorAll('[data-place]').length === 2").await;
    let built = order(page).await;
    assert_eq!(built[0], json!("The GIL and what it does to threads"));
    // The second one up: the order is the person's.
    page.tab_to("document.querySelectorAll('[data-place]')[1].querySelector('[data-control=minutes]')").await;
    page.chord(&[Key::Alt], Key::Up.into()).await;
    let wanted = json!([built[1], built[0]]);
    let first = format!("document.querySelector('[data-place] .main > a').innerText === {}", wanted[0]);
    page.until("it to be first", &first).await;
    assert_eq!(order(page).await, wanted);
    page.until("the draft to be saved", "document.querySelector('header [data-state=saved]')").await;
    page.picture("kit").await;
    window.kill(&home).await;

    let window = Window::open(&home, Some("Adwaita:dark")).await;
    let page = &window.page;
    page.press("Kits").await;
    page.says("Not published").await;
    page.press(TITLE).await;
    kit(page, TITLE).await;
    assert_eq!(order(page).await, wanted, "as it was before the kill");
    page.says("Ready to be published.").await;
    page.picture("dark-kit").await;
    page.press("Publish version 1").await;
    page.says("Version 1 is published. New interviews use it.").await;
    page.press("Today").await;
    page.until("the next step", "document.activeElement?.closest('main .page')").await;
    page.tab_to("document.querySelector('form[aria-label=\"Add a candidate\"] input')").await;
    page.text("Jan Kowalski").await;
    page.key(Key::Enter).await;
    kits(page).await;
    page.says(TITLE).await;
    window.quit(&home).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_half_typed_role_outlives_a_kill() {
    let home = Home::new().await;
    known(&home).await;
    let window = Window::open(&home, None).await;
    let page = &window.page;
    page.press("Kits").await;
    page.press("New role").await;
    page.until("the title", "document.activeElement?.matches('form input')").await;
    page.text("Ingénieur plateforme").await;
    page.says("no kit can use it yet").await;
    window.kill(&home).await;

    let window = Window::open(&home, Some("Adwaita:dark")).await;
    let page = &window.page;
    page.press("Kits").await;
    page.press("Ingénieur plateforme").await;
    page.says("As you left it today").await;
    let title = page.js("return document.querySelector('form input').value").await;
    assert_eq!(title, json!("Ingénieur plateforme"));
    page.picture("dark-role").await;
    window.quit(&home).await;
}
