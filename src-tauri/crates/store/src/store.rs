//! The store as the rest of the product sees it.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    thread::JoinHandle,
};

use tokio::{
    sync::{mpsc, oneshot},
    task::spawn_blocking,
};

use crate::{
    DataKey, Read, StoreError, Write, conn,
    file::Identity,
    migrate,
    readers::Readers,
    saves,
    writer::{self, Message, Typed},
};

/// Jobs that wait before a sender waits too.
const INBOX: usize = 256;

/// The open store. Clones are the same store. Close it before the process ends; `std::process::exit` drops nothing, so it
/// must not be called while something is being written.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    /// None only while the last clone is dropped.
    jobs: Option<mpsc::Sender<Message>>,
    /// None in a store that was never open.
    readers: Option<Arc<Readers>>,
    thread: Mutex<Option<JoinHandle<()>>>,
    missing: u64,
}

impl Store {
    /// Opens the database file, bringing it to the format of this version (with a backup in `backups` first). With
    /// `create`, a file that is not there is made; one that is there is never made anew.
    ///
    /// Takes milliseconds, and blocks for them.
    ///
    /// # Errors
    /// [`StoreError`], by what is wrong with the file, its folder or its key.
    pub fn open(path: &Path, key: &DataKey, create: bool, backups: &Path) -> Result<Self, StoreError> {
        conn::initialize();
        match std::fs::metadata(path) {
            Ok(found) if !found.is_file() => return Err(StoreError::NotReadable),
            Ok(found) if found.len() == 0 => return Err(StoreError::Damaged),
            Ok(_) => {
                may_be_read(std::fs::File::open(path))?;
                may_be_written(std::fs::OpenOptions::new().append(true).open(path))?;
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                if !create {
                    return Err(StoreError::Missing);
                }
                migrate::create(path, key, migrate::STEPS)?;
            }
            Err(error) => return Err(error.into()),
        }
        saves::part_from_another(path, key)?;
        let mut conn = conn::open(path, key, false)?;
        migrate::upgrade(&mut conn, migrate::STEPS, backups)?;
        conn::prepare(&conn)?;
        // The first reading in this mode makes the journal, which the identity needs.
        conn::pragma_number(&conn, "schema_version")?;
        let identity = Arc::new(Identity::of(path)?);
        let (beside, missing) = saves::Beside::open(path, &conn)?;
        let readers = Arc::new(Readers::open(path.to_owned(), key.copy(), Arc::clone(&identity))?);
        let (jobs, inbox) = mpsc::channel(INBOX);
        let thread = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || writer::work(conn, inbox, &identity, beside))?;
        let thread = Mutex::new(Some(thread));
        Ok(Self(Arc::new(Inner { jobs: Some(jobs), readers: Some(readers), thread, missing })))
    }

    /// A store without a file, for a data folder whose key is not at hand: every job is answered [`StoreError::Closed`].
    #[must_use]
    pub fn closed() -> Self {
        Self(Arc::new(Inner { jobs: None, readers: None, thread: Mutex::default(), missing: 0 }))
    }

    /// How many saves that were answered were not in the file when it was opened: its journal was cut off, or an older copy
    /// was put in its place.
    #[must_use]
    pub fn missing_saves(&self) -> u64 {
        self.0.missing
    }

    /// Runs a job that changes something, and answers when the change is on the disk. A job that fails changes nothing.
    /// Jobs run one after another, so what a job reads is true until it ends. The job is done even if nobody waits for
    /// its answer any more.
    ///
    /// # Errors
    /// What the job returned, or a [`StoreError`] if it could not be made durable.
    pub async fn write<T, E, F>(&self, job: F) -> Result<T, E>
    where
        F: FnOnce(&mut Write<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let message = Message::Job(Box::new(Typed::new(job, reply)));
        self.send(message).await.map_err(E::from)?;
        answer.await.unwrap_or_else(|_| Err(E::from(StoreError::Closed)))
    }

    /// Runs a job that only reads; all that it reads is of one moment. It is stopped when nobody waits for it any more.
    ///
    /// # Errors
    /// What the job returned, or a [`StoreError`].
    pub async fn read<T, E, F>(&self, job: F) -> Result<T, E>
    where
        F: FnOnce(&Read<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let readers = self.0.readers.as_ref().ok_or(StoreError::Closed).map_err(E::from)?;
        Arc::clone(readers).read(job).await
    }

    /// Does what is waiting, then closes the file for all clones; they answer [`StoreError::Closed`] from then on.
    ///
    /// # Errors
    /// A [`StoreError`] if the file could not be left tidy; what was answered before is durable all the same.
    pub async fn close(self) -> Result<(), StoreError> {
        if let Some(readers) = &self.0.readers {
            readers.close().await;
        }
        let (reply, answer) = oneshot::channel();
        if self.send(Message::Close(reply)).await.is_err() {
            return Ok(());
        }
        let ended = answer.await.unwrap_or(Ok(()));
        if let Some(thread) = self.0.thread() {
            let joined = spawn_blocking(move || thread.join().is_ok()).await;
            if !matches!(joined, Ok(true)) {
                return Err(StoreError::Bug("the writer ended with a panic".to_owned()));
            }
        }
        ended
    }

    async fn send(&self, message: Message) -> Result<(), StoreError> {
        let jobs = self.0.jobs.as_ref().ok_or(StoreError::Closed)?;
        jobs.send(message).await.map_err(|_| StoreError::Closed)
    }
}

impl Inner {
    fn thread(&self) -> Option<JoinHandle<()>> {
        self.thread.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Whether the file may be read at all. SQLite does not tell that from a folder that cannot be written. Whatever else is wrong
/// with it is told by who reads it.
fn may_be_read(opened: std::io::Result<std::fs::File>) -> Result<(), StoreError> {
    match opened {
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => Err(StoreError::Forbidden),
        _ => Ok(()),
    }
}

/// Whether the file may be written, as its folder may. Told before SQLite makes files beside it with the same permissions,
/// which would stand in the way once the file's own are mended.
fn may_be_written(opened: std::io::Result<std::fs::File>) -> Result<(), StoreError> {
    match opened {
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => Err(StoreError::FileReadOnly),
        _ => Ok(()),
    }
}

/// The last clone waits until the writer has done what was sent and has closed its connection, for milliseconds. It must:
/// when the process ends, `SQLCipher` wipes its keys, and a thread that still uses them crashes or writes with a wrong one.
impl Drop for Inner {
    fn drop(&mut self) {
        drop(self.jobs.take());
        // A job may hold the last clone; the writer cannot wait for itself, and ends right after that job.
        if let Some(thread) = self.thread().filter(|thread| thread.thread().id() != std::thread::current().id()) {
            let _ = thread.join();
        }
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::*;

    #[test]
    fn a_file_that_may_not_be_read_is_told_from_a_folder_that_cannot_be_written() {
        let refused = may_be_read(Err(Error::from(ErrorKind::PermissionDenied)));
        assert_eq!(refused, Err(StoreError::Forbidden));
        assert!(StoreError::Forbidden.to_string().contains("not allowed to read it"));
        assert_eq!(may_be_read(Err(Error::from(ErrorKind::Interrupted))), Ok(()));
        assert_eq!(may_be_written(Err(Error::from(ErrorKind::PermissionDenied))), Err(StoreError::FileReadOnly));
        assert_eq!(may_be_written(Err(Error::from(ErrorKind::ReadOnlyFilesystem))), Ok(()), "its disk is told later");
    }
}
