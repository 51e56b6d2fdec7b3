//! The question bank through `App::call`: writing, versions, undo, drafts, search, and what a pack may change.

use serde_json::{Value, json};
use support::World;
use workbench_store::{StoreError, question, setting};

use crate::{list, text};

const GIL: &str = "senior-python/py-gil";

/// A question in the fewest words that can be saved.
fn bare(title: &str, prompt: &str) -> Value {
    json!({
        "id": "", "section": "", "title": title, "prompt": prompt, "competency": "", "tags": [], "minutes": 0,
        "indicators": [], "red_flags": [], "probes": [], "anchors": ["", "", "", "", ""],
    })
}

async fn save(world: &World, question: Value) -> Value {
    world.ok("question_save", json!({ "question": question })).await
}

async fn get(world: &World, id: &str) -> Value {
    world.ok("question_get", json!({ "question_id": id })).await
}

async fn found(world: &World, words: &str) -> Vec<String> {
    let answer = world.ok("question_search", json!({ "text": words })).await;
    list(&answer["questions"]).iter().map(|q| text(&q["title"])).collect()
}

#[tokio::test]
async fn a_question_is_written_changed_and_every_step_is_undone_and_done_again() {
    let mut world = World::new().await;
    let saved = save(&world, bare("  Zażółć  ", "Why so yellow?")).await;
    let id = text(&saved["detail"]["question"]["id"]);
    assert_eq!((text(&saved["did"]), text(&saved["history"]["undo"])), ("added".into(), "question_added".into()));
    assert_eq!(text(&saved["detail"]["question"]["title"]), "Zażółć", "kept in its tidy form");
    assert_eq!(saved["detail"]["gaps"][0], json!("competency"));
    assert_eq!(found(&world, "zazolc").await, ["Zażółć"]);

    let mut question = saved["detail"]["question"].clone();
    assert_eq!(text(&save(&world, question.clone()).await["did"]), "unchanged");
    question["prompt"] = json!("Why so green?");
    let changed = save(&world, question).await;
    assert_eq!((text(&changed["did"]), changed["detail"]["version"].clone()), ("changed".into(), json!(2)));
    world.ok("question_leak", json!({ "question_id": id, "leaked": true })).await;
    world.ok("question_archive", json!({ "question_ids": [id] })).await;
    assert_eq!(found(&world, "zazolc").await, [""; 0]);

    world.restart().await;
    let mut undone = Vec::new();
    for _ in 0..4 {
        undone.push(text(&world.ok("bank_undo", json!({})).await["kind"]));
        if undone.len() == 3 {
            assert_eq!(text(&get(&world, &id).await["question"]["prompt"]), "Why so yellow?");
        }
    }
    assert_eq!(undone, ["questions_archived", "leak_marked", "question_changed", "question_added"]);
    assert_eq!(world.ok("bank_undo", json!({})).await["kind"], json!(null));
    assert_eq!(world.refused("question_get", json!({ "question_id": id })).await.0, "not_found");
    assert_eq!(found(&world, "zazolc").await, [""; 0]);

    for _ in 0..4 {
        world.ok("bank_redo", json!({})).await;
    }
    let detail = get(&world, &id).await;
    assert_eq!(detail["version"], json!(2));
    assert!(detail["state"]["archived_at"].is_string() && detail["state"]["leaked_at"].is_string());
    world.ok("question_restore", json!({ "question_ids": [id] })).await;
    assert_eq!(found(&world, "zazolc").await, ["Zażółć"]);
    let refused = world.refused("question_save", json!({ "question": bare(" ", "Why?") })).await;
    assert_eq!(refused, ("invalid".into(), "The title is empty. Type at least one character.".into()));
}

#[tokio::test]
async fn what_changed_between_two_versions_is_told_field_by_field() {
    let world = World::new().await;
    let mut question = get(&world, GIL).await["question"].clone();
    question["title"] = json!("Mine");
    question["red_flags"].as_array_mut().unwrap().remove(0);
    save(&world, question).await;
    let versions = world.ok("question_versions", json!({ "question_id": GIL })).await["versions"].clone();
    let told: Vec<_> =
        list(&versions).iter().map(|v| (v["number"].clone(), v["origin"].clone(), v["counts"].clone())).collect();
    assert_eq!(told, [(json!(2), json!("own"), json!(true)), (json!(1), json!("pack"), json!(false))]);
    let fields: Vec<_> = list(&versions[0]["changes"]).iter().map(|change| text(&change["field"])).collect();
    assert_eq!(fields, ["title", "red_flags"]);
    assert_eq!(versions[1]["changes"], json!([]));
    let back = world.ok("question_compare", json!({ "question_id": GIL, "from": 2, "to": 1 })).await["changes"].clone();
    assert_eq!(back[0]["lines"][0], json!({ "kind": "removed", "level": null, "text": "Mine" }));
    assert_eq!(
        world.refused("question_compare", json!({ "question_id": GIL, "from": 2, "to": 9 })).await.0,
        "not_found"
    );
}

#[tokio::test]
async fn a_copy_is_a_question_of_its_own() {
    let world = World::new().await;
    let copy = world.ok("question_duplicate", json!({ "question_id": GIL })).await;
    let (id, title) = (text(&copy["detail"]["question"]["id"]), text(&copy["detail"]["question"]["title"]));
    assert!(id != GIL && title.ends_with(" (copy)") && title.chars().count() <= 60, "{id} {title}");
    assert_eq!((copy["detail"]["pack"].clone(), copy["detail"]["origin"].clone()), (json!(""), json!("own")));
    assert_eq!(world.ok("bank_undo", json!({})).await["kind"], json!("question_duplicated"));
    assert_eq!(world.ok("question_list", json!({})).await["total"], json!(16));
}

/// As the next version of the program would find it: the shipped pack's content is not what this folder had.
async fn behind_the_pack(world: &mut World, prompt: &'static str) {
    world
        .behind(async |store| {
            let done = store.write(move |w| {
                let mut old = question::get_version(w, &GIL.into(), &workbench_packs_gil().hash())?
                    .ok_or(StoreError::Missing)?
                    .question;
                old.prompt = prompt.to_owned();
                setting::set(w, "pack:senior-python", "older")?;
                question::put(w, &old, jiff::Timestamp::UNIX_EPOCH, prompt)
            });
            done.await.unwrap_or_else(|error: StoreError| panic!("{error}"));
        })
        .await;
}

fn workbench_packs_gil() -> workbench_domain::question::Question {
    workbench_packs::shipped().questions.iter().find(|q| q.id.as_str() == GIL).unwrap().clone()
}

#[tokio::test]
async fn a_start_never_replaces_an_own_version_and_offers_the_packs() {
    let mut world = World::new().await;
    // This folder first had an older text of the pack, which the start then brings up to date.
    behind_the_pack(&mut world, "An older prompt?").await;
    assert_eq!(
        text(&get(&world, GIL).await["question"]["prompt"]),
        workbench_packs_gil().prompt,
        "nobody changed it here"
    );

    let mut mine = get(&world, GIL).await["question"].clone();
    mine["prompt"] = json!("My words?");
    save(&world, mine).await;
    world.restart().await;
    assert_eq!(text(&get(&world, GIL).await["question"]["prompt"]), "My words?");
    assert_eq!(get(&world, GIL).await["offer"], json!(null), "what it was made from is no news");

    // The pack says something new, and after that something else again.
    behind_the_pack(&mut world, "A newer prompt?").await;
    let detail = get(&world, GIL).await;
    assert_eq!(text(&detail["question"]["prompt"]), "My words?");
    assert_eq!(detail["offer"]["changes"][0]["field"], json!("prompt"));
    let offered = world.ok("question_search", json!({ "text": "", "filter": { "offered": true } })).await;
    assert_eq!((offered["total"].clone(), offered["questions"][0]["id"].clone()), (json!(1), json!(GIL)));

    world.ok("question_offer_decline", json!({ "question_id": GIL })).await;
    assert_eq!(get(&world, GIL).await["offer"], json!(null));
    world.ok("bank_undo", json!({})).await;
    world.ok("question_offer_take", json!({ "question_id": GIL })).await;
    assert_eq!(text(&get(&world, GIL).await["question"]["prompt"]), workbench_packs_gil().prompt);
    world.ok("bank_undo", json!({})).await;
    assert_eq!(text(&get(&world, GIL).await["question"]["prompt"]), "My words?", "taking it is undone too");
    assert_eq!(
        world.refused("question_offer_take", json!({ "question_id": "senior-python/py-copy" })).await.0,
        "invalid"
    );
}

#[tokio::test]
async fn what_stands_in_the_editor_is_there_after_a_restart_until_it_is_saved() {
    let mut world = World::new().await;
    let kept = world.ok("question_draft_save", json!({ "question": bare("", "half a prom") })).await;
    let id = text(&kept["question_id"]);
    let mut change = get(&world, GIL).await["question"].clone();
    change["prompt"] = json!("");
    world.ok("question_draft_save", json!({ "question": change })).await;
    world.restart().await;
    let drafts = world.ok("question_draft_list", json!({})).await["drafts"].clone();
    let told: Vec<_> = list(&drafts).iter().map(|d| (text(&d["question"]["id"]), d["is_new"].clone())).collect();
    assert_eq!(told, [(GIL.to_owned(), json!(false)), (id.clone(), json!(true))]);
    assert_eq!(get(&world, GIL).await["draft"]["question"]["prompt"], json!(""));

    let mut whole = bare("A title", "half a prompt no more?");
    whole["id"] = json!(id);
    save(&world, whole).await;
    world.ok("question_draft_discard", json!({ "question_id": GIL })).await;
    assert_eq!(world.ok("question_draft_list", json!({})).await["drafts"], json!([]));
    assert_eq!(get(&world, GIL).await["draft"], json!(null));
}

#[tokio::test]
async fn filters_are_listed_with_names_and_narrow_a_search() {
    let world = World::new().await;
    let filters = world.ok("question_filters", json!({})).await;
    assert_eq!(filters["packs"], json!([{ "value": "senior-python", "name": "senior-python", "questions": 16 }]));
    let first = &filters["competencies"][0];
    assert_ne!(first["value"], first["name"], "a competency has its name");
    let filter = json!({ "competency": first["value"], "never_used": true });
    let narrowed = world.ok("question_search", json!({ "text": "", "limit": 1, "filter": filter })).await;
    assert_eq!((narrowed["total"].clone(), list(&narrowed["questions"]).len()), (first["questions"].clone(), 1));
    let second = world.ok("question_search", json!({ "text": "", "limit": 1, "offset": 1, "filter": filter })).await;
    assert_ne!(second["questions"][0]["id"], narrowed["questions"][0]["id"]);
    let ranked = world.ok("question_search", json!({ "text": "GIL", "ranked": true })).await;
    assert_eq!(ranked["questions"][0]["marked"][0]["field"], json!("title"));
}

#[tokio::test]
async fn use_is_counted_for_real_candidates_alone() {
    let world = World::new().await;
    let candidate = world.candidate("Jan Kowalski").await;
    world.held(&candidate, &[json!(3), json!("not_asked")], "yes").await;
    let used = world.ok("question_search", json!({ "text": "", "limit": 50 })).await;
    let uses: u64 = list(&used["questions"]).iter().map(|q| q["uses"].as_u64().unwrap()).sum();
    assert_eq!(uses, 1);
    let practice = world.ok("interview_start", json!({ "practice": true })).await;
    let (interview, question) = (text(&practice["interview"]["id"]), super::questions(&practice)[0].clone());
    world.rate(&interview, &question, json!(3)).await;
    let used = world.ok("question_search", json!({ "text": "", "limit": 50, "filter": { "never_used": true } })).await;
    assert_eq!(used["total"], json!(15));
}

#[tokio::test]
async fn a_question_is_stale_a_year_after_it_was_added_or_last_asked() {
    let world = World::new().await;
    let stale = async |text: &str| {
        let found =
            world.ok("question_search", json!({ "text": text, "limit": 50, "filter": { "stale": true } })).await;
        let marked = list(&found["questions"]).iter().filter(|card| card["stale"] == true).count();
        assert_eq!(found["total"], json!(marked), "what is filtered is what is marked");
        marked
    };
    let candidate = world.candidate("Jan Kowalski").await;
    assert_eq!(stale("").await, 0, "what is new is not stale");
    world.clock.set("2027-06-01T10:00:00Z".parse().unwrap());
    world.held(&candidate, &[json!(3)], "yes").await;
    world.clock.set("2027-11-30T10:00:00Z".parse().unwrap());
    assert_eq!(stale("").await, 15, "one was asked half a year ago");
    world.clock.set("2028-06-10T10:00:00Z".parse().unwrap());
    assert_eq!(stale("").await, 16);
}
