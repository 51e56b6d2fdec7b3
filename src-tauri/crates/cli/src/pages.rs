//! Lists of any length: a page is asked for after the other, and each is printed before the next one is asked for.

use std::io::Write;

use serde_json::{Value, json};
use workbench_app::App;

use crate::{End, ask, print};

/// Prints all that a command lists under `field`: a line each, or one list in JSON.
pub(crate) async fn print(
    app: &App,
    command: &str,
    field: &str,
    columns: &[&str],
    as_json: bool,
    out: &mut dyn Write,
) -> Result<(), End> {
    let (mut request, mut first) = (json!({}), true);
    if as_json {
        write!(out, "[")?;
    }
    loop {
        let answer = ask(app, command, &request).await?;
        for row in answer[field].as_array().into_iter().flatten() {
            if as_json {
                write!(out, "{}{row}", if first { "" } else { "," })?;
            } else {
                print::one(out, false, row, columns)?;
            }
            first = false;
        }
        match &answer["next"] {
            Value::Null => break,
            next => request["before"] = next.clone(),
        }
    }
    if as_json { Ok(writeln!(out, "]")?) } else { Ok(()) }
}
