//! What the tables hold of a person, in words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{ids::InterviewId, interview::InterviewState, place::Place};
use workbench_store::{
    Read,
    erase::{ByTable, Mentioned},
    interview, interviewer,
};

use crate::{
    failure::Failure,
    independence::{Reading, readable},
};

/// How much there is of something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ErasureCount {
    /// What, in words.
    pub what: String,
    /// How much.
    #[ts(type = "number")]
    pub rows: u64,
}

/// Where a part of a name stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NamePart {
    /// The part.
    pub words: String,
    /// In what, and how often.
    pub found: Vec<ErasureCount>,
    /// The notes among that which are one's own to read.
    pub notes: Vec<NamedNotes>,
}

/// Notes at one place of one's own interview with somebody else that have a name, or a part of one, in them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NamedNotes {
    /// The interview.
    pub interview_id: InterviewId,
    /// Whom it is with.
    pub candidate: String,
    /// The kit's title.
    pub kit: String,
    /// Where in it they are filed.
    pub place: Place,
    /// Whether its scorecard is submitted, so that nothing in it changes any more.
    pub submitted: bool,
    /// How many.
    #[ts(type = "number")]
    pub notes: u64,
}

/// So many places are told at most; there may be a part that stands in every other note.
const PLACES_MAX: usize = 20;

/// Those of the notes that are one's own to read, by place. What others wrote is counted alone: who may read it, and when, is
/// not for this to say.
pub(crate) fn own_notes(r: &Read<'_>, found: &Mentioned) -> Result<Vec<NamedNotes>, Failure> {
    let Some(me) = interviewer::me(r)? else { return Ok(Vec::new()) };
    let mut told = Vec::new();
    for ((interview_id, place), notes) in &found.notes {
        let interview_id = InterviewId::from(interview_id.as_str());
        let own = interview::guard(r, &interview_id)?.filter(|one| one.interviewer_id == me.id && !one.practice);
        if own.is_none() {
            continue;
        }
        let Reading { interview, candidate, .. } = readable(r, &interview_id)?;
        told.push(NamedNotes {
            interview_id,
            candidate: candidate.name,
            kit: interview.content.kit.title,
            place: Place::from_code(place),
            submitted: interview.state == InterviewState::Submitted,
            notes: *notes,
        });
        if told.len() == PLACES_MAX {
            break;
        }
    }
    Ok(told)
}

/// What decides, and what is told only to those who owe no scorecard.
const PANEL: &str = "Debriefs and decisions";
/// Everything of somebody that no one looks for by itself.
const OTHER: &str = "Other records";

/// In the order in which they are told.
const NOUNS: [(&str, &[&str]); 16] = [
    ("Interviews", &["interview"]),
    ("Notes, quotes and code", &["entry"]),
    ("Unfinished texts", &["draft", "amendment_draft", "bank_draft"]),
    ("Ratings, ticks and probes", &["question_record", "tick", "probe"]),
    ("Scorecards", &["scorecard"]),
    ("Versions of scorecards", &["scorecard_version"]),
    ("Attached files", &["attachment"]),
    ("Preparations", &["preparation"]),
    ("Planned interviews", &["appointment"]),
    (PANEL, &["debrief", "decision"]),
    ("Contacts", &["contact"]),
    ("Imported scorecards", &["imported_scorecard"]),
    ("Examples of answers", &["example"]),
    ("Steps that can be undone", &["action", "import_change", "bank_action"]),
    (
        "Questions, kits and roles",
        &["question", "question_version", "question_tag", "kit", "kit_version", "kit_question", "role"],
    ),
    (OTHER, &[]),
];

/// The word for what a table holds.
pub(crate) fn noun(table: &str) -> &'static str {
    NOUNS.iter().find(|(_, tables)| tables.contains(&table)).map_or(OTHER, |(what, _)| what)
}

fn told(all: &ByTable, veiled: bool) -> Vec<ErasureCount> {
    let of = |what: &str| all.iter().filter(|(table, _)| noun(table) == what).map(|(_, rows)| rows).sum();
    let counts = NOUNS.iter().map(|(what, _)| ErasureCount { what: (*what).to_owned(), rows: of(what) });
    counts.filter(|count| count.rows > 0 && !(veiled && count.what == PANEL)).collect()
}

/// What goes with a person. The person's own row is not told: it is whom this is about.
pub(crate) fn counted(share: &ByTable, veiled: bool) -> Vec<ErasureCount> {
    let mut share = share.clone();
    share.remove("candidate");
    told(&share, veiled)
}

/// Where the name stands in what stays.
pub(crate) fn mentioned(found: &Mentioned, veiled: bool) -> Vec<ErasureCount> {
    told(&found.rows, veiled)
}
