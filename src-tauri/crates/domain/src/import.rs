//! What is said about question files that come in and go out: their formats, and what a table's columns were taken for.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Largest file of questions that is read, in bytes. A folder's files count together.
pub const IMPORT_BYTES_MAX: u64 = 32 * 1024 * 1024;

/// A format that questions are imported from and exported to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// The workbench's own TOML.
    Toml,
    /// Markdown, as people write it.
    Markdown,
    /// Text with delimiters: commas, semicolons, tabs or bars.
    Csv,
    /// JSON, or one JSON object a line.
    Json,
}

impl Format {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Toml, Self::Markdown, Self::Csv, Self::Json];

    /// As the contract and the command line write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// How names of such files end, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        if self == Self::Markdown { "md" } else { self.code() }
    }
}

/// What a column of a table, or a name in a file, can be taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The question's id.
    Id,
    /// Its short name.
    Title,
    /// What is read aloud.
    Prompt,
    /// Its section.
    Section,
    /// The level it is meant for.
    Level,
    /// What it asks the candidate to show.
    Type,
    /// The competency that its rating counts for.
    Competency,
    /// Words to find it by.
    Tags,
    /// Planned minutes.
    Minutes,
    /// Good signals.
    Indicators,
    /// Red flags.
    RedFlags,
    /// Follow-ups.
    Probes,
    /// The anchor of level 1.
    Anchor1,
    /// The anchor of level 2.
    Anchor2,
    /// The anchor of level 3.
    Anchor3,
    /// The anchor of level 4.
    Anchor4,
    /// The anchor of level 5.
    Anchor5,
    /// A model answer, links and the like.
    Guidance,
}

impl Field {
    /// All, in the order in which they are offered and exported.
    pub const ALL: [Self; 18] = [
        Self::Id,
        Self::Section,
        Self::Level,
        Self::Type,
        Self::Title,
        Self::Prompt,
        Self::Competency,
        Self::Tags,
        Self::Minutes,
        Self::Indicators,
        Self::RedFlags,
        Self::Probes,
        Self::Anchor1,
        Self::Anchor2,
        Self::Anchor3,
        Self::Anchor4,
        Self::Anchor5,
        Self::Guidance,
    ];

    /// The anchors, level 1 first.
    pub const ANCHORS: [Self; 5] = [Self::Anchor1, Self::Anchor2, Self::Anchor3, Self::Anchor4, Self::Anchor5];

    /// Whether a question has a list of it, so that several columns can be taken for it.
    #[must_use]
    pub fn is_list(self) -> bool {
        matches!(self, Self::Tags | Self::Indicators | Self::RedFlags | Self::Probes)
    }
}

/// One column of a table, and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Column {
    /// Its name in the first row; "Column 3" where the table has no row of names.
    pub name: String,
    /// What it was taken for; none where its name says nothing we know: its texts are kept in the guidance.
    pub field: Option<Field>,
    /// Its first texts that are not blank, at most three, each cut at 80 characters.
    pub samples: Vec<String>,
}
