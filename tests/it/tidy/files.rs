//! Sizes, names, first lines, and what must never be committed.

use std::fs;

use support::{root, tracked_files};

/// Files that may be longer, each with its reason.
const LONG: &[(&str, &str)] = &[("src-tauri/crates/app/src/contract.rs", "one table of every command")];

fn read(name: &str) -> Option<String> {
    String::from_utf8(fs::read(root().join(name)).unwrap()).ok()
}

#[test]
fn files_stay_short_or_give_a_reason() {
    for name in tracked_files() {
        let limit = if name.ends_with(".rs") {
            400
        } else if name.ends_with(".svelte") {
            250
        } else {
            continue;
        };
        let lines = read(&name).unwrap().lines().count();
        let reason = LONG.iter().find(|(long, _)| *long == name);
        assert!(
            lines <= limit || reason.is_some(),
            "{name} has {lines} lines, {limit} at most: split it, or say why not"
        );
        assert!(lines > limit || reason.is_none(), "{name} is short enough now: take it out of LONG");
    }
}

#[test]
fn every_rust_file_says_first_what_it_is() {
    // The tests of one module, beside it, are about that module.
    let beside = |name: &str| name.contains("/src/tests/") || name.ends_with("/tests.rs");
    for name in tracked_files().into_iter().filter(|name| name.ends_with(".rs") && !beside(name)) {
        let text = read(&name).unwrap();
        assert!(text.starts_with("//! "), "{name} begins without a //! line that says what it is");
    }
}

#[test]
fn names_say_what_a_thing_is() {
    const EMPTY: [&str; 6] = ["manager", "helper", "util", "common", "service", "misc"];
    for name in tracked_files() {
        let stem = name.rsplit('/').next().unwrap().to_lowercase();
        let folder = name.to_lowercase();
        for word in EMPTY {
            let named = stem.contains(word) || folder.split('/').any(|part| part == word || part == format!("{word}s"));
            assert!(!named, "{name}: \"{word}\" says nothing; name it after the noun it is about");
        }
    }
}

#[test]
fn what_is_fetched_comes_from_the_known_registries() {
    let lock = read("Cargo.lock").unwrap();
    let sources: Vec<&str> = lock.lines().filter(|line| line.starts_with("source = ")).collect();
    assert!(sources.len() > 100);
    for source in sources {
        assert_eq!(source, "source = \"registry+https://github.com/rust-lang/crates.io-index\"", "in Cargo.lock");
    }
    let page = read("package-lock.json").unwrap();
    assert!(!page.contains("\"resolved\""), "package-lock.json names download addresses: keep .npmrc as it is");
    for (place, text) in [("package-lock.json", &page), ("package.json", &read("package.json").unwrap())] {
        assert!(!text.contains("git+") && !text.contains("\"file:"), "{place}: only packages of the npm registry");
    }
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    // Put together here, so that this file does not find itself.
    let places: Vec<String> = ["home", "root", "work", "Users"].iter().map(|top| format!("/{top}/")).collect();
    let temporary = format!("/{}/", "tmp");
    for name in tracked_files() {
        let Some(text) = read(&name) else { continue };
        for (number, line) in (1..).zip(text.lines()) {
            for place in &places {
                // A web address may have such a part; a path begins after a space, a quote or the like.
                let path = line
                    .match_indices(place.as_str())
                    .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || ".-_*~$})]".contains(c)));
                assert!(!path, "{name}:{number} names a folder of one machine: {line}");
            }
            let tests = name.starts_with("tests/") || name.contains("/tests");
            assert!(tests || !line.contains(&temporary), "{name}:{number} names the system's temporary folder: {line}");
        }
    }
}

#[test]
fn nothing_made_or_private_is_committed() {
    for name in tracked_files() {
        let made = ["target/", "node_modules/", "ui/dist", "gen/", "permissions/", "demo/", "dist/"];
        assert!(!made.iter().any(|folder| name.starts_with(folder)), "{name} is made by a build: ignore it");
        let private =
            name.ends_with("keys.json") || name.ends_with(".pem") || name.ends_with(".db") || name.ends_with("-wal");
        assert!(!private || name.starts_with("tests/fixtures/"), "{name} looks like someone's data or key");
        let size = fs::metadata(root().join(&name)).unwrap().len();
        assert!(size < 2_000_000, "{name} has {size} bytes; what is that large does not belong here");
    }
}
