//! The steps of the store's format. What a step does is tested beside it, in the store; here that none is forgotten.

use std::{collections::BTreeSet, fs};

use support::{World, root, snapshot};

#[test]
fn steps_are_numbered_without_a_gap_listed_and_frozen() {
    let store = root().join("src-tauri/crates/store");
    let mut names: Vec<String> = fs::read_dir(store.join("migrations"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let list = fs::read_to_string(store.join("src/migrate.rs")).unwrap();
    let frozen = fs::read_to_string(store.join("src/migrate/tests.rs")).unwrap();
    for (number, name) in (1..).zip(&names) {
        assert!(name.starts_with(&format!("{number:04}_")) && name.ends_with(".sql"), "step {number} is {name}");
        assert!(list.contains(&format!("include_str!(\"../migrations/{name}\")")), "{name} is not among the steps");
        assert!(frozen.contains(&format!("\"{name}\"")), "{name} has no frozen hash in migrate/tests.rs");
    }
    assert!(!names.is_empty());
}

#[tokio::test]
async fn a_folder_that_is_up_to_date_is_opened_without_a_backup_or_a_change() {
    let mut world = World::new().await;
    world.candidate("Ana Ruiz").await;
    world.restart().await;
    world.close().await;
    let before = snapshot(&world.data());
    let names: BTreeSet<&str> = before.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        BTreeSet::from(["keys.json", "workbench.db", "workbench.saves"]),
        "closing leaves no journal behind"
    );
    world.restart().await;
    world.close().await;
    assert_eq!(snapshot(&world.data()).keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
}
