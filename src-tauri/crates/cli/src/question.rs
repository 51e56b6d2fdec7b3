//! `question import` and `question export`: question files in and out.

use std::{io::Write, path::Path};

use serde_json::{Value, json};
use workbench_app::{App, count, disk::path_words, failure::Failure};

use crate::{
    End,
    args::{FormatArg, QuestionExport, QuestionImport},
    ask, print,
    progress::{self, Unit},
    typed,
};

/// So many questions of a dry run are told one by one.
const ROWS_MOST: usize = 200;

/// Imports a file or a folder, or tells what that would do. It ends with 1 when nothing could be read.
pub(crate) async fn import(
    app: &App,
    what: &QuestionImport,
    as_json: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), End> {
    let request = json!({
        "path": typed(&what.path)?, "dry_run": what.dry_run, "format": what.format.map(FormatArg::code), "source": what.source,
    });
    let answer = progress::ask(app, "question_import_path", &request, Unit::Import, None).await?;
    let number = |name: &str| answer[name].as_u64().unwrap_or_default();
    let offered = number("offered");
    let mut problems = answer["problems"].as_array().cloned().unwrap_or_default();
    if offered > 0 {
        // Whoever adds up the three counts gets every question of the file.
        problems.push(json!({
            "where": typed(&what.path)?,
            "what": format!("Left alone, since there is a version of your own, which stays: {}. To compare with the file's, and to take that one if you like, open it in the window.", count(offered, "question")),
            "severity": "warning",
        }));
    }
    let (added, updated, unchanged) = (number("added"), number("updated"), number("unchanged") + offered);
    let nothing = added + updated + unchanged == 0 && problems.iter().any(|problem| problem["severity"] == "error");
    let rows = print::list(&answer["rows"]);
    if as_json {
        let mut told = json!({ "added": added, "updated": updated, "unchanged": unchanged, "problems": problems });
        if what.dry_run {
            told["questions"] = json!(rows);
        }
        writeln!(out, "{told}")?;
    } else {
        // What is left out stands among the rows.
        let among = |problem: &Value| {
            let same = |row: &Value| row["where"] == problem["where"] && row["why"] == problem["what"];
            !nothing && rows.iter().take(ROWS_MOST).any(same)
        };
        for problem in problems.iter().filter(|problem| !among(problem)) {
            let [place, severity, what] = ["where", "severity", "what"].map(|name| print::text(&problem[name]));
            writeln!(err, "{place}: {severity}: {what}")?;
        }
        let path = path_words(&what.path);
        if nothing {
            writeln!(err, "workbench: Nothing of {path} could be read, so nothing was changed.")?;
        } else {
            let would = if what.dry_run { "would be " } else { "" };
            tell_rows(&rows, out)?;
            writeln!(
                out,
                "{path}: {} {would}added, {updated} {would}updated, {unchanged} unchanged; {}",
                count(added, "question"),
                count(problems.len(), "problem")
            )?;
        }
    }
    if nothing { Err(End::Said(1)) } else { Ok(()) }
}

/// What becomes of each question, a line each; of many, the rest as numbers.
fn tell_rows(rows: &[Value], out: &mut dyn Write) -> Result<(), End> {
    let in_words = |row: &Value| {
        let (title, id) = (print::shown(&row["title"]), print::text(&row["id"]));
        let changed: Vec<String> = print::list(&row["changed"]).iter().map(field_words).collect();
        match print::text(&row["taken"]).as_str() {
            "added" => format!("“{title}” would be added: {id}"),
            "updated" => format!("“{title}” would change in {}: {id}", changed.join(", ")),
            "offered" => {
                format!("“{title}” stays, as a version of your own; the file differs in {}: {id}", changed.join(", "))
            }
            "refused" => format!("left out: {}", print::text(&row["why"])),
            _ => format!("“{title}” is there already: {id}"),
        }
    };
    for row in rows.iter().take(ROWS_MOST) {
        writeln!(out, "{}: {}", print::text(&row["where"]), in_words(row))?;
    }
    let rest = rows.get(ROWS_MOST..).unwrap_or_default();
    if !rest.is_empty() {
        let kinds = [
            ("added", "would be added"),
            ("updated", "would be changed"),
            ("unchanged", "there already"),
            ("offered", "with a version of your own, which stays"),
            ("refused", "left out"),
        ];
        let of = |taken: &str| rest.iter().filter(|row| row["taken"] == taken).count();
        let told = kinds.iter().map(|(taken, words)| (of(taken), words)).filter(|(many, _)| *many > 0);
        let told: Vec<String> = told.map(|(many, words)| format!("{many} {words}")).collect();
        writeln!(out, "and {}: {}. To see all: --json", count(rest.len(), "more row"), told.join(", "))?;
    }
    Ok(())
}

/// A field as a person calls it.
fn field_words(field: &Value) -> String {
    match print::text(field).as_str() {
        "indicators" => "good signals".to_owned(),
        "red_flags" => "red flags".to_owned(),
        "probes" => "follow-ups".to_owned(),
        "minutes" => "time".to_owned(),
        other => other.to_owned(),
    }
}

/// Writes questions to a file, or to standard output.
pub(crate) async fn export(app: &App, what: &QuestionExport, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    let of_name = what.out.as_deref().and_then(format_of);
    let Some(format) = what.format.or(of_name) else {
        return Err(Failure::invalid(
            "Say in which format, with --format toml, markdown, csv or json, or by how the name after --out ends.",
        )
        .into());
    };
    let path = what.out.as_deref().map(typed).transpose()?;
    let request = json!({ "format": format.code(), "path": path });
    let answer = ask(app, "question_export", &request).await?;
    if what.out.is_none() {
        // The questions are the answer, whatever form answers have else.
        return Ok(write!(out, "{}", print::text(&answer["text"]))?);
    }
    let questions = answer["questions"].as_u64().unwrap_or_default();
    if as_json {
        let told: Value = json!({ "questions": questions, "path": answer["path"] });
        return Ok(writeln!(out, "{told}")?);
    }
    Ok(writeln!(out, "{} ({})", print::text(&answer["path"]), count(questions, "question"))?)
}

/// The format that a file's name says.
fn format_of(path: &Path) -> Option<FormatArg> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "toml" => Some(FormatArg::Toml),
        "md" | "markdown" => Some(FormatArg::Markdown),
        "csv" => Some(FormatArg::Csv),
        "json" => Some(FormatArg::Json),
        _ => None,
    }
}
