//! Independence, as a table over the whole contract: of whoever owes a scorecard, no command that reads tells anything of
//! what others said. Two data folders differ in that alone, and every answer and every file must be the same in both.

mod asked;

use std::{fs, path::Path};

use serde_json::{Value, json};
use support::{KIT, ROLE, World, base64};
use workbench_app::contract::COMMANDS;

use self::asked::asked;
use super::{id, questions};
use crate::{cli, list, text};

/// What others said; everything else is the same.
struct Said {
    level: Value,
    other: u32,
    target: &'static str,
    recommendation: &'static str,
    words: &'static str,
    there: &'static str,
    outcome: &'static str,
}

const PRAISE: Said = Said {
    level: Value::Null,
    other: 5,
    target: "indicator",
    recommendation: "strong_yes",
    words: "PRAISED",
    there: "strong_yes",
    outcome: "hire",
};
const BLAME: Said = Said {
    level: Value::Null,
    other: 1,
    target: "red_flag",
    recommendation: "strong_no",
    words: "BLAMED!",
    there: "no",
    outcome: "no_hire",
};

/// A round in which Ana owes a scorecard on the first of two candidates, and others have said everything there is to say.
struct Owing {
    world: World,
    candidates: [String; 2],
    round: String,
    /// Jan's submitted interviews, and Ana's own open one.
    theirs: Vec<String>,
    own: String,
    file: String,
    asked: Vec<String>,
    attached: Vec<String>,
}

/// One whole interview, with everything that a scorecard can have.
async fn judged(world: &World, candidate: &str, said: &Said) -> [String; 2] {
    let live = world.start(candidate).await;
    let interview = id(&live);
    let asked = questions(&live);
    for question in &asked {
        world.note(&interview, question, "quote", &format!("{} {question}", said.words)).await;
        let tick = json!({ "interview_id": interview, "question_id": question, "target": said.target, "number": 1, "state": "heard" });
        world.ok("tick_set", tick).await;
        world.rate(&interview, question, said.level.clone()).await;
    }
    let attached = world.attach(&interview, &asked[0], "notes.txt", said.words.as_bytes()).await;
    world.submit(&interview, said.recommendation, said.words).await;
    [interview, attached]
}

async fn owing(said: Said) -> Owing {
    let mut world = World::unnamed().await;
    world.become_colleague("Ana").await;
    let candidates = [world.candidate("Kari Lind").await, world.candidate("Bo Ek").await];
    let request = json!({ "title": "November", "role_id": ROLE, "kit_ids": [KIT], "candidate_ids": candidates });
    let round = text(&world.ok("round_save", request).await["round"]["id"]);
    world.ok("team_set", json!({ "round_id": round, "shown": true, "agreed": "All three." })).await;
    // A rule whose date tells what was decided.
    let rule = json!({
        "id": "uk_eu", "title": "Ours", "months": 1, "hired_months": 9, "source": "Policy", "read_on": "2026-11-01",
    });
    world.ok("retention_rule_save", json!({ "rule": rule })).await;
    world.ok("retention_choose", json!({ "rule_id": "uk_eu" })).await;
    // What Ana said herself before is the same in both, and she may read it.
    world.held(&candidates[1], &vec![json!(3); 6], "yes").await;
    let (mut theirs, mut attached) = (Vec::new(), Vec::new());
    for (name, level) in [("Jan", said.other), ("Kim", 3)] {
        world.become_colleague(name).await;
        for candidate in &candidates {
            let [interview, file] = judged(&world, candidate, &Said { level: json!(level), ..said }).await;
            theirs.push(interview);
            attached.push(file);
        }
        world.ok("habit_share", json!({ "shared": true })).await;
    }
    world.become_colleague("Jan").await;
    let changes = json!({ "reason": format!("{} again", said.words), "recommendation": "yes" });
    let amended = json!({ "interview_id": theirs[0], "reason": said.words, "changes": changes });
    world.ok("scorecard_amend", amended).await;
    let file = format!(
        r#"[{{"id": 11, "candidate_id": 5, "interview": "Phone", "submitted_at": "2026-03-01T12:00:00Z", "interviewer": {{"id": 8,
        "name": "Ola"}}, "overall_recommendation": "{0}", "attributes": [{{"name": "SQL", "type": "Skills", "note": "{1}",
        "rating": "{0}"}}], "questions": []}}, {{"id": 5, "first_name": "Kari", "last_name": "Lind"}}]"#,
        said.there, said.words
    );
    let import = json!({ "name": "g.json", "bytes": base64(file.as_bytes()), "role_id": ROLE });
    world.ok("scorecard_import", import).await;
    for candidate in &candidates {
        let row = world.ok("debrief_get", json!({ "candidate_id": candidate })).await["view"]["rows"][0].clone();
        let agreed = json!([{
            "competency_id": row["competency"]["id"], "competency": row["competency"]["name"], "level": said.other,
            "reason": said.words,
        }]);
        let written = json!({ "candidate_id": candidate, "notes": said.words, "consensus": agreed });
        world.ok("debrief_save", written).await;
        let decision = json!({ "outcome": said.outcome, "reason": said.words, "formula": "with" });
        world.ok("decision_make", json!({ "candidate_id": candidate, "decision": decision })).await;
    }
    world.become_colleague("Ana").await;
    let live = world.start(&candidates[0]).await;
    Owing { own: id(&live), asked: questions(&live), world, candidates, round, theirs, file, attached }
}

/// An answer or a refusal, with the file that was written; without the hashes of what is hidden, and where the folder lies.
async fn told(of: &Owing, command: &str, request: &Value) -> String {
    let answer = match of.world.app().call(command, &request.to_string()).await {
        Ok(answer) => answer,
        // A request that is wrongly written would be refused in both, and show nothing.
        Err(failure) => {
            let refused = json!(failure);
            assert!(
                ["hidden", "conflict"].contains(&refused["code"].as_str().unwrap()),
                "{command} {request}: {refused}"
            );
            refused.to_string()
        }
    };
    let mut whole = answer.replace(of.world.beside("").to_str().unwrap(), "");
    if let Some(path) = request["path"].as_str().map(Path::new).filter(|path| path.is_file()) {
        // Of a document, every byte: pages, data and metadata.
        whole.push_str(&base64(&fs::read(path).unwrap()));
        if let Some(printed) = path.extension().filter(|end| *end == "pdf").and_then(|_| support::pdf_text(path)) {
            whole.push_str(&printed);
        }
        fs::remove_file(path).unwrap();
    }
    if let Some(folder) = request["path"].as_str().map(Path::new).filter(|_| command == "round_export") {
        let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.iter().for_each(|file| whole.push_str(&base64(&fs::read(file).unwrap())));
        fs::remove_dir_all(folder).unwrap();
    }
    whole
}

/// The hash of a line, and of the line before, are over everything that was logged, and say nothing of it.
fn without_chain(answer: &str) -> String {
    let mut value: Value = serde_json::from_str(answer).unwrap();
    for card in value["lines"].as_array_mut().into_iter().flatten() {
        for field in ["hash", "previous"] {
            card["line"][field] = Value::Null;
        }
    }
    if value["last"].is_string() {
        value["last"] = Value::Null;
    }
    value.to_string()
}

#[tokio::test]
async fn whoever_owes_a_scorecard_is_told_nothing_of_anothers_by_any_command_that_reads() {
    let (mut one, mut other) = (owing(PRAISE).await, owing(BLAME).await);
    assert_eq!(one.theirs, other.theirs, "the two differ in what was said alone");
    let role = one.world.ok("role_list", json!({})).await["roles"][0].clone();
    let competencies: Vec<String> = list(&role["competencies"]).iter().map(|one| text(&one["id"])).collect();
    let mut weighed = role.clone();
    weighed["competencies"][0]["weight"] = json!(3);
    let (mut asked_of, mut leaks) = (0, Vec::new());
    for command in COMMANDS {
        let Some(requests) = asked(command.name, &one) else {
            let writes = !command.reads_only() || command.name.ends_with("_discard");
            assert!(writes, "{} reads: say in this table what it is asked", command.name);
            continue;
        };
        for (n, mut request) in requests.into_iter().enumerate() {
            let mut same = asked(command.name, &other).unwrap()[n].clone();
            if command.name == "weight_preview" {
                (request["role"], same["role"]) = (weighed.clone(), weighed.clone());
            }
            let mut all = vec![(request.clone(), same.clone())];
            if command.name == "compare_evidence" {
                all = competencies
                    .iter()
                    .map(|id| {
                        (request["competency_id"], same["competency_id"]) = (json!(id), json!(id));
                        (request.clone(), same.clone())
                    })
                    .collect();
            }
            for (request, same) in all {
                let (mut a, mut b) =
                    (told(&one, command.name, &request).await, told(&other, command.name, &same).await);
                if command.name.starts_with("log_") {
                    (a, b) = (without_chain(&a), without_chain(&b));
                }
                if a != b {
                    leaks.push(format!("{} {request}\n  {a}\n  {b}", command.name));
                }
                // That something was decided is itself told by what others said.
                let decided =
                    ["decision_make", "decision_change", PRAISE.words].into_iter().find(|word| a.contains(word));
                if decided.is_some() && command.name != "question_search" {
                    leaks.push(format!("{} {request}: {a}", command.name));
                }
                asked_of += 1;
            }
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
    assert!(asked_of > 90, "{asked_of} answers were compared");

    // The same as words of the command line.
    let [kari, bo] = one.candidates.clone();
    one.world.close().await;
    other.world.close().await;
    let beside = one.world.beside("x.pdf");
    let file = beside.to_str().unwrap();
    for words in [
        &["candidate", "list", "--json"][..],
        &["interview", "list", "--json"],
        &["question", "search", "PRAISED"],
        &["question", "list", "--json"],
        &["log", "list"],
        &["log", "list", "--json"],
        &["agreement", "--json"],
        &["agreement"],
        &["scorecard", "export", "--format", "json"],
        &["scorecard", "export", "--format", "csv"],
        &["packet", "check", "--candidate", &kari, "--json"],
        &["compare", &kari, &bo, "--format", "csv", "--out", file],
        &["compare", &kari, &bo, "--format", "markdown", "--questions", "--out", file],
    ] {
        let [a, b] = [&one, &other].map(|of| {
            let data = of.world.data();
            let fixed = ["--data", data.to_str().unwrap(), "--now", "2026-11-23T10:00:00Z", "--seed", "7"];
            let done = cli::workbench(&[&fixed[..], words].concat(), "");
            let mut whole = cli::out(&done) + &cli::err(&done);
            if words.contains(&file) {
                whole.push_str(&fs::read(&beside).map(|bytes| base64(&bytes)).unwrap_or_default());
                let _ = fs::remove_file(&beside);
            }
            if words[0] == "log" { whole.split_whitespace().filter(|w| w.len() < 64).collect() } else { whole }
        });
        assert!(a == b, "{words:?}\n  {a}\n  {b}");
        assert!(!a.is_empty() || words == ["question", "search", "PRAISED"], "{words:?} prints something");
        assert!(!a.contains("decision_make"), "{words:?}: {a}");
    }

    // That the table can fail: once nothing is owed, what others said is told.
    for of in [&mut one, &mut other] {
        of.world.restart().await;
        of.world.ok("interview_discard", json!({ "interview_id": of.own })).await;
        assert!(told(of, "log_list", &json!({})).await.contains("decision_make"), "what was decided is in the log");
    }
    for command in [
        "compare_table",
        "compare_evidence",
        "agreement_get",
        "imported_list",
        "debrief_get",
        "packet_export",
        "comparison_export",
        "comparison_text_export",
        "scorecard_export",
        "scorecard_versions",
        "attachment_get",
        "question_usage",
    ] {
        let mut differs = false;
        for (request, same) in asked(command, &one).unwrap().into_iter().zip(asked(command, &other).unwrap()) {
            if request["interview_id"] == json!(one.own) {
                continue;
            }
            for competency in &competencies {
                let (mut request, mut same) = (request.clone(), same.clone());
                if command == "compare_evidence" {
                    (request["competency_id"], same["competency_id"]) = (json!(competency), json!(competency));
                }
                differs |= told(&one, command, &request).await != told(&other, command, &same).await;
                if command != "compare_evidence" {
                    break;
                }
            }
        }
        assert!(differs, "{command} tells something once nothing is owed");
    }
}
