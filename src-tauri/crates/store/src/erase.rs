//! What belongs to one person, found by the references between the tables, and how a file is rid of it.
//!
//! A row belongs to a candidate if it goes with the candidate's row: every path of `ON DELETE CASCADE` is followed, so a table that
//! is added later is counted and searched without a word here. Removing rows leaves what they said in pages that are free;
//! secure deletion writes over those, and writing the whole file anew leaves none.

use std::{collections::BTreeMap, fs, path::Path};

use rusqlite::{Connection, Row, named_params, types::ValueRef};
use workbench_domain::{
    erasure::{Erased, WrittenName},
    hold::Hold,
    ids::CandidateId,
};

use crate::{
    DataKey, Read, StoreError, Write, backup, candidate, conn, erased, file, hold, interviewer, migrate, moving,
    restore,
};

/// Rows by table.
pub type ByTable = BTreeMap<String, u64>;

/// Tables that name an id of somebody who was erased, and nothing else of them.
pub const IDS_ALONE: [&str; 2] = ["erased", "log"];
/// What the search keeps of the newest versions of questions: the same words as those, folded.
const COPIED: &str = "question_newest";

/// The tables of ours with their rows, without those that the search and the planner keep for themselves.
fn tables(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let mut names = conn.prepare(
        "SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?;
    Ok(names.query_map([], |row| row.get("name"))?.collect::<Result<_, _>>()?)
}

/// Which rows of a table go with the candidate `:id`; none where no row does.
fn condition(conn: &Connection, table: &str, above: &[&str]) -> Result<Option<String>, StoreError> {
    if table == "candidate" {
        return Ok(Some("id = :id".to_owned()));
    }
    let mut found = conn.prepare(
        "SELECT \"table\" AS parent, \"from\" AS child, \"to\" AS named FROM pragma_foreign_key_list(:name)
        WHERE on_delete = 'CASCADE'",
    )?;
    let references: Vec<(String, String, String)> = found
        .query_map(named_params! {":name": table}, |row| {
            Ok((row.get("parent")?, row.get("child")?, row.get("named")?))
        })?
        .collect::<Result<_, _>>()?;
    let mut all = Vec::new();
    for (parent, child, named) in references {
        if above.contains(&parent.as_str()) || parent == table {
            continue;
        }
        if let Some(of_parent) = condition(conn, &parent, &[above, &[table]].concat())? {
            all.push(format!("\"{child}\" IN (SELECT \"{named}\" FROM \"{parent}\" WHERE {of_parent})"));
        }
    }
    Ok((!all.is_empty()).then(|| all.join(" OR ")))
}

/// How many rows of each table go with a candidate.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn share(r: &Read<'_>, id: &CandidateId) -> Result<ByTable, StoreError> {
    let conn = r.conn();
    let mut all = ByTable::new();
    for table in tables(conn)? {
        let Some(condition) = condition(conn, &table, &[])? else { continue };
        let sql = format!("SELECT count(*) AS n FROM \"{table}\" WHERE {condition}");
        let rows: i64 = conn.query_row(&sql, named_params! {":id": id.as_str()}, |row| row.get("n"))?;
        all.insert(table, u64::try_from(rows).unwrap_or_default());
    }
    Ok(all)
}

/// Who is named in what was written about others, or about nobody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mentions {
    /// What has the name as a whole.
    pub whole: Mentioned,
    /// The same of each part that was looked for, in its order, in rows that do not have the whole name.
    pub parts: Vec<Mentioned>,
}

/// Where something that was looked for stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mentioned {
    /// How many rows of each table have it.
    pub rows: ByTable,
    /// The notes among them that can be read where they were kept, by interview and place, with how many there are: neither
    /// removed nor hidden ones.
    pub notes: BTreeMap<(String, String), u64>,
}

impl Mentioned {
    fn add(&mut self, table: &str, note: Option<(String, String)>) {
        *self.rows.entry(table.to_owned()).or_default() += 1;
        if let Some(note) = note {
            *self.notes.entry(note).or_default() += 1;
        }
    }
}

/// Where a note stands that can be read there.
fn noted(row: &Row<'_>) -> Result<Option<(String, String)>, StoreError> {
    let gone = |column| Ok::<_, StoreError>(row.get::<_, Option<i64>>(column)?.is_some());
    Ok(if gone("removed_at")? || gone("hidden_at")? {
        None
    } else {
        Some((row.get("interview_id")?, row.get("place")?))
    })
}

/// Which rows name the person and do not go with them. Reads everything.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn mentions(
    r: &Read<'_>,
    id: &CandidateId,
    name: &WrittenName,
    parts: &[WrittenName],
) -> Result<Mentions, StoreError> {
    let conn = r.conn();
    let mut all = Mentions { parts: vec![Mentioned::default(); parts.len()], ..Mentions::default() };
    for table in tables(conn)?.into_iter().filter(|table| table != COPIED) {
        let others = match condition(conn, &table, &[])? {
            Some(condition) => format!("WHERE NOT ifnull({condition}, 0)"),
            None => String::new(),
        };
        let mut statement = conn.prepare(&format!("SELECT * FROM \"{table}\" {others}"))?;
        let columns = statement.column_count();
        if let Some(place) = statement.parameter_index(":id")? {
            statement.raw_bind_parameter(place, id.as_str())?;
        }
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            let mut texts = Vec::new();
            for column in 0..columns {
                let (ValueRef::Text(bytes) | ValueRef::Blob(bytes)) = row.get_ref(column)? else { continue };
                // A file that is attached may be text as well; a picture is none.
                texts.extend(std::str::from_utf8(bytes));
            }
            let says = |sought: &WrittenName| texts.iter().any(|text| sought.is_in(text));
            let note = || if table == "entry" { noted(row) } else { Ok(None) };
            if says(name) {
                all.whole.add(&table, note()?);
                continue;
            }
            for (part, found) in parts.iter().zip(&mut all.parts) {
                if says(part) {
                    found.add(&table, note()?);
                }
            }
        }
    }
    Ok(all)
}

/// How many rows of each table have these very letters anywhere, in the tables that the search and the planner keep as well.
/// Reads everything.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn found(r: &Read<'_>, letters: &str) -> Result<ByTable, StoreError> {
    let conn = r.conn();
    let mut names =
        conn.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')")?;
    let names: Vec<String> = names.query_map([], |row| row.get("name"))?.collect::<Result<_, _>>()?;
    let mut all = ByTable::new();
    for table in names {
        let mut statement = conn.prepare(&format!("SELECT * FROM \"{table}\""))?;
        let columns = statement.column_count();
        let (mut rows, mut found) = (statement.raw_query(), 0);
        while let Some(row) = rows.next()? {
            let mut says = false;
            for column in 0..columns {
                if let ValueRef::Text(bytes) | ValueRef::Blob(bytes) = row.get_ref(column)? {
                    says = says || bytes.windows(letters.len().max(1)).any(|part| part == letters.as_bytes());
                }
            }
            found += u64::from(says);
        }
        if found > 0 {
            all.insert(table, found);
        }
    }
    Ok(all)
}

/// What must not be forgotten when another database takes the place of this one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remembered {
    /// Who was erased.
    pub erased: Vec<Erased>,
    /// Who is on hold.
    pub holds: Vec<(CandidateId, Hold)>,
}

/// What a database remembers.
///
/// # Errors
/// [`StoreError`] if it cannot be read, or if its format knows none of this yet.
pub fn remembered(r: &Read<'_>) -> Result<Remembered, StoreError> {
    Ok(Remembered { erased: erased::list(r)?, holds: hold::standing(r)? })
}

/// What a file remembers, as far as it can be read: nothing where it cannot.
#[must_use]
pub fn remembered_by(path: &Path, key: &DataKey) -> Remembered {
    let Ok(conn) = backup::open(path, key) else { return Remembered::default() };
    remembered(&Read::new(&conn)).unwrap_or_default()
}

/// Makes a database that takes the place of others obey them: whoever was erased, as they or it itself remember, goes, and
/// whoever is on hold is so here. Answers how many people went.
///
/// # Errors
/// [`StoreError`] if it cannot be written.
pub fn obey(w: &Write<'_>, others: &[Remembered]) -> Result<u32, StoreError> {
    for one in others.iter().flat_map(|other| &other.erased) {
        erased::add(w, one, true)?;
    }
    let gone = remove(w.conn(), &erased::list(w)?)?;
    for (id, hold) in others.iter().flat_map(|other| &other.holds) {
        if candidate::get(w, id)?.is_some() && hold::of_candidate(w, id)?.is_none() {
            if interviewer::get(w, &hold.by.id)?.is_none() {
                interviewer::put(w, &hold.by)?;
            }
            hold::set(w, id, hold)?;
        }
    }
    Ok(gone)
}

/// Removes those who were erased; answers how many of them there were.
fn remove(conn: &Connection, who: &[Erased]) -> Result<u32, StoreError> {
    let has_holds = conn.prepare("SELECT 1 FROM hold").is_ok();
    let mut gone = 0_usize;
    for one in who.iter().filter(|one| one.source.is_empty()) {
        let id = named_params! {":id": one.id};
        if has_holds {
            // One that stood when a copy was made, and was lifted since.
            conn.execute("DELETE FROM hold WHERE candidate_id = :id", id)?;
        }
        gone += conn.execute("DELETE FROM candidate WHERE id = :id", id)?;
    }
    if gone > 0 {
        forget_samples(conn)?;
    }
    Ok(u32::try_from(gone).unwrap_or(u32::MAX))
}

/// Removes what the planner keeps of the content, such as ids and calendar names; it is made anew by itself.
fn forget_samples(conn: &Connection) -> Result<(), StoreError> {
    for table in ["sqlite_stat1", "sqlite_stat4"] {
        if conn.prepare(&format!("SELECT 1 FROM {table}")).is_ok() {
            conn.execute(&format!("DELETE FROM {table}"), [])?;
        }
    }
    Ok(())
}

/// Whether a backup, or another whole copy, holds one of these people.
///
/// # Errors
/// As [`backup::look`].
pub fn holds(path: &Path, key: &DataKey, who: &[Erased]) -> Result<bool, StoreError> {
    let conn = backup::open(path, key)?;
    let mut statement = conn.prepare("SELECT 1 FROM candidate WHERE id = :id")?;
    for one in who.iter().filter(|one| one.source.is_empty()) {
        if statement.exists(named_params! {":id": one.id})? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Rids a backup of these people: a copy without them is made beside it, verified, and takes its name. Answers whether there
/// was one of them; if not, the file is not touched.
///
/// # Errors
/// As [`backup::verify`]; the backup is as it was then.
pub fn rid(path: &Path, key: &DataKey, who: &[Erased]) -> Result<bool, StoreError> {
    let (part, whole) = (file::beside(path, ".part"), file::beside(path, ".whole"));
    let clear = || {
        let all = [&part, &whole].into_iter().flat_map(|copy| ["", "-journal", "-wal", "-shm"].map(|end| (copy, end)));
        all.into_iter().try_for_each(|(copy, end)| file::remove(&file::beside(copy, end)))
    };
    clear()?;
    if !holds(path, key, who)? {
        return Ok(false);
    }
    let changed = fs::metadata(path)?.modified();
    let make = || -> Result<(), StoreError> {
        fs::copy(path, &part)?;
        let mut copy = conn::open(&part, key, false)?;
        migrate::ours(&copy)?;
        conn::prepare_to_erase(&copy)?;
        let all = copy.transaction()?;
        remove(&all, who)?;
        if all.prepare("SELECT 1 FROM erased").is_ok() {
            for one in who {
                erased::add(&Write::new(&all), one, true)?;
            }
        }
        all.commit()?;
        vacuum(&copy, &whole)?;
        copy.flush_prepared_statement_cache();
        copy.close().map_err(|(_, error)| error)?;
        backup::verify(&whole, key)?;
        if holds(&whole, key, who)? {
            return Err(StoreError::Bug("a copy still holds who was erased".into()));
        }
        if let Ok(changed) = changed {
            // The time of a backup whose name does not say it.
            let _ = fs::File::options().write(true).open(&whole)?.set_modified(changed);
        }
        file::move_into_place(&whole, path)
    };
    let made = make();
    let _ = clear();
    made.map(|()| true)
}

/// Writes a whole database anew, without anything that was removed from it.
pub(crate) fn vacuum(conn: &Connection, to: &Path) -> Result<(), StoreError> {
    let name = to.to_str().ok_or_else(|| StoreError::Io("the data folder has a name that is not text".into()))?;
    moving::private_file(to)?;
    conn.execute("VACUUM INTO :into", named_params! {":into": name})?;
    Ok(())
}

/// Empties the journal into the database, which nobody else may have open.
fn empty_journal(conn: &Connection) -> Result<(), StoreError> {
    let busy: i64 = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get("busy"))?;
    if busy == 0 { Ok(()) } else { Err(StoreError::Busy) }
}

/// Writes the database, which must be closed, anew: no page of it then holds what was removed. The new file takes the place by one
/// renaming, and says that of everyone on the list nothing is left.
///
/// A plain `VACUUM` would build its copy in memory, since nothing readable may lie in a temporary file.
///
/// # Errors
/// [`StoreError`]; the database is as it was then, and this can be called again.
pub fn renew(path: &Path, key: &DataKey) -> Result<(), StoreError> {
    moving::forget(path)?;
    let made = (|| {
        let old = conn::open(path, key, false)?;
        migrate::ours(&old)?;
        conn::prepare(&old)?;
        empty_journal(&old)?;
        forget_samples(&old)?;
        empty_journal(&old)?;
        vacuum(&old, &moving::copy_of(path))?;
        old.close().map_err(|(_, error)| error)?;
        restore::end::<StoreError>(path, key, erased::finish)?;
        restore::decide(path)
    })();
    if made.is_err() {
        let _ = moving::forget(path);
    }
    made?;
    restore::finish(path)?;
    Ok(())
}

#[cfg(test)]
mod tests;
