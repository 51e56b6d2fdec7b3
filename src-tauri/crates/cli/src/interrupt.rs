//! Ctrl+C, and a script that ends this: at once, but for a file that is just being written.

use std::sync::Once;

use workbench_app::disk::nothing_is_written;

/// From now on the process ends so, whatever else it is doing or waiting for.
pub(crate) fn heed() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // A thread of its own: that of the work may be waiting for somebody to type. Without it, all is as the system has it.
        let _ = std::thread::Builder::new().name("interrupt".to_owned()).spawn(wait);
    });
}

fn wait() {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_io().build() else { return };
    if let Ok(code) = runtime.block_on(asked_to_end()) {
        let _held = nothing_is_written();
        std::process::exit(code);
    }
}

/// Returns the exit code that tells why.
#[cfg(unix)]
async fn asked_to_end() -> std::io::Result<i32> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    tokio::select! {
        _ = interrupt.recv() => Ok(130),
        _ = terminate.recv() => Ok(143),
    }
}

/// Returns the exit code that tells why.
#[cfg(not(unix))]
async fn asked_to_end() -> std::io::Result<i32> {
    tokio::signal::ctrl_c().await.map(|()| 130)
}
