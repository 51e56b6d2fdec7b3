//! The problems of one file while it is being read.

use workbench_domain::{
    problem::{Problem, Severity},
    text::count,
};

/// So many problems of one file are told, and so many of a pack; the rest is counted.
const MOST_IN_A_FILE: usize = 100;
const MOST_IN_A_PACK: usize = 2_000;

/// What was found in one file.
#[derive(Debug)]
pub(crate) struct Notes {
    /// The file's name, relative to the pack.
    pub file: String,
    list: Vec<(usize, Severity, String)>,
}

impl Notes {
    pub fn new(file: &str) -> Self {
        Self { file: file.to_owned(), list: Vec::new() }
    }

    /// Something that leaves the thing at this line out.
    pub fn error(&mut self, line: usize, what: impl Into<String>) {
        self.list.push((line, Severity::Error, what.into()));
    }

    /// Something that a person should look at.
    pub fn warning(&mut self, line: usize, what: impl Into<String>) {
        self.list.push((line, Severity::Warning, what.into()));
    }

    /// Adds what was found in a part of the file that begins after so many lines.
    pub fn take_from(&mut self, part: Self, before: usize) {
        self.list.extend(part.list.into_iter().map(|(line, severity, what)| (line + before, severity, what)));
    }

    /// Adds what was found in the same file.
    pub fn take(&mut self, other: Self) {
        self.take_from(other, 0);
    }

    /// How many errors there are.
    pub fn errors(&self) -> usize {
        self.list.iter().filter(|(_, severity, _)| *severity == Severity::Error).count()
    }

    /// Whether anything was found that leaves the file out.
    pub fn failed(&self) -> bool {
        self.errors() > 0
    }

    /// What the first error says.
    pub fn first_error(&self) -> Option<String> {
        let first =
            self.list.iter().filter(|(_, severity, _)| *severity == Severity::Error).min_by_key(|(line, ..)| *line);
        first.map(|(_, _, what)| what.clone())
    }

    /// Whether more is noted than will be told; a hint is not worth looking for then.
    pub fn is_full(&self) -> bool {
        self.list.len() > MOST_IN_A_FILE
    }

    /// A line of this file, as problems name it.
    pub fn place(&self, line: usize) -> String {
        format!("{}:{line}", self.file)
    }

    fn into_problems(mut self) -> Vec<Problem> {
        self.list.sort_by_key(|(line, _, _)| *line);
        let Self { file, list } = self;
        let problem = |(line, severity, what)| Problem { place: format!("{file}:{line}"), what, severity };
        let more = list.len().saturating_sub(MOST_IN_A_FILE);
        let line = list.get(MOST_IN_A_FILE).map_or(1, |(line, _, _)| *line);
        let severity = worst(list.iter().skip(MOST_IN_A_FILE).map(|(_, severity, _)| *severity));
        let mut problems: Vec<_> = list.into_iter().take(MOST_IN_A_FILE).map(problem).collect();
        if more > 0 {
            let what = format!("This file has {}. Correct those above first.", count(more, "more problem"));
            problems.push(Problem { place: format!("{file}:{line}"), what, severity });
        }
        problems
    }
}

/// The problems of several files, in the order of the files and their lines.
pub(crate) fn problems(notes: impl IntoIterator<Item = Notes>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut more = Vec::new();
    for file in notes {
        for problem in file.into_problems() {
            if problems.len() < MOST_IN_A_PACK { problems.push(problem) } else { more.push(problem.severity) }
        }
    }
    if !more.is_empty() {
        let what = format!("Not named here: {}. Correct those above first.", count(more.len(), "more problem"));
        problems.push(Problem { place: "pack.toml:1".to_owned(), what, severity: worst(more) });
    }
    problems
}

fn worst(severities: impl IntoIterator<Item = Severity>) -> Severity {
    if severities.into_iter().any(|s| s == Severity::Error) { Severity::Error } else { Severity::Warning }
}
