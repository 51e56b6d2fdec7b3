//! What stands in the way of erasing somebody, what comes after it, and that nobody comes back: from a stick that was away, a
//! backup, a rescue, or a process that was killed half way.

use std::{fs, path::Path, process::Stdio, time::Duration};

use serde_json::{Value, json};
use support::{Dice, World, copy_folder, open_folder, open_store};
use workbench_domain::ids::CandidateId;
use workbench_store::{StoreError, erase, erased};

use super::id;
use crate::{
    cli::{command, err, out, workbench},
    list, text,
};

const NAME: &str = "Ana Zwölfkanarienvogel";
const CANARY: &str = "Zwölfkanarienvogel";

/// A world with two people, an interview with the first, and a backup of it.
async fn two() -> (World, [String; 2], String) {
    let world = World::new().await;
    let people = [world.candidate(NAME).await, world.candidate("Bo Ek").await];
    world.held(&people[0], &vec![json!(4); 6], "yes").await;
    let live = world.start(&people[1]).await;
    world.note(&id(&live), "general", "note", &format!("Quieter than {NAME}")).await;
    let backup = text(&world.ok("backup_create", json!({})).await["backup"]["name"]);
    (world, people, backup)
}

fn asked(id: &str) -> Value {
    json!({ "candidate_id": id })
}

fn named(id: &str) -> Value {
    json!({ "candidate_id": id, "name": NAME })
}

async fn names(world: &World) -> Vec<String> {
    let all = world.ok("candidate_list", json!({})).await;
    list(&all["candidates"]).iter().map(|card| text(&card["candidate"]["name"])).collect()
}

/// Whether a file of a database under this folder's key has the letters; the database is opened as a copy.
async fn says(data: &Path, file: &Path) -> bool {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(data.join("keys.json"), folder.path().join("keys.json")).unwrap();
    fs::copy(file, folder.path().join("workbench.db")).unwrap();
    let store = open_store(folder.path());
    let found = store.read(|r| erase::found(r, "What was said on")).await.unwrap_or_else(|e: StoreError| panic!("{e}"));
    store.close().await.unwrap();
    !found.is_empty()
}

#[tokio::test]
async fn nobody_is_erased_by_another_name_in_mid_interview_or_without_being_there() {
    let (world, [ana, bo], _) = two().await;
    for wrong in ["", "ana", "Bo Ek", "Ana Zwolfkanarienvogel"] {
        let request = json!({ "candidate_id": ana, "name": wrong });
        let failure = world.app().call("candidate_erase", &request.to_string()).await.unwrap_err();
        assert_eq!((json!(failure.code), failure.field.as_deref()), (json!("invalid"), Some("name")), "{wrong}");
        assert!(
            failure.message.contains(NAME) && failure.message.ends_with("Nothing was erased."),
            "{}",
            failure.message
        );
    }
    let live = world.start(&ana).await;
    world.ok("interview_begin", json!({ "interview_id": id(&live) })).await;
    assert_eq!(world.ok("candidate_erase_preview", asked(&ana)).await["under_way"], true);
    let (code, why) = world.refused("candidate_erase", named(&ana)).await;
    assert!(code == "conflict" && why.contains("under way. End it first"), "{why}");
    assert_eq!(names(&world).await.len(), 2);
    for nobody in ["", "nobody"] {
        assert_eq!(world.refused("candidate_erase", named(nobody)).await.0, "not_found");
        assert_eq!(world.refused("candidate_erase_preview", asked(nobody)).await.0, "not_found");
    }
    world.ok("interview_end", json!({ "interview_id": id(&live), "at_seconds": 9 })).await;
    let done = world.ok("candidate_erase", named(&ana)).await;
    assert_eq!(
        done["mentioned"],
        json!([{ "what": "Notes, quotes and code", "rows": 1 }, { "what": "Steps that can be undone", "rows": 2 }]),
        "what Bo's note says stays, and is told"
    );
    assert_eq!(names(&world).await, ["Bo Ek"]);
    assert_eq!(list(&world.ok("candidate_get", asked(&bo)).await["interviews"]).len(), 1);
    assert_eq!(world.refused("candidate_erase", named(&ana)).await.0, "not_found", "nobody is erased twice");
}

#[tokio::test]
async fn a_stick_that_was_away_is_rid_of_the_person_once_it_is_there_and_a_strangers_backup_stays() {
    let (world, [ana, _], own) = two().await;
    let (stick, drawer, data) = (world.beside("stick"), world.beside("drawer"), world.data());
    fs::create_dir(&stick).unwrap();
    world.ok("backup_folder_set", json!({ "path": stick })).await;
    world.ok("backup_create", json!({})).await;
    let stranger = stick.join("workbench-2026-01-01T000000Z-daily.db");
    fs::write(&stranger, b"of another laptop".repeat(500)).unwrap();
    fs::rename(&stick, &drawer).unwrap();
    let preview = world.ok("candidate_erase_preview", asked(&ana)).await;
    assert_eq!((&preview["folder_there"], &preview["backups"]), (&json!(false), &json!(2)));
    // One backup of ours cannot be read: it may hold the person, so it goes.
    let broken = data.join("backups").join(&own);
    let mut bytes = fs::read(&broken).unwrap();
    bytes.truncate(8192);
    fs::write(&broken, bytes).unwrap();
    assert_eq!(world.ok("candidate_erase_preview", asked(&ana)).await["unreadable"], json!([own]));
    let done = world.ok("candidate_erase", named(&ana)).await;
    assert!(text(&done["waiting"]).contains("stick"), "{done}");
    assert_eq!((&done["removed"], &done["backups"], &done["unfinished"]), (&json!([own]), &json!(1), &json!([])));
    assert!(!broken.exists());

    fs::rename(&drawer, &stick).unwrap();
    let copies = || {
        fs::read_dir(&stick)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| *path != stranger)
            .collect::<Vec<_>>()
    };
    assert_eq!(copies().len(), 1);
    assert!(says(&data, &copies()[0]).await, "the control: it still holds the person");
    world.ok("backup_create", json!({})).await;
    assert_eq!(copies().len(), 2);
    for copy in copies() {
        assert!(!says(&data, &copy).await, "{}", copy.display());
    }
    assert_eq!(fs::read(&stranger).unwrap(), b"of another laptop".repeat(500));
}

#[tokio::test]
async fn a_backup_from_elsewhere_brings_nobody_back_and_lifts_no_hold() {
    let (mut world, [ana, bo], own) = two().await;
    let aside = world.beside("aside.db");
    fs::copy(world.data().join("backups").join(&own), &aside).unwrap();
    world.ok("hold_set", json!({ "candidate_id": bo, "reason": "Complaint" })).await;
    world.ok("candidate_erase", named(&ana)).await;
    let restored = world.ok("backup_path_restore", json!({ "path": aside, "dry_run": true })).await["changes"].clone();
    assert_eq!(restored["erased"], 1);
    assert!(!restored.to_string().contains(CANARY), "{restored}");
    world.ok("backup_path_restore", json!({ "path": aside })).await;
    assert_eq!(names(&world).await, ["Bo Ek"]);
    assert_eq!(world.ok("candidate_get", asked(&bo)).await["hold"]["reason"], "Complaint");
    assert_eq!(world.ok("log_verify", json!({})).await["broken"], Value::Null);
    world.close().await;
    assert!(!says(&world.data(), &world.data().join("workbench.db")).await);

    // Nor does a rescue: the list is read from the backups where the database cannot be.
    let back = world.data().join("backups").join("workbench-2026-01-02T000000Z-asked.db");
    fs::copy(&aside, &back).unwrap();
    fs::write(world.data().join("workbench.db"), b"garbage".repeat(2000)).unwrap();
    world.rescue().await;
    world.ok("rescue_restore", json!({ "name": "workbench-2026-01-02T000000Z-asked.db" })).await;
    assert_eq!(names(&world).await, ["Bo Ek"]);
    world.restart().await;
    assert_eq!(names(&world).await, ["Bo Ek"]);
}

#[tokio::test]
async fn what_a_killed_process_left_undone_is_done_at_the_next_start() {
    let (mut world, [ana, _], own) = two().await;
    world.close().await;
    let data = world.data();
    let store = open_store(&data);
    let gone = CandidateId(ana.clone());
    let at = "2026-11-22T12:00:00Z".parse().unwrap();
    store.write(move |w| erased::erase(w, &gone, at)).await.unwrap_or_else(|e: StoreError| panic!("{e}"));
    store.close().await.unwrap();
    let backup = data.join("backups").join(own);
    assert!(says(&data, &backup).await, "the backup has not been touched yet");
    fs::write(data.join("backups/workbench-x.db.part"), b"half of a copy").unwrap();
    world.restart().await;
    assert_eq!(names(&world).await, ["Bo Ek"]);
    world.close().await;
    assert!(!says(&data, &backup).await);
    assert!(!data.join("backups/workbench-x.db.part").exists());
    let store = open_store(&data);
    assert!(!store.read(erased::is_unfinished).await.unwrap());
    store.close().await.unwrap();
}

/// Whether a file with that end is there, beside the database or a backup.
fn is_there(data: &Path, end: &str) -> bool {
    let files = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    files(data).chain(files(&data.join("backups"))).any(|path| path.to_string_lossy().ends_with(end))
}

#[tokio::test]
async fn kill_minus_nine_in_mid_erasing_leaves_the_person_whole_or_gone() {
    let (mut world, [ana, _], own) = two().await;
    world.close().await;
    let (mut dice, mut met) = (Dice::new(7), 0);
    for round in 0..12 {
        let data = world.beside(&format!("round-{round}"));
        copy_folder(&world.data(), &data);
        let mut child = command(&["--data", data.to_str().unwrap(), "erase", "--candidate", &ana, "--yes"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        if round % 2 == 0 {
            std::thread::sleep(Duration::from_millis(dice.below(600)));
        } else {
            // When the rows are gone, and a copy of a backup or of the database is half written.
            let half = [".db.part", ".db.whole", ".db.moving", ".db.restoring"][round / 2 % 4];
            while child.try_wait().unwrap().is_none() && !is_there(&data, half) {
                std::thread::sleep(Duration::from_micros(50));
            }
        }
        met += usize::from(child.try_wait().unwrap().is_none());
        let _ = child.kill();
        child.wait().unwrap();
        let app = open_folder(&data).await.unwrap_or_else(|failure| panic!("round {round}: {failure}"));
        let found = app.call("candidate_get", &asked(&ana).to_string()).await;
        app.close().await.unwrap();
        let there = [data.join("workbench.db"), data.join("backups").join(&own)];
        let said = [says(&data, &there[0]).await, says(&data, &there[1]).await];
        match found {
            Ok(detail) => {
                assert!(detail.contains(r#""submitted":1"#) && said == [true, true], "round {round}: {detail}");
            }
            Err(_) => assert_eq!(said, [false, false], "round {round}: gone, here and in the backup"),
        }
        fs::remove_dir_all(&data).unwrap();
    }
    assert!(met > 3, "only {met} of 12 rounds were killed in the middle");
}

#[tokio::test]
async fn the_command_line_asks_for_the_name_or_is_told_to_ask_nothing() {
    let (mut world, [ana, _], _) = two().await;
    world.close().await;
    let data = world.data();
    let on = |words: &[&str]| workbench(&[&["--data", data.to_str().unwrap()], words].concat(), NAME);
    let refused = on(&["erase", "--candidate", &ana]);
    assert!(
        !refused.status.success()
            && err(&refused).contains("Nothing was erased. To erase without being asked, add --yes"),
        "{refused:?}"
    );
    assert!(out(&on(&["erase", "--help"])).contains("erase --candidate ID --yes --json"));
    let nobody = on(&["erase", "--candidate", "nobody", "--yes"]);
    assert!(err(&nobody).contains("There is no candidate"), "{nobody:?}");
    let nowhere = world.beside("nowhere");
    let none = workbench(&["--data", nowhere.to_str().unwrap(), "erase", "--candidate", &ana, "--yes"], "");
    assert!(!none.status.success() && !nowhere.exists(), "{none:?}");
    let done = on(&["erase", "--candidate", &ana, "--yes"]);
    let said = out(&done);
    assert!(done.status.success() && said.starts_with("Erased.\n  Interviews: 1\n"), "{done:?}");
    assert!(said.contains("Backups written anew: 1") && said.contains("The name still stands"), "{said}");
    assert!(!out(&on(&["candidate", "list"])).contains(CANARY));
    assert!(out(&on(&["log", "verify"])).contains("The log holds"), "the chain holds");
}

/// The command line at a terminal, which util-linux's `script` plays: what it says until it asks for the name, what is typed
/// then, and what comes of it.
#[cfg(target_os = "linux")]
fn at_a_terminal(data: &Path, who: &str, typed: &str) -> Option<(String, bool)> {
    use std::io::{Read as _, Write as _};
    let program = command(&[]).get_program().to_str().unwrap().to_owned();
    let line = format!("'{program}' --data '{}' erase --candidate '{who}'", data.display());
    let mut terminal = std::process::Command::new("script");
    terminal.args(["-qec", &line, "/dev/null"]).env_remove("WORKBENCH_DATA");
    let Ok(mut terminal) = terminal.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn() else {
        support::skip("the name typed at a terminal", "script (util-linux, bsdutils) is not installed");
        return None;
    };
    let (mut keys, mut screen) = (terminal.stdin.take().unwrap(), terminal.stdout.take().unwrap());
    let (mut said, mut part) = (Vec::new(), [0; 512]);
    while !String::from_utf8_lossy(&said).contains("Type the name to erase: ") {
        let read = screen.read(&mut part).unwrap();
        assert!(read > 0, "it ended without asking: {}", String::from_utf8_lossy(&said));
        said.extend(&part[..read]);
    }
    keys.write_all(format!("{typed}\n").as_bytes()).unwrap();
    // The line stays open until the program has ended, as a terminal's does.
    screen.read_to_end(&mut said).unwrap();
    drop(keys);
    Some((String::from_utf8(said).unwrap().replace('\r', ""), terminal.wait().unwrap().success()))
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn at_a_terminal_what_goes_is_told_and_only_the_typed_name_erases() {
    let (mut world, [ana, _], _) = two().await;
    world.close().await;
    let data = world.data();
    let people = || out(&workbench(&["--data", data.to_str().unwrap(), "candidate", "list"], ""));
    for wrong in ["", "y", "yes", "Ana", "Bo Ek"] {
        let Some((said, done)) = at_a_terminal(&data, &ana, wrong) else { return };
        assert!(!done && said.contains("Nothing was erased"), "{wrong:?}: {said}");
        assert!(people().contains(CANARY), "{wrong:?}: the person is there");
    }
    let Some((said, done)) = at_a_terminal(&data, &ana, &NAME.to_lowercase()) else { return };
    assert!(done, "{said}");
    let (before, after) = said.split_once("Type the name to erase: ").unwrap();
    assert!(before.contains("will be erased:\n  Interviews: 1\n"), "what goes is told first: {before}");
    assert!(before.contains("Backups that are written anew without them: 1"), "{before}");
    assert!(before.contains("This cannot be taken back."), "{before}");
    assert!(after.contains("Erased.\n  Interviews: 1\n"), "{after}");
    assert!(!people().contains(CANARY));
}

#[tokio::test]
async fn the_log_tells_who_erased_somebody_and_when_without_the_name() {
    let (mut world, [ana, bo], _) = two().await;
    world.ok("candidate_erase", named(&ana)).await;
    let log = world.ok("log_list", json!({})).await;
    let of = |n: usize| (&log["lines"][n]["line"]["act"], &log["lines"][n]["erased"], &log["lines"][n]["candidates"]);
    assert_eq!(of(0), (&json!("candidate_erase"), &json!(1), &json!([])));
    assert_eq!(log["lines"][0]["actor"], json!("Ana Ruiz"));
    let before = list(&log["lines"]).iter().filter(|card| card["erased"] == json!(1)).count();
    assert!(before >= 2, "what was done about them before says so as well: {log}");
    assert!(!log.to_string().contains(CANARY));
    let whole = world.ok("log_verify", json!({})).await;
    assert_eq!((&whole["broken"], &whole["lines"]), (&Value::Null, &log["total"]));
    // An erasure that was written into the log by hand, or taken out, still breaks it: that is `attacked`'s.
    world.ok("hold_set", json!({ "candidate_id": bo, "reason": "A complaint" })).await;
    let log = world.ok("log_list", json!({})).await;
    assert_eq!((&log["lines"][0]["erased"], &log["lines"][0]["candidates"]), (&json!(0), &json!(["Bo Ek"])));
    world.close().await;
    let listed = out(&workbench(&["--data", world.data().to_str().unwrap(), "log", "list"], ""));
    assert!(listed.contains("candidate_erase") && listed.contains("1 erased person"), "{listed}");
    assert!(!listed.contains(CANARY));
}

#[tokio::test]
async fn a_part_of_the_name_in_words_about_others_is_told_and_left_to_a_person() {
    let world = World::new().await;
    let (jan, bo) = (world.candidate("Jan Kowalski").await, world.candidate("Bo Ek").await);
    let live = world.start(&bo).await;
    for words in ["as Jan Kowalski said", "like J. Kowalski", "Kowalski, J. wrote it", "Jan helped", "in january"] {
        world.note(&id(&live), "general", "note", words).await;
    }
    let preview = world.ok("candidate_erase_preview", asked(&jan)).await;
    let notes = |rows: u32| json!([{ "what": "Notes, quotes and code", "rows": rows }]);
    let of = |found: &Value| {
        let notes = list(found).iter().filter(|one| one["what"] == "Notes, quotes and code");
        json!(notes.collect::<Vec<_>>())
    };
    assert_eq!(of(&preview["mentioned"]), notes(1), "{preview}");
    let partly: Vec<_> =
        list(&preview["partly"]).iter().map(|part| (text(&part["words"]), of(&part["found"]))).collect();
    assert_eq!(partly, [("Jan".to_owned(), notes(1)), ("Kowalski".to_owned(), notes(2))], "{preview}");
    let at = |notes: u32| {
        let kit = &live["interview"]["content"]["kit"]["title"];
        json!([{ "interview_id": id(&live), "candidate": "Bo Ek", "kit": kit, "place": "general", "submitted": false, "notes": notes }])
    };
    assert_eq!(preview["named"], at(1), "and where, so that a person can look");
    assert_eq!((&preview["partly"][0]["notes"], &preview["partly"][1]["notes"]), (&at(1), &at(2)));
    world.ok("candidate_erase", json!({ "candidate_id": jan, "name": "Jan Kowalski" })).await;
    let kept = world.ok("interview_get", json!({ "interview_id": id(&live) })).await;
    assert_eq!(list(&kept["interview"]["entries"]).len(), 5, "nothing of others is changed by itself");
    assert!(kept.to_string().contains("like J. Kowalski"));
}
