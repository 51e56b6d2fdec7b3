//! A candidate's name or role, and the interviewer's own name, corrected.

use serde_json::{Value, json};
use support::{ROLE, World};

use crate::text;

async fn acts(world: &World) -> Vec<String> {
    let lines = world.ok("log_list", json!({})).await;
    lines["lines"].as_array().unwrap().iter().map(|card| text(&card["line"]["act"])).collect()
}

/// Another role than the one that ships.
async fn other_role(world: &World) -> String {
    let mut role = world.ok("role_list", json!({})).await["roles"][0].clone();
    role["id"] = json!("data-engineer");
    role["title"] = json!("Data engineer");
    world.ok("role_save", json!({ "role": role })).await;
    "data-engineer".to_owned()
}

#[tokio::test]
async fn a_name_that_was_mistyped_is_corrected_everywhere_even_after_submission() {
    let world = World::new().await;
    let id = world.candidate("Anna Ruis").await;
    world.held(&id, &[json!(3)], "yes").await;
    for bad in ["", " ", "a\u{202E}b"] {
        let (code, _) =
            world.refused("candidate_change", json!({ "candidate_id": id, "name": bad, "role_id": ROLE })).await;
        assert_eq!(code, "invalid", "{bad:?}");
    }
    let asked = json!({ "candidate_id": id, "name": " Ana Ruiz ", "role_id": ROLE });
    let detail = world.ok("candidate_change", asked.clone()).await;
    assert_eq!(detail["card"]["candidate"]["name"], "Ana Ruiz");
    assert_eq!(world.ok("candidate_list", json!({})).await["candidates"][0]["candidate"]["name"], "Ana Ruiz");
    let packet = world.ok("packet_check", json!({ "candidate_id": id })).await.to_string();
    assert!(!packet.contains("Ruis"), "{packet}");
    // The same again changes nothing, and is not logged twice.
    world.ok("candidate_change", asked).await;
    assert_eq!(acts(&world).await, ["candidate_change", "scorecard_submit"]);
    assert_eq!(world.ok("log_verify", json!({})).await["broken"], Value::Null);
}

#[tokio::test]
async fn a_role_is_changed_only_while_nothing_hangs_on_it() {
    let world = World::new().await;
    let (free, held) = (world.candidate("Ana Ruiz").await, world.candidate("Bo Li").await);
    let other = other_role(&world).await;
    let to = |id: &str, role: &str| json!({ "candidate_id": id, "name": "Ana Ruiz", "role_id": role });
    assert_eq!(world.ok("candidate_change", to(&free, &other)).await["card"]["role"], "Data engineer");
    world.start(&held).await;
    let (code, message) = world.refused("candidate_change", to(&held, &other)).await;
    assert!(code == "conflict" && message.contains("has interviews for that role"), "{message}");
    assert_eq!(world.ok("candidate_get", json!({ "candidate_id": held })).await["card"]["candidate"]["name"], "Bo Li");
    assert_eq!(world.refused("candidate_change", to(&free, "no/role")).await.0, "not_found");
    assert_eq!(world.refused("candidate_change", to("nobody", ROLE)).await.0, "not_found");
}

#[tokio::test]
async fn the_interviewers_own_name_is_corrected_on_every_scorecard_and_the_log_says_so() {
    let world = World::new().await;
    let id = world.candidate("Bo Li").await;
    world.held(&id, &[json!(3)], "yes").await;
    world.ok("interviewer_set", json!({ "name": "Ana Ruiz" })).await;
    assert_eq!(acts(&world).await, ["scorecard_submit"], "the same name is no correction");
    world.ok("interviewer_set", json!({ "name": "Ana Ruiz Gil" })).await;
    assert_eq!(acts(&world).await, ["interviewer_rename", "scorecard_submit"]);
    let detail = world.ok("candidate_get", json!({ "candidate_id": id })).await;
    assert_eq!(detail["interviews"][0]["interviewer"], "Ana Ruiz Gil");
}

#[tokio::test]
async fn nobody_takes_the_name_of_another_interviewer() {
    let mut world = World::new().await;
    world.become_colleague("Bo Li").await;
    let (code, message) = world.refused("interviewer_set", json!({ "name": "Ana Ruiz" })).await;
    assert!(code == "conflict" && message.contains("another interviewer called"), "{message}");
}
