//! What was exported about somebody is told to whoever erases them, before and after: no one can delete it from here.

use std::fs;

use serde_json::{Value, json};
use support::World;

use crate::{
    cli::{err, out, workbench},
    list, text,
};

#[tokio::test]
async fn what_was_exported_is_told_before_and_after_erasing_and_no_name_of_a_file_is_kept() {
    let mut world = World::new().await;
    let (ana, bo) = (world.candidate("Kai Sommer").await, world.candidate("Bo Ek").await);
    for who in [&ana, &bo] {
        world.held(who, &[json!(4)], "yes").await;
    }
    let asked = json!({ "candidate_id": ana });
    assert_eq!(world.ok("candidate_erase_preview", asked.clone()).await["exported"], json!([]));
    let packet = world.beside("Sommer, Kai.pdf");
    let written = world.ok("packet_export", json!({ "candidate_id": ana, "path": packet })).await;
    let compared = json!({ "candidate_ids": [ana, bo], "path": world.beside("both.csv"), "form": "csv" });
    let compared = world.ok("comparison_text_export", compared).await;
    world.ok("access_export", json!({ "candidate_id": ana, "path": world.beside("for-kai") })).await;

    let told = world.ok("candidate_erase_preview", asked).await["exported"].clone();
    let said: Vec<(String, &Value)> = list(&told).iter().map(|one| (text(&one["words"]), &one["sha256"])).collect();
    assert_eq!(
        said,
        [
            ("Everything about a person exported".to_owned(), &Value::Null),
            ("Comparison exported".to_owned(), &compared["sha256"]),
            ("Packet exported".to_owned(), &written["sha256"]),
        ]
    );
    let done = world.ok("candidate_erase", json!({ "candidate_id": ana, "name": "Kai Sommer" })).await;
    assert_eq!(done["exported"], told, "the same is told afterwards");
    assert!(packet.exists(), "it is a file of its owner's");

    world.close().await;
    let data = world.data();
    let erase = ["--data", data.to_str().unwrap(), "erase", "--candidate", &bo, "--yes"];
    let done = workbench(&erase, "");
    let hash = text(&compared["sha256"]);
    assert!(done.status.success(), "{}", err(&done));
    assert!(out(&done).contains("outside our reach") && out(&done).contains(&hash), "{}", out(&done));
    let unknown = workbench(&["--data", data.to_str().unwrap(), "erase", "--candidate", "nobody"], "");
    assert!(
        unknown.status.code() == Some(1) && err(&unknown).contains("There is no candidate"),
        "before anybody is asked for a name: {}",
        err(&unknown)
    );
    assert!(err(&unknown).contains("workbench candidate list"), "{}", err(&unknown));

    let store = support::open_store(&data);
    for name in ["Sommer", "both.csv", "for-kai"] {
        let found = store.read(move |r| workbench_store::erase::found(r, name)).await.unwrap();
        assert!(found.is_empty(), "{name}: {found:?}");
    }
    store.close().await.unwrap();
    assert!(fs::read(&packet).unwrap().starts_with(b"%PDF-"));
}
