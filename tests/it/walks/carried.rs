//! The log through a restore: what came after the backup is carried over, or it is said why not.

use std::fs;

use serde_json::{Value, json};
use support::World;

use crate::{
    cli::{err, out, workbench},
    list, text,
};

/// Every line of the log, the first one first.
async fn log(world: &World) -> Vec<Value> {
    let found = world.ok("log_list", json!({ "limit": 500 })).await;
    assert_eq!((&found["before"], &found["hidden"]), (&Value::Null, &json!(0)), "all of it");
    list(&found["lines"]).iter().rev().cloned().collect()
}

fn lines(cards: &[Value]) -> Vec<Value> {
    cards.iter().map(|card| card["line"].clone()).collect()
}

async fn backup(world: &World) -> Value {
    let name = world.ok("backup_create", json!({})).await["backup"]["name"].clone();
    json!({ "place": "own", "name": name })
}

async fn holds(world: &World, count: usize) {
    let verified = world.ok("log_verify", json!({})).await;
    assert_eq!((&verified["broken"], &verified["lines"]), (&Value::Null, &json!(count)), "{verified}");
}

async fn reveal(world: &World, candidate: &str) {
    world.ok("names_reveal", json!({ "candidate_ids": [candidate] })).await;
}

#[tokio::test]
async fn restoring_an_older_backup_keeps_every_line_of_the_log_and_adds_that_of_the_restore() {
    let mut world = World::new().await;
    let ana = world.candidate("Ana Ruiz").await;
    let old = backup(&world).await;
    let jan = world.candidate("Jan Kowalski").await;
    let gone = world.candidate("Olga Petrova").await;
    for id in [&jan, &ana, &gone, &jan] {
        reveal(&world, id).await;
    }
    world.ok("candidate_erase", json!({ "candidate_id": gone, "name": "Olga Petrova" })).await;
    let before = log(&world).await;
    // That the backup was made is written after it.
    let later = before.len();

    let words = format!("No line of the log is lost: the {later} that came after the backup are carried over.");
    let told = world.ok("backup_compare", old.clone()).await["log"].clone();
    assert_eq!(told, json!({ "fate": "goes_on", "carried": later, "left": 0, "words": words }));
    assert_eq!(log(&world).await, before, "telling changes nothing");
    let done = world.ok("backup_restore", old.clone()).await;
    assert_eq!(done["changes"]["log"], told, "what was told is what was done");

    let after = log(&world).await;
    assert_eq!(lines(&after[..before.len()]), lines(&before), "with their numbers and hashes");
    assert_eq!(after.len(), before.len() + 1);
    let (was, is) = (before.last().unwrap(), after.last().unwrap());
    assert_eq!((&is["line"]["act"], &is["line"]["previous"]), (&json!("backup_restore"), &was["line"]["hash"]));
    holds(&world, after.len()).await;
    // Jan is in the log by his id, and by no name: the restored store does not know him.
    let about = |of: &str| {
        let subject = json!({ "candidate": of });
        let cards = after.iter().filter(|card| list(&card["line"]["subjects"]).contains(&subject));
        cards.map(|card| card["candidates"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(about(&jan), [json!([]), json!([])]);
    assert_eq!(about(&ana), [json!(["Ana Ruiz"])]);

    // Forth to what was kept, and back to the oldest once more: the log only grows, and who was erased stays so.
    let kept = json!({ "place": "own", "name": done["kept"] });
    assert_eq!(world.ok("backup_restore", kept).await["changes"]["log"]["carried"], json!(1));
    assert_eq!(about(&jan).len(), 2);
    let names = world.ok("candidate_list", json!({})).await.to_string();
    assert!(names.contains("Jan Kowalski") && !names.contains("Olga Petrova"), "{names}");
    world.ok("backup_restore", old).await;
    world.restart().await;
    let last = log(&world).await;
    assert_eq!(lines(&last[..after.len()]), lines(&after));
    assert_eq!(last.len(), after.len() + 2);
    holds(&world, last.len()).await;
    reveal(&world, &ana).await;
    holds(&world, last.len() + 1).await;
}

#[tokio::test]
async fn a_backup_whose_log_went_another_way_is_restored_as_it_is_and_that_is_said() {
    let mut world = World::new().await;
    let ana = world.candidate("Ana Ruiz").await;
    backup(&world).await;
    let common = log(&world).await.len();
    world.close().await;
    let (database, aside) = (world.data().join("workbench.db"), world.beside("aside.db"));
    let fork = fs::read(&database).unwrap();
    world.restart().await;
    reveal(&world, &ana).await;
    let theirs = log(&world).await;
    world.close().await;
    fs::copy(&database, &aside).unwrap();
    fs::write(&database, fork).unwrap();
    world.restart().await;
    let (one, other) = (world.candidate("Jan Kowalski").await, world.candidate("Olga Petrova").await);
    reveal(&world, &one).await;
    reveal(&world, &other).await;
    let here = log(&world).await;

    let asked = json!({ "path": aside, "dry_run": true });
    let told = world.ok("backup_path_restore", asked).await["changes"]["log"].clone();
    assert_eq!((&told["fate"], &told["carried"], &told["left"]), (&json!("differs"), &json!(0), &json!(2)), "{told}");
    let words = text(&told["words"]);
    assert!(words.contains(&format!("they differ from line {} on", common + 1)), "{words}");
    assert!(words.contains("2 lines that are not in it stay only in the backup made before the restore"), "{words}");
    let done = world.ok("backup_path_restore", json!({ "path": aside })).await;
    assert_eq!(done["changes"]["log"], told);
    let after = log(&world).await;
    assert_eq!(lines(&after[..theirs.len()]), lines(&theirs));
    assert_eq!(after.len(), theirs.len() + 1);
    holds(&world, after.len()).await;

    // What was left is where it is said to be.
    let kept = json!({ "place": "own", "name": done["kept"] });
    assert_eq!(world.ok("backup_restore", kept).await["changes"]["log"]["fate"], json!("differs"));
    assert_eq!(lines(&log(&world).await[..here.len()]), lines(&here));
}

#[tokio::test]
async fn a_damaged_database_that_still_gives_its_log_loses_no_line_of_it_by_a_restore() {
    let mut world = World::new().await;
    let ana = world.candidate("Ana Ruiz").await;
    let old = backup(&world).await;
    for _ in 0..3 {
        reveal(&world, &ana).await;
        backup(&world).await;
    }
    let live = world.start(&ana).await;
    let interview = text(&live["interview"]["id"]);
    world.attach(&interview, "general", "board.txt", &b"What stood on the board.\n".repeat(4000)).await;
    let before = log(&world).await;
    world.close().await;
    let database = world.data().join("workbench.db");
    let good = fs::read(&database).unwrap();
    let mut whole = 0;
    // Pages near the end, where the attached file lies for the most part.
    for page in [1, 5, 9, 13, 17, 21] {
        let mut bytes = good.clone();
        let at = bytes.len() - page * 4096 + 1000;
        bytes[at] ^= 1;
        fs::write(&database, bytes).unwrap();
        let _ = fs::remove_file(world.data().join("workbench.saves"));
        world.rescue().await;
        if world.is_open().await {
            world.ok("rescue_begin", json!({})).await;
        }
        let done = world.ok("rescue_restore", json!({ "name": old["name"] })).await;
        let after = log(&world).await;
        let kept = after.len() - 1;
        let fate = if kept == before.len() { "goes_on" } else { "unreadable" };
        assert_eq!(done["log"]["fate"], json!(fate), "page {page}: {done}");
        assert!(kept == before.len() || kept == 0, "page {page}: all of it, or the backup's: {kept}");
        assert_eq!(lines(&after[..kept]), lines(&before[..kept]), "page {page}");
        holds(&world, after.len()).await;
        whole += usize::from(kept == before.len());
        world.close().await;
    }
    assert!(whole >= 3, "{whole} of 6");
}

#[tokio::test]
async fn the_command_line_says_what_becomes_of_the_log() {
    let mut world = World::new().await;
    let ana = world.candidate("Ana Ruiz").await;
    let name = text(&backup(&world).await["name"]);
    reveal(&world, &ana).await;
    world.close().await;
    let data = world.data();
    let run = |arguments: &[&str]| workbench(&[&["--data", data.to_str().unwrap()], arguments].concat(), "");
    let words = "No line of the log is lost: the 2 that came after the backup are carried over.";
    for arguments in [&["backup", "restore", &name][..], &["backup", "restore", &name, "--yes"]] {
        let done = run(arguments);
        assert!(out(&done).contains(words), "{}{}", out(&done), err(&done));
    }
    let verified = run(&["log", "verify"]);
    assert!(verified.status.success(), "{}{}", out(&verified), err(&verified));
    let again = run(&["backup", "restore", &name]);
    assert!(out(&again).contains("the 3 that came after"), "the backup, the reveal and the restore: {}", out(&again));
}
