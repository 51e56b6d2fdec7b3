//! The key in the system's keychain: played for what can go wrong with it, and a real Secret Service.

use std::{
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::{Value, json};
use support::{World, skip};
use workbench_app::deps::Trouble;

use crate::{list, text};

const PASSPHRASE: &str = "four words that differ";

/// A store whose key the keychain alone has, beside the recovery key.
async fn kept() -> (World, String) {
    let world = World::new().await;
    world.keychain.set(None);
    world.candidate("Jan Kowalski").await;
    let made = world.ok("protection_begin", json!({ "keychain": true })).await;
    (world, text(&made["recovery_key"]))
}

async fn is(world: &World) -> (Value, Value, Value, Value) {
    let is = world.ok("protection_get", json!({})).await;
    (is["state"].clone(), is["passphrase"].clone(), is["keychain"].clone(), is["keychain_trouble"].clone())
}

async fn opens_itself(world: &mut World) {
    world.restart().await;
    assert_eq!(world.ok("protection_get", json!({})).await["state"], "unlocked");
    assert_eq!(list(&world.ok("candidate_list", json!({})).await["candidates"]).len(), 1);
}

#[tokio::test]
async fn the_keychain_opens_the_data_by_itself_and_the_recovery_key_does_where_it_is_gone() {
    let (mut world, recovery_key) = kept().await;
    assert_eq!(world.keychain.len(), 1);
    assert_eq!(is(&world).await, (json!("unlocked"), json!(false), json!(true), Value::Null));
    opens_itself(&mut world).await;
    world.keychain.empty();
    world.restart().await;
    let (state, _, _, trouble) = is(&world).await;
    assert!(state == "locked" && text(&trouble).contains("does not have the key"), "{state} {trouble}");
    assert_eq!(world.refused("candidate_list", json!({})).await.0, "locked_store");
    assert!(world.refused("store_unlock", json!({ "keychain": true })).await.1.contains("Use the recovery key"));
    assert!(world.refused("store_unlock", json!({ "passphrase": PASSPHRASE })).await.1.contains("no passphrase"));
    world.ok("store_unlock", json!({ "recovery_key": recovery_key })).await;
    // It is mended by giving it the key again.
    world.ok("keychain_add", json!({ "recovery_key": recovery_key })).await;
    opens_itself(&mut world).await;
}

#[tokio::test]
async fn a_keychain_that_is_locked_absent_or_has_another_key_is_said_plainly_and_the_passphrase_opens() {
    let (mut world, recovery_key) = kept().await;
    world.ok("passphrase_change", json!({ "keychain": true, "new_passphrase": PASSPHRASE })).await;
    opens_itself(&mut world).await;
    for (trouble, says) in [(Trouble::Locked, "keychain is locked"), (Trouble::Absent, "no keychain that answers")] {
        world.keychain.set(Some(trouble));
        world.restart().await;
        let (state, _, keychain, said) = is(&world).await;
        assert_eq!((state, keychain), (json!("locked"), json!(true)));
        assert!(text(&said).contains(says), "{said}");
        world.ok("store_unlock", json!({ "passphrase": PASSPHRASE })).await;
        world.keychain.set(None);
        opens_itself(&mut world).await;
    }
    world.keychain.swap();
    world.restart().await;
    let said = is(&world).await.3;
    assert!(text(&said).contains("another key"), "{said}");
    world.ok("store_unlock", json!({ "passphrase": PASSPHRASE })).await;
    assert_eq!(is(&world).await.2, json!(true), "nothing was taken away by it");
    world.restart().await;
    world.ok("store_unlock", json!({ "recovery_key": recovery_key })).await;
}

#[tokio::test]
async fn the_last_way_in_is_never_taken_away() {
    let (mut world, recovery_key) = kept().await;
    let way = json!({ "keychain": true });
    assert!(world.refused("keychain_remove", way.clone()).await.1.contains("Set a passphrase first"));
    world.ok("passphrase_change", json!({ "keychain": true, "new_passphrase": PASSPHRASE })).await;
    // With a passphrase, whoever sits at the laptop and has its keychain changes nothing.
    for command in ["keychain_remove", "passphrase_remove", "recovery_key_make", "keychain_add"] {
        assert!(world.refused(command, way.clone()).await.1.contains("needs the passphrase"), "{command}");
    }
    world.keychain.set(Some(Trouble::Locked));
    let refused = world.refused("passphrase_remove", json!({ "passphrase": PASSPHRASE })).await;
    assert!(refused.1.contains("The passphrase stays"), "{refused:?}");
    world.keychain.set(None);
    assert_eq!(world.ok("keychain_remove", json!({ "passphrase": PASSPHRASE })).await["keychain"], false);
    assert!(world.keychain.is_empty());
    let refused = world.refused("passphrase_remove", json!({ "passphrase": PASSPHRASE })).await;
    assert!(refused.1.contains("Let the keychain keep the key first"), "{refused:?}");
    world.restart().await;
    assert_eq!(is(&world).await.0, json!("locked"));
    world.ok("store_unlock", json!({ "recovery_key": recovery_key })).await;
    world.ok("keychain_add", json!({ "recovery_key": recovery_key })).await;
    assert_eq!(world.ok("passphrase_remove", json!({ "passphrase": PASSPHRASE })).await["passphrase"], false);
    opens_itself(&mut world).await;
}

#[tokio::test]
async fn what_was_locked_stays_locked_through_a_restart_though_the_keychain_has_the_key() {
    let (mut world, _) = kept().await;
    world.ok("passphrase_change", json!({ "keychain": true, "new_passphrase": PASSPHRASE })).await;
    world.ok("store_lock", json!({})).await;
    world.restart().await;
    assert_eq!(is(&world).await.0, json!("locked"));
    assert!(world.refused("store_unlock", json!({ "keychain": true })).await.1.contains("needs the passphrase"));
    world.ok("store_unlock", json!({ "passphrase": PASSPHRASE })).await;
    opens_itself(&mut world).await;
}

#[tokio::test]
async fn where_the_keychain_fails_at_the_first_start_nothing_is_changed() {
    let world = World::new().await;
    let refused = world.refused("protection_begin", json!({ "keychain": true })).await;
    assert!(refused.1.contains("Choose a passphrase"), "{refused:?}");
    assert_eq!(is(&world).await.0, json!("unprotected"));
    assert!(world.refused("protection_begin", json!({})).await.1.contains("Choose a passphrase"));
    world.candidate("Jan Kowalski").await;
}

/// Runs lines of shell in a session of their own with a keychain that is open, the way a person's desktop has one. `$wb` is
/// the command line on the data folder.
fn in_a_session(folder: &Path, keychain: &str, script: &str) -> Option<Output> {
    for (program, package) in [("gnome-keyring-daemon", "gnome-keyring"), ("dbus-run-session", "dbus")] {
        if Command::new(program).arg("--version").output().is_err() {
            skip("a real keychain (Secret Service)", &format!("{program} ({package}) is not installed"));
            return None;
        }
    }
    let program = env!("CARGO_BIN_EXE_workbench-under-test");
    let whole = format!("wb=\"{program} --data {}\"\n{keychain}\n{script}", folder.join("data").display());
    let output = Command::new("dbus-run-session")
        .args(["--", "sh", "-ec", &whole])
        .env("HOME", folder)
        .env("XDG_DATA_HOME", folder.join("share"))
        .env("XDG_RUNTIME_DIR", folder.join("runtime"))
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Some(output)
}

/// Opened with the password of the person who signed in, as the sign-in does it; and one that is there and closed.
const OPEN: &str = "printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1";
const CLOSED: &str = "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1";

#[test]
fn a_real_secret_service_keeps_the_key_and_what_it_does_not_do_is_said() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("runtime")).unwrap();
    let session = |keychain, script| {
        let output = in_a_session(folder.path(), keychain, script)?;
        Some((output.status.success(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()))
    };
    let begin =
        "$wb interviewer set 'Ana Ruiz'\n$wb protection begin --keychain\n$wb protection show\n$wb candidate list";
    let Some((done, said)) = session(OPEN, begin) else { return };
    assert!(done && said.contains("The keychain or the recovery key opens it"), "{said}");
    let recovery_key =
        said.lines().find(|line| line.starts_with("  ") && line.contains('-')).unwrap().trim().to_owned();
    let keys = std::fs::read_to_string(folder.path().join("data/keys.json")).unwrap();
    assert!(keys.contains("\"keychain\"") && !keys.contains("data_key"), "{keys}");

    let (done, said) = session(OPEN, "$wb interview list\n$wb protection show").unwrap();
    assert!(done, "another session of the same person opens it: {said}");
    let (done, said) = session(CLOSED, "$wb protection show\n$wb candidate list").unwrap();
    assert!(!done && said.contains("keychain is locked"), "{said}");
    let (done, said) = session("", "$wb protection show\n$wb candidate list").unwrap();
    assert!(!done && (said.contains("is locked") || said.contains("no keychain that answers")), "{said}");

    std::fs::write(folder.path().join("recovery"), format!("{recovery_key}\n{PASSPHRASE}\n")).unwrap();
    std::fs::write(folder.path().join("passphrase"), PASSPHRASE).unwrap();
    let set = "$wb --recovery-key --passphrase-fd 3 protection change 3<recovery\n$wb --passphrase-fd 3 candidate list 3<passphrase";
    let (done, said) = session(CLOSED, set).unwrap();
    assert!(done, "without the keychain, the recovery key sets a passphrase: {said}");
    let (done, said) =
        session(OPEN, "$wb candidate list\n$wb --passphrase-fd 3 protection keychain-remove 3<passphrase").unwrap();
    assert!(done, "{said}");
    let (done, said) = session(OPEN, "$wb candidate list").unwrap();
    assert!(!done && said.contains("--passphrase-fd"), "it asks for the passphrase again: {said}");
    let back = "$wb --passphrase-fd 3 protection keychain-add 3<passphrase\n$wb candidate list";
    let (done, said) = session(OPEN, back).unwrap();
    assert!(done && said.contains("opens by itself"), "{said}");
}
