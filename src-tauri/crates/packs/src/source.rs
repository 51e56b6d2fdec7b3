//! From bytes to a TOML document whose every value knows its line.

use toml::de::DeTable;

use crate::{notes::Notes, words::plain};

/// So many places are told where a file is not TOML; the later ones are often only consequences.
const MOST_SYNTAX: usize = 5;

/// What the parser says of a text or list that has no end.
const SWALLOWS: [&str; 4] = ["array", "inline table", "unclosed", "string, expected"];

/// The text of one file.
pub(crate) struct Source {
    text: String,
    lines: Lines,
}

/// Where each line of a file starts.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub fn of(text: &str) -> Self {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self(std::iter::once(0).chain(starts).collect())
    }

    /// The line of a byte, counted from 1.
    pub fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start <= byte).max(1)
    }
}

impl Source {
    /// The text of a file, without a byte order mark and with line ends as `\n`, so that a pack is the same on every
    /// laptop whatever a version control system did to its line ends.
    pub fn decode(bytes: &[u8], notes: &mut Notes) -> Option<Self> {
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            notes.error(1, "This file is in UTF-16. Save it as UTF-8.");
            return None;
        }
        let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(Self::of(text.replace("\r\n", "\n"))),
            Err(e) => {
                let good = &bytes[..e.valid_up_to()];
                let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
                let bad = bytes.get(e.valid_up_to()).copied().unwrap_or_default();
                notes.error(
                    line,
                    format!("This line has a byte that is not UTF-8 text (0x{bad:02X}). Save the file as UTF-8."),
                );
                None
            }
        }
    }

    /// A text that is decoded already.
    pub fn of(text: String) -> Self {
        let lines = Lines::of(&text);
        Self { text, lines }
    }

    /// The parts that begin with a line such as `[[question]]`, each with its first line's number.
    pub fn parts(&self, header: &str) -> Vec<(usize, &str)> {
        let mut starts: Vec<usize> = Vec::new();
        let mut at = 0;
        for line in self.text.split_inclusive('\n') {
            if line.trim_end() == header {
                starts.push(at);
            }
            at += line.len();
        }
        let ends = starts.iter().skip(1).copied().chain([self.text.len()]);
        starts.iter().zip(ends).map(|(start, end)| (self.lines.at(*start), &self.text[*start..end])).collect()
    }

    /// Where the lines start.
    pub fn lines(&self) -> &Lines {
        &self.lines
    }

    /// The document, if all of the file is TOML.
    pub fn parse(&self, notes: &mut Notes) -> Option<DeTable<'_>> {
        let (document, mut errors) = DeTable::parse_recoverable(&self.text);
        if errors.is_empty() {
            return Some(document.into_inner());
        }
        errors.sort_by_key(|error| error.span().map(|span| span.start));
        let mut told = Vec::new();
        for error in &errors {
            let message = error.message();
            let line = self.lines.at(self.start_of(message, error.span().map(|span| span.start)));
            if !told.contains(&line) && told.len() < MOST_SYNTAX {
                told.push(line);
                let what = in_our_words(message);
                let what = format!("This line is not valid TOML: {what}. Correct it; nothing of the file was read.");
                notes.error(line, what);
            }
            // What is not closed swallows what follows it, which then looks wrong as well.
            if SWALLOWS.iter().any(|words| message.contains(words)) {
                break;
            }
        }
        None
    }

    /// Where a person has to look: a text that is never closed is noticed at the end, but is wrong where it starts.
    fn start_of(&self, message: &str, noticed: Option<usize>) -> usize {
        let opening = if message.starts_with("invalid multi-line basic string") {
            self.text.rfind("\"\"\"")
        } else if message.starts_with("invalid multi-line literal string") {
            self.text.rfind("'''")
        } else {
            None
        };
        let end = self.text.trim_end().len();
        opening.or(noticed).unwrap_or(end).min(end)
    }
}

/// The parser's words for the commonest slips, made plainer.
fn in_our_words(message: &str) -> String {
    let known = [
        ("string values must be quoted", "a value is missing here, or it is text without quotation marks"),
        ("duplicate key", "this name is there already, in the same table"),
        ("invalid basic string, expected `\"`", "a text has no closing quotation mark"),
        ("invalid multi-line basic string, expected `\"`", "the text that starts here has no closing \"\"\""),
        ("invalid multi-line literal string", "the text that starts here has no closing '''"),
        ("missing comma between array elements", "a comma is missing before it"),
        ("unexpected `=` in array", "a \"=\" stands in a list; perhaps the list above has no closing \"]\""),
        ("key with no value", "a name without a value; write name = value"),
    ];
    let found = known.iter().find(|(theirs, _)| message.starts_with(theirs));
    found.map_or_else(|| plain(message), |(_, ours)| (*ours).to_owned())
}
