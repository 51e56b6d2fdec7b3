//! The one form over which hashes and signatures are made: RFC 8785 JSON, SHA-256.

use serde::Serialize;
use sha2::{Digest, Sha256};

/// The canonical bytes of a value: RFC 8785 (JSON Canonicalization Scheme).
///
/// # Panics
/// Never for the types of this product: all are plain data with text keys. A type that cannot be written as JSON is a
/// mistake in the code, found by the first test that hashes it.
#[must_use]
pub fn bytes<T: Serialize>(value: &T) -> Vec<u8> {
    #[allow(clippy::expect_used)]
    serde_json_canonicalizer::to_vec(value).expect("plain data with text keys can always be written as JSON")
}

/// SHA-256 of the canonical form, in lower-case hexadecimal (64 characters).
#[must_use]
pub fn hash<T: Serialize>(value: &T) -> String {
    hex(&Sha256::digest(bytes(value)))
}

/// SHA-256 of some bytes, in lower-case hexadecimal (64 characters).
#[must_use]
pub fn hash_bytes(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_by_utf16_units_as_rfc_8785_asks() {
        // RFC 8785, section 3.2.3: the emoji's first UTF-16 unit (D83D) sorts before the Hebrew presentation form (FB33).
        let value = serde_json::json!({"\u{fb33}": 1, "\u{1f600}": 2, "a": "é"});
        assert_eq!(String::from_utf8(bytes(&value)).unwrap(), "{\"a\":\"é\",\"\u{1f600}\":2,\"\u{fb33}\":1}");
    }

    #[test]
    fn the_hash_is_that_of_the_bytes() {
        assert_eq!(hash(&serde_json::json!({})), hash_bytes(b"{}"));
        assert_eq!(hash_bytes(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
