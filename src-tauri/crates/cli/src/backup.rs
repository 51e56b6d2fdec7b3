//! Backups and the rescue from the command line.

use std::{io::Write, path::Path};

use serde_json::{Value, json};
use workbench_app::{
    App, count,
    failure::{Code, Failure},
};

use crate::{
    End,
    args::{BackupWhat, RescueWhat},
    ask, print,
    progress::{self, Unit},
    typed,
};

/// What is counted, with its words.
const COUNTED: [(&str, &str); 9] = [
    ("candidates", "candidate"),
    ("interviews", "interview"),
    ("notes", "note"),
    ("ratings", "rating"),
    ("scorecards", "submitted scorecard"),
    ("decisions", "decision"),
    ("attachments", "attached file"),
    ("questions", "question"),
    ("log_lines", "line of the log"),
];

fn counts(counts: &Value) -> String {
    let parts = COUNTED.iter().map(|(name, noun)| print::counted(&counts[name], noun));
    parts.collect::<Vec<_>>().join(", ")
}

/// A backup as it is typed: a name of the list, or the path of a file.
async fn named(app: &App, what: &str) -> Result<Value, Failure> {
    let plain = Path::new(what).file_name().is_some_and(|last| last == what);
    if plain && app.data_folder().join("backups").join(what).is_file() {
        return Ok(json!({ "place": "own", "name": what }));
    }
    let list = ask(app, "backup_list", &json!({})).await?;
    let all = list["backups"].as_array().cloned().unwrap_or_default();
    let found = all.into_iter().find(|one| one["name"] == what);
    Ok(match found {
        Some(one) => json!({ "place": one["place"], "name": one["name"] }),
        None => json!({ "path": typed(Path::new(what))? }),
    })
}

/// What a restore would change, or did.
fn changes(out: &mut dyn Write, changes: &Value) -> Result<(), End> {
    let newest = |value: &Value| value.as_str().map_or("nothing is saved in it".to_owned(), str::to_owned);
    if changes["now"].is_null() {
        writeln!(out, "Now:         damaged, so it cannot be counted")?;
    } else {
        writeln!(out, "Now:         {}; last saved {}", counts(&changes["now"]), newest(&changes["newest_now"]))?;
    }
    writeln!(out, "The backup:  {}; last saved {}", counts(&changes["then"]), newest(&changes["newest_then"]))?;
    for one in changes["people"].as_array().into_iter().flatten() {
        let of = |value: &Value| {
            let parts = [("interviews", "interview"), ("notes", "note"), ("scorecards", "submitted scorecard")];
            parts.map(|(name, noun)| print::counted(&value[name], noun)).join(", ")
        };
        let name = print::text(&one["name"]);
        match (one["now"].is_null(), one["then"].is_null()) {
            (false, true) => writeln!(out, "  {name}: only here, would be gone ({})", of(&one["now"]))?,
            (true, _) => writeln!(out, "  {name}: only in the backup, comes back ({})", of(&one["then"]))?,
            _ => writeln!(out, "  {name}: now {}; in the backup {}", of(&one["now"]), of(&one["then"]))?,
        }
    }
    writeln!(out, "{}", print::text(&changes["log"]["words"]))?;
    stay_erased(out, changes)
}

/// Who was in a backup and stays erased.
fn stay_erased(out: &mut dyn Write, of: &Value) -> Result<(), End> {
    match print::many(&of["erased"]) {
        Some(erased) => Ok(writeln!(out, "Erased since, and not brought back: {}.", count(erased, "person"))?),
        None => Ok(()),
    }
}

pub(crate) async fn act(app: &App, what: &BackupWhat, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    match what {
        BackupWhat::Create => {
            let answer = progress::ask(app, "backup_create", &json!({}), Unit::Backup, None).await?;
            if as_json {
                return Ok(writeln!(out, "{answer}")?);
            }
            writeln!(out, "{} ({})", print::text(&answer["backup"]["name"]), counts(&answer["counts"]))?;
            if let Some(said) = answer["chosen"].as_str() {
                return Ok(writeln!(out, "{said}")?);
            }
            let list = ask(app, "backup_list", &json!({})).await?;
            let said = match list["folder"].as_str() {
                Some(folder) => format!("Copied to {folder} as well."),
                None => {
                    "It lies in the data folder only. To have a copy elsewhere: workbench backup folder DIR".to_owned()
                }
            };
            Ok(writeln!(out, "{said}")?)
        }
        BackupWhat::List => {
            let answer = ask(app, "backup_list", &json!({})).await?;
            print::rows(out, as_json, &answer["backups"], &["name", "place", "kind", "at", "bytes"])
        }
        BackupWhat::Folder { dir, none } => {
            let answer = match dir {
                Some(dir) => ask(app, "backup_folder_set", &json!({ "path": typed(dir)? })).await?,
                None if *none => ask(app, "backup_folder_remove", &json!({})).await?,
                None => ask(app, "backup_list", &json!({})).await?,
            };
            if as_json {
                return Ok(writeln!(out, "{answer}")?);
            }
            let said = match answer["folder"].as_str() {
                Some(folder) if answer["folder_there"] == false => {
                    format!("Backups are copied to {folder} as well, which is not there now. To stop that: --none.")
                }
                Some(folder) => format!("Backups are copied to {folder} as well. To stop that: --none."),
                None => "Backups lie in the data folder only.".to_owned(),
            };
            Ok(writeln!(out, "{said}")?)
        }
        BackupWhat::Verify { backup } => {
            let request = named(app, backup).await?;
            let command = if request["path"].is_null() { "backup_verify" } else { "backup_path_verify" };
            let answer = ask(app, command, &request).await?;
            if as_json {
                return Ok(writeln!(out, "{answer}")?);
            }
            Ok(writeln!(out, "Whole: {} ({})", print::text(&answer["name"]), counts(&answer["counts"]))?)
        }
        BackupWhat::Restore { backup, yes } => {
            let mut request = named(app, backup).await?;
            let by_path = !request["path"].is_null();
            let answer = match (by_path, yes) {
                (false, false) => json!({ "changes": ask(app, "backup_compare", &request).await?, "kept": null }),
                (false, true) => ask(app, "backup_restore", &request).await?,
                (true, _) => {
                    request["dry_run"] = json!(!yes);
                    ask(app, "backup_path_restore", &request).await?
                }
            };
            if as_json {
                return Ok(writeln!(out, "{answer}")?);
            }
            changes(out, &answer["changes"])?;
            let said = match (answer["kept"].as_str(), answer["damaged"].as_str()) {
                (Some(kept), _) => format!("Restored. What was here until now is kept as the backup {kept}."),
                (_, Some(file)) => {
                    format!("Restored. What was here until now is damaged. Its file is kept as it is: {file}")
                }
                _ => "Nothing was changed. To restore it, add --yes.".to_owned(),
            };
            Ok(writeln!(out, "{said}")?)
        }
    }
}

pub(crate) async fn rescue(app: &App, what: &RescueWhat, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    // One that opens may have pages that cannot be read all the same, so each is read before it is called whole.
    match ask(app, "rescue_begin", &json!({})).await {
        Err(failure) if failure.code == Code::Conflict => return whole(what, failure, as_json, out),
        begun => begun?,
    };
    let read = match what {
        RescueWhat { restore: Some(name), .. } => ask(app, "rescue_restore", &json!({ "name": name })).await?,
        RescueWhat { recover: true, .. } => {
            progress::ask(app, "rescue_take", &json!({}), Unit::Of("record"), None).await?
        }
        _ => {
            let found = ask(app, "rescue_get", &json!({})).await?;
            let readable = progress::ask(app, "rescue_read", &json!({}), Unit::Of("record"), None).await;
            if as_json {
                let readable = readable.ok();
                return Ok(writeln!(out, "{}", json!({ "found": found, "readable": readable }))?);
            }
            return told(out, &found, readable);
        }
    };
    if as_json {
        return Ok(writeln!(out, "{read}")?);
    }
    writeln!(out, "Done: {}.", counts(&read["counts"]))?;
    writeln!(out, "{}", print::text(&read["log"]["words"]))?;
    if let Some(kept) = read["kept"].as_str() {
        writeln!(out, "The damaged file is kept: {kept}")?;
    }
    Ok(())
}

/// There is nothing to rescue, which is what whoever looked or would recover hoped for. A backup that was to be restored was not.
fn whole(what: &RescueWhat, failure: Failure, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    if what.restore.is_some() {
        let message =
            format!("{} Nothing was changed. To go back to a backup: workbench backup restore.", failure.message);
        return Err(Failure { message, ..failure }.into());
    }
    if as_json {
        return Ok(writeln!(out, "{}", json!({ "found": null, "readable": null }))?);
    }
    Ok(writeln!(out, "{} Nothing was changed.", failure.message)?)
}

fn told(out: &mut dyn Write, found: &Value, readable: Result<Value, Failure>) -> Result<(), End> {
    writeln!(out, "{}", print::text(&found["damage"]))?;
    match readable {
        Ok(readable) => {
            writeln!(out, "Can still be read: {}.", counts(&readable["counts"]))?;
            for one in readable["lost"].as_array().into_iter().flatten() {
                let more = if one["or_more"] == true { " or more" } else { "" };
                writeln!(out, "  lost: {}{more} {}", one["rows"], print::text(&one["what"]))?;
            }
            stay_erased(out, &readable)?;
            writeln!(out, "{}", print::text(&readable["log"]["words"]))?;
            writeln!(out, "To make a database of it: workbench rescue --recover")?;
        }
        Err(failure) => writeln!(out, "{}", failure.message)?,
    }
    let backups = found["backups"].as_array().map(Vec::as_slice).unwrap_or_default();
    for one in backups {
        let content = if one["counts"].is_null() { "cannot be read".to_owned() } else { counts(&one["counts"]) };
        writeln!(out, "  backup {}: {content}", print::text(&one["backup"]["name"]))?;
    }
    let said = if backups.is_empty() {
        "There is no backup in the data folder."
    } else {
        "To restore one: workbench rescue --restore NAME."
    };
    Ok(writeln!(out, "{said} Nothing was changed.")?)
}
