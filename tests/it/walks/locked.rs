//! Who may change what, and who may see what.

use serde_json::{Value, json};
use support::World;

use super::{id, questions};
use crate::{list, text};

/// Every command that changes an interview, with a request that would otherwise be good.
fn changes(id: &str, question: &str, entry: &str, attachment: &str) -> Vec<(&'static str, Value)> {
    let here = json!({ "interview_id": id, "question_id": question });
    let with = |more: Value| {
        let mut request = here.clone();
        for (key, value) in more.as_object().unwrap() {
            request[key] = value.clone();
        }
        request
    };
    let note = json!({ "interview_id": id, "place": question, "kind": "note", "text": "late", "at_seconds": 1 });
    let mut changed_note = note.clone();
    changed_note["entry_id"] = json!(entry);
    vec![
        ("interview_turn", json!({ "interview_id": id, "at": question })),
        ("interview_begin", json!({ "interview_id": id })),
        ("interview_pause", json!({ "interview_id": id, "cause": "asked", "at_seconds": 1 })),
        ("interview_resume", json!({ "interview_id": id })),
        ("interview_end", json!({ "interview_id": id })),
        ("interview_set_phase", json!({ "interview_id": id, "phase": "withdrawn" })),
        ("interview_set_slot", json!({ "interview_id": id, "late_minutes": 1, "early_minutes": 1 })),
        (
            "adjustment_set",
            json!({ "interview_id": id, "adjustments": { "more_minutes": 5, "break_minutes": 0, "questions_ahead": false } }),
        ),
        (
            "preparation_set",
            json!({ "interview_id": id, "spoken_name": "", "covers": "late", "asked": "", "retention": "" }),
        ),
        ("entry_save", note.clone()),
        ("entry_save", changed_note),
        ("entry_remove", json!({ "entry_id": entry })),
        ("entry_restore", json!({ "entry_id": entry })),
        ("entry_move", json!({ "entry_id": entry, "place": "general" })),
        ("draft_save", note),
        ("action_undo", json!({ "interview_id": id, "place": question })),
        ("action_redo", json!({ "interview_id": id, "place": question })),
        ("tick_set", with(json!({ "target": "indicator", "number": 1, "state": "heard" }))),
        ("rating_set", with(json!({ "rating": 1 }))),
        ("rating_clear", here.clone()),
        ("probe_set", with(json!({ "number": null, "asked": 1 }))),
        ("deviation_set", with(json!({ "kind": "reworded" }))),
        ("attachment_add", json!({ "interview_id": id, "place": "general", "name": "late.txt", "bytes": "bGF0ZQ==" })),
        ("attachment_remove", json!({ "attachment_id": attachment })),
        ("entry_settle", json!({ "entry_id": entry, "settled": true })),
        ("entry_hide", json!({ "entry_id": entry, "topic": "family" })),
        ("entry_unhide", json!({ "entry_id": entry })),
        ("scorecard_confirm", json!({ "interview_id": id })),
        ("scorecard_save", json!({ "interview_id": id, "recommendation": "no", "reason": "late" })),
        ("scorecard_submit", json!({ "interview_id": id, "recommendation": "no", "reason": "late" })),
    ]
}

#[tokio::test]
async fn a_submitted_scorecard_is_locked_against_every_change() {
    let mut world = World::new().await;
    let candidate = world.candidate("Ana Ruiz").await;
    let live = world.start(&candidate).await;
    let (id, questions) = (id(&live), questions(&live));
    let entry = text(&world.note(&id, &questions[0], "note", "in time").await["id"]);
    let attachment = world.attach(&id, "general", "plan.txt", b"in time").await;
    world.rate(&id, &questions[0], json!(5)).await;
    let draft = json!({ "interview_id": id, "recommendation": null, "reason": "so f" });
    world.ok("scorecard_save", draft).await;
    world.restart().await;
    assert_eq!(text(&world.interview(&id).await["scorecard"]["reason"]), "so f", "the draft of the reason is durable");
    world.tick(&id, &questions[0]).await;
    let scorecard = world.submit(&id, "strong_yes", "Clear.").await;
    assert_eq!(text(&scorecard["hash"]).len(), 64, "{scorecard}");

    let locked = world.interview(&id).await;
    assert_eq!(locked["state"], json!("submitted"));
    assert_eq!(locked["scorecard"], scorecard);
    for (command, request) in changes(&id, &questions[0], &entry, &attachment) {
        let refused = world.refused(command, request.clone()).await;
        assert_eq!(refused.0, "locked", "{command} {request}: {}", refused.1);
    }
    world.restart().await;
    assert_eq!(world.interview(&id).await, locked, "nothing of all that changed it");
    // Another interview with the same candidate is free to start.
    world.start(&candidate).await;
}

#[tokio::test]
async fn nobody_changes_a_colleagues_interview_or_reads_it_before_it_is_submitted() {
    let mut world = World::new().await;
    let candidate = world.candidate("Jan Kowalski").await;
    let live = world.start(&candidate).await;
    let (id, questions) = (id(&live), questions(&live));
    let entry = text(&world.note(&id, &questions[0], "note", "mine").await["id"]);
    let attachment = world.attach(&id, "general", "plan.txt", b"mine").await;
    let before = world.interview(&id).await;

    world.become_colleague("Olga Petrova").await;
    for (command, request) in changes(&id, &questions[0], &entry, &attachment) {
        let refused = world.refused(command, request.clone()).await;
        assert_eq!(refused.0, "conflict", "{command} {request}: {}", refused.1);
    }
    assert_eq!(world.refused("interview_get", json!({ "interview_id": id })).await.0, "hidden");
    let card = world.ok("interview_list", json!({})).await["interviews"][0].clone();
    assert_eq!((&card["mine"], &card["state"]), (&json!(false), &json!("open")));
    let interim = world.ok("packet_check", json!({ "candidate_id": candidate })).await;
    assert_eq!((&interim["submitted"], &interim["missing"]), (&json!(0), &json!(1)), "a packet says what is missing");
    assert_eq!(list(&world.ok("today_get", json!({})).await["open"]).len(), 0, "not among one's own open interviews");

    let me = before["interviewer"].clone();
    world
        .behind(async |store| {
            let me = workbench_domain::interviewer::Interviewer { id: text(&me["id"]).into(), name: text(&me["name"]) };
            let back = store.write(move |w| workbench_store::interviewer::set_me(w, &me)).await;
            back.unwrap_or_else(|error: workbench_store::StoreError| panic!("{error}"));
        })
        .await;
    assert_eq!(world.interview(&id).await, before);
}

#[tokio::test]
async fn others_ratings_stay_hidden_until_ones_own_scorecard_is_submitted() {
    let mut world = World::new().await;
    let (first, second) = (world.candidate("Ana Ruiz").await, world.candidate("Jan Kowalski").await);
    let theirs = json!({ "interview_id": world.held(&first, &[json!(5), json!(4)], "strong_yes").await });
    world.held(&second, &[json!(2), json!(3)], "no").await;
    world.become_colleague("Olga Petrova").await;
    let ask = json!({ "candidate_ids": [first, second] });
    let open = world.start(&first).await;
    let mine = id(&open);

    let table = world.ok("compare_table", ask.clone()).await;
    // Neither of this candidate nor of another in the round: each would move one's own ratings.
    for (column, candidate) in [&first, &second].into_iter().enumerate() {
        assert_eq!(table["candidates"][column]["hidden"], json!(true));
        assert_eq!(list(&table["candidates"][column]["opinions"]).len(), 0);
        for row in list(&table["rows"]) {
            assert_eq!(list(&row["cells"][column]["ratings"]).len(), 0, "{row}");
            let cell = json!({ "candidate_id": candidate, "competency_id": row["competency"]["id"] });
            assert_eq!(list(&world.ok("compare_evidence", cell).await["answers"]).len(), 0);
        }
        assert_eq!(world.refused("packet_check", json!({ "candidate_id": candidate })).await.0, "hidden");
    }
    assert_eq!(world.refused("scorecard_versions", theirs.clone()).await.0, "hidden");
    assert_eq!(world.refused("interview_get", theirs.clone()).await.0, "hidden");
    let export = json!({ "candidate_id": first, "path": world.beside("early.pdf") });
    assert_eq!(world.refused("packet_export", export).await.0, "hidden");
    assert!(!world.beside("early.pdf").exists());

    world.tick(&mine, &questions(&open)[0]).await;
    world.submit(&mine, "yes", "Judged alone.").await;
    let table = world.ok("compare_table", ask).await;
    assert_eq!(table["candidates"][0]["hidden"], json!(false));
    assert_eq!(list(&table["candidates"][0]["opinions"]).len(), 2);
    world.ok("packet_check", json!({ "candidate_id": first })).await;
    world.ok("interview_get", theirs).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_blank_interview_can_be_discarded() {
    let world = World::new().await;
    let candidate = world.ok("candidate_add", json!({ "name": "Bo", "role_id": support::ROLE })).await;
    let start = json!({ "candidate_id": candidate["id"], "kit_id": support::KIT });
    let first = world.ok("interview_start", start.clone()).await;
    let first = json!({ "interview_id": first["interview"]["id"] });
    world.ok("interview_discard", first.clone()).await;
    let again = world.ok("interview_start", start).await;
    let (id, question) = (&again["interview"]["id"], &again["interview"]["at"]);
    world.ok("rating_set", json!({ "interview_id": id, "question_id": question, "rating": 3 })).await;
    let (code, message) = world.refused("interview_discard", json!({ "interview_id": id })).await;
    assert_eq!(code, "conflict", "{message}");
    world.ok("rating_clear", json!({ "interview_id": id, "question_id": question })).await;
    let draft =
        |text: &str| json!({ "interview_id": id, "place": question, "kind": "note", "text": text, "at_seconds": 3 });
    world.ok("draft_save", draft("half a")).await;
    let (_, message) = world.refused("interview_discard", json!({ "interview_id": id })).await;
    assert!(message.ends_with("stands in the field under question 1."), "no list shows it: {message}");
    world.ok("draft_save", draft("")).await;
    world.ok("interview_discard", json!({ "interview_id": id })).await;
    assert_eq!(list(&world.ok("interview_list", json!({})).await["interviews"]).len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn space_alone_is_no_draft_and_never_stops_a_submission() {
    let world = World::new().await;
    let candidate = world.ok("candidate_add", json!({ "name": "Bo", "role_id": support::ROLE })).await;
    let start = json!({ "candidate_id": candidate["id"], "kit_id": support::KIT });
    let live = world.ok("interview_start", start).await;
    let id = &live["interview"]["id"];
    let blank = json!({ "interview_id": id, "place": "general", "kind": "note", "text": "  \n", "at_seconds": 1 });
    world.ok("draft_save", blank).await;
    world.tick(&text(id), &text(&live["interview"]["at"])).await;
    world.submit(&text(id), "yes", "because").await;
}
