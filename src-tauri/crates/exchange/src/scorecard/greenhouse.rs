//! The shape of Greenhouse's Harvest interface: scorecards, and the candidates and scheduled interviews that name people
//! whom a scorecard has by id alone.

use jiff::Timestamp;
use serde_json::{Map, Value, json};
use workbench_domain::{
    scorecard::Recommendation,
    shared::{MAPPED, MAPPED_OVERALL, SharedAnswer, SharedPerson, SharedRating, SharedScorecard, level_of, overall_of},
};

use super::{Read, Scorecards, notes::Notes, streamed};

/// The question that holds the summary.
const SUMMARY: &str = "Key Take-Aways";

pub(super) fn read(text: &str, found: &mut Scorecards, notes: &mut Notes) {
    for (line, raw) in streamed::values(text, notes) {
        match streamed::typed::<Value>(raw) {
            Ok(Value::Object(object)) => one(&object, line, found, notes),
            _ => notes.error(line, "This is no object of Greenhouse's. It was left out."),
        }
    }
}

fn one(object: &Map<String, Value>, line: usize, found: &mut Scorecards, notes: &mut Notes) {
    if object.contains_key("overall_recommendation") || object.contains_key("attributes") {
        match scorecard(object) {
            Ok(scorecard) => found.scorecards.push(Read { place: notes.place(line), scorecard, ratings: Vec::new() }),
            Err(why) => notes.error(line, why),
        }
    } else if object.contains_key("first_name") || object.contains_key("email_addresses") {
        let person = person(object);
        if !person.id.is_empty() && !person.name.is_empty() {
            found.people.push(person);
        }
    } else if object.contains_key("interviewers") {
        // A scheduled interview says nothing that its scorecard does not.
    } else if let Some(Value::Array(list)) = object.get("scorecards") {
        for inner in list.iter().filter_map(Value::as_object) {
            one(inner, line, found, notes);
        }
    } else {
        notes.error(line, "This is neither a scorecard nor a candidate of Greenhouse's: it has no overall_recommendation, attributes or first_name. It was left out.");
    }
}

fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(yes)) => if *yes { "Yes" } else { "No" }.to_owned(),
        Some(Value::Array(list)) => list.iter().map(|one| text(Some(one))).collect::<Vec<_>>().join(", "),
        Some(Value::Object(object)) => text(object.get("name").or_else(|| object.get("value"))),
        Some(Value::Null) | None => String::new(),
    }
}

fn person(object: &Map<String, Value>) -> SharedPerson {
    let [first, last, name] = ["first_name", "last_name", "name"].map(|field| text(object.get(field)));
    let email = object.get("email_addresses").and_then(|list| list.get(0)).and_then(|one| one.get("value"));
    SharedPerson {
        id: text(object.get("id")),
        name: if name.is_empty() { format!("{first} {last}").trim().to_owned() } else { name },
        email: text(email),
    }
}

fn moment(object: &Map<String, Value>, field: &str) -> Result<Option<Timestamp>, String> {
    let said = text(object.get(field));
    if said.is_empty() {
        return Ok(None);
    }
    said.parse()
        .map(Some)
        .map_err(|_| format!("{field} is no time such as 2026-03-26T21:59:51Z. The scorecard was left out."))
}

fn scorecard(object: &Map<String, Value>) -> Result<SharedScorecard, String> {
    let id = text(object.get("id"));
    let candidate = text(object.get("candidate_id"));
    if id.is_empty() || candidate.is_empty() {
        return Err("This scorecard has no id or no candidate_id. It was left out.".to_owned());
    }
    let submitted_at = moment(object, "submitted_at")?;
    if submitted_at.is_none() {
        return Err(
            "This scorecard is not submitted yet: it has no submitted_at. It was left out; import it again afterwards."
                .to_owned(),
        );
    }
    let list =
        |field: &str| object.get(field).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
    let rating = |one: &Map<String, Value>| {
        let said = text(one.get("rating"));
        SharedRating {
            kind: text(one.get("type")),
            name: text(one.get("name")),
            level: level_of(&said),
            said,
            note: text(one.get("note")),
        }
    };
    let answer = |one: &Map<String, Value>| SharedAnswer {
        question: text(one.get("question")),
        answer: text(one.get("answer")),
    };
    let mut answers: Vec<SharedAnswer> = list("questions").map(answer).filter(|one| !one.answer.is_empty()).collect();
    let summary = answers.iter().position(|one| one.question == SUMMARY).map(|at| answers.remove(at).answer);
    let who = object.get("interviewer").or_else(|| object.get("submitted_by")).and_then(Value::as_object);
    let interview = text(object.get("interview"));
    let overall_said = text(object.get("overall_recommendation"));
    Ok(SharedScorecard {
        source: "greenhouse".to_owned(),
        id,
        candidate: SharedPerson { id: candidate, ..SharedPerson::default() },
        interviewer: who.map(person).unwrap_or_default(),
        interview: if interview.is_empty() { text(object.get("interview_step")) } else { interview },
        held_at: moment(object, "interviewed_at")?,
        submitted_at,
        overall: overall_of(&overall_said),
        overall_said,
        reason: summary.unwrap_or_default(),
        ratings: list("attributes").map(rating).filter(|one| !one.name.is_empty()).collect(),
        answers,
    })
}

fn out(one: &SharedScorecard) -> Value {
    let word = |rating: &SharedRating| {
        let level = rating.level.map(workbench_domain::rating::Level::number);
        MAPPED.iter().find(|(_, number)| Some(*number) == level).map_or("no_decision", |(word, _)| *word)
    };
    let overall = |it: Recommendation| MAPPED_OVERALL.iter().find(|(_, other)| *other == it).map(|(word, _)| *word);
    let names =
        |said: &str| one.ratings.iter().filter(|r| word(r) == said).map(|r| r.name.as_str()).collect::<Vec<_>>();
    let person = json!({ "id": one.interviewer.id, "name": one.interviewer.name });
    let attributes: Vec<Value> = one
        .ratings
        .iter()
        .map(|rating| {
            let note = Some(&rating.note).filter(|note| !note.is_empty());
            json!({ "name": rating.name, "type": rating.kind, "note": note, "rating": word(rating) })
        })
        .collect();
    let summary = (!one.reason.is_empty()).then(|| json!({ "id": null, "question": SUMMARY, "answer": one.reason }));
    let answers = one.answers.iter().map(|a| json!({ "id": null, "question": a.question, "answer": a.answer }));
    json!({
        "id": one.id,
        "candidate_id": one.candidate.id,
        "interview": one.interview,
        "interviewed_at": one.held_at,
        "submitted_at": one.submitted_at,
        "submitted_by": person,
        "interviewer": person,
        "overall_recommendation": one.overall.and_then(overall).unwrap_or("no_decision"),
        "attributes": attributes,
        "ratings": MAPPED.iter().map(|(said, _)| ((*said).to_owned(), json!(names(said)))).collect::<Map<_, _>>(),
        "questions": summary.into_iter().chain(answers).collect::<Vec<_>>(),
    })
}

pub(super) fn write(scorecards: &[SharedScorecard]) -> String {
    let all: Vec<Value> = scorecards.iter().map(out).collect();
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}
