//! The real disk: the data folder with its lock, and files written whole.

mod folder;
mod writing;

use std::{
    fs::{self, File, TryLockError},
    io::{ErrorKind, Read as _, Write as _},
    path::{Path, PathBuf},
};

use workbench_domain::text::isolate;

pub(crate) use folder::owners_alone;
pub use writing::nothing_is_written;

use crate::{
    deps::Disk,
    failure::{Code, Failure},
};

/// The data folder to use: the one given, else that of the variable `WORKBENCH_DATA`, else the platform's own place; and
/// whether a person named it.
///
/// # Errors
/// `cannot_open` when the platform names no such place.
pub fn data_folder(given: Option<PathBuf>) -> Result<(PathBuf, bool), Failure> {
    let variable = || std::env::var_os("WORKBENCH_DATA").filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = given.or_else(variable) {
        return Ok((folder, true));
    }
    dirs::data_dir().map(|folder| (folder.join("interview-workbench"), false)).ok_or_else(|| {
        Failure::new(
            Code::CannotOpen,
            "This system names no place for data. Name a folder with --data or the variable WORKBENCH_DATA.",
        )
    })
}

/// What is done about a data folder that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfMissing {
    /// It is made, with every folder above it: the platform's own place.
    Make,
    /// It is made inside a folder that is there: a place that a person named, and may have mistyped.
    MakeInside,
    /// It is not made: there is nothing to read in it.
    Refuse,
}

/// Looks whether there is a data folder, before it is opened. Nothing is made yet. The answer is whether it is to be made.
///
/// # Errors
/// `cannot_open` when it is not there and is not to be made, or when other files lie where it would be.
pub fn look(path: &Path, missing: IfMissing) -> Result<bool, Failure> {
    let refused =
        |why: &str| Err(Failure::new(Code::CannotOpen, format!("{} {why} Nothing was made.", path_words(path))));
    // What cannot be looked at is said when it is opened.
    if ["workbench.db", "keys.json"].iter().any(|name| fs::symlink_metadata(path.join(name)).is_ok()) {
        return Ok(false);
    }
    match (fs::read_dir(path), missing) {
        (Ok(_) | Err(_), IfMissing::Make) => {}
        (Ok(entries), IfMissing::MakeInside) => {
            let ours = |name: &std::ffi::OsStr| {
                matches!(
                    name.to_str(),
                    Some("workbench.lock" | "workbench.saves" | "backups" | "damaged" | "lost+found")
                )
            };
            let hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
            if entries.flatten().any(|entry| !ours(&entry.file_name()) && !hidden(&entry.file_name())) {
                return refused(
                    "holds other files and no data of the workbench. Look at the spelling, or name a new or empty folder.",
                );
            }
        }
        (Err(error), IfMissing::MakeInside) if error.kind() == ErrorKind::NotFound => {
            let above = path.parent().filter(|above| !above.as_os_str().is_empty());
            if above.is_some_and(|above| !above.is_dir()) {
                return refused(
                    "is not there, nor is the folder that it would be in. Look at the spelling, or make that folder first.",
                );
            }
        }
        (Ok(_), IfMissing::Refuse) => {
            return refused(
                "holds no data of the workbench. Look at the spelling, or name another folder with --data.",
            );
        }
        (Err(error), IfMissing::Refuse) if error.kind() == ErrorKind::NotFound => {
            return refused(
                "is not there, so there is nothing in it yet. Look at the spelling, or begin with: workbench interviewer set NAME.",
            );
        }
        // Why it cannot be read is said when it is opened.
        (Err(_), _) => return Ok(false),
    }
    Ok(true)
}

/// A path, for a message.
#[must_use]
pub fn path_words(path: &Path) -> String {
    isolate(&path.display().to_string())
}

/// A data folder, held by this process alone for as long as this value lives.
pub struct DataFolder {
    /// The folder, by its canonical path.
    pub path: PathBuf,
    _lock: File,
}

impl DataFolder {
    /// Takes the folder; makes it when it is not there.
    ///
    /// # Errors
    /// `cannot_open` when it cannot be made or written, `conflict` when another process holds it (the message says
    /// which).
    pub fn take(path: &Path, holder: &str) -> Result<Self, Failure> {
        make_folder(path).map_err(|error| cannot_open(path, &error))?;
        let path = fs::canonicalize(path).map_err(|error| cannot_open(path, &error))?;
        let mut options = owners_alone();
        options.read(true).create(true).truncate(false);
        let place = path.join("workbench.lock");
        let mut lock = options.open(&place).map_err(|error| match error.kind() {
            ErrorKind::PermissionDenied if place.exists() => barred(&place),
            _ => cannot_open(&path, &error),
        })?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut who = String::new();
                let _ = lock.take(200).read_to_string(&mut who);
                let who = if who.trim().is_empty() { "another program" } else { who.trim() };
                return Err(Failure::new(
                    Code::Conflict,
                    format!(
                        "The data folder {} is in use by {who}. Close it first, or name another folder with --data.",
                        path_words(&path)
                    ),
                ));
            }
            Err(TryLockError::Error(error)) => return Err(cannot_open(&path, &error)),
        }
        // Who holds it is for people; the lock itself is what counts, so a failure here (a full disk) is no reason to stop.
        let _ = lock.set_len(0);
        let _ = write!(lock, "{holder} (process {})", std::process::id());
        Ok(Self { path, _lock: lock })
    }
}

/// Lets only their owner read the files of the store, whatever the folder allows.
pub(crate) fn make_files_private(folder: &Path) {
    #[cfg(unix)]
    for name in ["workbench.db", "workbench.db-wal", "workbench.db-shm", "workbench.saves"] {
        use std::os::unix::fs::PermissionsExt as _;
        // On a file system without permissions there is nothing to set, and no reason to stop.
        let _ = fs::set_permissions(folder.join(name), fs::Permissions::from_mode(0o600));
    }
    #[cfg(not(unix))]
    let _ = folder;
}

/// Makes a folder that only its owner can read, durably; one that is there stays as it is.
pub(crate) fn make_folder(path: &Path) -> std::io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    // Else a power cut may take the folder away with everything that was saved in it since. One that may be written and not
    // read cannot be synced, which is no reason to stop.
    let _ =
        sync_folder(path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new(".")));
    Ok(())
}

/// A file of the data folder that is there and that this account may not open.
fn barred(file: &Path) -> Failure {
    let words = format!("The file {} cannot be opened: you are not allowed to. {LET_IN}.", path_words(file));
    Failure::new(Code::CannotOpen, format!("{words} Nothing was changed."))
}

fn cannot_open(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(
        Code::CannotOpen,
        format!("The data folder {} cannot be opened: {}. Nothing was changed.", path_words(path), reason(error)),
    )
}

/// Why the system refused, in words a person can act on.
#[must_use]
pub fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "it lies on a read-only disk".to_owned(),
        ErrorKind::PermissionDenied => "you are not allowed to write there".to_owned(),
        ErrorKind::NotFound => "the folder does not exist".to_owned(),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "a file stands where a folder is needed".to_owned(),
        ErrorKind::InvalidInput => "it is not a file".to_owned(),
        ErrorKind::IsADirectory => "a folder stands where the file should be".to_owned(),
        _ => error.to_string(),
    }
}

/// Why the system did not let a file be read.
pub(crate) fn not_read(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "it is not there".to_owned(),
        ErrorKind::PermissionDenied => "you are not allowed to read it".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}

/// What is done about a file of the data folder that this account may not open.
pub(crate) const LET_IN: &str = "Open the data with the account that it belongs to, or make it yours again (on Linux and macOS with chown and chmod 600)";

/// Reads a file that a person named. Of one that is larger than `most` bytes, so much and a byte more.
pub(crate) fn read_at_most(path: &Path, most: usize) -> Result<Vec<u8>, Failure> {
    let refused = |error: std::io::Error| {
        let why = match error.kind() {
            ErrorKind::IsADirectory => "it is a folder; name a file in it".to_owned(),
            _ => not_read(&error),
        };
        Failure::invalid(format!("{} cannot be read: {why}.", path_words(path)))
    };
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(refused)?;
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(refused)?;
    Ok(bytes)
}

/// Writes a file whole: a temporary file beside it, synced, then renamed over it, then the folder synced. A link is
/// followed, and what is no file (a device, a folder, a pipe) is refused. A new file only its owner may read; one that was there
/// keeps its permissions, unless it is `private`.
pub(crate) fn write_whole(path: &Path, bytes: &[u8], private: bool) -> std::io::Result<()> {
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let old = fs::symlink_metadata(path).ok();
    if let Some(old) = old.as_ref().filter(|old| !old.is_file()) {
        return Err(if old.is_dir() { ErrorKind::IsADirectory } else { ErrorKind::InvalidInput }.into());
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut temporary = tempfile::Builder::new();
    temporary.prefix(".").suffix(".part");
    let permissions = new_permissions(old.as_ref(), private);
    if let Some(permissions) = permissions.clone() {
        temporary.permissions(permissions);
    }
    let _writing = writing::writing();
    let mut file = temporary.tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Some(permissions) = permissions.filter(|_| old.is_some()) {
        // Those of the old file, whatever the process would take off a new one.
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

#[cfg(unix)]
fn new_permissions(old: Option<&fs::Metadata>, private: bool) -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt as _;
    // What is written is about people: whoever writes it says who else may read it, if anybody may.
    let new = || fs::Permissions::from_mode(0o600);
    Some(old.filter(|_| !private).map_or_else(new, fs::Metadata::permissions))
}

#[cfg(not(unix))]
fn new_permissions(_: Option<&fs::Metadata>, _: bool) -> Option<fs::Permissions> {
    None
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> std::io::Result<()> {
    // Other systems cannot open a folder to sync it; the rename itself is durable there.
    Ok(())
}

/// The real disk.
pub struct RealDisk;

impl Disk for RealDisk {
    fn write_whole(&self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        write_whole(path, bytes, false).map_err(|error| {
            Failure::new(
                Code::CannotWrite,
                format!(
                    "{} cannot be written: {}. A file that was there before is unchanged. Choose another place.",
                    path_words(path),
                    reason(&error)
                ),
            )
        })
    }

    fn write_folder(&self, path: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
        folder::write(path, files).map_err(|error| {
            let why = match error.kind() {
                ErrorKind::DirectoryNotEmpty | ErrorKind::AlreadyExists => "something is there already".to_owned(),
                _ => reason(&error),
            };
            let path = path_words(path);
            let message = format!("{path} cannot be made: {why}. Nothing was changed. Choose another name or place.");
            Failure::new(Code::CannotWrite, message)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file_and_no_litter() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("packet.pdf");
        RealDisk.write_whole(&path, b"old").unwrap();
        RealDisk.write_whole(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        let taken = folder.path().join("taken");
        fs::create_dir(&taken).unwrap();
        let failure = RealDisk.write_whole(&taken, b"x").unwrap_err();
        assert_eq!(failure.code, Code::CannotWrite);
        let missing = RealDisk.write_whole(&folder.path().join("no/such/file.pdf"), b"x").unwrap_err();
        assert!(missing.message.contains("the folder does not exist"), "{missing}");
        let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["packet.pdf", "taken"]);
    }

    #[test]
    fn a_second_holder_is_told_who_holds_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let held = DataFolder::take(&folder.path().join("data"), "Interview Workbench").unwrap();
        let failure = DataFolder::take(&folder.path().join("data"), "workbench").err().unwrap();
        assert_eq!(failure.code, Code::Conflict);
        assert!(failure.message.contains("in use by Interview Workbench (process"), "{failure}");
        drop(held);
        assert!(DataFolder::take(&folder.path().join("data"), "workbench").is_ok());
    }

    #[test]
    fn a_file_of_the_data_folder_that_may_not_be_opened_is_named_with_what_to_do() {
        // Whoever runs this may be allowed everything, so that no file is barred to them.
        let message = barred(Path::new("/data/workbench.lock")).message;
        assert!(
            message.starts_with("The file /data/workbench.lock cannot be opened: you are not allowed to."),
            "{message}"
        );
        assert!(message.contains("chmod 600") && message.ends_with("Nothing was changed."), "{message}");
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "x").unwrap();
        let failure = DataFolder::take(&file.join("data"), "workbench").err().unwrap();
        assert_eq!(failure.code, Code::CannotOpen);
        assert!(failure.message.contains("a file stands where a folder is needed"), "{failure}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_permissions_stay_and_a_device_is_refused() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.pdf"), folder.path().join("link.pdf"));
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&real, &link).unwrap();
        RealDisk.write_whole(&link, b"new").unwrap();
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&real), 0o640, "whoever opened it to others meant to");
        let new = folder.path().join("new.pdf");
        RealDisk.write_whole(&new, b"new").unwrap();
        assert_eq!(mode(&new), 0o600, "a new file is its owner's alone");
        // A socket stands for every special file: a test must not risk a device.
        let socket = folder.path().join("socket");
        let _held = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let refused = RealDisk.write_whole(&socket, b"x").unwrap_err();
        assert!(refused.message.contains("it is not a file"), "{refused}");
    }
}
