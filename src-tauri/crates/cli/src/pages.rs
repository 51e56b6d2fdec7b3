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
    let mut first = true;
    if as_json {
        write!(out, "[")?;
    }
    each(app, command, field, |row| {
        if as_json {
            write!(out, "{}{row}", if first { "" } else { "," })?;
        } else {
            print::one(out, false, row, columns)?;
        }
        first = false;
        Ok(())
    })
    .await?;
    if as_json { Ok(writeln!(out, "]")?) } else { Ok(()) }
}

/// Does something with each row of all that a command lists under `field`.
pub(crate) async fn each(
    app: &App,
    command: &str,
    field: &str,
    mut what: impl FnMut(&Value) -> Result<(), End>,
) -> Result<(), End> {
    let mut request = json!({});
    loop {
        let answer = ask(app, command, &request).await?;
        answer[field].as_array().into_iter().flatten().try_for_each(&mut what)?;
        match &answer["next"] {
            Value::Null => return Ok(()),
            next => request["before"] = next.clone(),
        }
    }
}
