//! Questions in and out, as people keep them.

mod json;
mod limits;
mod markdown;
mod round;
mod shapes;
mod table;
mod toml;

use workbench_domain::{
    problem::{Problem, Severity},
    question::Question,
};

use crate::import::{Imported, Options, read_bytes};

pub(super) fn read(name: &str, text: &str) -> Imported {
    read_bytes(name, text.as_bytes(), &Options::default())
}

/// The questions of a file that has nothing wrong with it.
pub(super) fn good(name: &str, text: &str) -> Vec<Question> {
    let imported = read(name, text);
    assert_eq!(imported.problems, [], "{text}");
    imported.questions
}

pub(super) fn prompts(questions: &[Question]) -> Vec<&str> {
    questions.iter().map(|question| question.prompt.as_str()).collect()
}

pub(super) fn places(problems: &[Problem]) -> Vec<(&str, Severity)> {
    problems.iter().map(|problem| (problem.place.as_str(), problem.severity)).collect()
}
