//! `packet`: made for whoever reads it; or a file from anywhere, without a data folder.

use std::{io::Write, path::Path};

use clap::ValueEnum;
use serde_json::{Value, json};
use workbench_app::{
    App,
    disk::path_words,
    isolate,
    packet_file::{self, Pages},
};

use crate::{
    End, add_print,
    args::{PacketWanted, PacketWhat},
    ask, exported,
    print::{self, count},
    typed,
};

/// The word that the command line and the contract have for it.
fn word(of: &impl ValueEnum) -> String {
    of.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

fn options(wanted: &PacketWanted) -> Value {
    json!({
        "audience": word(&wanted.audience),
        "without": wanted.without.iter().map(word).collect::<Vec<_>>(),
        "find": wanted.find,
        "own_copy": {
            "requested_on": wanted.requested_on,
            "answer_by": wanted.answer_by,
            "purpose": wanted.purpose,
            "source": wanted.source,
            "recipients": wanted.recipients,
            "names_left_out": wanted.names_left_out,
        },
    })
}

/// What was decided on the command line; with `rest`, every other mention is replaced.
fn decisions(keep: &[String], replace: &[String], rest: Option<&Value>) -> Vec<Value> {
    let kept = keep.iter().map(|key| json!({ "key": key, "replace": false }));
    let replaced = replace.iter().map(|one| match one.split_once('=') {
        Some((key, words)) => json!({ "key": key, "replace": true, "with": words }),
        None => json!({ "key": one, "replace": true }),
    });
    let mut all: Vec<Value> = kept.chain(replaced).collect();
    for mention in rest.and_then(Value::as_array).into_iter().flatten() {
        if !all.iter().any(|one| one["key"] == mention["key"]) {
            all.push(json!({ "key": mention["key"], "replace": true }));
        }
    }
    all
}

pub(crate) async fn made(app: &App, what: &PacketWhat, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    match what {
        PacketWhat::Check { candidate, wanted } => {
            let request = json!({ "candidate_id": candidate, "options": options(wanted) });
            let answer = ask(app, "packet_check", &request).await?;
            checked(&answer, as_json, out)
        }
        PacketWhat::Export { candidate, out: path, wanted, keep, replace, replace_rest, print } => {
            let mut request = json!({ "candidate_id": candidate, "options": options(wanted) });
            let found = if *replace_rest { Some(ask(app, "packet_check", &request).await?) } else { None };
            let rest = found.as_ref().map(|found| &found["mentions"]);
            request["options"]["decisions"] = json!(decisions(keep, replace, rest));
            request["path"] = json!(typed(path)?);
            add_print(&mut request, print);
            let answer = ask(app, "packet_export", &request).await?;
            exported(out, as_json, &answer)
        }
        // Answered before a data folder was opened.
        PacketWhat::Read { .. } | PacketWhat::Verify { .. } => Ok(()),
    }
}

fn checked(answer: &Value, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    if as_json {
        return Ok(writeln!(out, "{answer}")?);
    }
    writeln!(
        out,
        "{}: {} pages; scorecards: {} submitted, {} missing",
        print::text(&answer["file_name"]),
        answer["pages"],
        answer["submitted"],
        answer["missing"]
    )?;
    let text = |value: &Value| isolate(&print::text(value).split_whitespace().collect::<Vec<_>>().join(" "));
    for mention in answer["mentions"].as_array().into_iter().flatten() {
        writeln!(
            out,
            "{}\t{}\t{}\t{} → {}\t… {} [{}] {} …",
            print::text(&mention["key"]),
            print::text(&mention["kind"]),
            text(&mention["place"]),
            text(&mention["found"]),
            text(&mention["proposed"]),
            text(&mention["before"]),
            text(&mention["found"]),
            text(&mention["after"])
        )?;
    }
    Ok(())
}

pub(crate) fn read(file: &Path, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    let data = packet_file::read(file)?;
    if as_json {
        return Ok(writeln!(out, "{}", json!(data))?);
    }
    let packet = data.packet;
    Ok(writeln!(
        out,
        "{}\t{}\tmade {}\t{}",
        isolate(&packet.candidate),
        isolate(&packet.role),
        packet.made_at,
        count(packet.scorecards.len(), "scorecard")
    )?)
}

pub(crate) fn verify(file: &Path, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    let verified = packet_file::verify(file)?;
    if as_json {
        writeln!(out, "{}", json!(verified))?;
    } else {
        let name = path_words(file);
        if verified.whole {
            writeln!(out, "{name}: the data are whole. Their SHA-256, to be compared with the foot of its pages:")?;
        } else {
            writeln!(out, "{name}: the data are NOT those that the file says it holds. Their SHA-256 is:")?;
        }
        writeln!(out, "  {}", verified.data_sha256)?;
        writeln!(
            out,
            "{}",
            match verified.pages {
                Pages::Same => "The pages say what the data say: drawn again, the file is the same to the byte.",
                Pages::NotTheSame => {
                    "The pages are not confirmed: drawn again, the file is another. It was changed, or drawn with other \
                 fonts or by another version."
                }
            }
        )?;
        writeln!(out, "It is {}: nobody vouches for who made it.", verified.signature.words())?;
    }
    if verified.whole { Ok(()) } else { Err(End::Said(1)) }
}
