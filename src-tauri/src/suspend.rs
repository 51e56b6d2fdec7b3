//! Locks the data before the laptop sleeps: who opens the lid again may be somebody else. logind says when, and waits a
//! moment for who asked it to.

use std::{thread, time::Duration};

use tauri::{AppHandle, Emitter as _, Manager as _};
use zbus::{
    blocking::{Connection, Proxy},
    zvariant::OwnedFd,
};

use crate::door::Door;

/// What the page is told; it saves what was typed and locks.
const SLEEPING: &str = "sleeping";
/// How long it may take: logind waits 5 seconds where nobody set it otherwise (logind.conf(5), `InhibitDelayMaxSec`).
const AT_MOST: Duration = Duration::from_secs(4);
const STEP: Duration = Duration::from_millis(50);

/// Listens on a thread of its own until the program ends. A system without logind is left as it is.
pub(crate) fn watch(app: AppHandle) {
    let started = thread::Builder::new().name("suspend".to_owned()).spawn(move || drop(listen(&app)));
    drop(started);
}

fn listen(app: &AppHandle) -> zbus::Result<()> {
    const LOGIND: &str = "org.freedesktop.login1";
    let bus = Connection::system()?;
    let logind = Proxy::new(&bus, LOGIND, "/org/freedesktop/login1", "org.freedesktop.login1.Manager")?;
    let signals = logind.receive_signal("PrepareForSleep")?;
    // Held until the data is locked; closing it lets the laptop sleep.
    let mut delay = hold(&logind);
    for signal in signals {
        if signal.body().deserialize::<bool>()? {
            lock(app);
            delay = None;
        } else if delay.is_none() {
            delay = hold(&logind);
        }
    }
    Ok(())
}

fn hold(logind: &Proxy<'_>) -> Option<OwnedFd> {
    logind.call("Inhibit", &("sleep", "Interview Workbench", "Locks the data", "delay")).ok()
}

/// Asks the page, since it holds what was typed last, and waits until it has locked.
fn lock(app: &AppHandle) {
    if app.emit(SLEEPING, ()).is_err() {
        return;
    }
    let is_open = || {
        let door = app.state::<Door>();
        tauri::async_runtime::block_on(door.is_unlocked())
    };
    let mut waited = Duration::ZERO;
    while waited < AT_MOST && is_open() {
        thread::sleep(STEP);
        waited += STEP;
    }
}
