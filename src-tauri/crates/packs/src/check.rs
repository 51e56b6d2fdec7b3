//! What `workbench pack check` asks: is this folder, or this one file, good?

use std::{ffi::OsStr, path::Path};

use workbench_domain::problem::Problem;

use crate::{
    disk::{self, File},
    drill::DrillFile,
    kit::KitFile,
    notes::{self, Notes},
    pack,
    question::QuestionFile,
};

/// What one file is, by the folder that it lies in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Question,
    Kit,
    Drill,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// How many questions are good.
    pub questions: usize,
    /// How many kits are good.
    pub kits: usize,
    /// How many drills are good.
    pub drills: usize,
    /// Every problem, in the order of files and lines.
    pub problems: Vec<Problem>,
}

/// Checks a pack's folder, its `pack.toml`, or one question, kit or drill file.
///
/// One file is checked against the `pack.toml` beside it (above it, for a file in `kits` or `drills`), and alone where there is none.
#[must_use]
pub fn check(path: &Path) -> Checked {
    if path.is_dir() || path.file_name() == Some(OsStr::new("pack.toml")) {
        let reading = pack::read(disk::folder(path));
        let problems = notes::problems(reading.notes);
        return Checked { questions: reading.questions, kits: reading.kits, drills: reading.drills, problems };
    }
    let parent = path.parent().unwrap_or(Path::new(""));
    // A relative path may not name the folder that it starts from.
    let within = |folder: &str| {
        std::path::absolute(path).is_ok_and(|path| path.parent().is_some_and(|parent| parent.ends_with(folder)))
    };
    let kind = if within("kits") {
        Kind::Kit
    } else if within("drills") {
        Kind::Drill
    } else {
        Kind::Question
    };
    let root = if kind == Kind::Question { parent.join(".") } else { parent.join("..") };
    let mut found = Vec::new();
    if root.join("pack.toml").is_file() {
        let prefix = match kind {
            Kind::Question => "",
            Kind::Kit => "kits/",
            Kind::Drill => "drills/",
        };
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
            return one(kind, found);
        }
    }
    let file = File::alone(path);
    found.push(match kind {
        Kind::Question => QuestionFile::read(file).notes,
        Kind::Kit => KitFile::read(file).notes,
        Kind::Drill => DrillFile::read(file).notes,
    });
    one(kind, found)
}

fn one(kind: Kind, notes: Vec<Notes>) -> Checked {
    let good = |of: Kind| usize::from(kind == of && !notes.iter().any(Notes::failed));
    let (questions, kits, drills) = (good(Kind::Question), good(Kind::Kit), good(Kind::Drill));
    Checked { questions, kits, drills, problems: notes::problems(notes) }
}
