//! A store that is damaged or missing opens the rescue, and nothing else answers until a person has decided.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use support::{World, snapshot};

use crate::{
    cli::{err, out, workbench},
    list, text,
};

/// A closed folder with a person, a backup, and a second person since.
async fn used(passphrase: Option<&str>) -> (World, PathBuf, String) {
    let mut world = World::new().await;
    if let Some(passphrase) = passphrase {
        world.ok("protection_begin", json!({ "passphrase": passphrase })).await;
    }
    world.candidate("Ana Ruiz").await;
    let name = text(&world.ok("backup_create", json!({})).await["backup"]["name"]);
    let jan = world.candidate("Jan Kowalski").await;
    let live = world.start(&jan).await;
    for n in 0..5 {
        world.note(&text(&live["interview"]["id"]), "general", "note", &format!("note {n}")).await;
    }
    world.close().await;
    let database = world.data().join("workbench.db");
    (world, database, name)
}

async fn people(world: &World) -> usize {
    list(&world.ok("candidate_list", json!({})).await["candidates"]).len()
}

#[tokio::test]
async fn each_damage_opens_the_rescue_which_changes_nothing_until_it_is_told_to() {
    let (mut world, database, name) = used(None).await;
    let good = fs::read(&database).unwrap();
    let mut beginning = good.clone();
    beginning[800] ^= 1;
    for (what, bytes, why) in [
        ("zero bytes", Some(Vec::new()), "damaged"),
        ("garbage", Some(b"garbage ".repeat(5000)), "its beginning is damaged"),
        ("a flipped bit at the beginning", Some(beginning), "its beginning is damaged"),
        ("missing", None, "is missing"),
        ("cut to its first page", Some(good[..4096].to_vec()), ""),
    ] {
        match &bytes {
            Some(bytes) => fs::write(&database, bytes).unwrap(),
            None => fs::remove_file(&database).unwrap(),
        }
        let before = snapshot(&world.data());
        world.rescue().await;
        let (code, words) = world.refused("status_get", json!({})).await;
        assert!(code == "damaged" && words.contains(why), "{what}: {code}: {words}");
        let found = world.ok("rescue_get", json!({})).await;
        assert_eq!(found["file"].is_null(), bytes.is_none(), "{what}: {found}");
        assert_eq!((list(&found["backups"]).len(), &found["backups"][0]["counts"]["candidates"]), (1, &json!(1)));
        if what != "cut to its first page" {
            let (_, words) = world.refused("rescue_read", json!({})).await;
            let no_file = words.contains("no database file") && words.contains("restore a backup");
            let file = words.contains("Restore a backup. The damaged file is kept");
            assert!(if bytes.is_none() { no_file } else { file }, "{what}: {words}");
        }
        assert_eq!(world.refused("rescue_retry", json!({})).await.0, "damaged", "{what}");
        assert!(snapshot(&world.data()) == before, "{what}: a file was changed");

        let done = world.ok("rescue_restore", json!({ "name": name })).await;
        assert_eq!((people(&world).await, &done["counts"]["candidates"]), (1, &json!(1)), "{what}: {done}");
        match &bytes {
            Some(bytes) => {
                assert_eq!(&fs::read(text(&done["kept"])).unwrap(), bytes, "{what}: the damaged file is kept")
            }
            None => assert_eq!(done["kept"], Value::Null),
        }
        assert_eq!(
            world.ok("log_list", json!({ "limit": 1 })).await["lines"][0]["line"]["act"],
            json!("backup_restore")
        );
        world.restart().await;
        assert_eq!(people(&world).await, 1, "{what}");
        world.close().await;
        fs::write(&database, &good).unwrap();
        let _ = fs::remove_file(world.data().join("workbench.saves"));
    }
    // Put right by hand, it opens as if nothing had been.
    fs::write(&database, b"garbage").unwrap();
    world.rescue().await;
    fs::write(&database, &good).unwrap();
    world.ok("rescue_retry", json!({})).await;
    assert_eq!(people(&world).await, 2);
    assert_eq!(world.refused("rescue_get", json!({})).await.0, "conflict");
}

#[tokio::test]
async fn what_can_be_read_comes_back_with_counts_of_what_is_lost() {
    let (mut world, database, name) = used(None).await;
    let good = fs::read(&database).unwrap();
    let pages = good.len() / 4096;
    let mut rescued = 0;
    for page in (1..pages).step_by(pages / 6) {
        let mut bad = good.clone();
        bad[page * 4096 + 1234] ^= 1;
        fs::write(&database, &bad).unwrap();
        let _ = fs::remove_file(world.data().join("workbench.saves"));
        world.rescue().await;
        if world.is_open().await {
            world.ok("rescue_begin", json!({})).await;
        }
        let Ok(told) = world.app().call("rescue_read", "{}").await else {
            // The list of tables lies on some pages; without it no table can be read, and a backup is what is left.
            let (_, words) = world.refused("rescue_take", json!({})).await;
            assert!(words.contains("Restore a backup"), "page {page}: {words}");
            world.ok("rescue_restore", json!({ "name": name })).await;
            world.close().await;
            continue;
        };
        let told: Value = serde_json::from_str(&told).unwrap();
        let (lost, left_out) = (list(&told["lost"]), told["left_out"].as_u64().unwrap());
        let done = world.ok("rescue_take", json!({})).await;
        assert_eq!(done["counts"], told["counts"], "page {page}: what was told is what came");
        assert_eq!(done["log"], told["log"], "page {page}");
        let lost_of_log = lost.iter().any(|one| text(&one["what"]).ends_with("of the log"));
        assert_eq!(told["log"]["fate"] == "goes_on", !lost_of_log, "page {page}: {told}");
        assert_eq!(fs::read(text(&done["kept"])).unwrap(), bad, "page {page}");
        world.ok("store_verify", json!({})).await;
        let whole = told["counts"]["notes"] == json!(5) && told["counts"]["candidates"] == json!(2);
        assert!(whole || !lost.is_empty() || left_out > 0, "page {page}: a loss that is not told: {told}");
        rescued += 1;
        world.close().await;
    }
    assert!(rescued > 3, "{rescued}");
}

#[tokio::test]
async fn with_a_passphrase_the_rescue_comes_after_it() {
    const PASSPHRASE: &str = "four words that differ";
    let (mut world, database, name) = used(Some(PASSPHRASE)).await;
    let good = fs::read(&database).unwrap();
    let mut beginning = good;
    beginning[800] ^= 1;
    for bytes in [Some(beginning), Some(b"garbage ".repeat(5000)), None] {
        match &bytes {
            Some(bytes) => fs::write(&database, bytes).unwrap(),
            None => fs::remove_file(&database).unwrap(),
        }
        world.rescue().await;
        for command in ["status_get", "rescue_get", "rescue_take"] {
            assert_eq!(world.refused(command, json!({})).await.0, "locked_store", "{command}");
        }
        let (code, _) = world.refused("store_unlock", json!({ "passphrase": "not this one" })).await;
        assert_eq!(code, "invalid");
        let (code, words) = world.refused("store_unlock", json!({ "passphrase": PASSPHRASE })).await;
        assert_eq!(code, "damaged", "{words}");
        world.ok("rescue_restore", json!({ "name": name })).await;
        assert_eq!(people(&world).await, 1);
        world.ok("store_lock", json!({})).await;
        world.ok("store_unlock", json!({ "passphrase": PASSPHRASE })).await;
        assert_eq!(people(&world).await, 1, "it is protected as before");
        world.close().await;
    }
}

#[tokio::test]
async fn the_command_line_tells_of_a_damage_and_rescues() {
    let (world, database, name) = used(None).await;
    let data = world.data();
    let run = |arguments: &[&str]| workbench(&[&["--data", data.to_str().unwrap()], arguments].concat(), "");
    let good = fs::read(&database).unwrap();
    fs::write(&database, b"garbage ".repeat(5000)).unwrap();
    let refused = run(&["candidate", "list"]);
    assert!(refused.status.code() == Some(1) && err(&refused).contains("workbench rescue"), "{}", err(&refused));
    let told = run(&["rescue"]);
    assert!(out(&told).contains(&format!("backup {name}: 1 candidate,")), "{}{}", out(&told), err(&told));
    assert!(out(&told).contains("Nothing was changed"));
    assert_eq!(run(&["rescue", "--recover"]).status.code(), Some(1), "nothing of it can be read");
    let done = run(&["rescue", "--restore", &name]);
    assert!(out(&done).contains("The damaged file is kept"), "{}{}", out(&done), err(&done));
    assert!(out(&done).contains("The log here cannot be read, so nothing of it is carried over"), "{}", out(&done));
    assert!(out(&run(&["candidate", "list"])).contains("Ana Ruiz"));
    // Whole again: a script that looks, or would recover, goes on; what it wanted restored was not.
    for looks in [&["rescue"][..], &["rescue", "--recover"]] {
        let whole = run(looks);
        assert_eq!(whole.status.code(), Some(0), "{looks:?}: {}", err(&whole));
        let said = out(&whole);
        assert!(said.contains("is whole") && said.contains("nothing to rescue. Nothing was changed."), "{said}");
        assert_eq!(err(&whole), "", "{looks:?}");
    }
    assert_eq!(out(&run(&["rescue", "--json"])).trim(), "{\"found\":null,\"readable\":null}");
    let whole = run(&["rescue", "--restore", &name]);
    assert!(whole.status.code() == Some(1) && err(&whole).contains("workbench backup restore"), "{}", err(&whole));
    fs::write(&database, &good[..good.len() / 4 * 3]).unwrap();
    let _ = fs::remove_file(data.join("workbench.saves"));
    let cut = run(&["rescue", "--json"]);
    let found: Value = serde_json::from_str(&out(&cut)).unwrap_or_else(|e| panic!("{e}: {}{}", out(&cut), err(&cut)));
    assert_eq!(found["found"]["backups"][0]["backup"]["name"], json!(name), "{found}");
}

/// A page in the middle that the first reading does not meet: the database opens, and is damaged all the same.
async fn hidden_damage(world: &mut World, database: &Path) -> Vec<u8> {
    let good = fs::read(database).unwrap();
    for page in (1..good.len() / 4096).rev() {
        let mut bad = good.clone();
        bad[page * 4096 + 1234] ^= 1;
        fs::write(database, &bad).unwrap();
        world.rescue().await;
        let hidden = world.is_open().await && world.app().call("store_verify", "{}").await.is_err();
        world.close().await;
        if hidden {
            fs::write(database, &bad).unwrap();
            return bad;
        }
    }
    panic!("no page is met by a full reading alone");
}

#[tokio::test]
async fn a_damage_that_only_a_full_reading_meets_has_its_way_out_at_the_command_line() {
    let (mut world, database, name) = used(None).await;
    let data = world.data();
    let run = |arguments: &[&str]| workbench(&[&["--data", data.to_str().unwrap()], arguments].concat(), "");
    let bad = hidden_damage(&mut world, &database).await;
    let refused = run(&["backup", "create"]);
    assert!(refused.status.code() == Some(1) && err(&refused).contains("workbench rescue"), "{}", err(&refused));
    assert!(!err(&refused).contains("Settings"), "a window's words: {}", err(&refused));
    for recovers in [&["rescue", "--recover"][..], &["rescue", "--restore", &name]] {
        fs::write(&database, &bad).unwrap();
        let _ = fs::remove_file(data.join("workbench.saves"));
        let told = run(&["rescue"]);
        assert!(told.status.success() && out(&told).contains("Can still be read: "), "{}{}", out(&told), err(&told));
        assert!(fs::read(&database).unwrap() == bad, "telling changes nothing");
        let done = run(recovers);
        assert!(out(&done).contains("The damaged file is kept"), "{recovers:?}: {}{}", out(&done), err(&done));
        let whole = run(&["rescue"]);
        assert!(whole.status.success(), "{}", err(&whole));
        assert!(out(&whole).contains("every page was read. There is nothing to rescue"), "{}", out(&whole));
    }
}

#[tokio::test]
async fn a_backup_is_restored_although_the_database_is_damaged_and_the_damaged_file_is_kept() {
    let (mut world, database, name) = used(None).await;
    let data = world.data();
    let bad = hidden_damage(&mut world, &database).await;
    let run = |arguments: &[&str]| workbench(&[&["--data", data.to_str().unwrap()], arguments].concat(), "");
    let broken = world.beside("broken.db");
    fs::write(&broken, "no backup").unwrap();
    let refused = run(&["backup", "restore", broken.to_str().unwrap(), "--yes"]);
    assert!(refused.status.code() == Some(1) && err(&refused).contains("no backup of this data"), "{}", err(&refused));
    let told = run(&["backup", "restore", &name]);
    assert!(out(&told).contains("Nothing was changed"), "{}{}", out(&told), err(&told));
    assert!(fs::read(&database).unwrap() == bad, "nothing was changed");
    let done = run(&["backup", "restore", &name, "--yes"]);
    assert!(out(&done).contains("is damaged. Its file is kept as it is: "), "{}{}", out(&done), err(&done));
    let kept = out(&done).trim_end().rsplit(": ").next().unwrap().to_owned();
    assert!(fs::read(kept).unwrap() == bad, "the damaged file is kept as it was");
    world.restart().await;
    assert_eq!(people(&world).await, 1);
    world.ok("store_verify", json!({})).await;
}

#[tokio::test]
async fn whoever_was_erased_is_not_rescued_from_a_database_that_still_holds_them() {
    let (mut world, database, _) = used(None).await;
    // As a program that copies folders puts an old file back, which is damaged besides.
    let old = fs::read(&database).unwrap();
    world.restart().await;
    let people = world.ok("candidate_list", json!({})).await;
    let jan = list(&people["candidates"]).iter().find(|card| card["candidate"]["name"] == "Jan Kowalski").unwrap();
    let jan = json!({ "candidate_id": jan["candidate"]["id"], "name": "Jan Kowalski" });
    world.ok("candidate_erase", jan).await;
    // A backup remembers it as well: the database that did is gone.
    world.ok("backup_create", json!({})).await;
    world.close().await;

    let pages = old.len() / 4096;
    let (mut rescued, mut held) = (0, 0);
    for page in (1..pages).step_by(pages / 10) {
        let mut bad = old.clone();
        bad[page * 4096 + 1234] ^= 1;
        fs::write(&database, &bad).unwrap();
        let _ = fs::remove_file(world.data().join("workbench.saves"));
        world.rescue().await;
        // Of a page that is free nothing is lost, and nothing is to be rescued.
        let whole = world.is_open().await && world.app().call("rescue_begin", "{}").await.is_err();
        let told = if whole { None } else { world.app().call("rescue_read", "{}").await.ok() };
        let Some(told) = told else {
            world.close().await;
            continue;
        };
        let told: Value = serde_json::from_str(&told).unwrap();
        let done = world.ok("rescue_take", json!({})).await;
        assert_eq!(done["counts"], told["counts"], "page {page}");
        assert_eq!(done["counts"]["interviews"], json!(0), "page {page}: only Jan had one: {done}");
        world.close().await;
        let store = support::open_store(&world.data());
        for words in ["Kowalski", "kowalski", "note 3"] {
            let found = store.read(move |r| workbench_store::erase::found(r, words)).await.unwrap();
            assert!(found.is_empty(), "page {page}: {words}: {found:?}");
        }
        store.close().await.unwrap();
        held += told["erased"].as_u64().unwrap();
        rescued += 1;
    }
    assert!(rescued >= 3 && held >= 2, "{held} of {rescued}: else nobody was there to be left out");
}

#[tokio::test]
async fn a_rescue_can_be_asked_how_far_it_is_while_nothing_else_answers() {
    let (mut world, database, _) = used(None).await;
    let mut bad = fs::read(&database).unwrap();
    let last = bad.len() - 2000;
    bad[last] ^= 1;
    fs::write(&database, &bad).unwrap();
    world.rescue().await;
    if world.is_open().await {
        world.ok("rescue_begin", json!({})).await;
    }
    let job = json!({ "job": "rescue" });
    assert_eq!(world.ok("job_get", job.clone()).await["under_way"], json!(false));
    let (read, asked) = tokio::join!(world.ok("rescue_read", job.clone()), world.ok("job_get", job.clone()));
    assert_eq!(asked["under_way"], json!(true), "it is asked while the reading has the store alone");
    assert_eq!(world.ok("job_get", job.clone()).await["under_way"], json!(false));
    // Stopped in time, it has changed nothing; a computer that keeps this test waiting may be done before.
    let mut stopped = false;
    for _ in 0..50 {
        let (read, _) = tokio::join!(
            world.app().call("rescue_read", r#"{ "job": "rescue" }"#),
            world.ok("job_stop", json!({ "job": "rescue" }))
        );
        stopped = read.is_err_and(|failure| json!(failure.code) == json!("stopped"));
        if stopped {
            break;
        }
    }
    assert!(stopped);
    assert!(fs::read(&database).unwrap() == bad);
    assert_eq!(world.ok("rescue_take", job).await["counts"], read["counts"]);
}
