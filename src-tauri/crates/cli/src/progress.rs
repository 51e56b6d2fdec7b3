//! Long work at a terminal: how far it is, on one line that is taken away at the end.

use std::{
    io::{IsTerminal as _, Write as _},
    time::Duration,
};

use serde_json::{Value, json};
use workbench_app::{App, failure::Failure};
use zeroize::Zeroizing;

use crate::{print::count, protection::write_document};

/// How often it is looked at.
const BETWEEN: Duration = Duration::from_millis(200);

/// Runs a command that can tell how far it is, in so many of `unit`; with a password where there is one. A
/// script sees nothing of that.
pub(crate) async fn ask(
    app: &App,
    command: &'static str,
    request: &Value,
    unit: &str,
    password: Option<&Zeroizing<String>>,
) -> Result<Value, Failure> {
    if !std::io::stderr().is_terminal() {
        return write_document(app, command, request, password).await;
    }
    let mut named = request.clone();
    named["job"] = json!("terminal");
    let (asked, password) = (app.clone(), password.cloned());
    let mut running = tokio::spawn(async move { write_document(&asked, command, &named, password.as_ref()).await });
    let answer = loop {
        match tokio::time::timeout(BETWEEN, &mut running).await {
            Ok(ended) => break ended.map_err(Failure::bug)?,
            Err(_) => {
                let job = crate::ask(app, "job_get", &json!({ "job": "terminal" })).await?;
                match (job["of"].as_u64(), job["laid_out"].as_u64()) {
                    (Some(of), _) => say(&format!("{} of {}", job["done"], count(of, unit))),
                    (None, Some(full)) if full > 0 => say(&format!("Laying out page {}", full + 1)),
                    _ => {}
                }
            }
        }
    };
    say("");
    answer
}

/// Whoever cannot be told is none the worse for it.
fn say(words: &str) {
    let mut err = std::io::stderr();
    let _ = write!(err, "\r\x1b[K{words}");
    let _ = err.flush();
}
