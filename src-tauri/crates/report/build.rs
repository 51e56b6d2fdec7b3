//! Lists the words of each file of labels for `src/labels/mod.rs`: adding a language is adding a file.

use std::{env, error::Error, fmt::Write, fs, path::Path};

#[path = "src/labels/read.rs"]
mod read;

use read::Read;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/labels/read.rs");
    println!("cargo::rerun-if-changed=labels");
    let mut files = Vec::new();
    for entry in fs::read_dir("labels")? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
    files.sort();
    let mut list = String::from("&[\n");
    for path in files {
        let tag = path.file_stem().and_then(|name| name.to_str()).ok_or("a file's name is not UTF-8")?;
        let texts = read::read(&fs::read_to_string(&path)?).map_err(|cause| format!("{}: {cause}", path.display()))?;
        writeln!(list, "({tag:?}, &[")?;
        for (key, text) in texts {
            match text {
                Read::One(text) => writeln!(list, "    ({key:?}, Text::One({text:?})),")?,
                Read::Forms(forms) => writeln!(list, "    ({key:?}, Text::Forms(&{forms:?})),")?,
            }
        }
        list.push_str("]),\n");
    }
    list.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("labels.rs"), list)?;
    Ok(())
}
