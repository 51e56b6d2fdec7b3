//! Questions and kits have versions, and an interview keeps those that it was started with.

use serde_json::json;
use support::{KIT, World};
use workbench_store::{StoreError, kit, question};

use super::{id, questions};
use crate::text;

#[tokio::test]
async fn an_interview_keeps_the_questions_it_was_started_with() {
    let mut world = World::new().await;
    let (first, second) = (world.candidate("Ana Ruiz").await, world.candidate("Jan Kowalski").await);
    let old = world.start(&first).await;

    world
        .behind(async |store| {
            let changed = store
                .write(|w| {
                    let mut content = kit::get(w, &KIT.into())?.ok_or(StoreError::Missing)?.content;
                    content.questions[0].prompt = "A new prompt?".to_owned();
                    content.questions[0].anchors[4] = "A new top.".to_owned();
                    question::put(w, &content.questions[0], jiff::Timestamp::UNIX_EPOCH, "new question")?;
                    kit::put(w, &content, jiff::Timestamp::UNIX_EPOCH, "new kit")
                })
                .await;
            assert_eq!(changed.unwrap_or_else(|error: StoreError| panic!("{error}")), workbench_store::Put::Changed);
        })
        .await;

    assert_eq!(world.interview(&id(&old)).await, old["interview"], "the old one asks what it asked before");
    let new = world.start(&second).await;
    assert_eq!(text(&new["interview"]["content"]["questions"][0]["prompt"]), "A new prompt?");
    assert_eq!(new["interview"]["kit_version"], json!(2));
    assert_ne!(new["interview"]["kit_hash"], old["interview"]["kit_hash"]);

    for live in [&old, &new] {
        world.tick(&id(live), &questions(live)[0]).await;
        world.submit(&id(live), "yes", "Good.").await;
    }
    let cautions = world.ok("compare_table", json!({ "candidate_ids": [first, second] })).await["cautions"].to_string();
    assert!(cautions.contains("versions, differ"), "a reader must know: {cautions}");
}
