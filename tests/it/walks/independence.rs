//! Independence, as a table over the whole contract: of whoever owes a scorecard, no command that reads tells anything of
//! what others said. Two data folders differ in that alone, and every answer and every file must be the same in both.

use std::{fs, path::Path};

use serde_json::{Value, json};
use support::{KIT, ROLE, World, base64};
use workbench_app::contract::COMMANDS;

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

/// The files of the backups in the data folder.
fn backups(of: &Owing) -> Vec<String> {
    let files = fs::read_dir(of.world.data().join("backups")).unwrap();
    let mut names: Vec<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert!(!names.is_empty(), "an import makes one");
    names
}

/// What each command that reads is asked; nothing for one that writes. A new command must be put here.
fn asked(command: &str, of: &Owing) -> Option<Vec<Value>> {
    let [kari, bo] = &of.candidates;
    let out = |name: &str| of.world.beside(name);
    let each = |field: &str, ids: &[String]| -> Vec<Value> { ids.iter().map(|one| json!({ field: one })).collect() };
    let interviews = [of.theirs.as_slice(), std::slice::from_ref(&of.own)].concat();
    Some(match command {
        "status_get" | "protection_get" | "today_get" | "role_list" | "role_draft_list" | "kit_list" | "kit_draft_list"
        | "question_list" | "question_filters" | "question_draft_list" | "drill_list" | "habit_get" | "bank_history"
        | "candidate_list" | "round_list" | "interview_list" | "log_verify" | "impact_get" | "retention_get"
        | "retention_list" => vec![json!({})],
        "log_list" => vec![json!({}), json!({ "limit": 3 }), json!({ "before": 5 })],
        "weight_get" => vec![json!({ "role_id": ROLE })],
        "weight_preview" => vec![json!({ "role": null })],
        "kit_get" | "kit_versions" | "kit_draft_get" | "kit_structure" | "guide_check" => vec![json!({ "kit_id": KIT })],
        "guide_export" => vec![json!({ "kit_id": KIT, "path": out("guide.pdf") })],
        "question_search" => ["", "PRAISED", "BLAMED!"].map(|words| json!({ "text": words, "ranked": true })).to_vec(),
        "question_get" | "question_versions" | "question_usage" | "example_list" | "example_sources" => {
            each("question_id", &of.asked)
        }
        "drill_get" => vec![json!({ "question_id": "senior-python/py-gil" })],
        "question_compare" => vec![json!({ "question_id": of.asked[0], "from": 1, "to": 1 })],
        "team_get" | "round_get" => vec![json!({ "round_id": of.round })],
        "question_export" => vec![json!({ "format": "json" })],
        "pack_export" => vec![json!({ "role_id": ROLE, "path": out("pack") })],
        "question_import_preview" => vec![json!({ "name": "q.csv", "bytes": base64(b"title,prompt\nA,B?\n") })],
        "candidate_import_preview" => {
            let bytes = base64(b"name\nKari Lind\nNew\n");
            vec![json!({ "name": "c.csv", "bytes": bytes, "role_id": ROLE })]
        }
        "calendar_import_preview" => vec![json!({ "name": "c.ics", "bytes": base64(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"), "round_id": of.round })],
        // The file that was imported before, and now says something else, is the same in both.
        "scorecard_import_preview" => {
            let bytes = base64(of.file.replace(PRAISE.there, "mixed").replace("\"no\"", "\"mixed\"").as_bytes());
            vec![json!({ "name": "g.json", "bytes": bytes, "role_id": ROLE })]
        }
        "candidate_get" | "candidate_erase_preview" | "imported_list" | "debrief_get" | "candidate_retention_get" => each("candidate_id", &of.candidates),
        "access_export" => of
            .candidates
            .iter()
            .map(|one| json!({ "candidate_id": one, "path": out("everything") }))
            .collect(),
        "packet_check" | "packet_export" => of
            .candidates
            .iter()
            .flat_map(|one| ["panel", "hr", "candidate", "blind"].map(|reader| (one, reader)))
            .map(|(one, reader)| match command {
                "packet_check" => json!({ "candidate_id": one, "options": { "audience": reader } }),
                _ => json!({
                    "candidate_id": one, "options": { "audience": reader }, "path": out("packet.pdf"), "accept_undrawable": true,
                }),
            })
            .collect(),
        "interview_get" | "plan_get" | "attachment_list" | "review_get" | "scorecard_versions" | "preparation_get" => {
            each("interview_id", &interviews)
        }
        "attachment_get" => each("attachment_id", &of.attached),
        "scorecard_export" => ["json", "csv", "markdown", "greenhouse"]
            .map(|format| json!({ "format": format, "path": out(format) }))
            .into_iter()
            .chain(std::iter::once(json!({ "format": "json", "candidate_ids": of.candidates })))
            .collect(),
        "agreement_get" => vec![json!({ "candidate_ids": of.candidates }), json!({ "role_id": ROLE })],
        "compare_table" | "comparison_check" => {
            vec![json!({ "candidate_ids": [kari, bo] }), json!({ "candidate_ids": [bo, kari] })]
        }
        "compare_evidence" => each("candidate_id", &of.candidates),
        "comparison_export" => {
            vec![json!({ "candidate_ids": [kari, bo], "path": out("comparison.pdf"), "accept_undrawable": true })]
        }
        "comparison_text_export" => [("csv", false), ("csv", true), ("markdown", true)]
            .map(|(form, questions)| json!({ "candidate_ids": [kari, bo], "path": out(form), "form": form, "questions": questions }))
            .to_vec(),
        "round_export_check" => ["panel", "hr", "candidate", "blind"]
            .map(|reader| json!({ "round_id": of.round, "options": { "audience": reader } }))
            .to_vec(),
        "round_export" => {
            vec![json!({ "round_id": of.round, "path": out("packets"), "accept_undrawable": true, "replace_rest": true })]
        }
        "job_get" => vec![json!({ "job": "none" })],
        "preview_get" => of
            .candidates
            .iter()
            .map(|one| json!({ "packet": { "candidate_id": one } }))
            .chain([json!({ "comparison": { "candidate_ids": [kari, bo] } }), json!({ "guide": { "kit_id": KIT } })])
            .map(|what| json!({ "of": what, "page": 2, "paper": "a4" }))
            .collect(),
        // It tells of a file that somebody has, and of nothing that is kept here.
        "packet_verify" => Vec::new(),
        "signing_key_get" | "backup_list" | "store_verify" | "rescue_get" => vec![json!({})],
        "backup_verify" | "backup_compare" => {
            backups(of).iter().map(|name| json!({ "place": "own", "name": name })).collect()
        }
        // The same reading as that of a backup by its name.
        "backup_path_verify" => Vec::new(),
        "impact_check" => {
            vec![json!({ "groups": [{ "name": "A", "applicants": 9, "selected": 3 }, { "name": "B", "applicants": 8, "selected": 4 }] })]
        },
        _ => return None,
    })
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
        &["compare", &kari, &bo, "--out", file],
        &["packet", "export", "--candidate", &bo, "--out", file],
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
