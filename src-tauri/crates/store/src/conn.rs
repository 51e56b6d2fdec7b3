//! Connections, and what a job sees of one.

use std::{
    cell::{Cell, RefCell},
    ops::Deref,
    path::Path,
    sync::Once,
};

use rusqlite::{CachedStatement, Connection, OpenFlags, Params, Row};

use crate::{DataKey, StoreError};

/// Bytes of a page, as `SQLCipher` makes them.
pub(crate) const PAGE: u64 = 4096;
/// Settings of every connection; measured in the design of the store.
const SETTINGS: &str = "PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;
    PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;";
/// Settings that come after the journal mode.
const DURABILITY: &str = "PRAGMA synchronous=FULL; PRAGMA fullfsync=ON; PRAGMA checkpoint_fullfsync=ON;
    PRAGMA cache_size=-65536; PRAGMA journal_size_limit=16777216;";
/// More than there are statements, so that each is prepared once a connection.
const STATEMENTS: usize = 128;

/// Lets SQLite and `SQLCipher` set themselves up, once and alone. SQLite calls itself ready before `SQLCipher` is, so two
/// threads that open their first connections together may find no cipher: `PRAGMA key` failed in 6 of 300 runs.
pub(crate) fn initialize() {
    static READY: Once = Once::new();
    READY.call_once(|| drop(Connection::open_in_memory()));
}

/// A keyed connection that has not read or written anything yet.
pub(crate) fn open(path: &Path, key: &DataKey, create: bool) -> Result<Connection, StoreError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
    flags.set(OpenFlags::SQLITE_OPEN_CREATE, create);
    keyed(path, &key.literal(), flags)
}

/// A connection to a file that is made where it is not there, by a key that may say the file's mark as well.
pub(crate) fn open_marked(path: &Path, literal: &str) -> Result<Connection, StoreError> {
    keyed(path, literal, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
}

/// A keyed connection that cannot write, to a file that may lie where nothing can be written.
pub(crate) fn open_to_read(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    let conn = keyed(path, &key.literal(), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    conn.execute_batch("PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF;")?;
    Ok(conn)
}

fn keyed(path: &Path, literal: &str, flags: OpenFlags) -> Result<Connection, StoreError> {
    initialize();
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    conn.execute_batch("PRAGMA cipher_log_level=NONE;")?;
    conn.execute_batch(&crate::key::pragma(literal))?;
    Ok(conn)
}

/// Prepares a connection for changing the format. Foreign keys are off, or else a step that makes a table anew would delete
/// everything that refers to it; they are checked as a whole afterwards.
pub(crate) fn prepare_for_steps(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch(SETTINGS)?;
    Ok(conn.execute_batch("PRAGMA foreign_keys=OFF; PRAGMA synchronous=FULL; PRAGMA fullfsync=ON;")?)
}

/// Prepares a connection for taking rows out of a copy that nobody uses.
pub(crate) fn prepare_to_erase(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch(SETTINGS)?;
    Ok(conn.execute_batch("PRAGMA synchronous=FULL; PRAGMA fullfsync=ON;")?)
}

/// Prepares a connection for work; the database is in the write-ahead mode afterwards.
pub(crate) fn prepare(conn: &Connection) -> Result<(), StoreError> {
    conn.execute_batch(SETTINGS)?;
    let mode: String = conn.query_row("PRAGMA journal_mode=WAL", [], |row| row.get("journal_mode"))?;
    if mode != "wal" {
        return Err(StoreError::Io(format!(
            "the journal mode is {mode}, not wal; the disk may not allow shared memory"
        )));
    }
    conn.execute_batch(DURABILITY)?;
    Ok(())
}

/// A connection that cannot write.
pub(crate) fn open_reader(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    let conn = open(path, key, false)?;
    prepare(&conn)?;
    conn.execute_batch("PRAGMA query_only=ON;")?;
    Ok(conn)
}

/// One number that a pragma answers.
pub(crate) fn pragma_number(conn: &Connection, name: &str) -> rusqlite::Result<i64> {
    conn.query_row(&format!("PRAGMA {name}"), [], |row| row.get(name))
}

/// What a reading job sees: one moment of the store.
#[derive(Clone, Copy)]
pub struct Read<'a> {
    conn: &'a Connection,
}

impl<'a> Read<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { conn }
    }

    /// For statements whose tables have no fixed names.
    pub(crate) fn conn(&self) -> &'a Connection {
        self.conn
    }

    fn statement(&self, sql: &str) -> Result<CachedStatement<'a>, StoreError> {
        Ok(self.conn.prepare_cached(sql)?)
    }

    /// The first row, if there is one.
    pub(crate) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.statement(sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?.map(read).transpose()
    }

    /// All rows.
    pub(crate) fn many<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.statement(sql)?;
        let mut rows = statement.query(params)?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(read(row)?);
        }
        Ok(all)
    }
}

/// What a writing job sees: everything a [`Read`] can, and the change of it.
pub struct Write<'a> {
    read: Read<'a>,
    fault: RefCell<Option<StoreError>>,
    counts: Cell<bool>,
}

impl<'a> Write<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { read: Read::new(conn), fault: RefCell::new(None), counts: Cell::new(true) }
    }

    /// Says that what this job writes is no save: a backup without it lacks nothing.
    pub fn is_no_save(&self) {
        self.counts.set(false);
    }

    /// Whether what this job writes is a save.
    pub(crate) fn counts(&self) -> bool {
        self.counts.get()
    }

    /// Runs a statement and says how many rows it changed.
    pub(crate) fn run(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        let done = self.read.statement(sql).and_then(|mut statement| Ok(statement.execute(params)?));
        if let Err(fault) = &done {
            *self.fault.borrow_mut() = Some(fault.clone());
        }
        done
    }

    /// Why the last statement that failed did so, whatever the job made of it.
    pub(crate) fn into_fault(self) -> Option<StoreError> {
        self.fault.into_inner()
    }

    /// Runs a statement that must change a row, and says which one must have been there if it did not.
    pub(crate) fn change(&self, what: &str, sql: &str, params: impl Params) -> Result<(), StoreError> {
        match self.run(sql, params)? {
            0 => Err(StoreError::Bug(format!("there is no {what} to change"))),
            _ => Ok(()),
        }
    }
}

impl<'a> Deref for Write<'a> {
    type Target = Read<'a>;

    fn deref(&self) -> &Read<'a> {
        &self.read
    }
}
