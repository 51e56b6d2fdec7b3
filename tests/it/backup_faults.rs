//! Disks and sticks that fail while a backup, a restore or a rescue is under way: said, the old state kept, and done once the
//! fault is gone.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use jiff::tz::TimeZone;
use serde_json::{Value, json};
use support::{KIT, ROLE, base64, in_namespace, open_folder, open_rescue};
use workbench_app::{
    App,
    deps::{Deps, FixedClock, SystemChance},
    failure::Failure,
};

use crate::{list, text};

pub(crate) fn run(script: &str) {
    assert!(Command::new("sh").args(["-c", script]).status().unwrap().success(), "{script}");
}

pub(crate) fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(work)
}

pub(crate) async fn call(app: &App, name: &str, request: Value) -> Result<Value, Failure> {
    app.call(name, &request.to_string()).await.map(|answer| serde_json::from_str(&answer).unwrap())
}

pub(crate) async fn ok(app: &App, name: &str, request: Value) -> Value {
    call(app, name, request).await.unwrap_or_else(|failure| panic!("{name}: {failure}"))
}

/// A command that must fail: its code and its words.
async fn refused(app: &App, name: &str) -> (String, String) {
    refused_with(app, name, json!({})).await
}

async fn refused_with(app: &App, name: &str, request: Value) -> (String, String) {
    match call(app, name, request).await {
        Ok(answer) => panic!("{name} was not refused: {answer}"),
        Err(failure) => (text(&json!(failure.code)), failure.message),
    }
}

pub(crate) async fn add(app: &App, name: &str) {
    ok(app, "candidate_add", json!({ "name": name, "role_id": ROLE })).await;
}

async fn people(app: &App) -> usize {
    list(&ok(app, "candidate_list", json!({})).await["candidates"]).len()
}

/// An open folder with one person. Its clock moves on with each look, so that no two backups are of one second.
pub(crate) async fn used(data: &Path) -> App {
    let clock = FixedClock::new("2026-11-22T10:00:00Z".parse().unwrap(), TimeZone::UTC);
    let app = App::open(data, "a test", Deps::with(Arc::new(clock), Arc::new(SystemChance))).await.unwrap();
    ok(&app, "interviewer_set", json!({ "name": "Ana Ruiz" })).await;
    add(&app, "Jan Kowalski").await;
    app
}

pub(crate) async fn close(app: App) {
    app.close().await.unwrap();
}

/// Starts an interview and attaches a file to it.
async fn attach(app: &App, words: &str) {
    let candidate = ok(app, "candidate_add", json!({ "name": "Wei Li", "role_id": ROLE })).await;
    let request = json!({ "candidate_id": candidate["id"], "kit_id": KIT });
    let live = ok(app, "interview_start", request).await;
    let (interview, question) = (&live["interview"]["id"], &live["interview"]["content"]["questions"][0]["id"]);
    let request =
        json!({ "interview_id": interview, "place": question, "name": "board.txt", "bytes": base64(words.as_bytes()) });
    ok(app, "attachment_add", request).await;
}

/// Fills a disk up to so many kilobytes.
pub(crate) fn fill(disk: &Path, left: usize) -> PathBuf {
    let filler = disk.join("fill");
    run(&format!("dd if=/dev/zero of='{0}' bs=4k 2>/dev/null; truncate -s -{left}K '{0}'", filler.display()));
    filler
}

/// The names in a folder, but for the lock and the memory that readers share.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name != "workbench.lock" && !name.ends_with("-shm") && !name.ends_with("-wal"));
    names.sort();
    names
}

const FULL: &str = "backup_faults::a_full_disk_stops_a_backup_a_restore_and_a_rescue_and_each_works_once_there_is_room";

#[test]
fn a_full_disk_stops_a_backup_a_restore_and_a_rescue_and_each_works_once_there_is_room() {
    in_namespace(FULL, "24m", |disk| block_on(full(disk)));
}

async fn full(disk: &Path) {
    let data = disk.join("data");
    let app = used(&data).await;
    let first = text(&ok(&app, "backup_create", json!({})).await["backup"]["name"]);
    add(&app, "Olga Petrova").await;
    let before = (names(&data), names(&data.join("backups")));

    // A backup: the one that a person asks for, and the one made by itself.
    let filler = fill(disk, 400);
    for command in ["backup_create", "backup_keep"] {
        let (code, words) = refused(&app, command).await;
        assert_eq!(code, "cannot_write", "{command}: {words}");
        assert!(words.contains("No backup was made") && words.contains("the disk is full. Make room on it"), "{words}");
        assert_eq!((names(&data), names(&data.join("backups"))), before, "{command}: nothing half made is left");
    }
    add(&app, "Saved all the same").await;

    // A restore: first the present state is kept, for which there is no room; then the copy that takes the place.
    let restore = json!({ "place": "own", "name": first });
    let (_, words) = refused_with(&app, "backup_restore", restore.clone()).await;
    assert!(words.contains("the disk is full"), "{words}");
    assert_eq!(people(&app).await, 3, "the old state is there");
    fs::remove_file(&filler).unwrap();
    assert_ne!(ok(&app, "backup_keep", json!({})).await["made"], Value::Null, "what failed is made at the next look");
    let size = fs::metadata(data.join("backups").join(&first)).unwrap().len();
    let room = usize::try_from(size / 1024).unwrap() * 3 / 2;
    let filler = fill(disk, room);
    let (_, words) = refused_with(&app, "backup_restore", restore.clone()).await;
    assert!(words.contains("disk is full"), "{words}");
    assert_eq!(people(&app).await, 3, "the old state is there");
    assert_eq!(names(&data), before.0, "nothing half made is left");
    fs::remove_file(&filler).unwrap();
    ok(&app, "backup_restore", restore).await;
    assert_eq!(people(&app).await, 1);
    close(app).await;

    // A rescue: the damaged file stays as it is.
    let database = data.join("workbench.db");
    let mut bytes = fs::read(&database).unwrap();
    let last = bytes.len() - 2000;
    bytes[last] ^= 1;
    fs::write(&database, &bytes).unwrap();
    let app = open_rescue(&data).await.unwrap();
    if call(&app, "status_get", json!({})).await.is_ok() {
        ok(&app, "rescue_begin", json!({})).await;
    }
    let filler = fill(disk, 400);
    for command in ["rescue_read", "rescue_take"] {
        let (_, words) = refused(&app, command).await;
        assert!(words.contains("disk is full"), "{command}: {words}");
        assert!(fs::read(&database).unwrap() == bytes, "{command}: the damaged file was changed");
        assert!(!names(&data).iter().any(|name| name.contains("moving") || name == "damaged"), "{:?}", names(&data));
    }
    let (_, words) = refused_with(&app, "rescue_restore", json!({ "name": first })).await;
    assert!(words.contains("disk is full"), "{words}");
    assert!(fs::read(&database).unwrap() == bytes, "the damaged file was changed");
    fs::remove_file(filler).unwrap();
    let done = ok(&app, "rescue_take", json!({})).await;
    assert_eq!(json!(people(&app).await), done["counts"]["candidates"]);
    assert!(fs::read(text(&done["kept"])).unwrap() == bytes, "the damaged file is kept");
    close(app).await;
}

const STICK: &str = "backup_faults::a_stick_that_is_read_only_full_or_gone_is_said_and_gets_what_it_missed";

#[test]
fn a_stick_that_is_read_only_full_or_gone_is_said_and_gets_what_it_missed() {
    in_namespace(STICK, "200m", |disk| block_on(sticks(disk)));
}

/// A stick, and how to do things to it.
struct Stick(PathBuf);

impl Stick {
    fn plug(disk: &Path, size: &str) -> Self {
        let stick = Self(disk.join("stick"));
        fs::create_dir_all(&stick.0).unwrap();
        stick.mount(&format!("-t tmpfs -o size={size} tmpfs"));
        stick
    }

    fn mount(&self, how: &str) {
        run(&format!("mount {how} '{}'", self.0.display()));
    }

    /// As a system does that mounts sticks by itself: the folder goes with the stick.
    fn pull(&self) {
        run(&format!("umount -l '{}' && rmdir '{}'", self.0.display(), self.0.display()));
    }

    fn holds(&self, name: &str) -> bool {
        self.0.join(name).exists()
    }
}

async fn sticks(disk: &Path) {
    let data = disk.join("data");
    let app = used(&data).await;
    let mut stick = Stick::plug(disk, "20m");
    ok(&app, "backup_folder_set", json!({ "path": stick.0 })).await;

    // Read-only: the day's backup lies in the data folder all the same, and is copied when it can be.
    stick.mount("-o remount,ro");
    let kept = ok(&app, "backup_keep", json!({})).await;
    let name = text(&kept["made"]["name"]);
    let said = text(&kept["chosen"]);
    assert!(said.contains("could not be copied to") && said.contains("it lies on a read-only disk"), "{said}");
    let again = ok(&app, "backup_keep", json!({})).await;
    assert_eq!((&again["made"], &again["chosen"]), (&Value::Null, &kept["chosen"]), "it is tried, and said, again");
    stick.mount("-o remount,rw");
    assert_eq!(ok(&app, "backup_keep", json!({})).await["chosen"], Value::Null);
    assert!(stick.holds(&name), "what it missed is copied");

    // Full.
    run(&format!("dd if=/dev/zero of='{}/fill' bs=4k 2>/dev/null; true", stick.0.display()));
    add(&app, "Olga Petrova").await;
    let made = ok(&app, "backup_create", json!({})).await;
    let said = text(&made["chosen"]);
    assert!(said.contains("could not be copied to") && said.contains("the disk is full"), "{said}");
    let name = text(&made["backup"]["name"]);
    assert!(
        !stick.holds(&name) && !names(&stick.0).iter().any(|name| name.ends_with(".part")),
        "{:?}",
        names(&stick.0)
    );
    fs::remove_file(stick.0.join("fill")).unwrap();
    assert_eq!(ok(&app, "backup_keep", json!({})).await["chosen"], Value::Null);
    assert!(stick.holds(&name), "what it missed is copied");

    // Pulled out while a backup is copied to it: as soon as the copy is seen there, it is gone. A file of some size makes the
    // copying last longer than the pulling.
    stick.mount("-o remount,size=100m");
    attach(&app, &"What stood on the board.\n".repeat(160_000)).await;
    let mut pulled = None;
    for round in 0..20 {
        add(&app, &format!("Person {round}")).await;
        let stop = AtomicBool::new(false);
        let made = std::thread::scope(|threads| {
            threads.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    if names(&stick.0).iter().any(|name| name.ends_with(".part")) {
                        return stick.pull();
                    }
                }
            });
            let made = tokio::task::block_in_place(|| {
                tokio::runtime::Handle::current().block_on(ok(&app, "backup_create", json!({})))
            });
            stop.store(true, Ordering::Relaxed);
            made
        });
        if made["chosen"].is_string() {
            pulled = Some(made);
            break;
        }
        if !stick.0.exists() {
            // The copy was whole when the stick went.
            stick = Stick::plug(disk, "100m");
        }
    }
    let made = pulled.unwrap();
    let (said, name) = (text(&made["chosen"]), text(&made["backup"]["name"]));
    assert!(said.contains("could not be copied to"), "{said}");
    ok(&app, "backup_verify", json!({ "place": "own", "name": name })).await;
    let said = text(&ok(&app, "backup_keep", json!({})).await["chosen"]);
    assert!(said.contains("is not there now") && said.contains("lies on this laptop only"), "{said}");
    let stick = Stick::plug(disk, "100m");
    assert_eq!(ok(&app, "backup_keep", json!({})).await["chosen"], Value::Null);
    ok(&app, "backup_verify", json!({ "place": "chosen", "name": name })).await;
    assert!(stick.holds(&name));
    close(app).await;
}

const TINY: &str = "backup_faults::a_disk_of_two_megabytes_from_the_first_start_is_said_and_loses_nothing";

#[test]
fn a_disk_of_two_megabytes_from_the_first_start_is_said_and_loses_nothing() {
    in_namespace(TINY, "2m", |disk| block_on(tiny(disk)));
}

async fn tiny(disk: &Path) {
    let resize = |size: &str| run(&format!("mount -o remount,size={size} '{}'", disk.display()));
    // Whatever is made first meets the end of the disk: the lock, the key file, the database, its journal.
    for kilobytes in [0, 4, 8, 16, 64, 128, 256, 512] {
        let data = disk.join(format!("data{kilobytes}"));
        let filler = fill(disk, kilobytes);
        let failure = match open_folder(&data).await {
            Err(failure) => failure,
            Ok(app) => panic!("{kilobytes} KB were enough for {:?}", names(app.data_folder())),
        };
        assert_eq!(json!(failure.code), json!("cannot_open"), "{kilobytes} KB: {failure}");
        assert!(failure.message.contains("disk is full"), "{kilobytes} KB: {failure}");
        assert!(failure.message.contains(data.to_str().unwrap()), "the place is named: {failure}");
        resize("24m");
        let app = open_folder(&data).await.unwrap_or_else(|failure| panic!("{kilobytes} KB: {failure}"));
        add(&app, "Jan Kowalski").await;
        assert_eq!(people(&app).await, 1);
        assert!(!names(&data).iter().any(|name| name.contains("part")), "{:?}", names(&data));
        close(app).await;
        fs::remove_dir_all(&data).unwrap();
        fs::remove_file(filler).unwrap();
        resize("2m");
    }

    let data = disk.join("data");
    let app = open_folder(&data).await.unwrap();
    let mut kept = Vec::new();
    let failure = loop {
        let name = format!("Person {:04}", kept.len());
        match call(&app, "candidate_add", json!({ "name": name, "role_id": ROLE })).await {
            Ok(_) => kept.push(name),
            Err(failure) => break failure,
        }
        assert!(kept.len() < 2000, "the disk never became full");
    };
    assert_eq!(json!(failure.code), json!("disk_full"), "{failure}");
    assert_eq!(refused(&app, "backup_keep").await.0, "cannot_write");
    close(app).await;
    let app = open_folder(&data).await.unwrap_or_else(|failure| panic!("on a full disk it still opens: {failure}"));
    let there = async |app: &App| -> Vec<String> {
        let found = ok(app, "candidate_list", json!({})).await;
        let mut names: Vec<_> = list(&found["candidates"]).iter().map(|c| text(&c["candidate"]["name"])).collect();
        names.sort();
        names
    };
    assert_eq!(there(&app).await, kept, "everyone who was acknowledged and no other");
    resize("24m");
    ok(&app, "backup_keep", json!({})).await;
    add(&app, "Person 9999").await;
    kept.push("Person 9999".to_owned());
    assert_eq!(there(&app).await, kept);
    close(app).await;
}
