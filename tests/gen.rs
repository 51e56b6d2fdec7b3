//! Writes the page's half of the contract: `make gen`.

use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/ipc/contract/index.ts");
    fs::write(path, workbench_app::typescript::contract())
}
