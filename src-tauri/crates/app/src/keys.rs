//! The key file on the disk: `keys.json` beside the store, readable by its owner alone (mode 0600), written whole.

use std::{fs, io::ErrorKind, path::Path};

use workbench_vault::{FORMAT, KeyFile, KeyFileRefused};

use crate::{
    deps::Keys,
    disk,
    failure::{Code, Failure},
};

/// Keys kept in `keys.json`.
pub struct KeyFolder;

pub(crate) const NAME: &str = "keys.json";

impl Keys for KeyFolder {
    fn read(&self, folder: &Path) -> Result<Option<KeyFile>, Failure> {
        match fs::read(folder.join(NAME)) {
            Ok(bytes) => {
                let bytes = zeroize::Zeroizing::new(bytes);
                KeyFile::read(&bytes).map(Some).map_err(|refused| match refused {
                    KeyFileRefused::Damaged => refuse(folder, "is damaged. Put it back from a copy of the folder"),
                    KeyFileRefused::Newer(format) => refuse(
                        folder,
                        &format!("has format {format}, and this version knows {FORMAT}. Install the newer version"),
                    ),
                })
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(refuse(folder, &format!("cannot be read: {}", disk::reason(&error)))),
        }
    }

    fn write(&self, folder: &Path, content: &KeyFile) -> Result<(), Failure> {
        disk::write_whole(&folder.join(NAME), &content.write(), true)
            .map_err(|error| refuse(folder, &format!("cannot be written: {}", disk::reason(&error))))
    }
}

/// A failure of the key file, which is named.
pub(crate) fn refuse(folder: &Path, what: &str) -> Failure {
    Failure::new(
        Code::CannotOpen,
        format!("The key file {} {what}. Nothing was changed.", disk::path_words(&folder.join(NAME))),
    )
}
