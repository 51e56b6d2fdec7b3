//! Undo: one history for each place, over text and everything else, which survives a restart.

use serde_json::{Value, json};
use support::World;

use super::{id, questions};
use crate::{list, text};

/// An interview at its first question, with short words for what is done there.
struct Desk {
    world: World,
    id: String,
    here: String,
    next: String,
}

impl Desk {
    async fn new() -> Self {
        let world = World::new().await;
        let live = world.start(&world.candidate("Jan Kowalski").await).await;
        let questions = questions(&live);
        Self { id: id(&live), here: questions[0].clone(), next: questions[1].clone(), world }
    }

    /// Runs a command with the interview and, where it has one, the question here filled in.
    async fn does(&self, command: &str, mut request: Value) -> Value {
        request["interview_id"] = json!(self.id);
        if ["rating_set", "rating_clear", "tick_set", "probe_set", "deviation_set"].contains(&command) {
            request["question_id"] = json!(self.here);
        }
        self.world.ok(command, request).await
    }

    async fn types(&self, words: &str, group: u32) -> Value {
        let draft = json!({ "place": self.here, "kind": "note", "text": words, "at_seconds": 5, "group": group });
        self.does("draft_save", draft).await
    }

    async fn keeps(&self, words: &str) -> Value {
        let note = json!({ "place": self.here, "kind": "note", "text": words, "at_seconds": 5 });
        self.does("entry_save", note).await["entry"].clone()
    }

    async fn undo(&self) -> Value {
        self.does("action_undo", json!({ "place": self.here })).await
    }

    async fn redo(&self) -> Value {
        self.does("action_redo", json!({ "place": self.here })).await
    }

    /// What stands here: the composer, the notes, the ticks, and the record without its time.
    async fn stands(&self) -> Value {
        let interview = self.world.interview(&self.id).await;
        let of = |what: &str| -> Vec<Value> {
            list(&interview[what]).iter().filter(|one| one["place"] == json!(self.here)).cloned().collect()
        };
        let drafts: Vec<Value> = of("drafts").iter().map(|d| json!([d["entry_id"], d["text"]])).collect();
        let entries: Vec<Value> = of("entries").iter().map(|e| json!([e["kind"], e["text"], e["link"]])).collect();
        let ticks: Vec<&Value> =
            list(&interview["ticks"]).iter().filter(|t| t["question_id"] == json!(self.here)).collect();
        let record = list(&interview["records"]).iter().find(|r| r["question_id"] == json!(self.here)).unwrap();
        json!([drafts, entries, ticks, record["rating"], record["unjudged"], record["probes"], record["deviation"]])
    }

    /// What the interview says can be undone and redone here.
    async fn history(&self) -> (Value, Value) {
        let live = self.world.ok("interview_get", json!({ "interview_id": self.id })).await;
        let here = list(&live["histories"]).iter().find(|h| h["place"] == json!(self.here)).cloned();
        let history = here.map_or(json!({ "undo": null, "redo": null }), |h| h["history"].clone());
        (history["undo"].clone(), history["redo"].clone())
    }
}

#[tokio::test]
async fn everything_that_was_done_is_undone_in_order_and_redone_across_a_restart() {
    let mut desk = Desk::new().await;
    let link = json!({ "target": "indicator", "number": 2, "state": "prompted" });
    let mut stood = vec![desk.stands().await];
    let mut kinds = Vec::new();
    desk.types("we ro", 1).await;
    desk.types("we rolled back", 1).await;
    kinds.push("typed");
    stood.push(desk.stands().await);
    let note = json!({ "place": desk.here, "kind": "good", "text": "we rolled back", "at_seconds": 5, "link": link });
    let note = desk.does("entry_save", note).await;
    assert_eq!((&note["tick"], &note["entry"]["link"]["number"]), (&json!("prompted"), &json!(2)));
    kinds.push("entry_kept");
    stood.push(desk.stands().await);
    let entry = note["entry"]["id"].clone();
    for (kind, command, request) in [
        ("tick", "tick_set", json!({ "target": "red_flag", "number": 1, "state": "heard" })),
        ("rating", "rating_set", json!({ "rating": 3 })),
        ("rating", "rating_set", json!({ "rating": 4 })),
        ("rating", "rating_set", json!({ "rating": "could_not_judge", "unjudged": "interrupted" })),
        ("rating", "rating_clear", json!({})),
        ("probe", "probe_set", json!({ "number": 1, "asked": 1 })),
        ("probe", "probe_set", json!({ "number": null, "asked": 2 })),
        ("deviation", "deviation_set", json!({ "kind": "reworded", "reason": "In Polish" })),
        (
            "entry_edited",
            "entry_save",
            json!({ "entry_id": entry, "place": desk.here, "kind": "quote", "text": "We did.", "at_seconds": 9 }),
        ),
    ] {
        let history = desk.does(command, request).await["history"].clone();
        assert_eq!(history, json!({ "undo": kind, "redo": null }));
        kinds.push(kind);
        stood.push(desk.stands().await);
    }
    for (kind, command) in [("entry_removed", "entry_remove"), ("entry_restored", "entry_restore")] {
        desk.world.ok(command, json!({ "entry_id": entry })).await;
        kinds.push(kind);
        stood.push(desk.stands().await);
    }

    desk.world.restart().await;
    for n in (0..kinds.len()).rev() {
        let undone = desk.undo().await;
        assert_eq!(undone["action"]["kind"], json!(kinds[n]), "{undone}");
        assert_eq!(desk.stands().await, stood[n], "after {} was undone", kinds[n]);
        assert_eq!(undone["history"]["redo"], json!(kinds[n]));
    }
    assert_eq!(desk.history().await, (json!(null), json!("typed")));
    assert_eq!(desk.undo().await["action"], json!(null), "there is nothing more");
    desk.world.restart().await;
    for n in 0..kinds.len() {
        assert_eq!(desk.redo().await["action"]["kind"], json!(kinds[n]));
        assert_eq!(desk.stands().await, stood[n + 1], "after {} was redone", kinds[n]);
    }
    assert_eq!(desk.redo().await["action"], json!(null));
}

#[tokio::test]
async fn what_was_undone_is_named_and_the_place_comes_back_whole() {
    let desk = Desk::new().await;
    for rating in [3, 4] {
        desk.does("rating_set", json!({ "rating": rating })).await;
    }
    let undone = desk.undo().await;
    let rated = |rating: u32| json!({ "rating": rating, "unjudged": null });
    let change = json!({ "part": "rating", "before": rated(3), "after": rated(4) });
    assert_eq!(undone["action"], json!({ "kind": "rating", "changes": [change] }), "rating, from 3 to 4, was undone");
    let place = &list(&undone["places"])[0];
    assert_eq!((&place["place"], &place["record"]["rating"]), (&json!(desk.here), &json!(3)));

    desk.keeps("first").await;
    desk.keeps("second").await;
    let undone = desk.undo().await;
    let place = &list(&undone["places"])[0];
    let texts = |what: &str| list(&place[what]).iter().map(|one| text(&one["text"])).collect::<Vec<_>>();
    assert_eq!((texts("entries"), texts("drafts")), (vec!["first".to_owned()], vec!["second".to_owned()]));
}

#[tokio::test]
async fn a_new_action_drops_the_redo_tail_and_nothing_happens_by_doing_nothing() {
    let desk = Desk::new().await;
    desk.does("rating_set", json!({ "rating": 3 })).await;
    desk.does("rating_set", json!({ "rating": 5 })).await;
    desk.undo().await;
    // The same rating again does nothing: what was undone can still be redone.
    desk.does("rating_set", json!({ "rating": 3 })).await;
    desk.does("tick_set", json!({ "target": "indicator", "number": 1, "state": null })).await;
    desk.types("", 1).await;
    assert_eq!(desk.history().await, (json!("rating"), json!("rating")));
    desk.does("rating_set", json!({ "rating": 2 })).await;
    assert_eq!(desk.history().await, (json!("rating"), json!(null)));
    assert_eq!(desk.redo().await["action"], json!(null));

    // Could not judge, told why, and told again without a reason: the reason stays.
    desk.does("rating_set", json!({ "rating": "could_not_judge", "unjudged": "out_of_time" })).await;
    desk.does("rating_set", json!({ "rating": "could_not_judge" })).await;
    assert_eq!(desk.stands().await[4], json!("out_of_time"));
    desk.undo().await;
    assert_eq!(desk.stands().await[3], json!(2));
    let refused = json!({ "interview_id": desk.id, "question_id": desk.here, "rating": 1, "unjudged": "interrupted" });
    assert_eq!(desk.world.refused("rating_set", refused).await.0, "invalid");
}

#[tokio::test]
async fn typing_is_undone_in_groups_and_each_place_by_itself() {
    let desk = Desk::new().await;
    for (words, group) in
        [("a", 1), ("a sent", 1), ("a sentence", 1), ("a sentence, and", 2), ("a sentence, and more", 2)]
    {
        desk.types(words, group).await;
    }
    let elsewhere = json!({ "place": "general", "kind": "note", "text": "there", "at_seconds": 1, "group": 2 });
    desk.does("draft_save", elsewhere).await;
    let composer = async || desk.stands().await[0][0][1].clone();
    desk.undo().await;
    assert_eq!(composer().await, json!("a sentence"));
    desk.undo().await;
    assert_eq!(composer().await, json!(null));
    assert_eq!(desk.undo().await["action"], json!(null));
    desk.redo().await;
    assert_eq!(composer().await, json!("a sentence"));
    // A group that ends where it began leaves nothing to undo.
    desk.types("a sentence!", 9).await;
    desk.types("a sentence", 9).await;
    desk.undo().await;
    assert_eq!(composer().await, json!(null));
    let there = desk.world.interview(&desk.id).await["drafts"].clone();
    assert_eq!(list(&there).len(), 1, "the other place is as it was: {there}");
}

#[tokio::test]
async fn words_that_were_kept_faster_than_saved_are_typed_all_the_same() {
    let desk = Desk::new().await;
    desk.types("we ro", 1).await;
    desk.keeps("we rolled back").await;
    desk.keeps("at once").await;
    let composer = async || desk.stands().await[0][0][1].clone();
    desk.undo().await;
    assert_eq!(composer().await, json!("at once"));
    desk.undo().await;
    assert_eq!(composer().await, json!(null), "its typing is one more step");
    desk.undo().await;
    assert_eq!(composer().await, json!("we rolled back"));
    desk.undo().await;
    assert_eq!(composer().await, json!(null));
    assert_eq!(desk.stands().await[1], json!([]));
    for _ in 0..4 {
        desk.redo().await;
    }
    assert_eq!(list(&desk.stands().await[1]).len(), 2);
}

#[tokio::test]
async fn a_note_filed_elsewhere_is_undone_where_it_was_typed() {
    let desk = Desk::new().await;
    let typed = json!({ "place": desk.here, "text": ">2 +1 named the owner" });
    let link = json!({ "target": "indicator", "number": 1, "state": "heard" });
    let note = json!({
        "place": desk.next, "kind": "good", "text": "named the owner", "at_seconds": 5, "link": link, "typed": typed,
    });
    desk.types(">2 +1 named", 1).await;
    let kept = desk.does("entry_save", note).await;
    assert_eq!(kept["entry"]["place"], json!(desk.next));
    assert_eq!(desk.stands().await[0], json!([]), "the composer here is empty");
    let undone = desk.undo().await;
    let places: Vec<String> = list(&undone["places"]).iter().map(|p| text(&p["place"])).collect();
    assert!(places.contains(&desk.here) && places.contains(&desk.next), "{places:?}");
    let interview = desk.world.interview(&desk.id).await;
    assert_eq!((list(&interview["entries"]).len(), list(&interview["ticks"]).len()), (0, 0));
    assert_eq!(text(&interview["drafts"][0]["text"]), ">2 +1 named the owner");
    desk.redo().await;
    let interview = desk.world.interview(&desk.id).await;
    assert_eq!(interview["ticks"][0]["question_id"], json!(desk.next));

    // Moved back by hand: the link to a line of the other question goes, and comes back with undo.
    desk.world.ok("entry_move", json!({ "entry_id": kept["entry"]["id"], "place": desk.here })).await;
    assert_eq!(desk.stands().await[1], json!([["good", "named the owner", null]]));
    let there = json!({ "place": desk.next });
    let undone = desk.does("action_undo", there).await;
    assert_eq!(undone["action"]["kind"], json!("entry_moved"));
    let entry = desk.world.interview(&desk.id).await["entries"][0].clone();
    assert_eq!((&entry["place"], &entry["link"]["number"]), (&json!(desk.next), &json!(1)));
}

#[tokio::test]
async fn an_edit_that_is_kept_is_one_step_and_one_that_is_given_up_can_be_taken_up_again() {
    let mut desk = Desk::new().await;
    let entry = desk.keeps("first").await["id"].clone();
    let edit = |words: &str, group: u32| json!({ "place": desk.here, "entry_id": entry, "kind": "note", "text": words, "at_seconds": 5, "group": group });
    desk.types("in the composer", 1).await;
    desk.does("draft_save", edit("first, men", 1)).await;
    desk.does("draft_save", edit("first, mended", 2)).await;
    desk.world.restart().await;
    let drafts = desk.stands().await[0].clone();
    assert_eq!(drafts, json!([[null, "in the composer"], [entry, "first, mended"]]), "both are durable");

    desk.does("entry_save", edit_of(&entry, &desk.here, "first, mended")).await;
    assert_eq!(desk.stands().await[0], json!([[null, "in the composer"]]));
    assert_eq!(desk.undo().await["action"]["kind"], json!("entry_edited"));
    assert_eq!(desk.stands().await[1], json!([["note", "first", null]]));
    let undone = desk.undo().await;
    assert_eq!(undone["action"]["kind"], json!("typed"), "the typing of the edit went with it");
    assert_eq!(desk.stands().await[0], json!([]), "this was the composer's");

    desk.does("draft_save", edit("first, spoilt", 3)).await;
    desk.does("draft_save", edit("", 4)).await;
    assert_eq!(desk.stands().await[0], json!([]), "given up");
    desk.undo().await;
    assert_eq!(desk.stands().await[0], json!([[entry, "first, spoilt"]]));
    desk.world.ok("entry_remove", json!({ "entry_id": entry })).await;
    assert_eq!(desk.stands().await[0], json!([]), "an edit goes with its note");
    desk.undo().await;
    assert_eq!(desk.stands().await[0], json!([[entry, "first, spoilt"]]));
}

fn edit_of(entry: &Value, place: &str, words: &str) -> Value {
    json!({ "entry_id": entry, "place": place, "kind": "note", "text": words, "at_seconds": 99 })
}

#[tokio::test]
async fn a_submitted_interview_has_no_history_left() {
    let mut desk = Desk::new().await;
    desk.keeps("deleted words").await;
    desk.undo().await;
    desk.types("", 1).await;
    assert_ne!(desk.history().await, (json!(null), json!(null)));
    desk.world.tick(&desk.id, &desk.here).await;
    desk.world.submit(&desk.id, "no", "Clear.").await;
    assert_eq!(desk.history().await, (json!(null), json!(null)));
    let id = desk.id.clone();
    let left = desk
        .world
        .behind(async |store| {
            let read = store.read(move |r| workbench_store::action::histories(r, &id.as_str().into()));
            read.await.unwrap_or_else(|error: workbench_store::StoreError| panic!("{error}"))
        })
        .await;
    assert_eq!(left.len(), 0);
}
