//! The page's calls. Beside those of the shell there is one for tests: to make the next calls fail.

use std::{
    collections::HashSet,
    fs,
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde_json::{Value, json};
use workbench_app::{
    App,
    contract::Command,
    failure::{Code, Failure},
};

/// The use cases, with what a test has arranged.
pub(crate) struct Calls {
    app: App,
    saves: PathBuf,
    arranged: Mutex<Arranged>,
}

/// What a test has arranged through `/test/…`.
#[derive(Default)]
struct Arranged {
    /// How many of the next calls that save fail, and how.
    failing: u64,
    failure: Option<Failure>,
    /// Whether the next save dialog is cancelled.
    cancel: bool,
    /// Files written, which may be opened or shown in their folder, and those that were.
    exported: HashSet<String>,
    opened: Vec<String>,
    shown: Vec<String>,
}

impl Calls {
    pub(crate) fn new(app: App, saves: PathBuf) -> Self {
        Self { app, saves, arranged: Mutex::default() }
    }

    fn arranged(&self) -> MutexGuard<'_, Arranged> {
        self.arranged.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a call: a status and JSON.
    pub(crate) async fn post(&self, url: &str, body: &str) -> (u16, String) {
        let answer = match url.trim_start_matches('/').split_once('/') {
            Some(("call", name)) => self.call(name, body).await,
            Some(("call_saving", name)) => self.call_saving(name, body).await,
            Some(("test", what)) => self.arrange(what, body),
            None if url == "/open_exported" => self.open(body, |arranged| &mut arranged.opened),
            None if url == "/show_exported" => self.open(body, |arranged| &mut arranged.shown),
            _ => Err(Failure::invalid(format!("There is nothing at {url}."))),
        };
        match answer {
            Ok(answer) => (200, answer),
            Err(failure) => (status(failure.code), json!(failure).to_string()),
        }
    }

    async fn call(&self, name: &str, body: &str) -> Result<String, Failure> {
        if Command::find(name).is_some_and(|command| command.saves_file) {
            return Err(Failure::invalid(format!("The window must ask where to save before it calls {name}.")));
        }
        self.fail_if_arranged(name)?;
        self.app.call(name, body).await
    }

    /// Reading goes on while saving fails, as on a full disk.
    fn fail_if_arranged(&self, name: &str) -> Result<(), Failure> {
        let reads = ["_get", "_list", "_search", "_check", "_table", "_evidence", "backup_keep"]
            .iter()
            .any(|end| name.ends_with(end));
        let mut arranged = self.arranged();
        if reads || arranged.failing == 0 {
            return Ok(());
        }
        arranged.failing -= 1;
        arranged.failure.clone().map_or(Ok(()), Err)
    }

    async fn call_saving(&self, name: &str, body: &str) -> Result<String, Failure> {
        if !Command::find(name).is_some_and(|command| command.saves_file) {
            return Err(Failure::invalid(format!("{name} writes no file.")));
        }
        let mut asked: Value = read(body)?;
        if std::mem::take(&mut self.arranged().cancel) {
            return Ok("null".to_owned());
        }
        let suggested = asked["suggested"].as_str().unwrap_or_default().replace(['/', '\\'], " ");
        fs::create_dir_all(&self.saves).map_err(|error| Failure::new(Code::CannotWrite, error.to_string()))?;
        // Where no file is suggested, it is about a folder.
        let path = if suggested.is_empty() { self.saves.clone() } else { self.saves.join(suggested) };
        let mut request = asked["request"].take();
        request["path"] = json!(path);
        let answer = self.app.call(name, &request.to_string()).await?;
        self.arranged().exported.insert(path.display().to_string());
        Ok(answer)
    }

    fn open(&self, body: &str, kept: impl Fn(&mut Arranged) -> &mut Vec<String>) -> Result<String, Failure> {
        let asked: Value = read(body)?;
        let path = asked["path"].as_str().unwrap_or_default().to_owned();
        let mut arranged = self.arranged();
        if !arranged.exported.contains(&path) {
            return Err(Failure::new(Code::NotFound, "That file was not exported since the start."));
        }
        kept(&mut arranged).push(path);
        Ok("null".to_owned())
    }

    /// `/test/fail {"calls": 3, "code": "disk_full", "message": "…"}`, `/test/cancel_next_dialog {}`, `/test/opened {}`, `/test/shown {}`.
    fn arrange(&self, what: &str, body: &str) -> Result<String, Failure> {
        let asked: Value = read(body)?;
        let mut arranged = self.arranged();
        match what {
            "fail" => {
                arranged.failing = asked["calls"].as_u64().unwrap_or(0);
                arranged.failure = if arranged.failing == 0 { None } else { Some(read(body)?) };
            }
            "cancel_next_dialog" => arranged.cancel = true,
            "opened" => return Ok(json!(arranged.opened).to_string()),
            "shown" => return Ok(json!(arranged.shown).to_string()),
            _ => return Err(Failure::invalid(format!("A test cannot arrange {what}."))),
        }
        Ok("null".to_owned())
    }
}

fn read<T: for<'a> serde::Deserialize<'a>>(body: &str) -> Result<T, Failure> {
    serde_json::from_str(body).map_err(|error| Failure::invalid(format!("The request cannot be read: {error}.")))
}

fn status(code: Code) -> u16 {
    match code {
        Code::NotFound => 404,
        Code::Conflict
        | Code::Hidden
        | Code::Locked
        | Code::LockedStore
        | Code::NameFirst
        | Code::ProtectFirst
        | Code::Stopped => 409,
        Code::DiskFull | Code::Storage | Code::Damaged | Code::DamageFound | Code::CannotOpen | Code::CannotWrite => {
            422
        }
        Code::Bug => 418,
        Code::Invalid | Code::Undrawable => 400,
    }
}
