//! JSON values one by one with their lines: what is broken in one loses none before it.

use serde_json::value::RawValue;

use super::notes::Notes;

/// The values of a text: of a list, one after the other, or one a line.
pub(super) fn values<'t>(text: &'t str, notes: &mut Notes) -> Vec<(usize, &'t RawValue)> {
    let line = |rest: &str| 1 + text[..text.len() - rest.len()].matches('\n').count();
    let mut found = Vec::new();
    let start = text.trim_start();
    let is_list = start.starts_with('[');
    let mut rest = start.strip_prefix('[').unwrap_or(start).trim_start();
    // The line of each is counted from the one before: a large file would else be counted over and over.
    let (mut at, mut counted) = (line(rest), rest.len());
    while !(rest.is_empty() || is_list && rest.starts_with(']')) {
        let passed = &text[text.len() - counted..text.len() - rest.len()];
        at += passed.matches('\n').count();
        counted = rest.len();
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
        match values.next() {
            Some(Ok(value)) => {
                found.push((at, value));
                rest = rest[values.byte_offset()..].trim_start();
                rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
            }
            broken => {
                let why = broken.and_then(Result::err).map(|e| e.to_string()).unwrap_or_default();
                notes.error(
                    at,
                    format!("From here on this is not JSON ({why}); it was not read. What stands before it was."),
                );
                return found;
            }
        }
    }
    if is_list && rest.is_empty() {
        notes.warning(at, "The list is never closed: the end of the file may be missing.");
    }
    found
}

/// A value as what it should be, or what is wrong with it.
pub(super) fn typed<'t, T: serde::Deserialize<'t>>(value: &'t RawValue) -> Result<T, String> {
    T::deserialize(&mut serde_json::Deserializer::from_str(value.get())).map_err(|e| {
        let words = e.to_string();
        words.split(" at line ").next().unwrap_or_default().to_owned()
    })
}
