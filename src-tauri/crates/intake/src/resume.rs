//! JSON Resume (schema 1.0.0): one resume, or an array of them.

use serde_json::{Map, Value, value::RawValue};

use crate::{
    candidates::{Draft, NewCandidate, is_full},
    columns::Field,
    notes::Notes,
    protected::Protected,
};

/// What begins a value.
const SIGNS: &[u8] = b"{[:,";
/// The most values of one resume; a long one has some hundreds.
const RESUME_PARTS_MAX: usize = 100_000;

/// What its basics say, and what that is.
const BASICS: [(&str, Field); 7] = [
    ("name", Field::Name),
    ("email", Field::Email),
    ("phone", Field::Phone),
    ("label", Field::Title),
    ("url", Field::Link),
    ("website", Field::Link),
    ("summary", Field::Notes),
];
/// Its parts that are read, and those that are about the file.
const PARTS: [&str; 5] = ["basics", "work", "skills", "meta", "$schema"];

/// The candidates in a text of JSON.
pub(crate) fn read(text: &str, notes: &mut Notes) -> Vec<NewCandidate> {
    if notes.too_many(text.as_bytes(), SIGNS) {
        return Vec::new();
    }
    // One after the other: the values of a file take many times its size.
    let read = if text.trim_start().starts_with('[') {
        serde_json::from_str::<Vec<&RawValue>>(text)
    } else {
        serde_json::from_str::<&RawValue>(text).map(|one| vec![one])
    };
    let resumes = match read {
        Ok(resumes) => resumes,
        Err(e) => {
            notes.error(e.line().max(1), format!("This is not valid JSON: {e}. Nothing was read."));
            return Vec::new();
        }
    };
    let mut candidates = Vec::new();
    for (resume, number) in resumes.iter().zip(1..) {
        if is_full(&candidates, 1, notes) {
            break;
        }
        if workbench_tabular::line_past(resume.get().as_bytes(), SIGNS, RESUME_PARTS_MAX).is_some() {
            notes.error(1, format!("Resume {number} has more than {RESUME_PARTS_MAX} values, so it is no resume of a person. It was left out."));
            continue;
        }
        let Ok(resume) = serde_json::from_str::<Value>(resume.get()) else {
            notes.error(1, format!("Resume {number} is nested too deep to be read. It was left out."));
            continue;
        };
        match resume.get("basics").and_then(Value::as_object) {
            Some(basics) => candidates.extend(person(&resume, basics, notes)),
            None => notes.error(
                1,
                format!("Resume {number} has no \u{201C}basics\u{201D}, so it is no JSON Resume. It was left out."),
            ),
        }
    }
    candidates
}

fn person(resume: &Value, basics: &Map<String, Value>, notes: &mut Notes) -> Option<NewCandidate> {
    let mut draft = Draft::default();
    for (key, value) in resume.as_object().into_iter().flatten().chain(basics) {
        if let (Some(what), false) = (Protected::of(key), is_blank(value)) {
            notes.dropped(1, what, key);
        }
    }
    let of_basics =
        |key: &str| BASICS.iter().any(|(known, _)| *known == key) || ["location", "profiles"].contains(&key);
    let parts = resume.as_object().into_iter().flatten().filter(|(key, _)| !PARTS.contains(&key.as_str()));
    for (key, value) in parts.chain(basics.iter().filter(|(key, _)| !of_basics(key))) {
        if Protected::of(key).is_none() && !is_blank(value) {
            notes.not_taken(key);
        }
    }
    for (key, field) in BASICS {
        draft.take(Some(field), key, text(basics, key));
    }
    if let Some(location) = basics.get("location").and_then(Value::as_object) {
        for key in ["city", "region", "countryCode"] {
            draft.take(Some(Field::Location), key, text(location, key));
        }
    }
    for profile in objects(basics.get("profiles")) {
        let url = text(profile, "url");
        let known = [text(profile, "network"), text(profile, "username")];
        if url.is_empty() { draft.take(None, known[0], known[1]) } else { draft.take(Some(Field::Link), known[0], url) }
    }
    let work: Vec<&Map<String, Value>> = objects(resume.get("work")).collect();
    // What has no end goes on; else the first, since newest stands first.
    let now = work.iter().find(|job| text(job, "endDate").is_empty()).or(work.first());
    if let Some(job) = now {
        draft.take(Some(Field::Company), "Company", [text(job, "name"), text(job, "company")].concat().as_str());
        draft.take(Some(Field::Title), "Position", text(job, "position"));
    }
    for job in work {
        let span = [text(job, "startDate"), text(job, "endDate")].join(" – ");
        let what = [text(job, "position"), text(job, "name"), text(job, "company"), &span];
        let what: Vec<&str> = what.into_iter().filter(|text| !text.trim_matches([' ', '–']).is_empty()).collect();
        draft.take(None, "Work", &what.join(", "));
    }
    for skill in objects(resume.get("skills")) {
        draft.take(None, "Skill", text(skill, "name"));
    }
    draft.finish(1, notes)
}

fn text<'a>(object: &'a Map<String, Value>, key: &str) -> &'a str {
    object.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn objects(value: Option<&Value>) -> impl Iterator<Item = &Map<String, Value>> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        _ => false,
    }
}
