//! Which lists and lines ask something.

use workbench_domain::import::Field;

use super::{
    blocks::{Block, Kind},
    inline::Line,
    items::item_label,
    words::{self, Label},
};
use crate::import::labels;

/// "Q12. What …", which has no colon.
pub(super) fn numbered_q(line: &Line) -> Option<(Label, String, String)> {
    let bare = words::without_number(&line.words);
    let name = line.words[..line.words.trim_end().len() - bare.len()].trim();
    let is_q = name.starts_with(['Q', 'q']) && labels::is_question(name.trim_end_matches(['.', ')', '-', '–', ' ']));
    is_q.then(|| (Label::Question, name.trim_end_matches(['.', ')', ' ']).to_owned(), bare.to_owned()))
}

/// "Click to see …", as summaries say over an answer.
pub(super) fn says_show(words: &str) -> bool {
    let lower = words.to_lowercase();
    ["show", "click", "view", "reveal", "see ", "expand", "hint"].iter().any(|word| lower.contains(word))
}

pub(super) fn item_line(item: &[Block]) -> Option<&Line> {
    match &item.first()?.kind {
        Kind::Para(lines) => lines.first(),
        Kind::Heading { words, .. } | Kind::Summary(words) => Some(words),
        _ => None,
    }
}

/// An entry of a table of contents.
pub(super) fn is_contents(item: &[Block]) -> bool {
    item_line(item).is_some_and(Line::is_contents)
}

/// Whether the items of a list ask something: at least half of those that are no links to a place in the file.
pub(super) fn is_question_list(items: &[Vec<Block>]) -> bool {
    let asks = |item: &Vec<Block>| {
        let is_heading = matches!(item.first().map(|block| &block.kind), Some(Kind::Heading { .. } | Kind::Summary(_)));
        let lines = match item.first().map(|block| &block.kind) {
            Some(Kind::Para(lines)) => lines.as_slice(),
            _ => &[],
        };
        let asking =
            |line: &Line| words::is_question(&line.words) || line.lead.as_deref().is_some_and(words::ends_as_question);
        let named = lines.first().and_then(words::split).is_some_and(|(label, ..)| label == Label::Question);
        let labelled = item.iter().skip(1).any(|block| matches!(&block.kind, Kind::List(items) if items.iter().any(|item| item_label(item).is_some_and(|(label, ..)| label != Label::Unknown))));
        is_heading || named || lines.iter().any(asking) || (labelled && item_label(item).is_none())
    };
    let items: Vec<_> = items.iter().filter(|item| !is_contents(item)).collect();
    let asking = items.iter().filter(|item| asks(item)).count();
    asking > 0 && asking * 2 >= items.len()
}

/// Whether a block is a quotation.
pub(super) fn is_quote(raw: &str) -> bool {
    raw.starts_with('>')
}

/// What is quoted.
pub(super) fn unquoted(raw: &str) -> String {
    raw.lines().map(|line| line.trim_start_matches('>').trim()).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Whether a table has a column of questions.
pub(super) fn is_question_table(head: &[String]) -> bool {
    head.iter().any(|name| labels::field_of(name) == Some(Field::Prompt))
}

/// Whether a line asks by itself, whatever stands over it: in bold, or after "Q:".
pub(super) fn asks_alone(line: &Line) -> bool {
    let named = words::split(line).or_else(|| numbered_q(line)).is_some_and(|(label, ..)| label == Label::Question);
    named || asks_in_bold(line)
}

/// Whether it asks in bold, with nothing but that on the line if no mark says so.
pub(super) fn asks_in_bold(line: &Line) -> bool {
    line.lead.as_deref().is_some_and(|lead| {
        let whole = lead.len() == line.words.len();
        words::ends_as_question(lead) || (whole && (words::is_numbered(lead) || words::is_request(lead)))
    }) && words::split(line).is_none_or(|(label, ..)| label == Label::Unknown)
}
