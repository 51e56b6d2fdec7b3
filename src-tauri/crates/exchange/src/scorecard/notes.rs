//! The text of a file and its problems, while it is being read.

pub(super) use workbench_domain::problem::FileProblems as Notes;
pub(super) use workbench_tabular::quoted;
use workbench_tabular::too_many;

/// What parts the files that are read here.
const SIGNS: &[u8] = b"\n\r,;\t{}[]:";

/// The text of the file, if it is one.
pub(super) fn text(bytes: &[u8], notes: &mut Notes) -> Option<String> {
    if let Some((line, what)) = too_many(bytes, SIGNS) {
        notes.error(line, what);
        return None;
    }
    match workbench_tabular::text(bytes) {
        Ok(text) => {
            if let Some((line, what)) = text.doubt() {
                notes.warning(line, what);
            }
            Some(text.text)
        }
        Err(e) => {
            notes.error(1, e.to_string());
            None
        }
    }
}
