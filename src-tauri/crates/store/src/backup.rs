//! Backups: whole, verified copies of the database, under the same key.
//!
//! `VACUUM INTO` copies one moment while others write (a stepped copy under writes never ends). The copy is opened and read
//! to its last page before it gets its name, so a name that stands there is a backup that can be restored.

use std::{path::Path, sync::Arc};

use rusqlite::Connection;
use workbench_domain::backup::Counts;

use crate::{
    DataKey, StoreError,
    conn::{self, PAGE},
    file, migrate, moving, saves,
};

/// What is in a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Content {
    /// Its format.
    pub format: u32,
    /// How often something had been saved in it; none in a format that did not count.
    pub saves: Option<u64>,
    /// How much there is.
    pub counts: Counts,
    /// When something in it was saved last, in milliseconds since 1970; none while there is nothing.
    pub newest: Option<i64>,
}

/// Which part of making a backup is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The copy is written.
    Copying,
    /// The copy is read to its last page.
    Checking,
}

/// Whoever waits for a backup: told how far it is, and asked whether it is still wanted.
pub trait Watch: Send + Sync {
    /// How far a part is, in bytes; of the checking only that it is under way, since nothing tells how much of it is to come.
    fn told(&self, part: Part, done: u64, of: u64);
    /// Whether nobody wants it any more.
    fn stopped(&self) -> bool;
}

/// Nobody waits for it, and nobody stops it.
#[must_use]
pub fn unwatched() -> Arc<dyn Watch> {
    struct Nobody;
    impl Watch for Nobody {
        fn told(&self, _: Part, _: u64, _: u64) {}

        fn stopped(&self) -> bool {
            false
        }
    }
    Arc::new(Nobody)
}

/// Steps of SQLite's machine, a millisecond or so, after which whoever waits is told and asked.
const STEPS_BETWEEN_LOOKS: i32 = 20_000;

/// Copies the database to a file that is not there yet, verifies the copy, and answers once it is on the disk. The database
/// may be written meanwhile; the copy is of one moment.
///
/// # Errors
/// [`StoreError`]; nothing is left at that place. [`StoreError::Damaged`] where the database has a page that cannot be read,
/// [`StoreError::Stopped`] where it was not wanted any more.
pub fn make(path: &Path, key: &DataKey, to: &Path, watch: &Arc<dyn Watch>) -> Result<Content, StoreError> {
    let part = file::beside(to, ".part");
    let clear = || ["", "-journal", "-wal", "-shm"].iter().try_for_each(|end| file::remove(&file::beside(&part, end)));
    clear()?;
    let made = copy(path, key, &part, watch)
        .and_then(|()| checked(&part, key, watch))
        // From here on it is there.
        .and_then(|content| if watch.stopped() { Err(StoreError::Stopped) } else { Ok(content) })
        .and_then(|content| {
            file::move_into_place(&part, to)?;
            Ok(content)
        });
    if made.is_err() {
        let _ = clear();
    }
    // What SQLite says when it is interrupted is of no use to anybody.
    made.map_err(|error| if watch.stopped() { StoreError::Stopped } else { error })
}

fn copy(path: &Path, key: &DataKey, to: &Path, watch: &Arc<dyn Watch>) -> Result<(), StoreError> {
    let mut conn = conn::open(path, key, false)?;
    migrate::ours(&conn)?;
    conn.execute_batch("PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON;")?;
    let name =
        to.to_str().ok_or_else(|| StoreError::Io("the folder for backups has a name that is not text".into()))?;
    // Its cache stays small: what waits there is not in the file yet, which tells how far the copy is.
    // The copy has a page for each that is in use, and is written as it grows.
    let number = |name| Ok::<_, StoreError>(u64::try_from(conn::pragma_number(&conn, name)?).unwrap_or_default());
    let whole = number("page_count")?.saturating_sub(number("freelist_count")?) * PAGE;
    moving::private_file(to)?;
    let (growing, watching) = (to.to_owned(), Arc::clone(watch));
    let look = move || {
        let written = std::fs::metadata(&growing).map(|found| found.len()).unwrap_or_default();
        watching.told(Part::Copying, written.min(whole), whole);
        watching.stopped()
    };
    conn.progress_handler(STEPS_BETWEEN_LOOKS, Some(look))?;
    conn.execute("VACUUM INTO :into", rusqlite::named_params! {":into": name})?;
    conn.progress_handler(0, None::<fn() -> bool>)?;
    conn.close().map_err(|(_, error)| error.into())
}

/// As [`verify`], for somebody who waits.
///
/// # Errors
/// As [`verify`], and [`StoreError::Stopped`] where it was not wanted any more.
pub fn checked(path: &Path, key: &DataKey, watch: &Arc<dyn Watch>) -> Result<Content, StoreError> {
    let mut conn = open(path, key)?;
    watch.told(Part::Checking, 0, 0);
    let watching = Arc::clone(watch);
    conn.progress_handler(STEPS_BETWEEN_LOOKS, Some(move || watching.stopped()))?;
    let found = whole(&conn).and_then(|()| content(&conn));
    found.map_err(|error| if watch.stopped() { StoreError::Stopped } else { error })
}

/// Opens a copy, reads every page of it, and tells what is in it.
///
/// # Errors
/// [`StoreError::NotReadable`] under another key, [`StoreError::Damaged`] where any page is, [`StoreError::Newer`] and
/// [`StoreError::Foreign`] by name. The file is never changed.
pub fn verify(path: &Path, key: &DataKey) -> Result<Content, StoreError> {
    let conn = open(path, key)?;
    whole(&conn)?;
    content(&conn)
}

/// Tells what is in a copy, without reading all of it.
///
/// # Errors
/// As [`verify`], as far as it reads.
pub fn look(path: &Path, key: &DataKey) -> Result<Content, StoreError> {
    content(&open(path, key)?)
}

/// How often something had been saved in a copy; none in a format that did not count. Reads a page or two.
///
/// # Errors
/// As [`verify`], as far as it reads.
pub fn saves_of(path: &Path, key: &DataKey) -> Result<Option<u64>, StoreError> {
    Ok(saves::of(&open(path, key)?).ok())
}

/// A connection that can only read.
pub(crate) fn open(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    if std::fs::metadata(path)?.len() == 0 {
        return Err(StoreError::Damaged);
    }
    let conn = conn::open_to_read(path, key)?;
    migrate::ours(&conn)?;
    // All of it is about to be read, and an index leads all over the file. Not before its format is known: this reads it too.
    conn.execute_batch("PRAGMA cache_size=-65536;")?;
    Ok(conn)
}

/// Every page, every index, and every reference.
pub(crate) fn whole(conn: &Connection) -> Result<(), StoreError> {
    let answer: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get("integrity_check"))?;
    if answer != "ok" || conn.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(StoreError::Damaged);
    }
    Ok(())
}

/// When something was saved last, of each kind. That a backup was made is written down after it, and is left out: nothing is
/// missing from the backup for that.
const SAVED: [&str; 8] = [
    "SELECT max(saved_at) AS at FROM interview",
    "SELECT max(created_at) AS at FROM candidate",
    "SELECT max(created_at) AS at FROM question_version",
    "SELECT max(created_at) AS at FROM kit_version",
    "SELECT max(created_at) AS at FROM bank_action",
    "SELECT max(saved_at) AS at FROM bank_draft",
    "SELECT max(created_at) AS at FROM round",
    "SELECT max(created_at) AS at FROM log WHERE act <> 'backup_create'",
];

pub(crate) fn content(conn: &Connection) -> Result<Content, StoreError> {
    let format = migrate::ours(conn)?;
    // An older format lacks some tables and columns: there is nothing of that in it, or no mark that it was removed.
    let number = |statements: &[&str]| -> Result<u32, StoreError> {
        for sql in statements {
            if let Ok(mut statement) = conn.prepare(sql) {
                let n: i64 = statement.query_row([], |row| row.get("n"))?;
                return Ok(u32::try_from(n).unwrap_or(u32::MAX));
            }
        }
        Ok(0)
    };
    let counts = Counts {
        candidates: number(&[
            "SELECT count(*) AS n FROM candidate WHERE practice = 0",
            "SELECT count(*) AS n FROM candidate",
        ])?,
        interviews: number(&["SELECT count(*) AS n FROM interview"])?,
        notes: number(&["SELECT count(*) AS n FROM entry WHERE removed_at IS NULL"])?,
        ratings: number(&["SELECT count(*) AS n FROM question_record WHERE rating IS NOT NULL"])?,
        scorecards: number(&["SELECT count(*) AS n FROM scorecard WHERE submitted_at IS NOT NULL"])?,
        decisions: number(&["SELECT count(*) AS n FROM decision"])?,
        attachments: number(&["SELECT count(*) AS n FROM attachment"])?,
        questions: number(&["SELECT count(*) AS n FROM question"])?,
        log_lines: number(&["SELECT count(*) AS n FROM log"])?,
    };
    let times = SAVED.iter().filter_map(|sql| {
        let mut statement = conn.prepare(sql).ok()?;
        statement.query_row([], |row| row.get::<_, Option<i64>>("at")).transpose()
    });
    let newest = times.collect::<Result<Vec<_>, _>>()?.into_iter().max();
    Ok(Content { format, saves: saves::of(conn).ok(), counts, newest })
}

/// What there is of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfPerson {
    /// The candidate's id.
    pub id: String,
    /// The name.
    pub name: String,
    /// Interviews.
    pub interviews: u32,
    /// Notes that were not removed.
    pub notes: u32,
    /// Submitted scorecards.
    pub scorecards: u32,
}

/// Everybody in a database, by name; made-up people of a practice are among them in the oldest formats only.
///
/// # Errors
/// As [`verify`], as far as it reads.
pub fn people(path: &Path, key: &DataKey) -> Result<Vec<OfPerson>, StoreError> {
    let conn = open(path, key)?;
    let real = conn.prepare("SELECT practice FROM candidate").is_ok();
    let mut statement = conn.prepare(&format!(
        "SELECT c.id, c.name,
            (SELECT count(*) FROM interview i WHERE i.candidate_id = c.id) AS interviews,
            (SELECT count(*) FROM interview i JOIN entry e ON e.interview_id = i.id
                WHERE i.candidate_id = c.id AND e.removed_at IS NULL) AS notes,
            (SELECT count(*) FROM interview i JOIN scorecard s ON s.interview_id = i.id
                WHERE i.candidate_id = c.id AND s.submitted_at IS NOT NULL) AS scorecards
        FROM candidate c {} ORDER BY c.name, c.id",
        if real { "WHERE c.practice = 0" } else { "" }
    ))?;
    let rows = statement.query_map([], |row| {
        Ok(OfPerson {
            id: row.get("id")?,
            name: row.get("name")?,
            interviews: row.get("interviews")?,
            notes: row.get("notes")?,
            scorecards: row.get("scorecards")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests;
