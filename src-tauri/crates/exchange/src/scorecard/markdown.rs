//! Scorecards to read.

use workbench_domain::{rating::Rating, scorecard::Recommendation, shared::SharedScorecard};

/// A text of a person in Markdown: nothing of it is read as a mark, and no line of it as a heading.
fn marked(text: &str, line: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\n' => out.push_str(line),
            '\r' => {}
            '\\' | '|' | '*' | '_' | '`' | '<' | '[' | ']' | '#' | '>' | '~' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

fn one(out: &mut String, one: &SharedScorecard) {
    let plain = |text: &str| marked(text, " ");
    let who = |name: &str, id: &str| plain(if name.is_empty() { id } else { name });
    out.push_str(&format!("# {}\n\n", who(&one.candidate.name, &one.candidate.id)));
    let overall = one.overall.map_or("no recommendation", Recommendation::words);
    let said = if one.overall.is_some_and(|it| it.code() == one.overall_said) || one.overall_said.is_empty() {
        String::new()
    } else {
        format!(" (said: {})", plain(&one.overall_said))
    };
    let submitted = one.submitted_at.map(|at| at.to_string()).unwrap_or_default();
    out.push_str(&format!("- Interviewer: {}\n", who(&one.interviewer.name, &one.interviewer.id)));
    out.push_str(&format!("- Interview: {}\n- Submitted: {submitted}\n", plain(&one.interview)));
    out.push_str(&format!("- From: {}\n- Recommendation: {overall}{said}\n", plain(one.source_words())));
    if !one.reason.is_empty() {
        out.push_str(&format!("\n{}\n", marked(&one.reason, "\n\n")));
    }
    if !one.ratings.is_empty() {
        out.push_str("\n| What was rated | Of | Rating | Said there | Note |\n| --- | --- | --- | --- | --- |\n");
    }
    for rating in &one.ratings {
        let level = rating.level.map_or_else(|| "–".to_owned(), |level| Rating::Level(level).words());
        let [name, kind, said, note] = [&rating.name, &rating.kind, &rating.said, &rating.note].map(|text| plain(text));
        out.push_str(&format!("| {name} | {kind} | {level} | {said} | {note} |\n"));
    }
    for answer in &one.answers {
        out.push_str(&format!("\n## {}\n\n{}\n", plain(&answer.question), marked(&answer.answer, "\n\n")));
    }
}

pub(super) fn write(scorecards: &[SharedScorecard]) -> String {
    let mut out = String::new();
    for (at, scorecard) in scorecards.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        one(&mut out, scorecard);
    }
    out
}
