//! A phrase of a list as slots that words of a text may fill. The way it is written is told at the top of
//! `words/en.toml`.

use std::collections::HashMap;

use super::tokens::{fold, tokens};

/// The number of a word of the lists. A text has many words that no list has.
pub(super) type WordId = u32;

/// What one slot takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// One of these words, sorted.
    Words(Vec<WordId>),
    /// Any word at all.
    Any,
    /// A number between two bounds.
    Number(u32, u32),
    /// An amount of money.
    Money,
    /// No word: a clause begins here.
    Begin,
    /// No word: a clause ends here, or one of these words comes next.
    Ahead(Vec<WordId>),
    /// No word: none of these comes next in the clause.
    NotAhead(Vec<WordId>),
}

/// One slot, and how many words it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) what: What,
    pub(super) least: usize,
    pub(super) most: usize,
}

/// Why a phrase cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum PhraseRefused {
    #[error("\"{phrase}\" names {{{class}}}, which is no class")]
    NoSuchClass { phrase: String, class: String },
    #[error("\"{phrase}\" names @{form}, which is no form")]
    NoSuchForm { phrase: String, form: String },
    #[error("\"{phrase}\" has \"{part}\", which is not one word")]
    NotAWord { phrase: String, part: String },
    #[error("\"{phrase}\" has \"{part}\", which is no number, gap or amount")]
    NotANumber { phrase: String, part: String },
    #[error("\"{phrase}\" has no word that must be there at its beginning")]
    Vague { phrase: String },
    #[error("\"{phrase}\" looks ahead before its end")]
    LooksAheadTooSoon { phrase: String },
}

/// The most words that `*` takes: enough for "is really quite a bit".
const MANY: usize = 3;

/// What phrases are made of: the words so far, the classes and the forms of a file.
#[derive(Debug, Default)]
pub(super) struct Grammar {
    pub(super) ids: HashMap<String, WordId>,
    pub(super) classes: HashMap<String, Vec<WordId>>,
    pub(super) forms: HashMap<String, Vec<String>>,
}

impl Grammar {
    /// Every way to read a phrase: one, or as many as the forms in it give.
    pub(super) fn read(&mut self, phrase: &str) -> Result<Vec<Vec<Slot>>, PhraseRefused> {
        let Some((at, form)) = phrase.split_whitespace().enumerate().find(|(_, part)| part.starts_with('@')) else {
            return Ok(vec![self.slots(phrase)?]);
        };
        let ways = self
            .forms
            .get(&form[1..])
            .cloned()
            .ok_or_else(|| PhraseRefused::NoSuchForm { phrase: phrase.to_owned(), form: form[1..].to_owned() })?;
        let parts: Vec<&str> = phrase.split_whitespace().collect();
        let mut read = Vec::new();
        for way in ways {
            let whole = [&parts[..at], &[way.as_str()], &parts[at + 1..]].concat().join(" ");
            read.extend(self.read(&whole)?);
        }
        Ok(read)
    }

    /// The words of a class, or of a list of words that may name classes: "he|she", "kid(s)", "{person}|who".
    pub(super) fn words(&mut self, phrase: &str, alternatives: &str) -> Result<Vec<WordId>, PhraseRefused> {
        let mut ids = Vec::new();
        for word in alternatives.split('|') {
            if let Some(class) = word.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                let known = self
                    .classes
                    .get(class)
                    .ok_or_else(|| PhraseRefused::NoSuchClass { phrase: phrase.to_owned(), class: class.to_owned() })?;
                ids.extend(known);
            } else if let Some(stem) = word.strip_suffix("(s)") {
                ids.push(self.id(phrase, stem)?);
                ids.push(self.id(phrase, &format!("{stem}s"))?);
            } else {
                ids.push(self.id(phrase, word)?);
            }
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }

    fn id(&mut self, phrase: &str, word: &str) -> Result<WordId, PhraseRefused> {
        // "'s" is the one kind of word that the tokens of a text begin with a sign.
        let whole = word.strip_prefix('\'').unwrap_or(word);
        if tokens(whole).len() != 1 || tokens(whole)[0].end != whole.len() || tokens(whole)[0].start != 0 {
            return Err(PhraseRefused::NotAWord { phrase: phrase.to_owned(), part: word.to_owned() });
        }
        let next = WordId::try_from(self.ids.len()).unwrap_or(WordId::MAX);
        Ok(*self.ids.entry(fold(word)).or_insert(next))
    }

    fn slots(&mut self, phrase: &str) -> Result<Vec<Slot>, PhraseRefused> {
        let mut slots = Vec::new();
        for part in phrase.split_whitespace() {
            let wrong = || PhraseRefused::NotANumber { phrase: phrase.to_owned(), part: part.to_owned() };
            let (what, least, most) = match part {
                "^" => (What::Begin, 0, 0),
                "$" => (What::Ahead(Vec::new()), 0, 0),
                _ if part.ends_with("|$") => (What::Ahead(self.words(phrase, &part[..part.len() - 2])?), 0, 0),
                _ if part.starts_with('!') => (What::NotAhead(self.words(phrase, &part[1..])?), 0, 0),
                "#money" => (What::Money, 1, 1),
                _ if part.starts_with('~') => (What::Any, 0, part[1..].parse().map_err(|_| wrong())?),
                _ if part.starts_with('#') => {
                    let (low, high) = part[1..].split_once('-').ok_or_else(wrong)?;
                    (What::Number(low.parse().map_err(|_| wrong())?, high.parse().map_err(|_| wrong())?), 1, 1)
                }
                _ => {
                    let (words, least, most) = match (part.strip_suffix('?'), part.strip_suffix('*')) {
                        (Some(words), _) => (words, 0, 1),
                        (_, Some(words)) => (words, 0, MANY),
                        _ => (part, 1, 1),
                    };
                    (What::Words(self.words(phrase, words)?), least, most)
                }
            };
            slots.push(Slot { what, least, most });
        }
        let last = slots.len().saturating_sub(1);
        let ahead = |slot: &Slot| matches!(slot.what, What::Ahead(_) | What::NotAhead(_));
        if slots.iter().position(ahead).is_some_and(|at| at != last) {
            return Err(PhraseRefused::LooksAheadTooSoon { phrase: phrase.to_owned() });
        }
        // The beginning is what a phrase is found by.
        let first = slots.iter().find(|slot| slot.least > 0);
        let vague = slots.iter().take_while(|slot| slot.least == 0).any(|slot| slot.what == What::Any);
        if vague || first.is_none_or(|slot| slot.what == What::Any) {
            return Err(PhraseRefused::Vague { phrase: phrase.to_owned() });
        }
        Ok(slots)
    }
}
