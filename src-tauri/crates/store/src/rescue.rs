//! What can still be read of a damaged database, brought into a new one.
//!
//! Each page carries its own seal, so a page is read as it was written or not at all: nothing that comes back is garbled.
//! Rows are taken table by table in the order of their numbers; where a page cannot be read, the next row that can is
//! looked for. What refers to a row that is gone gets it from a backup, or else cannot be kept.

mod mend;

use std::{
    cell::RefCell,
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, config::DbConfig, types::Value};
use workbench_domain::backup::Counts;

use crate::{DataKey, StoreError, Write, backup, conn, migrate, moving, restore};

/// Numbers that are tried one small step after another, before the steps grow with the distance.
const NEAR: i64 = 512;
/// A small step: fewer rows than a page mostly has, so that no page is jumped over.
const STEP: i64 = 8;
const GROUP: i64 = 500;
/// The first format that knows who waits, and finds people by name.
const WITH_LISTS: u32 = 18;

/// What came out of a rescue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescued {
    /// How much there is in the new database.
    pub counts: Counts,
    /// How many rows of each table were there and could not be read, where there were any. Where even their number could
    /// not be read, it is the fewest that it must be.
    pub lost: BTreeMap<String, u64>,
    /// Tables of which the number of rows could not be read, so that more may be lost than can be said.
    pub uncounted: Vec<String>,
    /// Rows that a backup gave, since others refer to them.
    pub from_backup: u64,
    /// Rows that could be read, and refer to something that is nowhere.
    pub dropped: u64,
}

/// Whoever waits for a rescue: is told how many rows were looked at, and of how many; of none while that is not known, and
/// while what was read is put in order. Answers whether to go on.
pub type Waiting<'a> = dyn FnMut(u64, u64) -> bool + 'a;

/// Reads what is readable into a new database beside the damaged one, which stays as it is. `last` is done to the new one.
/// Whether it takes the place is decided afterwards ([`restore::decide`]).
///
/// # Errors
/// [`StoreError::Stopped`] where `waiting` did not want it to go on; [`StoreError::NotReadable`] or [`StoreError::Damaged`] where the first page or the list of tables is lost, and so all; what `last` returned; or another
/// [`StoreError`]. Nothing is left beside the database then.
pub fn recover<E: From<StoreError>>(
    path: &Path,
    key: &DataKey,
    helper: Option<&Path>,
    waiting: &mut Waiting<'_>,
    last: impl FnOnce(&Write<'_>) -> Result<(), E>,
) -> Result<Rescued, E> {
    let made = read_all(path, key, helper, waiting).map_err(E::from).and_then(|mut rescued| {
        rescued.counts = restore::end(path, key, last)?;
        Ok(rescued)
    });
    if made.is_err() {
        let _ = moving::forget(path);
    }
    made
}

fn read_all(
    path: &Path,
    key: &DataKey,
    helper: Option<&Path>,
    waiting: &mut Waiting<'_>,
) -> Result<Rescued, StoreError> {
    moving::forget(path)?;
    let from = Source::open(path, key)?;
    let format = migrate::ours(&from.conn.borrow())?;
    // Where the list of tables cannot be read, no table can.
    if !from.rows("SELECT name FROM sqlite_schema", 0, |_| Ok(()))? {
        return Err(StoreError::Damaged);
    }
    let mark = moving::mark(path)?;
    let mut to = conn::open_marked(&moving::copy_of(path), &key.literal_with(mark))?;
    migrate::begin(&mut to, migrate::steps_to(format))?;
    to.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    let helper = helper.and_then(|helper| backup::open(helper, key).ok());
    let helper = helper.filter(|helper| migrate::ours(helper) == Ok(format));

    let (mut lost, mut uncounted) = (BTreeMap::new(), Vec::new());
    let all = to.transaction()?;
    let mut tables = tables(&all)?;
    for table in &mut tables {
        goes_on(waiting(0, 0))?;
        // The number of rows stands in an index as well, which may be whole where the rows are not.
        let counted = from.number(&format!("SELECT count(*) AS number FROM \"{}\"", table.name), 0).ok().flatten();
        table.counted = counted.and_then(|rows| u64::try_from(rows).ok());
    }
    let of = tables.iter().filter_map(|table| table.counted).sum::<u64>().max(1);
    let mut before = 0;
    for table in tables {
        let taken = take(&from, &all, &table, &mut |rows| goes_on(waiting((before + rows).min(of), of)))?;
        let there = table.counted.unwrap_or_default().max(taken.rows + taken.lost);
        before += table.counted.unwrap_or_default();
        if there > taken.rows {
            lost.insert(table.name.clone(), there - taken.rows);
        }
        if taken.broken && table.counted.is_none() {
            uncounted.push(table.name);
        }
    }
    goes_on(waiting(0, 0))?;
    let (from_backup, dropped) = mend::mend(&all, helper.as_ref())?;
    goes_on(waiting(0, 0))?;
    all.execute_batch("INSERT INTO question_search (question_search) VALUES ('rebuild')")?;
    if format >= WITH_LISTS {
        // Nothing was told by triggers, and an interview that is lost is one that was not held.
        all.execute_batch(
            "INSERT INTO candidate_search (candidate_search) VALUES ('rebuild');
            UPDATE candidate SET waits = NOT EXISTS (SELECT 1 FROM interview i
                WHERE i.candidate_id = candidate.id AND (i.phase <> 'no_show' OR i.submitted = 1))",
        )?;
    }
    all.commit()?;
    to.close().map_err(|(_, error)| error)?;
    goes_on(waiting(0, 0))?;
    Ok(Rescued { counts: Counts::default(), lost, uncounted, from_backup, dropped })
}

fn goes_on(wanted: bool) -> Result<(), StoreError> {
    if wanted { Ok(()) } else { Err(StoreError::Stopped) }
}

/// The damaged database. `SQLCipher` lets a connection that has met a page it cannot read do nothing more (it answers from
/// what it had read, and nothing else), so it is opened again after each.
struct Source {
    path: PathBuf,
    key: DataKey,
    conn: RefCell<Connection>,
}

/// A page could not be read.
struct Unreadable;
impl Source {
    fn open(path: &Path, key: &DataKey) -> Result<Self, StoreError> {
        Ok(Self { path: path.to_owned(), key: key.copy(), conn: RefCell::new(open(path, key)?) })
    }

    fn again(&self) -> Result<(), StoreError> {
        *self.conn.borrow_mut() = reopen(&self.path, &self.key)?;
        Ok(())
    }

    /// The number that a statement gives; none where there is no row, or it has none.
    fn number(&self, sql: &str, after: i64) -> Result<Option<i64>, Unreadable> {
        let mut found = None;
        let mut take = |number: Option<i64>| found = number;
        let whole = self.rows(sql, after, |row| {
            take(row.get("number")?);
            Ok(())
        });
        if matches!(whole, Ok(true)) { Ok(found) } else { Err(Unreadable) }
    }

    /// Runs a statement as far as it can be read, and says whether that was to its end.
    fn rows(
        &self,
        sql: &str,
        after: i64,
        mut row_read: impl FnMut(&rusqlite::Row<'_>) -> Result<(), StoreError>,
    ) -> Result<bool, StoreError> {
        let whole = {
            let conn = self.conn.borrow();
            let mut run = || -> Result<bool, StoreError> {
                let Ok(mut statement) = conn.prepare_cached(sql) else { return Ok(false) };
                let bound = match statement.parameter_index(":after")? {
                    Some(place) => statement.raw_bind_parameter(place, after),
                    None => Ok(()),
                };
                bound?;
                let mut rows = statement.raw_query();
                loop {
                    match rows.next() {
                        Ok(None) => return Ok(true),
                        Err(_) => return Ok(false),
                        Ok(Some(row)) => row_read(row)?,
                    }
                }
            };
            run()?
        };
        if !whole {
            self.again()?;
        }
        Ok(whole)
    }
}

/// A connection that can only read, to a file that may be shorter than it says.
fn open(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    if std::fs::metadata(path)?.len() == 0 {
        return Err(StoreError::Damaged);
    }
    let from = reopen(path, key)?;
    migrate::ours(&from)?;
    Ok(from)
}

/// The same of a file that was opened before.
fn reopen(path: &Path, key: &DataKey) -> Result<Connection, StoreError> {
    let from = conn::open_to_read(path, key)?;
    // Else SQLite opens no file that was cut. Nothing is written: the connection cannot.
    from.execute_batch("PRAGMA writable_schema=ON")?;
    Ok(from)
}

struct Table {
    name: String,
    columns: Vec<String>,
    /// Whether its rows have numbers.
    numbered: bool,
    /// How many rows the damaged database says it has; none where that cannot be read.
    counted: Option<u64>,
}

/// The tables of ours, without what the search keeps for itself.
fn tables(conn: &Connection) -> Result<Vec<Table>, StoreError> {
    let mut names = conn.prepare(
        "SELECT name, wr FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?;
    let names: Vec<(String, bool)> =
        names.query_map([], |row| Ok((row.get("name")?, row.get("wr")?)))?.collect::<Result<_, _>>()?;
    let mut tables = Vec::new();
    for (name, without) in names {
        let mut columns = conn.prepare("SELECT name FROM pragma_table_info(:name) ORDER BY cid")?;
        let columns = columns.query_map([&name], |row| row.get("name"))?.collect::<Result<_, _>>()?;
        tables.push(Table { name, columns, numbered: !without, counted: None });
    }
    Ok(tables)
}

struct Taken {
    rows: u64,
    /// Rows that are known to be there and cannot be read.
    lost: u64,
    /// Whether any page could not be read.
    broken: bool,
}

/// Copies the rows of a table that can be read, and tells after each group how many those were.
fn take(
    from: &Source,
    to: &Connection,
    table: &Table,
    told: &mut dyn FnMut(u64) -> Result<(), StoreError>,
) -> Result<Taken, StoreError> {
    let mut taken = Taken { rows: 0, lost: 0, broken: false };
    let (name, columns) = (&table.name, table.columns.join(", "));
    let holes = vec!["?"; table.columns.len()].join(", ");
    let mut put = to.prepare(&format!("INSERT OR REPLACE INTO \"{name}\" ({columns}) VALUES ({holes})"))?;
    let mut keep = |values: Vec<Value>| -> Result<(), StoreError> {
        put.execute(rusqlite::params_from_iter(values))?;
        Ok(())
    };
    if !table.numbered {
        // What was done, for undoing: without numbers nothing can be looked for behind a gap.
        let sql = format!("SELECT {columns} FROM \"{name}\"");
        let whole = read(from, &sql, 0, table.columns.len(), |_, values| {
            taken.rows += 1;
            keep(values)
        })?;
        taken.broken = !whole;
        return Ok(taken);
    }
    let group = format!(
        "SELECT rowid AS number, {columns} FROM \"{name}\" NOT INDEXED WHERE rowid > :after ORDER BY rowid LIMIT {GROUP}"
    );
    let one = format!("SELECT rowid AS number, {columns} FROM \"{name}\" NOT INDEXED WHERE rowid = :after");
    let (mut after, mut last) = (i64::MIN, None);
    loop {
        told(taken.rows + taken.lost)?;
        let mut found = 0;
        let whole = read(from, &group, after, table.columns.len() + 1, |number, mut values| {
            (after, found) = (number, found + 1);
            values.remove(0);
            taken.rows += 1;
            keep(values)
        })?;
        if whole && found < GROUP {
            return Ok(taken);
        }
        if whole {
            continue;
        }
        taken.broken = true;
        // An index has the numbers too, and may be whole where the rows are not.
        let last = *last.get_or_insert_with(|| {
            from.number(&format!("SELECT max(+rowid) AS number FROM \"{name}\""), 0).ok().flatten()
        });
        match next(from, name, after.saturating_add(1), last) {
            Probe::Row(number) => {
                // Alone, since its page may be read while the rest of it, which lies elsewhere, cannot.
                let mut got = 0;
                let whole = read(from, &one, number, table.columns.len() + 1, |_, mut values| {
                    got += 1;
                    values.remove(0);
                    keep(values)
                })?;
                (taken.rows, taken.lost) =
                    if whole { (taken.rows + got, taken.lost) } else { (taken.rows, taken.lost + 1) };
                after = number;
            }
            Probe::End | Probe::Lost => return Ok(taken),
        }
    }
}

/// The values of rows, with the number that stands first, as far as they can be read.
fn read(
    from: &Source,
    sql: &str,
    after: i64,
    width: usize,
    mut row_read: impl FnMut(i64, Vec<Value>) -> Result<(), StoreError>,
) -> Result<bool, StoreError> {
    from.rows(sql, after, |row| {
        let values: Vec<Value> = (0..width).map(|n| row.get(n)).collect::<Result<_, _>>()?;
        let number = if let Some(Value::Integer(number)) = values.first() { *number } else { 0 };
        row_read(number, values)
    })
}

enum Probe {
    Row(i64),
    End,
    Lost,
}

/// The first row from `start` on that can be reached, where the last one is `last`.
fn next(from: &Source, table: &str, start: i64, last: Option<i64>) -> Probe {
    let sql =
        format!("SELECT rowid AS number FROM \"{table}\" NOT INDEXED WHERE rowid >= :after ORDER BY rowid LIMIT 1");
    let probe = |number: i64| match from.number(&sql, number) {
        Ok(Some(number)) => Probe::Row(number),
        Ok(None) => Probe::End,
        Err(Unreadable) => Probe::Lost,
    };
    // A table's numbers begin at 1.
    let first = start.max(0);
    let (mut lost, mut at, mut step) = (first, first, STEP);
    let mut reached = loop {
        match probe(at) {
            Probe::Lost => lost = at,
            reached => break reached,
        }
        let Some(further) = at.checked_add(step) else { return Probe::Lost };
        if last.is_some_and(|last| at > last) {
            return Probe::Lost;
        }
        if further - first > NEAR {
            step = step.max((further - first) / if last.is_some() { 16 } else { 1 });
        }
        at = further;
    };
    // Between what is lost and what was reached lies the border.
    while at - lost > 1 {
        let middle = lost + (at - lost) / 2;
        match probe(middle) {
            Probe::Lost => lost = middle,
            found => (at, reached) = (middle, found),
        }
    }
    reached
}

#[cfg(test)]
mod tests;
