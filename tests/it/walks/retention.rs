//! How long things are kept: no rule by itself, a table to choose from, and whose time is over.

use serde_json::{Value, json};
use support::World;

use super::id;
use crate::{list, text};

fn moment(text: &str) -> jiff::Timestamp {
    text.parse().unwrap()
}

async fn choose(world: &World, rule: Value) -> Value {
    world.ok("retention_choose", json!({ "rule_id": rule })).await
}

async fn of(world: &World, candidate: &str) -> Value {
    world.ok("candidate_retention_get", json!({ "candidate_id": candidate })).await
}

async fn due(world: &World) -> Vec<(String, String)> {
    let told = world.ok("retention_list", json!({})).await;
    list(&told["due"]).iter().map(|card| (text(&card["candidate"]), text(&card["kept"]["until"]))).collect()
}

async fn decide(world: &World, candidate: &str, outcome: &str) {
    let decision = json!({ "outcome": outcome, "reason": "As was said.", "formula": "with" });
    world.ok("decision_make", json!({ "candidate_id": candidate, "decision": decision })).await;
}

#[tokio::test]
async fn no_rule_is_chosen_by_itself_and_the_first_real_person_asks_for_one() {
    let mut world = World::new().await;
    let now = world.ok("retention_get", json!({})).await;
    assert_eq!((&now["rule_id"], &now["later"]), (&json!(null), &json!(false)));
    assert_eq!(list(&now["rules"]).len(), 4);
    let today = || async { world.ok("retention_today_get", json!({})).await };
    assert_eq!(today().await, json!({ "no_rule": false, "due": 0, "more": false }), "nobody is here");
    // Whoever is made up asks for nothing.
    let practice = world.ok("interview_start", json!({ "practice": true })).await;
    let made_up = text(&practice["interview"]["candidate_id"]);
    assert_eq!(of(&world, &made_up).await["ask"], json!(false));
    assert_eq!(today().await["no_rule"], json!(false));

    let ana = world.candidate("Ana Lind").await;
    let told = of(&world, &ana).await;
    assert_eq!(
        (&told["ask"], &told["rule"], &told["kept"], &told["due"]),
        (&json!(true), &json!(null), &json!(null), &json!(false))
    );
    assert_eq!(today().await["no_rule"], json!(true));
    // Later is an answer, and no rule.
    let now = choose(&world, json!(null)).await;
    assert_eq!((&now["rule_id"], &now["later"]), (&json!(null), &json!(true)));
    assert_eq!((&of(&world, &ana).await["ask"], today().await["no_rule"].clone()), (&json!(false), json!(true)));
    assert!(due(&world).await.is_empty());
    assert_eq!(world.refused("retention_choose", json!({ "rule_id": "nobody's" })).await.0, "not_found");

    let now = choose(&world, json!("us_private")).await;
    assert_eq!((&now["rule_id"], &now["later"]), (&json!("us_private"), &json!(false)));
    let told = of(&world, &made_up).await;
    assert_eq!(
        (&told["words"], &told["kept"]),
        (&json!("1 year"), &json!(null)),
        "a rule, and no date for who is made up"
    );
    world.restart().await;
    let told = of(&world, &ana).await;
    assert_eq!(
        (&told["ask"], &told["words"], &told["rule"]["id"]),
        (&json!(false), &json!("1 year"), &json!("us_private"))
    );
    assert_eq!(told["kept"]["until"], json!("2027-11-22"), "a year from the last record");
    assert_eq!(world.ok("retention_today_get", json!({})).await, json!({ "no_rule": false, "due": 0, "more": false }));
    // Who chose it is in the log, once, without a name of anybody.
    choose(&world, json!("us_private")).await;
    let lines = world.ok("log_list", json!({})).await;
    let acts: Vec<_> = list(&lines["lines"]).iter().map(|card| text(&card["line"]["act"])).collect();
    assert_eq!(acts, ["retention_set"]);
    assert_eq!(lines["lines"][0]["line"]["subjects"], json!([]));
    assert_eq!(world.ok("log_verify", json!({})).await["broken"], json!(null));
}

#[tokio::test]
async fn the_table_is_edited_and_what_is_in_use_is_not_removed() {
    let world = World::new().await;
    let ana = world.candidate("Ana Lind").await;
    choose(&world, json!("uk_eu")).await;
    let rule = |id: &str, months: u32, hired: Value| {
        json!({ "rule": {
            "id": id, "title": "Ours", "months": months, "hired_months": hired, "source": "Policy of 2026", "read_on": "2026-11-01",
        } })
    };
    // One that came with the workbench: changed, in use as it is now, and as it came again.
    let now = world.ok("retention_rule_save", rule("uk_eu", 9, json!(24))).await;
    let card = list(&now["rules"]).iter().find(|card| card["rule"]["id"] == "uk_eu").unwrap();
    assert_eq!(
        (&card["shipped"], &card["changed"], &card["words"]),
        (&json!(true), &json!(true), &json!("9 months, 2 years if hired"))
    );
    assert_eq!(of(&world, &ana).await["kept"]["until"], json!("2027-08-22"));
    let now = world.ok("retention_rule_remove", json!({ "rule_id": "uk_eu" })).await;
    let card = list(&now["rules"]).iter().find(|card| card["rule"]["id"] == "uk_eu").unwrap();
    assert_eq!((&card["changed"], &card["words"]), (&json!(false), &json!("6 months")));
    assert_eq!(now["rule_id"], json!("uk_eu"), "it is still the one that was chosen");
    assert_eq!(world.refused("retention_rule_remove", json!({ "rule_id": "uk_eu" })).await.0, "not_found");

    // One's own.
    let now = world.ok("retention_rule_save", rule("", 3, json!(null))).await;
    let own = text(&list(&now["rules"])[4]["rule"]["id"]);
    choose(&world, json!(own)).await;
    assert_eq!(of(&world, &ana).await["kept"]["until"], json!("2027-02-22"));
    let (code, message) = world.refused("retention_rule_remove", json!({ "rule_id": own })).await;
    assert_eq!(code, "conflict");
    assert!(message.contains("Ours") && message.contains("Choose another one first"), "{message}");
    choose(&world, json!(null)).await;
    let now = world.ok("retention_rule_remove", json!({ "rule_id": own })).await;
    assert_eq!((list(&now["rules"]).len(), &now["later"]), (4, &json!(true)));

    for (field, wrong) in [
        ("rule.months", rule("", 0, json!(null))),
        ("rule.months", rule("", 601, json!(null))),
        ("rule.hired_months", rule("", 6, json!(0))),
        (
            "rule.title",
            json!({ "rule": { "id": "", "title": " ", "months": 6, "source": "S", "read_on": "2026-11-01" } }),
        ),
        (
            "rule.source",
            json!({ "rule": { "id": "", "title": "T", "months": 6, "source": "", "read_on": "2026-11-01" } }),
        ),
    ] {
        let failure = world.app().call("retention_rule_save", &wrong.to_string()).await.unwrap_err();
        assert_eq!((json!(failure)["code"].clone(), json!(failure)["field"].clone()), (json!("invalid"), json!(field)));
    }
    for bad in ["2026-02-30", "yesterday"] {
        let wrong = json!({ "rule": { "id": "", "title": "T", "months": 6, "source": "S", "read_on": bad } });
        assert_eq!(world.refused("retention_rule_save", wrong).await.0, "invalid");
    }
    assert_eq!(world.refused("retention_rule_save", rule("nobody's", 6, json!(null))).await.0, "not_found");
}

#[tokio::test]
async fn whose_time_is_over_is_listed_with_the_reason_and_who_is_held_stands_apart() {
    let world = World::new().await;
    world.ok("retention_rule_save", json!({ "rule": {
        "id": "uk_eu", "title": "Ours", "months": 6, "hired_months": 24, "source": "Policy of 2026", "read_on": "2026-11-01",
    } })).await;
    choose(&world, json!("uk_eu")).await;
    let mut all = Vec::new();
    for name in ["No decision", "Not hired", "Hired", "On hold"] {
        let candidate = world.candidate(name).await;
        world.held(&candidate, &vec![json!(3); 6], "no").await;
        all.push(candidate);
    }
    // Decided nine days after the last record.
    world.clock.set(moment("2026-12-01T10:00:00Z"));
    decide(&world, &all[1], "no_hire").await;
    decide(&world, &all[2], "hire").await;
    world.ok("hold_set", json!({ "candidate_id": all[3], "reason": "A complaint." })).await;
    assert_eq!(of(&world, &all[1]).await["kept"]["start"], json!("decision"));

    for (at, expected) in [
        // The last day of the period is still in it.
        ("2027-05-22T23:59:00Z", vec![]),
        ("2027-05-23T00:01:00Z", vec![("No decision", "2027-05-22")]),
        ("2027-06-02T10:00:00Z", vec![("No decision", "2027-05-22"), ("Not hired", "2027-06-01")]),
        (
            "2028-12-02T10:00:00Z",
            vec![("No decision", "2027-05-22"), ("Not hired", "2027-06-01"), ("Hired", "2028-12-01")],
        ),
    ] {
        world.clock.set(moment(at));
        let expected: Vec<_> = expected.into_iter().map(|(name, until)| (name.to_owned(), until.to_owned())).collect();
        assert_eq!(due(&world).await, expected, "{at}");
        let today = world.ok("retention_today_get", json!({})).await;
        assert_eq!(today, json!({ "no_rule": false, "due": expected.len(), "more": false }), "{at}");
    }
    let told = world.ok("retention_list", json!({})).await;
    let held = list(&told["held"]);
    assert_eq!(
        (held.len(), text(&held[0]["candidate"]), text(&held[0]["hold"]["reason"])),
        (1, "On hold".to_owned(), "A complaint.".to_owned())
    );
    let at_hold = of(&world, &all[3]).await;
    assert_eq!((&at_hold["due"], &at_hold["kept"]["until"]), (&json!(false), &json!("2027-05-22")), "it would be over");

    // Lifted, the days of the hold do not count.
    world.ok("hold_lift", json!({ "candidate_id": all[3] })).await;
    let after = of(&world, &all[3]).await;
    assert_eq!((&after["kept"]["held_days"], &after["kept"]["until"]), (&json!(732), &json!("2029-05-23")));
    assert_eq!(due(&world).await.len(), 3, "nothing was erased by itself, and the held one has time left");
    // A record made later starts the clock anew.
    world.start(&all[0]).await;
    assert_eq!(due(&world).await.len(), 0, "everyone of the round is hidden while one's own scorecard is open");
    assert_eq!(world.ok("retention_list", json!({})).await["hidden"], json!(4));
}

#[tokio::test]
async fn what_is_read_out_follows_the_rule_unless_somebody_wrote_other_words() {
    let world = World::new().await;
    let said = |interview: String| {
        let world = &world;
        async move {
            text(&world.ok("preparation_get", json!({ "interview_id": interview })).await["preparation"]["retention"])
        }
    };
    let set = |interview: &str, retention: &str| json!({ "interview_id": interview, "spoken_name": "", "covers": "I: code.", "asked": "", "retention": retention });
    choose(&world, json!("us_private")).await;
    let (ana, bo, cy) =
        (world.candidate("Ana Lind").await, world.candidate("Bo Ek").await, world.candidate("Cy Ode").await);
    let (first, second) = (id(&world.start(&ana).await), id(&world.start(&bo).await));
    assert_eq!(said(first.clone()).await, "1 year after the decision");
    // What the page sends back unchanged is nobody's own words.
    world.ok("preparation_set", set(&first, "1 year after the decision")).await;
    world.ok("preparation_set", set(&second, "Christmas")).await;
    choose(&world, json!("uk_eu")).await;
    assert_eq!(said(first.clone()).await, "6 months after the decision");
    assert_eq!(said(second.clone()).await, "Christmas", "one's own words stay");
    assert_eq!(
        said(id(&world.start(&cy).await)).await,
        "6 months after the decision",
        "and are of that interview alone"
    );
    // Once it was read out it stays, whatever the rule says later.
    world.ok("interview_begin", json!({ "interview_id": first })).await;
    choose(&world, json!("us_california")).await;
    assert_eq!(said(first.clone()).await, "6 months after the decision");
    world.ok("preparation_set", set(&first, "6 months after the decision")).await;
    choose(&world, json!(null)).await;
    assert_eq!(said(first).await, "6 months after the decision");
}
