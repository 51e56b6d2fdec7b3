//! The command line as a person types it, in a process of its own.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::{Value, json};
use support::{ROLE, pdf_text, root};

use crate::{list, text};

/// The program, not started yet.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_workbench-under-test"));
    command.args(arguments);
    command
}

/// Runs the command line.
pub(crate) fn workbench(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_workbench-under-test"))
        .args(arguments)
        .env_remove("WORKBENCH_DATA")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A process that ends without reading closes the pipe; that is its right.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Runs the command line on a data folder; it must succeed.
pub(crate) fn on(data: &Path, arguments: &[&str]) -> String {
    let mut all = vec!["--data", data.to_str().unwrap()];
    all.extend(arguments);
    let output = workbench(&all, "");
    assert!(output.status.success(), "{arguments:?}: {}", err(&output));
    out(&output)
}

#[test]
fn help_has_examples_and_the_contract_is_listed_whole() {
    for arguments in [
        &["--help"][..],
        &["call", "--help"],
        &["demo", "--help"],
        &["compare", "--help"],
        &["question", "import", "--help"],
        &["reliability", "--help"],
    ] {
        let output = workbench(arguments, "");
        assert!(output.status.success() && out(&output).contains("Example"), "{arguments:?}: {}", out(&output));
    }
    let listing = out(&workbench(&["call", "--list"], ""));
    for command in workbench_app::contract::COMMANDS {
        assert!(listing.contains(&format!("{}(", command.name)), "{} is not listed", command.name);
    }
    assert!(listing.contains("accept_undrawable"), "the fields are listed as well");
    let wrong = workbench(&["candidate", "ad"], "");
    assert_eq!(wrong.status.code(), Some(2), "{}", err(&wrong));
}

#[test]
fn a_whole_round_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    on(&data, &["candidate", "add", "Nguyễn Văn Anh"]);
    let bad = workbench(&["--data", data.to_str().unwrap(), "candidate", "add", "Ana\u{202E}Ruiz"], "");
    assert_eq!(bad.status.code(), Some(1));
    assert!(err(&bad).contains("U+202E") && out(&bad).is_empty(), "{}", err(&bad));

    let people: Value = serde_json::from_str(&on(&data, &["candidate", "list", "--json"])).unwrap();
    let people = people.get("candidates").unwrap_or(&people).clone();
    assert_eq!(list(&people).len(), 1, "the refused one is not there: {people}");
    assert!(on(&data, &["candidate", "list"]).contains("Nguyễn Văn Anh"));
    let questions: Value = serde_json::from_str(&on(&data, &["question", "list", "--json"])).unwrap();
    assert_eq!(list(questions.get("questions").unwrap_or(&questions)).len(), 16);
    assert!(on(&data, &["question", "search", "interpreter lock"]).contains("GIL"));

    let candidate = text(&people[0].get("candidate").unwrap_or(&people[0])["id"]);
    let start = json!({ "candidate_id": candidate, "kit_id": support::KIT }).to_string();
    let live: Value = serde_json::from_str(&on(&data, &["call", "interview_start", &start])).unwrap();
    assert!(on(&data, &["interview", "list"]).contains("Nguyễn Văn Anh"));
    let (interview, question) = (&live["interview"]["id"], &live["interview"]["at"]);
    let tick = json!({
        "interview_id": interview, "question_id": question, "target": "indicator", "number": 1, "state": "heard",
    });
    on(&data, &["call", "tick_set", &tick.to_string()]);
    let submit = json!({ "interview_id": interview, "recommendation": "yes", "reason": "Good.", "anyway": true });
    on(&data, &["call", "scorecard_submit", &submit.to_string()]);
    let pdf = folder.path().join("packet.pdf");
    let said = on(
        &data,
        &["packet", "export", "--candidate", &candidate, "--out", pdf.to_str().unwrap(), "--paper", "Letter"],
    );
    assert!(said.contains("pages") && fs::read(&pdf).unwrap().starts_with(b"%PDF-"), "{said}");
    let verified = out(&workbench(&["packet", "verify", pdf.to_str().unwrap()], ""));
    assert!(verified.contains("Whole: not one byte") && verified.contains("same to the byte"), "{verified}");
    let whole = workbench(&["packet", "read", pdf.to_str().unwrap(), "--json"], "");
    assert!(whole.status.success() && err(&whole).is_empty(), "nothing is to be said: {}", err(&whole));
    let read: Value = serde_json::from_str(&out(&whole)).unwrap();
    assert_eq!(read["packet"]["candidate"], "Nguyễn Văn Anh");
    let mut bytes = fs::read(&pdf).unwrap();
    let named = bytes.windows(7).position(|window| window == b"sha256:").unwrap();
    bytes[named + 7] = if bytes[named + 7] == b'0' { b'1' } else { b'0' };
    fs::write(&pdf, bytes).unwrap();
    let changed = workbench(&["packet", "verify", pdf.to_str().unwrap()], "");
    assert!(changed.status.code() == Some(1) && out(&changed).contains("NOT"), "{}", out(&changed));
    // The data are given all the same, with a word beside them.
    for arguments in
        [&["packet", "read", pdf.to_str().unwrap(), "--json"][..], &["packet", "read", pdf.to_str().unwrap()]]
    {
        let read = workbench(arguments, "");
        assert!(read.status.code() == Some(1) && out(&read).contains("Nguyễn Văn Anh"), "{}", out(&read));
        let told =
            ["Changed after it was signed: do not rely on it.", "The data in it are NOT those that its pages name."];
        assert!(told.iter().all(|told| err(&read).contains(told)), "{}", err(&read));
    }
    let pdf = folder.path().join("guide.pdf");
    let said = on(&data, &["guide", "export", "--kit", support::KIT, "--out", pdf.to_str().unwrap(), "--paper", "a4"]);
    assert!(said.contains("pages") && fs::read(&pdf).unwrap().starts_with(b"%PDF-"), "{said}");

    let failed =
        workbench(&["--data", data.to_str().unwrap(), "call", "candidate_get", r#"{"candidate_id":"nobody"}"#], "");
    let failure: Value = serde_json::from_str(&err(&failed)).unwrap();
    assert_eq!((failed.status.code(), failure["code"].clone()), (Some(1), json!("not_found")));
}

#[test]
fn a_folder_that_is_not_there_is_made_with_a_word_and_never_by_a_reader() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let at = |data: &Path, arguments: &[&str]| {
        let output = workbench(&[&["--data", data.to_str().unwrap()], arguments].concat(), "");
        (output.status.code(), out(&output), err(&output))
    };
    for arguments in [
        &["candidate", "list"][..],
        &["question", "search", "GIL"],
        &["interview", "list"],
        &["compare", "a", "b"],
        &["packet", "export", "--candidate", "a", "--out", "x.pdf"],
        &["call", "candidate_list"],
        &["call", "status_get"],
    ] {
        let (code, said, why) = at(&data, arguments);
        assert_eq!((code, said.as_str()), (Some(1), ""), "{arguments:?}");
        assert!(why.contains("is not there") && why.contains("Nothing was made."), "{arguments:?}: {why}");
        assert!(!data.exists(), "{arguments:?}");
    }
    // Nor is one made for what no folder could answer.
    for arguments in [&["call", "nope"][..], &["call", "contact_save"], &["call", "candidate_add", r#"{"name":7}"#]] {
        let (code, said, why) = at(&data, arguments);
        assert_eq!((code, said.as_str()), (Some(1), ""), "{arguments:?}");
        assert!(why.contains("There is no command") || why.contains("cannot be read"), "{arguments:?}: {why}");
        assert!(!data.exists(), "{arguments:?}");
    }
    // A mistyped way to it.
    let (code, _, why) = at(&folder.path().join("no/data"), &["candidate", "add", "Ana"]);
    assert!(code == Some(1) && why.contains("nor is the folder that it would be in"), "{why}");
    assert!(!folder.path().join("no").exists());
    // A folder of something else.
    std::fs::write(folder.path().join("letter.txt"), "dear").unwrap();
    let (code, _, why) = at(folder.path(), &["candidate", "add", "Ana"]);
    assert!(code == Some(1) && why.contains("holds other files and no data of the workbench"), "{why}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);

    let (code, _, why) = at(&data, &["candidate", "add", "Ana"]);
    assert_eq!(code, Some(0), "{why}");
    assert!(why.contains("Made a new data folder: ") && why.contains("data"), "{why}");
    let (code, said, why) = at(&data, &["candidate", "add", "Bo"]);
    assert_eq!((code, why.as_str()), (Some(0), ""), "{said}");
    // A new folder made by hand is as good as none.
    let by_hand = folder.path().join("by hand");
    fs::create_dir(&by_hand).unwrap();
    assert_eq!(at(&by_hand, &["candidate", "list"]).0, Some(1));
    assert_eq!(at(&by_hand, &["call", "interviewer_set", r#"{"name":"Ana"}"#]).0, Some(0));
}

#[test]
fn a_name_from_right_to_left_does_not_turn_a_sentence_round_and_lists_for_scripts_are_plain() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    let ids = ["דוד לוי", "محمد علی"].map(|name| on(&data, &["candidate", "add", name]).trim().to_owned());
    let table = on(&data, &["compare", &ids[0], &ids[1]]);
    assert!(table.contains("! \u{2068}דוד לוי\u{2069}: no interview yet."), "{table}");
    assert!(table.contains("  \u{2068}محمد علی\u{2069}: no scorecard"), "{table}");
    for plain in [&["candidate", "list"][..], &["candidate", "list", "--json"]] {
        let listed = on(&data, plain);
        assert!(listed.contains("דוד לוי") && !listed.contains('\u{2068}'), "{listed}");
    }
}

#[test]
fn lines_are_answered_one_by_one_and_a_bad_one_stops_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let good = json!({ "command": "candidate_add", "request": { "name": "山田太郎", "role_id": ROLE } });
    let input =
        format!("{good}\nno json\n\n{{}}\n{{\"command\":\"no_such\"}}\n{good}\n{{\"command\":\"candidate_list\"}}\n");
    let data = folder.path().join("data");
    let output = workbench(&["--data", data.to_str().unwrap(), "call", "--lines"], &input);
    assert!(output.status.success(), "{}", err(&output));
    let answers: Vec<Value> = out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let codes: Vec<&Value> = answers.iter().map(|a| &a["error"]["code"]).collect();
    let invalid = json!("invalid");
    assert_eq!(codes, [&Value::Null, &invalid, &invalid, &invalid, &Value::Null, &Value::Null]);
    assert_eq!(list(&answers[5]["ok"]["candidates"]).len(), 2);
}

#[test]
fn a_broken_pack_is_named_by_file_and_line_and_the_rest_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("pack");
    copy(&root().join("questions/senior-python"), &pack);
    let whole = workbench(&["pack", "check", pack.to_str().unwrap()], "");
    assert!(whole.status.success(), "{}", err(&whole));

    let broken = pack.join("py-gil.toml");
    let text = fs::read_to_string(&broken).unwrap();
    let line = text.lines().position(|line| line.starts_with("competency")).unwrap();
    let mended: Vec<&str> =
        text.lines().enumerate().map(|(n, l)| if n == line { "competency = \"no-such\"" } else { l }).collect();
    fs::write(&broken, mended.join("\n")).unwrap();
    fs::write(pack.join("py-copy.toml"), b"id = \"py-copy\"\ntitle = \"\xFF\"\n").unwrap();
    let output = workbench(&["pack", "check", pack.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    let said = err(&output);
    let place = format!("{}:{}: error", broken.display(), line + 1);
    assert!(said.contains(&place), "the path as it can be opened from here: {said}");
    assert!(said.contains("py-copy.toml:2: error"), "{said}");
    assert!(out(&output).contains("14 questions"), "the other questions still load: {}", out(&output));
    let json: Value =
        serde_json::from_str(&out(&workbench(&["--json", "pack", "check", pack.to_str().unwrap()], ""))).unwrap();
    assert!(list(&json[0]["problems"]).len() >= 2);
    let missing = workbench(&["pack", "check", folder.path().join("no-such").to_str().unwrap()], "");
    assert_eq!(missing.status.code(), Some(1), "{}", err(&missing));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn demo_makes_two_documents_and_a_folder_marked_as_sample() {
    let folder = tempfile::tempdir().unwrap();
    let demo = |name: &str| {
        let place = folder.path().join(name);
        let options = ["--seed", "1", "--now", "2026-11-22T10:00:00Z", "--json", "demo", "--out"];
        let output = workbench(&[&options[..], &[place.to_str().unwrap()]].concat(), "");
        assert!(output.status.success(), "{}", err(&output));
        (place, serde_json::from_str::<Value>(&out(&output)).unwrap())
    };
    let (place, made) = demo("one");
    for name in ["packet", "comparison"] {
        let path = place.join(format!("{name}.pdf"));
        assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"), "{name}");
        assert!(made[name]["pages"].as_u64().unwrap() > u64::from(name == "packet"), "{made}");
        if let Some(said) = pdf_text(&path) {
            assert!(said.to_lowercase().contains("sample"), "{name}.pdf is marked as a sample");
        }
    }
    let people: Value = serde_json::from_str(&on(&place.join("data"), &["candidate", "list", "--json"])).unwrap();
    let people = list(people.get("candidates").unwrap_or(&people)).to_vec();
    assert_eq!(people.len(), 3);
    assert!(people.iter().all(|p| p.get("candidate").unwrap_or(p)["sample"] == json!(true)), "{people:?}");
    // A comparison of them says so in every form.
    let ids: Vec<String> = people.iter().map(|p| text(&p.get("candidate").unwrap_or(p)["id"])).collect();
    for format in ["csv", "markdown"] {
        let file = place.join("compared");
        let asked = ["compare", &ids[0], &ids[1], "--format", format, "--out", file.to_str().unwrap()];
        let printed = on(&place.join("data"), &asked);
        for said in [printed, fs::read_to_string(&file).unwrap()] {
            assert!(said.contains("Sample data: these people are made up"), "{format}: {said}");
        }
    }
    let held: Value = serde_json::from_str(&on(&place.join("data"), &["interview", "list", "--json"])).unwrap();
    let held = list(held.get("interviews").unwrap_or(&held)).to_vec();
    let interviewers: std::collections::BTreeSet<String> = held.iter().map(|i| text(&i["interviewer"])).collect();
    assert_eq!(interviewers.len(), 3);
    assert!(held.iter().all(|i| i["state"] == json!("submitted") && i["entries"].as_u64().unwrap() > 3), "{held:?}");

    // Held on different days, and submitted when the last note was long kept.
    let moments = |what: &str| -> Vec<i64> {
        held.iter().map(|i| text(&i[what]).parse::<jiff::Timestamp>().unwrap().as_second()).collect()
    };
    let (began, submitted) = (moments("started_at"), moments("submitted_at"));
    let days: std::collections::BTreeSet<i64> = began.iter().map(|at| at / 86_400).collect();
    assert_eq!(days.len(), held.len(), "{held:?}");
    let made_at = "2026-11-22T10:00:00Z".parse::<jiff::Timestamp>().unwrap().as_second();
    for (began, submitted) in began.iter().zip(&submitted) {
        let took = submitted - began;
        assert!(took > 80 * 60 && took < 5 * 3600 && *submitted < made_at, "{held:?}");
    }

    let (_, again) = demo("two");
    assert_eq!(made["packet"]["sha256"], again["packet"]["sha256"], "--seed and --now repeat a run, to the byte");
}

#[test]
fn the_log_is_listed_and_verified_and_a_broken_link_fails_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    assert_eq!(on(&data, &["log", "verify"]).trim(), "The log holds: 0 lines.");
    let id = on(&data, &["candidate", "add", "太郎", "--role", ROLE]).trim().to_owned();
    let make = json!({ "candidate_id": id, "decision": { "outcome": "hold", "reason": "Words of ours." } }).to_string();
    on(&data, &["call", "decision_make", &make]);
    let listed = on(&data, &["log", "list"]);
    assert!(listed.contains("decision_make") && listed.contains(&format!("candidate {id}")), "{listed}");
    assert!(listed.contains("Ana Ruiz") && !listed.contains("Words of ours"), "{listed}");
    let verified: Value = serde_json::from_str(&on(&data, &["log", "verify", "--json"])).unwrap();
    assert_eq!((&verified["lines"], &verified["broken"]), (&json!(1), &Value::Null));
    assert!(on(&data, &["log", "verify"]).contains(verified["last"].as_str().unwrap()));

    let store = support::open_store(&data);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let forged = store.write(move |w| {
            let mut version = workbench_store::decision::versions(w, &id.as_str().into(), None)?.remove(0);
            version.number = 2;
            let deed = workbench_domain::log::Deed {
                at: version.at,
                actor: version.by.id.clone(),
                act: workbench_domain::log::Act::DecisionChange,
                subjects: Vec::new(),
                content: "0".repeat(64),
            };
            workbench_store::decision::add(w, &version, deed)
        });
        forged.await.unwrap_or_else(|error: workbench_store::StoreError| panic!("{error}"));
        store.close().await.unwrap();
    });
    let output = workbench(&["--data", data.to_str().unwrap(), "log", "verify"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).starts_with("The log is broken at line 3: "), "{}", out(&output));
}
