//! The key file: the store's data key, bare or wrapped.
//!
//! A protected store's key lies in its key file only as *wraps*: sealed copies (XChaCha20-Poly1305), each opened by one
//! way in. One way is a passphrase, stretched by Argon2id with the cost that stands beside it; one is a random secret that the
//! system's keychain keeps; the third is a recovery key that was shown once. Every wrap binds what stands beside it, and a seal
//! under the data key binds the whole file, so that an edited file is told from a wrong passphrase. The file keeps the recovery
//! key and at least one of the other two at all times: there is no function here that takes the last of them away.
//!
//! Pure: no file, no clock and no chance of its own. What it holds of secrets in memory is wiped when dropped.

mod content;
mod cost;
mod hex;
mod recovery;
mod seal;
mod signing;
mod tries;
mod wrapped;

pub use content::{Bare, FORMAT, KeyFile, KeyFileRefused};
pub use cost::Cost;
pub use recovery::{RecoveryKey, RecoveryRefused};
pub use signing::{SigningKey, is_signed};
pub use tries::Tries;
pub use wrapped::{
    LastWay, PASSPHRASE_MIN, PassphraseRefused, UnlockRefused, Way, Wrapped, check_passphrase, keychain_secret,
};

/// The data key: 32 random bytes, wiped from memory when dropped.
pub type Key = zeroize::Zeroizing<[u8; 32]>;

/// Fills bytes by chance, or says why it cannot.
pub type Fill<'a, E> = &'a dyn Fn(&mut [u8]) -> Result<(), E>;
