//! Question files in and out: a preview writes nothing, an import is one action, an export comes back unchanged.

use serde_json::{Value, json};
use support::{World, base64, root};

use crate::{list, text};

const TABLE: &str = "title,prompt,tags\nLocks,What is a lock?,threads\nQueues,What is a queue?,threads\n";

fn file(name: &str, content: &str) -> Value {
    json!({ "name": name, "bytes": base64(content.as_bytes()) })
}

fn counts(answer: &Value) -> [u64; 4] {
    ["added", "updated", "unchanged", "offered"].map(|name| answer[name].as_u64().unwrap())
}

async fn total(world: &World) -> u64 {
    world.ok("question_list", json!({})).await["total"].as_u64().unwrap()
}

#[tokio::test]
async fn an_import_is_looked_at_first_confirmed_and_taken_back_whole() {
    let world = World::new().await;
    let preview = world.ok("question_import_preview", file("mine.csv", TABLE)).await;
    assert_eq!((counts(&preview["counts"]), total(&world).await), ([2, 0, 0, 0], 16), "nothing is written");
    assert_eq!((preview["format"].clone(), preview["added"][0]["title"].clone()), (json!("csv"), json!("Locks")));
    assert_eq!(list(&preview["columns"]).len(), 3);

    let done = world.ok("question_import", file("mine.csv", TABLE)).await;
    assert_eq!((counts(&done), total(&world).await), ([2, 0, 0, 0], 18));
    assert_eq!(done["history"]["undo"], json!("imported"));
    let again = world.ok("question_import", file("mine.csv", TABLE)).await;
    assert_eq!((counts(&again), again["history"]["undo"].clone()), ([0, 0, 2, 0], json!("imported")));

    let found = world.ok("question_search", json!({ "text": "queue", "filter": { "tag": "threads" } })).await;
    assert_eq!((found["total"].clone(), found["questions"][0]["title"].clone()), (json!(1), json!("Queues")));
    world.ok("bank_undo", json!({})).await;
    assert_eq!(total(&world).await, 16, "the import that changed nothing is no action of its own");
    world.ok("bank_redo", json!({})).await;
    assert_eq!(total(&world).await, 18);
}

#[tokio::test]
async fn an_import_offers_its_words_beside_ones_own() {
    let world = World::new().await;
    world.ok("question_import", file("mine.csv", TABLE)).await;
    let found = world.ok("question_search", json!({ "text": "Locks" })).await;
    let mut mine =
        world.ok("question_get", json!({ "question_id": found["questions"][0]["id"] })).await["question"].clone();
    mine["title"] = json!("My locks");
    world.ok("question_save", json!({ "question": mine })).await;
    let changed = TABLE.replace("Locks", "Better locks").replace("Queues", "Better queues");
    let preview = world.ok("question_import_preview", file("mine.csv", &changed)).await;
    assert_eq!(counts(&preview["counts"]), [0, 1, 0, 1]);
    assert_eq!(preview["offered"][0]["title"], json!("My locks"));
    assert_eq!(preview["changed"][0]["changes"][0]["field"], json!("title"));
    assert_eq!(counts(&world.ok("question_import", file("mine.csv", &changed)).await), [0, 1, 0, 1]);
    let now = world.ok("question_get", json!({ "question_id": mine["id"] })).await;
    assert_eq!((now["question"]["title"].clone(), now["offer"]["version"].clone()), (json!("My locks"), json!(3)));
    world.ok("bank_undo", json!({})).await;
    assert_eq!(world.ok("question_get", json!({ "question_id": mine["id"] })).await["offer"], json!(null));
}

#[tokio::test]
async fn what_is_exported_comes_back_unchanged_in_every_format() {
    let world = World::new().await;
    for (format, end) in [("toml", "toml"), ("markdown", "md"), ("csv", "csv"), ("json", "json")] {
        let exported = world.ok("question_export", json!({ "format": format })).await;
        assert_eq!(exported["questions"], json!(16), "{format}");
        let back = world.ok("question_import", file(&format!("bank.{end}"), &text(&exported["text"]))).await;
        assert_eq!((counts(&back), back["problems"].clone()), ([0, 0, 16, 0], json!([])), "{format}");
    }
    let one = json!({ "format": "json", "question_ids": ["senior-python/py-gil"], "path": world.beside("one.json") });
    let written = world.ok("question_export", one).await;
    assert_eq!((written["questions"].clone(), written["text"].clone()), (json!(1), json!(null)));
    let path = json!({ "path": written["path"], "dry_run": true });
    assert_eq!(counts(&world.ok("question_import_path", path).await), [0, 0, 1, 0]);
}

#[tokio::test]
async fn a_pack_is_imported_with_its_role_and_kits_and_taken_back() {
    let world = World::new().await;
    let pack = world.beside("other-pack");
    std::fs::create_dir_all(pack.join("kits")).unwrap();
    let shipped = root().join("questions/senior-python");
    for folder in ["", "kits"] {
        for entry in std::fs::read_dir(shipped.join(folder)).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_file() {
                let words = std::fs::read_to_string(&entry).unwrap();
                let words = words.replace("id = \"senior-python\"", "id = \"other-pack\"");
                std::fs::write(pack.join(folder).join(entry.file_name().unwrap()), words).unwrap();
            }
        }
    }
    let request = |dry_run: bool| json!({ "path": pack, "dry_run": dry_run });
    assert_eq!(counts(&world.ok("question_import_path", request(true)).await), [16, 0, 0, 0]);
    assert_eq!(total(&world).await, 16);
    let done = world.ok("question_import_path", request(false)).await;
    assert_eq!((counts(&done), done["problems"].clone()), ([16, 0, 0, 0], json!([])));
    let many = async |command: &str, what: &str| list(&world.ok(command, json!({})).await[what]).len();
    assert_eq!((many("role_list", "roles").await, many("kit_list", "kits").await, total(&world).await), (2, 6, 32));
    world.ok("bank_undo", json!({})).await;
    assert_eq!((many("role_list", "roles").await, many("kit_list", "kits").await, total(&world).await), (1, 3, 16));
    world.ok("bank_redo", json!({})).await;
    assert_eq!((many("role_list", "roles").await, many("kit_list", "kits").await, total(&world).await), (2, 6, 32));
}

#[tokio::test]
async fn a_file_without_a_question_is_refused_and_a_page_names_no_path() {
    let world = World::new().await;
    let refused = world.refused("question_import", file("broken.json", "{ \"questions\": [")).await;
    assert_eq!(refused.0, "invalid");
    assert!(refused.1.contains("broken.json"), "{refused:?}");
    assert_eq!(world.refused("question_import", json!({ "name": "x.csv", "bytes": "%" })).await.0, "invalid");
    for command in ["question_import_path", "question_export"] {
        assert!(workbench_app::contract::Command::find(command).unwrap().saves_file, "{command} carries a path");
    }
}
