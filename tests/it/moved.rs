//! Killed with `kill -9` inside the move to a fresh key, at any moment: the store opens with everything, and is protected or
//! is as it was.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant, SystemTime},
};

use serde_json::{Value, json};
use support::{Dice, ROLE, copy_folder, open_folder, snapshot};

use crate::{list, text};

const PASSPHRASE: &str = "four words that differ";

fn begin(data: &Path, secret: &Path) -> Child {
    let script = format!(
        "exec '{}' --data '{}' --passphrase-fd 3 protection begin 3< '{}'",
        env!("CARGO_BIN_EXE_workbench-under-test"),
        data.display(),
        secret.display()
    );
    Command::new("sh").args(["-c", &script]).stdin(Stdio::null()).stdout(Stdio::null()).spawn().unwrap()
}

fn written(data: &Path) -> Option<SystemTime> {
    fs::metadata(data.join("keys.json")).and_then(|meta| meta.modified()).ok()
}

/// Kills it at a moment by chance: in every second round within milliseconds of the key file's first writing, when the
/// copies take their places, and else anywhere between the start and the end.
fn killed(child: &mut Child, data: &Path, round: usize, whole: Duration, dice: &mut Dice) {
    let part = |of: Duration, dice: &mut Dice| of * u32::try_from(dice.below(1000)).unwrap() / 1000;
    if round.is_multiple_of(2) {
        thread::sleep(part(whole, dice));
    } else {
        let before = written(data);
        while written(data) == before && matches!(child.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_micros(50));
        }
        thread::sleep(part(Duration::from_millis(12), dice));
    }
    let _ = child.kill(); // it may have ended
    child.wait().unwrap();
}

#[tokio::test]
async fn a_move_that_is_killed_at_any_moment_leaves_a_store_that_opens_with_everything() {
    let folder = tempfile::tempdir().unwrap();
    let (model, secret) = (folder.path().join("model"), folder.path().join("secret"));
    fs::write(&secret, PASSPHRASE).unwrap();
    let app = open_folder(&model).await.unwrap();
    let mut names: Vec<String> = (0..40).map(|n| format!("Zwölf Kanarienvögel {n}")).collect();
    for name in &names {
        app.call("candidate_add", &json!({ "name": name, "role_id": ROLE }).to_string()).await.unwrap();
    }
    names.sort();
    app.close().await.unwrap();
    drop(app);
    // Backups go along, so that there are more places to be killed in.
    fs::create_dir_all(model.join("backups")).unwrap();
    for version in 7..10 {
        fs::copy(model.join("workbench.db"), model.join(format!("backups/workbench-v{version}.db"))).unwrap();
    }
    let timed = folder.path().join("timed");
    copy_folder(&model, &timed);
    #[allow(clippy::disallowed_methods)]
    // how long a move takes on this machine, to be killed within it; nothing is asserted of it
    let started = Instant::now();
    assert!(begin(&timed, &secret).wait().unwrap().success());
    let whole = started.elapsed();

    // `make soak` asks for more.
    let rounds = std::env::var("WORKBENCH_KILLS").map_or(16, |kills| kills.parse().unwrap());
    let mut dice = Dice::new(20_261_126);
    let (mut bare, mut both, mut wrapped) = (0, 0, 0);
    for round in 0..rounds {
        let data = folder.path().join(format!("round {round}"));
        copy_folder(&model, &data);
        killed(&mut begin(&data, &secret), &data, round, whole, &mut dice);
        let left = fs::read_to_string(data.join("keys.json")).unwrap();
        let left: Value = serde_json::from_str(&left).unwrap_or_else(|error| panic!("round {round}: {error}"));
        match (left["format"].as_u64(), left["moving"].is_null()) {
            (Some(1), _) => bare += 1,
            (_, false) => both += 1,
            _ => wrapped += 1,
        }
        let app = open_folder(&data).await.unwrap_or_else(|failure| panic!("round {round}: {failure}"));
        if app.is_locked() {
            app.call("store_unlock", &json!({ "passphrase": PASSPHRASE }).to_string())
                .await
                .unwrap_or_else(|failure| panic!("round {round}: {failure}"));
        } else {
            assert_eq!(left["format"], 1, "round {round}: where the passphrase was written down it is asked for");
        }
        let answer: Value = serde_json::from_str(&app.call("candidate_list", "{}").await.unwrap()).unwrap();
        let mut there: Vec<String> =
            list(&answer["candidates"]).iter().map(|card| text(&card["candidate"]["name"])).collect();
        there.sort();
        assert_eq!(there, names, "round {round}");
        app.close().await.unwrap();
        drop(app);
        let litter: Vec<_> =
            snapshot(&data).into_keys().filter(|name| name.contains(".moving") || name.ends_with(".part")).collect();
        assert!(litter.is_empty(), "round {round}: {litter:?}");
        fs::remove_dir_all(&data).unwrap();
    }
    println!("killed {rounds} times: {bare} before, {both} between, {wrapped} after the two writings of the key file");
    assert!(bare > 0 && both + wrapped > 0, "{bare}, {both}, {wrapped}: the kills must come before and after");
}
