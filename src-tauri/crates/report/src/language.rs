//! Which language a text is marked as, by its letters.

/// The language of the first letter: as a language where one alone is written with such letters today, as a script where
/// several are; none for Latin letters, which are the document's own.
pub(crate) fn language(text: &str) -> Option<&'static str> {
    let letter = text.chars().find(|c| c.is_alphabetic())?;
    Some(match u32::from(letter) {
        0x0370..=0x03FF | 0x1F00..=0x1FFF => "el",
        0x0400..=0x052F | 0x1C80..=0x1C8F => "und-Cyrl",
        0x0530..=0x058F => "hy",
        0x0590..=0x05FF | 0xFB1D..=0xFB4F => "he",
        0x0600..=0x06FF | 0x0750..=0x077F | 0x08A0..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFF => "und-Arab",
        0x0900..=0x097F => "und-Deva",
        0x0980..=0x09FF => "und-Beng",
        0x0B80..=0x0BFF => "ta",
        0x0C00..=0x0C7F => "te",
        0x0E00..=0x0E7F => "th",
        0x10A0..=0x10FF => "ka",
        0x1200..=0x139F => "und-Ethi",
        0x3040..=0x30FF | 0x31F0..=0x31FF => "ja",
        0x1100..=0x11FF | 0xAC00..=0xD7FF => "ko",
        0x2E80..=0x303F | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => "und-Hani",
        _ => return None,
    })
}

/// The language that a text is marked as in a document whose own words are of such letters; none where they are the same.
pub(crate) fn beside(text: &str, own: Option<&'static str>) -> Option<&'static str> {
    match (language(text), own) {
        (found, None) => found,
        (found, own) if found == own => None,
        (None, Some(_)) => Some("und-Latn"),
        (found, Some(_)) => found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_other_than_the_documents_own_are_marked() {
        assert_eq!((beside("Ana", None), beside("Анна", None)), (None, Some("und-Cyrl")));
        let cyrillic = language("Пакет");
        assert_eq!((beside("Ana", cyrillic), beside("Анна", cyrillic)), (Some("und-Latn"), None));
        assert_eq!(beside("Ἀννα", cyrillic), Some("el"));
    }
}
