//! What is far too much ends in a message, before it fills the memory.

use super::read;
use crate::import::{PARTS_MAX, QUESTIONS_MAX};

#[test]
fn a_file_of_nothing_but_brackets_is_told_and_not_read() {
    for (name, before, sign) in [
        ("deep.md", "What?\n", ">"),
        ("lines.md", "", "#\n"),
        ("deep.json", "", "["),
        ("deep.toml", "a = 1\n[", "a."),
        ("cells.csv", "question\n", ","),
    ] {
        let imported = read(name, &format!("{before}{}", sign.repeat(PARTS_MAX + 1)));
        assert_eq!((imported.questions.len(), imported.problems.len()), (0, 1), "{name}");
        let problem = &imported.problems[0];
        assert!(problem.what.starts_with("This file has more than 4000000 parts"), "{name}: {}", problem.what);
        assert!(problem.place.starts_with(&format!("{name}:")), "{}", problem.place);
    }
}

#[test]
fn a_file_with_too_many_questions_is_told_and_nothing_of_it_is_taken() {
    let many = |line: &str, between: &str| vec![line; QUESTIONS_MAX + 20].join(between);
    for (name, text) in [
        ("q.csv", format!("question\n{}", many("Why?", "\n"))),
        ("q.json", format!("[{}]", many("\"Why?\"", ","))),
        ("q.jsonl", many("{\"question\": \"Why?\"}", "\n")),
        ("q.md", many("- Why?", "\n")),
    ] {
        let imported = read(name, &text);
        assert_eq!(imported.questions.len(), 0, "{name}");
        let told: Vec<_> = imported.problems.iter().map(|problem| problem.what.as_str()).collect();
        assert_eq!(
            told,
            ["This file has more than 50000 questions, which is the most. Split it; nothing of it was taken."],
            "{name}"
        );
    }
}
