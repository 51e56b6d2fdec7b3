//! `agreement` as a script and a person read it.

use serde_json::Value;
use support::ROLE;

use crate::{
    cli::{on, out, workbench},
    list,
};

#[test]
fn agreement_of_a_role_is_told_in_lines_and_as_json() {
    let folder = tempfile::tempdir().unwrap();
    let demo = folder.path().join("demo");
    assert!(workbench(&["demo", "--out", demo.to_str().unwrap()], "").status.success());
    let data = demo.join("data");
    let told: Value = serde_json::from_str(&on(&data, &["agreement", "--role", ROLE, "--json"])).unwrap();
    assert_eq!((told["agreement"]["told"]["word"].as_str(), told["hidden"].as_u64()), (Some("Agreement"), Some(0)));
    assert!(!list(&told["candidates"]).is_empty());
    // There is one role, so it need not be named.
    let lines = on(&data, &["agreement"]);
    assert!(lines.contains("Agreement: people who heard the same answers, as lead and scribe"), "{lines}");
    assert!(lines.contains("Consistency: separate interviews"), "{lines}");
    let gaps = ["agreement", "consistency"].map(|which| list(&told[which]["given"]).len()).iter().sum::<usize>();
    assert_eq!(lines.matches("  gap: ").count(), gaps, "{lines}");
    let help = workbench(&["agreement", "--help"], "");
    assert!(out(&help).contains("Example"), "{}", out(&help));
    let wrong = workbench(&["--data", data.to_str().unwrap(), "agreement", "--role", "none"], "");
    assert_eq!(wrong.status.code(), Some(1));
}
