//! Folders: of a pack, or of files with questions.

use std::{
    fs,
    path::{Path, PathBuf},
};

use workbench_domain::{
    import::{Format, IMPORT_BYTES_MAX},
    question::Question,
};

use super::{Imported, Options, QUESTIONS_MAX, Waiting, file, identity, identity::Ids};
use crate::{
    disk::{self, File},
    notes::{self, Notes},
    pack,
    words::size,
};

/// Folders within folders are followed so deep, and so many files are read.
const DEPTH_MAX: usize = 8;
const FILES_MAX: usize = 10_000;

const EXTENSIONS: [&str; 8] = ["md", "markdown", "csv", "tsv", "json", "jsonl", "ndjson", "toml"];

/// Files that stand beside questions and hold none.
const NOT_QUESTIONS: [&str; 10] = [
    "license",
    "licence",
    "contributing",
    "code_of_conduct",
    "changelog",
    "security",
    "package",
    "package-lock",
    "tsconfig",
    "cargo",
];

pub(super) fn read(path: &Path, options: &Options, waiting: &mut Waiting<'_>) -> Option<Imported> {
    let is_pack = path.file_name().is_some_and(|name| name == "pack.toml") || path.join("pack.toml").is_file();
    if is_pack { Some(pack(path)) } else { files(path, options, waiting) }
}

fn pack(path: &Path) -> Imported {
    let reading = pack::read(disk::folder(path));
    let problems = notes::problems(reading.notes);
    match reading.pack {
        Some(pack) => Imported {
            format: Some(Format::Toml),
            places: pack.questions.iter().map(place_of).collect(),
            questions: pack.questions,
            role: Some(pack.role),
            kits: pack.kits,
            problems,
            ..Imported::default()
        },
        None => Imported { format: Some(Format::Toml), problems, ..Imported::default() },
    }
}

/// What a question's file in the folder of a pack is called, without its ending.
fn stem_of(question: &Question) -> &str {
    question.id.as_str().rsplit('/').next().unwrap_or_default()
}

fn place_of(question: &Question) -> String {
    format!("{}.toml:1", stem_of(question))
}

/// One question's file from the folder of a pack, where the pack says what its section is and how its id begins.
pub(super) fn of_pack(path: &Path, options: &Options) -> Option<Imported> {
    let parent = path.parent()?;
    let beside = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
    if options.format.is_some_and(|format| format != Format::Toml)
        || path.extension()? != "toml"
        || !beside.join("pack.toml").is_file()
    {
        return None;
    }
    let stem = path.file_stem()?.to_str()?;
    let mut imported = pack(beside);
    let of_file = format!("{}:", disk::name_of(path));
    imported.questions.retain(|question| stem_of(question) == stem);
    imported.places = imported.questions.iter().map(place_of).collect();
    imported.problems.retain(|problem| problem.place.starts_with(&of_file));
    (imported.role, imported.kits) = (None, Vec::new());
    (!imported.questions.is_empty() || !imported.problems.is_empty()).then_some(imported)
}

/// What a path is called as a source: a file that has the name that every project's has is called as its folder.
pub(super) fn source(path: &Path) -> String {
    let name = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let own = name(path);
    if !matches!(own.to_ascii_lowercase().as_str(), "readme" | "index") {
        return own;
    }
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    whole.parent().map(name).filter(|name| !name.is_empty()).unwrap_or(own)
}

fn files(path: &Path, options: &Options, waiting: &mut Waiting<'_>) -> Option<Imported> {
    let mut of_folder = Notes::new(&crate::words::plain(&disk::name_of(path)));
    let mut list = Vec::new();
    collect(path, 0, &mut list, &mut of_folder);
    list.sort();
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let name = options.source.clone().unwrap_or_else(|| disk::name_of(&whole));
    let source = identity::source_of(&name);
    let mut ids = Ids::of(&source);
    let (mut left, mut all) = (IMPORT_BYTES_MAX, Vec::new());
    let mut imported = Imported::default();
    for (number, path_of_file) in list.iter().enumerate() {
        if !waiting(number, list.len()) {
            return None;
        }
        let shown = path_of_file.strip_prefix(path).unwrap_or(path_of_file).to_string_lossy().replace('\\', "/");
        let mut one = File::read_up_to(path_of_file, &shown, left.max(1), &mut left);
        if let Some(bytes) = one.bytes.take() {
            let mut part = file(&bytes, &mut one.notes, &mut ids, options);
            if part.questions.is_empty() && !one.notes.failed() {
                one.notes.warning(1, "No question was found in this file.");
            }
            imported.questions.append(&mut part.questions);
            imported.places.append(&mut part.places);
            imported.columns.append(&mut part.columns);
        }
        all.push(one.notes);
        if left == 0 || imported.questions.len() > QUESTIONS_MAX {
            let most = size(IMPORT_BYTES_MAX);
            of_folder.error(1, format!("This folder holds more than {QUESTIONS_MAX} questions or {most}. Import its folders one by one; nothing of it was taken."));
            imported.questions.clear();
            imported.places.clear();
            break;
        }
    }
    if list.is_empty() && !of_folder.failed() {
        of_folder
            .error(1, "This folder holds no Markdown, CSV, JSON or TOML file. Choose the folder with the questions.");
    }
    all.insert(0, of_folder);
    imported.problems = notes::problems(all);
    imported.repeated = ids.repeated;
    Some(imported)
}

fn collect(folder: &Path, depth: usize, list: &mut Vec<PathBuf>, notes: &mut Notes) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) => {
            return notes.error(
                1,
                format!(
                    "This folder cannot be read: {}. Look at its permissions.",
                    crate::words::plain(&e.to_string())
                ),
            );
        }
    };
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().to_lowercase());
        // A link is not followed: it may lead back here.
        let Ok(kind) = entry.file_type() else { continue };
        if name.starts_with('.') || name == "node_modules" {
            continue;
        }
        if kind.is_dir() && depth < DEPTH_MAX {
            collect(&path, depth + 1, list, notes);
        } else if kind.is_file() {
            let (stem, extension) = name.rsplit_once('.').unwrap_or((&name, ""));
            if EXTENSIONS.contains(&extension) && !NOT_QUESTIONS.contains(&stem) {
                list.push(path);
            }
        }
        if list.len() > FILES_MAX {
            list.clear();
            return notes.error(
                1,
                format!("This folder has more than {FILES_MAX} files. Choose the folder with the questions alone."),
            );
        }
    }
}
