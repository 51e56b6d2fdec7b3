//! Long work: how far it is, and ending it. Whoever asks for it gives it a name, and asks by that name while it is under way.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, AtomicU32, Ordering},
};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_report::Watch;
use workbench_store::backup;

use crate::{
    App,
    failure::{Code, Failure},
};

/// Commands that wait for nothing: who rescues a store has it alone, and is asked meanwhile how far that is.
pub(crate) const ABOUT_JOBS: [&str; 2] = ["job_get", "job_stop"];
/// The longest name of a job, in bytes.
const NAME_MAX: usize = 64;

/// Names a job.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JobRef {
    /// The name that it was given when it was asked for.
    pub job: String,
}

/// How far a job is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Job {
    /// Whether there is a job of this name now: before it begins and after it ends there is none.
    pub under_way: bool,
    /// Which part of the work is under way: of a backup 1 copying, 2 checking, 3 copying it to the folder of one's choice and
    /// checking it there; of a restore those, after 2 checking what is restored, then 4 putting it in place; of an import of
    /// questions 1 reading files, 2 taking questions in; 0 where the work has one part.
    pub part: u32,
    /// While one document is laid out, how many of its pages are full: about.
    pub laid_out: u32,
    /// How much is done: pages of one document, packets of a round, kilobytes of a backup, records of a rescue, files and then
    /// questions of an import.
    pub done: u32,
    /// Of how much; none where that is not known.
    pub of: Option<u32>,
}

#[derive(Default)]
struct Told {
    part: AtomicU32,
    laid_out: AtomicU32,
    done: AtomicU32,
    of: AtomicU32,
}

/// A piece of work, for whoever does it and whoever waits for it.
#[derive(Clone, Default)]
pub(crate) struct Work {
    told: Arc<Told>,
    stop: Arc<AtomicBool>,
}

impl Work {
    /// A part of this work: it is stopped with the whole, and tells of itself alone.
    pub(crate) fn part(&self) -> Self {
        Self { told: Arc::default(), stop: self.stop.clone() }
    }

    pub(crate) fn tell(&self, done: u32, of: u32) {
        self.told.of.store(of, Ordering::Relaxed);
        self.told.done.store(done, Ordering::Relaxed);
    }

    /// Tells of one part of several.
    pub(crate) fn tell_part(&self, part: u32, done: u32, of: u32) {
        self.told.part.store(part, Ordering::Relaxed);
        self.tell(done, of);
    }

    /// This work, for the store.
    pub(crate) fn watch(&self) -> Arc<dyn backup::Watch> {
        Arc::new(self.clone())
    }

    /// Tells of the files that an import reads.
    ///
    /// # Errors
    /// `stopped`.
    pub(crate) fn tell_reading(&self, done: usize, of: usize) -> Result<(), Failure> {
        self.tell_import(1, done, of)
    }

    /// Tells of the questions that an import takes in, or would.
    ///
    /// # Errors
    /// `stopped`.
    pub(crate) fn tell_taking(&self, done: usize, of: usize) -> Result<(), Failure> {
        self.tell_import(2, done, of)
    }

    fn tell_import(&self, part: u32, done: usize, of: usize) -> Result<(), Failure> {
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        self.tell_part(part, number(done), number(of));
        self.goes_on()
    }

    /// Goes on, unless somebody stopped it.
    ///
    /// # Errors
    /// `stopped`.
    pub(crate) fn goes_on(&self) -> Result<(), Failure> {
        if Watch::stopped(self) { Err(stopped()) } else { Ok(()) }
    }
}

impl Watch for Work {
    fn laid_out(&self, pages: u32) {
        self.told.laid_out.store(pages, Ordering::Relaxed);
    }

    fn drawn(&self, pages: u32, of: u32) {
        self.tell(pages, of);
    }

    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

impl backup::Watch for Work {
    fn told(&self, part: backup::Part, done: u64, of: u64) {
        let kilobytes = |bytes: u64| u32::try_from(bytes.div_ceil(1000)).unwrap_or(u32::MAX);
        let part = match part {
            backup::Part::Copying => 1,
            backup::Part::Checking => 2,
        };
        self.tell_part(part, kilobytes(done), kilobytes(of));
    }

    fn stopped(&self) -> bool {
        Watch::stopped(self)
    }
}

/// What was stopped before it was done.
pub(crate) fn stopped() -> Failure {
    Failure::new(Code::Stopped, "It was stopped. Nothing was written.")
}

/// What is under way in a data folder.
#[derive(Default)]
pub(crate) struct Jobs(Mutex<Vec<(Option<String>, Work)>>);

impl Jobs {
    fn all(&self) -> MutexGuard<'_, Vec<(Option<String>, Work)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, name: &str) -> Option<Work> {
        self.all().iter().find(|(known, _)| known.as_deref() == Some(name)).map(|(_, work)| work.clone())
    }

    /// Ends everything that is under way, as soon as it can: the store is about to be closed.
    pub(crate) fn stop_all(&self) {
        self.all().iter().for_each(|(_, work)| work.stop.store(true, Ordering::Relaxed));
    }
}

/// A job as long as it is under way.
pub(crate) struct UnderWay {
    app: App,
    work: Work,
}

impl UnderWay {
    /// Begins a job.
    ///
    /// # Errors
    /// `invalid` for a name that is none, `conflict` when a job of that name is under way.
    pub(crate) fn begin(app: &App, name: Option<String>) -> Result<Self, Failure> {
        if name.as_ref().is_some_and(|name| name.is_empty() || name.len() > NAME_MAX) {
            return Err(Failure::invalid("The name of a job has 1 to 64 bytes.").under("job"));
        }
        let work = Work::default();
        let mut all = app.jobs().all();
        if name.is_some() && all.iter().any(|(known, _)| *known == name) {
            return Err(Failure::new(Code::Conflict, "A job of that name is under way."));
        }
        all.push((name, work.clone()));
        drop(all);
        Ok(Self { app: app.clone(), work })
    }

    pub(crate) fn work(&self) -> &Work {
        &self.work
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.app.jobs().all().retain(|(_, work)| !Arc::ptr_eq(&work.stop, &self.work.stop));
    }
}

fn told(work: Option<&Work>) -> Job {
    let Some(work) = work else { return Job { under_way: false, part: 0, laid_out: 0, done: 0, of: None } };
    let now = |told: &AtomicU32| told.load(Ordering::Relaxed);
    let (told, of) = (&work.told, now(&work.told.of));
    let done = now(&told.done).min(of);
    Job { under_way: true, part: now(&told.part), laid_out: now(&told.laid_out), done, of: (of > 0).then_some(of) }
}

pub(crate) async fn job_get(app: &App, request: JobRef) -> Result<Job, Failure> {
    Ok(told(app.jobs().find(&request.job).as_ref()))
}

pub(crate) async fn job_stop(app: &App, request: JobRef) -> Result<Job, Failure> {
    let work = app.jobs().find(&request.job);
    if let Some(work) = &work {
        work.stop.store(true, Ordering::Relaxed);
    }
    Ok(told(work.as_ref()))
}
