//! The problems of one file while it is being read.

use std::collections::{BTreeMap, BTreeSet};

use workbench_domain::problem::{FileProblems, Problem};
pub(crate) use workbench_tabular::quoted;
use workbench_tabular::{breaks, shortened};

use crate::{FILE_MAX, mentions::Mentions, protected::Protected};

/// So many names of what is not taken are told.
const NAMED: usize = 20;

/// What was found so far.
#[derive(Debug)]
pub(crate) struct Notes {
    problems: FileProblems,
    /// What was dropped: where first, how often, and under which name.
    dropped: BTreeMap<Protected, (usize, usize, String)>,
    /// What has no field, and no place in the notes either, by the names of the file.
    not_taken: BTreeSet<String>,
    /// Sentences that say what must not be known.
    pub mentions: Mentions,
}

impl Notes {
    pub fn new(file: &str) -> Self {
        Self {
            problems: FileProblems::of(shortened(file)),
            dropped: BTreeMap::new(),
            not_taken: BTreeSet::new(),
            mentions: Mentions::default(),
        }
    }

    /// A place in the file.
    pub fn place(&self, line: usize) -> String {
        self.problems.place(line)
    }

    /// Something that leaves the thing at this line out.
    pub fn error(&mut self, line: usize, what: impl Into<String>) {
        self.problems.error(line, what);
    }

    /// Something that a person should look at.
    pub fn warning(&mut self, line: usize, what: impl Into<String>) {
        self.problems.warning(line, what);
    }

    /// Something that the workbench must not know was not taken.
    pub fn dropped(&mut self, line: usize, what: Protected, name: &str) {
        self.dropped.entry(what).or_insert_with(|| (line, 0, shortened(name))).1 += 1;
    }

    /// Something that no field is for was not taken.
    pub fn not_taken(&mut self, name: &str) {
        if self.not_taken.len() < NAMED {
            self.not_taken.insert(quoted(name));
        }
    }

    /// Whether there are too many of the signs that part this file; if so, it is told.
    pub fn too_many(&mut self, bytes: &[u8], signs: &[u8]) -> bool {
        let past = workbench_tabular::too_many(bytes, signs);
        let is_past = past.is_some();
        if let Some((line, what)) = past {
            self.error(line, what);
        }
        is_past
    }

    /// The text of the file, if it is one and of a size that is read.
    pub fn text(&mut self, bytes: &[u8]) -> Option<String> {
        if bytes.len() > FILE_MAX {
            let most = FILE_MAX / 1024 / 1024;
            self.error(1, format!("This file is larger than {most} MiB; nothing of it was read. Split it."));
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

    /// Every problem, in the order of lines.
    pub fn finish(self) -> Vec<Problem> {
        let Self { mut problems, dropped, not_taken, .. } = self;
        if !not_taken.is_empty() {
            let names = not_taken.into_iter().collect::<Vec<_>>().join(", ");
            problems.always(1, format!("Not taken, since no field is for it: {names}. Add by hand what matters."));
        }
        for (what, (line, count, name)) in dropped {
            let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
            problems.always(
                line,
                format!("\u{201C}{name}\u{201D} was left out ({times}): the workbench keeps {}.", what.never()),
            );
        }
        problems.finish()
    }
}

/// A text of several lines as it is kept: no control characters, no blank ends.
pub(crate) fn tidy(text: &str) -> String {
    let kept = |c: &char| *c == '\n' || *c == '\t' || !breaks(*c);
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(kept).collect::<String>().trim().to_owned()
}

/// A text on one line.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::new();
    for word in text.split(|c: char| breaks(c) || c.is_whitespace()).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
