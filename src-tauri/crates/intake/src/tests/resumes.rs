use super::told;
use crate::{Format, Keep, candidates};

#[test]
fn a_resume_is_read_without_what_must_not_be_known() {
    let text = r#"{
      "basics": { "name": "Zoë Li", "label": "Engineer", "image": "me.png", "email": "zoe@example.org", "phone": "1",
        "birthDate": "1990-01-01", "gender": "f", "url": "https://zoe.example", "summary": "Builds things.",
        "location": { "city": "Łódź", "countryCode": "PL", "address": "not taken" },
        "profiles": [ { "network": "GitHub", "username": "zoe", "url": "https://code.example/zoe" } ] },
      "work": [ { "name": "Now Ltd", "position": "Lead", "startDate": "2022-01" },
                { "name": "Then Ltd", "position": "Engineer", "startDate": "2019", "endDate": "2021" } ],
      "skills": [ { "name": "Rust" } ] }"#;
    let read = candidates("zoe.json", text.as_bytes(), None, Keep::default());
    assert_eq!(read.format, Some(Format::JsonResume));
    let zoe = &read.candidates[0];
    assert_eq!(
        (zoe.name.as_str(), zoe.contact.company.as_str(), zoe.contact.title.as_str()),
        ("Zoë Li", "Now Ltd", "Engineer")
    );
    assert_eq!((zoe.contact.location.as_str(), zoe.contact.links.len()), ("Łódź, PL", 2));
    assert!(zoe.contact.notes.starts_with("Builds things.\n"), "{}", zoe.contact.notes);
    assert!(
        zoe.contact.notes.contains("Work: Engineer, Then Ltd, 2019 – 2021")
            && zoe.contact.notes.contains("Skill: Rust"),
        "{}",
        zoe.contact.notes
    );
    let told = told(&read.problems);
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(
        told.iter().any(|what| what.contains("“image” was left out (once): the workbench keeps no photos")),
        "{told:?}"
    );
}

#[test]
fn what_no_field_is_for_is_named_once() {
    let one = |name: &str| {
        format!(
            r#"{{"$schema":"x","meta":{{"version":"1"}},"basics":{{"name":"{name}","pager":"7","gender":"f","fax":""}},
              "education":[{{"area":"Law"}}],"languages":[{{"language":"Polish"}}],"awards":[]}}"#
        )
    };
    let read = candidates("cv.json", format!("[{},{}]", one("A"), one("B")).as_bytes(), None, Keep::default());
    assert_eq!(read.candidates.len(), 2);
    let told = told(&read.problems);
    let not_taken: Vec<&String> = told.iter().filter(|what| what.contains("Not taken")).collect();
    let words =
        "cv.json:1 Not taken, since no field is for it: “education”, “languages”, “pager”. Add by hand what matters.";
    assert_eq!(not_taken, [words]);
}

#[test]
fn one_bad_resume_never_loses_the_others() {
    let read = candidates(
        "all.json",
        br#"[{"basics":{"name":"A"}},{"name":"B"},{"basics":{"name":7}}]"#,
        None,
        Keep::default(),
    );
    assert_eq!(read.candidates.len(), 1);
    let told = told(&read.problems);
    assert!(told[0].contains("Resume 2 has no “basics”"), "{told:?}");
    assert!(told[1].contains("The name is empty"), "{told:?}");
    let broken = candidates("x.json", b"{\n\"basics\": {", None, Keep::default());
    assert!(super::told(&broken.problems)[0].starts_with("x.json:2 This is not valid JSON"), "{:?}", broken.problems);
}
