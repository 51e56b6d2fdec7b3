//! Questions in and out: a folder of TOML files becomes questions and kits; `import` reads what people keep questions in
//! (Markdown, tables, JSON, TOML), and `export` writes it.
//!
//! Packs come from outside. Every reader here gives what it could read together with the problems it found; a problem
//! names its file and line and says what to do, and one bad question never loses the others.
//!
//! A folder is read in three steps: `disk` (bytes, with limits), `manifest`/`question`/`kit` (each file alone) and
//! `pack` (what the files say about each other).

mod check;
mod disk;
mod drill;
pub mod export;
mod fields;
pub mod import;
mod kit;
mod manifest;
mod notes;
mod pack;
mod question;
mod references;
mod shipped;
mod source;
mod words;

#[cfg(test)]
mod tests;

use std::path::Path;

use workbench_domain::{
    drill::Drill,
    kit::{KitContent, Role},
    problem::Problem,
    question::Question,
};

pub use check::{Checked, check};
pub use shipped::{shipped, shipped_mark};

/// The newest format of pack files that this version reads.
pub const FORMAT: u32 = 1;

/// Everything that one folder of question files holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// The pack's id, the first half of the ids in it.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its version, as its authors write it.
    pub version: String,
    /// The language of its texts, such as `en`.
    pub language: String,
    /// The job that it is for, with the competencies.
    pub role: Role,
    /// The questions in the pack's order.
    pub questions: Vec<Question>,
    /// The kits in the order of their files' names, each with the questions it names.
    pub kits: Vec<KitContent>,
    /// The drills, in the order of the questions.
    pub drills: Vec<Drill>,
}

/// Reads the pack in a folder; the path of its `pack.toml` does as well.
///
/// Gives the pack with all that could be read, or none where `pack.toml` itself cannot be used, and every problem found.
#[must_use]
pub fn read_folder(path: &Path) -> (Option<Pack>, Vec<Problem>) {
    let reading = pack::read(disk::folder(path));
    (reading.pack, notes::problems(reading.notes))
}
