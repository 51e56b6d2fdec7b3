//! The meeting's time: it begins, rests, goes on and ends, or does not happen; and the plan that follows from it.

use serde_json::{Value, json};
use support::World;

use super::{id, questions};
use crate::{list, text};

async fn prepared() -> (World, String, Vec<String>) {
    let world = World::new().await;
    let live = world.start(&world.candidate("Jan Kowalski").await).await;
    let (id, questions) = (id(&live), questions(&live));
    (world, id, questions)
}

#[tokio::test]
async fn a_meeting_is_prepared_begins_once_rests_and_ends() {
    let (mut world, id, questions) = prepared().await;
    let of = |mut request: Value| {
        request["interview_id"] = json!(id);
        request
    };
    let phase = |now: &Value| text(&now["meeting"]["phase"]);
    // What is noted before does not begin it, and has no negative time.
    let before = of(json!({ "place": questions[0], "kind": "note", "text": "early", "at_seconds": 0 }));
    world.ok("entry_save", before).await;
    let interview = world.interview(&id).await;
    assert_eq!(interview["meeting"]["phase"], json!("prepared"));
    assert_eq!(interview["meeting"]["begun_at"], json!(null));
    for (command, request) in [
        ("interview_pause", json!({ "cause": "asked", "at_seconds": 1 })),
        ("interview_resume", json!({})),
        ("interview_end", json!({})),
    ] {
        let (code, message) = world.refused(command, of(request)).await;
        assert_eq!(code, "conflict");
        assert!(message.starts_with("This interview has not begun."), "{message}");
    }

    let begun = world.ok("interview_begin", of(json!({ "late_minutes": 4 }))).await;
    assert_eq!((phase(&begun), begun["meeting"]["late_minutes"].clone()), ("live".to_owned(), json!(4)));
    let again = world.ok("interview_begin", of(json!({}))).await;
    assert_eq!(again["meeting"]["begun_at"], begun["meeting"]["begun_at"], "it begins once");
    assert_eq!(again["meeting"]["late_minutes"], json!(4));
    assert_eq!(world.refused("interview_set_phase", of(json!({ "phase": "no_show" }))).await.0, "conflict");

    for elapsed in [300, 250] {
        world.ok("interview_turn", of(json!({ "at": questions[1], "elapsed_seconds": elapsed }))).await;
    }
    assert_eq!(world.interview(&id).await["meeting"]["elapsed_seconds"], json!(300), "it never goes back");
    world.ok("interview_pause", of(json!({ "cause": "asked", "at_seconds": 310 }))).await;
    let paused = world.ok("interview_pause", of(json!({ "cause": "sleep", "at_seconds": 999 }))).await;
    assert_eq!((phase(&paused), list(&paused["meeting"]["pauses"]).len()), ("paused".to_owned(), 1));
    world.ok("interview_turn", of(json!({ "at": questions[1], "elapsed_seconds": 999 }))).await;
    world.restart().await;
    let live = world.ok("interview_get", of(json!({}))).await;
    assert_eq!(live["elapsed_seconds"], json!(310), "time does not count while it rests");
    let resumed = world.ok("interview_resume", of(json!({}))).await;
    assert_eq!(phase(&resumed), "live");
    assert_ne!(resumed["meeting"]["pauses"][0]["ended_at"], json!(null));

    // The page finds out when it wakes that the laptop slept for half an hour, longer than the meeting has lasted.
    let slept = of(json!({ "cause": "sleep", "at_seconds": 320, "ago_seconds": 1800 }));
    let slept = world.ok("interview_pause", slept).await;
    assert_eq!(slept["meeting"]["pauses"][1]["began_at"], begun["meeting"]["begun_at"], "never before it began");
    world.ok("interview_resume", of(json!({}))).await;
    let ended = world.ok("interview_end", of(json!({ "at_seconds": 600 }))).await;
    assert_eq!((phase(&ended), ended["elapsed_seconds"].clone()), ("ended".to_owned(), json!(600)));
    world.ok("interview_end", of(json!({ "at_seconds": 700 }))).await;
    assert_eq!(world.interview(&id).await["meeting"]["elapsed_seconds"], json!(600), "it ends once");
    let (_, message) = world.refused("interview_pause", of(json!({ "cause": "asked", "at_seconds": 1 }))).await;
    assert!(message.starts_with("This interview is over."), "{message}");
    let on = world.ok("interview_resume", of(json!({}))).await;
    assert_eq!(
        (phase(&on), list(&on["meeting"]["pauses"]).len()),
        ("live".to_owned(), 3),
        "the time between is a pause"
    );
    assert_eq!(on["meeting"]["ended_at"], json!(null));
}

#[tokio::test]
async fn a_page_that_was_gone_for_a_moment_goes_on_and_after_longer_it_had_stopped() {
    let (mut world, id, questions) = prepared().await;
    world.ok("interview_begin", json!({ "interview_id": id })).await;
    let turn = json!({ "interview_id": id, "at": questions[0], "elapsed_seconds": 100 });
    world.ok("interview_turn", turn).await;
    let elapsed = async |world: &World| {
        world.ok("interview_get", json!({ "interview_id": id })).await["elapsed_seconds"].as_u64().unwrap()
    };
    world.restart().await;
    let soon = elapsed(&world).await;
    assert!((101..160).contains(&soon), "a restart is part of the meeting: {soon}");
    world.clock.set("2026-11-22T13:00:00Z".parse().unwrap());
    assert_eq!(elapsed(&world).await, 100, "hours away are not");
    world.clock.set("2026-11-22T09:00:00Z".parse().unwrap());
    assert_eq!(elapsed(&world).await, 100, "a clock that was set back takes nothing away");
    world.ok("interview_pause", json!({ "interview_id": id, "cause": "asked", "at_seconds": 101 })).await;
    let pause = world.interview(&id).await["meeting"]["pauses"][0].clone();
    world.clock.set("2026-11-22T08:00:00Z".parse().unwrap());
    let resumed = world.ok("interview_resume", json!({ "interview_id": id })).await;
    assert_eq!(resumed["meeting"]["pauses"][0]["ended_at"], pause["began_at"], "a pause is never shorter than nothing");
}

#[tokio::test]
async fn one_that_did_not_happen_owes_no_scorecard_and_one_that_broke_off_goes_on_later() {
    let world = World::new().await;
    let candidate = world.candidate("Jan Kowalski").await;
    world.held(&candidate, &[json!(4)], "yes").await;
    let of = |live: &Value, mut request: Value| {
        request["interview_id"] = live["interview"]["id"].clone();
        request
    };
    let today = async || list(&world.ok("today_get", json!({})).await["open"]).len();
    let first = world.start(&candidate).await;
    let record = json!({ "candidate_id": candidate });
    assert_eq!(world.refused("packet_check", record.clone()).await.0, "hidden", "one's own is still to come");
    assert_eq!(today().await, 1);
    let gone = of(&first, json!({ "phase": "no_show", "reason": " Ill. " }));
    let gone = world.ok("interview_set_phase", gone).await;
    assert_eq!((&gone["meeting"]["phase"], &gone["meeting"]["reason"]), (&json!("no_show"), &json!("Ill.")));
    assert_eq!(today().await, 0);
    let packet = world.ok("packet_check", record.clone()).await;
    assert_eq!((&packet["submitted"], &packet["missing"]), (&json!(1), &json!(0)), "nothing is missing");
    let card = world.ok("candidate_get", record.clone()).await;
    assert_eq!(card["card"]["open"], json!(0));
    assert_eq!(card["interviews"][0]["phase"], json!("no_show"));

    // Another day: a new interview may start, which breaks off, goes on, and breaks off for good.
    let second = world.start(&candidate).await;
    world.ok("interview_begin", of(&second, json!({}))).await;
    let broke = of(&second, json!({ "phase": "interrupted", "at_seconds": 70 }));
    let broke = world.ok("interview_set_phase", broke).await;
    assert_eq!((&broke["meeting"]["phase"], &broke["elapsed_seconds"]), (&json!("interrupted"), &json!(70)));
    assert_eq!(today().await, 1, "it is to be continued");
    let on = world.ok("interview_resume", of(&second, json!({}))).await;
    assert_eq!(on["meeting"]["pauses"][0]["cause"], json!("interrupted"));
    let broke = world.ok("interview_set_phase", of(&second, json!({ "phase": "interrupted" }))).await;
    let ended = world.ok("interview_end", of(&second, json!({}))).await;
    assert_eq!(ended["meeting"]["ended_at"], broke["meeting"]["pauses"][1]["began_at"], "it ended when it broke off");
    world.ok("interview_set_phase", of(&second, json!({ "phase": "withdrawn" }))).await;
    assert_eq!(today().await, 0);

    // Who did not come waits for another day; who withdrew waits no more.
    let other = world.start(&world.candidate("Bo").await).await;
    for (phase, waits) in [("no_show", 1), ("withdrawn", 0)] {
        world.ok("interview_set_phase", of(&other, json!({ "phase": phase }))).await;
        assert_eq!(list(&world.ok("today_get", json!({})).await["waiting"]).len(), waits, "{phase}");
    }
}

#[tokio::test]
async fn the_plan_follows_the_time_and_what_was_agreed_is_told_to_nobody() {
    let (mut world, id, questions) = prepared().await;
    let ask = |elapsed: u32| json!({ "interview_id": id, "elapsed_seconds": elapsed });
    let start = world.ok("plan_get", ask(0)).await;
    assert_eq!(list(&start["questions"]).len(), questions.len());
    let slot = start["slot_seconds"].as_u64().unwrap();
    assert_eq!((&start["required_fit"], &start["short_seconds"]), (&json!(true), &json!(0)));
    let required = start["required_seconds"].as_u64().unwrap();
    let late = world.ok("plan_get", ask(u32::try_from(slot - required + 60).unwrap())).await;
    assert_eq!((&late["required_fit"], &late["short_seconds"]), (&json!(false), &json!(60)));

    let set = json!({ "interview_id": id, "late_minutes": 3, "early_minutes": 2 });
    assert_eq!(world.ok("interview_set_slot", set).await["plan"]["slot_seconds"], json!(slot - 300));
    let adjustments = json!({ "more_minutes": 15, "break_minutes": 5, "questions_ahead": true });
    let set = json!({ "interview_id": id, "adjustments": adjustments });
    let now = world.ok("adjustment_set", set).await;
    assert_eq!(now["plan"]["slot_seconds"], json!(slot - 300 + 15 * 60 - 5 * 60));
    assert_eq!(now["meeting"]["adjustments"], adjustments);
    let reason = json!({ "interview_id": id, "adjustments": { "more_minutes": 1, "break_minutes": 0, "questions_ahead": false, "reason": "x" } });
    assert_eq!(world.refused("adjustment_set", reason).await.0, "invalid", "the reason is never kept");
    let long = json!({ "interview_id": id, "late_minutes": 481, "early_minutes": 0 });
    assert_eq!(world.refused("interview_set_slot", long).await.0, "invalid");

    // A skipped question needs no time, and neither does a rated one.
    let skip = json!({ "interview_id": id, "question_id": questions[0], "kind": "skipped" });
    world.ok("deviation_set", skip).await;
    world.rate(&id, &questions[1], json!("not_asked")).await;
    let after = world.ok("plan_get", ask(0)).await;
    let needs = |plan: &Value, n: usize| plan["questions"][n]["needs_seconds"].as_u64().unwrap();
    assert_eq!((needs(&after, 0), needs(&after, 1)), (0, 0));
    assert!(needs(&after, 2) > needs(&start, 2), "more time gives each question its part");

    world.tick(&id, &questions[2]).await;
    world.submit(&id, "yes", "Clear.").await;
    let candidate = text(&world.interview(&id).await["candidate_id"]);
    let other = world.candidate("Ana").await;
    let table = world.ok("compare_table", json!({ "candidate_ids": [candidate, other] })).await;
    let detail = world.ok("candidate_get", json!({ "candidate_id": candidate })).await;
    world.become_colleague("Olga Petrova").await;
    let seen = world.interview(&id).await["meeting"]["adjustments"].clone();
    assert_eq!(seen, json!({ "more_minutes": 0, "break_minutes": 0, "questions_ahead": false }));
    for answer in [table, detail] {
        let answer = answer.to_string();
        assert!(!answer.contains("more_minutes") && !answer.contains("questions_ahead"), "{answer}");
    }
}

#[tokio::test]
async fn submitting_ends_a_meeting_that_still_runs() {
    let (world, id, questions) = prepared().await;
    world.ok("interview_begin", json!({ "interview_id": id })).await;
    world.ok("interview_pause", json!({ "interview_id": id, "cause": "asked", "at_seconds": 5 })).await;
    world.tick(&id, &questions[0]).await;
    world.submit(&id, "no", "Clear.").await;
    let meeting = world.interview(&id).await["meeting"].clone();
    assert_eq!(meeting["phase"], json!("ended"));
    assert_ne!(meeting["ended_at"], json!(null));
    assert_ne!(meeting["pauses"][0]["ended_at"], json!(null));
}
