//! Which competencies candidates can be compared on.
//!
//! A competency is *covered* for a candidate where at least half of the questions about it have a level: of all questions
//! about it in the kits of the candidate's submitted scorecards, a question counting once for each scorecard. Composites
//! are compared only over competencies that are covered for every candidate in view of whom anything is rated. The others are
//! listed with the reason: a mean of one easy question beside a mean of four is no comparison.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    formula::{CompetencyFigure, figures_of},
    ids::{CandidateId, CompetencyId, InterviewId, InterviewerId},
    interview::Interview,
    kit::{Competency, Role},
    means::{CompetencySum, sums},
};

/// A submitted scorecard, as far as figures need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The interview.
    pub interview_id: InterviewId,
    /// Who rated.
    pub rater: InterviewerId,
    /// Their name.
    pub interviewer: String,
    /// The ratings of each competency, added up.
    pub sums: Vec<CompetencySum>,
}

impl From<&Interview> for Card {
    fn from(interview: &Interview) -> Self {
        Self {
            interview_id: interview.id.clone(),
            rater: interview.interviewer.id.clone(),
            interviewer: interview.interviewer.name.clone(),
            sums: sums(interview),
        }
    }
}

/// A candidate with the scorecards that may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entrant {
    /// Who.
    pub id: CandidateId,
    /// The submitted scorecards.
    pub cards: Vec<Card>,
}

impl Entrant {
    /// Whether any question has a level. Who has none has nothing to compare, and keeps nobody else from it.
    #[must_use]
    pub fn is_rated(&self) -> bool {
        self.cards.iter().flat_map(|card| &card.sums).any(|sum| sum.rated > 0)
    }

    /// The figures on these competencies, in their order.
    #[must_use]
    pub fn figures(&self, competencies: &[Competency]) -> Vec<CompetencyFigure> {
        let sums: Vec<_> = self.cards.iter().map(|card| card.sums.as_slice()).collect();
        figures_of(&sums, competencies.iter().map(|competency| &competency.id))
    }
}

/// How little was rated of a competency for one candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Lack {
    /// The candidate.
    pub candidate_id: CandidateId,
    /// Questions about it with a level.
    pub questions_rated: u32,
    /// Questions about it in the kits used.
    pub questions: u32,
}

/// Why candidates are not compared on a competency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// Fewer than half of its questions are rated, for those who are named.
    TooLittle,
    /// No kit that anybody was interviewed with asks about it.
    NotAsked,
    /// The candidates are interviewed for different roles, whose weights differ.
    OtherRole,
    /// The role no longer has it.
    NotInRole,
}

impl WhyNot {
    /// The reason in words, as they stand after "not compared: ".
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::TooLittle => "fewer than half of its questions are rated",
            Self::NotAsked => "no kit used here asks about it",
            Self::OtherRole => "the candidates are interviewed for different roles",
            Self::NotInRole => "the role no longer has it",
        }
    }
}

/// A competency that candidates are not compared on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LeftOut {
    /// The competency.
    pub competency_id: CompetencyId,
    /// Its name.
    pub name: String,
    /// Why.
    pub why: WhyNot,
    /// The same in words, without names.
    pub words: String,
    /// For whom too little was rated; empty for another reason.
    pub lacks: Vec<Lack>,
}

/// What candidates are compared on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Comparable {
    /// The competencies that count, in the role's order.
    pub competency_ids: Vec<CompetencyId>,
    /// The others.
    pub left_out: Vec<LeftOut>,
}

/// Whether at least half of a competency's questions are rated.
#[must_use]
pub fn is_covered(figure: &CompetencyFigure) -> bool {
    figure.questions_rated > 0 && figure.questions_rated.saturating_mul(2) >= figure.questions
}

/// What these candidates are compared on. `role` is the one that all are for; none where they are for different ones.
#[must_use]
pub fn comparable(role: Option<&Role>, competencies: &[Competency], entrants: &[Entrant]) -> Comparable {
    let rated: Vec<(&CandidateId, Vec<CompetencyFigure>)> =
        entrants.iter().filter(|e| e.is_rated()).map(|e| (&e.id, e.figures(competencies))).collect();
    let mut found = Comparable::default();
    for (place, competency) in competencies.iter().enumerate() {
        let lacking = rated.iter().filter(|(_, figures)| !is_covered(&figures[place]));
        let lacks: Vec<Lack> = lacking
            .map(|(id, figures)| Lack {
                candidate_id: (*id).clone(),
                questions_rated: figures[place].questions_rated,
                questions: figures[place].questions,
            })
            .collect();
        let why = match role {
            None => WhyNot::OtherRole,
            Some(role) if !role.competencies.iter().any(|c| c.id == competency.id) => WhyNot::NotInRole,
            Some(_) if lacks.is_empty() => {
                found.competency_ids.push(competency.id.clone());
                continue;
            }
            Some(_) if lacks.len() == rated.len() && lacks.iter().all(|lack| lack.questions == 0) => WhyNot::NotAsked,
            Some(_) => WhyNot::TooLittle,
        };
        found.left_out.push(LeftOut {
            competency_id: competency.id.clone(),
            name: competency.name.clone(),
            why,
            words: why.words().to_owned(),
            lacks: if why == WhyNot::TooLittle { lacks } else { Vec::new() },
        });
    }
    if rated.is_empty() {
        // Nothing was rated, so nothing is compared and nothing left out.
        return Comparable::default();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        interview::InterviewState::Submitted,
        testing::{interview, role},
    };

    fn entrant(id: &str, scorecards: &[[&str; 3]]) -> Entrant {
        let card = |ratings: &[&str; 3]| Card::from(&interview("Ida", Submitted, *ratings));
        Entrant { id: id.into(), cards: scorecards.iter().map(card).collect() }
    }

    fn found(entrants: &[Entrant]) -> (Vec<String>, Vec<String>) {
        let role = role();
        let found = comparable(Some(&role), &role.competencies, entrants);
        let lack = |l: &Lack| format!("{} {}/{}", l.candidate_id.as_str(), l.questions_rated, l.questions);
        let line = |out: &LeftOut| {
            format!("{}: {}", out.competency_id.as_str(), out.lacks.iter().map(lack).collect::<Vec<_>>().join(", "))
        };
        (
            found.competency_ids.iter().map(|id| id.as_str().to_owned()).collect(),
            found.left_out.iter().map(line).collect(),
        )
    }

    #[test]
    fn half_of_the_questions_over_all_scorecards_is_enough_for_everyone_in_view() {
        let full = || entrant("Ana", &[["4", "2", "5"]]);
        // Craft has two questions, communication one.
        for (other, compared, left_out) in [
            (&[["4", "2", "5"]][..], &["craft", "talk"][..], &[][..]),
            (&[["4", "-", "5"]], &["craft", "talk"], &[]),
            (&[["-", "not_asked", "5"]], &["talk"], &["craft: Bo 0/2"]),
            (&[["4", "3", "could_not_judge"]], &["craft"], &["talk: Bo 0/1"]),
            // One of four; two of four.
            (&[["4", "-", "5"], ["-", "-", "5"]], &["talk"], &["craft: Bo 1/4"]),
            (&[["4", "-", "5"], ["-", "2", "-"]], &["craft", "talk"], &[]),
            // Who has no scorecard, or nothing rated in it, keeps nobody from being compared.
            (&[], &["craft", "talk"], &[]),
            (&[["-", "not_asked", "could_not_judge"]], &["craft", "talk"], &[]),
        ] {
            let (counted, out) = found(&[full(), entrant("Bo", other)]);
            assert_eq!(
                (counted.iter().map(String::as_str).collect::<Vec<_>>(), out),
                (compared.to_vec(), left_out.iter().map(|s| (*s).to_owned()).collect()),
                "{other:?}"
            );
        }
        assert_eq!(found(&[entrant("Ana", &[]), entrant("Bo", &[])]), (vec![], vec![]));
    }

    #[test]
    fn what_the_role_lost_and_candidates_for_different_roles_are_not_compared() {
        let all = role().competencies;
        let mut smaller = role();
        smaller.competencies.remove(0);
        let entrants = [entrant("Ana", &[["4", "2", "5"]]), entrant("Bo", &[["4", "2", "5"]])];
        let lost = comparable(Some(&smaller), &all, &entrants);
        assert_eq!((lost.left_out[0].why, lost.competency_ids), (WhyNot::NotInRole, vec!["talk".into()]));
        let roles = comparable(None, &all, &entrants);
        assert!(roles.competency_ids.is_empty() && roles.left_out.iter().all(|out| out.why == WhyNot::OtherRole));
    }
}
