//! Bytes from a disk, within limits. Nothing here knows what is in a file.

use std::{
    borrow::Cow,
    ffi::{OsStr, OsString},
    fs::{self, File as Handle},
    io::{self, Read},
    path::{Path, PathBuf},
};

use crate::{
    notes::Notes,
    words::{plain, quoted, size},
};

/// The largest file that is read.
pub(crate) const FILE_MAX: u64 = 1024 * 1024;
/// The largest sum of files that is read.
pub(crate) const PACK_MAX: u64 = 64 * 1024 * 1024;
/// The most entries that a folder is listed for.
const ENTRIES_MAX: usize = 10_000;

/// One file of a pack.
pub(crate) struct File {
    /// Its name without `.toml`.
    pub stem: String,
    /// Its content, if it could be read.
    pub bytes: Option<Cow<'static, [u8]>>,
    /// What was found so far.
    pub notes: Notes,
}

/// The files of a pack.
#[derive(Default)]
pub(crate) struct Folder {
    /// `pack.toml`, if there is one.
    pub manifest: Option<File>,
    /// The other TOML files, in the order of their names.
    pub questions: Vec<File>,
    /// The TOML files in `kits`, likewise.
    pub kits: Vec<File>,
    /// The TOML files in `drills`, likewise.
    pub drills: Vec<File>,
    /// What is wrong with the folder itself.
    pub notes: Vec<Notes>,
}

impl File {
    /// A file that is known already.
    pub fn embedded(name: &'static str, bytes: &'static [u8]) -> Self {
        Self { stem: stem(name), bytes: Some(Cow::Borrowed(bytes)), notes: Notes::new(name) }
    }

    /// A file on a disk; `left` is how many bytes the pack may still have.
    pub fn read(path: &Path, name: &str, left: &mut u64) -> Self {
        Self::read_up_to(path, name, FILE_MAX, left)
    }

    /// A file on a disk that may be larger than a pack's.
    pub fn read_up_to(path: &Path, name: &str, most: u64, left: &mut u64) -> Self {
        let mut notes = Notes::new(&plain(name));
        let bytes = match bytes(path, most, *left) {
            Ok(bytes) => {
                *left = left.saturating_sub(bytes.len() as u64);
                Some(Cow::Owned(bytes))
            }
            Err(what) => {
                notes.error(1, what);
                None
            }
        };
        Self { stem: stem(name), bytes, notes }
    }

    /// A file alone.
    pub fn alone(path: &Path) -> Self {
        Self::read(path, &name_of(path), &mut PACK_MAX.clone())
    }
}

/// The last part of a path, for people.
pub(crate) fn name_of(path: &Path) -> String {
    let name = path.file_name().map(OsStr::to_string_lossy);
    name.unwrap_or_else(|| path.as_os_str().to_string_lossy()).into_owned()
}

/// Lists and reads the files of the pack in a folder; the path of its `pack.toml` does as well.
pub(crate) fn folder(path: &Path) -> Folder {
    let mut folder = Folder::default();
    let root = if path.file_name() == Some(OsStr::new("pack.toml")) && !path.is_dir() {
        path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
    } else {
        path
    };
    if let Err(what) = fill(root, &mut folder) {
        let mut notes = Notes::new(&plain(&name_of(root)));
        notes.error(1, what);
        folder.notes.push(notes);
    }
    folder
}

fn fill(root: &Path, folder: &mut Folder) -> Result<(), String> {
    let kind = fs::metadata(root).map_err(|e| unreadable("folder", &e))?;
    if !kind.is_dir() {
        return Err("This is not a folder. Give the folder that holds pack.toml.".to_owned());
    }
    let names = toml_files(root)?;
    if !names.iter().any(|name| name == "pack.toml") {
        let mut notes = Notes::new("pack.toml");
        notes.error(1, "There is no pack.toml in this folder. Give the folder that holds it, or write one.");
        folder.notes.push(notes);
        return Ok(());
    }
    let kits = list_inner(root, "kits", folder);
    let drills = list_inner(root, "drills", folder);
    let mut left = PACK_MAX;
    for name in names {
        let file = File::read(&root.join(&name), &name.to_string_lossy(), &mut left);
        if name == "pack.toml" { folder.manifest = Some(file) } else { folder.questions.push(file) }
    }
    for (inner, names) in [("kits", kits), ("drills", drills)] {
        for name in names {
            let shown = format!("{inner}/{}", name.to_string_lossy());
            let file = File::read(&root.join(inner).join(&name), &shown, &mut left);
            if inner == "kits" { folder.kits.push(file) } else { folder.drills.push(file) }
        }
    }
    Ok(())
}

/// The names of the TOML files in a folder of the pack, which may be absent.
fn list_inner(root: &Path, inner: &str, folder: &mut Folder) -> Vec<OsString> {
    let path = root.join(inner);
    if fs::symlink_metadata(&path).is_err() {
        return Vec::new();
    }
    list_folder(root, &path, inner).unwrap_or_else(|what| {
        let mut notes = Notes::new(inner);
        notes.error(1, what);
        folder.notes.push(notes);
        Vec::new()
    })
}

fn list_folder(root: &Path, path: &Path, inner: &str) -> Result<Vec<OsString>, String> {
    let real = |path: &Path| fs::canonicalize(path).map_err(|e| unreadable("folder", &e));
    let (real_root, real_inner): (PathBuf, PathBuf) = (real(root)?, real(path)?);
    if real_root.starts_with(&real_inner) {
        return Err(format!(
            "This symbolic link leads back to the pack itself. Put a folder here that holds the {inner}."
        ));
    }
    if !real_inner.is_dir() {
        return Err(format!("This is a file. Make it a folder that holds the {inner}, or take it out."));
    }
    toml_files(path)
}

/// The names of the TOML files in a folder, in order. Hidden files are not for us.
fn toml_files(folder: &Path) -> Result<Vec<OsString>, String> {
    let mut names = Vec::new();
    for (index, entry) in fs::read_dir(folder).map_err(|e| unreadable("folder", &e))?.enumerate() {
        let name = entry.map_err(|e| unreadable("folder", &e))?.file_name();
        if index >= ENTRIES_MAX {
            return Err(format!(
                "This folder has more than {ENTRIES_MAX} files. Give the folder of one pack, with its files alone."
            ));
        }
        let is_toml = Path::new(&name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
        if is_toml && !name.to_string_lossy().starts_with('.') {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn bytes(path: &Path, most: u64, left: u64) -> Result<Vec<u8>, String> {
    let found = fs::metadata(path).map_err(|e| {
        let is_link = fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
        if is_link && e.kind() != io::ErrorKind::PermissionDenied {
            "This symbolic link leads to no file, or in a circle. Put the file itself here.".to_owned()
        } else {
            unreadable("file", &e)
        }
    })?;
    // Asked before opening: opening a pipe waits for a writer that may never come.
    if !found.is_file() {
        let what = if found.is_dir() { "a folder" } else { "not a regular file" };
        return Err(format!("This is {what}. Put a text file here, or take it out."));
    }
    let too_large = |length: u64| {
        let (length, size) = (size(length), size(most));
        let otherwise = if most == FILE_MAX { "take it out if it is no pack file" } else { "split it" };
        format!("This file has {length}; the most is {size}. Shorten it, or {otherwise}.")
    };
    if found.len() > most {
        return Err(too_large(found.len()));
    }
    if found.len() > left {
        let most = size(PACK_MAX);
        return Err(format!(
            "The files of this pack are larger than {most} together. Split the pack; this file was not read."
        ));
    }
    let mut bytes = Vec::new();
    // A file may grow while it is read, and some say that they are empty and are not.
    let handle = Handle::open(path).map_err(|e| unreadable("file", &e))?;
    handle.take(most + 1).read_to_end(&mut bytes).map_err(|e| unreadable("file", &e))?;
    if bytes.len() as u64 > most { Err(too_large(bytes.len() as u64)) } else { Ok(bytes) }
}

fn unreadable(what: &str, e: &io::Error) -> String {
    match e.kind() {
        io::ErrorKind::NotFound => format!("There is no such {what}. Look at the spelling of the path."),
        io::ErrorKind::PermissionDenied => format!("You may not read this {what}. Change its permissions."),
        _ => format!("This {what} cannot be read: {}. Look at the disk it is on.", quoted(&e.to_string())),
    }
}

fn stem(name: &str) -> String {
    let name = name.rsplit('/').next().unwrap_or(name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}
