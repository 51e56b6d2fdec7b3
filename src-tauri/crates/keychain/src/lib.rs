//! The system's keychain: Secret Service on Linux (GNOME's keyring, KDE's wallet, `KeePassXC`), the keychain of macOS, the
//! Credential Manager of Windows. It keeps one secret for each key file; what that secret opens it does not know.
//!
//! The only crate that names a keychain of a system. Nothing here waits for ever: a keychain that does not answer is one that
//! is not there. Without leave it shows nobody a question either: a locked one is said to be locked.

#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod system;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod system;
#[cfg(target_os = "windows")]
#[path = "windows.rs"]
mod system;
#[cfg(not(any(target_os = "linux", target_os = "macos", target_os = "windows")))]
#[path = "none.rs"]
mod system;

use std::{sync::mpsc, thread, time::Duration};

use keyring_core::{Entry, Error};
use zeroize::{Zeroize as _, Zeroizing};

/// A secret: 32 bytes, wiped from memory when dropped.
pub type Secret = Zeroizing<[u8; 32]>;

/// Under which name the secrets stand; people see it where the system lists what it keeps.
const SERVICE: &str = "Interview Workbench";
/// How long a keychain may take that asks nobody.
const AT_ONCE: Duration = Duration::from_secs(5);
/// How long a person may take to open it.
const ASKED: Duration = Duration::from_secs(90);

/// Why the keychain does not help. Each is a sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// There is none, or none that can keep anything.
    #[error("This computer has no keychain that answers.")]
    Absent,
    /// It waits for its own password.
    #[error("This computer's keychain is locked.")]
    Locked,
    /// It is there and does not have this secret.
    #[error("This computer's keychain does not have the key of this data (any more).")]
    Missing,
    /// What it has under that name is no secret of ours.
    #[error("This computer's keychain holds another key than that of this data.")]
    Another,
    /// It did not do it.
    #[error("This computer's keychain did not answer as it should ({0}).")]
    Failed(String),
}

/// Whether a secret could be kept now, without a question to anybody.
///
/// # Errors
/// [`Trouble`].
pub fn look() -> Result<(), Trouble> {
    timely(AT_ONCE, system::look)
}

/// Gives the secret of that name. `ask` lets the system ask its person to open a locked keychain.
///
/// # Errors
/// [`Trouble`].
pub fn get(name: &str, ask: bool) -> Result<Secret, Trouble> {
    let name = name.to_owned();
    timely(if ask { ASKED } else { AT_ONCE }, move || {
        open(ask)?;
        secret_of(entry(&name)?.get_secret().map_err(trouble)?)
    })
}

/// Keeps a secret under that name, in the place of the one that was there, and reads it back.
///
/// # Errors
/// [`Trouble`].
pub fn put(name: &str, secret: &Secret) -> Result<(), Trouble> {
    let (name, secret) = (name.to_owned(), secret.clone());
    timely(ASKED, move || {
        open(true)?;
        let entry = entry(&name)?;
        entry.set_secret(&*secret).map_err(trouble)?;
        let back = secret_of(entry.get_secret().map_err(trouble)?)?;
        if *back == *secret { Ok(()) } else { Err(Trouble::Another) }
    })
}

/// Forgets the secret of that name. That there is none is no trouble.
///
/// # Errors
/// [`Trouble`].
pub fn remove(name: &str) -> Result<(), Trouble> {
    let name = name.to_owned();
    timely(AT_ONCE, move || {
        open(false)?;
        match entry(&name)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(trouble(error)),
        }
    })
}

/// A locked one is no trouble for who may ask.
fn open(ask: bool) -> Result<(), Trouble> {
    match system::look() {
        Err(Trouble::Locked) if ask => Ok(()),
        looked => looked,
    }
}

fn entry(name: &str) -> Result<Entry, Trouble> {
    let store = system::store().map_err(trouble)?;
    store.build(SERVICE, name, None).map_err(trouble)
}

fn secret_of(mut bytes: Vec<u8>) -> Result<Secret, Trouble> {
    let secret = <[u8; 32]>::try_from(bytes.as_slice()).map(Secret::new).map_err(|_| Trouble::Another);
    bytes.zeroize();
    secret
}

/// In words of ours; the system's own say what a person could look up. None of them has a secret in it: the errors that do
/// carry bytes are named and not printed.
fn trouble(error: Error) -> Trouble {
    match error {
        Error::NoEntry => Trouble::Missing,
        Error::NoStorageAccess(_) => Trouble::Locked,
        Error::Ambiguous(_) | Error::BadEncoding(_) | Error::BadDataFormat(..) => Trouble::Another,
        Error::NoDefaultStore | Error::NotSupportedByStore(_) => Trouble::Absent,
        other => Trouble::Failed(other.to_string()),
    }
}

/// Does it on a thread of its own, which is left to itself when it takes too long: a question that nobody answers.
fn timely<T: Send + 'static>(
    limit: Duration,
    job: impl FnOnce() -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    let (done, answer) = mpsc::channel();
    let started = thread::Builder::new().name("keychain".to_owned()).spawn(move || drop(done.send(job())));
    started.map_err(|error| Trouble::Failed(error.to_string()))?;
    match answer.recv_timeout(limit) {
        Ok(answer) => answer,
        Err(_) => Err(Trouble::Absent),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_keychain_that_never_answers_is_not_waited_for() {
        let (never, waits) = mpsc::channel::<()>();
        let answer = timely(Duration::from_millis(50), move || {
            let _ = waits.recv();
            Ok(())
        });
        assert_eq!(answer, Err(Trouble::Absent));
        drop(never);
        let broken =
            timely(Duration::from_secs(60), || -> Result<(), Trouble> { std::panic::resume_unwind(Box::new(())) });
        assert_eq!(broken, Err(Trouble::Absent), "nor one whose thread ended");
    }

    #[test]
    fn what_is_no_secret_of_ours_is_said_and_never_printed() {
        assert_eq!(secret_of(vec![1; 31]), Err(Trouble::Another));
        assert!(secret_of(vec![1; 32]).is_ok());
        for error in [Error::BadEncoding(vec![77, 78]), Error::BadDataFormat(vec![77, 78], "why".into())] {
            let said = trouble(error);
            assert!(said == Trouble::Another && !format!("{said} {said:?}").contains("77"));
        }
    }
}
