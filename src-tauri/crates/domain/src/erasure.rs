//! Erasing one person: the ids that keep the person from coming back, and what is asked before.

use jiff::Timestamp;

use crate::{
    ids::CandidateId,
    packet::search::{Sought, parts},
    text::name_letters,
};

/// Somebody who was erased, by an id and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// The program whose id it is; empty for one of ours.
    pub source: String,
    /// The id there.
    pub id: String,
    /// When the person was erased, in whole milliseconds.
    pub at: Timestamp,
}

impl Erased {
    /// A candidate of ours.
    #[must_use]
    pub fn of(id: &CandidateId, at: Timestamp) -> Self {
        Self { source: String::new(), id: id.0.clone(), at }
    }
}

/// Whether what was typed is the name: in the same letters, large or small, however they are put together and spaced. It guards
/// against haste, and is no test of spelling; an accent is a letter of its own all the same, for it may be another person's.
#[must_use]
pub fn is_typed(name: &str, typed: &str) -> bool {
    name_letters(name) == name_letters(typed)
}

/// A name as a whole, or a part of one, looked for in what was written about others.
pub struct WrittenName {
    name: String,
    sought: Sought,
}

impl WrittenName {
    /// That name, in these words and no fewer.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let name = name.trim().to_owned();
        Self { sought: Sought::whole(&name), name }
    }

    /// Each part of a name that may stand for it: the given name, and the family name, with initials or without. Each may be
    /// somebody else's, so only a person can say who is meant.
    #[must_use]
    pub fn parts(name: &str) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for part in parts(name).into_iter().map(Self::new) {
            if !all.iter().any(|one| one.sought.is_same(&part.sought)) {
                all.push(part);
            }
        }
        all
    }

    /// The words that are looked for.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.name
    }

    /// Whether it stands in a text: in either case, with or without accents, with an ending, and not inside another word.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        // Most texts are plain and have not even the letters.
        let (name, all) = (self.name.as_bytes(), text.as_bytes());
        let plain = text.is_ascii() && self.name.is_ascii();
        if plain && !all.windows(name.len().max(1)).any(|part| part.eq_ignore_ascii_case(name)) {
            return false;
        }
        self.sought.is_in(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_typed_however_its_letters_are_put_together() {
        for (name, typed, same) in [
            ("Ana Ruiz", " Ana  Ruiz\n", true),
            ("Zoë", "Zoe\u{308}", true),
            ("علی محمد", "علی محمد", true),
            ("山田太郎", "山田太郎", true),
            ("Ana Ruiz", "ana ruiz", true),
            ("ana ruiz", "\u{a0}ANA RUIZ", true),
            ("ÉMILE ZOLA", "e\u{301}mile zola", true),
            ("İpek", "i\u{307}pek", true),
            ("Νίκος", "ΝΊΚΟΣ", true),
            ("Émile", "Emile", false),
            ("Ana Ruiz", "AnaRuiz", false),
            ("Ana Ruiz", "Ana", false),
            ("Ana Ruiz", "", false),
            ("Zoë", "Zoe", false),
        ] {
            assert_eq!(is_typed(name, typed), same, "{name} {typed}");
        }
    }

    #[test]
    fn a_whole_name_is_found_in_words_about_others() {
        for (name, text, found) in [
            ("Ana Ruiz", "stronger than ANA RUIZ.", true),
            ("Ana Ruiz", "Ana said, and Ruiz wrote", false),
            ("Ana Ruiz", "Banana Ruiz", false),
            ("Jan Kowalski", "od Jan Kowalskiego", true),
            ("Zoë Đorđević", "as zoe dordevic did", true),
            ("山田太郎", "と山田太郎は", true),
            ("Ana Ruiz", "", false),
            ("", "anything", false),
        ] {
            assert_eq!(WrittenName::new(name).is_in(text), found, "{name} in {text}");
        }
    }

    #[test]
    fn a_part_of_a_name_is_found_alone_and_behind_initials() {
        let parts =
            |name: &str| WrittenName::parts(name).iter().map(|part| part.words().to_owned()).collect::<Vec<_>>();
        assert_eq!(parts("Ludwig van Beethoven"), ["Ludwig", "Beethoven"]);
        assert_eq!(parts("Ana Ruiz-Díaz"), ["Ana", "Ruiz-Díaz", "Ruiz", "Díaz"]);
        assert_eq!(parts("Ana ANA"), ["Ana"]);
        assert_eq!(parts("山田太郎"), [""; 0]);
        let found = |name: &str, text: &str| {
            let parts = WrittenName::parts(name).into_iter().filter(|part| part.is_in(text));
            parts.map(|part| part.words().to_owned()).collect::<Vec<_>>()
        };
        for (name, text, expected) in [
            ("Jan Kowalski", "as J. Kowalski said", vec!["Kowalski"]),
            ("Jan Kowalski", "Kowalski, J. wrote it; so did KOWALSKIEGO", vec!["Kowalski"]),
            ("Jan Kowalski", "Jan fixed it", vec!["Jan"]),
            ("Jan Kowalski", "in january", vec![]),
            ("Zoë Đorđević", "z dordevic", vec!["Đorđević"]),
            ("山田 太郎", "山田さんは", vec!["山田"]),
            ("Nguyễn Văn An", "an answer", vec![]),
        ] {
            assert_eq!(found(name, text), expected, "{name} in {text}");
        }
    }
}
