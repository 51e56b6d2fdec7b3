//! Candidates from a file of any of the kinds that people send.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    contact::Contact,
    problem::Problem,
    text::{TEXT_MAX, name_letters, person_name},
};

use crate::{
    MOST,
    columns::{Column, Field},
    mentions::{Keep, Mention, mentioned},
    notes::{Notes, one_line, quoted, tidy},
    resume, table, vcard,
};

/// The longest field of one line, in characters; what is longer goes into the notes.
const FIELD_MAX: usize = 500;

/// What kind of file it is, by what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CandidateFormat")]
pub enum Format {
    /// Comma, semicolon or tab separated values.
    Table,
    /// A JSON Resume, or an array of them.
    JsonResume,
    /// One or more vCards.
    VCard,
}

/// What a file says of one person. Every text but the name may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewCandidate {
    /// Where it stands, such as `people.csv:3`.
    pub place: String,
    /// The name; see [`person_name`].
    pub name: String,
    /// How to say the name.
    pub spoken_name: String,
    /// How to reach the person, and what else the file says. Its notes have what no field is for, a line each.
    pub contact: Contact,
}

/// What was read of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidates {
    /// What kind of file it is; none where it is no text.
    pub format: Option<Format>,
    /// The people, in the order of the file.
    pub candidates: Vec<NewCandidate>,
    /// The columns of a table, so that a person can correct what they were taken for.
    pub columns: Vec<Column>,
    /// Sentences of the notes that say what must not be known, at most the first 500.
    pub mentions: Vec<Mention>,
    /// How many there are.
    pub mentioned: usize,
    /// What was left out, and what to look at.
    pub problems: Vec<Problem>,
}

/// Reads the candidates in a file. `name` is the file's name; `columns` says for each column of a table what it is (none:
/// into the notes), where the headings were not understood. `keep` says which
/// [`Mention`]s stay; the sentences of the others are left out of the notes.
#[must_use]
pub fn candidates(name: &str, bytes: &[u8], columns: Option<&[Option<Field>]>, keep: Keep) -> Candidates {
    let mut notes = Notes::new(name);
    notes.mentions.keep = keep;
    let mut read = Candidates {
        format: None,
        candidates: Vec::new(),
        columns: Vec::new(),
        mentions: Vec::new(),
        mentioned: 0,
        problems: Vec::new(),
    };
    if vcard::is_one(bytes) {
        read.format = Some(Format::VCard);
        read.candidates = vcard::read(bytes, &mut notes);
    } else if let Some(text) = notes.text(bytes) {
        if text.trim_start().starts_with(['{', '[']) {
            read.format = Some(Format::JsonResume);
            read.candidates = resume::read(&text, &mut notes);
        } else {
            read.format = Some(Format::Table);
            (read.candidates, read.columns) = table::read(&text, columns, &mut notes);
        }
    }
    said_twice(&read.candidates, &mut notes);
    read.mentioned = notes.mentions.count;
    read.mentions = std::mem::take(&mut notes.mentions.list);
    read.problems = notes.finish();
    read
}

fn said_twice(candidates: &[NewCandidate], notes: &mut Notes) {
    let mut seen: BTreeMap<String, &NewCandidate> = BTreeMap::new();
    for candidate in candidates.iter().filter(|candidate| !candidate.contact.email.is_empty()) {
        let line = candidate.place.rsplit(':').next().and_then(|line| line.parse().ok()).unwrap_or(1);
        if let Some(first) = seen.get(&candidate.contact.email.to_lowercase()) {
            let taken = if name_letters(&first.name) == name_letters(&candidate.name) {
                "with the same name, so that both are taken for one person"
            } else {
                "with another name, so that they are taken for two people"
            };
            let what = format!(
                "The address {} stands at {} as well, {taken}. Look whether that is right.",
                quoted(&candidate.contact.email),
                first.place
            );
            notes.warning(line, what);
        } else {
            seen.insert(candidate.contact.email.to_lowercase(), candidate);
        }
    }
}

/// A candidate while its fields are being gathered.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    candidate: NewCandidate,
    given: Vec<String>,
    family: Vec<String>,
    notes: Vec<String>,
}

impl Draft {
    /// Takes what a field says; `label` is what the file calls it.
    pub fn take(&mut self, field: Option<Field>, label: &str, text: &str) {
        let line = one_line(text);
        if line.is_empty() {
            return;
        }
        let one = match field {
            Some(Field::GivenName) => return self.given.push(line),
            Some(Field::FamilyName) => return self.family.push(line),
            Some(Field::Link) if line.chars().count() <= FIELD_MAX => return self.candidate.contact.links.push(line),
            Some(Field::Notes) => return self.notes.push(tidy(text)),
            Some(Field::Name) => &mut self.candidate.name,
            Some(Field::SpokenName) => &mut self.candidate.spoken_name,
            Some(Field::Email) => &mut self.candidate.contact.email,
            Some(Field::Phone) => &mut self.candidate.contact.phone,
            Some(Field::Company) => &mut self.candidate.contact.company,
            Some(Field::Title) => &mut self.candidate.contact.title,
            Some(Field::Source) => &mut self.candidate.contact.source,
            Some(Field::Location) if !self.candidate.contact.location.is_empty() => {
                self.candidate.contact.location.push_str(", ");
                self.candidate.contact.location.push_str(&line);
                return;
            }
            Some(Field::Location) => &mut self.candidate.contact.location,
            Some(Field::Link) | None => return self.notes.push(format!("{}: {}", one_line(label), tidy(text))),
        };
        let is_name = field == Some(Field::Name);
        if one.is_empty() && (is_name || line.chars().count() <= FIELD_MAX) {
            *one = line;
        } else if *one != line {
            self.notes.push(format!("{}: {}", one_line(label), tidy(text)));
        }
    }

    /// The name, where the file has none as a whole.
    pub fn name_or(&mut self, name: &str) {
        if self.candidate.name.is_empty() {
            self.candidate.name = one_line(name);
        }
    }

    /// The candidate, if there is a name; what is wrong is noted.
    pub fn finish(mut self, line: usize, notes: &mut Notes) -> Option<NewCandidate> {
        if self.candidate.name.is_empty() {
            self.candidate.name = joined(&self.given.join(" "), &self.family.join(" "));
        }
        match person_name("The name", &self.candidate.name) {
            Ok(name) => self.candidate.name = name,
            Err(e) => {
                notes.error(line, format!("{e} This person was left out."));
                return None;
            }
        }
        let email = &self.candidate.contact.email;
        if !email.is_empty() && (!email.contains('@') || email.contains(' ')) {
            notes.warning(
                line,
                format!("{} does not look like an e-mail address. It was kept as it is.", quoted(email)),
            );
        }
        if let Some((what, words)) = mentioned(&self.candidate.contact.title) {
            let never = what.never();
            notes.warning(
                line,
                format!("The title says {}: the workbench keeps {never}. Take it out by hand.", quoted(&words)),
            );
        }
        self.candidate.place = notes.place(line);
        let mut text = notes.mentions.sifted(&self.candidate.place, &self.candidate.name, &self.notes.join("\n"));
        if text.len() > TEXT_MAX {
            let cut = (0..=TEXT_MAX).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            text.truncate(cut);
            notes.warning(line, "The notes are longer than the workbench keeps; their end was cut off.");
        }
        self.candidate.contact.notes = text;
        Some(self.candidate)
    }
}

/// Takes as many as are read of one file.
pub(crate) fn is_full(candidates: &[NewCandidate], line: usize, notes: &mut Notes) -> bool {
    let full = candidates.len() >= MOST;
    if full {
        notes.error(line, format!("This file has more than {MOST} people; from here on nothing was read. Split it."));
    }
    full
}

/// Given and family name as one: the family name first where names are written so.
pub(crate) fn joined(given: &str, family: &str) -> String {
    let wide = |text: &str| {
        text.chars().any(|c| matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{20000}'..='\u{3FFFF}'))
    };
    let (first, then) = if wide(given) && wide(family) { (family, given) } else { (given, family) };
    format!("{first} {then}").trim().to_owned()
}
