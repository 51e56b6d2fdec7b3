//! One person erased: a word of their own in every field a person can be written in, and then in no row of the database or of a
//! backup, and in no byte of any file.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use support::{KIT, ROLE, World, base64, open_store};
use workbench_domain::ids::CandidateId;
use workbench_store::erase::{self, ByTable};

use super::{id, questions};
use crate::{list, text};

/// Stands in everything that is written about the person, and nowhere else.
const CANARY: &str = "Zwölfkanarienvogel";
const NAME: &str = "Ana Zwölfkanarienvogel";
/// Tables whose rows about a person have no text of anyone's.
const WITHOUT_TEXT: [&str; 6] = ["pause", "probe", "question_record", "seen", "tick", "interview"];

fn said(what: &str) -> String {
    format!("{what} {CANARY}")
}

/// Submitted by a colleague, with everything that a scorecard can have.
async fn judged(world: &World, candidate: &str) -> String {
    let live = world.start(candidate).await;
    let (interview, asked) = (id(&live), questions(&live));
    let of = |more: Value| {
        let mut request = more;
        request["interview_id"] = json!(interview);
        request
    };
    world.ok("interview_begin", of(json!({}))).await;
    let prepared = json!({
        "spoken_name": said("Ah-na"), "covers": said("I:"), "asked": said("Ask"), "retention": "a year",
    });
    world.ok("preparation_set", of(prepared)).await;
    for (question, kind) in asked.iter().zip(["note", "quote", "code", "concern", "good", "follow_up"]) {
        world.note(&interview, question, kind, &said(kind)).await;
        world.rate(&interview, question, json!(4)).await;
    }
    world.tick(&interview, &asked[0]).await;
    world.ok("probe_set", of(json!({ "question_id": asked[0], "number": 1, "asked": 1 }))).await;
    let reworded = json!({ "question_id": asked[1], "kind": "reworded", "reason": said("Said otherwise to") });
    world.ok("deviation_set", of(reworded)).await;
    let secret = world.note(&interview, &asked[2], "note", &said("ill")).await;
    world.ok("entry_hide", json!({ "entry_id": secret["id"], "topic": "health" })).await;
    world.attach(&interview, &asked[0], &format!("{CANARY}.txt"), said("attached").as_bytes()).await;
    let example = json!({ "question_id": asked[0], "level": 4, "text": said("An answer like that of"), "interview_id": interview });
    world.ok("example_add", example).await;
    let broke = json!({ "phase": "interrupted", "reason": said("Fell ill:"), "at_seconds": 900 });
    world.ok("interview_set_phase", of(broke)).await;
    world.ok("interview_resume", of(json!({}))).await;
    world.ok("interview_end", of(json!({ "at_seconds": 950 }))).await;
    world.submit(&interview, "yes", &said("Because")).await;
    let changes = json!({ "reason": said("Once more"), "recommendation": "strong_yes" });
    world.ok("scorecard_amend", of(json!({ "reason": said("A slip about"), "changes": changes }))).await;
    world.ok("amendment_save", of(json!({ "reason": said("Half a"), "changes": {} }))).await;
    interview
}

/// Everything that can be written about one person, by two interviewers; answers the person's id and somebody else's.
async fn written(world: &mut World) -> [String; 2] {
    let file = json!({ "name": "c.csv", "bytes": base64(format!("name,notes\n{NAME},{}\n", said("Met")).as_bytes()), "role_id": ROLE });
    world.ok("candidate_import", file).await;
    let ana = text(&world.ok("candidate_list", json!({})).await["candidates"][0]["candidate"]["id"]);
    let bo = world.candidate("Bo Ek").await;
    let mut contact = world.ok("candidate_get", json!({ "candidate_id": ana })).await["contact"].clone();
    for field in ["email", "phone", "title", "company", "location", "source", "notes"] {
        contact[field] = json!(said(field));
    }
    contact["email"] = json!(format!("{CANARY}@example.org"));
    contact["links"] = json!([said("https://example.org/")]);
    world.ok("contact_save", json!({ "candidate_id": ana, "contact": contact })).await;
    let round = json!({ "title": "November", "role_id": ROLE, "kit_ids": [KIT], "candidate_ids": [ana, bo] });
    let round = text(&world.ok("round_save", round).await["round"]["id"]);
    let plan = json!({
        "candidate_id": ana, "kit_id": KIT, "interviewers": [said("Eva")], "starts_at": "2026-11-25T15:00:00Z",
        "ends_at": "2026-11-25T15:45:00Z", "location": said("Room"),
    });
    world.ok("appointment_save", plan).await;
    let calendar = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:{CANARY}\r\nDTSTAMP:20261101T000000Z\r\n\
         DTSTART:20261125T100000Z\r\nDTEND:20261125T110000Z\r\nSUMMARY:Interview {NAME}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    let calendar = json!({
        "name": "r.ics", "bytes": base64(calendar.as_bytes()), "round_id": round,
        "choices": [{ "uid": CANARY, "occurrence": "", "candidate_id": ana, "kit_id": KIT }],
    });
    world.ok("calendar_import", calendar).await;
    world.ok("scorecard_import", greenhouse()).await;

    world.become_colleague("Jan").await;
    judged(world, &ana).await;
    world.held(&bo, &vec![json!(3); 6], "no").await;
    world.become_colleague("Ana").await;
    let row = world.ok("debrief_get", json!({ "candidate_id": ana })).await["view"]["rows"][0]["competency"].clone();
    let debrief = json!({
        "candidate_id": ana, "notes": said("Met about"),
        "consensus": [{ "competency_id": row["id"], "competency": row["name"], "level": 4, "reason": said("Agreed on") }],
        "points": [{ "id": "p", "kind": "risk", "text": said("Risk:"), "owner": said("Eva"), "settled": false }],
    });
    world.ok("debrief_save", debrief).await;
    for after in [Value::Null, json!(1)] {
        let decision = json!({
            "outcome": "hire", "reason": said("Decided for"), "formula": "with", "level": said("L"), "role": said("R"),
            "dissent": [{ "name": said("Eva"), "words": said("Against") }],
        });
        world.ok("decision_make", json!({ "candidate_id": ana, "decision": decision, "after": after })).await;
    }
    let open = json!({ "candidate_id": ana, "decision": { "reason": said("Perhaps") } });
    world.ok("debrief_save", open).await;

    // One's own, which is still open, with its steps for undoing and what is being typed.
    let live = world.start(&ana).await;
    let (own, asked) = (id(&live), questions(&live));
    let first = world.note(&own, &asked[0], "note", &said("First")).await;
    world.ok("entry_remove", json!({ "entry_id": first["id"] })).await;
    let typing =
        json!({ "interview_id": own, "place": asked[0], "kind": "note", "text": said("Typing"), "at_seconds": 9 });
    world.ok("draft_save", typing).await;
    let half = json!({ "interview_id": own, "recommendation": null, "reason": said("Not yet") });
    world.ok("scorecard_save", half).await;
    world.ok("hold_set", json!({ "candidate_id": ana, "reason": said("Complaint of") })).await;
    [ana, bo]
}

fn greenhouse() -> Value {
    let file = format!(
        r#"[{{"id": 11, "candidate_id": 5, "interview": "{0}", "submitted_at": "2026-03-01T12:00:00Z", "interviewer": {{"id": 8,
        "name": "{0}"}}, "overall_recommendation": "yes", "attributes": [{{"name": "SQL", "type": "Skills", "note": "{0}",
        "rating": "yes"}}], "questions": []}}, {{"id": 5, "first_name": "Ana", "last_name": "{CANARY}"}}]"#,
        said("Phone")
    );
    json!({ "name": "g.json", "bytes": base64(file.as_bytes()), "role_id": ROLE })
}

/// Where the letters stand in a closed data folder's database, and what else.
async fn decrypted<T: Send + 'static>(
    data: &Path,
    look: impl FnOnce(&workbench_store::Read<'_>) -> Result<T, workbench_store::StoreError> + Send + 'static,
) -> T {
    let store = open_store(data);
    let found = store.read(look).await.unwrap();
    store.close().await.unwrap();
    found
}

/// Where the letters stand in a backup, opened with the key of the data.
async fn in_backup(data: &Path, backup: &Path, letters: &'static str) -> ByTable {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(data.join("keys.json"), folder.path().join("keys.json")).unwrap();
    fs::copy(backup, folder.path().join("workbench.db")).unwrap();
    decrypted(folder.path(), move |r| erase::found(r, letters)).await
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { all.extend(files(&entry)) } else { all.push(entry) }
    }
    all
}

/// Files in which the letters stand as they are.
fn readable(folders: &[&Path], letters: &str) -> Vec<PathBuf> {
    let all: Vec<PathBuf> = folders.iter().flat_map(|folder| files(folder)).collect();
    assert!(all.len() > 3, "{all:?}");
    let says = |path: &PathBuf| {
        let named = path.to_string_lossy().contains(letters);
        named || fs::read(path).unwrap().windows(letters.len()).any(|part| part == letters.as_bytes())
    };
    all.into_iter().filter(says).collect()
}

fn databases(folder: &Path) -> Vec<PathBuf> {
    files(folder).into_iter().filter(|path| path.extension().is_some_and(|end| end == "db")).collect()
}

#[tokio::test]
async fn an_erased_person_is_in_no_row_of_the_database_and_its_backups_and_in_no_byte_of_any_file() {
    let mut world = World::new().await;
    let stick = world.beside("stick");
    fs::create_dir(&stick).unwrap();
    world.ok("backup_folder_set", json!({ "path": stick })).await;
    let [ana, bo] = written(&mut world).await;
    world.ok("backup_create", json!({})).await;
    world.close().await;
    let data = world.data();

    // The control: before it, the word is found in every table that says something of a person, and in the backups.
    let share = {
        let id = CandidateId(ana.clone());
        decrypted(&data, move |r| erase::share(r, &id)).await
    };
    let filled: BTreeSet<&str> = share.keys().map(String::as_str).collect();
    let empty: Vec<&String> = share.iter().filter(|(_, rows)| **rows == 0).map(|(table, _)| table).collect();
    assert_eq!(
        empty,
        Vec::<&String>::new(),
        "this test writes a row about the person into every table that can have one"
    );
    let found = decrypted(&data, |r| erase::found(r, CANARY)).await;
    let without: BTreeSet<&str> = filled.iter().filter(|table| !found.contains_key(**table)).copied().collect();
    let silent: BTreeSet<&str> = WITHOUT_TEXT.into_iter().filter(|table| !found.contains_key(*table)).collect();
    assert_eq!(without, silent, "the word stands in every other table that goes with a person");
    assert!(found.keys().all(|table| filled.contains(table.as_str())), "and in no other: {found:?}");
    let backups = databases(&data.join("backups"));
    let on_stick = databases(&stick);
    assert!(backups.len() >= 3 && !on_stick.is_empty(), "{backups:?} {on_stick:?}");
    let mut holding = 0;
    for backup in backups.iter().chain(&on_stick) {
        holding += usize::from(!in_backup(&data, backup, CANARY).await.is_empty());
    }
    assert!(holding >= 3, "{holding} backups hold the person");
    fs::write(data.join("workbench-stray.part"), said("half written")).unwrap();
    assert_eq!(readable(&[&data, &stick], CANARY), [data.join("workbench-stray.part")], "readable letters are found");

    world.restart().await;
    let asked = json!({ "candidate_id": ana });
    let preview = world.ok("candidate_erase_preview", asked.clone()).await;
    assert_eq!(
        (&preview["name"], &preview["hold"]["by"]["name"], &preview["under_way"]),
        (&json!(NAME), &json!("Ana"), &json!(false))
    );
    let (code, why) = world.refused("candidate_erase", json!({ "candidate_id": ana, "name": NAME })).await;
    assert!(
        code == "conflict" && why.contains("is on hold, set by Ana") && why.contains("Nothing was erased"),
        "{why}"
    );
    world.ok("hold_lift", asked.clone()).await;
    assert_eq!(preview["backups"].as_u64().unwrap() + preview["chosen_backups"].as_u64().unwrap(), holding as u64);
    assert_eq!((&preview["put_aside"], &preview["folder_there"]), (&json!(1), &json!(true)));
    let rows =
        |what: &str| list(&preview["goes"]).iter().find(|one| one["what"] == what).map(|one| one["rows"].clone());
    assert_eq!(
        (rows("Interviews"), rows("Notes, quotes and code"), rows("Attached files")),
        (Some(json!(2)), Some(json!(8)), Some(json!(1)))
    );
    assert_eq!(
        rows("Debriefs and decisions"),
        None,
        "whoever owes a scorecard is not told whether something was decided"
    );

    // What is typed guards against haste; it is no test of spelling.
    let typed = format!(" {}\n", NAME.to_uppercase());
    let done = world.ok("candidate_erase", json!({ "candidate_id": ana, "name": typed })).await;
    assert_eq!(
        (&done["backups"], &done["unfinished"], &done["waiting"]),
        (&json!(holding), &json!([]), &Value::Null),
        "{done}"
    );
    assert_eq!((&done["gone"], &done["mentioned"], &done["removed"]), (&preview["goes"], &json!([]), &json!([])));
    assert_eq!(world.refused("candidate_get", asked).await.0, "not_found");
    assert_eq!(world.ok("log_verify", json!({})).await["broken"], Value::Null, "the chain holds");
    let lines = world.ok("log_list", json!({})).await;
    assert_eq!(lines["lines"][0]["line"]["act"], "candidate_erase");
    assert_eq!(list(&world.ok("candidate_list", json!({})).await["candidates"]).len(), 1, "Bo is still there");
    world.ok("candidate_get", json!({ "candidate_id": bo })).await;
    world.ok("backup_create", json!({})).await;
    world.close().await;

    let found = decrypted(&data, |r| erase::found(r, CANARY)).await;
    assert_eq!(found, ByTable::new());
    let gone = ana.clone();
    let ids = decrypted(&data, move |r| erase::found(r, &gone)).await;
    assert_eq!(
        ids.keys().map(String::as_str).collect::<Vec<_>>(),
        erase::IDS_ALONE,
        "the id is on the list, and in the log"
    );
    for backup in databases(&data.join("backups")).iter().chain(&databases(&stick)) {
        assert_eq!(in_backup(&data, backup, CANARY).await, ByTable::new(), "{}", backup.display());
    }
    assert_eq!(databases(&data.join("backups")).len(), backups.len() + 1, "no backup was lost");
    assert_eq!(readable(&[&data, &stick], CANARY), Vec::<PathBuf>::new());
    assert!(readable(&[&data, &stick], "Bo Ek").is_empty());

    // Neither a file nor a backup brings the person back.
    world.restart().await;
    let again = world.ok("scorecard_import", greenhouse()).await;
    assert_eq!(again["added"], 0);
    assert!(again["problems"].to_string().contains("1 scorecard is about somebody who was erased here"), "{again}");
}
