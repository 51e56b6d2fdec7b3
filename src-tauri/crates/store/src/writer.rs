//! The one writer: its own thread, many jobs in one transaction, an answer only when they are durable.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use crate::{StoreError, Write, file::Identity, saves};

/// Most jobs in one transaction.
const GROUP: usize = 32;

/// A job whose types are forgotten.
pub(crate) trait Job: Send {
    /// Runs it, and says whether its changes are wanted.
    fn run(&mut self, write: &mut Write<'_>) -> bool;
    /// Answers the one who asked: with a fault of the whole group, or else with what the job returned.
    fn answer(self: Box<Self>, fault: Option<&StoreError>);
}

/// What the writer is sent.
pub(crate) enum Message {
    /// Something to write.
    Job(Box<dyn Job>),
    /// Do what is waiting, then end.
    Close(oneshot::Sender<Result<(), StoreError>>),
}

/// A job with its types.
pub(crate) struct Typed<T, E, F> {
    job: Option<F>,
    result: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Typed<T, E, F> {
    pub(crate) fn new(job: F, reply: oneshot::Sender<Result<T, E>>) -> Self {
        Self { job: Some(job), result: None, reply }
    }
}

impl<T, E, F> Job for Typed<T, E, F>
where
    F: FnOnce(&mut Write<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<StoreError> + Send,
{
    fn run(&mut self, write: &mut Write<'_>) -> bool {
        let Some(job) = self.job.take() else { return false };
        let result = catch_unwind(AssertUnwindSafe(|| job(write)))
            .unwrap_or_else(|panic| Err(E::from(panicked(panic.as_ref()))));
        self.result.insert(result).is_ok()
    }

    fn answer(self: Box<Self>, fault: Option<&StoreError>) {
        let result = match fault {
            Some(fault) => Err(E::from(fault.clone())),
            None => self.result.unwrap_or_else(|| Err(E::from(StoreError::Bug("a job was left out".into())))),
        };
        // The one who asked may have gone; the job is done all the same.
        let _ = self.reply.send(result);
    }
}

/// What a panic in a job is answered with.
pub(crate) fn panicked(panic: &(dyn Any + Send)) -> StoreError {
    let words = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    StoreError::Bug(words.unwrap_or("a job ended without a reason").to_owned())
}

/// The thread's life: groups of jobs until everybody who could send one is gone, or until it is told to close.
pub(crate) fn work(
    conn: Connection,
    mut inbox: mpsc::Receiver<Message>,
    identity: &Arc<Identity>,
    mut beside: saves::Beside,
) {
    let mut closing = None;
    let mut group: Vec<Box<dyn Job>> = Vec::with_capacity(GROUP);
    while let Some(first) = inbox.blocking_recv() {
        let mut next = Some(first);
        while let Some(message) = next {
            match message {
                Message::Job(job) => group.push(job),
                Message::Close(reply) => {
                    // What was sent before this is still in the inbox and is done; nothing more gets in.
                    inbox.close();
                    closing = Some(reply);
                }
            }
            next = if group.len() < GROUP { inbox.try_recv().ok() } else { None };
        }
        run_group(&conn, &mut group, identity, &mut beside);
    }
    let ended = end(conn, identity);
    if let Some(reply) = closing {
        let _ = reply.send(ended);
    }
}

/// One transaction for all, a savepoint for each, one answer time.
fn run_group(conn: &Connection, group: &mut Vec<Box<dyn Job>>, identity: &Identity, beside: &mut saves::Beside) {
    let committed = identity.check().and_then(|()| commit_all(conn, group));
    if let Ok(Some(saves)) = committed {
        beside.committed(saves);
    }
    let fault = committed.and_then(|_| identity.check()).err();
    if fault.is_some() && !conn.is_autocommit() {
        // Whatever failed, the next group begins from a clean state.
        let _ = conn.execute_batch("ROLLBACK");
    }
    for job in group.drain(..) {
        job.answer(fault.as_ref());
    }
}

/// Answers how many saves were made, one or none; none at all where nothing was changed.
fn commit_all(conn: &Connection, group: &mut [Box<dyn Job>]) -> Result<Option<u64>, StoreError> {
    let before = conn.total_changes();
    let mut saved = false;
    let run = |sql: &str| conn.prepare_cached(sql)?.execute([]);
    run("BEGIN IMMEDIATE")?;
    for job in group {
        run("SAVEPOINT job")?;
        let until_now = conn.total_changes();
        let mut write = Write::new(conn);
        let keep = job.run(&mut write);
        if conn.is_autocommit() {
            // A full or failing disk makes SQLite roll the whole transaction back by itself.
            return Err(write.into_fault().unwrap_or(StoreError::Full));
        }
        saved |= write.counts() && conn.total_changes() != until_now;
        if !keep {
            run("ROLLBACK TO job")?;
        }
        run("RELEASE job")?;
    }
    let changed = conn.total_changes() != before;
    if saved {
        saves::add(conn)?;
    }
    run("COMMIT")?;
    Ok(changed.then_some(u64::from(saved)))
}

/// Leaves one tidy file behind. A disk without room for that is no fault: all that was answered is in the journal, which is
/// read when opened next.
fn end(conn: Connection, identity: &Identity) -> Result<(), StoreError> {
    identity.check()?;
    let tidied = conn
        .execute_batch("PRAGMA optimize")
        .and_then(|()| conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())));
    match tidied.map_err(StoreError::from) {
        Ok(()) | Err(StoreError::Full) => {}
        Err(other) => return Err(other),
    }
    conn.flush_prepared_statement_cache();
    conn.close().map_err(|(_, error)| error.into())
}
