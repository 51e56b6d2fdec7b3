//! Scorecards in and out: preview, confirm, one undo; and what is hidden stays hidden on the way.

use std::fs;

use serde_json::{Value, json};
use support::{ROLE, World, base64};

use crate::{list, text};

const GREENHOUSE: &str = r#"[
  {"id": 11, "candidate_id": 5, "interview": "Phone", "submitted_at": "2026-03-01T12:00:00Z",
   "interviewer": {"id": 8, "name": "Ola Nordmann"}, "overall_recommendation": "definitely_not",
   "attributes": [{"name": "SQL", "type": "Skills", "note": "joins", "rating": "mixed"}], "questions": []},
  {"id": 5, "first_name": "Kari", "last_name": "Lind", "email_addresses": [{"value": "kari@example.org", "type": "personal"}]},
  {"id": 12, "candidate_id": 9, "submitted_at": "2026-03-02T12:00:00Z", "overall_recommendation": "yes",
   "interviewer": {"id": 8, "name": "Ola Nordmann"}, "attributes": [], "questions": []},
  {"id": 13, "overall_recommendation": "yes", "attributes": []}
]"#;

fn file(bytes: &str) -> Value {
    json!({ "name": "g.json", "bytes": base64(bytes.as_bytes()), "role_id": ROLE })
}

/// The same, and who the candidate is whom it does not name.
fn named(bytes: &str) -> Value {
    let mut request = file(bytes);
    request["people"] = json!([{ "person": "9", "name": "Per Ås" }]);
    request
}

fn counts(answer: &Value) -> Vec<u64> {
    ["added", "updated", "unchanged"].iter().map(|name| answer[name].as_u64().unwrap()).collect()
}

#[tokio::test]
async fn greenhouses_scorecards_are_previewed_imported_once_and_taken_back() {
    let world = World::new().await;
    let kari = world.candidate("Kari Lind").await;
    let preview = world.ok("scorecard_import_preview", file(GREENHOUSE)).await;
    assert_eq!(counts(&preview["counts"]), [1, 0, 0], "whom the file does not name is asked for, not made up");
    let unnamed = json!([{ "person": "9", "source": "Greenhouse", "scorecards": ["Ola Nordmann"], "said": false }]);
    assert_eq!(preview["unnamed"], unnamed);
    let preview = world.ok("scorecard_import_preview", named(GREENHOUSE)).await;
    assert_eq!((counts(&preview["counts"]), &preview["unnamed"][0]["said"]), (vec![2, 0, 0], &json!(true)));
    let shown = list(&preview["scorecards"]);
    assert_eq!((&shown[0]["candidate"], &shown[0]["here"]["candidate_id"]), (&json!("Kari Lind"), &json!(kari)));
    assert_eq!((&shown[1]["candidate"], &shown[1]["here"]), (&json!("Per Ås"), &json!(null)));
    assert_eq!(shown[0]["overall"], json!("strong_no"));
    let mapped: Vec<(String, String)> =
        list(&preview["mapping"]).iter().map(|one| (text(&one["said"]), text(&one["shown"]))).collect();
    let pairs = [("mixed", "3 Meets"), ("definitely_not", "Strong no"), ("yes", "Yes")];
    assert_eq!(mapped, pairs.map(|(a, b)| (a.to_owned(), b.to_owned())));
    let errors = list(&preview["problems"]).iter().filter(|one| one["severity"] == json!("error")).count();
    assert_eq!(errors, 1, "the bad one is named and the others are read");
    assert_eq!(list(&world.ok("candidate_list", json!({})).await["candidates"]).len(), 1, "a preview writes nothing");

    let done = world.ok("scorecard_import", named(GREENHOUSE)).await;
    assert_eq!(counts(&done), [2, 0, 0]);
    // Once it was said who 9 is, that is known.
    let again = world.ok("scorecard_import", file(GREENHOUSE)).await;
    assert_eq!((counts(&again), &again["import_id"]), (vec![0, 0, 2], &json!(null)));
    let changed = world.ok("scorecard_import", file(&GREENHOUSE.replace("\"mixed\"", "\"yes\""))).await;
    assert_eq!(counts(&changed), [0, 1, 1]);
    let act = |log: &Value| text(&log["lines"][0]["line"]["act"]);
    assert_eq!(act(&world.ok("log_list", json!({ "limit": 1 })).await), "scorecard_import");

    let detail = world.ok("imported_list", json!({ "candidate_id": kari })).await;
    assert_eq!(detail["scorecards"][0]["ratings"][0]["said"], json!("yes"));
    let undone = world.ok("import_undo", json!({ "import_id": changed["import_id"] })).await;
    assert_eq!(undone["undone"], json!(1));
    let detail = world.ok("imported_list", json!({ "candidate_id": kari })).await;
    assert_eq!(detail["scorecards"][0]["ratings"][0]["said"], json!("mixed"), "as it was before");
    world.ok("import_undo", json!({ "import_id": done["import_id"] })).await;
    let detail = world.ok("imported_list", json!({ "candidate_id": kari })).await;
    assert_eq!(detail["scorecards"], json!([]));
    assert_eq!(list(&world.ok("candidate_list", json!({})).await["candidates"]).len(), 1, "who came with it is gone");
    assert_eq!(world.ok("log_verify", json!({})).await["broken"], json!(null));
}

#[tokio::test]
async fn whom_a_file_does_not_name_is_one_who_is_here_or_left_out() {
    let world = World::new().await;
    let per = world.candidate("Per Ås").await;
    let left = world.ok("scorecard_import", file(GREENHOUSE)).await;
    assert_eq!(counts(&left), [1, 0, 0]);
    let told = list(&left["problems"]).iter().map(|one| text(&one["what"])).find(|what| what.contains("Say who it is"));
    assert!(told.is_some(), "{left}");
    let mut request = file(GREENHOUSE);
    request["people"] = json!([{ "person": "9", "candidate_id": per }]);
    assert_eq!(counts(&world.ok("scorecard_import", request.clone()).await), [1, 0, 1]);
    assert_eq!(list(&world.ok("imported_list", json!({ "candidate_id": per })).await["scorecards"]).len(), 1);
    assert_eq!(list(&world.ok("candidate_list", json!({})).await["candidates"]).len(), 2, "nobody was made up");
    request["people"] = json!([{ "person": "9", "candidate_id": "nobody" }]);
    let other = GREENHOUSE.replace("\"candidate_id\": 9", "\"candidate_id\": 10").replace("\"id\": 12", "\"id\": 14");
    request["bytes"] = json!(base64(other.as_bytes()));
    request["people"][0]["person"] = json!("10");
    assert_eq!(world.refused("scorecard_import", request).await.0, "not_found");
}

#[tokio::test]
async fn what_words_of_another_scale_are_shown_as_is_chosen_and_kept() {
    let world = World::new().await;
    let kari = world.candidate("Kari Lind").await;
    let words = GREENHOUSE.replace("\"mixed\"", "\"perhaps\"");
    let level = |preview: &Value| {
        let all = list(&preview["mapping"]).iter().find(|one| one["said"] == json!("perhaps")).cloned().unwrap();
        (all["level"].clone(), all["choose"].clone())
    };
    let unknown = |answer: &Value| {
        list(&answer["problems"]).iter().any(|one| text(&one["what"]).contains("no rating that is known"))
    };
    let plain = world.ok("scorecard_import_preview", file(&words)).await;
    assert_eq!((level(&plain), unknown(&plain)), ((json!(null), json!(true)), true));
    let mut request = file(&words);
    request["mapping"] = json!([
        { "overall": false, "said": "perhaps", "level": 2 },
        { "overall": true, "said": "definitely_not", "recommendation": "no" },
    ]);
    let chosen = world.ok("scorecard_import_preview", request.clone()).await;
    assert_eq!((level(&chosen), unknown(&chosen)), ((json!(2), json!(true)), false));
    assert_eq!(chosen["scorecards"][0]["overall"], json!("no"));
    world.ok("scorecard_import", request.clone()).await;
    let kept = world.ok("imported_list", json!({ "candidate_id": kari })).await;
    let rating = &kept["scorecards"][0]["ratings"][0];
    assert_eq!(
        (&rating["said"], &rating["level"]),
        (&json!("perhaps"), &json!(2)),
        "what was said there stands beside"
    );
    let again = world.ok("scorecard_import", file(&words)).await;
    assert_eq!(counts(&again), [0, 0, 1], "what was chosen once holds when the file comes again");
    request["mapping"] = json!([{ "overall": false, "said": "perhaps", "level": 6 }]);
    assert_eq!(world.refused("scorecard_import", request).await.0, "invalid");
}

#[tokio::test]
async fn what_is_to_be_looked_at_in_a_table_is_told_with_its_line() {
    let world = World::new().await;
    let bo = world.candidate("Bo Ek").await;
    let table = "Candidate,Interviewer,Attribute,Rating\nBo Ek,Ida,SQL,4\nBo Ek,Ida,Rust,perhaps\nAn Li,,SQL,so-so\n";
    let ask = || {
        let mut ask = file(table);
        ask["name"] = json!("sc.csv");
        ask
    };
    let told = async |world: &World| {
        let preview = world.ok("scorecard_import_preview", ask()).await;
        let of = |what: &str| {
            let of = list(&preview["problems"]).iter().find(|one| text(&one["what"]).contains(what));
            of.map(|one| text(&one["where"])).unwrap_or_else(|| panic!("{what}: {preview}"))
        };
        ["perhaps", "so-so", "does not say who judged"].map(of)
    };
    assert_eq!(told(&world).await, ["sc.csv:3", "sc.csv:4", "sc.csv:4"]);
    // Whose rating it is stays hidden while the own scorecard is owed.
    world.start(&bo).await;
    assert_eq!(told(&world).await[0], "sc.csv:1");
}

#[tokio::test]
async fn an_imported_rating_enters_no_figure_and_is_said_above_the_comparison() {
    let world = World::new().await;
    let (kari, other) = (world.candidate("Kari Lind").await, world.candidate("Bo").await);
    world.held(&kari, &[json!(5)], "yes").await;
    let ask = json!({ "candidate_ids": [kari, other] });
    let before = world.ok("compare_table", ask.clone()).await;
    world.ok("scorecard_import", file(GREENHOUSE)).await;
    let after = world.ok("compare_table", ask).await;
    assert_eq!((&after["rows"], &after["candidates"]), (&before["rows"], &before["candidates"]));
    // It stands beside, with its source: in the drawer of a cell, and before the panel.
    let competency = before["rows"][0]["competency"]["id"].clone();
    let drawer = world.ok("compare_evidence", json!({ "candidate_id": kari, "competency_id": competency })).await;
    let debrief = world.ok("debrief_get", json!({ "candidate_id": kari })).await;
    for imported in [&drawer["imported"], &debrief["view"]["imported"]] {
        assert_eq!(
            (&imported[0]["source"], &imported[0]["ratings"][0]["said"]),
            (&json!("greenhouse"), &json!("mixed"))
        );
    }
    let path = world.beside("kari.pdf");
    world.ok("packet_export", json!({ "candidate_id": kari, "path": path, "accept_undrawable": true })).await;
    if let Some(printed) = support::pdf_text(&path) {
        let flat = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains("Imported scorecards One scorecard imported from Greenhouse"), "{flat}");
        assert!(flat.contains("Ola Nordmann, Phone: Strong no; SQL 3 (mixed)."), "{flat}");
    }
    let cautions = list(&after["cautions"]);
    let told = cautions.iter().find(|one| text(&one["words"]).contains("imported from Greenhouse")).unwrap();
    let words = text(&told["words"]);
    assert!(words.contains("no figure") && words.contains("mixed shown as 3 Meets"), "{told}");
    assert_eq!(told["candidate_id"], json!(kari));
}

#[tokio::test]
async fn imported_ratings_stay_hidden_until_ones_own_scorecard_is_in() {
    let world = World::new().await;
    let kari = world.candidate("Kari Lind").await;
    let live = world.start(&kari).await;
    let interview = text(&live["interview"]["id"]);
    let preview = world.ok("scorecard_import_preview", file(GREENHOUSE)).await;
    assert!(list(&preview["scorecards"]).iter().all(|one| one["hidden"] == json!(true) && one["overall"].is_null()));
    assert_eq!(list(&preview["mapping"]).len(), 9, "the whole table, which tells nothing of this file");
    world.ok("scorecard_import", file(GREENHOUSE)).await;
    let detail = world.ok("imported_list", json!({ "candidate_id": kari })).await;
    assert_eq!((&detail["hidden"], &detail["scorecards"]), (&json!(true), &json!([])));
    let exported = world.ok("scorecard_export", json!({ "format": "json" })).await;
    assert!(!text(&exported["text"]).contains("mixed") && exported["hidden"].as_u64() > Some(0), "{exported}");
    assert!(!world.ok("log_list", json!({})).await.to_string().contains("mixed"), "the log has no rating");
    let question = text(&live["interview"]["content"]["questions"][0]["id"]);
    world.note(&interview, &question, "quote", "I measured it first").await;
    world.rate(&interview, &question, json!(4)).await;
    world.submit(&interview, "yes", "Clear.").await;
    let detail = world.ok("imported_list", json!({ "candidate_id": kari })).await;
    assert_eq!(detail["scorecards"][0]["ratings"][0]["said"], json!("mixed"));
}

#[tokio::test]
async fn what_is_exported_is_unchanged_here_and_is_itself_elsewhere() {
    let here = World::new().await;
    let ana = here.candidate("=Ana").await;
    here.held(&ana, &[json!(5), json!("not_asked"), json!(2)], "strong_yes").await;
    for (format, name) in [("json", "a.json"), ("csv", "a.csv")] {
        let path = here.beside(name);
        let out = here.ok("scorecard_export", json!({ "format": format, "path": path })).await;
        assert_eq!((&out["scorecards"], &out["hidden"]), (&json!(1), &json!(0)));
        let back = json!({ "path": path, "dry_run": false, "role_id": ROLE });
        assert_eq!(counts(&here.ok("scorecard_import_path", back.clone()).await), [0, 0, 1], "it is here already");
        let there = World::new().await;
        let done = there.ok("scorecard_import_path", back.clone()).await;
        assert_eq!((counts(&done), list(&done["problems"]).len()), (vec![1, 0, 0], 0), "{done}");
        let again = there.beside(name);
        there.ok("scorecard_export", json!({ "format": format, "path": again })).await;
        assert_eq!(fs::read_to_string(&again).unwrap(), fs::read_to_string(&path).unwrap(), "import(export(x)) = x");
        assert_eq!(counts(&there.ok("scorecard_import_path", back).await), [0, 0, 1]);
    }
}
