//! Lists the shipped pack's files for `src/shipped.rs`. The list names them relative to this crate, so that no path of
//! the machine that builds it is kept anywhere.

use std::{env, error::Error, fmt::Write, fs, path::Path};

const PACK: &str = "../../../questions/senior-python";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={PACK}");
    let mut names = toml_files("")?;
    names.extend(toml_files("kits/")?);
    names.extend(toml_files("drills/")?);
    let mut list = String::from("&[\n");
    for name in names {
        let path = format!("/{PACK}/{name}");
        writeln!(list, "    ({name:?}, include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))),")?;
    }
    list.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("shipped_files.rs"), list)?;
    Ok(())
}

/// The names of the TOML files in one folder of the pack, in order, with the folder in front.
fn toml_files(folder: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let path = Path::new(PACK).join(folder);
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(path)? {
        let name = entry?.file_name().into_string().map_err(|name| format!("{name:?} is not UTF-8"))?;
        if name.ends_with(".toml") && !name.starts_with('.') {
            names.push(format!("{folder}{name}"));
        }
    }
    names.sort();
    Ok(names)
}
