//! The form in which the names of columns are compared.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The name in small letters without accents, its words parted by one space: `E-Mail_Address`, `eMailAddress` and
/// `é-mail  address` are all `e mail address`.
#[must_use]
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let (mut gap, mut small) = (false, false);
    for c in name.nfkd().filter(|c| !is_combining_mark(*c)) {
        if !c.is_alphanumeric() {
            (gap, small) = (true, false);
            continue;
        }
        if (gap || (small && c.is_uppercase())) && !key.is_empty() {
            key.push(' ');
        }
        (gap, small) = (false, c.is_lowercase());
        key.extend(c.to_lowercase());
    }
    key
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn names_that_a_person_reads_as_one_are_one() {
        for name in ["E-Mail_Address", "eMailAddress", " é-mail  address: ", "\u{FEFF}E-MAIL ADDRESS"] {
            assert_eq!(key(name), "e mail address", "{name}");
        }
        assert_eq!((key("氏名"), key("URL"), key("***")), ("氏名".to_owned(), "url".to_owned(), String::new()));
    }
}
