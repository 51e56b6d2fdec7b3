//! The key of the database.

use zeroize::Zeroizing;

/// The random key of 32 bytes that the database is encrypted with, used raw. Wiped from memory when dropped.
pub struct DataKey(Zeroizing<[u8; 32]>);

impl DataKey {
    /// A key of these bytes.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The key as `SQLCipher` reads a raw one.
    pub(crate) fn literal(&self) -> Zeroizing<String> {
        use std::fmt::Write as _;
        let mut text = Zeroizing::new(String::with_capacity(72));
        text.push_str("x'");
        for byte in self.0.iter() {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        text.push('\'');
        text
    }

    /// The key, and the mark that the new file is to have (see [`crate::moving::mark`]).
    pub(crate) fn literal_with(&self, mark: Option<[u8; 16]>) -> Zeroizing<String> {
        use std::fmt::Write as _;
        let mut text = Zeroizing::new(String::with_capacity(104));
        text.push_str(&self.literal());
        text.pop();
        for byte in mark.into_iter().flatten() {
            let _ = write!(text, "{byte:02x}");
        }
        text.push('\'');
        text
    }

    /// The same key once more.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self(self.0.clone())
    }
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey(hidden)")
    }
}

/// The statement that gives a key to `SQLCipher`: raw, so that no passphrase is derived on each open (343 ms).
pub(crate) fn pragma(literal: &str) -> Zeroizing<String> {
    let mut sql = Zeroizing::new(String::with_capacity(128));
    sql.push_str("PRAGMA key = \"");
    sql.push_str(literal);
    sql.push('"');
    sql
}
