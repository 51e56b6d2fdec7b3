//! What a person brings to the window from outside, where the web view keeps it from the page: a picture that is pasted,
//! files that are dropped. The page names no path: it gets what was pasted or dropped last, and nothing else.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use serde::Serialize;
use tauri::{AppHandle, Manager as _, State};
use workbench_app::import::IMPORT_BYTES_MAX;

/// Files that were dropped and that the page has not taken yet.
#[derive(Default)]
pub(crate) struct Dropped(Mutex<Vec<PathBuf>>);

/// A file that was dropped.
#[derive(Serialize)]
pub(crate) struct DroppedFile {
    /// Its name, without its folder.
    name: String,
    /// Its size in bytes.
    size: u64,
    /// Its bytes in base64; none for a folder, for what cannot be read, and for what is too large for everything.
    bytes: Option<String>,
}

/// Larger files are not read, in bytes: nothing takes them.
const MOST: u64 = IMPORT_BYTES_MAX;

/// Keeps what was dropped until the page takes it.
pub(crate) fn keep(app: &AppHandle, paths: &[PathBuf]) {
    let dropped = app.state::<Dropped>();
    paths.clone_into(&mut dropped.0.lock().unwrap_or_else(PoisonError::into_inner));
}

/// The files that were dropped last. Asked again, there are none.
#[tauri::command]
pub(crate) async fn take_dropped(dropped: State<'_, Dropped>) -> Result<Vec<DroppedFile>, ()> {
    let paths = std::mem::take(&mut *dropped.0.lock().unwrap_or_else(PoisonError::into_inner));
    let read = tauri::async_runtime::spawn_blocking(move || paths.iter().map(|path| read(path)).collect());
    Ok(read.await.unwrap_or_default())
}

fn read(path: &Path) -> DroppedFile {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let found = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file);
    let size = found.map_or(0, |found| found.len());
    let bytes = (1..=MOST).contains(&size).then(|| std::fs::read(path).ok()).flatten();
    DroppedFile { name, size, bytes: bytes.map(|bytes| base64(&bytes)) }
}

/// The picture in the clipboard as PNG in base64; none where it holds none, and where the web view gives it to the page
/// itself. The page asks when a person pastes.
#[tauri::command]
pub(crate) async fn pasted_picture(app: AppHandle) -> Option<String> {
    from_clipboard(&app).await
}

#[cfg(not(target_os = "linux"))]
async fn from_clipboard(_: &AppHandle) -> Option<String> {
    None
}

/// `WebKitGTK` 2.50 tells the page of a paste, but of no picture in it (WebKit bug 218519).
#[cfg(target_os = "linux")]
async fn from_clipboard(app: &AppHandle) -> Option<String> {
    use gtk::gdk::{Atom, SELECTION_CLIPBOARD};

    let (tell, mut told) = tauri::async_runtime::channel(1);
    // GTK lives in the main thread; it answers when the program that has the picture has handed it over.
    let asked = app.run_on_main_thread(move || {
        let clipboard = gtk::Clipboard::get(&SELECTION_CLIPBOARD);
        clipboard.request_contents(&Atom::intern("image/png"), move |_, picture| {
            let _ = tell.try_send(picture.data());
        });
    });
    asked.ok()?;
    let bytes = told.recv().await.filter(|bytes| !bytes.is_empty())?;
    tauri::async_runtime::spawn_blocking(move || base64(&bytes)).await.ok()
}

/// Bytes as the contract carries them (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    use base64::{Engine as _, prelude::BASE64_STANDARD};
    BASE64_STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_file_comes_with_its_bytes_and_a_folder_or_a_large_one_without() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            read(&path)
        };
        let board = write("board.png", b"abc");
        assert_eq!((board.name.as_str(), board.size, board.bytes.as_deref()), ("board.png", 3, Some("YWJj")));
        let large = folder.path().join("large.png");
        std::fs::File::create(&large).unwrap().set_len(MOST + 1).unwrap();
        let large = read(&large);
        assert_eq!((large.size, large.bytes), (MOST + 1, None));
        for path in [folder.path().to_path_buf(), folder.path().join("gone.png")] {
            let none = read(&path);
            assert_eq!((none.size, none.bytes), (0, None), "{}", path.display());
        }
    }
}
