//! Which question a question is, so that the same file again changes nothing. The rule is in docs/adr/0011.

use std::collections::HashMap;

use workbench_domain::{canonical, question::Question};

use crate::{notes::Notes, words::quoted};

/// Longest id of a file, in characters.
const ID_MAX: usize = 200;
/// So much of a prompt is spelled out in an id, in bytes.
const SLUG_MAX: usize = 40;

/// Gives questions their final ids. `source` names where they came from.
pub(crate) struct Ids<'a> {
    source: &'a str,
    seen: HashMap<String, Seen>,
    /// Where a question stands that was there already, and what is said of it.
    pub repeated: Vec<(String, String)>,
}

struct Seen {
    /// The hashes of what was found under this id, as if each had it.
    hashes: Vec<String>,
    place: String,
}

impl<'a> Ids<'a> {
    pub fn of(source: &'a str) -> Self {
        Self { source, seen: HashMap::new(), repeated: Vec::new() }
    }

    /// The question with its final id; none if it is there already.
    pub fn settle(&mut self, mut question: Question, line: usize, notes: &mut Notes) -> Option<Question> {
        let given = question.id.as_str().to_owned();
        let is_given = !given.is_empty() && is_id(&given);
        if !given.is_empty() && !is_given {
            notes.warning(
                line,
                format!(
                    "The id {} has spaces or other characters that no id can have, so it was not used.",
                    quoted(&given)
                ),
            );
        }
        let id = if !is_given {
            by_prompt(self.source, &question.prompt)
        } else if given.contains('/') || is_uuid(&given) {
            given
        } else {
            format!("{}/{given}", self.source)
        };
        question.id = id.as_str().into();
        let hash = question.hash();
        let Some(seen) = self.seen.get_mut(&id) else {
            self.seen.insert(id, Seen { hashes: vec![hash], place: notes.place(line) });
            return Some(question);
        };
        if seen.hashes.contains(&hash) {
            let what = format!("This question is at {} already, word for word. It was taken once.", seen.place);
            self.repeated.push((notes.place(line), what.clone()));
            notes.warning(line, what);
            return None;
        }
        if is_given {
            notes.error(
                line,
                format!(
                    "The id {} is at {} already, with other content. Give this question another id.",
                    quoted(&id),
                    seen.place
                ),
            );
            return None;
        }
        seen.hashes.push(hash);
        question.id = format!("{id}-{}", seen.hashes.len()).into();
        let place = &seen.place;
        notes.warning(line, format!("The same is asked at {place}, with other notes. Both were taken; take one out if they are one question."));
        Some(question)
    }
}

/// An id made of what is asked: readable, and the same for the same words.
fn by_prompt(source: &str, prompt: &str) -> String {
    let key = prompt.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let key = key.trim_end_matches(['?', '.', '!', ':', '？', '。', '؟', ' ']);
    let hash = canonical::hash_bytes(key.as_bytes());
    let slug = slug(key, SLUG_MAX);
    let dash = if slug.is_empty() { "" } else { "-" };
    format!("{source}/{slug}{dash}{}", &hash[..12])
}

/// A text as a part of an id: a-z, 0-9 and hyphens.
pub(crate) fn slug(text: &str, most: usize) -> String {
    let mut slug = String::new();
    for c in text.chars() {
        let c = c.to_ascii_lowercase();
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') && !matches!(c, '\'' | '’' | '`') {
            slug.push('-');
        }
        if slug.len() >= most {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

fn is_id(id: &str) -> bool {
    id.chars().count() <= ID_MAX
        && !id.chars().any(|c| c.is_whitespace() || c.is_control() || crate::words::is_line_breaker(c))
}

/// Whether a text is a UUID, as everything that a person makes has one.
pub(crate) fn is_uuid(id: &str) -> bool {
    let bytes = id.as_bytes();
    bytes.len() == 36
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// What a file or a folder is called as a source: without its ending, and without what copying ("(1)", "copy") and exporting add.
pub(crate) fn source_of(name: &str) -> String {
    let mut name = name.trim();
    loop {
        let before = name;
        if let Some(inner) = name.strip_suffix(')')
            && let Some((rest, number)) = inner.rsplit_once('(')
            && number.chars().all(|c| c.is_ascii_digit())
        {
            name = rest.trim_end();
        }
        // Notion puts the page's id behind its name.
        if let Some((rest, id)) = name.rsplit_once(' ')
            && id.len() == 32
            && id.bytes().all(|byte| byte.is_ascii_hexdigit())
        {
            name = rest.trim_end();
        }
        for copied in [" - Copy", " copy", "-copy", "_copy"] {
            name = name.strip_suffix(copied).unwrap_or(name).trim_end();
        }
        if name == before {
            break;
        }
    }
    let slug = slug(name, 60);
    match (slug.is_empty(), name.is_empty()) {
        (false, _) => slug,
        (true, true) => "questions".to_owned(),
        // A name in a script without Latin letters is still told from others.
        (true, false) => format!("questions-{}", &canonical::hash_bytes(name.as_bytes())[..8]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_the_same_question_and_signs_count() {
        let id = |prompt: &str| by_prompt("s", prompt);
        assert_eq!(id("What is  the GIL?"), id("what is the gil"));
        assert_ne!(id("What is `==`?"), id("What is `===`?"));
        assert_eq!(id("What is the GIL?"), "s/what-is-the-gil-".to_owned() + &id("What is the GIL?")[18..]);
        assert!(id("なぜ？").starts_with("s/"));
        assert_ne!(id("なぜ？"), id("何？"));
    }

    #[test]
    fn a_copied_file_is_the_same_source() {
        for name in [
            "My questions",
            "My questions (1)",
            "My questions copy",
            "my_questions",
            "My questions - Copy (2)",
            "My questions 1a2b3c4d5e6f7890abcdef1234567890 (1)",
        ] {
            assert_eq!(source_of(name), "my-questions", "{name}");
        }
        assert_eq!(source_of(""), "questions");
        assert_ne!(source_of("質問"), source_of("问题"));
    }
}
