//! Long work at a terminal: how far it is, on one line that is taken away at the end, and ending it with Ctrl+C.

use std::{
    io::{IsTerminal as _, Write as _},
    time::Duration,
};

use serde_json::{Value, json};
use workbench_app::{App, count, failure::Failure};
use zeroize::Zeroizing;

use crate::{interrupt, protection::write_document};

/// How often it is looked at.
const BETWEEN: Duration = Duration::from_millis(200);
/// What it is called while it is under way.
const NAME: &str = "terminal";

/// What is counted of a piece of work.
#[derive(Clone, Copy)]
pub(crate) enum Unit {
    /// Pages or packets, by their name.
    Of(&'static str),
    /// The parts of a backup.
    Backup,
    /// The parts of an import of questions.
    Import,
}

impl Unit {
    /// How far a job is, in words; none while there is nothing to tell.
    fn words(self, job: &Value) -> Option<String> {
        match (self, job["of"].as_u64()) {
            (Self::Of(unit), Some(of)) => Some(format!("{} of {}", job["done"], count(of, unit))),
            (Self::Of(_), None) => {
                job["laid_out"].as_u64().filter(|full| *full > 0).map(|full| format!("Laying out page {}", full + 1))
            }
            (Self::Import, Some(of)) => match job["part"].as_u64() {
                Some(1) => Some(format!("Reading: {} of {}", job["done"], count(of, "file"))),
                _ => Some(format!("{} of {}", job["done"], count(of, "question"))),
            },
            (Self::Import, None) => None,
            (Self::Backup, of) => {
                let part = match (job["part"].as_u64(), of) {
                    (Some(1), _) => "Copying",
                    (Some(2), _) => "Checking the copy",
                    (Some(3), Some(_)) => "Copying to the other folder",
                    (Some(3), None) => "Checking the copy there",
                    _ => return None,
                };
                let megabytes = |kilobytes: u64| kilobytes.div_ceil(1000);
                let done = megabytes(job["done"].as_u64().unwrap_or_default());
                Some(of.map_or(part.to_owned(), |of| format!("{part}: {done} of {} MB", megabytes(of))))
            }
        }
    }
}

/// Runs a command that can tell how far it is; with a password where there is one. A script sees nothing of that. Ctrl+C, and
/// being told to end, stop the work, so that it leaves nothing half written; a second time ends the program at once.
pub(crate) async fn ask(
    app: &App,
    command: &'static str,
    request: &Value,
    unit: Unit,
    password: Option<&Zeroizing<String>>,
) -> Result<Value, Failure> {
    let working = interrupt::working();
    let mut named = request.clone();
    named["job"] = json!(NAME);
    let (asked, password) = (app.clone(), password.cloned());
    let mut running = tokio::spawn(async move { write_document(&asked, command, &named, password.as_ref()).await });
    let shown = std::io::stderr().is_terminal();
    let answer = loop {
        match tokio::time::timeout(BETWEEN, &mut running).await {
            Ok(ended) => break ended.map_err(Failure::bug)?,
            Err(_) => {
                let look = if working.is_to_end() { "job_stop" } else { "job_get" };
                let job = crate::ask(app, look, &json!({ "job": NAME })).await?;
                if let Some(words) = unit.words(&job).filter(|_| shown) {
                    say(&words);
                }
            }
        }
    };
    if shown {
        say("");
    }
    answer
}

/// Whoever cannot be told is none the worse for it.
fn say(words: &str) {
    let mut err = std::io::stderr();
    let _ = write!(err, "\r\x1b[K{words}");
    let _ = err.flush();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_tells_its_files_and_then_its_questions() {
        for (job, words) in [
            (json!({ "part": 1, "done": 12, "of": 9_000 }), Some("Reading: 12 of 9000 files")),
            (json!({ "part": 2, "done": 0, "of": 1 }), Some("0 of 1 question")),
            (json!({ "part": 0, "done": 0, "of": null }), None),
        ] {
            assert_eq!(Unit::Import.words(&job).as_deref(), words, "{job}");
        }
    }

    #[test]
    fn each_part_of_a_backup_has_its_words_and_tells_as_much_as_is_known() {
        for (job, words) in [
            (json!({ "part": 0, "done": 0, "of": null }), None),
            (json!({ "part": 1, "done": 12_345, "of": 535_000 }), Some("Copying: 13 of 535 MB")),
            (json!({ "part": 2, "done": 0, "of": null }), Some("Checking the copy")),
            (json!({ "part": 3, "done": 1, "of": 999 }), Some("Copying to the other folder: 1 of 1 MB")),
            (json!({ "part": 3, "done": 0, "of": null }), Some("Checking the copy there")),
        ] {
            assert_eq!(Unit::Backup.words(&job).as_deref(), words, "{job}");
        }
        assert_eq!(Unit::Of("page").words(&json!({ "part": 0, "done": 1, "of": 3 })).as_deref(), Some("1 of 3 pages"));
        assert_eq!(Unit::Of("page").words(&json!({ "part": 0, "done": 0, "of": null })), None);
    }
}
