//! The data key: 32 random bytes in `keys.json` beside the store.
//!
//! Until the store's own protection exists the key lies there bare, and the file says so: `"protection":
//! "unprotected"`. Whoever can read the file can read the data.

use std::{fs, io::ErrorKind, path::Path};

use serde::{Deserialize, Serialize};
use workbench_domain::canonical;
use workbench_store::DataKey;

use crate::{
    deps::{Chance, Keys, OpenedKey},
    disk,
    failure::{Code, Failure},
};

/// How the data key is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Protection {
    /// Not at all: the key lies readable beside the store.
    Unprotected,
}

#[derive(Serialize, Deserialize)]
struct KeyFileContent {
    format: u32,
    protection: Protection,
    /// The key in hexadecimal.
    data_key: String,
    /// SHA-256 of the key's text, to tell a damaged key from a damaged store: SQLite reports both alike.
    check: String,
    /// Whether the store was made with this key already.
    store_made: bool,
}

/// Keys kept in `keys.json`, readable by its owner alone (mode 0600).
pub struct KeyFile;

const FORMAT: u32 = 1;
const NAME: &str = "keys.json";

impl Keys for KeyFile {
    fn open(&self, folder: &Path, chance: &dyn Chance) -> Result<OpenedKey, Failure> {
        let content = match fs::read(folder.join(NAME)) {
            Ok(bytes) => read(folder, &bytes)?,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                if crate::database_path(folder).exists() {
                    return Err(refuse(
                        folder,
                        "is missing, so the data beside it cannot be read. Put keys.json back from a copy of the folder",
                    ));
                }
                let mut bytes = [0; 32];
                chance.fill(&mut bytes)?;
                let data_key: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
                let check = canonical::hash_bytes(data_key.as_bytes());
                let content = KeyFileContent {
                    format: FORMAT,
                    protection: Protection::Unprotected,
                    data_key,
                    check,
                    store_made: false,
                };
                write(folder, &content)?;
                content
            }
            Err(error) => return Err(refuse(folder, &format!("cannot be read: {}", disk::reason(&error)))),
        };
        let key = parse(&content.data_key)
            .filter(|_| canonical::hash_bytes(content.data_key.as_bytes()) == content.check)
            .ok_or_else(|| refuse(folder, "is damaged. Put it back from a copy of the folder"))?;
        Ok(OpenedKey { key: DataKey::new(key), protection: content.protection, store_made: content.store_made })
    }

    fn store_made(&self, folder: &Path) -> Result<(), Failure> {
        let bytes = fs::read(folder.join(NAME))
            .map_err(|error| refuse(folder, &format!("cannot be read: {}", disk::reason(&error))))?;
        let content = read(folder, &bytes)?;
        write(folder, &KeyFileContent { store_made: true, ..content })
    }
}

fn read(folder: &Path, bytes: &[u8]) -> Result<KeyFileContent, Failure> {
    #[derive(Deserialize)]
    struct Format {
        format: u32,
    }
    let damaged = || refuse(folder, "is damaged. Put it back from a copy of the folder");
    let Format { format } = serde_json::from_slice(bytes).map_err(|_| damaged())?;
    if format > FORMAT {
        return Err(refuse(
            folder,
            &format!("has format {format}, and this version knows {FORMAT}. Install the newer version"),
        ));
    }
    serde_json::from_slice(bytes).map_err(|_| damaged())
}

fn write(folder: &Path, content: &KeyFileContent) -> Result<(), Failure> {
    let json = serde_json::to_vec_pretty(content).map_err(Failure::bug)?;
    disk::write_whole(&folder.join(NAME), &json, true)
        .map_err(|error| refuse(folder, &format!("cannot be written: {}", disk::reason(&error))))
}

fn parse(text: &str) -> Option<[u8; 32]> {
    let mut key = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (byte, at) in key.iter_mut().zip((0..).step_by(2)) {
        *byte = u8::from_str_radix(&text[at..at + 2], 16).ok()?;
    }
    Some(key)
}

fn refuse(folder: &Path, what: &str) -> Failure {
    Failure::new(
        Code::CannotOpen,
        format!("The key file {} {what}. Nothing was changed.", crate::disk::path_words(&folder.join(NAME))),
    )
}
