//! From the last note to the locked scorecard: what the review tells, what submitting needs, what is kept.

use serde_json::{Value, json};
use support::{ROLE, World};
use workbench_domain::{interview::Interview, scorecard::content_hash};
use workbench_store::{StoreError, role};

use super::{id, questions};
use crate::{list, text};

/// The codes in a list of the review.
fn codes(list_of: &Value) -> Vec<String> {
    list(list_of).iter().map(text).collect()
}

#[tokio::test]
async fn the_review_tells_what_is_open_until_nothing_is() {
    let world = World::new().await;
    let live = world.start(&world.candidate("Ana Ruiz").await).await;
    let (id, questions) = (id(&live), questions(&live));
    let here = json!({ "interview_id": id });
    let review = async || world.ok("review_get", here.clone()).await;

    let first = review().await;
    assert_eq!(codes(&first["missing"]), ["recommendation", "reason", "evidence"]);
    assert!(codes(&first["open"]).contains(&"unrated_required".to_owned()));
    assert_eq!(first["coverage"]["unrated"], json!(questions.len()));
    assert_eq!(first["findings"], json!([]));
    assert!(list(&first["competencies"]).iter().all(|c| c["mean"] == json!(null)), "missing is missing");

    for question in &questions {
        world.rate(&id, question, json!("not_asked")).await;
    }
    world.rate(&id, &questions[0], json!(4)).await;
    let follow_up = world.note(&id, &questions[0], "follow_up", "ask about the rollback").await;
    let bare = review().await;
    assert_eq!(codes(&bare["open"]), ["no_evidence", "follow_ups", "means"]);
    assert_eq!(text(&bare["questions"][0]["open"]), "no_evidence", "a follow-up is no evidence");
    assert_eq!(list(&bare["follow_ups"]), std::slice::from_ref(&follow_up));

    let quote = world.note(&id, &questions[0], "quote", "we rolled back in 6 minutes").await;
    world.ok("entry_settle", json!({ "entry_id": follow_up["id"], "settled": true })).await;
    world.ok("scorecard_confirm", here.clone()).await;
    let tidy = review().await;
    assert_eq!(codes(&tidy["open"]), [] as [String; 0], "{tidy}");
    assert_eq!(tidy["confirmed"], json!(true));
    let rated: Vec<_> = list(&tidy["competencies"]).iter().filter(|c| !c["mean"].is_null()).collect();
    assert_eq!((rated.len(), &rated[0]["mean"], &rated[0]["rated"]), (1, &json!(4.0), &json!(1)));

    world.ok("entry_settle", json!({ "entry_id": follow_up["id"], "settled": false })).await;
    world.rate(&id, &questions[0], json!(5)).await;
    assert_eq!(codes(&review().await["open"]), ["follow_ups", "means"], "another mean is not the one confirmed");
    let quoted = json!({ "entry_id": quote["id"], "settled": true });
    assert_eq!(world.refused("entry_settle", quoted).await.0, "not_found", "only a follow-up is settled");
}

#[tokio::test]
async fn a_scorecard_keeps_its_reasons_with_their_evidence_and_own_ratings() {
    let mut world = World::new().await;
    let live = world.start(&world.candidate("Ana Ruiz").await).await;
    let (id, questions) = (id(&live), questions(&live));
    let quote = world.note(&id, &questions[0], "quote", "we rolled back in 6 minutes").await;
    world.tick(&id, &questions[1]).await;
    world.rate(&id, &questions[0], json!(4)).await;
    let competency = &live["interview"]["content"]["questions"][0]["competency"];
    let tick = json!({ "question_id": questions[1], "target": "indicator", "number": 1 });
    let draft = |more: Value| {
        let mut draft = json!({ "interview_id": id, "recommendation": "yes", "reason": "Clear." });
        for (key, value) in more.as_object().unwrap() {
            draft[key] = value.clone();
        }
        draft
    };
    let calm = json!({ "text": "Calm when it broke", "entry_ids": [quote["id"]], "ticks": [] });
    let lists = json!({
        "reasons_for": [calm, { "text": "Knows the lock", "ticks": [tick] }],
        "reasons_against": [{ "text": "Not sure yet" }],
        "own_ratings": [{ "competency_id": competency, "level": 2, "reason": "" }],
    });
    world.ok("scorecard_save", draft(lists)).await;
    // Typing the reason leaves the rest as it is, and so does a restart.
    world.ok("scorecard_save", draft(json!({ "reason": "Clear on incidents." }))).await;
    world.restart().await;
    let review = world.ok("review_get", json!({ "interview_id": id })).await;
    assert_eq!(review["scorecard"]["reasons_for"][0], calm);
    assert_eq!(codes(&review["missing"]), ["reason_evidence", "own_rating_reason"], "{review}");

    for (what, wrong, code) in [
        ("four", json!({ "reasons_for": [calm, calm, calm, calm] }), "invalid"),
        ("a note of nobody", json!({ "reasons_for": [{ "text": "x", "entry_ids": ["nobody"] }] }), "not_found"),
        (
            "no such competency",
            json!({ "own_ratings": [{ "competency_id": "x", "level": 3, "reason": "" }] }),
            "not_found",
        ),
        ("level 6", json!({ "own_ratings": [{ "competency_id": competency, "level": 6, "reason": "" }] }), "invalid"),
    ] {
        let refused = world.refused("scorecard_save", draft(wrong)).await;
        assert_eq!(refused.0, code, "{what}: {}", refused.1);
    }
    let submit = |anyway: bool| {
        json!({
            "interview_id": id, "recommendation": "yes", "reason": "Clear on incidents. ", "anyway": anyway,
        })
    };
    assert_eq!(world.refused("scorecard_submit", submit(true)).await.0, "conflict", "a reason without evidence");
    world.ok("scorecard_save", draft(json!({ "reasons_against": [] }))).await;
    assert_eq!(world.refused("scorecard_submit", submit(true)).await.0, "invalid", "an own rating without a reason");
    let own = json!([{ "competency_id": competency, "level": 2, "reason": "Only after two probes." }]);
    world.ok("scorecard_save", draft(json!({ "own_ratings": own }))).await;
    let (code, message) = world.refused("scorecard_submit", submit(false)).await;
    assert_eq!(code, "conflict", "required questions are unrated");
    assert!(message.contains("submit anyway"), "{message}");

    world.clock.set("2026-11-22T11:30:00Z".parse().unwrap());
    let scorecard = world.ok("scorecard_submit", submit(true)).await["scorecard"].clone();
    assert_eq!(scorecard["reason"], json!("Clear on incidents."));
    assert_eq!((&scorecard["submitted_anyway"], &scorecard["own_ratings"]), (&json!(true), &own));
    let kept_at: jiff::Timestamp = text(&quote["kept_at"]).parse().unwrap();
    let submitted_at: jiff::Timestamp = text(&scorecard["submitted_at"]).parse().unwrap();
    let minutes = submitted_at.duration_since(kept_at).as_mins();
    assert!(minutes > 60, "{minutes}");
    assert_eq!(scorecard["minutes"], json!(minutes), "from the last note, though submitting ends what still runs");

    // What is kept is what was hashed: nothing got lost or added on the way to the disk and back.
    world.restart().await;
    let kept = world.interview(&id).await;
    assert_eq!(kept["scorecard"], scorecard);
    let kept: Interview = serde_json::from_value(kept).unwrap();
    assert_eq!(kept.scorecard.hash.as_deref(), Some(content_hash(&kept, &kept.scorecard).as_str()));
}

#[tokio::test]
async fn the_review_points_at_verdicts_and_protected_topics_unless_it_is_told_not_to() {
    let mut world = World::new().await;
    let live = world.start(&world.candidate("Ana Ruiz").await).await;
    let (id, questions) = (id(&live), questions(&live));
    let note = world.note(&id, &questions[0], "note", "😀 He seemed smart.").await;
    let draft = json!({ "interview_id": id, "recommendation": null, "reason": "Her pregnancy." });
    world.ok("scorecard_save", draft).await;
    let findings =
        async |world: &World| world.ok("review_get", json!({ "interview_id": id })).await["findings"].clone();
    let found = findings(&world).await;
    assert_eq!(found[0]["at"], json!({ "place": "entry", "entry_id": note["id"] }), "{found}");
    assert_eq!((&found[0]["kind"], &found[0]["topic"]), (&json!("verdict"), &json!(null)));
    let words: Vec<u16> = text(&note["text"]).encode_utf16().collect();
    let [start, end] = ["start", "end"].map(|at| usize::try_from(found[0][at].as_u64().unwrap()).unwrap());
    assert_eq!(String::from_utf16(&words[start..end]).unwrap(), text(&found[0]["words"]), "counted as the page counts");
    let last = list(&found).last().unwrap().clone();
    assert_eq!((&last["at"], &last["topic"]), (&json!({ "place": "reason" }), &json!("pregnancy")));

    assert_eq!(world.ok("status_get", json!({})).await["settings"]["lint"], json!(true), "it is on");
    world.ok("settings_set", json!({ "theme": "system", "paper": "a4", "lint": false })).await;
    world.restart().await;
    assert_eq!(findings(&world).await, json!([]));
    let older = world.ok("settings_set", json!({ "theme": "system", "paper": "a4" })).await;
    assert_eq!(older["lint"], json!(true), "settings of before say nothing of it");
}

#[tokio::test]
async fn who_sits_beside_reviews_and_submits_on_the_same_laptop() {
    let mut world = World::new().await;
    let candidate = world.candidate("Ana Ruiz").await;
    let live = world.start(&candidate).await;
    let (mine, questions) = (id(&live), questions(&live));
    let beside = json!({ "beside": mine, "interviewer_name": "Olga Petrova", "part": "scribe" });
    let hers = id(&world.ok("interview_start", beside).await);
    for interview in [&mine, &hers] {
        world.tick(interview, &questions[0]).await;
        let review = world.ok("review_get", json!({ "interview_id": interview })).await;
        assert_eq!(codes(&review["missing"]), ["recommendation", "reason"]);
    }
    let secret = world.note(&hers, &questions[0], "note", "hers alone").await;
    world.ok("entry_hide", json!({ "entry_id": secret["id"], "topic": "age" })).await;
    assert_eq!(list(&world.interview(&hers).await["hidden"]).len(), 1, "while she writes");
    world.submit(&hers, "no", "Hers.").await;
    let refused = world.refused("interview_get", json!({ "interview_id": hers })).await;
    assert_eq!(refused.0, "hidden", "another's scorecard, while one's own is open: {}", refused.1);
    let own = world.submit(&mine, "yes", "Mine.").await;
    assert_eq!(own["after_seeing_others"], json!(false));
    let read = world.ok("interview_get", json!({ "interview_id": hers })).await;
    assert_eq!((&read["mine"], &read["interview"]["hidden"]), (&json!(true), &json!([])));
    let amend = |interview: &str| json!({ "interview_id": interview, "reason": "On reflection.", "changes": { "reason": "Otherwise." } });
    for (interview, seen) in [(&mine, true), (&hers, true)] {
        let version = world.ok("scorecard_amend", amend(interview)).await["version"].clone();
        assert_eq!(version["after_seeing_others"], json!(seen), "both have been on this screen");
    }
    world.become_colleague("Jan Kowalski").await;
    assert_eq!(world.refused("scorecard_amend", amend(&hers)).await.0, "conflict");
}

#[tokio::test]
async fn only_its_author_reviews_an_interview() {
    let mut world = World::new().await;
    let live = world.start(&world.candidate("Ana Ruiz").await).await;
    let here = json!({ "interview_id": id(&live) });
    world.become_colleague("Olga Petrova").await;
    assert_eq!(world.refused("review_get", here).await.0, "conflict");
    assert_eq!(world.refused("review_get", json!({ "interview_id": "nobody" })).await.0, "not_found");
}

#[tokio::test]
async fn drafts_are_due_by_the_rule_of_their_role() {
    let mut world = World::new().await;
    let (first, second) = (world.candidate("Ana Ruiz").await, world.candidate("Jan Kowalski").await);
    let early = id(&world.start(&first).await);
    world.ok("interview_begin", json!({ "interview_id": early })).await;
    let today = world.ok("today_get", json!({})).await;
    assert_eq!(today["drafts"], json!([]), "no rule, nothing due");
    assert_eq!(today["open"][0]["due_at"], json!(null));

    world
        .behind(async |store| {
            let rule = store.write(|w| {
                let role = role::get(w, &ROLE.into())?.ok_or(StoreError::Missing)?;
                let ruled = workbench_domain::kit::Role { submit_within_hours: Some(24), ..role };
                role::put(w, &ruled, jiff::Timestamp::UNIX_EPOCH)
            });
            assert_eq!(rule.await.unwrap_or_else(|e: StoreError| panic!("{e}")), workbench_store::Put::Changed);
        })
        .await;
    world.clock.set("2026-11-22T12:00:00Z".parse().unwrap());
    let live = world.start(&second).await;
    let late = id(&live);
    let note = world.note(&late, &questions(&live)[0], "quote", "the last word").await;
    let (third, fourth) = (world.candidate("Prepared").await, world.candidate("No-show").await);
    world.start(&third).await;
    let no_show = id(&world.start(&fourth).await);
    world.note(&no_show, "general", "note", "waited").await;
    world.ok("interview_set_phase", json!({ "interview_id": no_show, "phase": "no_show" })).await;
    world.clock.set("2026-11-23T11:00:00Z".parse().unwrap());
    let today = world.ok("today_get", json!({})).await;
    let open: Vec<_> = list(&today["open"]).iter().map(|card| text(&card["candidate"])).collect();
    assert_eq!(open, ["Prepared"], "what is due stands nowhere else");
    let drafts = today["drafts"].clone();
    let told: Vec<_> = list(&drafts).iter().map(|d| (text(&d["interview"]["id"]), d["overdue"].clone())).collect();
    assert_eq!(told, [(early, json!(true)), (late.clone(), json!(false))], "soonest first; nothing for one to come");
    let noted: jiff::Timestamp = text(&note["kept_at"]).parse().unwrap();
    let due: jiff::Timestamp = text(&drafts[1]["due_at"]).parse().unwrap();
    assert_eq!(due.duration_since(noted).as_hours(), 24, "after the last note");
    world.ok("interview_begin", json!({ "interview_id": late })).await;
    let ended = world.ok("interview_end", json!({ "interview_id": late })).await["meeting"]["ended_at"].clone();
    let due = world.ok("today_get", json!({})).await["drafts"][1]["due_at"].clone();
    let [ended, due]: [jiff::Timestamp; 2] = [ended, due].map(|moment| text(&moment).parse().unwrap());
    assert_eq!(due.duration_since(ended).as_hours(), 24, "or after the end, where it is known");

    world.submit(&late, "yes", "In time.").await;
    let today = world.ok("today_get", json!({})).await;
    assert_eq!(list(&today["drafts"]).len(), 1);
    assert_eq!(today["recent"][0]["due_at"], json!(null), "what is submitted is not due");
}
