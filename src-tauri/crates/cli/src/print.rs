//! Answers as lines for people, and as JSON for scripts.

use std::io::Write;

use serde_json::Value;
use workbench_app::{
    compare::{OWN_LETTERS, Opinion, SAMPLE},
    count, isolate, printed,
};

use crate::End;

/// A value as plain text.
pub(crate) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn field<'a>(row: &'a Value, path: &str) -> &'a Value {
    path.split('.').fold(row, |value, key| &value[key])
}

/// Prints one thing: some of its fields on a line, or its JSON.
pub(crate) fn one(out: &mut dyn Write, as_json: bool, row: &Value, columns: &[&str]) -> Result<(), End> {
    if as_json {
        return Ok(writeln!(out, "{row}")?);
    }
    line(out, row, columns)
}

/// Prints a list, a line each with its fields between tabs, or its JSON.
pub(crate) fn rows(out: &mut dyn Write, as_json: bool, list: &Value, columns: &[&str]) -> Result<(), End> {
    if as_json {
        return Ok(writeln!(out, "{list}")?);
    }
    list.as_array().into_iter().flatten().try_for_each(|row| line(out, row, columns))
}

fn line(out: &mut dyn Write, row: &Value, columns: &[&str]) -> Result<(), End> {
    Ok(writeln!(out, "{}", fields(row, columns))?)
}

/// Some of the fields of a thing, between tabs.
pub(crate) fn fields(row: &Value, columns: &[&str]) -> String {
    columns.iter().map(|column| text(field(row, column))).collect::<Vec<_>>().join("\t")
}

/// What tells a candidate who is here from another one of the name.
fn known(one: &Value) -> String {
    let round = one["round"].as_str().map(|round| format!("round {}", isolate(round))).unwrap_or_default();
    let (email, added) = (text(&one["email"]), text(&one["added_at"]));
    let added = format!("added on {}", added.split('T').next().unwrap_or_default());
    let known = [shown(&one["name"]), email, shown(&one["role"]), round, added];
    known.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The same with the id.
pub(crate) fn here(one: &Value) -> String {
    format!("{}, {}", known(one), text(&one["candidate_id"]))
}

/// Prints those of whom only a person can say who they are, with what to type for each who it may be.
pub(crate) fn unsure(out: &mut dyn Write, all: &Value) -> Result<(), End> {
    for one in list(all).iter().filter(|one| one["said"] == Value::Bool(false)) {
        let about: Vec<String> = list(&one["about"]).iter().map(shown).collect();
        writeln!(out, "Who is {}? ({})", shown(&one["name"]), about.join("; "))?;
        for may_be in list(&one["may_be"]) {
            writeln!(
                out,
                "  --who {:?} for {}",
                format!("{}={}", text(&one["person"]), text(&may_be["candidate_id"])),
                known(&may_be)
            )?;
        }
        for email in list(&one["addresses"]) {
            let email = text(&email);
            writeln!(
                out,
                "  --who {:?} for the one of the file who has it",
                format!("{}={email}", text(&one["person"]))
            )?;
        }
        writeln!(out, "  --who {:?} for someone who is not here yet", format!("{}=new", text(&one["person"])))?;
        if let Some(line) = about.get(1).and_then(|about| scorecard_line(about)) {
            writeln!(
                out,
                "  Of one scorecard alone, by its line: --who {:?}, for example",
                format!("line {line}=new")
            )?;
        }
    }
    Ok(())
}

/// The line of a scorecard, as in "Ida (ratings.csv:3)".
fn scorecard_line(about: &str) -> Option<&str> {
    let (_, line) = about.strip_suffix(')')?.rsplit_once(':')?;
    Some(line).filter(|line| line.chars().all(|c| c.is_ascii_digit()))
}

/// Prints what an import did or would do, and each problem on a line, or its JSON.
pub(crate) fn imported(out: &mut dyn Write, as_json: bool, answer: &Value, dry_run: bool) -> Result<(), End> {
    if as_json {
        return Ok(writeln!(out, "{answer}")?);
    }
    for problem in answer["problems"].as_array().into_iter().flatten() {
        writeln!(out, "{}: {}: {}", text(&problem["where"]), text(&problem["severity"]), text(&problem["what"]))?;
    }
    let in_notes =
        |one: &Value| one["field"].is_null() && one["dropped"].is_null() && !list(&one["samples"]).is_empty();
    let columns = list(&answer["columns"]);
    let in_notes: Vec<String> = columns.iter().filter(|one| in_notes(one)).map(|one| shown(&one["name"])).collect();
    if !in_notes.is_empty() {
        writeln!(out, "Columns that no field is for, kept in the notes: {}", in_notes.join(", "))?;
    }
    let would = if dry_run { "would be " } else { "" };
    Ok(writeln!(
        out,
        "{would}added {}, {would}updated {}, unchanged {}",
        answer["added"], answer["updated"], answer["unchanged"]
    )?)
}

/// A person's text inside a line for people. Lists for scripts, a row a line with tabs, have it as it is: a tab already
/// keeps what stands on its two sides apart.
pub(crate) fn shown(value: &Value) -> String {
    isolate(&text(value))
}

/// Prints a comparison: what to know first, the composites, then a block a competency with a line a candidate. With
/// `hide_names` the answer names nobody.
pub(crate) fn comparison(out: &mut dyn Write, table: &Value, hide_names: bool) -> Result<(), End> {
    let candidates = list(&table["candidates"]);
    let names: Vec<String> = candidates.iter().map(|c| shown(&c["name"])).collect();
    let named = |id: &Value| candidates.iter().find(|c| c["id"] == *id).map_or_else(String::new, |c| shown(&c["name"]));
    if candidates.iter().any(|one| one["sample"] == Value::Bool(true)) {
        writeln!(out, "! {SAMPLE}")?;
    }
    if hide_names && table["own_letters"] == Value::Bool(true) {
        writeln!(out, "! {OWN_LETTERS}")?;
    }
    for caution in list(&table["cautions"]) {
        let whose = &caution["candidate_id"];
        let whose = if whose.is_null() { String::new() } else { format!("{}: ", named(whose)) };
        writeln!(out, "! {whose}{}", text(&caution["words"]))?;
    }
    let order = &table["order"];
    for out_of in list(&order["comparable"]["left_out"]) {
        let lack =
            |l: &Value| format!("{} ({} of {})", named(&l["candidate_id"]), l["questions_rated"], l["questions"]);
        let whom: Vec<String> = list(&out_of["lacks"]).iter().map(lack).collect();
        let whom = if whom.is_empty() { String::new() } else { format!(", for {}", whom.join(", ")) };
        writeln!(out, "! {} is not compared: {}{whom}.", shown(&out_of["name"]), text(&out_of["words"]))?;
    }
    writeln!(out, "\nComposite, over what all are compared on")?;
    for (name, candidate) in names.iter().zip(&candidates) {
        let error = if candidate["error"].is_null() {
            "error not known".to_owned()
        } else {
            format!("standard error {}", figure(&candidate["error"]))
        };
        let composite = match &candidate["compared"] {
            Value::Null if candidate["hidden"] == Value::Bool(true) => "hidden".to_owned(),
            Value::Null => "not compared".to_owned(),
            value => format!("{} ({error})", figure(value)),
        };
        let covered = match &candidate["composite"] {
            Value::Null => String::new(),
            all => format!(
                "; {} over {} of {}, {} of {} of the weight",
                figure(&all["value"]),
                all["competencies_rated"],
                counted(&all["competencies"], "competency"),
                all["weight_rated"],
                all["weight"]
            ),
        };
        writeln!(out, "  {name}: {composite}{covered}")?;
    }
    for group in list(&order["groups"]) {
        writeln!(out, "  not told apart: {}", list(&group).iter().map(named).collect::<Vec<_>>().join(", "))?;
    }
    for row in list(&table["rows"]) {
        writeln!(out, "\n{}", shown(&row["competency"]["name"]))?;
        for (name, cell) in names.iter().zip(list(&row["cells"])) {
            let ratings: Vec<String> = list(&cell["ratings"])
                .iter()
                .map(|r| {
                    let rating = match &r["rating"] {
                        Value::Null => "not rated".to_owned(),
                        known => text(known).replace('_', " "),
                    };
                    let of = |all: &str, place: &Value| {
                        table[all][place.as_u64().map_or(usize::MAX, |n| n as usize)].clone()
                    };
                    let (question, card) = (of("questions", &r["question"]), of("scorecards", &r["scorecard"]));
                    format!("{rating} ({}, {})", shown(&question["title"]), shown(&card["interviewer"]))
                })
                .collect();
            let about = &cell["figure"];
            let ratings = if ratings.is_empty() {
                "not assessed".to_owned()
            } else {
                format!(
                    "mean {}, {} of {}, {} of {}; {}",
                    figure(&about["mean"]),
                    about["scorecards_rated"],
                    counted(&about["scorecards_asked"], "scorecard"),
                    about["questions_rated"],
                    counted(&about["questions"], "question"),
                    ratings.join("; ")
                )
            };
            writeln!(out, "  {name}: {ratings}")?;
        }
    }
    writeln!(out, "\nOverall")?;
    for candidate in &candidates {
        let said = list(&candidate["opinions"]).into_iter().filter_map(|one| serde_json::from_value(one).ok());
        let opinions: Vec<String> = said.map(|one: Opinion| one.words()).collect();
        let opinions = if opinions.is_empty() { "no scorecard".to_owned() } else { opinions.join("; ") };
        writeln!(out, "  {}: {opinions}; red flags: {}", shown(&candidate["name"]), candidate["red_flags"])?;
    }
    if let Value::Object(_) = order["firmness"] {
        firmness(out, &order["firmness"], &named, &table["rows"])?;
    }
    Ok(())
}

/// What would change the first place.
fn firmness(out: &mut dyn Write, firm: &Value, named: &dyn Fn(&Value) -> String, rows: &Value) -> Result<(), End> {
    let names = |ids: &Value| list(ids).iter().map(named).collect::<Vec<_>>().join(", ");
    let percent = |share: &Value| format!("{:.0} %", share.as_f64().unwrap_or(0.0) * 100.0);
    let draws = counted(&firm["draws"], "draw");
    writeln!(out, "\nHow firm the first place is ({draws}, seed {})", firm["seed"])?;
    writeln!(out, "  first: {}", names(&firm["first"]))?;
    for share in list(&firm["shares"]) {
        let (any, near) = (percent(&share["any"]), percent(&share["near"]));
        writeln!(
            out,
            "  {}: first under {any} of all weightings, {near} of those near the role's",
            named(&share["candidate_id"])
        )?;
    }
    let tipping = &firm["tipping"];
    if !tipping.is_null() {
        let rows = list(rows);
        let row = rows.iter().find(|row| row["competency"]["id"] == tipping["competency_id"]);
        let name = row.map_or_else(String::new, |row| shown(&row["competency"]["name"]));
        let (from, to) = (&tipping["from"], figure(&tipping["to"]));
        writeln!(
            out,
            "  {} comes first beyond a weight of {to} for {name}, which has {from}",
            named(&tipping["candidate_id"])
        )?;
    }
    for without in list(&firm["without"]) {
        let first = names(&without["first"]);
        let first = if first.is_empty() { "nobody is left to compare".to_owned() } else { first };
        writeln!(out, "  without {}: {first}", shown(&without["interviewer"]))?;
    }
    Ok(())
}

pub(crate) fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

/// A figure with two digits after the point; a dash where there is none.
fn figure(value: &Value) -> String {
    value.as_f64().map_or_else(|| "–".to_owned(), printed)
}

/// A number of something, where there is any.
pub(crate) fn many(number: &Value) -> Option<u64> {
    number.as_u64().filter(|number| *number > 0)
}

/// How many of something there are, as the answer says.
pub(crate) fn counted(number: &Value, noun: &str) -> String {
    count(number.as_u64().unwrap_or_default(), noun)
}

/// Prints lines of the log: place, time, who, what, to what, and the hash of what was decided; or its JSON.
pub(crate) fn log_lines(out: &mut dyn Write, as_json: bool, answer: &Value) -> Result<(), End> {
    if as_json {
        return Ok(writeln!(out, "{answer}")?);
    }
    for card in answer["lines"].as_array().into_iter().flatten() {
        let line = &card["line"];
        let actor = if card["actor"].is_null() { text(&line["actor"]) } else { shown(&card["actor"]) };
        let subjects = line["subjects"].as_array().into_iter().flatten().filter_map(Value::as_object).flatten();
        let mut subjects: Vec<String> = subjects.map(|(noun, id)| format!("{noun} {}", text(id))).collect();
        subjects.extend(many(&card["erased"]).map(|erased| count(erased, "erased person")));
        writeln!(
            out,
            "{}\t{}\t{actor}\t{}\t{}\t{}",
            line["sequence"],
            text(&line["at"]),
            text(&line["act"]),
            subjects.join(", "),
            text(&line["content"])
        )?;
    }
    match many(&answer["hidden"]) {
        Some(hidden) => {
            let lines = count(hidden, "line");
            Ok(writeln!(out, "! {lines} withheld until you submit your own open scorecard.")?)
        }
        None => Ok(()),
    }
}

/// Prints whether the log holds, and the first link that does not; or its JSON.
pub(crate) fn log_verified(out: &mut dyn Write, as_json: bool, answer: &Value) -> Result<(), End> {
    if as_json {
        return Ok(writeln!(out, "{answer}")?);
    }
    let lines = counted(&answer["lines"], "line");
    let broken = &answer["broken"];
    if broken.is_null() {
        let last = match &answer["last"] {
            Value::Null => String::new(),
            last => format!(" The last has the hash {}.", text(last)),
        };
        return Ok(writeln!(out, "The log holds: {lines}.{last}")?);
    }
    let subject = broken["subject"].as_object().into_iter().flatten().next();
    let about = subject.map(|(noun, id)| format!(" It is about the {noun} {}.", text(id))).unwrap_or_default();
    Ok(writeln!(out, "The log is broken at line {}: {}{about}", broken["sequence"], text(&broken["words"]))?)
}
