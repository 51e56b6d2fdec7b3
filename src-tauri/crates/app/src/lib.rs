//! The use cases: everything that the window and the command line can ask for, behind one door, [`App::call`].
//!
//! The only crate that knows two workers at once. It holds no rule (those are in `workbench-domain`) and no SQL.

pub mod access;
pub mod action;
pub mod agreement;
pub mod amendment;
pub mod appointment;
pub mod attachment;
pub mod backup;
pub mod bank;
pub mod calendar;
pub mod calendar_import;
pub mod candidate;
pub mod candidate_change;
pub mod candidate_import;
mod candidate_match;
pub mod compare;
mod comparison_text;
pub mod contact;
pub mod contract;
pub mod debrief;
pub mod decision;
pub mod demo;
pub mod deps;
pub mod disk;
mod document;
pub mod draft;
pub mod drill;
pub mod edit;
pub mod entry;
pub mod erase;
pub mod example;
pub mod export;
pub mod failure;
pub mod file_name;
pub mod guide;
pub mod habit;
pub mod hidden;
pub mod hold;
pub mod impact;
pub mod import;
pub mod import_row;
pub mod import_undo;
mod imported;
mod independence;
pub mod interview;
mod job;
pub mod keys;
pub mod kit;
pub mod kit_draft;
pub mod log;
pub mod meeting;
pub mod namesake;
pub mod nothing;
mod opening;
pub mod pack;
pub mod pack_check;
mod packet;
pub mod packet_file;
mod picture;
pub mod preparation;
mod preview;
mod print;
pub mod protection;
pub mod question;
pub mod rating;
pub mod reliability;
pub mod rescue;
pub mod restore;
pub mod retention;
pub mod role;
pub mod role_draft;
pub mod round;
mod round_export;
pub mod scorecard;
mod scorecard_export;
mod scorecard_import;
mod scorecard_match;
mod scorecard_who;
pub mod shipped;
mod signing;
pub mod slot;
pub mod start;
pub mod status;
pub mod structure;
pub mod today;
pub mod trial;
pub mod typescript;
mod unread;
pub mod usage;
pub mod version;
pub mod weight;

use std::{
    future::{Future as _, poll_fn},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock},
    task::Poll,
};

use jiff::Timestamp;
pub use workbench_domain::{
    formula::printed,
    namesake::{namesakes, told_apart},
    text::{count, isolate},
};
use workbench_domain::{interviewer::Interviewer, log::Act};
use workbench_report::Fonts;
use workbench_store::{DataKey, Store, interviewer};

use crate::{
    deps::{Clock, Deps, Trouble},
    disk::DataFolder,
    failure::{Code, Failure},
    job::Jobs,
};

/// Whether the store is open, and by whose leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Its key lies bare, so it is open.
    Unprotected,
    /// Its key is wrapped, and it is closed.
    Locked,
    /// Its key is wrapped, and it was opened.
    Unlocked,
    /// Its key is at hand, and it cannot be opened all the same.
    Damaged,
}

pub(crate) fn database_path(folder: &Path) -> PathBuf {
    folder.join("workbench.db")
}

struct Inner {
    deps: Deps,
    /// Closed while it is locked.
    store: RwLock<Store>,
    access: RwLock<Access>,
    /// Why the keychain did not open it, where it should have.
    trouble: RwLock<Option<Trouble>>,
    /// The key while the store is open, or damaged: for backups and the rescue. Wiped when it is locked.
    key: Mutex<Option<DataKey>>,
    /// Why it cannot be opened, while it is damaged.
    damage: Mutex<Option<Failure>>,
    /// Every command holds it open; those that close or open the store wait until they have it alone.
    gate: tokio::sync::RwLock<()>,
    fonts: Fonts,
    folder: DataFolder,
    jobs: Jobs,
    /// Whose laptop this is, once named: asked for before every write, and a reading of its own would double the wait.
    me: Mutex<Option<Interviewer>>,
}

/// An open data folder and everything that can be done with it. Cheap to clone.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
    clock: Arc<dyn Clock>,
}

impl Inner {
    fn set_key(&self, key: Option<DataKey>) {
        *self.key.lock().unwrap_or_else(PoisonError::into_inner) = key;
    }

    fn damage(&self) -> MutexGuard<'_, Option<Failure>> {
        self.damage.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    /// Opens a data folder, makes it where it is new, and brings in the shipped questions. A protected store that the keychain
    /// does not open stays closed until `store_unlock`. `holder` names this program to a second one that finds the folder in
    /// use.
    ///
    /// # Errors
    /// `cannot_open` or `conflict`, with what to do; nothing that was there is overwritten.
    pub async fn open(path: &Path, holder: &str, deps: Deps) -> Result<Self, Failure> {
        let app = Self::open_or_rescue(path, holder, deps).await?;
        match app.damage() {
            Some(damage) => Err(Failure::new(
                Code::CannotOpen,
                format!(
                    "{} The data folder is {}. To see what can be rescued: workbench rescue.",
                    damage.message,
                    disk::path_words(app.data_folder())
                ),
            )),
            None => Ok(app),
        }
    }

    /// Opens a data folder as [`Self::open`] does. Where its key is at hand and the store is damaged or missing all the
    /// same, only the commands of the rescue answer, and every other one says what happened (`damaged`).
    ///
    /// # Errors
    /// As [`Self::open`], for every other cause.
    pub async fn open_or_rescue(path: &Path, holder: &str, deps: Deps) -> Result<Self, Failure> {
        let folder = DataFolder::take(path, holder)?;
        let clock = deps.clock.clone();
        let inner = Inner {
            deps,
            store: RwLock::new(Store::closed()),
            access: RwLock::new(Access::Locked),
            trouble: RwLock::default(),
            key: Mutex::default(),
            damage: Mutex::default(),
            gate: tokio::sync::RwLock::default(),
            fonts: Fonts::new(),
            folder,
            jobs: Jobs::default(),
            me: Mutex::default(),
        };
        let app = Self { inner: Arc::new(inner), clock };
        app.begin().await?;
        Ok(app)
    }

    /// Runs one command of the contract: JSON in, JSON out. Whoever calls must wait for the answer: a command that is
    /// dropped half way stops between two of its steps.
    ///
    /// # Errors
    /// The failure as it crosses to the page. A panic in a command becomes [`Code::Bug`].
    pub async fn call(&self, name: &str, json: &str) -> Result<String, Failure> {
        if name == "store_lock" {
            // Nobody waits for an export before the data is locked.
            self.jobs().stop_all();
        }
        let waits = !protection::alone(name) && !job::ABOUT_JOBS.contains(&name);
        let together = if waits { Some(self.gate().read().await) } else { None };
        if self.is_locked() && !protection::WITH_SECRETS.contains(&name) {
            return Err(protection::locked());
        }
        if let Some(damage) = self.damage().filter(|_| together.is_some()) {
            return Err(damage);
        }
        if trial::OF_REAL_PEOPLE.contains(&name) {
            trial::for_real_people(self).await?;
        }
        let mut command = Box::pin(contract::dispatch(self, name, json));
        // A panic ends the command and not the program. A task of its own would do the same, and cost every note two
        // changes of thread.
        poll_fn(|context| {
            catch_unwind(AssertUnwindSafe(|| command.as_mut().poll(context)))
                .unwrap_or_else(|panic| Poll::Ready(Err(Failure::panicked(panic.as_ref()))))
        })
        .await
    }

    /// Writes out what is under way and closes the store. Calls made later fail.
    ///
    /// # Errors
    /// When the last of it could not be written.
    pub async fn close(&self) -> Result<(), Failure> {
        self.jobs().stop_all();
        Ok(self.store().close().await?)
    }

    /// The data folder, by its canonical path.
    #[must_use]
    pub fn data_folder(&self) -> &Path {
        &self.inner.folder.path
    }

    pub(crate) fn now(&self) -> Timestamp {
        // The store keeps milliseconds; an answer must say what the store will say.
        let now = self.clock.now();
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// The same folder at another time: the sample round was held on other days.
    pub(crate) fn at(&self, clock: Arc<dyn Clock>) -> Self {
        Self { clock, ..self.clone() }
    }

    pub(crate) fn deps(&self) -> &Deps {
        &self.inner.deps
    }

    pub(crate) fn store(&self) -> Store {
        self.inner.store.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn set_store(&self, store: Store) {
        *self.inner.store.write().unwrap_or_else(PoisonError::into_inner) = store;
    }

    /// Closes the store and forgets what was read of it.
    pub(crate) async fn close_store(&self) -> Result<(), Failure> {
        let store = self.store();
        self.set_store(Store::closed());
        *self.named() = None;
        self.inner.set_key(None);
        Ok(store.close().await?)
    }

    pub(crate) fn gate(&self) -> &tokio::sync::RwLock<()> {
        &self.inner.gate
    }

    pub(crate) fn jobs(&self) -> &Jobs {
        &self.inner.jobs
    }

    pub(crate) fn fonts(&self) -> &Fonts {
        &self.inner.fonts
    }

    pub(crate) fn access(&self) -> Access {
        *self.inner.access.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_access(&self, access: Access) {
        *self.inner.access.write().unwrap_or_else(PoisonError::into_inner) = access;
    }

    pub(crate) fn trouble(&self) -> Option<Trouble> {
        self.inner.trouble.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn set_trouble(&self, trouble: Option<Trouble>) {
        *self.inner.trouble.write().unwrap_or_else(PoisonError::into_inner) = trouble;
    }

    /// The key of the store that is open, or damaged.
    pub(crate) fn key(&self) -> Result<DataKey, Failure> {
        let key = self.inner.key.lock().unwrap_or_else(PoisonError::into_inner);
        key.as_ref().map(DataKey::copy).ok_or_else(protection::locked)
    }

    /// Whether there is a passphrase.
    pub(crate) fn is_protected(&self) -> bool {
        matches!(self.access(), Access::Unlocked | Access::Locked)
    }

    /// Whether the store waits for its passphrase.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.access() == Access::Locked
    }

    /// Whether the store is protected and was opened.
    #[must_use]
    pub fn is_unlocked(&self) -> bool {
        self.access() == Access::Unlocked
    }

    /// Whose laptop this is. The name is blank until it was given.
    pub(crate) async fn owner(&self) -> Result<Interviewer, Failure> {
        let owner = self.store().read(|r| Ok::<_, Failure>(workbench_store::interviewer::me(r)?)).await?;
        owner.ok_or_else(|| Failure::bug("The store names no owner."))
    }

    /// The interviewer of this laptop, by name: needed for everything that ends up in a scorecard.
    pub(crate) async fn me(&self) -> Result<Interviewer, Failure> {
        if let Some(me) = self.named().clone() {
            return Ok(me);
        }
        let owner = self.owner().await?;
        if owner.name.is_empty() {
            return Err(Failure::new(
                Code::NameFirst,
                "Tell the workbench your name first: it stands in your scorecards. At the command line: workbench \
                 interviewer set NAME.",
            ));
        }
        *self.named() = Some(owner.clone());
        Ok(owner)
    }

    /// Makes this person the owner of the laptop, or changes the owner's name. The only door to that, since `me` remembers.
    pub(crate) async fn set_me(&self, person: Interviewer) -> Result<Interviewer, Failure> {
        let (kept, now) = (person.clone(), self.now());
        self.store()
            .write(move |w| {
                let before = interviewer::me(w)?.filter(|me| me.id == kept.id && !me.name.is_empty());
                let corrected = before.is_some_and(|me| me.name != kept.name);
                if corrected && interviewer::named(w, &kept.name)?.is_some_and(|other| other.id != kept.id) {
                    return Err(Failure::taken_name(&kept.name));
                }
                interviewer::set_me(w, &kept)?;
                let act = Act::InterviewerRename;
                if corrected { log::note(w, now, act, [], &act) } else { Ok(()) }
            })
            .await?;
        *self.named() = Some(person.clone()).filter(|person| !person.name.is_empty());
        Ok(person)
    }

    fn named(&self) -> MutexGuard<'_, Option<Interviewer>> {
        self.inner.me.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
