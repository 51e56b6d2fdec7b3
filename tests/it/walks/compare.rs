//! Walk 3, up to the colleague's file: candidates side by side, counted by the core and painted by the page.

use serde_json::{Value, json};
use support::World;

use super::{id, questions};
use crate::{list, text};

#[tokio::test]
async fn a_cell_lists_its_competencys_ratings_in_kit_order_beside_their_mean() {
    let world = World::new().await;
    let (first, second) = (world.candidate("Ana Ruiz").await, world.candidate("山田太郎").await);
    let given = [json!(5), json!(1), json!("not_asked"), json!("could_not_judge"), json!(3), json!(4)];
    world.held(&first, &given, "strong_yes").await;
    let live = world.start(&second).await;
    let (interview, questions) = (id(&live), questions(&live));
    world.rate(&interview, &questions[0], json!(2)).await;
    let flag = json!({
        "interview_id": interview, "question_id": questions[0], "target": "red_flag", "number": 1, "state": "heard",
    });
    world.ok("tick_set", flag).await;
    world.submit(&interview, "no", "Too early.").await;

    // The other way round, so that the columns follow the question and not the store.
    let table = world.ok("compare_table", json!({ "candidate_ids": [second, first] })).await;
    let names: Vec<String> = list(&table["candidates"]).iter().map(|c| text(&c["name"])).collect();
    assert_eq!(names, ["山田太郎", "Ana Ruiz"]);
    assert_eq!(table["candidates"][0]["red_flags"], json!(1));
    assert_eq!(table["candidates"][0]["opinions"][0]["recommendation"], json!("no"));

    let kit = &live["interview"]["content"]["questions"];
    let mut seen = Vec::new();
    for row in list(&table["rows"]) {
        let competency = &row["competency"]["id"];
        let wanted: Vec<(&Value, Value)> = list(kit)
            .iter()
            .zip(&given)
            .filter(|(question, _)| question["competency"] == *competency)
            .map(|(question, rating)| (&question["id"], rating.clone()))
            .collect();
        let cell = list(&row["cells"][1]["ratings"]);
        let asked = |r: &Value| &table["questions"][usize::try_from(r["question"].as_u64().unwrap()).unwrap()];
        let found: Vec<(&Value, Value)> =
            cell.iter().map(|r| (&asked(r)["question_id"], r["rating"].clone())).collect();
        assert_eq!(found, wanted, "{competency}");
        seen.extend(found.iter().map(|(question, _)| text(question)));
        let levels: Vec<f64> = wanted.iter().filter_map(|(_, rating)| rating.as_f64()).collect();
        let mean = (!levels.is_empty()).then(|| levels.iter().sum::<f64>() / levels.len() as f64);
        let figure = &row["cells"][1]["figure"];
        assert_eq!(figure["mean"].as_f64(), mean, "{competency}: what is missing is missing");
        assert_eq!((&figure["questions_rated"], &figure["questions"]), (&json!(levels.len()), &json!(wanted.len())));
        assert_eq!(row["cells"][1]["dots"].as_array().map(Vec::len), Some(usize::from(!wanted.is_empty())));

        let evidence =
            world.ok("compare_evidence", json!({ "candidate_id": first, "competency_id": competency })).await;
        assert_eq!(list(&evidence["answers"]).len(), wanted.len());
        let sources = list(&evidence["scorecards"]);
        assert_eq!(sources.len(), usize::from(!wanted.is_empty()));
        assert!(sources.iter().all(|source| source["mean"].as_f64() == mean && source["amended"] == json!(0)));
        for answer in list(&evidence["answers"]) {
            let noted = format!("What was said on {}", text(&answer["question_id"]));
            assert_eq!(text(&answer["entries"][0]["text"]), noted);
            let anchor = answer["rating"].as_u64().map(|level| {
                let question = list(kit).iter().find(|q| q["id"] == answer["question_id"]).unwrap();
                question["anchors"][usize::try_from(level).unwrap() - 1].clone()
            });
            assert_eq!(answer["anchor"], anchor.unwrap_or(Value::Null), "the anchor of the rating given");
        }
    }
    seen.sort();
    let mut all: Vec<String> = questions;
    all.sort();
    assert_eq!(seen, all, "every question stands in exactly one row");
}

#[tokio::test]
async fn what_cannot_be_compared_is_said() {
    let world = World::new().await;
    let (first, second) = (world.candidate("Ana Ruiz").await, world.candidate("Jan Kowalski").await);
    for (ids, code) in [
        (json!([]), "invalid"),
        (json!([first]), "invalid"),
        (json!([first, first]), "invalid"),
        (json!([first, "nobody"]), "not_found"),
        (json!(vec![first.clone(); 51]), "invalid"),
    ] {
        assert_eq!(world.refused("compare_table", json!({ "candidate_ids": ids })).await.0, code);
    }
    world.held(&first, &[json!(3)], "yes").await;
    world.start(&second).await;
    let cautions = world.ok("compare_table", json!({ "candidate_ids": [first, second] })).await["cautions"].clone();
    let words = "ratings are hidden until you submit your own scorecard.";
    let open = json!({ "candidate_id": second, "fact": "until_own", "words": words });
    assert!(list(&cautions).contains(&open), "an unsubmitted scorecard is a caution: {cautions}");
}
