//! A Japanese input method between the keyboard and the window: `IBus` with Anthy.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use serde_json::json;

use crate::{
    flow::known,
    home::{Home, signal, until},
    window::Window,
};

/// The daemon of the input method, ended with the test.
pub(crate) struct Ibus(Child);

impl Drop for Ibus {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(None)) {
            self.go_on();
            signal("TERM", self.0.id());
            let _ = self.0.wait();
        }
    }
}

impl Ibus {
    /// Starts it for the programs of this home, which must not have been started yet. None, with the reason printed, where
    /// it is not installed.
    pub(crate) async fn start(test: &str, home: &mut Home) -> Option<Self> {
        if let Some(missing) = missing() {
            support::skip(test, &format!("{missing} is missing: apt install ibus ibus-anthy ibus-gtk3"));
            return None;
        }
        home.set("GTK_IM_MODULE", "ibus");
        // Its settings are in the home, as what it learns is. It begins with hiragana, where it would begin with Latin letters.
        home.set("GSETTINGS_BACKEND", "keyfile");
        let settings = home.path("config").join("glib-2.0/settings");
        std::fs::create_dir_all(&settings).unwrap();
        std::fs::write(settings.join("keyfile"), "[org/freedesktop/ibus/engine/anthy/common]\ninput-mode=0\n").unwrap();
        let mut daemon = command(home, "ibus-daemon");
        daemon.args(["--panel", "disable", "--emoji-extension", "disable", "--config", "disable"]);
        let ibus = Self(daemon.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
        until("the input method to take over", async || {
            // Its answer says more than its exit code, which also tells of a keyboard layout that it could not set.
            ask(home, &["engine", "anthy"]);
            (ask(home, &["engine"]) == "anthy").then_some(())
        })
        .await;
        Some(ibus)
    }

    /// Makes it late, as on a busy computer: keys that it was given come once it goes on.
    pub(crate) fn stand_still(&self) {
        signal("STOP", self.0.id());
    }

    pub(crate) fn go_on(&self) {
        signal("CONT", self.0.id());
    }
}

fn ask(home: &Home, arguments: &[&str]) -> String {
    let mut ibus = command(home, "ibus");
    String::from_utf8_lossy(&ibus.args(arguments).output().unwrap().stdout).trim().to_owned()
}

/// A program of the input method. Parts of it are scripts for the system's own Python, which must be found first.
fn command(home: &Home, program: &str) -> Command {
    let mut path = std::ffi::OsString::from("/usr/bin:/bin:");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    let mut command = home.command(program.as_ref(), None);
    command.env("PATH", path);
    command
}

/// What of it is not installed.
fn missing() -> Option<&'static str> {
    let on_the_path = |name: &str| {
        std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).any(|dir| dir.join(name).exists())
    };
    let exists = |path: &Path| path.exists();
    let mut libraries = vec![PathBuf::from("/usr/lib"), PathBuf::from("/usr/lib64")];
    libraries.extend(std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path()));
    let module = libraries.iter().any(|library| exists(&library.join("gtk-3.0/3.0.0/immodules/im-ibus.so")));
    if !(on_the_path("ibus-daemon") && on_the_path("ibus")) {
        Some("ibus")
    } else if !exists(Path::new("/usr/share/ibus/component/anthy.xml")) {
        Some("ibus-anthy")
    } else {
        (!module).then_some("im-ibus.so, the input method for GTK 3")
    }
}

/// A key goes to the input method first. Where that is late, the tests must wait for the key, as a person does who sees that
/// the focus has not moved; else they press too often, go past, and press Enter on something else.
#[tokio::test(flavor = "multi_thread")]
async fn tab_reaches_its_place_although_the_input_method_is_late() {
    let mut home = Home::new().await;
    known(&home).await;
    let Some(ibus) = Ibus::start("a late input method", &mut home).await else { return };
    let window = Window::open(&home, None).await;
    let page = &window.page;
    page.until("Today", "document.querySelector('form[aria-label=\"Add a candidate\"] option')").await;
    page.until("the name field", "document.activeElement?.matches('input')").await;
    let role = "document.querySelector('form[aria-label=\"Add a candidate\"] select')";
    page.js("window.tabs = 0; \
         addEventListener('keydown', (event) => (window.tabs += event.key === 'Tab' ? 1 : 0), true); return true")
        .await;
    ibus.stand_still();
    let late = async {
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        let still = page.js("return document.activeElement.matches('input')").await;
        ibus.go_on();
        assert_eq!(still, json!(true), "the key waits in the input method");
    };
    tokio::join!(page.tab_to(role), late);
    assert_eq!(page.js(&format!("return [document.activeElement === {role}, window.tabs]")).await, json!([true, 1]));
    window.quit(&home).await;
}
