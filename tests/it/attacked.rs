//! Files that somebody, or a program that synchronises folders, puts in the place of others.

use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Command, Stdio},
};

use serde_json::{Value, json};
use support::{ROLE, World, snapshot};

use crate::{
    cli::{err, on, workbench},
    text,
};

/// Adds people with the command line, which is then killed: what it saved last lies in the journal.
fn killed_after(data: &Path, people: std::ops::Range<usize>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_workbench-under-test"))
        .args(["--data".as_ref(), data.as_os_str(), "call".as_ref(), "--lines".as_ref()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let mut answers = BufReader::new(output).lines();
    for number in people {
        let request = json!({ "name": format!("Person {number}"), "role_id": ROLE });
        writeln!(input, "{}", json!({ "command": "candidate_add", "request": request })).unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert!(answer["ok"]["id"].is_string(), "{answer}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

fn people(data: &Path) -> usize {
    serde_json::from_str::<Value>(&on(data, &["candidate", "list", "--json"])).unwrap().as_array().unwrap().len()
}

/// What the program says of saves that are gone.
fn missing(data: &Path) -> u64 {
    let list: Value = serde_json::from_str(&on(data, &["call", "backup_list", "{}"])).unwrap();
    list["missing_saves"].as_u64().unwrap()
}

fn put_back(data: &Path, files: &BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(data).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() && path.file_name().unwrap() != "workbench.lock" {
            fs::remove_file(path).unwrap();
        }
    }
    for (name, bytes) in files {
        fs::write(data.join(name), bytes).unwrap();
    }
}

#[test]
fn another_database_under_a_journal_is_never_mixed_with_it_and_the_loss_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let database = data.join("workbench.db");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    let mut all = 0;
    for round in 0..4 {
        let (older, then) = (fs::read(&database).unwrap(), all);
        killed_after(&data, all..all + 60);
        all += 60;
        assert_eq!(people(&data), all);
        let newer = fs::read(&database).unwrap();
        killed_after(&data, all..all + 3 + 3 * round);
        all += 3 + 3 * round;
        let good = snapshot(&data);
        assert!(good["workbench.db-wal"].len() > 4096, "the journal holds what was saved last");

        // As a synchronising program does it: another file, by the same name.
        fs::write(data.join("other"), &older).unwrap();
        fs::rename(data.join("other"), &database).unwrap();
        assert_eq!(missing(&data), u64::try_from(all - then).unwrap(), "each save that is gone is said");
        assert_eq!(people(&data), then, "the older database, as it was");
        on(&data, &["call", "store_verify", "{}"]);
        let aside = fs::read(data.join("workbench.db-wal.orphan")).unwrap();
        assert!(aside == good["workbench.db-wal"], "the journal is kept");

        // The folder as the killed process left it, under new files: it is its own journal.
        put_back(&data, &good);
        assert_eq!((missing(&data), people(&data)), (0, all));

        // A journal of before under a newer database.
        let now = fs::read(&database).unwrap();
        assert!(now != newer);
        fs::write(data.join("workbench.db-wal"), &good["workbench.db-wal"]).unwrap();
        assert_eq!((missing(&data), people(&data)), (0, all));
        on(&data, &["call", "store_verify", "{}"]);
        let _ = fs::remove_file(data.join("workbench.db-wal.orphan"));
    }
}

#[test]
fn a_key_file_of_another_folder_opens_nothing_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
    for data in [&one, &other] {
        on(data, &["candidate", "add", "Ana Ruiz", "--role", ROLE]);
    }
    let keys = [&one, &other].map(|data| fs::read(data.join("keys.json")).unwrap());
    fs::write(one.join("keys.json"), &keys[1]).unwrap();
    let before = snapshot(&one);
    for arguments in [&["candidate", "list"][..], &["backup", "create"], &["protection", "begin", "--keychain"]] {
        let refused = workbench(&[&["--data", one.to_str().unwrap()], arguments].concat(), "");
        assert_eq!(refused.status.code(), Some(1), "{arguments:?}");
        assert!(err(&refused).contains("its beginning is damaged"), "{arguments:?}: {}", err(&refused));
    }
    assert!(snapshot(&one) == before, "nothing was changed");
    fs::write(one.join("keys.json"), &keys[0]).unwrap();
    assert_eq!(people(&one), 1);
}

#[tokio::test]
async fn an_old_backup_under_the_name_of_a_new_one_says_what_would_be_lost() {
    let world = World::new().await;
    world.candidate("Ana Ruiz").await;
    let name = |made: Value| text(&made["backup"]["name"]);
    let old = name(world.ok("backup_create", json!({})).await);
    let jan = world.candidate("Jan Kowalski").await;
    world.held(&jan, &[json!(4)], "yes").await;
    let new = name(world.ok("backup_create", json!({})).await);
    let backups = world.data().join("backups");
    fs::copy(backups.join(&old), backups.join(&new)).unwrap();
    let told = world.ok("backup_compare", json!({ "place": "own", "name": new })).await;
    assert_eq!((&told["people"][0]["name"], &told["people"][0]["then"]), (&json!("Jan Kowalski"), &Value::Null));
    assert_eq!((&told["now"]["scorecards"], &told["then"]["scorecards"]), (&json!(1), &json!(0)), "{told}");
    assert!(told["newest_then"].as_str() < told["newest_now"].as_str(), "{told}");
    assert_eq!(told["same"], json!(false));
}

#[tokio::test]
async fn a_database_that_is_replaced_while_it_is_open_takes_no_more_and_says_so() {
    let mut world = World::new().await;
    let jan = world.candidate("Jan Kowalski").await;
    let live = world.start(&jan).await;
    let note = json!({
        "interview_id": live["interview"]["id"], "place": "general", "kind": "note", "text": "said", "at_seconds": 1,
    });
    world.ok("entry_save", note.clone()).await;
    let database = world.data().join("workbench.db");
    let copy = world.beside("copy.db");
    fs::copy(&database, &copy).unwrap();
    fs::rename(&copy, &database).unwrap();
    for _ in 0..2 {
        let (_, words) = world.refused("entry_save", note.clone()).await;
        assert!(words.contains("replaced while it was open") && words.contains("copy your text"), "{words}");
    }
    let closed = world.app().close().await;
    assert!(closed.is_err(), "what could not be kept is not said to be");
    world.rescue().await;
}
