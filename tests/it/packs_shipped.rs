//! The questions that ship: the files are good, and a new data folder has them all.

use std::collections::BTreeSet;

use serde_json::json;
use support::{ROLE, World, root};

use crate::{list, text};

#[test]
fn the_shipped_files_have_no_problem_and_are_what_is_built_in() {
    let folder = root().join("questions/senior-python");
    let checked = workbench_packs::check(&folder);
    assert_eq!(checked.problems, [], "mend the files under questions/");
    assert_eq!((checked.questions, checked.kits), (16, 3));
    let (read, _) = workbench_packs::read_folder(&folder);
    assert!(read.as_ref() == Some(workbench_packs::shipped()), "a file has changed since the program was built");
}

#[tokio::test]
async fn a_new_folder_has_the_sixteen_questions_and_three_kits() {
    let world = World::new().await;
    let roles = world.ok("role_list", json!({})).await;
    assert_eq!(text(&roles["roles"][0]["id"]), ROLE);
    let competencies: BTreeSet<String> =
        list(&roles["roles"][0]["competencies"]).iter().map(|c| text(&c["id"])).collect();

    let cards = world.ok("question_list", json!({})).await["questions"].clone();
    assert_eq!(list(&cards).len(), 16);
    let mut judged = BTreeSet::new();
    for card in list(&cards) {
        let detail = world.ok("question_get", json!({ "question_id": card["id"] })).await;
        let question = &detail["question"];
        let id = text(&question["id"]);
        assert!(id.contains('/'), "{id}: never the word of a place outside questions");
        judged.insert(text(&question["competency"]));
        for part in ["indicators", "red_flags", "probes"] {
            let lines = list(&question[part]);
            assert!((2..=9).contains(&lines.len()), "{id}: {} {part}; keys 1 to 9 tick them", lines.len());
        }
        let anchors: BTreeSet<String> = list(&question["anchors"]).iter().map(text).collect();
        assert_eq!(anchors.len(), 5, "{id}: five anchors, all different");
    }
    assert_eq!(judged, competencies, "every competency of the role is asked about, and no other");

    let kits = world.ok("kit_list", json!({})).await["kits"].clone();
    assert_eq!(list(&kits).len(), 3);
    for kit in list(&kits) {
        let (planned, slot) = (kit["planned_minutes"].as_u64().unwrap(), kit["slot_minutes"].as_u64().unwrap());
        assert!(planned < slot, "{kit}: leaves time for the candidate's own questions");
        let detail = world.ok("kit_get", json!({ "kit_id": kit["id"] })).await;
        let questions = list(&detail["content"]["questions"]);
        let asked = kit["required"].as_u64().unwrap() + kit["optional"].as_u64().unwrap();
        assert_eq!(questions.len() as u64, asked);
    }
}

#[tokio::test]
async fn questions_are_found_by_their_words() {
    let world = World::new().await;
    let found = async |text: &str, ranked: bool| {
        let answer = world.ok("question_search", json!({ "text": text, "ranked": ranked })).await;
        list(&answer["questions"]).iter().map(|q| crate::text(&q["id"])).collect::<Vec<_>>()
    };
    for words in ["GIL", "gil", "GÍL", "interpreter lock", "interp"] {
        assert!(found(words, false).await.contains(&"senior-python/py-gil".to_owned()), "{words}");
    }
    assert_eq!(found("GIL", true).await[0], "senior-python/py-gil", "the best match first");
    assert_eq!(found("zxqv", false).await, [] as [String; 0]);
    for odd in ["\"", "a\" OR \"b", "NEAR(", "*", "-", "col:x", "(", "'"] {
        found(odd, true).await;
    }
    let all = world.ok("question_search", json!({ "text": " ", "limit": 5 })).await;
    assert_eq!(list(&all["questions"]).len(), 5);
}
