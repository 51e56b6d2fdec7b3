//! The ways an interview starts: from paper afterwards, for practice, and beside another interviewer.

use serde_json::{Value, json};
use support::{KIT, World};

use super::{id, questions};
use crate::{list, text};

#[tokio::test]
async fn paper_notes_are_typed_afterwards_with_both_times() {
    let world = World::new().await;
    let candidate = world.candidate("Ana Ruiz").await;
    let start = |more: Value| {
        let mut request = json!({ "candidate_id": candidate, "kit_id": KIT });
        for (key, value) in more.as_object().unwrap() {
            request[key] = value.clone();
        }
        request
    };
    for (what, more) in [
        ("no time", json!({ "mode": "afterwards" })),
        ("in the future", json!({ "mode": "afterwards", "held_at": "2027-01-01T09:00:00Z" })),
        ("a time for a live one", json!({ "held_at": "2026-11-20T09:00:00Z" })),
        ("someone else's name alone", json!({ "interviewer_name": "Bo" })),
        ("an unknown mode", json!({ "mode": "never" })),
    ] {
        assert_eq!(world.refused("interview_start", start(more)).await.0, "invalid", "{what}");
    }
    assert_eq!(world.refused("interview_start", json!({})).await.0, "invalid");
    let held_at = "2026-11-20T09:00:00Z";
    let live = world.ok("interview_start", start(json!({ "mode": "afterwards", "held_at": held_at }))).await;
    let meeting = &live["interview"]["meeting"];
    assert_eq!((&meeting["mode"], &meeting["held_at"]), (&json!("afterwards"), &json!(held_at)));
    assert_eq!((&meeting["phase"], &meeting["begun_at"]), (&json!("ended"), &json!(null)), "it is over");
    assert!(text(&live["interview"]["started_at"]).starts_with("2026-11-22T10:"), "when it was typed");
    let (id, question) = (id(&live), questions(&live)[0].clone());
    world.note(&id, &question, "note", "from paper").await;
    world.rate(&id, &question, json!(3)).await;
    let card = world.ok("interview_list", json!({})).await["interviews"][0].clone();
    assert_eq!((&card["mode"], &card["held_at"]), (&json!("afterwards"), &json!(held_at)));
}

#[tokio::test]
async fn what_is_written_down_afterwards_has_no_clock_and_is_taken_up_again_as_it_was() {
    let world = World::new().await;
    let candidate = world.candidate("Ana Ruiz").await;
    let start =
        json!({ "candidate_id": candidate, "kit_id": KIT, "mode": "afterwards", "held_at": "2026-11-20T09:00:00Z" });
    let interview_id = id(&world.ok("interview_start", start).await);
    let begin = json!({ "interview_id": interview_id });
    assert_eq!(world.refused("interview_begin", begin.clone()).await.0, "conflict");
    let withdrawn = json!({ "interview_id": interview_id, "phase": "withdrawn", "reason": "took another job" });
    let now = world.ok("interview_set_phase", withdrawn).await;
    assert_eq!(
        (&now["meeting"]["phase"], &now["meeting"]["reason"]),
        (&json!("withdrawn"), &json!("took another job"))
    );
    let before = world.interview(&interview_id).await["meeting"].clone();
    for again in ["from withdrawn", "from ended"] {
        let meeting = world.ok("interview_resume", begin.clone()).await["meeting"].clone();
        assert_eq!((&meeting["phase"], &meeting["reason"]), (&json!("ended"), &json!("")), "{again}");
        for kept in ["held_at", "begun_at", "ended_at", "elapsed_seconds", "pauses"] {
            assert_eq!(meeting[kept], before[kept], "{again}: {kept}");
        }
    }
}

#[tokio::test]
async fn practice_is_in_no_list_and_leaves_nothing_behind() {
    let mut world = World::new().await;
    let candidate = world.candidate("Ana Ruiz").await;
    let live = world.ok("interview_start", json!({ "practice": true })).await;
    assert_eq!((&live["candidate"]["practice"], &live["candidate"]["sample"]), (&json!(true), &json!(true)));
    let practice = live["candidate"]["id"].clone();
    let (id, question) = (id(&live), questions(&live)[0].clone());
    world.ok("interview_begin", json!({ "interview_id": id })).await;
    world.note(&id, &question, "note", "as if it were real").await;
    world.rate(&id, &question, json!(3)).await;

    let names = async |world: &World| {
        let today = world.ok("today_get", json!({})).await;
        assert_eq!(list(&today["open"]).len(), 0);
        assert_eq!(list(&world.ok("interview_list", json!({})).await["interviews"]).len(), 0);
        let list = world.ok("candidate_list", json!({})).await;
        list["candidates"].as_array().unwrap().iter().map(|c| text(&c["candidate"]["name"])).collect::<Vec<_>>()
    };
    assert_eq!(names(&world).await, ["Ana Ruiz"]);
    for (command, request) in [
        ("compare_table", json!({ "candidate_ids": [candidate, practice] })),
        ("packet_check", json!({ "candidate_id": practice })),
        ("candidate_get", json!({ "candidate_id": practice })),
    ] {
        assert_eq!(world.refused(command, request).await.0, "not_found", "{command}");
    }
    let submit = json!({ "interview_id": id, "recommendation": "yes", "reason": "x" });
    let (code, message) = world.refused("scorecard_submit", submit).await;
    assert_eq!(code, "conflict");
    assert!(message.contains("practice"), "{message}");
    world.ok("interview_end", json!({ "interview_id": id })).await;
    world.ok("interview_discard", json!({ "interview_id": id })).await;
    assert_eq!(world.refused("interview_get", json!({ "interview_id": id })).await.0, "not_found");

    // One that was left without a word is gone with the next practice, and at the next start.
    let second = world.ok("interview_start", json!({ "practice": true, "kit_id": KIT })).await;
    assert_eq!(text(&second["interview"]["content"]["kit"]["id"]), KIT);
    let third = world.ok("interview_start", json!({ "practice": true })).await;
    for (gone, live) in [(true, &second), (false, &third)] {
        let get = json!({ "interview_id": live["interview"]["id"] });
        assert_eq!(world.app().call("interview_get", &get.to_string()).await.is_err(), gone);
    }
    world.restart().await;
    let get = json!({ "interview_id": third["interview"]["id"] });
    assert_eq!(world.refused("interview_get", get).await.0, "not_found");
    assert_eq!(names(&world).await, ["Ana Ruiz"]);
    for more in
        [json!({ "candidate_id": candidate }), json!({ "mode": "afterwards", "held_at": "2026-11-20T09:00:00Z" })]
    {
        let mut request = json!({ "practice": true });
        for (key, value) in more.as_object().unwrap() {
            request[key] = value.clone();
        }
        assert_eq!(world.refused("interview_start", request).await.0, "invalid");
    }
}

#[tokio::test]
async fn two_interviewers_share_a_laptop_and_a_meeting_and_each_has_a_scorecard() {
    let mut world = World::new().await;
    let candidate = world.candidate("Jan Kowalski").await;
    let start = json!({ "candidate_id": candidate, "kit_id": KIT, "part": "lead" });
    let lead = world.ok("interview_start", start).await;
    let lead_id = id(&lead);
    let beside = |name: &str| json!({ "beside": lead_id, "part": "scribe", "interviewer_name": name });
    for wrong in ["", "Ana Ruiz"] {
        assert_eq!(world.refused("interview_start", beside(wrong)).await.0, "invalid", "{wrong:?}");
    }
    let scribe = world.ok("interview_start", beside(" Olga Petrova ")).await;
    let scribe_id = id(&scribe);
    let (one, other) = (&lead["interview"], &scribe["interview"]);
    assert_eq!(other["session_id"], one["session_id"]);
    assert_eq!((&one["part"], &other["part"]), (&json!("lead"), &json!("scribe")));
    assert_eq!(text(&other["interviewer"]["name"]), "Olga Petrova");
    assert_eq!((&scribe["mine"], &other["kit_hash"]), (&json!(true), &one["kit_hash"]));
    assert_eq!(world.refused("interview_start", beside("Olga Petrova")).await.0, "conflict", "one each");
    let besides = async |world: &World, id: &str| {
        world.ok("interview_get", json!({ "interview_id": id })).await["beside"].clone()
    };
    let today = world.ok("today_get", json!({})).await;
    let open: Vec<_> = list(&today["open"]).iter().map(|card| card["id"].clone()).collect();
    assert_eq!(open, [lead_id.clone().into(), Value::from(scribe_id.clone())], "one's own comes first");
    let (hers, ones_own) = (besides(&world, &lead_id).await, besides(&world, &scribe_id).await);
    assert_eq!(hers, json!([{ "interview_id": scribe_id, "interviewer": "Olga Petrova", "part": "scribe" }]));
    assert_eq!(ones_own, json!([{ "interview_id": lead_id, "interviewer": "Ana Ruiz", "part": "lead" }]));
    assert_eq!(lead["beside"], json!([]));

    // One meeting: it begins, rests and ends for both. Two scorecards: what is written is each one's own.
    world.ok("interview_begin", json!({ "interview_id": lead_id })).await;
    let turn = json!({ "interview_id": lead_id, "at": "general", "elapsed_seconds": 7 });
    world.ok("interview_turn", turn).await;
    assert_eq!(world.interview(&scribe_id).await["meeting"]["elapsed_seconds"], json!(7), "told for both");
    world.ok("interview_pause", json!({ "interview_id": scribe_id, "cause": "asked", "at_seconds": 9 })).await;
    let meeting = async |world: &World, id: &str| world.interview(id).await["meeting"].clone();
    let (first, second) = (meeting(&world, &lead_id).await, meeting(&world, &scribe_id).await);
    assert_eq!(first, second);
    assert_eq!((&first["phase"], list(&first["pauses"]).len()), (&json!("paused"), 1));
    let question = questions(&lead)[0].clone();
    world.note(&scribe_id, &question, "quote", "hers").await;
    world.rate(&scribe_id, &question, json!(2)).await;
    assert_eq!(list(&world.interview(&lead_id).await["entries"]).len(), 0);
    world.restart().await;
    world.submit(&scribe_id, "no", "Clear.").await;
    let ask = json!({ "candidate_ids": [candidate, world.candidate("Bo").await] });
    let table = world.ok("compare_table", ask.clone()).await;
    assert_eq!(table["candidates"][0]["hidden"], json!(true), "hers is hidden until one's own is in");
    let hers = json!({ "interview_id": scribe_id });
    assert_eq!(world.refused("interview_get", hers).await.0, "hidden");
    world.ok("interview_end", json!({ "interview_id": lead_id, "at_seconds": 50 })).await;
    world.tick(&lead_id, &question).await;
    world.submit(&lead_id, "no", "Clear.").await;
    assert_eq!(meeting(&world, &scribe_id).await["elapsed_seconds"], json!(9), "hers was locked when this one ended");
    let table = world.ok("compare_table", ask).await;
    let names: Vec<String> =
        list(&table["candidates"][0]["opinions"]).iter().map(|o| text(&o["interviewer"])).collect();
    assert_eq!(names, ["Ana Ruiz", "Olga Petrova"]);

    // Nobody else's laptop may write in it.
    let third = world.start(&world.candidate("Cy").await).await;
    assert_eq!(third["interview"]["part"], json!(null));
    let beside = json!({ "beside": id(&third), "part": "lead", "interviewer_name": "Olga Petrova" });
    let fourth = world.ok("interview_start", beside).await;
    assert_eq!(fourth["interview"]["interviewer"]["id"], other["interviewer"]["id"], "she is known by now");
    assert_eq!(world.interview(&id(&third)).await["part"], json!("scribe"), "who comes second says it for both");
    world.become_colleague("Somebody Else").await;
    let begin = json!({ "interview_id": id(&fourth) });
    assert_eq!(world.refused("interview_begin", begin).await.0, "conflict");
}
