//! Rows of cells, as RFC 4180 (section 2) writes them and as programs really do: quotes hold delimiters, line ends and
//! doubled quotes; a quote inside a bare cell is a quote.

/// The most cells that are read of one table.
pub const CELLS_MAX: usize = 2_000_000;
/// The most rows. One takes more memory than its cells do.
pub const ROWS_MAX: usize = 500_000;

/// A row that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line that it begins on, counted from 1.
    pub line: usize,
    /// Its cells. Rows may differ in how many they have.
    pub cells: Vec<String>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What parts its cells.
    pub delimiter: char,
    /// Its rows, the heading among them; blank ones are left out.
    pub rows: Vec<Row>,
    /// The line of a quotation mark that is never closed. It was read as an ordinary character.
    pub unclosed: Option<usize>,
    /// The line from which nothing was read, since the table has more than [`CELLS_MAX`] cells or [`ROWS_MAX`] rows.
    pub cut: Option<usize>,
}

/// Reads text with line ends as `\n`. `first` is the number of its first line.
pub(crate) fn read(text: &str, delimiter: char, first: usize) -> Table {
    let mut reader = Reader::new(delimiter, first);
    let mut rest = text;
    while !rest.is_empty() && reader.table.cut.is_none() {
        rest = reader.piece(rest);
    }
    reader.end_row();
    reader.table
}

struct Reader {
    delimiter: char,
    line: usize,
    row: Row,
    cell: String,
    table: Table,
    cells: usize,
}

impl Reader {
    fn new(delimiter: char, first: usize) -> Self {
        Self {
            delimiter,
            line: first,
            row: Row { line: first, cells: Vec::new() },
            cell: String::new(),
            table: Table { delimiter, rows: Vec::new(), unclosed: None, cut: None },
            cells: 0,
        }
    }

    /// Reads to the end of a cell, or of its quoted part; gives what follows.
    fn piece<'a>(&mut self, rest: &'a str) -> &'a str {
        let bare = rest.trim_start_matches(' ');
        if self.cell.trim().is_empty() && bare.starts_with('"') {
            if let Some(after) = self.quoted(&bare[1..]) {
                return after;
            }
            // Without its end it would swallow the rest of the file.
            self.table.unclosed.get_or_insert(self.line);
            self.cell.push('"');
            return self.plain(&bare[1..]);
        }
        self.plain(rest)
    }

    fn plain<'a>(&mut self, rest: &'a str) -> &'a str {
        let end = rest.find([self.delimiter, '\n']).unwrap_or(rest.len());
        self.cell.push_str(&rest[..end]);
        let mut after = rest[end..].chars();
        match after.next() {
            Some('\n') => {
                self.end_row();
                self.line += 1;
                self.row.line = self.line;
            }
            Some(_) => self.end_cell(),
            None => {}
        }
        after.as_str()
    }

    /// What stands up to the closing quotation mark; none where there is none.
    fn quoted<'a>(&mut self, rest: &'a str) -> Option<&'a str> {
        let (mut inside, mut left) = (String::new(), rest);
        loop {
            let end = left.find('"')?;
            inside.push_str(&left[..end]);
            left = &left[end + 1..];
            match left.strip_prefix('"') {
                Some(after) => {
                    inside.push('"');
                    left = after;
                }
                None => break,
            }
        }
        self.line += inside.matches('\n').count();
        self.cell = inside;
        // What stands between the closing quotation mark and the delimiter belongs to the cell.
        Some(self.plain(left.strip_prefix(' ').filter(|after| self.ends(after)).unwrap_or(left)))
    }

    fn ends(&self, rest: &str) -> bool {
        rest.is_empty() || rest.starts_with([self.delimiter, '\n'])
    }

    fn end_cell(&mut self) {
        self.cells += 1;
        let cell = std::mem::take(&mut self.cell);
        if self.cells > CELLS_MAX {
            // A row that is cut is not given; its line may be the only one of the file.
            self.table.cut.get_or_insert(self.row.line);
        } else {
            self.row.cells.push(cell);
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        let next = Row { line: self.line, cells: Vec::new() };
        let row = std::mem::replace(&mut self.row, next);
        if self.table.cut.is_some() || row.cells.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        if self.table.rows.len() == ROWS_MAX {
            self.table.cut = Some(row.line);
        } else {
            self.table.rows.push(row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        read(text, ',', 1).rows.into_iter().map(|row| (row.line, row.cells)).collect()
    }

    fn row(line: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn quotes_hold_delimiters_line_ends_and_quotes() {
        let text = "a,\"b, \"\"c\"\"\nd\",e\n\n,,\nf,\"\" ,5\" disk\n";
        assert_eq!(cells(text), [row(1, &["a", "b, \"c\"\nd", "e"]), row(5, &["f", "", "5\" disk"])]);
        assert_eq!(cells("a, \"b,c\"\n"), [row(1, &["a", "b,c"])]);
        assert_eq!(cells("a,"), [row(1, &["a", ""])]);
        assert_eq!(cells(""), []);
    }

    #[test]
    fn a_quote_that_is_never_closed_swallows_nothing() {
        let table = read("a,b\n\"c,d\ne,f\n", ',', 1);
        assert_eq!(table.unclosed, Some(2));
        let rows: Vec<_> = table.rows.into_iter().map(|row| (row.line, row.cells)).collect();
        assert_eq!(rows, [row(1, &["a", "b"]), row(2, &["\"c", "d"]), row(3, &["e", "f"])]);
    }

    #[test]
    fn a_table_of_delimiters_alone_ends() {
        let table = read(&format!("a,b\n{}", ",".repeat(CELLS_MAX)), ',', 1);
        assert_eq!((table.rows.len(), table.cut), (1, Some(2)));
        let one = read(&",".repeat(CELLS_MAX * 2), ',', 1);
        assert_eq!((one.rows.len(), one.cut), (0, Some(1)));
    }

    #[test]
    fn a_row_that_is_too_long_is_not_kept_while_it_is_read() {
        let mut reader = Reader::new(',', 1);
        let text = ",".repeat(CELLS_MAX * 2);
        let mut rest = text.as_str();
        while !rest.is_empty() && reader.table.cut.is_none() {
            rest = reader.piece(rest);
        }
        assert_eq!((reader.row.cells.len(), rest.len()), (CELLS_MAX, CELLS_MAX - 1));
    }

    #[test]
    fn a_table_has_so_many_rows_and_no_more() {
        let table = read(&"a\n".repeat(ROWS_MAX), ',', 1);
        assert_eq!((table.rows.len(), table.cut), (ROWS_MAX, None));
        let table = read(&"a\n".repeat(ROWS_MAX + 2), ',', 1);
        assert_eq!((table.rows.len(), table.cut), (ROWS_MAX, Some(ROWS_MAX + 1)));
    }
}
