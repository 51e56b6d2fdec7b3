//! Problems found in content from outside. One bad row never loses the rest.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::text::count;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The thing at this place was left out.
    Error,
    /// The thing was taken, but a person should look at it.
    Warning,
}

/// One problem: where it is, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Problem {
    /// File and line, such as `py-gil.toml:12`.
    #[serde(rename = "where")]
    pub place: String,
    /// What is wrong and what to do, in a sentence.
    pub what: String,
    /// Whether the thing was left out.
    pub severity: Severity,
}

/// So many problems of one file are told; the rest is counted.
const MOST: usize = 200;

/// The problems of one file while it is being read.
#[derive(Debug)]
pub struct FileProblems {
    file: String,
    list: Vec<(usize, Severity, String)>,
    more: usize,
}

impl FileProblems {
    /// None so far; `file` is the name that they are told with.
    #[must_use]
    pub fn of(file: String) -> Self {
        Self { file, list: Vec::new(), more: 0 }
    }

    /// A line of this file, counted from 1, as problems name it.
    #[must_use]
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

    /// Something that a person should look at, however much there is: of such there are few.
    pub fn always(&mut self, line: usize, what: String) {
        self.list.push((line, Severity::Warning, what));
    }

    fn add(&mut self, line: usize, severity: Severity, what: String) {
        if self.list.len() < MOST { self.list.push((line, severity, what)) } else { self.more += 1 }
    }

    /// Whether nothing was found to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Every problem, in the order of lines; last, how many more there are.
    #[must_use]
    pub fn finish(mut self) -> Vec<Problem> {
        self.list.sort_by_key(|(line, _, _)| *line);
        if self.more > 0 {
            let last = self.list.last().map_or(1, |(line, _, _)| *line);
            let what = format!("This file has {}. Correct those above first.", count(self.more, "more problem"));
            self.list.push((last, Severity::Warning, what));
        }
        let Self { file, list, .. } = self;
        list.into_iter()
            .map(|(line, severity, what)| Problem { place: format!("{file}:{line}"), what, severity })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{FileProblems, MOST, Severity};

    #[test]
    fn problems_are_told_by_line_and_what_is_too_much_is_counted() {
        let mut problems = FileProblems::of("people.csv".to_owned());
        assert!(problems.is_empty());
        problems.warning(9, "Look at this.");
        for line in 1..=MOST + 2 {
            problems.error(line, "Wrong.");
        }
        let told = problems.finish();
        assert_eq!(told.len(), MOST + 1);
        assert_eq!((told[0].place.as_str(), told[0].severity), ("people.csv:1", Severity::Error));
        assert_eq!((told[9].place.as_str(), told[9].what.as_str()), ("people.csv:9", "Wrong."), "as they were found");
        let last = told.last().unwrap();
        assert_eq!(last.what, "This file has 3 more problems. Correct those above first.");
        assert_eq!(last.place, "people.csv:199");
    }
}
