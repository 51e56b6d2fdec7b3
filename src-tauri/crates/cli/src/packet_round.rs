//! The packets of a whole round: what they would hold, and writing them into a folder.

use std::{collections::BTreeSet, io::Write};

use serde_json::{Value, json};
use workbench_app::{App, failure::Failure, isolate};
use zeroize::Zeroizing;

use crate::{
    End, ask, hint,
    packet::{mention_lines, undrawable_lines},
    print,
    progress::{self, Unit},
};

/// Says what each packet would hold, and what must be decided first.
pub(crate) async fn check(
    app: &App,
    round: &str,
    options: Value,
    as_json: bool,
    out: &mut dyn Write,
) -> Result<(), End> {
    let answer = ask(app, "round_export_check", &json!({ "round_id": round, "options": options })).await?;
    if as_json {
        return Ok(writeln!(out, "{answer}")?);
    }
    for one in answer["packets"].as_array().into_iter().flatten() {
        let name = isolate(&print::text(&one["name"]));
        if let Some(why) = one["failure"]["message"].as_str() {
            writeln!(out, "{name}: cannot be written: {why}")?;
            continue;
        }
        writeln!(out, "{name}: scorecards: {} submitted, {} missing", one["submitted"], one["missing"])?;
        mention_lines(&one["mentions"], out)?;
        undrawable_lines(&one["undrawable"], out)?;
    }
    Ok(())
}

/// Writes them. What was not written is named, and ends in the exit code 1.
pub(crate) async fn export(
    app: &App,
    request: &Value,
    password: Option<&Zeroizing<String>>,
    as_json: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), End> {
    let answer = progress::ask(app, "round_export", request, Unit::Of("packet"), password).await?;
    let packets = || answer["packets"].as_array().into_iter().flatten();
    if as_json {
        writeln!(out, "{answer}")?;
    } else {
        let mut help = BTreeSet::new();
        for one in packets() {
            let name = isolate(&print::text(&one["name"]));
            match serde_json::from_value::<Failure>(one["failure"].clone()) {
                Ok(failure) => {
                    writeln!(err, "workbench: {name} was not written: {}", failure.message)?;
                    help.extend(hint::of_document(&failure));
                }
                Err(_) => {
                    let interim = if one["missing"] == json!(0) { "" } else { "\tinterim" };
                    writeln!(out, "{name}\t{}{interim}", print::text(&one["written"]["path"]))?;
                }
            }
        }
        // Once, however many it helps with.
        help.iter().try_for_each(|help| writeln!(err, "workbench: {help}"))?;
    }
    if packets().all(|one| one["failure"].is_null()) { Ok(()) } else { Err(End::Said(1)) }
}
