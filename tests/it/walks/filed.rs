//! Where notes are filed, what they are linked to, and that none is kept twice.

use serde_json::{Value, json};
use support::World;

use super::{id, questions};
use crate::{list, text};

const NEW: &str = "019ab7c4-5d00-7abc-8def-0123456789ab";

#[tokio::test]
async fn a_note_sent_again_after_a_lost_answer_is_kept_once() {
    let world = World::new().await;
    let live = world.start(&world.candidate("Ana Ruiz").await).await;
    let (id, here) = (id(&live), questions(&live)[0].clone());
    let note = |words: &str| json!({ "interview_id": id, "entry_id": NEW, "place": here, "kind": "code", "text": words, "at_seconds": 5 });
    let first = world.ok("entry_save", note("def f():\n    pass")).await;
    assert_eq!((&first["entry"]["id"], &first["entry"]["rev"]), (&json!(NEW), &json!(1)));
    let typing = json!({ "interview_id": id, "place": here, "kind": "note", "text": "the next", "at_seconds": 9 });
    world.ok("draft_save", typing).await;
    let again = world.ok("entry_save", note("def f():\n    pass")).await;
    assert_eq!(again["entry"], first["entry"]);
    let interview = world.interview(&id).await;
    assert_eq!(list(&interview["entries"]).len(), 1);
    assert_eq!(text(&interview["drafts"][0]["text"]), "the next", "what was typed since then stays");
    let undone = world.ok("action_undo", json!({ "interview_id": id, "place": here })).await;
    assert_eq!(undone["action"]["kind"], json!("typed"), "the second time was no action");
    let changed = world.ok("entry_save", note("def f():\n    return 1")).await;
    assert_eq!(changed["entry"]["rev"], json!(2));
    assert_eq!(changed["entry"]["kept_at"], first["entry"]["kept_at"]);

    for wrong in ["nobody", "019ab7c4-5d00-4abc-8def-0123456789ab", "019AB7C4-5D00-7ABC-8DEF-0123456789AB"] {
        let mut request = note("x");
        request["entry_id"] = json!(wrong);
        assert_eq!(world.refused("entry_save", request).await.0, "not_found", "{wrong}");
    }
    // The same id in another interview is another's note.
    let other = world.start(&world.candidate("Bo").await).await;
    let mut request = note("x");
    request["interview_id"] = other["interview"]["id"].clone();
    assert_eq!(world.refused("entry_save", request).await.0, "not_found");
}

#[tokio::test]
async fn a_link_ticks_its_line_once_and_must_name_a_line_that_is_there() {
    let world = World::new().await;
    let live = world.start(&world.candidate("Ana Ruiz").await).await;
    let (id, here) = (id(&live), questions(&live)[0].clone());
    let note = |place: &str, link: Value| json!({ "interview_id": id, "place": place, "kind": "good", "text": "x", "at_seconds": 5, "link": link });
    let link = |number: u32, state: &str| json!({ "target": "indicator", "number": number, "state": state });
    let ticks = async || world.interview(&id).await["ticks"].clone();
    let first = world.ok("entry_save", note(&here, link(2, "heard"))).await;
    assert_eq!(first["tick"], json!("heard"));
    let second = world.ok("entry_save", note(&here, link(2, "prompted"))).await;
    assert_eq!(second["tick"], json!("heard"), "it was heard already, so it stays");
    assert_eq!(list(&ticks().await).len(), 1);
    world.ok("action_undo", json!({ "interview_id": id, "place": here })).await;
    assert_eq!(list(&ticks().await).len(), 1, "the second note did not tick it, so undoing it does not untick it");
    let flag = json!({ "target": "red_flag", "number": 1, "state": "prompted" });
    assert_eq!(world.ok("entry_save", note(&here, flag)).await["tick"], json!("prompted"));

    let before = world.interview(&id).await;
    for (place, wrong) in [(here.as_str(), link(99, "heard")), (&here, link(0, "heard")), ("general", link(1, "heard"))]
    {
        let (code, message) = world.refused("entry_save", note(place, wrong)).await;
        assert_eq!(code, "invalid", "{message}");
    }
    assert_eq!(world.interview(&id).await, before);
}

#[tokio::test]
async fn there_are_two_places_outside_questions() {
    let mut world = World::new().await;
    let live = world.start(&world.candidate("Ana Ruiz").await).await;
    let (id, here) = (id(&live), questions(&live)[0].clone());
    for place in ["general", "candidate_questions", here.as_str()] {
        world.ok("interview_turn", json!({ "interview_id": id, "at": place })).await;
        world.note(&id, place, "note", &format!("in {place}")).await;
        let draft = json!({ "interview_id": id, "place": place, "kind": "note", "text": "and", "at_seconds": 1 });
        world.ok("draft_save", draft).await;
        world.restart().await;
        let interview = world.interview(&id).await;
        assert_eq!(interview["at"], json!(place));
        assert_eq!(list(&interview["entries"]).last().unwrap()["place"], json!(place));
    }
    assert_eq!(list(&world.interview(&id).await["drafts"]).len(), 3);
    for (command, key) in [("entry_save", "place"), ("draft_save", "place")] {
        let mut request = json!({ "interview_id": id, "kind": "note", "text": "x", "at_seconds": 1 });
        request[key] = json!("elsewhere");
        assert_eq!(world.refused(command, request).await.0, "not_found");
    }
    assert_eq!(world.refused("interview_turn", json!({ "interview_id": id, "at": "elsewhere" })).await.0, "not_found");
    let submit = json!({ "interview_id": id, "recommendation": "yes", "reason": "Good." });
    let (_, message) = world.refused("scorecard_submit", submit).await;
    assert!(message.contains("under Candidate's questions"), "{message}");
}

#[tokio::test]
async fn a_note_is_moved_with_its_edit_and_only_to_a_place_that_is_there() {
    let world = World::new().await;
    let live = world.start(&world.candidate("Ana Ruiz").await).await;
    let (id, questions) = (id(&live), questions(&live));
    let entry = world.note(&id, &questions[0], "note", "first").await["id"].clone();
    let edit = json!({
        "interview_id": id, "place": questions[0], "entry_id": entry, "kind": "note", "text": "first, m", "at_seconds": 1,
        "link": { "target": "indicator", "number": 1, "state": "heard" },
    });
    world.ok("draft_save", edit.clone()).await;
    let moved = world.ok("entry_move", json!({ "entry_id": entry, "place": questions[1] })).await["entry"].clone();
    assert_eq!((&moved["place"], &moved["text"]), (&json!(questions[1]), &json!("first")));
    let draft = world.interview(&id).await["drafts"][0].clone();
    assert_eq!((&draft["place"], &draft["link"], &draft["text"]), (&moved["place"], &json!(null), &json!("first, m")));
    assert_eq!(world.refused("draft_save", edit).await.0, "not_found", "the note is not there any more");
    let nowhere = json!({ "entry_id": entry, "place": "elsewhere" });
    assert_eq!(world.refused("entry_move", nowhere).await.0, "not_found");
    world.ok("entry_remove", json!({ "entry_id": entry })).await;
    let general = json!({ "entry_id": entry, "place": "general" });
    assert_eq!(world.refused("entry_move", general).await.0, "not_found");
}
