//! The database as a file: which one it is, and moving files so that a power cut leaves the old or the new.

use std::{
    ffi::OsString,
    fs::{self, File},
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};

use crate::StoreError;

/// The path with something added to its name: `workbench.db` and `-wal`.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// Removes a file if it is there.
pub(crate) fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Moves a finished file to its name, durably: its bytes first, then the folder's entry.
pub(crate) fn move_into_place(from: &Path, to: &Path) -> Result<(), StoreError> {
    File::options().write(true).open(from)?.sync_all()?;
    fs::rename(from, to)?;
    sync_folder(to)
}

/// Makes a folder where it is not there, durably.
///
/// # Errors
/// [`StoreError`] when it cannot be made.
pub(crate) fn make_folder(path: &Path) -> Result<(), StoreError> {
    if !path.is_dir() {
        fs::create_dir_all(path)?;
        sync_folder(path)?;
    }
    Ok(())
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> Result<(), StoreError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(File::open(folder)?.sync_all()?)
}

/// A folder cannot be opened for this on Windows; NTFS journals its entries.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> Result<(), StoreError> {
    Ok(())
}

/// Which file was opened. A program that synchronises folders may delete or exchange the database or its journal while
/// they are open: `SQLite` then writes into a file that nobody will find again, and reports success.
#[derive(Debug)]
pub(crate) struct Identity {
    path: PathBuf,
    #[cfg(unix)]
    opened: [(u64, u64); 2],
    lost: AtomicBool,
}

impl Identity {
    /// Remembers the files as they are now. The journal must exist, so the database has been read before.
    pub(crate) fn of(path: &Path) -> Result<Self, StoreError> {
        Ok(Self {
            path: path.to_owned(),
            #[cfg(unix)]
            opened: Self::look(path)?,
            lost: AtomicBool::new(false),
        })
    }

    #[cfg(unix)]
    fn look(path: &Path) -> Result<[(u64, u64); 2], StoreError> {
        use std::os::unix::fs::MetadataExt as _;
        let identity = |path: &Path| fs::metadata(path).map(|found| (found.dev(), found.ino()));
        Ok([identity(path)?, identity(&beside(path, "-wal"))?])
    }

    /// Fails once the files are not those that were opened, and always from then on.
    #[cfg(unix)]
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        if self.lost.load(Ordering::Acquire) {
            return Err(StoreError::Replaced);
        }
        match Self::look(&self.path) {
            Ok(found) if found == self.opened => Ok(()),
            Ok(_) | Err(StoreError::Missing) => {
                self.lost.store(true, Ordering::Release);
                Err(StoreError::Replaced)
            }
            Err(other) => Err(other),
        }
    }

    /// `SQLite` opens files on Windows without `FILE_SHARE_DELETE`, so nobody can delete or replace them while open.
    #[cfg(not(unix))]
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        if self.lost.load(Ordering::Acquire) || !self.path.exists() {
            return Err(StoreError::Replaced);
        }
        Ok(())
    }
}
