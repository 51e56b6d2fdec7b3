//! Before the hour: what is prepared, and what earlier interviewers left to follow up.

use serde_json::{Value, json};
use support::World;

use super::id;
use crate::{list, text};

#[tokio::test]
async fn what_was_prepared_is_kept_and_offered_where_it_belongs() {
    let mut world = World::new().await;
    let candidate = world.candidate("Siobhán Ní Bhriain").await;
    let live = world.start(&candidate).await;
    let id = id(&live);
    let get = json!({ "interview_id": id });
    let now = world.ok("preparation_get", get.clone()).await;
    assert_eq!(now["preparation"], json!({ "covers": "", "asked": "", "retention": "" }));
    let set = |spoken: &str| {
        json!({
            "interview_id": id, "spoken_name": spoken, "covers": "I: systems. Olga: code.",
            "asked": "How was the outage handled?", "retention": "three months after the decision",
        })
    };
    assert_eq!(world.refused("preparation_set", set("a\u{202E}b")).await.0, "invalid");
    world.ok("preparation_set", set("shi-VAWN nee VREE-in")).await;
    world.restart().await;
    let now = world.ok("preparation_get", get.clone()).await;
    assert_eq!(text(&now["spoken_name"]), "shi-VAWN nee VREE-in");
    assert_eq!(text(&now["preparation"]["asked"]), "How was the outage handled?");
    let card = world.ok("candidate_get", json!({ "candidate_id": candidate })).await;
    assert_eq!(text(&card["card"]["candidate"]["spoken_name"]), "shi-VAWN nee VREE-in", "it is the candidate's");
    let (code, message) = world.refused("interview_discard", get).await;
    assert_eq!(code, "conflict", "{message}");

    // The words on keeping notes are the same next time; everything else is of one interview.
    let other = world.start(&world.candidate("Bo").await).await;
    let now = world.ok("preparation_get", json!({ "interview_id": other["interview"]["id"] })).await;
    let kept = "three months after the decision";
    assert_eq!(now["preparation"], json!({ "covers": "", "asked": "", "retention": kept }));
    assert_eq!(text(&now["spoken_name"]), "");
    world.ok("interview_discard", json!({ "interview_id": other["interview"]["id"] })).await;
}

/// Lets the kit of an interview be read with another word on when earlier notes may be seen.
async fn kit_says(world: &mut World, background: workbench_domain::kit::Background) {
    world
        .behind(async |store| {
            let put = store.write(move |w| {
                let kit = workbench_store::kit::get(w, &support::KIT.into())?.unwrap();
                let mut content = kit.content;
                content.kit.background = background;
                workbench_store::kit::put(w, &content, jiff::Timestamp::UNIX_EPOCH, "another version")
            });
            put.await.unwrap_or_else(|error: workbench_store::StoreError| panic!("{error}"));
        })
        .await;
}

#[tokio::test]
async fn follow_ups_of_earlier_interviews_are_seen_when_the_kit_says() {
    let mut world = World::new().await;
    let candidate = world.candidate("Jan Kowalski").await;
    let first = world.start(&candidate).await;
    let first_id = id(&first);
    world.note(&first_id, "general", "follow_up", "Ask about tests").await;
    world.note(&first_id, "general", "concern", "Was late").await;
    let taken_back = world.note(&first_id, "general", "follow_up", "Never mind").await;
    world.ok("entry_remove", json!({ "entry_id": taken_back["id"] })).await;
    world.become_colleague("Olga Petrova").await;
    let mine = world.start(&candidate).await;
    let get = json!({ "interview_id": id(&mine) });
    let follow_ups = async |world: &World| world.ok("preparation_get", get.clone()).await["follow_ups"].clone();
    assert_eq!(follow_ups(&world).await, json!(null), "by default after one's own is submitted");

    kit_says(&mut world, workbench_domain::kit::Background::BeforeInterview).await;
    assert_eq!(follow_ups(&world).await, json!(null), "an interview keeps the kit it was started with");
    world.ok("interview_discard", get.clone()).await;
    let mine = world.start(&candidate).await;
    let get = json!({ "interview_id": id(&mine) });
    let now = world.ok("preparation_get", get.clone()).await;
    assert_eq!((&now["background"], &now["follow_ups"]), (&json!("before_interview"), &json!([])));
    world.become_colleague("Ana, as before").await;
    let me = first["interview"]["interviewer"].clone();
    be(&mut world, &me).await;
    world.submit(&first_id, "yes", "Clear.").await;
    be(&mut world, &mine["interview"]["interviewer"]).await;
    let now = world.ok("preparation_get", get.clone()).await;
    let seen: Vec<(String, String)> =
        list(&now["follow_ups"]).iter().map(|f| (text(&f["interviewer"]), text(&f["text"]))).collect();
    assert_eq!(seen, [("Ana Ruiz".to_owned(), "Ask about tests".to_owned())]);

    be(&mut world, &me).await;
    assert_eq!(world.refused("preparation_get", get).await.0, "conflict", "another's preparation is theirs");
}

#[tokio::test]
async fn questions_of_a_debrief_come_along_to_the_next_interview_and_risks_when_the_kit_says() {
    let mut world = World::new().await;
    let ana = world.candidate("Ana Ruiz").await;
    world.held(&ana, &[json!(4)], "yes").await;
    let points = json!([
        { "id": "1", "kind": "risk", "text": "Never on call", "owner": "Jan", "settled": false },
        { "id": "2", "kind": "follow_up", "text": "Ask about tests", "owner": "Jan", "settled": false },
        { "id": "3", "kind": "follow_up", "text": "Asked already", "owner": "Jan", "settled": true },
    ]);
    world.ok("debrief_save", json!({ "candidate_id": ana, "points": points })).await;
    for (background, wanted) in [
        (workbench_domain::kit::Background::AfterSubmission, &["Ask about tests"][..]),
        (workbench_domain::kit::Background::BeforeInterview, &["Never on call", "Ask about tests"]),
    ] {
        kit_says(&mut world, background).await;
        let get = json!({ "interview_id": id(&world.start(&ana).await) });
        let now = world.ok("preparation_get", get.clone()).await;
        let seen: Vec<String> = list(&now["open_points"]).iter().map(|point| text(&point["text"])).collect();
        assert_eq!(seen, wanted, "{background:?}");
        world.ok("interview_discard", get).await;
    }
}

async fn be(world: &mut World, person: &Value) {
    let person =
        workbench_domain::interviewer::Interviewer { id: text(&person["id"]).into(), name: text(&person["name"]) };
    world
        .behind(async |store| {
            let set = store.write(move |w| workbench_store::interviewer::set_me(w, &person));
            set.await.unwrap_or_else(|error: workbench_store::StoreError| panic!("{error}"));
        })
        .await;
}
