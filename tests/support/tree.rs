//! The files of a folder, and of the project itself.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The top of the project.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Name and content of every file in a data folder, but for the lock, which says who was there last.
#[must_use]
pub fn snapshot(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    walk(folder, &mut |path| {
        let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        if name != "workbench.lock" {
            found.insert(name, fs::read(path).unwrap());
        }
    });
    found
}

/// Copies a folder with everything in it.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    walk(from, &mut |path| {
        let place = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::copy(path, place).unwrap();
    });
}

fn walk(folder: &Path, found: &mut impl FnMut(&Path)) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() { walk(&path, found) } else { found(&path) }
    }
}

/// The project's own files, relative to its top: what git tracks or would track.
#[must_use]
pub fn tracked_files() -> Vec<String> {
    let listed = Command::new("git")
        .args(["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output();
    let names = match listed {
        Ok(output) if output.status.success() => String::from_utf8(output.stdout).unwrap(),
        // A source archive has no history; then every file but what a build makes.
        _ => {
            let mut names = String::new();
            walk_sources(&root(), &mut names);
            names
        }
    };
    let there = |name: &&str| !name.is_empty() && root().join(name).is_file();
    names.split('\0').filter(there).map(str::to_owned).collect()
}

fn walk_sources(folder: &Path, names: &mut String) {
    const MADE: [&str; 8] = ["target", "node_modules", ".git", "dist", "dist-devhost", "gen", "permissions", "demo"];
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (path, name) = (entry.path(), entry.file_name());
        if MADE.iter().any(|made| name == *made) {
            continue;
        }
        if path.is_dir() {
            walk_sources(&path, names);
        } else {
            names.push_str(path.strip_prefix(root()).unwrap().to_str().unwrap());
            names.push('\0');
        }
    }
}
