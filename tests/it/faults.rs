//! Disks and folders that are not as they should be: a clear message, nothing overwritten, and on we go once it is mended.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Value, json};
use support::{KIT, ROLE, World, in_namespace, open_folder, snapshot};
use workbench_app::{
    App,
    deps::{Clock, Deps, SystemChance},
    failure::Failure,
};

use crate::{
    cli::{err, out, workbench},
    list, text,
};

/// Opening the folder must fail with these words, in a process as well, and change no file.
async fn cannot_open(data: &Path, why: &str) {
    let before = snapshot(data);
    let failure = open_folder(data).await.err().unwrap_or_else(|| panic!("{why}: it was opened"));
    assert_eq!(json!(failure.code), json!("cannot_open"), "{failure}");
    assert!(failure.message.contains(why), "{why}: {failure}");
    assert!(failure.message.contains(data.to_str().unwrap()), "the message names the place: {failure}");
    let output = workbench(&["--data", data.to_str().unwrap(), "candidate", "list"], "");
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    assert!(err(&output).contains(why) && out(&output).is_empty(), "{}", err(&output));
    assert!(snapshot(data) == before, "{why}: a file was changed, made or removed");
}

/// A closed data folder with one candidate.
async fn used() -> World {
    let mut world = World::new().await;
    world.candidate("Ana Ruiz").await;
    world.close().await;
    world
}

#[tokio::test]
async fn a_damaged_or_foreign_database_is_refused_and_left_alone() {
    let world = used().await;
    let (data, database) = (world.data(), world.data().join("workbench.db"));
    let good = fs::read(&database).unwrap();
    let mut foreign = b"SQLite format 3\0".to_vec();
    foreign.resize(good.len(), 0);
    let garbage: Vec<u8> = good.iter().rev().copied().collect();
    for (content, why) in [
        (Vec::new(), "damaged"),
        (garbage, "its beginning is damaged"),
        (foreign, "its beginning is damaged"),
        (good[..100].to_vec(), ""),
    ] {
        fs::write(&database, &content).unwrap();
        cannot_open(&data, why).await;
        assert_eq!(fs::read(&database).unwrap(), content);
    }
    fs::write(&database, good).unwrap();
    let app = open_folder(&data).await.unwrap();
    assert_eq!(people(&app).await.unwrap(), 1, "put back, everything is there");
}

#[tokio::test]
async fn a_missing_part_is_named_and_never_made_anew() {
    let world = used().await;
    let data = world.data();
    for (name, why) in [("keys.json", "keys.json is missing"), ("workbench.db", "workbench.db is missing")] {
        let aside = world.beside("aside");
        fs::rename(data.join(name), &aside).unwrap();
        cannot_open(&data, why).await;
        assert!(!data.join(name).exists(), "{name} was made anew");
        fs::rename(&aside, data.join(name)).unwrap();
    }
    let keys = fs::read(data.join("keys.json")).unwrap();
    let mut other: Value = serde_json::from_slice(&keys).unwrap();
    other["data_key"] = json!("00".repeat(32));
    let mut newer: Value = serde_json::from_slice(&keys).unwrap();
    newer["format"] = json!(99);
    for (content, why) in [
        (b"{".to_vec(), "is damaged"),
        (other.to_string().into_bytes(), "is damaged"),
        (newer.to_string().into_bytes(), "format 99"),
    ] {
        fs::write(data.join("keys.json"), content).unwrap();
        cannot_open(&data, why).await;
    }
    fs::write(data.join("keys.json"), keys).unwrap();
    assert_eq!(people(&open_folder(&data).await.unwrap()).await.unwrap(), 1);
}

#[cfg(unix)]
#[tokio::test]
async fn keys_and_data_are_readable_by_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = used().await;
    for (name, mode) in [("", 0o700), ("keys.json", 0o600)] {
        let found = fs::metadata(world.data().join(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!(found, mode, "{name:?} has mode {found:o}");
    }
    let keys = fs::read_to_string(world.data().join("keys.json")).unwrap();
    assert!(keys.contains("unprotected"), "the file says that its key is not protected");
    let raw = fs::read(world.data().join("workbench.db")).unwrap();
    assert!(!raw.windows(8).any(|bytes| bytes == b"Ana Ruiz"), "the database is encrypted");
    assert!(!raw.starts_with(b"SQLite format 3"));
}

#[tokio::test]
async fn a_folder_in_use_says_who_holds_it_and_exits_with_three() {
    let mut world = World::new().await;
    let data = world.data();
    let second = workbench(&["--data", data.to_str().unwrap(), "candidate", "list"], "");
    assert_eq!(second.status.code(), Some(3), "{}", err(&second));
    let process = format!("in use by a test (process {})", std::process::id());
    assert!(err(&second).contains(&process), "{}", err(&second));
    world.candidate("Ana Ruiz").await;
    world.close().await;
    let after = workbench(&["--data", data.to_str().unwrap(), "candidate", "list"], "");
    assert!(after.status.success() && out(&after).contains("Ana Ruiz"), "{}", err(&after));
}

#[tokio::test]
async fn a_place_that_cannot_be_written_keeps_the_old_file_whole() {
    let world = World::new().await;
    let candidate = world.candidate("Ana Ruiz").await;
    world.held(&candidate, &[json!(4)], "yes").await;
    let old = world.beside("old.pdf");
    fs::write(&old, "the old file").unwrap();
    fs::create_dir(world.beside("folder.pdf")).unwrap();
    for place in ["old.pdf/packet.pdf", "no/such/packet.pdf", "folder.pdf"] {
        let request = json!({ "candidate_id": candidate, "path": world.beside(place) });
        let refused = world.refused("packet_export", request).await;
        assert_eq!(refused.0, "cannot_write", "{}", refused.1);
        assert!(refused.1.contains(place), "{}", refused.1);
    }
    assert_eq!(fs::read(&old).unwrap(), b"the old file");
    world.ok("packet_export", json!({ "candidate_id": candidate, "path": old })).await;
    assert!(fs::read(&old).unwrap().starts_with(b"%PDF-"), "and one that can be written is replaced");
    let mut names: Vec<_> = fs::read_dir(world.beside("")).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["data", "folder.pdf", "old.pdf"], "no litter");
}

async fn people(app: &App) -> Result<usize, Failure> {
    let answer = app.call("candidate_list", "{}").await?;
    Ok(list(&serde_json::from_str::<Value>(&answer).unwrap()["candidates"]).len())
}

fn run(script: &str) {
    assert!(Command::new("sh").args(["-c", script]).status().unwrap().success(), "{script}");
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(work)
}

#[test]
fn a_full_disk_is_said_loses_nothing_and_is_over_once_there_is_room() {
    in_namespace("faults::a_full_disk_is_said_loses_nothing_and_is_over_once_there_is_room", "24m", |disk| {
        block_on(async {
            let data = disk.join("data");
            let app = open_folder(&data).await.unwrap();
            let call = async |name: &str, request: Value| -> Result<Value, Failure> {
                app.call(name, &request.to_string()).await.map(|answer| serde_json::from_str(&answer).unwrap())
            };
            call("interviewer_set", json!({ "name": "Ana Ruiz" })).await.unwrap();
            let candidate =
                call("candidate_add", json!({ "name": "Jan", "role_id": ROLE })).await.unwrap()["id"].clone();
            let live = call("interview_start", json!({ "candidate_id": candidate, "kit_id": KIT })).await.unwrap();
            let id = live["interview"]["id"].clone();
            let packet = disk.join("packet.pdf");
            let other = call("candidate_add", json!({ "name": "Ana", "role_id": ROLE })).await.unwrap()["id"].clone();
            let export = json!({ "candidate_id": other, "path": packet, "accept_undrawable": true });

            // The key that documents are signed with is made with the first of them, while there is room.
            let first = json!({ "kit_id": KIT, "path": disk.join("first.pdf"), "accept_undrawable": true });
            call("guide_export", first).await.unwrap();

            let note = |n: usize| {
                json!({
                    "interview_id": id, "place": "general", "kind": "note", "at_seconds": n,
                    "text": format!("note {n} {}", "long ".repeat(400)),
                })
            };
            call("entry_save", note(0)).await.unwrap();
            let old = b"an earlier packet".to_vec();
            fs::write(&packet, &old).unwrap();

            // Not an error of dd: it stops where the disk is full.
            run(&format!("dd if=/dev/zero of='{}/fill' bs=4k 2>/dev/null; sync; true", disk.display()));
            let mut kept = 1;
            let failure = loop {
                match call("entry_save", note(kept)).await {
                    Ok(_) => kept += 1,
                    Err(failure) => break failure,
                }
                assert!(kept < 2000, "the disk never became full");
            };
            assert_eq!(json!(failure.code), json!("disk_full"), "{failure}");
            assert!(failure.message.contains("disk is full"), "{failure}");
            assert_eq!(
                list(&call("interview_get", json!({ "interview_id": id })).await.unwrap()["interview"]["entries"])
                    .len(),
                kept
            );
            let unlogged = call("packet_export", export.clone()).await.unwrap_err();
            assert_eq!(
                json!(unlogged.code),
                json!("disk_full"),
                "what the log cannot keep is not given out: {unlogged}"
            );
            assert_eq!(fs::read(&packet).unwrap(), old, "the old file is whole");
            // A guide is about nobody, so that no log stands before its file.
            let guide = json!({ "kit_id": KIT, "path": packet, "accept_undrawable": true });
            let refused = call("guide_export", guide).await.unwrap_err();
            assert_eq!(json!(refused.code), json!("cannot_write"), "{refused}");
            assert!(refused.message.contains("the disk is full"), "{refused}");
            assert_eq!(fs::read(&packet).unwrap(), old, "the old file is whole");
            let litter =
                fs::read_dir(disk).unwrap().any(|e| e.unwrap().file_name().to_str().unwrap().ends_with(".part"));
            assert!(!litter, "nothing half written is left beside it");

            fs::remove_file(disk.join("fill")).unwrap();
            call("entry_save", note(kept)).await.unwrap();
            call("packet_export", export).await.unwrap();
            assert!(fs::read(&packet).unwrap().starts_with(b"%PDF-"));
            app.close().await.unwrap();
            drop(app);

            // A new folder on a full disk: said as well, and complete once there is room.
            run(&format!("dd if=/dev/zero of='{}/fill' bs=4k 2>/dev/null; sync; true", disk.display()));
            let fresh = disk.join("fresh");
            let failure = open_folder(&fresh).await.err().unwrap();
            assert!(failure.message.contains("disk is full"), "{failure}");
            fs::remove_file(disk.join("fill")).unwrap();
            assert_eq!(people(&open_folder(&fresh).await.unwrap()).await.unwrap(), 0);
            let app = open_folder(&data).await.unwrap();
            let answer = app.call("interview_get", &json!({ "interview_id": id }).to_string()).await.unwrap();
            let now: Value = serde_json::from_str(&answer).unwrap();
            let texts: Vec<String> = list(&now["interview"]["entries"]).iter().map(|e| text(&e["text"])).collect();
            let wanted: Vec<String> = (0..=kept).map(|n| text(&note(n)["text"]).trim_end().to_owned()).collect();
            assert_eq!(texts, wanted, "every acknowledged note and no other");
        });
    });
}

#[test]
fn a_read_only_folder_is_said_and_nothing_is_tried_behind_it() {
    in_namespace("faults::a_read_only_folder_is_said_and_nothing_is_tried_behind_it", "24m", |disk| {
        block_on(async {
            let data = disk.join("data");
            let app = open_folder(&data).await.unwrap();
            app.call("candidate_add", &json!({ "name": "Jan", "role_id": ROLE }).to_string()).await.unwrap();
            app.close().await.unwrap();
            drop(app);
            run(&format!("mount -o remount,ro '{}'", disk.display()));
            cannot_open(&data, "read-only disk").await;
            let failure = open_folder(&disk.join("new")).await.err().unwrap();
            assert!(failure.message.contains("read-only disk"), "{failure}");
            run(&format!("mount -o remount,rw '{}'", disk.display()));
            assert_eq!(people(&open_folder(&data).await.unwrap()).await.unwrap(), 1);
        });
    });
}

#[cfg(unix)]
#[tokio::test]
async fn a_database_file_that_may_only_be_read_is_told_as_the_file_and_not_as_its_folder() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = used().await;
    let (data, database) = (world.data(), world.data().join("workbench.db"));
    let may = |mode| fs::set_permissions(&database, fs::Permissions::from_mode(mode)).unwrap();
    // No permission stops root, unless it gives that power up.
    let list = || {
        let words = [env!("CARGO_BIN_EXE_workbench-under-test"), "--data", data.to_str().unwrap(), "candidate", "list"];
        let root = fs::OpenOptions::new().append(true).open(&database).is_ok();
        let given_up = ["setpriv", "--bounding-set=-dac_override"];
        let words: Vec<&str> = given_up.into_iter().filter(|_| root).chain(words).collect();
        Command::new(words[0]).args(&words[1..]).output()
    };
    may(0o400);
    let before = snapshot(&data);
    let Ok(refused) = list() else { return support::skip("a file that may only be read", "setpriv is not installed") };
    assert_eq!(refused.status.code(), Some(1), "{}", out(&refused));
    let said = err(&refused);
    assert!(said.contains(&format!("The database file {} may only be read", database.display())), "{said}");
    assert!(!said.contains("data folder"), "{said}");
    assert!(snapshot(&data) == before, "nothing is left that would stand in the way");
    may(0o600);
    let listed = list().unwrap();
    assert!(out(&listed).contains("Ana Ruiz"), "{}", err(&listed));
}

#[test]
fn a_reader_that_goes_away_ends_the_command_line_quietly() {
    let folder = tempfile::tempdir().unwrap();
    // A folder that is new is said to be, which is another matter.
    let made = workbench(&["--data", folder.path().to_str().unwrap(), "interviewer", "set", "Ana"], "");
    assert!(made.status.success(), "{}", err(&made));
    let mut child = Command::new(env!("CARGO_BIN_EXE_workbench-under-test"))
        .args(["--data".as_ref(), folder.path().as_os_str(), "call".as_ref(), "--lines".as_ref()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    for _ in 0..100 {
        if writeln!(input, "{{\"command\":\"status_get\"}}").is_err() {
            break;
        }
    }
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(1), ""), "no panic, no noise");
}

#[derive(Default)]
struct BreakingClock(AtomicBool);

impl Clock for BreakingClock {
    fn now(&self) -> Timestamp {
        assert!(!self.0.load(Ordering::Relaxed), "a mistake of ours");
        Timestamp::UNIX_EPOCH
    }

    fn zone(&self) -> TimeZone {
        TimeZone::UTC
    }
}

#[tokio::test]
async fn a_panic_in_a_command_is_a_message_and_the_next_command_works() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(BreakingClock::default());
    let deps = Deps::with(clock.clone(), Arc::new(SystemChance));
    let app = App::open(&folder.path().join("data"), "a test", deps).await.unwrap();
    app.call("interviewer_set", r#"{"name":"Ana Ruiz"}"#).await.unwrap();
    let add = json!({"name": "Jan", "role_id": ROLE}).to_string();
    clock.0.store(true, Ordering::Relaxed);
    let failure = app.call("candidate_add", &add).await.unwrap_err();
    assert_eq!(json!(failure.code), json!("bug"), "{failure}");
    assert!(failure.message.contains("what was saved is safe. a mistake of ours"), "{failure}");
    clock.0.store(false, Ordering::Relaxed);
    app.call("candidate_add", &add).await.unwrap();
    assert_eq!(people(&app).await.unwrap(), 1, "the rest lives on");
    app.close().await.unwrap();
}
