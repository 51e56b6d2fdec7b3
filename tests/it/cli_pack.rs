//! `pack export` as a script uses it: what it writes is clean and comes back as it was.

use std::{ffi::OsStr, fs, process::Command};

use serde_json::{Value, json};

use crate::{
    cli::{err, on, out, workbench},
    list, text,
};

fn call(data: &std::path::Path, command: &str, request: &Value) -> Value {
    serde_json::from_str(&on(data, &["call", command, &request.to_string()])).unwrap()
}

#[test]
fn a_role_with_its_kits_and_questions_comes_back_from_its_pack_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    let shipped = folder.path().join("shipped");
    let told = on(&data, &["pack", "export", "--out", shipped.to_str().unwrap()]);
    assert!(told.trim_end().ends_with("shipped (16 questions, 3 kits)"), "{told}");
    assert!(
        out(&workbench(&["pack", "check", shipped.to_str().unwrap()], ""))
            .contains("3 kits and 0 drills read, 0 problems")
    );
    let again =
        workbench(&["--data", data.to_str().unwrap(), "pack", "export", "--out", shipped.to_str().unwrap()], "");
    assert_eq!(again.status.code(), Some(1));
    assert!(err(&again).contains("something is there already"), "{}", err(&again));

    // A role of one's own, a question of one's own, and a kit that asks it beside one that shipped.
    let mut role = call(&data, "role_list", &json!({}))["roles"][0].clone();
    (role["id"], role["title"], role["level"]) = (json!(""), json!("Plattform-Ingenieurin"), json!(""));
    role["competencies"][0]["weight"] = json!(2);
    role["competencies"][0]["weight_reason"] = json!("Most of it.");
    let role = call(&data, "role_save", &json!({ "role": role }))["role"].clone();
    let mut question =
        call(&data, "question_get", &json!({ "question_id": "senior-python/py-gil" }))["question"].clone();
    (question["id"], question["title"], question["section"]) = (json!(""), json!("太郎の質問"), json!(""));
    let question = call(&data, "question_save", &json!({ "question": question }))["detail"]["question"].clone();
    let mut kit = call(&data, "kit_draft_get", &json!({ "kit_id": "" }))["kit"].clone();
    (kit["role_id"], kit["title"]) = (role["id"].clone(), json!("Erstes Gespräch"));
    (kit["opening"], kit["closing"]) = (json!("Welcome."), json!("Thank you."));
    kit["questions"] = json!([
        { "question_id": question["id"], "required": true, "section": "A", "minutes": 9 },
        { "question_id": "senior-python/challenge", "required": false },
    ]);
    let kit = call(&data, "kit_draft_save", &json!({ "kit": kit }))["kit"].clone();
    call(&data, "kit_publish", &json!({ "kit_id": kit["id"] }));

    let own = folder.path().join("own");
    let arguments = ["pack", "export", "--role", &text(&role["id"]), "--out", own.to_str().unwrap(), "--json"];
    let told: Value = serde_json::from_str(&on(&data, &arguments)).unwrap();
    assert_eq!((told["questions"].clone(), told["kits"].clone()), (json!(17), json!(1)));
    assert_eq!(told["problems"], json!([]));
    let checked = workbench(&["pack", "check", own.to_str().unwrap()], "");
    assert!(
        out(&checked).contains("17 questions, 1 kit and 0 drills read, 0 problems"),
        "{}{}",
        out(&checked),
        err(&checked)
    );

    // Here it changes nothing, not even the history; in another folder it is all there.
    let before = on(&data, &["call", "bank_history"]);
    for pack in [&shipped, &own] {
        let told = on(&data, &["question", "import", pack.to_str().unwrap()]);
        assert!(told.contains("0 questions added, 0 updated"), "{told}");
    }
    assert_eq!(on(&data, &["call", "bank_history"]), before);
    let other = folder.path().join("other");
    on(&other, &["interviewer", "set", "Bo Berg"]);
    on(&other, &["question", "import", own.to_str().unwrap()]);
    let roles = call(&other, "role_list", &json!({}))["roles"].clone();
    assert!(list(&roles).contains(&role), "{roles}");
    let kits = [&data, &other].map(|data| call(data, "kit_get", &json!({ "kit_id": kit["id"] })));
    assert_eq!(kits[0]["content"], kits[1]["content"]);
    assert_eq!(kits[0]["hash"], kits[1]["hash"]);
}

#[test]
fn a_pack_with_nothing_in_it_is_not_written_and_a_role_must_be_named_where_there_are_two() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    let one = |n: u32| json!({ "id": "", "name": format!("Name {n}"), "definition": "Does it.", "weight": 1 });
    let role =
        json!({ "id": "", "title": "Engineer", "level": "", "competencies": (0..5).map(one).collect::<Vec<_>>() });
    let role = call(&data, "role_save", &json!({ "role": role }))["role"]["id"].clone();
    let path = folder.path().join("pack");
    let run = |more: &[&str]| {
        let all =
            [&["--data", data.to_str().unwrap(), "pack", "export", "--out", path.to_str().unwrap()], more].concat();
        let output = workbench(&all, "");
        (output.status.code(), err(&output))
    };
    let (code, said) = run(&[]);
    assert_eq!(code, Some(1));
    assert!(said.contains("Say for which role, with --role"), "{said}");
    let (code, said) = run(&["--role", &text(&role)]);
    assert_eq!(code, Some(1));
    assert!(said.contains("No question of this role is complete enough for a pack"), "{said}");
    let inside = data.join("pack");
    let refused = workbench(
        &[
            "--data",
            data.to_str().unwrap(),
            "pack",
            "export",
            "--role",
            "senior-python/senior-python-developer",
            "--out",
            inside.to_str().unwrap(),
        ],
        "",
    );
    assert!(err(&refused).contains("lies in the data folder"), "{}", err(&refused));
    assert!(!path.exists() && !inside.exists());
}

#[cfg(unix)]
#[test]
fn a_path_that_is_no_text_is_refused_in_words() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    let bad = folder.path().join(OsStr::from_bytes(b"caf\xE9.csv"));
    fs::write(&bad, "name\nAna\n").unwrap();
    for arguments in [
        &["candidate", "import"][..],
        &["question", "import"],
        &["question", "export", "--format", "csv", "--out"],
        &["pack", "export", "--out"],
        &["guide", "export", "--kit", "senior-python/craft", "--out"],
        &["packet", "export", "--candidate", "x", "--out"],
        &["demo", "--out"],
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_workbench-under-test"));
        let output = command.arg("--data").arg(&data).args(arguments).arg(&bad).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(err(&output).contains("is not written in UTF-8. Rename it"), "{arguments:?}: {}", err(&output));
    }
    let checked =
        Command::new(env!("CARGO_BIN_EXE_workbench-under-test")).args(["pack", "check", "--json"]).arg(&bad).output();
    assert_eq!(checked.unwrap().status.code(), Some(1));
}
