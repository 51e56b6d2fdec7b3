//! Tables of people: candidates, their ratings, a comparison. A column "Title" or "Question" in one asks nothing.

use workbench_domain::import::Field;

use super::labels::plain;

/// Over whom a row is about. No table of questions has it.
const WHOM: &[&str] = &[
    "candidate",
    "candidates",
    "candidate name",
    "candidate id",
    "candidate email",
    "name of candidate",
    "applicant",
    "applicant name",
    "bewerber",
    "kandidat",
];

/// Over what is known of one person. A form in which colleagues collect questions has one as well: who sent it.
const PERSONAL: &[&str] = &[
    "email",
    "e mail",
    "mail",
    "email address",
    "e mail address",
    "primary email",
    "work email",
    "personal email",
    "e mail adresse",
    "correo",
    "correo electrónico",
    "courriel",
    "phone",
    "phone number",
    "telephone",
    "tel",
    "mobile",
    "mobile number",
    "mobile phone",
    "telefon",
    "telefonnummer",
    "full name",
    "first name",
    "last name",
    "given name",
    "family name",
    "surname",
    "vorname",
    "nachname",
    "prénom",
    "nombre",
    "apellido",
    "linkedin",
    "linkedin url",
    "linkedin profile",
];

/// What else tables of people have, a kind a line. One of them alone may be of a question: who asks it, where, in which interview.
const OFTEN: [&[&str]; 8] = [
    &["name"],
    &["company", "current company", "employer", "current employer", "organization", "organisation", "firma"],
    &["stage", "current stage", "pipeline stage", "application stage", "status", "application status"],
    &["location", "city", "town", "country"],
    &["job title", "current title", "position", "current position", "headline", "occupation"],
    &["interviewer", "interviewers", "recruiter", "hiring manager"],
    &["applied", "applied on", "applied at", "application date", "date applied"],
    &["resume", "cv", "resume url", "cv url"],
];

/// What a person's row has no column for.
const OF_QUESTIONS: &[&str] = &[
    "answer",
    "answers",
    "sample answer",
    "model answer",
    "expected answer",
    "solution",
    "difficulty",
    "difficulty level",
    "topic",
    "topics",
    "tags",
    "section",
    "category",
    "categories",
    "minutes",
    "competency",
    "question type",
    "follow up questions",
];

/// Beside these an address is of who wrote the question.
const WRITERS: &[&str] =
    &["author", "writer", "contributor", "owner", "created by", "added by", "submitted by", "written by", "timestamp"];

/// The columns that give a table of people away; none of a table of questions.
pub(super) fn given_away(fields: &[Option<Field>], names: &[String]) -> Vec<String> {
    let labels: Vec<String> = names.iter().map(|name| plain(name).unwrap_or_default()).collect();
    let has = |field| fields.contains(&Some(field));
    let of = |known: &[&str]| labels.iter().position(|label| known.contains(&label.as_str()));
    let named = |at: usize| names[at].trim().to_owned();
    if let Some(at) = of(WHOM) {
        return vec![named(at)];
    }
    // What only who writes questions writes down.
    let heard = [Field::Indicators, Field::RedFlags, Field::Probes].into_iter().chain(Field::ANCHORS).any(has);
    let asks = has(Field::Prompt);
    let own = labels.iter().filter(|label| OF_QUESTIONS.contains(&label.as_str())).count();
    let is_collected = asks && (heard || own > 1 || of(WRITERS).is_some());
    if let Some(at) = of(PERSONAL).filter(|_| !is_collected) {
        return vec![named(at)];
    }
    if heard || own > 0 {
        return Vec::new();
    }
    let mut often: Vec<usize> = OFTEN.iter().filter_map(|kind| of(kind)).collect();
    let has_name = of(OFTEN[0]).is_some();
    let enough = match (asks, has_name) {
        (true, true) => 3,
        // Where each is asked, and by whom.
        (true, false) => return Vec::new(),
        (false, _) => 2,
    };
    if !asks && has_name {
        often.extend(of(&["title"]));
    }
    let rater = of(OFTEN[5]).filter(|_| !asks);
    if often.len() < enough && rater.is_none() {
        return Vec::new();
    }
    often.sort_unstable();
    often.into_iter().map(named).collect()
}

/// What is said of such a table.
pub(super) fn words(columns: &[String]) -> String {
    let all: Vec<String> = columns.iter().map(|name| workbench_tabular::quoted(name)).collect();
    let (it, that) = match all.as_slice() {
        [one] => (format!("the column {one}"), "that column another name"),
        [first @ .., last] => (format!("the columns {} and {last}", first.join(", ")), "those columns other names"),
        [] => return String::new(),
    };
    format!(
        "This is a table of people, not of questions: it has {it}. Candidates and scorecards have their own import: under \
         Candidates in the window, candidate import and scorecard import at the command line. If its rows are questions all the same, give {that} in the first row. Nothing was read."
    )
}

#[cfg(test)]
mod tests {
    use super::super::labels::field_of_column;
    use super::*;

    fn gives_away(head: &str) -> String {
        let names: Vec<String> = head.split(',').map(str::to_owned).collect();
        let fields: Vec<_> = names.iter().map(|name| field_of_column(name)).collect();
        given_away(&fields, &names).join(",")
    }

    #[test]
    fn a_table_of_people_is_told_by_its_columns_and_one_of_questions_is_none() {
        for (head, by) in [
            ("Name,Title,Email", "Email"),
            ("Name,E-mail,Question,Stage", "E-mail"),
            ("Question,Phone Number", "Phone Number"),
            ("First name,Last name,Question", "First name"),
            ("Email,Question,Answer", "Email"),
            ("Candidate,Question,Rating,Follow-up", "Candidate"),
            ("row,candidate,mean,scorecards rated,scorecards asking,questions rated,questions,ratings", "candidate"),
            ("Name,Title,Company", "Name,Title,Company"),
            ("Name,Company,Stage,Question", "Name,Company,Stage"),
            ("Title,Company,Stage", "Company,Stage"),
            ("Name,Status,Level,Skills", "Name,Status"),
            ("Title,Interviewer", "Interviewer"),
        ] {
            assert_eq!(gives_away(head), by, "{head}");
        }
        for head in [
            "Title,Company,Difficulty",
            "Name,Company,Difficulty,Tags",
            "Title,Company",
            "Name,Question,Stage",
            "Question,Company,Stage",
            "Question,Interviewer,Stage,Status,Company",
            "Timestamp,Email address,Question,What is a good answer?,Red flags",
            "Name,Question,Status,Category,Location",
            "id,section,level,type,title,question,competency,tags,minutes",
            "Question,Author,Email",
            "Question,Category,Difficulty,Email",
            "Title,Description",
            "Name,Level",
        ] {
            assert_eq!(gives_away(head), "", "{head}");
        }
    }
}
