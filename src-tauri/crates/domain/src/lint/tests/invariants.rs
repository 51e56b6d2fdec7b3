//! What holds for any text at all.

use super::*;
use crate::lint::{list, matcher};

/// Numbers that look random and are the same in every run (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }

    /// Words of the lists, signs that the reading knows, and characters from anywhere in Unicode.
    fn text(&mut self, words: &[&str]) -> String {
        const SIGNS: [&str; 24] = [
            " ", " ", " ", ". ", ", ", "\n", "\r\n", "'", "’", "`", "```", "%", "$", "€", "-", ":", "_", "\u{301}",
            "\u{200D}", "\u{FEFF}", "…", "。", "55", "120k",
        ];
        let mut text = String::new();
        for _ in 0..self.below(60) {
            match self.below(5) {
                0 | 1 => text.push_str(words[self.below(words.len())]),
                2 => text.push(char::from_u32(u32::try_from(self.below(0x11_0000)).unwrap()).unwrap_or('İ')),
                _ => text.push_str(SIGNS[self.below(SIGNS.len())]),
            }
            if self.below(2) == 0 {
                text.push(' ');
            }
        }
        text
    }
}

fn check_places(text: &str) {
    let found = check(text, Language::English);
    for finding in &found {
        assert!(finding.start < finding.end, "{text:?}");
        // Slicing panics off a character's border.
        assert_eq!(text[finding.start..finding.end], finding.words, "{text:?}");
    }
    for (at, finding) in found.iter().enumerate() {
        for later in &found[at + 1..] {
            assert!(finding.start <= later.start, "not in the order of the text: {text:?}");
            assert!(finding.kind != later.kind || finding.end <= later.start, "{:?} twice: {text:?}", finding.kind);
        }
    }
}

#[test]
fn any_text_at_all_can_be_checked() {
    let mut words: Vec<&str> = list::of(Language::English).ids.keys().map(String::as_str).collect();
    words.sort_unstable();
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let mut findings = 0;
    for _ in 0..4000 {
        let text = chance.text(&words);
        check_places(&text);
        findings += check(&text, Language::English).len();
    }
    assert!(findings > 100, "only {findings} findings: the texts try nothing");
    for text in
        ["", " ", "'", "’’’", "`", "```", "\u{301}", "%", "55%", "$", "\u{0}", "🏳️‍🌈", "İ", "ß", "ﬀ", "é\u{301}\u{301}"]
    {
        check_places(text);
    }
}

#[test]
fn how_a_word_is_typed_makes_no_difference() {
    for note in [
        "she's pregnant",
        "SHE’S PREGNANT",
        "She‘s Pregnant",
        "she's preg\u{AD}nant",
        "she's pre\u{301}gnant",
        "(she's pregnant)",
        "„she's pregnant“",
        "*pregnant*",
        "pregnant/ill?",
        "日本語pregnant日本語",
        "she is pregnant.He left",
    ] {
        assert!(kinds(note).contains(&Kind::Protected(Topic::Pregnancy)), "{note}");
    }
    for note in ["self-starter", "self starter", "Self‑Starter", "self\u{A0}starter", "self - starter"] {
        assert_eq!(kinds(note), [Kind::Verdict], "{note}");
    }
    for note in ["His fiance\u{301}e", "His fiancée", "His fiancee"] {
        assert_eq!(kinds(note), [Kind::Protected(Topic::Family)], "{note}");
    }
}

#[test]
fn part_of_a_word_is_not_the_word() {
    for note in
        ["impregnantly", "gayle wrote it", "is_pregnant", "user.pregnant", "pregnantFlag", "smartly-typed", "x.gay()"]
    {
        assert_eq!(told(note), "", "{note}");
    }
}

#[test]
fn a_phrase_stays_within_its_clause() {
    assert_eq!(told("He said it was. Smart pointers came next."), "");
    assert_eq!(told("Two, kids"), "");
    assert_eq!(told("A culture. Fit the model first."), "");
}

/// The work for one text, repeated until it is so long.
fn steps(text: &str, length: usize) -> usize {
    let long: String = text.chars().cycle().take(length).collect();
    matcher::find(list::of(Language::English), &long).steps
}

#[test]
fn the_work_grows_with_the_length_of_the_text_and_no_faster() {
    let notes = include_str!("alarming.txt");
    for text in [
        notes,
        "he ",
        "she is really very quite so too ",
        "he is about roughly maybe probably 55 ",
        "she has a young small little grown ",
        "they 's 've got a",
        "his her my their ",
        "candidate was a an the bit ",
        "in a the his her ",
    ] {
        let (short, long) = (steps(text, 20_000), steps(text, 40_000));
        assert!(long <= 2 * short + 5_000, "{text:?}: {short} steps, then {long}");
        assert!(long < 40_000 * 250, "{text:?}: {long} steps for 40,000 characters");
    }
}
