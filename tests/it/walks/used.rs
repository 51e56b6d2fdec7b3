//! What use says: figures that cannot move a rating, examples that are nobody's words, and the structure meter.

use serde_json::{Value, json};
use support::{KIT, World};

use super::{id, questions};
use crate::{list, text};

async fn usage(world: &World, question: &str) -> Value {
    world.ok("question_usage", json!({ "question_id": question })).await
}

#[tokio::test]
async fn figures_are_shown_only_when_every_scorecard_of_the_round_is_in() {
    let world = World::new().await;
    let (first, second) = (world.candidate("Jan Kowalski").await, world.candidate("Nguyễn Văn Anh").await);
    let live = world.start(&first).await;
    let (interview, asked) = (id(&live), questions(&live));
    let hidden = usage(&world, &asked[0]).await;
    assert_eq!(hidden["figures"], json!(null));
    assert!(text(&hidden["hidden_because"]).starts_with("Your scorecard on Jan Kowalski is not submitted."));
    world.tick(&interview, &asked[0]).await;
    world.rate(&interview, &asked[0], json!(4)).await;
    world.rate(&interview, &asked[1], json!("could_not_judge")).await;
    world.submit(&interview, "yes", "As the notes show.").await;

    let shown = usage(&world, &asked[0]).await;
    assert_eq!(shown["hidden_because"], json!(null));
    assert_eq!(
        (shown["figures"]["levels"].clone(), shown["figures"]["rated"].clone()),
        (json!([0, 0, 0, 1, 0]), json!(1))
    );
    assert_eq!(usage(&world, &asked[1]).await["figures"]["could_not_judge"], json!(1));
    assert_eq!(usage(&world, &asked[2]).await["figures"]["not_asked"], json!(1), "neither rated nor on screen");
    assert_eq!(
        (shown["figures"]["complete"].clone(), shown["figures"]["correlation"].clone()),
        (json!(0), json!(null))
    );

    // The next interview of the round hides them again, also those of questions that it does not ask.
    world.start(&second).await;
    for question in [asked[0].as_str(), "senior-python/challenge"] {
        let hidden = usage(&world, question).await;
        if asked.iter().any(|id| id == question) {
            assert_eq!(hidden["figures"], json!(null), "{question}");
        } else {
            assert_eq!(hidden["figures"]["asked"], json!(0), "{question} was never asked in this round");
        }
    }
    assert_eq!(world.refused("question_usage", json!({ "question_id": "none" })).await.0, "not_found");
}

#[tokio::test]
async fn an_example_is_rewritten_and_goes_with_its_interview() {
    let world = World::new().await;
    let candidate = world.candidate("Jan Kowalski").await;
    let live = world.start(&candidate).await;
    let (interview, question) = (id(&live), questions(&live)[0].clone());
    let said = "I rolled it back in six minutes and told everybody why it had happened";
    world.note(&interview, &question, "quote", said).await;
    world.rate(&interview, &question, json!(4)).await;
    let sources = world.ok("example_sources", json!({ "question_id": question })).await["sources"].clone();
    assert_eq!((list(&sources).len(), text(&sources[0]["interview_id"])), (1, interview.clone()));
    assert_eq!((text(&sources[0]["candidate"]), sources[0]["rating"].clone()), ("Jan Kowalski".into(), json!(4)));
    assert_eq!((list(&sources[0]["entries"]).len(), text(&sources[0]["entries"][0]["text"])), (1, said.to_owned()));
    let unasked = world.ok("example_sources", json!({ "question_id": questions(&live)[1] })).await;
    assert_eq!(unasked["sources"], json!([]), "what the kit has is not yet asked");
    let example = |text: &str| json!({ "question_id": question, "level": 4, "text": text, "interview_id": interview });
    let refused = world.refused("example_add", example(said)).await;
    assert!(refused.0 == "invalid" && refused.1.starts_with("These are the candidate's words as noted"), "{refused:?}");
    let kept = world.ok("example_add", example(" Takes the change back at once and explains it. ")).await;
    assert_eq!(kept["examples"][0]["text"], json!("Takes the change back at once and explains it."));
    assert!(!kept.to_string().contains(&interview), "where it comes from is told to nobody");
    let elsewhere =
        json!({ "question_id": "senior-python/challenge", "level": 4, "text": "x y", "interview_id": interview });
    let asked = questions(&live).iter().any(|id| id == "senior-python/challenge");
    if !asked {
        assert_eq!(world.refused("example_add", elsewhere).await.0, "not_found");
    }
    let removed = world.ok("example_remove", json!({ "example_id": kept["examples"][0]["id"] })).await;
    assert_eq!(removed["examples"], json!([]));
    assert_eq!(world.refused("example_remove", json!({ "example_id": "none" })).await.0, "not_found");
}

#[tokio::test]
async fn only_ones_own_interviews_with_real_people_are_sources_of_examples_the_newest_first() {
    let mut world = World::new().await;
    let ratings = [json!(3), json!("not_asked"), json!(2), json!(3), json!(5), json!(3)];
    let first = world.held(&world.candidate("Jan Kowalski").await, &ratings, "yes").await;
    let second = world.held(&world.candidate("Nguyễn Văn Anh").await, &ratings, "yes").await;
    workbench_app::demo::make(world.app()).await.unwrap();
    let asked = list(&world.interview(&first).await["content"]["questions"]).to_vec();
    let sources = async |world: &World, at: usize| {
        let found = world.ok("example_sources", json!({ "question_id": asked[at]["id"] })).await["sources"].clone();
        list(&found).iter().map(|one| text(&one["interview_id"])).collect::<Vec<_>>()
    };
    assert_eq!(sources(&world, 0).await, [second.clone(), first.clone()]);
    assert_eq!(sources(&world, 1).await, [""; 0], "it was not asked");

    world.become_colleague("Bo Berg").await;
    assert_eq!(sources(&world, 0).await, [""; 0], "another's answers are another's");
    let theirs = json!({ "question_id": asked[0]["id"], "level": 3, "text": "Says so.", "interview_id": first });
    assert_eq!(world.refused("example_add", theirs).await.0, "not_found");
    assert_eq!(world.refused("example_sources", json!({ "question_id": "none" })).await.0, "not_found");
}

#[tokio::test]
async fn the_structure_meter_counts_what_is_met_and_what_is_declared() {
    let world = World::new().await;
    let meter = async || world.ok("kit_structure", json!({ "kit_id": KIT })).await;
    let met = |meter: &Value, component: &str| {
        list(&meter["components"]).iter().find(|one| one["component"] == json!(component)).unwrap()["met"].clone()
    };
    let before = meter().await;
    assert_eq!((list(&before["components"]).len(), before["interviews"].clone()), (15, json!(0)));
    assert_eq!(
        (met(&before, "anchors"), met(&before, "notes"), met(&before, "training")),
        (json!(true), json!(null), json!(false))
    );

    let candidate = world.candidate("Jan Kowalski").await;
    world.held(&candidate, &[json!(3), json!(4), json!(2), json!(3), json!(5), json!(3)], "yes").await;
    let after = meter().await;
    assert_eq!((met(&after, "rating_per_answer"), met(&after, "notes")), (json!(true), json!(true)));
    assert_eq!((met(&after, "several_raters"), met(&after, "same_raters")), (json!(false), json!(true)));

    let declare = |component: &str, note: &str| json!({ "kit_id": KIT, "component": component, "note": note });
    let declared = world.ok("structure_declare", declare("training", "Two hours in May.")).await;
    assert_eq!((met(&declared, "training"), declared["declared"].clone()), (json!(true), json!(1)));
    assert_eq!(world.refused("structure_declare", declare("anchors", "We have some.")).await.0, "invalid");
    assert_eq!(world.ok("structure_declare", declare("training", " ")).await["declared"], json!(0));
}
