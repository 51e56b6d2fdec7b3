//! The key that an interviewer's documents are signed with: Ed25519 (RFC 8032), whose signatures of the same bytes are
//! always the same.

use ed25519_dalek::{Signature, Signer as _, VerifyingKey};

use crate::{Fill, Key};

/// A person's signing key. Wiped from memory when dropped.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// A new one, by chance.
    ///
    /// # Errors
    /// What `fill` says.
    pub fn make<E>(fill: Fill<'_, E>) -> Result<Self, E> {
        let mut seed = Key::new([0; 32]);
        fill(&mut *seed)?;
        Ok(Self::of(&seed))
    }

    /// The key of these 32 bytes.
    #[must_use]
    pub fn of(seed: &Key) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// The 32 bytes that it is made of, to be kept.
    #[must_use]
    pub fn seed(&self) -> Key {
        Key::new(self.0.to_bytes())
    }

    /// The half that everyone may know.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// The signature of a message.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SigningKey(hidden)")
    }
}

/// Whether the owner of this public key signed the message. Keys of small order, which sign anything, sign nothing here.
#[must_use]
pub fn is_signed(public: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(public)
        .is_ok_and(|key| key.verify_strict(message, &Signature::from_bytes(signature)).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fills with one byte again and again.
    fn filled(with: u8) -> SigningKey {
        SigningKey::make::<()>(&|bytes| {
            bytes.fill(with);
            Ok(())
        })
        .unwrap()
    }

    #[test]
    fn a_signature_is_of_one_key_and_of_one_message() {
        let (ours, other) = (filled(1), filled(2));
        let signature = ours.sign(b"a packet");
        assert_eq!(signature, SigningKey::of(&ours.seed()).sign(b"a packet"));
        assert!(is_signed(&ours.public(), b"a packet", &signature));
        assert!(!is_signed(&ours.public(), b"a racket", &signature));
        assert!(!is_signed(&other.public(), b"a packet", &signature));
        for at in 0..64 {
            let mut changed = signature;
            changed[at] ^= 1;
            assert!(!is_signed(&ours.public(), b"a packet", &changed), "{at}");
        }
    }

    #[test]
    fn the_first_example_of_rfc_8032_comes_out() {
        let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
        let hex = |text: &str| text.as_bytes().chunks(2).map(byte).collect::<Vec<u8>>();
        let seed = hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        let key = SigningKey::of(&Key::new(seed.try_into().unwrap()));
        assert_eq!(key.public().to_vec(), hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        let signature = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";
        assert_eq!(key.sign(b"").to_vec(), hex(signature));
    }

    #[test]
    fn a_public_key_of_small_order_signs_nothing() {
        let (mut one, mut signature) = ([0; 32], [0; 64]);
        (one[0], signature[0]) = (1, 1);
        assert!(!is_signed(&one, b"anything", &signature));
        assert!(!is_signed(&[0xFF; 32], b"anything", &signature));
    }
}
