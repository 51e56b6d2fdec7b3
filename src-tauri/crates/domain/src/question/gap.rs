//! What a question still lacks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Question;

/// Something that a finished question has and this one does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// Nobody has said which competency it counts for.
    Competency,
    /// Its time is not planned.
    Minutes,
    /// Nobody has said what it asks the candidate to show.
    Type,
    /// It has no good signals.
    Indicators,
    /// It has no red flags.
    RedFlags,
    /// It has no planned follow-ups.
    Probes,
    /// An anchor is not written.
    Anchors,
}

impl Gap {
    /// Whether a kit with such a question cannot be published. Without a competency its rating would count for nothing,
    /// and without a time no slot can be planned. With the other gaps the question can be asked and rated by the general
    /// scale; the kit then shows what is missing.
    #[must_use]
    pub fn stops_publishing(self) -> bool {
        matches!(self, Self::Competency | Self::Minutes)
    }
}

impl Question {
    /// What is not written yet, in the order of [`Gap`]; nothing for a finished question.
    #[must_use]
    pub fn gaps(&self) -> Vec<Gap> {
        let table = [
            (Gap::Competency, self.competency.as_str().is_empty()),
            (Gap::Minutes, self.minutes == 0),
            (Gap::Type, self.question_type.is_none()),
            (Gap::Indicators, self.indicators.is_empty()),
            (Gap::RedFlags, self.red_flags.is_empty()),
            (Gap::Probes, self.probes.is_empty()),
            (Gap::Anchors, self.anchors.iter().any(String::is_empty)),
        ];
        table.into_iter().filter_map(|(gap, is_open)| is_open.then_some(gap)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    #[test]
    fn a_bare_prompt_lacks_everything_and_a_finished_question_nothing() {
        let mut question = testing::question("q", "craft");
        question.probes = vec!["And then?".to_owned()];
        assert_eq!(question.gaps(), []);
        question.anchors[2].clear();
        assert_eq!(question.gaps(), [Gap::Anchors], "one missing anchor is a gap");
        question.anchors = Default::default();
        question.competency = "".into();
        question.minutes = 0;
        question.question_type = None;
        question.indicators.clear();
        question.red_flags.clear();
        question.probes.clear();
        let all = [Gap::Competency, Gap::Minutes, Gap::Type, Gap::Indicators, Gap::RedFlags, Gap::Probes, Gap::Anchors];
        assert_eq!(question.gaps(), all);
    }

    #[test]
    fn only_a_rating_that_cannot_count_and_a_time_that_cannot_be_planned_stop_publishing() {
        let question = Question { competency: "".into(), minutes: 0, ..testing::question("q", "") };
        let stopping: Vec<_> = question.gaps().into_iter().filter(|gap| gap.stops_publishing()).collect();
        assert_eq!(stopping, [Gap::Competency, Gap::Minutes]);
        assert!(!Gap::Anchors.stops_publishing());
    }
}
