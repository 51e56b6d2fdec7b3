//! Tables of questions.

use workbench_domain::import::Field;

use super::{
    Reader,
    blocks::{Block, Cell},
    inline::Line,
    words,
};
use crate::import::{found::Found, labels, table};

impl Reader {
    /// A table with a column of questions.
    pub(super) fn table(&mut self, head: &[String], rows: &[(usize, Vec<Cell>)], block: &Block) {
        let fields: Vec<Option<Field>> = head.iter().map(|name| labels::field_of(name)).collect();
        let asks = fields.iter().position(|field| *field == Some(Field::Prompt));
        let is_contents = |at: usize| {
            rows.iter().filter(|(_, row)| row.get(at).is_some_and(Line::is_contents)).count() * 2 > rows.len()
        };
        match asks {
            Some(at) if is_contents(at) => return,
            Some(_) if self.open.is_none() => {}
            _ => return self.other(block),
        }
        for (line, row) in rows {
            let mut found = Found::at(*line);
            found.section = self.chapters.last().map_or_else(String::new, |(_, title)| title.clone());
            for (at, cell) in row.iter().enumerate() {
                let name = head.get(at).map_or("", String::as_str);
                let text = cell.whole().replace("<br>", "\n").replace("<br/>", "\n").replace("<br />", "\n");
                table::fill(&mut found, fields.get(at).copied().flatten(), name, &text);
            }
            found.prompt = words::without_number(&found.prompt).to_owned();
            if !found.prompt.is_empty() {
                self.found.push(found);
            }
        }
    }
}
