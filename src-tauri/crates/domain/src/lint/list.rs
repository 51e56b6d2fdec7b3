//! The words of one language, read from its file once.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use serde::Deserialize;

use crate::hidden::Topic;

use super::{
    Kind, Language,
    pattern::{Grammar, PhraseRefused, Slot, What, WordId},
};

/// A phrase, and what it says about the words it fits.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) slots: Vec<Slot>,
    pub(super) purpose: Purpose,
}

/// What becomes of the words that a phrase fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// They are a finding of this rule.
    Finding(usize),
    /// They mean something else: no rule alarms on them.
    Safe,
    /// They mean something else to this rule.
    SafeFor(usize),
}

/// What the phrases of one rule have in common.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) kind: Kind,
    /// One of these words must stand near; empty when none must.
    pub(super) near: HashSet<WordId>,
    /// None of these words may stand near.
    pub(super) far: HashSet<WordId>,
}

/// The words of one language.
#[derive(Debug, Default)]
pub(super) struct List {
    pub(super) rules: Vec<Rule>,
    pub(super) phrases: Vec<Phrase>,
    pub(super) ids: HashMap<String, WordId>,
    /// The phrases that can begin with a word.
    pub(super) by_word: HashMap<WordId, Vec<usize>>,
    /// The phrases that can begin with a number.
    pub(super) by_number: Vec<usize>,
}

/// Why a file of words cannot be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum ListRefused {
    #[error(transparent)]
    Toml(#[from] toml::de::Error),
    #[error(transparent)]
    Phrase(#[from] PhraseRefused),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenList {
    class: Vec<WrittenClass>,
    #[serde(default)]
    forms: HashMap<String, Vec<String>>,
    safe: Vec<String>,
    rule: Vec<WrittenRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenClass {
    name: String,
    words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRule {
    finds: WrittenKind,
    phrases: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    near: String,
    #[serde(default)]
    far: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum WrittenKind {
    Verdict,
    #[serde(untagged)]
    Protected(Topic),
}

static ENGLISH: LazyLock<List> = LazyLock::new(|| {
    // A test reads every file in every build, so this never happens in one that a person gets.
    read(Language::English.words()).unwrap_or_else(|refused| unreachable!("the words cannot be read: {refused}"))
});

/// The words of a language.
pub(super) fn of(language: Language) -> &'static List {
    match language {
        Language::English => &ENGLISH,
    }
}

/// Reads a file of words.
pub(super) fn read(file: &str) -> Result<List, ListRefused> {
    let written: WrittenList = toml::from_str(file)?;
    let mut grammar = Grammar { forms: written.forms, ..Grammar::default() };
    for class in written.class {
        let words = one_line(&class.words);
        let words = grammar.words(&words, &words)?;
        grammar.classes.insert(class.name, words);
    }
    let mut list = List::default();
    add(&mut list, &mut grammar, &written.safe, Purpose::Safe)?;
    for (number, rule) in written.rule.into_iter().enumerate() {
        let kind = match rule.finds {
            WrittenKind::Verdict => Kind::Verdict,
            WrittenKind::Protected(topic) => Kind::Protected(topic),
        };
        let mut set = |words: &str| match one_line(words) {
            words if words.is_empty() => Ok(HashSet::new()),
            words => grammar.words(&words, &words).map(HashSet::from_iter),
        };
        list.rules.push(Rule { kind, near: set(&rule.near)?, far: set(&rule.far)? });
        add(&mut list, &mut grammar, &rule.phrases, Purpose::Finding(number))?;
        add(&mut list, &mut grammar, &rule.except, Purpose::SafeFor(number))?;
    }
    list.ids = grammar.ids;
    Ok(list)
}

/// The words of a long class stand on several lines.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<&str>>().join("|")
}

fn add(list: &mut List, grammar: &mut Grammar, phrases: &[String], purpose: Purpose) -> Result<(), PhraseRefused> {
    for phrase in phrases {
        for slots in grammar.read(phrase)? {
            let number = list.phrases.len();
            // Slots at the beginning that may stay empty, and the first that may not.
            let sure = slots.iter().position(|slot| slot.least > 0).unwrap_or_default();
            for slot in &slots[..=sure] {
                match &slot.what {
                    What::Words(ids) => {
                        for id in ids {
                            let starts = list.by_word.entry(*id).or_default();
                            if starts.last() != Some(&number) {
                                starts.push(number);
                            }
                        }
                    }
                    What::Number(..) | What::Money => list.by_number.push(number),
                    What::Any | What::Begin | What::Ahead(_) | What::NotAhead(_) => {}
                }
            }
            list.phrases.push(Phrase { slots, purpose });
        }
    }
    Ok(())
}
