//! What each command that reads is asked.

use std::fs;

use serde_json::{Value, json};
use support::{KIT, ROLE, base64};

use super::{Owing, PRAISE};

/// The files of the backups in the data folder.
fn backups(of: &Owing) -> Vec<String> {
    let files = fs::read_dir(of.world.data().join("backups")).unwrap();
    let mut names: Vec<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert!(!names.is_empty(), "an import makes one");
    names
}

/// What each command that reads is asked; nothing for one that writes. A new command must be put here.
pub(super) fn asked(command: &str, of: &Owing) -> Option<Vec<Value>> {
    let [kari, bo] = &of.candidates;
    let out = |name: &str| of.world.beside(name);
    let each = |field: &str, ids: &[String]| -> Vec<Value> { ids.iter().map(|one| json!({ field: one })).collect() };
    let interviews = [of.theirs.as_slice(), std::slice::from_ref(&of.own)].concat();
    Some(match command {
        "status_get" | "protection_get" | "today_get" | "role_list" | "role_draft_list" | "kit_list" | "kit_draft_list"
        | "question_list" | "question_filters" | "question_draft_list" | "drill_list" | "habit_get" | "bank_history"
        | "candidate_list" | "round_list" | "interview_list" | "log_verify" | "impact_get" | "retention_get"
        | "retention_list" | "retention_today_get" => vec![json!({})],
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
