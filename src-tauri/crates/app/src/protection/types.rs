//! What is asked and answered about the protection.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::protection::Secret;

/// How the store is protected now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProtectionState {
    /// It is not: whoever can read the files can read the data.
    Unprotected,
    /// It is, and it was not opened yet.
    Locked,
    /// It is, and it was opened.
    Unlocked,
}

/// How the store is protected.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Protection {
    /// How it is now.
    pub state: ProtectionState,
    /// Whether a passphrase opens it.
    pub passphrase: bool,
    /// Whether the system's keychain opens it.
    pub keychain: bool,
    /// Whether the keychain can be used now: to keep the key, or, where it keeps it, to open the data.
    pub keychain_ready: bool,
    /// Why it cannot, in a sentence.
    pub keychain_trouble: Option<String>,
    /// Seconds until the next try, after several wrong ones.
    pub wait_seconds: u32,
}

/// Protects an unprotected store, by one way or both. The answer has the recovery key.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProtectionBegin {
    /// Whose laptop it is, at the first start: refused before anything is moved, 1 to 200 characters.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub name: Option<String>,
    /// At least 10 characters.
    #[serde(default)]
    #[ts(optional = nullable, type = "string")]
    pub passphrase: Option<Secret>,
    /// Whether the system's keychain keeps the key.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub keychain: bool,
}

/// A recovery key, which is shown this once.
#[derive(Clone, Serialize, TS)]
pub struct RecoveryKeyMade {
    /// Seven groups of five signs.
    pub recovery_key: String,
}

/// Writes a recovery key to a file that a person chose.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecoveryKeySave {
    /// As it was shown.
    #[ts(type = "string")]
    pub recovery_key: Secret,
    /// Where.
    pub path: String,
}

/// Where it was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecoveryKeySaved {
    /// The file.
    pub path: String,
}

/// One of the ways in.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StoreUnlock {
    /// The passphrase.
    #[serde(default)]
    #[ts(optional = nullable, type = "string")]
    pub passphrase: Option<Secret>,
    /// The recovery key, in its place.
    #[serde(default)]
    #[ts(optional = nullable, type = "string")]
    pub recovery_key: Option<Secret>,
    /// The system's keychain, in its place; to change something, only where there is no passphrase.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub keychain: bool,
}

/// Another passphrase, or a first one where the keychain alone opened it; the recovery key stays.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PassphraseChange {
    /// The passphrase until now.
    #[serde(default)]
    #[ts(optional = nullable, type = "string")]
    pub passphrase: Option<Secret>,
    /// The recovery key, where the passphrase is forgotten.
    #[serde(default)]
    #[ts(optional = nullable, type = "string")]
    pub recovery_key: Option<Secret>,
    /// The system's keychain, where there is no passphrase.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub keychain: bool,
    /// The passphrase from now on; at least 10 characters.
    #[ts(type = "string")]
    pub new_passphrase: Secret,
}
