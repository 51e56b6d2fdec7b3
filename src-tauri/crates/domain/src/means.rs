//! The mean of a competency in one scorecard: the sum of the levels of its rated questions by their number. What is
//! missing is missing: "not asked", "could not judge" and "not rated" enter neither.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ids::CompetencyId, interview::Interview, rating::Rating};

/// The ratings of one competency in one interview, added up. Whole numbers, so that two of them are equal or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompetencySum {
    /// The competency.
    pub competency_id: CompetencyId,
    /// The levels of its rated questions, added up.
    pub sum: u32,
    /// Its questions with a level.
    pub rated: u32,
    /// Its questions in the kit.
    pub questions: u32,
}

impl CompetencySum {
    /// The mean; none where no question has a level.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        (self.rated > 0).then(|| f64::from(self.sum) / f64::from(self.rated))
    }

    /// Whether the mean is exactly this level.
    #[must_use]
    pub fn is_exactly(&self, level: u8) -> bool {
        self.rated > 0 && self.sum == u32::from(level) * self.rated
    }
}

/// The sums of the competencies that the kit asks about, in the role's order.
#[must_use]
pub fn sums(interview: &Interview) -> Vec<CompetencySum> {
    let mut all: Vec<CompetencySum> = Vec::new();
    let known = interview.content.role.competencies.iter().map(|competency| &competency.id);
    for id in known.chain(interview.content.questions.iter().map(|question| &question.competency)) {
        if !all.iter().any(|sum| sum.competency_id == *id) {
            all.push(CompetencySum { competency_id: id.clone(), sum: 0, rated: 0, questions: 0 });
        }
    }
    for question in &interview.content.questions {
        let Some(sum) = all.iter_mut().find(|sum| sum.competency_id == question.competency) else { continue };
        sum.questions += 1;
        if let Some(level) = interview.rating(&question.id).and_then(Rating::level) {
            sum.sum += u32::from(level.number());
            sum.rated += 1;
        }
    }
    all.retain(|sum| sum.questions > 0);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{interview::InterviewState, testing::interview};

    #[test]
    fn a_mean_is_of_the_levels_alone_and_missing_is_never_zero() {
        // Craft has two questions, communication one.
        for (ratings, craft, talk) in [
            (["4", "2", "5"], (Some(3.0), 2), (Some(5.0), 1)),
            (["4", "not_asked", "1"], (Some(4.0), 1), (Some(1.0), 1)),
            (["could_not_judge", "3", "-"], (Some(3.0), 1), (None, 0)),
            (["not_asked", "-", "not_asked"], (None, 0), (None, 0)),
            (["5", "4", "-"], (Some(4.5), 2), (None, 0)),
        ] {
            let found = sums(&interview("Ida", InterviewState::Open, ratings));
            let figures: Vec<_> = found.iter().map(|sum| (sum.mean(), sum.rated)).collect();
            assert_eq!(figures, [craft, talk], "{ratings:?}");
            let names: Vec<_> = found.iter().map(|s| (s.competency_id.as_str(), s.questions)).collect();
            assert_eq!(names, [("craft", 2), ("talk", 1)]);
        }
    }

    #[test]
    fn a_competency_that_the_kit_does_not_ask_about_has_no_line() {
        let mut less = interview("Ida", InterviewState::Open, ["4", "2", "5"]);
        less.content.questions.pop();
        assert_eq!(sums(&less).iter().map(|s| s.competency_id.as_str()).collect::<Vec<_>>(), ["craft"]);
    }

    #[test]
    fn only_an_exact_mean_is_a_level() {
        let sum = |sum, rated| CompetencySum { competency_id: "c".into(), sum, rated, questions: 3 };
        assert!(sum(8, 2).is_exactly(4));
        assert!(!sum(9, 2).is_exactly(4) && !sum(9, 2).is_exactly(5));
        assert!(!sum(0, 0).is_exactly(1), "nothing rated is no level");
    }
}
