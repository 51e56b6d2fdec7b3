//! What the log has of the protection: its changes, and wrong passphrases with their times, never with what was typed.

use jiff::Timestamp;
use serde_json::{Value, json};
use support::World;

use crate::{list, text};

const PASSPHRASE: &str = "four words that differ";
const WRONG: &str = "a wrong passphrase";

/// The acts in their order, with the time of each.
async fn acts(world: &World) -> Vec<(String, Timestamp)> {
    let lines = world.ok("log_list", json!({ "limit": 500 })).await;
    assert_eq!(world.ok("log_verify", json!({})).await["broken"], Value::Null);
    assert!(!lines.to_string().contains(WRONG) && !lines.to_string().contains(PASSPHRASE));
    let of = |line: &Value| (text(&line["line"]["act"]), text(&line["line"]["at"]).parse().unwrap());
    list(&lines["lines"]).iter().rev().map(of).collect()
}

fn named(acts: &[(String, Timestamp)]) -> Vec<&str> {
    acts.iter().map(|(act, _)| act.as_str()).collect()
}

#[tokio::test]
async fn every_change_of_the_protection_is_logged() {
    let world = World::new().await;
    world.keychain.set(None);
    let way = json!({ "passphrase": PASSPHRASE });
    world.ok("protection_begin", way.clone()).await;
    world.ok("keychain_add", way.clone()).await;
    world.ok("recovery_key_make", way.clone()).await;
    world.ok("passphrase_change", json!({ "passphrase": PASSPHRASE, "new_passphrase": "another set of words" })).await;
    world.ok("passphrase_remove", json!({ "passphrase": "another set of words" })).await;
    world.ok("passphrase_change", json!({ "keychain": true, "new_passphrase": PASSPHRASE })).await;
    world.ok("keychain_remove", way).await;
    let all = [
        "protection_begin",
        "keychain_add",
        "recovery_key_make",
        "passphrase_change",
        "passphrase_remove",
        "passphrase_change",
        "keychain_remove",
    ];
    assert_eq!(named(&acts(&world).await), all);
    let refused = world.refused("keychain_remove", json!({ "passphrase": PASSPHRASE })).await;
    assert!(refused.1.contains("nothing to take out"), "{refused:?}");
    assert_eq!(acts(&world).await.len(), all.len(), "what was refused is no change");
}

#[tokio::test]
async fn wrong_passphrases_are_logged_each_with_its_time_when_the_store_next_opens() {
    let mut world = World::new().await;
    world.ok("protection_begin", json!({ "passphrase": PASSPHRASE })).await;
    world.ok("store_lock", json!({})).await;
    let times = ["2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z", "2026-11-23T11:00:00Z"].map(|at| at.parse().unwrap());
    for (number, at) in times.into_iter().enumerate() {
        world.clock.set(at);
        world.refused("store_unlock", json!({ "passphrase": WRONG })).await;
        if number == 1 {
            world.restart().await;
        }
    }
    world.clock.set("2026-11-23T12:00:00Z".parse().unwrap());
    world.ok("store_unlock", json!({ "passphrase": PASSPHRASE })).await;
    let found = acts(&world).await;
    assert_eq!(named(&found), ["protection_begin", "unlock_fail", "unlock_fail", "unlock_fail"]);
    for (found, tried) in found[1..].iter().zip(times) {
        let late = found.1.duration_since(tried).as_secs();
        assert!((0..60).contains(&late), "{} is the time of the try at {tried}", found.1);
    }
    world.restart().await;
    world.ok("store_unlock", json!({ "passphrase": PASSPHRASE })).await;
    assert_eq!(acts(&world).await.len(), 4, "they are logged once, and a right one is not logged");
    // A wrong one while the data is open is logged at once.
    world.refused("recovery_key_make", json!({ "passphrase": WRONG })).await;
    assert_eq!(acts(&world).await.len(), 5);
}

#[tokio::test]
async fn who_looks_round_is_asked_to_protect_the_data_before_the_first_real_person() {
    let world = World::new().await;
    world.ok("trial_begin", json!({})).await;
    assert_eq!(world.ok("status_get", json!({})).await["trial"], true);
    let add = json!({ "name": "Jan Kowalski", "role_id": support::ROLE });
    assert_eq!(world.refused("candidate_add", add.clone()).await.0, "protect_first");
    world.ok("interview_start", json!({ "practice": true })).await;
    world.ok("protection_begin", json!({ "passphrase": PASSPHRASE })).await;
    assert_eq!(world.ok("status_get", json!({})).await["trial"], false);
    world.ok("candidate_add", add).await;
}
