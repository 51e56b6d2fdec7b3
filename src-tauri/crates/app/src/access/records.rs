//! The data of the folder: every record about the person, with what is needed to understand it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Value, json};
use workbench_domain::{
    candidate::Candidate,
    ids::CandidateId,
    interview::Interview,
    log::{LogLine, Subject},
    packet::{Packet, Redaction},
};
use workbench_store::{
    Read, interviewer, log,
    person::{PersonRow, PersonTable},
    round,
};

use crate::{compare, failure::Failure};

/// What the data is called; the number grows when a reader of the older one would misread the newer.
const SCHEMA: &str = "interview-workbench/access/1";

/// The data of the folder.
pub(super) struct Records {
    pub json: String,
    /// What was attached: the name within the folder, and the bytes.
    pub attachments: Vec<(String, Vec<u8>)>,
    /// How many records there are, and how many of them are notes that were hidden.
    pub number: u32,
    pub hidden: u32,
    /// In how many places a name was replaced.
    pub replaced: u32,
}

/// The names of everyone who interviews, and what each is called where names are left out.
pub(super) fn interviewers(r: &Read<'_>, tables: &[PersonTable]) -> Result<Vec<(String, String)>, Failure> {
    let mut names: Vec<String> = interviewer::list(r)?.into_iter().map(|one| one.name).collect();
    let fields = tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.fields);
    fields.for_each(|(name, value)| named(name, value, &mut names));
    let called = |(name, number): (String, u32)| (name, format!("Interviewer {number}"));
    Ok(names.into_iter().zip(1..).map(called).collect())
}

/// Names of interviewers in the documents of a row.
fn named(field: &str, value: &Value, names: &mut Vec<String>) {
    match value {
        Value::String(name)
            if matches!(field, "interviewers" | "interviewer" | "by" | "dissent" | "owner")
                && !name.trim().is_empty()
                && !names.contains(name) =>
        {
            names.push(name.clone());
        }
        Value::Array(all) => all.iter().for_each(|one| named(field, one, names)),
        Value::Object(all) => {
            for (name, one) in all {
                // A person is an object with a name.
                let of_person = name == "name" && matches!(field, "interviewer" | "by" | "dissent");
                named(
                    if of_person {
                        field
                    } else if name == "name" || name == "id" {
                        ""
                    } else {
                        name
                    },
                    one,
                    names,
                );
            }
        }
        _ => {}
    }
}

/// The data about a person, from what the store holds.
pub(super) fn of(
    r: &Read<'_>,
    person: &Candidate,
    packet: &Packet,
    tables: Vec<PersonTable>,
    redaction: &Redaction,
    now: Timestamp,
) -> Result<Records, Failure> {
    let record = compare::record(r, &person.id)?;
    let (mut attachments, mut number, mut hidden) = (Vec::new(), 0, 0);
    let mut records = Map::new();
    for PersonTable { name, rows } in tables {
        let mut all = Vec::new();
        for PersonRow { mut fields, bytes } in rows {
            number += 1;
            if fields.get("hidden_topic").is_some_and(|topic| !topic.is_null()) {
                hidden += 1;
                fields.insert("hidden".to_owned(), true.into());
            }
            for (column, bytes) in bytes {
                let file = file_name(attachments.len() + 1, &fields);
                fields.insert(column, file.clone().into());
                attachments.push((file, bytes));
            }
            all.push(Value::Object(fields));
        }
        records.insert(name, all.into());
    }
    let lines = lines(r, &person.id, &record.interviews)?;
    let told = json!({ "records": records, "log": lines }).to_string();
    let known = interviewer::list(r)?.into_iter().filter(|one| told.contains(one.id.as_str()));
    let title = person.round_id.as_ref().map(|id| round::get(r, id)).transpose()?.flatten().map(|round| round.title);
    let mut data = json!({
        "schema": SCHEMA,
        "made_at": now,
        "person": { "id": person.id, "name": person.name, "role": record.role.title, "round": title },
        "told": packet.own_copy,
        "retention": { "told": packet.retention, "rule": packet.rule },
        "interviewers": known.collect::<Vec<_>>(),
        "questions": questions(&record.interviews),
        "records": records,
        "log": lines,
    });
    let replaced = redaction.value(&mut data);
    // A name of a file is the same here as in the folder.
    let mut renamed = Vec::new();
    for (name, bytes) in attachments {
        renamed.push((redaction.text(&name).0, bytes));
    }
    let json = serde_json::to_string_pretty(&data).map_err(Failure::bug)? + "\n";
    Ok(Records { json, attachments: renamed, number, hidden, replaced })
}

/// The questions that were asked, in the version and the order of each interview's kit; without what a good answer contains.
fn questions(interviews: &[Interview]) -> Vec<Value> {
    let mut all = BTreeMap::new();
    for interview in interviews {
        let kit = &interview.content.kit;
        for (question, place) in interview.content.questions.iter().zip(1_u32..) {
            all.entry((kit.id.clone(), interview.kit_version, place)).or_insert_with(|| {
                json!({
                    "kit_id": kit.id, "kit": kit.title, "kit_number": interview.kit_version, "place": place,
                    "question_id": question.id, "title": question.title, "prompt": question.prompt,
                    "competency": interview.content.competency_name(&question.competency),
                })
            });
        }
    }
    all.into_values().collect()
}

/// The lines of the log about this person. Others who stand in one with them are left out.
fn lines(r: &Read<'_>, id: &CandidateId, interviews: &[Interview]) -> Result<Vec<Value>, Failure> {
    let about = |subject: &Subject| match subject {
        Subject::Candidate(one) => one == id,
        Subject::Interview(one) => interviews.iter().any(|interview| interview.id == *one),
        Subject::Round(_) => false,
    };
    let told = |line: LogLine| {
        json!({
            "sequence": line.sequence, "at": line.at, "actor_id": line.actor, "act": line.act, "words": line.act.words(),
            "content": line.content, "hash": line.hash,
        })
    };
    Ok(log::list(r)?.into_iter().filter(|line| line.subjects.iter().any(about)).map(told).collect())
}

/// A name that every file system takes: a number, what is safe of the file's own name, and the ending of what it is.
fn file_name(number: usize, fields: &Map<String, Value>) -> String {
    let text = |field: &str| fields.get(field).and_then(Value::as_str).unwrap_or_default();
    let ending = match text("kind") {
        "png" => "png",
        "jpeg" => "jpg",
        "text" => "txt",
        _ => "bin",
    };
    let own = text("name");
    let own = own.rsplit_once('.').map_or(own, |(stem, _)| stem);
    let safe = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | ' ' | '.') { c } else { ' ' };
    let mut own = own.chars().map(safe).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    while own.len() > 100 {
        own.pop();
    }
    let own = own.trim_matches(['.', ' ']);
    let between = if own.is_empty() { "" } else { " " };
    format!("attachments/{number:02}{between}{own}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attachments_have_names_that_every_file_system_takes() {
        for (name, kind, expected) in [
            ("whiteboard.png", "png", "attachments/03 whiteboard.png"),
            ("CON", "text", "attachments/03 CON.txt"),
            ("../../etc/passwd", "text", "attachments/03.txt"),
            ("a/b\\c:d*?\"<>|\u{202E}x.JPG", "jpeg", "attachments/03 a b c d x.jpg"),
            ("白板 1.jpeg", "jpeg", "attachments/03 白板 1.jpg"),
            ("", "png", "attachments/03.png"),
            ("...", "png", "attachments/03.png"),
        ] {
            let fields = json!({ "name": name, "kind": kind });
            assert_eq!(file_name(3, fields.as_object().unwrap()), expected, "{name}");
        }
        let long = json!({ "name": "字".repeat(200), "kind": "png" });
        assert!(file_name(3, long.as_object().unwrap()).len() < 130);
    }

    #[test]
    fn interviewers_are_found_wherever_a_record_names_one() {
        let row = json!({
            "interviewers": ["Jan"], "name": "Not one", "doc": {
                "by": { "id": "b", "name": "Kim" }, "decision": { "dissent": [{ "name": "Ola", "words": "No." }] },
                "interviewer": { "id": "7", "name": "Per", "email": "per@example.org" }, "open": [{ "owner": "Siv", "text": "Ask" }],
                "candidate": { "name": "Nor one" },
            },
        });
        let mut names = Vec::new();
        row.as_object().unwrap().iter().for_each(|(field, value)| named(field, value, &mut names));
        names.sort();
        assert_eq!(names, ["Jan", "Kim", "Ola", "Per", "Siv"]);
    }
}
