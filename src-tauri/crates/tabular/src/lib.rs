//! What every importer of other people's files needs before it can look at the content: text from bytes in whatever
//! encoding, and rows of cells from text with whatever delimiter. It opens no file, and any bytes are welcome.

mod cell;
mod delimiter;
mod encoding;
mod key;
mod limit;
mod quote;
mod rows;

pub use cell::{csv, plain, safe};
pub use delimiter::{table, table_with};
pub use encoding::{NotText, Text, text};
pub use key::key;
pub use limit::{PARTS_MAX, line_past, too_many};
pub use quote::{breaks, quoted, shortened};
pub use rows::{CELLS_MAX, ROWS_MAX, Row, Table};
