//! Bytes to text. What says its encoding is believed; UTF-8 proves itself; the rest is guessed, and the guess is told.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The text, without a byte order mark, line ends as `\n`.
    pub text: String,
    /// The encoding, as the Encoding Standard names it, such as `windows-1252`.
    pub encoding: &'static str,
    /// Whether the encoding is a guess: a person should look at the letters with accents.
    pub guessed: bool,
    /// Whether bytes that are nothing in this encoding became U+FFFD.
    pub replaced: bool,
}

/// Why bytes are no text. The words are for the person who gave the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    /// A ZIP archive, which spreadsheets and word processors write.
    #[error("This is a spreadsheet, a document or an archive, not a text file. Open it and save it as CSV (UTF-8).")]
    Zip,
    /// The old file format of Excel and Word.
    #[error("This is an old Excel or Word file, not a text file. Open it and save it as CSV (UTF-8).")]
    Office,
    /// A PDF.
    #[error("This is a PDF, not a text file. Copy its text into a text file first.")]
    Pdf,
    /// Anything else that is not text.
    #[error("This is not a text file. Give a file that a text editor can open.")]
    Binary,
}

/// The first bytes of files that people give by mistake.
const KNOWN: [(&[u8], NotText); 4] = [
    (b"PK\x03\x04", NotText::Zip),
    (b"PK\x05\x06", NotText::Zip),
    (b"\xD0\xCF\x11\xE0", NotText::Office),
    (b"%PDF-", NotText::Pdf),
];

impl Text {
    /// What a person should look at before trusting the letters, and in which line, counted from 1; none where they are sure.
    #[must_use]
    pub fn doubt(&self) -> Option<(usize, String)> {
        let name = self.encoding;
        if self.replaced {
            let before = self.text.find('\u{FFFD}').map_or("", |at| &self.text[..at]);
            let what = format!(
                "Some characters here are not valid {name} and were replaced. Save the file as UTF-8 if words look wrong."
            );
            return Some((before.matches('\n').count() + 1, what));
        }
        let what = format!("This file is not in UTF-8. It was read as {name}; if words look wrong, save it as UTF-8.");
        self.guessed.then_some((1, what))
    }
}

/// The text of these bytes.
///
/// # Errors
/// [`NotText`], with what to do, for bytes that are no text in any encoding.
pub fn text(bytes: &[u8]) -> Result<Text, NotText> {
    if let Some((_, what)) = KNOWN.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(*what);
    }
    let (encoding, guessed, bytes) = encoding(bytes);
    let (decoded, replaced) = encoding.decode_without_bom_handling(bytes);
    if decoded.contains('\0') {
        return Err(NotText::Binary);
    }
    let text =
        if decoded.contains('\r') { decoded.replace("\r\n", "\n").replace('\r', "\n") } else { decoded.into_owned() };
    Ok(Text { text, encoding: encoding.name(), guessed, replaced })
}

fn encoding(bytes: &[u8]) -> (&'static Encoding, bool, &[u8]) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (encoding, false, &bytes[mark..]);
    }
    if let Some(encoding) = wide(bytes) {
        return (encoding, true, bytes);
    }
    if mostly_utf8(bytes) {
        return (UTF_8, false, bytes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    (detector.guess(None, Utf8Detection::Deny), true, bytes)
}

/// UTF-16 without its mark: in text with Latin letters, digits or spaces, every other byte of those is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (high, low) = (zeros(0), zeros(1));
    let enough = sample.len() / 10;
    if low > enough && high == 0 {
        Some(UTF_16LE)
    } else if high > enough && low == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether this is UTF-8, perhaps with a broken letter here and there (a file that was cut, a cell pasted from elsewhere).
/// In other encodings, bytes that happen to be UTF-8 for a letter beyond ASCII are rare.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad == 0 || good > bad * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, &'static str, bool) {
        let read = text(bytes).unwrap();
        (read.text, read.encoding, read.guessed)
    }

    #[test]
    fn what_says_its_encoding_is_believed() {
        assert_eq!(read(b"\xEF\xBB\xBFa\r\nb\rc"), ("a\nb\nc".to_owned(), "UTF-8", false));
        assert_eq!(read(b"\xFF\xFEa\0\xE9\0"), ("aé".to_owned(), "UTF-16LE", false));
        assert_eq!(read(b"\xFE\xFF\0a\x59\x2A"), ("a太".to_owned(), "UTF-16BE", false));
        assert_eq!(read(b""), (String::new(), "UTF-8", false));
    }

    #[test]
    fn what_does_not_say_it_is_guessed_and_told() {
        assert_eq!(read("Żółć, 太郎".as_bytes()), ("Żółć, 太郎".to_owned(), "UTF-8", false));
        let (western, _, _) = encoding_rs::WINDOWS_1252.encode("Prénom;Téléphone\nRenée;+33 1\nJosé Müller;+49");
        assert_eq!(read(&western), ("Prénom;Téléphone\nRenée;+33 1\nJosé Müller;+49".to_owned(), "windows-1252", true));
        let (japanese, _, _) = encoding_rs::SHIFT_JIS.encode("名前,会社\n山田太郎,東京株式会社\n");
        assert_eq!(read(&japanese), ("名前,会社\n山田太郎,東京株式会社\n".to_owned(), "Shift_JIS", true));
        let wide: Vec<u8> = "Name\tE-mail\nŻółć\tz@x.pl\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide), ("Name\tE-mail\nŻółć\tz@x.pl\n".to_owned(), "UTF-16LE", true));
    }

    #[test]
    fn one_broken_letter_does_not_break_the_others() {
        let mut bytes = "Zoë, Siân, José, Müller, Øre, Łódź\n".as_bytes().to_vec();
        bytes.push(0xC3);
        let read = text(&bytes).unwrap();
        assert_eq!((read.encoding, read.replaced), ("UTF-8", true));
        assert!(read.text.starts_with("Zoë, Siân"), "{}", read.text);
    }

    #[test]
    fn what_is_no_text_is_told_by_what_it_is() {
        assert_eq!(text(b"PK\x03\x04\x14\0"), Err(NotText::Zip));
        assert_eq!(text(b"%PDF-1.7"), Err(NotText::Pdf));
        assert_eq!(text(b"\x7FELF\x02\x01\x01\0\0\0\0\0"), Err(NotText::Binary));
    }
}
