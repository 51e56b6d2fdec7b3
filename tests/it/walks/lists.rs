//! Long lists, a page at a time, and long work on all of the data that can be stopped.

use std::{fs, path::Path, process::Stdio};

use serde_json::{Value, json};
use support::{ROLE, World};
use workbench_app::failure::Failure;
use workbench_store::{StoreError, setting};

use crate::{cli, list, text};

fn names(page: &Value) -> Vec<String> {
    list(&page["candidates"]).iter().map(|card| text(&card["candidate"]["name"])).collect()
}

#[tokio::test]
async fn a_page_of_people_has_as_many_as_asked_for_and_the_next_begins_behind_it_by_whatever_is_looked_for() {
    let world = World::new().await;
    for name in ["Ana Ruiz", "Bo", "Żaneta Łęcka", "Ana Łęcka", "Cy"] {
        world.candidate(name).await;
    }
    let first = world.ok("candidate_list", json!({ "limit": 2 })).await;
    assert_eq!(names(&first), ["Cy", "Ana Łęcka"]);
    world.candidate("Somebody new").await;
    let second = world.ok("candidate_list", json!({ "limit": 2, "before": first["next"] })).await;
    assert_eq!(names(&second), ["Żaneta Łęcka", "Bo"]);
    let third = world.ok("candidate_list", json!({ "limit": 2, "before": second["next"] })).await;
    assert_eq!((names(&third), &third["next"]), (vec!["Ana Ruiz".to_owned()], &Value::Null));
    assert_eq!(names(&world.ok("candidate_list", json!({ "text": "lec" })).await), ["Ana Łęcka", "Żaneta Łęcka"]);
    assert_eq!(names(&world.ok("candidate_list", json!({ "text": "ana r", "role_id": ROLE })).await), ["Ana Ruiz"]);
    assert_eq!(names(&world.ok("candidate_list", json!({ "text": "ana", "role_id": "none/such" })).await), [""; 0]);
    // What asks for more than a page gets a page.
    assert_eq!(world.ok("candidate_list", json!({ "limit": 4_000_000_000_u32 })).await["next"], Value::Null);
}

#[tokio::test]
async fn whoever_is_erased_is_not_found_by_name_and_whoever_stays_is() {
    let world = World::new().await;
    let ana = world.candidate("Ana Łęcka").await;
    world.candidate("Anna").await;
    world.ok("candidate_erase", json!({ "candidate_id": ana, "name": "Ana Łęcka" })).await;
    assert_eq!(names(&world.ok("candidate_list", json!({ "text": "an" })).await), ["Anna"]);
    assert_eq!(names(&world.ok("candidate_list", json!({ "text": "lecka" })).await), [""; 0]);
}

#[tokio::test]
async fn the_command_line_lists_everybody_however_many_pages_it_takes() {
    let mut world = World::new().await;
    for number in 0..201 {
        world.candidate(&format!("Person {number}")).await;
    }
    let data = world.data();
    world.close().await;
    let lines = cli::on(&data, &["candidate", "list"]);
    assert_eq!(lines.lines().count(), 201);
    assert!(lines.lines().next().unwrap().ends_with("Person 200") && lines.trim_end().ends_with("Person 0"), "{lines}");
    let all: Value = serde_json::from_str(&cli::on(&data, &["--json", "candidate", "list"])).unwrap();
    assert_eq!(list(&all).len(), 201);
}

/// So much data that a backup of it is not over before somebody looks.
async fn much(world: &mut World) {
    let filled = async |store: &workbench_store::Store| {
        for from in 0..60 {
            let more = store.write(move |w| {
                (0..1_000).try_for_each(|n| setting::set(w, &format!("filling {from} {n}"), &"x".repeat(1_000)))
            });
            more.await.unwrap_or_else(|error: StoreError| panic!("{error}"));
        }
    };
    world.behind(filled).await;
}

fn backups(data: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(data.join("backups")) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_tells_how_far_it_is_and_stopped_leaves_no_file() {
    let mut world = World::new().await;
    much(&mut world).await;
    let app = world.app().clone();
    let backup = tokio::spawn(async move { app.call("backup_create", r#"{"job":"b"}"#).await });
    loop {
        let job = world.ok("job_get", json!({ "job": "b" })).await;
        if job["done"].as_u64().unwrap() > 0 {
            assert_eq!(job["part"], 1, "copying comes first");
            assert!(job["of"].as_u64().unwrap() > 60_000, "as much as there is: {job}");
            break;
        }
        assert!(!backup.is_finished(), "it was not told how far it is");
        tokio::task::yield_now().await;
    }
    world.ok("job_stop", json!({ "job": "b" })).await;
    let Failure { code, message, .. } = backup.await.unwrap().unwrap_err();
    assert_eq!((json!(code), message.as_str()), (json!("stopped"), "It was stopped. Nothing was written."));
    assert_eq!(backups(&world.data()), [""; 0]);
    assert_eq!(list(&world.ok("backup_list", json!({})).await["backups"]).len(), 0);
    // The log has only the one that was made.
    let last = async || world.ok("log_list", json!({ "limit": 1 })).await["lines"][0]["line"]["act"].clone();
    assert_ne!(last().await, "backup_create");
    world.ok("backup_create", json!({})).await;
    assert_eq!(last().await, "backup_create");
    assert_eq!(backups(&world.data()).len(), 1);
}

/// Waits until that part of a job is under way, then stops the job.
async fn stop_in(world: &World, part: u64, running: &tokio::task::JoinHandle<Result<String, Failure>>) {
    loop {
        let job = world.ok("job_get", json!({ "job": "long" })).await;
        if job["under_way"] == true && job["part"].as_u64().unwrap() == part {
            break;
        }
        assert!(!running.is_finished(), "part {part} was not told");
        tokio::task::yield_now().await;
    }
    world.ok("job_stop", json!({ "job": "long" })).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_check_and_a_restore_tell_their_parts_and_stopped_change_nothing() {
    let mut world = World::new().await;
    much(&mut world).await;
    let made = world.ok("backup_create", json!({})).await["backup"]["name"].clone();
    world.ok("candidate_add", json!({ "name": "Ana Ruiz", "role_id": "senior-python/senior-python-developer" })).await;
    let named = json!({ "place": "own", "name": made, "job": "long" });
    let all = || {
        let mut names: Vec<_> = fs::read_dir(world.data()).unwrap().map(|one| one.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let files = all();
    for (command, request, part) in [
        ("store_verify", json!({ "job": "long" }), 2),
        ("backup_verify", named.clone(), 2),
        ("backup_compare", named.clone(), 2),
        ("backup_restore", named.clone(), 2),
        ("backup_restore", named.clone(), 1),
        ("backup_restore", named.clone(), 4),
    ] {
        let app = world.app().clone();
        let running = tokio::spawn(async move { app.call(command, &request.to_string()).await });
        stop_in(&world, part, &running).await;
        let refused = running.await.unwrap().unwrap_err();
        assert_eq!(json!(refused.code), json!("stopped"), "{command} in part {part}: {}", refused.message);
        assert_eq!(refused.message.contains("what is here was kept as the backup"), part == 4, "{}", refused.message);
        assert_eq!(all(), files, "{command} in part {part}");
        assert_eq!(list(&world.ok("candidate_list", json!({})).await["candidates"]).len(), 1, "{command}");
    }
    world.ok("backup_restore", named).await;
    assert_eq!(list(&world.ok("candidate_list", json!({})).await["candidates"]).len(), 0);
}

#[cfg(unix)]
#[tokio::test]
async fn ctrl_c_stops_a_backup_at_the_command_line_and_leaves_no_half_of_it() {
    let mut world = World::new().await;
    much(&mut world).await;
    let data = world.data();
    world.close().await;
    let child = cli::command(&["--data", data.to_str().unwrap(), "backup", "create"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let half = || backups(&data).iter().any(|name| name.ends_with(".part"));
    while !half() {
        std::thread::yield_now();
    }
    let pressed = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(pressed.success());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(130), "{}", cli::err(&ended));
    assert!(cli::err(&ended).contains("It was stopped. Nothing was"), "{}", cli::err(&ended));
    assert_eq!(backups(&data), [""; 0]);
    // What a process that was killed leaves is swept away by the next one.
    fs::write(data.join("backups/workbench-2026-11-26-101112-asked.db.part"), "half").unwrap();
    cli::on(&data, &["backup", "list"]);
    assert_eq!(backups(&data), [""; 0]);
}

#[tokio::test]
async fn today_tells_the_newest_open_interviews_and_how_many_more_there_are() {
    let world = World::new().await;
    for number in 0..23 {
        let who = world.candidate(&format!("Person {number}")).await;
        world.start(&who).await;
    }
    let today = world.ok("today_get", json!({})).await;
    let open: Vec<String> = list(&today["open"]).iter().map(|card| text(&card["candidate"])).collect();
    assert_eq!((open.len(), open[0].as_str(), &today["more_open"]), (20, "Person 22", &json!(3)));
    assert_eq!((list(&today["drafts"]).len(), &today["more_drafts"]), (0, &json!(0)));
}
