//! Names of files that every file system takes.

use std::{collections::HashSet, path::Path};

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::{disk::path_words, failure::Failure};

/// The longest name, in bytes: some file systems that encrypt take 143, and a number may have to be added.
const BYTES_MAX: usize = 130;
/// What is left for a role beside a long name, in bytes.
const ROLE_BYTES_MAX: usize = 40;

/// What no file system minds: no separators, no control characters, nothing that turns what stands behind it round, composed,
/// one space where there was any white space.
fn safe(text: &str) -> String {
    let clean: String = text
        .nfc()
        .map(|c| if c.is_control() || r#"<>:"/\|?*"#.contains(c) { ' ' } else { c })
        .filter(|c| !turns(*c))
        .collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(['.', ' ']).to_owned()
}

/// Whether a character is not seen and changes in which direction others are read, or is no character at all.
fn turns(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(c, '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' | '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

/// As much of a text as so many bytes take, without parting what is read as one sign.
fn cut(text: &str, bytes: usize) -> &str {
    let mut end = 0;
    for (place, sign) in text.grapheme_indices(true) {
        if place + sign.len() > bytes {
            break;
        }
        end = place + sign.len();
    }
    if end == 0 {
        // One sign that is longer than all the room, as letters under heaps of marks are.
        end = text
            .char_indices()
            .map(|(place, c)| place + c.len_utf8())
            .take_while(|end| *end <= bytes)
            .last()
            .unwrap_or(0);
    }
    text[..end].trim_end_matches([' ', '.', ','])
}

/// Refuses a name that says that the file is of another kind than what is written: whoever opens it, or is sent it, is told by the
/// ending. A name without one is taken as it is. `ending` is the one that fits.
///
/// # Errors
/// `invalid`, with the ending that fits.
pub fn ends_as(path: &Path, ending: &str) -> Result<(), Failure> {
    let (what, also): (&str, &[&str]) = match ending {
        "pdf" => ("a PDF", &[]),
        "md" => ("Markdown", &["markdown", "txt"]),
        "csv" => ("CSV", &["txt"]),
        "json" => ("JSON", &["txt"]),
        "toml" => ("TOML", &["txt"]),
        _ => ("text", &["txt"]),
    };
    match ending_of(path) {
        Some(other) if other != ending && !also.contains(&other.as_str()) => Err(Failure::invalid(format!(
            "{} ends in .{other}, and what is written there is {what}. Let the name end in .{ending}. Nothing was written.",
            path_words(path)
        ))
        .under("path")),
        _ => Ok(()),
    }
}

/// The ending of a name, in small letters: a few letters and figures behind the last point. What else stands behind a point, as in
/// `packet v1.2` or `Dr. Ana Ruiz`, says no kind.
#[must_use]
pub fn ending_of(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    let is_kind = ending.len() <= 8
        && ending.starts_with(|c: char| c.is_ascii_alphabetic())
        && ending.chars().all(|c| c.is_ascii_alphanumeric());
    is_kind.then_some(ending)
}

/// The name of a document: its date, who or what it is about, for which role where that says more, and what it is. It begins
/// with a digit, so it is none of those that Windows keeps for itself, and it ends in `.pdf`.
#[must_use]
pub fn file_name(date: Date, who: &str, role: Option<&str>, what: &str) -> String {
    let who = safe(who);
    let who = if who.is_empty() { "candidate" } else { &who };
    let room = BYTES_MAX - format!("{date}   {what}.pdf").len();
    let role = role.map(safe).filter(|role| !role.is_empty());
    let Some(role) = role else { return format!("{date} {} {what}.pdf", cut(who, room)) };
    let who = cut(who, room - room.min(role.len().min(ROLE_BYTES_MAX) + 2));
    let role = cut(&role, room - who.len() - 2);
    format!("{date} {who}, {role}, {what}.pdf")
}

/// The names that were given in one folder.
#[derive(Default)]
pub(crate) struct Names(HashSet<String>);

impl Names {
    /// The name, numbered where it is taken: given before, also where a file system tells no capital letters or composes
    /// characters its own way, or `there`.
    pub(crate) fn free(&mut self, name: &str, there: impl Fn(&str) -> bool) -> String {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "pdf"));
        let mut free = name.to_owned();
        let mut number = 2_u32;
        while there(&free) || !self.0.insert(free.nfkc().collect::<String>().to_lowercase()) {
            free = format!("{stem} ({number}).{ending}");
            number += 1;
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATE: Date = Date::constant(2026, 11, 22);

    #[test]
    fn a_name_with_the_ending_of_another_kind_is_refused_and_one_without_any_is_taken() {
        for (name, ending) in [
            ("p.pdf", "pdf"),
            ("p.PDF", "pdf"),
            ("packet", "pdf"),
            ("packet v1.2", "pdf"),
            ("Dr. Ana Ruiz", "pdf"),
            (".hidden", "pdf"),
            ("c.csv", "csv"),
            ("c.txt", "csv"),
            ("c.markdown", "md"),
            ("a.docx/p", "pdf"),
        ] {
            assert_eq!(ends_as(Path::new(name), ending).map_err(|refused| refused.message), Ok(()), "{name}");
        }
        for (name, ending, words) in [
            ("p.docx", "pdf", "p.docx ends in .docx, and what is written there is a PDF. Let the name end in .pdf."),
            ("p.pdf.txt", "pdf", "ends in .txt, and what is written there is a PDF."),
            ("c.PDF", "csv", "ends in .pdf, and what is written there is CSV. Let the name end in .csv."),
            ("c.xlsx", "md", "what is written there is Markdown. Let the name end in .md."),
        ] {
            let refused = ends_as(Path::new(name), ending).unwrap_err();
            assert!(refused.message.contains(words) && refused.field.as_deref() == Some("path"), "{refused}");
        }
    }

    #[test]
    fn file_names_are_safe_everywhere() {
        for (who, name) in [
            ("Ana Ruiz", "2026-11-22 Ana Ruiz packet.pdf"),
            ("山田太郎", "2026-11-22 山田太郎 packet.pdf"),
            ("a/b\\c:d*?\"<>|", "2026-11-22 a b c d packet.pdf"),
            ("../../etc/passwd", "2026-11-22 etc passwd packet.pdf"),
            ("...", "2026-11-22 candidate packet.pdf"),
            ("CON", "2026-11-22 CON packet.pdf"),
            ("Ana. ", "2026-11-22 Ana packet.pdf"),
            ("Ana\u{2028}Ruiz\u{0}\u{85}", "2026-11-22 Ana Ruiz packet.pdf"),
            ("\u{200F}דוד\u{061C}\u{202E}", "2026-11-22 דוד packet.pdf"),
            ("Jose\u{0301}\u{FEFF}\u{FFFF}", "2026-11-22 José packet.pdf"),
            ("می\u{200C}خواهم", "2026-11-22 می\u{200C}خواهم packet.pdf"),
        ] {
            assert_eq!(file_name(DATE, who, None, "packet"), name);
        }
    }

    #[test]
    fn a_name_says_the_role_and_stays_short_in_bytes() {
        assert_eq!(
            file_name(DATE, "Ana Ruiz", Some("Backend: senior"), "packet"),
            "2026-11-22 Ana Ruiz, Backend senior, packet.pdf"
        );
        assert_eq!(file_name(DATE, "Ana Ruiz", Some(" / "), "packet"), "2026-11-22 Ana Ruiz packet.pdf");
        for who in [
            "a".repeat(500),
            "字".repeat(200),
            "👩🏽‍💻".repeat(60),
            "e\u{0301}\u{0323}".repeat(200),
            "e".to_owned() + &"\u{0323}".repeat(300),
        ] {
            for role in [None, Some("R"), Some(&"Ю".repeat(200)[..]), Some("Senior Python engineer, platform")] {
                for what in ["packet", "packet, name hidden", "interviewer guide"] {
                    let name = file_name(DATE, &who, role, what);
                    assert!(name.len() <= BYTES_MAX && name.ends_with(&format!("{what}.pdf")), "{} {name}", name.len());
                    assert!(!name.contains("  ") && !name.contains(" ,"), "{name}");
                }
            }
        }
    }

    #[test]
    fn a_long_name_is_never_cut_within_a_sign() {
        let name = file_name(DATE, &"👩🏽‍💻".repeat(60), None, "packet");
        assert_eq!(name, format!("2026-11-22 {} packet.pdf", "👩🏽‍💻".repeat(7)));
    }

    #[test]
    fn two_that_a_file_system_may_take_for_one_are_numbered() {
        let mut names = Names::default();
        let free = |names: &mut Names, name: &str| names.free(name, |name| name == "c.pdf");
        assert_eq!(free(&mut names, "José.pdf"), "José.pdf");
        assert_eq!(free(&mut names, "JOSÉ.pdf"), "JOSÉ (2).pdf");
        assert_eq!(free(&mut names, "Jose\u{0301}.pdf"), "Jose\u{0301} (3).pdf");
        assert_eq!(free(&mut names, "c.pdf"), "c (2).pdf");
        assert_eq!(free(&mut names, "c.pdf"), "c (3).pdf");
    }
}
