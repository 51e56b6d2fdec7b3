//! The system's settings, in the window as people have it: under WebDriver other graphics are on.

use std::{
    fs,
    path::Path,
    process::{Child, Stdio},
};

use crate::{
    home::{Home, program, signal, until},
    x11::Screen,
};

/// The grounds of the page in `tokens.css`.
const DARK: u32 = 0x0012_1316;
const LIGHT: u32 = 0x00f7_f7f5;

/// A window that shows this ground. `settings` are GTK's, as a desktop without a service for them has them.
async fn window_on(ground: u32, theme: Option<&str>, settings: &str) -> (Home, Child) {
    let home = Home::new().await;
    let folder = home.path("config").join("gtk-3.0");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("settings.ini"), format!("[Settings]\n{settings}\n")).unwrap();
    let mut command = home.command(&program(), theme);
    let child = command.arg("--data").arg(home.data()).stdin(Stdio::null()).spawn().unwrap();
    let screen = Screen::new();
    until("the page on its ground", async || screen.shows(ground).then_some(())).await;
    (home, child)
}

fn end(mut child: Child) {
    signal("TERM", child.id());
    child.wait().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_follows_the_systems_theme() {
    for (ground, theme, settings) in
        [(DARK, Some("Adwaita:dark"), ""), (DARK, None, "gtk-application-prefer-dark-theme=1"), (LIGHT, None, "")]
    {
        let (_home, child) = window_on(ground, theme, settings).await;
        end(child);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_graphics_device_the_window_loads_no_driver_of_opengl() {
    let devices = fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    if devices.into_iter().any(|device| device.file_name().to_string_lossy().starts_with("renderD")) {
        println!("skipped: without_a_graphics_device_the_window_loads_no_driver_of_opengl: this computer has one");
        return;
    }
    let (_home, child) = window_on(LIGHT, None, "").await;
    let maps = fs::read_to_string(Path::new("/proc").join(child.id().to_string()).join("maps")).unwrap();
    assert!(maps.contains("libEGL.so"), "the library without drivers is there");
    assert!(!maps.contains("libEGL_"), "a driver was loaded:\n{maps}");
    end(child);
}
