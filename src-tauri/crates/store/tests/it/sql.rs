//! Every SQL file is listed, and every statement can be prepared.

use std::{collections::BTreeMap, fs, path::Path};

use workbench_store::sql_files;

use crate::support::Home;

#[test]
fn every_sql_file_is_listed_and_used_by_its_noun() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeMap::new();
    for folder in fs::read_dir(&source).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        let rust = files.iter().filter(|path| path.extension().is_some_and(|kind| kind == "rs"));
        let code: String = rust.map(|path| fs::read_to_string(path).unwrap()).collect();
        for file in files {
            let name = file.file_name().unwrap().to_str().unwrap().to_owned();
            if name.ends_with(".sql") {
                assert!(code.contains(&format!("include_str!(\"{name}\")")), "nobody uses {}", file.display());
                let noun = folder.file_name().unwrap().to_str().unwrap();
                found.insert(format!("{noun}/{name}"), fs::read_to_string(&file).unwrap());
            }
        }
    }
    let listed: BTreeMap<_, _> =
        sql_files().iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    assert_eq!(listed, found);
}

#[tokio::test]
async fn every_statement_can_be_prepared() {
    let home = Home::new();
    home.store().close().await.unwrap();
    let conn = home.raw();
    for (name, text) in sql_files() {
        conn.prepare(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[tokio::test]
async fn lists_are_found_by_an_index() {
    let home = Home::new();
    home.store().close().await.unwrap();
    let conn = home.raw();
    // What may be read whole: lists of everything, and the few rows of a closed kind.
    let whole = [
        "candidate/list.sql",
        "decision/list_all.sql",
        "erased/list.sql",
        "hold/list.sql",
        "import_change/remove_old.sql",
        "interviewer/find_named.sql",
        "interviewer/list.sql",
        "kit/list.sql",
        "log/find_last.sql",
        "log/list.sql",
        "question/list.sql",
        "role/list.sql",
        "saves/find_page.sql",
        // By an index that holds only these, those of a page as far as they are wanted.
        "candidate/list_waiting.sql",
        "candidate/list_unfolded.sql",
        "retention/find_real.sql",
        "retention/list_rules.sql",
        "interview/list_open.sql",
        "interview/list_unsubmitted.sql",
        "interview/list_recent.sql",
        "erased/find_unfinished.sql",
        "erased/finish.sql",
        "question/list_facets.sql",
        "question/search.sql",
        "usage/list_open.sql",
        "retention/list_rules.sql",
        // It ends at the first one found; before there is one, there are only samples and practice.
        "retention/find_real.sql",
    ];
    let plan = |text: &str| -> Vec<String> {
        let mut plan = conn.prepare(&format!("EXPLAIN QUERY PLAN {text}")).unwrap();
        plan.raw_query().mapped(|row| row.get("detail")).collect::<Result<_, _>>().unwrap()
    };
    for (name, index) in [
        ("interview/list_unsubmitted.sql", "interview_owed"),
        ("interview/list_open.sql", "interview_owed"),
        ("usage/list_open.sql", "interview_owed"),
        ("interview/list_recent.sql", "scorecard_submitted"),
        ("candidate/list_waiting.sql", "candidate_waiting"),
        ("candidate/list_unfolded.sql", "candidate_unfolded"),
        ("candidate/find_called.sql", "COVERING INDEX interview_called"),
        ("appointment/list.sql", "appointment_end (ends_at>?)"),
        ("retention/list_added.sql", "candidate_added"),
    ] {
        let (_, text) = sql_files().iter().find(|(one, _)| *one == name).unwrap();
        let steps = plan(text);
        assert!(steps.iter().any(|step| step.contains(index)), "{name}: {steps:?}");
        assert!(!steps.iter().any(|step| step == "SCAN i" || step == "SCAN c"), "{name}: {steps:?}");
    }
    // A page is read in the order in which it is told: nothing is sorted to find out which rows are on it.
    for name in [
        "round/list.sql",
        "candidate/list_page.sql",
        "candidate/list_page_of_role.sql",
        "candidate/search.sql",
        "candidate/list_waiting.sql",
        "retention/list_added.sql",
    ] {
        let (_, text) = sql_files().iter().find(|(one, _)| *one == name).unwrap();
        let steps = plan(text);
        assert!(!steps.iter().any(|step| step.contains("TEMP B-TREE")), "{name}: {steps:?}");
    }
    for (name, text) in sql_files().iter().filter(|(name, _)| !whole.contains(name)) {
        for step in plan(text) {
            // What a query has found is gone through once more where it is put in the order of its meetings.
            let found = step.starts_with("SCAN (subquery");
            let small = step.contains("VIRTUAL TABLE") || step == "SCAN s" || found;
            assert!(!step.starts_with("SCAN") || small, "{name}: {step}");
        }
    }
}
