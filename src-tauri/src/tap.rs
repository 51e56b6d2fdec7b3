//! Only in builds for tests: writes down each call of the page as it arrives and as it is answered, so that a test that
//! kills the program knows what the store had promised. An answer stands in the file before the page can see it.

use std::{
    fs::{File, OpenOptions},
    io::Write as _,
    sync::{
        LazyLock, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use serde_json::{Value, json};

/// The file that `WORKBENCH_TAP` names.
static FILE: LazyLock<Option<Mutex<File>>> = LazyLock::new(|| {
    let path = std::env::var_os("WORKBENCH_TAP")?;
    OpenOptions::new().append(true).create(true).open(path).ok().map(Mutex::new)
});
static CALLS: AtomicU64 = AtomicU64::new(0);

/// A call arrived. Gives its number.
pub(crate) fn asked(name: &str, request: &str) -> u64 {
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    if FILE.is_some() {
        let request: Value = serde_json::from_str(request).unwrap_or_default();
        write(&json!({ "call": call, "asked": name, "request": request }));
    }
    call
}

/// A call was answered.
pub(crate) fn answered(call: u64, name: &str, well: bool) {
    write(&json!({ "call": call, "answered": name, "well": well }));
}

/// One write a line: what the system took outlives the program.
fn write(line: &Value) {
    if let Some(file) = &*FILE {
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = file.write_all(format!("{line}\n").as_bytes());
    }
}
