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
}

impl Command {
    /// The command of that name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        COMMANDS.iter().find(|command| command.name == name)
    }
}

fn read<T: DeserializeOwned>(command: &str, json: &str) -> Result<T, Failure> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let place = if path == "." { String::new() } else { format!(" at {path}") };
        Failure::invalid(format!("The request for {command} cannot be read{place}: {}.", error.inner()))
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
                _ => Err(Failure::invalid(format!(
                    "There is no command \"{name}\". `workbench call --list` prints those there are."
                ))),
            }
        }
    };
    (@saves) => { false };
    (@saves saves_file) => { true };
}

use workbench_domain::{candidate::Candidate, compare::CompareTable, interviewer::Interviewer, review::Review};

use crate::{
    amendment::{ScorecardAmend, ScorecardAmended, ScorecardVersions},
    candidate::{CandidateAdd, CandidateDetail, CandidateGet, CandidateList},
    compare::{CompareAsk, CompareEvidence, Evidence},
    entry::{DraftSave, EntryRef, EntrySave, EntrySaved, EntrySettle},
    export::{ComparisonCheck, ComparisonExport, ExportCheck, Exported, PacketCheck, PacketExport},
    hidden::{EntryHidden, EntryHide},
    interview::{InterviewGet, InterviewList, InterviewLive, InterviewStart, InterviewTurn},
    kit::{KitDetail, KitGet, KitList, RoleList},
    nothing::Nothing,
    question::{QuestionDetail, QuestionGet, QuestionList, QuestionSearch},
    rating::{RatingSet, Saved, TickSet},
    scorecard::{ScorecardSave, ScorecardSubmit, ScorecardSubmitted},
    status::{InterviewerSet, Settings, Status},
    today::Today,
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
    today {
        /// Lists what needs doing: open interviews, candidates without one, scorecards lately submitted.
        today_get(Nothing) -> Today;
    }
    kit {
        /// Lists the roles with their competencies.
        role_list(Nothing) -> RoleList;
        /// Lists the kits, newest version each.
        kit_list(Nothing) -> KitList;
        /// Gives one kit with its questions.
        kit_get(KitGet) -> KitDetail;
    }
    question {
        /// Lists the questions of the bank.
        question_list(Nothing) -> QuestionList;
        /// Finds questions by what they say: newest first, or the best match first where `ranked` is true.
        question_search(QuestionSearch) -> QuestionList;
        /// Gives one question in full.
        question_get(QuestionGet) -> QuestionDetail;
    }
    candidate {
        /// Adds a candidate for a role.
        candidate_add(CandidateAdd) -> Candidate;
        /// Lists the candidates, newest first.
        candidate_list(Nothing) -> CandidateList;
        /// Gives one candidate with the interviews held.
        candidate_get(CandidateGet) -> CandidateDetail;
    }
    interview {
        /// Starts an interview with a kit.
        interview_start(InterviewStart) -> InterviewLive;
        /// Lists the interviews, newest first.
        interview_list(Nothing) -> InterviewList;
        /// Gives one interview with everything written in it.
        interview_get(InterviewGet) -> InterviewLive;
        /// Takes back an interview that was started by mistake: only while nothing is written in it.
        interview_discard(InterviewGet) -> Saved;
        /// Keeps which question is on screen, and the time spent on the one before.
        interview_turn(InterviewTurn) -> Saved;
    }
    entry {
        /// Keeps a note; with `entry_id`, changes one that is kept.
        entry_save(EntrySave) -> EntrySaved;
        /// Removes a note.
        entry_remove(EntryRef) -> EntrySaved;
        /// Brings a removed note back.
        entry_restore(EntryRef) -> EntrySaved;
        /// Marks a follow-up as settled, or as open again.
        entry_settle(EntrySettle) -> Saved;
        /// Keeps what is being typed, before it becomes a note. An empty text clears it.
        draft_save(DraftSave) -> Saved;
    }
    rating {
        /// Ticks an indicator or a red flag; without a state, clears the tick.
        tick_set(TickSet) -> Saved;
        /// Rates a question; without a rating, clears it.
        rating_set(RatingSet) -> Saved;
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
    amendment {
        /// Amends a submitted scorecard. Every version is kept, and the first one counts.
        scorecard_amend(ScorecardAmend) -> ScorecardAmended;
        /// Gives every version of a submitted scorecard.
        scorecard_versions(InterviewGet) -> ScorecardVersions;
    }
    compare {
        /// Lays candidates side by side: competencies as rows, candidates as columns.
        compare_table(CompareAsk) -> CompareTable;
        /// Gives the answers behind one cell, with their evidence.
        compare_evidence(CompareEvidence) -> Evidence;
    }
    export {
        /// Tells what a candidate's packet would hold: pages, missing scorecards, characters that cannot be drawn.
        packet_check(PacketCheck) -> ExportCheck;
        /// Writes a candidate's packet as a PDF.
        packet_export(PacketExport) -> Exported, saves_file;
        /// Tells what the comparison of some candidates would hold in print.
        comparison_check(ComparisonCheck) -> ExportCheck;
        /// Writes the comparison of some candidates as a PDF.
        comparison_export(ComparisonExport) -> Exported, saves_file;
    }
}
