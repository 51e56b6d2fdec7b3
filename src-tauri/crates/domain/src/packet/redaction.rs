//! Other people's names taken out of everything that is told about one person, where nobody decides each place.

use serde_json::Value;

use crate::packet::{
    MentionKind,
    mentions::{Search, as_written},
    search::Sought,
};

/// The names that are replaced, and by what.
#[derive(Default)]
pub struct Redaction {
    search: Search,
    own: Vec<Sought>,
}

impl Redaction {
    /// Replaces nothing yet. What is also a name of the person whom it is about, or a part of it, is never replaced.
    #[must_use]
    pub fn about(own: &[&str]) -> Self {
        Self { search: Search::default(), own: own.iter().flat_map(|name| Sought::name(name)).collect() }
    }

    /// Replaces the name of another candidate, and its parts.
    pub fn other_candidate(&mut self, name: &str, called: &str) {
        self.search.name_but(MentionKind::OtherCandidate, name, called, &self.own);
    }

    /// Replaces the name of an interviewer, and its parts.
    pub fn interviewer(&mut self, name: &str, called: &str) {
        self.search.name_but(MentionKind::Interviewer, name, called, &self.own);
    }

    /// The text without those names, and how many there were.
    #[must_use]
    pub fn text(&self, text: &str) -> (String, u32) {
        let mut written = String::with_capacity(text.len());
        let (mut at, mut number) = (0, 0);
        for (start, end, proposed) in self.search.names(text) {
            if start >= at {
                written.push_str(&text[at..start]);
                written.push_str(&as_written(&text[start..end], proposed));
                (at, number) = (end, number + 1);
            }
        }
        written.push_str(&text[at..]);
        (written, number)
    }

    /// The same of every text in a value, but for the names of fields; returns how many there were.
    pub fn value(&self, value: &mut Value) -> u32 {
        match value {
            Value::String(text) => {
                let (written, number) = self.text(text);
                if number > 0 {
                    *text = written;
                }
                number
            }
            Value::Array(all) => all.iter_mut().map(|one| self.value(one)).sum(),
            Value::Object(all) => all.values_mut().map(|one| self.value(one)).sum(),
            Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn redaction() -> Redaction {
        let mut redaction = Redaction::about(&["Ana Ruiz"]);
        redaction.other_candidate("Bo Ek", "another candidate");
        redaction.other_candidate("Ana López", "another candidate");
        redaction.interviewer("Jan Kowalski", "Interviewer 1");
        redaction
    }

    #[test]
    fn others_are_replaced_and_the_person_never() {
        for (text, written, number) in [
            ("Ana Ruiz was calmer than Bo.", "Ana Ruiz was calmer than Another candidate.", 1),
            ("ANA, RUIZ, Ruiz's", "ANA, RUIZ, Ruiz's", 0),
            ("Lopez and Ana", "Another candidate and Ana", 1),
            ("Ana López said so to Kowalskiego", "Another candidate said so to Interviewer 1", 2),
            ("analysis, bold, january", "analysis, bold, january", 0),
            ("", "", 0),
        ] {
            assert_eq!(redaction().text(text), (written.to_owned(), number), "{text}");
        }
    }

    #[test]
    fn every_text_of_a_value_is_looked_through_and_no_field_is_renamed() {
        let mut value = json!({ "Bo": ["Bo Ek", 3, null, { "name": "Ek" }], "id": "0199", "yes": true });
        assert_eq!(redaction().value(&mut value), 2);
        let called = "Another candidate";
        assert_eq!(value, json!({ "Bo": [called, 3, null, { "name": called }], "id": "0199", "yes": true }));
    }
}
