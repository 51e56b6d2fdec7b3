//! Everything about one person as a folder: whole, complete, for that person alone, and not before one's own scorecard is in.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use support::{ROLE, World, base64, pdf_text};

use super::{id, questions};
use crate::{list, text};

/// A word that nobody would write by chance, one for each place that takes words.
fn canary(number: &mut u32) -> String {
    *number += 1;
    format!("canary{:02}x", *number)
}

/// A candidate of whom there is something everywhere, and the words that were written.
struct Told {
    world: World,
    candidate: String,
    words: Vec<String>,
    hidden: String,
}

async fn told() -> Told {
    let mut world = World::new().await;
    let candidate = world.candidate("Ana Lind").await;
    let mut number = 0;
    let mut words = Vec::new();
    let mut say = || {
        words.push(canary(&mut number));
        words[words.len() - 1].clone()
    };
    world.ok("retention_choose", json!({ "rule_id": "us_private" })).await;
    let contact = json!({
        "email": "ana@example.org", "phone": say(), "company": say(), "title": say(), "source": say(), "location": say(),
        "links": [format!("https://example.org/{}", say())], "notes": say(),
    });
    world.ok("contact_save", json!({ "candidate_id": candidate, "contact": contact })).await;
    let planned = json!({
        "candidate_id": candidate, "interviewers": ["Jan Kowalski"], "starts_at": "2026-11-23T09:00:00Z",
        "ends_at": "2026-11-23T10:00:00Z", "location": say(),
    });
    world.ok("appointment_save", planned).await;

    world.become_colleague("Jan Kowalski").await;
    let live = world.start(&candidate).await;
    let (interview, asked) = (id(&live), questions(&live));
    let prepared = json!({
        "interview_id": interview, "spoken_name": say(), "covers": say(), "asked": say(), "retention": say(),
    });
    world.ok("preparation_set", prepared).await;
    world.note(&interview, &asked[0], "quote", &format!("{} better than Bo, who was slow.", say())).await;
    let gone = world.note(&interview, &asked[0], "note", &say()).await;
    world.ok("entry_remove", json!({ "entry_id": gone["id"] })).await;
    let secret = say();
    let hidden = world.note(&interview, &asked[1], "note", &secret).await;
    world.ok("entry_hide", json!({ "entry_id": hidden["id"], "topic": "health" })).await;
    let deviation = json!({ "interview_id": interview, "question_id": asked[1], "kind": "reworded", "reason": say() });
    world.ok("deviation_set", deviation).await;
    world.tick(&interview, &asked[0]).await;
    for question in &asked {
        world.rate(&interview, question, json!(4)).await;
    }
    world.attach(&interview, &asked[0], &format!("{} white.txt", say()), say().as_bytes()).await;
    world.submit(&interview, "yes", &say()).await;
    let changes = json!({ "reason": say(), "recommendation": "strong_yes" });
    world.ok("scorecard_amend", json!({ "interview_id": interview, "reason": say(), "changes": changes })).await;
    world
        .ok("example_add", json!({ "question_id": asked[0], "interview_id": interview, "level": 4, "text": say() }))
        .await;

    // One more, which its interviewer leaves open, with a draft.
    world.become_colleague("Kim").await;
    let open = id(&world.start(&candidate).await);
    let draft = json!({
        "interview_id": open, "place": "general", "kind": "note", "text": say(), "at_seconds": 3,
    });
    world.ok("draft_save", draft).await;

    world.become_colleague("Olga").await;
    let file = format!(
        r#"[{{"id": 11, "candidate_id": 5, "interview": "Phone", "submitted_at": "2026-03-01T12:00:00Z", "interviewer": {{"id": 8,
        "name": "Ola Nordmann"}}, "overall_recommendation": "yes", "attributes": [{{"name": "SQL", "type": "Skills", "note": "{}",
        "rating": "yes"}}], "questions": []}}, {{"id": 5, "first_name": "Ana", "last_name": "Lind"}}]"#,
        say()
    );
    world.ok("scorecard_import", json!({ "name": "g.json", "bytes": base64(file.as_bytes()), "role_id": ROLE })).await;
    let point = json!({ "id": "p", "kind": "risk", "text": say(), "owner": "Jan Kowalski", "settled": false });
    world.ok("debrief_save", json!({ "candidate_id": candidate, "notes": say(), "points": [point] })).await;
    let decision = json!({
        "outcome": "hire", "reason": say(), "formula": "with", "dissent": [{ "name": "Ole Bull", "words": say() }],
    });
    world.ok("decision_make", json!({ "candidate_id": candidate, "decision": decision })).await;
    world.ok("hold_set", json!({ "candidate_id": candidate, "reason": say() })).await;
    // Somebody else of the same role, whose words must not be in it.
    let bo = world.candidate("Bo Ek").await;
    world.ok("contact_save", json!({ "candidate_id": bo, "contact": {
        "email": "", "phone": "", "company": "STRANGER", "title": "", "source": "", "location": "", "links": [], "notes": "",
    } })).await;
    Told { world, candidate, words, hidden: secret }
}

fn tree(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            names.extend(tree(&path).into_iter().map(|inside| format!("{name}/{inside}")));
        } else {
            names.push(name);
        }
    }
    names.sort();
    names
}

fn data(folder: &Path) -> Value {
    serde_json::from_slice(&fs::read(folder.join("data.json")).unwrap()).unwrap()
}

fn litter(world: &World) -> Vec<PathBuf> {
    let beside = world.beside("");
    let all = fs::read_dir(beside).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| path.extension().is_some_and(|end| end == "part")).collect()
}

#[tokio::test]
async fn everything_that_was_written_about_a_person_is_in_the_folder_and_nobody_elses_words_are() {
    let Told { world, candidate, words, hidden } = told().await;
    let folder = world.beside("Ana");
    let done = world.ok("access_export", json!({ "candidate_id": candidate, "path": folder })).await;
    let names = tree(&folder);
    assert_eq!(names.len(), 4, "{names:?}");
    assert_eq!([&names[0], &names[2], &names[3]], ["README.txt", "data.json", "own-copy.pdf"]);
    assert!(names[1].starts_with("attachments/01 canary") && names[1].ends_with(".txt"), "{names:?}");
    assert_eq!((&done["files"], &done["hidden"]), (&json!(4), &json!(1)));

    let data = data(&folder);
    let whole = data.to_string();
    let attached = fs::read_to_string(folder.join(&names[1])).unwrap();
    for word in &words {
        assert!(whole.contains(word) || attached == *word, "{word} is missing");
    }
    assert!(!whole.contains("STRANGER"));
    // Hidden notes are in it, and say that they were; nowhere else.
    let entries = list(&data["records"]["entry"]);
    let secret = entries.iter().find(|row| row["text"] == json!(hidden)).unwrap();
    assert_eq!((&secret["hidden"], &secret["hidden_topic"]), (&json!(true), &json!("health")));
    assert_eq!(entries.iter().filter(|row| row["hidden"] == json!(true)).count(), 1);
    assert!(entries.iter().any(|row| row["removed_at"].is_string()), "what was removed is kept, and so it is told");
    let readme = fs::read_to_string(folder.join("README.txt")).unwrap();
    for said in ["own-copy.pdf", "data.json", names[1].as_str(), "1 note about a protected topic", "\"hidden\": true"] {
        assert!(readme.contains(said), "{said}: {readme}");
    }
    assert!(!readme.contains(&hidden));

    // What is needed to understand it.
    assert_eq!(data["schema"], json!("interview-workbench/access/1"));
    assert_eq!(
        (&data["person"]["name"], &data["retention"]["rule"]["title"]),
        (&json!("Ana Lind"), &json!("US: private employer"))
    );
    assert_eq!(data["retention"]["rule"]["held"], json!(true));
    assert_eq!(list(&data["questions"]).len(), 6);
    assert!(data["questions"][0]["prompt"].is_string() && !whole.contains("\"anchors\""), "{}", data["questions"][0]);
    let who: Vec<_> = list(&data["interviewers"]).iter().map(|one| text(&one["name"])).collect();
    for name in ["Jan Kowalski", "Kim", "Olga"] {
        assert!(who.contains(&name.to_owned()), "{who:?}");
    }
    let acts: Vec<_> = list(&data["log"]).iter().map(|line| text(&line["act"])).collect();
    for act in ["scorecard_submit", "scorecard_amend", "decision_make", "hold_set"] {
        assert!(acts.contains(&act.to_owned()), "{acts:?}");
    }
    assert_eq!(data["records"]["attachment"][0]["bytes"], json!(names[1]));
    // Another candidate is named nowhere: not in the data, and not on the pages.
    assert!(whole.contains("better than Another candidate, who was slow."), "{whole}");
    let pages = pdf_text(&folder.join("own-copy.pdf")).unwrap();
    assert!(pages.contains("What is kept about you"), "{pages}");
    for other in ["Bo,", "Bo Ek"] {
        assert!(!whole.contains(other) && !pages.contains(other), "{other}");
    }

    // It is in the log, with who, and that Olga has seen the others' ratings by it.
    let lines = world.ok("log_list", json!({ "limit": 4 })).await;
    let last: Vec<_> =
        list(&lines["lines"]).iter().map(|card| (text(&card["line"]["act"]), text(&card["actor"]))).collect();
    assert_eq!(last[0], ("access_export".to_owned(), "Olga".to_owned()));
    assert_eq!(lines["lines"][0]["line"]["subjects"], json!([{ "candidate": candidate }]));
    assert_eq!(world.ok("log_verify", json!({})).await["broken"], json!(null));
}

#[tokio::test]
async fn interviewers_names_are_left_out_by_choice_and_with_a_reason() {
    let Told { world, candidate, .. } = told().await;
    let folder = world.beside("Ana");
    let ask = |reason: &str| json!({ "candidate_id": candidate, "path": folder, "own_copy": { "names_left_out": reason, "requested_on": "2026-11-20" } });
    let (code, message) = world.refused("access_export", ask(" ")).await;
    assert_eq!(code, "invalid");
    assert!(message.contains("Say why"), "{message}");
    world.ok("access_export", ask("They asked for it.")).await;
    let data = data(&folder);
    let pages = pdf_text(&folder.join("own-copy.pdf")).unwrap();
    let readme = fs::read_to_string(folder.join("README.txt")).unwrap();
    let whole = data.to_string();
    // Ids of the tests are names; those of people are not.
    let ids = whole.replace("colleague ", "");
    for name in ["Kowalski", "Ola Nordmann", "Nordmann", "Ole Bull", "Olga"] {
        assert!(!ids.contains(name), "{name}");
        assert!(!pages.contains(name) && !readme.contains(name), "{name}");
    }
    assert!(whole.contains("Interviewer 1") && pages.contains("Interviewer A"), "{pages}");
    assert!(readme.contains("The interviewers' names are left out: They asked for it."), "{readme}");
    assert_eq!(
        (&data["told"]["requested_on"], &data["told"]["answer_by"]),
        (&json!("2026-11-20"), &json!("2026-12-20"))
    );
    assert_eq!(data["person"]["name"], json!("Ana Lind"));
}

#[tokio::test]
async fn a_folder_appears_whole_or_not_at_all_and_nothing_is_overwritten() {
    let Told { world, candidate, .. } = told().await;
    let ask = |path: &Path| json!({ "candidate_id": candidate, "path": path });
    let acts = async |world: &World| {
        let lines = world.ok("log_list", json!({})).await;
        list(&lines["lines"]).iter().filter(|card| card["line"]["act"] == "access_export").count()
    };
    let taken = world.beside("taken");
    fs::create_dir(&taken).unwrap();
    fs::write(taken.join("mine.txt"), "mine").unwrap();
    let file = world.beside("file");
    fs::write(&file, "mine").unwrap();
    for place in [&taken, &file, &world.data().join("inside"), &world.beside("no/such/place")] {
        let (code, message) = world.refused("access_export", ask(place)).await;
        assert_eq!(code, "cannot_write", "{}: {message}", place.display());
    }
    assert_eq!(tree(&taken), ["mine.txt"]);
    assert_eq!((fs::read_to_string(&file).unwrap().as_str(), litter(&world)), ("mine", vec![]));
    assert_eq!(acts(&world).await, 1, "the one that failed on the disk alone was about to be written");
    // An empty folder is a place; a second export of the same name is not.
    let empty = world.beside("empty");
    fs::create_dir(&empty).unwrap();
    world.ok("access_export", ask(&empty)).await;
    assert_eq!(world.refused("access_export", ask(&empty)).await.0, "cannot_write");
    assert_eq!(tree(&empty).len(), 4);
    for (id, code) in [("nobody", "not_found")] {
        let asked = json!({ "candidate_id": id, "path": world.beside("nobody") });
        assert_eq!(world.refused("access_export", asked).await.0, code);
    }
    assert!(!world.beside("nobody").exists());
}

#[tokio::test]
async fn whoever_owes_a_scorecard_gets_no_folder_and_who_reads_one_has_seen_the_others() {
    let Told { mut world, candidate, .. } = told().await;
    let folder = world.beside("Ana");
    let ask = json!({ "candidate_id": candidate, "path": folder });
    for (name, words) in
        [("Kim", "Your scorecard on Ana Lind is not submitted"), ("Olga", "Your scorecard on Bo Ek is not submitted")]
    {
        world.become_colleague(name).await;
        if name == "Olga" {
            let bo = text(&world.ok("candidate_list", json!({})).await["candidates"][0]["candidate"]["id"]);
            world.start(&bo).await;
        }
        let (code, message) = world.refused("access_export", ask.clone()).await;
        assert_eq!(code, "hidden");
        assert!(message.contains(words), "{message}");
        assert!(!folder.exists());
    }
    // Jan's own is in; he amends after he has read what Kim has not submitted, and it is said that he had.
    world.become_colleague("Jan Kowalski").await;
    world.ok("access_export", ask).await;
    let mine = world.ok("interview_list", json!({})).await;
    let mine = list(&mine["interviews"]).iter().find(|card| card["interviewer"] == "Jan Kowalski").unwrap();
    let changes = json!({ "recommendation": "no" });
    world
        .ok("scorecard_amend", json!({ "interview_id": mine["id"], "reason": "Now I know.", "changes": changes }))
        .await;
    let versions = world.ok("scorecard_versions", json!({ "interview_id": mine["id"] })).await;
    let last = list(&versions["versions"]).last().unwrap();
    assert_eq!(last["after_seeing_others"], json!(true), "{versions}");
}
