//! The folders that backups lie in, and their files.

use std::{
    fs,
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::{Timestamp, tz::TimeZone};
use workbench_domain::{
    backup::{self as rules, BackupKind, Kept},
    text::isolate,
};
use workbench_store::{
    DataKey, StoreError,
    backup::{self, Content},
    moving,
};

use super::{BackupCard, BackupPlace, Chosen, stick};
use crate::{
    disk::{make_folder, not_read, owners_alone, path_words, reason, write_whole},
    failure::{Code, Failure},
    job::{Work, stopped},
    keys,
};

/// The folder for backups in a data folder.
pub(crate) fn own(data: &Path) -> PathBuf {
    data.join("backups")
}

/// The backups in a folder, in no order; none where it cannot be read.
pub(super) fn list(folder: &Path, place: BackupPlace) -> Vec<BackupCard> {
    let card = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        let (kind, at) = BackupKind::of_file_name(&name)?;
        let found = entry.metadata().ok().filter(fs::Metadata::is_file)?;
        let changed = || Timestamp::try_from(found.modified().ok()?).ok();
        // To the second, as a name has it.
        let at = at.or_else(changed).and_then(|at| Timestamp::from_second(at.as_second()).ok())?;
        Some(BackupCard { place, name, kind, at, bytes: found.len() })
    };
    fs::read_dir(folder).map(|entries| entries.flatten().filter_map(card).collect()).unwrap_or_default()
}

/// A file of a folder, by a name that is no path.
pub(super) fn within(folder: &Path, name: &str) -> Result<PathBuf, Failure> {
    let plain = Path::new(name).file_name().is_some_and(|last| last == name);
    if plain && BackupKind::of_file_name(name).is_some() {
        let path = folder.join(name);
        if path.is_file() {
            return Ok(path);
        }
    }
    Err(Failure::new(
        Code::NotFound,
        format!(
            "The backup {} is not in {} any more. If it lies on a stick, plug that in and look again.",
            isolate(name),
            path_words(folder)
        ),
    ))
}

/// Makes a verified backup in a folder, which is made.
pub(super) fn make(
    database: &Path,
    key: &DataKey,
    folder: &Path,
    kind: BackupKind,
    now: Timestamp,
    work: &Work,
) -> Result<(BackupCard, Content), Failure> {
    make_folder(folder).map_err(|error| cannot_write(folder, &error))?;
    let names = (1..).map(|number| kind.file_name(now, number));
    let mut free = names.filter(|name| !folder.join(name).exists());
    let name = free.next().unwrap_or_default();
    let watch: Arc<dyn backup::Watch> = Arc::new(work.clone());
    let content = backup::make(database, key, &folder.join(&name), &watch).map_err(|error| {
        let code = if error == StoreError::Damaged { Code::DamageFound } else { Code::CannotWrite };
        let why = match error {
            StoreError::Stopped => return stopped(),
            StoreError::Full => "the disk is full. Make room on it, then try again".to_owned(),
            StoreError::ReadOnly => "you are not allowed to write there".to_owned(),
            StoreError::Damaged => "the database is damaged: not all of it can be read".to_owned(),
            other => other.to_string(),
        };
        Failure::new(code, format!("No backup was made in {}: {why}.", path_words(folder)))
    })?;
    let bytes = fs::metadata(folder.join(&name)).map(|found| found.len()).unwrap_or_default();
    let at = Timestamp::from_second(now.as_second()).unwrap_or(now);
    Ok((BackupCard { place: BackupPlace::Own, name, kind, at, bytes }, content))
}

fn cannot_write(folder: &Path, error: &std::io::Error) -> Failure {
    Failure::new(Code::CannotWrite, format!("{} cannot be written: {}.", path_words(folder), reason(error)))
}

/// Removes what the rule does not keep. With a mark only backups of that database: others may use the folder too.
pub(super) fn prune(folder: &Path, mark: Option<[u8; 16]>, zone: &TimeZone) {
    let ours = |name: &str| mark.is_none() || moving::mark(&folder.join(name)).ok().flatten() == mark;
    let all = list(folder, BackupPlace::Own).into_iter().filter(|card| ours(&card.name));
    let all: Vec<Kept> = all.map(|card| Kept { name: card.name, kind: card.kind, at: card.at }).collect();
    for name in rules::superfluous(&all, zone) {
        // One that cannot be removed now is tried again with the next backup.
        let _ = fs::remove_file(folder.join(name));
    }
}

/// A backup on its way to the folder of one's choice.
pub(super) struct Along<'a> {
    pub data: &'a Path,
    pub key: &'a DataKey,
    pub chosen: &'a Chosen,
    /// The backup's name in the data folder.
    pub name: &'a str,
    /// Whether the key file goes with it.
    pub protected: bool,
    pub zone: &'a TimeZone,
}

/// Copies a backup of the data folder to the folder of one's choice; the sealed key file goes with it, so that it can be
/// opened elsewhere by the passphrase. Fails with a line to say.
pub(super) fn copy_along(along: &Along<'_>, work: &Work) -> Result<(), String> {
    let Along { data, key, chosen, name, protected, zone } = *along;
    let to = &chosen.path;
    if !chosen.is_there() {
        let what = if to.is_dir() { "The stick or disk of " } else { "" };
        return Err(format!(
            "{what}{} is not there now, so the newest backup lies on this laptop only. It is copied when it is there again.",
            path_words(to)
        ));
    }
    let (from, target) = (own(data).join(name), to.join(name));
    let failed = |why: String| format!("The newest backup could not be copied to {}: {why}.", path_words(to));
    if !target.exists() {
        let part = to.join(format!("{name}.part"));
        let watch: Arc<dyn backup::Watch> = Arc::new(ThirdPart(work.clone()));
        let copied = copy_watched(&from, &part, work)
            .map_err(|error| reason(&error))
            .and_then(|()| backup::checked(&part, key, &watch).map_err(|error| error.to_string()))
            // One that was pulled out meanwhile leaves the copy on this laptop.
            .and_then(|_| if chosen.is_there() { Ok(()) } else { Err("it is not there any more".to_owned()) })
            .and_then(|()| fs::rename(&part, &target).map_err(|error| reason(&error)));
        if let Err(why) = copied {
            let _ = fs::remove_file(&part);
            return Err(if watch.stopped() {
                format!("It was stopped before the backup was copied to {}. It lies on this laptop.", path_words(to))
            } else {
                failed(why)
            });
        }
    }
    let mark = moving::mark(&target).ok().flatten();
    if protected {
        let bytes = fs::read(data.join(keys::NAME))
            .map_err(|error| failed(format!("{} cannot be read: {}", keys::NAME, not_read(&error))))?;
        let copy = to.join(key_file(mark));
        if fs::read(&copy).ok().as_ref() != Some(&bytes) {
            write_whole(&copy, &bytes, true).map_err(|error| failed(reason(&error)))?;
        }
    }
    prune(to, mark, zone);
    Ok(())
}

/// What is checked in the folder of one's choice is of the third part.
struct ThirdPart(Work);

impl backup::Watch for ThirdPart {
    fn told(&self, _: backup::Part, _: u64, _: u64) {
        self.0.tell_part(3, 0, 0);
    }

    fn stopped(&self) -> bool {
        backup::Watch::stopped(&self.0)
    }
}

/// Copies a file to its last byte on the disk, and tells how far it is.
fn copy_watched(from: &Path, to: &Path, work: &Work) -> std::io::Result<()> {
    let (mut from, mut copy) = (fs::File::open(from)?, owners_alone().create(true).truncate(true).open(to)?);
    let kilobytes = |bytes: u64| u32::try_from(bytes.div_ceil(1000)).unwrap_or(u32::MAX);
    let (whole, mut done) = (from.metadata()?.len(), 0);
    let mut piece = vec![0; 1 << 20];
    loop {
        work.tell_part(3, kilobytes(done), kilobytes(whole));
        if backup::Watch::stopped(work) {
            return Err(std::io::Error::from(std::io::ErrorKind::Interrupted));
        }
        let read = from.read(&mut piece)?;
        if read == 0 {
            return copy.sync_all();
        }
        copy.write_all(&piece[..read])?;
        done += u64::try_from(read).unwrap_or_default();
    }
}

/// The name of the key file beside copies: others may use the folder too.
fn key_file(mark: Option<[u8; 16]>) -> String {
    let sign = mark.map(|mark| u32::from_be_bytes([mark[0], mark[1], mark[2], mark[3]])).unwrap_or_default();
    format!("workbench-{sign:08x}-keys.json")
}

/// The folder that a person chose, looked at.
pub(super) fn chosen(path: &Path, data: &Path) -> Result<Chosen, Failure> {
    let path = path.canonicalize().map_err(|error| cannot_write(path, &error))?;
    if !path.is_dir() {
        return Err(Failure::invalid(format!("{} is not a folder. Choose a folder.", path_words(&path))));
    }
    if path.starts_with(data) {
        return Err(Failure::invalid(
            "That folder lies in the data folder, where backups are kept anyway. Choose one on another disk.",
        ));
    }
    // Where the data is, so is its own disk.
    Ok(Chosen { disk: stick::disk_of(&path).filter(|disk| !data.starts_with(disk)), path })
}

pub(super) fn remove(path: &Path) -> Result<(), Failure> {
    fs::remove_file(path).map_err(|error| {
        Failure::new(Code::CannotWrite, format!("{} cannot be removed: {}.", path_words(path), reason(&error)))
    })
}

/// What to say of a file that is no backup of this database, or no whole one. `known` are the marks that it has had.
pub(super) fn refused(database: &Path, path: &Path, known: &[[u8; 16]], error: StoreError) -> Failure {
    let words = path_words(path);
    let now = moving::mark(database).ok().flatten();
    let its = moving::mark(path).ok().flatten();
    let elsewhere = "copy it as workbench.db into an empty folder, with the keys.json that belongs to it, and open that \
                     folder with --data";
    let (code, message) = match error {
        StoreError::NotReadable if its.is_some() && its == now => {
            (Code::Conflict, format!("The backup {words} is damaged at its beginning. Take another one."))
        }
        StoreError::NotReadable if its.is_some_and(|its| known.contains(&its)) => (
            Code::Conflict,
            format!(
                "The backup {words} was made under an earlier key of this data, which is gone: the data has got a \
                 passphrase since. To look into it, {elsewhere}."
            ),
        ),
        StoreError::NotReadable => (
            Code::Conflict,
            format!(
                "{words} is no backup of this data: it belongs to another data folder, or is no backup. To look \
                     into one of another folder, {elsewhere}."
            ),
        ),
        StoreError::Damaged => (
            Code::Conflict,
            format!("The backup {words} is damaged: it is cut off, or parts of it were changed. Take another one."),
        ),
        StoreError::Newer { found, known } => (
            Code::Conflict,
            format!(
                "The backup {words} was made by a newer version (format {found}; this one knows {known}). Install that \
                 version, then restore it."
            ),
        ),
        StoreError::Foreign => (Code::Conflict, format!("{words} belongs to another program. Take another file.")),
        StoreError::Missing => {
            (Code::NotFound, format!("{words} is not there. If it lies on a stick, plug that in and try again."))
        }
        other => {
            let failure = Failure::from(other);
            (failure.code, format!("{words}: {}", failure.message))
        }
    };
    Failure::new(code, format!("{message} Nothing was changed."))
}
