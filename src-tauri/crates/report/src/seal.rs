//! A document's password: AES-256 as ISO 32000-2 has it (V 5, R 6), and the keys that come of a password.
//!
//! Nothing here asks for chance: who seals a file brings it. The rest follows, so a file that was opened with its password
//! can be drawn again to the byte.

use std::fmt;

use aes::cipher::{BlockModeDecrypt as _, BlockModeEncrypt as _, KeyIvInit as _, block_padding::Pkcs7};
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use zeroize::{Zeroize as _, Zeroizing};

type Encrypt = cbc::Encryptor<aes::Aes256>;
type Decrypt = cbc::Decryptor<aes::Aes256>;
type Key = Zeroizing<[u8; 32]>;

/// Longer passwords would be cut, and a reader that does not cut them would not open the file.
const PASSWORD_MAX: usize = 127;
const BLOCK: usize = 16;
/// Everything is allowed: printing, copying, changing, and reading aloud to those who do not see. The two lowest bits are
/// always off.
pub(crate) const ALLOWED: i32 = -4;

/// Why a password cannot be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefused {
    /// Nothing is left of it.
    #[error("The password is empty. Type one, or export without a password.")]
    Empty,
    /// It is longer than the format takes.
    #[error(
        "The password is too long: at most {PASSWORD_MAX} bytes, which is as many plain letters. Choose a shorter one."
    )]
    TooLong,
    /// It has signs that PDF readers do not take.
    #[error(
        "The password has a sign that PDF readers do not take, such as a line break, an emoji, or letters from right to left \
         beside others. Use letters, figures and spaces."
    )]
    Sign,
}

/// Why a file is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotOpened {
    /// It has another password.
    #[error("That is not the password of this file.")]
    Wrong,
    /// It was encrypted in another way, by another program.
    #[error("It was encrypted by another program, so that its data cannot be looked for. Ask for the original.")]
    Foreign,
}

/// The keys of one file.
#[derive(Clone)]
pub struct Seal {
    /// What everything in the file is encrypted with.
    key: Key,
    /// How the password is known again, and the key wrapped by it; once as whoever reads, once as whoever owns.
    pub(crate) user: [u8; 48],
    pub(crate) owner: [u8; 48],
    pub(crate) user_key: [u8; 32],
    pub(crate) owner_key: [u8; 32],
    pub(crate) permissions: [u8; BLOCK],
}

/// Without its key.
impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Seal").finish_non_exhaustive()
    }
}

/// Two seals of one file are the same.
impl PartialEq for Seal {
    fn eq(&self, other: &Self) -> bool {
        (self.user, self.owner) == (other.user, other.owner)
    }
}

impl Eq for Seal {}

impl Seal {
    /// Bytes of chance that a seal needs.
    pub const CHANCE: usize = 68;

    /// A fresh seal. The same password opens the file for reading and for everything else.
    ///
    /// # Errors
    /// [`PasswordRefused`] by its cause.
    pub fn new(password: &str, chance: &[u8; Self::CHANCE]) -> Result<Self, PasswordRefused> {
        let password = prepared(password)?;
        let mut key = Zeroizing::new([0; 32]);
        key.copy_from_slice(&chance[..32]);
        let (user, user_key) = wrapped(&password, &chance[32..48], &[], &key);
        let (owner, owner_key) = wrapped(&password, &chance[48..64], &user, &key);
        let mut permissions = [0xFF; BLOCK];
        permissions[..4].copy_from_slice(&ALLOWED.to_le_bytes());
        permissions[8..12].copy_from_slice(b"Tadb");
        permissions[12..].copy_from_slice(&chance[64..]);
        blocks(&key, &mut permissions);
        Ok(Self { key, user, owner, user_key, owner_key, permissions })
    }

    /// The seal of a file as this program writes it, opened with its password.
    ///
    /// # Errors
    /// [`NotOpened`] by its cause.
    pub fn of(file: &[u8], password: &str) -> Result<Self, NotOpened> {
        let mut seal = Self::closed(file).ok_or(NotOpened::Foreign)?;
        let password = prepared(password).map_err(|_| NotOpened::Wrong)?;
        if hash(&password, &seal.user[32..40], &[])[..] != seal.user[..32] {
            return Err(NotOpened::Wrong);
        }
        let mut key = Zeroizing::new(seal.user_key);
        unblocks(&hash(&password, &seal.user[40..], &[]), &mut key[..]);
        seal.key = key;
        Ok(seal)
    }

    /// What a file says of its seal, without the key: as mend.rs writes it.
    fn closed(file: &[u8]) -> Option<Self> {
        let name = b"<</Filter/Standard/V 5/R 6/";
        let mut places = file.windows(name.len()).enumerate().filter(|(_, window)| window == name).map(|(at, _)| at);
        let (at, None) = (places.next()?, places.next()) else { return None };
        let dictionary = &file[at..file.len().min(at + 1024)];
        let read = |name: &str| {
            let name = name.as_bytes();
            let start = dictionary.windows(name.len()).position(|window| window == name)? + name.len();
            let figures = dictionary[start..].split(|byte| *byte == b'>').next()?;
            std::str::from_utf8(figures).ok()
        };
        Some(Self {
            key: Zeroizing::new([0; 32]),
            user: bytes(read("/U<")?)?,
            owner: bytes(read("/O<")?)?,
            user_key: bytes(read("/UE<")?)?,
            owner_key: bytes(read("/OE<")?)?,
            permissions: bytes(read("/Perms<")?)?,
        })
    }

    /// What the file is named by: nothing of what is in it.
    pub(crate) fn identity(&self) -> Vec<u8> {
        Sha256::digest(self.user)[..16].to_vec()
    }

    /// The content of an object, encrypted. What it begins with comes from the key and the object's number, so that nobody
    /// else can tell it beforehand and the same seal gives the same file.
    pub(crate) fn encrypt(&self, object: u32, content: &[u8]) -> Vec<u8> {
        let mut beginning = Sha256::new();
        beginning.update(b"interview-workbench file seal 1\n");
        beginning.update(self.key.as_slice());
        beginning.update(object.to_le_bytes());
        let beginning: [u8; 32] = beginning.finalize().into();
        let mut out = beginning[..BLOCK].to_vec();
        out.extend(content);
        out.resize(BLOCK + (content.len() / BLOCK + 1) * BLOCK, 0);
        let (start, body) = out.split_at_mut(BLOCK);
        let mut first = [0; BLOCK];
        first.copy_from_slice(start);
        // There is always room for what fills the last block.
        let _ = Encrypt::new((&*self.key).into(), &first.into()).encrypt_padded::<Pkcs7>(body, content.len());
        out
    }

    /// The content of an object; none where it is no whole one.
    pub(crate) fn decrypt(&self, encrypted: &[u8]) -> Option<Vec<u8>> {
        let (first, body) = encrypted.split_first_chunk::<BLOCK>()?;
        let mut body = body.to_vec();
        let length = Decrypt::new((&*self.key).into(), first.into()).decrypt_padded::<Pkcs7>(&mut body).ok()?.len();
        body.truncate(length);
        Some(body)
    }
}

/// The password as every reader prepares it (RFC 4013): composed, without signs that nobody sees.
fn prepared(password: &str) -> Result<Zeroizing<String>, PasswordRefused> {
    let prepared = stringprep::saslprep(password).map_err(|_| PasswordRefused::Sign)?;
    let prepared = Zeroizing::new(prepared.into_owned());
    match prepared.len() {
        0 => Err(PasswordRefused::Empty),
        length if length > PASSWORD_MAX => Err(PasswordRefused::TooLong),
        _ => Ok(prepared),
    }
}

/// How the password is known again, with its salts behind it, and the file's key wrapped by it (algorithms 8 and 9).
fn wrapped(password: &str, salts: &[u8], user: &[u8], key: &Key) -> ([u8; 48], [u8; 32]) {
    let mut known = [0; 48];
    known[..32].copy_from_slice(&hash(password, &salts[..8], user)[..]);
    known[32..].copy_from_slice(salts);
    let mut wrapped = **key;
    blocks(&hash(password, &salts[8..], user), &mut wrapped);
    (known, wrapped)
}

/// Encrypts whole blocks from nothing.
fn blocks(key: &Key, data: &mut [u8]) {
    let mut by = Encrypt::new((&**key).into(), &[0; BLOCK].into());
    for block in data.chunks_exact_mut(BLOCK) {
        if let Ok(block) = block.try_into() {
            by.encrypt_block(block);
        }
    }
}

fn unblocks(key: &Key, data: &mut [u8]) {
    let mut by = Decrypt::new((&**key).into(), &[0; BLOCK].into());
    for block in data.chunks_exact_mut(BLOCK) {
        if let Ok(block) = block.try_into() {
            by.decrypt_block(block);
        }
    }
}

/// The hash of a password, made slow on purpose (algorithm 2.B). `user` is what is known of the reader's password, where
/// the owner's is hashed.
fn hash(password: &str, salt: &[u8], user: &[u8]) -> Key {
    let mut first = Sha256::new();
    [password.as_bytes(), salt, user].iter().for_each(|part| first.update(part));
    let mut k = Zeroizing::new([0_u8; 64]);
    k[..32].copy_from_slice(&first.finalize());
    let mut length = 32;
    let mut data = Zeroizing::new(Vec::new());
    for round in 0_u32.. {
        data.zeroize();
        for _ in 0..64 {
            [password.as_bytes(), &k[..length], user].iter().for_each(|part| data.extend_from_slice(part));
        }
        let (mut key, mut first) = ([0_u8; BLOCK], [0_u8; BLOCK]);
        key.copy_from_slice(&k[..16]);
        first.copy_from_slice(&k[16..32]);
        let mut by = cbc::Encryptor::<aes::Aes128>::new(&key.into(), &first.into());
        key.zeroize();
        for block in data.chunks_exact_mut(BLOCK) {
            if let Ok(block) = block.try_into() {
                by.encrypt_block(block);
            }
        }
        // A number of 128 bits by 3 leaves what the sum of its bytes leaves: 256 by 3 leaves 1.
        let digest: Vec<u8> = match data[..16].iter().map(|byte| u32::from(*byte)).sum::<u32>() % 3 {
            0 => Sha256::digest(&*data).to_vec(),
            1 => Sha384::digest(&*data).to_vec(),
            _ => Sha512::digest(&*data).to_vec(),
        };
        length = digest.len();
        k[..length].copy_from_slice(&digest);
        let last = data.last().copied().unwrap_or(0);
        if round >= 63 && u32::from(last) <= round - 31 {
            break;
        }
    }
    let mut out = Zeroizing::new([0; 32]);
    out.copy_from_slice(&k[..32]);
    out
}

/// Bytes from figures, exactly so many.
fn bytes<const N: usize>(figures: &str) -> Option<[u8; N]> {
    let mut out = [0; N];
    if figures.len() != N * 2 {
        return None;
    }
    for (byte, pair) in out.iter_mut().zip(figures.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_prepared_as_readers_do() {
        let words = |password: &str| prepared(password).map(|one| one.to_string());
        assert_eq!(words("Gru\u{308}ße"), words("Grüße"), "composed");
        assert_eq!(words("I\u{AD}X"), Ok("IX".to_owned()));
        assert_eq!(words("ﬁ\u{3000}Ⅸ"), Ok("fi IX".to_owned()));
        assert_eq!((words(""), words("\u{AD}")), (Err(PasswordRefused::Empty), Err(PasswordRefused::Empty)));
        assert_eq!(words(&"é".repeat(64)), Err(PasswordRefused::TooLong));
        for password in ["a\nb", "\u{7}", "\u{E000}", "דa", "a\u{202E}b"] {
            assert_eq!(words(password), Err(PasswordRefused::Sign), "{password:?}");
        }
    }

    #[test]
    fn what_is_encrypted_comes_back_and_the_same_seal_gives_the_same() {
        let seal = Seal::new("correct horse", &[7; Seal::CHANCE]).unwrap();
        for length in [0, 1, 15, 16, 17, 1000] {
            let content: Vec<u8> = (0..length).map(|place| (place % 251) as u8).collect();
            let encrypted = seal.encrypt(3, &content);
            assert_eq!(encrypted, seal.encrypt(3, &content));
            assert_ne!(encrypted[..16], seal.encrypt(4, &content)[..16]);
            assert_eq!(seal.decrypt(&encrypted), Some(content));
        }
        assert_eq!((seal.decrypt(&[]), seal.decrypt(&[0; 24])), (None, None));
    }
}
