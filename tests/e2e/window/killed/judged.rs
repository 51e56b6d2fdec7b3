//! The judge itself: it must find what is lost, doubled or out of order.

use std::{panic::catch_unwind, time::Duration};

use serde_json::json;

use super::{
    judge::Round,
    model::{Effect, Model},
    now,
    tap::Call,
};

#[test]
fn the_judge_finds_what_is_lost_doubled_or_out_of_order() {
    let start = now();
    let at = |n: u64| start + Duration::from_millis(100 * n);
    let line = (0, "indicator", 1);
    let effects = [
        Effect::Char('a'),
        Effect::Char('b'),
        Effect::Keep,
        Effect::Tick(line, Some("heard")),
        Effect::Char('c'),
        Effect::Rate(0, json!(4)),
        Effect::Char('d'),
    ];
    let log: Vec<_> = (0..).zip(effects).map(|(n, effect)| (at(n), effect)).collect();
    let after = |keys: usize| {
        let mut model = Model::default();
        log[..keys].iter().for_each(|(_, effect)| model.apply(effect));
        model
    };
    let answered = |name: &str, request| Call { name: name.into(), request, answered: Some((at(9), true)) };
    let draft = |text: &str| json!({ "place": "q", "kind": "note", "link": null, "text": text });
    let before = Model::default();
    let lost = |stored: Model, calls: &[Call]| {
        let questions = ["q".to_owned()];
        let round = Round { before: &before, log: &log, killed: at(7), stored: &stored, calls, questions: &questions };
        catch_unwind(std::panic::AssertUnwindSafe(|| round.judge().lost.unwrap_or_default().as_millis())).ok()
    };
    assert_eq!(lost(after(7), &[]), Some(0), "everything is there");
    assert_eq!(lost(after(6), &[]), Some(100), "the last character");
    assert_eq!(lost(after(4), &[]), Some(300), "a character, a rating, a character");
    assert_eq!(lost(after(2), &[]), Some(500), "a note that was only a draft yet");
    assert_eq!(lost(after(0), &[]), Some(700), "everything, and nothing was confirmed");

    assert_eq!(lost(after(2), &[answered("entry_save", json!({}))]), None, "a confirmed note");
    assert_eq!(lost(after(3), &[answered("tick_set", json!({}))]), None, "a confirmed tick");
    assert_eq!(lost(after(5), &[answered("rating_set", json!({}))]), None, "a confirmed rating");
    assert_eq!(lost(after(6), &[answered("draft_save", draft("cd"))]), None, "a confirmed draft");
    assert_eq!(lost(after(7), &[answered("draft_save", draft("c"))]), Some(0), "a newer draft than confirmed");
    let mut twice = after(7);
    twice.notes.push(twice.notes[0].clone());
    assert_eq!(lost(twice, &[]), None, "a note twice");
    let mut early = after(6);
    early.ticks.clear();
    assert_eq!(lost(early, &[]), None, "a rating without the tick before it");
    let mut left = after(4);
    left.drafts = after(2).drafts;
    assert_eq!(lost(left, &[]), None, "a draft of what is kept");
    let mut foreign = after(7);
    foreign.at = 1;
    assert_eq!(lost(foreign, &[]), None, "another question");
}
