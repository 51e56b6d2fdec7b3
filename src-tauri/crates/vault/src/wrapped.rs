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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    passphrase: Option<ByPassphrase>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    keychain: Option<BySecret>,
    recovery: BySecret,
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
struct BySecret {
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

/// A way in beside the recovery key.
#[derive(Clone, Copy)]
pub enum Way<'a> {
    /// A passphrase, with what a guess at it shall cost.
    Passphrase(&'a str, Cost),
    /// A secret that the system's keychain keeps, from [`keychain_secret`].
    Keychain(&'a Key),
}

/// There would be nothing but the recovery key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the last way in beside the recovery key")]
pub struct LastWay;

/// A new secret for a keychain: it opens one wrap, and is not the data key.
///
/// # Errors
/// What `fill` says.
pub fn keychain_secret<E>(fill: Fill<'_, E>) -> Result<Key, E> {
    Ok(Key::new(random(fill)?))
}

impl Wrapped {
    /// Wraps the data key of `database` (its first 16 bytes) by one way and by a new recovery key.
    ///
    /// # Errors
    /// What `fill` says.
    pub fn make<E>(key: &Key, database: [u8; 16], way: Way<'_>, fill: Fill<'_, E>) -> Result<(Self, RecoveryKey), E> {
        let id = Hex(random(fill)?);
        let printed = RecoveryKey::make(fill)?;
        let bare = Self {
            id,
            database: Hex(database),
            passphrase: None,
            keychain: None,
            recovery: BySecret::make(RECOVERY, id, key, printed.secret(), fill)?,
            nonce: Hex([0; 24]),
            mark: Hex([0; 16]),
        };
        Ok((bare.with(key, way, fill)?, printed))
    }

    /// The same key by this way too, in the place of the one of its kind that there was; the other ways stay.
    ///
    /// # Errors
    /// What `fill` says.
    pub fn with<E>(&self, key: &Key, way: Way<'_>, fill: Fill<'_, E>) -> Result<Self, E> {
        let mut made = self.clone();
        match way {
            Way::Passphrase(passphrase, cost) => {
                made.passphrase = Some(ByPassphrase::make(self.id, key, passphrase, cost, fill)?);
            }
            Way::Keychain(secret) => {
                made.keychain = Some(BySecret::make(KEYCHAIN, self.id, key, &**secret, fill)?);
            }
        }
        made.mark(key, fill)?;
        Ok(made)
    }

    /// The same key without the passphrase; the keychain and the recovery key stay.
    ///
    /// # Errors
    /// What `fill` says.
    pub fn without_passphrase<E>(&self, key: &Key, fill: Fill<'_, E>) -> Result<Result<Self, LastWay>, E> {
        if self.keychain.is_none() {
            return Ok(Err(LastWay));
        }
        let mut made = Self { passphrase: None, ..self.clone() };
        made.mark(key, fill)?;
        Ok(Ok(made))
    }

    /// The same key without the keychain; the passphrase and the recovery key stay.
    ///
    /// # Errors
    /// What `fill` says.
    pub fn without_keychain<E>(&self, key: &Key, fill: Fill<'_, E>) -> Result<Result<Self, LastWay>, E> {
        if self.passphrase.is_none() {
            return Ok(Err(LastWay));
        }
        let mut made = Self { keychain: None, ..self.clone() };
        made.mark(key, fill)?;
        Ok(Ok(made))
    }

    /// The same key by a new recovery key; the old one opens nothing any more, and the other ways stay.
    ///
    /// # Errors
    /// What `fill` says.
    pub fn with_recovery<E>(&self, key: &Key, fill: Fill<'_, E>) -> Result<(Self, RecoveryKey), E> {
        let printed = RecoveryKey::make(fill)?;
        let recovery = BySecret::make(RECOVERY, self.id, key, printed.secret(), fill)?;
        let mut made = Self { recovery, ..self.clone() };
        made.mark(key, fill)?;
        Ok((made, printed))
    }

    /// Gives the data key to who has the passphrase. Takes as long as its cost says.
    ///
    /// # Errors
    /// [`UnlockRefused`]; wrong where there is none.
    pub fn unlock(&self, passphrase: &str) -> Result<Key, UnlockRefused> {
        let way = self.passphrase.as_ref().ok_or(UnlockRefused::Wrong)?;
        let by = stretch(passphrase, &way.salt, way.cost).ok_or(UnlockRefused::Edited)?;
        let key = seal::open_key(&by, way.nonce.0, &way.about(self.id), &way.sealed).ok_or(UnlockRefused::Wrong)?;
        self.whole(key)
    }

    /// Gives the data key to who has the recovery key.
    ///
    /// # Errors
    /// [`UnlockRefused`].
    pub fn recover(&self, printed: &RecoveryKey) -> Result<Key, UnlockRefused> {
        self.whole(self.recovery.open(RECOVERY, self.id, printed.secret()).ok_or(UnlockRefused::Wrong)?)
    }

    /// Gives the data key for the secret that the keychain kept.
    ///
    /// # Errors
    /// [`UnlockRefused`]; wrong where the file has no such way.
    pub fn open_by_keychain(&self, secret: &Key) -> Result<Key, UnlockRefused> {
        let way = self.keychain.as_ref().ok_or(UnlockRefused::Wrong)?;
        self.whole(way.open(KEYCHAIN, self.id, &**secret).ok_or(UnlockRefused::Wrong)?)
    }

    /// Whether a passphrase opens it.
    #[must_use]
    pub fn has_passphrase(&self) -> bool {
        self.passphrase.is_some()
    }

    /// Whether the keychain opens it.
    #[must_use]
    pub fn has_keychain(&self) -> bool {
        self.keychain.is_some()
    }

    /// What this key file's secret is called in a keychain: the same as long as there is this key.
    #[must_use]
    pub fn name(&self) -> String {
        self.id.0.iter().fold(String::with_capacity(32), |name, byte| name + &format!("{byte:02x}"))
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

    /// All of it but the mark. Each way begins with its name, and each is of a fixed length.
    fn about(&self) -> Vec<u8> {
        let mut parts = self.database.0.to_vec();
        match &self.passphrase {
            Some(way) => parts.extend([&*way.about(self.id), &way.nonce.0, &way.sealed.0].concat()),
            None => parts.extend(b"no passphrase"),
        }
        for (what, way) in [(RECOVERY, Some(&self.recovery)), (KEYCHAIN, self.keychain.as_ref())] {
            if let Some(way) = way {
                parts.extend([&*way.about(what, self.id), &way.nonce.0, &way.sealed.0].concat());
            }
        }
        parts
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

/// What a secret is that wraps: it keeps one from being taken for the other.
struct What {
    derives: &'static str,
    about: &'static [u8],
}

const RECOVERY: What = What { derives: "recovery key", about: b"recovery key 2" };
const KEYCHAIN: What = What { derives: "keychain", about: b"keychain 2" };

impl BySecret {
    fn make<E>(what: What, id: Hex<16>, key: &Key, secret: &[u8], fill: Fill<'_, E>) -> Result<Self, E> {
        let mut way = Self { salt: Hex(random(fill)?), nonce: Hex(random(fill)?), sealed: Hex([0; 48]) };
        let by = seal::derive(what.derives, &way.salt.0, secret);
        way.sealed = seal::seal_key(&by, way.nonce.0, &way.about(what, id), key);
        Ok(way)
    }

    fn open(&self, what: What, id: Hex<16>, secret: &[u8]) -> Option<Key> {
        let by = seal::derive(what.derives, &self.salt.0, secret);
        seal::open_key(&by, self.nonce.0, &self.about(what, id), &self.sealed)
    }

    fn about(&self, what: What, id: Hex<16>) -> Vec<u8> {
        [what.about, &id.0, &self.salt.0].concat()
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
