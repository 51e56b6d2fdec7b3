//! Roles and kits: what a job needs, and which questions every candidate for it is asked.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ids::{CompetencyId, KitId, QuestionId, RoleId},
    place::Place,
    question::Question,
    rating::Level,
};

pub mod check;

/// One thing a role needs, rated by the questions that count for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Competency {
    /// The competency's id within its role.
    pub id: CompetencyId,
    /// Its name on screen and in the packet.
    pub name: String,
    /// What it means, in a sentence or two.
    pub definition: String,
    /// How much it counts against the others; the same for all unless a reason is written down.
    pub weight: u32,
    /// Why its weight is not that of the others; empty where it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub weight_reason: String,
    /// The level that the role must have here; none where it is not a must-have. Falling short of it is shown, and decides
    /// nothing by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "1 | 2 | 3 | 4 | 5")]
    pub must_have: Option<Level>,
}

/// A job that people are interviewed for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Role {
    /// The role's id.
    pub id: RoleId,
    /// The title, as it stands in packets.
    pub title: String,
    /// The level, such as "senior".
    pub level: String,
    /// What the role needs, in order.
    pub competencies: Vec<Competency>,
    /// Within how many hours of the interview a scorecard is due; none where the role has no such rule. The copy of the
    /// role in a kit never has one: the rule is about today's work, and must not make a new version of the kit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub submit_within_hours: Option<u32>,
}

/// One question's place in a kit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KitQuestion {
    /// Which question.
    pub question_id: QuestionId,
    /// Whether every candidate must be asked it.
    pub required: bool,
    /// The title of the kit's section that it stands in; questions that follow one another with one title are one section.
    /// Empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub section: String,
    /// Planned time in this kit, in minutes; the question's own where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub minutes: Option<u32>,
}

/// When an interviewer may see the CV and what earlier interviewers noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Background {
    /// Once the own scorecard is submitted: what was read before colours what is heard.
    #[default]
    AfterSubmission,
    /// Before the interview as well.
    BeforeInterview,
}

impl Background {
    /// Both, the default first.
    pub const ALL: [Self; 2] = [Self::AfterSubmission, Self::BeforeInterview];

    /// As kit files and the contract write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::AfterSubmission => "after_submission",
            Self::BeforeInterview => "before_interview",
        }
    }

    // A kit that says nothing is written as it was before kits could say it, so that its content hash stays.
    #[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// One version of a kit: the questions of an interview, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Kit {
    /// The kit through all its versions.
    pub id: KitId,
    /// The role it is for.
    pub role_id: RoleId,
    /// Its name.
    pub title: String,
    /// How long the meeting is, in minutes.
    pub slot_minutes: u32,
    /// When the CV and earlier notes may be seen; after submission where it is left out.
    #[serde(default, skip_serializing_if = "Background::is_default")]
    #[ts(optional, as = "Option<Background>")]
    pub background: Background,
    /// What the interviewer reads at the start.
    pub opening: String,
    /// What the interviewer reads at the end.
    pub closing: String,
    /// What to have ready before it begins, a line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub ready: Vec<String>,
    /// Minutes of the slot that are kept for the candidate's own questions; none where nothing is said of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub candidate_minutes: Option<u32>,
    /// The questions, in order.
    pub questions: Vec<KitQuestion>,
}

/// A kit with everything that an interview needs of it, as it was when it was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KitContent {
    /// The kit.
    pub kit: Kit,
    /// The role, with its competencies.
    pub role: Role,
    /// The questions in the kit's order.
    pub questions: Vec<Question>,
}

impl KitContent {
    /// Where a question stands in the kit, counted from 1.
    #[must_use]
    pub fn number_of(&self, question: &QuestionId) -> Option<usize> {
        self.questions.iter().position(|q| q.id == *question).map(|index| index + 1)
    }

    /// The name of a competency; its id where the role does not know it.
    #[must_use]
    pub fn competency_name<'a>(&'a self, id: &'a CompetencyId) -> &'a str {
        self.role.competencies.iter().find(|c| c.id == *id).map_or(id.as_str(), |c| c.name.as_str())
    }

    /// How the screen calls a place: a question by its number in the kit.
    #[must_use]
    pub fn place_words(&self, place: &Place) -> String {
        match place {
            Place::General => "General".to_owned(),
            Place::CandidateQuestions => "Candidate’s questions".to_owned(),
            Place::Question(id) => match self.number_of(id) {
                Some(number) => format!("question {number}"),
                None => "a question".to_owned(),
            },
        }
    }

    /// Whether the kit asks this question of every candidate.
    #[must_use]
    pub fn is_required(&self, question: &QuestionId) -> bool {
        self.kit.questions.iter().any(|k| k.question_id == *question && k.required)
    }

    /// Planned time of a question in this kit, in minutes.
    #[must_use]
    pub fn minutes_of(&self, question: &Question) -> u32 {
        let place = self.kit.questions.iter().find(|place| place.question_id == question.id);
        place.and_then(|place| place.minutes).unwrap_or(question.minutes)
    }

    /// Planned time of the required questions, in minutes.
    #[must_use]
    pub fn planned_minutes(&self) -> u32 {
        self.questions.iter().filter(|q| self.is_required(&q.id)).map(|q| self.minutes_of(q)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{canonical, testing::content};

    #[test]
    fn a_kit_that_says_nothing_of_the_background_is_written_as_before_kits_could() {
        let mut kit = content().kit;
        let written = serde_json::to_value(&kit).unwrap();
        assert_eq!(written.get("background"), None, "its content hash, and so its version, stays");
        assert_eq!(serde_json::from_value::<Kit>(written).unwrap(), kit);
        let hash = canonical::hash(&kit);
        kit.background = Background::BeforeInterview;
        let written = serde_json::to_value(&kit).unwrap();
        assert_eq!(written["background"], Background::BeforeInterview.code());
        assert_eq!(serde_json::from_value::<Kit>(written).unwrap(), kit);
        assert_ne!(canonical::hash(&kit), hash);
    }

    #[test]
    fn a_kit_may_give_a_question_another_time_than_its_own() {
        let mut content = content();
        assert_eq!((content.planned_minutes(), content.minutes_of(&content.questions[0])), (10, 5));
        content.kit.questions[0].minutes = Some(12);
        assert_eq!((content.planned_minutes(), content.minutes_of(&content.questions[0])), (17, 12));
        assert_eq!(content.questions[0].minutes, 5, "the question is as it was");
    }
}
