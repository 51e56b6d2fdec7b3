//! What another program reads from the file: poppler's pdftotext, where it is installed. Whatever was written is there.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use unicode_normalization::UnicodeNormalization as _;
use workbench_domain::entry::{Entry, EntryKind};

use super::*;
use crate::render_packet;

/// The text of a PDF, or none where there is no pdftotext.
fn extracted(bytes: &[u8]) -> Option<String> {
    let mut reader = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut input = reader.stdin.take()?;
    let bytes = bytes.to_vec();
    // Written beside the reading: either pipe may be full.
    let writing = std::thread::spawn(move || input.write_all(&bytes));
    let read = reader.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    assert!(read.status.success(), "pdftotext refused the file");
    Some(String::from_utf8(read.stdout).unwrap())
}

/// As one writes it, whichever way it is encoded; without marks that have no shape.
fn plain(text: &str) -> String {
    text.nfkc().filter(|c| !crate::fonts::words::is_ignorable(*c)).collect()
}

/// The words of a text as they are printed: what cannot be drawn stands as its code.
fn printed_words(text: &str) -> Vec<String> {
    let characters = text.chars().collect::<BTreeSet<_>>();
    let selection = crate::fonts::Selection::new(&Fonts::bundled_only(), characters);
    plain(&selection.visible(text)).split_whitespace().map(str::to_owned).collect()
}

/// Everything in `texts` as notes, the first also as the names, and read back from the file.
fn read_back(texts: &[String]) -> Option<(Packet, String)> {
    let mut packet = small();
    packet.candidate.clone_from(&texts[0]);
    packet.panel[0].interviewer.clone_from(&texts[0]);
    let note = packet.scorecards[0].general[0].clone();
    let kinds = [EntryKind::Note, EntryKind::Quote, EntryKind::Good, EntryKind::Concern, EntryKind::FollowUp];
    packet.scorecards[0].general = texts
        .iter()
        .zip(kinds.into_iter().cycle())
        .map(|(text, kind)| Entry { text: text.clone(), kind, ..note.clone() })
        .collect();
    let made = render_packet(&packet, Paper::A4, &Fonts::bundled_only()).unwrap();
    // The reader marks the direction of what it found.
    let marks = |c: char| matches!(c, '\u{202A}'..='\u{202E}');
    Some((packet, plain(&extracted(&made.bytes)?).replace(marks, "")))
}

/// Every word stands in the text, in one piece or, where a line ends inside it, in two.
fn check_words(texts: &[String]) {
    let Some((_, read)) = read_back(texts) else { return };
    let words: BTreeSet<&str> = read.split_whitespace().collect();
    let joined: String = read.split_whitespace().collect();
    for text in texts {
        for word in printed_words(text) {
            let there = words.contains(word.as_str()) || joined.contains(word.as_str());
            assert!(there, "{word:?} of {text:?} is lost in {read}");
        }
    }
}

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.roll(of.len())]
    }
}

const SYLLABLES: [&[&str]; 5] = [
    &[
        "Zoë", "ł", "ó", "dź", "Nguy", "ễ", "n", "Đ", "ức", "Þ", "ór", "ș", "ț", "ß", "fi", "ffl", "e\u{301}", "ÅÄÖ",
        "ğ", "ı",
    ],
    &["Ελ", "έν", "η", "Πα", "ύλ", "ος", "ἄν", "θρω", "ΐ", "Ὀδ", "υσ", "ς"],
    &["Ан", "на", "Ков", "аль", "чук", "їж", "ґа", "ё", "Щ", "ъ", "ћ", "ў"],
    &["מו", "שה", "כה", "ן", "לוי", "אב", "רהם", "צ", "ץ", "בּ", "רֵ", "שִׁ"],
    &["دی", "محم", "د", "لا", "حسن", "پگ", "ها", "ی", "ليلى", "مُ", "قَ", "صّ"],
];

#[test]
fn every_word_in_five_scripts_is_read_back() {
    let mut dice = Dice(7);
    for _ in 0..3 {
        let texts: Vec<String> = (0..12)
            .map(|place| {
                let script = SYLLABLES[place % SYLLABLES.len()];
                let word = |dice: &mut Dice| (0..1 + dice.roll(4)).map(|_| dice.pick(script)).collect::<String>();
                (0..1 + dice.roll(9)).map(|_| word(&mut dice)).collect::<Vec<_>>().join(" ")
            })
            .collect();
        check_words(&texts);
    }
}

#[test]
fn every_word_of_a_very_long_note_is_read_back() {
    let mut dice = Dice(11);
    let mut text = String::new();
    while text.len() < 50_000 {
        let script = SYLLABLES[dice.roll(3)];
        let length = 1 + dice.roll(5);
        (0..length).for_each(|_| text.push_str(dice.pick(script)));
        text.push(if dice.roll(40) == 0 { '\n' } else { ' ' });
    }
    check_words(&["Ana".to_owned(), text]);
}

#[test]
fn every_word_of_strings_that_break_programs_is_read_back() {
    let texts = [
        "<script>alert('x')</script> ${7*7} {{1+1}} %s %n \\0 ../../etc/passwd ; rm -rf / -- ' OR 1=1 \"",
        "(a) ) ( \\) \\( [b] {c} <d> %e /F1 12 Tf (x) Tj ET endstream endobj",
        "undefined null NaN 1E+02 0x1F -0 1/0 ١٢٣ ½ ² ﬁ ﬂ Ω ™ € ₹ ← ∞ ✓ ★",
        "Z\u{341}a\u{35C}l\u{322}\u{310}g\u{30A}\u{30B}o\u{31B}\u{332}",
        "ﷺ لا إله ﷽",
        "\u{202E}turned\u{202C} \u{200F}marked\u{200F} zero\u{200B}width soft\u{AD}hyphen no\u{A0}break",
        "𝔘𝔫𝔦 👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇵🇱 🦄",
        "tab\there\r\nnew\u{2028}line \u{7}bell \u{FFFD} \u{F8FF} \u{10FFFD}",
        "क्षत्रिय श्री \u{600}\u{600}\u{600}5 a\u{93E} \u{301}alone",
    ];
    check_words(&texts.map(str::to_owned));
}

#[test]
fn control_strings_of_the_file_format_never_break_a_page() {
    let mut dice = Dice(3);
    let pieces =
        ["(", ")", "\\", "\n", "<<", ">>", "[", "]", "%", "/", "BT", "ET", "Q", "q", " ", "\u{0}", "é", "א", "ت"];
    let texts: Vec<String> = (0..8)
        .map(|_| (0..200).map(|_| dice.pick(&pieces)).collect::<String>())
        .map(|text| format!("x{text}x"))
        .collect();
    let Some((packet, read)) = read_back(&texts) else { return };
    assert_eq!(read.matches('\u{c}').count(), pages(&packet).len());
}

#[test]
fn joiners_inside_words_are_read_back() {
    let mut packet = small();
    packet.scorecards[0].general[0].text = "مهدی علی\u{200C}نژاد / क्\u{200D}षितिज".to_owned();
    let made = render_packet(&packet, Paper::A4, &Fonts::bundled_only()).unwrap();
    let Some(read) = extracted(&made.bytes) else { return };
    for word in ["علی\u{200C}نژاد", "क्\u{200D}षितिज"] {
        assert!(read.contains(word), "{word:?} is lost in {read:?}");
    }
}
