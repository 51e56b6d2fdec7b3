//! What the lint points at in a write-up, and where.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    entry::EntryKind,
    hidden::Topic,
    ids::{CompetencyId, EntryId},
    interview::Interview,
    lint::{self, Kind, Language},
};

/// Where in the write-up something stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum ReviewPlace {
    /// In a note.
    Entry {
        /// Which.
        entry_id: EntryId,
    },
    /// In the reason for the recommendation.
    Reason,
    /// In a reason for.
    ReasonFor {
        /// Which, from 1.
        number: u32,
    },
    /// In a reason against.
    ReasonAgainst {
        /// Which, from 1.
        number: u32,
    },
    /// In the reason of an own rating.
    OwnRating {
        /// Of which competency.
        competency_id: CompetencyId,
    },
}

/// What kind of word the lint points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// A verdict that stands without what was said or done.
    Verdict,
    /// A topic that must not weigh in a hiring decision.
    Protected,
}

/// Something that the lint points at. It only points: nothing is changed or stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewFinding {
    /// Where.
    pub at: ReviewPlace,
    /// What kind.
    pub kind: FindingKind,
    /// The topic, where it is a protected one.
    pub topic: Option<Topic>,
    /// The words as they are written.
    pub words: String,
    /// Where they start in the text, in UTF-16 units, as the page counts.
    pub start: u32,
    /// Where they end in the text, in UTF-16 units.
    pub end: u32,
}

/// What deserves a second look: notes in their order, then the scorecard from top to bottom. Code is not read. A verdict in
/// a quote is the candidate's own word, so only protected topics count there.
pub(super) fn findings(interview: &Interview, language: Language) -> Vec<ReviewFinding> {
    let scorecard = &interview.scorecard;
    let mut all = Vec::new();
    for entry in interview.entries.iter().filter(|entry| entry.kind != EntryKind::Code) {
        let found = look(ReviewPlace::Entry { entry_id: entry.id.clone() }, &entry.text, language);
        all.extend(found.filter(|one| entry.kind != EntryKind::Quote || one.kind == FindingKind::Protected));
    }
    all.extend(look(ReviewPlace::Reason, &scorecard.reason, language));
    for (number, reason) in (1..).zip(&scorecard.reasons_for) {
        all.extend(look(ReviewPlace::ReasonFor { number }, &reason.text, language));
    }
    for (number, reason) in (1..).zip(&scorecard.reasons_against) {
        all.extend(look(ReviewPlace::ReasonAgainst { number }, &reason.text, language));
    }
    for own in &scorecard.own_ratings {
        let at = ReviewPlace::OwnRating { competency_id: own.competency_id.clone() };
        all.extend(look(at, &own.reason, language));
    }
    all
}

fn look(at: ReviewPlace, text: &str, language: Language) -> impl Iterator<Item = ReviewFinding> {
    let mut counted = Utf16 { text, bytes: 0, units: 0 };
    lint::check(text, language).into_iter().map(move |found| {
        let (kind, topic) = match found.kind {
            Kind::Verdict => (FindingKind::Verdict, None),
            Kind::Protected(topic) => (FindingKind::Protected, Some(topic)),
        };
        let start = counted.until(found.start);
        let end = start.saturating_add(units(&found.words));
        ReviewFinding { at: at.clone(), kind, topic, words: found.words, start, end }
    })
}

/// Counts along a text, so that a long one with many findings is read once: findings come in order.
struct Utf16<'a> {
    text: &'a str,
    bytes: usize,
    units: u32,
}

impl Utf16<'_> {
    fn until(&mut self, byte: usize) -> u32 {
        self.units = self.units.saturating_add(units(&self.text[self.bytes..byte]));
        self.bytes = byte;
        self.units
    }
}

fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}
