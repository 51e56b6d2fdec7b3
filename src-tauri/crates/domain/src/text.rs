//! Rules for text that people type. Any script is welcome; only what could deceive a reader or break a line is refused.

use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation;

/// Longest name, in grapheme clusters (what a reader counts as characters; UAX #29).
pub const NAME_MAX: usize = 200;
/// Longest name, in code points: room for 200 characters that are each made of ten, such as a family emoji, and none for
/// one character with a million marks.
const NAME_CODE_POINTS_MAX: usize = 2000;
/// Longest text of one entry or reason, in characters (code points).
pub const TEXT_MAX: usize = 100_000;

/// Why a text was refused. The words are shown to the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextRefused {
    /// Nothing but space.
    #[error("{what} is empty. Type at least one character.")]
    Blank {
        /// The field, as the person knows it.
        what: String,
    },
    /// Longer than the limit.
    #[error("{what} has {length} characters. The most is {limit}; shorten it by {}.", length - limit)]
    TooLong {
        /// The field, as the person knows it.
        what: String,
        /// How long it is, in grapheme clusters.
        length: usize,
        /// How long it may be, in grapheme clusters.
        limit: usize,
    },
    /// Few characters, made of far too many parts.
    #[error("{what} is made of {parts} parts (letters, marks, joiners). The most is {limit}; delete some marks.")]
    TooManyParts {
        /// The field, as the person knows it.
        what: String,
        /// How many code points it has.
        parts: usize,
        /// How many it may have.
        limit: usize,
    },
    /// More than fits one field.
    #[error("{what} has {length} characters. The most is {limit}; split it, or attach it as a file.")]
    TooLarge {
        /// The field, as the person knows it.
        what: String,
        /// How long it is, in code points.
        length: usize,
        /// How long it may be, in code points.
        limit: usize,
    },
    /// A character that has no place in a name.
    #[error(
        "{what} has a character that cannot be kept: {code} ({kind}) at position {position}. Delete it and try again."
    )]
    Forbidden {
        /// The field, as the person knows it.
        what: String,
        /// The code point, such as `U+202E`.
        code: String,
        /// Its kind, in words.
        kind: &'static str,
        /// Where it stands, counted in characters from 1.
        position: usize,
    },
}

/// The text, trimmed, if it is a good name for a person: 1 to [`NAME_MAX`] grapheme clusters, without control characters
/// (C0, C1), line breaks or characters that override the direction of the text. Right-to-left letters, zero-width
/// joiners and non-joiners are kept: names need them.
///
/// # Errors
/// [`TextRefused`] with the reason, for the person who typed it. `what` names the field.
pub fn person_name(what: &str, text: &str) -> Result<String, TextRefused> {
    let trimmed = text.trim();
    if let Some((index, bad)) = trimmed.chars().enumerate().find(|(_, c)| forbidden(*c).is_some()) {
        return Err(TextRefused::Forbidden {
            what: what.to_owned(),
            code: format!("U+{:04X}", u32::from(bad)),
            kind: forbidden(bad).unwrap_or_default(),
            position: index + 1,
        });
    }
    // Zero-width characters alone are as blank as a space to a reader.
    if trimmed.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        return Err(TextRefused::Blank { what: what.to_owned() });
    }
    let length = trimmed.graphemes(true).count();
    if length > NAME_MAX {
        return Err(TextRefused::TooLong { what: what.to_owned(), length, limit: NAME_MAX });
    }
    let parts = trimmed.chars().count();
    if parts > NAME_CODE_POINTS_MAX {
        return Err(TextRefused::TooManyParts { what: what.to_owned(), parts, limit: NAME_CODE_POINTS_MAX });
    }
    Ok(trimmed.to_owned())
}

/// The text of a note or a reason: line ends become `\n`, space at the end goes, nothing else changes.
///
/// # Errors
/// [`TextRefused::Blank`] when nothing is left, [`TextRefused::TooLarge`] above [`TEXT_MAX`] characters.
pub fn free_text(what: &str, text: &str) -> Result<String, TextRefused> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = text.trim_end();
    if kept.trim().is_empty() {
        return Err(TextRefused::Blank { what: what.to_owned() });
    }
    within_limit(what, kept)?;
    Ok(kept.to_owned())
}

/// Checks the size alone, for text that may be empty or still being typed.
///
/// # Errors
/// [`TextRefused::TooLarge`] above [`TEXT_MAX`] characters.
pub fn within_limit(what: &str, text: &str) -> Result<(), TextRefused> {
    // As many bytes hold at most as many characters, so that a common text is not counted.
    if text.len() > TEXT_MAX {
        let length = text.chars().count();
        if length > TEXT_MAX {
            return Err(TextRefused::TooLarge { what: what.to_owned(), length, limit: TEXT_MAX });
        }
    }
    Ok(())
}

/// The letters of a name as two names are compared: small, and however they are put together and spaced. An accent is a letter of
/// its own, for it may be another person's.
#[must_use]
pub fn name_letters(name: &str) -> String {
    // Composed on both sides of it: small letters are made of the composed ones, and may come apart.
    let small = name.nfc().collect::<String>().to_lowercase();
    small.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// A person's text inside a sentence of ours, kept apart from the sentence's direction (Unicode TR 9: first strong isolate,
/// pop directional isolate), so that a name in Arabic does not pull the words beside it to its other side. A text that is
/// written from left to right stays as it is.
#[must_use]
pub fn isolate(text: &str) -> String {
    if text.is_ascii() || !text.chars().any(is_rtl) { text.to_owned() } else { format!("\u{2068}{text}\u{2069}") }
}

/// So many of something: "1 kit", "3 kits", "0 competencies", "2 lines of the log". `noun` is the word for one of it.
#[must_use]
pub fn count(number: impl TryInto<u64>, noun: &str) -> String {
    let number = number.try_into().unwrap_or(u64::MAX);
    format!("{number} {}", nouns(number, noun))
}

/// The word for so many of something, as in [`count`].
#[must_use]
pub fn nouns(number: impl TryInto<u64>, noun: &str) -> String {
    if number.try_into().is_ok_and(|number| number == 1) {
        return noun.to_owned();
    }
    let (head, rest) = noun.split_at(noun.find(" of ").unwrap_or(noun.len()));
    let many = match head.strip_suffix("person") {
        Some(before) => format!("{before}people"),
        None => match head.strip_suffix('y').filter(|before| !before.ends_with(['a', 'e', 'o', 'u'])) {
            Some(before) => format!("{before}ies"),
            None => format!("{head}s"),
        },
    };
    format!("{many}{rest}")
}

/// Whether the character is written, or makes its neighbours be written, from right to left.
#[must_use]
pub fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{200F}' | '\u{202B}' | '\u{202E}' | '\u{2067}' | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFE}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

fn forbidden(c: char) -> Option<&'static str> {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some("a line break"),
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Some("a control character"),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some("it changes the direction of the text"),
        _ => None,
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFFE}' | '\u{FFFF}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_world_are_kept_as_they_are() {
        for name in [
            "Ana Ruiz",
            "Nguyễn Văn Anh",
            "محمد علی\u{200C}پور",
            "क्\u{200D}षितिज शर्मा",
            "山田太郎",
            "Ό Παπαδόπουλος",
            "Żółć",
            "O",
            "\u{200F}דוד לוי",
        ] {
            assert_eq!(person_name("The name", name).as_deref(), Ok(name));
        }
        assert_eq!(person_name("The name", "  Ana \t").as_deref(), Ok("Ana"));
    }

    #[test]
    fn a_text_from_right_to_left_is_kept_apart_and_no_other_is_touched() {
        for name in ["Ana Ruiz", "Nguyễn Văn Anh", "山田太郎", "Ελένη", "", "{}"] {
            assert_eq!(isolate(name), name);
        }
        for name in ["דוד לוי", "محمد", "Ana ليلى", "\u{200F}Ana", "𐤀"] {
            assert_eq!(isolate(name), format!("\u{2068}{name}\u{2069}"));
        }
    }

    #[test]
    fn what_is_counted_has_the_word_for_one_or_for_many() {
        for (number, noun, words) in [
            (1, "kit", "1 kit"),
            (0, "kit", "0 kits"),
            (2, "submitted scorecard", "2 submitted scorecards"),
            (2, "competency", "2 competencies"),
            (3, "day", "3 days"),
            (1, "line of the log", "1 line of the log"),
            (2, "line of the log", "2 lines of the log"),
            (1, "erased person", "1 erased person"),
            (2, "erased person", "2 erased people"),
        ] {
            assert_eq!(count(number, noun), words);
        }
    }

    #[test]
    fn a_name_is_refused_with_the_reason() {
        let table: &[(&str, &str)] = &[
            ("", "The name is empty. Type at least one character."),
            (" \u{3000}\u{200B} ", "The name is empty. Type at least one character."),
            (
                "Ana\u{202E}Ruiz",
                "The name has a character that cannot be kept: U+202E (it changes the direction of the text) at position 4. Delete it and try again.",
            ),
            (
                "Ana\u{7}",
                "The name has a character that cannot be kept: U+0007 (a control character) at position 4. Delete it and try again.",
            ),
            (
                "Ana\u{85}Ruiz",
                "The name has a character that cannot be kept: U+0085 (a control character) at position 4. Delete it and try again.",
            ),
            (
                "Ana\nRuiz",
                "The name has a character that cannot be kept: U+000A (a line break) at position 4. Delete it and try again.",
            ),
        ];
        for (name, why) in table {
            assert_eq!(person_name("The name", name).map_err(|e| e.to_string()), Err((*why).to_owned()), "{name:?}");
        }
    }

    #[test]
    fn length_is_counted_as_a_reader_counts() {
        let family = "👩‍👩‍👧‍👦";
        assert!(person_name("The name", &family.repeat(200)).is_ok());
        let marks = format!("Bob{}", "\u{301}".repeat(3000));
        assert!(matches!(person_name("The name", &marks), Err(TextRefused::TooManyParts { parts: 3003, .. })));
        assert!(matches!(person_name("The name", "\u{3164}\u{FE0F}"), Err(TextRefused::Blank { .. })));
        assert_eq!(
            person_name("The name", &"e\u{301}".repeat(203)).map_err(|e| e.to_string()),
            Err("The name has 203 characters. The most is 200; shorten it by 3.".to_owned())
        );
    }

    #[test]
    fn free_text_keeps_everything_but_line_ends_and_trailing_space() {
        assert_eq!(free_text("The note", "  a\r\nb\rc \n").as_deref(), Ok("  a\nb\nc"));
        assert!(matches!(free_text("The note", " \n "), Err(TextRefused::Blank { .. })));
        for sign in ["x", "字", "🎉"] {
            assert!(free_text("The note", &sign.repeat(TEXT_MAX)).is_ok());
            let refused = free_text("The note", &sign.repeat(TEXT_MAX + 1)).map_err(|refused| refused.to_string());
            let words = "The note has 100001 characters. The most is 100000; split it, or attach it as a file.";
            assert_eq!(refused, Err(words.to_owned()));
        }
    }
}
