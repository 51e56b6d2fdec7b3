//! The pack that is part of the program.

use std::sync::LazyLock;

use workbench_domain::{canonical, problem::Problem};

use crate::{
    Pack,
    disk::{File, Folder},
    notes, pack,
};

/// Name and content of each file, written by `build.rs`.
static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/shipped_files.rs"));

static SHIPPED: LazyLock<Pack> = LazyLock::new(|| {
    let (pack, problems) = read();
    // A test reads it in every build, so this never happens in one that a person gets.
    pack.unwrap_or_else(|| unreachable!("the shipped pack cannot be read: {problems:?}"))
});

/// The pack that is part of the program: questions for a senior Python developer.
#[must_use]
pub fn shipped() -> &'static Pack {
    &SHIPPED
}

/// What tells this program's pack from another version's, without reading it: SHA-256 of its files and of the program's
/// version, in lower-case hexadecimal (64 characters).
#[must_use]
pub fn shipped_mark() -> String {
    let mut all = env!("CARGO_PKG_VERSION").as_bytes().to_vec();
    for (name, bytes) in FILES {
        for part in [name.as_bytes(), bytes] {
            all.extend(part.len().to_be_bytes());
            all.extend(part);
        }
    }
    canonical::hash_bytes(&all)
}

/// The shipped files, read like those of any other pack.
pub(crate) fn read() -> (Option<Pack>, Vec<Problem>) {
    let mut folder = Folder::default();
    for (name, bytes) in FILES {
        let file = File::embedded(name, bytes);
        match *name {
            "pack.toml" => folder.manifest = Some(file),
            name if name.starts_with("kits/") => folder.kits.push(file),
            name if name.starts_with("drills/") => folder.drills.push(file),
            _ => folder.questions.push(file),
        }
    }
    let reading = pack::read(folder);
    (reading.pack, notes::problems(reading.notes))
}
