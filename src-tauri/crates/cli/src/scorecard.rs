//! `scorecard import` and `scorecard export`: scorecards in and out.

use std::io::Write;

use serde_json::{Value, json};
use workbench_app::{App, count, disk::path_words, failure::Code, isolate};

use crate::{
    End,
    args::{Pair, ScorecardExport, ScorecardFormat, ScorecardImport},
    ask, print, role_or_only, typed,
};

/// Imports a file, or tells what that would do. It ends with 1 when nothing could be read.
pub(crate) async fn import(
    app: &App,
    what: &ScorecardImport,
    as_json: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), End> {
    let role = role_or_only(app, what.role.as_ref()).await?;
    let mut people = Vec::new();
    for Pair(person, who) in &what.who {
        if who.eq_ignore_ascii_case("new") {
            people.push(json!({ "person": person, "name": "new" }));
            continue;
        }
        let here = ask(app, "candidate_get", &json!({ "candidate_id": who })).await;
        people.push(match here {
            Ok(_) => json!({ "person": person, "candidate_id": who }),
            Err(failure) if failure.code == Code::NotFound => json!({ "person": person, "name": who }),
            Err(failure) => return Err(failure.into()),
        });
    }
    let shown = |shown: &str| Some(shown.to_owned()).filter(|shown| shown != "none");
    let levels = what
        .map
        .iter()
        .map(|Pair(said, level)| json!({ "overall": false, "said": said, "level": level.parse::<u8>().ok() }));
    let overall = what
        .map_overall
        .iter()
        .map(|Pair(said, other)| json!({ "overall": true, "said": said, "recommendation": shown(other) }));
    let mapping: Vec<Value> = levels.chain(overall).collect();
    let request = json!({
        "people": people, "mapping": mapping,
        "path": typed(&what.path)?, "people_path": what.candidates.as_deref().map(typed).transpose()?,
        "dry_run": what.dry_run, "format": what.format.map(ScorecardFormat::code), "role_id": role,
        "candidate_id": what.candidate,
    });
    let answer = match ask(app, "scorecard_import_path", &request).await {
        Ok(answer) => answer,
        // With --json the answer is one line, also where nothing could be read.
        Err(failure) if as_json && failure.code == Code::Invalid => {
            let problem = json!({ "where": typed(&what.path)?, "what": failure.message, "severity": "error" });
            writeln!(
                out,
                "{}",
                json!({
                    "added": 0, "updated": 0, "unchanged": 0, "problems": [problem], "mapping": [], "scorecards": [],
                    "unsure": [],
                })
            )?;
            return Err(End::Said(1));
        }
        Err(failure) => return Err(failure.into()),
    };
    let [added, updated, unchanged] =
        ["added", "updated", "unchanged"].map(|name| answer[name].as_u64().unwrap_or_default());
    if as_json {
        let told = json!({
            "added": added, "updated": updated, "unchanged": unchanged, "problems": answer["problems"],
            "mapping": answer["mapping"], "scorecards": answer["scorecards"], "unsure": answer["unsure"],
        });
        return Ok(writeln!(out, "{told}")?);
    }
    let problems = answer["problems"].as_array().cloned().unwrap_or_default();
    for problem in &problems {
        let [place, severity, what] = ["where", "severity", "what"].map(|name| print::text(&problem[name]));
        writeln!(err, "{place}: {severity}: {what}")?;
    }
    if what.dry_run {
        for one in print::list(&answer["scorecards"]) {
            let [place, who] = ["where", "interviewer"].map(|name| print::text(&one[name]));
            let who = if who.is_empty() { "Someone not named".to_owned() } else { isolate(&who) };
            let about = match &one["here"] {
                Value::Null => format!("{}, who would be added", print::shown(&one["candidate"])),
                here => print::here(here),
            };
            writeln!(out, "{place}: the scorecard of {who} is about {about}")?;
        }
    }
    print::unsure(out, &answer["unsure"])?;
    let would = if what.dry_run { "would be " } else { "" };
    writeln!(
        out,
        "{}: {} {would}added, {updated} {would}updated, {unchanged} unchanged; {}",
        path_words(&what.path),
        count(added, "scorecard"),
        count(problems.len(), "problem")
    )?;
    let mapping = answer["mapping"].as_array().cloned().unwrap_or_default();
    if !mapping.is_empty() {
        writeln!(out, "Shown on our scale, beside what was said there, and in no figure:")?;
    }
    for one in &mapping {
        let kind = if one["overall"] == json!(true) { "recommendation" } else { "rating" };
        writeln!(out, "  {kind}: {} is shown as {}", print::text(&one["said"]), print::text(&one["shown"]))?;
    }
    Ok(())
}

/// Writes scorecards to a file, or to standard output.
pub(crate) async fn export(
    app: &App,
    what: &ScorecardExport,
    as_json: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), End> {
    let path = what.out.as_deref().map(typed).transpose()?;
    let request = json!({ "format": what.format.code(), "path": path, "candidate_ids": what.candidates });
    let answer = ask(app, "scorecard_export", &request).await?;
    let hidden = answer["hidden"].as_u64().unwrap_or_default();
    if hidden > 0 {
        let left = count(hidden, "candidate");
        writeln!(err, "workbench: Nothing of {left} is in it: submit your own open scorecard first.")?;
    }
    if what.out.is_none() {
        return Ok(write!(out, "{}", print::text(&answer["text"]))?);
    }
    if as_json {
        let told = json!({ "scorecards": answer["scorecards"], "hidden": hidden, "path": answer["path"] });
        return Ok(writeln!(out, "{told}")?);
    }
    let scorecards = count(answer["scorecards"].as_u64().unwrap_or_default(), "scorecard");
    Ok(writeln!(out, "{} ({scorecards})", print::text(&answer["path"]))?)
}
