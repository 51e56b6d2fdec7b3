//! One TOML file with a table `[[question]]` for each.

use std::fmt::Write as _;

use workbench_domain::question::{Question, QuestionType};

use crate::FORMAT;

pub(super) fn write(questions: &[Question]) -> String {
    let mut out = format!("format = {FORMAT}\n");
    for question in questions {
        out.push_str("\n[[question]]\n");
        line(&mut out, "id", question.id.as_str());
        line(&mut out, "section", &question.section);
        line(&mut out, "level", &question.level);
        line(&mut out, "type", question.question_type.map_or("", QuestionType::code));
        line(&mut out, "title", &question.title);
        line(&mut out, "prompt", &question.prompt);
        line(&mut out, "competency", question.competency.as_str());
        list(&mut out, "tags", &question.tags);
        if question.minutes > 0 {
            let _ = writeln!(out, "minutes = {}", question.minutes);
        }
        list(&mut out, "indicators", &question.indicators);
        list(&mut out, "red_flags", &question.red_flags);
        list(&mut out, "probes", &question.probes);
        line(&mut out, "guidance", &question.guidance);
        if question.anchors.iter().any(|anchor| !anchor.is_empty()) {
            out.push_str("\n[question.anchors]\n");
            for (number, anchor) in (1..).zip(&question.anchors) {
                line(&mut out, &format!("{number}"), anchor);
            }
        }
    }
    out
}

fn line(out: &mut String, name: &str, text: &str) {
    if !text.is_empty() {
        let _ = writeln!(out, "{name} = {}", string(text));
    }
}

fn list(out: &mut String, name: &str, items: &[String]) {
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
