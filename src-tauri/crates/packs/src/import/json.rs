//! Questions from JSON: our own export, any list of objects, lists by chapter, or one object a line.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Value, value::RawValue};

use super::{QUESTIONS_MAX, found::Found, labels, object};
use crate::{notes::Notes, source::Lines, words::plain};

/// Chapters within chapters are followed so deep.
const DEPTH_MAX: usize = 8;

struct Reader<'t, 'n> {
    text: &'t str,
    lines: Lines,
    found: Vec<Found>,
    notes: &'n mut Notes,
}

pub(super) fn read(text: &str, notes: &mut Notes) -> Vec<Found> {
    let mut reader = Reader { text, lines: Lines::of(text), found: Vec::new(), notes };
    let start = text.trim_start();
    if start.starts_with('[') {
        reader.list(start, "");
    } else {
        reader.stream(start);
    }
    reader.found
}

impl<'t> Reader<'t, '_> {
    /// The line of a part of the text.
    fn line(&self, part: &str) -> usize {
        self.lines.at((part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize))
    }

    /// One value, or one after the other.
    fn stream(&mut self, text: &'t str) {
        let mut rest = text;
        while !rest.is_empty() && self.found.len() <= QUESTIONS_MAX {
            match next(rest) {
                Ok((value, after)) => {
                    self.value(value, "", 0);
                    rest = after.trim_start();
                }
                Err(e) => {
                    self.broken(rest, &e);
                    // One object a line: the next line may be good.
                    let line_end = rest.find('\n').filter(|_| rest.starts_with('{') && !self.found.is_empty());
                    rest = line_end.map_or("", |at| rest[at..].trim_start());
                }
            }
        }
    }

    /// The values of a list, one by one, so that what is broken in one loses none before it.
    fn list(&mut self, text: &'t str, chapter: &str) {
        let mut rest = text.strip_prefix('[').unwrap_or(text).trim_start();
        while !rest.is_empty() && !rest.starts_with(']') {
            if self.found.len() > QUESTIONS_MAX {
                return; // More than is taken: the rest need not be read.
            }
            match next(rest) {
                Ok((value, after)) => {
                    self.value(value, chapter, 1);
                    let after = after.trim_start();
                    rest = after.strip_prefix(',').unwrap_or(after).trim_start();
                }
                Err(e) => {
                    self.broken(rest, &e);
                    // After a broken object the next one is looked for, where one begins a line.
                    let skip = rest
                        .char_indices()
                        .skip(1)
                        .find(|(at, c)| *c == '{' && rest[..*at].trim_end_matches([' ', '\t']).ends_with('\n'));
                    let Some((at, _)) = skip.filter(|_| self.notes.errors() < 100) else { return };
                    rest = &rest[at..];
                }
            }
        }
        if rest.is_empty() {
            self.notes.warning(
                self.line(rest).max(1),
                "The list is never closed; the file may be cut off. Look whether its end is there.",
            );
        }
    }

    fn broken(&mut self, at: &str, e: &serde_json::Error) {
        let line = self.line(at) + e.line().saturating_sub(1);
        let what = plain(e.to_string().split(" at line ").next().unwrap_or_default());
        self.notes.error(line, format!("This is not valid JSON: {what}. Correct it; what is here was not read."));
    }

    fn value(&mut self, raw: &'t str, chapter: &str, depth: usize) {
        let line = self.line(raw);
        if raw.starts_with('{') {
            let parsed: Result<Value, _> = serde_json::from_str(raw);
            match parsed {
                Ok(Value::Object(value)) if object::is_question(&value) => {
                    let mut found = object::question(&value, line);
                    if found.section.is_empty() {
                        chapter.clone_into(&mut found.section);
                    }
                    self.found.push(found);
                }
                Ok(_) if depth < DEPTH_MAX => self.chapters(raw, chapter, depth),
                Ok(_) => self.notes.error(line, "This object holds no question. Give it a field \"question\"."),
                Err(e) => self.broken(raw, &e),
            }
        } else if raw.starts_with('[') {
            self.inner(raw, chapter, depth);
        } else {
            let text = serde_json::from_str::<Value>(raw).ok();
            match text.as_ref().and_then(Value::as_str).filter(|text| !text.trim().is_empty()) {
                Some(text) => {
                    self.found.push(Found { prompt: text.to_owned(), section: chapter.to_owned(), ..Found::at(line) })
                }
                None => self.notes.error(line, "This is neither text nor an object. Write {\"question\": …}."),
            }
        }
    }

    fn inner(&mut self, raw: &'t str, chapter: &str, depth: usize) {
        let items: Vec<&'t RawValue> = serde_json::from_str(raw).unwrap_or_default();
        if depth < DEPTH_MAX {
            items.iter().for_each(|item| self.value(item.get(), chapter, depth + 1));
        }
    }

    /// An object whose fields hold the questions: "questions", or a chapter each.
    fn chapters(&mut self, raw: &'t str, chapter: &str, depth: usize) {
        let fields = serde_json::from_str::<Fields<'t>>(raw).map_or_else(|_| Vec::new(), |fields| fields.0);
        let before = self.found.len();
        // The chapter's own name, beside its list.
        let named = fields.iter().find(|(name, value)| {
            matches!(name.as_str(), "category" | "section" | "topic" | "chapter") && value.get().starts_with('"')
        });
        let own = named.and_then(|(_, value)| serde_json::from_str::<String>(value.get()).ok());
        let chapter = own.as_deref().unwrap_or(chapter);
        for (name, value) in &fields {
            let value = value.get();
            if !value.starts_with(['[', '{']) {
                continue;
            }
            let is_plain = labels::field_of(name) == Some(workbench_domain::import::Field::Prompt)
                || matches!(name.as_str(), "items" | "data" | "results" | "list" | "entries" | "cards" | "rows");
            self.value(value, if is_plain { chapter } else { name }, depth + 1);
        }
        if self.found.len() == before {
            self.notes.error(self.line(raw), "This object holds no question. Give it a field \"question\".");
        }
    }
}

/// The next value of a text, and what follows it.
fn next(text: &str) -> Result<(&str, &str), serde_json::Error> {
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    match stream.next() {
        Some(Ok(value)) => Ok((value.get(), &text[stream.byte_offset()..])),
        Some(Err(e)) => Err(e),
        None => Ok((text, "")),
    }
}

/// The fields of an object in their order.
struct Fields<'t>(Vec<(String, &'t RawValue)>);

impl<'de: 't, 't> Deserialize<'de> for Fields<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each<'t>(std::marker::PhantomData<&'t ()>);
        impl<'de: 't, 't> Visitor<'de> for Each<'t> {
            type Value = Fields<'t>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Fields<'t>, M::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry::<String, &'t RawValue>()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(Each(std::marker::PhantomData))
    }
}
