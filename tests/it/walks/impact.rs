//! The four-fifths check answers counts that someone typed, and keeps nothing of them.

use std::{collections::BTreeMap, fs, path::PathBuf};

use serde_json::json;
use support::World;

use crate::{list, text};

/// Every file of the data folder with its bytes.
fn files(world: &World) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![world.data()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { drop(found.insert(path.clone(), fs::read(path).unwrap())) }
        }
    }
    found
}

#[tokio::test]
async fn counts_are_answered_by_the_rule_and_kept_nowhere() {
    let world = World::new().await;
    let before = files(&world);
    let groups = json!([
        { "name": "Group one", "applicants": 80, "selected": 48 },
        { "name": "مجموعة", "applicants": 40, "selected": 12 },
    ]);
    let told = world.ok("impact_check", json!({ "groups": groups })).await;
    let [one, two] = list(&told["groups"]) else { panic!("{told}") };
    assert_eq!((&one["below"], &two["below"], &told["highest"]), (&json!(false), &json!(true), &json!(0)));
    assert_eq!((two["ratio"].as_f64(), &two["group"], &one["p"]), (Some(0.5), &groups[1], &json!(null)));
    assert!(two["p"].as_f64().unwrap() < 0.01, "{two}");
    assert!(before.len() > 2 && files(&world) == before, "not a byte of the data folder is another");

    let rule = world.ok("impact_get", json!({})).await;
    assert!(text(&rule["citation"]).contains("1607.4(D)") && text(&rule["date"]).contains("1978"), "{rule}");
    assert!(text(&rule["sentences"][0]).contains("less than four-fifths (4/5)"), "{rule}");

    let wrong =
        json!([{ "name": "A", "applicants": 3, "selected": 4 }, { "name": "B", "applicants": 1, "selected": 1 }]);
    let (code, message) = world.refused("impact_check", json!({ "groups": wrong })).await;
    assert!(code == "invalid" && message.contains("4 selected of 3 applicants cannot be"), "{message}");
}
