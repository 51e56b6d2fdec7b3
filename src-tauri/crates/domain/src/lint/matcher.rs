//! Finds the phrases of a list in a text.
//!
//! Each word of the text tries only the phrases that can begin with it, and a phrase looks at a bounded number of words
//! on: the work grows with the length of the text and no faster.

use super::{
    Kind,
    list::{List, Purpose},
    pattern::{Slot, What, WordId},
    tokens::{Gap, Token, tokens},
};

/// How many words to each side are near.
const NEAR: usize = 8;

/// One place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What was found, and how much work it was.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) hits: Vec<Hit>,
    /// How many times a slot was held against the text: what the time it takes is made of.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests hold it to the length of the text"))]
    pub(super) steps: usize,
}

/// The words of a text that one phrase fits.
struct Fit {
    rule: usize,
    first: usize,
    last: usize,
    /// The words that fill slots of the phrase, without those of its gaps.
    named: Vec<usize>,
}

/// Finds the phrases of a list in a text, in the order of the text.
pub(super) fn find(list: &List, text: &str) -> Found {
    let tokens = tokens(text);
    let ids: Vec<Option<WordId>> = tokens.iter().map(|token| list.ids.get(&token.word).copied()).collect();
    let mut reading = Reading { tokens: &tokens, ids: &ids, steps: 0 };
    let (mut fits, mut safe, mut safe_for) = (Vec::new(), vec![false; tokens.len()], Vec::new());
    for first in 0..tokens.len() {
        let by_word = ids[first].and_then(|id| list.by_word.get(&id)).map_or(&[][..], Vec::as_slice);
        let number = tokens[first].word.starts_with(char::is_numeric);
        let by_number = if number { list.by_number.as_slice() } else { &[] };
        for phrase in by_word.iter().chain(by_number).map(|phrase| &list.phrases[*phrase]) {
            let mut named = Vec::new();
            let Some(after) = reading.fits(&phrase.slots, first, 0, &mut named) else { continue };
            match phrase.purpose {
                Purpose::Safe => named.iter().for_each(|at| safe[*at] = true),
                Purpose::SafeFor(rule) => safe_for.extend(named.iter().map(|at| (*at, rule))),
                Purpose::Finding(rule) => fits.push(Fit { rule, first, last: after - 1, named }),
            }
        }
    }
    let safe_for: std::collections::HashSet<(usize, usize)> = safe_for.into_iter().collect();
    fits.retain(|fit| {
        let rule = &list.rules[fit.rule];
        let around = reading.around(fit.first, fit.last);
        fit.named.iter().all(|at| !safe[*at] && !safe_for.contains(&(*at, fit.rule)))
            && (rule.near.is_empty() || around.iter().flatten().any(|id| rule.near.contains(id)))
            && !around.iter().flatten().any(|id| rule.far.contains(id))
    });
    let hit =
        |fit: Fit| Hit { kind: list.rules[fit.rule].kind, start: tokens[fit.first].start, end: tokens[fit.last].end };
    Found { hits: apart(fits.into_iter().map(hit).collect()), steps: reading.steps }
}

/// Of hits of one kind that overlap, the first stays, and of those that begin together the longest.
fn apart(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(|hit| (hit.start, usize::MAX - hit.end, hit.kind));
    let mut until = std::collections::HashMap::new();
    hits.retain(|hit| {
        let until = until.entry(hit.kind).or_insert(0);
        let free = hit.start >= *until;
        if free {
            *until = hit.end;
        }
        free
    });
    hits
}

struct Reading<'a> {
    tokens: &'a [Token],
    ids: &'a [Option<WordId>],
    steps: usize,
}

impl Reading<'_> {
    /// The place after the last word, if the slots fit from a place on; the most words first. `taken` is how many words
    /// the first slot has already.
    fn fits(&mut self, slots: &[Slot], at: usize, taken: usize, named: &mut Vec<usize>) -> Option<usize> {
        self.steps += 1;
        let Some((slot, rest)) = slots.split_first() else { return Some(at) };
        let ends = self.tokens.get(at).is_none_or(|token| token.before >= Gap::Clause);
        let holds = match &slot.what {
            What::Begin => self.tokens.get(at).is_some_and(|token| token.before >= Gap::Clause),
            What::Ahead(ids) => ends || self.is_one_of(at, ids),
            What::NotAhead(ids) => ends || !self.is_one_of(at, ids),
            _ => true,
        };
        if !holds {
            return None;
        }
        if taken < slot.most && self.takes(&slot.what, at, named.is_empty()) {
            // The words of a gap are not what the phrase is about; they are counted by `at` alone.
            let gap = slot.what == What::Any;
            if !gap {
                named.push(at);
            }
            if let Some(after) = self.fits(slots, at + 1, taken + 1, named) {
                return Some(after);
            }
            if !gap {
                named.pop();
            }
        }
        if taken >= slot.least { self.fits(rest, at, 0, named) } else { None }
    }

    fn takes(&self, what: &What, at: usize, first: bool) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        // A phrase stays within its clause.
        if !first && token.before > Gap::Joined {
            return false;
        }
        match what {
            What::Words(ids) => self.is_one_of(at, ids),
            What::Any => true,
            What::Number(low, high) => token.word.parse().is_ok_and(|number: u32| (*low..=*high).contains(&number)),
            What::Money => is_money(token),
            What::Begin | What::Ahead(_) | What::NotAhead(_) => false,
        }
    }

    fn is_one_of(&self, at: usize, ids: &[WordId]) -> bool {
        self.ids[at].is_some_and(|id| ids.binary_search(&id).is_ok())
    }

    /// The words of the sentence near these.
    fn around(&self, first: usize, last: usize) -> &[Option<WordId>] {
        let sentence = |at: &usize| self.tokens[*at].before != Gap::Sentence;
        let mut from = first;
        while from > 0 && first - from < NEAR && sentence(&from) {
            from -= 1;
        }
        let mut to = last + 1;
        while to < self.tokens.len() && to - last <= NEAR && sentence(&to) {
            to += 1;
        }
        &self.ids[from..to]
    }
}

/// "120k", "$95,000", "€80.000", "95000": what a year's pay looks like.
fn is_money(token: &Token) -> bool {
    let digits = token.word.trim_end_matches('k').trim_end_matches(|c: char| c.is_alphabetic());
    let number: String = digits.chars().filter(char::is_ascii_digit).collect();
    let plain = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '\''));
    plain && (token.money || token.word.ends_with('k') || number.parse().is_ok_and(|n: u32| n >= 10_000))
}
