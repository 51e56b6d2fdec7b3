//! What `workbench pack check` asks: is this folder, or this one file, good?

use std::{ffi::OsStr, path::Path};

use workbench_domain::problem::Problem;

use crate::{
    disk::{self, File},
    kit::KitFile,
    notes::{self, Notes},
    pack,
    question::QuestionFile,
};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// How many questions are good.
    pub questions: usize,
    /// How many kits are good.
    pub kits: usize,
    /// Every problem, in the order of files and lines.
    pub problems: Vec<Problem>,
}

/// Checks a pack's folder, its `pack.toml`, or one question or kit file.
///
/// One file is checked against the `pack.toml` beside it (above it, for a file in `kits`), and alone where there is none.
#[must_use]
pub fn check(path: &Path) -> Checked {
    if path.is_dir() || path.file_name() == Some(OsStr::new("pack.toml")) {
        let reading = pack::read(disk::folder(path));
        let problems = notes::problems(reading.notes);
        return Checked { questions: reading.questions, kits: reading.kits, problems };
    }
    let parent = path.parent().unwrap_or(Path::new(""));
    // A relative path may not name the folder that it starts from.
    let is_kit = std::path::absolute(path).is_ok_and(|path| path.parent().is_some_and(|p| p.ends_with("kits")));
    let root = if is_kit { parent.join("..") } else { parent.join(".") };
    let mut found = Vec::new();
    if root.join("pack.toml").is_file() {
        let prefix = if is_kit { "kits/" } else { "" };
        let place = Notes::new(&format!("{prefix}{}", disk::name_of(path))).file;
        let reading = pack::read(disk::folder(&root));
        let has_pack = reading.pack.is_some();
        found.extend(reading.notes.into_iter().filter(|notes| notes.file == place));
        if !has_pack {
            let mut beside = Notes::new("pack.toml");
            beside
                .warning(1, "This pack.toml cannot be used, so the file was not checked against it. Check it as well.");
            found.insert(0, beside);
        }
        if found.iter().any(|notes| notes.file == place) {
            return one(is_kit, found);
        }
    }
    let file = File::alone(path);
    found.push(if is_kit { KitFile::read(file).notes } else { QuestionFile::read(file).notes });
    one(is_kit, found)
}

fn one(is_kit: bool, notes: Vec<Notes>) -> Checked {
    let good = usize::from(!notes.iter().any(Notes::failed));
    let (questions, kits) = if is_kit { (0, good) } else { (good, 0) };
    Checked { questions, kits, problems: notes::problems(notes) }
}
