//! What becomes of each question of a file, and the competencies that come with them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    difference::FieldChange,
    filter::QuestionField,
    ids::QuestionId,
    problem::{Problem, Severity},
    question::Question,
    text::{count, isolate},
};
use workbench_packs::import::Imported;
use workbench_store::{Put, Read, question, role};

use crate::{failure::Failure, weight};

/// So many lines of a new competency are named.
const LINES: usize = 10;

/// What becomes of a question of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportTaken {
    /// It is new.
    Added,
    /// It is here, and gets a new version.
    Updated,
    /// It is here as it is.
    Unchanged,
    /// It has a version of one's own, which stays: the file's would be offered.
    Offered,
    /// It is left out: it is none, or stood before word for word.
    Refused,
}

/// A question of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportRow {
    /// Where it stands, such as `questions.csv:3`.
    #[serde(rename = "where")]
    pub place: String,
    /// What becomes of it.
    pub taken: ImportTaken,
    /// Which it is in the bank, or would be; none of what is left out.
    pub id: Option<QuestionId>,
    /// Its title, as the bank has it; that of the file where it is new.
    pub title: String,
    /// What the file says otherwise.
    pub changed: Vec<QuestionField>,
    /// Why it is left out.
    pub why: String,
}

impl ImportRow {
    /// A question of a file, and what the bank has of it.
    pub(crate) fn of(place: String, item: &Question, put: Put, here: Option<&(Vec<FieldChange>, String)>) -> Self {
        let taken = match put {
            Put::Added => ImportTaken::Added,
            Put::Changed => ImportTaken::Updated,
            Put::Unchanged => ImportTaken::Unchanged,
            Put::Offered => ImportTaken::Offered,
        };
        let (changes, title) = match here {
            Some((changes, title)) => (changes.as_slice(), title),
            None => (&[][..], &item.title),
        };
        let changed = changes.iter().map(|one| one.field).collect();
        Self { place, taken, id: Some(item.id.clone()), title: title.clone(), changed, why: String::new() }
    }
}

/// Puts what is left out among the rest, in the order of the file.
pub(crate) fn with_refused(rows: &mut Vec<ImportRow>, problems: &[Problem], repeated: Vec<(String, String)>) {
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    let errors = errors.map(|problem| (problem.place.clone(), problem.what.clone()));
    rows.extend(errors.chain(repeated).map(|(place, why)| ImportRow {
        place,
        taken: ImportTaken::Refused,
        id: None,
        title: String::new(),
        changed: Vec::new(),
        why,
    }));
    let mut files = HashMap::new();
    for row in rows.iter() {
        let next = files.len();
        files.entry(split(&row.place).0.to_owned()).or_insert(next);
    }
    rows.sort_by_key(|row| {
        let (file, line) = split(&row.place);
        (files.get(file).copied(), line.parse::<usize>().unwrap_or(0))
    });
}

/// The file of a place, and the line.
fn split(place: &str) -> (&str, &str) {
    place.rsplit_once(':').unwrap_or((place, ""))
}

/// Leaves a role out that would move locked weights, and says so.
pub(crate) fn without_locked_role(r: &Read<'_>, imported: &mut Imported) -> Result<(), Failure> {
    let Some(role) = &imported.role else { return Ok(()) };
    if !weight::free(r, role)? {
        imported.problems.push(Problem {
            place: "pack.toml".to_owned(),
            what: format!(
                "The role \"{}\" stays as it is: a scorecard for it is submitted, which locks its weights, and this pack has \
                 others. Change them on the role's page, with a reason.",
                isolate(&role.title)
            ),
            severity: Severity::Warning,
        });
        imported.role = None;
    }
    Ok(())
}

/// Tells of each competency that no role has and no question of the bank: once, with the lines that it is on.
pub(crate) fn told_competencies(r: &Read<'_>, imported: &mut Imported) -> Result<(), Failure> {
    let mut on = BTreeMap::<String, Vec<&str>>::new();
    for (question, place) in imported.questions.iter().zip(&imported.places) {
        let id = question.competency.as_str();
        if !id.is_empty() {
            on.entry(id.to_owned()).or_default().push(place);
        }
    }
    if on.is_empty() {
        return Ok(());
    }
    let roles = role::list(r)?;
    let of_roles = roles.iter().chain(&imported.role).flat_map(|role| &role.competencies);
    let mut known: BTreeSet<String> = of_roles.map(|one| one.id.to_string()).collect();
    known.extend(question::facets(r)?.into_iter().filter(|one| one.facet == "competency").map(|one| one.value));
    let known: BTreeSet<String> = known.into_iter().filter(|one| !one.is_empty()).collect();
    let mut problems: Vec<Problem> = on
        .into_iter()
        .filter(|(id, _)| !known.contains(id))
        .map(|(id, places)| Problem {
            place: places[0].to_owned(),
            what: format!(
                "The competency \"{}\" is new: no role has it, and no question here. It is on {}. If one that is here is meant, \
                 write it as it is written there.",
                isolate(&id),
                lines(&places)
            ),
            severity: Severity::Warning,
        })
        .collect();
    imported.problems.append(&mut problems);
    Ok(())
}

/// The lines of one file; the places where there are several.
fn lines(places: &[&str]) -> String {
    let file = split(places[0]).0;
    let one_file = places.iter().all(|place| split(place).0 == file);
    let shown: Vec<&str> =
        places.iter().take(LINES).map(|place| if one_file { split(place).1 } else { *place }).collect();
    let more = places.len().saturating_sub(LINES);
    let and_more = if more > 0 { format!(" and {}", count(more, "more line")) } else { String::new() };
    let word = match (one_file, places.len()) {
        (false, _) => "",
        (true, 1) => "line ",
        (true, _) => "lines ",
    };
    format!("{word}{}{and_more}", shown.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_named_and_from_some_number_on_counted() {
        assert_eq!(lines(&["q.csv:2"]), "line 2");
        assert_eq!(lines(&["q.csv:2", "q.csv:9"]), "lines 2, 9");
        assert_eq!(lines(&["a.csv:2", "b.csv:3"]), "a.csv:2, b.csv:3");
        let many: Vec<String> = (2..14).map(|line| format!("q.csv:{line}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(lines(&many), "lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more lines");
    }
}
