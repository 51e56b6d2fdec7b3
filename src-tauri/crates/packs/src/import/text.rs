//! From the bytes of a file to its text, with what a person should know of it.

use crate::notes::Notes;

/// The text of a file. Anything that is no text at all (a picture, an archive) is an error.
pub(super) fn decode(bytes: &[u8], notes: &mut Notes) -> Option<String> {
    let read = match workbench_tabular::text(bytes) {
        Ok(read) => read,
        Err(what) => {
            notes.error(1, what.to_string());
            return None;
        }
    };
    let name = read.encoding;
    if read.replaced {
        let before = read.text.find('\u{FFFD}').map_or("", |at| &read.text[..at]);
        let line = before.matches('\n').count() + 1;
        notes.warning(
            line,
            format!("Some characters here are not valid {name} and were replaced. Save the file as UTF-8 if words look wrong."),
        );
    } else if read.guessed {
        notes.warning(
            1,
            format!("This file is not in UTF-8. It was read as {name}; if words look wrong, save it as UTF-8."),
        );
    }
    Some(read.text)
}
