//! Small parts: items of lists, code, tags and comments.

use workbench_domain::import::Field;

use super::{
    blocks::{Block, Kind},
    inline::Line,
    words::{self, Label},
};
use crate::import::found::Found;

/// The label that an item begins with.
pub(super) fn item_label(item: &[Block]) -> Option<(Label, String, String)> {
    let (line, alone) = match &item.first()?.kind {
        Kind::Para(lines) => (lines.first()?, lines.len() == 1),
        Kind::Heading { words, .. } | Kind::Summary(words) => (words, true),
        _ => return None,
    };
    if let Some((label, name, follows)) = words::split(line) {
        let away = line.away();
        let follows = if away.is_empty() { follows } else { format!("{follows} ({})", away.join(", ")) };
        // "A: 1, B: 2" are things to choose from.
        let is_choice = name.chars().count() == 1;
        return (label != Label::Question && !is_choice).then_some((label, name, follows));
    }
    // "- Good answer" with a list under it.
    let label = words::label(&line.words).filter(|label| *label != Label::Question)?;
    (alone && item.len() > 1).then(|| (label, line.words.clone(), String::new()))
}

/// The items of a list and of the lists in it, each as a text. An item that ends in a colon stands before each of its own.
pub(super) fn flat(items: &[Vec<Block>]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for item in items {
        let mut text = String::new();
        let mut under = Vec::new();
        for block in item {
            match &block.kind {
                Kind::Para(lines) => {
                    join(&mut text, &lines.iter().map(Line::whole).collect::<Vec<_>>().join("\n"));
                }
                Kind::List(items) => under.extend(flat(items)),
                Kind::Code { .. } => join(&mut text, &fenced(block)),
                Kind::Summary(line) | Kind::Heading { words: line, .. } => join(&mut text, &line.whole()),
                Kind::Html if block.raw.trim_start().starts_with("<!--") => {}
                Kind::EndOfDetails | Kind::Rule | Kind::FrontMatter => {}
                _ => join(&mut text, &block.raw),
            }
        }
        match text.strip_suffix(':') {
            Some(lead) if !under.is_empty() => out.extend(under.iter().map(|item| format!("{lead}: {item}"))),
            _ => {
                if !text.trim().is_empty() {
                    out.push(text);
                }
                out.extend(under);
            }
        }
    }
    out
}

/// Items as a list, where their own text as a whole is not known.
pub(super) fn shown(items: &[Vec<Block>], raw: &str) -> String {
    if raw.is_empty() {
        flat(items).iter().map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n")
    } else {
        raw.to_owned()
    }
}

/// A block of code with its fences, whether it had them or was indented.
pub(super) fn fenced(block: &Block) -> String {
    let Kind::Code { info, text } = &block.kind else { return block.raw.clone() };
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}{info}\n{text}\n{fence}")
}

pub(super) fn tags(words: &str) -> Vec<String> {
    let words = words.trim().trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
    let parts = if words.contains([',', ';', '|', '、', '，', '\n']) {
        words.split([',', ';', '|', '、', '，', '\n']).collect()
    } else if words.contains('#') {
        words.split_whitespace().collect::<Vec<_>>()
    } else {
        vec![words]
    };
    let bare = |tag: &str| tag.trim().trim_start_matches('#').trim_matches(['"', '\'', '`']).trim().to_owned();
    parts.into_iter().map(bare).filter(|tag| !tag.is_empty()).collect()
}

/// A comment such as `<!-- tags: (react,javascript) -->`, or our own with a value in JSON. Others are for nobody to read.
pub(super) fn comment(inside: &str, found: &mut Found) {
    let Some((name, value)) = inside.trim().split_once(':') else { return };
    if name.contains('\n') {
        return;
    }
    set(name.trim(), value.trim(), found);
}

/// A name and a value, as comments and front matter have them. Gives whether the name is known.
pub(super) fn set(name: &str, value: &str, found: &mut Found) -> bool {
    let Some(Label::Field(field)) =
        words::label(name).or_else(|| name.eq_ignore_ascii_case("title").then_some(Label::Field(Field::Title)))
    else {
        return false;
    };
    if let Ok(list) = serde_json::from_str::<Vec<String>>(value) {
        list.iter().for_each(|value| found.add(field, name, value));
    } else if let Ok(text) = serde_json::from_str::<String>(value) {
        found.add(field, name, &text);
    } else if field == Field::Tags {
        found.tags.extend(tags(value));
    } else {
        let value = value.trim_start_matches('(').trim_end_matches(')').trim_matches(['"', '\'']);
        found.add(field, name, value);
    }
    true
}

pub(super) fn join(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(more);
}

pub(super) fn join_block(text: &mut String, more: &str) {
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    text.push_str(more);
}
