//! Roles and kits: written, checked, published, and never changed afterwards.

use serde_json::{Value, json};
use support::{KIT, ROLE, World};
use workbench_store::{Put, StoreError, kit, setting};

use super::id;
use crate::{list, text};

fn competencies(weights: &[u32]) -> Value {
    let one = |(n, weight): (usize, &u32)| json!({ "id": "", "name": format!("Name {n}"), "definition": "Does it.", "weight": weight });
    weights.iter().enumerate().map(one).collect()
}

async fn draft(world: &World, kit: &Value) -> Value {
    world.ok("kit_draft_save", json!({ "kit": kit })).await
}

fn whats(draft: &Value, stops: bool) -> Vec<String> {
    let problems = list(&draft["check"]["problems"]).iter();
    problems.filter(|p| p["stops"] == json!(stops)).map(|p| text(&p["what"])).collect()
}

#[tokio::test]
async fn a_role_has_five_to_eight_competencies_and_a_reason_for_each_other_weight() {
    let mut world = World::new().await;
    let role = |weights: &[u32]| json!({ "id": "", "title": "Engineer", "level": "mid", "competencies": competencies(weights) });
    let save = async |role: &Value| world.app().call("role_save", &json!({ "role": role }).to_string()).await;
    let refused = |answer: Result<String, workbench_app::failure::Failure>| answer.unwrap_err().message;
    assert!(refused(save(&role(&[1; 4])).await).starts_with("The role has 4 competencies. Name 5 to 8"));
    assert_eq!(
        refused(save(&role(&[1, 1, 1, 1, 3])).await),
        "\"Name 4\" does not weigh the same as the others. Write down why, or give all the same weight."
    );
    let mut reasoned = role(&[1, 1, 1, 1, 3]);
    reasoned["competencies"][4]["weight_reason"] = json!("Four fifths of the work.");
    reasoned["competencies"][0]["must_have"] = json!(3);
    let saved = world.ok("role_save", json!({ "role": reasoned })).await;
    assert_eq!(text(&saved["history"]["undo"]), "role_saved");
    assert_eq!(saved["role"]["competencies"][4]["weight_reason"], json!("Four fifths of the work."));
    let ids: std::collections::BTreeSet<_> =
        list(&saved["role"]["competencies"]).iter().map(|c| text(&c["id"])).collect();
    assert_eq!(ids.len(), 5, "each has an id of its own");

    // A shipped role that was changed here stays so at the next start, and is as it was after an undo.
    let mut shipped = world.ok("role_list", json!({})).await["roles"][0].clone();
    let before = shipped.clone();
    shipped["title"] = json!("Staff engineer");
    world.ok("role_save", json!({ "role": shipped })).await;
    world.restart().await;
    assert_eq!(world.ok("role_list", json!({})).await["roles"][0], shipped);
    world.ok("bank_undo", json!({})).await;
    assert_eq!(world.ok("role_list", json!({})).await["roles"][0], before);
    let same = world.ok("role_save", json!({ "role": before })).await;
    assert_eq!(
        same["history"]["undo"],
        json!("role_saved"),
        "the same again is nothing done: the first role is the last action"
    );
    world.ok("bank_undo", json!({})).await;
    assert_eq!(list(&world.ok("role_list", json!({})).await["roles"]).len(), 1);
}

#[tokio::test]
async fn a_half_written_role_is_kept_over_a_restart_until_it_is_saved_or_forgotten() {
    let mut world = World::new().await;
    let unfinished = json!({ "id": "", "title": "Pla", "level": "", "competencies": competencies(&[1, 1]) });
    let kept = world.ok("role_draft_save", json!({ "role": unfinished })).await;
    let mut role = unfinished.clone();
    role["id"] = kept["role_id"].clone();
    role["title"] = json!("Platform engineer");
    assert_eq!(world.ok("role_draft_save", json!({ "role": role })).await["role_id"], kept["role_id"]);
    let mut shipped = world.ok("role_list", json!({})).await["roles"][0].clone();
    shipped["title"] = json!("");
    world.ok("role_draft_save", json!({ "role": shipped })).await;
    world.restart().await;
    let drafts = world.ok("role_draft_list", json!({})).await;
    let told: Vec<_> =
        list(&drafts["drafts"]).iter().map(|d| (text(&d["role"]["title"]), d["is_new"].clone())).collect();
    assert_eq!(told, [(String::new(), json!(false)), ("Platform engineer".to_owned(), json!(true))]);
    assert_eq!(drafts["drafts"][1]["role"], role, "as it was left");
    let roles = world.ok("role_list", json!({})).await;
    assert_eq!(list(&roles["roles"]).len(), 1, "a draft is no role");
    assert_ne!(roles["roles"][0]["title"], json!(""), "the role itself is as it was");

    // Forgotten, the role stays; refused, the draft stays; saved, it is a draft no more.
    world.ok("role_draft_discard", json!({ "role_id": shipped["id"] })).await;
    world.app().call("role_save", &json!({ "role": role }).to_string()).await.unwrap_err();
    assert_eq!(list(&world.ok("role_draft_list", json!({})).await["drafts"]).len(), 1);
    role["competencies"] = competencies(&[1; 5]);
    assert_eq!(world.ok("role_save", json!({ "role": role })).await["role"]["id"], kept["role_id"]);
    assert_eq!(world.ok("role_draft_list", json!({})).await["drafts"], json!([]));

    role["title"] = json!("x".repeat(2_100_000));
    let refused = world.app().call("role_draft_save", &json!({ "role": role }).to_string()).await.unwrap_err();
    assert!(refused.message.starts_with("The role has 2"), "{}", refused.message);
}

#[tokio::test]
async fn a_kit_is_built_checked_and_published_and_then_never_changes() {
    let mut world = World::new().await;
    let mut kit = world.ok("kit_draft_get", json!({ "kit_id": "" })).await["kit"].clone();
    assert_eq!(kit["role_id"], json!(ROLE));
    kit["slot_minutes"] = json!(30);
    let first = draft(&world, &kit).await;
    kit["id"] = first["kit"]["id"].clone();
    let stops = whats(&first, true);
    assert!(stops.iter().any(|what| what.starts_with("The kit has no title")), "{stops:?}");
    let refused = world.refused("kit_publish", json!({ "kit_id": kit["id"] })).await;
    assert_eq!(refused.0, "invalid");

    kit["title"] = json!(" Żółty kit ");
    kit["ready"] = json!(["A whiteboard", " "]);
    kit["questions"] = json!([
        { "question_id": "senior-python/py-gil", "required": true, "section": "Depth", "minutes": 12 },
        { "question_id": "senior-python/challenge", "required": false },
    ]);
    let built = draft(&world, &kit).await;
    assert_eq!(whats(&built, true), [""; 0]);
    assert_eq!(built["check"]["required_minutes"], json!(12));
    assert_eq!(built["check"]["free_minutes"], json!(13), "of 30, with 5 for the candidate");
    let asked: u64 = list(&built["check"]["coverage"]).iter().map(|line| line["required"].as_u64().unwrap()).sum();
    assert_eq!((asked, list(&built["check"]["coverage"]).len()), (1, 8));

    world.restart().await;
    assert_eq!(world.ok("kit_draft_list", json!({})).await["drafts"][0]["kit"], kit, "the draft is durable");
    let published = world.ok("kit_publish", json!({ "kit_id": kit["id"] })).await;
    assert_eq!((text(&published["did"]), published["detail"]["version"].clone()), ("added".into(), json!(1)));
    assert_eq!(published["detail"]["content"]["kit"]["title"], json!("Żółty kit"));
    assert_eq!(published["detail"]["content"]["kit"]["ready"], json!(["A whiteboard"]));
    assert_eq!(world.ok("kit_draft_list", json!({})).await["drafts"], json!([]));
    assert_eq!(text(&world.ok("kit_publish", json!({ "kit_id": kit["id"] })).await["did"]), "unchanged");

    let candidate = world.candidate("Jan Kowalski").await;
    let start = json!({ "candidate_id": candidate, "kit_id": kit["id"] });
    let live = world.ok("interview_start", start).await;
    assert_eq!(live["plan"]["questions"][0]["planned_seconds"], json!(720), "the kit's minutes count");

    // The bank goes on, and the kit can follow; the interview keeps what it was started with.
    let mut question =
        world.ok("question_get", json!({ "question_id": "senior-python/py-gil" })).await["question"].clone();
    question["prompt"] = json!("Other words?");
    world.ok("question_save", json!({ "question": question })).await;
    let card = async || {
        let kits = world.ok("kit_list", json!({})).await["kits"].clone();
        list(&kits).iter().find(|card| card["id"] == kit["id"]).unwrap().clone()
    };
    assert_eq!(card().await["outdated"], json!(1));
    let again = world.ok("kit_publish", json!({ "kit_id": kit["id"] })).await;
    assert_eq!((text(&again["did"]), again["detail"]["version"].clone()), ("changed".into(), json!(2)));
    assert_eq!(card().await["outdated"], json!(0));
    assert_eq!(world.interview(&id(&live)).await["content"], live["interview"]["content"]);
    let versions = world.ok("kit_versions", json!({ "kit_id": kit["id"] })).await["versions"].clone();
    assert_eq!(versions[1]["hash"], published["detail"]["hash"]);
    assert_ne!(versions[0]["hash"], versions[1]["hash"]);
}

#[tokio::test]
async fn a_shipped_kit_is_built_on_and_put_away_and_brought_back() {
    let world = World::new().await;
    let mut kit = world.ok("kit_draft_get", json!({ "kit_id": KIT })).await["kit"].clone();
    kit["title"] = json!("Mine");
    draft(&world, &kit).await;
    let kits = world.ok("kit_list", json!({})).await["kits"].clone();
    assert_eq!(list(&kits).iter().filter(|card| card["draft"] == json!(true)).count(), 1);
    let published = world.ok("kit_publish", json!({ "kit_id": KIT })).await;
    assert_eq!(
        (published["detail"]["origin"].clone(), published["detail"]["version"].clone()),
        (json!("own"), json!(2))
    );
    world.ok("kit_archive", json!({ "kit_id": KIT, "archived": true })).await;
    let kits = world.ok("kit_list", json!({})).await;
    assert_eq!((list(&kits["kits"]).len(), list(&kits["archived"]).len()), (2, 1));
    world.ok("bank_undo", json!({})).await;
    assert_eq!(list(&world.ok("kit_list", json!({})).await["kits"]).len(), 3);
    assert_eq!(world.refused("kit_archive", json!({ "kit_id": "none", "archived": true })).await.0, "not_found");
}

#[tokio::test]
async fn a_pack_offers_its_kit_beside_an_own_one() {
    let mut world = World::new().await;
    let mut kit = world.ok("kit_draft_get", json!({ "kit_id": KIT })).await["kit"].clone();
    let shipped = kit["title"].clone();
    kit["title"] = json!("Mine");
    draft(&world, &kit).await;
    world.ok("kit_publish", json!({ "kit_id": KIT })).await;
    world.restart().await;
    let card = async |world: &World| {
        let kits = world.ok("kit_list", json!({})).await["kits"].clone();
        list(&kits).iter().find(|card| card["id"] == json!(KIT)).unwrap().clone()
    };
    assert_eq!(
        (card(&world).await["title"].clone(), card(&world).await["offered"].clone()),
        (json!("Mine"), json!(null))
    );
    assert_eq!(world.refused("kit_offer_take", json!({ "kit_id": KIT })).await.0, "invalid");

    // The pack had another kit in between, so what it has now is news.
    world
        .behind(async |store| {
            let done = store.write(|w| {
                let mut content = kit::get_version(w, &KIT.into(), 1)?.ok_or(StoreError::Missing)?.content;
                content.kit.title = "In between".to_owned();
                setting::set(w, "pack:senior-python", "older")?;
                kit::put(w, &content, jiff::Timestamp::UNIX_EPOCH, "between")
            });
            assert_eq!(done.await.unwrap_or_else(|error: StoreError| panic!("{error}")), Put::Offered);
        })
        .await;
    assert_eq!((card(&world).await["title"].clone(), card(&world).await["offered"].clone()), (json!("Mine"), json!(4)));
    world.ok("kit_offer_decline", json!({ "kit_id": KIT })).await;
    world.ok("bank_undo", json!({})).await;
    world.ok("kit_offer_take", json!({ "kit_id": KIT })).await;
    assert_eq!(card(&world).await["title"], shipped);
    world.ok("bank_undo", json!({})).await;
    assert_eq!(card(&world).await["title"], json!("Mine"));
}

#[tokio::test]
async fn a_question_that_counts_for_nothing_stops_a_kit_and_one_without_anchors_does_not() {
    let world = World::new().await;
    let mut kit = world.ok("kit_draft_get", json!({ "kit_id": KIT })).await["kit"].clone();
    let mut question =
        world.ok("question_get", json!({ "question_id": kit["questions"][0]["question_id"] })).await["question"]
            .clone();
    question["anchors"][2] = json!("");
    world.ok("question_save", json!({ "question": question })).await;
    let built = draft(&world, &kit).await;
    assert_eq!(whats(&built, true), [""; 0]);
    assert!(whats(&built, false).iter().any(|what| what.contains("lacks anchors")));
    question["competency"] = json!("");
    world.ok("question_save", json!({ "question": question })).await;
    let refused = world.refused("kit_publish", json!({ "kit_id": KIT })).await.1;
    assert!(refused.ends_with("This question counts for no competency. Choose one."), "{refused}");
    assert!(refused.starts_with(&text(&question["title"])), "{refused}");
    kit["questions"].as_array_mut().unwrap().remove(0);
    draft(&world, &kit).await;
    assert_eq!(text(&world.ok("kit_publish", json!({ "kit_id": KIT })).await["did"]), "changed");
}
