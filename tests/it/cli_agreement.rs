//! `agreement` as a script and a person read it, and its lines in the comparison on paper.

use std::path::Path;

use serde_json::{Value, json};
use support::{KIT, ROLE, pdf_text};

use crate::{
    cli::{on, out, workbench},
    list, text,
};

pub(crate) fn call(data: &Path, command: &str, request: &Value) -> Value {
    serde_json::from_str(&on(data, &["call", command, &request.to_string()])).unwrap()
}

/// Rates every question with one level, and submits.
pub(crate) fn hold(data: &Path, live: &Value, level: u8) {
    let id = &live["interview"]["id"];
    for question in list(&live["interview"]["content"]["questions"]) {
        let rating = json!({ "interview_id": id, "question_id": question["id"], "rating": level });
        call(data, "rating_set", &rating);
    }
    let place = &live["interview"]["content"]["questions"][0]["id"];
    let quote =
        json!({ "interview_id": id, "place": place, "kind": "quote", "text": "We rolled back.", "at_seconds": 9 });
    call(data, "entry_save", &quote);
    let card = json!({ "interview_id": id, "recommendation": "yes", "reason": "As noted.", "anyway": true });
    call(data, "scorecard_submit", &card);
}

#[test]
fn agreement_of_a_role_is_told_in_lines_and_as_json() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    on(&data, &["interviewer", "set", "Ana Ruiz"]);
    let ids =
        ["Zoë", "Bo"].map(|name| text(&call(&data, "candidate_add", &json!({ "name": name, "role_id": ROLE }))["id"]));
    for id in &ids {
        let lead = call(&data, "interview_start", &json!({ "candidate_id": id, "kit_id": KIT, "part": "lead" }));
        let beside = json!({ "beside": lead["interview"]["id"], "part": "scribe", "interviewer_name": "Jo" });
        let scribe = call(&data, "interview_start", &beside);
        hold(&data, &lead, 4);
        hold(&data, &scribe, if *id == ids[0] { 2 } else { 4 });
    }
    let told: Value = serde_json::from_str(&on(&data, &["agreement", "--role", ROLE, "--json"])).unwrap();
    assert_eq!((told["agreement"]["told"]["word"].as_str(), told["hidden"].as_u64()), (Some("Agreement"), Some(0)));
    let gaps = list(&told["agreement"]["given"]).len();
    assert!(gaps > 0, "{told}");
    // There is one role, so it need not be named.
    let lines = on(&data, &["agreement"]);
    assert!(lines.contains("Agreement: people who heard the same answers, as lead and scribe"), "{lines}");
    assert!(lines.contains("Fewer than five candidates were rated by two"), "{lines}");
    assert_eq!(lines.matches("  gap: Zoë, ").count(), gaps, "{lines}");
    assert!(lines.contains(": 2.00 Jo, 4.00 Ana Ruiz"), "{lines}");

    let paper = folder.path().join("comparison.pdf");
    on(&data, &["compare", &ids[0], &ids[1], "--out", paper.to_str().unwrap()]);
    if let Some(paper) = pdf_text(&paper) {
        assert!(paper.contains("How far raters agree") && paper.contains("Jo 2.00, Ana Ruiz 4.00"), "{paper}");
    }
    let help = workbench(&["agreement", "--help"], "");
    assert!(out(&help).contains("Example"), "{}", out(&help));
    let wrong = workbench(&["--data", data.to_str().unwrap(), "agreement", "--role", "none"], "");
    assert_eq!(wrong.status.code(), Some(1));
}
