//! Someone who writes, ticks, rates and moves between questions faster than a person can, and remembers each key.

use std::{
    collections::{BTreeSet, VecDeque},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use support::Dice;

use super::{
    model::{Effect, Line, Model},
    now,
};
use crate::keyboard::{ENTER, ESCAPE, Keyboard, PAGE_DOWN, PAGE_UP, Stroke};

const WORDS: [&str; 12] = [
    "rolled",
    "back",
    "in",
    "six minutes",
    "measured",
    "first;",
    "no alarm",
    "then",
    "wrote (it) down",
    "p99",
    "asked:",
    "who decided",
];

/// A key, and what it does.
type Key = (Stroke, Vec<Effect>);

pub(crate) struct Typist<'a> {
    keyboard: &'a Keyboard,
    dice: &'a mut Dice,
    /// How many good signals and red flags each question has.
    lines: &'a [[u64; 2]],
    round: usize,
    /// As everything typed so far should leave it.
    model: Model,
    coming: VecDeque<Key>,
    /// What was ticked or rated in this round; each only once, so that an order can be told from what is stored.
    touched: BTreeSet<Line>,
    rated: BTreeSet<usize>,
    notes: usize,
    /// What each key did, and when it was sent.
    pub(crate) log: Vec<(Instant, Effect)>,
}

impl<'a> Typist<'a> {
    pub(crate) fn new(
        keyboard: &'a Keyboard,
        dice: &'a mut Dice,
        lines: &'a [[u64; 2]],
        round: usize,
        model: Model,
    ) -> Self {
        let (touched, rated) = (BTreeSet::new(), BTreeSet::new());
        Self { keyboard, dice, lines, round, model, coming: VecDeque::new(), touched, rated, notes: 0, log: Vec::new() }
    }

    /// Types until told to stop, 15 to 45 ms a key: some 30 keys a second.
    pub(crate) fn work(&mut self, stop: impl Fn() -> bool) {
        while !stop() {
            let Some((stroke, effects)) = self.coming.pop_front() else {
                self.plan();
                continue;
            };
            self.keyboard.stroke(stroke);
            let at = now();
            for effect in effects {
                self.model.apply(&effect);
                self.log.push((at, effect));
            }
            std::thread::sleep(Duration::from_millis(15 + self.dice.below(30)));
        }
    }

    fn plan(&mut self) {
        // A draft that stands here is always gone on with: that shows that it came back, and with the caret at its end.
        match if self.model.draft().is_some() { 0 } else { self.dice.below(10) } {
            0..=5 => self.note(),
            6 | 7 => self.tick(),
            8 => self.rate(),
            _ => self.turn(),
        }
    }

    fn key(&mut self, stroke: Stroke, effects: Vec<Effect>) {
        self.coming.push_back((stroke, effects));
    }

    fn type_text(&mut self, text: &str) {
        for character in text.chars() {
            self.key(Stroke::char(character), vec![Effect::Char(character)]);
        }
    }

    fn note(&mut self) {
        self.notes += 1;
        if self.model.draft().is_some() {
            self.type_text(" and on");
        } else {
            self.marker();
        }
        let name = format!(" r{}n{} ", self.round, self.notes);
        self.type_text(name.trim_start());
        for n in 0..=self.dice.below(6) {
            let word = WORDS[usize::try_from(self.dice.below(12)).unwrap()];
            let between = if n > 0 && self.dice.below(12) == 0 {
                "\n"
            } else if n > 0 {
                " "
            } else {
                ""
            };
            self.type_text(&format!("{between}{word}"));
            match self.dice.below(20) {
                0 => self.tick(),
                1 => self.rate(),
                2 => self.look_elsewhere(),
                _ => {}
            }
        }
        let next = self.model.at + 1;
        if self.dice.below(5) == 0 && next < self.lines.len() {
            self.key(Stroke::control(ENTER), vec![Effect::Keep, Effect::Move(next)]);
        } else {
            self.key(Stroke::key(ENTER), vec![Effect::Keep]);
        }
    }

    fn marker(&mut self) {
        let at = self.model.at;
        let kinds = [('"', "quote"), ('+', "good"), ('!', "concern"), ('?', "follow_up")];
        let Some((sign, kind)) = kinds.get(usize::try_from(self.dice.below(10)).unwrap()).copied() else { return };
        self.key(Stroke::char(sign), vec![Effect::Marker(kind, None)]);
        let target = match kind {
            "good" => "indicator",
            "concern" => "red_flag",
            _ => return,
        };
        let Some(line) = self.fresh(at, target).filter(|line| !self.model.ticks.contains_key(line)) else { return };
        let prompted = target == "indicator" && self.dice.below(3) == 0;
        self.type_text(&format!("{}{}", line.2, if prompted { "?" } else { "" }));
        let noticed = if prompted { "prompted" } else { "heard" };
        let ticked = Effect::Tick(line, Some(noticed));
        self.key(Stroke::char(' '), vec![Effect::Marker(kind, Some((line, noticed))), ticked]);
    }

    /// A line that was not touched in this round.
    fn fresh(&mut self, question: usize, target: &'static str) -> Option<Line> {
        let count = self.lines[question][usize::from(target == "red_flag")].min(9);
        let line = (question, target, 1 + self.dice.below(count));
        self.touched.insert(line).then_some(line)
    }

    fn tick(&mut self) {
        let target = ["indicator", "red_flag"][usize::try_from(self.dice.below(2)).unwrap()];
        let Some(line) = self.fresh(self.model.at, target) else { return };
        let state = if self.model.ticks.contains_key(&line) { None } else { Some("heard") };
        let pane = Stroke { shift: target == "red_flag", ..Stroke::control('j') };
        self.key(pane, Vec::new());
        let digit = char::from_digit(u32::try_from(line.2).unwrap(), 10).unwrap();
        self.key(Stroke::char(digit), vec![Effect::Tick(line, state)]);
        self.key(Stroke::key(ESCAPE), Vec::new());
    }

    fn rate(&mut self) {
        let question = self.model.at;
        let rating: Value =
            [json!(1), json!(2), json!(3), json!(4), json!(5), json!("could_not_judge"), json!("not_asked")]
                [usize::try_from(self.dice.below(7)).unwrap()]
            .clone();
        if self.model.ratings.get(&question) == Some(&rating) || !self.rated.insert(question) {
            return;
        }
        let digit = match rating.as_str() {
            Some("could_not_judge") => '6',
            Some(_) => '7',
            None => char::from_digit(u32::try_from(rating.as_u64().unwrap()).unwrap(), 10).unwrap(),
        };
        self.key(Stroke::control(digit), vec![Effect::Rate(question, rating)]);
    }

    /// To a question beside this one.
    fn turn(&mut self) {
        let at = self.model.at;
        let to = if at + 1 == self.lines.len() || (at > 0 && self.dice.below(2) == 0) { at - 1 } else { at + 1 };
        self.key(Stroke::control(if to > at { PAGE_DOWN } else { PAGE_UP }), vec![Effect::Move(to)]);
    }

    /// Leaves a note in the middle, and comes back to it.
    fn look_elsewhere(&mut self) {
        let at = self.model.at;
        let (away, back, to) =
            if at + 1 < self.lines.len() { (PAGE_DOWN, PAGE_UP, at + 1) } else { (PAGE_UP, PAGE_DOWN, at - 1) };
        self.key(Stroke::control(away), vec![Effect::Move(to)]);
        self.key(Stroke::control(back), vec![Effect::Move(at)]);
    }
}
