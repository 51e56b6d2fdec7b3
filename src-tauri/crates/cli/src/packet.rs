//! `packet`: made for whoever reads it; or a file from anywhere, without a data folder.

use std::{io::Write, path::Path};

use clap::ValueEnum;
use serde_json::{Value, json};
use workbench_app::{
    App, count,
    disk::{IfMissing, path_words},
    failure::Failure,
    isolate,
    packet_file::{self, DocumentData},
};

use crate::{
    End, add_print,
    args::{AudienceArg, Cli, GuideWhat, PacketWanted, PacketWhat, PaperArg, Password},
    ask, exported, open, packet_round, print,
    progress::{self, Unit},
    protection, typed,
};

/// The word that the command line and the contract have for it.
fn word(of: &impl ValueEnum) -> String {
    of.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

/// What is wanted of a packet. What is said of the candidate's own copy is refused for any other: whoever forgets to say whose it is
/// would get one for the panel.
fn options(wanted: &PacketWanted) -> Result<Value, Failure> {
    let said = [
        ("--requested-on", wanted.requested_on.is_some()),
        ("--answer-by", wanted.answer_by.is_some()),
        ("--purpose", !wanted.purpose.is_empty()),
        ("--source", !wanted.source.is_empty()),
        ("--recipients", !wanted.recipients.is_empty()),
        ("--names-left-out", wanted.names_left_out.is_some()),
    ];
    if let Some((option, _)) = said.iter().find(|(_, said)| *said && !matches!(wanted.audience, AudienceArg::Candidate))
    {
        return Err(Failure::invalid(format!(
            "{option} is for the candidate's own copy. Say --audience candidate with it, or leave it out."
        )));
    }
    Ok(json!({
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
    }))
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

pub(crate) async fn made(
    app: &App,
    what: &PacketWhat,
    as_json: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), End> {
    match what {
        PacketWhat::Check { round: Some(round), wanted, .. } => {
            packet_round::check(app, round, options(wanted)?, as_json, out).await
        }
        PacketWhat::Check { candidate, wanted, .. } => {
            let request = json!({ "candidate_id": candidate, "options": options(wanted)? });
            let answer = ask(app, "packet_check", &request).await?;
            checked(&answer, as_json, out)
        }
        PacketWhat::Export {
            round: Some(round),
            out_dir: Some(folder),
            wanted,
            keep,
            replace,
            replace_rest,
            if_there,
            print,
            ..
        } => {
            let mut request = json!({
                "round_id": round, "path": typed(folder)?, "options": options(wanted)?, "replace_rest": replace_rest,
                "if_there": word(if_there),
            });
            request["options"]["decisions"] = json!(decisions(keep, replace, None));
            add_print(&mut request, print);
            let password = protection::password(&print.password)?;
            packet_round::export(app, &request, password.as_ref(), as_json, out, err).await
        }
        PacketWhat::Export { candidate, out: path, wanted, keep, replace, replace_rest, print, .. } => {
            let path = path.as_deref().unwrap_or(Path::new(""));
            let mut request = json!({ "candidate_id": candidate, "options": options(wanted)? });
            let found = if *replace_rest { Some(ask(app, "packet_check", &request).await?) } else { None };
            let rest = found.as_ref().map(|found| &found["mentions"]);
            request["options"]["decisions"] = json!(decisions(keep, replace, rest));
            request["path"] = json!(typed(path)?);
            add_print(&mut request, print);
            let password = protection::password(&print.password)?;
            let answer = progress::ask(app, "packet_export", &request, Unit::Of("page"), password.as_ref()).await?;
            exported(out, as_json, &answer)
        }
        PacketWhat::Key => key(app, as_json, out).await,
        // Answered before a data folder was opened.
        PacketWhat::Read { .. } | PacketWhat::Verify { .. } => Ok(()),
    }
}

/// What a document would hold, and what must be decided first.
pub(crate) fn checked(answer: &Value, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    if as_json {
        return Ok(writeln!(out, "{answer}")?);
    }
    write!(out, "{}: {}", print::text(&answer["file_name"]), print::counted(&answer["pages"], "page"))?;
    // A guide is made before anybody is met.
    if answer["submitted"].is_number() {
        write!(out, "; scorecards: {} submitted, {} missing", answer["submitted"], answer["missing"])?;
    }
    writeln!(out)?;
    mention_lines(&answer["mentions"], out)?;
    undrawable_lines(&answer["undrawable"], out)
}

/// A line for each place in the free text that a person must decide on.
pub(crate) fn mention_lines(mentions: &Value, out: &mut dyn Write) -> Result<(), End> {
    let text = |value: &Value| isolate(&print::text(value).split_whitespace().collect::<Vec<_>>().join(" "));
    for mention in mentions.as_array().into_iter().flatten() {
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

/// The interviewer's guide of a kit: looked at, or written.
pub(crate) async fn guide(app: &App, what: &GuideWhat, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    match what {
        GuideWhat::Check { kit, paper } => {
            let request = json!({ "kit_id": kit, "paper": paper.map(PaperArg::code) });
            checked(&ask(app, "guide_check", &request).await?, as_json, out)
        }
        GuideWhat::Export { kit, out: path, print } => {
            let mut request = json!({ "kit_id": kit, "path": typed(path)? });
            add_print(&mut request, print);
            let password = protection::password(&print.password)?;
            let answer = progress::ask(app, "guide_export", &request, Unit::Of("page"), password.as_ref()).await?;
            exported(out, as_json, &answer)
        }
    }
}

/// A line for each character that no font at hand can draw.
pub(crate) fn undrawable_lines(undrawable: &Value, out: &mut dyn Write) -> Result<(), End> {
    for one in undrawable.as_array().into_iter().flatten() {
        let [code, script, place] = ["code", "script", "place"].map(|field| print::text(&one[field]));
        writeln!(out, "cannot be drawn\t{code}\t{script}\t{}", isolate(&place))?;
    }
    Ok(())
}

/// Prints the data all the same where they are not to be relied on, and says so beside them, where no script reads it as data.
pub(crate) fn read(
    file: &Path,
    password: &Password,
    as_json: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), End> {
    let password = protection::password(password)?;
    let (data, bytes, verified) = packet_file::read(file, password.as_ref().map(|one| one.as_str()))?;
    if as_json {
        out.write_all(&bytes)?;
        writeln!(out)?;
    } else {
        line(&data, out)?;
    }
    if !verified.vouched() {
        writeln!(err, "workbench: {}:", path_words(file))?;
        for said in &verified.says {
            writeln!(err, "  {said}")?;
        }
    }
    if verified.good { Ok(()) } else { Err(End::Said(1)) }
}

/// What a document is about, on a line.
fn line(data: &DocumentData, out: &mut dyn Write) -> Result<(), End> {
    let (names, made_at, holds) = match data {
        DocumentData::Packet(packet) => (
            format!("{}\t{}", isolate(&packet.candidate), isolate(&packet.role)),
            packet.made_at,
            count(packet.scorecards.len(), "scorecard"),
        ),
        DocumentData::Comparison(comparison) => {
            let candidates = count(comparison.table.candidates.len(), "candidate");
            (format!("comparison\t{}", isolate(&comparison.role)), comparison.made_at, candidates)
        }
        DocumentData::Guide(guide) => {
            (format!("guide\t{}", isolate(&guide.kit)), guide.made_at, count(guide.questions.len(), "question"))
        }
    };
    Ok(writeln!(out, "{names}\tmade {made_at}\t{holds}")?)
}

/// One's own key is known only where a data folder is named: a file can be looked at without any, and while the window holds it.
pub(crate) async fn verify(
    cli: &Cli,
    (file, key, password): (&Path, Option<&str>, &Password),
    out: &mut dyn Write,
) -> Result<(), End> {
    let password = protection::password(password)?;
    let own = if cli.data.is_some() && key.is_none() { own_fingerprint(cli).await? } else { None };
    let verified = packet_file::verify(file, key, own.as_deref(), password.as_ref().map(|one| one.as_str()))?;
    if cli.json {
        writeln!(out, "{}", json!(verified))?;
    } else {
        writeln!(out, "{}:", path_words(file))?;
        for line in &verified.says {
            writeln!(out, "  {line}")?;
        }
    }
    if verified.good { Ok(()) } else { Err(End::Said(1)) }
}

async fn own_fingerprint(cli: &Cli) -> Result<Option<String>, End> {
    let (app, _) = open(cli, None, IfMissing::Refuse).await?;
    let answer = ask(&app, "signing_key_get", &json!({})).await;
    app.close().await?;
    Ok(answer?["fingerprint"].as_str().map(str::to_owned))
}

/// The fingerprint of one's own key.
pub(crate) async fn key(app: &App, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    let answer = ask(app, "signing_key_get", &json!({})).await?;
    if as_json {
        return Ok(writeln!(out, "{answer}")?);
    }
    match answer["fingerprint"].as_str() {
        Some(fingerprint) => Ok(writeln!(out, "{}\t{fingerprint}", isolate(&print::text(&answer["name"])))?),
        None => Ok(writeln!(out, "There is no key yet: it is made when a first document is signed.")?),
    }
}
