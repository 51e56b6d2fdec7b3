//! The system's dark theme, in the window as people have it: under WebDriver other graphics are on.

use std::process::Stdio;

use crate::{
    home::{Home, program, signal, until},
    x11::Screen,
};

/// The grounds of the page in `tokens.css`.
const DARK: u32 = 0x0012_1316;
const LIGHT: u32 = 0x00f7_f7f5;

#[tokio::test(flavor = "multi_thread")]
async fn the_page_follows_the_systems_theme() {
    let screen = Screen::new();
    for (theme, ground) in [(Some("Adwaita:dark"), DARK), (None, LIGHT)] {
        let home = Home::new().await;
        let mut command = home.command(&program(), theme);
        let mut child = command.arg("--data").arg(home.data()).stdin(Stdio::null()).spawn().unwrap();
        until("the page on its ground", async || screen.shows(ground).then_some(())).await;
        signal("TERM", child.id());
        child.wait().unwrap();
    }
}
