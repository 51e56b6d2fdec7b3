//! Calibration drills: the key comes after one's own rating, and drift is one's own.

use serde_json::{Value, json};
use support::World;

use crate::{list, text};

const QUESTION: &str = "senior-python/py-gil";

fn rate(answer: &Value, level: u64) -> Value {
    json!({ "question_id": QUESTION, "answer_id": answer["id"], "level": level })
}

#[tokio::test]
async fn the_key_is_told_with_its_reason_once_one_has_rated() {
    let mut world = World::new().await;
    let listed = world.ok("drill_list", json!({})).await;
    assert_eq!((list(&listed["drills"]).len(), &listed["drift"]["all"]), (6, &Value::Null));
    let sheet = world.ok("drill_get", json!({ "question_id": QUESTION })).await;
    let question = world.ok("question_get", json!({ "question_id": QUESTION })).await;
    assert_eq!(sheet["anchors"], question["question"]["anchors"]);
    assert_eq!(list(&sheet["answers"]).len(), 3);
    let told = sheet.to_string();
    assert!(!told.contains("\"level\"") && !told.contains("\"key\"") && !told.contains("reason"), "{told}");

    let mut keys = Vec::new();
    for answer in list(&sheet["answers"]) {
        let key = world.ok("drill_rate", rate(answer, 3)).await;
        assert!(text(&key["reason"]).len() > 50 && key["counts"] == json!(true), "{key}");
        keys.push(key["key"].as_u64().unwrap());
    }
    keys.sort_unstable();
    assert_eq!(keys, [2, 3, 4]);
    world.restart().await;
    let after = world.ok("drill_list", json!({})).await;
    assert_eq!(after["drift"]["all"], json!({ "answers": 3, "same": 1, "within_one": 3, "mean": 0.0 }));
    let card = list(&after["drills"]).iter().find(|card| card["question_id"] == json!(QUESTION)).cloned().unwrap();
    assert_eq!((&card["answers"], &card["rated"]), (&json!(3), &json!(3)));

    // Who knows the key already is asked for nothing new.
    let again = world.ok("drill_rate", rate(&sheet["answers"][0], 1)).await;
    assert_eq!((&again["counts"], &again["all"]["answers"]), (&json!(false), &json!(3)));
}

#[tokio::test]
async fn nobody_elses_ratings_enter_ones_drift_and_no_drill_shows_them() {
    let mut world = World::new().await;
    let sheet = world.ok("drill_get", json!({ "question_id": QUESTION })).await;
    for answer in list(&sheet["answers"]) {
        world.ok("drill_rate", rate(answer, 5)).await;
    }
    world.become_colleague("Olga Petrova").await;
    let listed = world.ok("drill_list", json!({})).await;
    assert_eq!(listed["drift"], json!({ "days": [], "all": null, "not_counted": 0 }));
    assert!(list(&listed["drills"]).iter().all(|card| card["rated"] == json!(0)));
    let key = world.ok("drill_rate", rate(&sheet["answers"][0], 4)).await;
    assert_eq!((&key["all"]["answers"], &key["counts"]), (&json!(1), &json!(true)));
}

#[tokio::test]
async fn what_cannot_be_rated_is_said_and_keeps_nothing() {
    let world = World::new().await;
    let answer = world.ok("drill_get", json!({ "question_id": QUESTION })).await["answers"][0].clone();
    for (request, code) in [
        (json!({ "question_id": "senior-python/challenge", "answer_id": "x", "level": 3 }), "not_found"),
        (json!({ "question_id": QUESTION, "answer_id": "x", "level": 3 }), "not_found"),
        (rate(&answer, 6), "invalid"),
        (rate(&answer, 0), "invalid"),
    ] {
        assert_eq!(world.refused("drill_rate", request.clone()).await.0, code, "{request}");
    }
    assert_eq!(world.refused("drill_get", json!({ "question_id": "none" })).await.0, "not_found");
    assert_eq!(world.ok("drill_list", json!({})).await["drift"]["all"], Value::Null);
}
