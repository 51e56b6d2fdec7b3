//! Folders that are written whole or not at all.

use std::{
    fs,
    io::{ErrorKind, Write as _},
    path::Path,
};

use super::sync_folder;

/// Makes a folder whole: its files are written and synced in a temporary folder beside it, which is then renamed. An empty
/// folder that is there already is taken.
pub(super) fn write(path: &Path, files: &[(String, Vec<u8>)]) -> std::io::Result<()> {
    if fs::symlink_metadata(path).is_ok() {
        // Fails unless it is an empty folder.
        fs::remove_dir(path).map_err(|error| match error.kind() {
            ErrorKind::NotADirectory => ErrorKind::AlreadyExists.into(),
            _ => error,
        })?;
    }
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let mut temporary = tempfile::Builder::new();
    temporary.prefix(".").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As with a file: whoever writes it says who else may read it.
        temporary.permissions(fs::Permissions::from_mode(0o700));
    }
    let _writing = super::writing::writing();
    let folder = temporary.tempdir_in(parent)?;
    for (name, bytes) in files {
        let place = folder.path().join(name);
        if let Some(within) = place.parent() {
            fs::create_dir_all(within)?;
        }
        let mut file = owners_alone().create_new(true).open(&place)?;
        file.write_all(bytes)?;
        file.sync_all()?;
    }
    fs::rename(folder.path(), path)?;
    // It is at its place, and no longer a temporary one.
    let _ = folder.keep();
    sync_folder(parent)
}

/// How a file is opened to write, which only its owner may read where it is new.
pub(crate) fn owners_alone() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::{deps::Disk as _, disk::RealDisk, failure::Code};

    #[test]
    fn a_folder_is_written_whole_and_never_over_another() {
        let folder = tempfile::tempdir().unwrap();
        let files = |text: &str| {
            vec![("a.toml".to_owned(), text.as_bytes().to_vec()), ("kits/b.toml".to_owned(), b"b".to_vec())]
        };
        let pack = folder.path().join("pack");
        fs::create_dir(&pack).unwrap();
        RealDisk.write_folder(&pack, &files("one")).unwrap();
        assert_eq!(fs::read_to_string(pack.join("kits/b.toml")).unwrap(), "b");
        for taken in [&pack, &pack.join("a.toml")] {
            let failure = RealDisk.write_folder(taken, &files("two")).unwrap_err();
            assert_eq!(failure.code, Code::CannotWrite);
            assert!(failure.message.contains("Choose another"), "{failure}");
        }
        assert_eq!(fs::read_to_string(pack.join("a.toml")).unwrap(), "one");
        #[cfg(unix)]
        for (name, wanted) in [("", 0o700), ("a.toml", 0o600), ("kits/b.toml", 0o600)] {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(pack.join(name)).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, wanted, "{name}: its owner's alone");
        }
        let broken = vec![("a".to_owned(), Vec::new()), ("a/b".to_owned(), Vec::new())];
        RealDisk.write_folder(&folder.path().join("broken"), &broken).unwrap_err();
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["pack"], "no litter");
    }
}
