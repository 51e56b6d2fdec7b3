//! A sentence holds a name from right to left without being turned round: whatever the core says of a person, their words
//! are isolated.

use serde_json::{Value, json};
use support::World;
use workbench_domain::text::is_rtl;

use super::{id, questions};
use crate::{list, text};

/// Nothing from right to left stands in a sentence outside an isolate.
fn isolated(said: &str) {
    let mut depth = 0;
    for c in said.chars() {
        match c {
            '\u{2068}' => depth += 1,
            '\u{2069}' => depth -= 1,
            _ => assert!(depth > 0 || !is_rtl(c), "{said:?} is turned round"),
        }
    }
    assert_eq!(depth, 0, "{said:?} ends inside an isolate");
    assert!(said.contains('\u{2068}'), "{said:?} holds no name: the test misses its point");
}

#[tokio::test]
async fn every_message_that_holds_a_persons_words_isolates_them() {
    let mut world = World::new().await;
    world.ok("interviewer_set", json!({ "name": "יוסף כהן" })).await;
    let (first, second) = (world.candidate("דוד לוי").await, world.candidate("محمد علی").await);
    let (none, both) = (json!("שום־דבר"), json!({ "candidate_ids": [first, second] }));
    let cautions = async |world: &World, named: usize| {
        let table = world.ok("compare_table", both.clone()).await;
        let said: Vec<String> = list(&table["cautions"]).iter().map(|one| text(&one["words"])).collect();
        let naming: Vec<&String> = said.iter().filter(|words| words.contains("your scorecard on ")).collect();
        assert_eq!((said.len(), naming.len()), (2, named), "{said:?}");
        naming.into_iter().for_each(|caution| isolated(caution));
    };
    let held = world.held(&second, &[json!(4)], "yes").await;
    let theirs = id(&world.start(&first).await);
    let refused = async |world: &World, command: &str, request: Value| {
        isolated(&world.refused(command, request).await.1);
    };
    world.become_colleague("שרה כהן").await;
    refused(&world, "interview_get", json!({ "interview_id": theirs })).await;

    let live = world.start(&first).await;
    let (mine, asked) = (id(&live), questions(&live));
    refused(&world, "interview_start", json!({ "candidate_id": first, "kit_id": support::KIT })).await;
    // One's own is open for another candidate of the round, then for the same.
    for open_too in [None, Some(&second)] {
        if let Some(candidate) = open_too {
            world.start(candidate).await;
        }
        refused(&world, "interview_get", json!({ "interview_id": held })).await;
        refused(&world, "packet_check", json!({ "candidate_id": second })).await;
        // Of whom one owes a scorecard oneself, no other is named.
        cautions(&world, usize::from(open_too.is_none())).await;
    }
    refused(&world, "comparison_check", json!({ "candidate_ids": [first, none] })).await;
    refused(&world, "interview_get", json!({ "interview_id": none })).await;
    refused(&world, "candidate_add", json!({ "name": "Ana", "role_id": none })).await;
    refused(&world, "אין_פקודה", json!({})).await;
    let attach = json!({ "interview_id": mine, "place": "general", "name": "תמונה.png", "bytes": "" });
    refused(&world, "attachment_add", attach).await;

    world.tick(&mine, &asked[0]).await;
    let typed = "הוא אמר \u{2067}כך \u{202E}וכך ועוד הרבה מאוד מילים אחרות לגמרי";
    let draft = json!({ "interview_id": mine, "place": asked[0], "text": typed, "kind": "note", "at_seconds": 5 });
    let submit = json!({ "interview_id": mine, "recommendation": "yes", "reason": "Good.", "anyway": true });
    world.ok("draft_save", draft).await;
    refused(&world, "scorecard_submit", submit).await;

    let path = world.beside("אין/חבילה.pdf");
    let other = world.candidate("Ana Ruiz").await;
    let request = json!({ "candidate_id": other, "path": path });
    let (code, said) = world.refused("packet_export", request).await;
    assert_eq!(code, "cannot_write", "{said}");
    isolated(&said);
}
