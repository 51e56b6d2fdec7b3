//! Closing: the page keeps what is being typed, then destroys the window itself. A page that cannot must not hold the
//! person captive.

use std::sync::{
    Mutex, PoisonError,
};

use tauri::{AppHandle, CloseRequestApi, Manager as _};

use crate::MAIN;

/// Remembers that closing was asked for.
#[derive(Default)]
pub(crate) struct Closing(Mutex<bool>);

/// Closing was asked for. The first time the page is given the chance to keep what is typed; asked again while the window
/// is still there, the person means it.
pub(crate) fn asked(app: &AppHandle, api: &CloseRequestApi) {
    let closing = app.state::<Closing>();
    let mut before = closing.0.lock().unwrap_or_else(PoisonError::into_inner);
    if std::mem::replace(&mut *before, true) {
        if let Some(window) = app.get_webview_window(MAIN) {
            let _ = window.destroy();
        }
    } else {
        // Without a page that listens (it never loaded), nothing would ever destroy the window: Tauri closes it then.
        let _ = api;
    }
}

/// Shows the window to someone who started the workbench a second time.
pub(crate) fn bring_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}
