//! A question from names and values, as JSON and TOML have them.

use serde_json::{Map, Value};
use workbench_domain::import::Field;

use super::{found::Found, labels};

/// Whether an object is a question, and not a chapter of others.
pub(super) fn is_question(object: &Map<String, Value>) -> bool {
    let text = |value: &Value| matches!(value, Value::String(_));
    object
        .iter()
        .any(|(name, value)| matches!(labels::field_of(name), Some(Field::Prompt | Field::Title)) && text(value))
}

/// The question that an object is.
pub(super) fn question(object: &Map<String, Value>, line: usize) -> Found {
    let mut found = Found::at(line);
    let names: Vec<Option<Field>> = object.keys().map(|name| labels::field_of(name)).collect();
    let body = labels::takes_body(&names);
    for (name, value) in object {
        if labels::is_anchors(name) && anchors(value, &mut found) {
            continue;
        }
        match labels::field_of(name).or_else(|| body.filter(|_| labels::is_body(name) && value.is_string())) {
            Some(field) => put(&mut found, field, name, value),
            None => found.keep(name, &shown(value)),
        }
    }
    found
}

fn put(found: &mut Found, field: Field, name: &str, value: &Value) {
    match value {
        Value::Null => {}
        Value::String(text) if field == Field::Tags => found.tags.extend(super::cell::to_list(field, text)),
        Value::Array(items) if field.is_list() => {
            for item in items {
                found.add(field, name, &shown(item));
            }
        }
        // "answer": ["one", "two"]
        value => found.add(field, name, &shown(value)),
    }
}

/// `{"1": "…", …}`, or a list of five.
fn anchors(value: &Value, found: &mut Found) -> bool {
    let texts: Vec<(usize, &Value)> = match value {
        Value::Array(items) if items.len() == 5 => items.iter().enumerate().collect(),
        Value::Object(object) if object.keys().all(|key| matches!(key.as_str(), "1" | "2" | "3" | "4" | "5")) => {
            object.iter().filter_map(|(key, value)| Some((key.parse::<usize>().ok()? - 1, value))).collect()
        }
        _ => return false,
    };
    if texts.iter().any(|(_, text)| !text.is_string()) {
        return false;
    }
    texts.iter().for_each(|(at, text)| found.add(Field::ANCHORS[*at], "Anchor", &shown(text)));
    true
}

/// A value as a person reads it.
fn shown(value: &Value) -> String {
    match value {
        Value::Object(object) => shown_object(object),
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Array(items) if items.iter().all(is_plain) => {
            items.iter().map(|item| format!("- {}", shown(item))).collect::<Vec<_>>().join("\n")
        }
        other => serde_json::to_string_pretty(other).unwrap_or_default(),
    }
}

/// `{"name": "Performance"}` is "Performance"; several plain values stand a line each under their names.
fn shown_object(object: &Map<String, Value>) -> String {
    let said: Vec<(&String, &Value)> = object.iter().filter(|(_, value)| !value.is_null()).collect();
    match said[..] {
        [] => String::new(),
        [(_, value)] if is_plain(value) => shown(value),
        _ if said.iter().all(|(_, value)| is_plain(value)) => {
            said.iter().map(|(name, value)| format!("{name}: {}", shown(value))).collect::<Vec<_>>().join("\n")
        }
        _ => serde_json::to_string_pretty(object).unwrap_or_default(),
    }
}

fn is_plain(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}
