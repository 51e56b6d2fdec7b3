//! The window under WebDriver: tauri-driver, which starts WebKitWebDriver, which starts the program.

use std::{
    net::TcpListener,
    process::{Child, Command, Stdio},
};

use fantoccini::{Client, ClientBuilder, key::Key};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::{
    home::{Home, signal, until},
    page::Page,
};

/// An open window.
pub(crate) struct Window {
    pub(crate) page: Page,
    /// The program's process.
    pub(crate) process: u32,
    driver: Driver,
}

/// tauri-driver, ended with SIGTERM whatever happens: SIGKILL would orphan WebKitWebDriver.
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(None)) {
            signal("TERM", self.0.id());
            let _ = self.0.wait();
        }
    }
}

impl Window {
    /// Opens the window of this home. `theme` is a GTK theme such as `Adwaita:dark`.
    pub(crate) async fn open(home: &Home, theme: Option<&str>) -> Self {
        let mut driver = home.command("tauri-driver".as_ref(), theme);
        // Set, so that the program leaves it alone: where the web view draws without OpenGL, WebKitWebDriver waits
        // for a frame that never comes after it has taken a picture. People see every frame (bench-start drives that).
        driver.env("GDK_GL", "");
        Self::driven(home, driver).await
    }

    /// Opens the window of this home as people do, to measure it. No picture can be taken.
    #[allow(dead_code)] // `make bench`
    pub(crate) async fn measured(home: &Home) -> Self {
        let mut driver = home.command("tauri-driver".as_ref(), None);
        // People have the bridge to screen readers.
        driver.env_remove("NO_AT_BRIDGE");
        Self::driven(home, driver).await
    }

    async fn driven(home: &Home, mut driver: Command) -> Self {
        for (variable, why) in [
            ("DISPLAY", "run under Xvfb: `make test` does"),
            ("DBUS_SESSION_BUS_ADDRESS", "run under dbus-run-session: `make test` does"),
        ] {
            assert!(std::env::var_os(variable).is_some(), "{variable} is not set: {why}");
        }
        let ports = [free_port(), free_port()];
        let driver = driver
            .args(["--port", &ports[0].to_string(), "--native-port", &ports[1].to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("tauri-driver: {error}; cargo install tauri-driver@2.1.0 --locked"));
        let driver = Driver(driver);
        let url = format!("http://127.0.0.1:{}", ports[0]);
        for port in ports {
            until("the WebDriver to listen", async || tokio::net::TcpStream::connect(("127.0.0.1", port)).await.ok())
                .await;
        }
        let options = json!({ "application": home.application(), "args": ["--data", home.data()] });
        let mut capabilities = serde_json::Map::new();
        capabilities.insert("tauri:options".to_owned(), options);
        let client = ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(&url).await;
        let client: Client = client.unwrap_or_else(|error| panic!("the window did not open: {error}"));
        let process = until("the program's process", async || home.process()).await;
        let page = Page(client);
        page.until("the page to be there", "document.querySelector('h1, #composer')").await;
        Self { page, process, driver }
    }

    /// Types one key into the first screen: some distributions build the driver without input.
    pub(crate) async fn must_receive_keys(&self) {
        let before = "document.activeElement.value = ''; return true";
        self.page.js(before).await;
        self.page.text("k").await;
        let typed = self.page.js("return document.activeElement.value").await;
        let version = std::process::Command::new("WebKitWebDriver").arg("--version").output();
        let version = version.map(|o| String::from_utf8_lossy(&o.stdout).trim().to_owned()).unwrap_or_default();
        assert_eq!(typed, json!("k"), "the driver does not deliver keys to the window ({version})");
        self.page.key(Key::Backspace).await;
    }

    /// Ends the program at once, as `kill -9` does.
    pub(crate) async fn kill(self, home: &Home) {
        signal("KILL", self.process);
        until("the killed program to be gone", async || home.is_free().then_some(())).await;
        drop(self.driver);
    }

    /// Waits until the program has ended by itself.
    pub(crate) async fn ended(self, home: &Home) {
        until("the program to end", async || home.is_free().then_some(())).await;
        drop(self.driver);
    }

    /// Ends the session and with it the program.
    pub(crate) async fn quit(self, home: &Home) {
        let Self { page, driver, .. } = self;
        page.0.close().await.unwrap();
        // The driver ends the program after it has answered; it must live until then.
        until("the program to end", async || home.is_free().then_some(())).await;
        drop(driver);
    }
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}
