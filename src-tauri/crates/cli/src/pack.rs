//! `pack check`: question files looked at, each problem with file and line.

use std::{io::Write, path::PathBuf};

use serde_json::json;
use workbench_app::pack_check::{Severity, check as look};

use crate::End;

pub(crate) fn check(paths: &[PathBuf], as_json: bool, out: &mut dyn Write, err: &mut dyn Write) -> Result<(), End> {
    let mut failed = false;
    let mut answers = Vec::new();
    for path in paths {
        let checked = look(path);
        failed |= checked.problems.iter().any(|problem| problem.severity == Severity::Error);
        if as_json {
            answers.push(json!({
                "path": path,
                "questions": checked.questions,
                "kits": checked.kits,
                "problems": checked.problems,
            }));
            continue;
        }
        for problem in &checked.problems {
            let severity = match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            writeln!(err, "{}: {severity}: {}", problem.place, problem.what)?;
        }
        writeln!(
            out,
            "{}: {} questions and {} kits read, {} problems",
            path.display(),
            checked.questions,
            checked.kits,
            checked.problems.len()
        )?;
    }
    if as_json {
        writeln!(out, "{}", json!(answers))?;
    }
    if failed { Err(End::Said(1)) } else { Ok(()) }
}
