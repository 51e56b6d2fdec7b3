//! Long exports that are watched and stopped, and the packets of a whole round.

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::{Value, json};
use support::{KIT, ROLE, World};
use workbench_app::{App, failure::Failure};

use super::{id, questions};
use crate::{list, text};

/// A candidate whose packet has more than a hundred pages.
async fn long(world: &World, name: &str) -> String {
    let candidate = world.candidate(name).await;
    let live = world.start(&candidate).await;
    let words = "What was said goes on and on, and every word of it is printed. ".repeat(1500);
    for question in questions(&live).iter().take(5) {
        world.note(&id(&live), question, "quote", &words).await;
    }
    world.submit(&id(&live), "yes", "As the notes show.").await;
    candidate
}

fn begin(world: &World, command: &'static str, request: &Value) -> tokio::task::JoinHandle<Result<String, Failure>> {
    let (app, request) = (world.app().clone(), request.to_string());
    tokio::spawn(async move { app.call(command, &request).await })
}

/// Waits until the job is seen like this.
async fn seen(app: &App, job: &str, like: impl Fn(&Value) -> bool) -> Value {
    loop {
        let answer = app.call("job_get", &json!({ "job": job }).to_string()).await.unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        if like(&answer) {
            return answer;
        }
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
}

fn under_way(job: &Value) -> bool {
    job["under_way"] == json!(true)
}

/// The names in a folder, hidden ones too, with what is in each.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

/// How many lines of the log say so.
async fn logged(world: &World, act: &str) -> usize {
    let log = world.ok("log_list", json!({})).await;
    list(&log["lines"]).iter().filter(|card| card["line"]["act"] == json!(act)).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_export_leaves_the_old_file_whole_and_nothing_beside_it() {
    let world = World::new().await;
    let candidate = long(&world, "Ana Ruiz").await;
    let folder = world.beside("out");
    fs::create_dir(&folder).unwrap();
    let path = folder.join("packet.pdf");
    fs::write(&path, "what was there").unwrap();
    let request = json!({ "candidate_id": candidate, "path": path, "job": "one" });
    let none = json!({ "under_way": false, "part": 0, "laid_out": 0, "done": 0, "of": null });
    assert_eq!(world.ok("job_get", json!({ "job": "one" })).await, none);
    let running = begin(&world, "packet_export", &request);
    let job = seen(world.app(), "one", |job| job["done"].as_u64() > Some(0)).await;
    assert!(under_way(&job) && job["of"].as_u64() > Some(100), "{job}");
    assert_eq!(world.refused("packet_export", request.clone()).await.0, "conflict", "one job has one name");
    assert!(under_way(&world.ok("job_stop", json!({ "job": "one" })).await));
    let failure = running.await.unwrap().unwrap_err();
    assert_eq!(json!(failure.code), json!("stopped"), "{failure}");
    assert_eq!(files(&folder), BTreeMap::from([("packet.pdf".to_owned(), b"what was there".to_vec())]));
    assert_eq!(logged(&world, "packet_export").await, 0, "what was not written is not logged");
    // The name is free again, and stopping what is over stops nothing.
    assert_eq!(world.ok("job_stop", json!({ "job": "one" })).await, none);
    let exported = world.ok("packet_export", request).await;
    assert!(exported["pages"].as_u64() > Some(100) && fs::read(&path).unwrap().starts_with(b"%PDF-"), "{exported}");
    assert_eq!(world.ok("job_get", json!({ "job": "one" })).await, none);
    for name in ["", &"x".repeat(65)] {
        let refused = world.refused("guide_export", json!({ "kit_id": KIT, "path": path, "job": name })).await;
        assert_eq!(refused.0, "invalid");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn locking_does_not_wait_for_an_export() {
    let world = World::new().await;
    let candidate = long(&world, "Ana Ruiz").await;
    world.ok("protection_begin", json!({ "passphrase": "correct horse battery staple" })).await;
    let path = world.beside("packet.pdf");
    let running = begin(&world, "packet_export", &json!({ "candidate_id": candidate, "path": path, "job": "one" }));
    seen(world.app(), "one", under_way).await;
    world.ok("store_lock", json!({})).await;
    let failure = running.await.unwrap().unwrap_err();
    assert!(json!(failure.code) == json!("stopped") && !path.exists(), "{failure}");
}

async fn round(world: &World, people: &[&String]) -> String {
    let save = json!({ "title": "Spring", "role_id": ROLE, "kit_ids": [KIT], "candidate_ids": people });
    text(&world.ok("round_save", save).await["round"]["id"])
}

/// The names of the files after the date, and why the others were not written, in the order of the answer.
fn outcome(answer: &Value) -> Vec<String> {
    let name = |one: &Value| text(&one["written"]["path"]).rsplit_once("/2026-11-22 ").unwrap().1.to_owned();
    let each = |one: &Value| one["failure"]["code"].as_str().map_or_else(|| name(one), str::to_owned);
    list(&answer["packets"]).iter().map(each).collect()
}

#[tokio::test]
async fn a_rounds_packets_are_written_side_by_side_and_no_file_is_replaced_in_silence() {
    let world = World::new().await;
    let (one, two, three) =
        (world.candidate("José/Ruiz").await, world.candidate("Jose\u{301} Ruiz").await, world.candidate("Bo").await);
    for candidate in [&one, &two] {
        world.held(candidate, &[json!(4)], "yes").await;
    }
    let round = round(&world, &[&one, &two, &three]).await;
    let folder = world.beside("made").join("here");
    let request = json!({ "round_id": round, "path": folder });
    let first = world.ok("round_export", request.clone()).await;
    let names = [
        "José Ruiz, Senior Python developer, packet.pdf",
        "José Ruiz, Senior Python developer, packet (2).pdf",
        "Bo, Senior Python developer, packet.pdf",
    ];
    assert_eq!(outcome(&first), names, "in the order in which they were added");
    assert_eq!((text(&first["path"]), &first["stopped"]), (folder.display().to_string(), &json!(false)));
    assert_eq!(logged(&world, "packet_export").await, 3);
    let before = files(&folder);
    assert!(before.len() == 3 && before.values().all(|bytes| bytes.starts_with(b"%PDF-")));

    // Again, both are kept.
    let again = world.ok("round_export", request.clone()).await;
    assert_eq!(outcome(&again)[0], "José Ruiz, Senior Python developer, packet (3).pdf");
    let both = files(&folder);
    assert!(both.len() == 6 && before.iter().all(|(name, bytes)| both[name] == *bytes), "{:?}", both.keys());
    // Or the new ones take their places, each its own.
    let mut replacing = request.clone();
    replacing["if_there"] = json!("replace");
    assert_eq!(outcome(&world.ok("round_export", replacing).await), names);
    let replaced = files(&folder);
    assert_eq!(replaced.len(), 6);
    assert!(before.iter().all(|(name, bytes)| replaced[name] != *bytes), "they were made at another time");

    let mut inside = request;
    inside["path"] = json!(world.data().join("packets").join("here"));
    assert_eq!(world.refused("round_export", inside).await.0, "cannot_write");
    assert!(!world.data().join("packets").exists(), "no folder is made in the data folder either");
}

#[tokio::test]
async fn one_that_cannot_be_written_keeps_no_other_back() {
    let mut world = World::new().await;
    let (mine, drawn, good) =
        (world.candidate("Mia").await, world.candidate("Dee").await, world.candidate("Gus").await);
    // Somebody else still owes a scorecard on Gus.
    world.start(&good).await;
    world.become_colleague("Ida").await;
    world.held(&good, &[json!(4)], "yes").await;
    let live = world.start(&drawn).await;
    world.note(&id(&live), &questions(&live)[0], "quote", "A private sign: \u{F8F0}.").await;
    world.submit(&id(&live), "no", "As noted.").await;
    let round_id = round(&world, &[&mine, &drawn, &good]).await;
    let checked = world.ok("round_export_check", json!({ "round_id": round_id })).await;
    let packets = list(&checked["packets"]);
    assert_eq!(packets.iter().map(|one| text(&one["name"])).collect::<Vec<_>>(), ["Mia", "Dee", "Gus"]);
    assert_eq!((&packets[2]["submitted"], &packets[2]["missing"]), (&json!(1), &json!(1)));
    assert_eq!(packets[1]["undrawable"][0]["code"], json!("U+F8F0"));

    let folder = world.beside("out");
    let request = json!({ "round_id": round_id, "path": folder });
    let answer = world.ok("round_export", request.clone()).await;
    let written = |name: &str| format!("{name}, Senior Python developer, packet.pdf");
    assert_eq!(outcome(&answer), [written("Mia"), "undrawable".to_owned(), written("Gus")]);
    assert_eq!(answer["packets"][2]["missing"], json!(1), "it is marked as an interim one");
    let mut accepting = request.clone();
    (accepting["accept_undrawable"], accepting["if_there"]) = (json!(true), json!("replace"));
    assert_eq!(outcome(&world.ok("round_export", accepting).await)[1], written("Dee"));

    // While one's own scorecard is open, nothing of the round is shown, and each says so.
    world.start(&mine).await;
    let veiled = world.ok("round_export", request.clone()).await;
    assert_eq!(outcome(&veiled), ["hidden"; 3]);
    let checked = world.ok("round_export_check", json!({ "round_id": round_id })).await;
    assert!(list(&checked["packets"]).iter().all(|one| one["failure"]["code"] == json!("hidden")), "{checked}");
    assert_eq!(world.refused("round_export", json!({ "round_id": "r", "path": folder })).await.0, "not_found");
    fs::write(world.beside("file"), "x").unwrap();
    let mut onto = request;
    onto["path"] = json!(world.beside("file"));
    assert_eq!(world.refused("round_export", onto).await.0, "cannot_write");
    let empty = round(&world, &[]).await;
    assert_eq!(world.refused("round_export", json!({ "round_id": empty, "path": folder })).await.0, "invalid");
}

#[tokio::test]
async fn what_is_to_be_decided_is_decided_for_each_candidate() {
    let world = World::new().await;
    let (one, two) = (world.candidate("Zoë Đorđević").await, world.candidate("Kim Ito").await);
    for candidate in [&one, &two] {
        let live = world.start(candidate).await;
        world.note(&id(&live), &questions(&live)[0], "quote", "We did it so at Initech.").await;
        world.submit(&id(&live), "yes", "As noted.").await;
    }
    let round = round(&world, &[&one, &two]).await;
    let options = json!({ "audience": "blind", "find": ["Initech"] });
    let checked = world.ok("round_export_check", json!({ "round_id": round, "options": options })).await;
    let keys = |n: usize| list(&checked["packets"][n]["mentions"]).iter().map(|m| text(&m["key"])).collect::<Vec<_>>();
    assert!(!keys(0).is_empty() && !keys(1).is_empty(), "{checked}");
    let folder = world.beside("out");
    let mut request = json!({ "round_id": round, "path": folder, "options": options });
    assert_eq!(outcome(&world.ok("round_export", request.clone()).await), ["conflict"; 2]);
    assert_eq!(files(&folder).len(), 0, "what is not decided is not written");

    let keep: Vec<Value> = keys(0).iter().map(|key| json!({ "key": key, "replace": false })).collect();
    request["decided"] = json!([{ "candidate_id": one, "decisions": keep }]);
    let name = |letter: &str| format!("Candidate {letter}, Senior Python developer, packet, name hidden.pdf");
    assert_eq!(outcome(&world.ok("round_export", request.clone()).await), [name("A"), "conflict".to_owned()]);
    request["replace_rest"] = json!(true);
    request["if_there"] = json!("replace");
    let answer = world.ok("round_export", request).await;
    assert_eq!(outcome(&answer), [name("A"), name("B")]);
    let said = |n: usize| support::pdf_text(Path::new(&text(&answer["packets"][n]["written"]["path"])));
    if let (Some(one), Some(two)) = (said(0), said(1)) {
        assert!(one.contains("Initech"), "what was kept stands: {one}");
        assert!(!two.contains("Initech"), "the rest was replaced: {two}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_that_is_stopped_keeps_what_was_written_and_says_what_was_not() {
    let world = World::new().await;
    let short = world.candidate("Ana Ruiz").await;
    world.held(&short, &[json!(4)], "yes").await;
    let (second, third) = (long(&world, "Bo").await, world.candidate("Cy").await);
    let round = round(&world, &[&short, &second, &third]).await;
    let folder = world.beside("out");
    let running = begin(&world, "round_export", &json!({ "round_id": round, "path": folder, "job": "all" }));
    let job = seen(world.app(), "all", |job| job["done"] == json!(1)).await;
    assert_eq!(job["of"], json!(3), "packets, not pages");
    world.ok("job_stop", json!({ "job": "all" })).await;
    let answer: Value = serde_json::from_str(&running.await.unwrap().unwrap()).unwrap();
    assert_eq!(answer["stopped"], json!(true));
    assert_eq!(outcome(&answer)[1..], ["stopped", "stopped"]);
    let files = files(&folder);
    assert_eq!(files.keys().collect::<Vec<_>>(), ["2026-11-22 Ana Ruiz, Senior Python developer, packet.pdf"]);
    assert!(files.values().all(|bytes| bytes.starts_with(b"%PDF-")));
    assert_eq!(logged(&world, "packet_export").await, 1);
}
