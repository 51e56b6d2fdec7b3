//! Brings the page back when the process that draws it dies: a fault of graphics or too little memory ends only that one.
//! What was kept, and what was typed until about a second before, is in the store, and the page opens where it was.

use std::{
    cell::Cell,
    time::{Duration, Instant},
};

use tauri::WebviewWindow;
use webkit2gtk::WebViewExt as _;

/// A page that dies again this soon would only die for ever; its window can still be closed.
const AGAIN: Duration = Duration::from_secs(5);

/// Loads the page again after its process has ended.
pub(crate) fn prepare(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        let before: Cell<Option<Instant>> = Cell::default();
        webview.inner().connect_web_process_terminated(move |view, _| {
            // Only the time between two faults, which no test needs to fix.
            #[allow(clippy::disallowed_methods)]
            let now = Instant::now();
            if before.replace(Some(now)).is_none_or(|before| now.duration_since(before) > AGAIN) {
                view.reload();
            }
        });
    })
}
