//! What the command line refuses: each in words that say what helps there, and none in those of a library.

use std::fs;

use serde_json::json;
use support::{KIT, ROLE};

use crate::{
    cli::{err, on, out, workbench},
    cli_agreement::call,
    text,
};

#[test]
fn what_is_not_found_is_told_with_where_its_ids_are() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let pdf = folder.path().join("x.pdf");
    let to = ["--out", pdf.to_str().unwrap()];
    for (arguments, list) in [
        (&["erase", "--candidate", "nobody"][..], "workbench candidate list"),
        (&["erase", "--candidate", "nobody", "--yes"], "workbench candidate list"),
        (&["packet", "check", "--candidate", "nobody"], "workbench candidate list"),
        (&["packet", "export", "--candidate", "nobody", to[0], to[1]], "workbench candidate list"),
        (&["compare", "nobody", "no-one"], "workbench candidate list"),
        (&["guide", "export", "--kit", "none", to[0], to[1]], "workbench call kit_list"),
        (&["packet", "check", "--round", "none"], "workbench call round_list"),
        (&["candidate", "add", "Ana", "--role", "none"], "workbench call role_list"),
        (&["retention", "choose", "none"], "workbench retention rules"),
    ] {
        let refused = workbench(&[&["--data", data.to_str().unwrap()], arguments].concat(), "");
        let said = err(&refused);
        assert_eq!(refused.status.code(), Some(1), "{arguments:?}: {said}");
        assert!(said.contains("There is no ") && said.contains(&format!("To see the ids: {list}.")), "{said}");
    }
    // A script that calls a command gets the core's own words.
    let refused =
        workbench(&["--data", data.to_str().unwrap(), "call", "candidate_get", r#"{"candidate_id":"x"}"#], "");
    assert!(!err(&refused).contains("To see the ids"), "{}", err(&refused));
}

#[test]
fn what_cannot_be_drawn_is_refused_with_the_option_that_prints_it_as_codes() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let add = |name: &str| text(&call(&data, "candidate_add", &json!({ "name": name, "role_id": ROLE }))["id"]);
    let [one, two] = ["Kim \u{F8F0}", "Bo"].map(add);
    let pdf = folder.path().join("x.pdf");
    let to = pdf.to_str().unwrap();
    for arguments in
        [&["packet", "export", "--candidate", &one, "--out", to][..], &["compare", &one, &two, "--out", to]]
    {
        let refused = workbench(&[&["--data", data.to_str().unwrap()], arguments].concat(), "");
        assert!(err(&refused).contains("To print them as codes, add --accept-undrawable."), "{}", err(&refused));
        on(&data, &[arguments, &["--accept-undrawable"]].concat());
        fs::remove_file(&pdf).unwrap();
    }
    on(&data, &["guide", "export", "--kit", KIT, "--out", to]);
}

#[test]
fn a_time_or_a_day_that_is_none_is_refused_with_how_to_write_it() {
    for (arguments, words) in [
        (&["--now", "tomorrow", "candidate", "list"][..], "as in 2026-11-26T09:00:00Z"),
        (&["--now", "1969-12-31T23:59:59Z", "candidate", "list"], "the year can be 1970 to 9998"),
        (&["--now", "9999-01-01T00:00:00Z", "candidate", "list"], "the year can be 1970 to 9998"),
        (&["--now", "12026-11-26T09:00:00Z", "candidate", "list"], "the year can be 1970 to 9998"),
        (&["--now=-0044-03-15T09:00:00Z", "candidate", "list"], "the year can be 1970 to 9998"),
        (&["--now", "2026-11-26", "candidate", "list"], "as in 2026-11-26T09:00:00Z"),
        (&["candidate", "access", "--candidate", "x", "--out", "y", "--asked-on", "26.11.2026"], "as in 2026-11-26"),
        (&["packet", "check", "--candidate", "x", "--answer-by", "soon"], "as in 2026-11-26"),
    ] {
        let refused = workbench(arguments, "");
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}: {}", err(&refused));
        assert!(err(&refused).contains(words), "{arguments:?}: {}", err(&refused));
        let raw = ["failed to parse", "parsed", "expected"];
        assert!(raw.iter().all(|word| !err(&refused).contains(word)), "{arguments:?}: {}", err(&refused));
    }
}

#[test]
fn the_usage_of_a_packet_shows_a_candidate_and_a_round() {
    for command in ["check", "export"] {
        let help = out(&workbench(&["packet", command, "--help"], ""));
        let usage = help.split("Options:").next().unwrap();
        assert!(usage.contains("--candidate <ID>") && usage.contains("--round <ID>"), "{usage}");
        let refused = workbench(&["packet", command], "");
        assert!(refused.status.code() == Some(2) && err(&refused).contains("--round <ID>"), "{}", err(&refused));
    }
}
