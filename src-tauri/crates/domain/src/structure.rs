//! The structure meter: which of the fifteen components of interview structure a kit and the interviews held with it meet.
//!
//! The components are those of Campion, Palmer & Campion 1997, "A review of structure in the selection interview",
//! *Personnel Psychology* 50:655–702, in their order: seven of content, eight of evaluation. Twelve are judged by what is
//! written here; three can only be declared, with a note, and are shown as declared. The meter counts structure. It does
//! not claim that an interview is valid.
//!
//! The thresholds ([`QUESTIONS_MIN`], [`MINUTES_MIN`], [`NOTES_PER_QUESTION`]) are this product's: the review asks for more
//! and longer, and names no number.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ids::{CandidateId, InterviewerId},
    interview::Interview,
    kit::{Competency, KitContent},
    question::Gap,
    rating::Rating,
};

/// As many required questions are enough.
pub const QUESTIONS_MIN: usize = 6;
/// As many planned minutes are long enough.
pub const MINUTES_MIN: u32 = 30;
/// So many notes a question are detailed enough, on average.
pub const NOTES_PER_QUESTION: usize = 1;

/// One of the fifteen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Component {
    /// The questions come from an analysis of the job.
    JobAnalysis,
    /// Every candidate is asked the same questions.
    SameQuestions,
    /// Prompting and follow-ups are limited.
    LimitedPrompting,
    /// The questions are of better types: about deeds, situations and knowledge (the review names background as well).
    QuestionTypes,
    /// There are many questions, or much time.
    Length,
    /// What else is known of the candidate is kept out.
    AncillaryInformation,
    /// The candidate's own questions come last.
    CandidateQuestionsLast,
    /// Each answer is rated.
    RatingPerAnswer,
    /// The scales have anchors.
    Anchors,
    /// Detailed notes are taken.
    Notes,
    /// Several people rate.
    SeveralRaters,
    /// The same people rate every candidate.
    SameRaters,
    /// Candidates are not discussed between interviews.
    NoDiscussion,
    /// Interviewers are trained.
    Training,
    /// Ratings are put together by a formula, the same for all.
    Formula,
}

impl Component {
    /// All, in the order of the review.
    pub const ALL: [Self; 15] = [
        Self::JobAnalysis,
        Self::SameQuestions,
        Self::LimitedPrompting,
        Self::QuestionTypes,
        Self::Length,
        Self::AncillaryInformation,
        Self::CandidateQuestionsLast,
        Self::RatingPerAnswer,
        Self::Anchors,
        Self::Notes,
        Self::SeveralRaters,
        Self::SameRaters,
        Self::NoDiscussion,
        Self::Training,
        Self::Formula,
    ];

    /// Whether only people can say it.
    #[must_use]
    pub fn is_declared(self) -> bool {
        matches!(self, Self::JobAnalysis | Self::NoDiscussion | Self::Training)
    }

    /// As the store and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::JobAnalysis => "job_analysis",
            Self::SameQuestions => "same_questions",
            Self::LimitedPrompting => "limited_prompting",
            Self::QuestionTypes => "question_types",
            Self::Length => "length",
            Self::AncillaryInformation => "ancillary_information",
            Self::CandidateQuestionsLast => "candidate_questions_last",
            Self::RatingPerAnswer => "rating_per_answer",
            Self::Anchors => "anchors",
            Self::Notes => "notes",
            Self::SeveralRaters => "several_raters",
            Self::SameRaters => "same_raters",
            Self::NoDiscussion => "no_discussion",
            Self::Training => "training",
            Self::Formula => "formula",
        }
    }

    /// Reads what [`Component::code`] wrote.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|component| component.code() == code)
    }

    /// Its name, how it is judged, and one action that would meet it.
    #[must_use]
    pub fn words(self) -> [&'static str; 3] {
        match self {
            Self::JobAnalysis => [
                "Questions come from the job",
                "Declared: how was it found out what this job needs?",
                "Write down which analysis of the job the competencies come from.",
            ],
            Self::SameQuestions => [
                "The same questions for everyone",
                "In every submitted interview each required question was asked, in the kit's words, with one version of the kit.",
                "Ask every required question as it is written; publish changes between rounds.",
            ],
            Self::LimitedPrompting => [
                "Limited prompting",
                "Every question has planned probes, and unplanned ones were asked for at most one answer in ten.",
                "Give each question the two or three follow-ups that everyone gets.",
            ],
            Self::QuestionTypes => [
                "Good types of questions",
                "Every question has a type: it asks what someone knows, would do or has done.",
                "Choose a type for each question, and replace those that fit none.",
            ],
            Self::Length => [
                "Enough questions, or enough time",
                "At least 6 required questions, or 30 planned minutes for them.",
                "Add required questions, or give them more time.",
            ],
            Self::AncillaryInformation => [
                "Other information is kept out",
                "The kit shows the CV and earlier notes only after one's own scorecard is submitted.",
                "Set the background of the kit to \"after submission\".",
            ],
            Self::CandidateQuestionsLast => [
                "The candidate's questions come last",
                "The kit has a closing text and keeps minutes for the candidate's own questions.",
                "Write the closing, and keep some minutes of the slot for the candidate.",
            ],
            Self::RatingPerAnswer => [
                "Each answer is rated",
                "Every submitted scorecard rates each question, or says why not.",
                "Rate each answer before going on to submit.",
            ],
            Self::Anchors => [
                "Anchored scales",
                "Every question says what an answer at each of the five levels is.",
                "Write the missing anchors in the bank, and publish the kit again.",
            ],
            Self::Notes => [
                "Detailed notes",
                "The submitted interviews have at least one note for each question, on average.",
                "Keep a note for each answer: what was said, in the candidate's words.",
            ],
            Self::SeveralRaters => [
                "Several raters",
                "Every candidate with a submitted scorecard has scorecards by two people or more.",
                "Have a second person interview each candidate, or sit beside you.",
            ],
            Self::SameRaters => [
                "The same raters",
                "The same people have rated every candidate.",
                "Let the same interviewers meet all candidates of the round.",
            ],
            Self::NoDiscussion => [
                "No discussion between interviews",
                "Declared: are candidates and their answers left undiscussed until all scorecards are in?",
                "Agree on it with the panel, and write down what was agreed.",
            ],
            Self::Training => [
                "Trained interviewers",
                "Declared: how were the interviewers trained?",
                "Train the interviewers on this kit, and write down when.",
            ],
            Self::Formula => [
                "One formula for all",
                "Ratings are put together by one formula, with the weights of the role: all the same, or each other one with a written reason. What a panel decides beside it is not judged.",
                "Give the role five to eight competencies, with equal weights or with reasons.",
            ],
        }
    }
}

/// A submitted interview, as far as structure is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// With whom.
    pub candidate_id: CandidateId,
    /// By whom.
    pub interviewer_id: InterviewerId,
    /// The number of the kit's version.
    pub kit_version: u32,
    /// Questions of the kit.
    pub questions: usize,
    /// Required questions that were not asked, and questions that were reworded or skipped.
    pub departures: usize,
    /// Questions with a rating or a mark for a missing one.
    pub rated: usize,
    /// Questions for which a probe was asked that is not planned.
    pub unplanned: usize,
    /// Kept notes.
    pub notes: usize,
}

impl Held {
    /// What an interview shows.
    #[must_use]
    pub fn of(interview: &Interview) -> Self {
        let count =
            |of: &dyn Fn(&crate::record::QuestionRecord) -> bool| interview.records.iter().filter(|r| of(r)).count();
        let content = &interview.content;
        Self {
            candidate_id: interview.candidate_id.clone(),
            interviewer_id: interview.interviewer.id.clone(),
            kit_version: interview.kit_version,
            questions: interview.records.len(),
            departures: count(&|r| {
                r.deviation.is_some() || r.rating == Some(Rating::NotAsked) && content.is_required(&r.question_id)
            }),
            rated: count(&|r| r.rating.is_some()),
            unplanned: count(&|r| r.probes.iter().any(|probe| probe.number.is_none())),
            notes: interview.entries.len(),
        }
    }
}

/// Whether one component is met, and by what it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComponentMet {
    /// Which.
    pub component: Component,
    /// Its name.
    pub title: String,
    /// How it is judged, in a sentence.
    pub judged: String,
    /// Whether people declare it; else it is judged by data.
    pub declared: bool,
    /// Whether it is met; none while no interview was submitted that could show it.
    pub met: Option<bool>,
    /// What was declared; none for what is judged by data or not declared.
    pub note: Option<String>,
    /// One action that would meet it.
    pub action: String,
}

/// Judges a kit by itself and by the submitted interviews that were held with it. `declared` are the notes of what people
/// said.
#[must_use]
pub fn structure(content: &KitContent, held: &[Held], declared: &BTreeMap<Component, String>) -> Vec<ComponentMet> {
    let judge = |component: Component| {
        let [title, judged, action] = component.words();
        let note = declared.get(&component).filter(|_| component.is_declared()).cloned();
        ComponentMet {
            component,
            title: title.to_owned(),
            judged: judged.to_owned(),
            declared: component.is_declared(),
            met: if component.is_declared() { Some(note.is_some()) } else { by_data(component, content, held) },
            note,
            action: action.to_owned(),
        }
    };
    Component::ALL.into_iter().map(judge).collect()
}

fn by_data(component: Component, content: &KitContent, held: &[Held]) -> Option<bool> {
    let (kit, questions) = (&content.kit, &content.questions);
    let has = |gap: Gap| questions.iter().all(|question| !question.gaps().contains(&gap));
    // What only interviews can show is open until there is one.
    let shown = |met: bool| (!held.is_empty()).then_some(met);
    let sum = |of: fn(&Held) -> usize| held.iter().map(of).sum::<usize>();
    let some = !questions.is_empty();
    match component {
        Component::JobAnalysis | Component::NoDiscussion | Component::Training => None,
        Component::SameQuestions => {
            let versions: BTreeSet<u32> = held.iter().map(|one| one.kit_version).collect();
            shown(versions.len() == 1 && held.iter().all(|one| one.departures == 0))
        }
        Component::LimitedPrompting => {
            Some(some && has(Gap::Probes) && sum(|one| one.unplanned) * 10 <= sum(|one| one.questions))
        }
        Component::QuestionTypes => Some(some && has(Gap::Type)),
        Component::Length => {
            let required = questions.iter().filter(|question| content.is_required(&question.id)).count();
            Some(required >= QUESTIONS_MIN || content.planned_minutes() >= MINUTES_MIN)
        }
        Component::AncillaryInformation => Some(kit.background == crate::kit::Background::AfterSubmission),
        Component::CandidateQuestionsLast => {
            Some(!kit.closing.trim().is_empty() && kit.candidate_minutes.is_some_and(|minutes| minutes > 0))
        }
        Component::RatingPerAnswer => shown(held.iter().all(|one| one.rated == one.questions)),
        Component::Anchors => Some(some && has(Gap::Anchors)),
        Component::Notes => shown(sum(|one| one.notes) >= NOTES_PER_QUESTION * sum(|one| one.questions)),
        Component::SeveralRaters => shown(panels(held).values().all(|raters| raters.len() >= 2)),
        Component::SameRaters => {
            let different: BTreeSet<_> = panels(held).into_values().collect();
            shown(different.len() == 1)
        }
        Component::Formula => {
            let (role, usual) = (&content.role, content.role.usual_weight());
            let reasoned = |c: &Competency| c.weight == usual || !c.weight_reason.trim().is_empty();
            Some(!role.competencies.is_empty() && role.competencies.iter().all(reasoned))
        }
    }
}

/// Who has rated each candidate.
fn panels(held: &[Held]) -> BTreeMap<&CandidateId, BTreeSet<&InterviewerId>> {
    let mut panels: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for one in held {
        panels.entry(&one.candidate_id).or_default().insert(&one.interviewer_id);
    }
    panels
}

#[cfg(test)]
mod tests;
