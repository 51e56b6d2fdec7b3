//! Backups: made, kept, refused when they are bad, restored, and killed half way.

use std::{fs, path::Path, process::Stdio, time::Duration};

use serde_json::{Value, json};
use support::{ROLE, World, open_folder, snapshot};
use workbench_store::StoreError;

use crate::{
    cli::{err, out, workbench},
    list, text,
};

async fn backups(world: &World) -> Vec<Value> {
    list(&world.ok("backup_list", json!({})).await["backups"]).to_vec()
}

fn own(name: &Value) -> Value {
    json!({ "place": "own", "name": name })
}

async fn people(world: &World) -> Vec<String> {
    let mut names: Vec<String> = list(&world.ok("candidate_list", json!({})).await["candidates"])
        .iter()
        .map(|c| text(&c["candidate"]["name"]))
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn one_a_day_is_made_where_something_changed_and_none_where_nothing_did() {
    let world = World::new().await;
    world.candidate("Ana Ruiz").await;
    let first = world.ok("backup_keep", json!({})).await;
    assert_eq!(first["made"]["kind"], json!("daily"), "{first}");
    world.candidate("Jan Kowalski").await;
    assert_eq!(world.ok("backup_keep", json!({})).await["made"], Value::Null, "one a day");
    world.clock.set("2026-11-23T08:00:00Z".parse().unwrap());
    assert_ne!(world.ok("backup_keep", json!({})).await["made"], Value::Null);
    world.clock.set("2026-11-24T08:00:00Z".parse().unwrap());
    let nothing = world.ok("backup_keep", json!({})).await;
    assert_eq!(
        (&nothing["made"], &nothing["newest"]),
        (&Value::Null, &json!("2026-11-23T08:00:01Z")),
        "nothing changed"
    );
    assert_eq!(backups(&world).await.len(), 2);
    for day in (24..=30).map(|day| format!("11-{day}")).chain((1..=6).map(|day| format!("12-{day:02}"))) {
        for hour in [8, 20] {
            world.clock.set(format!("2026-{day}T{hour:02}:00:00Z").parse().unwrap());
            world.candidate(&format!("Person {day} {hour}")).await;
            world.ok("backup_keep", json!({})).await;
        }
    }
    let names: Vec<String> = backups(&world).await.iter().map(|one| text(&one["name"])).collect();
    let days: Vec<&str> = names.iter().map(|name| &name["workbench-2026-".len()..][..5]).collect();
    let wanted = ["12-06", "12-05", "12-04", "12-03", "12-02", "12-01", "11-30", "11-29", "11-22"];
    assert_eq!(days, wanted, "seven days, and the last of the two weeks before");
    let first = world.ok("backup_verify", own(&json!(names[8]))).await;
    assert_eq!(first["counts"]["candidates"], json!(1), "{first}");
}

#[tokio::test]
async fn an_import_has_a_backup_of_what_was_there_before() {
    let world = World::new().await;
    world.candidate("Ana Ruiz").await;
    let file = world.beside("people.csv");
    fs::write(&file, "name\nJan Kowalski\n").unwrap();
    let dry = json!({ "path": file, "role_id": ROLE, "dry_run": true });
    world.ok("candidate_import_path", dry).await;
    assert!(backups(&world).await.is_empty(), "telling what it would do needs none");
    world.ok("candidate_import_path", json!({ "path": file, "role_id": ROLE, "dry_run": false })).await;
    let all = backups(&world).await;
    assert_eq!((all.len(), &all[0]["kind"]), (1, &json!("before_import")));
    let inside = world.ok("backup_verify", own(&all[0]["name"])).await;
    assert_eq!(inside["counts"]["candidates"], json!(1));
}

#[tokio::test]
async fn when_something_was_saved_last_counts_what_belongs_to_no_interview_and_not_the_backup_itself() {
    let world = World::new().await;
    world.candidate("Ana Ruiz").await;
    let made = world.ok("backup_create", json!({})).await["backup"]["name"].clone();
    let times = async || {
        let preview = world.ok("backup_compare", own(&made)).await;
        (text(&preview["newest_now"]), text(&preview["newest_then"]))
    };
    let (now, then) = times().await;
    assert_eq!(now, then, "nothing was saved since");
    assert_eq!(world.ok("backup_compare", own(&made)).await["same"], json!(true), "its line of the log is no save");
    assert_eq!(world.ok("backup_keep", json!({})).await["made"], Value::Null, "so none is due");
    world.ok("question_archive", json!({ "question_ids": ["senior-python/py-gil"] })).await;
    let (archived, same) = times().await;
    assert!(archived > then && same == then, "{archived} {same} {then}");
    world.ok("interviewer_set", json!({ "name": "Ana Maria" })).await;
    assert!(times().await.0 > archived, "so does what only the log tells");
}

#[tokio::test]
async fn restoring_brings_back_what_was_and_keeps_what_is_as_a_backup() {
    let mut world = World::new().await;
    world.candidate("Ana Ruiz").await;
    let old = world.ok("backup_create", json!({})).await["backup"]["name"].clone();
    let jan = world.candidate("Jan Kowalski").await;
    let live = world.start(&jan).await;
    world.note(&text(&live["interview"]["id"]), "general", "note", "said this").await;

    // The memory that readers of the database share is no file of anybody's.
    let files = || {
        let mut all = snapshot(&world.data());
        all.retain(|name, _| !name.ends_with("-shm"));
        all
    };
    let before = files();
    let preview = world.ok("backup_compare", own(&old)).await;
    assert_eq!((&preview["now"]["candidates"], &preview["then"]["candidates"]), (&json!(2), &json!(1)), "{preview}");
    assert_eq!((&preview["now"]["notes"], &preview["then"]["notes"]), (&json!(1), &json!(0)));
    assert_eq!(preview["people"][0]["name"], json!("Jan Kowalski"));
    assert_eq!(preview["people"][0]["then"], Value::Null, "he would be gone");
    assert_eq!(list(&preview["people"]).len(), 1);
    assert!(preview["newest_now"].as_str() > preview["newest_then"].as_str());
    assert!(files() == before, "telling changes nothing");

    let done = world.ok("backup_restore", own(&old)).await;
    assert_eq!(people(&world).await, ["Ana Ruiz"]);
    assert_eq!(world.ok("log_verify", json!({})).await["broken"], Value::Null);
    let last = world.ok("log_list", json!({ "limit": 1 })).await;
    assert_eq!(last["lines"][0]["line"]["act"], json!("backup_restore"));
    world.restart().await;
    assert_eq!(people(&world).await, ["Ana Ruiz"]);
    assert_eq!(world.ok("backup_list", json!({})).await["missing_saves"], json!(0), "no save is taken for lost");

    let back = world.ok("backup_restore", own(&done["kept"])).await;
    assert_eq!(back["changes"]["people"][0]["now"], Value::Null, "he comes back: {back}");
    assert_eq!(people(&world).await, ["Ana Ruiz", "Jan Kowalski"]);
    world.note(&text(&live["interview"]["id"]), "general", "note", "and goes on").await;
}

#[tokio::test]
async fn a_bad_backup_is_refused_in_words_that_say_what_to_do() {
    let world = World::new().await;
    world.candidate("Ana Ruiz").await;
    let name = world.ok("backup_create", json!({})).await["backup"]["name"].clone();
    let file = world.data().join("backups").join(text(&name));
    let good = fs::read(&file).unwrap();
    let mut flipped = good.clone();
    flipped[good.len() / 2] ^= 1;
    let mut begin = good.clone();
    begin[700] ^= 1;
    let elsewhere = {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let made = open_folder(&data).await.unwrap();
        made.close().await.unwrap();
        fs::read(data.join("workbench.db")).unwrap()
    };
    for (bytes, why) in [
        (flipped, "is damaged: it is cut off, or parts of it were changed. Take another one."),
        (good[..good.len() - 4096].to_vec(), "is damaged: it is cut off"),
        (Vec::new(), "is damaged: it is cut off"),
        (begin, "is damaged at its beginning. Take another one."),
        (elsewhere, "is no backup of this data"),
        (b"not a database".repeat(1000), "is no backup of this data"),
    ] {
        fs::write(&file, bytes).unwrap();
        let before = snapshot(&world.data());
        for command in ["backup_verify", "backup_compare", "backup_restore"] {
            let (code, words) = world.refused(command, own(&name)).await;
            assert_eq!(code, "conflict", "{words}");
            assert!(words.contains(why) && words.contains("Nothing was changed"), "{command}: {words}");
        }
        assert!(snapshot(&world.data()) == before, "{why}: a file was changed");
    }
    fs::remove_file(&file).unwrap();
    let (code, words) = world.refused("backup_restore", own(&name)).await;
    assert!(code == "not_found" && words.contains("plug that in"), "{words}");
    for name in ["../keys.json", "../workbench.db", "/etc/passwd", "", ".", "keys.json"] {
        assert_eq!(world.refused("backup_verify", own(&json!(name))).await.0, "not_found", "{name}");
    }
    fs::write(&file, good).unwrap();
    world.ok("backup_restore", own(&name)).await;
}

#[tokio::test]
async fn a_backup_from_before_the_passphrase_is_known_as_such_and_those_in_the_data_folder_go_along() {
    let mut world = World::new().await;
    world.candidate("Ana Ruiz").await;
    let name = world.ok("backup_create", json!({})).await["backup"]["name"].clone();
    let old = world.beside("old.db");
    fs::copy(world.data().join("backups").join(text(&name)), &old).unwrap();
    world.ok("protection_begin", json!({ "passphrase": "four words that differ" })).await;
    let (_, words) = world.refused("backup_path_restore", json!({ "path": old })).await;
    assert!(words.contains("made under an earlier key of this data"), "{words}");
    world.ok("backup_restore", own(&name)).await;
    world.restart().await;
    assert_eq!(world.refused("backup_list", json!({})).await.0, "locked_store");
    assert_eq!(world.refused("backup_restore", own(&name)).await.0, "locked_store");
    world.ok("store_unlock", json!({ "passphrase": "four words that differ" })).await;
    assert_eq!(people(&world).await, ["Ana Ruiz"]);
    let (_, words) = world.refused("backup_path_restore", json!({ "path": old })).await;
    assert!(words.contains("made under an earlier key of this data"), "{words}");
}

#[tokio::test]
async fn a_stick_gets_each_backup_with_the_sealed_key_and_opens_on_another_laptop() {
    let world = World::new().await;
    world.candidate("Ana Ruiz").await;
    let stick = world.beside("stick");
    fs::create_dir(&stick).unwrap();
    world.ok("backup_folder_set", json!({ "path": stick })).await;
    fs::write(stick.join("workbench-2020-01-01T000000Z-daily.db"), "of another laptop").unwrap();
    world.ok("backup_create", json!({})).await;
    let keys = |stick: &Path| {
        let names = fs::read_dir(stick).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.ends_with("-keys.json")).collect::<Vec<_>>()
    };
    assert!(keys(&stick).is_empty(), "a bare key never leaves the data folder");
    world.ok("protection_begin", json!({ "passphrase": "four words that differ" })).await;

    // Not there: one quiet line, and the backup is made all the same.
    let away = world.beside("away");
    fs::rename(&stick, &away).unwrap();
    let made = world.ok("backup_create", json!({})).await;
    assert!(text(&made["chosen"]).contains("is not there now"), "{made}");
    assert!(!stick.exists(), "nothing is made in its place");
    fs::rename(&away, &stick).unwrap();
    assert_eq!(world.ok("backup_keep", json!({})).await["chosen"], Value::Null);
    let name = text(&made["backup"]["name"]);
    assert!(stick.join(&name).exists(), "what it missed is copied");
    assert!(stick.join("workbench-2020-01-01T000000Z-daily.db").exists(), "what is not ours is left alone");
    let all = backups(&world).await;
    assert!(all.iter().any(|one| one["name"] == json!(name) && one["place"] == json!("chosen")));

    let other = world.beside("another laptop");
    fs::create_dir(&other).unwrap();
    fs::copy(stick.join(&keys(&stick)[0]), other.join("keys.json")).unwrap();
    fs::copy(stick.join(&name), other.join("workbench.db")).unwrap();
    let app = open_folder(&other).await.unwrap();
    assert!(app.is_locked());
    app.call("store_unlock", &json!({ "passphrase": "four words that differ" }).to_string()).await.unwrap();
    let found: Value = serde_json::from_str(&app.call("candidate_list", "{}").await.unwrap()).unwrap();
    assert_eq!(found["candidates"][0]["candidate"]["name"], json!("Ana Ruiz"));
    app.close().await.unwrap();

    let (_, words) = world.refused("backup_folder_set", json!({ "path": world.data().join("backups") })).await;
    assert!(words.contains("on another disk"), "{words}");
}

#[tokio::test]
async fn saves_that_are_gone_are_told_once_the_store_opens() {
    let mut world = World::new().await;
    world.candidate("Ana Ruiz").await;
    world.close().await;
    let old = fs::read(world.data().join("workbench.db")).unwrap();
    world.restart().await;
    world.candidate("Jan Kowalski").await;
    world.close().await;
    fs::write(world.data().join("workbench.db"), old).unwrap();
    world.restart().await;
    assert_eq!(world.ok("backup_list", json!({})).await["missing_saves"], json!(1));
}

#[tokio::test]
async fn the_command_line_makes_lists_verifies_and_restores() {
    let mut world = World::new().await;
    world.candidate("Ana Ruiz").await;
    world.close().await;
    let data = world.data();
    let run = |arguments: &[&str]| workbench(&[&["--data", data.to_str().unwrap()], arguments].concat(), "");
    let made = run(&["backup", "create", "--json"]);
    let name = text(&serde_json::from_str::<Value>(&out(&made)).unwrap()["backup"]["name"]);
    assert!(run(&["candidate", "add", "Jan Kowalski"]).status.success());
    let listed: Value = serde_json::from_str(&out(&run(&["backup", "list", "--json"]))).unwrap();
    assert_eq!(listed[0]["name"], json!(name), "{listed}");
    assert!(out(&run(&["backup", "verify", &name])).starts_with("Whole: "));
    let told = run(&["backup", "restore", &name]);
    assert!(
        out(&told).contains("Jan Kowalski: only here, would be gone") && out(&told).contains("add --yes"),
        "{}",
        out(&told)
    );
    assert!(out(&run(&["candidate", "list"])).contains("Jan"));
    let file = data.join("backups").join(&name);
    let by_path = run(&["backup", "restore", file.to_str().unwrap(), "--yes"]);
    assert!(out(&by_path).contains("Restored."), "{}{}", out(&by_path), err(&by_path));
    assert!(!out(&run(&["candidate", "list"])).contains("Jan"));
    let mut bytes = fs::read(&file).unwrap();
    bytes[9000] ^= 1;
    fs::write(&file, bytes).unwrap();
    let bad = run(&["backup", "verify", &name]);
    assert!(bad.status.code() == Some(1) && err(&bad).contains("is damaged"), "{}", err(&bad));
}

#[tokio::test]
async fn the_command_line_names_a_folder_for_copies_and_takes_it_away() {
    let mut world = World::new().await;
    world.candidate("Ana Ruiz").await;
    world.close().await;
    let (data, stick) = (world.data(), world.beside("stick"));
    let run = |arguments: &[&str]| workbench(&[&["--data", data.to_str().unwrap()], arguments].concat(), "");
    let missing = run(&["backup", "folder", stick.to_str().unwrap()]);
    assert!(missing.status.code() == Some(1) && err(&missing).contains("does not exist"), "{}", err(&missing));
    fs::create_dir(&stick).unwrap();
    let named = run(&["backup", "folder", stick.to_str().unwrap()]);
    assert!(out(&named).contains(&format!("copied to {}", stick.display())), "{}{}", out(&named), err(&named));
    let made: Value = serde_json::from_str(&out(&run(&["backup", "create", "--json"]))).unwrap();
    let name = text(&made["backup"]["name"]);
    assert!(stick.join(&name).exists() && made["chosen"].is_null(), "{made}");
    assert!(out(&run(&["backup", "verify", stick.join(&name).to_str().unwrap()])).starts_with("Whole: "));
    fs::remove_dir_all(&stick).unwrap();
    let away = run(&["backup", "create"]);
    assert!(away.status.success() && out(&away).contains("is not there now"), "{}", out(&away));
    let asked = run(&["backup", "folder"]);
    assert!(
        out(&asked).contains(&format!("copied to {} as well, which is not there now", stick.display())),
        "{}",
        out(&asked)
    );
    fs::create_dir(&stick).unwrap();
    let copied = run(&["backup", "create"]);
    assert!(
        out(&copied).contains(&format!("Copied to {} as well.", stick.display())),
        "it was only asked: {}",
        out(&copied)
    );
    assert_eq!(run(&["backup", "folder", stick.to_str().unwrap(), "--none"]).status.code(), Some(2));
    let none = run(&["backup", "folder", "--none"]);
    assert!(out(&none).contains("in the data folder only"), "{}", out(&none));
    assert!(out(&run(&["backup", "create"])).contains("It lies in the data folder only"));
    let inside = run(&["backup", "folder", data.join("backups").to_str().unwrap()]);
    assert!(inside.status.code() == Some(1) && err(&inside).contains("on another disk"), "{}", err(&inside));
}

#[tokio::test]
async fn kill_minus_nine_in_mid_restore_leaves_the_old_or_the_new_and_never_less() {
    let mut world = World::new().await;
    world.candidate("Ana Ruiz").await;
    let name = text(&world.ok("backup_create", json!({})).await["backup"]["name"]);
    for n in 0..40 {
        world.candidate(&format!("Person {n}")).await;
    }
    world.close().await;
    let (data, mut seen, mut log) = (world.data(), [0, 0], Vec::new());
    for round in 0..14_u64 {
        let mut child = crate::cli::command(&["--data", data.to_str().unwrap(), "backup", "restore", &name, "--yes"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(30 + round * 60));
        let _ = child.kill();
        child.wait().unwrap();
        world.restart().await;
        let found = people(&world).await.len();
        assert!(found == 1 || found == 41, "round {round}: {found} people");
        seen[usize::from(found == 1)] += 1;
        assert_eq!(world.ok("backup_list", json!({})).await["missing_saves"], json!(0), "round {round}");
        assert_eq!(world.ok("log_verify", json!({})).await["broken"], Value::Null);
        world.ok("store_verify", json!({})).await;
        let lines = world.ok("log_list", json!({ "limit": 500 })).await["lines"].clone();
        let hashes: Vec<Value> = list(&lines).iter().rev().map(|card| card["line"]["hash"].clone()).collect();
        assert!(hashes.starts_with(&log), "round {round}: a line of the log is gone");
        log = hashes;
        if found == 1 {
            // Back to the many, from what the restore kept.
            let kept = backups(&world).await;
            let kept = kept.iter().find(|one| one["kind"] == json!("before_restore")).unwrap();
            world.ok("backup_restore", own(&kept["name"])).await;
            assert_eq!(people(&world).await.len(), 41, "round {round}");
        }
        world.close().await;
    }
    assert!(seen[0] > 0, "no round was killed before the change: {seen:?}");
}

#[tokio::test]
async fn a_page_that_cannot_be_read_stops_the_backup_is_said_and_leads_to_the_rescue() {
    let mut world = World::new().await;
    world.candidate("Ana Ruiz").await;
    world.close().await;
    let path = world.data().join("workbench.db");
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes.len() - 3000;
    bytes[at] ^= 1;
    fs::write(&path, bytes).unwrap();
    world.restart().await;
    let (code, words) = world.refused("backup_create", json!({})).await;
    assert!(code == "damage_found" && words.contains("the database is damaged"), "{code}: {words}");
    let log = world.ok("log_list", json!({})).await["lines"].to_string();
    assert!(!log.contains("backup_create"), "none was made: {log}");
    assert_eq!(world.refused("store_verify", json!({})).await.0, "damage_found");
    world.ok("rescue_begin", json!({})).await;
    let (code, words) = world.refused("candidate_list", json!({})).await;
    assert_eq!((code.as_str(), words), ("damaged", StoreError::Damaged.to_string()));
    let done = world.ok("rescue_take", json!({})).await;
    assert!(Path::new(&text(&done["kept"])).exists());
    assert_eq!(people(&world).await, ["Ana Ruiz"]);
}
