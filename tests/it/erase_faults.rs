//! Sticks that are not where they were: nobody is half forgotten without a word,
//! and nothing is written where nobody chose.

use std::{fs, path::Path};

use serde_json::{Value, json};
use support::{in_namespace, open_folder};

use crate::{
    backup_faults::{add, block_on, close, names, ok, run, used},
    list, text,
};

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
