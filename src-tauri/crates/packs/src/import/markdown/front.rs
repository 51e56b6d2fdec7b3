//! Front matter.

use workbench_domain::import::Field;

use super::items;
use crate::{
    import::{found::Found, labels},
    notes::Notes,
};

/// What is said at the top of a file holds for all its questions.
pub(super) fn front_matter(raw: &str, line: usize, found: &mut [Found], notes: &mut Notes) {
    let mut said: Vec<(String, String)> = Vec::new();
    for text in raw.lines().filter(|text| text.trim() != "---") {
        if let Some(item) = text.trim_start().strip_prefix("- ") {
            if let Some((_, value)) = said.last_mut() {
                value.push_str(if value.is_empty() { "" } else { "; " });
                value.push_str(item.trim());
            }
        } else if let Some((name, value)) = text.split_once(':') {
            said.push((name.trim().to_owned(), value.trim().trim_matches(['"', '\'']).to_owned()));
        }
    }
    let alone = found.len() == 1;
    let mut unknown = Vec::new();
    for (name, value) in said.into_iter().filter(|(_, value)| !value.is_empty()) {
        let field = labels::field_of(&name);
        let of_one = matches!(field, Some(Field::Id | Field::Title | Field::Prompt | Field::Guidance));
        if field.is_none() || (of_one && !alone) {
            unknown.push(format!("{name}: {value}"));
            continue;
        }
        for question in found.iter_mut() {
            if field == Some(Field::Title) && question.title.is_empty() {
                question.title.clone_from(&value);
            } else if field == Some(Field::Section) {
                question.section.clone_from(&value);
            } else {
                items::set(&name, &value, question);
            }
        }
    }
    match found {
        [one] => one.guidance.extend(unknown),
        _ if !unknown.is_empty() => {
            notes.warning(
                line,
                format!(
                    "What the file says at its top was not used: {}. Put it under a question to keep it.",
                    crate::words::plain(&unknown.join("; "))
                ),
            );
        }
        _ => {}
    }
}
