//! Candidates from a table.

use workbench_tabular::{CELLS_MAX, ROWS_MAX, Row, table};

use crate::{
    candidates::{Draft, NewCandidate, is_full},
    columns::{Column, Field},
    notes::{Notes, one_line, quoted},
    protected::Protected,
};

/// So many columns are looked at.
const COLUMNS: usize = 200;
const SAMPLES: usize = 3;

/// The candidates of a table, with what its columns were taken for.
pub(crate) fn read(text: &str, said: Option<&[Option<Field>]>, notes: &mut Notes) -> (Vec<NewCandidate>, Vec<Column>) {
    let table = table(text);
    if let Some(line) = table.unclosed {
        notes.warning(line, "A quotation mark that opens here is never closed. It was read as an ordinary character.");
    }
    if let Some(line) = table.cut {
        let what = format!(
            "This table has more than {CELLS_MAX} cells or {ROWS_MAX} rows; from here on nothing was read. Split it."
        );
        notes.error(line, what);
    }
    let Some(first) = table.rows.first() else {
        if table.cut.is_none() {
            notes.error(1, "This file is empty. Give a table whose first row names the columns.");
        }
        return (Vec::new(), Vec::new());
    };
    let is_head = !first.cells.iter().any(|cell| cell.contains('@'));
    let (head, rows) = if is_head { (Some(first), &table.rows[1..]) } else { (None, &table.rows[..]) };
    let mut columns = columns(head, rows);
    match said {
        Some(said) => {
            for (column, field) in columns.iter_mut().zip(said) {
                column.field = *field;
            }
        }
        None if !is_head => by_content(&mut columns, rows),
        None => {}
    }
    for column in columns.iter_mut().filter(|column| column.dropped.is_some()) {
        (column.field, column.samples) = (None, Vec::new());
    }
    let named = |field| columns.iter().any(|column| column.field == Some(field));
    if !named(Field::Name) && !named(Field::GivenName) && !named(Field::FamilyName) {
        let names: Vec<String> = columns.iter().take(12).map(|column| quoted(&column.name)).collect();
        let what = format!(
            "No column is known as the name. The columns are {}. Say which one holds the name.",
            names.join(", ")
        );
        notes.error(first.line, what);
        return (Vec::new(), columns);
    }
    let mut candidates = Vec::new();
    for row in rows {
        if is_full(&candidates, row.line, notes) {
            break;
        }
        candidates.extend(person(row, &columns, notes));
    }
    if rows.is_empty() {
        notes.warning(first.line, "This table has its heading alone; no candidate was found.");
    }
    (candidates, columns)
}

fn columns(head: Option<&Row>, rows: &[Row]) -> Vec<Column> {
    let wide = head.into_iter().chain(rows).map(|row| row.cells.len()).max().unwrap_or(0).min(COLUMNS);
    let mut columns: Vec<Column> = (0..wide)
        .map(|place| {
            let heading = head.and_then(|row| row.cells.get(place)).map(|cell| one_line(cell)).unwrap_or_default();
            let dropped = Protected::of(&heading);
            let field = Field::of(&heading);
            let name = if heading.is_empty() { format!("Column {}", place + 1) } else { heading };
            Column { name, field, dropped, samples: Vec::new() }
        })
        .collect();
    for row in rows {
        for (column, cell) in columns.iter_mut().zip(&row.cells) {
            if column.samples.len() < SAMPLES && !cell.trim().is_empty() {
                column.samples.push(one_line(cell).chars().take(80).collect());
            }
        }
    }
    columns
}

/// What the columns of a table without a heading say, by its first row: the address by its @, the name before it.
fn by_content(columns: &mut [Column], rows: &[Row]) {
    let Some(first) = rows.first() else { return };
    let email = first.cells.iter().position(|cell| cell.contains('@'));
    let has_letters = |cell: &String| cell.chars().any(char::is_alphabetic) && !cell.contains('@');
    let name = first.cells.iter().position(has_letters);
    for (place, field) in [(email, Field::Email), (name, Field::Name)] {
        if let Some(column) = place.and_then(|place| columns.get_mut(place)) {
            column.field = Some(field);
        }
    }
}

fn person(row: &Row, columns: &[Column], notes: &mut Notes) -> Option<NewCandidate> {
    let mut draft = Draft::default();
    for (column, cell) in columns.iter().zip(&row.cells) {
        match column.dropped {
            Some(what) if !cell.trim().is_empty() => notes.dropped(row.line, what, &column.name),
            Some(_) => {}
            None => draft.take(column.field, &column.name, cell),
        }
    }
    if row.cells.len() > columns.len() {
        notes.warning(row.line, format!("This row has more than {COLUMNS} cells; the rest of it was not read."));
    }
    draft.finish(row.line, notes)
}
