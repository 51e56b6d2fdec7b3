//! Examples: what an answer at a level sounded like, in the words of whoever rewrites it.
//!
//! An example outlives the interview that it came from in people's heads, so it must not be what the candidate said: a run
//! of their words, as noted, would make them known again. The interview is kept with it for erasure alone.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::rating::Level;

/// Longest example, in characters (code points).
pub const EXAMPLE_MAX: usize = 1_000;
/// So many words in a row, as they stand in a note, are a copy. A shorter note is copied if it stands there whole.
const RUN: usize = 8;
/// Fewer words than these are nobody's own.
const RUN_MIN: usize = 4;

/// What an answer at a level sounded like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Example {
    /// Its id.
    pub id: String,
    /// The level that it is an example of.
    #[ts(type = "1 | 2 | 3 | 4 | 5")]
    pub level: Level,
    /// What it says.
    pub text: String,
}

/// The words of a note that stand in a text one after another, if it is a copy of them.
#[must_use]
pub fn copied<'a>(text: &str, notes: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let text = words(text);
    notes.into_iter().find_map(|note| {
        let note = words(note);
        let run = note.len().min(RUN);
        if run < RUN_MIN {
            return None;
        }
        note.windows(run).find(|run| text.windows(run.len()).any(|here| here == *run)).map(|run| run.join(" "))
    })
}

/// The words in lower case, without signs. A script that writes without spaces has a word a character.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut going = false;
    for c in text.chars() {
        let alone = matches!(u32::from(c), 0x3041..=0x30FF | 0x3400..=0x9FFF | 0xAC00..=0xD7FF | 0x20000..=0x3FFFF);
        if !c.is_alphanumeric() {
            going = false;
            continue;
        }
        if !going || alone {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.extend(c.to_lowercase());
        }
        going = !alone;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_rewritten_and_not_copied() {
        let said = "We rolled back in six minutes, and then I wrote the postmortem myself.";
        for (text, copy) in [
            ("Rolled back at once and wrote the postmortem alone.", false),
            ("He said: we ROLLED back in six minutes and then!", true),
            ("we rolled back in six minutes", false),
            ("", false),
            (said, true),
        ] {
            assert_eq!(copied(text, [said]).is_some(), copy, "{text}");
        }
        assert!(copied("Yes: it was my own idea.", ["It was my own idea"]).is_some(), "a short note, whole");
        assert!(copied("It was so.", ["It was so"]).is_none(), "three words are nobody's own");
        assert!(copied("彼は自分で事後報告を書いた", ["自分で事後報告を書い"]).is_some(), "without spaces too");
        assert!(copied("anything", []).is_none());
    }
}
