//! Amendments: every version kept, the first one counts, and whether others were seen before.

use serde_json::{Value, json};
use support::World;
use workbench_domain::{
    amendment::{ScorecardVersion, version_hash},
    interviewer::Interviewer,
};
use workbench_store::{StoreError, interviewer};

use super::{id, questions};
use crate::{list, text};

/// From here on this person uses the folder.
async fn become_again(world: &mut World, who: &Value) {
    let person = Interviewer { id: text(&who["id"]).into(), name: text(&who["name"]) };
    world
        .behind(async |store| {
            let back = store.write(move |w| interviewer::set_me(w, &person)).await;
            back.unwrap_or_else(|error: StoreError| panic!("{error}"));
        })
        .await;
}

async fn amend(world: &World, interview: &str, reason: &str, changes: Value) -> Value {
    let request = json!({ "interview_id": interview, "reason": reason, "changes": changes });
    world.ok("scorecard_amend", request).await["version"].clone()
}

#[tokio::test]
async fn an_amendment_needs_a_reason_and_leaves_what_counts_as_it_was() {
    let mut world = World::new().await;
    let (first, second) = (world.candidate("Ana Ruiz").await, world.candidate("Jan Kowalski").await);
    let live = world.start(&first).await;
    let (interview, asked) = (id(&live), questions(&live));
    world.tick(&interview, &asked[0]).await;
    world.rate(&interview, &asked[0], json!(4)).await;
    let rate = |rating: Value| json!({ "ratings": [{ "question_id": asked[0], "rating": rating }] });
    let request = |reason: &str, changes: Value| {
        json!({
            "interview_id": interview, "reason": reason, "changes": changes,
        })
    };
    let early = world.refused("scorecard_amend", request("A slip.", rate(json!(2)))).await;
    assert_eq!(early.0, "conflict", "a draft is changed directly: {}", early.1);
    assert_eq!(world.ok("scorecard_versions", json!({ "interview_id": interview })).await["versions"], json!([]));

    let submitted = world.submit(&interview, "yes", "Clear.").await;
    let before = world.interview(&interview).await;
    for (request, code) in [
        (request(" ", rate(json!(2))), "invalid"),
        (request("A slip.", json!({})), "invalid"),
        (request("A slip.", rate(json!(4))), "invalid"),
        (request("A slip.", json!({ "reason": "" })), "invalid"),
        (request("A slip.", json!({ "notes": [] })), "invalid"),
        (request("A slip.", json!({ "ratings": [{ "question_id": "x", "rating": 2 }] })), "invalid"),
    ] {
        assert_eq!(world.refused("scorecard_amend", request.clone()).await.0, code, "{request}");
    }
    let amended = amend(&world, &interview, "A slip of the finger.", rate(json!(2))).await;
    assert_eq!((&amended["number"], &amended["after_seeing_others"]), (&json!(2), &json!(false)));
    amend(&world, &interview, "It was a no.", json!({ "recommendation": "no" })).await;
    world.restart().await;

    let versions = world.ok("scorecard_versions", json!({ "interview_id": interview })).await["versions"].clone();
    let versions: Vec<ScorecardVersion> = serde_json::from_value(versions).unwrap();
    let said: Vec<_> =
        versions.iter().map(|v| (v.number, v.judgement.recommendation.code(), v.reason.clone())).collect();
    let because = |reason: &str| Some(reason.to_owned());
    let expected = [(1, "yes", None), (2, "yes", because("A slip of the finger.")), (3, "no", because("It was a no."))];
    assert_eq!(said, expected);
    assert_eq!(json!(versions[0].hash), submitted["hash"]);
    for pair in versions.windows(2) {
        assert_eq!(pair[1].hash, version_hash(&pair[1], &pair[0].hash), "each is chained to the one before");
    }
    let rating = |version: &ScorecardVersion| json!(version.judgement.ratings[0].rating);
    assert_eq!(versions.iter().map(rating).collect::<Vec<_>>(), [json!(4), json!(2), json!(2)]);

    let mut after = world.interview(&interview).await;
    let told = after["scorecard"]["amendments"].take();
    assert_eq!(list(&told).len(), 2, "the scorecard tells that there are later versions");
    after["scorecard"]["amendments"] = json!([]);
    assert_eq!(after, before, "and is itself as it was submitted");
    world.held(&second, &[json!(3)], "no").await;
    let table = world.ok("compare_table", json!({ "candidate_ids": [first, second] })).await;
    assert_eq!(table["candidates"][0]["opinions"][0]["recommendation"], json!("yes"), "the first version counts");
    let said = |n: usize| table["candidates"][n]["opinions"][0]["amended"].clone();
    assert_eq!((said(0), said(1)), (json!("no"), json!(null)), "and what was said later stands beside it");
    let levels: Vec<f64> = list(&table["rows"])
        .iter()
        .flat_map(|row| {
            list(&row["cells"][0]["ratings"]).iter().filter_map(|r| r["rating"].as_f64()).collect::<Vec<_>>()
        })
        .collect();
    assert!(levels.contains(&4.0), "the rating that was amended to 2: {levels:?}");
    let composite = &table["candidates"][0]["composite"];
    let means =
        list(&table["rows"]).iter().filter_map(|row| row["cells"][0]["figure"]["mean"].as_f64()).collect::<Vec<_>>();
    let expected = means.iter().sum::<f64>() / means.len() as f64;
    assert!((composite["value"].as_f64().unwrap() - expected).abs() < 1e-12, "the weights are equal");
}

#[tokio::test]
async fn an_amendment_after_seeing_others_is_marked_so_however_they_were_seen() {
    let ways = [
        "interview_get",
        "attachment_list",
        "scorecard_versions",
        "compare_table",
        "compare_evidence",
        "packet_export",
        "comparison_export",
    ];
    for way in ways {
        let mut world = World::new().await;
        let (first, second) = (world.candidate("Ana Ruiz").await, world.candidate("Jan Kowalski").await);
        let theirs = world.held(&first, &[json!(5)], "strong_yes").await;
        world.become_colleague("Olga Petrova").await;
        let mine = world.held(&first, &[json!(2)], "no").await;
        let no_longer = async |world: &World| {
            let own = world.ok("scorecard_versions", json!({ "interview_id": mine })).await;
            let before =
                amend(world, &mine, "On reflection.", json!({ "reason": format!("{}", list(&own["versions"]).len()) }));
            before.await["after_seeing_others"].clone()
        };
        // Looking at one's own, or at how long a packet would be, shows nobody else's.
        world.interview(&mine).await;
        world.ok("packet_check", json!({ "candidate_id": first })).await;
        world.ok("candidate_get", json!({ "candidate_id": first })).await;
        assert_eq!(no_longer(&world).await, json!(false), "{way}");

        let competency = world.interview(&mine).await["content"]["role"]["competencies"][0]["id"].clone();
        let request = match way {
            "interview_get" | "attachment_list" | "scorecard_versions" => json!({ "interview_id": theirs }),
            "compare_table" => json!({ "candidate_ids": [first, second] }),
            "compare_evidence" => json!({ "candidate_id": first, "competency_id": competency }),
            "packet_export" => json!({ "candidate_id": first, "path": world.beside("packet.pdf") }),
            _ => json!({ "candidate_ids": [first, second], "path": world.beside("comparison.pdf") }),
        };
        world.ok(way, request).await;
        world.restart().await;
        assert_eq!(no_longer(&world).await, json!(true), "{way}");
        let told = world.interview(&mine).await["scorecard"].clone();
        assert_eq!(told["after_seeing_others"], json!(false), "the first version was made before");
        let marks: Vec<_> = list(&told["amendments"]).iter().map(|a| a["after_seeing_others"].clone()).collect();
        assert_eq!(marks, [json!(false), json!(true)]);
    }
}

#[tokio::test]
async fn a_first_version_after_seeing_others_says_so_and_another_candidate_does_not_matter() {
    let mut world = World::new().await;
    let (first, second) = (world.candidate("Ana Ruiz").await, world.candidate("Jan Kowalski").await);
    world.held(&first, &[json!(5)], "strong_yes").await;
    world.held(&second, &[json!(1)], "no").await;
    world.become_colleague("Olga Petrova").await;
    // Nothing of one's own is open, so it may be read; what is written afterwards is written with that in mind.
    world.ok("packet_export", json!({ "candidate_id": first, "path": world.beside("packet.pdf") })).await;
    for (candidate, seen) in [(&first, true), (&second, false)] {
        let mine = world.held(candidate, &[json!(3)], "yes").await;
        let scorecard = world.interview(&mine).await["scorecard"].clone();
        assert_eq!(scorecard["after_seeing_others"], json!(seen), "{scorecard}");
    }
}

#[tokio::test]
async fn nobody_amends_a_colleagues_scorecard() {
    let mut world = World::new().await;
    let candidate = world.candidate("Ana Ruiz").await;
    let mine = world.held(&candidate, &[json!(5)], "strong_yes").await;
    let me = world.interview(&mine).await["interviewer"].clone();
    world.become_colleague("Olga Petrova").await;
    let request = json!({ "interview_id": mine, "reason": "No.", "changes": { "recommendation": "no" } });
    assert_eq!(world.refused("scorecard_amend", request.clone()).await.0, "conflict");
    become_again(&mut world, &me).await;
    world.ok("scorecard_amend", request).await;
}

#[tokio::test]
async fn what_is_written_of_an_amendment_is_there_after_a_restart_and_gone_once_it_is_added() {
    let mut world = World::new().await;
    let candidate = world.candidate("Ana Ruiz").await;
    let live = world.start(&candidate).await;
    let (interview, asked) = (id(&live), questions(&live));
    let save =
        |reason: &str, changes: Value| json!({ "interview_id": interview, "reason": reason, "changes": changes });
    let draft = async |world: &World| {
        world.ok("scorecard_versions", json!({ "interview_id": interview })).await["draft"].clone()
    };
    let early = world.refused("amendment_save", save("A slip", json!({}))).await;
    assert_eq!(early.0, "conflict", "a draft is changed directly: {}", early.1);
    world.tick(&interview, &asked[0]).await;
    world.submit(&interview, "yes", "Clear.").await;
    assert_eq!(draft(&world).await, json!(null));

    // Half a word, a reason without evidence, an own rating without a reason: all of it may be there while it is written.
    let half = json!({
        "recommendation": "no",
        "reasons_for": [{ "text": "cal", "entry_ids": [], "ticks": [] }],
        "own_ratings": [{ "competency_id": "c", "level": 2, "reason": "" }],
        "ratings": [{ "question_id": asked[0], "rating": null }],
    });
    let before = world.interview(&interview).await;
    world.ok("amendment_save", save("A sl", half.clone())).await;
    world.restart().await;
    let there = draft(&world).await;
    assert_eq!(there["reason"], json!("A sl"));
    for (key, value) in half.as_object().unwrap() {
        assert_eq!(&there["changes"][key], value, "{key}");
    }
    assert_eq!(world.interview(&interview).await, before, "the scorecard is as it was submitted");
    let long = "x".repeat(100_001);
    for changes in
        [json!({ "reason": long }), json!({ "own_ratings": [{ "competency_id": "c", "level": 2, "reason": long }] })]
    {
        assert_eq!(world.refused("amendment_save", save("", changes)).await.0, "invalid");
    }
    assert_eq!(draft(&world).await, there, "what is refused changes nothing");

    // Cleared, it is gone; added, it is a version and no draft any more.
    world.ok("amendment_save", save(" ", json!({}))).await;
    assert_eq!(draft(&world).await, json!(null));
    let no = json!({ "recommendation": "no" });
    world.ok("amendment_save", save("A slip.", no.clone())).await;
    amend(&world, &interview, "A slip.", no).await;
    assert_eq!(draft(&world).await, json!(null));

    // Nobody else reads or writes it.
    world.ok("amendment_save", save("Half", json!({}))).await;
    world.become_colleague("Olga Petrova").await;
    assert_eq!(draft(&world).await, json!(null));
    assert_eq!(world.refused("amendment_save", save("No.", json!({}))).await.0, "conflict");
}
