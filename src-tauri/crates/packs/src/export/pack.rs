//! A role with its kits and questions as the files of a pack. What is written is read again before it is given out, so that
//! `pack check` says of it what is said here, and nothing else.

use std::{borrow::Cow, collections::HashMap, fmt::Write as _};

use workbench_domain::{
    kit::{Background, KitContent, Role},
    problem::{Problem, Severity},
    question::{Gap, Question},
};

use super::toml::{line, list, write_question};
use crate::{
    FORMAT,
    disk::{File, Folder},
    import::{is_uuid, slug},
    notes::{self, Notes},
    pack::{self as reader, Reading},
    question::file_name,
};

/// A pack, to be written as a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFiles {
    /// The pack's id, and what its folder should be called.
    pub id: String,
    /// Name, with `/` for the folder of kits, and text of each file.
    pub files: Vec<(String, String)>,
    /// How many questions it holds.
    pub questions: usize,
    /// How many kits it holds.
    pub kits: usize,
    /// What was left out and why, and what a person should look at.
    pub problems: Vec<Problem>,
}

/// The files of a pack with this role, these kits for it and these questions. A pack's questions are complete: one that lacks
/// something is left out, and so is a kit that asks it.
#[must_use]
pub fn pack(role: &Role, kits: &[KitContent], questions: &[Question]) -> PackFiles {
    let id = match role.id.as_str().split_once('/') {
        Some((pack, _)) => pack.to_owned(),
        None => Some(slug(&role.title, 60)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "pack".to_owned()),
    };
    let mut problems = Vec::new();
    let mut out = Writer { id: &id, role, questions: Vec::new(), kits: kits.iter().collect() };
    for question in questions {
        match unfit(question, role) {
            None => out.questions.push(question),
            Some(why) => problems.push(left_out(&question.title, &why)),
        }
    }
    loop {
        problems.extend(out.drop_kits_without_questions());
        let (files, reading) = out.written();
        let failed = out.drop_failed(&reading);
        if failed.is_empty() {
            problems.extend(out.changed_since(&reading));
            let (questions, kits) = (out.questions.len(), out.kits.len());
            problems.extend(notes::problems(reading.notes));
            return PackFiles { files, questions, kits, problems, id };
        }
        problems.extend(failed);
    }
}

fn left_out(title: &str, why: &str) -> Problem {
    Problem { place: title.to_owned(), what: format!("Left out: {why}"), severity: Severity::Error }
}

/// Why a question cannot be in a pack for this role.
fn unfit(question: &Question, role: &Role) -> Option<String> {
    let lacks: Vec<&str> = question.gaps().into_iter().map(gap_words).collect();
    if !lacks.is_empty() {
        return Some(format!(
            "it has no {}. Write what is missing; a pack's questions are complete.",
            lacks.join(", no ")
        ));
    }
    let known = role.competencies.iter().any(|competency| competency.id == question.competency);
    (!known).then(|| "the role does not have its competency. Choose one of the role's.".to_owned())
}

fn gap_words(gap: Gap) -> &'static str {
    match gap {
        Gap::Competency => "competency",
        Gap::Minutes => "planned time",
        Gap::Type => "type",
        Gap::Indicators => "good signals",
        Gap::RedFlags => "red flags",
        Gap::Probes => "probes",
        Gap::Anchors => "anchor for some level",
    }
}

struct Writer<'a> {
    id: &'a str,
    role: &'a Role,
    questions: Vec<&'a Question>,
    kits: Vec<&'a KitContent>,
}

impl Writer<'_> {
    /// An id as this pack's files have it.
    fn local<'i>(&self, id: &'i str) -> &'i str {
        let own = id.strip_prefix(self.id).and_then(|rest| rest.strip_prefix('/'));
        // Without its pack, a UUID would be taken for one that belongs to none.
        own.filter(|own| !is_uuid(own) && !own.contains('/')).unwrap_or(id)
    }

    fn drop_kits_without_questions(&mut self) -> Vec<Problem> {
        let there = |id: &_| self.questions.iter().any(|question| question.id == *id);
        let (kept, gone): (Vec<&KitContent>, Vec<_>) =
            self.kits.iter().partition(|content| content.kit.questions.iter().all(|place| there(&place.question_id)));
        self.kits = kept;
        let why = "a question that it asks was left out, or is no longer in the bank.";
        gone.into_iter().map(|content| left_out(&content.kit.title, why)).collect()
    }

    fn written(&self) -> (Vec<(String, String)>, Reading) {
        let mut files = vec![("pack.toml".to_owned(), self.manifest())];
        let sections = self.sections();
        for question in &self.questions {
            let mut text = String::new();
            let section = sections.get(question.section.as_str()).map_or("", String::as_str);
            write_question(&mut text, question, self.local(question.id.as_str()), section, "anchors");
            files.push((format!("{}.toml", file_name(self.local(question.id.as_str()))), text));
        }
        for content in &self.kits {
            let name = file_name(self.local(content.kit.id.as_str()));
            files.push((format!("kits/{name}.toml"), self.kit(content)));
        }
        let mut folder = Folder::default();
        for (name, text) in &files {
            let stem = name.rsplit('/').next().unwrap_or(name).trim_end_matches(".toml").to_owned();
            let bytes = Some(Cow::Owned(text.clone().into_bytes()));
            let file = File { stem, bytes, notes: Notes::new(name) };
            match name.as_str() {
                "pack.toml" => folder.manifest = Some(file),
                name if name.starts_with("kits/") => folder.kits.push(file),
                _ => folder.questions.push(file),
            }
        }
        (files, reader::read(folder))
    }

    /// Takes out what a reader of the pack would refuse, and says why.
    fn drop_failed(&mut self, reading: &Reading) -> Vec<Problem> {
        let failed: HashMap<&str, String> =
            reading.notes.iter().filter_map(|notes| Some((notes.file.as_str(), notes.first_error()?))).collect();
        let name = |id: &str| format!("{}.toml", file_name(self.local(id)));
        let question = |one: &Question| failed.get(name(one.id.as_str()).as_str());
        let kit = |one: &KitContent| failed.get(format!("kits/{}", name(one.kit.id.as_str())).as_str());
        let mut problems: Vec<_> =
            self.questions.iter().filter_map(|one| Some(left_out(&one.title, question(one)?))).collect();
        // A kit that only misses such a question says so by itself, once the question is out.
        if problems.is_empty() {
            problems.extend(self.kits.iter().filter_map(|one| Some(left_out(&one.kit.title, kit(one)?))));
            let kept = self.kits.iter().copied().filter(|one| kit(one).is_none()).collect();
            self.kits = kept;
        } else {
            let kept = self.questions.iter().copied().filter(|one| question(one).is_none()).collect();
            self.questions = kept;
        }
        problems
    }

    /// A kit keeps what it was published with; a pack has the role and the questions as they are now.
    fn changed_since(&self, reading: &Reading) -> Vec<Problem> {
        let read = reading.pack.as_ref().map_or(&[][..], |pack| pack.kits.as_slice());
        let same = |content: &KitContent| read.iter().any(|other| other == content);
        let changed = self.kits.iter().filter(|content| !same(content));
        let problem = |content: &&KitContent| {
            Problem {
            place: format!("kits/{}.toml", file_name(self.local(content.kit.id.as_str()))),
            what: "The role or a question of this kit changed since it was published. The pack has them as they are now; publish the kit again so that both are the same.".to_owned(),
            severity: Severity::Warning,
        }
        };
        changed.map(problem).collect()
    }

    /// The id of each section, by its title.
    fn sections(&self) -> HashMap<&str, String> {
        let mut ids: HashMap<&str, String> = HashMap::new();
        for title in self.section_titles() {
            let base = Some(slug(title, 56)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "section".to_owned());
            let taken = |id: &String| ids.values().any(|other| other == id);
            let numbered = (2..).map(|number| format!("{base}-{number}"));
            let id = std::iter::once(base.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or(base);
            ids.insert(title, id);
        }
        ids
    }

    /// In the order of the questions.
    fn section_titles(&self) -> Vec<&str> {
        let mut titles: Vec<&str> = Vec::new();
        for title in self.questions.iter().map(|question| question.section.as_str()) {
            if !title.is_empty() && !titles.contains(&title) {
                titles.push(title);
            }
        }
        titles
    }

    fn manifest(&self) -> String {
        let mut out = format!("format = {FORMAT}\n");
        line(&mut out, "id", self.id);
        line(&mut out, "title", &self.role.title);
        line(&mut out, "version", "1.0.0");
        line(&mut out, "language", "und");
        let ids: Vec<String> = self.questions.iter().map(|one| self.local(one.id.as_str()).to_owned()).collect();
        list(&mut out, "questions", &ids);
        out.push_str("\n[role]\n");
        line(&mut out, "id", self.local(self.role.id.as_str()));
        line(&mut out, "title", &self.role.title);
        line(&mut out, "level", &self.role.level);
        number(&mut out, "submit_within_hours", self.role.submit_within_hours);
        let sections = self.sections();
        for title in self.section_titles() {
            out.push_str("\n[[section]]\n");
            line(&mut out, "id", &sections[title]);
            line(&mut out, "title", title);
        }
        for competency in &self.role.competencies {
            out.push_str("\n[[competency]]\n");
            line(&mut out, "id", competency.id.as_str());
            line(&mut out, "name", &competency.name);
            line(&mut out, "definition", &competency.definition);
            number(&mut out, "weight", Some(competency.weight));
            line(&mut out, "weight_reason", &competency.weight_reason);
            number(&mut out, "must_have", competency.must_have.map(|level| u32::from(level.number())));
        }
        out
    }

    fn kit(&self, content: &KitContent) -> String {
        let kit = &content.kit;
        let mut out = String::new();
        line(&mut out, "id", self.local(kit.id.as_str()));
        line(&mut out, "title", &kit.title);
        number(&mut out, "slot_minutes", Some(kit.slot_minutes));
        if kit.background != Background::default() {
            line(&mut out, "background", kit.background.code());
        }
        line(&mut out, "opening", &kit.opening);
        line(&mut out, "closing", &kit.closing);
        list(&mut out, "ready", &kit.ready);
        number(&mut out, "candidate_minutes", kit.candidate_minutes);
        for place in &kit.questions {
            out.push_str("\n[[question]]\n");
            line(&mut out, "id", self.local(place.question_id.as_str()));
            let _ = writeln!(out, "required = {}", place.required);
            line(&mut out, "section", &place.section);
            number(&mut out, "minutes", place.minutes);
        }
        out
    }
}

fn number(out: &mut String, name: &str, number: Option<u32>) {
    if let Some(number) = number {
        let _ = writeln!(out, "{name} = {number}");
    }
}
