//! Cells of a table that we write: a spreadsheet neither runs them nor parts them wrongly.

/// With these a spreadsheet takes a cell for a formula, also in the wide forms of East Asian keyboards.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A text as a cell: one that a spreadsheet would run gets an apostrophe in front.
#[must_use]
pub fn safe(text: &str) -> String {
    if is_run(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text of a cell, without the apostrophe of [`safe`].
#[must_use]
pub fn plain(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_run(rest)).unwrap_or(cell)
}

/// Whether an apostrophe is needed; one that stands there already needs another.
fn is_run(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// Rows as RFC 4180 (section 2) writes them, every cell made [`safe`], after a byte order mark, by which spreadsheets know
/// that the text is Unicode.
#[must_use]
pub fn csv<R: AsRef<[String]>>(rows: impl IntoIterator<Item = R>) -> String {
    let mut out = String::from("\u{FEFF}");
    for row in rows {
        for (at, cell) in row.as_ref().iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            let cell = safe(cell);
            if cell.contains([',', '"', '\n', '\r', ';', '\t', '|']) || cell.trim() != cell {
                out.push('"');
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(&cell);
            }
        }
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_would_be_run_is_made_safe_and_comes_back() {
        for text in ["=1+1", "+49", "-x", "@SUM", "'=1", "''@x", "＝A1"] {
            assert!(safe(text).starts_with('\''), "{text}");
            assert_eq!(plain(&safe(text)), text);
        }
        for text in ["a=1", "'tis", "", "'"] {
            assert_eq!((safe(text).as_str(), plain(text)), (text, text));
        }
    }

    #[test]
    fn rows_come_back_as_they_were() {
        let rows = [["a, b", "say \"x\"", " c "], ["=1", "two\nlines", ""]].map(|row| row.map(str::to_owned).to_vec());
        let written = csv(&rows);
        let read = crate::table_with(&written.trim_start_matches('\u{FEFF}').replace("\r\n", "\n"), ',');
        let cells: Vec<Vec<&str>> =
            read.rows.iter().map(|row| row.cells.iter().map(|cell| plain(cell)).collect()).collect();
        assert_eq!(cells, rows);
    }
}
