//! The store behind a passphrase: who gets in, what a fault says and destroys, and that nothing readable is on the disk.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{Arc, Mutex},
};

use serde_json::{Value, json};
use support::{Dice, Drawer, ROLE, World, copy_folder, open_folder, snapshot};
use workbench_app::{
    App,
    deps::{Cost, Deps, Keys, SystemChance, SystemClock},
    failure::Failure,
    keys::KeyFolder,
};

use crate::{
    cli::{err, out, workbench},
    list, text,
};

const PASSPHRASE: &str = "four words that differ";
const CANARY: &str = "Zwölfkanarienvogel";

async fn protected() -> (World, String) {
    let world = World::new().await;
    world.candidate(CANARY).await;
    let answer = world.ok("protection_begin", json!({ "passphrase": PASSPHRASE })).await;
    (world, text(&answer["recovery_key"]))
}

async fn names(app: &App) -> Vec<String> {
    let answer: Value = serde_json::from_str(&app.call("candidate_list", "{}").await.unwrap()).unwrap();
    list(&answer["candidates"]).iter().map(|candidate| text(&candidate["candidate"]["name"])).collect()
}

async fn unlock(app: &App, request: Value) -> Result<String, Failure> {
    app.call("store_unlock", &request.to_string()).await
}

#[tokio::test]
async fn the_passphrase_and_the_recovery_key_open_it_and_until_then_nothing_answers() {
    let (mut world, recovery_key) = protected().await;
    assert_eq!(names(world.app()).await, [CANARY], "it stays open for who has just set the passphrase");
    assert_eq!(world.ok("status_get", json!({})).await["protected"], true);
    world.restart().await;
    for command in workbench_app::contract::COMMANDS
        .iter()
        .filter(|command| !workbench_app::protection::WITH_SECRETS.contains(&command.name))
    {
        let refused = world.refused(command.name, json!({})).await;
        assert_eq!(refused.0, "locked_store", "{} {}", command.name, refused.1);
    }
    assert_eq!(world.ok("protection_get", json!({})).await["state"], "locked");
    let wrong = world.refused("store_unlock", json!({ "passphrase": "four words that differed" })).await;
    assert!(wrong.0 == "invalid" && wrong.1.contains("not the passphrase"), "{wrong:?}");
    world.ok("store_unlock", json!({ "passphrase": PASSPHRASE })).await;
    assert_eq!(names(world.app()).await, [CANARY]);
    world.ok("store_lock", json!({})).await;
    assert_eq!(world.refused("candidate_list", json!({})).await.0, "locked_store");
    world.ok("store_unlock", json!({ "recovery_key": recovery_key.to_lowercase().replace('-', " ") })).await;
    assert_eq!(names(world.app()).await, [CANARY]);
}

#[tokio::test]
async fn a_mistyped_recovery_key_is_told_by_its_group_and_is_no_wrong_try() {
    let (world, recovery_key) = protected().await;
    world.ok("store_lock", json!({})).await;
    let other = if recovery_key.starts_with('A') { 'B' } else { 'A' };
    for _ in 0..5 {
        let typed = format!("{other}{}", &recovery_key[1..]);
        let refused = world.refused("store_unlock", json!({ "recovery_key": typed })).await;
        assert!(refused.1.contains("Group 1 is mistyped"), "{refused:?}");
    }
    world.ok("store_unlock", json!({ "recovery_key": recovery_key })).await;
}

#[tokio::test]
async fn another_passphrase_and_another_recovery_key_shut_the_old_ones_out() {
    let (world, old) = protected().await;
    let short = json!({ "passphrase": PASSPHRASE, "new_passphrase": "short" });
    assert!(world.refused("passphrase_change", short).await.1.contains("at least 10"), "before anything is changed");
    let change = json!({ "recovery_key": old, "new_passphrase": "another set of words" });
    world.ok("passphrase_change", change).await;
    let new =
        text(&world.ok("recovery_key_make", json!({ "passphrase": "another set of words" })).await["recovery_key"]);
    world.ok("store_lock", json!({})).await;
    assert_eq!(world.refused("store_unlock", json!({ "passphrase": PASSPHRASE })).await.0, "invalid");
    assert_eq!(world.refused("store_unlock", json!({ "recovery_key": old })).await.0, "invalid");
    world.ok("store_unlock", json!({ "recovery_key": new })).await;
    world.ok("store_lock", json!({})).await;
    world.ok("store_unlock", json!({ "passphrase": "another set of words" })).await;
    assert_eq!(names(world.app()).await, [CANARY]);
}

#[tokio::test]
async fn wrong_passphrases_slow_down_and_a_restart_forgets_none() {
    let (mut world, _) = protected().await;
    world.ok("store_lock", json!({})).await;
    let wrong = json!({ "passphrase": "a wrong passphrase" });
    for _ in 0..6 {
        assert_eq!(world.refused("store_unlock", wrong.clone()).await.0, "invalid");
        world.clock.set("2026-11-23T10:00:00Z".parse().unwrap());
    }
    let frozen = "2026-11-23T10:00:00Z".parse().unwrap();
    world.restart().await;
    world.clock.set(frozen);
    assert!(world.ok("protection_get", json!({})).await["wait_seconds"].as_u64().unwrap() > 0);
    let right = json!({ "passphrase": PASSPHRASE });
    let early = world.refused("store_unlock", right.clone()).await;
    assert!(early.1.contains("there is a wait"), "the right one has to wait as well: {early:?}");
    world.clock.set("2026-11-23T11:00:00Z".parse().unwrap());
    world.ok("store_unlock", right).await;
    world.ok("store_lock", json!({})).await;
    assert_eq!(
        world.ok("protection_get", json!({})).await["wait_seconds"],
        0,
        "a right one makes good for the wrong ones"
    );
}

#[tokio::test]
async fn without_a_passphrase_nothing_pretends_to_lock() {
    let world = World::new().await;
    assert_eq!(world.ok("protection_get", json!({})).await["state"], "unprotected");
    assert!(world.refused("store_lock", json!({})).await.1.contains("not protected yet"));
    assert_eq!(world.refused("protection_begin", json!({ "passphrase": "short" })).await.0, "invalid");
    world.ok("protection_begin", json!({ "passphrase": PASSPHRASE })).await;
    assert_eq!(world.refused("protection_begin", json!({ "passphrase": PASSPHRASE })).await.0, "conflict");
}

#[tokio::test]
async fn the_first_start_refuses_a_bad_name_before_anything_is_moved() {
    let world = World::new().await;
    let begin = |name: &str| json!({ "name": name, "passphrase": PASSPHRASE });
    let (code, why) = world.refused("protection_begin", begin("Ana\u{202e}Ruiz")).await;
    assert_eq!((code.as_str(), why.contains("U+202E")), ("invalid", true), "{why}");
    assert_eq!(world.ok("protection_get", json!({})).await["state"], "unprotected");
    world.ok("protection_begin", begin("Zoë 山田")).await;
    assert_eq!(world.ok("status_get", json!({})).await["interviewer"]["name"], "Zoë 山田");
}

#[tokio::test]
async fn it_locks_after_ten_minutes_unless_it_is_told_otherwise() {
    let world = World::new().await;
    assert_eq!(world.ok("status_get", json!({})).await["settings"]["lock_after_minutes"], 10);
    let set = |minutes: u32| json!({ "theme": "system", "paper": "a4", "lock_after_minutes": minutes });
    assert_eq!(world.ok("settings_set", set(0)).await["lock_after_minutes"], 0);
    assert!(world.refused("settings_set", set(241)).await.1.contains("at most 240"));
}

/// Keeps a copy of the folder as it is before and after each writing of the key file.
struct Watched {
    kept: PathBuf,
    count: Mutex<u32>,
}

impl Watched {
    fn keep(&self, folder: &Path) {
        let mut count = self.count.lock().unwrap();
        let to = self.kept.join(count.to_string());
        copy_folder(folder, &to);
        *count += 1;
    }
}

impl Keys for Watched {
    fn read(&self, folder: &Path) -> Result<Option<workbench_vault::KeyFile>, Failure> {
        KeyFolder.read(folder)
    }

    fn write(&self, folder: &Path, content: &workbench_vault::KeyFile) -> Result<(), Failure> {
        self.keep(folder);
        KeyFolder.write(folder, content)?;
        self.keep(folder);
        Ok(())
    }
}

#[tokio::test]
async fn every_step_of_the_move_leaves_a_store_that_opens_with_everything() {
    let mut world = World::new().await;
    world.candidate(CANARY).await;
    world.close().await;
    // A backup goes along.
    fs::create_dir_all(world.data().join("backups")).unwrap();
    fs::copy(world.data().join("workbench.db"), world.data().join("backups/workbench-v7.db")).unwrap();
    let watched = Arc::new(Watched { kept: world.beside("steps"), count: Mutex::new(0) });
    let deps = Deps {
        keys: watched.clone(),
        keychain: Drawer::none(),
        cost: Cost::CHEAPEST,
        ..Deps::with(Arc::new(SystemClock), Arc::new(SystemChance))
    };
    let app = App::open(&world.data(), "a test", deps).await.unwrap();
    app.call("protection_begin", &json!({ "passphrase": PASSPHRASE }).to_string()).await.unwrap();
    app.close().await.unwrap();
    drop(app);
    let steps = *watched.count.lock().unwrap();
    assert_eq!(steps, 4, "before and after the key file has both keys, before and after it has one");
    let mut open_at_once = 0;
    for step in 0..steps {
        let folder = world.beside("steps").join(step.to_string());
        let app = open_folder(&folder).await.unwrap_or_else(|failure| panic!("step {step}: {failure}"));
        if app.is_locked() {
            unlock(&app, json!({ "passphrase": PASSPHRASE })).await.unwrap();
        } else {
            open_at_once += 1;
        }
        assert_eq!(names(&app).await, [CANARY], "step {step}");
        app.close().await.unwrap();
        drop(app);
        let left: Vec<PathBuf> = snapshot(&folder).into_keys().map(PathBuf::from).collect();
        assert!(!left.iter().any(|name| name.to_string_lossy().contains(".moving")), "step {step}: {left:?}");
        let key_file = fs::read_to_string(folder.join("keys.json")).unwrap();
        assert_eq!(key_file.contains("data_key"), step == 0, "step {step}");
    }
    assert_eq!(open_at_once, 1, "only before the first writing it is as it was");
    // The backup opens by the same key: put in the place of the database it is that database.
    fs::rename(world.data().join("backups/workbench-v7.db"), world.data().join("workbench.db")).unwrap();
    let app = open_folder(&world.data()).await.unwrap();
    unlock(&app, json!({ "passphrase": PASSPHRASE })).await.unwrap();
    assert_eq!(names(&app).await, [CANARY]);
    app.close().await.unwrap();
}

#[tokio::test]
async fn faults_of_the_key_file_are_told_apart_and_destroy_nothing() {
    let (mut world, _) = protected().await;
    world.close().await;
    let (mut other, _) = protected_by_another().await;
    other.close().await;
    let good = fs::read(world.data().join("keys.json")).unwrap();
    let foreign = fs::read(other.data().join("keys.json")).unwrap();
    let edited = |change: &dyn Fn(&mut Value)| {
        let mut value: Value = serde_json::from_slice(&good).unwrap();
        change(&mut value);
        value.to_string().into_bytes()
    };
    let turn = |value: &mut Value| *value = json!(text(value).chars().rev().collect::<String>());
    let cases: [(Vec<u8>, &str); 7] = [
        (good[..good.len() / 2].to_vec(), "is damaged"),
        (Vec::new(), "is damaged"),
        (edited(&|v| v["format"] = json!(99)), "format 99"),
        (edited(&|v| turn(&mut v["keys"]["database"])), "was changed since it was written"),
        (edited(&|v| turn(&mut v["keys"]["recovery"]["sealed"])), "was changed since it was written"),
        (edited(&|v| turn(&mut v["keys"]["passphrase"]["sealed"])), "not the passphrase"),
        (foreign, "belongs to another database"),
    ];
    let database = fs::read(world.data().join("workbench.db")).unwrap();
    for (content, why) in cases {
        fs::write(world.data().join("keys.json"), &content).unwrap();
        let failure = match open_folder(&world.data()).await {
            Err(failure) => failure,
            Ok(app) => {
                assert!(app.is_locked(), "{why}");
                let failure = unlock(&app, json!({ "passphrase": PASSPHRASE })).await.unwrap_err();
                assert!(app.is_locked(), "{why}");
                app.close().await.unwrap();
                failure
            }
        };
        assert!(failure.message.contains(why), "{why}: {failure}");
        assert!(!failure.message.contains(PASSPHRASE), "{failure}");
        assert_eq!(fs::read(world.data().join("workbench.db")).unwrap(), database, "{why}");
    }
    fs::write(world.data().join("keys.json"), &good).unwrap();
    let mut broken = database.clone();
    broken[20..60].fill(7);
    fs::write(world.data().join("workbench.db"), &broken).unwrap();
    let app = open_folder(&world.data()).await.unwrap();
    let failure = unlock(&app, json!({ "passphrase": PASSPHRASE })).await.unwrap_err();
    assert!(
        failure.message.contains("is damaged") && failure.message.contains("Restore a backup"),
        "the key is right and the database is not: {failure}"
    );
    drop(app);
    fs::write(world.data().join("workbench.db"), &database).unwrap();
    let app = open_folder(&world.data()).await.unwrap();
    unlock(&app, json!({ "passphrase": PASSPHRASE })).await.unwrap();
    assert_eq!(names(&app).await, [CANARY], "put back, everything is there");
    app.close().await.unwrap();
}

/// The same passphrase on other data: its key file must not be taken for this one's.
async fn protected_by_another() -> (World, ()) {
    let world = World::new().await;
    // Another key than in every other world, which all begin with the same chance.
    world.candidate("Someone else").await;
    world.candidate("Someone more").await;
    world.ok("protection_begin", json!({ "passphrase": PASSPHRASE })).await;
    (world, ())
}

/// The command line with lines on file descriptor 3.
fn with_secrets(data: &Path, secrets: &str, arguments: &str) -> std::process::Output {
    let file = data.with_extension("secrets");
    fs::write(&file, secrets).unwrap();
    let program = env!("CARGO_BIN_EXE_workbench-under-test");
    let script =
        format!("'{program}' --data '{}' --passphrase-fd 3 {arguments} 3< '{}'", data.display(), file.display());
    Command::new("sh").args(["-c", &script]).stdin(Stdio::null()).output().unwrap()
}

#[tokio::test]
async fn nothing_readable_is_on_the_disk_though_the_process_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let begun = workbench(&["--data", data.to_str().unwrap(), "interviewer", "set", "Ana Ruiz"], "");
    assert!(begun.status.success(), "{}", err(&begun));
    let bare: Value = serde_json::from_slice(&fs::read(data.join("keys.json")).unwrap()).unwrap();
    let made = with_secrets(&data, PASSPHRASE, "--json protection begin");
    assert!(made.status.success(), "{}", err(&made));
    let recovery_key = text(&serde_json::from_str::<Value>(&out(&made)).unwrap()["recovery_key"]);
    let mut dice = Dice::new(20_261_126);
    for round in 0..4 {
        let requests = folder.path().join("requests.jsonl");
        let lines: String = (0..400)
            .map(|n| {
                let request = json!({ "name": format!("{CANARY} {round} {n}"), "role_id": ROLE });
                format!("{}\n", json!({ "command": "candidate_add", "request": request }))
            })
            .collect();
        fs::write(&requests, lines).unwrap();
        let file = folder.path().join("data.secrets");
        fs::write(&file, PASSPHRASE).unwrap();
        let script = format!(
            "exec '{}' --data '{}' --passphrase-fd 3 call --lines 3< '{}' < '{}'",
            env!("CARGO_BIN_EXE_workbench-under-test"),
            data.display(),
            file.display(),
            requests.display()
        );
        let mut child = Command::new("sh").args(["-c", &script]).stdout(Stdio::piped()).spawn().unwrap();
        let mut answers = std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap()));
        for _ in 0..=dice.below(100) {
            answers.next().unwrap().unwrap();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let old = text(&bare["data_key"]);
        for (name, bytes) in snapshot(&data) {
            for canary in [CANARY, PASSPHRASE, &recovery_key, &recovery_key.replace('-', ""), &old, "Ana Ruiz"] {
                let utf_16: Vec<u8> = canary.encode_utf16().flat_map(u16::to_le_bytes).collect();
                for needle in [canary.as_bytes(), &utf_16] {
                    let found = bytes.windows(needle.len()).any(|window| window == needle);
                    assert!(!found, "round {round}: {canary:?} can be read in {name:?}");
                }
            }
        }
    }
    let listed = with_secrets(&data, PASSPHRASE, "candidate list");
    assert!(out(&listed).contains(&format!("{CANARY} 3 0")), "{}", err(&listed));
}

#[test]
fn the_command_line_asks_for_the_passphrase_or_takes_it_from_a_file_descriptor() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let plain = |arguments: &[&str]| workbench(&[&["--data", data.to_str().unwrap()], arguments].concat(), "");
    assert!(plain(&["interviewer", "set", "Ana Ruiz"]).status.success());
    assert!(out(&plain(&["protection", "show"])).contains("not protected"));
    let short = with_secrets(&data, "short\n", "protection begin");
    assert!(err(&short).contains("at least 10 characters"), "{}", err(&short));
    let made = with_secrets(&data, "a first passphrase\n", "protection begin");
    assert!(made.status.success() && out(&made).contains("this once"), "{}", err(&made));
    let recovery_key =
        out(&made).lines().find(|line| line.contains('-') && line.starts_with("  ")).unwrap().trim().to_owned();
    let nobody = plain(&["candidate", "list"]);
    assert_eq!(nobody.status.code(), Some(1));
    assert!(err(&nobody).contains("--passphrase-fd"), "{}", err(&nobody));
    assert!(out(&plain(&["protection", "show"])).contains("A passphrase or the recovery key opens it"));
    let wrong = with_secrets(&data, "not the passphrase\n", "candidate list");
    assert!(err(&wrong).contains("That is not the passphrase"), "{}", err(&wrong));
    assert!(with_secrets(&data, "a first passphrase\r\n", "candidate list").status.success());
    let changed = with_secrets(&data, "a first passphrase\na second passphrase\n", "protection change");
    assert!(changed.status.success(), "{}", err(&changed));
    assert!(!with_secrets(&data, "a first passphrase\n", "candidate list").status.success());
    assert!(with_secrets(&data, "a second passphrase\n", "candidate list").status.success());
    let recovered =
        with_secrets(&data, &format!("{recovery_key}\na third passphrase"), "--recovery-key protection change");
    assert!(recovered.status.success(), "{}", err(&recovered));
    assert!(with_secrets(&data, "a third passphrase", "candidate list").status.success());
}
