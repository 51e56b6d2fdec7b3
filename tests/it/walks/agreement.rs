//! How far raters agree: what may be told, to whom, and under which name.

use serde_json::{Value, json};
use support::{ROLE, World};

use super::{id, questions};
use crate::{list, text};

/// Each person interviews every candidate alone and rates all questions with one level.
async fn rounds(world: &mut World, people: &[(&str, &[u64])], candidates: &[String]) {
    for (name, levels) in people {
        world.become_colleague(name).await;
        for (candidate, level) in candidates.iter().zip(*levels) {
            world.held(candidate, &vec![json!(level); 6], "yes").await;
        }
    }
}

#[tokio::test]
async fn separate_interviews_are_consistent_and_figures_come_from_five_candidates_on() {
    let mut world = World::new().await;
    let mut candidates = Vec::new();
    for name in ["Ana", "山田太郎", "محمد", "Олена", "Jan", "Zoë"] {
        candidates.push(world.candidate(name).await);
    }
    rounds(&mut world, &[("Ida", &[1, 2, 3, 4, 5, 3]), ("Jo", &[1, 2, 3, 4, 2])], &candidates).await;
    let ask = |ids: &[String]| json!({ "candidate_ids": ids });
    let few = world.ok("agreement_get", ask(&candidates[..4])).await;
    assert_eq!(few["consistency"]["told"]["word"], json!("Consistency"));
    let figures = |told: &Value, which: &str| {
        list(&told[which]["told"]["competencies"]).iter().filter(|one| !one["pairs"].is_null()).count()
    };
    assert_eq!((figures(&few, "consistency"), figures(&few, "agreement")), (0, 0), "four are too few");
    assert_eq!(list(&few["consistency"]["given"]).len(), 0, "and no two differ there");

    let five = world.ok("agreement_get", json!({ "role_id": ROLE })).await;
    assert_eq!((five["candidates"].as_array().map(Vec::len), &five["hidden"]), (Some(6), &json!(0)));
    assert!(figures(&five, "consistency") > 0 && figures(&five, "agreement") == 0, "nobody sat beside another");
    let craft = list(&five["consistency"]["told"]["competencies"]).iter().find(|one| !one["pairs"].is_null()).cloned();
    let craft = craft.unwrap();
    assert_eq!((&craft["units"], &craft["too_few_to_tell"]), (&json!(5), &json!(true)), "one has a single rater");
    assert_eq!(craft["pairs"], json!({ "pairs": 5, "same": 4, "within_one": 4 }));
    assert!(craft["coefficients"]["kappa"]["value"].is_number(), "{craft}");
    let gap = &five["consistency"]["given"][0];
    assert_eq!(gap["candidate_id"], json!(candidates[4]));
    let given: Vec<_> = list(&gap["given"]).iter().map(|g| (text(&g["interviewer"]), g["mean"].clone())).collect();
    assert_eq!(given, [("Jo".to_owned(), json!(2.0)), ("Ida".to_owned(), json!(5.0))]);
}

#[tokio::test]
async fn lead_and_scribe_of_one_meeting_agree_or_not() {
    let world = World::new().await;
    let candidate = world.candidate("Ana").await;
    let other = world.candidate("Bo").await;
    let live = world.start(&candidate).await;
    let lead = id(&live);
    let ask = json!({ "beside": lead, "interviewer_name": "Jo", "part": "scribe" });
    let beside = world.ok("interview_start", ask).await;
    let scribe = id(&beside);
    for (interview, level) in [(&lead, 4), (&scribe, 2)] {
        for question in questions(&live) {
            world.rate(interview, &question, json!(level)).await;
        }
        world.tick(interview, &questions(&live)[0]).await;
        world.submit(interview, "yes", "As the notes show.").await;
    }
    let told = world.ok("agreement_get", json!({ "candidate_ids": [candidate, other] })).await;
    assert_eq!(told["agreement"]["told"]["word"], json!("Agreement"));
    let gap = &told["agreement"]["given"][0]["given"];
    assert_eq!((&gap[0]["part"], &gap[0]["mean"], &gap[1]["part"]), (&json!("scribe"), &json!(2.0), &json!("lead")));
    assert_eq!(list(&told["consistency"]["given"]).len(), 0, "there was one meeting");

    let path = world.beside("packet.pdf");
    world.ok("packet_export", json!({ "candidate_id": candidate, "path": path, "accept_undrawable": true })).await;
    if let Some(printed) = support::pdf_text(&path) {
        let flat = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = flat.matches("the name was chosen there, not verified").count();
        assert_eq!(said, 1, "of the one who wrote at the other's laptop: {flat}");
    }
}

#[tokio::test]
async fn nothing_of_others_is_told_before_ones_own_scorecard_is_in() {
    let mut world = World::new().await;
    let (first, second) = (world.candidate("Ana").await, world.candidate("Bo").await);
    let both = [first.clone(), second.clone()];
    rounds(&mut world, &[("Ida", &[1, 2]), ("Jo", &[4, 4])], &both).await;
    world.become_colleague("Kim").await;
    let open = world.start(&first).await;
    for request in [json!({ "candidate_ids": both }), json!({ "role_id": ROLE })] {
        let told = world.ok("agreement_get", request).await;
        assert_eq!(told["hidden"], json!(2), "neither of this candidate nor of the round");
        assert_eq!(list(&told["candidates"]).len(), 0);
        for which in ["agreement", "consistency"] {
            assert_eq!((list(&told[which]["given"]).len(), list(&told[which]["told"]["gaps"]).len()), (0, 0));
        }
        assert!(!told.to_string().contains("Ida"), "{told}");
    }
    world.tick(&id(&open), &questions(&open)[0]).await;
    world.submit(&id(&open), "no", "As the notes show.").await;
    let told = world.ok("agreement_get", json!({ "candidate_ids": both })).await;
    assert_eq!((&told["hidden"], list(&told["consistency"]["given"]).is_empty()), (&json!(0), false));
    let log = world.ok("log_list", json!({})).await.to_string();
    assert_eq!(log.matches("\"reveal\"").count(), 2, "it is noted that others' scorecards were seen: {log}");
}

#[tokio::test]
async fn candidates_or_a_role_are_asked_about_and_not_both() {
    let world = World::new().await;
    for (request, code) in [
        (json!({}), "invalid"),
        (json!({ "candidate_ids": ["a", "b"], "role_id": ROLE }), "invalid"),
        (json!({ "candidate_ids": ["a"] }), "invalid"),
        (json!({ "role_id": "none" }), "not_found"),
    ] {
        assert_eq!(world.refused("agreement_get", request.clone()).await.0, code, "{request}");
    }
    let told = world.ok("agreement_get", json!({ "role_id": ROLE })).await;
    assert_eq!(list(&told["candidates"]).len(), 0, "nobody is there yet");
}
