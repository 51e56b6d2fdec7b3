//! Markdown that people read and edit, and that is read again as it was.

use std::fmt::Write as _;

use workbench_domain::question::{Question, QuestionType};

use crate::import;

/// Stands behind a question while it is tried whether it is read again, so that nothing in it can run on unnoticed.
const BEHIND: &str = "## Behind\n\n### Question\n\nIs this one still here?\n";

pub(super) fn write(questions: &[Question]) -> String {
    let text = |question: &Question| {
        let plain = one(question, false);
        // As people write it where that says exactly the same, else with the texts that need it in blocks of their own.
        if reads_as(question, &plain) { plain } else { one(question, true) }
    };
    let out = questions.iter().map(text).collect::<Vec<_>>().join("\n");
    // What a heading is depends on those beside it: each question may read well, and all together not.
    if read(&out).is_some_and(|read| read == questions) {
        return out;
    }
    questions.iter().map(|question| one(question, true)).collect::<Vec<_>>().join("\n")
}

fn reads_as(question: &Question, text: &str) -> bool {
    let alone = read(text);
    let beside = read(&format!("{text}\n{BEHIND}"));
    matches!(alone.as_deref(), Some([one]) if one == question)
        && matches!(beside.as_deref(), Some([first, last]) if first == question && last.title == "Behind" && last.section.is_empty() && last.prompt == "Is this one still here?")
}

/// The questions of a text in which nothing is wrong.
fn read(text: &str) -> Option<Vec<Question>> {
    let options =
        import::Options { format: Some(workbench_domain::import::Format::Markdown), ..import::Options::default() };
    let read = import::read_bytes("x.md", text.as_bytes(), &options);
    read.problems.is_empty().then_some(read.questions)
}

fn one(question: &Question, exact: bool) -> String {
    let mut out = if exact {
        // Only for people to see; the title itself stands in the comment.
        let seen: String = question.title.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
        format!("## About {}\n\n{}", seen.trim(), meta("title", &question.title))
    } else {
        format!("## {}\n\n", question.title)
    };
    out.push_str(&meta("id", question.id.as_str()));
    out.push_str(&meta("section", &question.section));
    out.push_str(&meta("level", &question.level));
    out.push_str(&meta("type", question.question_type.map_or("", QuestionType::code)));
    out.push_str(&meta("competency", question.competency.as_str()));
    if !question.tags.is_empty() {
        let _ = writeln!(out, "<!-- tags: {} -->", json(&question.tags));
    }
    if question.minutes > 0 {
        let _ = writeln!(out, "<!-- minutes: {} -->", question.minutes);
    }
    text(&mut out, "Question", &question.prompt, exact);
    list(&mut out, "Good signals", &question.indicators, exact);
    list(&mut out, "Red flags", &question.red_flags, exact);
    list(&mut out, "Follow-ups", &question.probes, exact);
    for (number, anchor) in (1..).zip(&question.anchors) {
        text(&mut out, &format!("Anchor {number}"), anchor, exact);
    }
    text(&mut out, "Guidance", &question.guidance, exact);
    out
}

/// A comment with a value in JSON, in which nothing can end the comment.
fn meta(name: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { format!("<!-- {name}: {} -->\n", json(&value)) }
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value)
        .unwrap_or_default()
        .replace('>', "\\u003e")
        .replace('<', "\\u003c")
        .replace("--", "\\u002d\\u002d")
}

fn text(out: &mut String, label: &str, text: &str, exact: bool) {
    if text.is_empty() {
        return;
    }
    let _ = write!(out, "\n### {label}\n\n");
    let body = if exact { verbatim(text) } else { text.to_owned() };
    let _ = writeln!(out, "{body}");
}

fn list(out: &mut String, label: &str, items: &[String], exact: bool) {
    if items.is_empty() {
        return;
    }
    let _ = write!(out, "\n### {label}\n\n");
    for item in items {
        let item = if exact { verbatim(item) + "\n" } else { format!("- {}", item.replace('\n', "\n  ")) };
        let _ = writeln!(out, "{item}");
    }
}

/// A block whose text is taken as it is.
fn verbatim(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}verbatim\n{text}\n{fence}")
}
