//! Questions from text with delimiters: a row each, columns matched by their names.

use workbench_domain::import::{Column, Field};
use workbench_tabular::{CELLS_MAX, ROWS_MAX, Row, plain};

use super::{cell, found::Found, labels, people};
use crate::notes::Notes;

/// So much of a cell is shown.
const SAMPLE: usize = 80;
/// So many columns are named.
const TOLD: usize = 12;

/// The questions of a table, and what its columns were taken for. `chosen` is what a person says of the columns.
pub(super) fn read(text: &str, chosen: Option<&[Option<Field>]>, notes: &mut Notes) -> (Vec<Found>, Vec<Column>) {
    let table = workbench_tabular::table(text);
    if let Some(line) = table.unclosed {
        notes.warning(
            line,
            "A quotation mark here is never closed, so it was read as an ordinary character. Close it, or double it.",
        );
    }
    if let Some(line) = table.cut {
        notes.error(
            line,
            format!("This table has more than {CELLS_MAX} cells or {ROWS_MAX} rows. Split it; from here on nothing was read."),
        );
    }
    let mut rows = table.rows;
    let Some((head, first)) = rows.first().map(|row| (row.line, row.cells.clone())) else {
        return (Vec::new(), Vec::new());
    };
    let has_names = has_names(&first);
    let names: Vec<String> = if has_names { first } else { Vec::new() };
    if has_names {
        rows.remove(0);
    } else {
        notes.warning(1, "The first row names no columns, so they were guessed. Look at how the columns were matched.");
    }
    rows.truncate(super::QUESTIONS_MAX + 1);
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(names.len());
    let name = |at: usize| {
        names
            .get(at)
            .filter(|name| !name.trim().is_empty())
            .map_or_else(|| format!("Column {}", at + 1), |name| name.trim().to_owned())
    };
    let mut fields: Vec<Option<Field>> =
        (0..width).map(|at| names.get(at).and_then(|name| labels::field_of_column(name))).collect();
    let mut of_people = Vec::new();
    match chosen {
        Some(chosen) => fields = (0..width).map(|at| chosen.get(at).copied().flatten()).collect(),
        None => {
            let body = labels::takes_body(&fields);
            let at = names.iter().position(|name| labels::is_body(name));
            if let Some(field) = at.and_then(|at| fields.get_mut(at)).filter(|field| field.is_none()) {
                *field = body;
            }
            of_people = people::given_away(&fields, &names);
            if of_people.is_empty() {
                guess_prompt(&mut fields, &rows);
            } else {
                fields.fill(None);
            }
        }
    }
    if !of_people.is_empty() {
        notes.error(head, people::words(&of_people));
        rows.clear();
    } else if !fields.iter().any(|field| matches!(field, Some(Field::Prompt | Field::Title))) && !rows.is_empty() {
        let all = (0..width).take(TOLD).map(|at| workbench_tabular::quoted(&name(at))).collect::<Vec<_>>().join(", ");
        let what = format!(
            "No column holds what is asked: there {all}. Call it “Question” in the first row, or choose it in the match of \
             the columns. Nothing was read.",
            all = if width == 1 { format!("is {all}") } else { format!("are {all}") }
        );
        notes.error(head, what);
        rows.clear();
    }
    let mut found = Vec::new();
    for row in &rows {
        let mut question = Found::at(row.line);
        for (at, cell) in row.cells.iter().enumerate() {
            fill(&mut question, fields.get(at).copied().flatten(), &name(at), plain(cell));
        }
        found.push(question);
    }
    let samples = |at: usize| {
        let cells =
            rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        cells.take(3).map(|cell| cell.chars().take(SAMPLE).collect()).collect()
    };
    let columns =
        fields.iter().enumerate().map(|(at, field)| Column { name: name(at), field: *field, samples: samples(at) });
    (found, columns.collect())
}

/// Puts a cell into a question.
pub(super) fn fill(question: &mut Found, field: Option<Field>, name: &str, cell: &str) {
    match field {
        Some(Field::Guidance) if !cell.trim().is_empty() => question.guidance.push(cell.to_owned()),
        Some(field) if field.is_list() => {
            let items = cell::to_list(field, cell);
            question.list(field).into_iter().for_each(|list| list.extend(items.clone()));
        }
        Some(field) => question.add(field, name, cell),
        None if is_row_number(name) => {}
        None => question.keep(name, cell),
    }
}

/// A column of numbers says only where a row stands.
fn is_row_number(name: &str) -> bool {
    matches!(
        name.trim().to_lowercase().trim_end_matches('.'),
        "#" | "no" | "nr" | "number" | "s.no" | "sno" | "sr" | "sr.no" | "№" | "row"
    )
}

/// Whether the first row has the names of the columns: one that we know, or at least none that asks or is long.
fn has_names(first: &[String]) -> bool {
    let known = first.iter().any(|cell| labels::field_of(cell).is_some());
    known
        || (first.len() > 1
            && first.iter().all(|cell| {
                !cell.trim_end().ends_with(['?', '？', '؟']) && cell.chars().count() <= 40 && !cell.trim().is_empty()
            }))
}

/// Where no name says which column asks: the one in which most texts do, at least every other.
fn guess_prompt(fields: &mut [Option<Field>], rows: &[Row]) {
    if fields.iter().any(|field| matches!(field, Some(Field::Prompt | Field::Title))) {
        return;
    }
    let texts = |at: usize| {
        rows.iter().filter_map(move |row| row.cells.get(at)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    };
    let asks = |at: &usize| texts(*at).filter(|cell| cell.ends_with(['?', '？', '؟'])).count();
    let free = (0..fields.len()).filter(|at| fields[*at].is_none());
    let best = free.max_by_key(|at| (asks(at), usize::MAX - at));
    if let Some(at) = best.filter(|at| asks(at) > 0 && 2 * asks(at) >= texts(*at).count()) {
        fields[at] = Some(Field::Prompt);
    }
}
