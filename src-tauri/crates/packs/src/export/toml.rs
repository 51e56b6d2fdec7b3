//! One TOML file with a table `[[question]]` for each.

use std::fmt::Write as _;

use workbench_domain::question::{Question, QuestionType};

use crate::FORMAT;

pub(super) fn write(questions: &[Question]) -> String {
    let mut out = format!("format = {FORMAT}\n");
    for question in questions {
        out.push_str("\n[[question]]\n");
        write_question(&mut out, question, question.id.as_str(), &question.section, "question.anchors");
    }
    out
}

/// The fields of one question, under whatever table is open.
pub(super) fn write_question(out: &mut String, question: &Question, id: &str, section: &str, anchors: &str) {
    line(out, "id", id);
    line(out, "section", section);
    line(out, "level", &question.level);
    line(out, "type", question.question_type.map_or("", QuestionType::code));
    line(out, "title", &question.title);
    line(out, "prompt", &question.prompt);
    line(out, "competency", question.competency.as_str());
    list(out, "tags", &question.tags);
    if question.minutes > 0 {
        let _ = writeln!(out, "minutes = {}", question.minutes);
    }
    list(out, "indicators", &question.indicators);
    list(out, "red_flags", &question.red_flags);
    list(out, "probes", &question.probes);
    line(out, "guidance", &question.guidance);
    if question.anchors.iter().any(|anchor| !anchor.is_empty()) {
        let _ = writeln!(out, "\n[{anchors}]");
        for (number, anchor) in (1..).zip(&question.anchors) {
            line(out, &format!("{number}"), anchor);
        }
    }
}

pub(super) fn line(out: &mut String, name: &str, text: &str) {
    if !text.is_empty() {
        let _ = writeln!(out, "{name} = {}", string(text));
    }
}

pub(super) fn list(out: &mut String, name: &str, items: &[String]) {
    match items {
        [] => {}
        [one] => {
            let _ = writeln!(out, "{name} = [{}]", string(one));
        }
        items => {
            let _ = writeln!(out, "{name} = [");
            for item in items {
                let _ = writeln!(out, "    {},", string(item));
            }
            out.push_str("]\n");
        }
    }
}

/// A text in quotation marks, over several lines if it has them.
fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mark = if text.contains('\n') { "\"\"\"" } else { "\"" };
    out.push_str(mark);
    if mark.len() > 1 {
        // The first line break after the marks is not a part of the text.
        out.push('\n');
    }
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push_str(mark);
    out
}
