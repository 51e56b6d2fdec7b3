//! What the development host is started with.

use std::path::PathBuf;

/// The command line.
pub(crate) struct Options {
    /// The data folder.
    pub data: PathBuf,
    /// The built page.
    pub ui: PathBuf,
    /// The port; 0 for any that is free.
    pub port: u16,
    /// Where "save" dialogs save.
    pub saves: PathBuf,
    /// Whether to make the sample round first.
    pub demo: bool,
    /// Whether there is a keychain, which is played.
    pub keychain: bool,
}

const USAGE: &str = "usage: workbench-devhost --data DIR --ui DIR [--port N] [--saves DIR] [--demo] [--keychain]";

/// Reads the command line.
pub(crate) fn read(given: impl Iterator<Item = String>) -> Result<Options, String> {
    let (mut data, mut ui, mut saves, mut port, mut demo, mut keychain) = (None, None, None, 0, false, false);
    let mut given = given;
    while let Some(argument) = given.next() {
        let mut value = || given.next().ok_or_else(|| format!("{argument} needs a value; {USAGE}"));
        match argument.as_str() {
            "--data" => data = Some(PathBuf::from(value()?)),
            "--ui" => ui = Some(PathBuf::from(value()?)),
            "--saves" => saves = Some(PathBuf::from(value()?)),
            "--port" => port = value()?.parse().map_err(|_| format!("--port takes a number; {USAGE}"))?,
            "--demo" => demo = true,
            "--keychain" => keychain = true,
            _ => return Err(format!("{argument} is not known; {USAGE}")),
        }
    }
    let (Some(data), Some(ui)) = (data, ui) else { return Err(USAGE.to_owned()) };
    Ok(Options { saves: saves.unwrap_or_else(|| data.join("saves")), data, ui, port, demo, keychain })
}
