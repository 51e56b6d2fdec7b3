//! Rows that refer to others that are gone: given what they refer to from a backup, or taken out.

use std::collections::HashSet;

use rusqlite::{Connection, types::Value};

use super::tables;
use crate::StoreError;

/// Gives every row what it refers to, or takes it out: from how many rows of the backup, and how many.
pub(super) fn mend(to: &Connection, helper: Option<&Connection>) -> Result<(u64, u64), StoreError> {
    let (mut given, mut dropped) = (0, 0);
    // Two rows can refer to each other, as a question and its newest version do: what was given once and is missing again was
    // taken out for a reason, and would come and go for ever.
    let mut once = HashSet::new();
    loop {
        let mut check =
            to.prepare("SELECT \"table\" AS name, rowid AS number, parent, fkid FROM pragma_foreign_key_check")?;
        let broken: Vec<(String, Option<i64>, String, i64)> = check
            .query_map([], |row| Ok((row.get("name")?, row.get("number")?, row.get("parent")?, row.get("fkid")?)))?
            .collect::<Result<_, _>>()?;
        if broken.is_empty() {
            return Ok((given, dropped));
        }
        for (table, number, parent, reference) in broken {
            let Some(number) = number else {
                // Only the history for undoing has no numbers; without all of it none of it is of use.
                dropped += u64::try_from(to.execute(&format!("DELETE FROM \"{table}\""), [])?).unwrap_or_default();
                continue;
            };
            let first = once.insert((table.clone(), number, reference));
            let from_backup = match helper.filter(|_| first) {
                Some(helper) => give(to, helper, (&table, number), &parent, reference)?,
                None => 0,
            };
            given += from_backup;
            if from_backup == 0 {
                dropped += u64::try_from(to.execute(&format!("DELETE FROM \"{table}\" WHERE rowid = :n"), [number])?)
                    .unwrap_or_default();
            }
        }
    }
}

/// Takes the row that another refers to from a backup, if it is there; how many rows that were. One that is there by now
/// counts, since more than one may refer to it.
fn give(
    to: &Connection,
    helper: &Connection,
    (table, number): (&str, i64),
    parent: &str,
    reference: i64,
) -> Result<u64, StoreError> {
    let mut keys =
        to.prepare("SELECT \"from\" AS child, \"to\" AS parent FROM pragma_foreign_key_list(:name) WHERE id = :id")?;
    let keys: Vec<(String, String)> = keys
        .query_map(rusqlite::params![table, reference], |row| Ok((row.get("child")?, row.get("parent")?)))?
        .collect::<Result<_, _>>()?;
    let childs = keys.iter().map(|(child, _)| format!("\"{child}\"")).collect::<Vec<_>>().join(", ");
    let wanted: Vec<Value> =
        to.query_row(&format!("SELECT {childs} FROM \"{table}\" WHERE rowid = :n"), [number], |row| {
            (0..keys.len()).map(|n| row.get(n)).collect()
        })?;
    let same = keys.iter().map(|(_, parent)| format!("\"{parent}\" = ?")).collect::<Vec<_>>().join(" AND ");
    let there = |conn: &Connection| -> Result<bool, StoreError> {
        let mut statement = conn.prepare(&format!("SELECT 1 FROM \"{parent}\" WHERE {same}"))?;
        Ok(statement.exists(rusqlite::params_from_iter(wanted.clone()))?)
    };
    if there(to)? {
        return Ok(1);
    }
    let Some(columns) = tables(to)?.into_iter().find(|one| one.name == parent).map(|one| one.columns) else {
        return Ok(0);
    };
    // Its number may be another row's here, so it gets a new one.
    let columns: Vec<String> = columns.into_iter().filter(|column| column != "row_id").collect();
    let listed = columns.join(", ");
    let Ok(mut found) = helper.prepare(&format!("SELECT {listed} FROM \"{parent}\" WHERE {same}")) else {
        return Ok(0);
    };
    let row: rusqlite::Result<Vec<Value>> =
        found.query_row(rusqlite::params_from_iter(wanted), |row| (0..columns.len()).map(|n| row.get(n)).collect());
    let Ok(values) = row else { return Ok(0) };
    let holes = vec!["?"; columns.len()].join(", ");
    let put = format!("INSERT OR IGNORE INTO \"{parent}\" ({listed}) VALUES ({holes})");
    Ok(u64::try_from(to.execute(&put, rusqlite::params_from_iter(values))?).unwrap_or_default())
}
