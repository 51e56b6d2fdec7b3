//! What is logged.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// A candidate's name or role was corrected. The content is the act's word.
    CandidateChange,
    /// The name of whose laptop it is was corrected; it stands on all their scorecards. The content is the act's word.
    InterviewerRename,
    /// Planned interviews were imported from a calendar. The content is the list of their ids.
    CalendarImport,
    /// Questions were imported. The content is the list of their ids.
    QuestionImport,
    /// An import was taken back. The content is the import's id.
    ImportUndo,
    /// The names of candidates were shown in a comparison that hid them. The content is the list of their ids.
    NamesReveal,
    /// The data was about to be protected: moved to a fresh key, with a first way in. The content is the act's word.
    ProtectionBegin,
    /// The passphrase was about to be set or changed. The content is the act's word.
    PassphraseChange,
    /// The passphrase was about to be taken away. The content is the act's word.
    PassphraseRemove,
    /// The keychain was about to keep the key. The content is the act's word.
    KeychainAdd,
    /// The key was about to be taken out of the keychain. The content is the act's word.
    KeychainRemove,
    /// A new recovery key was about to be made. The content is the act's word.
    RecoveryKeyMake,
    /// A wrong passphrase or recovery key was tried, at that time; the actor is whose laptop it is. The content is how many there
    /// had been since the last right one when they were logged.
    UnlockFail,
    /// A backup was about to be made because someone asked. The content is the time.
    BackupCreate,
    /// A backup took the place of the store. The content is its file and the last line that the log had until then.
    BackupRestore,
    /// What could be read of a damaged store took its place.
    StoreRescue,
    /// A legal hold was set on a candidate. The content is the act's word.
    HoldSet,
    /// The legal hold on a candidate was lifted. The content is the act's word.
    HoldLift,
    /// From then on another rule says how long things are kept, or none. The content is the rule.
    RetentionSet,
    /// Everything about a person was about to be written to a folder. The content is the list of its files.
    AccessExport,
    /// Everything about a candidate was erased. The content is the act's word; the id that it names leads nowhere from then on.
    CandidateErase,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 32] = [
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
        Self::CandidateChange,
        Self::InterviewerRename,
        Self::CalendarImport,
        Self::QuestionImport,
        Self::ImportUndo,
        Self::NamesReveal,
        Self::ProtectionBegin,
        Self::PassphraseChange,
        Self::PassphraseRemove,
        Self::KeychainAdd,
        Self::KeychainRemove,
        Self::RecoveryKeyMake,
        Self::UnlockFail,
        Self::BackupCreate,
        Self::BackupRestore,
        Self::StoreRescue,
        Self::HoldSet,
        Self::HoldLift,
        Self::RetentionSet,
        Self::AccessExport,
        Self::CandidateErase,
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
            Self::CandidateChange => "candidate_change",
            Self::InterviewerRename => "interviewer_rename",
            Self::CalendarImport => "calendar_import",
            Self::QuestionImport => "question_import",
            Self::ImportUndo => "import_undo",
            Self::NamesReveal => "names_reveal",
            Self::ProtectionBegin => "protection_begin",
            Self::PassphraseChange => "passphrase_change",
            Self::PassphraseRemove => "passphrase_remove",
            Self::KeychainAdd => "keychain_add",
            Self::KeychainRemove => "keychain_remove",
            Self::RecoveryKeyMake => "recovery_key_make",
            Self::UnlockFail => "unlock_fail",
            Self::BackupCreate => "backup_create",
            Self::BackupRestore => "backup_restore",
            Self::StoreRescue => "store_rescue",
            Self::HoldSet => "hold_set",
            Self::HoldLift => "hold_lift",
            Self::RetentionSet => "retention_set",
            Self::AccessExport => "access_export",
            Self::CandidateErase => "candidate_erase",
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
            Self::CandidateChange => "Candidate's name or role corrected",
            Self::InterviewerRename => "Interviewer's name corrected",
            Self::CalendarImport => "Calendar imported",
            Self::QuestionImport => "Questions imported",
            Self::ImportUndo => "Import undone",
            Self::NamesReveal => "Names shown in a comparison",
            Self::ProtectionBegin => "Data protected",
            Self::PassphraseChange => "Passphrase set or changed",
            Self::PassphraseRemove => "Passphrase taken away",
            Self::KeychainAdd => "Key given to the keychain",
            Self::KeychainRemove => "Key taken out of the keychain",
            Self::RecoveryKeyMake => "New recovery key made",
            Self::UnlockFail => "Wrong passphrase or recovery key",
            Self::BackupCreate => "Backup made",
            Self::BackupRestore => "Backup restored",
            Self::StoreRescue => "Damaged database rescued",
            Self::HoldSet => "Legal hold set",
            Self::HoldLift => "Legal hold lifted",
            Self::RetentionSet => "Retention rule chosen or changed",
            Self::AccessExport => "Everything about a person exported",
            Self::CandidateErase => "Candidate erased",
        }
    }

    /// The act of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.code() == code)
    }
}
