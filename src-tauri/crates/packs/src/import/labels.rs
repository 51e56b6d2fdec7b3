//! The words that people put over the parts of a question, in a heading, a column or a key.

use workbench_domain::import::Field;

use words::{ASKED, SMALL, TABLE};

/// Longest label that is looked at, in bytes.
const LABEL_MAX: usize = 60;

/// What a label stands for, whatever its case, its number and its punctuation; none if it is not known.
pub(crate) fn field_of(label: &str) -> Option<Field> {
    let words = plain(label)?;
    let known = |text: &str| TABLE.iter().find(|(_, names)| names.contains(&text)).map(|(field, _)| *field);
    if let Some(field) = known(&words).or_else(|| anchor_of(&words)) {
        return Some(field);
    }
    // "Red flags to listen for", "Follow-ups 2", "Some good answers": what is left without the small words.
    let kept: Vec<&str> = words.split(' ').filter(|word| !SMALL.contains(word) && !is_number(word)).collect();
    known(&kept.join(" "))
}

/// The same of a column. Forms put their columns as questions: "What is a good answer?"
pub(crate) fn field_of_column(name: &str) -> Option<Field> {
    field_of(name).or_else(|| {
        let words = plain(name)?;
        let kept =
            words.strip_prefix("what ")?.split(' ').filter(|word| !SMALL.contains(word) && !ASKED.contains(word));
        field_of(&kept.collect::<Vec<_>>().join(" "))
            .filter(|field| matches!(field, Field::Indicators | Field::RedFlags | Field::Probes))
    })
}

/// What a text beside a title is taken for, where nothing else is what is asked.
pub(crate) fn takes_body(fields: &[Option<Field>]) -> Option<Field> {
    let has = |field| fields.contains(&Some(field));
    (has(Field::Title) && !has(Field::Prompt)).then_some(Field::Prompt)
}

/// Whether a label names the text that stands under a title.
pub(crate) fn is_body(label: &str) -> bool {
    plain(label).is_some_and(|words| matches!(words.as_str(), "body" | "description" | "details" | "content"))
}

/// Whether a label opens a question, such as "Question 3" or "Q".
pub(crate) fn is_question(label: &str) -> bool {
    let Some(words) = plain(label) else { return false };
    let rest = words.strip_prefix("question").or_else(|| words.strip_prefix('q'));
    rest.is_some_and(|rest| rest.trim().chars().all(|c| c.is_ascii_digit()))
}

fn is_number(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit())
}

/// The words of a label in lower case: `goodToHear`, `good_to_hear` and "👍 Good to hear:" are the same.
pub(super) fn plain(label: &str) -> Option<String> {
    let label = label.trim();
    if label.is_empty() || label.len() > LABEL_MAX {
        return None;
    }
    let mut words = String::new();
    let mut before = ' ';
    for c in label.chars() {
        // A capital begins a word only after a small letter, so that "FAQ" stays one.
        if c.is_uppercase() && before.is_lowercase() {
            words.push(' ');
        }
        if c.is_alphanumeric() {
            words.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’') && !words.ends_with(' ') {
            words.push(' ');
        }
        before = c;
    }
    // "red flag(s)"
    let words = words.trim().replace(" s ", " ");
    let words = words.strip_suffix(" s").unwrap_or(&words).to_owned();
    (!words.is_empty()).then_some(words)
}

/// "Level 3", "Anchor 3", "Score 3", "3 meets": one of the anchors.
fn anchor_of(words: &str) -> Option<Field> {
    let (name, number) = words.rsplit_once(' ').or_else(|| words.split_once("anchor").map(|(_, n)| ("anchor", n)))?;
    let is_anchor = matches!(name, "anchor" | "level" | "score" | "rating" | "points" | "anchor level");
    let number: usize = number.parse().ok()?;
    is_anchor.then(|| Field::ANCHORS.get(number.wrapping_sub(1)).copied()).flatten()
}

/// Labels under which the anchors stand together, one a line.
pub(crate) fn is_anchors(label: &str) -> bool {
    plain(label).is_some_and(|words| {
        matches!(
            words.as_str(),
            "anchors"
                | "rating anchors"
                | "rating"
                | "ratings"
                | "scoring"
                | "rubric"
                | "scale"
                | "scoring guide"
                | "scoring rubric"
                | "rating scale"
                | "levels"
                | "score"
                | "anchored rating"
        )
    })
}

#[cfg(test)]
mod tests;
mod words;
