//! `candidate list`, and `candidate import`: candidates from a file.

use std::{collections::HashMap, io::Write};

use serde_json::{Value, json};
use workbench_app::{
    App,
    failure::{Code, Failure},
    namesakes, told_apart,
};

use crate::{
    End,
    args::{CandidateImport, Pair},
    ask, pages, print, role_or_only, typed,
};

/// Prints everybody, a line each. Who has the name of another has one field more, which tells them apart.
pub(crate) async fn list(app: &App, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    let (command, field) = ("candidate_list", "candidates");
    let columns = ["candidate.id", "role", "submitted", "open", "candidate.name"];
    if as_json {
        return pages::print(app, command, field, &columns, true, out).await;
    }
    let mut people = Vec::new();
    pages::each(app, command, field, |card| {
        people.push(["id", "name"].map(|of| print::text(&card["candidate"][of])));
        Ok(())
    })
    .await?;
    let mut beside = HashMap::new();
    for same in namesakes(people.iter().map(|[_, name]| name.as_str())) {
        let mut emails = Vec::new();
        for at in &same {
            let one = ask(app, "candidate_get", &json!({ "candidate_id": people[*at][0] })).await?;
            emails.push(print::text(&one["contact"]["email"]));
        }
        let ids: Vec<&str> = same.iter().map(|at| people[*at][0].as_str()).collect();
        let known: Vec<_> = emails.iter().map(String::as_str).zip(ids.iter().copied()).collect();
        beside.extend(ids.iter().map(|id| (*id).to_owned()).zip(told_apart(&known)));
    }
    pages::each(app, command, field, |card| {
        let words = beside.get(&print::text(&card["candidate"]["id"])).map(|words| format!("\t{words}"));
        Ok(writeln!(out, "{}{}", print::fields(card, &columns), words.unwrap_or_default())?)
    })
    .await
}

/// Imports a file, or tells what that would do.
pub(crate) async fn import(app: &App, what: &CandidateImport, as_json: bool, out: &mut dyn Write) -> Result<(), End> {
    let role = role_or_only(app, what.role.as_ref()).await?;
    let mut people = Vec::new();
    for Pair(line, who) in &what.who {
        people.push(match who.as_str() {
            "new" => json!({ "person": line, "name": who }),
            id => match ask(app, "candidate_get", &json!({ "candidate_id": id })).await {
                Ok(_) => json!({ "person": line, "candidate_id": id }),
                Err(failure) if failure.code == Code::NotFound => {
                    let why = "there is no candidate of this id. Give the id of one, or new.";
                    return Err(Failure::invalid(format!("--who {line}={id}: {why}")).into());
                }
                Err(failure) => return Err(failure.into()),
            },
        });
    }
    let request = json!({
        "path": typed(&what.file)?, "role_id": role, "round_id": what.round, "dry_run": what.dry_run,
        "keep_mentions": what.keep_mentions, "people": people,
    });
    let answer = ask(app, "candidate_import_path", &request).await?;
    if !as_json {
        if what.dry_run {
            for one in print::list(&answer["people"]) {
                let name = print::shown(&one["name"]);
                let whose = match (&one["here"], print::text(&one["taken"]).as_str()) {
                    (Value::Null, _) if one["one_of"] != json!(0) => {
                        format!(
                            "may be any of {} here who have the name; nothing is new of any, and nothing would be written",
                            one["one_of"]
                        )
                    }
                    (Value::Null, _) => "would be added".to_owned(),
                    (here, "updated") => format!("adds to what is known of {}", print::here(here)),
                    (here, _) => format!("is there already: {}", print::here(here)),
                };
                writeln!(out, "{}: {name} {whose}", print::text(&one["where"]))?;
            }
        }
        print::unsure(out, &answer["unsure"])?;
    }
    print::imported(out, as_json, &answer, what.dry_run)
}
