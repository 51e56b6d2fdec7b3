//! Putting another database in the place of the one there is, so that a process killed at any step leaves the old or the new.
//!
//! The new one is made beside ([`moving::copy_of`], which is litter until it is complete), then gets a name that says it is
//! complete. That renaming is the moment of change: from then on [`finish`], which every start calls, carries it through.

use std::{
    fs,
    path::{Path, PathBuf},
};

use workbench_domain::backup::Counts;

use crate::{DataKey, StoreError, Write, backup, conn, erase, file, migrate, moving, saves};

/// Where a complete database waits to take the place.
fn complete(path: &Path) -> PathBuf {
    file::beside(path, ".restoring")
}

/// Makes what is to be restored beside the database, from a backup: verified, in the format of this version, with `last`
/// done to it. `mark` is the mark that the key file knows the database by. The backup and the database stay as they are.
///
/// # Errors
/// What `last` returned, or a [`StoreError`]: as [`backup::verify`] for the backup. Nothing is left beside the database then.
pub fn prepare<E: From<StoreError>>(
    path: &Path,
    key: &DataKey,
    from: &Path,
    mark: Option<[u8; 16]>,
    last: impl FnOnce(&Write<'_>) -> Result<(), E>,
) -> Result<Counts, E> {
    let to = moving::copy_of(path);
    let make = || {
        moving::forget(path)?;
        backup::verify(from, key)?;
        moving::copy_to(from, key, &to, &key.literal_with(mark), key)
    };
    let made = make().map_err(E::from).and_then(|()| end(path, key, last));
    if made.is_err() {
        let _ = moving::forget(path);
    }
    made
}

/// What is done to every database that is to take the place: it is brought up to date and goes on counting saves.
pub(crate) fn end<E: From<StoreError>>(
    path: &Path,
    key: &DataKey,
    last: impl FnOnce(&Write<'_>) -> Result<(), E>,
) -> Result<Counts, E> {
    let to = moving::copy_of(path);
    let mut conn = conn::open(&to, key, false).map_err(E::from)?;
    let upgraded = || -> Result<(), StoreError> {
        migrate::upgrade_copy(&mut conn)?;
        let counted = saves::of(&conn)?.max(saves::told(path).unwrap_or_default()) + 1;
        saves::set(&conn, counted)?;
        Ok(conn.execute_batch("PRAGMA foreign_keys=ON; BEGIN IMMEDIATE")?)
    };
    let mut upgraded = upgraded;
    upgraded().map_err(E::from)?;
    last(&Write::new(&conn))?;
    let finished = || -> Result<Counts, StoreError> {
        conn.execute_batch("COMMIT")?;
        // What was left out lay in these pages.
        let whole = file::beside(&to, ".whole");
        let anew = conn::pragma_number(&conn, "freelist_count")? > 0;
        if anew {
            erase::vacuum(&conn, &whole)?;
        }
        conn.flush_prepared_statement_cache();
        conn.close().map_err(|(_, error)| error)?;
        if anew {
            file::move_into_place(&whole, &to)?;
        }
        let content = backup::verify(&to, key)?;
        moving::durable(&to)?;
        Ok(content.counts)
    };
    finished().map_err(E::from)
}

/// Says that what was made beside the database is to take its place. Carried through by [`finish`], now or at the next start.
///
/// # Errors
/// [`StoreError`]; the database is as it was then.
pub fn decide(path: &Path) -> Result<(), StoreError> {
    file::move_into_place(&moving::copy_of(path), &complete(path))
}

/// Carries through what was decided: the journal and the count of the old database go, then the new one takes its name. The
/// database must be closed. Nothing happens where nothing was decided.
///
/// # Errors
/// [`StoreError`]; called again, it goes on.
pub fn finish(path: &Path) -> Result<bool, StoreError> {
    let waiting = complete(path);
    if !waiting.exists() {
        return Ok(false);
    }
    // The journal of another database must never be applied to this one.
    for end in ["-wal", "-shm", "-journal"] {
        file::remove(&file::beside(path, end))?;
    }
    saves::forget(path)?;
    file::move_into_place(&waiting, path)?;
    Ok(true)
}

/// Keeps a damaged database, with its journal, under a name of its own in `folder`; answers where. None where there is none.
///
/// # Errors
/// [`StoreError`]; the database is as it was.
pub fn set_aside(path: &Path, folder: &Path, name: &str) -> Result<Option<PathBuf>, StoreError> {
    if !path.exists() {
        return Ok(None);
    }
    file::make_folder(folder)?;
    let mut to = folder.join(format!("{name}.damaged"));
    let mut number = 1_u32;
    while to.exists() {
        number += 1;
        to = folder.join(format!("{name}-{number}.damaged"));
    }
    for end in ["", "-wal"] {
        let (from, to) = (file::beside(path, end), file::beside(&to, end));
        if from.exists() && fs::hard_link(&from, &to).is_err() {
            fs::copy(&from, &to)?;
            moving::durable(&to)?;
        }
    }
    Ok(Some(to))
}

#[cfg(test)]
mod tests;
