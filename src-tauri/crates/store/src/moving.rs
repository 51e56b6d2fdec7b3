//! A store moved to another key: a whole copy beside it, verified, then put in its place.

use std::{
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, named_params};

use crate::{DataKey, StoreError, conn, file, migrate};

/// Where the copy of a database waits until it takes its place.
#[must_use]
pub fn copy_of(path: &Path) -> PathBuf {
    file::beside(path, ".moving")
}

/// The first 16 bytes of a database, which `SQLCipher` chose by chance when the file was made: they tell one database from
/// another without any key. None where there is no file, or less than that.
///
/// # Errors
/// When the file cannot be read.
pub fn mark(path: &Path) -> Result<Option<[u8; 16]>, StoreError> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let mut bytes = [0; 16];
    match file.read_exact(&mut bytes) {
        Ok(()) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Copies a closed database to [`copy_of`] it, with another key, and answers when the copy is verified and on the disk. The
/// database itself is as it was.
///
/// # Errors
/// [`StoreError`]; no copy is left then.
pub fn copy(path: &Path, key: &DataKey, new: &DataKey) -> Result<(), StoreError> {
    forget(path)?;
    let to = copy_of(path);
    let made = copy_to(path, key, &to, &new.literal(), new);
    if made.is_err() {
        let _ = forget(path);
    }
    made
}

/// Copies a database that nobody writes to another place, row by row, verified and on the disk. `literal` says the key, and
/// may say the mark as well.
pub(crate) fn copy_to(path: &Path, key: &DataKey, to: &Path, literal: &str, new: &DataKey) -> Result<(), StoreError> {
    export(path, key, to, literal).and_then(|()| verify_alone(to, new)).and_then(|()| durable(to))
}

/// Puts the copy in the place of the database, which must be closed.
///
/// # Errors
/// [`StoreError`]; the database or its copy is in place then, whole.
pub fn take_place(path: &Path) -> Result<(), StoreError> {
    // The journal of a database that was closed is empty; it must not be applied to another one.
    let journal = file::beside(path, "-wal");
    match fs::metadata(&journal) {
        Ok(found) if found.len() > 0 => fs::rename(&journal, file::beside(path, "-wal.orphan"))?,
        Ok(_) => file::remove(&journal)?,
        Err(_) => {}
    }
    file::remove(&file::beside(path, "-shm"))?;
    file::move_into_place(&copy_of(path), path)
}

/// Removes a copy that did not take its place.
///
/// # Errors
/// When it cannot be removed.
pub fn forget(path: &Path) -> Result<(), StoreError> {
    let copy = copy_of(path);
    for suffix in ["", "-journal", "-wal", "-shm", ".whole"] {
        file::remove(&file::beside(&copy, suffix))?;
    }
    Ok(())
}

fn export(path: &Path, key: &DataKey, to: &Path, literal: &str) -> Result<(), StoreError> {
    let mut conn = conn::open(path, key, false)?;
    let found = migrate::ours(&conn)?;
    conn.execute_batch("PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=OFF;")?;
    let name = to.to_str().ok_or_else(|| StoreError::Io("the data folder has a name that is not text".into()))?;
    // The database is opened without leave to make one, and so is what is attached to it.
    private_file(to)?;
    conn.execute("ATTACH DATABASE :to AS moving KEY :key", named_params! {":to": name, ":key": literal})?;
    conn.execute_batch("PRAGMA moving.synchronous=FULL;")?;
    // One moment of the database, to which the copy is compared as well.
    let all = conn.transaction()?;
    all.query_row("SELECT sqlcipher_export('moving')", [], |_| Ok(()))?;
    all.execute_batch(&format!(
        "PRAGMA moving.application_id={}; PRAGMA moving.user_version={found};",
        migrate::APPLICATION_ID
    ))?;
    compare(&all)?;
    all.commit()?;
    conn.execute_batch("DETACH DATABASE moving")?;
    conn.close().map_err(|(_, error)| error.into())
}

/// Every table of the database, with its rows, is in the copy, and nothing else.
fn compare(conn: &Connection) -> Result<(), StoreError> {
    let differs = |left: &str, right: &str| -> Result<bool, StoreError> {
        Ok(conn.query_row(&format!("SELECT EXISTS({left} EXCEPT {right}) AS differs"), [], |row| row.get("differs"))?)
    };
    let differ = |a: &str, b: &str| Ok::<_, StoreError>(differs(a, b)? || differs(b, a)?);
    let schema = |of: &str| format!("SELECT type, name, tbl_name, sql FROM {of}.sqlite_schema");
    if differ(&schema("main"), &schema("moving"))? {
        return Err(StoreError::Bug("the copy has another form".into()));
    }
    // What a virtual table keeps, it keeps in ordinary ones.
    let mut tables =
        conn.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")?;
    let names = tables.query_map([], |row| row.get::<_, String>("name"))?.collect::<Result<Vec<_>, _>>()?;
    for name in names {
        let quoted = format!("\"{}\"", name.replace('"', "\"\""));
        let rows = |of: &str| format!("SELECT * FROM {of}.{quoted}");
        let count = |of: &str| format!("SELECT count(*) FROM {of}.{quoted}");
        if differ(&count("main"), &count("moving"))? || differ(&rows("main"), &rows("moving"))? {
            return Err(StoreError::Bug(format!("the copy of {name} has other rows")));
        }
    }
    Ok(())
}

/// The copy opens with the new key alone, and every page of it is whole.
pub(crate) fn verify_alone(path: &Path, key: &DataKey) -> Result<(), StoreError> {
    let conn = conn::open(path, key, false)?;
    migrate::ours(&conn)?;
    let answer: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get("integrity_check"))?;
    if answer != "ok" {
        return Err(StoreError::Bug(format!("the copy is not whole: {answer}")));
    }
    conn.close().map_err(|(_, error)| error.into())
}

pub(crate) fn private_file(path: &Path) -> Result<(), StoreError> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?;
    Ok(())
}

pub(crate) fn durable(path: &Path) -> Result<(), StoreError> {
    // Its own name is as good as another: what is wanted is that its bytes and its entry are on the disk.
    file::move_into_place(path, path)
}

#[cfg(test)]
mod tests;
