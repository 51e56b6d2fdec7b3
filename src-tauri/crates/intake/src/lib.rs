//! What recruiters send: candidates as a table, a JSON Resume or a vCard, and a round's meetings as a calendar file. And
//! ratings as a table.
//!
//! Bytes in, values and problems out. Nothing here opens a file or asks the time, any bytes are welcome, and one bad row
//! never loses the rest. What must not be known of a candidate is dropped here, before anything could keep it.

mod calendar;
mod candidates;
mod columns;
mod components;
mod guess;
mod lines;
mod mentions;
mod notes;
mod onsets;
mod protected;
mod ratings;
mod repeats;
mod resume;
mod rule;
mod series;
mod table;
#[cfg(test)]
mod tests;
mod times;
mod vcard;
mod when;
mod zone;

pub use calendar::{Calendar, CalendarOptions, Event, Person, calendar};
pub use candidates::{Candidates, Format, NewCandidate, candidates};
pub use columns::{Column, Field};
pub use mentions::{Keep, Mention};
pub use protected::Protected;
pub use ratings::{Ratings, ratings};
pub use when::When;

/// The largest file that is read, in bytes: as large as any other that is imported.
#[allow(clippy::cast_possible_truncation, reason = "32 MiB fit every machine that this runs on")]
pub const FILE_MAX: usize = workbench_domain::import::IMPORT_BYTES_MAX as usize;
/// The most candidates, and the most meetings, that are read of one file.
pub const MOST: usize = 20_000;
pub use workbench_tabular::PARTS_MAX;
