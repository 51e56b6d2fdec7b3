//! A hidden note: its words are in no answer and in no document, and are not lost.

use std::fs;

use serde_json::{Value, json};
use support::{World, pdf_text};
use workbench_store::{StoreError, entry};

use super::{id, questions};
use crate::{list, text};

/// Nowhere else in the product, so that a search for it finds the note alone.
const WORD: &str = "zzyzxology";

/// Every command that only reads, as far as it can be asked about this interview, and what it answers.
async fn everything_said(world: &World, interview: &str, first: &str, second: &str) -> String {
    let here = json!({ "interview_id": interview });
    let both = json!({ "candidate_ids": [first, second] });
    let kit = world.interview(interview).await["content"].clone();
    let mut said = kit.to_string();
    for (command, request) in [
        ("today_get", json!({})),
        ("candidate_list", json!({})),
        ("candidate_get", json!({ "candidate_id": first })),
        ("interview_list", json!({})),
        ("interview_get", here.clone()),
        ("review_get", here.clone()),
        ("preparation_get", here.clone()),
        ("attachment_list", here.clone()),
        ("scorecard_versions", here),
        ("question_search", json!({ "text": WORD })),
        ("question_search", json!({ "text": WORD, "ranked": true })),
        ("compare_table", both.clone()),
        ("comparison_check", both),
    ] {
        said += &world.ok(command, request).await.to_string();
    }
    for competency in list(&kit["role"]["competencies"]) {
        let cell = json!({ "candidate_id": first, "competency_id": competency["id"] });
        said += &world.ok("compare_evidence", cell).await.to_string();
    }
    said
}

#[tokio::test]
async fn the_words_of_a_hidden_note_are_in_no_answer_and_no_document() {
    let mut world = World::new().await;
    let (first, second) = (world.candidate("Ana Ruiz").await, world.candidate("Jan Kowalski").await);
    let live = world.start(&first).await;
    let (interview, asked) = (id(&live), questions(&live));
    world.tick(&interview, &asked[0]).await;
    world.rate(&interview, &asked[0], json!(4)).await;
    let secret = world.note(&interview, &asked[0], "concern", &format!("has {WORD}")).await;
    let general = json!({
        "interview_id": interview, "place": "general", "kind": "note", "text": format!("again {WORD}"), "at_seconds": 90,
    });
    let general = world.ok("entry_save", general).await["entry"].clone();
    assert!(everything_said(&world, &interview, &first, &second).await.contains(WORD), "it is found while it is shown");
    let cites = json!({ "text": "So they said", "entry_ids": [secret["id"]] });
    let draft = json!({ "interview_id": interview, "recommendation": null, "reason": "", "reasons_against": [cites] });
    world.ok("scorecard_save", draft.clone()).await;

    for (note, topic) in [(&secret, "health"), (&general, "family")] {
        let answer = world.ok("entry_hide", json!({ "entry_id": note["id"], "topic": topic })).await;
        assert!(!answer.to_string().contains(WORD), "{answer}");
        assert_eq!((text(&answer["hidden"]["topic"]), &answer["hidden"]["id"]), (topic.to_owned(), &note["id"]));
    }
    world.restart().await;
    let said = everything_said(&world, &interview, &first, &second).await;
    assert!(!said.contains(WORD), "{said}");
    let told = world.interview(&interview).await["hidden"].clone();
    let told: Vec<_> = list(&told).iter().map(|h| (text(&h["topic"]), h["at_seconds"].clone())).collect();
    assert_eq!(told, [("health".to_owned(), json!(60)), ("family".to_owned(), json!(90))], "topic and time alone");
    let review = world.ok("review_get", json!({ "interview_id": interview })).await;
    assert_eq!((&review["questions"][0]["evidence"], &review["questions"][0]["notes"]), (&json!(1), &json!(0)));
    assert!(list(&review["missing"]).contains(&json!("reason_evidence")), "a reason cannot rest on it");

    // No other way to its words, and none to change it unseen.
    let change = json!({
        "interview_id": interview, "entry_id": secret["id"], "place": asked[0], "kind": "note", "text": "else",
        "at_seconds": 1,
    });
    for (command, request, code) in [
        ("entry_save", change.clone(), "conflict"),
        ("entry_remove", json!({ "entry_id": secret["id"] }), "conflict"),
        ("entry_restore", json!({ "entry_id": secret["id"] }), "conflict"),
        ("entry_settle", json!({ "entry_id": secret["id"], "settled": true }), "conflict"),
        ("entry_move", json!({ "entry_id": secret["id"], "place": "general" }), "conflict"),
        ("draft_save", change, "conflict"),
        ("scorecard_save", draft, "not_found"),
        ("entry_hide", json!({ "entry_id": secret["id"], "topic": "weather" }), "invalid"),
        ("entry_hide", json!({ "entry_id": "nobody", "topic": "age" }), "not_found"),
        ("entry_unhide", json!({ "entry_id": "nobody" }), "not_found"),
    ] {
        let refused = world.refused(command, request).await;
        assert_eq!(refused.0, code, "{command}: {}", refused.1);
        assert!(!refused.1.contains(WORD), "{command}: {}", refused.1);
    }

    // Its author can have it back before submission, as it was.
    let back = world.ok("entry_unhide", json!({ "entry_id": general["id"] })).await["entry"].clone();
    assert_eq!(back, general);
    assert_eq!(world.refused("entry_unhide", json!({ "entry_id": general["id"] })).await.0, "not_found");
    world.ok("entry_hide", json!({ "entry_id": general["id"], "topic": "family" })).await;
    let clear = json!({ "interview_id": interview, "recommendation": null, "reason": "", "reasons_against": [] });
    world.ok("scorecard_save", clear).await;
    world.submit(&interview, "no", "As the notes show.").await;
    world.held(&second, &[json!(3)], "yes").await;
    documents_and_colleagues_see_nothing(&mut world, &interview, &first, &second).await;

    // Sealed, and still there: erased only with the interview.
    assert_eq!(world.refused("entry_unhide", json!({ "entry_id": secret["id"] })).await.0, "conflict");
    let secret_id = text(&secret["id"]);
    let kept = world
        .behind(async |store| {
            let kept = store.read(move |r| entry::get(r, &secret_id.into())).await;
            kept.unwrap_or_else(|error: StoreError| panic!("{error}"))
        })
        .await;
    assert_eq!(kept.unwrap().1.text, format!("has {WORD}"));
}

#[tokio::test]
async fn undo_brings_no_word_of_a_hidden_note_back() {
    let world = World::new().await;
    let live = world.start(&world.candidate("Ana Ruiz").await).await;
    let (interview, asked) = (id(&live), questions(&live));
    let writes = async |command: &str, place: &str, entry: &Value, words: &str| {
        let request = json!({
            "interview_id": interview, "place": place, "entry_id": entry, "kind": "note", "text": words, "at_seconds": 5,
        });
        world.ok(command, request).await
    };
    let undo = async |command: &str, place: &str| {
        let done = world.ok(command, json!({ "interview_id": interview, "place": place })).await;
        assert!(!done.to_string().contains(WORD), "{command}: {done}");
        done["action"]["kind"].clone()
    };
    writes("draft_save", &asked[1], &json!(null), "elsewhere").await;
    writes("draft_save", &asked[0], &json!(null), &format!("has {WORD}")).await;
    let secret = writes("entry_save", &asked[0], &json!(null), &format!("has {WORD}")).await["entry"]["id"].clone();
    writes("entry_save", &asked[0], &secret, &format!("has much {WORD}")).await;
    world.ok("entry_move", json!({ "entry_id": secret, "place": "general" })).await;
    writes("draft_save", "general", &secret, &format!("has very much {WORD}")).await;
    world.rate(&interview, &asked[0], json!(2)).await;
    assert_eq!(list(&world.interview(&interview).await["drafts"]).len(), 2);

    world.ok("entry_hide", json!({ "entry_id": secret, "topic": "health" })).await;
    let drafts = world.interview(&interview).await["drafts"].clone();
    assert_eq!(list(&drafts).iter().map(|d| text(&d["text"])).collect::<Vec<_>>(), ["elsewhere"]);
    assert_eq!(undo("action_undo", "general").await, json!(null), "nothing is left to undo");
    assert_eq!(undo("action_undo", &asked[0]).await, json!("rating"), "what was done later can be undone still");
    assert_eq!(undo("action_undo", &asked[0]).await, json!(null));
    assert_eq!(undo("action_redo", &asked[0]).await, json!("rating"));
    assert_eq!(undo("action_undo", &asked[1]).await, json!("typed"), "another place keeps its history");
    let shown = world.ok("entry_unhide", json!({ "entry_id": secret })).await;
    assert_eq!(
        (text(&shown["entry"]["text"]), text(&shown["entry"]["place"])),
        (format!("has much {WORD}"), "general".to_owned())
    );
    assert_eq!(shown["history"], json!({ "undo": null, "redo": null }));
}

async fn documents_and_colleagues_see_nothing(world: &mut World, interview: &str, first: &str, second: &str) {
    let said = everything_said(world, interview, first, second).await;
    assert!(!said.contains(WORD), "{said}");
    for (command, request, name) in [
        ("packet_export", json!({ "candidate_id": first }), "packet.pdf"),
        ("comparison_export", json!({ "candidate_ids": [first, second] }), "comparison.pdf"),
    ] {
        let path = world.beside(name);
        let mut request: Value = request;
        request["path"] = json!(path);
        world.ok(command, request).await;
        assert!(!fs::read(&path).unwrap().windows(WORD.len()).any(|bytes| bytes == WORD.as_bytes()), "{name}");
        if let Some(text) = pdf_text(&path) {
            assert!(!text.contains(WORD), "{name}: {text}");
            assert!(text.contains("Ana Ruiz"), "{name} was read");
        }
    }
    world.become_colleague("Olga Petrova").await;
    let read = world.interview(interview).await;
    assert!(!read.to_string().contains(WORD));
    assert_eq!(read["hidden"], json!([]), "that someone's health was noted at all is for its author alone");
}
