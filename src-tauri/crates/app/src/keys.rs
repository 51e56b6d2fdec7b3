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
            Err(error) => Err(unread(folder, &error)),
        }
    }

    fn write(&self, folder: &Path, content: &KeyFile) -> Result<(), Failure> {
        disk::write_whole(&folder.join(NAME), &content.write(), true)
            .map_err(|error| refuse(folder, &format!("cannot be written: {}", disk::reason(&error))))
    }
}

/// Why the key file that is there was not read, and what to do.
fn unread(folder: &Path, error: &std::io::Error) -> Failure {
    let todo = if error.kind() == ErrorKind::PermissionDenied { format!(". {}", disk::LET_IN) } else { String::new() };
    refuse(folder, &format!("cannot be read: {}{todo}", disk::not_read(error)))
}

/// A failure of the key file, which is named.
pub(crate) fn refuse(folder: &Path, what: &str) -> Failure {
    Failure::new(
        Code::CannotOpen,
        format!("The key file {} {what}. Nothing was changed.", disk::path_words(&folder.join(NAME))),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_that_may_not_be_read_is_named_with_what_to_do() {
        let folder = tempfile::tempdir().unwrap();
        let barred = unread(folder.path(), &ErrorKind::PermissionDenied.into());
        assert_eq!(barred.code, Code::CannotOpen);
        let begin = format!(
            "The key file {} cannot be read: you are not allowed to read it. ",
            folder.path().join(NAME).display()
        );
        assert!(barred.message.starts_with(&begin) && barred.message.contains("chmod 600"), "{barred}");
        assert!(!barred.message.contains("write"), "nothing was to be written: {barred}");
        // What is no question of permissions is not answered with them.
        fs::create_dir(folder.path().join(NAME)).unwrap();
        let other = KeyFolder.read(folder.path()).map(drop).unwrap_err();
        assert!(other.message.contains("keys.json cannot be read: it is a folder. Nothing"), "{other}");
    }
}
