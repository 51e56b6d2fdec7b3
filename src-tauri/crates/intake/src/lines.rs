//! The lines that calendars and vCards are made of: `NAME;PARAM=value:text`, folded (RFC 5545, section 3.1; RFC 6350,
//! section 3.2).

use std::ops::ControlFlow;

use crate::notes::Notes;

/// What parts lines, parameters and values.
const SIGNS: &[u8] = b"\n\r:;,";
/// The most parameters of one line that are looked at; programs write up to ten.
const PARAMS_MAX: usize = 100;

/// One line, unfolded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// Where it begins, counted from 1.
    pub line: usize,
    /// The name in capitals, without the group before it.
    pub name: String,
    /// Its parameters, their names in capitals. One without a value, as vCard 2.1 has them, is a TYPE.
    pub params: Vec<(String, String)>,
    /// The text as it stands in the file.
    pub value: String,
}

impl Line {
    /// The value of a parameter; several values stand with commas between.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }

    /// Whether a parameter has this among its values.
    pub fn says(&self, name: &str, value: &str) -> bool {
        let mut values = self.params.iter().filter(|(of, _)| of == name).flat_map(|(_, values)| values.split(','));
        values.any(|of| of.trim().eq_ignore_ascii_case(value))
    }

    /// The text as a person reads it.
    pub fn text(&self) -> String {
        unescape(&self.value)
    }
}

/// Hands over the lines of a file, one after the other, until it is told to stop: all of them at once would take many
/// times what the file takes. What is no such line is noted. Whether there was any text.
pub(crate) fn each_line(
    bytes: &[u8],
    notes: &mut Notes,
    mut take: impl FnMut(Line, &mut Notes) -> ControlFlow<()>,
) -> bool {
    if notes.too_many(bytes, SIGNS) {
        return false;
    }
    // Old programs fold in the middle of a letter's bytes, so folds go before bytes become letters.
    let has_folds = !bytes.contains(&0);
    let (text, starts) = if has_folds {
        let (unfolded, starts) = unfold(bytes);
        (notes.text(&unfolded), starts)
    } else {
        (notes.text(bytes), Vec::new())
    };
    let Some(text) = text else { return false };
    for (place, line) in text.split('\n').enumerate() {
        let number = starts.get(place).copied().unwrap_or(place + 1);
        if line.trim().is_empty() {
            continue;
        }
        let Some(line) = parse(line, number) else {
            notes.warning(number, "This line has no colon, so it says nothing. It was left out.");
            continue;
        };
        if take(line, notes).is_break() {
            break;
        }
    }
    !text.trim().is_empty()
}

/// The bytes with each folded line as one, and where each began.
fn unfold(bytes: &[u8]) -> (Vec<u8>, Vec<usize>) {
    let (mut out, mut starts): (Vec<u8>, Vec<usize>) = (Vec::with_capacity(bytes.len()), Vec::new());
    let end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
    let (mut soft, mut from) = (false, 0);
    for (line, number) in bytes.split(|byte| *byte == end).zip(1..) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let folded = line.first().is_some_and(|byte| matches!(byte, b' ' | b'\t')) && !starts.is_empty();
        if !soft && !folded {
            if !starts.is_empty() {
                out.push(b'\n');
            }
            starts.push(number);
            from = out.len();
        }
        let line = if folded && !soft { &line[1..] } else { line };
        // A bare return would be read as another line later.
        out.extend(line.iter().map(|byte| if *byte == b'\r' { b' ' } else { *byte }));
        // In quoted-printable, a line that ends in "=" goes on.
        soft = out.len() > from && out.last() == Some(&b'=') && is_quoted_printable(&out[from..]);
        if soft {
            out.pop();
        }
    }
    (out, starts)
}

fn is_quoted_printable(line: &[u8]) -> bool {
    let head = line.split(|byte| *byte == b':').next().unwrap_or_default();
    head.to_ascii_uppercase().windows(16).any(|part| part == b"QUOTED-PRINTABLE")
}

fn parse(text: &str, line: usize) -> Option<Line> {
    let (head, value) = parted(text)?;
    let mut parts = split_quoted(head, ';');
    let name = parts.next().unwrap_or_default();
    let name = name.rsplit('.').next().unwrap_or_default().trim().to_ascii_uppercase();
    let params = parts
        .take(PARAMS_MAX)
        .map(|part| match part.split_once('=') {
            Some((name, value)) => (name.trim().to_ascii_uppercase(), param_text(value)),
            None => ("TYPE".to_owned(), param_text(part)),
        })
        .collect();
    Some(Line { line, name, params, value: value.to_owned() })
}

/// What stands before the first colon outside quotation marks, and after it.
fn parted(text: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ':' if !quoted => return Some((&text[..at], &text[at + 1..])),
            _ => {}
        }
    }
    // A quotation mark that is never closed.
    text.split_once(':')
}

fn split_quoted(text: &str, by: char) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |c: char| {
        if c == '"' {
            quoted = !quoted;
        }
        c == by && !quoted
    })
}

/// A parameter without its quotation marks, with what RFC 6868 writes as `^n`, `^'` and `^^`.
fn param_text(value: &str) -> String {
    let value = value.trim().replace('"', "");
    if !value.contains('^') {
        return value;
    }
    let (mut out, mut chars) = (String::new(), value.chars());
    while let Some(c) = chars.next() {
        if c != '^' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('\'') => out.push('"'),
            Some('^') => out.push('^'),
            other => {
                out.push('^');
                out.extend(other);
            }
        }
    }
    out
}

/// A text without its backslashes.
pub(crate) fn unescape(text: &str) -> String {
    let (mut out, mut chars) = (String::with_capacity(text.len()), text.chars());
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n' | 'N') => out.push('\n'),
            Some(c @ ('\\' | ',' | ';' | ':' | '"')) => out.push(c),
            other => {
                out.push('\\');
                out.extend(other);
            }
        }
    }
    out
}

/// The parts of a structured value, each without its backslashes.
pub(crate) fn parts(value: &str, by: char) -> Vec<String> {
    let mut escaped = false;
    let split = value.split(|c: char| {
        let here = c == by && !escaped;
        escaped = c == '\\' && !escaped;
        here
    });
    split.map(|part| unescape(part).trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8]) -> Vec<Line> {
        let mut lines = Vec::new();
        each_line(bytes, &mut Notes::new("x"), |line, _| {
            lines.push(line);
            ControlFlow::Continue(())
        });
        lines
    }

    fn read(text: &str) -> Vec<(usize, String, String)> {
        lines(text.as_bytes()).into_iter().map(|line| (line.line, line.name.clone(), line.text())).collect()
    }

    fn line(number: usize, name: &str, text: &str) -> (usize, String, String) {
        (number, name.to_owned(), text.to_owned())
    }

    #[test]
    fn folded_lines_are_one_and_keep_the_number_of_their_first() {
        let text = "BEGIN:VCARD\r\nNOTE:one\\, t\r\n wo\\nthr\r\n\tee\r\n\r\nitem1.FN:A\\;B\r\n";
        let note = line(2, "NOTE", "one, two\nthree");
        assert_eq!(read(text), [line(1, "BEGIN", "VCARD"), note, line(6, "FN", "A;B")]);
    }

    #[test]
    fn a_letter_that_is_folded_apart_is_whole_again() {
        let mut bytes = b"FN:Zo\xC3\r\n \xAB, Si\xC3\xA2n, Jos\xC3\xA9, M\xC3\xBCller".to_vec();
        bytes.extend_from_slice(b"\r\n");
        let read = lines(&bytes);
        assert_eq!(read[0].text(), "Zoë, Siân, José, Müller");
    }

    #[test]
    fn quoted_printable_goes_on_after_its_soft_ends() {
        let text = "NOTE;ENCODING=QUOTED-PRINTABLE:one =\r\ntwo =\r\nthree\r\nFN:a=\r\nX:b";
        let note = line(1, "NOTE", "one two three");
        assert_eq!(read(text), [note, line(4, "FN", "a="), line(5, "X", "b")]);
    }

    #[test]
    fn parameters_may_be_quoted_and_bare() {
        let read = parse("ATTENDEE;CN=\"Li: Wei; x\";ROLE=REQ^'P:mailto:a@b", 1).unwrap();
        assert_eq!((read.param("CN"), read.param("ROLE")), (Some("Li: Wei; x"), Some("REQ\"P")));
        assert_eq!(read.value, "mailto:a@b");
        let old = parse("TEL;WORK;TYPE=voice,pref:1", 1).unwrap();
        assert!(old.says("TYPE", "work") && old.says("TYPE", "PREF") && !old.says("TYPE", "home"));
        assert_eq!(parts("Müller;Anna\\;Maria,x\\\\;", ';'), ["Müller", "Anna;Maria,x\\", ""]);
    }
}
