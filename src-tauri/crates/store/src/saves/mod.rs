//! How often something was saved, in the database and once more beside it.
//!
//! `SQLite` cannot tell a journal that was cut off from one that ended there: it opens, and the tail is silently gone. The
//! number beside the database is written after each commit, without waiting for the disk, so it is never ahead of what is
//! durable; after a power cut it may be behind, which says nothing.

mod journal;

pub(crate) use self::journal::part_from_another;

use std::{
    fs::{self, File},
    io::{Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
};

use rusqlite::{Connection, named_params};

use crate::{StoreError, file};

/// Where the number is repeated.
pub(crate) fn beside(path: &Path) -> PathBuf {
    path.with_extension("saves")
}

/// The number in the database.
pub(crate) fn of(conn: &Connection) -> Result<u64, StoreError> {
    let saves: i64 = conn.query_row(include_str!("find.sql"), [], |row| row.get("saves"))?;
    Ok(u64::try_from(saves).unwrap_or_default())
}

/// Counts one more, in the transaction of what is saved.
pub(crate) fn add(conn: &Connection) -> Result<(), StoreError> {
    conn.prepare_cached(include_str!("add.sql"))?.execute([])?;
    Ok(())
}

/// Sets the number, of a copy that is about to take the place of the database.
pub(crate) fn set(conn: &Connection, saves: u64) -> Result<(), StoreError> {
    let saves = i64::try_from(saves).unwrap_or(i64::MAX);
    conn.execute(include_str!("set.sql"), named_params! {":saves": saves})?;
    Ok(())
}

/// What the file beside the database says.
struct Note {
    saves: u64,
    /// Which writing of which page stood in the database file then.
    writing: Option<(u32, journal::Writing)>,
}

/// Reads the file beside the database; none where it says nothing that can be read.
fn note(path: &Path) -> Option<Note> {
    let text = fs::read_to_string(beside(path)).ok()?;
    // What stands behind the first line is of a longer one that was written over.
    let mut words = text.lines().next()?.split_whitespace();
    let saves = words.next()?.parse().ok()?;
    let mut writing =
        || Some((words.next()?.parse().ok()?, u128::from_str_radix(words.next()?, 16).ok()?.to_be_bytes()));
    Some(Note { saves, writing: writing().filter(|(page, _)| *page > 0) })
}

/// The count that the file beside the database says; none where it says nothing that can be read.
pub(crate) fn told(path: &Path) -> Option<u64> {
    note(path).map(|note| note.saves)
}

/// Forgets what the file says, before another database takes the place.
pub(crate) fn forget(path: &Path) -> Result<(), StoreError> {
    file::remove(&beside(path))
}

/// The file beside the open database.
pub(crate) struct Beside {
    file: Option<File>,
    saves: u64,
    /// The database file, and the page of it that is noted.
    database: Option<(File, u32)>,
}

impl Beside {
    /// Takes the file over, and tells how many saves that were made are not in the database.
    pub(crate) fn open(path: &Path, conn: &Connection) -> Result<(Self, u64), StoreError> {
        let saves = of(conn)?;
        let missing = told(path).unwrap_or_default().saturating_sub(saves);
        let mut options = File::options();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        // The number is a warning beside the data, and no reason to do without them.
        let database = File::open(path).ok().zip(journal::page(conn).ok());
        let mut beside = Self { file: options.open(beside(path)).ok(), saves, database };
        beside.write();
        Ok((beside, missing))
    }

    /// So many more saves were made; what was written is durable.
    pub(crate) fn committed(&mut self, saves: u64) {
        self.saves += saves;
        self.write();
    }

    fn write(&mut self) {
        let writing = self.database.as_mut().and_then(|(file, page)| Some((*page, journal::writing(file, *page)?)));
        if let Some(file) = &mut self.file {
            // Always of one length, since it is written over the last one.
            let (page, writing) = writing.unwrap_or_default();
            let line = format!("{:020} {page:010} {:032x}\n", self.saves, u128::from_be_bytes(writing));
            let _ = file.seek(SeekFrom::Start(0)).and_then(|_| file.write_all(line.as_bytes()));
        }
    }
}
