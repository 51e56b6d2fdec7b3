//! A data key that lies in its file only as wraps.

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::{Cost, Fill, Key, RecoveryKey, hex::Hex, seal};

/// The fewest characters of a passphrase.
pub const PASSPHRASE_MIN: usize = 10;
/// The most bytes: a limit that no person meets.
const PASSPHRASE_MAX: usize = 4096;

/// Why a passphrase is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseRefused {
    /// Too short.
    #[error(
        "A passphrase has at least {PASSPHRASE_MIN} characters. Four or five words that do not belong together are good."
    )]
    Short,
    /// Too long.
    #[error("A passphrase has at most {PASSPHRASE_MAX} bytes.")]
    Long,
    /// One character again and again.
    #[error("That is one character again and again. Four or five words that do not belong together are good.")]
    Same,
}

/// Why a key file was not opened by what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnlockRefused {
    /// It is not the right one.
    #[error("not the right one")]
    Wrong,
    /// It is the right one, and the file was changed since it was written.
    #[error("changed")]
    Edited,
}

/// Sealed copies of the data key, and what is bound to them.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wrapped {
    /// Which key file this is: a wrap of another one does not fit.
    id: Hex<16>,
    /// The first 16 bytes of the database, which SQLCipher chose by chance: which database this is the key of.
    database: Hex<16>,
    passphrase: ByPassphrase,
    recovery: ByRecovery,
    /// Made with the data key over all above.
    nonce: Hex<24>,
    mark: Hex<16>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ByPassphrase {
    cost: Cost,
    salt: Hex<16>,
    nonce: Hex<24>,
    sealed: Hex<48>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ByRecovery {
    salt: Hex<16>,
    nonce: Hex<24>,
    sealed: Hex<48>,
}

/// Whether a passphrase is long enough to be worth its cost.
///
/// # Errors
/// [`PassphraseRefused`], in words.
pub fn check_passphrase(passphrase: &str) -> Result<(), PassphraseRefused> {
    if passphrase.len() > PASSPHRASE_MAX {
        return Err(PassphraseRefused::Long);
    }
    if passphrase.chars().count() < PASSPHRASE_MIN {
        return Err(PassphraseRefused::Short);
    }
    let first = passphrase.chars().next();
    if passphrase.chars().all(|c| Some(c) == first) { Err(PassphraseRefused::Same) } else { Ok(()) }
}

impl Wrapped {
    /// Wraps the data key of `database` (its first 16 bytes) by a passphrase and by a new recovery key.
    ///
    /// # Errors
    /// What `fill` says.
    pub fn make<E>(
        key: &Key,
        database: [u8; 16],
        passphrase: &str,
        cost: Cost,
        fill: Fill<'_, E>,
    ) -> Result<(Self, RecoveryKey), E> {
        let id = Hex(random(fill)?);
        let printed = RecoveryKey::make(fill)?;
        let mut made = Self {
            id,
            database: Hex(database),
            passphrase: ByPassphrase::make(id, key, passphrase, cost, fill)?,
            recovery: ByRecovery::make(id, key, &printed, fill)?,
            nonce: Hex([0; 24]),
            mark: Hex([0; 16]),
        };
        made.mark(key, fill)?;
        Ok((made, printed))
    }

    /// The same key by another passphrase; the recovery key stays.
    ///
    /// # Errors
    /// What `fill` says.
    pub fn with_passphrase<E>(&self, key: &Key, passphrase: &str, cost: Cost, fill: Fill<'_, E>) -> Result<Self, E> {
        let passphrase = ByPassphrase::make(self.id, key, passphrase, cost, fill)?;
        let mut made = Self { passphrase, ..self.clone() };
        made.mark(key, fill)?;
        Ok(made)
    }

    /// The same key by a new recovery key; the old one opens nothing any more, and the passphrase stays.
    ///
    /// # Errors
    /// What `fill` says.
    pub fn with_recovery<E>(&self, key: &Key, fill: Fill<'_, E>) -> Result<(Self, RecoveryKey), E> {
        let printed = RecoveryKey::make(fill)?;
        let mut made = Self { recovery: ByRecovery::make(self.id, key, &printed, fill)?, ..self.clone() };
        made.mark(key, fill)?;
        Ok((made, printed))
    }

    /// Gives the data key to who has the passphrase. Takes as long as its cost says.
    ///
    /// # Errors
    /// [`UnlockRefused`].
    pub fn unlock(&self, passphrase: &str) -> Result<Key, UnlockRefused> {
        let way = &self.passphrase;
        let by = stretch(passphrase, &way.salt, way.cost).ok_or(UnlockRefused::Edited)?;
        let key = seal::open_key(&by, way.nonce.0, &way.about(self.id), &way.sealed).ok_or(UnlockRefused::Wrong)?;
        self.whole(key)
    }

    /// Gives the data key to who has the recovery key.
    ///
    /// # Errors
    /// [`UnlockRefused`].
    pub fn recover(&self, printed: &RecoveryKey) -> Result<Key, UnlockRefused> {
        let way = &self.recovery;
        let by = seal::derive("recovery key", &way.salt.0, printed.secret());
        let key = seal::open_key(&by, way.nonce.0, &way.about(self.id), &way.sealed).ok_or(UnlockRefused::Wrong)?;
        self.whole(key)
    }

    /// Whether a database that begins with these bytes is the one this is the key of.
    #[must_use]
    pub fn is_of(&self, database: [u8; 16]) -> bool {
        self.database.0 == database
    }

    fn whole(&self, key: Key) -> Result<Key, UnlockRefused> {
        let by = seal::derive("key file", &self.id.0, &*key);
        if seal::is_marked(&by, self.nonce.0, &self.about(), &self.mark) { Ok(key) } else { Err(UnlockRefused::Edited) }
    }

    fn mark<E>(&mut self, key: &Key, fill: Fill<'_, E>) -> Result<(), E> {
        self.nonce = Hex(random(fill)?);
        let by = seal::derive("key file", &self.id.0, &**key);
        self.mark = seal::mark(&by, self.nonce.0, &self.about());
        Ok(())
    }

    fn about(&self) -> Vec<u8> {
        let (passphrase, recovery) = (&self.passphrase, &self.recovery);
        let parts: [&[u8]; 6] = [
            &self.database.0,
            &passphrase.about(self.id),
            &passphrase.nonce.0,
            &passphrase.sealed.0,
            &[recovery.about(self.id).as_slice(), &recovery.nonce.0].concat(),
            &recovery.sealed.0,
        ];
        parts.concat() // all of fixed lengths
    }
}

impl ByPassphrase {
    fn make<E>(id: Hex<16>, key: &Key, passphrase: &str, cost: Cost, fill: Fill<'_, E>) -> Result<Self, E> {
        let mut way = Self { cost, salt: Hex(random(fill)?), nonce: Hex(random(fill)?), sealed: Hex([0; 48]) };
        if let Some(by) = stretch(passphrase, &way.salt, cost) {
            way.sealed = seal::seal_key(&by, way.nonce.0, &way.about(id), key);
        }
        Ok(way)
    }

    fn about(&self, id: Hex<16>) -> Vec<u8> {
        let cost = [self.cost.memory_kib, self.cost.passes, self.cost.lanes].map(u32::to_be_bytes).concat();
        [b"passphrase 2".as_slice(), &id.0, &cost, &self.salt.0].concat()
    }
}

impl ByRecovery {
    fn make<E>(id: Hex<16>, key: &Key, printed: &RecoveryKey, fill: Fill<'_, E>) -> Result<Self, E> {
        let mut way = Self { salt: Hex(random(fill)?), nonce: Hex(random(fill)?), sealed: Hex([0; 48]) };
        let by = seal::derive("recovery key", &way.salt.0, printed.secret());
        way.sealed = seal::seal_key(&by, way.nonce.0, &way.about(id), key);
        Ok(way)
    }

    fn about(&self, id: Hex<16>) -> Vec<u8> {
        [b"recovery key 2".as_slice(), &id.0, &self.salt.0].concat()
    }
}

fn random<const N: usize, E>(fill: Fill<'_, E>) -> Result<[u8; N], E> {
    let mut bytes = [0; N];
    fill(&mut bytes)?;
    Ok(bytes)
}

/// The key that a passphrase gives. It is the same however the keyboard composes its letters (NFC). Nothing where the cost
/// is one that no file of ours asks for.
fn stretch(passphrase: &str, salt: &Hex<16>, cost: Cost) -> Option<Key> {
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).ok().filter(|_| cost.is_possible())?;
    let composed: Zeroizing<String> = Zeroizing::new(passphrase.nfc().collect());
    let mut key = Key::new([0; 32]);
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_into(composed.as_bytes(), &salt.0, &mut *key).ok()?;
    Some(key)
}
