//! Ratings of units by raters from a table: the first row names the raters, the first column the units.

use std::collections::BTreeMap;

use workbench_domain::{problem::Problem, reliability::Table, text::count};
use workbench_tabular::{CELLS_MAX, ROWS_MAX, Row, table};

use crate::notes::{Notes, quoted};

/// The largest and the smallest number that is taken: within these, squares and their sums are numbers too.
const LARGEST: f64 = 1e100;
/// What other programs write for a missing value; here it is a category like any other.
const MISSING: [&str; 8] = ["na", "n/a", "nan", "null", "none", "-", ".", "?"];

/// What was read of a file.
#[derive(Debug)]
pub struct Ratings {
    /// The ratings; none where one of the problems is an error.
    pub table: Option<Table>,
    /// What is wrong, and what to look at.
    pub problems: Vec<Problem>,
}

/// Reads a table of ratings: a row a unit, a column a rater, an empty cell a missing value. `name` is the file's name. Where
/// `names` is true, cells may be names of categories; if they all are numbers, equal numbers are one category. One cell
/// that cannot be read is an error: a figure without it would be another figure.
#[must_use]
pub fn ratings(name: &str, bytes: &[u8], names: bool) -> Ratings {
    let mut notes = Notes::new(name);
    let table = notes.text(bytes).and_then(|text| read(&text, names, &mut notes));
    Ratings { table, problems: notes.finish() }
}

fn read(text: &str, names: bool, notes: &mut Notes) -> Option<Table> {
    let parted = table(text);
    let mut good = true;
    let mut wrong = |line, what: String| {
        notes.error(line, what);
        good = false;
    };
    if let Some(line) = parted.unclosed {
        wrong(line, "A quotation mark that opens here is never closed. Close it, or delete it.".to_owned());
    }
    if let Some(line) = parted.cut {
        wrong(line, format!("This table has more than {CELLS_MAX} cells or {ROWS_MAX} rows. Split it."));
    }
    let Some((head, rows)) = parted.rows.split_first() else {
        if parted.cut.is_none() {
            wrong(1, "This file is empty. Give a table whose first row names the raters.".to_owned());
        }
        return None;
    };
    if rows.is_empty() {
        wrong(head.line, "There is no unit: the first row names the raters, each other one is a unit.".to_owned());
    }
    if head.cells.len() < 2 {
        let what = "There is no rater: the first row names the raters from its second cell on, and cells are parted by \
                    commas, semicolons or tabs.";
        wrong(head.line, what.to_owned());
    }
    for row in rows {
        let filled = row.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        if filled > head.cells.len() {
            let what = format!(
                "This row has {}, the first row {}. The first row has a cell over the units too, which may be empty.",
                count(filled, "cell"),
                head.cells.len()
            );
            wrong(row.line, what);
        }
    }
    // A decimal comma is what programs that part cells with a semicolon write.
    let number = |cell: &str| number(cell, parted.delimiter == ';');
    let cells = || rows.iter().flat_map(|row| rated(row).map(|cell| (row.line, cell)));
    let is_named = names && cells().any(|(_, cell)| number(cell).is_none());
    if is_named {
        good.then(|| named(rows, notes))
    } else {
        for (line, cell) in cells() {
            match number(cell) {
                Some(value) if value == 0.0 || (1.0 / LARGEST..=LARGEST).contains(&value.abs()) => {}
                Some(_) => {
                    wrong(line, format!("{} is too large or too small; numbers go from 1e-100 to 1e100.", quoted(cell)))
                }
                None => wrong(line, not_a_number(cell)),
            }
        }
        let row = |row: &Row| row.cells.iter().skip(1).map(|cell| number(cell.trim())).collect();
        good.then(|| Table::of_numbers(rows.iter().map(row).collect()))
    }
}

/// The cells of a row that have a value.
fn rated(row: &Row) -> impl Iterator<Item = &str> {
    row.cells.iter().skip(1).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
}

fn number(cell: &str, decimal_comma: bool) -> Option<f64> {
    let plain = cell.replace('\u{2212}', "-");
    let plain = if decimal_comma && !plain.contains('.') { plain.replacen(',', ".", 1) } else { plain };
    // "inf" and "nan" are numbers to a computer alone.
    plain.parse().ok().filter(|value: &f64| value.is_finite() && plain.contains(|c: char| c.is_ascii_digit()))
}

fn not_a_number(cell: &str) -> String {
    if MISSING.contains(&cell.to_lowercase().as_str()) {
        format!("{} is not a number. Leave the cell empty where a value is missing.", quoted(cell))
    } else if number(cell, true).is_some() {
        format!("{} is not a number here. Write a point before the decimals.", quoted(cell))
    } else {
        format!("{} is not a number. Names of categories need the nominal scale.", quoted(cell))
    }
}

/// Categories by their names, each as the number of its place among them.
fn named(rows: &[Row], notes: &mut Notes) -> Table {
    let mut known: BTreeMap<&str, f64> = rows.iter().flat_map(rated).map(|cell| (cell, 0.0)).collect();
    let mut next = 0.0;
    for place in known.values_mut() {
        *place = next;
        next += 1.0;
    }
    for row in rows {
        if let Some(cell) = rated(row).find(|cell| MISSING.contains(&cell.to_lowercase().as_str())) {
            let what = "is a category like any other here. Leave the cell empty where a value is missing.";
            notes.warning(row.line, format!("{} {what}", quoted(cell)));
            break;
        }
    }
    let row = |row: &Row| row.cells.iter().skip(1).map(|cell| known.get(cell.trim()).copied()).collect();
    Table::of_names(rows.iter().map(row).collect())
}
