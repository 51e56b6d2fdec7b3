//! The contract: one table of everything that can be asked for. It makes the dispatcher, the allow-list, `workbench call
//! --list` and the TypeScript that the page is checked against.

use serde::{Serialize, de::DeserializeOwned};

use crate::{App, failure::Failure};

/// One command of the contract.
pub struct Command {
    /// `noun_verb`.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub says: &'static str,
    /// The name of the request type.
    pub request: fn() -> String,
    /// The name of the answer type.
    pub answer: fn() -> String,
    /// Whether the request carries a path, so that a window must ask the person for it.
    pub saves_file: bool,
    pub(crate) types: fn(&mut crate::typescript::Types),
    check: fn(&str) -> Result<(), Failure>,
}

impl Command {
    /// The command of that name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        COMMANDS.iter().find(|command| command.name == name)
    }

    /// Refuses what no folder could answer: a command that there is not, or a request that cannot be read.
    ///
    /// # Errors
    /// `invalid` with what is wrong.
    pub fn check(name: &str, json: &str) -> Result<(), Failure> {
        (Self::find(name).ok_or_else(|| unknown(name))?.check)(json)
    }

    /// Whether it only reads, by its verb: in a new data folder it finds nothing.
    #[must_use]
    pub fn reads_only(&self) -> bool {
        const READ: [&str; 17] = [
            "get",
            "list",
            "search",
            "check",
            "table",
            "evidence",
            "versions",
            "export",
            "discard",
            "filters",
            "history",
            "compare",
            "structure",
            "usage",
            "preview",
            "sources",
            "verify",
        ];
        self.name.rsplit_once('_').is_some_and(|(_, verb)| READ.contains(&verb))
    }
}

fn unknown(name: &str) -> Failure {
    Failure::invalid(format!(
        "There is no command \"{}\". `workbench call --list` prints those there are.",
        workbench_domain::text::isolate(name)
    ))
}

fn read<T: DeserializeOwned>(command: &str, json: &str) -> Result<T, Failure> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let place = if path == "." || path == "?" { String::new() } else { format!(" at {path}") };
        let failure = Failure::invalid(format!("The request for {command} cannot be read{place}: {}.", error.inner()));
        if place.is_empty() { failure } else { failure.under(&path) }
    })?;
    reader.end().map_err(|error| Failure::invalid(format!("The request for {command} cannot be read: {error}.")))?;
    Ok(value)
}

fn write<T: Serialize>(answer: &T) -> Result<String, Failure> {
    serde_json::to_string(answer).map_err(|error| Failure::bug(format!("The answer cannot be written: {error}.")))
}

macro_rules! contract {
    ($($module:ident { $($(#[doc = $doc:literal])+ $name:ident($request:ty) -> $answer:ty $(, $saves:ident)?;)+ })+) => {
        /// Every command, in the order of the table.
        pub const COMMANDS: &[Command] = &[$($(Command {
            name: stringify!($name),
            says: concat!($($doc),+),
            request: || <$request as ts_rs::TS>::name(&crate::typescript::config()),
            answer: || <$answer as ts_rs::TS>::name(&crate::typescript::config()),
            saves_file: contract!(@saves $($saves)?),
            check: |json| read::<$request>(stringify!($name), json).map(drop),
            types: |types| {
                types.add::<$request>();
                types.add::<$answer>();
            },
        }),+),+];

        /// Runs one command: JSON in, JSON out.
        pub(crate) async fn dispatch(app: &App, name: &str, json: &str) -> Result<String, Failure> {
            match name {
                $($(stringify!($name) => {
                    write(&crate::$module::$name(app, read::<$request>(name, json)?).await?)
                })+)+
                _ => Err(unknown(name)),
            }
        }
    };
    (@saves) => { false };
    (@saves saves_file) => { true };
}

use workbench_domain::{
    agreement::panel::Panels,
    bank::BankHistory,
    candidate::Candidate,
    compare::CompareTable,
    four_fifths::{Impact, ImpactRule},
    interviewer::Interviewer,
    plan::Plan,
    review::Review,
    weight::WeightOutcome,
};
use workbench_report::Preview;

use crate::{
    access::{AccessExport, AccessExported},
    action::{Acted, ActionDone, ActionRef},
    agreement::AgreementAsk,
    amendment::{AmendmentSave, ScorecardAmend, ScorecardAmended, ScorecardVersions},
    appointment::{AppointmentRef, AppointmentSave},
    attachment::{AttachmentAdd, AttachmentList, AttachmentRef, AttachmentSaved, AttachmentWhole},
    backup::{
        BackupCreate, BackupFolder, BackupKept, BackupList, BackupMade, BackupPath, BackupRead, BackupRef,
        BackupVerified, StoreVerify,
    },
    bank::BankDone,
    calendar::{CalendarImport, CalendarImported, CalendarPreview},
    candidate::{CandidateAdd, CandidateAsk, CandidateDetail, CandidateGet, CandidateList},
    candidate_change::CandidateChange,
    candidate_import::{CandidateImport, CandidateImportPath, CandidateImportPreview, CandidateImported},
    compare::{CompareAsk, CompareEvidence, Evidence},
    comparison_text::{ComparisonText, TextExported},
    contact::ContactSave,
    debrief::{Debrief, DebriefSave},
    decision::{DecisionMade, DecisionMake},
    draft::DraftSave,
    drill::{DrillGet, DrillKey, DrillList, DrillRate, DrillSheet},
    edit::{
        QuestionDraftList, QuestionDraftSave, QuestionDraftSaved, QuestionLeak, QuestionSave, QuestionSaved,
        QuestionsRef,
    },
    entry::{EntryMove, EntryRef, EntrySave, EntrySaved, EntrySettle},
    erase::{CandidateErase, CandidateErased, ErasePreview},
    example::{ExampleAdd, ExampleList, ExampleRef, ExampleSources},
    export::{ComparisonCheck, ComparisonExport, ExportCheck, Exported},
    guide::{GuideCheck, GuideChecked, GuideExport},
    habit::{HabitShare, Habits, Team, TeamRef, TeamSet},
    hidden::{EntryHidden, EntryHide},
    hold::HoldSet,
    impact::ImpactCheck,
    import::{ImportPreview, QuestionExport, QuestionExported, QuestionImport, QuestionImportPath, QuestionImported},
    import_undo::{ImportRef, ImportUndone},
    imported::Imported,
    interview::{InterviewAsk, InterviewGet, InterviewList, InterviewLive, InterviewTurn, Turned},
    job::{Job, JobRef},
    kit::{KitDetail, KitGet, KitList, KitVersions},
    kit_draft::{KitArchive, KitDraft, KitDraftList, KitDraftSave, KitPublished},
    log::{LogAsk, LogList, LogVerified, NamesReveal},
    meeting::{InterviewBegin, InterviewMoment, InterviewPause, InterviewSetPhase, MeetingNow},
    nothing::Nothing,
    pack::{PackExport, PackExported},
    packet::{PacketCheck, PacketChecked, PacketExport},
    packet_file::{PacketVerify, Verified},
    preparation::{PreparationNow, PreparationSet},
    preview::PreviewGet,
    protection::{
        PassphraseChange, Protection, ProtectionBegin, RecoveryKeyMade, RecoveryKeySave, RecoveryKeySaved, StoreUnlock,
    },
    question::{QuestionDetail, QuestionFilters, QuestionGet, QuestionList, QuestionSearch},
    rating::{Covered, DeviationSet, ProbeSet, RatingClear, RatingSet, Saved, TickSet},
    rescue::{Rescue, RescueAsk, RescueDone, RescueRead, RescueRestore},
    restore::{RestorePath, Restored, Restoring},
    retention::{
        CandidateRetention, Retention, RetentionAsk, RetentionChoose, RetentionList, RetentionRuleRef,
        RetentionRuleSave, RetentionToday,
    },
    role::{RoleList, RoleSave, RoleSaved},
    role_draft::{RoleDraftList, RoleDraftSave, RoleDraftSaved},
    round::{RoundAsk, RoundDetail, RoundHandOn, RoundList, RoundRef, RoundSave},
    round_export::{RoundExport, RoundExportCheck, RoundExportChecked, RoundExported},
    scorecard::{ScorecardSave, ScorecardSubmit, ScorecardSubmitted},
    scorecard_export::{ScorecardExport, ScorecardExported},
    scorecard_import::{ScorecardImport, ScorecardImportPath, ScorecardImportPreview, ScorecardImported},
    signing::SigningKeyShown,
    slot::{AdjustmentSet, InterviewSetSlot, PlanGet},
    start::InterviewStart,
    status::{InterviewerSet, Settings, Status},
    structure::{KitStructure, StructureDeclare},
    today::Today,
    usage::QuestionUsage,
    version::{QuestionCompare, QuestionCompared, QuestionVersions},
    weight::{RoleRef, WeightPreview, Weights},
};

contract! {
    status {
        /// Tells who uses this data folder, how it is protected and how the window should look.
        status_get(Nothing) -> Status;
        /// Keeps how the window should look.
        settings_set(Settings) -> Settings;
        /// Keeps the interviewer's name as it stands in packets.
        interviewer_set(InterviewerSet) -> Interviewer;
    }
    protection {
        /// Tells how the store is protected, and whether it is locked.
        protection_get(Nothing) -> Protection;
        /// Protects an unprotected store by a passphrase, the keychain or both: it is moved to a fresh key. The answer has the
        /// recovery key, this once.
        protection_begin(ProtectionBegin) -> RecoveryKeyMade;
        /// Changes the passphrase, or sets a first one beside the keychain, for who shows a way in.
        passphrase_change(PassphraseChange) -> Nothing;
        /// Takes the passphrase away where the keychain opens the data; the recovery key stays.
        passphrase_remove(StoreUnlock) -> Protection;
        /// Lets the system's keychain keep the key as well: the data opens by itself for who is signed in.
        keychain_add(StoreUnlock) -> Protection;
        /// Takes the key out of the keychain where a passphrase opens the data.
        keychain_remove(StoreUnlock) -> Protection;
        /// Makes a new recovery key, shown this once; the old one opens nothing any more.
        recovery_key_make(StoreUnlock) -> RecoveryKeyMade;
        /// Writes a recovery key that was just made to a file.
        recovery_key_save(RecoveryKeySave) -> RecoveryKeySaved, saves_file;
        /// Opens a locked store by the passphrase, the recovery key or the keychain.
        store_unlock(StoreUnlock) -> Protection;
        /// Closes the store until it is unlocked again.
        store_lock(Nothing) -> Protection;
    }
    trial {
        /// Begins to look round with made-up people: no real ones are taken until the data is protected.
        trial_begin(Nothing) -> Status;
    }
    backup {
        /// Lists the backups in the data folder and in the folder of one's choice.
        backup_list(Nothing) -> BackupList;
        /// Makes a backup, verified, and copies it to the folder of one's choice.
        backup_create(BackupCreate) -> BackupMade;
        /// Makes the backup of the day where one is due, and takes away what is superfluous.
        backup_keep(Nothing) -> BackupKept;
        /// Reads a backup to its last page and tells what is in it.
        backup_verify(BackupRead) -> BackupVerified;
        /// The same of a file by its path.
        backup_path_verify(BackupPath) -> BackupVerified, saves_file;
        /// Removes a backup.
        backup_remove(BackupRef) -> Saved;
        /// Names a folder that backups are copied to as well, such as one on a stick.
        backup_folder_set(BackupFolder) -> BackupList, saves_file;
        /// Copies backups to the data folder only. What lies in the other folder stays there.
        backup_folder_remove(Nothing) -> BackupList;
        /// Reads every page of the store that is open and tells what is in it.
        store_verify(StoreVerify) -> BackupVerified;
    }
    restore {
        /// Tells what restoring a backup would change. Nothing is changed.
        backup_compare(BackupRead) -> Restoring;
        /// Restores a backup. The store as it is until then is kept as a backup of its own.
        backup_restore(BackupRead) -> Restored;
        /// The same of a file by its path, or only tells what that would change.
        backup_path_restore(RestorePath) -> Restored, saves_file;
    }
    rescue {
        /// Tells what happened to a store that cannot be opened, and which backups there are.
        rescue_get(Nothing) -> Rescue;
        /// Tells what can still be read of it, and what is lost. Nothing is changed.
        rescue_read(RescueAsk) -> RescueRead;
        /// Makes a store of what can still be read. The damaged file is kept.
        rescue_take(RescueAsk) -> RescueDone;
        /// Restores a backup in its place. The damaged file is kept.
        rescue_restore(RescueRestore) -> RescueDone;
        /// Tries to open it again, after a person put something right.
        rescue_retry(Nothing) -> Nothing;
        /// Closes a store that has a page which cannot be read, so that it can be rescued.
        rescue_begin(Nothing) -> Nothing;
    }
    today {
        /// Lists what needs doing: scorecards due, other open interviews, candidates without one, scorecards lately submitted.
        today_get(Nothing) -> Today;
    }
    role {
        /// Lists the roles with their competencies.
        role_list(Nothing) -> RoleList;
        /// Adds or changes a role: five to eight competencies, with equal weights or with reasons.
        role_save(RoleSave) -> RoleSaved;
    }
    weight {
        /// Tells since when a role's weights are locked, and how they were changed since.
        weight_get(RoleRef) -> Weights;
        /// Tells what a change of a role's weights would do to those who were judged already. Nothing is written.
        weight_preview(WeightPreview) -> WeightOutcome;
    }
    role_draft {
        /// Keeps what stands in the editor of a role.
        role_draft_save(RoleDraftSave) -> RoleDraftSaved;
        /// Forgets what stood in the editor of a role; the role stays as it was saved.
        role_draft_discard(RoleRef) -> RoleDraftSaved;
        /// Lists what stands in editors of roles and is not saved.
        role_draft_list(Nothing) -> RoleDraftList;
    }
    kit {
        /// Lists the kits, in the version that counts.
        kit_list(Nothing) -> KitList;
        /// Gives one kit with its questions.
        kit_get(KitGet) -> KitDetail;
        /// Gives every version of a kit.
        kit_versions(KitGet) -> KitVersions;
    }
    kit_draft {
        /// Gives a kit as it stands in the builder, with its check; an empty id begins a new one.
        kit_draft_get(KitGet) -> KitDraft;
        /// Keeps a kit as it stands in the builder, and checks it.
        kit_draft_save(KitDraftSave) -> KitDraft;
        /// Forgets what stands in the builder; what was published stays.
        kit_draft_discard(KitGet) -> KitDraftList;
        /// Lists the kits that are being built.
        kit_draft_list(Nothing) -> KitDraftList;
        /// Publishes a kit as it stands in the builder: a version that never changes.
        kit_publish(KitGet) -> KitPublished;
        /// Puts a kit away, or brings it back.
        kit_archive(KitArchive) -> BankDone;
        /// Takes the version of a kit that its pack offers instead of one's own.
        kit_offer_take(KitGet) -> BankDone;
        /// Declines the version of a kit that its pack offers.
        kit_offer_decline(KitGet) -> BankDone;
    }
    question {
        /// Lists the questions of the bank that were not put away.
        question_list(Nothing) -> QuestionList;
        /// Finds questions by what they say: newest first, or the best match first where `ranked` is true.
        question_search(QuestionSearch) -> QuestionList;
        /// Lists what a search can be narrowed to.
        question_filters(Nothing) -> QuestionFilters;
        /// Gives one question in full.
        question_get(QuestionGet) -> QuestionDetail;
    }
    edit {
        /// Adds a question, or makes a new version of it; the same content makes none.
        question_save(QuestionSave) -> QuestionSaved;
        /// Adds a copy of a question.
        question_duplicate(QuestionGet) -> QuestionSaved;
        /// Puts questions away: they are in no list, and kits keep them.
        question_archive(QuestionsRef) -> BankDone;
        /// Brings questions back that were put away.
        question_restore(QuestionsRef) -> BankDone;
        /// Marks a question as known outside, or takes that mark away.
        question_leak(QuestionLeak) -> BankDone;
        /// Keeps what stands in the editor of a question.
        question_draft_save(QuestionDraftSave) -> QuestionDraftSaved;
        /// Forgets what stood in the editor of a question.
        question_draft_discard(QuestionGet) -> QuestionDraftSaved;
        /// Lists what stands in editors and is not saved.
        question_draft_list(Nothing) -> QuestionDraftList;
    }
    version {
        /// Lists the versions of a question, each with what changed.
        question_versions(QuestionGet) -> QuestionVersions;
        /// Tells what changed between two versions of a question.
        question_compare(QuestionCompare) -> QuestionCompared;
        /// Takes the version that the pack offers instead of one's own.
        question_offer_take(QuestionGet) -> BankDone;
        /// Declines the version that the pack offers.
        question_offer_decline(QuestionGet) -> BankDone;
    }
    usage {
        /// Tells what use says of a question: nothing while it could move a rating that is still to be given.
        question_usage(QuestionGet) -> QuestionUsage;
    }
    example {
        /// Lists the examples of answers to a question.
        example_list(QuestionGet) -> ExampleList;
        /// Lists one's own interviews in which a question was asked, with what was noted, to make an example from.
        example_sources(QuestionGet) -> ExampleSources;
        /// Makes an example from an answer, in one's own words.
        example_add(ExampleAdd) -> ExampleList;
        /// Removes an example for good.
        example_remove(ExampleRef) -> ExampleList;
    }
    drill {
        /// Lists the drills, written answers to rate, and how far one's own ratings lie from their keys.
        drill_list(Nothing) -> DrillList;
        /// Gives a question's written answers, without their keys.
        drill_get(DrillGet) -> DrillSheet;
        /// Keeps a rating of a written answer, and tells its key with the reason.
        drill_rate(DrillRate) -> DrillKey;
    }
    habit {
        /// Tells how one's own ratings lie beside the others', and how theirs do who share that.
        habit_get(Nothing) -> Habits;
        /// Says whether others may see how one's own ratings lie beside theirs.
        habit_share(HabitShare) -> Habits;
        /// Gives a round's team figures, if its panel agreed to them.
        team_get(TeamRef) -> Team;
        /// Turns a round's team figures on, with a note of who agreed, or off.
        team_set(TeamSet) -> Team;
    }
    structure {
        /// Tells which of the fifteen components of structure a kit and its interviews meet.
        kit_structure(KitGet) -> KitStructure;
        /// Declares a component that only people can say, or takes that back.
        structure_declare(StructureDeclare) -> KitStructure;
    }
    import {
        /// Tells what importing a file would do. Nothing is written.
        question_import_preview(QuestionImport) -> ImportPreview;
        /// Imports a file: everything or nothing, and one undo takes it back.
        question_import(QuestionImport) -> QuestionImported;
        /// Imports a file or a folder by its path, or only tells what that would do.
        question_import_path(QuestionImportPath) -> QuestionImported, saves_file;
        /// Writes questions to a file, or gives them as text where no path is named.
        question_export(QuestionExport) -> QuestionExported, saves_file;
    }
    pack {
        /// Writes a role with its kits and questions as the folder of a pack, which comes back as it was.
        pack_export(PackExport) -> PackExported, saves_file;
    }
    bank {
        /// Tells what can be undone and redone in the bank.
        bank_history(Nothing) -> BankHistory;
        /// Takes back what was done last in the bank.
        bank_undo(Nothing) -> BankDone;
        /// Does again what was taken back last in the bank.
        bank_redo(Nothing) -> BankDone;
    }
    candidate {
        /// Adds a candidate for a role.
        candidate_add(CandidateAdd) -> Candidate;
        /// Lists the candidates a page at a time, the one added last first; by words of their names as well.
        candidate_list(CandidateAsk) -> CandidateList;
        /// Gives one candidate with the interviews held.
        candidate_get(CandidateGet) -> CandidateDetail;
    }
    candidate_change {
        /// Corrects a candidate's name or role.
        candidate_change(CandidateChange) -> CandidateDetail;
    }
    erase {
        /// Tells what erasing a candidate would remove, and what is outside our reach. Nothing is written.
        candidate_erase_preview(CandidateGet) -> ErasePreview;
        /// Erases everything about a candidate, here and in the backups. The name must be typed. It cannot be taken back.
        candidate_erase(CandidateErase) -> CandidateErased;
    }
    hold {
        /// Sets a legal hold on a candidate: until it is lifted, nothing about the person is erased.
        hold_set(HoldSet) -> CandidateDetail;
        /// Lifts the legal hold on a candidate.
        hold_lift(CandidateGet) -> CandidateDetail;
    }
    access {
        /// Writes everything that is kept about one person to a new folder, for that person: the data, what was attached, and a
        /// copy to read.
        access_export(AccessExport) -> AccessExported, saves_file;
    }
    retention {
        /// Tells which rule says how long things are kept, and gives the table of rules.
        retention_get(Nothing) -> Retention;
        /// Lists whose time is over by that rule, a page at a time. Nothing is erased by itself.
        retention_list(RetentionAsk) -> RetentionList;
        /// Tells what Today says of it: whether there is no rule, and how many are due, 20 at the most.
        retention_today_get(Nothing) -> RetentionToday;
        /// Tells until when what is about one candidate is kept, and why.
        candidate_retention_get(CandidateGet) -> CandidateRetention;
        /// Chooses the rule, or says that it is decided later. None is ever chosen by itself.
        retention_choose(RetentionChoose) -> Retention;
        /// Adds a rule to the table, or changes one.
        retention_rule_save(RetentionRuleSave) -> Retention;
        /// Removes a rule of one's own; one that came with the workbench becomes again as it came.
        retention_rule_remove(RetentionRuleRef) -> Retention;
    }
    contact {
        /// Keeps how a candidate is reached, and what the application says.
        contact_save(ContactSave) -> CandidateDetail;
    }
    candidate_import {
        /// Tells what importing a file of candidates would do. Nothing is written.
        candidate_import_preview(CandidateImport) -> CandidateImportPreview;
        /// Imports candidates from a file: everything or nothing. What is known already is never replaced.
        candidate_import(CandidateImport) -> CandidateImported;
        /// Imports candidates from a file by its path, or only tells what that would do.
        candidate_import_path(CandidateImportPath) -> CandidateImported, saves_file;
    }
    import_undo {
        /// Takes an import of candidates or of a calendar back; what was used or changed since stays.
        import_undo(ImportRef) -> ImportUndone;
    }
    round {
        /// Lists the rounds.
        round_list(RoundAsk) -> RoundList;
        /// Gives one round with its candidates and planned interviews.
        round_get(RoundRef) -> RoundDetail;
        /// Adds a round, or changes its title, kits and candidates.
        round_save(RoundSave) -> RoundDetail;
        /// Removes a round; its candidates stay, in none.
        round_remove(RoundRef) -> RoundList;
        /// Hands a round on to somebody else, who leads it from then on; for who leads it now.
        round_hand_on(RoundHandOn) -> RoundDetail;
    }
    calendar {
        /// Tells which meetings of a calendar file could be interviews of a round. Nothing is written.
        calendar_import_preview(CalendarImport) -> CalendarPreview;
    }
    calendar_import {
        /// Plans the chosen meetings of a calendar file; those planned from it before move, or are called off, with it.
        calendar_import(CalendarImport) -> CalendarImported;
    }
    appointment {
        /// Plans an interview, or changes a planned one.
        appointment_save(AppointmentSave) -> CandidateDetail;
        /// Removes a planned interview; one that was started from it stays.
        appointment_remove(AppointmentRef) -> CandidateDetail;
    }
    start {
        /// Prepares an interview with a kit: for later, written down afterwards, beside another interviewer, or for practice.
        interview_start(InterviewStart) -> InterviewLive;
    }
    preparation {
        /// Gives what was prepared for an interview, and what earlier interviewers left to follow up where the kit lets it be seen.
        preparation_get(InterviewGet) -> PreparationNow;
        /// Keeps what was prepared for an interview.
        preparation_set(PreparationSet) -> PreparationNow;
    }
    meeting {
        /// Begins a meeting; again, it changes nothing.
        interview_begin(InterviewBegin) -> MeetingNow;
        /// Lets a meeting rest; again, it changes nothing.
        interview_pause(InterviewPause) -> MeetingNow;
        /// Goes on with a meeting that rests, broke off or ended.
        interview_resume(InterviewMoment) -> MeetingNow;
        /// Ends a meeting; its scorecard stays open.
        interview_end(InterviewMoment) -> MeetingNow;
        /// Says that the candidate did not come or withdrew, or that the meeting broke off.
        interview_set_phase(InterviewSetPhase) -> MeetingNow;
    }
    slot {
        /// Moves the time of a meeting: a late start, an early end.
        interview_set_slot(InterviewSetSlot) -> MeetingNow;
        /// Keeps what was agreed for the candidate, without its reason.
        adjustment_set(AdjustmentSet) -> MeetingNow;
        /// Works out how the questions fit the time, and which optional one to drop next.
        plan_get(PlanGet) -> Plan;
    }
    interview {
        /// Lists the interviews a page at a time, newest first.
        interview_list(InterviewAsk) -> InterviewList;
        /// Gives one interview with everything written in it.
        interview_get(InterviewGet) -> InterviewLive;
        /// Takes back an interview that was started by mistake, only while nothing is written in it; throws practice away.
        interview_discard(InterviewGet) -> Saved;
        /// Keeps which place is on screen, the time spent on the question before, and how long the meeting has lasted.
        interview_turn(InterviewTurn) -> Turned;
    }
    entry {
        /// Keeps a note, or changes one that is kept; sent again with the same `entry_id`, it keeps nothing twice.
        entry_save(EntrySave) -> EntrySaved;
        /// Removes a note.
        entry_remove(EntryRef) -> EntrySaved;
        /// Brings a removed note back.
        entry_restore(EntryRef) -> EntrySaved;
        /// Files a note at another place.
        entry_move(EntryMove) -> EntrySaved;
        /// Marks a follow-up as settled, or as open again.
        entry_settle(EntrySettle) -> Saved;
    }
    draft {
        /// Keeps what is being typed: a new note, or a change of a kept one. An empty text clears it.
        draft_save(DraftSave) -> Acted;
    }
    action {
        /// Takes back what was done last at a place, text and everything else in one order.
        action_undo(ActionRef) -> ActionDone;
        /// Does again what was taken back last at a place.
        action_redo(ActionRef) -> ActionDone;
    }
    rating {
        /// Ticks an indicator or a red flag; without a state, clears the tick.
        tick_set(TickSet) -> Acted;
        /// Rates a question; the same rating again does nothing.
        rating_set(RatingSet) -> Covered;
        /// Takes the rating of a question away.
        rating_clear(RatingClear) -> Covered;
        /// Keeps how often a probe was asked.
        probe_set(ProbeSet) -> Acted;
        /// Keeps that a question was reworded or skipped, or takes that back.
        deviation_set(DeviationSet) -> Covered;
    }
    attachment {
        /// Attaches a picture or a text, without what the file says about its maker.
        attachment_add(AttachmentAdd) -> AttachmentSaved;
        /// Lists the attached files of an interview.
        attachment_list(InterviewGet) -> AttachmentList;
        /// Gives an attached file.
        attachment_get(AttachmentRef) -> AttachmentWhole;
        /// Removes an attached file for good.
        attachment_remove(AttachmentRef) -> Saved;
    }
    hidden {
        /// Hides a note about a protected topic. From then on its words are in no answer and in no document.
        entry_hide(EntryHide) -> EntryHidden;
        /// Shows a hidden note again, with its words. Only before submission, and only to its author.
        entry_unhide(EntryRef) -> EntrySaved;
    }
    scorecard {
        /// Reviews one's own interview before submitting: what is unrated, without evidence, open or missing.
        review_get(InterviewGet) -> Review;
        /// Keeps the draft of a scorecard.
        scorecard_save(ScorecardSave) -> Saved;
        /// Confirms the means of all competencies, as they are now.
        scorecard_confirm(InterviewGet) -> Saved;
        /// Submits a scorecard and locks the interview.
        scorecard_submit(ScorecardSubmit) -> ScorecardSubmitted;
    }
    scorecard_import {
        /// Tells what importing a file of scorecards would do. Nothing is written.
        scorecard_import_preview(ScorecardImport) -> ScorecardImportPreview;
        /// Imports scorecards from a file: everything or nothing. They stand beside, and enter no figure.
        scorecard_import(ScorecardImport) -> ScorecardImported;
        /// Imports scorecards from a file by its path, or only tells what that would do.
        scorecard_import_path(ScorecardImportPath) -> ScorecardImported, saves_file;
    }
    imported {
        /// Gives what was imported of a candidate from other programs, once one's own scorecard is in.
        imported_list(CandidateGet) -> Imported;
    }
    scorecard_export {
        /// Writes submitted scorecards to a file, or gives them as text where no path is named.
        scorecard_export(ScorecardExport) -> ScorecardExported, saves_file;
    }
    amendment {
        /// Keeps an amendment while it is written; one that says nothing is let go.
        amendment_save(AmendmentSave) -> Saved;
        /// Amends a submitted scorecard. Every version is kept, and the first one counts.
        scorecard_amend(ScorecardAmend) -> ScorecardAmended;
        /// Gives every version of a submitted scorecard, and to its author the amendment that is being written.
        scorecard_versions(InterviewGet) -> ScorecardVersions;
    }
    agreement {
        /// Tells how far raters agree who heard the same answers, and how consistent separate interviews are.
        agreement_get(AgreementAsk) -> Panels;
    }
    compare {
        /// Lays candidates side by side: competencies as rows, candidates as columns.
        compare_table(CompareAsk) -> CompareTable;
        /// Gives the answers behind one cell, with their evidence.
        compare_evidence(CompareEvidence) -> Evidence;
    }
    debrief {
        /// Lays a candidate before the panel: figures, disagreements, recommendations, what was written down and decided.
        debrief_get(CandidateGet) -> Debrief;
        /// Keeps what the panel writes down: notes, agreed ratings, open points, the decision as far as it is written.
        debrief_save(DebriefSave) -> Saved;
    }
    decision {
        /// Makes a decision about a candidate, or changes one. Every version is kept, with its reason.
        decision_make(DecisionMake) -> DecisionMade;
    }
    log {
        /// Lists who did what, the newest first: ids and hashes, no contents.
        log_list(LogAsk) -> LogList;
        /// Notes that the names of candidates are shown in a comparison that hid them.
        names_reveal(NamesReveal) -> Saved;
        /// Checks the chain of the log and names the first broken link.
        log_verify(Nothing) -> LogVerified;
    }
    export {
        /// Tells what the comparison of some candidates would hold in print.
        comparison_check(ComparisonCheck) -> ExportCheck;
        /// Writes the comparison of some candidates as a PDF.
        comparison_export(ComparisonExport) -> Exported, saves_file;
    }
    comparison_text {
        /// Writes the comparison of some candidates as a table: CSV, or Markdown.
        comparison_text_export(ComparisonText) -> TextExported, saves_file;
    }
    impact {
        /// Gives the four-fifths rule, with where it stands and since when.
        impact_get(Nothing) -> ImpactRule;
        /// Tells what the four-fifths rule says of groups that someone counted. Nothing is kept.
        impact_check(ImpactCheck) -> Impact;
    }
    packet {
        /// Tells what a candidate's packet would hold: pages, missing scorecards, characters that cannot be drawn, and what a
        /// person must decide in the free text first.
        packet_check(PacketCheck) -> PacketChecked;
        /// Writes a candidate's packet as a PDF.
        packet_export(PacketExport) -> Exported, saves_file;
    }
    round_export {
        /// Tells what the packets of everybody in a round would hold, and what a person must decide in each first.
        round_export_check(RoundExportCheck) -> RoundExportChecked;
        /// Writes the packets of everybody in a round into a folder. One that cannot be written keeps no other back.
        round_export(RoundExport) -> RoundExported, saves_file;
    }
    job {
        /// Tells how far a long piece of work is.
        job_get(JobRef) -> Job;
        /// Stops a long piece of work. What it was about to write is not written; what was there stays whole.
        job_stop(JobRef) -> Job;
    }
    preview {
        /// Gives one page of a document as it would be written, as a picture and as words.
        preview_get(PreviewGet) -> Preview;
    }
    packet_file {
        /// Tells of the file of a packet, a comparison or a guide from anywhere whether it is whole, and by whose key.
        packet_verify(PacketVerify) -> Verified;
    }
    signing {
        /// Gives the fingerprint of the key that this laptop's person signs with, to be read out.
        signing_key_get(Nothing) -> SigningKeyShown;
    }
    guide {
        /// Tells what a kit's guide for the interviewer would hold in print: pages, characters that cannot be drawn.
        guide_check(GuideCheck) -> GuideChecked;
        /// Writes a kit's guide for the interviewer as a PDF, with room for handwriting.
        guide_export(GuideExport) -> Exported, saves_file;
    }
}
