//! `<details>` and `<summary>` are the one markup in HTML that says something about questions. They become paragraphs of
//! their own before the Markdown is read; all other HTML stays text. Which lines these are is told beside the text: no sign
//! in a file can be taken for one.

use std::collections::HashSet;

/// Begins the paragraph that a `<summary>` becomes, so that it is no list and no heading whatever its words. It counts only in
/// a line that is marked.
pub(super) const SUMMARY: char = '\u{F0E0}';
/// The paragraph that a `</details>` becomes.
pub(super) const END: char = '\u{F0E1}';

/// More lines than this are no summary, but one that is never closed.
const SUMMARY_LINES: usize = 20;

/// Tags that only say how something looks.
const LOOKS: [&str; 20] = [
    "<br>",
    "<br/>",
    "<br />",
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<strong>",
    "</strong>",
    "<i>",
    "</i>",
    "<em>",
    "</em>",
    "<div>",
    "</div>",
    "<h3>",
    "</h3>",
    "<h4>",
    "</h4>",
    "<hr>",
];

/// The text with those paragraphs.
#[derive(Default)]
pub(super) struct Unfolded {
    pub text: String,
    /// For each of its lines the line of the file that it came from, from 1.
    pub lines: Vec<usize>,
    /// Which of its lines, from 0, are such paragraphs.
    pub marked: HashSet<usize>,
}

pub(super) fn unfold(text: &str) -> Unfolded {
    let mut out = Unfolded::default();
    let lines: Vec<&str> = text.split('\n').collect();
    let mut fence: Option<String> = None;
    let mut depth = 0_usize;
    let mut at = 0;
    while at < lines.len() {
        let (line, number) = (lines[at], at + 1);
        at += 1;
        let bare = line.trim_start();
        if let Some(open) = &fence {
            if bare.starts_with(open.as_str()) && bare.trim_start_matches(&open[..1]).trim().is_empty() {
                fence = None;
            }
            out.line(line, number);
            continue;
        }
        let inner = after_bullet(bare);
        if let Some(sign) = ["```", "~~~"].into_iter().find(|sign| inner.starts_with(sign)) {
            let length = inner.len() - inner.trim_start_matches(&sign[..1]).len();
            fence = Some(sign[..1].repeat(length));
            out.line(line, number);
            continue;
        }
        let lower = inner.to_ascii_lowercase();
        let starts = ["<details", "</details", "<summary", "</summary"].iter().any(|tag| lower.starts_with(tag));
        let ends = depth > 0 && lower.trim_end().ends_with("</details>");
        if !starts && !ends {
            let is_blank = depth > 0 && !bare.is_empty() && without_looks(bare).trim().is_empty();
            out.line(if is_blank { "" } else { line }, number);
            continue;
        }
        let bullet = &line[..line.len() - inner.len()];
        let mut whole = inner.to_owned();
        // A summary may be written over several lines.
        let open = |text: &str| {
            let lower = text.to_ascii_lowercase();
            lower.rfind("<summary").is_some_and(|at| !lower[at..].contains("</summary>"))
        };
        let mut joined = 0;
        while open(&whole) && joined < SUMMARY_LINES && at < lines.len() {
            whole.push(' ');
            whole.push_str(lines[at].trim());
            at += 1;
            joined += 1;
        }
        depth = out.tags(&whole, bullet, number, depth);
    }
    out
}

fn after_bullet(text: &str) -> &str {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.len() < text.len();
    let rest = if numbered { digits.strip_prefix(['.', ')']) } else { text.strip_prefix(['-', '*', '+']) };
    rest.and_then(|rest| rest.strip_prefix(' ')).map_or(text, str::trim_start)
}

/// A text without the tags that only say how it looks.
fn without_looks(text: &str) -> String {
    let mut text = text.to_owned();
    for tag in LOOKS {
        text = text.replace(tag, " ");
    }
    text
}

impl Unfolded {
    fn line(&mut self, line: &str, number: usize) {
        self.text.push_str(line);
        self.text.push('\n');
        self.lines.push(number);
    }

    /// Writes a line with such tags as paragraphs. Gives how deep in `<details>` it ends.
    fn tags(&mut self, whole: &str, bullet: &str, number: usize, mut depth: usize) -> usize {
        let later = " ".repeat(bullet.chars().count());
        let mut indent = bullet.to_owned();
        let mut rest = whole;
        let mut put = |this: &mut Self, text: &str, is_mark: bool| {
            // A paragraph of its own, also behind a line of text.
            this.line("", number);
            if is_mark {
                this.marked.insert(this.lines.len());
            }
            this.line(&format!("{indent}{}", text.trim()), number);
            this.line("", number);
            indent.clone_from(&later);
        };
        while let Some(at) = rest.find('<') {
            let (before, tag) = rest.split_at(at);
            let lower = tag.to_ascii_lowercase();
            let end = tag.find('>').map_or(tag.len(), |at| at + 1);
            let is = |name: &str| {
                lower.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '>', '\t']) || rest.is_empty())
            };
            if is("<summary") {
                self.loose(before, &mut put);
                let close = lower.find("</summary>").unwrap_or(lower.len());
                let words = without_looks(tag.get(end..close.max(end)).unwrap_or_default());
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                if !words.is_empty() {
                    put(self, &format!("{SUMMARY}{words}"), true);
                }
                rest = tag.get(close + "</summary>".len()..).unwrap_or_default();
            } else if is("<details") || is("</details") || is("</summary") {
                self.loose(before, &mut put);
                if is("<details") {
                    depth += 1;
                } else if is("</details") {
                    depth = depth.saturating_sub(1);
                    put(self, &END.to_string(), true);
                }
                rest = &tag[end..];
            } else {
                // Some other tag: it stays with the text.
                let next = tag[1..].to_ascii_lowercase();
                let stop =
                    ["<details", "</details", "<summary", "</summary"].iter().filter_map(|tag| next.find(tag)).min();
                let Some(stop) = stop else { break };
                self.loose(&rest[..at + 1 + stop], &mut put);
                rest = &rest[at + 1 + stop..];
            }
        }
        self.loose(rest, &mut put);
        depth
    }

    fn loose(&mut self, text: &str, put: &mut impl FnMut(&mut Self, &str, bool)) {
        if !without_looks(text).trim().is_empty() {
            put(self, text, false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_becomes_a_paragraph_and_lines_keep_their_numbers() {
        let Unfolded { text, lines, marked } =
            unfold("<details>\n<summary>What is <b>X</b>?</summary><br><b>\n\nIt is.\n</b></details>\nEnd");
        let kept: Vec<_> = text.lines().zip(lines).filter(|(line, _)| !line.is_empty()).collect();
        let summary = format!("{SUMMARY}What is X ?");
        assert_eq!(marked.len(), 2);
        assert_eq!(kept, [(summary.as_str(), 2), ("It is.", 4), (END.to_string().as_str(), 5), ("End", 6)]);
    }

    #[test]
    fn code_is_left_alone() {
        let code = "```html\n<details><summary>x</summary></details>\n```\n`<details>` is a tag\n";
        assert_eq!(unfold(code).text.trim_end(), code.trim_end());
    }
}
