//! Programs of the system that tests use where they are there.

use std::{io::Write as _, path::Path, process::Command};

/// Says that something was not tested, and why. Not captured by the test harness, so that it stands in every run.
pub fn skip(what: &str, why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {what}: {why}");
}

/// The text of a PDF as a reader would select it; none where poppler's `pdftotext` is not installed.
#[must_use]
pub fn pdf_text(path: &Path) -> Option<String> {
    let output = Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(path).arg("-").output();
    let Ok(output) = output else {
        skip("the text of a PDF", "pdftotext (poppler-utils) is not installed");
        return None;
    };
    assert!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}
