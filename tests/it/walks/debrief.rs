//! The debrief, the decision and the log: nothing before one's own scorecard, a reason always, every version kept.

use serde_json::{Value, json};
use support::{World, pdf_text};
use workbench_store::StoreError;

use super::{id, questions};
use crate::{list, text};

/// What the log says, the oldest line first.
async fn acts(world: &World) -> Vec<String> {
    let lines = world.ok("log_list", json!({})).await["lines"].clone();
    list(&lines).iter().rev().map(|card| text(&card["line"]["act"])).collect()
}

fn hire(reason: &str) -> Value {
    json!({ "outcome": "hire", "reason": reason, "formula": "with" })
}

#[tokio::test]
async fn nothing_of_a_debrief_is_shown_written_or_decided_before_ones_own_scorecard_is_in() {
    let world = World::new().await;
    let (ana, bo) = (world.candidate("Ana Ruiz").await, world.candidate("Bo Ek").await);
    world.held(&ana, &[json!(4)], "yes").await;
    let live = world.start(&bo).await;
    for (candidate, owed) in
        [(&ana, "Your scorecard on Bo Ek is not submitted"), (&bo, "You have an interview with Bo Ek")]
    {
        for (command, request) in [
            ("debrief_get", json!({ "candidate_id": candidate })),
            ("debrief_save", json!({ "candidate_id": candidate, "notes": "We think" })),
            ("decision_make", json!({ "candidate_id": candidate, "decision": hire("Because.") })),
        ] {
            let (code, why) = world.refused(command, request).await;
            assert_eq!(code, "conflict", "{command}");
            assert!(why.contains(owed), "{command}: {why}");
        }
    }
    assert_eq!(acts(&world).await, ["scorecard_submit"]);
    let (interview, asked) = (id(&live), questions(&live));
    world.tick(&interview, &asked[0]).await;
    world.rate(&interview, &asked[0], json!(2)).await;
    world.submit(&interview, "no", "Not yet.").await;
    let shown = world.ok("debrief_get", json!({ "candidate_id": ana })).await;
    assert_eq!(shown["view"]["opinions"][0]["recommendation"], json!("yes"));
    assert_eq!(shown["view"]["standing"]["of"], json!(2), "the two candidates for the role are compared");
}

#[tokio::test]
async fn the_candidate_says_what_was_decided_unless_a_scorecard_of_the_round_is_owed() {
    let world = World::new().await;
    let (ana, bo) = (world.candidate("Ana Ruiz").await, world.candidate("Bo Ek").await);
    let decided =
        async || world.ok("candidate_get", json!({ "candidate_id": ana })).await["decided"]["outcome"].clone();
    assert_eq!(decided().await, Value::Null, "nothing yet");
    world.held(&ana, &[json!(4)], "yes").await;
    world.ok("decision_make", json!({ "candidate_id": ana, "decision": hire("Because.") })).await;
    assert_eq!(decided().await, json!("hire"));
    let live = world.start(&bo).await;
    assert_eq!(decided().await, Value::Null, "while a scorecard of the round is open");
    let (interview, asked) = (id(&live), questions(&live));
    world.tick(&interview, &asked[0]).await;
    world.submit(&interview, "no", "Not yet.").await;
    assert_eq!(decided().await, json!("hire"));
}

#[tokio::test]
async fn a_decision_needs_a_reason_and_every_version_is_kept_and_logged() {
    let world = World::new().await;
    let ana = world.candidate("Ana Ruiz").await;
    world.held(&ana, &[json!(4), json!(2)], "yes").await;
    let make = |decision: Value, after: Value| json!({ "candidate_id": ana, "decision": decision, "after": after });
    for (decision, words) in [
        (json!({}), "Choose what is decided"),
        (json!({ "outcome": "hire", "formula": "with", "reason": " \n" }), "Say why"),
        (json!({ "outcome": "hire", "reason": "Because." }), "with the formula or against"),
        (
            json!({ "outcome": "hire", "reason": "B.", "formula": "with", "dissent": [{ "name": "Jan", "words": "" }] }),
            "dissents",
        ),
    ] {
        let (code, why) = world.refused("decision_make", make(decision.clone(), Value::Null)).await;
        assert_eq!(code, "invalid", "{decision}");
        assert!(why.contains(words), "{decision}: {why}");
    }
    assert_eq!(world.refused("decision_make", make(json!({ "outcome": "maybe" }), Value::Null)).await.0, "invalid");

    let row = world.ok("debrief_get", json!({ "candidate_id": ana })).await["view"]["rows"][0].clone();
    let competency_id = row["competency"]["id"].clone();
    let agreed =
        json!([{ "competency_id": competency_id, "competency": row["competency"]["name"], "level": 5, "reason": "" }]);
    let point = |owner: &str| json!([{ "id": "p1", "kind": "risk", "text": "Never on call", "owner": owner, "settled": false }]);
    world
        .ok(
            "debrief_save",
            json!({ "candidate_id": ana, "notes": "Long talk", "consensus": agreed, "points": point("") }),
        )
        .await;
    let before = world.refused("decision_make", make(hire("Led it."), Value::Null)).await.1;
    assert!(before.contains("Say why you agreed"), "{before}");
    let mut reasoned = agreed.clone();
    reasoned[0]["reason"] = json!("Both heard it.");
    world.ok("debrief_save", json!({ "candidate_id": ana, "consensus": reasoned })).await;
    let before = world.refused("decision_make", make(hire("Led it."), Value::Null)).await.1;
    assert!(before.contains("Never on call"), "an open point needs an owner: {before}");
    world.ok("debrief_save", json!({ "candidate_id": ana, "points": point("Jan"), "decision": hire("Led it.") })).await;

    let first = world.ok("decision_make", make(hire("Led it."), Value::Null)).await["version"].clone();
    assert_eq!((&first["number"], &first["decision"]["reason"]), (&json!(1), &json!("Led it.")));
    assert_eq!(
        first["composite"]["value"].as_f64(),
        world.ok("debrief_get", json!({ "candidate_id": ana })).await["view"]["composite"]["value"].as_f64()
    );
    assert_eq!((&first["consensus"][0]["level"], &first["open"][0]["owner"]), (&json!(5), &json!("Jan")));

    let stale = world.refused("decision_make", make(hire("Twice."), Value::Null)).await;
    assert_eq!(stale.0, "conflict", "pressed twice: {}", stale.1);
    let dissent = json!({
        "outcome": "no_hire", "reason": "References.", "formula": "against", "level": "mid-level",
        "dissent": [{ "name": "太郎", "words": "She led it." }],
    });
    let second = world.ok("decision_make", make(dissent, json!(1))).await["version"].clone();
    assert_eq!(second["previous"], first["hash"]);
    let decided = world.ok("candidate_get", json!({ "candidate_id": ana })).await["decided"].clone();
    let told = json!({ "outcome": "no_hire", "level": "mid-level", "role": "", "at": second["at"], "number": 2 });
    assert_eq!(decided, told, "the candidate's page says what was decided last");

    let now = world.ok("debrief_get", json!({ "candidate_id": ana })).await;
    let kept: Vec<&Value> = list(&now["decisions"]).iter().map(|version| &version["hash"]).collect();
    assert_eq!(kept, [&second["hash"], &first["hash"]], "both versions, the newest first");
    assert_eq!(now["draft"]["decision"]["outcome"], Value::Null, "what was decided is a draft no more");
    assert_eq!(now["draft"]["notes"], json!("Long talk"));
    let figures = &now["view"]["rows"][0];
    assert_eq!(figures["figure"]["mean"], row["figure"]["mean"], "an agreed rating enters no figure");
    assert_eq!(acts(&world).await, ["scorecard_submit", "decision_make", "decision_change"]);
    let lines = world.ok("log_list", json!({ "limit": 1 })).await["lines"].clone();
    assert_eq!(lines[0]["line"]["content"], second["hash"]);
    assert!(!lines.to_string().contains("References"), "no words are in the log");
    assert_eq!(world.ok("log_verify", json!({})).await["broken"], Value::Null);
}

#[tokio::test]
async fn where_nothing_was_rated_a_decision_says_nothing_of_figures() {
    let world = World::new().await;
    let ana = world.candidate("Ana Ruiz").await;
    let make = |decision: Value| json!({ "candidate_id": ana, "decision": decision });
    assert_eq!(world.refused("decision_make", make(hire("Because."))).await.0, "invalid");
    let hold = json!({ "outcome": "hold", "reason": "She asked to wait." });
    let made = world.ok("decision_make", make(hold)).await["version"].clone();
    assert_eq!((&made["composite"], &made["decision"]["formula"]), (&Value::Null, &Value::Null));
}

#[tokio::test]
async fn what_others_submitted_is_logged_once_when_it_is_first_seen_and_so_is_every_export() {
    let mut world = World::new().await;
    let ana = world.candidate("Ana Ruiz").await;
    world.held(&ana, &[json!(4)], "yes").await;
    world.ok("debrief_get", json!({ "candidate_id": ana })).await;
    assert_eq!(acts(&world).await, ["scorecard_submit"], "one's own is nothing new");
    world.become_colleague("Jan").await;
    world.ok("debrief_get", json!({ "candidate_id": ana })).await;
    world.ok("debrief_get", json!({ "candidate_id": ana })).await;
    let path = world.beside("packet.pdf");
    let exported = world.ok("packet_export", json!({ "candidate_id": ana, "path": path })).await;
    assert_eq!(acts(&world).await, ["scorecard_submit", "reveal", "packet_export"]);
    let newest = world.ok("log_list", json!({ "limit": 1 })).await["lines"][0].clone();
    assert_eq!((&newest["line"]["content"], &newest["actor"]), (&exported["sha256"], &json!("Jan")));
    assert_eq!(newest["line"]["subjects"], json!([{ "candidate": ana }]));

    let inside = world.data().join("packet.pdf");
    world.refused("packet_export", json!({ "candidate_id": ana, "path": inside })).await;
    assert_eq!(acts(&world).await.len(), 3, "what is refused is not logged");
}

#[tokio::test]
async fn a_broken_link_is_named_and_a_decision_that_was_changed_behind_the_log() {
    let mut world = World::new().await;
    let ana = world.candidate("Ana Ruiz").await;
    world.held(&ana, &[json!(4)], "yes").await;
    world.ok("decision_make", json!({ "candidate_id": ana, "decision": hire("Because.") })).await;
    assert_eq!(world.ok("log_verify", json!({})).await["lines"], json!(2));
    // Someone who writes past the use cases: a decision that the log does not know.
    let forged = ana.clone();
    world
        .behind(async |store| {
            let put = store.write(move |w| {
                let candidate = forged.as_str().into();
                let mut version = workbench_store::decision::versions(w, &candidate, None)?.remove(0);
                version.number = 2;
                version.decision.reason = "Forged.".into();
                let deed = workbench_domain::log::Deed {
                    at: version.at,
                    actor: version.by.id.clone(),
                    act: workbench_domain::log::Act::DecisionChange,
                    subjects: Vec::new(),
                    content: version.hash.clone(),
                };
                workbench_store::decision::add(w, &version, deed)
            });
            put.await.unwrap_or_else(|error: StoreError| panic!("{error}"));
        })
        .await;
    let broken = world.ok("log_verify", json!({})).await["broken"].clone();
    assert_eq!((&broken["fault"], &broken["subject"]), (&json!("not_logged"), &json!({ "candidate": ana })));
    assert_eq!(broken["sequence"], json!(4));
}

#[tokio::test]
async fn the_packet_prints_the_decision_with_its_reason_and_what_was_agreed_and_no_word_of_the_meeting() {
    let world = World::new().await;
    let ana = world.candidate("Ana Ruiz").await;
    world.held(&ana, &[json!(4)], "yes").await;
    let print = async |name: &str| {
        let path = world.beside(name);
        world.ok("packet_export", json!({ "candidate_id": ana, "path": path })).await;
        pdf_text(&path).map(|said| said.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let before = print("sought.pdf").await;
    let row = world.ok("debrief_get", json!({ "candidate_id": ana })).await["view"]["rows"][0]["competency"].clone();
    let agreed =
        json!([{ "competency_id": row["id"], "competency": row["name"], "level": 2, "reason": "Both heard a guess." }]);
    world.ok("debrief_save", json!({ "candidate_id": ana, "notes": "Whispered", "consensus": agreed })).await;
    let decision = json!({
        "outcome": "another_round", "reason": "Nobody asked about tests.", "formula": "against",
        "dissent": [{ "name": "Łucja", "words": "She is ready." }],
    });
    world.ok("decision_make", json!({ "candidate_id": ana, "decision": decision })).await;
    let after = print("decided.pdf").await;
    let (Some(before), Some(after)) = (before, after) else { return };
    assert!(before.contains("Decision sought:"), "{before}");
    for words in [
        "Decision: Another round, against the formula",
        "Nobody asked about tests.",
        "Łucja dissents:",
        "She is ready.",
        "Both heard a guess.",
    ] {
        assert!(after.contains(words), "{words}: {after}");
    }
    assert!(!after.contains("Decision sought") && !after.contains("Whispered"), "{after}");
}
