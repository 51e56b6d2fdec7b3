//! What the files of a pack say about each other.

use std::collections::{HashMap, HashSet};

use crate::{
    fields::At,
    manifest::Manifest,
    notes::Notes,
    question::QuestionFile,
    words::{did_you_mean, quoted, use_one_of},
};

/// Sections and competencies that questions name must be in `pack.toml`.
pub(crate) fn check_names(manifest: &Manifest, files: &mut [QuestionFile]) {
    let sections: Vec<&str> = manifest.sections.iter().map(|(id, _)| id.value.as_str()).collect();
    let competencies: Vec<&str> = manifest.competencies.iter().map(|at| at.value.id.as_str()).collect();
    for file in files {
        check_name("section", file.section.as_ref(), &sections, &manifest.broken, &mut file.notes);
        check_name("competency", file.competency.as_ref(), &competencies, &manifest.broken, &mut file.notes);
    }
}

fn check_name(noun: &str, name: Option<&At<String>>, known: &[&str], broken: &[String], notes: &mut Notes) {
    let Some(name) = name.filter(|name| !known.contains(&name.value.as_str())) else { return };
    let written = quoted(&name.value);
    if broken.contains(&name.value) {
        notes.error(name.line, format!("The {noun} {written} was left out; correct it in pack.toml."));
    } else if !known.is_empty() {
        let possible = use_one_of(known, &name.value);
        notes.error(name.line, format!("The {noun} {written} is not in pack.toml. {possible}"));
    }
}

/// An id belongs to one file: to the one that is named like it, or else to the first.
pub(crate) fn check_ids<'a>(files: impl Iterator<Item = (&'a str, Option<&'a At<String>>, &'a mut Notes)>) {
    let mut files: Vec<_> = files.filter_map(|(stem, id, notes)| Some((stem, id?, notes))).collect();
    files.sort_by_key(|(stem, id, _)| *stem != id.value);
    let mut owners: HashMap<&str, String> = HashMap::new();
    for (_, id, notes) in files {
        if let Some(owner) = owners.get(id.value.as_str()) {
            notes.error(id.line, format!("The id \"{}\" is at {owner} already. Give this one another id.", id.value));
        } else {
            owners.insert(&id.value, notes.place(id.line));
        }
    }
}

/// Two questions with one title cannot be told apart in a list.
pub(crate) fn check_titles(files: &mut [QuestionFile]) {
    let mut owners: HashMap<String, String> = HashMap::new();
    for file in files.iter_mut().filter(|file| !file.notes.failed()) {
        let Some(title) = &file.title else { continue };
        let key = title.value.to_lowercase();
        if let Some(owner) = owners.get(&key) {
            let what = format!("The title {} is at {owner} as well. Change one of them.", quoted(&title.value));
            file.notes.warning(title.line, what);
        } else {
            owners.insert(key, file.notes.place(title.line));
        }
    }
}

/// Puts the files in the order of `pack.toml`, the ones that it does not list after them.
pub(crate) fn order(manifest: &Manifest, files: &mut [QuestionFile], notes: &mut Notes) {
    let places: HashMap<&str, usize> =
        manifest.questions.iter().enumerate().map(|(place, id)| (id.value.as_str(), place)).collect();
    let place = |file: &QuestionFile| file.id.as_ref().and_then(|id| places.get(id.value.as_str()).copied());
    let there: HashSet<&str> = files.iter().map(QuestionFile::name).collect();
    let unlisted: Vec<&str> = files.iter().filter(|file| place(file).is_none()).map(QuestionFile::name).collect();
    for id in manifest.questions.iter().filter(|id| !there.contains(id.value.as_str())) {
        let meant = if notes.is_full() { String::new() } else { did_you_mean(&unlisted, &id.value) };
        let what = format!("No file has the question \"{0}\". Add {0}.toml, or take this line out.{meant}", id.value);
        notes.error(id.line, what);
    }
    for file in files.iter_mut() {
        if let (None, Some(id)) = (place(file), &file.id)
            && !file.notes.failed()
        {
            let what = format!(
                "The question \"{0}\" is not listed in pack.toml, so it comes last. Add \"{0}\" to \"questions\" there.",
                id.value
            );
            file.notes.warning(id.line, what);
        }
    }
    files.sort_by_key(|file| place(file).unwrap_or(usize::MAX));
}

/// A competency that no question counts for can never be rated.
pub(crate) fn check_competencies(manifest: &Manifest, files: &[QuestionFile], notes: &mut Notes) {
    let declared: HashSet<&str> = manifest.competencies.iter().map(|at| at.value.id.as_str()).collect();
    let named = |file: &QuestionFile| file.competency.as_ref().map(|at| at.value.clone());
    let used: HashSet<String> = files.iter().filter_map(named).collect();
    let is_unclear = |file: &QuestionFile| named(file).is_none_or(|name| !declared.contains(name.as_str()));
    // Until such a file is corrected, nobody knows which competency it counts for.
    if files.iter().filter(|file| file.notes.failed()).any(is_unclear) {
        return;
    }
    for at in manifest.competencies.iter().filter(|at| !used.contains(at.value.id.as_str())) {
        let what = format!("No question counts for the competency \"{}\". Add one, or take it out.", at.value.id);
        notes.warning(at.line, what);
    }
}
