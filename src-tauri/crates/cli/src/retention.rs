//! `retention` and `candidate access`: how long things are kept, and what is kept about one person.

use std::io::Write;

use serde_json::{Value, json};
use workbench_app::{App, count, isolate};

use crate::{
    End,
    args::{Access, PaperArg, RetentionWhat},
    ask, print, typed,
};

/// Runs `retention`.
pub(crate) async fn act(app: &App, what: &RetentionWhat, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    match what {
        RetentionWhat::List => list(out, as_json, &whole_list(app).await?),
        RetentionWhat::Rules => rules(out, as_json, &ask(app, "retention_get", &json!({})).await?),
        RetentionWhat::Choose { rule, .. } => {
            rules(out, as_json, &ask(app, "retention_choose", &json!({ "rule_id": rule })).await?)
        }
    }
}

/// All that there is to list: everybody is looked at, a page after the other.
async fn whole_list(app: &App) -> Result<Value, End> {
    let mut all = ask(app, "retention_list", &json!({})).await?;
    while !all["next"].is_null() {
        let more = ask(app, "retention_list", &json!({ "after": all["next"] })).await?;
        if let (Some(due), Some(others)) = (all["due"].as_array_mut(), more["due"].as_array()) {
            due.extend(others.iter().cloned());
        }
        all["hidden"] = json!(all["hidden"].as_u64().unwrap_or(0) + more["hidden"].as_u64().unwrap_or(0));
        all["next"] = more["next"].clone();
    }
    Ok(all)
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn list(out: &mut dyn Write, as_json: bool, answer: &Value) -> Result<(), End> {
    if as_json {
        return Ok(writeln!(out, "{answer}")?);
    }
    let said = |value: &Value| isolate(&print::text(value));
    match answer["rule"]["title"].as_str() {
        Some(title) => writeln!(out, "# by the rule {}", isolate(title))?,
        None => writeln!(out, "# no retention rule is set: workbench retention rules")?,
    }
    for card in each(&answer["due"]) {
        let start = if card["kept"]["start"] == "decision" { "the decision" } else { "the last record" };
        let (until, from) = (print::text(&card["kept"]["until"]), print::text(&card["kept"]["from"]));
        let (id, name) = (print::text(&card["candidate_id"]), said(&card["candidate"]));
        writeln!(out, "{id}\tdue\t{name}\tkept until {until}, counted from {from}, {start}")?;
    }
    for card in each(&answer["held"]) {
        let (id, name) = (print::text(&card["candidate_id"]), said(&card["candidate"]));
        writeln!(out, "{id}\theld\t{name}\tlegal hold: {}", said(&card["hold"]["reason"]))?;
    }
    let hidden = answer["hidden"].as_u64().unwrap_or(0);
    if hidden > 0 {
        writeln!(out, "# {} left out until your open scorecard is submitted", count(hidden, "candidate"))?;
    }
    Ok(())
}

fn rules(out: &mut dyn Write, as_json: bool, answer: &Value) -> Result<(), End> {
    if as_json {
        return Ok(writeln!(out, "{answer}")?);
    }
    for card in each(&answer["rules"]) {
        let rule = &card["rule"];
        let used = if rule["id"] == answer["rule_id"] { "*" } else { "" };
        let told = [&rule["id"], &card["words"], &rule["title"], &rule["source"], &rule["read_on"]].map(print::text);
        writeln!(out, "{used}\t{}", told.join("\t"))?;
    }
    let none = if answer["rule_id"].is_null() { "No retention rule is set. " } else { "" };
    Ok(writeln!(out, "# {none}This is not legal advice.")?)
}

/// Runs `candidate access`.
pub(crate) async fn access(app: &App, what: &Access, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    let request = json!({
        "candidate_id": what.candidate, "path": typed(&what.out)?, "paper": what.paper.map(PaperArg::code),
        "own_copy": { "names_left_out": what.leave_names_out, "requested_on": what.asked_on },
    });
    let answer = ask(app, "access_export", &request).await?;
    if as_json {
        return Ok(writeln!(out, "{answer}")?);
    }
    let number = |field: &str, what: &str| count(answer[field].as_u64().unwrap_or(0), what);
    writeln!(out, "{} ({}, {})", print::text(&answer["path"]), number("files", "file"), number("records", "record"))?;
    for (field, words) in [
        ("hidden", "hidden note is in data.json, marked as such"),
        ("replaced", "name of somebody else was replaced"),
        ("comparisons", "sentence of own-copy.pdf may compare with others; read it before you give it away"),
        ("undrawable", "character cannot be drawn and is printed as a code"),
    ] {
        let number = answer[field].as_u64().unwrap_or(0);
        if number > 0 {
            writeln!(out, "{number} × {words}")?;
        }
    }
    Ok(())
}
