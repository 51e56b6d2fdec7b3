//! While an interview is live the laptop stays awake: it neither sleeps nor blanks its screen in the middle of a sentence.

use std::sync::{Arc, Mutex, PoisonError};

use keepawake::KeepAwake;
use tauri::State;

/// Holds the laptop awake as long as it holds something.
#[derive(Default)]
pub(crate) struct Awake(Arc<Mutex<Option<KeepAwake>>>);

/// Keeps the laptop awake, or lets it sleep again. Answers whether it is kept awake: a system may not offer that, and then
/// the interview goes on as it is, since everything kept is durable and a sleep counts as a pause.
#[tauri::command]
pub(crate) async fn stay_awake(awake: State<'_, Awake>, on: bool) -> Result<bool, ()> {
    let held = Arc::clone(&awake.0);
    // The system's services are asked over its message bus, in their own time.
    let kept = tauri::async_runtime::spawn_blocking(move || {
        let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
        if !on {
            *held = None;
        } else if held.is_none() {
            // A screen that cannot be kept lit is no reason to let the laptop sleep.
            *held = hold(true).or_else(|_| hold(false)).ok();
        }
        held.is_some()
    });
    // Letting go may fail loudly where the service has gone meanwhile; nothing is held then either.
    Ok(kept.await.unwrap_or(false))
}

fn hold(display: bool) -> keepawake::Result<KeepAwake> {
    keepawake::Builder::default()
        .display(display)
        .idle(true)
        .sleep(true)
        .app_name("Interview Workbench")
        .app_reverse_domain("app.interview-workbench.desktop")
        // Other programs can read this: no name.
        .reason("An interview is running")
        .create()
}
