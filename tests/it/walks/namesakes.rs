//! Two people of one name: no file is given to the wrong one. What decides is said, and where nothing does, a person is asked.

use serde_json::{Value, json};
use support::{ROLE, World, base64};

use crate::{list, text};

fn file(name: &str, text: &str) -> Value {
    json!({ "name": name, "bytes": base64(text.as_bytes()), "role_id": ROLE })
}

fn counts(answer: &Value) -> [u64; 3] {
    ["added", "updated", "unchanged"].map(|name| answer[name].as_u64().unwrap())
}

/// Of each row: its line, and who it goes to; nobody where someone is added.
fn goes(answer: &Value, rows: &str) -> Vec<(String, Option<String>)> {
    let one = |row: &Value| {
        let line = text(&row["where"]).rsplit(':').next().unwrap().to_owned();
        (line, row["here"]["candidate_id"].as_str().map(str::to_owned))
    };
    list(&answer[rows]).iter().map(one).collect()
}

fn to(line: &str, id: &str) -> (String, Option<String>) {
    (line.to_owned(), Some(id.to_owned()))
}

fn new(line: &str) -> (String, Option<String>) {
    (line.to_owned(), None)
}

/// The problems that left something out, with their lines.
fn left_out(answer: &Value) -> Vec<(String, String)> {
    let errors = list(&answer["problems"]).iter().filter(|one| one["severity"] == json!("error"));
    errors.map(|one| (text(&one["where"]), text(&one["what"]))).collect()
}

async fn imported(world: &World, id: &str) -> usize {
    list(&world.ok("imported_list", json!({ "candidate_id": id })).await["scorecards"]).len()
}

async fn contact(world: &World, id: &str) -> Value {
    world.ok("candidate_get", json!({ "candidate_id": id })).await["contact"].clone()
}

async fn with_contact(world: &World, name: &str, known: Value) -> String {
    let id = world.candidate(name).await;
    let mut contact = contact(world, &id).await;
    for (field, value) in known.as_object().unwrap() {
        contact[field] = value.clone();
    }
    world.ok("contact_save", json!({ "candidate_id": id, "contact": contact })).await;
    id
}

const RATINGS: &str = "Candidate,Email,Interviewer,Attribute,Rating\n\
    Ana Li,,Ida,SQL,4\nBo Ek,,Ida,SQL,3\nAna Li,two@example.org,Ole,SQL,2\nAna Li,,Ole,SQL,5\n";

#[tokio::test]
async fn a_scorecard_whose_name_two_candidates_have_goes_to_neither_until_a_person_says_whose_it_is() {
    let world = World::new().await;
    let one = world.candidate("Ana Li").await;
    let two = with_contact(&world, "Ana Li", json!({ "email": "Two@example.org" })).await;
    let bo = world.candidate("Bo Ek").await;
    let preview = world.ok("scorecard_import_preview", file("r.csv", RATINGS)).await;
    assert_eq!(
        goes(&preview, "scorecards"),
        [to("3", &bo), to("4", &two)],
        "the address decides, a name alone does not"
    );
    let here = &preview["scorecards"][1]["here"];
    assert_eq!((&here["name"], &here["email"]), (&json!("Ana Li"), &json!("Two@example.org")));
    assert!(!text(&here["role"]).is_empty() && !text(&here["added_at"]).is_empty(), "{here}");
    let told = left_out(&preview);
    assert_eq!(told.iter().map(|(place, _)| place.as_str()).collect::<Vec<_>>(), ["r.csv:2", "r.csv:5"]);
    assert!(told[0].1.starts_with("2 candidates for this role have the name “Ana Li”"), "{told:?}");
    let unsure = &preview["unsure"];
    assert_eq!(list(unsure).len(), 1, "{unsure}");
    assert_eq!((&unsure[0]["person"], &unsure[0]["said"]), (&json!("Ana Li"), &json!(false)));
    assert_eq!(unsure[0]["about"], json!(["Ida (r.csv:2)", "Ole (r.csv:5)"]));
    let may_be: Vec<String> = list(&unsure[0]["may_be"]).iter().map(|one| text(&one["candidate_id"])).collect();
    assert_eq!(may_be, [one.clone(), two.clone()]);

    // The good ones around are taken.
    let done = world.ok("scorecard_import", file("r.csv", RATINGS)).await;
    assert_eq!((counts(&done), left_out(&done).len()), ([2, 0, 0], 2));
    assert_eq!((imported(&world, &one).await, imported(&world, &two).await), (0, 1));
    // Once it is said, that holds when the file comes again without it.
    let mut said = file("r.csv", RATINGS);
    said["people"] = json!([{ "person": "Ana Li", "candidate_id": one }]);
    let preview = world.ok("scorecard_import_preview", said.clone()).await;
    assert_eq!((&preview["unsure"][0]["said"], left_out(&preview).len()), (&json!(true), 0));
    assert_eq!(counts(&world.ok("scorecard_import", said).await), [2, 0, 2]);
    assert_eq!((imported(&world, &one).await, imported(&world, &two).await), (2, 1));
    let again = world.ok("scorecard_import", file("r.csv", RATINGS)).await;
    assert_eq!((counts(&again), left_out(&again).len(), list(&again["unsure"]).len()), ([0, 0, 4], 0, 0), "{again}");
}

#[tokio::test]
async fn whoever_has_a_name_that_is_here_may_be_someone_new() {
    let world = World::new().await;
    let one = world.candidate("Ana Li").await;
    world.candidate("Ana Li").await;
    let mut request = file("r.csv", "Candidate,Interviewer,Attribute,Rating\nAna Li,Ida,SQL,4\n");
    request["people"] = json!([{ "person": "Ana Li", "name": "Ana Li" }, { "person": "Bo", "candidate_id": one }]);
    let preview = world.ok("scorecard_import_preview", request.clone()).await;
    assert_eq!(goes(&preview, "scorecards"), [new("2")]);
    let told: Vec<String> = list(&preview["problems"]).iter().map(|one| text(&one["what"])).collect();
    assert!(told.iter().any(|what| what.contains("has the name “Ana Li” already. Another one is added")), "{told:?}");
    assert!(told.iter().any(|what| what.starts_with("Nobody in this file is known as “Bo”")), "{told:?}");
    assert_eq!(counts(&world.ok("scorecard_import", request).await), [1, 0, 0]);
    assert_eq!(list(&world.ok("candidate_list", json!({})).await["candidates"]).len(), 3);
}

/// Greenhouse's scorecards of two people, whom it names beside.
fn greenhouse(people: &[(u32, &str)]) -> String {
    let of = |(id, email): &(u32, &str)| {
        format!(
            r#"{{"id": {id}0, "candidate_id": {id}, "submitted_at": "2026-03-01T12:00:00Z", "overall_recommendation": "yes", "interviewer": {{"name": "Ola"}},
               "attributes": []}}, {{"id": {id}, "first_name": "Ana", "last_name": "Li",
               "email_addresses": [{{"value": "{email}", "type": "personal"}}]}}"#
        )
    };
    format!("[{}]", people.iter().map(of).collect::<Vec<_>>().join(", "))
}

#[tokio::test]
async fn two_people_of_another_program_are_never_taken_for_one_of_their_name() {
    let world = World::new().await;
    let ana = world.candidate("Ana Li").await;
    let read =
        async |people: &[(u32, &str)]| world.ok("scorecard_import_preview", file("g.json", &greenhouse(people))).await;
    // Two in one file, one here.
    let both = read(&[(5, ""), (9, "")]).await;
    assert_eq!((goes(&both, "scorecards").len(), list(&both["unsure"]).len()), (0, 2), "{both}");
    assert!(left_out(&both)[0].1.starts_with("Several people in the file have the name “Ana Li”"), "{both}");
    // One after the other: the second has another id there.
    let first = file("g.json", &greenhouse(&[(5, "")]));
    assert_eq!(counts(&world.ok("scorecard_import", first).await), [1, 0, 0]);
    assert_eq!(imported(&world, &ana).await, 1);
    let second = read(&[(9, "")]).await;
    assert!(left_out(&second)[0].1.contains("another id in the program that the file is from"), "{second}");
    // Who has an address of her own is someone new, or the one who has it; an address that two have tells nothing.
    assert_eq!(
        goes(&read(&[(9, "a@example.org")]).await, "scorecards").len(),
        0,
        "she here has none, and may be the one"
    );
    let with = with_contact(&world, "Ana Li", json!({ "email": "a@example.org" })).await;
    assert_eq!(list(&read(&[(9, "a@example.org")]).await["scorecards"])[0]["here"]["candidate_id"], json!(with));
    with_contact(&world, "Ana L.", json!({ "email": "a@example.org" })).await;
    let twice = read(&[(9, "a@example.org")]).await;
    assert!(left_out(&twice)[0].1.starts_with("2 candidates for this role have this e-mail address"), "{twice}");
}

#[tokio::test]
async fn a_row_whose_name_two_candidates_have_is_left_out_and_the_rows_around_it_are_taken() {
    let world = World::new().await;
    let one = with_contact(&world, "Ana Li", json!({ "phone": "+48 1" })).await;
    let two = with_contact(&world, "Ana Li", json!({ "email": "two@example.org" })).await;
    let bo = world.candidate("Bo Ek").await;
    let rows =
        "Name,Email,Phone,Company\nBo Ek,bo@example.org,,\nAna Li,,,Acme\nAna Li,two@example.org,,Beta\nCy Fox,,,\n";
    let preview = world.ok("candidate_import_preview", file("p.csv", rows)).await;
    assert_eq!(goes(&preview, "people"), [to("2", &bo), to("4", &two), new("5")]);
    let told = left_out(&preview);
    assert_eq!((told.len(), told[0].0.as_str()), (1, "p.csv:3"), "{told:?}");
    assert!(told[0].1.contains("this row is left out"), "{told:?}");
    let unsure = &preview["unsure"][0];
    assert_eq!((&unsure["person"], &unsure["about"]), (&json!("3"), &json!(["p.csv:3", "Acme"])));
    assert_eq!(unsure["may_be"][0]["candidate_id"], json!(one), "the other one is in the row with her address");

    let done = world.ok("candidate_import", file("p.csv", rows)).await;
    assert_eq!((counts(&done), left_out(&done).len()), ([1, 2, 0], 1));
    assert_eq!(goes(&done, "people"), goes(&preview, "people"));
    assert_eq!(contact(&world, &one).await["company"], "", "nothing is learnt of the one it may not be");
    assert_eq!(contact(&world, &two).await["company"], "Beta");
    // A phone number tells, and so does a person.
    let by_phone = world.ok("candidate_import_preview", file("p.csv", "Name,Phone\nAna Li,+481\n")).await;
    assert_eq!(goes(&by_phone, "people"), [to("2", &one)]);
    let mut said = file("p.csv", rows);
    said["people"] = json!([{ "person": "3", "candidate_id": one }]);
    assert_eq!(counts(&world.ok("candidate_import", said.clone()).await), [0, 1, 3]);
    assert_eq!(contact(&world, &one).await["company"], "Acme");
    said["people"] = json!([{ "person": "3", "name": "Ana Li" }]);
    let preview = world.ok("candidate_import_preview", said.clone()).await;
    assert_eq!((goes(&preview, "people")[1].clone(), left_out(&preview).len()), (new("3"), 0));
    said["people"] = json!([{ "person": "3", "candidate_id": "nobody" }]);
    assert_eq!(world.refused("candidate_import", said).await.0, "not_found");
}

#[tokio::test]
async fn two_rows_of_one_name_are_not_both_the_one_who_is_here_and_the_same_file_again_changes_nothing() {
    let world = World::new().await;
    let rows = "Name,Phone\nAna Li,1\nAna Li,2\nBo Ek,\nBo Ek,\n";
    assert_eq!(counts(&world.ok("candidate_import", file("p.csv", rows)).await), [4, 0, 0], "none is here");
    let again = world.ok("candidate_import", file("p.csv", rows)).await;
    assert_eq!((counts(&again), left_out(&again).len()), ([0, 0, 4], 0), "{again}");
    let cy = world.candidate("Cy Fox").await;
    let more = "Name,Email\nCy Fox,a@example.org\nCy Fox,b@example.org\n";
    let preview = world.ok("candidate_import_preview", file("p.csv", more)).await;
    assert_eq!((counts(&preview["counts"]), left_out(&preview).len()), ([0, 0, 0], 2), "either may be the one here");
    let mut said = file("p.csv", more);
    said["people"] = json!([{ "person": "2", "name": "Cy Fox" }, { "person": "3", "candidate_id": cy }]);
    assert_eq!(counts(&world.ok("candidate_import", said).await), [1, 1, 0]);
    assert_eq!(contact(&world, &cy).await["email"], "b@example.org");
    let again = world.ok("candidate_import", file("p.csv", more)).await;
    assert_eq!((counts(&again), left_out(&again).len()), ([0, 0, 2], 0));
}

#[tokio::test]
async fn people_of_one_line_are_told_apart_by_their_number_there() {
    let world = World::new().await;
    world.candidate("Ana Li").await;
    let resumes = r#"[{"basics":{"name":"Ana Li","label":"One"}},{"basics":{"name":"Ana Li","label":"Two"}}]"#;
    let mut request = file("cv.json", resumes);
    let preview = world.ok("candidate_import_preview", request.clone()).await;
    let known: Vec<String> = list(&preview["unsure"]).iter().map(|one| text(&one["person"])).collect();
    assert_eq!(known, ["1", "1.2"]);
    request["people"] = json!([{ "person": "1.2", "name": "Ana Li" }]);
    let preview = world.ok("candidate_import_preview", request).await;
    assert_eq!(
        (goes(&preview, "people"), preview["people"][0]["contact"]["title"].clone()),
        (vec![new("1")], json!("Two"))
    );
}

#[tokio::test]
async fn a_meeting_with_a_name_that_two_have_is_with_the_one_of_the_round_or_with_nobody_yet() {
    let world = World::new().await;
    let [one, two] = [world.candidate("Ana Li").await, world.candidate("Ana Li").await];
    let event = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:one\r\nDTSTAMP:20261101T000000Z\r\n\
                 DTSTART:20261125T100000Z\r\nDTEND:20261125T110000Z\r\nSUMMARY:Interview with Ana Li\r\nEND:VEVENT\r\n\
                 END:VCALENDAR\r\n";
    let whom = async |candidates: &[&String]| {
        let round = json!({ "title": "Nov", "role_id": ROLE, "kit_ids": [], "candidate_ids": candidates });
        let round = world.ok("round_save", round).await["round"]["id"].clone();
        let ask = json!({ "name": "r.ics", "bytes": base64(event.as_bytes()), "round_id": round });
        world.ok("calendar_import_preview", ask).await["meetings"][0]["candidate_id"].clone()
    };
    assert_eq!(whom(&[]).await, Value::Null, "none is of the round");
    assert_eq!(whom(&[&two]).await, json!(two));
    assert_eq!(whom(&[&one, &two]).await, Value::Null, "both are");
}

#[tokio::test]
async fn people_with_the_address_of_one_agency_are_all_taken_and_known_again_by_their_names() {
    let world = World::new().await;
    let agency = file(
        "ag.csv",
        "Name,Email\nAlice Adams,jobs@agency.org\nBob Brown,jobs@agency.org\nAlice Adams,jobs@agency.org\n",
    );
    let first = world.ok("candidate_import", agency.clone()).await;
    assert_eq!((counts(&first), left_out(&first)), ([2, 0, 0], Vec::new()), "{first}");
    let told: Vec<String> = list(&first["problems"]).iter().map(|one| text(&one["what"])).collect();
    assert!(told[0].contains("with another name, so that they are taken for two people"), "{told:?}");
    assert!(told[1].contains("with the same name, so that both are taken for one person"), "{told:?}");
    let again = world.ok("candidate_import", agency).await;
    assert_eq!((counts(&again), left_out(&again)), ([0, 0, 2], Vec::new()), "{again}");
    // A third name with their address: nobody knows whether it is one of them.
    let other = world.ok("candidate_import_preview", file("cat.csv", "Name,Email\nCat Cole,jobs@agency.org\n")).await;
    assert_eq!(goes(&other, "people"), []);
    assert_eq!(list(&other["unsure"][0]["may_be"]).len(), 2, "{other}");
    assert!(!left_out(&other)[0].1.contains("e-mail address in the file"), "it says one already: {other}");
}

#[tokio::test]
async fn somebody_who_is_found_by_the_address_alone_is_told_where_the_name_is_another() {
    let world = World::new().await;
    let jon = with_contact(&world, "Jon Oak", json!({ "email": "jon@a.org" })).await;
    let row = |name: &str| file("j.csv", &format!("Name,Email\n{name},jon@a.org\n"));
    let other = world.ok("candidate_import_preview", row("Jonathan Oak")).await;
    assert_eq!(goes(&other, "people"), [to("2", &jon)]);
    let told: Vec<String> = list(&other["problems"]).iter().map(|one| text(&one["what"])).collect();
    assert!(told.len() == 1 && told[0].contains("Jon Oak") && told[0].contains("Jonathan Oak"), "{told:?}");
    let same = world.ok("candidate_import_preview", row("JON OAK")).await;
    assert_eq!(same["problems"], json!([]), "{same}");
}

#[tokio::test]
async fn in_a_comparison_each_of_one_name_has_what_tells_them_apart_and_with_names_hidden_nobody_has() {
    let world = World::new().await;
    let one = with_contact(&world, "Ana Li", json!({ "email": "one@example.org" })).await;
    let two = world.candidate("ana li").await;
    let bo = with_contact(&world, "Bo Ek", json!({ "email": "bo@example.org" })).await;
    let end = format!("({})", &two[two.len() - 8..]);
    let ids = json!([one, two, bo]);
    let table = world.ok("compare_table", json!({ "candidate_ids": ids })).await;
    let names: Vec<String> = list(&table["candidates"]).iter().map(|one| text(&one["name"])).collect();
    assert_eq!(names, ["Ana Li (one@example.org)".to_owned(), format!("ana li {end}"), "Bo Ek".to_owned()]);
    let path = world.beside("compared");
    for form in ["csv", "markdown"] {
        for hidden in [false, true] {
            let ask = json!({ "candidate_ids": ids, "path": path, "form": form, "hide_names": hidden });
            world.ok("comparison_text_export", ask).await;
            let written = std::fs::read_to_string(&path).unwrap();
            let both = written.contains("Ana Li (one@example.org)") && written.contains(&end);
            assert!(both != hidden, "{form}, {hidden}: {written}");
            assert!(!hidden || !written.contains("one@example.org") && !written.contains(&end), "{written}");
            let columns = written.lines().find(|line| line.starts_with("|  |"));
            let mut heads: Vec<&str> = columns.unwrap_or_default().split('|').map(str::trim).skip(2).collect();
            heads.pop();
            let all = heads.len();
            heads.sort_unstable();
            heads.dedup();
            assert!(form == "csv" || all == 3 && heads.len() == 3, "{written}");
        }
    }
    // Beside somebody else alone, the name is enough.
    let table = world.ok("compare_table", json!({ "candidate_ids": [one, bo] })).await;
    assert_eq!(table["candidates"][0]["name"], json!("Ana Li"));
}

#[tokio::test]
async fn somebody_new_of_whom_some_rows_have_the_address_is_one_person() {
    let world = World::new().await;
    let head = "Candidate,Email,Interviewer,Attribute,Rating\n";
    let rows =
        format!("{head}Zoë  Ek,,Ida,SQL,4\nZOË EK,Z@example.org,Ole,SQL,2\nZoë Ek,,Uwe,SQL,5\nBo Ek,,Ida,SQL,3\n");
    let preview = world.ok("scorecard_import_preview", file("r.csv", &rows)).await;
    assert_eq!((list(&preview["unsure"]).len(), left_out(&preview).len()), (0, 0), "{preview}");
    assert_eq!(counts(&world.ok("scorecard_import", file("r.csv", &rows)).await), [4, 0, 0]);
    let all = world.ok("candidate_list", json!({})).await["candidates"].clone();
    assert_eq!(list(&all).len(), 2, "{all}");
    let zoe = list(&all).iter().find(|one| text(&one["candidate"]["name"]).contains('Z')).unwrap();
    let zoe = text(&zoe["candidate"]["id"]);
    assert_eq!((imported(&world, &zoe).await, &contact(&world, &zoe).await["email"]), (3, &json!("Z@example.org")));
    // She is here with her address now, and more rows are hers, whichever way they name her.
    let more = format!("{head}Zoë Ek,,Eva,SQL,4\nZoë Ek,z@example.org,Max,SQL,4\n");
    let more = world.ok("scorecard_import", file("m.csv", &more)).await;
    assert_eq!(
        list(&more["scorecards"]).iter().filter(|one| one["here"]["candidate_id"] == json!(zoe)).count(),
        2,
        "{more}"
    );
}

#[tokio::test]
async fn two_addresses_under_one_name_are_two_people_and_a_row_with_the_name_alone_is_asked_about() {
    let world = World::new().await;
    let rows = "Candidate,Email,Interviewer,Attribute,Rating\nCy Fox,a@example.org,Ida,SQL,4\ncy fox,b@example.org,Ida,SQL,3\n\
        Cy Fox,,Ole,SQL,1\n";
    let preview = world.ok("scorecard_import_preview", file("r.csv", rows)).await;
    assert_eq!(goes(&preview, "scorecards"), [new("2"), new("3")]);
    let told = left_out(&preview);
    assert_eq!((told.len(), told[0].0.as_str()), (1, "r.csv:4"), "{told:?}");
    assert!(told[0].1.contains("each with an e-mail address, and here stands none"), "{told:?}");
    let unsure = &preview["unsure"];
    assert_eq!((list(unsure).len(), &unsure[0]["person"], &unsure[0]["may_be"]), (1, &json!("Cy Fox"), &json!([])));
    assert_eq!(unsure[0]["addresses"], json!(["a@example.org", "b@example.org"]));
    // The address says which of the file it is.
    let mut by_address = file("r.csv", rows);
    by_address["people"] = json!([{ "person": "Cy Fox", "name": "B@example.org" }]);
    let preview = world.ok("scorecard_import_preview", by_address.clone()).await;
    assert_eq!((goes(&preview, "scorecards").len(), &preview["unsure"][0]["said"]), (3, &json!(true)));
    assert_eq!(left_out(&preview), []);
    let import = world.ok("scorecard_import", by_address).await["import_id"].clone();
    let all = world.ok("candidate_list", json!({})).await["candidates"].clone();
    assert_eq!(list(&all).len(), 2, "{all}");
    let mut scorecards = Vec::new();
    for one in list(&all) {
        let id = text(&one["candidate"]["id"]);
        scorecards.push((text(&contact(&world, &id).await["email"]), imported(&world, &id).await));
    }
    scorecards.sort();
    assert_eq!(scorecards, [("a@example.org".to_owned(), 1), ("b@example.org".to_owned(), 2)]);
    world.ok("import_undo", json!({ "import_id": import })).await;

    assert_eq!(counts(&world.ok("scorecard_import", file("r.csv", rows)).await), [2, 0, 0]);
    // Both are here now, and she who is meant can be named.
    let mut said = file("r.csv", rows);
    let preview = world.ok("scorecard_import_preview", said.clone()).await;
    let may_be = preview["unsure"][0]["may_be"].clone();
    assert_eq!(list(&may_be).len(), 2, "{preview}");
    let second = text(&may_be[1]["candidate_id"]);
    said["people"] = json!([{ "person": "line 4", "candidate_id": second }]);
    assert_eq!(counts(&world.ok("scorecard_import", said).await), [1, 0, 2]);
    assert_eq!(imported(&world, &second).await, 2);
}

#[tokio::test]
async fn a_row_that_says_nothing_new_of_several_of_the_name_is_told_as_none_of_them() {
    let world = World::new().await;
    world.candidate("Ana Li").await;
    world.candidate("Ana Li").await;
    let one = world.candidate("Bo Ek").await;
    let rows = "Name,Phone\nAna Li,\nBo Ek,\n";
    let preview = world.ok("candidate_import_preview", file("p.csv", rows)).await;
    assert_eq!(counts(&preview["counts"]), [0, 0, 2]);
    assert_eq!(goes(&preview, "people"), [new("2"), to("3", &one)]);
    let told: Vec<&Value> = list(&preview["people"]).iter().map(|row| &row["one_of"]).collect();
    assert_eq!(told, [&json!(2), &json!(0)]);
}
