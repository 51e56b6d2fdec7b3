//! The problems of one file while it is being read.

use workbench_domain::problem::{Problem, Severity};
pub(super) use workbench_tabular::quoted;
use workbench_tabular::{PARTS_MAX, line_past, shortened};

/// So many problems are told; the rest is counted.
const MOST: usize = 200;

pub(super) struct Notes {
    file: String,
    list: Vec<Problem>,
    more: usize,
}

impl Notes {
    pub fn new(file: &str) -> Self {
        Self { file: shortened(file), list: Vec::new(), more: 0 }
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
        if let Some(line) = line_past(bytes, b"\n\r,;\t{}[]:", PARTS_MAX) {
            let what = format!(
                "This file has more than {PARTS_MAX} parts (lines, values). Split it, or look whether it is the right file; nothing of it was read."
            );
            self.error(line, what);
            return None;
        }
        match workbench_tabular::text(bytes) {
            Ok(text) => {
                if let Some((line, what)) = text.doubt() {
                    self.warning(line, what);
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
