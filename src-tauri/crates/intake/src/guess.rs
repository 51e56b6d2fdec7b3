//! Who the candidate of a meeting may be, by its title and description. A guess, for a person to confirm.

use crate::{calendar::Person, notes::one_line};

/// So many guesses are given.
const MOST: usize = 5;
/// So many characters of a title are looked at.
const TITLE: usize = 500;
/// What a description writes before the candidate's name.
const LABELS: &[&str] = &[
    "candidate",
    "candidate name",
    "applicant",
    "interviewee",
    "kandidat",
    "kandidatin",
    "bewerber",
    "bewerberin",
    "candidat",
    "候補者",
];
/// What parts a title into the candidate and the rest.
const MARKS: &[&str] = &[" - ", " – ", " — ", ": ", " | ", " <> ", "<>", " / ", " & ", "(", ")", "[", "]", ", ", " x "];
/// Words that do so.
const JOINS: &[&str] = &["with", "and", "for", "mit", "und", "avec", "et", "con", "z", "of"];
/// Words of meetings and jobs, which are no names.
const OF_WORK: &[&str] = &[
    "interview",
    "interviews",
    "technical",
    "tech",
    "phone",
    "video",
    "screen",
    "screening",
    "call",
    "onsite",
    "panel",
    "round",
    "final",
    "first",
    "second",
    "third",
    "hiring",
    "manager",
    "system",
    "design",
    "coding",
    "code",
    "pairing",
    "pair",
    "programming",
    "debrief",
    "meeting",
    "chat",
    "intro",
    "behavioural",
    "behavioral",
    "culture",
    "fit",
    "hr",
    "senior",
    "junior",
    "staff",
    "lead",
    "principal",
    "engineer",
    "developer",
    "backend",
    "frontend",
    "fullstack",
    "data",
    "scientist",
    "product",
    "python",
    "java",
    "rust",
    "devops",
    "sre",
    "job",
    "team",
    "candidate",
    "recruiting",
    "zoom",
    "teams",
    "google",
    "meet",
    "invitation",
    "updated",
    "canceled",
    "cancelled",
    "re",
    "fw",
    "fwd",
    "vorstellungsgespräch",
    "bewerbungsgespräch",
    "gespräch",
    "bewerbung",
    "entretien",
    "technique",
    "entrevista",
    "rozmowa",
    "hold",
    "tbd",
    "block",
    "blocked",
    "room",
    "part",
    "stage",
    "session",
    "challenge",
    "homework",
    "review",
    "software",
    "面接",
    "面试",
];

/// Names that the candidate may have, best first; nobody of those invited.
pub(crate) fn candidates(title: &str, description: &str, invited: &[&Person]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in description.lines().take(200) {
        let said =
            line.split_once([':', '：']).filter(|(label, _)| LABELS.contains(&label.trim().to_lowercase().as_str()));
        names.extend(said.map(|(_, name)| one_line(name)).filter(|name| is_name(name)));
    }
    let mut title: String = one_line(title).chars().take(TITLE).collect();
    for mark in MARKS {
        title = title.replace(mark, "\n");
    }
    for part in title.split('\n') {
        let words: Vec<&str> = part.split_whitespace().collect();
        for run in words.split(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            JOINS.contains(&word.as_str()) || OF_WORK.contains(&word.as_str())
        }) {
            names.push(run.join(" "));
        }
    }
    let is_invited = |name: &str| {
        let name = name.to_lowercase();
        let known = |person: &&&Person| {
            let full = person.name.to_lowercase();
            full == name || full.split(' ').any(|part| part == name)
        };
        // The candidate may be invited as well, but a name alone cannot tell that.
        invited.iter().filter(|person| !person.name.is_empty()).any(|person| known(&person))
    };
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        if is_name(&name) && !is_invited(&name) && !kept.contains(&name) && kept.len() < MOST {
            kept.push(name);
        }
    }
    kept
}

/// Small words inside names.
const PARTICLES: &[&str] = &[
    "van", "von", "der", "den", "de", "da", "das", "dos", "del", "della", "di", "du", "la", "le", "zu", "bin", "ibn",
    "al", "el", "ter", "y",
];

/// One to five words without figures, each with a capital where the script has capitals, but for the small ones that stand
/// inside names.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_small = |word: &&str| word.chars().next().is_some_and(char::is_lowercase);
    (1..=5).contains(&words.len())
        && text.chars().count() <= 80
        && text.chars().any(char::is_alphabetic)
        && !text.chars().any(|c| c.is_numeric() || matches!(c, '@' | '#' | '/' | '\\' | '+'))
        && words.iter().filter(|word| is_small(word)).all(|word| PARTICLES.contains(word))
        && words.iter().any(|word| !is_small(word))
}
