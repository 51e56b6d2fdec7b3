//! Whether the journal beside a database is its own.
//!
//! Where a process was killed, what it saved last lies in the journal alone. If then a program that synchronises folders puts
//! another file in the place of the database, `SQLite` lays the pages of the one over those of the other: a mixture that may
//! look whole. Each page carries a random number that is new with each writing, so one page of the file tells which writing
//! it is of. It is noted beside the count of saves.

use std::{
    fs::{self, File},
    io::{Read as _, Seek as _, SeekFrom},
    path::Path,
};

use rusqlite::{Connection, config::DbConfig};

use super::{note, of};
use crate::{DataKey, StoreError, conn, file};

/// Of each page that `SQLCipher` writes, the last 80 bytes are its random number and its seal.
const SEAL: u64 = 80;
const NUMBER: usize = 16;
/// What stands before the frames of a journal, and before the page in each.
const JOURNAL_HEAD: usize = 32;
const FRAME_HEAD: usize = 24;
const PAGE: usize = 4096;

/// Which writing of a page it is.
pub(super) type Writing = [u8; NUMBER];

/// The page that changes with every save.
pub(super) fn page(conn: &Connection) -> Result<u32, StoreError> {
    let page: i64 = conn.query_row(include_str!("find_page.sql"), [], |row| row.get("rootpage"))?;
    u32::try_from(page).map_err(|_| StoreError::Damaged)
}

/// Which writing of this page stands in the database file itself.
pub(super) fn writing(database: &mut File, page: u32) -> Option<Writing> {
    let mut found = [0; NUMBER];
    let place = (u64::from(page) * PAGE as u64).checked_sub(SEAL)?;
    database.seek(SeekFrom::Start(place)).and_then(|_| database.read_exact(&mut found)).ok()?;
    Some(found)
}

/// Whether a journal has this writing of the page: it was brought into the database then, or was about to be.
fn has(journal: &[u8], page: u32, writing: &Writing) -> bool {
    let frames = journal.get(JOURNAL_HEAD..).unwrap_or_default().chunks_exact(FRAME_HEAD + PAGE);
    let seal = FRAME_HEAD + PAGE - usize::try_from(SEAL).unwrap_or_default();
    frames.into_iter().any(|frame| {
        frame.get(..4) == Some(&page.to_be_bytes()[..]) && frame.get(seal..seal + NUMBER) == Some(&writing[..])
    })
}

/// Puts a journal aside that belongs to another database than the one it lies beside. The database must be closed. That
/// saves are missing then is told by their count.
pub(crate) fn part_from_another(path: &Path, key: &DataKey) -> Result<(), StoreError> {
    let journal = file::beside(path, "-wal");
    let Some(noted) = note(path) else { return Ok(()) };
    let Some((page, wanted)) = noted.writing else { return Ok(()) };
    let there = match fs::read(&journal) {
        Ok(there) if !there.is_empty() => there,
        _ => return Ok(()),
    };
    let found = writing(&mut File::open(path)?, page);
    if found == Some(wanted) || found.is_some_and(|found| has(&there, page, &found)) {
        return Ok(());
    }
    // After a power cut the note may be of any time before, and its writing as well; the journal has more saves then.
    if counted(path, key).is_ok_and(|counted| counted > noted.saves) {
        return Ok(());
    }
    file::remove(&file::beside(path, "-shm"))?;
    let mut aside = file::beside(path, "-wal.orphan");
    let mut number = 1_u32;
    while aside.exists() {
        number += 1;
        aside = file::beside(path, &format!("-wal.orphan-{number}"));
    }
    Ok(fs::rename(&journal, aside)?)
}

/// The count of saves as the journal has it, without bringing the journal into the database.
fn counted(path: &Path, key: &DataKey) -> Result<u64, StoreError> {
    let conn = conn::open(path, key, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    of(&conn)
}
