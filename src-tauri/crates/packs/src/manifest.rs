//! `pack.toml`: what the pack is, and what its questions may refer to.

use workbench_domain::{
    ids::{CompetencyId, RoleId},
    kit::{Competency, Role},
    rating::Level,
    role::WEIGHT_MAX,
};

use crate::{
    FORMAT,
    disk::File,
    fields::{At, Fields, Table, in_bank},
    notes::Notes,
    source::{Lines, Source},
    words::quoted,
};

/// The longest time to submit a scorecard in: thirty days. Nobody remembers an interview for longer.
const SUBMIT_HOURS_MAX: u32 = 720;

/// What `pack.toml` says.
#[derive(Default)]
pub(crate) struct Manifest {
    /// What makes a pack of it; none if any of that is wrong.
    pub head: Option<Head>,
    /// The sections, in order: id and title.
    pub sections: Vec<(At<String>, String)>,
    /// The competencies, in order, and their lines.
    pub competencies: Vec<At<Competency>>,
    /// Ids that are declared, but with an error of their own.
    pub broken: Vec<String>,
    /// The ids of the questions, in order.
    pub questions: Vec<At<String>>,
    /// The file's size in bytes.
    pub size: usize,
}

/// What makes a pack.
pub(crate) struct Head {
    pub id: String,
    pub title: String,
    pub version: String,
    pub language: String,
    pub role: Role,
}

/// Why there is nothing to go by.
pub(crate) enum Unusable {
    /// It is of a format that is newer than ours.
    Newer,
    /// It cannot be read, or is not TOML.
    Broken,
}

/// Reads `pack.toml`.
pub(crate) fn read(file: &mut File) -> Result<Manifest, Unusable> {
    let notes = &mut file.notes;
    let source = file.bytes.as_deref().and_then(|bytes| Source::decode(bytes, notes)).ok_or(Unusable::Broken)?;
    let document = source.parse(notes).ok_or(Unusable::Broken)?;
    let lines = source.lines();
    let before = notes.errors();
    let mut fields = Fields::new(At { value: &document, line: 1 }, lines, notes);
    let format = fields.number("format", 1, u32::MAX);
    if let Some(newer) = format.filter(|format| format.value > FORMAT) {
        let (line, newer) = (newer.line, newer.value);
        let what = format!(
            "This pack is in format {newer}. This Interview Workbench reads up to format {FORMAT}. Install a newer Interview Workbench, or get the pack in format {FORMAT}."
        );
        notes.error(line, what);
        return Err(Unusable::Newer);
    }
    let id = fields.id("id");
    let title = fields.line("title");
    let version = fields.line("version");
    let language = fields.line("language");
    fields.optional_line("licence");
    let role = fields.table("role");
    let sections = fields.optional_tables("section");
    let competencies = fields.tables("competency");
    let head_is_good = fields.notes().errors() == before;
    let questions = fields.ids("questions");
    fields.done();

    let mut manifest =
        Manifest { questions, size: file.bytes.as_ref().map_or(0, |bytes| bytes.len()), ..Manifest::default() };
    once_each(&mut manifest.questions, |id| id, "question", notes);
    for section in sections {
        let (id, section) = read_section(section, lines, notes);
        manifest.sections.extend(section);
        manifest.broken.extend(id);
    }
    once_each(&mut manifest.sections, |(id, _)| id, "section", notes);
    for competency in competencies {
        let (id, competency) = read_competency(competency, lines, notes);
        manifest.competencies.extend(competency);
        manifest.broken.extend(id);
    }
    competencies_once_each(&mut manifest.competencies, notes);

    let role = role.and_then(|role| read_role(role, lines, notes));
    let good = head_is_good && !manifest.competencies.is_empty();
    if let (true, Some(id), Some(title), Some(version), Some(language), Some(role)) =
        (good, id, title, version, language, role)
    {
        let role = Role {
            id: RoleId(in_bank(&id.value, &role.id)),
            title: role.title,
            level: role.level,
            competencies: manifest.competencies.iter().map(|at| at.value.clone()).collect(),
            submit_within_hours: role.submit_within_hours,
        };
        check_weights(&role, &manifest.competencies, notes);
        let (title, version, language) = (title.value, version.value, language.value);
        manifest.head = Some(Head { id: id.value, title, version, language, role });
    }
    Ok(manifest)
}

/// What `[role]` says.
struct RoleFields {
    id: String,
    title: String,
    level: String,
    submit_within_hours: Option<u32>,
}

fn read_role(table: Table<'_>, lines: &Lines, notes: &mut Notes) -> Option<RoleFields> {
    let mut fields = Fields::new(table, lines, notes);
    let (id, title) = (fields.whole_id("id"), fields.line("title"));
    let before = fields.notes().errors();
    let level = fields.optional_line("level").map_or_else(String::new, |at| at.value);
    let level = (fields.notes().errors() == before).then_some(level);
    let hours = fields.optional_number("submit_within_hours", 1, SUBMIT_HOURS_MAX).map(|hours| hours.value);
    fields.done();
    Some(RoleFields { id: id?.value, title: title?.value, level: level?, submit_within_hours: hours })
}

type Read<T> = (Option<String>, Option<T>);

/// The section, or the id alone if something else in it is wrong.
fn read_section(table: Table<'_>, lines: &Lines, notes: &mut Notes) -> Read<(At<String>, String)> {
    let mut fields = Fields::new(table, lines, notes);
    let (id, title) = (fields.id("id"), fields.line("title"));
    fields.done();
    match (id, title) {
        (Some(id), Some(title)) => (None, Some((id, title.value))),
        (id, _) => (id.map(|id| id.value), None),
    }
}

/// The competency, or the id alone if something else in it is wrong.
fn read_competency(table: Table<'_>, lines: &Lines, notes: &mut Notes) -> Read<At<Competency>> {
    let before = notes.errors();
    let mut fields = Fields::new(table, lines, notes);
    let (id, name, definition) = (fields.id("id"), fields.line("name"), fields.block("definition"));
    let weight = fields.optional_number("weight", 1, WEIGHT_MAX).map_or(1, |weight| weight.value);
    let reason = fields.optional_block("weight_reason").map_or_else(String::new, |at| at.value);
    let must_have = fields.optional_number("must_have", 1, 5).map(|level| level.value);
    fields.done();
    match (id, name, definition) {
        (Some(id), Some(name), Some(definition)) if notes.errors() == before => {
            let competency = Competency {
                id: CompetencyId(id.value),
                name: name.value,
                definition: definition.value,
                weight,
                weight_reason: reason,
                must_have: must_have.and_then(|level| Level::new(u8::try_from(level).ok()?)),
            };
            (None, Some(At { value: competency, line: id.line }))
        }
        (id, _, _) => (id.map(|id| id.value), None),
    }
}

/// Keeps the first of each id, and says where the others are.
fn once_each<T>(list: &mut Vec<T>, id: impl Fn(&T) -> &At<String>, noun: &str, notes: &mut Notes) {
    let mut seen: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    list.retain(|item| {
        let id = id(item);
        match seen.get(&id.value) {
            None => {
                seen.insert(id.value.clone(), id.line);
                true
            }
            Some(first) => {
                let (written, place) = (quoted(&id.value), notes.place(*first));
                notes.error(
                    id.line,
                    format!("The {noun} {written} is at {place} already. Take this one out, or give it another id."),
                );
                false
            }
        }
    });
}

/// A weight that is not the usual one needs a reason, as it does where a role is edited.
fn check_weights(role: &Role, competencies: &[At<Competency>], notes: &mut Notes) {
    let usual = role.usual_weight();
    for at in competencies.iter().filter(|at| at.value.weight != usual && at.value.weight_reason.is_empty()) {
        let what = format!(
            "The weight of \"{}\" is not that of the others, and nothing says why. Add weight_reason = \"…\", or take the weight out.",
            at.value.id
        );
        notes.warning(at.line, what);
    }
}

fn competencies_once_each(list: &mut Vec<At<Competency>>, notes: &mut Notes) {
    let mut named: Vec<(At<String>, At<Competency>)> =
        list.drain(..).map(|at| (At { value: at.value.id.0.clone(), line: at.line }, at)).collect();
    once_each(&mut named, |(id, _)| id, "competency", notes);
    list.extend(named.into_iter().map(|(_, at)| at));
}
