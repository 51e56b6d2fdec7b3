//! For whom a packet is, and what it leaves out: what is left out of the pages is left out of the data too.

use jiff::{
    Span,
    civil::{Date, DateTime},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    formula::Composite,
    log::Act,
    packet::{Change, CitedReason, CitedThing, Packet},
};

/// Who reads a packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Who decides.
    #[default]
    Panel,
    /// The personnel file: with the log of decisive acts and every deviation.
    Hr,
    /// The candidate, who asked what is kept about them.
    Candidate,
    /// Who must not know whose it is.
    Blind,
}

impl Audience {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Panel, Self::Hr, Self::Candidate, Self::Blind];

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
    pub(super) fn is_panel(&self) -> bool {
        *self == Self::Panel
    }
}

/// A part of a packet that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// Why each interviewer recommends what they do: reasons for and against with their evidence.
    Reasons,
    /// The ratings by competency, with means and composite.
    Ratings,
    /// Every scorecard question by question.
    Scorecards,
    /// Notes and quotes, wherever they stand.
    Notes,
    /// The places to sign.
    Signatures,
    /// The log of decisive acts.
    Log,
}

impl Section {
    /// All of them, in the order of the pages.
    pub const ALL: [Self; 6] =
        [Self::Reasons, Self::Ratings, Self::Scorecards, Self::Notes, Self::Signatures, Self::Log];
}

/// One line of the log in a packet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketLog {
    /// Its place in the log, from 1.
    pub sequence: u32,
    /// When, in local time.
    pub at: DateTime,
    /// Who, by name.
    pub actor: String,
    /// What.
    pub act: Act,
    /// The line's hash.
    pub hash: String,
}

/// What a candidate is told who asked for everything that is kept about them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnCopy {
    /// When they asked.
    pub requested_on: Option<Date>,
    /// By when they must have it.
    pub answer_by: Option<Date>,
    /// What it was written for; empty where the page says it in common words.
    pub purpose: String,
    /// Where it is from; empty likewise.
    pub source: String,
    /// Who has read it or can; empty likewise.
    pub recipients: String,
    /// Why the interviewers' names are left out; none where they are not.
    pub names_left_out: Option<String>,
}

/// What a person says for a candidate's own copy.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnCopyAsk {
    /// When the candidate asked.
    #[serde(default)]
    #[ts(optional, type = "string | null")]
    pub requested_on: Option<Date>,
    /// By when they must have it, three months after they asked at the latest; a month after when left out (GDPR, article 12,
    /// paragraph 3).
    #[serde(default)]
    #[ts(optional, type = "string | null")]
    pub answer_by: Option<Date>,
    /// What it was written for; in common words when empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub purpose: String,
    /// Where it is from; in common words when empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub source: String,
    /// Who has read it or can; the hiring panel when empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub recipients: String,
    /// Why the interviewers' names are left out; they are in it when this is left out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub names_left_out: Option<String>,
}

/// Why the days of a candidate's own copy are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OwnCopyRefused {
    /// Nobody has asked yet on a day that is to come.
    #[error("The candidate asked on {asked}, which is after today, {today}. Correct the day on which they asked.")]
    Future {
        /// When they asked.
        asked: Date,
        /// The day now.
        today: Date,
    },
    /// It would have been owed before anybody asked.
    #[error("It would have to be answered by {answer_by}, before they asked on {asked}. Correct one of the two days.")]
    Before {
        /// By when they must have it.
        answer_by: Date,
        /// When they asked.
        asked: Date,
    },
    /// Later than anybody may take: a month, and two more where it is hard (GDPR, article 12, paragraph 3).
    #[error("It would have to be answered by {answer_by}, more than three months after {}. Correct the day by which it is to be answered.", since(.asked, .today))]
    Late {
        /// By when they must have it.
        answer_by: Date,
        /// When they asked, where that was said.
        asked: Option<Date>,
        /// The day now.
        today: Date,
    },
    /// The day is over, and nobody said when they asked.
    #[error(
        "It would have to be answered by {answer_by}, and today is {today}. Say on which day they asked as well, or correct the day."
    )]
    Over {
        /// By when they must have it.
        answer_by: Date,
        /// The day now.
        today: Date,
    },
}

fn since(asked: &Option<Date>, today: &Date) -> String {
    asked.map_or_else(|| format!("today, {today}"), |asked| format!("they asked on {asked}"))
}

/// The longest that an answer may take, in months.
const MONTHS_MAX: i32 = 3;

impl OwnCopyAsk {
    /// Whether its days can be true. An answer that comes late is given all the same, with the day on which it was owed.
    ///
    /// # Errors
    /// [`OwnCopyRefused`] where the candidate asked after today, must have it before they asked or more than three months after, or
    /// where the day is over and nobody said when they asked.
    pub fn check(&self, today: Date) -> Result<(), OwnCopyRefused> {
        let asked = self.requested_on;
        if let Some(asked) = asked.filter(|asked| *asked > today) {
            return Err(OwnCopyRefused::Future { asked, today });
        }
        let Some(answer_by) = self.answer_by else { return Ok(()) };
        let last = asked.unwrap_or(today).checked_add(Span::new().months(MONTHS_MAX));
        match asked {
            _ if last.is_ok_and(|last| answer_by > last) => Err(OwnCopyRefused::Late { answer_by, asked, today }),
            Some(asked) if answer_by < asked => Err(OwnCopyRefused::Before { answer_by, asked }),
            None if answer_by < today => Err(OwnCopyRefused::Over { answer_by, today }),
            _ => Ok(()),
        }
    }

    pub(super) fn told(&self) -> OwnCopy {
        OwnCopy {
            requested_on: self.requested_on,
            answer_by: self.answer_by.or_else(|| self.requested_on?.checked_add(Span::new().months(1)).ok()),
            purpose: self.purpose.trim().to_owned(),
            source: self.source.trim().to_owned(),
            recipients: self.recipients.trim().to_owned(),
            names_left_out: self.names_left_out.as_deref().map(|reason| reason.trim().to_owned()),
        }
    }
}

/// What is left out by the choice of sections.
pub(super) fn leave_out(packet: &mut Packet, sections: &[Section]) {
    let mut all: Vec<Section> = sections.to_vec();
    all.sort_unstable();
    all.dedup();
    for section in &all {
        match section {
            Section::Reasons => {
                packet.panel.iter_mut().for_each(|member| member.reason.clear());
                for card in &mut packet.scorecards {
                    card.reasons_for.clear();
                    card.reasons_against.clear();
                    card.own_ratings.clear();
                    card.amendments.clear();
                }
            }
            Section::Ratings => {
                packet.matrix.clear();
                packet.agreed.clear();
                packet.composite =
                    Composite { value: None, competencies_rated: 0, competencies: 0, weight_rated: 0, weight: 0 };
            }
            // Their reasons stand on the first page.
            Section::Scorecards => packet.scorecards.iter_mut().for_each(|card| {
                card.own_ratings.clear();
                card.amendments.clear();
                card.answers.clear();
                card.general.clear();
                card.candidate_questions.clear();
            }),
            Section::Notes => packet.scorecards.iter_mut().for_each(|card| {
                card.general.clear();
                card.candidate_questions.clear();
                card.answers.iter_mut().for_each(|one| one.answer.entries.clear());
                card.reasons_for.iter_mut().chain(&mut card.reasons_against).for_each(without_notes);
                for change in card.amendments.iter_mut().flat_map(|amendment| &mut amendment.changes) {
                    if let Change::ReasonsFor(all) | Change::ReasonsAgainst(all) = change {
                        all.iter_mut().for_each(without_notes);
                    }
                }
            }),
            Section::Signatures => {}
            Section::Log => packet.log.clear(),
        }
    }
    packet.without = all;
}

fn without_notes(reason: &mut CitedReason) {
    reason.evidence.retain(|cited| !matches!(cited.thing, CitedThing::Note(_)));
}

/// What is no part of a candidate's own copy: the anchors, and what nobody noticed.
pub(super) fn own_copy(packet: &mut Packet) {
    for one in packet.scorecards.iter_mut().flat_map(|card| &mut card.answers) {
        one.referred.clear();
        one.answer.anchor = None;
        one.answer.indicators.retain(|line| line.state.is_some());
        one.answer.red_flags.retain(|line| line.state.is_some());
    }
}
