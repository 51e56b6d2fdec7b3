//! Erasing a person: what goes is told first, and the name must be typed.

use std::io::{BufRead, IsTerminal as _, Write};

use serde_json::{Value, json};
use workbench_app::{App, failure::Failure, isolate};

use crate::{End, args::Erase, ask, print};

fn counts(out: &mut dyn Write, of: &Value) -> Result<(), End> {
    for one in of.as_array().into_iter().flatten() {
        writeln!(out, "  {}: {}", print::text(&one["what"]), one["rows"])?;
    }
    Ok(())
}

fn lines(of: &Value) -> impl Iterator<Item = &str> {
    of.as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// What was exported, which nobody can delete from here.
fn outside(out: &mut dyn Write, exported: &Value) -> Result<(), End> {
    let all: Vec<&Value> = exported.as_array().into_iter().flatten().collect();
    if all.is_empty() {
        return Ok(writeln!(
            out,
            "Nothing about them was exported. E-mails, prints and copies are outside our reach."
        )?);
    }
    writeln!(
        out,
        "What was exported is outside our reach, with its copies, e-mails and prints. Where it lies is not kept; delete it yourself:"
    )?;
    for one in all {
        let [at, words, hash] = ["at", "words", "sha256"].map(|field| print::text(&one[field]));
        let hash = if hash.is_empty() { "a folder".to_owned() } else { format!("SHA-256 {hash}") };
        writeln!(out, "  {at}: {words}, {hash}")?;
    }
    Ok(())
}

/// What would go, and what is outside our reach.
fn before(out: &mut dyn Write, preview: &Value) -> Result<(), End> {
    writeln!(out, "Everything about {} will be erased:", isolate(&print::text(&preview["name"])))?;
    counts(out, &preview["goes"])?;
    if preview["mentioned"].as_array().is_some_and(|all| !all.is_empty()) {
        writeln!(out, "The name stands in what was written about others, which stays:")?;
        counts(out, &preview["mentioned"])?;
    }
    for part in preview["partly"].as_array().into_iter().flatten() {
        let words = isolate(&print::text(&part["words"]));
        writeln!(
            out,
            "{words} stands alone, perhaps for somebody else, in what was written about others, which stays:"
        )?;
        counts(out, &part["found"])?;
    }
    let backups = preview["backups"].as_u64().unwrap_or(0) + preview["chosen_backups"].as_u64().unwrap_or(0);
    writeln!(out, "Backups that are written anew without them: {backups}")?;
    for name in lines(&preview["unreadable"]) {
        writeln!(out, "A backup that cannot be read, and is removed: {name}")?;
    }
    if preview["put_aside"].as_u64().unwrap_or(0) > 0 {
        writeln!(out, "Damaged databases and leftovers that are removed: {}", preview["put_aside"])?;
    }
    if let (Some(folder), false) = (preview["folder"].as_str(), preview["folder_there"] == true) {
        writeln!(out, "{folder} is not there now; its backups follow once it is.")?;
    }
    outside(out, &preview["exported"])
}

fn after(out: &mut dyn Write, done: &Value) -> Result<(), End> {
    writeln!(out, "Erased.")?;
    counts(out, &done["gone"])?;
    writeln!(out, "Backups written anew: {}", done["backups"])?;
    for name in lines(&done["removed"]) {
        writeln!(out, "A backup that could not be read, and was removed: {name}")?;
    }
    if let Some(folder) = done["waiting"].as_str() {
        writeln!(out, "{folder} is not there now; its backups follow once it is.")?;
    }
    if done["mentioned"].as_array().is_some_and(|all| !all.is_empty()) {
        writeln!(out, "The name still stands in what was written about others:")?;
        counts(out, &done["mentioned"])?;
    }
    outside(out, &done["exported"])?;
    for why in lines(&done["unfinished"]) {
        writeln!(out, "Not done yet, and tried again at the next start: {why}")?;
    }
    Ok(())
}

pub(crate) async fn act(
    app: &App,
    what: &Erase,
    as_json: bool,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), End> {
    let id = &what.candidate;
    let preview = ask(app, "candidate_erase_preview", &json!({ "candidate_id": id })).await?;
    if !what.yes && !std::io::stdin().is_terminal() {
        let why = "Nobody is there to type the name. Nothing was erased. To erase without being asked, add --yes.";
        return Err(Failure::invalid(why).into());
    }
    let mut name = print::text(&preview["name"]);
    if !what.yes {
        before(err, &preview)?;
        write!(err, "This cannot be taken back. Type the name to erase: ")?;
        err.flush()?;
        name.clear();
        input.read_line(&mut name)?;
    }
    let done = ask(app, "candidate_erase", &json!({ "candidate_id": id, "name": name.trim() })).await?;
    if as_json {
        writeln!(out, "{done}")?
    } else {
        after(out, &done)?
    }
    let finished = done["unfinished"].as_array().is_none_or(Vec::is_empty);
    if finished { Ok(()) } else { Err(End::Said(1)) }
}
