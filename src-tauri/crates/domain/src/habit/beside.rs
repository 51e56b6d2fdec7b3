//! Whom a rater and others rated both, from what may be seen.
//!
//! Each candidate is compared over the competencies that the rater and at least one other rated: their means in the rater's
//! scorecards beside the mean of the others' means, so that who asked about easier competencies is not taken for milder. Only
//! submitted scorecards enter, each with its first version, and none that was written after another's was seen.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CommonCandidate, Habit, all_equal, habit};
use crate::{
    compare::{CandidateRecord, hidden_from},
    ids::{CandidateId, InterviewId, InterviewerId},
    independence::Reader,
    interview::{Interview, InterviewState},
    means::sums,
    statistic::mean,
};

/// Team figures are of so many raters at least: of two, each would read the other's off.
pub const TEAM_MIN: usize = 3;

/// A scorecard whose rated competencies all have one rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EqualCard {
    /// The interview.
    pub interview_id: InterviewId,
    /// With whom.
    pub candidate_id: CandidateId,
    /// That candidate's name.
    pub candidate: String,
    /// What is stated: "all 4".
    pub words: String,
}

/// How far the raters of a round lie from each other, without saying who.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct TeamFigures {
    /// Raters who have ten common candidates with others.
    pub raters: u32,
    /// The mean of how far each lies from the others, higher or lower, in points of the scale.
    pub mean_apart: f64,
    /// How far the farthest lies.
    pub widest: f64,
}

fn seen<'a>(record: &'a CandidateRecord, reader: Option<&Reader>) -> impl Iterator<Item = &'a Interview> {
    let hidden = hidden_from(record, reader);
    record.interviews.iter().filter(move |i| !hidden && i.state == InterviewState::Submitted)
}

/// The candidates whom this rater and others rated.
#[must_use]
pub fn common(records: &[CandidateRecord], rater: &InterviewerId, reader: Option<&Reader>) -> Vec<CommonCandidate> {
    let of = |record: &CandidateRecord| {
        let independent = |interview: &&Interview| !interview.scorecard.after_seeing_others;
        let (own, others): (Vec<&Interview>, Vec<&Interview>) =
            seen(record, reader).filter(independent).partition(|interview| interview.interviewer.id == *rater);
        let figure = |interviews: &[&Interview], id: &crate::ids::CompetencyId| {
            let of_one = |interview: &&Interview| sums(interview).iter().find(|s| s.competency_id == *id)?.mean();
            mean(&interviews.iter().filter_map(of_one).collect::<Vec<f64>>())
        };
        let competencies = record.role.competencies.iter();
        let pairs: Vec<(f64, f64)> =
            competencies.filter_map(|c| Some((figure(&own, &c.id)?, figure(&others, &c.id)?))).collect();
        let side = |side: fn(&(f64, f64)) -> f64| mean(&pairs.iter().map(side).collect::<Vec<f64>>());
        Some(CommonCandidate { own: side(|pair| pair.0)?, others: vec![side(|pair| pair.1)?] })
    };
    records.iter().filter_map(of).collect()
}

/// The rater's own scorecards in which every rated competency has one rating.
#[must_use]
pub fn equal_cards(records: &[CandidateRecord], rater: &InterviewerId) -> Vec<EqualCard> {
    let of = |record: &CandidateRecord| {
        let own =
            record.interviews.iter().filter(|i| i.interviewer.id == *rater && i.state == InterviewState::Submitted);
        own.filter_map(|interview| {
            let means: Vec<f64> = sums(interview).iter().filter_map(crate::means::CompetencySum::mean).collect();
            Some(EqualCard {
                interview_id: interview.id.clone(),
                candidate_id: record.candidate.id.clone(),
                candidate: record.candidate.name.clone(),
                words: all_equal(&means)?,
            })
        })
        .collect::<Vec<_>>()
    };
    records.iter().flat_map(of).collect()
}

/// Everyone who submitted a scorecard that may be seen, with their habit, in the order of their names.
#[must_use]
pub fn raters(records: &[CandidateRecord], reader: Option<&Reader>) -> Vec<(InterviewerId, String, Habit)> {
    let mut all: Vec<(String, InterviewerId)> = records
        .iter()
        .flat_map(|record| seen(record, reader))
        .map(|interview| (interview.interviewer.name.clone(), interview.interviewer.id.clone()))
        .collect();
    all.sort();
    all.dedup();
    all.into_iter()
        .map(|(name, id)| {
            let habit = habit(&common(records, &id, reader));
            (id, name, habit)
        })
        .collect()
}

/// The figures of a team, unless they would tell who is meant.
#[must_use]
pub fn team(habits: &[Habit]) -> Option<TeamFigures> {
    let apart: Vec<f64> = habits.iter().filter_map(|habit| Some(habit.difference?.mean.abs())).collect();
    (apart.len() >= TEAM_MIN).then(|| TeamFigures {
        raters: u32::try_from(apart.len()).unwrap_or(u32::MAX),
        mean_apart: mean(&apart).unwrap_or(0.0),
        widest: apart.iter().fold(0.0, |widest, one| one.max(widest)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        independence::OpenInterview,
        testing::{interview, record},
    };
    use InterviewState::{Open, Submitted};

    fn people(n: usize) -> Vec<CandidateRecord> {
        let held = |name: String| {
            record(
                &name,
                vec![
                    interview("Ida", Submitted, ["4", "4", "5"]),
                    interview("Jan", Submitted, ["3", "3", "-"]),
                    interview("Kim", Submitted, ["5", "5", "3"]),
                ],
            )
        };
        (0..n).map(|at| held(format!("c{at}"))).collect()
    }

    #[test]
    fn only_competencies_that_both_rated_are_compared() {
        let of = |rater: &str| common(&people(1), &rater.into(), None).remove(0);
        // Ida: craft 4 and communication 5, beside craft (3 + 5) / 2 and communication 3.
        assert_eq!(of("Ida"), CommonCandidate { own: 4.5, others: vec![3.5] });
        // Jan did not rate communication: craft 3 beside (4 + 5) / 2.
        assert_eq!(of("Jan"), CommonCandidate { own: 3.0, others: vec![4.5] });
        assert!(common(&people(1), &"Nobody".into(), None).is_empty());
    }

    #[test]
    fn nothing_of_others_enters_before_ones_own_scorecard_is_in_nor_what_was_not_independent() {
        let mut all = people(12);
        assert_eq!(habit(&common(&all, &"Ida".into(), None)).difference.unwrap().mean, 1.0);
        let owed = OpenInterview {
            candidate_id: "c0".into(),
            candidate: "c0".to_owned(),
            role_id: "p/dev".into(),
            round_id: None,
            sample: false,
        };
        all[0].interviews.push(interview("Me", Open, ["1", "1", "1"]));
        let reader = Reader { id: "Ida".into(), open: vec![owed] };
        assert!(common(&all, &"Ida".into(), Some(&reader)).is_empty());
        assert!(raters(&all, Some(&reader)).is_empty());
        for one in &mut all {
            one.interviews[0].scorecard.after_seeing_others = true;
        }
        assert!(common(&all, &"Ida".into(), None).is_empty());
    }

    #[test]
    fn team_figures_name_nobody_and_are_of_three_at_least() {
        let habits = |n| raters(&people(n), None).into_iter().map(|(_, _, habit)| habit).collect::<Vec<_>>();
        assert_eq!(team(&habits(9)), None, "nine candidates are too few");
        let found = team(&habits(10)).unwrap();
        // Ida 1.0 above, Jan 1.5 below, Kim (5 + 3) / 2 beside (3.5 + 5) / 2: 0.25 below.
        assert_eq!((found.raters, found.widest), (3, 1.5));
        assert!((found.mean_apart - 2.75 / 3.0).abs() < 1e-12);
        assert_eq!(team(&habits(10)[..2]), None, "of two, each would read the other's off");
    }

    #[test]
    fn equal_ratings_of_ones_own_scorecards_are_stated() {
        let all = [record(
            "Ana",
            vec![interview("Ida", Submitted, ["4", "4", "4"]), interview("Jan", Submitted, ["2", "2", "2"])],
        )];
        let found = equal_cards(&all, &"Ida".into());
        assert_eq!(
            found.iter().map(|one| (one.candidate.as_str(), one.words.as_str())).collect::<Vec<_>>(),
            [("Ana", "all 4")]
        );
    }
}
