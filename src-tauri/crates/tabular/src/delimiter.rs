//! Which character parts the cells.

use crate::rows::{Table, read};

/// What programs part cells with, the commonest first.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];
/// How much of a text is looked at, in bytes.
const SAMPLE: usize = 64 * 1024;

/// The table in a text, with the delimiter that makes its rows most alike. A first line such as `sep=;`, which Excel
/// reads and writes, decides and is no row.
#[must_use]
pub fn table(text: &str) -> Table {
    if let Some((delimiter, rest)) = said(text) {
        return read(rest, delimiter, 2);
    }
    table_with(text, detect(text))
}

/// The table in a text, parted by this delimiter.
#[must_use]
pub fn table_with(text: &str, delimiter: char) -> Table {
    read(text, delimiter, 1)
}

fn said(text: &str) -> Option<(char, &str)> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let start = first.get(..4).filter(|start| start.eq_ignore_ascii_case("sep="))?;
    let mut delimiter = first[start.len()..].chars();
    delimiter.next().filter(|c| DELIMITERS.contains(c) && delimiter.as_str().is_empty()).map(|c| (c, rest))
}

fn detect(text: &str) -> char {
    let sample = match text.as_bytes().get(..SAMPLE) {
        // In whole lines, or as much of one that is longer than that.
        Some(start) => match start.iter().rposition(|byte| *byte == b'\n') {
            Some(end) => &text[..end],
            None => start.utf8_chunks().next().map_or("", |whole| whole.valid()),
        },
        None => text,
    };
    let mut best = (0.0, 0, DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let table = read(sample, delimiter, 1);
        let Some(head) = table.rows.first().map(|row| row.cells.len()).filter(|cells| *cells > 1) else { continue };
        let alike = table.rows.iter().filter(|row| row.cells.len() == head).count();
        let share = alike as f32 / table.rows.len() as f32;
        // As alike, more cells are the better account; a comma stands inside cells as well.
        if share > best.0 + 0.05 || (share > best.0 - 0.05 && head > best.1) {
            best = (share, head, delimiter);
        }
    }
    best.2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_what_makes_rows_alike() {
        let delimiter = |text: &str| table(text).delimiter;
        assert_eq!(delimiter("name,mail\nA,a@x\n"), ',');
        assert_eq!(delimiter("name;salary;note\nA;1,5;x, y, z\nB;2,5;\n"), ';');
        assert_eq!(delimiter("Name, first;Mail;Phone\nLi, Wei;w@x;1\n"), ';');
        assert_eq!(delimiter("name\tmail\nA, B\ta@x\n"), '\t');
        assert_eq!(delimiter("name|mail\nA|a@x\n"), '|');
        assert_eq!(delimiter("name\nA\n"), ',');
        assert_eq!(delimiter(""), ',');
    }

    #[test]
    fn excel_may_say_the_delimiter() {
        let table = table("sep=;\na;b,c\n");
        assert_eq!((table.delimiter, table.rows.len(), table.rows[0].line), (';', 1, 2));
        assert_eq!(table.rows[0].cells, ["a", "b,c"]);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_welcome(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400)) {
            if let Ok(text) = crate::text(&bytes) {
                let _ = table(&text.text);
                let _ = crate::key(&text.text);
            }
        }

        #[test]
        fn what_is_written_quoted_is_read_again(rows in proptest::collection::vec(
            proptest::collection::vec("[a-z\",;\n\t |é]{0,6}", 2..5), 1..6)) {
            let quote = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let lines: Vec<String> = rows.iter().map(|row| row.iter().map(quote).collect::<Vec<_>>().join(";")).collect();
            let read: Vec<Vec<String>> = table_with(&lines.join("\n"), ';').rows.into_iter().map(|row| row.cells).collect();
            let filled = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
            proptest::prop_assert_eq!(read, filled.collect::<Vec<_>>());
        }
    }
}
