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
use workbench_app::protection;

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
        write(&json!({ "call": call, "asked": name, "request": told(name, request) }));
    }
    call
}

/// What is written down of a request: nothing where a passphrase, a recovery key or the like may be in it.
fn told(name: &str, request: &str) -> Value {
    if protection::WITH_SECRETS.contains(&name) {
        Value::Null
    } else {
        serde_json::from_str(request).unwrap_or_default()
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_passphrase_and_no_recovery_key_is_written_down() {
        let secret = r#"{"passphrase":"four words that differ","new_passphrase":"x","recovery_key":"AAAAA"}"#;
        for command in ["protection_begin", "store_unlock", "passphrase_change", "recovery_key_make"] {
            assert_eq!(told(command, secret), Value::Null, "{command}");
        }
        assert_eq!(told("entry_save", r#"{"text":"a note"}"#), json!({ "text": "a note" }));
    }
}
