//! The one cipher, XChaCha20-Poly1305, and the one hash by which keys are made of something, SHA-256.

use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305,
    aead::{Aead as _, Payload},
};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::{Key, hex::Hex};

/// Encrypts 32 bytes, and binds `about`.
pub(crate) fn seal_key(by: &Key, nonce: [u8; 24], about: &[u8], key: &Key) -> Hex<48> {
    Hex(seal(by, nonce, about, &**key))
}

/// Gives the 32 bytes back, or nothing where the key is another or a byte was changed.
pub(crate) fn open_key(by: &Key, nonce: [u8; 24], about: &[u8], sealed: &Hex<48>) -> Option<Key> {
    let plain = Zeroizing::new(open(by, nonce, about, &sealed.0)?);
    let mut key = Key::new([0; 32]);
    key.copy_from_slice(plain.get(..32)?);
    Some(key)
}

/// Binds `about` and hides nothing.
pub(crate) fn mark(by: &Key, nonce: [u8; 24], about: &[u8]) -> Hex<16> {
    Hex(seal(by, nonce, about, &[]))
}

/// Whether `about` is what was marked with this key.
pub(crate) fn is_marked(by: &Key, nonce: [u8; 24], about: &[u8], mark: &Hex<16>) -> bool {
    open(by, nonce, about, &mark.0).is_some()
}

/// A key for one use, from a secret that is random already.
pub(crate) fn derive(what: &str, salt: &[u8], secret: &[u8]) -> Key {
    let mut hash = Sha256::new();
    for part in [what.as_bytes(), salt, secret] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let mut key = Key::new([0; 32]);
    key.copy_from_slice(&hash.finalize());
    key
}

fn seal<const N: usize>(by: &Key, nonce: [u8; 24], about: &[u8], plain: &[u8]) -> [u8; N] {
    let cipher = XChaCha20Poly1305::new((&**by).into());
    let mut sealed = [0; N];
    // It fails for texts of 256 GB alone.
    if let Ok(bytes) = cipher.encrypt((&nonce).into(), Payload { msg: plain, aad: about }) {
        sealed.copy_from_slice(&bytes);
    }
    sealed
}

fn open(by: &Key, nonce: [u8; 24], about: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let cipher = XChaCha20Poly1305::new((&**by).into());
    cipher.decrypt((&nonce).into(), Payload { msg: sealed, aad: about }).ok()
}
