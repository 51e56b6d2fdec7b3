//! A store in a folder of its own, and content to put into it.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::Connection;
use tempfile::TempDir;
use workbench_domain::{
    amendment::{Judgement, ScorecardVersion},
    candidate::Candidate,
    interviewer::Interviewer,
    kit::{Background, Competency, Kit, KitContent, KitQuestion, Role},
    question::{Question, QuestionType},
    scorecard::{Recommendation, Scorecard},
};
use workbench_store::{
    DataKey, Store, StoreError, Write, candidate, interview, interviewer, kit, question, role, scorecard,
};

pub const KEY: [u8; 32] = [7; 32];

pub struct Home {
    pub folder: TempDir,
}

impl Home {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("workbench.db")
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn open_with(&self, key: [u8; 32], create: bool) -> Result<Store, StoreError> {
        open(&self.path(), key, create)
    }

    pub fn store(&self) -> Store {
        self.open_with(KEY, true).unwrap()
    }

    /// A plain keyed connection, to do to the file what no version of the product does.
    pub fn raw(&self) -> Connection {
        raw(&self.path())
    }
}

pub fn open(path: &Path, key: [u8; 32], create: bool) -> Result<Store, StoreError> {
    Store::open(path, &DataKey::new(key), create, &path.parent().unwrap().join("backups"))
}

pub fn raw(path: &Path) -> Connection {
    // The store sets SQLite up once and alone; a first connection beside that would meet no cipher.
    assert_eq!(open(&path.with_file_name("none.db"), KEY, false).map(|_| ()), Err(StoreError::Missing));
    let conn = Connection::open(path).unwrap();
    let hex: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
    conn.execute_batch(&format!("PRAGMA key = \"x'{hex}'\"; PRAGMA cipher_log_level=NONE;")).unwrap();
    conn
}

pub fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(1_790_000_000_000 + milliseconds).unwrap()
}

pub fn a_question(id: &str) -> Question {
    Question {
        id: id.into(),
        section: "Technical knowledge".into(),
        level: String::new(),
        question_type: Some(QuestionType::Knowledge),
        title: format!("Title of {id}"),
        prompt: format!("What is {id}?"),
        competency: "concurrency".into(),
        tags: vec!["tagword".into()],
        minutes: 5,
        indicators: vec!["names the lock".into(), "measures first".into()],
        red_flags: vec!["guesses".into()],
        probes: vec!["And then?".into()],
        anchors: ["one", "two", "three", "four", "five"].map(str::to_owned),
        guidance: String::new(),
    }
}

pub fn a_role() -> Role {
    let competency = Competency {
        id: "concurrency".into(),
        name: "Concurrency".into(),
        definition: "Many things at once.".into(),
        weight: 1,
        weight_reason: String::new(),
        must_have: None,
    };
    Role {
        id: "r/senior".into(),
        title: "Engineer".into(),
        level: "senior".into(),
        competencies: vec![competency],
        submit_within_hours: None,
    }
}

pub fn a_kit(questions: &[Question]) -> KitContent {
    let places = questions
        .iter()
        .map(|q| KitQuestion { question_id: q.id.clone(), required: true, section: String::new(), minutes: None })
        .collect();
    let kit = Kit {
        id: "k/first".into(),
        role_id: "r/senior".into(),
        title: "First talk".into(),
        slot_minutes: 60,
        background: Background::default(),
        opening: "Welcome.".into(),
        closing: "Thank you.".into(),
        ready: Vec::new(),
        candidate_minutes: None,
        questions: places,
    };
    KitContent { kit, role: a_role(), questions: questions.to_vec() }
}

pub fn me() -> Interviewer {
    Interviewer { id: "me".into(), name: "Anna Żółć".into() }
}

pub fn a_candidate(id: &str, added: i64) -> Candidate {
    Candidate {
        id: id.into(),
        name: format!("Candidate {id}"),
        spoken_name: String::new(),
        role_id: "r/senior".into(),
        round_id: None,
        sample: false,
        practice: false,
        added_at: at(added),
    }
}

/// A kit of three questions (`q/c`, `q/a`, `q/b`), an interviewer, a candidate `c1` and an open interview `i1`.
pub fn a_world(w: &Write<'_>) -> Result<KitContent, StoreError> {
    let questions = ["q/c", "q/a", "q/b"].map(a_question);
    interviewer::set_me(w, &me())?;
    role::put(w, &a_role(), at(0))?;
    for q in &questions {
        question::put(w, q, at(0), &format!("v1-{}", q.id))?;
    }
    let content = a_kit(&questions);
    kit::put(w, &content, at(0), "kit-v1")?;
    candidate::insert(w, &a_candidate("c1", 0), &me().id)?;
    interview::insert(w, &an_interview("i1", "c1", 1000))?;
    Ok(content)
}

pub fn an_interview(id: &str, candidate: &str, started: i64) -> interview::NewInterview {
    interview::NewInterview {
        id: id.into(),
        candidate_id: candidate.into(),
        interviewer_id: me().id,
        host_id: None,
        session_id: format!("session of {id}").into(),
        part: None,
        kit_id: "k/first".into(),
        kit_version: 1,
        started_at: at(started),
    }
}

/// Runs a test in a transaction of a new store.
pub async fn within(test: impl FnOnce(&Write<'_>) -> Result<(), StoreError> + Send + 'static) {
    let home = Home::new();
    home.store().write(move |w| test(w)).await.unwrap();
}

/// Sets one thing, so that a test of writing needs no world.
pub async fn set(store: &Store, name: &str, value: &str) -> Result<(), StoreError> {
    let (name, value) = (name.to_owned(), value.to_owned());
    store.write(move |w| workbench_store::setting::set(w, &name, &value)).await
}

pub async fn value(store: &Store, name: &str) -> Result<Option<String>, StoreError> {
    let name = name.to_owned();
    store.read(move |r| workbench_store::setting::get(r, &name)).await
}

/// Submits `i1` at a time, with its first version.
pub fn submit(w: &Write<'_>, recommendation: Recommendation, reason: &str, when: i64) -> Result<Scorecard, StoreError> {
    let locked = Scorecard {
        recommendation: Some(recommendation),
        reason: reason.into(),
        submitted_at: Some(at(when)),
        submitted_anyway: true,
        minutes: Some(7),
        after_seeing_others: true,
        hash: Some("b".repeat(64)),
        ..Scorecard::default()
    };
    scorecard::submit(w, &"i1".into(), &locked, &a_version(1, recommendation, when))?;
    Ok(locked)
}

/// A version with no more than it must have; its author had seen others.
pub fn a_version(number: u32, recommendation: Recommendation, when: i64) -> ScorecardVersion {
    ScorecardVersion {
        number,
        judgement: Judgement {
            recommendation,
            reason: "Because.".into(),
            reasons_for: Vec::new(),
            reasons_against: Vec::new(),
            own_ratings: Vec::new(),
            ratings: Vec::new(),
        },
        at: at(when),
        reason: (number > 1).then(|| "On reflection.".into()),
        after_seeing_others: true,
        hash: "b".repeat(64),
    }
}
