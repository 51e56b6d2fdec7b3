//! The problems of one file while it is being read.

use workbench_domain::problem::{Problem, Severity};

/// So many problems are told; the rest is counted.
const MOST: usize = 200;
/// So many characters of a text from outside are quoted.
const QUOTED: usize = 60;

pub(super) struct Notes {
    file: String,
    list: Vec<Problem>,
    more: usize,
}

impl Notes {
    pub fn new(file: &str) -> Self {
        Self { file: file.chars().filter(|c| !c.is_control()).take(200).collect(), list: Vec::new(), more: 0 }
    }

    pub fn place(&self, line: usize) -> String {
        format!("{}:{line}", self.file)
    }

    /// Something that leaves the thing at this line out.
    pub fn error(&mut self, line: usize, what: impl Into<String>) {
        self.add(line, Severity::Error, what.into());
    }

    /// Something that a person should look at.
    pub fn warning(&mut self, line: usize, what: impl Into<String>) {
        self.add(line, Severity::Warning, what.into());
    }

    fn add(&mut self, line: usize, severity: Severity, what: String) {
        if self.list.len() < MOST {
            self.list.push(Problem { place: self.place(line), what, severity });
        } else {
            self.more += 1;
        }
    }

    /// The text of the file, if it is one.
    pub fn text(&mut self, bytes: &[u8]) -> Option<String> {
        match workbench_tabular::text(bytes) {
            Ok(text) => {
                if text.guessed {
                    let what = format!(
                        "This file does not say its encoding; {} was taken. Look at letters with accents.",
                        text.encoding
                    );
                    self.warning(1, what);
                }
                Some(text.text)
            }
            Err(e) => {
                self.error(1, e.to_string());
                None
            }
        }
    }

    /// Whether nothing was found to tell.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub fn finish(mut self) -> Vec<Problem> {
        if self.more > 0 {
            let what = format!("{} more problems are not listed.", self.more);
            self.list.push(Problem { place: self.place(1), what, severity: Severity::Warning });
        }
        self.list
    }
}

/// A text from outside as it is quoted: in one line, and cut.
pub(super) fn quoted(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let cut: String = plain.chars().take(QUOTED).collect();
    let more = if plain.chars().count() > QUOTED { "…" } else { "" };
    format!("“{cut}{more}”")
}
