//! Who did what: an append-only log whose lines are chained by their hashes.
//!
//! A line says who did which decisive act to what and when, with the hash of what was decided, and the hash of the line
//! before. Its own hash is SHA-256 over the canonical form of all of that. Whoever changes, takes out or puts in a line
//! breaks the chain from there on. A chain alone cannot show that its last lines are gone: for that, the newest hash is
//! compared with one that was written down elsewhere, and each decision names its line ([`Expected`]).
//!
//! No word of a note, a reason or a rating is in it: only ids and hashes.

use std::collections::HashSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    canonical,
    ids::{CandidateId, InterviewId, InterviewerId, RoundId},
};

/// What stands in the place of the line before the first one.
pub const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A decisive act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// A scorecard was submitted. The content is the scorecard's first version.
    ScorecardSubmit,
    /// A submitted scorecard was amended. The content is the new version.
    ScorecardAmend,
    /// Others' scorecards on a candidate were seen for the first time. The content is the list of their hashes.
    Reveal,
    /// A first decision was made. The content is its version.
    DecisionMake,
    /// A decision was changed. The content is the new version.
    DecisionChange,
    /// A packet was about to be written. The content is the file.
    PacketExport,
    /// A comparison was about to be written. The content is the file.
    ComparisonExport,
    /// The team figures of a round were turned on or off. The content is who agreed.
    TeamFigures,
    /// Scorecards were about to be given to another program. The content is the file.
    ScorecardExport,
    /// Scorecards of another program were imported. The content is the list of their hashes.
    ScorecardImport,
    /// Candidates were imported. The content is the list of their ids.
    CandidateImport,
    /// Planned interviews were imported from a calendar. The content is the list of their ids.
    CalendarImport,
    /// Questions were imported. The content is the list of their ids.
    QuestionImport,
    /// An import was taken back. The content is the import's id.
    ImportUndo,
    /// The names of candidates were shown in a comparison that hid them. The content is the list of their ids.
    NamesReveal,
    /// A backup was about to be made because someone asked. The content is the time.
    BackupCreate,
    /// A backup took the place of the store. The content is its file and the last line that the log had until then.
    BackupRestore,
    /// What could be read of a damaged store took its place.
    StoreRescue,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 18] = [
        Self::ScorecardSubmit,
        Self::ScorecardAmend,
        Self::Reveal,
        Self::DecisionMake,
        Self::DecisionChange,
        Self::PacketExport,
        Self::ComparisonExport,
        Self::TeamFigures,
        Self::ScorecardExport,
        Self::ScorecardImport,
        Self::CandidateImport,
        Self::CalendarImport,
        Self::QuestionImport,
        Self::ImportUndo,
        Self::NamesReveal,
        Self::BackupCreate,
        Self::BackupRestore,
        Self::StoreRescue,
    ];

    /// The word that the store and the contract have for it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ScorecardSubmit => "scorecard_submit",
            Self::ScorecardAmend => "scorecard_amend",
            Self::Reveal => "reveal",
            Self::DecisionMake => "decision_make",
            Self::DecisionChange => "decision_change",
            Self::PacketExport => "packet_export",
            Self::ComparisonExport => "comparison_export",
            Self::TeamFigures => "team_figures",
            Self::ScorecardExport => "scorecard_export",
            Self::ScorecardImport => "scorecard_import",
            Self::CandidateImport => "candidate_import",
            Self::CalendarImport => "calendar_import",
            Self::QuestionImport => "question_import",
            Self::ImportUndo => "import_undo",
            Self::NamesReveal => "names_reveal",
            Self::BackupCreate => "backup_create",
            Self::BackupRestore => "backup_restore",
            Self::StoreRescue => "store_rescue",
        }
    }

    /// In words, as they stand in a list of what happened.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::ScorecardSubmit => "Scorecard submitted",
            Self::ScorecardAmend => "Scorecard amended",
            Self::Reveal => "Others' scorecards seen for the first time",
            Self::DecisionMake => "Decision made",
            Self::DecisionChange => "Decision changed",
            Self::PacketExport => "Packet exported",
            Self::ComparisonExport => "Comparison exported",
            Self::TeamFigures => "Team figures turned on or off",
            Self::ScorecardExport => "Scorecards exported",
            Self::ScorecardImport => "Scorecards imported",
            Self::CandidateImport => "Candidates imported",
            Self::CalendarImport => "Calendar imported",
            Self::QuestionImport => "Questions imported",
            Self::ImportUndo => "Import undone",
            Self::NamesReveal => "Names shown in a comparison",
            Self::BackupCreate => "Backup made",
            Self::BackupRestore => "Backup restored",
            Self::StoreRescue => "Damaged database rescued",
        }
    }

    /// The act of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.code() == code)
    }
}

/// What an act was done to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A candidate.
    Candidate(CandidateId),
    /// An interview.
    Interview(InterviewId),
    /// A round.
    Round(RoundId),
}

/// A line before it has its place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// When, in whole milliseconds.
    pub at: Timestamp,
    /// Who: the interviewer of the laptop, chosen and not verified.
    pub actor: InterviewerId,
    /// What.
    pub act: Act,
    /// To what.
    pub subjects: Vec<Subject>,
    /// The hash of what was decided, shown or written.
    pub content: String,
}

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LogLine {
    /// Its place, from 1.
    pub sequence: u32,
    /// When, in whole milliseconds.
    #[ts(type = "Timestamp")]
    pub at: Timestamp,
    /// Who.
    pub actor: InterviewerId,
    /// What.
    pub act: Act,
    /// To what.
    pub subjects: Vec<Subject>,
    /// The hash of what was decided, shown or written.
    pub content: String,
    /// The hash of the line before; [`START`] for the first.
    pub previous: String,
    /// The hash of this line.
    pub hash: String,
}

impl LogLine {
    /// The line that comes after `last`.
    #[must_use]
    pub fn after(last: Option<&Self>, deed: Deed) -> Self {
        let Deed { at, actor, act, subjects, content } = deed;
        let previous = last.map_or_else(|| START.to_owned(), |last| last.hash.clone());
        let sequence = last.map_or(0, |last| last.sequence).saturating_add(1);
        let mut line = Self { sequence, at, actor, act, subjects, content, previous, hash: String::new() };
        line.hash = line.right_hash();
        line
    }

    /// The hash that the line must have: over the canonical form of everything else in it.
    #[must_use]
    pub fn right_hash(&self) -> String {
        #[derive(Serialize)]
        struct Hashed<'a> {
            sequence: u32,
            at: Timestamp,
            actor: &'a InterviewerId,
            act: Act,
            subjects: &'a [Subject],
            content: &'a str,
            previous: &'a str,
        }
        let Self { sequence, at, actor, act, subjects, content, previous, hash: _ } = self;
        canonical::hash(&Hashed { sequence: *sequence, at: *at, actor, act: *act, subjects, content, previous })
    }
}

/// Why a link of the chain does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// A line is missing before this one, or stands twice.
    Sequence,
    /// It does not name the line before it.
    Previous,
    /// It was changed: its hash is not that of its content.
    Changed,
    /// What is kept says something else than what was logged, or was never logged.
    NotLogged,
}

impl Fault {
    /// What is wrong, in a sentence.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Sequence => "A line before this one is missing, or this one stands in the wrong place.",
            Self::Previous => "This line does not follow from the one before it: one of the two was replaced.",
            Self::Changed => "This line was changed after it was written.",
            Self::NotLogged => {
                "A decision is kept that no line of the log is about: the decision was changed, or the last lines are gone."
            }
        }
    }
}

/// The first link that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BrokenLink {
    /// The place in the log where it shows, from 1; one more than there are lines where the end is missing.
    pub sequence: u32,
    /// Why.
    pub fault: Fault,
    /// The same in a sentence.
    pub words: String,
    /// What is kept and not logged, where that is the fault.
    pub subject: Option<Subject>,
}

/// Something that is kept and must be in the log: its act, to whom it was done, and its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// What was done.
    pub act: Act,
    /// To what, as the first subject of its line.
    pub subject: Subject,
    /// The hash of what is kept.
    pub content: String,
}

/// Checks the lines in the order that they are kept in, and that what is kept was logged.
///
/// # Errors
/// [`BrokenLink`], the first one.
pub fn verify(lines: &[LogLine], kept: &[Expected]) -> Result<(), BrokenLink> {
    let broken = |sequence: u32, fault: Fault, subject: Option<Subject>| BrokenLink {
        sequence,
        fault,
        words: fault.words().to_owned(),
        subject,
    };
    let mut previous = START;
    for (line, sequence) in lines.iter().zip(1_u32..) {
        let fault = if line.sequence != sequence {
            Some(Fault::Sequence)
        } else if line.hash != line.right_hash() {
            Some(Fault::Changed)
        } else if line.previous != previous {
            Some(Fault::Previous)
        } else {
            None
        };
        if let Some(fault) = fault {
            return Err(broken(sequence, fault, None));
        }
        previous = &line.hash;
    }
    let logged: HashSet<(&str, &str)> = lines.iter().map(|line| (line.act.code(), line.content.as_str())).collect();
    for one in kept {
        if !logged.contains(&(one.act.code(), one.content.as_str())) {
            let end = u32::try_from(lines.len()).unwrap_or(u32::MAX).saturating_add(1);
            return Err(broken(end, Fault::NotLogged, Some(one.subject.clone())));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
