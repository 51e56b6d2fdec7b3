//! A legal hold: set with a reason, lifted, both in the log, and what stands in the way of removing somebody meanwhile.

use serde_json::{Value, json};
use support::{ROLE, World, base64};

use crate::text;

async fn acts(world: &World) -> Vec<String> {
    let lines = world.ok("log_list", json!({})).await;
    lines["lines"].as_array().unwrap().iter().map(|card| text(&card["line"]["act"])).collect()
}

#[tokio::test]
async fn a_hold_is_set_with_a_reason_and_lifted_and_the_log_says_who_and_not_why() {
    let world = World::new().await;
    let id = world.candidate("Ana Ruiz").await;
    let asked = json!({ "candidate_id": id });
    let detail = world.ok("candidate_get", asked.clone()).await;
    assert_eq!((&detail["hold"], &detail["card"]["held"]), (&Value::Null, &json!(false)));
    let (code, message) = world.refused("hold_lift", asked.clone()).await;
    assert_eq!((code.as_str(), message.as_str()), ("conflict", "Ana Ruiz is not on hold."));

    for blank in ["", " \n"] {
        let (code, message) = world.refused("hold_set", json!({ "candidate_id": id, "reason": blank })).await;
        assert_eq!(code, "invalid");
        assert!(message.contains("The reason is empty"), "{message}");
    }
    let set = world.ok("hold_set", json!({ "candidate_id": id, "reason": "Complaint 7 of 2 November\r\n" })).await;
    assert_eq!(set["hold"]["reason"], "Complaint 7 of 2 November");
    assert_eq!((&set["hold"]["by"]["name"], &set["card"]["held"]), (&json!("Ana Ruiz"), &json!(true)));
    assert!(set["hold"]["at"].is_string());
    assert_eq!(world.ok("candidate_list", json!({})).await["candidates"][0]["held"], true);
    let (code, message) = world.refused("hold_set", json!({ "candidate_id": id, "reason": "Another" })).await;
    assert!(code == "conflict" && message.contains("on hold already"), "{message}");

    let lifted = world.ok("hold_lift", asked).await;
    assert_eq!((&lifted["hold"], &lifted["card"]["held"]), (&Value::Null, &json!(false)));
    assert_eq!(acts(&world).await[..2], ["hold_lift", "hold_set"]);
    let log = world.ok("log_list", json!({})).await.to_string();
    assert!(log.contains(&id) && !log.contains("Complaint"), "{log}");
    assert_eq!(world.ok("log_verify", json!({})).await["broken"], Value::Null);
    let again = world.ok("hold_set", json!({ "candidate_id": id, "reason": "Appeal" })).await;
    assert_eq!(again["hold"]["reason"], "Appeal");
}

#[tokio::test]
async fn nobody_is_held_who_is_not_there_or_is_made_up_for_practice() {
    let world = World::new().await;
    let (code, _) = world.refused("hold_set", json!({ "candidate_id": "nobody", "reason": "x" })).await;
    assert_eq!(code, "not_found");
    assert_eq!(world.refused("hold_lift", json!({ "candidate_id": "nobody" })).await.0, "not_found");
    let live = world.ok("interview_start", json!({ "practice": true })).await;
    let (code, message) =
        world.refused("hold_set", json!({ "candidate_id": live["candidate"]["id"], "reason": "x" })).await;
    assert!(code == "invalid" && message.contains("made up for practice"), "{message}");
}

#[tokio::test]
async fn an_import_that_is_taken_back_leaves_whoever_is_held() {
    let world = World::new().await;
    let file = json!({ "name": "c.csv", "bytes": base64(b"name\nKari Lind\nBo Ek\n"), "role_id": ROLE });
    let done = world.ok("candidate_import", file).await;
    let all = world.ok("candidate_list", json!({})).await;
    let kari = all["candidates"].as_array().unwrap().iter().find(|c| c["candidate"]["name"] == "Kari Lind").unwrap();
    let id = &kari["candidate"]["id"];
    world.ok("hold_set", json!({ "candidate_id": id, "reason": "Complaint" })).await;
    let undone = world.ok("import_undo", json!({ "import_id": done["import_id"] })).await;
    assert_eq!((&undone["undone"], &undone["kept"]), (&json!(1), &json!(1)));
    assert_eq!(world.ok("candidate_get", json!({ "candidate_id": id })).await["hold"]["reason"], "Complaint");
}
