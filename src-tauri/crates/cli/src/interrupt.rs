//! Ctrl+C, and a script that ends this: at once, but for a file that is just being written, and for long work that can be
//! stopped, which leaves nothing half done.

use std::sync::{
    Once,
    atomic::{AtomicBool, AtomicU8, Ordering},
};

use workbench_app::disk::nothing_is_written;

/// Whether long work is under way that ends when it is asked to.
static WORKING: AtomicBool = AtomicBool::new(false);
/// The exit code of whoever asked this to end; 0 until then.
static ASKED: AtomicU8 = AtomicU8::new(0);

/// From now on the process ends so, whatever else it is doing or waiting for.
pub(crate) fn heed() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // A thread of its own: that of the work may be waiting for somebody to type. Without it, all is as the system has it.
        let _ = std::thread::Builder::new().name("interrupt".to_owned()).spawn(wait);
    });
}

/// Long work, which looks whether it is to end.
pub(crate) struct Working;

/// From now on until that is dropped, a first signal ends the work and not the process.
pub(crate) fn working() -> Working {
    WORKING.store(true, Ordering::SeqCst);
    Working
}

impl Working {
    /// Whether somebody asked it to end.
    pub fn is_to_end(&self) -> bool {
        code().is_some()
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        WORKING.store(false, Ordering::SeqCst);
    }
}

/// The exit code that tells who asked this to end; none where nobody did.
pub(crate) fn code() -> Option<u8> {
    Some(ASKED.load(Ordering::SeqCst)).filter(|code| *code > 0)
}

fn wait() {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_io().build() else { return };
    while let Ok(code) = runtime.block_on(asked_to_end()) {
        // Whoever asks twice wants it now.
        let again = ASKED.swap(code, Ordering::SeqCst) > 0;
        if again || !WORKING.load(Ordering::SeqCst) {
            let _held = nothing_is_written();
            // Not as usual: what cleans up at an exit would take from the other threads what they are using.
            signal_hook::low_level::exit(code.into());
        }
    }
}

/// Returns the exit code that tells why.
#[cfg(unix)]
async fn asked_to_end() -> std::io::Result<u8> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    tokio::select! {
        _ = interrupt.recv() => Ok(130),
        _ = terminate.recv() => Ok(143),
    }
}

/// Returns the exit code that tells why.
#[cfg(not(unix))]
async fn asked_to_end() -> std::io::Result<u8> {
    tokio::signal::ctrl_c().await.map(|()| 130)
}
