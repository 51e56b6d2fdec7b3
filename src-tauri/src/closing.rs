//! Closing: the page keeps what is being typed, then destroys the window itself. A page that cannot must not hold the
//! person captive.

use std::{
    ops::RangeInclusive,
    sync::{Mutex, PoisonError},
    time::Instant,
};

use tauri::{AppHandle, Manager as _};

use crate::MAIN;

/// How long after the first request a second one is meant, in seconds: not the other half of a double click, and not
/// another day's closing after the page had refused.
const MEANT: RangeInclusive<u64> = 3..=60;

/// Remembers when closing was last asked for.
#[derive(Default)]
pub(crate) struct Closing(Mutex<Option<Instant>>);

/// Closing was asked for. The page listens, keeps what is typed and destroys the window itself; without a page that
/// listens Tauri closes it at once. When the window is still there and the person asks again, they mean it.
pub(crate) fn asked(app: &AppHandle) {
    // Only the time between two clicks, which no test needs to fix.
    #[allow(clippy::disallowed_methods)]
    let now = Instant::now();
    let closing = app.state::<Closing>();
    let before = closing.0.lock().unwrap_or_else(PoisonError::into_inner).replace(now);
    let meant = before.is_some_and(|before| MEANT.contains(&now.duration_since(before).as_secs()));
    if let Some(window) = app.get_webview_window(MAIN).filter(|_| meant) {
        let _ = window.destroy();
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
