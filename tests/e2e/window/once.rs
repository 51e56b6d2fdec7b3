//! Started twice, and started where something else holds the data folder.

use std::fs::{self, File};

use serde_json::json;

use crate::{
    flow::welcome,
    home::{Home, program, until},
    window::Window,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_brings_the_first_forward_and_ends() {
    let home = Home::new().await;
    let window = Window::open(&home, None).await;
    window.page.says("Welcome").await;
    let mut second = home.command(&program(), None).arg("--data").arg(home.data()).spawn().unwrap();
    let ended = until("the second start to end", async || second.try_wait().unwrap()).await;
    assert_eq!(ended.code(), Some(0));
    assert_eq!(home.process(), Some(window.process), "the first lives on");
    assert_eq!(window.page.js("return document.querySelector('h1').innerText").await, json!("Welcome"));
    window.quit(&home).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_something_else_holds_is_said_in_the_window_and_opened_once_it_is_free() {
    let home = Home::new().await;
    fs::create_dir(home.data()).unwrap();
    let lock = File::create(home.data().join("workbench.lock")).unwrap();
    lock.lock().unwrap();
    fs::write(home.data().join("workbench.lock"), "a test (process 1)").unwrap();
    let window = Window::open(&home, None).await;
    let page = &window.page;
    page.says("Your data could not be opened").await;
    page.says("in use by a test (process 1)").await;
    page.picture("cannot-open").await;
    drop(lock);
    page.press("Try again").await;
    page.says("Welcome").await;
    page.until("the name field", "document.querySelector('input')").await;
    page.tab_to("document.querySelector('input')").await;
    welcome(page).await;
    page.says("Add a candidate").await;
    window.quit(&home).await;
}
