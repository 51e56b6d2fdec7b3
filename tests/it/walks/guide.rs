//! A kit on paper, for the interviewer.

use std::fs;

use serde_json::{Value, json};
use support::{World, pdf_text};

use crate::{list, text};

#[tokio::test]
async fn every_shipped_kit_prints_as_a_guide_with_every_question() {
    let world = World::new().await;
    let kits = world.ok("kit_list", json!({})).await["kits"].clone();
    assert_eq!(list(&kits).len(), 3);
    for kit in list(&kits) {
        for paper in ["a4", "letter"] {
            let check = json!({ "kit_id": kit["id"], "paper": paper });
            let checked = world.ok("guide_check", check).await;
            assert_eq!(list(&checked["undrawable"]), [] as [Value; 0], "{checked}");
            assert_eq!(
                text(&checked["file_name"]),
                format!("2026-11-22 {} interviewer guide.pdf", text(&kit["title"]))
            );
            let path = world.beside("guide.pdf");
            let request = json!({ "kit_id": kit["id"], "paper": paper, "path": path });
            let exported = world.ok("guide_export", request).await;
            assert_eq!(checked["pages"], exported["pages"]);
            assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"));
            let Some(said) = pdf_text(&path) else { continue };
            let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
            let content = world.ok("kit_get", json!({ "kit_id": kit["id"] })).await["content"].clone();
            for question in list(&content["questions"]) {
                let prompt = text(&question["prompt"]).split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(said.contains(&text(&question["title"])), "{}", question["title"]);
                assert!(said.contains(&prompt), "{prompt} is not in the guide:\n{said}");
            }
        }
    }
}

#[tokio::test]
async fn a_guide_of_no_kit_or_into_the_data_folder_is_refused() {
    let world = World::new().await;
    let check = json!({ "kit_id": "senior-python/none" });
    assert_eq!(world.refused("guide_check", check).await.0, "not_found");
    let request = json!({ "kit_id": "senior-python/craft", "path": world.data().join("guide.pdf") });
    assert_eq!(world.refused("guide_export", request).await.0, "cannot_write");
}
