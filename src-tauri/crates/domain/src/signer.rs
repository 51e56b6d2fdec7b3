//! Who signed a document: a key, and the name that its owner gave. The key is proved by the signature; the name is a claim.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// Digits and letters that are not taken for one another (Crockford's base 32: no I, L, O, U).
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Bytes of the key's hash in its fingerprint: 160 bits, so that nobody finds another key with the same one.
const BYTES: usize = 20;

/// Whoever signs a document, as the document itself says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signer {
    /// The name that they gave to their workbench. Nothing proves it.
    pub name: String,
    /// Their public Ed25519 key: 64 figures in lower-case hexadecimal.
    pub key: String,
}

impl Signer {
    /// A signer with the public key of these bytes.
    #[must_use]
    pub fn new(name: &str, key: &[u8; 32]) -> Self {
        Self { name: name.to_owned(), key: crate::canonical::hex(key) }
    }

    /// The public key; none where it is written in another way.
    #[must_use]
    pub fn public(&self) -> Option<[u8; 32]> {
        bytes(&self.key)
    }

    /// What a person reads out to say which key is theirs; empty where there is no key.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.public().map(|key| fingerprint(&key)).unwrap_or_default()
    }
}

/// Exactly this many bytes from hexadecimal figures, small letters alone.
#[must_use]
pub fn bytes<const N: usize>(hexadecimal: &str) -> Option<[u8; N]> {
    if hexadecimal.len() != 2 * N || !hexadecimal.bytes().all(|figure| matches!(figure, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    let mut all = [0; N];
    for (byte, place) in all.iter_mut().zip((0..).step_by(2)) {
        *byte = u8::from_str_radix(hexadecimal.get(place..place + 2)?, 16).ok()?;
    }
    Some(all)
}

/// The fingerprint of a public key: the first 160 bits of its SHA-256 in eight groups of four signs.
#[must_use]
pub fn fingerprint(key: &[u8; 32]) -> String {
    let hash = Sha256::digest(key);
    let sign = |number: usize| {
        let bit = number * 5;
        let pair = u16::from_be_bytes([hash[bit / 8], hash[bit / 8 + 1]]);
        char::from(SIGNS[usize::from(pair >> (11 - bit % 8) & 31)])
    };
    let signs: Vec<char> = (0..BYTES * 8 / 5).map(sign).collect();
    signs.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// A fingerprint as someone typed or pasted it, in the form of [`fingerprint`]: small letters, spaces and hyphens do not
/// matter, and O, I and L are read as 0, 1 and 1. A whole public key in hexadecimal is taken too. None for anything else.
#[must_use]
pub fn read(typed: &str) -> Option<String> {
    if let Some(key) = bytes(&typed.trim().to_ascii_lowercase()) {
        return Some(fingerprint(&key));
    }
    let signs: Option<Vec<char>> = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}'))
        .map(|c| match c.to_ascii_uppercase() {
            'O' => Some('0'),
            'I' | 'L' => Some('1'),
            sign => SIGNS.iter().any(|known| char::from(*known) == sign).then_some(sign),
        })
        .collect();
    let signs = signs.filter(|signs| signs.len() == BYTES * 8 / 5)?;
    Some(signs.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_as_it_is_said() {
        let key: [u8; 32] = std::array::from_fn(|place| u8::try_from(place).unwrap());
        let said = fingerprint(&key);
        assert_eq!(said, "CC6W TAB6 RGSP D48J AH4B QCJV 9ZT1 594W");
        for typed in [said.clone(), said.to_lowercase(), said.replace(' ', "-"), format!(" {} ", said.replace(' ', ""))]
        {
            assert_eq!(read(&typed).as_ref(), Some(&said), "{typed}");
        }
        assert_eq!(read(&said.replace('0', "o").replace('1', "l")).as_ref(), Some(&said));
        assert_eq!(read(&Signer::new("Ana", &key).key).as_ref(), Some(&said));
        for typed in ["", "CC6W", &said[1..], &format!("{said}0"), &said.replace('C', "U")] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_key_in_another_form_is_none() {
        let mut signer = Signer::new("Ana", &[171; 32]);
        assert_eq!(signer.public(), Some([171; 32]));
        signer.key = signer.key.to_uppercase();
        assert_eq!((signer.public(), signer.fingerprint()), (None, String::new()));
        signer.key = "é".repeat(32);
        assert_eq!(signer.public(), None);
    }
}
