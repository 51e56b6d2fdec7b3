//! The weights of a role: free until somebody is judged by them, then changed with a reason alone.

use serde_json::{Value, json};
use support::{ROLE, World, root};

use crate::{list, text};

async fn role(world: &World) -> Value {
    let roles = world.ok("role_list", json!({})).await["roles"].clone();
    list(&roles).iter().find(|role| role["id"] == json!(ROLE)).unwrap().clone()
}

async fn weights(world: &World) -> Value {
    world.ok("weight_get", json!({ "role_id": ROLE })).await
}

/// The role with the weight of its second competency, concurrency, at 3, and why.
fn heavier(role: &Value) -> Value {
    let mut role = role.clone();
    role["competencies"][1]["weight"] = json!(3);
    role["competencies"][1]["weight_reason"] = json!("Four fifths of the work.");
    role
}

/// One submitted scorecard.
async fn judged(world: &World) {
    let candidate = world.candidate("Jan Kowalski").await;
    world.held(&candidate, &[json!(3), json!(4), json!(2), json!(3), json!(5), json!(3)], "yes").await;
}

#[tokio::test]
async fn weights_lock_with_the_first_submitted_scorecard_and_then_move_with_a_kept_reason() {
    let mut world = World::new().await;
    let first = role(&world).await;
    world.ok("role_save", json!({ "role": heavier(&first) })).await;
    world.ok("role_save", json!({ "role": first })).await;
    assert_eq!(weights(&world).await, json!({ "locked_at": null, "changes": [] }), "nobody was judged by them");

    judged(&world).await;
    assert!(weights(&world).await["locked_at"].is_string());
    let mut renamed = first.clone();
    renamed["title"] = json!("Python engineer");
    world.ok("role_save", json!({ "role": renamed })).await;
    assert_eq!(weights(&world).await["changes"], json!([]), "a title is no weight");

    let change = heavier(&renamed);
    let refused = world.refused("role_save", json!({ "role": change })).await;
    assert_eq!(refused.0, "invalid");
    assert!(refused.1.starts_with("The weights are locked: a scorecard for this role is submitted."), "{refused:?}");
    assert_eq!(role(&world).await, renamed, "nothing was changed");

    // Concurrency has a mean of 3.5, operations 2.5, system design 4, and the other five have none.
    let told = world.ok("weight_preview", json!({ "role": change })).await;
    assert_eq!((list(&told["results"]).len(), told["hidden"].clone()), (1, json!(0)));
    let figure = |name: &str| told["results"][0][name].as_f64().unwrap();
    assert!((figure("before") - 10.0 / 3.0).abs() < 1e-12, "{told}");
    assert!((figure("after") - (3.0 * 3.5 + 2.5 + 4.0) / 5.0).abs() < 1e-12, "{told}");

    let saved = world.ok("role_save", json!({ "role": change, "reason": " The team asked for it in May. " })).await;
    assert_eq!(saved["history"]["undo"], json!("role_saved"), "of the title: the weights are not in that history");
    world.restart().await;
    let changes = weights(&world).await["changes"].clone();
    assert_eq!(changes[0]["outcome"], told, "both results stay to be seen");
    let kept = [changes[0]["change"].clone()];
    assert_eq!((list(&changes).len(), text(&kept[0]["by"])), (1, "Ana Ruiz".to_owned()));
    assert_eq!(kept[0]["reason"], json!("The team asked for it in May."));
    assert_eq!(list(&kept[0]["weights"]).len(), list(&first["competencies"]).len());
    assert_eq!((kept[0]["weights"][1]["before"].clone(), kept[0]["weights"][1]["after"].clone()), (json!(1), json!(3)));

    // Neither undo nor redo is a way round the reason.
    let refused = world.refused("bank_undo", json!({})).await;
    assert_eq!(refused.0, "conflict");
    assert!(refused.1.contains("which are locked"), "{refused:?}");
    assert_eq!(role(&world).await["competencies"][1]["weight"], json!(3));
    world.ok("role_save", json!({ "role": renamed, "reason": "It was a mistake." })).await;
    assert_eq!(text(&weights(&world).await["changes"][0]["change"]["reason"]), "It was a mistake.", "newest first");
    world.ok("bank_undo", json!({})).await;
    assert_eq!(role(&world).await["title"], first["title"]);
    assert_eq!(world.refused("weight_get", json!({ "role_id": "none" })).await.0, "not_found");
}

#[tokio::test]
async fn practice_and_made_up_people_lock_nothing() {
    let world = World::new().await;
    workbench_app::demo::make(world.app()).await.unwrap();
    assert_eq!(weights(&world).await["locked_at"], json!(null));
}

#[tokio::test]
async fn a_pack_does_not_move_locked_weights_and_the_preview_says_so() {
    let world = World::new().await;
    judged(&world).await;
    let before = role(&world).await;
    let pack = world.beside("pack");
    std::fs::create_dir(&pack).unwrap();
    for entry in std::fs::read_dir(root().join("questions/senior-python")).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_file() {
            std::fs::copy(entry.path(), pack.join(entry.file_name())).unwrap();
        }
    }
    let manifest = std::fs::read_to_string(pack.join("pack.toml")).unwrap();
    let heavier = manifest.replacen("weight = 1", "weight = 4\nweight_reason = \"Most of it.\"", 1);
    assert_ne!(heavier, manifest);
    std::fs::write(pack.join("pack.toml"), heavier).unwrap();
    for dry_run in [true, false] {
        let told = world.ok("question_import_path", json!({ "path": pack, "dry_run": dry_run })).await;
        let said =
            list(&told["problems"]).iter().filter(|one| text(&one["what"]).contains("stays as it is: a scorecard"));
        assert_eq!(said.count(), 1, "{told}");
    }
    assert_eq!(role(&world).await, before);
}
