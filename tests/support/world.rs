//! A data folder with a fixed clock and chance, an interviewer, and short words for what tests do most.

use std::{path::Path, sync::Arc};

use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Value, json};
use tempfile::TempDir;
use workbench_app::{
    App,
    deps::{Cost, Deps, FixedClock, SeededChance},
    failure::{Code, Failure},
};
use workbench_domain::{ids::InterviewerId, interviewer::Interviewer};
use workbench_store::{DataKey, Store, StoreError, interviewer};

use crate::Drawer;

/// The role of the shipped questions.
pub const ROLE: &str = "senior-python/senior-python-developer";
/// A shipped kit with six questions.
pub const KIT: &str = "senior-python/systems";

/// A data folder to work in, open, with the interviewer Ana Ruiz. It is gone when this value goes.
pub struct World {
    app: Option<App>,
    deps: Deps,
    /// The clock: it starts at 2026-11-22T10:00:00Z and moves on by one second at each look.
    pub clock: Arc<FixedClock>,
    /// A keychain that is played; there is none until a test puts one there.
    pub keychain: Arc<Drawer>,
    folder: TempDir,
}

/// Opens a data folder as the command line would, with the real clock and chance.
///
/// # Errors
/// As [`App::open`].
pub async fn open_folder(folder: &Path) -> Result<App, Failure> {
    App::open(folder, "a test", Deps { keychain: Drawer::none(), ..Deps::system() }).await
}

/// Opens a data folder as the window would: where it is damaged, for its rescue.
///
/// # Errors
/// As [`App::open_or_rescue`].
pub async fn open_rescue(folder: &Path) -> Result<App, Failure> {
    App::open_or_rescue(folder, "a test", Deps { keychain: Drawer::none(), ..Deps::system() }).await
}

/// Opens the store of a data folder that no application has open.
#[must_use]
pub fn open_store(data: &Path) -> Store {
    let keys: Value = serde_json::from_slice(&std::fs::read(data.join("keys.json")).unwrap()).unwrap();
    let hex = keys["data_key"].as_str().unwrap();
    let mut key = [0; 32];
    for (n, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[2 * n..2 * n + 2], 16).unwrap();
    }
    Store::open(&data.join("workbench.db"), &DataKey::new(key), false, &data.join("backups")).unwrap()
}

impl World {
    /// A new data folder whose interviewer is Ana Ruiz.
    pub async fn new() -> Self {
        let world = Self::unnamed().await;
        world.ok("interviewer_set", json!({ "name": "Ana Ruiz" })).await;
        world
    }

    /// A new data folder whose interviewer has not given a name.
    pub async fn unnamed() -> Self {
        let start: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let clock = Arc::new(FixedClock::new(start, TimeZone::UTC));
        // A passphrase that costs half a second would cost every test so much.
        let keychain = Drawer::none();
        let deps = Deps {
            cost: Cost::CHEAPEST,
            keychain: keychain.clone(),
            ..Deps::with(clock.clone(), Arc::new(SeededChance::new(7)))
        };
        let folder = tempfile::tempdir().unwrap();
        let mut world = Self { app: None, deps, clock, keychain, folder };
        world.open().await;
        world
    }

    async fn open(&mut self) {
        // A program that another test starts has the lock of every open folder as well, until it has become another program.
        for _ in 0..100 {
            match App::open(&self.data(), "a test", self.deps.clone()).await {
                Err(failure) if failure.code == Code::Conflict && failure.message.contains("in use by a test") => {
                    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                }
                opened => {
                    self.app = Some(opened.unwrap());
                    return;
                }
            }
        }
        panic!("the folder stays locked");
    }

    /// The data folder.
    #[must_use]
    pub fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    /// Opens the closed data folder as the window would: where it is damaged, for its rescue.
    pub async fn rescue(&mut self) {
        self.close().await;
        self.app = Some(App::open_or_rescue(&self.data(), "a test", self.deps.clone()).await.unwrap());
    }

    /// Whether the store answers.
    pub async fn is_open(&self) -> bool {
        self.app().call("status_get", "{}").await.is_ok()
    }

    /// A path beside the data folder.
    #[must_use]
    pub fn beside(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// The open use cases.
    #[must_use]
    pub fn app(&self) -> &App {
        self.app.as_ref().unwrap()
    }

    /// Closes the data folder.
    pub async fn close(&mut self) {
        if let Some(app) = self.app.take() {
            app.close().await.unwrap();
        }
    }

    /// Closes the data folder and opens it again, as the next start would.
    pub async fn restart(&mut self) {
        self.close().await;
        self.open().await;
    }

    /// Works in the store itself while the application is closed: for what another program or laptop would have done.
    pub async fn behind<T>(&mut self, job: impl AsyncFnOnce(&Store) -> T) -> T {
        self.close().await;
        let store = open_store(&self.data());
        let done = job(&store).await;
        store.close().await.unwrap();
        self.open().await;
        done
    }

    /// From here on another person uses this data folder, as after an exchange between colleagues.
    pub async fn become_colleague(&mut self, name: &str) {
        let person = Interviewer { id: InterviewerId(format!("colleague {name}")), name: name.to_owned() };
        self.behind(async |store| {
            store.write(move |w| interviewer::set_me(w, &person)).await.unwrap_or_else(|e: StoreError| panic!("{e}"));
        })
        .await;
    }

    /// Runs a command that must succeed.
    pub async fn ok(&self, command: &str, request: Value) -> Value {
        match self.app().call(command, &request.to_string()).await {
            Ok(answer) => serde_json::from_str(&answer).unwrap(),
            Err(failure) => panic!("{command} {request}: {failure:?}"),
        }
    }

    /// Runs a command that must be refused, and gives its code and message.
    pub async fn refused(&self, command: &str, request: Value) -> (String, String) {
        match self.app().call(command, &request.to_string()).await {
            Ok(answer) => panic!("{command} {request} was not refused: {answer}"),
            Err(failure) => {
                let failure = json!(failure);
                (text(&failure["code"]), text(&failure["message"]))
            }
        }
    }

    /// Adds a candidate; the answer is the id.
    pub async fn candidate(&self, name: &str) -> String {
        text(&self.ok("candidate_add", json!({ "name": name, "role_id": ROLE })).await["id"])
    }

    /// Starts an interview with [`KIT`]; the answer is the live interview.
    pub async fn start(&self, candidate: &str) -> Value {
        self.ok("interview_start", json!({ "candidate_id": candidate, "kit_id": KIT })).await
    }

    /// Keeps a note; the answer is the entry.
    pub async fn note(&self, interview: &str, question: &str, kind: &str, words: &str) -> Value {
        let request = json!({
            "interview_id": interview, "place": question, "kind": kind, "text": words, "at_seconds": 60,
        });
        self.ok("entry_save", request).await["entry"].clone()
    }

    /// Ticks the first indicator of a question: the least that is evidence.
    pub async fn tick(&self, interview: &str, question: &str) {
        let request = json!({
            "interview_id": interview, "question_id": question, "target": "indicator", "number": 1, "state": "heard",
        });
        self.ok("tick_set", request).await;
    }

    /// Rates a question.
    pub async fn rate(&self, interview: &str, question: &str, rating: Value) {
        self.ok("rating_set", json!({ "interview_id": interview, "question_id": question, "rating": rating })).await;
    }

    /// Attaches a file; the answer is the attachment's id.
    pub async fn attach(&self, interview: &str, place: &str, name: &str, bytes: &[u8]) -> String {
        let request = json!({ "interview_id": interview, "place": place, "name": name, "bytes": base64(bytes) });
        text(&self.ok("attachment_add", request).await["attachment"]["id"])
    }

    /// One whole interview: a note and a rating for each question, then submitted. The answer is the interview's id.
    pub async fn held(&self, candidate: &str, ratings: &[Value], recommendation: &str) -> String {
        let live = self.start(candidate).await;
        let id = text(&live["interview"]["id"]);
        for (question, rating) in questions(&live).iter().zip(ratings) {
            self.note(&id, question, "quote", &format!("What was said on {question}")).await;
            self.rate(&id, question, rating.clone()).await;
        }
        self.submit(&id, recommendation, "As the notes show.").await;
        id
    }

    /// Submits, with whatever is left unrated; the answer is the scorecard.
    pub async fn submit(&self, interview: &str, recommendation: &str, reason: &str) -> Value {
        let request = json!({
            "interview_id": interview, "recommendation": recommendation, "reason": reason, "anyway": true,
        });
        self.ok("scorecard_submit", request).await["scorecard"].clone()
    }

    /// The interview as it is kept now.
    pub async fn interview(&self, id: &str) -> Value {
        self.ok("interview_get", json!({ "interview_id": id })).await["interview"].clone()
    }
}

/// Bytes as the contract carries them (RFC 4648).
#[must_use]
pub fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut written = String::new();
    for group in bytes.chunks(3) {
        let number =
            group.iter().fold(0_usize, |number, byte| number << 8 | usize::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let sign = SIGNS[number >> (18 - 6 * place) & 63];
            written.push(if place > group.len() { '=' } else { char::from(sign) });
        }
    }
    written
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("not a text: {value}")).to_owned()
}

/// The ids of a live interview's questions, in kit order.
fn questions(live: &Value) -> Vec<String> {
    live["interview"]["content"]["questions"].as_array().unwrap().iter().map(|q| text(&q["id"])).collect()
}
