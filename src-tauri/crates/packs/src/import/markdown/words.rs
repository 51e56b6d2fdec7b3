//! What a line of words is: a question, a label with what follows it, or neither.

use workbench_domain::import::Field;

use super::inline::Line;
use crate::import::labels;

/// What begins a request in English, where no question mark says so.
const REQUESTS: &[&str] = &[
    "explain",
    "describe",
    "tell me",
    "tell us",
    "walk me",
    "walk us",
    "discuss",
    "compare",
    "differentiate",
    "define",
    "give me",
    "give an",
    "talk about",
    "talk me",
    "can you",
    "could you",
    "have you",
    "imagine",
    "suppose",
    "show me",
    "show how",
    "implement",
    "write a",
    "write the",
    "write code",
    "write an",
    "write your",
    "design a",
    "design an",
    "how would you",
    "what would you",
    "you are given",
    "given a",
    "given an",
    "think of",
    "think about",
    "share",
    "list the",
    "name the",
    "name some",
    "name a",
    "outline",
    "justify",
    "find the",
    "reverse a",
    "build a",
    "create a",
];

const MARKS: [char; 5] = ['?', '？', '؟', ';', '՞'];

/// Without its number: "12. What …", "12) What …", "Q12: What …", "#12 What …", "(12) What …".
pub(super) fn without_number(text: &str) -> &str {
    let text = text.trim();
    let mut rest = text;
    let lower = text.to_ascii_lowercase();
    for word in ["question", "q"] {
        if lower.starts_with(word) {
            rest = text[word.len()..].trim_start();
            break;
        }
    }
    let named = rest.len() < text.len();
    let bare = rest.trim_start_matches(['#', '(', '[']);
    let digits = bare.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let numbered = digits.len() < bare.len() && bare.starts_with(|c: char| c.is_ascii_digit());
    let after = if numbered { digits } else { bare };
    let after = if named { after.trim_start() } else { after };
    let signs = after.trim_start_matches([')', ']', ':', '.', '-', '–', '—', '：', '、']);
    let marked = signs.len() < after.len()
        || (numbered && bare[..bare.len() - digits.len()].ends_with('.'))
        || bare.len() < rest.len();
    // Two of the three: a name, a number, a sign behind it.
    if [named, numbered, marked].into_iter().filter(|has| *has).count() > 1 {
        let kept = signs.trim_start();
        // A version or a year is no number of a question: "3.14 is …" keeps it.
        if kept.is_empty() || (!named && !signs.starts_with(char::is_whitespace)) { text } else { kept }
    } else {
        text
    }
}

/// Whether it has a number in front, as questions in a list have.
pub(super) fn is_numbered(text: &str) -> bool {
    without_number(text).len() < text.trim().len()
}

pub(super) fn ends_as_question(text: &str) -> bool {
    let end = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | '*' | '_' | '`' | '.' | '»')
    });
    if end.ends_with(MARKS.map(|c| if c == ';' { '?' } else { c })) {
        return true;
    }
    // "What is X? (senior)", "What is X? 🔥"
    let cut = end.rfind(MARKS[0]).map(|at| end[at + 1..].trim());
    cut.is_some_and(|rest| {
        (rest.starts_with(['(', '[']) && rest.ends_with([')', ']'])) || (rest.chars().count() <= 2 && !rest.is_ascii())
    })
}

/// Whether it asks for something.
pub(super) fn is_question(text: &str) -> bool {
    let text = without_number(text);
    ends_as_question(text) || is_request(text)
}

pub(super) fn is_request(text: &str) -> bool {
    let lower = without_number(text).trim_start_matches(['"', '“', '\'']).to_lowercase();
    REQUESTS.iter().any(|request| {
        lower
            .strip_prefix(request)
            .is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric()) && rest.len() > 2)
    })
}

/// Whether it says that something to look at comes with it, such as code.
pub(super) fn points_on(text: &str) -> bool {
    let lower = text.to_lowercase();
    let lower = lower.trim_end();
    lower.ends_with([':', '：'])
        || [
            "output",
            "print",
            "following",
            "this code",
            "the code",
            "below",
            "snippet",
            "logged",
            "logs",
            "console",
            "result of",
        ]
        .iter()
        .any(|word| lower.contains(word))
}

/// What stands over the words that follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Label {
    /// A part of a question.
    Field(Field),
    /// All anchors.
    Anchors,
    /// "Question 3": a question itself.
    Question,
    /// Set apart, but not known.
    Unknown,
}

/// A label that stands alone, as a heading or a summary does.
pub(super) fn label(text: &str) -> Option<Label> {
    let text = text.trim().trim_end_matches([':', '：']);
    if labels::is_question(text) {
        Some(Label::Question)
    } else if labels::is_anchors(text) {
        Some(Label::Anchors)
    } else {
        labels::field_of(text).filter(|field| *field != Field::Title).map(Label::Field)
    }
}

/// The label at the beginning of a line, its text, and what follows it on the line.
pub(super) fn split(line: &Line) -> Option<(Label, String, String)> {
    if let Some(lead) = line.lead.as_deref() {
        let rest = line.words.get(lead.len()..).unwrap_or_default().trim_start();
        let inside = lead.split_once([':', '：']);
        let after = rest.strip_prefix([':', '：']);
        let dash = rest.strip_prefix(['-', '–', '—']).filter(|_| label(lead).is_some());
        let (name, follows) = match (inside, after.or(dash)) {
            (_, Some(after)) => (lead, after.to_owned()),
            (Some((name, more)), None) => (name, format!("{} {rest}", more.trim())),
            (None, None) if rest.is_empty() => (lead, String::new()),
            (None, None) => return None,
        };
        let follows = follows.trim().to_owned();
        if let Some(known) = label(name) {
            return Some((known, name.to_owned(), follows));
        }
        let is_name = name.chars().count() <= 60
            && !ends_as_question(lead)
            && !is_numbered(name)
            && (inside.is_some() || after.is_some());
        return is_name.then(|| (Label::Unknown, name.to_owned(), follows));
    }
    let (name, follows) = line.words.split_once([':', '：'])?;
    // Words that begin many sentences need to be set apart to be labels.
    let known = label(name).filter(|known| {
        !matches!(known, Label::Field(Field::Title | Field::Prompt)) || name.eq_ignore_ascii_case("prompt")
    })?;
    Some((known, name.trim().to_owned(), follows.trim().to_owned()))
}

/// The label that a heading begins with, as in "Answer: B"; a question's own words are none.
pub(super) fn split_heading(line: &Line) -> Option<(Label, String, String)> {
    split(line).filter(|(label, ..)| {
        matches!(label, Label::Field(Field::Guidance | Field::Indicators | Field::RedFlags | Field::Probes))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_off_and_versions_stay() {
        for text in [
            "1. What?",
            "12) What?",
            "Q3: What?",
            "Question 4 - What?",
            "#5 What?",
            "(6) What?",
            "Q: What?",
            "1.2. What?",
        ] {
            assert_eq!(without_number(text), "What?", "{text}");
        }
        for text in ["3.14 is what?", "What?", "Queue or stack?", "2 + 2?", "5"] {
            assert_eq!(without_number(text), text);
        }
    }

    #[test]
    fn a_question_is_told_by_its_mark_or_by_what_it_asks() {
        for text in [
            "What is it?",
            "なぜ？",
            "ما هو؟",
            "3. Explain closures.",
            "What is X? (senior)",
            "**Why?**",
            "Tell me about a time you failed",
        ] {
            assert!(is_question(text), "{text}");
        }
        for text in ["Closures", "How to use this", "Explainers", "Design Patterns", "Notes"] {
            assert!(!is_question(text), "{text}");
        }
    }
}
