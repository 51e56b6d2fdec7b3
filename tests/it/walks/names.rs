//! Names of candidates: any script is welcome, only what deceives or breaks a line is refused.

use serde_json::{Value, json};
use support::{ROLE, World};

use crate::{list, text};

const FAMILY: &str = "👩\u{200D}👩\u{200D}👧\u{200D}👦";

#[tokio::test]
async fn good_names_are_kept_as_they_are() {
    let mut world = World::new().await;
    let longest = "山".repeat(200);
    let families = FAMILY.repeat(200);
    let combining = "e\u{301}\u{323}".repeat(200);
    let names = [
        "O",
        "Ana Ruiz",
        "Nguyễn Văn Anh",
        "Żółć Ďábel-O’Neill",
        "Ό Παπαδόπουλος",
        "Дмитро Ґалаґан",
        "محمد علی\u{200C}پور",
        "\u{200F}דוד לוי",
        "क्\u{200D}षितिज शर्मा",
        "山田太郎",
        "김철수",
        "<script>alert(1)</script>",
        "'; DROP TABLE candidate; --",
        "%s{{name}}\\",
        longest.as_str(),
        families.as_str(),
        combining.as_str(),
    ];
    for name in names {
        world.candidate(name).await;
    }
    assert_eq!(text(&add(&world, " \u{3000}Ana\t ").await.unwrap()["name"]), "Ana", "space around a name goes");
    world.restart().await;
    let kept = world.ok("candidate_list", json!({})).await;
    let kept: Vec<String> = list(&kept["candidates"]).iter().rev().map(|c| text(&c["candidate"]["name"])).collect();
    assert_eq!(kept[..names.len()], names);
}

#[tokio::test]
async fn bad_names_are_refused_with_the_reason() {
    let world = World::new().await;
    let too_long = "a".repeat(201);
    let too_many_families = FAMILY.repeat(201);
    for (name, why) in [
        ("", "is empty"),
        (" \u{3000}\t ", "is empty"),
        ("\u{200B}\u{200D}", "is empty"),
        (too_long.as_str(), "has 201 characters. The most is 200; shorten it by 1."),
        (too_many_families.as_str(), "has 201 characters"),
        ("Ana\u{0}", "U+0000"),
        ("Ana\u{1B}[31m", "U+001B"),
        ("Ana\u{9B}", "U+009B"),
        ("Ana\nRuiz", "a line break"),
        ("Ana\u{2028}Ruiz", "a line break"),
        ("Ana\u{202E}ziuR", "U+202E"),
        ("Ana\u{2066}Ruiz\u{2069}", "U+2066"),
    ] {
        let refused = add(&world, name).await.unwrap_err();
        assert_eq!(refused.0, "invalid", "{name:?}");
        assert!(refused.1.contains(why), "{name:?}: {}", refused.1);
        assert!(refused.1.chars().all(|c| !c.is_control()), "the message itself is clean: {:?}", refused.1);
    }
    assert_eq!(list(&world.ok("candidate_list", json!({})).await["candidates"]).len(), 0);
    let elsewhere = json!({ "name": "Ana", "role_id": "no/such" });
    assert_eq!(world.refused("candidate_add", elsewhere).await.0, "not_found");
}

async fn add(world: &World, name: &str) -> Result<Value, (String, String)> {
    let request = json!({ "name": name, "role_id": ROLE }).to_string();
    match world.app().call("candidate_add", &request).await {
        Ok(answer) => Ok(serde_json::from_str(&answer).unwrap()),
        Err(failure) => {
            let failure = json!(failure);
            Err((text(&failure["code"]), text(&failure["message"])))
        }
    }
}
