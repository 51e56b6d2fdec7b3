//! Lists the files of labels for `src/labels/mod.rs`: adding a language is adding a file. The list names them relative to
//! this crate, so that no path of the machine that builds it is kept anywhere.

use std::{env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=labels");
    let mut tags = Vec::new();
    for entry in fs::read_dir("labels")? {
        let name = entry?.file_name().into_string().map_err(|name| format!("{name:?} is not UTF-8"))?;
        tags.extend(name.strip_suffix(".toml").map(str::to_owned));
    }
    tags.sort();
    let mut list = String::from("&[\n");
    for tag in tags {
        writeln!(list, "    ({tag:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/labels/{tag}.toml\"))),")?;
    }
    list.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("labels.rs"), list)?;
    Ok(())
}
