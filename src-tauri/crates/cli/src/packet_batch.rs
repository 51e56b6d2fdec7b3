//! The packets of a whole round, into a folder: one that cannot be written keeps no other from being written.

use std::{collections::HashSet, io::Write, path::Path};

use serde_json::{Value, json};
use workbench_app::{
    App,
    disk::{self, path_words},
    failure::{Code, Failure},
    isolate,
};
use zeroize::Zeroizing;

use crate::{End, add_print, args::Print, ask, packet::decisions, print, protection, typed};

/// How all of them are wanted.
pub(crate) struct Wanted<'a> {
    pub options: Value,
    pub replace_rest: bool,
    pub print: &'a Print,
    pub password: Option<Zeroizing<String>>,
}

pub(crate) async fn export(
    app: &App,
    round: &str,
    folder: &Path,
    wanted: &Wanted<'_>,
    as_json: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), End> {
    let detail = ask(app, "round_get", &json!({ "round_id": round })).await?;
    std::fs::create_dir_all(folder).map_err(|error| {
        Failure::new(Code::CannotWrite, format!("{} cannot be made: {}.", path_words(folder), disk::reason(&error)))
    })?;
    let (mut taken, mut written, mut failed) = (HashSet::new(), Vec::new(), Vec::new());
    // In the order in which they were added, so that of two with one name the first one is not numbered.
    for card in detail["candidates"].as_array().into_iter().flatten().rev() {
        let candidate = &card["candidate"];
        match one(app, &print::text(&candidate["id"]), folder, wanted, &mut taken).await {
            Ok(answer) => {
                if !as_json {
                    writeln!(out, "{}\t{}", isolate(&print::text(&candidate["name"])), print::text(&answer["path"]))?;
                }
                written.push(answer);
            }
            Err(failure) => {
                if !as_json {
                    let name = isolate(&print::text(&candidate["name"]));
                    writeln!(err, "workbench: {name} was not written: {}", failure.message)?;
                }
                failed.push(json!({ "candidate_id": candidate["id"], "name": candidate["name"], "error": failure }));
            }
        }
    }
    if as_json {
        writeln!(out, "{}", json!({ "written": written, "failed": failed }))?;
    }
    if failed.is_empty() { Ok(()) } else { Err(End::Said(1)) }
}

async fn one(
    app: &App,
    candidate: &str,
    folder: &Path,
    wanted: &Wanted<'_>,
    taken: &mut HashSet<String>,
) -> Result<Value, Failure> {
    let mut request = json!({ "candidate_id": candidate, "options": wanted.options });
    let found = ask(app, "packet_check", &request).await?;
    let rest = wanted.replace_rest.then_some(&found["mentions"]);
    request["options"]["decisions"] = json!(decisions(&[], &[], rest));
    let path = folder.join(free_name(&print::text(&found["file_name"]), folder, taken));
    request["path"] = json!(typed(&path)?);
    add_print(&mut request, wanted.print);
    protection::write_document(app, "packet_export", &request, wanted.password.as_ref()).await
}

/// The name, numbered where it is taken: by another of the round, also where a file system tells no capital letters, or by a
/// file that is there.
fn free_name(name: &str, folder: &Path, taken: &mut HashSet<String>) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "pdf"));
    let mut free = name.to_owned();
    let mut number = 2_u32;
    while !taken.insert(free.to_lowercase()) || folder.join(&free).exists() {
        free = format!("{stem} ({number}).{ending}");
        number += 1;
    }
    free
}
