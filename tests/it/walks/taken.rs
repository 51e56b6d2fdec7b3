//! The comparison as a table in a file.

use std::fs;

use serde_json::json;
use support::World;

use crate::{list, text};

#[tokio::test]
async fn a_comparison_is_written_as_csv_and_markdown_with_the_figures_of_the_table() {
    let world = World::new().await;
    let (first, second) = (world.candidate("=Ana | Ruiz").await, world.candidate("山田太郎").await);
    world.held(&first, &[json!(5), json!(2), json!(4)], "yes").await;
    world.held(&second, &[json!(3), json!("could_not_judge"), json!("not_asked")], "no").await;
    let ids = json!([second, first]);
    let table = world.ok("compare_table", json!({ "candidate_ids": ids })).await;
    let path = |name: &str| world.beside(name);

    let csv = path("a.csv");
    let asked = json!({ "candidate_ids": ids, "path": csv, "form": "csv" });
    let answer = world.ok("comparison_text_export", asked).await;
    let written = fs::read_to_string(&csv).unwrap();
    assert!(written.starts_with("\u{FEFF}row,candidate,mean,"));
    assert!(written.contains(",'=Ana | Ruiz,") || written.contains(",\"'=Ana | Ruiz\","), "{written}");
    for row in list(&table["rows"]) {
        for (cell, candidate) in list(&row["cells"]).iter().zip(list(&table["candidates"])) {
            let mean = cell["figure"]["mean"].as_f64().map(|mean| mean.to_string()).unwrap_or_default();
            let name = text(&row["competency"]["name"]);
            let who = text(&candidate["name"]);
            let line = written.lines().find(|line| {
                (line.starts_with(&name) || line.starts_with(&format!("\"{name}"))) && line.contains(&who)
            });
            assert!(line.is_some_and(|line| line.contains(&format!(",{mean},"))), "{name} {who} {mean}\n{written}");
        }
    }
    let log = world.ok("log_list", json!({ "limit": 1 })).await;
    assert_eq!(log["lines"][0]["line"]["act"], json!("comparison_export"));
    assert_eq!(log["lines"][0]["line"]["content"], answer["sha256"], "what was written is in the log");

    let markdown = path("a.md");
    let asked =
        json!({ "candidate_ids": ids, "path": markdown, "form": "markdown", "questions": true, "hide_names": true });
    world.ok("comparison_text_export", asked).await;
    let written = fs::read_to_string(&markdown).unwrap();
    assert!(written.contains("|  | B | A |\n| --- | --- | --- |\n| Composite |"), "{written}");
    assert!(!written.contains("Ruiz") && !written.contains("山田"), "nobody is named\n{written}");
    assert!(
        written.contains(&format!("| {} | 3.00 (3) | 5.00 (5) |", text(&table["questions"][0]["title"]))),
        "{written}"
    );
    // What has no level says why, and nobody is made up.
    for (question, cells) in [(1, "– (could not judge) | 2.00 (2)"), (2, "– (not asked) | 4.00 (4)")] {
        let line = format!("| {} | {cells} |", text(&table["questions"][question]["title"]));
        assert!(written.contains(&line), "{line}\n{written}");
    }
    assert!(!written.contains("made up"), "{written}");
}

#[tokio::test]
async fn how_firm_the_first_place_is_stands_in_the_files_in_the_words_of_the_page() {
    let world = World::new().await;
    let (first, second) = (world.candidate("Zoe").await, world.candidate("Bo | Ek").await);
    world.held(&first, &[json!(5), json!(4), json!(2)], "yes").await;
    world.held(&second, &[json!(3), json!(3), json!(3)], "no").await;
    let ids = json!([first, second]);
    let table = world.ok("compare_table", json!({ "candidate_ids": ids })).await;
    let firm = &table["order"]["firmness"];
    let shares = list(&firm["shares"]).iter().filter(|share| share["any"].as_f64() > Some(0.0)).count();
    assert!(shares > 0 && !list(&firm["first"]).is_empty(), "{table}");
    let written = async |form: &str, hide_names: bool| {
        let path = world.beside("compared");
        let request = json!({ "candidate_ids": ids, "path": path, "form": form, "hide_names": hide_names });
        world.ok("comparison_text_export", request).await;
        fs::read_to_string(&path).unwrap()
    };
    const HEADING: &str = "How firm the first place is";
    let csv = written("csv", false).await;
    let rows: Vec<&str> = csv.lines().filter(|line| line.starts_with(HEADING)).collect();
    assert_eq!(rows.iter().filter(|row| row.contains("with any weights: ")).count(), shares, "{csv}");
    assert!(rows.iter().any(|row| row.contains("First: ")), "{csv}");
    let markdown = written("markdown", false).await;
    let (table, section) = markdown.split_once(&format!("\n## {HEADING}\n\n")).unwrap_or_else(|| panic!("{markdown}"));
    assert!(table.ends_with("|\n"), "{markdown}");
    assert!(
        section.contains("| Comes first | with any weights | with weights near the role’s |\n| --- |"),
        "{section}"
    );
    let said: Vec<&str> = section.lines().filter_map(|line| line.strip_prefix("- ")).collect();
    assert!(said.len() >= 3 && said[0].starts_with("First: "), "{section}");
    for line in &said {
        let line = line.replace('\\', "");
        assert!(rows.iter().any(|row| row.replace("\"\"", "\"").contains(&line)), "{line}\n{csv}");
    }
    let pdf = world.beside("compared.pdf");
    world.ok("comparison_export", json!({ "candidate_ids": ids, "path": pdf })).await;
    if let Some(printed) = support::pdf_text(&pdf) {
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let printed = flat(&printed);
        for line in &said {
            assert!(printed.contains(&flat(&line.replace('\\', ""))), "{line}\n{printed}");
        }
    }
    for form in ["csv", "markdown"] {
        let hidden = written(form, true).await;
        assert!(hidden.contains(HEADING), "{hidden}");
        assert!(!["Zoe", "Ek", "Ana Ruiz"].iter().any(|name| hidden.contains(name)), "{hidden}");
    }
}

#[tokio::test]
async fn a_comparison_that_cannot_be_written_leaves_what_is_there() {
    let world = World::new().await;
    let (first, second) = (world.candidate("Ana").await, world.candidate("Bo").await);
    let inside = world.data().join("a.csv");
    let ask = |path: &std::path::Path, ids: &[&String]| json!({ "candidate_ids": ids, "path": path, "form": "csv" });
    let (code, _) = world.refused("comparison_text_export", ask(&inside, &[&first, &second])).await;
    assert_eq!(code, "cannot_write");
    assert!(!inside.exists());
    let there = world.beside("there.csv");
    fs::write(&there, "mine").unwrap();
    let (code, why) = world.refused("comparison_text_export", ask(&there, &[&first])).await;
    assert_eq!(code, "invalid", "{why}");
    assert_eq!(fs::read_to_string(&there).unwrap(), "mine");
}

#[tokio::test]
async fn what_is_hidden_on_screen_is_hidden_in_the_file() {
    let mut world = World::new().await;
    let (first, second) = (world.candidate("Ana").await, world.candidate("Bo").await);
    world.held(&first, &[json!(5)], "yes").await;
    world.held(&second, &[json!(4)], "yes").await;
    world.become_colleague("Jan").await;
    world.start(&first).await;
    let table = world.ok("compare_table", json!({ "candidate_ids": [first, second] })).await;
    let path = world.beside("b.csv");
    world.ok("comparison_text_export", json!({ "candidate_ids": [first, second], "path": path, "form": "csv" })).await;
    let written = fs::read_to_string(&path).unwrap();
    let hidden = table["candidates"][0]["hidden"] == json!(true);
    assert!(hidden, "the rule hides it: {table}");
    assert!(
        written.lines().filter(|line| line.contains(",Ana,")).all(|line| line.contains("hidden until you submit")),
        "{written}"
    );
}

#[tokio::test]
async fn one_person_has_one_letter_on_the_page_in_the_file_and_in_the_packet() {
    let world = World::new().await;
    let mut ids = Vec::new();
    for name in ["Zoe", "Ana", "山田太郎"] {
        ids.push(world.candidate(name).await);
        world.held(ids.last().unwrap(), &[json!(3)], "yes").await;
    }
    // Two of the three, the later one first.
    let asked = json!([ids[2], ids[1]]);
    let table = world.ok("compare_table", json!({ "candidate_ids": asked })).await;
    let letters: Vec<String> = list(&table["candidates"]).iter().map(|one| text(&one["letter"])).collect();
    assert_eq!((letters, &table["own_letters"]), (["C", "B"].map(str::to_owned).to_vec(), &json!(false)));
    for (id, called) in [(&ids[2], "Candidate C"), (&ids[1], "Candidate B")] {
        let path = world.beside("blind.pdf");
        let options = json!({ "audience": "blind" });
        let request = json!({ "candidate_id": id, "path": path, "options": options });
        world.ok("packet_export", request).await;
        let Some(printed) = support::pdf_text(path.as_ref()) else { continue };
        assert!(printed.contains(called), "{called}: {printed}");
    }
    let path = world.beside("letters.md");
    let request = json!({ "candidate_ids": asked, "path": path, "form": "markdown", "hide_names": true });
    world.ok("comparison_text_export", request).await;
    let written = fs::read_to_string(&path).unwrap();
    assert!(written.contains("|  | C | B |\n"), "{written}");
    let unnamed = world.ok("compare_table", json!({ "candidate_ids": asked, "hide_names": true })).await.to_string();
    for name in ["Zoe", "Ana", "山田"].iter().copied().chain(ids.iter().map(String::as_str)) {
        assert!(!unnamed.contains(name), "{name}: {unnamed}");
    }
    assert!(unnamed.contains("\"name\":\"C\"") && unnamed.contains("Interviewer A"), "{unnamed}");
}

#[tokio::test]
async fn a_file_that_names_nobody_names_no_interviewer_and_says_whose_letters_they_are() {
    let mut world = World::new().await;
    let (first, second) = (world.candidate("Zoe").await, world.candidate("Bo").await);
    // Each is the first of a round.
    for (title, who) in [("Spring", &first), ("Autumn", &second)] {
        let round = json!({ "title": title, "role_id": support::ROLE, "kit_ids": [], "candidate_ids": [who] });
        world.ok("round_save", round).await;
    }
    let held = world.held(&first, &[json!(5)], "yes").await;
    world.held(&second, &[json!(3)], "no").await;
    let amend = json!({ "interview_id": held, "reason": "It was a no.", "changes": { "recommendation": "no" } });
    world.ok("scorecard_amend", amend).await;
    let asked = json!([first, second]);
    let written = async |world: &World, form: &str, hide_names: bool| {
        let path = world.beside("compared");
        let request = json!({ "candidate_ids": asked, "path": path, "form": form, "hide_names": hide_names });
        world.ok("comparison_text_export", request).await;
        fs::read_to_string(&path).unwrap()
    };
    for form in ["csv", "markdown"] {
        let named = written(&world, form, false).await;
        assert!(named.contains("Yes (Ana Ruiz, later: No)"), "{form}: {named}");
        assert!(!named.contains("of this comparison alone"), "{form}: nobody has a letter: {named}");
        let hidden = written(&world, form, true).await;
        assert!(hidden.contains("Yes (Interviewer A, later: No)"), "{form}: {hidden}");
        assert!(hidden.contains("letters are of this comparison alone"), "{form}: {hidden}");
        for name in ["Zoe", "Bo,", "Ana Ruiz"] {
            assert!(!hidden.contains(name), "{form}: {name}: {hidden}");
        }
    }
    // Nor is named whom the reader still owes a scorecard.
    let owed = world.candidate("Olga Petrova").await;
    let round = json!({ "title": "Winter", "role_id": support::ROLE, "kit_ids": [], "candidate_ids": [first, owed] });
    world.ok("round_save", round).await;
    world.become_colleague("Jan").await;
    world.start(&owed).await;
    let hidden = written(&world, "markdown", true).await;
    assert!(hidden.contains("until you submit your scorecard on another candidate of this round"), "{hidden}");
    assert!(!hidden.contains("Olga"), "{hidden}");
    assert!(written(&world, "markdown", false).await.contains("your scorecard on Olga Petrova"));
}
