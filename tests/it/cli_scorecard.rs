//! `scorecard import`, `scorecard export` and `compare --format`, as a script and a person type them.

use std::{fs, path::Path, process::Output};

use serde_json::{Value, json};
use support::{KIT, ROLE};

use crate::{
    cli::{err, on, out, workbench},
    cli_agreement::{call, hold},
    list, text,
};

const GREENHOUSE: &str = r#"[{"id": 12, "candidate_id": 9, "interview": "Pair", "submitted_at": "2026-03-02T12:00:00Z",
  "interviewer": {"id": 8, "name": "Ola Nordmann"}, "overall_recommendation": "Hire=yes",
  "attributes": [{"name": "SQL", "type": "Skills", "note": "joins", "rating": "so-so"}], "questions": []}]"#;

fn words(data: &Path, arguments: &[&str]) -> Output {
    workbench(&[&["--data", data.to_str().unwrap()], arguments].concat(), "")
}

fn answer(data: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&on(data, arguments)).unwrap()
}

#[test]
fn scorecards_of_another_program_are_imported_with_who_it_is_and_what_its_words_mean() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    let file = folder.path().join("greenhouse.json");
    fs::write(&file, GREENHOUSE).unwrap();
    let file = file.to_str().unwrap();

    let left = words(&data, &["scorecard", "import", file, "--dry-run"]);
    assert!(left.status.success(), "{}", err(&left));
    assert!(out(&left).contains("0 scorecards would be added"), "{}", out(&left));
    assert!(err(&left).contains("does not name this candidate. Say who it is"), "{}", err(&left));

    let said = ["--who", "9=Kari Lind", "--map", "so-so=2", "--map-overall", "Hire=yes=strong_yes"];
    let import = [&["scorecard", "import", file][..], &said].concat();
    let look = answer(&data, &[&import[..], &["--dry-run", "--json"]].concat());
    assert_eq!((&look["added"], list(&look["problems"]).len()), (&json!(1), 0), "{look}");
    assert_eq!(on(&data, &["candidate", "list", "--json"]).trim(), "[]", "looking writes nothing");
    let lines = on(&data, &import);
    assert!(lines.contains("1 scorecard added, 0 updated, 0 unchanged; 0 problems"), "{lines}");
    assert!(lines.contains("rating: so-so is shown as 2 Below"), "{lines}");
    assert!(lines.contains("recommendation: Hire=yes is shown as Strong yes"), "{lines}");
    let again = answer(&data, &["scorecard", "import", file, "--json"]);
    assert_eq!((&again["added"], &again["unchanged"]), (&json!(0), &json!(1)), "who and what is remembered: {again}");
    let people: Value = answer(&data, &["candidate", "list", "--json"]);
    assert_eq!((list(&people).len(), &people[0]["candidate"]["name"]), (1, &json!("Kari Lind")));

    for (option, wrong, told) in [
        ("--map", "so-so=6", "a level is 1, 2, 3, 4 or 5, or none"),
        ("--map", "so-so", "write it as SAID=LEVEL, such as --map Meets=3"),
        ("--map-overall", "yes=maybe", "a recommendation is strong_no, no, yes or strong_yes, or none"),
        ("--who", "=Kari", "write it as THERE=WHO, such as"),
    ] {
        let refused = words(&data, &["scorecard", "import", file, option, wrong]);
        assert_eq!(refused.status.code(), Some(2), "{option} {wrong}");
        assert!(err(&refused).contains(told), "{option} {wrong}: {}", err(&refused));
    }
    let broken = folder.path().join("broken.json");
    fs::write(&broken, "[{").unwrap();
    let refused = words(&data, &["scorecard", "import", broken.to_str().unwrap(), "--json"]);
    assert_eq!(refused.status.code(), Some(1));
    let told: Value = serde_json::from_str(&out(&refused)).unwrap();
    assert_eq!((&told["added"], list(&told["problems"]).len()), (&json!(0), 1), "one line of JSON all the same");
    // A look ends as the import would.
    for arguments in [&["--dry-run"][..], &["--dry-run", "--json"], &[]] {
        let refused = words(&data, &[&["scorecard", "import", broken.to_str().unwrap()], arguments].concat());
        assert_eq!(refused.status.code(), Some(1), "{arguments:?}: {}", out(&refused));
        assert!((out(&refused) + &err(&refused)).contains("broken.json:1: "), "{arguments:?}: {}", err(&refused));
    }
}

#[test]
fn a_dry_run_says_whom_each_scorecard_is_about_and_asks_where_two_have_the_name() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    let add = |name: &str| on(&data, &["candidate", "add", name]).trim().to_owned();
    let [one, two, bo] = ["Ana Li", "Ana Li", "Bo Ek"].map(add);
    let file = folder.path().join("r.csv");
    fs::write(&file, "Candidate,Interviewer,Attribute,Rating\nBo Ek,Ida,SQL,4\nAna Li,Ida,SQL,2\nCy Fox,,SQL,3\n")
        .unwrap();
    let file = file.to_str().unwrap();
    let look = words(&data, &["scorecard", "import", file, "--dry-run"]);
    let told = out(&look);
    let line =
        |start: &str| told.lines().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{start}: {told}"));
    let to_bo = line("r.csv:2: ");
    assert!(to_bo.starts_with("r.csv:2: the scorecard of Ida is about Bo Ek, ") && to_bo.ends_with(&bo), "{to_bo}");
    assert_eq!(line("r.csv:4: "), "r.csv:4: the scorecard of Someone not named is about Cy Fox, who would be added");
    assert_eq!(line("Who is "), "Who is Ana Li? (Ida (r.csv:3))");
    assert!(line(&format!("  --who \"Ana Li={one}\" for Ana Li, ")).contains(", added on 20"), "{told}");
    assert_eq!(told.matches("  --who \"Ana Li=new\" for someone who is not here yet\n").count(), 1, "{told}");
    assert!(err(&look).contains("r.csv:3: error: 2 candidates for this role have the name “Ana Li”"), "{}", err(&look));
    let said = format!("Ana Li={two}");
    let done = answer(&data, &["scorecard", "import", file, "--who", &said, "--json"]);
    assert_eq!((&done["added"], &done["unsure"][0]["said"]), (&json!(3), &json!(true)));
    assert_eq!(done["scorecards"][1]["here"]["candidate_id"], json!(two));
}

#[test]
fn a_line_says_who_is_meant_where_one_name_stands_on_several() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    let add = |name: &str| on(&data, &["candidate", "add", name]).trim().to_owned();
    let [one, two] = ["Ana Li", "Ana Li"].map(add);
    let file = folder.path().join("r.csv");
    let rows = "Ana Li,Ida,SQL,4\nAna Li,Ida,Go,3\nAna Li,Ole,SQL,2\nAna Li,Uwe,SQL,2\n,Uwe,SQL,2\n";
    fs::write(&file, format!("Candidate,Interviewer,Attribute,Rating\n{rows}")).unwrap();
    let file = file.to_str().unwrap();
    let look = on(&data, &["scorecard", "import", file, "--dry-run"]);
    assert!(look.contains("  Of one scorecard alone, by its line: --who \"line 4=new\", for example\n"), "{look}");
    // What stands on more lines goes as a whole, and that is said; what is nobody's id adds nobody.
    let said = |out: std::process::Output| [out.stdout, out.stderr].map(|it| String::from_utf8(it).unwrap()).concat();
    let look = said(words(&data, &["scorecard", "import", file, "--dry-run", "--who", &format!("line 3={one}")]));
    assert!(look.contains("It is one scorecard with line 2: all of it is about the one who was said."), "{look}");
    let wrong = format!("Ana Li={}ffff", &one[..one.len() - 4]);
    let look = said(words(&data, &["scorecard", "import", file, "--dry-run", "--who", &wrong]));
    assert!(look.contains("is no candidate here, and not the name in the file. Give the id of a candidate"), "{look}");
    assert!(!look.contains("who would be added"), "{look}");
    let lines = [format!("line 3={one}"), "line 4=new".to_owned(), format!("Ana Li={two}")];
    let said = lines.iter().flat_map(|said| ["--who", said]);
    let import = ["scorecard", "import", file, "--json"].into_iter().chain(said).collect::<Vec<_>>();
    let done = answer(&data, &import);
    assert_eq!(done["added"], json!(3), "{done}");
    let about: Vec<&Value> = list(&done["scorecards"]).iter().map(|one| &one["here"]["candidate_id"]).collect();
    assert_eq!(about, [&json!(one), &Value::Null, &json!(two)], "any line of a scorecard is its own");
    assert_eq!(list(&answer(&data, &["candidate", "list", "--json"])).len(), 3);
    // Of two in the file who have an address each, the address says which one a row with the name alone is.
    let both = folder.path().join("b.csv");
    let rows = "Cy Fox,a@example.org,Ida,SQL,4\nCy Fox,b@example.org,Ida,SQL,4\nCy Fox,,Ole,SQL,1\n";
    fs::write(&both, format!("Candidate,Email,Interviewer,Attribute,Rating\n{rows}")).unwrap();
    let both = ["scorecard", "import", both.to_str().unwrap(), "--dry-run"];
    let look = on(&data, &both);
    assert!(look.contains("  --who \"Cy Fox=b@example.org\" for the one of the file who has it\n"), "{look}");
    let look = on(&data, &[&both[..], &["--who", "Cy Fox=b@example.org"]].concat());
    assert!(look.contains("3 scorecards would be added") && !look.contains("Who is"), "{look}");
    let look = words(&data, &[&both[..], &["--who", "Cy Fox=c@example.org"]].concat());
    assert!(
        err(&look).contains("b.csv:4: error: Nobody of this name has the address “c@example.org”"),
        "{}",
        err(&look)
    );
    // A line that has no scorecard is told, and nobody is called "new".
    let other = folder.path().join("o.csv");
    fs::write(&other, "Candidate id,Interviewer,Attribute,Rating\n7,Ida,SQL,4\n").unwrap();
    let look = words(&data, &["scorecard", "import", other.to_str().unwrap(), "--who", "7=new", "--who", "line 9=new"]);
    assert!(out(&look).contains("0 scorecards added"), "{}", out(&look));
    for told in ["does not name this candidate. Say who it is", "Nobody in this file is known as “line 9”"] {
        assert!(err(&look).contains(told), "{told}: {}", err(&look));
    }
}

#[test]
fn scorecards_go_out_in_four_formats_and_whom_one_owes_is_left_out_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    let add = |name: &str| text(&call(&data, "candidate_add", &json!({ "name": name, "role_id": ROLE }))["id"]);
    let [zoe, bo] = ["=Zoë", "Bo"].map(add);
    for (id, level) in [(&zoe, 4), (&bo, 2)] {
        hold(&data, &call(&data, "interview_start", &json!({ "candidate_id": id, "kit_id": KIT })), level);
    }
    let export = |format: &str| on(&data, &["scorecard", "export", "--format", format]);
    let own: Value = serde_json::from_str(&export("json")).unwrap();
    assert!(own.to_string().contains("We rolled back."), "{own}");
    let csv = export("csv");
    assert!(csv.contains("'=Zoë") && !csv.contains(",=Zoë"), "no spreadsheet runs a name: {csv}");
    assert!(export("markdown").contains("Zoë"));
    let theirs: Value = serde_json::from_str(&export("greenhouse")).unwrap();
    let both: Vec<&Value> = list(&theirs).iter().map(|one| &one["overall_recommendation"]).collect();
    assert_eq!(both, [&json!("yes"), &json!("yes")]);
    let path = folder.path().join("one.json");
    let words =
        on(&data, &["scorecard", "export", "--format", "json", "--candidate", &bo, "--out", path.to_str().unwrap()]);
    assert!(words.contains("(1 scorecard)") && !fs::read_to_string(&path).unwrap().contains("Zoë"), "{words}");

    call(&data, "interview_start", &json!({ "candidate_id": zoe, "kit_id": KIT }));
    let owing = self::words(&data, &["scorecard", "export", "--format", "json"]);
    assert!(err(&owing).contains("submit your own open scorecard first"), "{}", err(&owing));
    assert!(!out(&owing).contains("We rolled back."), "{}", out(&owing));
}

#[test]
fn a_comparison_is_written_as_csv_and_as_markdown() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    let add = |name: &str| text(&call(&data, "candidate_add", &json!({ "name": name, "role_id": ROLE }))["id"]);
    let [zoe, bo] = ["=Zoë", "محمد"].map(add);
    for (id, level) in [(&zoe, 4), (&bo, 2)] {
        hold(&data, &call(&data, "interview_start", &json!({ "candidate_id": id, "kit_id": KIT })), level);
    }
    let path = folder.path().join("comparison");
    let out = path.to_str().unwrap();
    let written = |more: &[&str]| {
        on(&data, &[&["compare", &zoe, &bo, "--out", out], more].concat());
        fs::read_to_string(&path).unwrap()
    };
    let csv = written(&["--format", "csv"]);
    assert!(csv.contains("'=Zoë") && csv.contains("محمد") && csv.contains("4.00") && csv.contains("2.00"), "{csv}");
    let questions = written(&["--format", "csv", "--questions"]);
    assert!(questions.contains("The GIL and what it does to threads"), "questions are the rows: {questions}");
    let markdown = written(&["--format", "markdown"]);
    assert!(markdown.contains("| ") && markdown.contains("Zoë"), "{markdown}");
    let hidden = written(&["--format", "markdown", "--hide-names"]);
    assert!(!hidden.contains("Zoë") && !hidden.contains("محمد"), "{hidden}");
    assert!(hidden.contains("|  | A | B |"), "{hidden}");
    // Nor is anyone named beside the file, whichever way round they are asked for.
    let printed = on(&data, &["compare", &bo, &zoe, "--hide-names", "--format", "csv", "--out", out]);
    assert!(printed.contains("  B: ") && printed.contains("Interviewer A"), "{printed}");
    let json = on(&data, &["compare", &bo, &zoe, "--hide-names", "--json"]);
    let refused = words(&data, &["compare", &bo, &zoe, "--hide-names", "--format", "pdf", "--out", out]);
    assert!(!refused.status.success());
    for printed in [printed, json, self::out(&refused)] {
        assert!(["Zoë", "محمد", "Ana Ruiz"].iter().all(|name| !printed.contains(name)), "{printed}");
    }
    let wrong = words(&data, &["compare", &zoe, &bo, "--format", "xlsx", "--out", out]);
    assert_eq!(wrong.status.code(), Some(2), "{}", err(&wrong));
}
