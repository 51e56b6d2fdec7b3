//! `retention` and `candidate access` as a script uses them.

use std::fs;

use serde_json::{Value, json};
use support::ROLE;

use crate::{
    cli::{err, on, out, workbench},
    list, text,
};

#[test]
fn a_rule_is_chosen_by_name_and_whose_time_is_over_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let at = |now: &str, more: &[&str]| {
        let data = data.to_str().unwrap();
        workbench(&[&["--data", data, "--now", now], more].concat(), "")
    };
    at("2026-01-31T10:00:00Z", &["candidate", "add", "Zoë Đorđević", "--role", ROLE]);
    let rules = on(&data, &["retention", "rules"]);
    for said in
        ["us_private\t1 year", "us_public\t2 years", "us_california\t4 years", "uk_eu\t6 months", "29 CFR 1602.14"]
    {
        assert!(rules.contains(said), "{said}: {rules}");
    }
    assert!(rules.contains("# No retention rule is set. This is not legal advice."), "{rules}");
    let listed = out(&at("2030-01-01T10:00:00Z", &["retention", "list"]));
    assert!(listed.contains("# no retention rule is set"), "{listed}");
    assert!(!listed.contains("Zoë"), "{listed}");

    let wrong = at("2026-02-01T10:00:00Z", &["retention", "choose", "nobody's"]);
    assert!(err(&wrong).contains("There is no rule"), "{}", err(&wrong));
    assert_eq!(wrong.status.code(), Some(1));
    assert_eq!(at("2026-02-01T10:00:00Z", &["retention", "choose"]).status.code(), Some(2));
    let chosen = on(&data, &["retention", "choose", "uk_eu"]);
    assert!(chosen.contains("*\tuk_eu\t6 months"), "{chosen}");
    assert!(!chosen.contains("No retention rule"), "{chosen}");
    // Half a year after the end of January; the last day is still in it.
    assert!(!out(&at("2026-07-31T10:00:00Z", &["retention", "list"])).contains("Zoë"));
    let over = out(&at("2026-08-01T10:00:00Z", &["retention", "list"]));
    assert!(over.contains("kept until 2026-07-31, counted from 2026-01-31, the last record"), "{over}");
    let answer: Value =
        serde_json::from_str(&out(&at("2026-08-01T10:00:00Z", &["retention", "list", "--json"]))).unwrap();
    assert_eq!(list(&answer["due"]).len(), 1);
    assert!(on(&data, &["retention", "choose", "--later"]).contains("# No retention rule is set."));
}

#[test]
fn everything_about_a_person_is_written_to_a_new_folder() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let candidate = on(&data, &["candidate", "add", "Zoë Đorđević", "--role", ROLE]);
    let candidate = candidate.trim();
    let made = folder.path().join("for Zoë");
    let words =
        ["candidate", "access", "--candidate", candidate, "--out", made.to_str().unwrap(), "--asked-on", "2026-01-31"];
    let said = on(&data, &words);
    assert!(said.contains("for Zoë") && said.contains("(3 files, 1 record)"), "{said}");
    let told: Value = serde_json::from_slice(&fs::read(made.join("data.json")).unwrap()).unwrap();
    assert_eq!(told["told"]["answer_by"], json!("2026-02-28"));
    assert_eq!(text(&told["records"]["candidate"][0]["name"]), "Zoë Đorđević");
    assert!(fs::read(made.join("own-copy.pdf")).unwrap().starts_with(b"%PDF-"));
    let again = workbench(&[&["--data", data.to_str().unwrap()], &words[..]].concat(), "");
    assert!(err(&again).contains("is there already. Nothing was changed."), "{}", err(&again));
    assert_eq!(again.status.code(), Some(1));
    let log = on(&data, &["log", "list"]);
    assert!(log.contains("access_export"), "{log}");
    // A folder that is not there has nobody to tell about, and is not made.
    let nowhere = folder.path().join("nowhere");
    let words = ["--data", nowhere.to_str().unwrap(), "candidate", "access", "--candidate", "x", "--out", "y"];
    assert_ne!(workbench(&words, "").status.code(), Some(0));
    assert!(!nowhere.exists());
}
