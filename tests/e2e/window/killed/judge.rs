//! Whether what the store has after a kill is what was typed, and how much of the last typing it has not.

use std::time::{Duration, Instant};

use super::{
    model::{Effect, Model, asked_draft},
    tap::Call,
};

/// What one kill cost.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    /// How long before the kill the first key was sent that is lost; none when nothing is lost.
    pub(crate) lost: Option<Duration>,
    /// For each key that became durable: how long after it was sent the store's answer was seen.
    pub(crate) delays: Vec<Duration>,
    pub(crate) keys: usize,
    pub(crate) notes: usize,
    pub(crate) ticks: usize,
    pub(crate) ratings: usize,
}

/// A round: how the interview was, each key with its time until the kill, what the store has now, and its answers.
pub(crate) struct Round<'a> {
    pub(crate) before: &'a Model,
    pub(crate) log: &'a [(Instant, Effect)],
    pub(crate) killed: Instant,
    pub(crate) stored: &'a Model,
    pub(crate) calls: &'a [Call],
    pub(crate) questions: &'a [String],
}

impl Round<'_> {
    /// Fails when the store lacks something it had confirmed, or has something in another order or more than once.
    pub(crate) fn judge(&self) -> Verdict {
        // states[i]: the interview after the first i keys.
        let mut states = vec![self.before.clone()];
        for (_, effect) in self.log {
            let mut next = states[states.len() - 1].clone();
            next.apply(effect);
            states.push(next);
        }
        let alike: Vec<usize> = (0..states.len()).filter(|i| states[*i].done_alike(self.stored)).collect();
        let (Some(&first), Some(&last)) = (alike.first(), alike.last()) else {
            panic!("kept notes, ticks and ratings are those of no moment: {:#?}\n{:#?}", self.stored, self.log);
        };
        self.confirmed(last);
        let mut lost = self.log.get(last).map(|(at, _)| *at);
        for place in 0..self.questions.len() {
            let until = self.kept_at(&states, place, last);
            let newest = (first..=until).rev().find(|i| states[*i].field(place) == self.stored.field(place));
            let Some(newest) = newest else {
                panic!("the draft at {place} was never typed: {:?}\n{:#?}", self.stored.field(place), self.log);
            };
            self.draft_confirmed(&states, place, first, newest);
            let typed =
                |i: &usize| states[*i].at == place && matches!(self.log[*i].1, Effect::Char(_) | Effect::Marker(..));
            let missing = (newest..until).find(typed).map(|i| self.log[i].0);
            lost = [lost, missing].into_iter().flatten().min();
        }
        assert!(
            states[first..].iter().any(|state| state.at == self.stored.at),
            "it opens at {}, where it was not after what is stored",
            self.stored.at
        );
        let count = |wanted: fn(&Effect) -> bool| self.log[..last].iter().filter(|(_, effect)| wanted(effect)).count();
        Verdict {
            lost: lost.map(|at| self.killed.duration_since(at)),
            delays: self.delays(&states),
            keys: self.log.len(),
            notes: count(|effect| matches!(effect, Effect::Keep)),
            ticks: count(|effect| matches!(effect, Effect::Tick(..))),
            ratings: count(|effect| matches!(effect, Effect::Rate(..))),
        }
    }

    /// The state before the first note at this place that is not stored: its draft is the newest that can be.
    fn kept_at(&self, states: &[Model], place: usize, from: usize) -> usize {
        let keeps = |i: &usize| states[*i].at == place && matches!(self.log[*i].1, Effect::Keep);
        (from..self.log.len()).find(keeps).unwrap_or(self.log.len())
    }

    /// Everything that the store had confirmed is among what it has.
    fn confirmed(&self, last: usize) {
        for (command, wanted) in DEEDS {
            let confirmed = self.answered(command).count();
            let there = self.log[..last].iter().filter(|(_, effect)| wanted(effect)).count();
            assert!(confirmed <= there, "{command}: {confirmed} confirmed, {there} there: {:#?}", self.log);
        }
    }

    fn answered(&self, command: &str) -> impl Iterator<Item = (Instant, &Call)> {
        let named = self.calls.iter().filter(move |call| call.name == command);
        named.filter_map(|call| call.answered.filter(|(_, well)| *well).map(|(at, _)| (at, call)))
    }

    /// The last draft that was confirmed for this place is there, or a newer one.
    fn draft_confirmed(&self, states: &[Model], place: usize, first: usize, newest: usize) {
        let drafts = self.answered("draft_save").map(|(_, call)| asked_draft(&call.request, self.questions));
        let Some((_, draft)) = drafts.filter(|(at, _)| *at == place).last() else { return };
        let confirmed = (first..states.len()).find(|i| states[*i].field(place) == draft.as_ref());
        assert!(
            confirmed.is_none_or(|confirmed| confirmed <= newest),
            "the draft at {place} was confirmed as {draft:?}, and is {:?}",
            self.stored.field(place)
        );
    }

    /// How long each key waited until the store's answer to it was seen.
    fn delays(&self, states: &[Model]) -> Vec<Duration> {
        let mut answers: Vec<Option<Instant>> = vec![None; self.log.len()];
        let mut cover = |until: usize, place: usize, at: Instant| {
            for i in (0..until).rev().filter(|i| states[*i].at == place) {
                if matches!(self.log[i].1, Effect::Char(_) | Effect::Marker(..)) {
                    answers[i].get_or_insert(at);
                }
            }
        };
        for (at, call) in self.answered("draft_save") {
            let (place, draft) = asked_draft(&call.request, self.questions);
            // The newest that had been typed by then.
            let typed = |i: &usize| *i == 0 || self.log[*i - 1].0 <= at;
            let state = (0..states.len()).rev().filter(typed).find(|i| states[*i].field(place) == draft.as_ref());
            if let Some(state) = state {
                cover(state, place, at);
            }
        }
        let mut keeps = (0..self.log.len()).filter(|i| matches!(self.log[*i].1, Effect::Keep));
        for ((at, _), kept) in self.answered("entry_save").zip(&mut keeps) {
            cover(kept, states[kept].at, at);
        }
        for (command, wanted) in DEEDS {
            let deeds = (0..self.log.len()).filter(|i| wanted(&self.log[*i].1));
            for ((at, _), deed) in self.answered(command).zip(deeds) {
                answers[deed] = Some(at);
            }
        }
        let waited = self.log.iter().zip(answers).filter_map(|((sent, _), answer)| Some(answer?.duration_since(*sent)));
        waited.collect()
    }
}

type Wanted = fn(&Effect) -> bool;
/// What each command of the store does.
const DEEDS: [(&str, Wanted); 3] = [
    ("entry_save", |effect| matches!(effect, Effect::Keep)),
    ("tick_set", |effect| matches!(effect, Effect::Tick(..))),
    ("rating_set", |effect| matches!(effect, Effect::Rate(..))),
];
