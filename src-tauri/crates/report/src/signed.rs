//! Where a signature stands in a file: a line of comment before the words that end every PDF, so that viewers pass over it
//! and no other byte of the file depends on it.
//!
//! ```text
//! %workbench-signature/1 ed25519 <key: 64 figures> <signature: 128 figures>
//! startxref
//! 12345
//! %%EOF
//! ```
//!
//! What is signed is the SHA-256 of the whole file with 128 zeros in the signature's place, after a line that says what it
//! is. So every byte but those is covered, where it stands, and nothing may stand behind the end.

use std::ops::Range;

use sha2::{Digest as _, Sha256};
use workbench_domain::{
    canonical::hex,
    signer::{Signer, bytes},
};

/// What a line with a signature begins with.
const NAME: &[u8] = b"\n%workbench-signature/";
const FORM: &[u8] = b"\n%workbench-signature/1 ed25519 ";
const KEY: usize = 64;
const SIGNATURE: usize = 128;
/// What is signed begins with this.
const PURPOSE: &[u8] = b"interview-workbench file signature 1\n";
/// The longest end of a file that we write: `startxref`, a number, `%%EOF`.
const END_MAX: usize = 40;

/// The line with room for the signature.
pub(crate) fn place(signer: &Signer) -> String {
    // The name ends with a line break of the line before.
    let form = String::from_utf8_lossy(&FORM[1..]);
    format!("{form}{} {}\n", signer.key, "0".repeat(SIGNATURE))
}

/// A signature in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The public key.
    pub key: [u8; 32],
    /// The signature.
    pub signature: [u8; 64],
    /// What is signed.
    pub message: Vec<u8>,
    /// Where the signature stands.
    pub place: Range<usize>,
    /// Where the file ended when it was signed.
    pub end: usize,
}

/// What was found of signatures in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// There is none.
    Nothing,
    /// There is one, as this program writes it.
    One(Box<Signed>),
    /// A line that begins as one and goes on otherwise.
    Broken,
    /// There is more than one.
    Several,
}

/// Looks for signatures in any bytes.
#[must_use]
pub fn find_signature(file: &[u8]) -> Found {
    // By its first byte: a file is long, and its windows are many.
    let breaks = file.iter().enumerate().filter(|(_, byte)| **byte == NAME[0]);
    let mut places = breaks.map(|(at, _)| at).filter(|at| file[*at..].starts_with(NAME));
    let Some(at) = places.next() else { return Found::Nothing };
    if places.next().is_some() {
        return Found::Several;
    }
    read(file, at).map_or(Found::Broken, |signed| Found::One(Box::new(signed)))
}

fn read(file: &[u8], at: usize) -> Option<Signed> {
    let key = at + FORM.len();
    let signature = key + KEY + 1;
    let line_end = signature + SIGNATURE;
    let text = |range: Range<usize>| file.get(range).and_then(|found| std::str::from_utf8(found).ok());
    let is_ours =
        file.get(at..key)? == FORM && file.get(key + KEY) == Some(&b' ') && file.get(line_end) == Some(&b'\n');
    let end = line_end + 1 + ending(file.get(line_end + 1..)?)?;
    if !is_ours {
        return None;
    }
    let mut hash = Sha256::new();
    for part in [&file[..signature], &[b'0'; SIGNATURE], &file[line_end..end]] {
        hash.update(part);
    }
    Some(Signed {
        key: bytes(text(key..key + KEY)?)?,
        signature: bytes(text(signature..line_end)?)?,
        message: [PURPOSE, &hash.finalize()].concat(),
        place: signature..line_end,
        end,
    })
}

/// The length of the words that end a file, which must be these and no others.
fn ending(rest: &[u8]) -> Option<usize> {
    let rest = &rest[..rest.len().min(END_MAX)];
    let number = rest.strip_prefix(b"startxref\n")?;
    let figures = number.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_end = figures > 0 && number[figures..].starts_with(b"\n%%EOF\n");
    is_end.then_some(10 + figures + 7)
}

/// Puts the signature in the place that was left for it. `by` signs what is given to it. A file without such a place stays
/// as it is.
pub fn sign(file: &mut [u8], by: impl FnOnce(&[u8]) -> [u8; 64]) {
    if let Found::One(found) = find_signature(file) {
        file[found.place.clone()].copy_from_slice(hex(&by(&found.message)).as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file that ends as ours do.
    fn file() -> Vec<u8> {
        let line = place(&Signer::new("Ana", &[7; 32]));
        let mut file =
            format!("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n{line}startxref\n9\n%%EOF\n").into_bytes();
        sign(&mut file, |_| [9; 64]);
        file
    }

    fn one(file: &[u8]) -> Option<Signed> {
        match find_signature(file) {
            Found::One(signed) => Some(*signed),
            _ => None,
        }
    }

    #[test]
    fn every_byte_but_the_signatures_own_is_covered() {
        let whole = file();
        let signed = one(&whole).unwrap();
        assert_eq!((signed.key, signed.signature, signed.end), ([7; 32], [9; 64], whole.len()));
        for at in 0..whole.len() {
            for bit in 0..8 {
                let mut changed = whole.clone();
                changed[at] ^= 1 << bit;
                let found = one(&changed);
                if signed.place.contains(&at) {
                    assert!(found.is_none_or(|found| found.signature != signed.signature), "{at}");
                } else {
                    assert!(found.is_none_or(|found| found.message != signed.message), "{at}");
                }
            }
            let mut shorter = whole.clone();
            shorter.remove(at);
            assert!(one(&shorter).is_none_or(|found| found.message != signed.message), "{at}");
        }
    }

    #[test]
    fn what_is_added_moves_neither_the_end_nor_the_message() {
        let whole = file();
        let signed = one(&whole).unwrap();
        let more = [whole.as_slice(), b"2 0 obj\n<</ByteRange[0 99999999999999999999 0 0]>>\nendobj\n"].concat();
        assert_eq!(one(&more), Some(signed));
        assert_eq!(find_signature(&[whole.as_slice(), &whole].concat()), Found::Several);
    }

    #[test]
    fn what_is_no_signature_is_none() {
        assert_eq!(find_signature(b""), Found::Nothing);
        assert_eq!(
            find_signature(b"%PDF-1.7\n/ByteRange[0 18446744073709551615 1 18446744073709551615]"),
            Found::Nothing
        );
        let whole = file();
        let start = whole.windows(NAME.len()).position(|window| window == NAME).unwrap();
        for end in start + NAME.len()..whole.len() {
            assert_eq!(find_signature(&whole[..end]), Found::Broken, "{end}");
        }
        let of_later_form = String::from_utf8(whole).unwrap().replace("signature/1 ", "signature/2 ");
        assert_eq!(find_signature(of_later_form.as_bytes()), Found::Broken);
    }

    #[test]
    fn a_file_without_a_place_is_not_signed() {
        let mut file = b"%PDF-1.7\nstartxref\n9\n%%EOF\n".to_vec();
        sign(&mut file, |_| [9; 64]);
        assert_eq!(file, b"%PDF-1.7\nstartxref\n9\n%%EOF\n");
    }
}
