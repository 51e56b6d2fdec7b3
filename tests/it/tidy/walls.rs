//! Who may depend on whom: `shell → app → {store | packs | intake | exchange | report} → domain`, and which crate names which outside thing.

use std::{collections::BTreeMap, fs};

use support::{root, tracked_files};
use toml::{Table, Value};

/// Each package of the workspace, with the packages of the workspace that it may use when it is built.
const WALLS: &[(&str, &[&str])] = &[
    ("workbench-domain", &[]),
    ("workbench-store", &["workbench-domain"]),
    ("workbench-tabular", &[]),
    ("workbench-packs", &["workbench-domain", "workbench-tabular"]),
    ("workbench-intake", &["workbench-domain", "workbench-tabular"]),
    ("workbench-exchange", &["workbench-domain", "workbench-tabular"]),
    ("workbench-vault", &[]),
    ("workbench-keychain", &[]),
    ("workbench-report", &["workbench-domain"]),
    (
        "workbench-app",
        &[
            "workbench-domain",
            "workbench-store",
            "workbench-packs",
            "workbench-intake",
            "workbench-exchange",
            "workbench-report",
            "workbench-vault",
            "workbench-keychain",
        ],
    ),
    ("workbench-cli", &["workbench-app"]),
    ("interview-workbench", &["workbench-app", "workbench-cli"]),
    (
        "workbench-tests",
        &[
            "workbench-app",
            "workbench-cli",
            "workbench-domain",
            "workbench-packs",
            "workbench-report",
            "workbench-store",
            "workbench-vault",
        ],
    ),
    ("workbench-devhost", &["workbench-app"]),
    ("workbench-e2e", &["workbench-tests"]),
];

/// Outside things that one package alone may name, by the beginning of their names.
const ALONE: &[(&str, &str)] = &[
    ("rusqlite", "workbench-store"),
    ("libsqlite3", "workbench-store"),
    ("argon2", "workbench-vault"),
    ("chacha20poly1305", "workbench-vault"),
    ("keyring", "workbench-keychain"),
    ("zbus-secret", "workbench-keychain"),
    ("apple-native", "workbench-keychain"),
    ("windows-native", "workbench-keychain"),
    ("printpdf", "workbench-report"),
    ("lopdf", "workbench-report"),
    ("encoding_rs", "workbench-tabular"),
    ("chardetng", "workbench-tabular"),
    ("tauri", "interview-workbench"),
    ("clap", "workbench-cli"),
    ("fantoccini", "workbench-e2e"),
];

/// The manifests of the workspace by package name.
fn manifests() -> BTreeMap<String, Table> {
    let files = tracked_files();
    let manifests = files.iter().filter(|name| *name == "Cargo.toml" || name.ends_with("/Cargo.toml"));
    manifests
        .map(|name| {
            let table: Table = fs::read_to_string(root().join(name)).unwrap().parse().unwrap();
            (table["package"]["name"].as_str().unwrap().to_owned(), table)
        })
        .collect()
}

/// The packages named in these tables, through every `[target.….dependencies]` as well.
fn dependencies(manifest: &Table, kinds: &[&str]) -> Vec<String> {
    let tables = std::iter::once(manifest).chain(
        manifest.get("target").and_then(Value::as_table).into_iter().flatten().filter_map(|(_, t)| t.as_table()),
    );
    tables
        .flat_map(|table| kinds.iter().filter_map(|kind| table.get(*kind).and_then(Value::as_table)))
        .flatten()
        .map(|(name, value)| value.get("package").and_then(Value::as_str).unwrap_or(name).to_owned())
        .collect()
}

#[test]
fn crates_depend_only_downwards() {
    let manifests = manifests();
    let known: Vec<&str> = WALLS.iter().map(|(name, _)| *name).collect();
    for (name, manifest) in &manifests {
        let allowed = WALLS.iter().find(|(package, _)| package == name).map(|(_, allowed)| *allowed);
        let allowed = allowed.unwrap_or_else(|| panic!("{name} is new: say in WALLS what it may use"));
        for dependency in dependencies(manifest, &["dependencies", "build-dependencies"]) {
            let ours = known.contains(&dependency.as_str()) || dependency.starts_with("workbench-");
            assert!(!ours || allowed.contains(&dependency.as_str()), "{name} may not depend on {dependency}");
        }
        // A worker's tests may not reach across a wall either.
        for dependency in dependencies(manifest, &["dev-dependencies"]) {
            let ours = dependency.starts_with("workbench-") && dependency != *name;
            assert!(!ours || allowed.contains(&dependency.as_str()), "the tests of {name} may not use {dependency}");
        }
    }
    for name in known {
        assert!(manifests.contains_key(name), "{name} is in WALLS and not in the workspace");
    }
}

#[test]
fn each_outside_thing_is_known_by_one_crate() {
    for (name, manifest) in manifests() {
        for dependency in dependencies(&manifest, &["dependencies", "build-dependencies", "dev-dependencies"]) {
            for (outside, owner) in ALONE {
                let named = dependency.starts_with(outside);
                assert!(!named || name == *owner, "{name} names {dependency}: only {owner} may");
            }
        }
    }
}

/// Every line of code (not of comment) in the Rust files that `wanted` picks, with its place.
fn code(wanted: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for name in tracked_files().into_iter().filter(|name| name.ends_with(".rs") && wanted(name)) {
        let text = fs::read_to_string(root().join(&name)).unwrap();
        let numbered = (1..).zip(text.lines()).filter(|(_, line)| !line.trim_start().starts_with("//"));
        lines.extend(numbered.map(|(number, line)| (format!("{name}:{number}"), line.to_owned())));
    }
    assert!(!lines.is_empty());
    lines
}

#[test]
fn only_paint_names_the_pdf_writer_and_only_the_shell_names_tauri() {
    for (place, line) in code(|name| name.starts_with("src-tauri/crates/report/src/") && !name.contains("/tests")) {
        let paint = place.contains("/paint.rs");
        assert!(paint || !line.contains("printpdf"), "{place}: only paint.rs names the PDF writer: {line}");
        // The finished document is mended in its own terms, and an error may carry its own.
        let parts = ["/paint.rs", "/mend.rs", "/tags.rs", "/attach.rs", "/links.rs"];
        let mends = parts.iter().any(|part| place.contains(part)) || line.contains("lopdf::Error");
        assert!(mends || !line.contains("lopdf"), "{place}: only {parts:?} open the document: {line}");
    }
    for (place, line) in code(|name| name.starts_with("src-tauri/crates/")) {
        assert!(
            !line.contains("tauri::") && !line.contains("use tauri"),
            "{place}: only the shell names tauri: {line}"
        );
        let store = place.starts_with("src-tauri/crates/store/");
        assert!(store || !line.contains("rusqlite"), "{place}: only the store names rusqlite: {line}");
    }
}

#[test]
fn the_domain_does_no_input_or_output_and_asks_nobody_the_time() {
    let outside = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::io",
        "std::time",
        "tokio",
        "Timestamp::now",
        "Zoned::now",
    ];
    for (place, line) in code(|name| name.starts_with("src-tauri/crates/domain/src/")) {
        for thing in outside {
            assert!(!line.contains(thing), "{place}: the domain knows nothing but interviews: {line}");
        }
    }
}

#[test]
fn nothing_asks_the_system_for_time_or_chance_but_deps() {
    let allowed = ["src-tauri/crates/app/src/deps.rs"];
    for (place, line) in code(|name| name.starts_with("src-tauri/") && !name.contains("/tests")) {
        let file = place.split(':').next().unwrap();
        for call in
            ["Timestamp::now(", "Zoned::now(", "SystemTime::now(", "getrandom::", "Uuid::now_v7(", "Uuid::new_v4("]
        {
            assert!(allowed.contains(&file) || !line.contains(call), "{place}: ask Deps instead: {line}");
        }
    }
}
