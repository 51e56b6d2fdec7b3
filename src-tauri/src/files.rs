//! Files that a person chooses: where to save, and opening what was just saved.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Duration,
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
    /// Shows a file among the others of its folder, in the system's file manager; its folder alone where none can do more.
    fn show(&self, path: &Path) -> Result<(), String> {
        // On Linux it asks org.freedesktop.FileManager1 on the session bus, then the desktop's portal.
        tauri_plugin_opener::reveal_item_in_dir(path).or_else(|error| match path.parent() {
            Some(folder) => self.open(folder),
            None => Err(error.to_string()),
        })
    }
}

/// How long a file manager may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);

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

impl Exports {
    /// Refuses every path at which nothing was written since the start.
    fn knows(&self, path: &PathBuf) -> Result<(), Failure> {
        if self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(path) {
            return Ok(());
        }
        Err(Failure::new(Code::NotFound, "That file was not exported since the workbench was started."))
    }
}

/// Opens a file or a folder that was written since the start.
#[tauri::command]
pub(crate) async fn open_exported(exports: State<'_, Exports>, path: PathBuf) -> Result<(), Failure> {
    exports.knows(&path)?;
    FILES.open(&path).map_err(|reason| not_shown(&path, "opened", &reason))
}

/// Shows a file that was written since the start among the files of its folder.
#[tauri::command]
pub(crate) async fn show_exported(exports: State<'_, Exports>, path: PathBuf) -> Result<(), Failure> {
    exports.knows(&path)?;
    let asked = path.clone();
    let showing = tauri::async_runtime::spawn_blocking(move || FILES.show(&asked));
    let shown = match tokio::time::timeout(PATIENCE, showing).await {
        Ok(ended) => ended.map_err(Failure::bug)?,
        Err(_) => Err("the file manager does not answer".to_owned()),
    };
    shown.map_err(|reason| not_shown(&path, "shown", &reason))
}

fn not_shown(path: &Path, what: &str, reason: &str) -> Failure {
    let path = workbench_app::disk::path_words(path);
    Failure::new(Code::Conflict, format!("{path} was written, but cannot be {what} from here: {reason}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_written_since_the_start_is_opened_or_shown() {
        let exports = Exports::default();
        exports.0.lock().unwrap().push("/a/packet.pdf".into());
        assert_eq!(exports.knows(&"/a/packet.pdf".into()), Ok(()));
        for other in ["/a", "/a/other.pdf", "/a/b/../packet.pdf", "packet.pdf", ""] {
            assert_eq!(exports.knows(&other.into()).unwrap_err().code, Code::NotFound, "{other}");
        }
    }

    #[test]
    fn a_suggested_name_is_never_a_path() {
        assert_eq!(one_name("2026-11-22 Ana packet.pdf"), "2026-11-22 Ana packet.pdf");
        assert_eq!(one_name("../../x.pdf"), "x.pdf");
        assert_eq!(one_name(".."), "export.pdf");
    }
}
