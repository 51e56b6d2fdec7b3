//! Files for other programs, and from them: comparisons as tables, scorecards in and out.
//!
//! Bytes in, values and problems out. Nothing here opens a file or asks the time, any bytes are welcome, and one bad row
//! never loses the rest.

mod comparison;
mod scorecard;

pub use comparison::{Below, Form, View, comparison};
pub use scorecard::{Format, Read, Scorecards, scorecards, write};
pub use workbench_tabular::quoted;
