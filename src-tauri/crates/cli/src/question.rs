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
    if as_json {
        let told = json!({ "added": added, "updated": updated, "unchanged": unchanged, "problems": problems });
        writeln!(out, "{told}")?;
    } else {
        for problem in &problems {
            let [place, severity, what] = ["where", "severity", "what"].map(|name| print::text(&problem[name]));
            writeln!(err, "{place}: {severity}: {what}")?;
        }
        let path = path_words(&what.path);
        if nothing {
            writeln!(err, "workbench: Nothing of {path} could be read, so nothing was changed.")?;
        } else {
            let would = if what.dry_run { "would be " } else { "" };
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
