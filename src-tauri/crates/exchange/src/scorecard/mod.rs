//! Scorecards in and out.

mod csv;
mod greenhouse;
mod json;
mod markdown;
mod notes;
mod streamed;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    import::IMPORT_BYTES_MAX,
    problem::Problem,
    shared::{SharedPerson, SharedScorecard},
};

use notes::Notes;

/// The most scorecards that are read of one file.
const MOST: usize = 20_000;

/// What a file of scorecards is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ScorecardFormat")]
pub enum Format {
    /// Our own, whole: what is imported is what was exported.
    Json,
    /// A table, a row a rating: what is imported is what was exported.
    Csv,
    /// To read, and not to import.
    Markdown,
    /// The shape of Greenhouse's Harvest interface.
    Greenhouse,
}

impl Format {
    /// What the name of its file ends in.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Json | Self::Greenhouse => "json",
            Self::Csv => "csv",
            Self::Markdown => "md",
        }
    }
}

/// A scorecard with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// Such as `scorecards.json:12`.
    pub place: String,
    /// The scorecard.
    pub scorecard: SharedScorecard,
    /// Where each of its ratings stands, in its order; none where that is not known apart from the scorecard's own place.
    pub ratings: Vec<String>,
}

/// What was read of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scorecards {
    /// What it was taken for; none where it is no text.
    pub format: Option<Format>,
    /// The scorecards, in the order of the file.
    pub scorecards: Vec<Read>,
    /// People that it names by their id there, for scorecards that have the id alone.
    pub people: Vec<SharedPerson>,
    /// What was left out, and what to look at.
    pub problems: Vec<Problem>,
}

/// Reads the scorecards in a file. `name` is the file's name; `format` what it is, found out where it is left out.
#[must_use]
pub fn scorecards(name: &str, bytes: &[u8], format: Option<Format>) -> Scorecards {
    let mut notes = Notes::of(workbench_tabular::shortened(name));
    let mut found = Scorecards::default();
    if bytes.len() as u64 > IMPORT_BYTES_MAX {
        notes.error(1, "This file is larger than 32 MiB; nothing of it was read. Split it.");
    } else if let Some(text) = notes::text(bytes, &mut notes) {
        let is_json = text.trim_start().starts_with(['{', '[']);
        let format = format.unwrap_or_else(|| match is_json {
            true if json::is_own(&text) => Format::Json,
            true => Format::Greenhouse,
            false => Format::Csv,
        });
        found.format = Some(format);
        match format {
            Format::Json => json::read(&text, &mut found, &mut notes),
            Format::Greenhouse => greenhouse::read(&text, &mut found, &mut notes),
            Format::Csv => csv::read(&text, &mut found, &mut notes),
            Format::Markdown => notes.error(
                1,
                "Markdown is written to be read by people. Import the JSON or the CSV of the same scorecards.",
            ),
        }
    }
    if found.scorecards.len() > MOST {
        found.scorecards.truncate(MOST);
        notes.error(1, format!("This file has more than {MOST} scorecards; the rest was not read. Split it."));
    }
    if found.scorecards.is_empty() && notes.is_empty() {
        notes.warning(1, "There is no scorecard in this file.");
    }
    found.problems = notes.finish();
    found
}

/// Writes scorecards in a format.
#[must_use]
pub fn write(scorecards: &[SharedScorecard], format: Format) -> String {
    match format {
        Format::Json => json::write(scorecards),
        Format::Csv => csv::write(scorecards),
        Format::Markdown => markdown::write(scorecards),
        Format::Greenhouse => greenhouse::write(scorecards),
    }
}
