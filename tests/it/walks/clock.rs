//! The system's clock is set while an interview runs, by hand or by a time server: back, ahead, over a change to winter
//! time. Order, offsets and elapsed time are none of its business.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use support::World;

use super::{id, questions};
use crate::{list, text};

fn moved(world: &World, by: SignedDuration) {
    // The night in which Central Europe sets its clocks back.
    let start: Timestamp = "2026-10-25T00:50:00Z".parse().unwrap();
    world.clock.set(start + by);
}

#[tokio::test]
async fn notes_stand_in_the_order_they_were_kept_whatever_the_clock_does_and_undo_takes_the_last() {
    for by in [SignedDuration::from_hours(-1), SignedDuration::from_hours(1), SignedDuration::from_mins(20)] {
        let mut world = World::new().await;
        moved(&world, SignedDuration::ZERO);
        let live = world.start(&world.candidate("Jan Kowalski").await).await;
        let (id, questions) = (id(&live), questions(&live));
        world.ok("interview_begin", json!({ "interview_id": id })).await;
        let keep = async |world: &World, words: &str, at: u32| {
            let request = json!({
                "interview_id": id, "place": questions[0], "kind": "follow_up", "text": words, "at_seconds": at,
            });
            world.ok("entry_save", request).await
        };
        keep(&world, "first", 60).await;
        keep(&world, "second", 120).await;
        moved(&world, by);
        keep(&world, "third", 180).await;
        world.restart().await;
        keep(&world, "fourth", 240).await;
        let notes = async |world: &World| -> Vec<(String, u64)> {
            let entries = world.interview(&id).await["entries"].clone();
            list(&entries).iter().map(|e| (text(&e["text"]), e["at_seconds"].as_u64().unwrap())).collect()
        };
        let wanted = [("first", 60), ("second", 120), ("third", 180), ("fourth", 240)];
        let wanted: Vec<(String, u64)> = wanted.iter().map(|(words, at)| ((*words).to_owned(), *at)).collect();
        assert_eq!(notes(&world).await, wanted, "set by {by}");
        world.ok("action_undo", json!({ "interview_id": id, "place": questions[0] })).await;
        assert_eq!(notes(&world).await, wanted[..3], "set by {by}");
        world.ok("action_redo", json!({ "interview_id": id, "place": questions[0] })).await;
        assert_eq!(notes(&world).await, wanted, "set by {by}");
    }
}

#[tokio::test]
async fn a_meeting_lasts_as_long_as_the_page_says_and_never_ends_before_it_began() {
    for by in [SignedDuration::from_hours(-1), SignedDuration::from_hours(1), SignedDuration::from_mins(3)] {
        let world = World::new().await;
        moved(&world, SignedDuration::ZERO);
        let live = world.start(&world.candidate("Jan Kowalski").await).await;
        let (id, questions) = (id(&live), questions(&live));
        let of = |mut request: Value| {
            request["interview_id"] = json!(id);
            request
        };
        world.ok("interview_begin", of(json!({}))).await;
        world.ok("interview_turn", of(json!({ "at": questions[0], "elapsed_seconds": 300 }))).await;
        moved(&world, by);
        // The page goes on telling; what it says counts, not the clock.
        let spent = json!({ "question_id": questions[0], "seconds": 290 });
        world.ok("interview_turn", of(json!({ "at": questions[0], "spent": spent, "elapsed_seconds": 310 }))).await;
        world.ok("interview_pause", of(json!({ "cause": "sleep", "at_seconds": 320, "ago_seconds": 600 }))).await;
        world.ok("interview_resume", of(json!({}))).await;
        let ended = world.ok("interview_end", of(json!({ "at_seconds": 330 }))).await;
        assert_eq!(ended["elapsed_seconds"], json!(330), "set by {by}");
        let meeting = &world.interview(&id).await["meeting"];
        let time = |value: &Value| -> Timestamp { text(value).parse().unwrap() };
        assert!(time(&meeting["ended_at"]) >= time(&meeting["begun_at"]), "set by {by}: {meeting}");
        let pause = &meeting["pauses"][0];
        assert!(time(&pause["ended_at"]) >= time(&pause["began_at"]), "set by {by}: {pause}");
        assert_eq!(world.interview(&id).await["records"][0]["spent_seconds"], json!(290), "set by {by}");
    }
}
