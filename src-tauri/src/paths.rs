//! What the window is started with, and the little that the system wants to know before it opens.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use workbench_app::disk::data_folder;

/// The command line of the window.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// The data folder; the default one when left out.
    pub data: Option<PathBuf>,
    /// Only print this and go.
    pub print: Option<&'static str>,
}

const USAGE: &str = "Usage: interview-workbench [--data DIR] [--help] [--version]";
const VERSION: &str = concat!("interview-workbench ", env!("CARGO_PKG_VERSION"));

/// What the program was called with, if it is to be `workbench`: its own first argument then says so, and goes.
pub(crate) fn command_line(given: impl IntoIterator<Item = OsString>) -> Option<Vec<OsString>> {
    let mut given = given.into_iter().skip(1);
    (given.next()? == "--command-line").then(|| std::iter::once("workbench".into()).chain(given).collect())
}

/// Reads the command line of the window.
pub(crate) fn arguments(given: impl IntoIterator<Item = OsString>) -> Result<Arguments, String> {
    let mut arguments = Arguments::default();
    let mut given = given.into_iter().skip(1);
    while let Some(argument) = given.next() {
        match argument.to_str() {
            Some("--data") => match given.next() {
                Some(folder) if !folder.is_empty() => arguments.data = Some(folder.into()),
                _ => return Err(format!("--data needs a folder. {USAGE}")),
            },
            Some("--version") => arguments.print = Some(VERSION),
            Some("--help") => arguments.print = Some(USAGE),
            Some(text) if text.starts_with("--data=") => arguments.data = Some(text["--data=".len()..].into()),
            _ => return Err(format!("The argument {} is not known. {USAGE}", argument.display())),
        }
    }
    Ok(arguments)
}

/// A bus name for each data folder, so that each has its own one window: a second start with the same folder brings the
/// first window forward.
pub(crate) fn bus_name(data: Option<&Path>) -> String {
    let folder = data_folder(data.map(Path::to_path_buf)).map(|(folder, _)| folder).unwrap_or_default();
    let absolute = std::path::absolute(&folder).unwrap_or(folder);
    // A folder that is not there yet has no canonical path; its parent has one.
    let canonical = absolute.canonicalize().or_else(|_| {
        let parent = absolute.parent().unwrap_or(&absolute).canonicalize()?;
        Ok::<_, std::io::Error>(parent.join(absolute.file_name().unwrap_or_default()))
    });
    let path = canonical.unwrap_or(absolute);
    // FNV-1a, 64 bits: a name, not a secret; it must only be the same for the same folder in every build.
    let hash = path
        .as_os_str()
        .as_encoded_bytes()
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    format!("app.interview_workbench.folder_{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Arguments, String> {
        arguments(line.split(' ').map(OsString::from))
    }

    #[test]
    fn the_data_folder_can_be_named() {
        let named = Ok(Arguments { data: Some("x".into()), print: None });
        assert_eq!(read("w --data x"), named);
        assert_eq!(read("w --data=x"), named);
        assert_eq!(read("w"), Ok(Arguments::default()));
        assert!(read("w --data").is_err());
        assert!(read("w --dat x").unwrap_err().contains("--dat is not known"));
    }

    #[test]
    fn the_command_line_is_asked_for_first_of_all() {
        let given = |line: &str| command_line(line.split(' ').map(OsString::from));
        assert_eq!(
            given("w --command-line --data x demo"),
            Some(["workbench", "--data", "x", "demo"].map(OsString::from).into())
        );
        assert_eq!(given("w --command-line"), Some(vec!["workbench".into()]));
        assert_eq!(given("w --data --command-line"), None, "a folder may be called anything");
        assert_eq!(given("w"), None);
    }

    #[test]
    fn one_folder_has_one_bus_name() {
        let folder = std::env::temp_dir();
        assert_eq!(bus_name(Some(&folder)), bus_name(Some(&folder.join("."))));
        assert_ne!(bus_name(Some(&folder)), bus_name(Some(&folder.join("other"))));
    }
}
