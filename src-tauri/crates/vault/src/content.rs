//! The key file as bytes: format 1 holds the key bare, format 2 holds wraps.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::{Key, Tries, Wrapped, hex::Hex};

/// The newest format that this version knows.
pub const FORMAT: u32 = 2;

/// What a key file says.
#[derive(Clone)]
#[allow(clippy::large_enum_variant)] // there is one at a time
pub enum KeyFile {
    /// The key lies there readable, and the file says so.
    Bare(Bare),
    /// The key is wrapped.
    Wrapped {
        /// The wraps.
        wrapped: Wrapped,
        /// Wrong tries.
        tries: Tries,
        /// Whether a person locked it: it stays so through a restart, and the keychain does not open it by itself.
        locked: bool,
        /// Only while the store is being moved to its new key: what the file said before.
        moving: Option<Bare>,
    },
}

/// A bare key.
#[derive(Clone)]
pub struct Bare {
    /// The key.
    pub key: Key,
    /// Whether the store was made with this key already.
    pub store_made: bool,
}

/// Why bytes are not a key file of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileRefused {
    /// It cannot be read as one.
    #[error("damaged")]
    Damaged,
    /// A later version of the product wrote it.
    #[error("of format {0}")]
    Newer(u32),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BareContent {
    format: u32,
    protection: Unprotected,
    data_key: Hex<32>,
    /// SHA-256 of the key's text, to tell a damaged key from a damaged store: SQLite reports both alike.
    check: String,
    store_made: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Unprotected {
    Unprotected,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrappedContent {
    format: u32,
    protection: Protection,
    keys: Wrapped,
    tries: Tries,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    locked: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    moving: Option<BareContent>,
}

/// For who reads the file; what opens it is said by the wraps.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Protection {
    Passphrase,
    Keychain,
}

impl KeyFile {
    /// Reads a key file.
    ///
    /// # Errors
    /// [`KeyFileRefused`].
    pub fn read(bytes: &[u8]) -> Result<Self, KeyFileRefused> {
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        let damaged = |_| KeyFileRefused::Damaged;
        match serde_json::from_slice::<Format>(bytes).map_err(damaged)?.format {
            1 => Ok(Self::Bare(serde_json::from_slice::<BareContent>(bytes).map_err(damaged)?.bare()?)),
            FORMAT => {
                let content: WrappedContent = serde_json::from_slice(bytes).map_err(damaged)?;
                let moving = content.moving.map(|content| content.bare()).transpose()?;
                Ok(Self::Wrapped { wrapped: content.keys, tries: content.tries, locked: content.locked, moving })
            }
            0 => Err(KeyFileRefused::Damaged),
            newer => Err(KeyFileRefused::Newer(newer)),
        }
    }

    /// The bytes to write. They are wiped when dropped, since they may hold a bare key.
    #[must_use]
    pub fn write(&self) -> Zeroizing<Vec<u8>> {
        let written = match self {
            Self::Bare(bare) => serde_json::to_vec_pretty(&BareContent::of(bare)),
            Self::Wrapped { wrapped, tries, locked, moving } => serde_json::to_vec_pretty(&WrappedContent {
                format: FORMAT,
                protection: if wrapped.has_passphrase() { Protection::Passphrase } else { Protection::Keychain },
                keys: wrapped.clone(),
                tries: tries.clone(),
                locked: *locked,
                moving: moving.as_ref().map(BareContent::of),
            }),
        };
        // Only a map with keys that are no text could fail, and there is none.
        Zeroizing::new(written.unwrap_or_default())
    }
}

impl BareContent {
    fn of(bare: &Bare) -> Self {
        let check = check(&bare.key);
        let data_key = Hex(*bare.key);
        Self { format: 1, protection: Unprotected::Unprotected, data_key, check, store_made: bare.store_made }
    }

    fn bare(&self) -> Result<Bare, KeyFileRefused> {
        let key = Key::new(self.data_key.0);
        if check(&key) != self.check || self.format != 1 {
            return Err(KeyFileRefused::Damaged);
        }
        Ok(Bare { key, store_made: self.store_made })
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn check(key: &Key) -> String {
    let text = Zeroizing::new(hexadecimal(&**key));
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests;
