//! A round: candidates from a file, interviews that are planned by hand or by a calendar, and the day on which they are.

use serde_json::{Value, json};
use support::{KIT, ROLE, World, base64};

const PEOPLE: &str = "First name,Last name,E-mail,Phone,Company,Date of birth,Team\n\
    Nguyễn,Văn Anh,anh@example.org,+84 1,Acme,1990-01-01,Blue\n\
    Ana,Ruiz,ana@example.org,,Beta,1988-02-02,\n\
    ,,nobody@example.org,,,,\n";

fn file(name: &str, text: &str) -> Value {
    json!({ "name": name, "bytes": base64(text.as_bytes()), "role_id": ROLE })
}

fn of_round(round: &Value, text: &str) -> Value {
    json!({ "name": "round.ics", "bytes": base64(text.as_bytes()), "round_id": round["round"]["id"] })
}

async fn names(world: &World) -> Vec<String> {
    let all = world.ok("candidate_list", json!({})).await;
    all["candidates"].as_array().unwrap().iter().map(|c| c["candidate"]["name"].as_str().unwrap().to_owned()).collect()
}

async fn by_name(world: &World, name: &str) -> Value {
    let all = world.ok("candidate_list", json!({})).await;
    let found = all["candidates"].as_array().unwrap().iter().find(|c| c["candidate"]["name"] == name).unwrap().clone();
    world.ok("candidate_get", json!({ "candidate_id": found["candidate"]["id"] })).await
}

async fn round(world: &World, candidates: &[&str]) -> Value {
    let request = json!({ "title": "November", "role_id": ROLE, "kit_ids": [KIT], "candidate_ids": candidates });
    world.ok("round_save", request).await
}

#[tokio::test]
async fn candidates_come_in_from_a_table_without_what_must_not_be_known() {
    let world = World::new().await;
    let preview = world.ok("candidate_import_preview", file("people.csv", PEOPLE)).await;
    assert_eq!(preview["counts"], json!({ "added": 2, "updated": 0, "unchanged": 0 }));
    assert_eq!(preview["people"][0]["name"], "Nguyễn Văn Anh");
    assert_eq!(preview["columns"][5]["dropped"], "birth_date");
    let problems = preview["problems"].to_string();
    assert!(problems.contains("people.csv:4") && problems.contains("Date of birth"), "{problems}");
    assert_eq!(names(&world).await, Vec::<String>::new(), "a preview writes nothing");

    let done = world.ok("candidate_import", file("people.csv", PEOPLE)).await;
    assert_eq!((&done["added"], &done["updated"], &done["unchanged"]), (&json!(2), &json!(0), &json!(0)));
    let anh = by_name(&world, "Nguyễn Văn Anh").await;
    assert_eq!((&anh["contact"]["email"], &anh["contact"]["notes"]), (&json!("anh@example.org"), &json!("Team: Blue")));
    assert!(!anh.to_string().contains("1990"), "a birth date is nowhere");

    let again = world.ok("candidate_import", file("people.csv", PEOPLE)).await;
    assert_eq!((&again["added"], &again["unchanged"], &again["import_id"]), (&json!(0), &json!(2), &Value::Null));
    assert_eq!(names(&world).await.len(), 2);
}

#[tokio::test]
async fn a_sentence_of_the_notes_that_says_what_must_not_be_known_stays_only_if_a_person_says_so() {
    let world = World::new().await;
    let text = "Name,E-mail,Notes\nAna Ruiz,ana@example.org,Knows Rust. Born 1990 in Cádiz. Married.\n";
    let mut request = file("people.csv", text);
    let preview = world.ok("candidate_import_preview", request.clone()).await;
    let mentions = preview["mentions"].as_array().unwrap();
    assert_eq!((&preview["mentioned"], mentions.len(), &preview["problems"]), (&json!(2), 2, &json!([])));
    assert_eq!(
        mentions[0],
        json!({
            "number": 0, "where": "people.csv:2", "name": "Ana Ruiz", "words": "born 1990",
            "sentence": "Born 1990 in Cádiz.", "what": "birth_date", "kept": false,
        })
    );
    assert_eq!(preview["people"][0]["contact"]["notes"], "Knows Rust.");
    request["keep"] = json!([1]);
    let done = world.ok("candidate_import", request.clone()).await;
    let told = done["problems"].to_string();
    assert!(told.contains("“born 1990” was left out of the notes") && told.contains("“Married” was kept"), "{told}");
    let ana = by_name(&world, "Ana Ruiz").await;
    assert_eq!(ana["contact"]["notes"], "Knows Rust. Married.");
    let again = world.ok("candidate_import", request).await;
    assert_eq!((&again["added"], &again["unchanged"]), (&json!(0), &json!(1)));
}

#[tokio::test]
async fn a_column_is_what_the_person_says_it_is() {
    let world = World::new().await;
    let mut request = file("people.csv", "Who,Where found\nBo Li,A fair\n");
    let preview = world.ok("candidate_import_preview", request.clone()).await;
    assert_eq!(preview["people"], json!([]), "nothing says who");
    request["columns"] = json!(["name", "source"]);
    world.ok("candidate_import", request).await;
    assert_eq!(by_name(&world, "Bo Li").await["contact"]["source"], "A fair");
}

#[tokio::test]
async fn an_import_adds_what_is_new_and_replaces_nothing_and_can_be_taken_back() {
    let world = World::new().await;
    let first = world.ok("candidate_import", file("people.csv", PEOPLE)).await;
    let ana = by_name(&world, "Ana Ruiz").await["card"]["candidate"]["id"].clone();
    let more =
        "Name,Email,Phone,Company\nAna R.,ANA@example.org,+34 5,Gamma\nNguyễn Văn Anh,,+84 9,\nBo Li,,,\nBo Li,,,\n";
    let second = world.ok("candidate_import", file("more.csv", more)).await;
    assert_eq!(second["added"], 2, "two people may have one name");
    assert_eq!((&second["updated"], &second["unchanged"]), (&json!(1), &json!(1)));
    let contact = by_name(&world, "Ana Ruiz").await["contact"].clone();
    assert_eq!((&contact["phone"], &contact["company"]), (&json!("+34 5"), &json!("Beta")));
    let third = world.ok("candidate_import", file("more.csv", more)).await;
    assert_eq!((&third["added"], &third["updated"], &third["unchanged"]), (&json!(0), &json!(0), &json!(4)));

    // Whom something has happened to since stays.
    world.start(ana.as_str().unwrap()).await;
    let undone = world.ok("import_undo", json!({ "import_id": second["import_id"] })).await;
    assert_eq!((&undone["undone"], &undone["kept"]), (&json!(3), &json!(0)));
    assert_eq!(by_name(&world, "Ana Ruiz").await["contact"]["phone"], "");
    let undone = world.ok("import_undo", json!({ "import_id": first["import_id"] })).await;
    assert_eq!((&undone["undone"], &undone["kept"]), (&json!(1), &json!(1)));
    assert_eq!(names(&world).await, ["Ana Ruiz"], "she has an interview");
    let (code, _) = world.refused("import_undo", json!({ "import_id": first["import_id"] })).await;
    assert_eq!(code, "not_found");
}

#[tokio::test]
async fn what_cannot_be_read_is_a_clear_refusal() {
    let world = World::new().await;
    let (code, message) = world.refused("candidate_import", file("people.csv", "Name,E-mail\n,x@example.org\n")).await;
    assert!(code == "invalid" && message.contains("people.csv:2"), "{code} {message}");
    let request = json!({ "name": "a.csv", "bytes": "%", "role_id": ROLE });
    assert!(world.refused("candidate_import_preview", request).await.1.contains("base64"));
    let request = json!({ "name": "a.csv", "bytes": "", "role_id": "none" });
    assert_eq!(world.refused("candidate_import_preview", request).await.0, "not_found");
    let path = json!({ "path": world.beside("none.csv"), "role_id": ROLE, "dry_run": true });
    assert!(world.refused("candidate_import_path", path).await.1.contains("it is not there"));
}

#[tokio::test]
async fn a_contact_is_kept_as_it_is_typed() {
    let world = World::new().await;
    let id = world.candidate("Bo Li").await;
    let mut contact = world.ok("candidate_get", json!({ "candidate_id": id })).await["contact"].clone();
    contact["email"] = json!(" bo@example.org ");
    let saved = world.ok("contact_save", json!({ "candidate_id": id, "contact": contact })).await;
    assert_eq!(saved["contact"]["email"], "bo@example.org");
    contact["birth_date"] = json!("1990-01-01");
    assert_eq!(world.refused("contact_save", json!({ "candidate_id": id, "contact": contact })).await.0, "invalid");
}

#[tokio::test]
async fn a_planned_interview_stands_in_its_day_and_starts_with_its_kit() {
    let world = World::new().await;
    let (ana, bo) = (world.candidate("Ana Díaz").await, world.candidate("Bo Li").await);
    let round = round(&world, &[&ana, &bo]).await;
    assert_eq!(round["candidates"].as_array().unwrap().len(), 2);
    let plan = |candidate: &str, who: &[&str], from: &str, until: &str| json!({ "candidate_id": candidate, "kit_id": KIT, "interviewers": who, "starts_at": from, "ends_at": until });
    // The world's day is 22 November, in UTC.
    for request in [
        plan(&bo, &["ana ruiz"], "2026-11-22T15:00:00Z", "2026-11-22T15:45:00Z"),
        plan(&ana, &["Jan Nowak"], "2026-11-22T11:00:00Z", "2026-11-22T11:45:00Z"),
        plan(&ana, &[], "2026-11-22T23:30:00Z", "2026-11-23T00:15:00Z"),
        plan(&ana, &[], "2026-11-23T00:00:00Z", "2026-11-23T01:00:00Z"),
        plan(&ana, &[], "2026-11-21T23:00:00Z", "2026-11-22T00:00:00Z"),
    ] {
        world.ok("appointment_save", request).await;
    }
    let today = world.ok("today_get", json!({})).await;
    let told: Vec<_> = today["planned"].as_array().unwrap().iter().map(|p| (&p["candidate"], &p["mine"])).collect();
    let (t, f) = (json!(true), json!(false));
    assert_eq!(told, [(&json!("Ana Díaz"), &f), (&json!("Bo Li"), &t), (&json!("Ana Díaz"), &t)]);
    assert_eq!(today["waiting"], json!([]), "whose interview is planned for today does not wait for one");

    let planned = &today["planned"][1];
    assert_eq!((&planned["state"], &planned["kit"].is_string()), (&json!("planned"), &true));
    let id = &planned["appointment"]["id"];
    let wrong = json!({ "candidate_id": ana, "kit_id": KIT, "appointment_id": id });
    assert_eq!(world.refused("interview_start", wrong).await.0, "invalid");
    let live = world.ok("interview_start", json!({ "candidate_id": bo, "kit_id": KIT, "appointment_id": id })).await;
    let today = world.ok("today_get", json!({})).await;
    assert_eq!(today["planned"][1]["state"], "open");
    assert_eq!(today["planned"][1]["interview_id"], live["interview"]["id"]);
    let gone = json!({ "interview_id": live["interview"]["id"], "phase": "no_show", "reason": "", "at_seconds": 0 });
    world.ok("interview_set_phase", gone).await;
    assert_eq!(world.ok("today_get", json!({})).await["planned"][1]["state"], "over");

    let backwards = plan(&ana, &[], "2026-11-22T11:00:00Z", "2026-11-22T10:00:00Z");
    assert!(world.refused("appointment_save", backwards).await.1.contains("before it starts"));
    let left = world.ok("appointment_remove", json!({ "appointment_id": id })).await;
    assert_eq!((left["planned"].as_array().unwrap().len(), left["interviews"].as_array().unwrap().len()), (0, 1));
}

#[tokio::test]
async fn two_rounds_of_a_role_are_told_apart_and_one_who_is_in_none_belongs_to_both() {
    let mut world = World::new().await;
    let (ana, bo, cy) = (world.candidate("Ana").await, world.candidate("Bo").await, world.candidate("Cy").await);
    assert_ne!(bo, cy);
    let ratings: Vec<Value> = vec![json!(4); 6];
    world.held(&ana, &ratings, "yes").await;
    world.become_colleague("Jan Nowak").await;
    let (autumn, spring) = (round(&world, &[&ana]).await, round(&world, &[&bo]).await);
    assert_ne!(autumn["round"]["id"], spring["round"]["id"]);
    world.start(&bo).await;
    let interview = world.ok("candidate_get", json!({ "candidate_id": ana })).await["interviews"][0]["id"].clone();
    let read = json!({ "interview_id": interview });
    world.ok("interview_get", read.clone()).await;
    let with = |round: &Value, candidates: Value| {
        json!({
            "round_id": round["round"]["id"], "title": "A round", "role_id": ROLE, "kit_ids": [], "candidate_ids": candidates,
        })
    };
    let both = world.ok("round_save", with(&spring, json!([ana, bo]))).await;
    assert_eq!(both["candidates"].as_array().unwrap().len(), 2, "one who is in another round comes over");
    assert_eq!(world.refused("interview_get", read.clone()).await.0, "hidden", "one round");

    // Nobody is taken out of the round while an own scorecard of it is open: that would show what it hides.
    for one in [&ana, &bo] {
        let (code, message) = world.refused("round_save", with(&autumn, json!([one]))).await;
        assert_eq!(code, "conflict");
        assert!(message.contains("Submit it first"), "{message}");
    }
    assert_eq!(world.refused("interview_get", read.clone()).await.0, "hidden", "nothing was moved");
    world.ok("round_remove", json!({ "round_id": spring["round"]["id"] })).await;
    assert_eq!(world.refused("interview_get", read.clone()).await.0, "hidden", "no round: the role is one");
    world.ok("round_save", with(&autumn, json!([ana]))).await;
    assert_eq!(world.refused("interview_get", read.clone()).await.0, "hidden", "Bo is in none");
    let apart = json!({ "title": "Apart", "role_id": ROLE, "kit_ids": [], "candidate_ids": [bo] });
    assert_eq!(world.refused("round_save", apart).await.0, "conflict", "that would tell them apart");
    assert_eq!(names(&world).await.len(), 3);
}

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n\
    BEGIN:VEVENT\r\nUID:one\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;TZID=Europe/Berlin:20261124T100000\r\n\
    DTEND;TZID=Europe/Berlin:20261124T104500\r\nSUMMARY:Interview Bo Li\r\n\
    ATTENDEE;CN=Ana Ruiz:mailto:ana@example.org\r\nATTENDEE;CN=Bo Li:mailto:bo@example.org\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:two\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261125T100000Z\r\nDTEND:20261125T110000Z\r\n\
    SUMMARY:Interview with Cy Young\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:day\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20261126\r\nSUMMARY:Fair\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:old\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261001T100000Z\r\nDTEND:20261001T110000Z\r\n\
    SUMMARY:Long ago\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[tokio::test]
async fn a_meeting_that_ends_when_it_starts_is_told_and_no_all_day_entry() {
    let world = World::new().await;
    let bo = world.candidate("Bo Li").await;
    let round = round(&world, &[&bo]).await;
    let short = CALENDAR.replace("DTEND:20261125T110000Z", "DTEND:20261125T100000Z");
    let preview = world.ok("calendar_import_preview", of_round(&round, &short)).await;
    assert_eq!((&preview["past"], &preview["all_day"]), (&json!(1), &json!(1)));
    assert_eq!(preview["meetings"].as_array().unwrap().len(), 1);
    let [told] = preview["problems"].as_array().unwrap().as_slice() else { panic!("{preview}") };
    assert_eq!((&told["where"], &told["severity"]), (&json!("round.ics:13"), &json!("error")));
    assert!(told["what"].as_str().unwrap().starts_with("“Interview with Cy Young” ends when it starts"), "{told}");
}

#[tokio::test]
async fn a_calendar_plans_what_is_chosen_moves_with_it_and_can_be_taken_back() {
    let world = World::new().await;
    let bo = world.candidate("Bo Li").await;
    let round = round(&world, &[&bo]).await;
    let preview = world.ok("calendar_import_preview", of_round(&round, CALENDAR)).await;
    assert_eq!((&preview["past"], &preview["all_day"]), (&json!(1), &json!(1)));
    let [one, two] = preview["meetings"].as_array().unwrap().as_slice() else { panic!("{preview}") };
    assert_eq!((&one["candidate_id"], &one["kit_id"], &one["change"]), (&json!(bo), &json!(KIT), &json!("new")));
    assert_eq!((&one["starts_at"], &one["interviewers"]), (&json!("2026-11-24T09:00:00Z"), &json!(["Ana Ruiz"])));
    assert_eq!((&two["candidate_id"], &two["names"][0]), (&Value::Null, &json!("Cy Young")));

    let mut request = of_round(&round, CALENDAR);
    request["choices"] = json!([
        { "uid": "one", "occurrence": "", "candidate_id": bo, "kit_id": KIT },
        { "uid": "two", "occurrence": "", "new_name": "Cy Young", "kit_id": null },
    ]);
    let done = world.ok("calendar_import", request.clone()).await;
    assert_eq!((&done["added"], &done["candidates"]), (&json!(2), &json!(1)));
    let now = world.ok("round_get", json!({ "round_id": round["round"]["id"] })).await;
    assert_eq!((now["planned"].as_array().unwrap().len(), now["candidates"].as_array().unwrap().len()), (2, 2));
    let again = world.ok("calendar_import", request).await;
    assert_eq!((&again["added"], &again["import_id"]), (&json!(0), &Value::Null));

    let moved = CALENDAR
        .replace("20261125T100000Z", "20261125T103000Z")
        .replace("UID:one\r\n", "UID:one\r\nSTATUS:CANCELLED\r\n");
    let preview = world.ok("calendar_import_preview", of_round(&round, &moved)).await;
    let changes: Vec<_> =
        preview["meetings"].as_array().unwrap().iter().map(|m| m["change"].as_str().unwrap()).collect();
    assert_eq!(changes, ["called_off", "moved"]);
    let later = world.ok("calendar_import", of_round(&round, &moved)).await;
    assert_eq!((&later["moved"], &later["called_off"]), (&json!(1), &json!(1)));
    let planned = world.ok("round_get", json!({ "round_id": round["round"]["id"] })).await["planned"].clone();
    assert_eq!(planned.as_array().unwrap().len(), 1);
    assert_eq!(planned[0]["appointment"]["starts_at"], "2026-11-25T10:30:00Z");

    let undone = world.ok("import_undo", json!({ "import_id": later["import_id"] })).await;
    assert_eq!((&undone["undone"], &undone["kept"]), (&json!(2), &json!(0)));
    let undone = world.ok("import_undo", json!({ "import_id": done["import_id"] })).await;
    assert_eq!((&undone["undone"], &undone["kept"]), (&json!(3), &json!(0)));
    assert_eq!(names(&world).await, ["Bo Li"]);
    let (code, message) = world.refused("calendar_import", of_round(&round, "Dear all,")).await;
    assert!(code == "invalid" && message.contains("round.ics:1"), "{message}");
}
