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
fn a_name_that_says_another_kind_of_file_is_refused_before_anything_is_shown_or_written() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let add = |name: &str| text(&call(&data, "candidate_add", &json!({ "name": name, "role_id": ROLE }))["id"]);
    let [one, two] = ["Kim", "Bo"].map(add);
    let to = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let [docx, csv, md, pdf] = ["x.docx", "x.csv", "x.md", "x.pdf"].map(to);
    for (arguments, fits) in [
        (&["packet", "export", "--candidate", &one, "--out", &docx][..], "Let the name end in .pdf."),
        (&["guide", "export", "--kit", KIT, "--out", &csv], "Let the name end in .pdf."),
        (&["compare", &one, &two, "--out", &docx], "Let the name end in .pdf, .csv or .md."),
        (&["compare", &one, &two, "--format", "csv", "--out", &pdf], "Let the name end in .csv."),
        (&["scorecard", "export", "--format", "json", "--out", &md], "Let the name end in .json."),
        (&["question", "export", "--format", "toml", "--out", &csv], "Let the name end in .toml."),
    ] {
        let refused = workbench(&[&["--data", data.to_str().unwrap()], arguments].concat(), "");
        assert_eq!(refused.status.code(), Some(1), "{arguments:?}: {}", err(&refused));
        assert!(err(&refused).contains(fits) && out(&refused).is_empty(), "{arguments:?}: {}", err(&refused));
    }
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert_eq!(names, ["data"], "nothing was written");
    let other = to("as I like");
    on(&data, &["packet", "export", "--candidate", &one, "--out", &other]);
    assert!(fs::read(&other).unwrap().starts_with(b"%PDF-"), "a name without an ending is taken");
}

#[test]
fn a_document_that_was_not_copied_to_its_end_is_no_pdf_without_data() {
    let folder = tempfile::tempdir().unwrap();
    let (data, pdf) = (folder.path().join("data"), folder.path().join("guide.pdf"));
    on(&data, &["interviewer", "set", "Ida Berg"]);
    on(&data, &["guide", "export", "--kit", KIT, "--out", pdf.to_str().unwrap()]);
    let whole = fs::read(&pdf).unwrap();
    fs::write(&pdf, &whole[..whole.len() / 2]).unwrap();
    for what in ["read", "verify"] {
        let cut = workbench(&["packet", what, pdf.to_str().unwrap()], "");
        let why = err(&cut);
        assert!(cut.status.code() == Some(1) && why.contains("It is cut off: its end is missing."), "{why}");
        assert!(!why.contains("no data"), "{why}");
    }
}

#[cfg(unix)]
#[test]
fn whatever_is_exported_only_its_owner_may_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ida Berg"]);
    let add = |name: &str| text(&call(&data, "candidate_add", &json!({ "name": name, "role_id": ROLE }))["id"]);
    let [one, two] = ["Kim", "Bo"].map(add);
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    let to = |name: &str| out.join(name).to_str().unwrap().to_owned();
    let round = call(
        &data,
        "round_save",
        &json!({ "title": "R", "role_id": ROLE, "kit_ids": [KIT], "candidate_ids": [one, two] }),
    );
    let round = text(&round["round"]["id"]);
    on(&data, &["packet", "export", "--candidate", &one, "--out", &to("p.pdf")]);
    on(&data, &["packet", "export", "--round", &round, "--out-dir", &to("round")]);
    on(&data, &["candidate", "access", "--candidate", &one, "--out", &to("access")]);
    for name in ["c.pdf", "c.csv", "c.md"] {
        on(&data, &["compare", &one, &two, "--out", &to(name)]);
    }
    on(&data, &["scorecard", "export", "--format", "json", "--out", &to("s.json")]);
    // The copies of backups too, in a folder that somebody else made.
    fs::create_dir(to("stick")).unwrap();
    fs::set_permissions(to("stick"), fs::Permissions::from_mode(0o700)).unwrap();
    on(&data, &["backup", "folder", &to("stick")]);
    on(&data, &["backup", "create"]);
    let (mut folders, mut seen) = (vec![out], 0);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let found = entry.metadata().unwrap();
            let (mode, wanted) = (found.permissions().mode() & 0o777, if found.is_dir() { 0o700 } else { 0o600 });
            assert_eq!(mode, wanted, "{}: {mode:o}", entry.path().display());
            seen += 1;
            if found.is_dir() {
                folders.push(entry.path());
            }
        }
    }
    assert!(seen >= 13, "every kind of export is there: {seen}");
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
