//! The readers: a few connections that cannot write, each job in one moment of the store.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use rusqlite::Connection;
use tokio::{sync::Semaphore, task::spawn_blocking};

use crate::{DataKey, Read, StoreError, conn, file::Identity, writer::panicked};

/// How many jobs read at once.
const READERS: usize = 3;
/// Steps of SQLite's machine, well under a millisecond, after which a job looks whether anybody still waits for it.
const STEPS_BETWEEN_LOOKS: i32 = 10_000;

pub(crate) struct Readers {
    path: PathBuf,
    key: DataKey,
    identity: Arc<Identity>,
    idle: Mutex<Vec<Connection>>,
    turns: Arc<Semaphore>,
}

impl Readers {
    pub(crate) fn open(path: PathBuf, key: DataKey, identity: Arc<Identity>) -> Result<Self, StoreError> {
        // One is opened at once, so that what is wrong with the store is heard now. The others read the schema once they are needed.
        let idle = vec![conn::open_reader(&path, &key)?];
        Ok(Self { path, key, identity, idle: Mutex::new(idle), turns: Arc::new(Semaphore::new(READERS)) })
    }

    pub(crate) async fn read<T, E, F>(self: Arc<Self>, job: F) -> Result<T, E>
    where
        F: FnOnce(&Read<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(|_| E::from(StoreError::Closed))?;
        let stop = Arc::new(AtomicBool::new(false));
        let guard = StopWhenDropped(Arc::clone(&stop));
        let done = spawn_blocking(move || {
            let mut conn = self.take().map_err(E::from)?;
            let result = one_moment(&mut conn, stop, job);
            // A connection that cannot leave its transaction is dropped; the next job opens another.
            if conn.is_autocommit() {
                lock(&self.idle).push(conn);
            }
            drop(turn);
            result
        })
        .await;
        drop(guard);
        done.unwrap_or_else(|_| Err(E::from(StoreError::Closed)))
    }

    /// Waits for the jobs that are reading, lets no more in, and closes the connections.
    pub(crate) async fn close(&self) {
        let all = u32::try_from(READERS).unwrap_or(u32::MAX);
        if let Ok(turns) = self.turns.acquire_many(all).await {
            self.turns.close();
            turns.forget();
        }
        lock(&self.idle).clear();
    }

    fn take(&self) -> Result<Connection, StoreError> {
        if let Some(conn) = lock(&self.idle).pop() {
            return Ok(conn);
        }
        self.identity.check()?;
        conn::open_reader(&self.path, &self.key)
    }
}

/// Runs a job in one read transaction, which always ends with it.
fn one_moment<T, E, F>(conn: &mut Connection, stop: Arc<AtomicBool>, job: F) -> Result<T, E>
where
    F: FnOnce(&Read<'_>) -> Result<T, E>,
    E: From<StoreError>,
{
    let begun = conn
        .progress_handler(STEPS_BETWEEN_LOOKS, Some(move || stop.load(Ordering::Acquire)))
        .and_then(|()| conn.execute_batch("BEGIN"));
    begun.map_err(|error| E::from(error.into()))?;
    let result = catch_unwind(AssertUnwindSafe(|| job(&Read::new(conn))))
        .unwrap_or_else(|panic| Err(E::from(panicked(panic.as_ref()))));
    let _ = conn.progress_handler(0, None::<fn() -> bool>);
    let _ = conn.execute_batch("ROLLBACK");
    result
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Tells the job to stop when nobody waits for its answer any more. The flag is the job's own and is asked for all the
/// time, so it can neither come before a statement has begun nor hit the next job on the same connection.
struct StopWhenDropped(Arc<AtomicBool>);

impl Drop for StopWhenDropped {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Release);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::Store;

    #[tokio::test]
    async fn a_read_that_nobody_waits_for_is_stopped_and_its_connection_reads_on() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("a.db"), &DataKey::new([1; 32]), true, folder.path()).unwrap();
        // Cancelled before, while and after the statement begins.
        for wait in [0, 0, 1, 1, 2, 3, 5, 20] {
            let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS i FROM n";
            let reading = store.read(move |r| r.one(endless, [], |row| Ok(row.get::<_, i64>("i")?)));
            assert!(tokio::time::timeout(Duration::from_millis(wait), reading).await.is_err());
        }
        let names = store.read(|r| r.one("SELECT count(*) AS n FROM role", [], |row| Ok(row.get::<_, i64>("n")?)));
        assert_eq!(tokio::time::timeout(Duration::from_secs(5), names).await.unwrap(), Ok(Some(0)));
        store.close().await.unwrap();
    }
}
