//! Everything that the store holds about one person: the row of the candidate, and every row that refers to it, directly or
//! through others. It is found by what the tables themselves say of each other, so that none can be forgotten: neither a table
//! nor a column.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::{Row, named_params, types::ValueRef};
use serde_json::{Map, Value};
use workbench_domain::ids::CandidateId;

use crate::{Read, StoreError};

/// Where it begins.
const CANDIDATE: &str = "candidate";

/// The rows of one table that are about a person.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonTable {
    /// The table.
    pub name: String,
    /// Its rows, in the order in which they were kept.
    pub rows: Vec<PersonRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonRow {
    /// Its columns but for the number of the row. A time (`…_at`) is in RFC 3339, JSON is not text, and bytes are apart.
    pub fields: Map<String, Value>,
    /// The columns that are bytes.
    pub bytes: Vec<(String, Vec<u8>)>,
}

/// A table, with the rows that are about the person of `:candidate`.
struct Reached {
    name: String,
    rows: String,
}

/// A column that refers to another table.
struct Link {
    from: String,
    table: String,
    to: String,
}

/// The names of all tables, those of full-text indexes as well.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn tables(r: &Read<'_>) -> Result<Vec<String>, StoreError> {
    let sql =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
    r.many(sql, [], |row| Ok(row.get("name")?))
}

/// The names of the tables in which something about a person can be, as their references say.
///
/// # Errors
/// [`StoreError`] if they cannot be read.
pub fn tables_of_people(r: &Read<'_>) -> Result<BTreeSet<String>, StoreError> {
    Ok(reached(r)?.into_iter().map(|table| table.name).collect())
}

/// Every row about a person, the candidate's own first; without that one where there is nobody of that id.
///
/// # Errors
/// [`StoreError`] if it cannot be read.
pub fn everything(r: &Read<'_>, id: &CandidateId) -> Result<Vec<PersonTable>, StoreError> {
    let mut all = Vec::new();
    for Reached { name, rows } in reached(r)? {
        let documents = documents(r, &name)?;
        // The one table without numbers has a key in their place.
        let order = if numbered(r, &name)? { "rowid" } else { "1, 2, 3" };
        let sql = format!("SELECT * FROM \"{name}\" WHERE {rows} ORDER BY {order}");
        let rows = r.many(&sql, named_params! {":candidate": id.as_str()}, |row| read(row, &documents))?;
        all.push(PersonTable { name, rows });
    }
    Ok(all)
}

/// From the candidate on, whatever refers to what was reached before.
fn reached(r: &Read<'_>) -> Result<Vec<Reached>, StoreError> {
    let mut left = Vec::new();
    for name in tables(r)? {
        let links = links(r, &name)?;
        left.push((name, links));
    }
    left.retain(|(name, _)| name != CANDIDATE);
    let mut all = vec![Reached { name: CANDIDATE.to_owned(), rows: "id = :candidate".to_owned() }];
    loop {
        let mut next = Vec::new();
        left.retain(|(name, links)| {
            let rows: Vec<String> = links
                .iter()
                .filter_map(|link| {
                    let parent = all.iter().find(|parent| parent.name == link.table)?;
                    let Link { from, table, to } = link;
                    Some(format!("\"{from}\" IN (SELECT \"{to}\" FROM \"{table}\" WHERE {})", parent.rows))
                })
                .collect();
            if rows.is_empty() {
                return true;
            }
            next.push(Reached { name: name.clone(), rows: format!("({})", rows.join(" OR ")) });
            false
        });
        if next.is_empty() {
            return Ok(all);
        }
        all.append(&mut next);
    }
}

fn links(r: &Read<'_>, table: &str) -> Result<Vec<Link>, StoreError> {
    let sql = "SELECT \"from\" AS child, \"table\" AS parent, \"to\" AS its FROM pragma_foreign_key_list(:name)";
    r.many(sql, named_params! {":name": table}, |row| {
        Ok(Link { from: row.get("child")?, table: row.get("parent")?, to: row.get("its")? })
    })
}

fn numbered(r: &Read<'_>, table: &str) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM pragma_table_list WHERE schema = 'main' AND name = :name AND wr = 0";
    Ok(r.one(sql, named_params! {":name": table}, |_| Ok(()))?.is_some())
}

/// The columns that hold JSON.
fn documents(r: &Read<'_>, table: &str) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT c.name FROM sqlite_schema s, pragma_table_info(s.name) c
        WHERE s.type = 'table' AND s.name = :name AND (c.name = 'doc' OR instr(s.sql, 'json_valid(' || c.name || ')') > 0)";
    r.many(sql, named_params! {":name": table}, |row| Ok(row.get("name")?))
}

fn read(row: &Row<'_>, documents: &[String]) -> Result<PersonRow, StoreError> {
    let mut told = PersonRow { fields: Map::new(), bytes: Vec::new() };
    for name in row.as_ref().column_names().filter(|name| *name != "row_id") {
        let value = match row.get_ref(name)? {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(number) if name.ends_with("_at") => time(number),
            ValueRef::Integer(number) => number.into(),
            ValueRef::Real(number) => number.into(),
            ValueRef::Text(text) => {
                let text = String::from_utf8_lossy(text);
                let is_document = documents.iter().any(|document| document == name);
                // What is no JSON after all is told as it is.
                let document = is_document.then(|| serde_json::from_str(&text).ok()).flatten();
                document.unwrap_or_else(|| Value::String(text.into_owned()))
            }
            ValueRef::Blob(bytes) => {
                told.bytes.push((name.to_owned(), bytes.to_vec()));
                continue;
            }
        };
        told.fields.insert(name.to_owned(), value);
    }
    Ok(told)
}

/// A time that is out of range is told as its number.
fn time(milliseconds: i64) -> Value {
    Timestamp::from_millisecond(milliseconds).map_or_else(|_| milliseconds.into(), |at| at.to_string().into())
}

#[cfg(test)]
mod tests;
