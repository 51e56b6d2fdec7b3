//! Questions in, from whatever people keep them in.
//!
//! Each format gives what it found as [`found::Found`]; `found` checks it, `identity` says which question it is. Nothing here
//! writes or remembers: the same bytes give the same questions with the same ids, so an import is a preview as well.

mod cell;
mod folder;
mod found;
mod identity;
mod json;
mod labels;
mod markdown;
mod object;
mod people;
mod table;
mod text;
mod toml;

use std::path::Path;

use workbench_domain::{
    import::{Column, Field, Format, IMPORT_BYTES_MAX},
    kit::{KitContent, Role},
    problem::Problem,
    question::Question,
};

pub(crate) use cell::{of_list, of_tags};
pub(crate) use identity::{is_uuid, slug};

use self::{found::Found, identity::Ids};
use crate::{
    disk::{self, File},
    notes::{self, Notes},
    words::size,
};

/// The most questions of one import.
pub const QUESTIONS_MAX: usize = 50_000;

pub use workbench_tabular::PARTS_MAX;
/// Signs that make a line, a cell, a list, an object or a quotation.
const PART_SIGNS: &[u8] = b"\n\r\t>|[{(,;.:=<#*_-`";

/// What a person says of an import; all of it can be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The format, where it is not to be told from the file.
    pub format: Option<Format>,
    /// The name of the source, which becomes the first half of ids; the file's or the folder's name when left out.
    pub source: Option<String>,
    /// What each column of a table is, in order; none keeps a column as text.
    pub columns: Option<Vec<Option<Field>>>,
}

/// What a file or a folder holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// The format that it was read as; none for a folder of several, or where nothing could be read.
    pub format: Option<Format>,
    /// The questions in their order, each in its tidied form and with its final id, no id twice.
    pub questions: Vec<Question>,
    /// Where each of them stands, such as `questions.csv:3`.
    pub places: Vec<String>,
    /// Where a question stands that stood before, word for word, and what is said of it.
    pub repeated: Vec<(String, String)>,
    /// The role, from the folder of a pack.
    pub role: Option<Role>,
    /// The kits, from the folder of a pack.
    pub kits: Vec<KitContent>,
    /// What the columns were taken for, from a table.
    pub columns: Vec<Column>,
    /// What was left out, and what to look at.
    pub problems: Vec<Problem>,
}

/// Whoever waits for a folder to be read: is told how many of its files were read, and of how many. Answers whether to go on.
pub type Waiting<'a> = dyn FnMut(usize, usize) -> bool + 'a;

/// Reads a file, the folder of a pack, or a folder of files with questions; none where `waiting` did not want it to go on.
#[must_use]
pub fn read_path(path: &Path, options: &Options, waiting: &mut Waiting<'_>) -> Option<Imported> {
    if path.is_dir() || path.file_name().is_some_and(|name| name == "pack.toml") {
        return folder::read(path, options, waiting);
    }
    if let Some(imported) = folder::of_pack(path, options) {
        return Some(imported);
    }
    let file = File::read_up_to(path, &disk::name_of(path), IMPORT_BYTES_MAX, &mut IMPORT_BYTES_MAX.clone());
    let source = options.source.clone().unwrap_or_else(|| folder::source(path));
    Some(match &file.bytes {
        Some(bytes) => read(bytes, file.notes, &source, options),
        None => Imported { problems: notes::problems([file.notes]), ..Imported::default() },
    })
}

/// Reads a file whose bytes are there already. `name` is its file's name, which problems and ids begin with.
#[must_use]
pub fn read_bytes(name: &str, bytes: &[u8], options: &Options) -> Imported {
    let mut notes = Notes::new(&crate::words::plain(name));
    if bytes.len() as u64 > IMPORT_BYTES_MAX {
        let (length, most) = (size(bytes.len() as u64), size(IMPORT_BYTES_MAX));
        notes.error(1, format!("This file has {length}; the most is {most}. Split it."));
        return Imported { problems: notes::problems([notes]), ..Imported::default() };
    }
    let source =
        options.source.clone().unwrap_or_else(|| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned());
    read(bytes, notes, &source, options)
}

fn read(bytes: &[u8], mut notes: Notes, source: &str, options: &Options) -> Imported {
    let source = identity::source_of(source);
    let mut ids = Ids::of(&source);
    let part = file(bytes, &mut notes, &mut ids, options);
    if part.questions.is_empty() && !notes.failed() {
        notes.error(1, "No question was found in this file. Questions are headings, list items, rows of a table, or objects with a field \"question\".");
    }
    Imported {
        format: part.format,
        questions: part.questions,
        places: part.places,
        repeated: ids.repeated,
        columns: part.columns,
        problems: notes::problems([notes]),
        ..Imported::default()
    }
}

/// What one file holds.
#[derive(Default)]
struct Part {
    format: Option<Format>,
    questions: Vec<Question>,
    places: Vec<String>,
    columns: Vec<Column>,
}

fn file(bytes: &[u8], notes: &mut Notes, ids: &mut Ids<'_>, options: &Options) -> Part {
    let Some(text) = text::decode(bytes, notes) else { return Part::default() };
    let format = options.format.unwrap_or_else(|| format_of(&notes.file, &text));
    if let Some(line) = workbench_tabular::line_past(text.as_bytes(), PART_SIGNS, PARTS_MAX) {
        notes.error(line, format!("This file has more than {PARTS_MAX} parts (lines, cells, brackets). Split it, or look whether it holds questions; nothing of it was taken."));
        return Part { format: Some(format), ..Part::default() };
    }
    let mut columns = Vec::new();
    let mut found: Vec<Found> = match format {
        Format::Toml => toml::read(text, notes),
        Format::Markdown => markdown::read(&text, notes),
        Format::Json => json::read(&text, notes),
        Format::Csv => {
            let (found, matched) = table::read(&text, options.columns.as_deref(), notes);
            columns = matched;
            found
        }
    };
    if found.len() > QUESTIONS_MAX {
        notes.error(
            1,
            format!("This file has more than {QUESTIONS_MAX} questions, which is the most. Split it; nothing of it was taken."),
        );
        found.clear();
    }
    let (mut questions, mut places) = (Vec::new(), Vec::new());
    for found in found {
        let line = found.line;
        if let Some(question) = found.settle(notes).and_then(|question| ids.settle(question, line, notes)) {
            questions.push(question);
            places.push(notes.place(line));
        }
    }
    Part { format: Some(format), questions, places, columns }
}

/// The format that a file's name says, or else its text.
fn format_of(name: &str, text: &str) -> Format {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("toml") => Format::Toml,
        Some("md" | "markdown" | "mdx" | "mdown" | "mkd" | "qmd" | "rmd") => Format::Markdown,
        Some("csv" | "tsv" | "tab" | "psv") => Format::Csv,
        Some("json" | "jsonl" | "ndjson") => Format::Json,
        _ => sniff(text),
    }
}

fn sniff(text: &str) -> Format {
    let start = text.trim_start();
    let first = start.lines().next().unwrap_or_default();
    if (start.starts_with("[{") || start.starts_with('{') || (start.starts_with('[') && first.trim() == "["))
        && !start.starts_with("{%")
    {
        Format::Json
    } else if text.lines().take(50).any(|line| line.trim_end() == "[[question]]" || line.starts_with("prompt = ")) {
        Format::Toml
    } else if [',', ';', '\t']
        .iter()
        .any(|sign| first.split(*sign).filter(|cell| labels::field_of(cell.trim_matches('"')).is_some()).count() > 1)
    {
        Format::Csv
    } else {
        Format::Markdown
    }
}
