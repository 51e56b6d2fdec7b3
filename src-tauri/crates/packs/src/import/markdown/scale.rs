//! Anchors, as a list or line by line.

use workbench_domain::import::Field;

use super::{blocks::Block, items::flat};
use crate::import::found::Found;

/// A line of the anchors: "3: …", "3 - …", "Level 3: …".
pub(super) fn anchor(line: &str, found: &mut Found) {
    let line = line.trim();
    let bare = line.trim_start_matches(|c: char| !c.is_ascii_digit());
    let prefix = line[..line.len() - bare.len()].trim().to_lowercase();
    let digit = bare.chars().next().and_then(|c| c.to_digit(10)).filter(|d| (1..=5).contains(d));
    let rest = bare.get(1..).unwrap_or_default().trim_start_matches([' ', ':', '-', '–', '—', '.', ')', '=']).trim();
    let is_anchor = matches!(prefix.as_str(), "" | "level" | "score" | "rating" | "anchor")
        && !bare.get(1..2).is_some_and(|c| c.starts_with(|c: char| c.is_alphanumeric()));
    match digit.filter(|_| is_anchor && !rest.is_empty()) {
        Some(digit) => found.add(Field::ANCHORS[digit as usize - 1], &format!("Anchor {digit}"), rest),
        None => found.keep("", line),
    }
}

pub(super) fn anchors(items: &[Vec<Block>], found: &mut Found) {
    let texts = flat(items);
    let numbered = texts
        .iter()
        .any(|text| text.starts_with(|c: char| c.is_ascii_digit()) || text.to_lowercase().starts_with("level"));
    // A numbered list of five is the scale itself.
    if !numbered && texts.len() == 5 {
        for (field, text) in Field::ANCHORS.into_iter().zip(&texts) {
            found.add(field, "Anchor", text);
        }
    } else {
        texts.iter().for_each(|text| anchor(text, found));
    }
}
