//! vCards 3.0 (RFC 2426) and 4.0 (RFC 6350); of 2.1 what can be read, with a word about it.

use std::ops::ControlFlow;

use crate::{
    candidates::{Draft, NewCandidate, is_full, joined},
    columns::Field,
    lines::{Line, each_line, parts, unescape},
    notes::Notes,
    protected::Protected,
};

/// What belongs to the card and says nothing of the person.
const OF_THE_CARD: &[&str] = &[
    "VERSION",
    "PRODID",
    "REV",
    "UID",
    "KIND",
    "SOURCE",
    "CLIENTPIDMAP",
    "LOGO",
    "SOUND",
    "KEY",
    "GEO",
    "TZ",
    "LABEL",
    "SORT-STRING",
    "CLASS",
    "MAILER",
    "PROFILE",
    "XML",
    "CALURI",
    "CALADRURI",
    "FBURL",
    "LANG",
    "CREATED",
    "X-ABLABEL",
    "X-ABADR",
    "X-ABUID",
    "X-ABSHOWAS",
];
/// What the names of properties do not say by themselves.
const PROTECTED: &[(&str, Protected)] = &[
    ("RELATED", Protected::Family),
    ("X-ABRELATEDNAMES", Protected::Family),
    ("DEATHDATE", Protected::BirthDate),
    ("DEATHPLACE", Protected::BirthDate),
    ("X-ABDATE", Protected::BirthDate),
];

/// Whether a file begins as a vCard does.
pub(crate) fn is_one(bytes: &[u8]) -> bool {
    let start: Vec<u8> =
        bytes.iter().take(64).copied().filter(|byte| !matches!(byte, 0 | 0xEF | 0xBB | 0xBF | 0xFF | 0xFE)).collect();
    start.trim_ascii_start().to_ascii_uppercase().starts_with(b"BEGIN:VCARD")
}

/// The candidates of one or more cards.
pub(crate) fn read(bytes: &[u8], notes: &mut Notes) -> Vec<NewCandidate> {
    let mut candidates = Vec::new();
    let mut card: Option<(usize, Vec<Line>)> = None;
    each_line(bytes, notes, |line, notes| {
        let is_card = line.value.trim().eq_ignore_ascii_case("VCARD");
        match line.name.as_str() {
            "BEGIN" if is_card => {
                if let Some((start, _)) = card.replace((line.line, Vec::new())) {
                    notes.error(start, "This card has no END:VCARD. It was left out.");
                }
            }
            "END" if is_card => {
                let Some((start, lines)) = card.take() else { return ControlFlow::Continue(()) };
                if is_full(&candidates, start, notes) {
                    return ControlFlow::Break(());
                }
                candidates.extend(person(start, &lines, notes));
            }
            _ => {
                if let Some((_, lines)) = &mut card {
                    lines.push(line);
                }
            }
        }
        ControlFlow::Continue(())
    });
    if let Some((start, _)) = card {
        notes.error(start, "This card has no END:VCARD. It was left out; perhaps the file was cut off.");
    }
    candidates
}

fn person(start: usize, lines: &[Line], notes: &mut Notes) -> Option<NewCandidate> {
    let mut draft = Draft::default();
    let mut spoken = (String::new(), String::new());
    let mut structured = String::new();
    let old = lines.iter().any(|line| line.name == "VERSION" && line.value.trim() == "2.1");
    let mut told = false;
    // What is preferred comes first, since the first one of each stands.
    let preferred = |line: &&Line| !(line.says("TYPE", "pref") || line.param("PREF") == Some("1"));
    let mut ordered: Vec<&Line> = lines.iter().collect();
    ordered.sort_by_key(preferred);
    for line in ordered {
        let mut value = line.value.clone();
        if line.says("ENCODING", "QUOTED-PRINTABLE") || line.says("TYPE", "QUOTED-PRINTABLE") {
            value = unquoted(&value);
            if !told {
                let version = if old { "vCard 2.1" } else { "an old kind of vCard" };
                let what = format!(
                    "{version} writes this text as quoted-printable. It was read; look at its letters, or export the card as 3.0 or 4.0."
                );
                notes.warning(line.line, what);
                told = true;
            }
        }
        let is_about = PROTECTED.iter().find(|(name, _)| *name == line.name).map(|(_, what)| *what);
        if let Some(what) = is_about.or_else(|| Protected::of(&line.name)) {
            notes.dropped(line.line, what, &line.name);
            continue;
        }
        let text = unescape(&value);
        match line.name.as_str() {
            "FN" => draft.take(Some(Field::Name), "FN", &text),
            "N" => structured = name(&value),
            "EMAIL" => draft.take(Some(Field::Email), "E-mail", &text),
            "TEL" => draft.take(Some(Field::Phone), "Phone", text.strip_prefix("tel:").unwrap_or(&text)),
            "ORG" => {
                let units: Vec<String> = parts(&value, ';').into_iter().filter(|part| !part.is_empty()).collect();
                draft.take(Some(Field::Company), "Company", &units.join(", "));
            }
            "TITLE" | "ROLE" => draft.take(Some(Field::Title), "Title", &text),
            "URL" | "X-SOCIALPROFILE" | "SOCIALPROFILE" => draft.take(Some(Field::Link), "Link", &text),
            "ADR" => {
                let place = parts(&value, ';');
                let town: Vec<&str> = [3, 4, 6].iter().filter_map(|at| place.get(*at)).map(String::as_str).collect();
                let town: Vec<&str> = town.into_iter().filter(|part| !part.is_empty()).collect();
                draft.take(Some(Field::Location), "Location", &town.join(", "));
            }
            "NOTE" => draft.take(Some(Field::Notes), "Note", &text),
            "X-PHONETIC-FIRST-NAME" => spoken.0 = text,
            "X-PHONETIC-LAST-NAME" => spoken.1 = text,
            name if OF_THE_CARD.contains(&name) => {}
            // Kept, since a person may have written it; binary is not for notes.
            _ if line.says("ENCODING", "b") || line.says("ENCODING", "BASE64") || text.starts_with("data:") => {}
            name => draft.take(None, name.trim_start_matches("X-"), &text),
        }
    }
    draft.take(Some(Field::SpokenName), "Spoken name", &joined(&spoken.0, &spoken.1));
    draft.name_or(&structured);
    draft.finish(start, notes)
}

/// A structured name as one: prefix, given, additional, family, suffix.
fn name(value: &str) -> String {
    let list = parts(value, ';');
    let part = |at: usize| list.get(at).map(|part| part.replace(',', " ")).unwrap_or_default();
    let name = joined([part(1), part(2)].join(" ").trim(), &part(0));
    [part(3), name, part(4)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Quoted-printable (RFC 2045, section 6.7) as text.
fn unquoted(value: &str) -> String {
    let (mut out, mut rest) = (Vec::with_capacity(value.len()), value.as_bytes());
    while let Some((byte, after)) = rest.split_first() {
        let hex = after
            .get(..2)
            .and_then(|two| std::str::from_utf8(two).ok())
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        match (byte, hex) {
            (b'=', Some(code)) => {
                out.push(code);
                rest = &after[2..];
            }
            _ => {
                out.push(*byte);
                rest = after;
            }
        }
    }
    workbench_tabular::text(&out).map(|text| text.text).unwrap_or_default()
}
