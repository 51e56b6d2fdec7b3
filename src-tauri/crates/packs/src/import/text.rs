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
    if let Some((line, what)) = read.doubt() {
        notes.warning(line, what);
    }
    Some(read.text)
}
