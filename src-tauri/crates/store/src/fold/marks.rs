//! Where in a text the words that were looked for stand, by the same spelling as in the index.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::{WORDS, fold};

/// A folded word as the index has it, with its place in the text.
struct Token {
    folded: String,
    /// For each byte of `folded`, the end in the text of the character that it came from.
    ends: Vec<usize>,
    start: usize,
    end: usize,
}

/// Words that are looked for, each as the index's words that must follow one another.
pub(crate) struct Wanted {
    words: Vec<Vec<String>>,
    /// Whether the last one may go on.
    prefix: bool,
}

impl Wanted {
    /// As [`super::query`] reads what was typed.
    pub(crate) fn new(text: &str, prefix: bool) -> Self {
        let parts = |word: &str| tokens(word).into_iter().map(|token| token.folded).collect::<Vec<_>>();
        let words: Vec<_> = text.split_whitespace().map(parts).filter(|word| !word.is_empty()).take(WORDS).collect();
        Self { words, prefix: prefix && !text.ends_with(char::is_whitespace) }
    }

    /// The parts of `text` that were looked for, in bytes, in order and apart.
    pub(crate) fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let tokens = tokens(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        for (index, word) in self.words.iter().enumerate() {
            let open = self.prefix && index + 1 == self.words.len();
            for at in 0..(tokens.len() + 1).saturating_sub(word.len()) {
                let here = &tokens[at..at + word.len()];
                let last = word.len() - 1;
                let fits = here.iter().zip(word).enumerate().all(|(place, (token, part))| {
                    if open && place == last { token.folded.starts_with(part) } else { token.folded == *part }
                });
                if let (true, Some(token)) = (fits, here.last()) {
                    let end = if open { token.ends[word[last].len() - 1] } else { token.end };
                    found.push(here[0].start..end);
                }
            }
        }
        found.sort_by_key(|range| (range.start, range.end));
        let mut apart: Vec<Range<usize>> = Vec::with_capacity(found.len());
        for range in found {
            match apart.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => apart.push(range),
            }
        }
        apart
    }
}

/// The words of a text. A character with its marks is folded as one, so that each folded letter knows where it came from.
fn tokens(text: &str) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::new();
    let mut going = false;
    for (start, end) in characters(text) {
        for c in fold(&text[start..end]).chars() {
            if !(c.is_alphanumeric() || c == '+' || c == '#') {
                going = false;
                continue;
            }
            if !going {
                all.push(Token { folded: String::new(), ends: Vec::new(), start, end });
                going = true;
            }
            if let Some(token) = all.last_mut() {
                token.folded.push(c);
                token.ends.resize(token.folded.len(), end);
                token.end = end;
            }
        }
    }
    all
}

/// From and to of each character with the marks that follow it; the parts of a Hangul syllable and a half-width kana with
/// its sound mark are one.
fn characters(text: &str) -> Vec<(usize, usize)> {
    let mut all: Vec<(usize, usize)> = Vec::new();
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        let goes_on = is_combining_mark(c) || matches!(u32::from(c), 0x1160..=0x11FF | 0xFF9E | 0xFF9F);
        match all.last_mut() {
            Some(last) if goes_on => last.1 = end,
            _ => all.push((start, end)),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, typed: &str, prefix: bool) -> String {
        let mut shown = String::new();
        let mut at = 0;
        for range in Wanted::new(typed, prefix).marks(text) {
            shown.push_str(&text[at..range.start]);
            shown.push('[');
            shown.push_str(&text[range.clone()]);
            shown.push(']');
            at = range.end;
        }
        shown + &text[at..]
    }

    #[test]
    fn what_was_looked_for_is_marked_as_a_reader_would() {
        for (text, typed, prefix, expected) in [
            ("Marek Żółć likes", "zolc", true, "Marek [Żółć] likes"),
            ("Marek Z\u{307}o\u{301}łc\u{301} likes", "zo", true, "Marek [Z\u{307}o\u{301}]łc\u{301} likes"),
            ("Knows C++ and C", "c++", true, "Knows [C++] and C"),
            ("Knows C++ and C", "c", false, "Knows C++ and [C]"),
            ("山田太郎が書いた", "太郎", true, "山田[太郎]が書いた"),
            ("Die Straße", "strasse", false, "Die [Straße]"),
            ("asyncio.gather waits", "asyncio.gath", true, "[asyncio.gath]er waits"),
            ("gather asyncio", "asyncio.gather", false, "gather asyncio"),
            ("a lock, the lock", "lock the", false, "a [lock], [the] [lock]"),
            ("locks and locked", "lock", true, "[lock]s and [lock]ed"),
            ("locks and lock", "lock ", true, "locks and [lock]"),
            ("nothing", "*", true, "nothing"),
            ("", "x", true, ""),
            ("İstanbul", "ist", true, "[İst]anbul"),
            ("김철수 씨", "철수", false, "김[철수] 씨"),
        ] {
            assert_eq!(marked(text, typed, prefix), expected, "{typed:?} in {text:?}");
        }
    }
}
