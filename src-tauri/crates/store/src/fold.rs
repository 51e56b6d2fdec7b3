//! Folding: one spelling for what a reader takes for the same, so that "zolc" finds "Żółć" and 太郎 is found in 山田太郎.

use caseless::Caseless as _;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

mod marks;

pub(crate) use marks::Wanted;

/// More words than this are no search any more.
const WORDS: usize = 32;

/// The text as it is indexed and asked for: case folded, without marks, a space round each sign of a script that writes
/// without spaces.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // Composed first, so that a Hangul syllable or a kana with its sound mark is one character here.
    for c in text.nfkc() {
        let alone = stands_alone(c);
        if alone {
            folded.push(' ');
        }
        for part in std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c) && *c != '\u{AD}').default_case_fold() {
            match plain(part) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(part),
            }
        }
        if alone {
            folded.push(' ');
        }
    }
    folded
}

/// Letters with a stroke and joined letters, which no decomposition of Unicode takes apart.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        'ħ' => "h",
        'ŧ' => "t",
        'þ' => "th",
        'ŋ' => "n",
        _ => return None,
    })
}

/// Han, kana, bopomofo and Hangul.
fn stands_alone(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x11FF | 0x2E80..=0x2FDF | 0x3005..=0x3007 | 0x3021..=0x3029 | 0x3031..=0x3035 | 0x303B
        | 0x3041..=0x3096 | 0x309D..=0x309F | 0x30A1..=0x30FA | 0x30FC..=0x30FF | 0x3105..=0x312F | 0x3131..=0x318E
        | 0x31A0..=0x31BF | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xA960..=0xA97F | 0xAC00..=0xD7FF
        | 0xF900..=0xFAFF | 0x1AFF0..=0x1B16F | 0x20000..=0x3FFFF)
}

/// What a person typed, as a question to the index: every word must be there; none of it is syntax. None if there is
/// nothing to look for. With `prefix`, the last word may go on.
pub(crate) fn query(text: &str, prefix: bool) -> Option<String> {
    let words: Vec<String> = text
        .split_whitespace()
        .map(fold)
        .filter(|word| word.chars().any(|c| c.is_alphanumeric() || c == '+' || c == '#'))
        .take(WORDS)
        .map(|word| format!("\"{}\"", word.replace(['"', '\0'], " ")))
        .collect();
    let ended = text.ends_with(char::is_whitespace);
    let star = if prefix && !ended { "*" } else { "" };
    (!words.is_empty()).then(|| words.join(" ") + star)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling_for_what_looks_the_same() {
        for (text, folded) in [
            ("Żółć", "zolc"),
            ("Straße STRASSE ẞ", "strasse strasse ss"),
            ("Øystein Đorđe Æsir Ðór Þór", "oystein dorde aesir dor thor"),
            ("İstanbul ısı I", "istanbul isi i"),
            ("Ångström A\u{30a}", "angstrom a"),
            ("ﬁne ＣＰＵ ½", "fine cpu 1⁄2"),
            ("山田", " 山  田 "),
            ("がｶﾞか", " か  カ  か "),
            ("C++ C# ΣΊΣΥΦΟΣ", "c++ c# σισυφοσ"),
            ("soft\u{ad}ware", "software"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
        assert_eq!(fold("철수"), fold("\u{110e}\u{1165}\u{11af}\u{1109}\u{116e}"), "composed and taken apart");
    }

    #[test]
    fn a_query_is_words_only() {
        for (text, asked) in [
            ("", None),
            ("  \t", None),
            ("* - \" ( ) :", None),
            ("gil", Some("\"gil\"*")),
            ("gil ", Some("\"gil\"")),
            ("a AND b", Some("\"a\" \"and\" \"b\"*")),
            ("say \"x\"", Some("\"say\" \" x \"*")),
            ("title:x*", Some("\"title:x*\"*")),
        ] {
            assert_eq!(query(text, true).as_deref(), asked, "{text:?}");
        }
        assert_eq!(query("gil lock", false).as_deref(), Some("\"gil\" \"lock\""));
    }
}
