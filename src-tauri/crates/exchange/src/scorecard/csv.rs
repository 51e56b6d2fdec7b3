//! A table with a row a rating. The scorecard's own columns are repeated in each of its rows, so that each can be read and
//! sorted alone; a scorecard without ratings has one row.

use std::collections::HashMap;

use jiff::Timestamp;
use workbench_domain::{
    canonical,
    rating::Level,
    scorecard::Recommendation,
    shared::{SharedAnswer, SharedPerson, SharedRating, SharedScorecard, level_of, overall_of},
};
use workbench_tabular::{Row, csv, key, plain, table};

use super::{
    Read, Scorecards,
    notes::{Notes, quoted},
};

/// The columns, with the other headings that are known for them.
const COLUMNS: [(&str, &[&str]); 20] = [
    ("source", &[]),
    ("scorecard id", &["id"]),
    ("candidate id", &[]),
    ("candidate", &["candidate name", "name of candidate"]),
    ("candidate email", &["email", "e mail"]),
    ("interviewer id", &[]),
    ("interviewer", &["rater", "interviewer name", "submitted by"]),
    ("interviewer email", &[]),
    ("interview", &["interview name", "stage"]),
    ("held at", &["interviewed at", "date"]),
    ("submitted at", &["submitted"]),
    ("overall said", &["overall recommendation", "overall"]),
    ("recommendation", &[]),
    ("reason", &["summary", "key take aways"]),
    ("line", &[]),
    ("kind", &["type", "competency"]),
    ("name", &["attribute", "question", "skill", "criterion"]),
    ("said", &["rating", "score"]),
    ("level", &[]),
    ("note", &["notes", "comment", "answer"]),
];

pub(super) fn write(scorecards: &[SharedScorecard]) -> String {
    let mut rows = vec![COLUMNS.map(|(name, _)| name.to_owned())];
    for one in scorecards {
        let time = |at: Option<Timestamp>| at.map(|at| at.to_string()).unwrap_or_default();
        let row = |line: &str, kind: &str, name: &str, said: &str, level: Option<Level>, note: &str| {
            let level = level.map(|level| level.number().to_string()).unwrap_or_default();
            let overall = one.overall.map(Recommendation::code).unwrap_or_default();
            [
                one.source.clone(),
                one.id.clone(),
                one.candidate.id.clone(),
                one.candidate.name.clone(),
                one.candidate.email.clone(),
                one.interviewer.id.clone(),
                one.interviewer.name.clone(),
                one.interviewer.email.clone(),
                one.interview.clone(),
                time(one.held_at),
                time(one.submitted_at),
                one.overall_said.clone(),
                overall.to_owned(),
                one.reason.clone(),
                line.to_owned(),
                kind.to_owned(),
                name.to_owned(),
                said.to_owned(),
                level,
                note.to_owned(),
            ]
        };
        rows.extend(one.ratings.iter().map(|r| row("rating", &r.kind, &r.name, &r.said, r.level, &r.note)));
        rows.extend(one.answers.iter().map(|a| row("answer", "", &a.question, "", None, &a.answer)));
        if one.ratings.is_empty() && one.answers.is_empty() {
            rows.push(row("scorecard", "", "", "", None, ""));
        }
    }
    csv(rows)
}

/// Where each column stands.
struct Head([Option<usize>; COLUMNS.len()]);

impl Head {
    fn of(row: &Row) -> Self {
        let keys: Vec<String> = row.cells.iter().map(|cell| key(cell)).collect();
        let at = |names: &[&str]| keys.iter().position(|key| names.contains(&key.as_str()));
        Self(COLUMNS.map(|(name, others)| at(&[name]).or_else(|| at(others))))
    }

    fn has(&self, name: &str) -> bool {
        COLUMNS.iter().zip(self.0).any(|((column, _), at)| *column == name && at.is_some())
    }

    fn cell<'r>(&self, row: &'r Row, name: &str) -> &'r str {
        let at = COLUMNS.iter().zip(self.0).find(|((column, _), _)| *column == name).and_then(|(_, at)| at);
        at.and_then(|at| row.cells.get(at)).map_or("", |cell| plain(cell))
    }
}

pub(super) fn read(text: &str, found: &mut Scorecards, notes: &mut Notes) {
    let table = table(text);
    if let Some(line) = table.unclosed {
        notes.warning(line, "A quotation mark that opens here is never closed. It was read as an ordinary character.");
    }
    if let Some(line) = table.cut {
        notes.error(line, "This table is too large; from here on nothing was read. Split it.");
    }
    let Some((first, rows)) = table.rows.split_first() else {
        return notes.error(1, "This file is empty. Give a table whose first row names the columns.");
    };
    let head = Head::of(first);
    if !(head.has("candidate") || head.has("candidate id") || head.has("candidate email")) || !head.has("interviewer") {
        return notes.error(
            first.line,
            "The first row must name the columns, at least the candidate and the interviewer; for ratings also name and rating. workbench scorecard export --format csv shows them all.",
        );
    }
    let mut places: HashMap<(String, String), usize> = HashMap::new();
    for row in rows {
        let begun = match begin(&head, row) {
            Ok(begun) => begun,
            Err(why) => {
                notes.error(row.line, why);
                continue;
            }
        };
        let at = *places.entry((begun.source.clone(), begun.id.clone())).or_insert_with(|| {
            found.scorecards.push(Read { place: notes.place(row.line), scorecard: begun, ratings: Vec::new() });
            found.scorecards.len() - 1
        });
        let to = &mut found.scorecards[at];
        if let Err(why) = add(&head, row, &mut to.scorecard) {
            notes.error(row.line, why);
        }
        to.ratings.resize(to.scorecard.ratings.len(), notes.place(row.line));
    }
}

/// What a row says of its scorecard.
fn begin(head: &Head, row: &Row) -> Result<SharedScorecard, String> {
    let cell = |name| head.cell(row, name).to_owned();
    let time = |name| match head.cell(row, name).trim() {
        "" => Ok(None),
        said => said.parse::<Timestamp>().or_else(|_| format!("{said}T00:00:00Z").parse()).map(Some).map_err(|_| {
            format!(
                "{} is no time such as 2026-03-26T21:59:51Z, nor a day such as 2026-03-26. The row was left out.",
                quoted(said)
            )
        }),
    };
    let person = |id, name, email| SharedPerson { id: cell(id), name: cell(name), email: cell(email) };
    let overall_said = cell("overall said");
    let overall = match head.cell(row, "recommendation") {
        "" => overall_of(&overall_said),
        said => Some(Recommendation::from_code(said).ok_or_else(|| {
            format!("{} is no recommendation: strong_no, no, yes or strong_yes. The row was left out.", quoted(said))
        })?),
    };
    let mut begun = SharedScorecard {
        source: cell("source"),
        id: cell("scorecard id"),
        candidate: person("candidate id", "candidate", "candidate email"),
        interviewer: person("interviewer id", "interviewer", "interviewer email"),
        interview: cell("interview"),
        held_at: time("held at")?,
        submitted_at: time("submitted at")?,
        overall_said,
        overall,
        reason: cell("reason"),
        ratings: Vec::new(),
        answers: Vec::new(),
    };
    let SharedPerson { id, name, email } = &begun.candidate;
    if id.trim().is_empty() && name.trim().is_empty() && email.trim().is_empty() {
        return Err("This row names no candidate. It was left out.".to_owned());
    }
    if begun.source.is_empty() {
        "table".clone_into(&mut begun.source);
    }
    if begun.id.is_empty() {
        // The same people, interview and day are the same scorecard, also when the file comes again.
        let same = (&begun.candidate, &begun.interviewer, &begun.interview, begun.held_at);
        begun.id = canonical::hash(&same)[..32].to_owned();
    }
    Ok(begun)
}

fn add(head: &Head, row: &Row, to: &mut SharedScorecard) -> Result<(), String> {
    let cell = |name| head.cell(row, name).to_owned();
    let said = cell("said");
    match head.cell(row, "line") {
        "scorecard" => return Ok(()),
        "answer" => {
            to.answers.push(SharedAnswer { question: cell("name"), answer: cell("note") });
            return Ok(());
        }
        "rating" => {}
        _ if cell("name").is_empty() && said.is_empty() => return Ok(()),
        _ => {}
    }
    let level = match head.cell(row, "level") {
        "" if head.has("level") && head.has("line") => None,
        "" => level_of(said.trim()),
        number => Some(number.parse().ok().and_then(Level::new).ok_or_else(|| {
            format!("The level {} is not 1, 2, 3, 4 or 5. This rating was left out.", quoted(number))
        })?),
    };
    to.ratings.push(SharedRating { kind: cell("kind"), name: cell("name"), said, level, note: cell("note") });
    Ok(())
}
