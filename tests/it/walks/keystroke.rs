//! Walk 1: a keystroke, from the draft to the durable note and back after a restart.

use serde_json::json;
use support::World;

use super::{id, questions};
use crate::{list, text};

#[tokio::test]
async fn a_kept_note_is_there_after_a_restart_with_the_place_and_the_time() {
    let mut world = World::new().await;
    let candidate = world.candidate("Nguyễn Văn Anh").await;
    let live = world.start(&candidate).await;
    let (id, questions) = (id(&live), questions(&live));
    assert_eq!(live["interview"]["at"], json!(questions[0]), "an interview opens on its first question");

    let second = &questions[1];
    let turn = json!({
        "interview_id": id, "at": second, "spent": { "question_id": questions[0], "seconds": 240 },
    });
    let saved = world.ok("interview_turn", turn).await;
    assert!(text(&saved["at"]).starts_with("2026-11-22T10:"), "{saved}");
    let typed = "he said: \"roll back\"\nthen <b>measured</b> \u{202B}שלום";
    let kept = world.note(&id, second, "quote", typed).await;
    assert_eq!((kept["rev"].clone(), kept["text"].clone()), (json!(1), json!(typed)));
    for (number, state) in [(1, "heard"), (3, "prompted")] {
        let tick = json!({
            "interview_id": id, "question_id": second, "target": "indicator", "number": number, "state": state,
        });
        world.ok("tick_set", tick).await;
    }
    world.rate(&id, second, json!(4)).await;
    world.rate(&id, &questions[2], json!("could_not_judge")).await;

    let before = world.interview(&id).await;
    world.restart().await;
    let after = world.interview(&id).await;
    assert_eq!(before, after, "a restart changes nothing");
    assert_eq!(after["at"], json!(second));
    assert_eq!(list(&after["entries"]), [kept]);
    assert_eq!(list(&after["ticks"]).len(), 2);
    let record = list(&after["records"]).iter().find(|r| r["question_id"] == json!(questions[0])).unwrap();
    assert_eq!(record["spent_seconds"], json!(240));
    let ratings: Vec<_> = list(&after["records"]).iter().map(|r| &r["rating"]).filter(|r| !r.is_null()).collect();
    assert_eq!(ratings, [&json!(4), &json!("could_not_judge")]);
}

#[tokio::test]
async fn what_is_being_typed_is_durable_and_becomes_the_note_in_one_step() {
    let mut world = World::new().await;
    let live = world.start(&world.candidate("Jan Kowalski").await).await;
    let (id, questions) = (id(&live), questions(&live));
    let draft = |text: &str, place: &str| {
        json!({
            "interview_id": id, "place": place, "kind": "concern", "text": text, "at_seconds": 30,
        })
    };
    world.ok("draft_save", draft("half a sent", &questions[0])).await;
    world.ok("draft_save", draft("in general", "general")).await;
    world.restart().await;
    let drafts = world.interview(&id).await["drafts"].clone();
    let of = |place: &str| {
        list(&drafts).iter().find(|d| d["place"] == json!(place)).map(|d| (text(&d["text"]), text(&d["kind"])))
    };
    assert_eq!(of(&questions[0]), Some(("half a sent".to_owned(), "concern".to_owned())));
    assert_eq!(of("general"), Some(("in general".to_owned(), "concern".to_owned())));

    let scorecard = json!({ "interview_id": id, "recommendation": "yes", "reason": "Good." });
    let (code, message) = world.refused("scorecard_submit", scorecard.clone()).await;
    assert_eq!(code, "conflict", "a note that is typed but not kept must not be lost silently: {message}");

    world.note(&id, &questions[0], "concern", "half a sentence").await;
    let interview = world.interview(&id).await;
    assert_eq!(list(&interview["drafts"]).len(), 1, "the kept note took its draft with it");
    assert_eq!(text(&interview["entries"][0]["text"]), "half a sentence");

    world.ok("draft_save", draft("", "general")).await;
    assert_eq!(list(&world.interview(&id).await["drafts"]).len(), 0);
    assert_eq!(world.refused("scorecard_submit", scorecard).await.0, "conflict", "required questions are unrated");
    world.submit(&id, "yes", "Good.").await;
}

#[tokio::test]
async fn a_note_can_be_changed_removed_and_brought_back() {
    let mut world = World::new().await;
    let live = world.start(&world.candidate("Ana Ruiz").await).await;
    let (id, questions) = (id(&live), questions(&live));
    let first = world.note(&id, &questions[0], "note", "first").await;
    let second = world.note(&id, &questions[0], "good", "second").await;
    let change = json!({
        "interview_id": id, "entry_id": first["id"], "place": questions[0], "kind": "quote",
        "text": "first, mended", "at_seconds": 60,
    });
    let changed = world.ok("entry_save", change).await["entry"].clone();
    assert_eq!(changed["rev"], json!(2));
    assert_eq!(changed["kept_at"], first["kept_at"], "a change keeps the time of the note");

    world.ok("entry_remove", json!({ "entry_id": first["id"] })).await;
    world.restart().await;
    assert_eq!(list(&world.interview(&id).await["entries"]), std::slice::from_ref(&second));
    world.ok("entry_restore", json!({ "entry_id": first["id"] })).await;
    assert_eq!(list(&world.interview(&id).await["entries"]), [changed, second], "back in its old place");

    let unknown = world.refused("entry_remove", json!({ "entry_id": "nobody" })).await;
    assert_eq!(unknown.0, "not_found");
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_and_nothing_changes() {
    let world = World::new().await;
    let live = world.start(&world.candidate("Ana Ruiz").await).await;
    let (id, questions) = (id(&live), questions(&live));
    let before = world.interview(&id).await;
    let q = &questions[0];
    let note = |text: &str, place: &str| {
        json!({
            "interview_id": id, "place": place, "kind": "note", "text": text, "at_seconds": 1,
        })
    };
    let tick = |target: &str, number: u32| {
        json!({
            "interview_id": id, "question_id": q, "target": target, "number": number, "state": "heard",
        })
    };
    for (command, request, code) in [
        ("entry_save", note(" \n ", q), "invalid"),
        ("entry_save", note(&"x".repeat(100_001), q), "invalid"),
        ("entry_save", note("x", "senior-python/no-such"), "not_found"),
        ("rating_set", json!({ "interview_id": id, "question_id": q, "rating": 0 }), "invalid"),
        ("rating_set", json!({ "interview_id": id, "question_id": q, "rating": 6 }), "invalid"),
        ("rating_set", json!({ "interview_id": id, "question_id": q, "rating": "good" }), "invalid"),
        ("rating_set", json!({ "interview_id": "nobody", "question_id": q, "rating": 1 }), "not_found"),
        ("rating_set", json!({ "interview_id": id, "question_id": q, "rating": 1, "by": "x" }), "invalid"),
        ("tick_set", tick("indicator", 0), "invalid"),
        ("tick_set", tick("indicator", 99), "invalid"),
        ("tick_set", tick("red_flag", 99), "invalid"),
        ("scorecard_submit", json!({ "interview_id": id, "recommendation": null, "reason": "x" }), "invalid"),
        ("scorecard_submit", json!({ "interview_id": id, "recommendation": "yes", "reason": " " }), "invalid"),
        ("scorecard_submit", json!({ "interview_id": id, "recommendation": "maybe", "reason": "x" }), "invalid"),
        ("no_such_command", json!({}), "invalid"),
    ] {
        let refused = world.refused(command, request.clone()).await;
        assert_eq!(refused.0, code, "{command} {request}: {}", refused.1);
        assert!(refused.1.ends_with('.') && refused.1.len() > 20, "a whole sentence: {}", refused.1);
    }
    assert_eq!(world.interview(&id).await, before);
}

#[tokio::test]
async fn the_name_comes_first() {
    let world = World::unnamed().await;
    assert_eq!(world.ok("status_get", json!({})).await["interviewer"], json!(null));
    let candidate = world.candidate("Ana Ruiz").await;
    let start = json!({ "candidate_id": candidate, "kit_id": support::KIT });
    assert_eq!(world.refused("interview_start", start.clone()).await.0, "name_first");
    world.ok("interviewer_set", json!({ "name": "  Željko Đorđević " })).await;
    assert_eq!(text(&world.ok("status_get", json!({})).await["interviewer"]["name"]), "Željko Đorđević");
    world.ok("interview_start", start.clone()).await;
    let again = world.refused("interview_start", start).await;
    assert_eq!(again.0, "conflict", "one open interview of one interviewer with one candidate: {}", again.1);
}
