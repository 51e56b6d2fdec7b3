//! The fields of one TOML table, each read with its checks. Asking for a field is what makes it known.

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use workbench_domain::ids::CompetencyId;

use crate::{
    import::is_uuid,
    notes::Notes,
    source::Lines,
    words::{as_id, did_you_mean, is_line_breaker, plain, quoted},
};

/// A value, and the line it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct At<T> {
    /// The value.
    pub value: T,
    /// Its line, counted from 1.
    pub line: usize,
}

impl At<String> {
    /// The value, as a competency's id.
    pub fn competency(&self) -> CompetencyId {
        CompetencyId(self.value.clone())
    }
}

/// The longest text that is meant to stand on one line.
const LINE_MAX: usize = 1_000;

/// Whether a text may have line breaks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Line,
    Block,
}

/// A table within a file, and the line it starts on.
pub(crate) type Table<'t> = At<&'t DeTable<'t>>;

/// One table, while it is being read.
pub(crate) struct Fields<'t, 'n> {
    table: Table<'t>,
    lines: &'t Lines,
    notes: &'n mut Notes,
    asked: Vec<&'static str>,
}

impl<'t, 'n> Fields<'t, 'n> {
    pub fn new(table: Table<'t>, lines: &'t Lines, notes: &'n mut Notes) -> Self {
        Self { table, lines, notes, asked: Vec::new() }
    }

    /// The notes of the file, for what the caller finds.
    pub fn notes(&mut self) -> &mut Notes {
        self.notes
    }

    /// Warns of every field that nobody asked for.
    pub fn done(self) {
        for key in self.table.value.keys() {
            let name: &str = key.get_ref();
            if !self.asked.contains(&name) {
                let meant = if self.notes.is_full() { String::new() } else { did_you_mean(&self.asked, name) };
                let line = self.lines.at(key.span().start);
                self.notes.warning(line, format!("The field {} is not known and was not used.{meant}", quoted(name)));
            }
        }
    }

    fn find(&mut self, name: &'static str) -> Option<At<&'t DeValue<'t>>> {
        self.asked.push(name);
        let (key, value) = self.table.value.get_key_value(name)?;
        // A table's own span may be that of its last header; a text's starts where the text starts.
        let start = if value.get_ref().is_table() { key.span().start } else { value.span().start };
        Some(At { value: value.get_ref(), line: self.lines.at(start) })
    }

    fn need(&mut self, name: &'static str, example: &str) -> Option<At<&'t DeValue<'t>>> {
        let found = self.find(name);
        if found.is_none() {
            self.notes.error(self.table.line, format!("The field \"{name}\" is missing. Add {example}."));
        }
        found
    }

    fn wrong_type(&mut self, line: usize, what: &str, expected: &str, found: &DeValue<'_>) {
        let found = match found {
            DeValue::String(text) => format!("the text {}", quoted(text)),
            DeValue::Integer(number) => format!("the number {}", plain(&number.to_string())),
            DeValue::Float(_) => "a number with a fraction".to_owned(),
            DeValue::Boolean(flag) => format!("{flag}, without quotation marks"),
            DeValue::Datetime(_) => "a date or time".to_owned(),
            DeValue::Array(_) => "a list".to_owned(),
            DeValue::Table(_) => "a table".to_owned(),
        };
        self.notes.error(line, format!("{what} must be {expected}, but here it is {found}. Change it."));
    }

    fn text_of(&mut self, at: &At<&DeValue<'_>>, what: &str, shape: Shape) -> Option<At<String>> {
        let line = at.line;
        let Some(text) = at.value.as_str() else {
            self.wrong_type(line, what, "text in quotation marks", at.value);
            return None;
        };
        let text = text.trim();
        if text.is_empty() {
            self.notes.error(line, format!("{what} is empty. Write at least one character."));
            return None;
        }
        let length = text.chars().count();
        if shape == Shape::Line && length > LINE_MAX {
            self.notes.error(line, format!("{what} has {length} characters. The most is {LINE_MAX}; shorten it."));
            return None;
        }
        let allowed = |c: &char| shape == Shape::Block && (!c.is_control() || matches!(c, '\n' | '\t'));
        if let Some(bad) = text.chars().find(|c| is_line_breaker(*c) && !allowed(c)) {
            let why = if bad == '\n' || bad == '\r' {
                "has a line break. Write it on one line.".to_owned()
            } else {
                format!("has a character that cannot be kept: U+{:04X}. Delete it.", u32::from(bad))
            };
            self.notes.error(line, format!("{what} {why}"));
            return None;
        }
        Some(At { value: text.to_owned(), line })
    }

    /// A text on one line.
    pub fn line(&mut self, name: &'static str) -> Option<At<String>> {
        let at = self.need(name, &format!("{name} = \"…\""))?;
        self.text_of(&at, &format!("The field \"{name}\""), Shape::Line)
    }

    /// A text on one line that may be absent.
    pub fn optional_line(&mut self, name: &'static str) -> Option<At<String>> {
        let at = self.find(name)?;
        self.text_of(&at, &format!("The field \"{name}\""), Shape::Line)
    }

    /// A text that may have several lines.
    pub fn block(&mut self, name: &'static str) -> Option<At<String>> {
        let at = self.need(name, &format!("{name} = \"…\""))?;
        self.text_of(&at, &format!("The field \"{name}\""), Shape::Block)
    }

    /// A text that may have several lines, and may be absent.
    pub fn optional_block(&mut self, name: &'static str) -> Option<At<String>> {
        let at = self.find(name)?;
        self.text_of(&at, &format!("The field \"{name}\""), Shape::Block)
    }

    /// An id of our own making, or a reference to one.
    pub fn id(&mut self, name: &'static str) -> Option<At<String>> {
        let id = self.line(name)?;
        self.check_id(id)
    }

    fn check_id(&mut self, id: At<String>) -> Option<At<String>> {
        let text = &id.value;
        if is_id(text) {
            return Some(id);
        }
        let (written, example) = (quoted(text), as_id(text));
        self.notes.error(
            id.line,
            format!(
                "The id {written} cannot be used. Write 1 to 64 of the characters a-z, 0-9 and \"-\", the first a letter or digit, such as \"{example}\"."
            ),
        );
        None
    }

    /// The id of a question, a kit or a role: one of this pack, or a whole one, `pack/id`, of something from elsewhere.
    pub fn whole_id(&mut self, name: &'static str) -> Option<At<String>> {
        let id = self.line(name)?;
        self.check_whole_id(id)
    }

    fn check_whole_id(&mut self, id: At<String>) -> Option<At<String>> {
        match id.value.split_once('/') {
            Some((source, own)) if is_id(source) && is_id(own) => Some(id),
            _ => self.check_id(id),
        }
    }

    /// A reference to something of this pack that may be absent.
    pub fn optional_id(&mut self, name: &'static str) -> Option<At<String>> {
        let id = self.optional_line(name)?;
        self.check_id(id)
    }

    /// A list of texts, one line each, with at least one.
    pub fn lines(&mut self, name: &'static str) -> Option<Vec<At<String>>> {
        let at = self.need(name, &format!("{name} = [\"…\"]"))?;
        let list = self.list_of(name, &at)?;
        if at.value.as_array().is_some_and(|items| items.is_empty()) {
            self.notes.error(at.line, format!("The list \"{name}\" is empty. Write at least one entry."));
            return None;
        }
        Some(list)
    }

    /// A list of texts that may be absent or empty.
    pub fn optional_lines(&mut self, name: &'static str) -> Vec<At<String>> {
        let at = self.find(name);
        at.and_then(|at| self.list_of(name, &at)).unwrap_or_default()
    }

    /// A list of ids of questions, with at least one.
    pub fn ids(&mut self, name: &'static str) -> Vec<At<String>> {
        let list = self.lines(name).unwrap_or_default();
        list.into_iter().filter_map(|id| self.check_whole_id(id)).collect()
    }

    fn list_of(&mut self, name: &str, at: &At<&DeValue<'_>>) -> Option<Vec<At<String>>> {
        let Some(items) = at.value.as_array() else {
            self.wrong_type(at.line, &format!("The field \"{name}\""), "a list of texts, such as [\"…\"]", at.value);
            return None;
        };
        let mut list = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let at = At { value: item.get_ref(), line: self.lines.at(item.span().start) };
            list.extend(self.text_of(&at, &format!("Entry {} of \"{name}\"", index + 1), Shape::Line));
        }
        Some(list)
    }

    /// A whole number within limits.
    pub fn number(&mut self, name: &'static str, least: u32, most: u32) -> Option<At<u32>> {
        let at = self.need(name, &format!("{name} = …, a whole number"))?;
        self.number_of(name, &at, least, most)
    }

    /// A whole number within limits that may be absent.
    pub fn optional_number(&mut self, name: &'static str, least: u32, most: u32) -> Option<At<u32>> {
        let at = self.find(name)?;
        self.number_of(name, &at, least, most)
    }

    fn number_of(&mut self, name: &str, at: &At<&DeValue<'_>>, least: u32, most: u32) -> Option<At<u32>> {
        let Some(number) = at.value.as_integer() else {
            self.wrong_type(at.line, &format!("The field \"{name}\""), "a whole number", at.value);
            return None;
        };
        let read = u32::from_str_radix(number.as_str(), number.radix()).ok();
        let within = read.filter(|read| (least..=most).contains(read));
        if within.is_none() {
            let written = plain(&number.to_string());
            let range = if most == u32::MAX { format!("{least} or more") } else { format!("from {least} to {most}") };
            self.notes.error(at.line, format!("The field \"{name}\" is {written}. Write a number, {range}."));
        }
        within.map(|value| At { value, line: at.line })
    }

    /// Yes or no; what it is when absent is given.
    pub fn flag(&mut self, name: &'static str, absent: bool) -> bool {
        let Some(at) = self.find(name) else { return absent };
        at.value.as_bool().unwrap_or_else(|| {
            self.wrong_type(at.line, &format!("The field \"{name}\""), "true or false", at.value);
            absent
        })
    }

    /// A table of its own, such as `[role]`.
    pub fn table(&mut self, name: &'static str) -> Option<Table<'t>> {
        let at = self.need(name, &format!("a table [{name}]"))?;
        let Some(table) = at.value.as_table() else {
            self.wrong_type(at.line, &format!("The field \"{name}\""), &format!("a table, [{name}]"), at.value);
            return None;
        };
        Some(At { value: table, line: at.line })
    }

    /// A row of tables, such as `[[section]]`, with at least one.
    pub fn tables(&mut self, name: &'static str) -> Vec<Table<'t>> {
        let Some(at) = self.need(name, &format!("a table [[{name}]] for each")) else { return Vec::new() };
        self.tables_of(name, &at)
    }

    /// A row of tables that may be absent.
    pub fn optional_tables(&mut self, name: &'static str) -> Vec<Table<'t>> {
        let at = self.find(name);
        at.map_or_else(Vec::new, |at| self.tables_of(name, &at))
    }

    fn tables_of(&mut self, name: &'static str, at: &At<&'t DeValue<'t>>) -> Vec<Table<'t>> {
        let expected = format!("a table with two brackets, [[{name}]]");
        let Some(items) = at.value.as_array() else {
            self.wrong_type(at.line, &format!("The field \"{name}\""), &expected, at.value);
            return Vec::new();
        };
        if items.is_empty() {
            self.notes.error(at.line, format!("The list \"{name}\" is empty. Add a table [[{name}]] for each."));
        }
        let mut tables = Vec::new();
        for item in items.iter() {
            let line = self.line_of(item);
            match item.get_ref().as_table() {
                Some(value) => tables.push(At { value, line }),
                None => self.wrong_type(line, &format!("Each \"{name}\""), &expected, item.get_ref()),
            }
        }
        tables
    }

    fn line_of(&self, value: &Spanned<DeValue<'_>>) -> usize {
        self.lines.at(value.span().start)
    }
}

/// Whether a text is an id of a pack: 1 to 64 of a-z, 0-9 and hyphens, no hyphen first.
pub(crate) fn is_id(text: &str) -> bool {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.starts_with(good) && text.len() <= 64 && text.chars().all(|c| good(c) || c == '-')
}

/// What an id of a pack's file is in the bank: a whole one and a UUID as they are, any other under the pack. The same rule
/// as for other imports (docs/adr/0011).
pub(crate) fn in_bank(pack: &str, id: &str) -> String {
    if id.contains('/') || is_uuid(id) { id.to_owned() } else { format!("{pack}/{id}") }
}
