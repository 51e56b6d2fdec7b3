//! What can go wrong with the store, by a cause that somebody can act on.

use rusqlite::ErrorCode;

/// Why the store could not do it. The words are shown to the interviewer; they never hold what was written down.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// No room on the disk. Nothing was changed; it works again once there is room.
    #[error("The disk is full. Make room on it; nothing that was saved is lost.")]
    Full,
    /// The file or its folder cannot be written.
    #[error("The data folder cannot be written. Allow writing to it, or choose another folder.")]
    ReadOnly,
    /// The file alone may not be written, though its folder may.
    #[error("The database file may only be read. Allow writing to it, then try again.")]
    FileReadOnly,
    /// Another program holds the database.
    #[error("Another program is using the database. Close it, then try again.")]
    Busy,
    /// A wrong key, a damaged first page, or not a database at all: the file looks the same in all three cases.
    #[error(
        "The database cannot be read: its beginning is damaged, or the key file beside it is of another database. Restore a \
         backup, or put both files back from one copy of the folder."
    )]
    NotReadable,
    /// The file may not even be read.
    #[error("The database file cannot be opened: you are not allowed to read it. Allow it, then try again.")]
    Forbidden,
    /// The key is right, the content is not.
    #[error("The database is damaged. Restore a backup; keep the damaged file until that has worked.")]
    Damaged,
    /// A later version of the product wrote it.
    #[error(
        "The database was written by a newer version (format {found}; this one knows {known}). Install the newer version."
    )]
    Newer {
        /// The format of the file.
        found: u32,
        /// The newest format that this version knows.
        known: u32,
    },
    /// A good database, of another program.
    #[error("The database belongs to another program. Choose another folder.")]
    Foreign,
    /// There is no file.
    #[error("The database is missing. Put it back, or restore a backup.")]
    Missing,
    /// The file was deleted or exchanged while it was open, as a synchronising program may do.
    #[error(
        "The database was deleted or replaced while it was open. Nothing more is saved: copy your text, then start again."
    )]
    Replaced,
    /// The operating system refused, in its words.
    #[error("The disk could not be used: {0}. Check the disk, then try again.")]
    Io(String),
    /// Whoever asked for long work asked to end it.
    #[error("It was stopped. Nothing was changed.")]
    Stopped,
    /// The store is closed or closing.
    #[error("The database is closed. Start the program again.")]
    Closed,
    /// A mistake in the program.
    #[error("Something is wrong in the program: {0}. Nothing was changed; please report it.")]
    Bug(String),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let Some(cause) = error.sqlite_error() else {
            return Self::Bug(error.to_string());
        };
        if cause.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE {
            return Self::Full;
        }
        match cause.code {
            ErrorCode::DiskFull => Self::Full,
            ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => Self::Busy,
            // Page 1 was readable when the store was opened, so a page that is not is damage; opening says otherwise.
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged,
            ErrorCode::SystemIoFailure | ErrorCode::OutOfMemory => Self::Io(error.to_string()),
            _ => Self::Bug(error.to_string()),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::NotFound => Self::Missing,
            _ => Self::Io(error.to_string()),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        // Only the kind and place: the message of serde_json can quote the text.
        Self::Bug(format!("stored content has an unknown form ({:?} at line {})", error.classify(), error.line()))
    }
}
