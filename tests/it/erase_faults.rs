//! Disks that fail while somebody is erased, and sticks that are not where they were: nobody is half forgotten without a word,
//! and nothing is written where nobody chose.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use support::{KIT, ROLE, in_namespace, open_folder, open_store};
use workbench_app::App;
use workbench_store::{StoreError, erase};

use crate::{
    backup_faults::{add, block_on, call, close, fill, names, ok, run, used},
    list, text,
};

const NAME: &str = "Ana Zwölfkanarienvogel";
const CANARY: &str = "Zwölfkanarienvogel";

const FULL: &str = "erase_faults::on_a_full_disk_a_person_is_erased_later_or_not_begun_with_and_it_says_which";

#[test]
fn on_a_full_disk_a_person_is_erased_later_or_not_begun_with_and_it_says_which() {
    in_namespace(FULL, "32m", |disk| block_on(full(disk)));
}

/// What came of erasing on a disk with little room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing was begun: everything is there.
    Refused,
    /// The person is gone, and something is left to be done.
    Unfinished,
    /// All of it is done.
    Done,
}

async fn full(disk: &Path) {
    let mut seen = Vec::new();
    for kilobytes in [0, 8, 40, 100, 200, 400, 700, 1200, 2000, 4000, 12_000] {
        let data = disk.join("data");
        let app = used(&data).await;
        let id = crowded(&app).await;
        let filler = fill(disk, kilobytes);
        let request = json!({ "candidate_id": id, "name": NAME });
        let answer = call(&app, "candidate_erase", request.clone()).await;
        let there = call(&app, "candidate_get", json!({ "candidate_id": id })).await;
        let outcome = match &answer {
            Err(failure) => {
                assert!(failure.message.contains("disk is full"), "{kilobytes} KB: {failure}");
                assert!(there.is_ok(), "{kilobytes} KB: refused, and the person is there: {there:?}");
                Outcome::Refused
            }
            Ok(done) => {
                assert_eq!(json!(there.unwrap_err().code), json!("not_found"), "{kilobytes} KB: the person is gone");
                let left = list(&done["unfinished"]).iter().map(text).collect::<Vec<_>>().join(" ");
                assert!(left.is_empty() || left.contains("disk is full"), "{kilobytes} KB: {left}");
                if left.is_empty() { Outcome::Done } else { Outcome::Unfinished }
            }
        };
        println!("{kilobytes} KB: {outcome:?}");
        seen.push(outcome);
        close(app).await;
        if outcome == Outcome::Done {
            assert_eq!(still(&data).await, Vec::<PathBuf>::new(), "{kilobytes} KB: done means done");
        }
        fs::remove_file(filler).unwrap();
        // What could not be done is done at the next start, by itself.
        let app = open_folder(&data).await.unwrap_or_else(|failure| panic!("{kilobytes} KB: {failure}"));
        if outcome == Outcome::Refused {
            let done = ok(&app, "candidate_erase", request).await;
            assert_eq!(done["unfinished"], json!([]), "{kilobytes} KB");
        }
        assert_eq!(ok(&app, "log_verify", json!({})).await["broken"], Value::Null);
        close(app).await;
        assert_eq!(still(&data).await, Vec::<PathBuf>::new(), "{kilobytes} KB: nothing is left");
        fs::remove_dir_all(&data).unwrap();
    }
    for outcome in [Outcome::Refused, Outcome::Unfinished, Outcome::Done] {
        assert!(seen.contains(&outcome), "{outcome:?} was never seen: {seen:?}");
    }
}

/// Gives the folder a person with some notes, and two backups that hold them; answers their id.
async fn crowded(app: &App) -> String {
    let added = ok(app, "candidate_add", json!({ "name": NAME, "role_id": ROLE })).await;
    let start = json!({ "candidate_id": added["id"], "kit_id": KIT });
    let live = ok(app, "interview_start", start).await;
    for n in 0..40 {
        let words = format!("{CANARY} {n} {}", "said that ".repeat(200));
        let note = json!({
            "interview_id": live["interview"]["id"], "place": "general", "kind": "note", "text": words, "at_seconds": n,
        });
        ok(app, "entry_save", note).await;
        if n == 20 {
            ok(app, "backup_create", json!({})).await;
        }
    }
    ok(app, "backup_create", json!({})).await;
    text(&added["id"])
}

/// Databases of a closed folder in which the person still stands, each opened with the folder's key as a copy.
async fn still(data: &Path) -> Vec<PathBuf> {
    let backups = fs::read_dir(data.join("backups")).unwrap().map(|entry| entry.unwrap().path());
    let mut found = Vec::new();
    for file in std::iter::once(data.join("workbench.db")).chain(backups) {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(data.join("keys.json"), folder.path().join("keys.json")).unwrap();
        fs::copy(&file, folder.path().join("workbench.db")).unwrap();
        let store = open_store(folder.path());
        let says = store.read(|r| erase::found(r, CANARY)).await.unwrap_or_else(|e: StoreError| panic!("{e}"));
        store.close().await.unwrap();
        if !says.is_empty() {
            found.push(file);
        }
    }
    found
}

const AWAY: &str = "erase_faults::a_stick_that_is_not_mounted_gets_nothing_although_its_place_is_there";

#[test]
fn a_stick_that_is_not_mounted_gets_nothing_although_its_place_is_there() {
    in_namespace(AWAY, "60m", |disk| block_on(away(disk)));
}

/// As `/etc/fstab` has it: the place of the stick is a folder, with the stick and without it.
async fn away(disk: &Path) {
    let place = disk.join("mnt");
    let plug = || run(&format!("mount -t tmpfs -o size=20m tmpfs '{}'", place.display()));
    fs::create_dir(&place).unwrap();
    plug();
    let folder = place.join("copies");
    fs::create_dir(&folder).unwrap();
    let data = disk.join("data");
    let app = used(&data).await;
    let list_of = ok(&app, "backup_folder_set", json!({ "path": folder })).await;
    assert_eq!(list_of["folder_there"], json!(true));
    assert_eq!(ok(&app, "backup_create", json!({})).await["chosen"], Value::Null);
    assert_eq!(names(&folder).len(), 1);

    // Gone, and a folder of the same name lies on the laptop's own disk, as a copying program leaves it.
    run(&format!("umount '{}'", place.display()));
    fs::create_dir(&folder).unwrap();
    add(&app, "Olga Petrova").await;
    let made = ok(&app, "backup_create", json!({})).await;
    let said = text(&made["chosen"]);
    assert!(said.starts_with("The stick or disk of ") && said.contains("is not there now"), "{said}");
    assert!(said.contains("lies on this laptop only"), "{said}");
    assert_eq!(names(&folder), [""; 0], "nothing is written where the stick is not");
    let listed = ok(&app, "backup_list", json!({})).await;
    assert_eq!((&listed["folder_there"], list(&listed["backups"]).len()), (&json!(false), 2));
    let people = ok(&app, "candidate_list", json!({})).await;
    let id = text(&people["candidates"][0]["candidate"]["id"]);
    let name = text(&people["candidates"][0]["candidate"]["name"]);
    let preview = ok(&app, "candidate_erase_preview", json!({ "candidate_id": id })).await;
    assert_eq!((&preview["folder_there"], &preview["chosen_backups"]), (&json!(false), &json!(0)));
    let done = ok(&app, "candidate_erase", json!({ "candidate_id": id, "name": name })).await;
    assert!(done["waiting"].is_string() && done["unfinished"] == json!([]), "{done}");
    close(app).await;

    // There again, and after another start too: it gets what it missed.
    plug();
    fs::create_dir(&folder).unwrap();
    let app = open_folder(&data).await.unwrap();
    assert_eq!(ok(&app, "backup_list", json!({})).await["folder_there"], json!(true));
    add(&app, "Jan Nowak").await;
    assert_eq!(ok(&app, "backup_keep", json!({})).await["chosen"], Value::Null);
    assert!(!names(&folder).is_empty());
    // A folder on the laptop's own disk needs no stick.
    let own = disk.join("elsewhere");
    fs::create_dir(&own).unwrap();
    assert_eq!(ok(&app, "backup_folder_set", json!({ "path": own })).await["folder_there"], json!(true));
    assert_eq!(ok(&app, "backup_create", json!({})).await["chosen"], Value::Null);
    assert_eq!(names(&own).len(), 1);
    close(app).await;
}
