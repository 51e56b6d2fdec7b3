//! `question import` and `question export` as a script uses them, with files that are not what they should be.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use support::root;
use tempfile::TempDir;

use crate::cli::{err, on, out, workbench};

struct Place {
    folder: TempDir,
    data: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        on(&data, &["interviewer", "set", "Ana Ruiz"]);
        Self { folder, data }
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The counts of an import and its problems, and how it ended.
    fn import(&self, path: &str, more: &[&str]) -> ([u64; 3], Vec<Value>, i32) {
        let data = self.data.to_str().unwrap();
        let output = workbench(&[&["--data", data, "question", "import", path, "--json"], more].concat(), "");
        let answer: Value = serde_json::from_str(&out(&output)).unwrap_or_else(|_| panic!("{}", err(&output)));
        let names: Vec<&String> = answer.as_object().unwrap().keys().collect();
        let more = usize::from(more.contains(&"--dry-run"));
        assert_eq!(names.len(), 4 + more, "scripts rely on these four, and a dry run's rows: {names:?}");
        for problem in answer["problems"].as_array().unwrap() {
            assert!(["where", "what", "severity"].iter().all(|name| problem[*name].is_string()), "{problem}");
        }
        let counts = ["added", "updated", "unchanged"].map(|name| answer[name].as_u64().unwrap());
        (counts, answer["problems"].as_array().unwrap().clone(), output.status.code().unwrap())
    }

    fn total(&self) -> usize {
        on(&self.data, &["question", "list"]).lines().count()
    }
}

#[test]
fn an_import_is_told_before_it_is_done_and_the_second_time_changes_nothing() {
    let place = Place::new();
    let path = place.file("locks.md", "## What is a lock?\n\n- excludes\n\n## What is a thread?\n\nIt runs.\n");
    assert_eq!(place.import(&path, &["--dry-run"]), ([2, 0, 0], vec![], 0));
    assert_eq!(place.total(), 16, "a dry run writes nothing");
    assert_eq!(place.import(&path, &[]), ([2, 0, 0], vec![], 0));
    assert_eq!(place.import(&path, &[]), ([0, 0, 2], vec![], 0));
    fs::write(&path, "## What is a lock?\n\n- excludes others\n\n## What is a thread?\n\nIt runs.\n").unwrap();
    assert_eq!(place.import(&path, &["--dry-run"]), ([0, 1, 1], vec![], 0));
    assert_eq!(place.import(&path, &[]), ([0, 1, 1], vec![], 0));
    assert_eq!(place.total(), 18);
    let said = on(&place.data, &["question", "import", &path]);
    assert!(said.contains("0 questions added, 0 updated, 2 unchanged; 0 problems"), "{said}");
}

#[test]
fn the_bank_goes_out_in_every_format_and_comes_back_unchanged() {
    let place = Place::new();
    for (format, end) in [("toml", "toml"), ("markdown", "md"), ("csv", "csv"), ("json", "json")] {
        let text = on(&place.data, &["question", "export", "--format", format]);
        let path = place.folder.path().join(format!("bank.{end}"));
        let path = path.to_str().unwrap();
        let said: Value =
            serde_json::from_str(&on(&place.data, &["question", "export", "--out", path, "--json"])).unwrap();
        assert_eq!((said["questions"].clone(), said["path"].clone()), (json!(16), json!(path)));
        assert_eq!(fs::read_to_string(path).unwrap(), text, "{format}: the file is what standard output had");
        assert_eq!(place.import(path, &[]), ([0, 0, 16], vec![], 0), "{format}");
    }
    let shipped = root().join("questions/senior-python");
    assert_eq!(place.import(shipped.to_str().unwrap(), &[]), ([0, 0, 16], vec![], 0));
    let data = place.data.to_str().unwrap();
    let unsaid = workbench(&["--data", data, "question", "export", "--out", "bank.xyz"], "");
    assert_eq!(unsaid.status.code(), Some(1));
    assert!(err(&unsaid).contains("--format") && !Path::new("bank.xyz").exists(), "{}", err(&unsaid));
}

#[test]
fn what_is_no_question_file_ends_in_a_message_and_leaves_the_bank_as_it_was() {
    let place = Place::new();
    let empty = place.folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let large = place.file("large.md", "");
    // A file of 100 MB that takes no room on the disk.
    fs::File::options().write(true).open(&large).unwrap().set_len(100 * 1024 * 1024).unwrap();
    let binary: Vec<u8> = (0..4096_u32).map(|at| (at * 37 % 256) as u8).collect();
    let paths = [
        large,
        place.file("binary.md", &binary),
        place.file("zip.csv", b"PK\x03\x04\x14\0\0\0"),
        place.file("empty.md", ""),
        place.file("cut.json", "{ \"questions\": ["),
        place.file("prose.md", "Nothing here asks.\n"),
        place.file("people.csv", "Name,Title,Email\nAna Li,Engineer,ana@example.org\n"),
        place.file("asked.csv", "Name,E-mail,Stage,Question\nAna Li,ana@example.org,Onsite,When can I begin?\n"),
        place.file("comparison.csv", "row,candidate,mean,questions,ratings\nSQL,Ana Li,4,1,4 Above\n"),
        place.file("fruit.csv", "Fruit,Remark\nApple,red\nPear,Why?\nPlum,blue\n"),
        empty.to_str().unwrap().to_owned(),
        place.folder.path().join("missing.md").to_str().unwrap().to_owned(),
    ];
    for path in &paths {
        for more in [&["--dry-run"][..], &[]] {
            let (counts, problems, code) = place.import(path, more);
            assert_eq!((counts, code), ([0, 0, 0], 1), "{path}: {problems:?}");
            assert!(problems.iter().any(|problem| problem["severity"] == json!("error")), "{path}: {problems:?}");
        }
        let data = place.data.to_str().unwrap();
        let plain = workbench(&["--data", data, "question", "import", path], "");
        assert!(out(&plain).is_empty() && err(&plain).contains("nothing was changed"), "{}", err(&plain));
    }
    assert_eq!(place.total(), 16);
    let history = on(&place.data, &["call", "bank_history"]);
    assert!(history.contains("\"undo\":null"), "nothing is there to be undone: {history}");
}

#[test]
fn one_bad_row_is_named_and_the_others_come_in() {
    let place = Place::new();
    let path = place.file("list.csv", "question,minutes\nWhat is a lock?,10\n,5\nWhat is a thread?,9999\n");
    let (counts, problems, code) = place.import(&path, &[]);
    assert_eq!((counts, code), ([2, 0, 0], 0), "{problems:?}");
    let told: Vec<_> = problems.iter().map(|problem| (&problem["where"], &problem["severity"])).collect();
    assert_eq!(told, [(&json!("list.csv:3"), &json!("error")), (&json!("list.csv:4"), &json!("warning"))]);
}

#[test]
fn a_dry_run_says_of_each_row_what_would_become_of_it() {
    let place = Place::new();
    let head = "id,question,minutes,competency\n";
    let path = place.file("list.csv", format!("{head}lock,What is a lock?,10,\nrace,What is a race?,5,\n"));
    assert_eq!(place.import(&path, &[]), ([2, 0, 0], vec![], 0));
    let rows = "lock,What is a lock?,10,\nrace,What is a race?,7,\n,,5,\nfifo,What is a queue?,ten,sailing\n\
        heap,What is a heap?,-3,sailing\ntree,What is a tree?,9000,\nlock,What is a lock?,10,\n";
    fs::write(&path, format!("{head}{rows}")).unwrap();
    let data = place.data.to_str().unwrap();
    let look = workbench(&["--data", data, "question", "import", &path, "--dry-run"], "");
    let told = out(&look);
    let mut lines = told.lines();
    for line in [
        "list.csv:2: “What is a lock?” is there already: list/lock",
        "list.csv:3: “What is a race?” would change in time: list/race",
        "list.csv:4: left out: There is no question here, only what belongs to one. Write what is asked, or take this out.",
        "list.csv:5: “What is a queue?” would be added: list/fifo",
        "list.csv:6: “What is a heap?” would be added: list/heap",
        "list.csv:7: “What is a tree?” would be added: list/tree",
        "list.csv:8: left out: This question is at list.csv:2 already, word for word. It was taken once.",
    ] {
        assert_eq!(lines.next(), Some(line), "{told}");
    }
    assert!(lines.next().unwrap().contains("3 questions would be added, 1 would be updated, 1 unchanged"), "{told}");
    assert_eq!(lines.next(), None, "{told}");
    assert!(!err(&look).contains("left out") && !err(&look).contains("word for word"), "said once: {}", err(&look));
    for warned in [
        "list.csv:5: warning: The time \"ten\" is not from 1 to 120 minutes. It was kept",
        "list.csv:6: warning: The time \"-3\" is not from 1 to 120 minutes",
        "list.csv:7: warning: The time \"9000\" is not from 1 to 120 minutes",
        "list.csv:5: warning: The competency \"sailing\" is new: no role has it, and no question here. It is on lines 5, 6.",
    ] {
        assert_eq!(err(&look).matches(warned).count(), 1, "{warned}: {}", err(&look));
    }
    let json = on(&place.data, &["question", "import", &path, "--dry-run", "--json"]);
    let rows = serde_json::from_str::<Value>(&json).unwrap()["questions"].clone();
    let taken: Vec<&str> = rows.as_array().unwrap().iter().map(|row| row["taken"].as_str().unwrap()).collect();
    assert_eq!(taken, ["unchanged", "updated", "refused", "added", "added", "added", "refused"], "{rows}");
    assert_eq!((&rows[1]["id"], &rows[1]["changed"]), (&json!("list/race"), &json!(["minutes"])));
    assert_eq!((&rows[2]["id"], rows[2]["why"].as_str().unwrap().is_empty()), (&Value::Null, false));
    // Once it is here, the competency is no news.
    let (counts, problems, _) = place.import(&path, &[]);
    assert_eq!((counts, problems.len()), ([3, 1, 1], 6), "{problems:?}");
    let (_, problems, _) = place.import(&path, &[]);
    assert_eq!(problems.iter().filter(|one| one["what"].as_str().unwrap().contains("competency")).count(), 0);

    let many: String = (0..250).map(|number| format!("What is number {number}?\n")).collect();
    let path = place.file("many.csv", format!("question\n{many}"));
    let told = on(&place.data, &["question", "import", &path, "--dry-run"]);
    assert_eq!(told.lines().count(), 202);
    assert!(told.contains("\nand 50 more rows: 50 would be added. To see all: --json\n"), "{told}");
}

#[test]
fn a_version_of_ones_own_stays_and_the_import_says_so() {
    let place = Place::new();
    let text = on(&place.data, &["question", "export", "--format", "json"]);
    let path = place.file("bank.json", &text);
    let got = on(&place.data, &["call", "question_get", r#"{"question_id":"senior-python/py-gil"}"#]);
    let mut question = serde_json::from_str::<Value>(&got).unwrap()["question"].clone();
    let title = question["title"].as_str().unwrap().to_owned();
    question["title"] = json!("My own words");
    on(&place.data, &["call", "question_save", &json!({ "question": question }).to_string()]);
    fs::write(&path, text.replace(&title, "Words of a later file")).unwrap();
    let (counts, problems, code) = place.import(&path, &[]);
    assert_eq!((counts, code, problems.len()), ([0, 0, 16], 0, 1), "{problems:?}");
    assert!(problems[0]["what"].as_str().unwrap().contains("of your own"), "{problems:?}");
    assert!(on(&place.data, &["question", "search", "own words"]).contains("My own words"));
}
