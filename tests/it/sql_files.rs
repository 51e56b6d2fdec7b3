//! SQL stands in files beside their noun in the store, and nowhere else. That every file is used and can be prepared is
//! tested in the store.

use std::fs;

use support::{root, tracked_files};

#[test]
fn sql_is_written_in_sql_files_of_the_store_alone() {
    let statement = ["SELECT ", "INSERT INTO ", "INSERT OR ", "DELETE FROM ", "CREATE TABLE ", "ALTER TABLE ", " SET "];
    let mut looked_at = 0;
    for name in tracked_files() {
        // The store's own machinery (pragmas, the migrator, the move to a fresh key, and backups, the rescue and what is held about a
        // person, whose tables have no fixed names) and its tests may speak SQL; nothing else in the product may.
        let product = name.starts_with("src-tauri/") && name.ends_with(".rs");
        let machinery = ["backup", "erase.rs", "erase/", "person", "rescue", "restore"]
            .map(|part| format!("src-tauri/crates/store/src/{part}"));
        let allowed = machinery.iter().any(|part| name.starts_with(part))
            || name.starts_with("src-tauri/crates/store/src/migrate")
            || name.starts_with("src-tauri/crates/store/src/moving")
            || name.contains("/store/tests/");
        if !product || allowed {
            continue;
        }
        looked_at += 1;
        let code = fs::read_to_string(root().join(&name)).unwrap();
        let product = code.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
        for (number, line) in (1..).zip(product) {
            let quoted = line.split('"').skip(1).step_by(2).any(|text| statement.iter().any(|s| text.starts_with(s)));
            assert!(!quoted, "{name}:{number} writes SQL; put it in a .sql file of the store");
        }
    }
    assert!(looked_at > 50, "only {looked_at} files were found");
}

#[test]
fn statements_name_their_columns_and_parameters() {
    for (name, text) in workbench_store::sql_files() {
        let code: String =
            text.lines().map(|line| line.split("--").next().unwrap_or("")).collect::<Vec<_>>().join("\n");
        assert!(!code.contains('?'), "{name}: a parameter by position; give it a name");
        assert!(!code.contains("SELECT *") && !code.contains(".*"), "{name}: rows are read by name; list the columns");
        assert!(text.ends_with('\n') && !text.starts_with('\n'), "{name}: ends with one line end");
    }
}
