//! From the format of a file to the format of this version, in one step or not at all.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, TransactionBehavior};

use crate::{DataKey, StoreError, conn, file};

/// "IWbk": says that a database is ours.
pub(crate) const APPLICATION_ID: i64 = 0x4957_626B;

/// One change of the format. Its number is its place, from 1.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    /// The file's name.
    pub(crate) name: &'static str,
    /// The statements.
    pub(crate) sql: &'static str,
}

/// All steps, oldest first.
pub(crate) const STEPS: &[Step] = &[
    Step { name: "0001_first.sql", sql: include_str!("../migrations/0001_first.sql") },
    Step { name: "0002_live.sql", sql: include_str!("../migrations/0002_live.sql") },
    Step { name: "0003_scorecard.sql", sql: include_str!("../migrations/0003_scorecard.sql") },
    Step { name: "0004_bank.sql", sql: include_str!("../migrations/0004_bank.sql") },
    Step { name: "0005_amendment.sql", sql: include_str!("../migrations/0005_amendment.sql") },
    Step { name: "0006_round.sql", sql: include_str!("../migrations/0006_round.sql") },
    Step { name: "0007_weight.sql", sql: include_str!("../migrations/0007_weight.sql") },
    Step { name: "0008_decision.sql", sql: include_str!("../migrations/0008_decision.sql") },
    Step { name: "0009_calibration.sql", sql: include_str!("../migrations/0009_calibration.sql") },
    Step { name: "0010_imported.sql", sql: include_str!("../migrations/0010_imported.sql") },
    Step { name: "0011_signing.sql", sql: include_str!("../migrations/0011_signing.sql") },
    Step { name: "0012_round_owner.sql", sql: include_str!("../migrations/0012_round_owner.sql") },
    Step { name: "0013_saves.sql", sql: include_str!("../migrations/0013_saves.sql") },
    Step { name: "0014_hold.sql", sql: include_str!("../migrations/0014_hold.sql") },
    Step { name: "0015_retention.sql", sql: include_str!("../migrations/0015_retention.sql") },
    Step { name: "0016_erased.sql", sql: include_str!("../migrations/0016_erased.sql") },
    Step { name: "0017_scale.sql", sql: include_str!("../migrations/0017_scale.sql") },
    Step { name: "0018_lists.sql", sql: include_str!("../migrations/0018_lists.sql") },
];

/// Reads what the file says of itself, before anything is written: our format number, 0 for a file that is empty still.
fn format(conn: &Connection, fresh: bool, known: u32) -> Result<u32, StoreError> {
    let application = conn::pragma_number(conn, "application_id").map_err(|error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => StoreError::NotReadable,
        _ => error.into(),
    })?;
    let found = conn::pragma_number(conn, "user_version")?;
    match (application, u32::try_from(found)) {
        (0, Ok(0)) if fresh => Ok(0),
        (0, _) => Err(StoreError::Damaged),
        (APPLICATION_ID, Ok(0) | Err(_)) => Err(StoreError::Damaged),
        (APPLICATION_ID, Ok(found)) if found > known => Err(StoreError::Newer { found, known }),
        (APPLICATION_ID, Ok(found)) => Ok(found),
        _ => Err(StoreError::Foreign),
    }
}

/// The format of a database of ours that exists.
pub(crate) fn ours(conn: &Connection) -> Result<u32, StoreError> {
    format(conn, false, number(STEPS))
}

/// Brings a database that exists up to date, with a backup first when anything is to be done.
pub(crate) fn upgrade(conn: &mut Connection, steps: &[Step], backups: &Path) -> Result<(), StoreError> {
    let known = number(steps);
    let found = format(conn, false, known)?;
    if conn.is_readonly("main")? {
        return Err(StoreError::ReadOnly);
    }
    if found == known {
        return Ok(());
    }
    conn::prepare_for_steps(conn)?;
    check(conn)?;
    let backup = back_up(conn, found, backups)?;
    let done = apply(conn, steps, found);
    if done.is_err() {
        // The transaction is rolled back, so the backup holds nothing that the database does not.
        file::remove(&backup)?;
    }
    done
}

/// Brings a copy that nobody uses yet up to date; what it was copied from is its backup.
pub(crate) fn upgrade_copy(conn: &mut Connection) -> Result<(), StoreError> {
    let found = ours(conn)?;
    conn::prepare_for_steps(conn)?;
    if found == number(STEPS) { Ok(()) } else { apply(conn, STEPS, found) }
}

/// The steps up to a format.
pub(crate) fn steps_to(format: u32) -> &'static [Step] {
    STEPS.get(..usize::try_from(format).unwrap_or(usize::MAX)).unwrap_or(STEPS)
}

/// Makes a database beside its place and moves it there when it is complete, so that none is ever half made.
pub(crate) fn create(path: &Path, key: &DataKey, steps: &[Step]) -> Result<(), StoreError> {
    let journal = file::beside(path, "-wal");
    if journal.exists() {
        // The journal of a database that is gone: it must not be applied to the new one, and is not ours to delete.
        fs::rename(&journal, file::beside(path, "-wal.orphan"))?;
    }
    file::remove(&file::beside(path, "-shm"))?;
    let part = file::beside(path, ".part");
    for suffix in ["", "-journal", "-wal", "-shm"] {
        file::remove(&file::beside(&part, suffix))?;
    }
    let mut conn = conn::open(&part, key, true)?;
    begin(&mut conn, steps)?;
    conn.close().map_err(|(_, error)| error)?;
    file::move_into_place(&part, path)
}

/// Makes a database in a file that is empty still.
pub(crate) fn begin(conn: &mut Connection, steps: &[Step]) -> Result<(), StoreError> {
    let found = format(conn, true, number(steps))?;
    conn::prepare_for_steps(conn)?;
    apply(conn, steps, found)
}

fn number(steps: &[Step]) -> u32 {
    u32::try_from(steps.len()).unwrap_or(u32::MAX)
}

fn check(conn: &Connection) -> Result<(), StoreError> {
    let answer: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get("quick_check"))?;
    if answer == "ok" { Ok(()) } else { Err(StoreError::Damaged) }
}

/// Copies the database, with its key, to `workbench-v1.db` in the folder for backups (or `workbench-v1-2.db` and so on).
fn back_up(conn: &Connection, version: u32, folder: &Path) -> Result<PathBuf, StoreError> {
    file::make_folder(folder)?;
    let part = folder.join(format!("workbench-v{version}.db.part"));
    file::remove(&part)?;
    let name =
        part.to_str().ok_or_else(|| StoreError::Io("the folder for backups has a name that is not text".into()))?;
    conn.execute("VACUUM INTO :into", rusqlite::named_params! {":into": name})?;
    conn.execute("ATTACH DATABASE :into AS copy", rusqlite::named_params! {":into": name})?;
    let answer: String = conn.query_row("PRAGMA copy.integrity_check(1)", [], |row| row.get("integrity_check"))?;
    conn.execute_batch("DETACH DATABASE copy")?;
    if answer != "ok" {
        file::remove(&part)?;
        return Err(StoreError::Damaged);
    }
    let mut place = folder.join(format!("workbench-v{version}.db"));
    let mut counter = 1_u32;
    while place.exists() {
        counter += 1;
        place = folder.join(format!("workbench-v{version}-{counter}.db"));
    }
    file::move_into_place(&part, &place)?;
    Ok(place)
}

/// Every step and the new version in one transaction.
fn apply(conn: &mut Connection, steps: &[Step], found: u32) -> Result<(), StoreError> {
    let all = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in steps.iter().skip(usize::try_from(found).unwrap_or(usize::MAX)) {
        all.execute_batch(step.sql).map_err(|error| match StoreError::from(error) {
            StoreError::Bug(why) => StoreError::Bug(format!("{}: {why}", step.name)),
            other => other,
        })?;
    }
    all.execute_batch(&format!("PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={};", number(steps)))?;
    if all.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(StoreError::Damaged);
    }
    Ok(all.commit()?)
}

#[cfg(test)]
mod tests;
