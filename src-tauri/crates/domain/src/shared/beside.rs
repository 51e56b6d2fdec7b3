//! Imported scorecards as documents and cautions have them: who, and what was rated, without anybody's notes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{OWN, SharedScorecard, is_left_open};
use crate::{
    rating::{Level, Rating},
    scorecard::Recommendation,
};

/// An imported scorecard, as a document prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedScorecard {
    /// The program that it comes from.
    pub source: String,
    /// Who judged; empty where nobody is named.
    pub interviewer: String,
    /// What the interview is called; empty where it has no name.
    pub interview: String,
    /// The recommendation that it is shown as.
    pub recommendation: Option<Recommendation>,
    /// What was rated, in its order; nothing of what was left open.
    pub ratings: Vec<ImportedRating>,
}

/// A rating of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedRating {
    /// What was rated.
    pub name: String,
    /// The rating as it was said there.
    pub said: String,
    /// The level that it is shown as; none where no table has it.
    pub level: Option<Level>,
}

/// What a reader must know of a candidate's imported scorecards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportedTogether {
    /// How many there are.
    pub scorecards: u32,
    /// The program that all of them come from; none where they come from several.
    pub source: Option<String>,
    /// What values of another scale are shown as, the lowest first.
    pub mapped: Vec<MappedValue>,
}

/// A value of another scale.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct MappedValue {
    /// The level that it is shown as; none where it has none.
    #[ts(type = "1 | 2 | 3 | 4 | 5 | null")]
    pub level: Option<Level>,
    /// What was said there.
    pub said: String,
}

/// These scorecards as a document has them: each text on one line.
#[must_use]
pub fn imported(scorecards: &[SharedScorecard]) -> Vec<ImportedScorecard> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let rating = |rating: &super::SharedRating| ImportedRating {
        name: plain(&rating.name),
        said: plain(&rating.said),
        level: rating.level,
    };
    let one = |one: &SharedScorecard| ImportedScorecard {
        source: one.source.clone(),
        interviewer: plain(&one.interviewer.name),
        interview: plain(&one.interview),
        recommendation: one.overall,
        ratings: one.ratings.iter().filter(|rating| !is_left_open(&rating.said)).map(rating).collect(),
    };
    scorecards.iter().map(one).collect()
}

/// What a reader must know of them; none without any.
#[must_use]
pub fn together(imported: &[ImportedScorecard]) -> Option<ImportedTogether> {
    let first = imported.first()?;
    let ratings = imported.iter().flat_map(|one| &one.ratings);
    let foreign = ratings.filter(|one| one.level.is_none_or(|level| one.said != level.number().to_string()));
    let mut mapped: Vec<MappedValue> =
        foreign.map(|one| MappedValue { level: one.level, said: one.said.clone() }).collect();
    // What has no level stands behind what has one.
    mapped.sort_by(|one, other| (one.level.is_none(), one).cmp(&(other.level.is_none(), other)));
    mapped.dedup();
    Some(ImportedTogether {
        scorecards: u32::try_from(imported.len()).unwrap_or(u32::MAX),
        source: imported.iter().all(|one| one.source == first.source).then(|| first.source.clone()),
        mapped,
    })
}

/// The program that a scorecard comes from, as it is named on screen.
#[must_use]
pub fn source_words(source: &str) -> &str {
    match source {
        OWN => "another Interview Workbench",
        "greenhouse" => "Greenhouse",
        "table" => "a table",
        other => other,
    }
}

impl ImportedTogether {
    /// In a sentence, without whose they are.
    #[must_use]
    pub fn words(&self) -> String {
        let shown = |one: &MappedValue| {
            let level = one.level.map_or_else(|| "no level".to_owned(), |level| Rating::Level(level).words());
            format!("{} shown as {level}", one.said)
        };
        let table: Vec<String> = self.mapped.iter().map(shown).collect();
        let mapped = if table.is_empty() { String::new() } else { format!(" (mapped: {})", table.join(", ")) };
        let from = self.source.as_deref().map_or("elsewhere", source_words);
        match self.scorecards {
            1 => {
                format!("one scorecard imported from {from} stands beside the others and enters no figure{mapped}.")
            }
            more => {
                format!("{more} scorecards imported from {from} stand beside the others and enter no figure{mapped}.")
            }
        }
    }
}
