//! Files that a person chooses: where to save, and opening what was just saved.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use serde_json::Value;
use tauri::{AppHandle, State};
use workbench_app::{
    contract::Command,
    failure::{Code, Failure},
};

use crate::door::Door;

/// What was exported since the start: the only files that the page may ask to open.
#[derive(Default)]
pub(crate) struct Exports(Mutex<Vec<PathBuf>>);

/// What the shell asks of the person, or of a script in tests.
trait Files {
    /// Where to save; none when the person thinks better of it.
    fn save(&self, app: &AppHandle, suggested: &str) -> Option<PathBuf>;
    /// Which folder; none when the person thinks better of it.
    fn folder(&self, app: &AppHandle) -> Option<PathBuf>;
    /// Shows a file in the program that the person uses for it.
    fn open(&self, path: &Path) -> Result<(), String>;
}

#[cfg(not(feature = "scripted-files"))]
struct Dialogs;

#[cfg(not(feature = "scripted-files"))]
impl Files for Dialogs {
    fn save(&self, app: &AppHandle, suggested: &str) -> Option<PathBuf> {
        use tauri_plugin_dialog::DialogExt as _;
        let mut dialog = app.dialog().file().set_title("Save as").set_file_name(suggested);
        if let Some(ending) = Path::new(suggested).extension().and_then(|ending| ending.to_str()) {
            dialog = dialog.add_filter(ending.to_uppercase(), &[ending]);
        }
        dialog.blocking_save_file()?.into_path().ok()
    }

    fn folder(&self, app: &AppHandle) -> Option<PathBuf> {
        use tauri_plugin_dialog::DialogExt as _;
        app.dialog().file().set_title("Choose a folder").blocking_pick_folder()?.into_path().ok()
    }

    fn open(&self, path: &Path) -> Result<(), String> {
        tauri_plugin_opener::open_path(path, None::<&str>).map_err(|error| error.to_string())
    }
}

/// Answers from a script: `WORKBENCH_SCRIPTED_FILES` names a folder; files are saved in it under the suggested name, and
/// each request is a line of `asked.txt` there. A file `cancel` in it makes the next dialog end without an answer.
#[cfg(feature = "scripted-files")]
struct Script;

#[cfg(feature = "scripted-files")]
impl Script {
    fn place() -> Option<PathBuf> {
        std::env::var_os("WORKBENCH_SCRIPTED_FILES").map(PathBuf::from)
    }

    fn record(line: &str) {
        use std::io::Write as _;
        let file = Self::place().and_then(|folder| {
            std::fs::OpenOptions::new().append(true).create(true).open(folder.join("asked.txt")).ok()
        });
        if let Some(mut file) = file {
            let _ = writeln!(file, "{line}");
        }
    }
}

#[cfg(feature = "scripted-files")]
impl Files for Script {
    fn save(&self, _: &AppHandle, suggested: &str) -> Option<PathBuf> {
        Self::record(&format!("save {suggested}"));
        let folder = Self::place()?;
        if std::fs::remove_file(folder.join("cancel")).is_ok() {
            return None;
        }
        Some(folder.join(suggested))
    }

    fn folder(&self, _: &AppHandle) -> Option<PathBuf> {
        Self::record("folder");
        Self::place()
    }

    fn open(&self, path: &Path) -> Result<(), String> {
        Self::record(&format!("open {}", path.display()));
        Ok(())
    }
}

#[cfg(not(feature = "scripted-files"))]
const FILES: Dialogs = Dialogs;
#[cfg(feature = "scripted-files")]
const FILES: Script = Script;

/// Asks the person where to save, then runs a command that writes there. Answers nothing when they cancel.
#[tauri::command]
pub(crate) async fn call_saving(
    app: AppHandle,
    door: State<'_, Door>,
    exports: State<'_, Exports>,
    name: String,
    json: String,
    suggested: String,
) -> Result<Option<String>, Failure> {
    if !Command::find(&name).is_some_and(|command| command.saves_file) {
        return Err(Failure::invalid(format!("{name} writes no file.")));
    }
    let mut request: Value = serde_json::from_str(&json)
        .map_err(|error| Failure::invalid(format!("The request for {name} cannot be read: {error}.")))?;
    // Waiting for a person must not hold up the notes of an interview.
    let asked = tauri::async_runtime::spawn_blocking(move || {
        // Where no file is suggested, it is about a folder.
        if suggested.is_empty() { FILES.folder(&app) } else { FILES.save(&app, &one_name(&suggested)) }
    })
    .await;
    let Some(path) = asked.map_err(Failure::bug)? else { return Ok(None) };
    request["path"] = serde_json::to_value(&path).map_err(|_| {
        Failure::new(Code::CannotWrite, "The name of that place is not readable text. Choose another place.")
    })?;
    let answer = door.app().await?.call(&name, &request.to_string()).await?;
    exports.0.lock().unwrap_or_else(PoisonError::into_inner).push(path);
    Ok(Some(answer))
}

/// A suggested name is a name, never a path.
fn one_name(suggested: &str) -> String {
    let name = Path::new(suggested).file_name().and_then(|name| name.to_str());
    name.unwrap_or("export.pdf").to_owned()
}

/// Shows a file that was exported since the start.
#[tauri::command]
pub(crate) async fn open_exported(exports: State<'_, Exports>, path: PathBuf) -> Result<(), Failure> {
    let known = exports.0.lock().unwrap_or_else(PoisonError::into_inner).contains(&path);
    if !known {
        return Err(Failure::new(Code::NotFound, "That file was not exported since the workbench was started."));
    }
    FILES.open(&path).map_err(|reason| {
        Failure::new(
            Code::CannotWrite,
            format!("{} cannot be opened here: {reason}.", workbench_app::disk::path_words(&path)),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggested_name_is_never_a_path() {
        assert_eq!(one_name("2026-11-22 Ana packet.pdf"), "2026-11-22 Ana packet.pdf");
        assert_eq!(one_name("../../x.pdf"), "x.pdf");
        assert_eq!(one_name(".."), "export.pdf");
    }
}
