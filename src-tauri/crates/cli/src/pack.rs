//! `pack check`: question files looked at, each problem with file and line. `pack export`: a role as such files.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use serde_json::json;
use workbench_app::{
    App, count,
    pack_check::{Severity, check as look},
};

use crate::{End, ask, print, typed};

pub(crate) fn check(paths: &[PathBuf], as_json: bool, out: &mut dyn Write, err: &mut dyn Write) -> Result<(), End> {
    let mut failed = false;
    let mut answers = Vec::new();
    for path in paths {
        let checked = look(path);
        failed |= checked.problems.iter().any(|problem| problem.severity == Severity::Error);
        if as_json {
            answers.push(json!({
                "path": path.to_string_lossy(),
                "questions": checked.questions,
                "kits": checked.kits,
                "drills": checked.drills,
                "problems": checked.problems,
            }));
            continue;
        }
        // Problems name their files from the pack's folder; a person, and an editor, looks from where the command was run.
        let folder = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or_else(|| Path::new("")) };
        for problem in &checked.problems {
            let severity = match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            writeln!(err, "{}: {severity}: {}", folder.join(&problem.place).display(), problem.what)?;
        }
        writeln!(
            out,
            "{}: {}, {} and {} read, {}",
            path.display(),
            count(checked.questions, "question"),
            count(checked.kits, "kit"),
            count(checked.drills, "drill"),
            count(checked.problems.len(), "problem")
        )?;
    }
    if as_json {
        writeln!(out, "{}", json!(answers))?;
    }
    if failed { Err(End::Said(1)) } else { Ok(()) }
}

/// Writes a role's pack.
pub(crate) async fn export(
    app: &App,
    role: &str,
    path: &Path,
    as_json: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), End> {
    let answer = ask(app, "pack_export", &json!({ "role_id": role, "path": typed(path)? })).await?;
    if as_json {
        return Ok(writeln!(out, "{answer}")?);
    }
    for problem in answer["problems"].as_array().into_iter().flatten() {
        let [place, severity, what] = ["where", "severity", "what"].map(|name| print::text(&problem[name]));
        writeln!(err, "{place}: {severity}: {what}")?;
    }
    let number = |name: &str| answer[name].as_u64().unwrap_or_default();
    let (questions, kits) = (count(number("questions"), "question"), count(number("kits"), "kit"));
    Ok(writeln!(out, "{} ({questions}, {kits})", print::text(&answer["path"]))?)
}
