//! Questions from one TOML file: our own export, with a table `[[question]]` for each, or the file of one question.

use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use super::{found::Found, object};
use crate::{FORMAT, notes::Notes, source::Source};

/// What begins each question of an export.
const HEADER: &str = "[[question]]";

pub(super) fn read(text: String, notes: &mut Notes) -> Vec<Found> {
    let source = Source::of(text);
    let mut own = Notes::new(&notes.file);
    if let Some(document) = source.parse(&mut own) {
        return of_document(&document, &source, 0, notes);
    }
    // One question with a slip does not lose the others: each is read alone.
    let parts = source.parts(HEADER);
    if parts.len() < 2 {
        notes.take(own);
        return Vec::new();
    }
    let mut found = Vec::new();
    for (line, part) in parts {
        let source = Source::of(part.to_owned());
        let mut own = Notes::new(&notes.file);
        match source.parse(&mut own) {
            Some(document) => found.extend(of_document(&document, &source, line - 1, notes)),
            None => notes.take_from(own, line - 1),
        }
    }
    found
}

fn of_document(document: &DeTable<'_>, source: &Source, before: usize, notes: &mut Notes) -> Vec<Found> {
    let get = |name: &str| document.get(name).map(|value| value.get_ref());
    if let Some(newer) = get("format")
        .and_then(DeValue::as_integer)
        .and_then(|format| format.as_str().parse::<u32>().ok())
        .filter(|format| *format > FORMAT)
    {
        notes.error(1, format!("This file is in format {newer}. This Interview Workbench reads up to format {FORMAT}. Install a newer one, or get the file in format {FORMAT}."));
        return Vec::new();
    }
    if get("slot_minutes").is_some() || get("role").is_some() {
        notes.error(1, "This file belongs to a pack and holds no question itself. Import the folder that it is in.");
        return Vec::new();
    }
    let rows = ["question", "questions"].into_iter().find_map(|name| get(name).and_then(DeValue::as_array));
    let Some(rows) = rows else {
        let object = table(document);
        return if object.is_empty() { Vec::new() } else { vec![object::question(&object, before + 1)] };
    };
    let mut found = Vec::new();
    for row in rows.iter() {
        let line = before + source.lines().at(row.span().start);
        match row.get_ref() {
            DeValue::Table(row) => found.push(object::question(&table(row), line)),
            DeValue::String(text) => found.push(Found { prompt: text.to_string(), ..Found::at(line) }),
            _ => notes.error(line, "This is no question. Write a table [[question]] for each."),
        }
    }
    found
}

fn table(table: &DeTable<'_>) -> Map<String, Value> {
    table.iter().map(|(name, value)| (name.get_ref().to_string(), json(value.get_ref()))).collect()
}

fn json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Boolean(flag) => Value::Bool(*flag),
        DeValue::Integer(number) => Value::String(number.to_string()),
        DeValue::Float(number) => Value::String(number.to_string()),
        DeValue::Datetime(time) => Value::String(time.to_string()),
        DeValue::Array(items) => Value::Array(items.iter().map(|item| json(item.get_ref())).collect()),
        DeValue::Table(inner) => Value::Object(table(inner)),
    }
}
