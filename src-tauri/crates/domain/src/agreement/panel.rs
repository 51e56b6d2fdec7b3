//! Whose ratings are laid beside whose: lead and scribe of one meeting for agreement, separate interviews for consistency.
//!
//! Only submitted scorecards enter that the reader may see ([`crate::independence`]), each with its first version. A scorecard
//! that was submitted after its author had seen another's on the candidate is left out and counted: ratings that were not given
//! independently say nothing of how raters agree.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Basis, PanelAgreement, Rated, agreement};
use crate::{
    compare::{CandidateRecord, competencies, hidden_from},
    ids::{CandidateId, CompetencyId, InterviewerId},
    independence::Reader,
    interview::{Interview, InterviewState},
    means::sums,
    meeting::Part,
};

/// What one rater gave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Given {
    /// Who.
    pub interviewer: String,
    /// The interviewer's part, where two interviewed together.
    pub part: Option<Part>,
    /// The mean of the competency in that scorecard, 1 to 5.
    pub mean: f64,
}

/// What lies behind a gap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GapGiven {
    /// The competency.
    pub competency_id: CompetencyId,
    /// The candidate.
    pub candidate_id: CandidateId,
    /// What each rater gave, the lowest first.
    pub given: Vec<Given>,
}

/// One of the two, with what lies behind its gaps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PanelView {
    /// What may be shown.
    pub told: PanelAgreement,
    /// Who gave what, a line for each gap, in their order.
    pub given: Vec<GapGiven>,
}

/// A name for what the figures name by an id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PanelName {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
}

/// How far raters agree and are consistent about these candidates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Panels {
    /// The competencies, in the role's order.
    pub competencies: Vec<PanelName>,
    /// The candidates who may be seen.
    pub candidates: Vec<PanelName>,
    /// Candidates of whom nothing is shown before an own scorecard is in.
    pub hidden: u32,
    /// Scorecards left out, since their authors had seen another's on the candidate.
    pub after_seeing_others: u32,
    /// People who heard the same answers.
    pub agreement: PanelView,
    /// Interviews of their own.
    pub consistency: PanelView,
}

/// What may be told of these candidates' raters to this reader. `seed` is for the bootstrap.
#[must_use]
pub fn panels(records: &[CandidateRecord], reader: Option<&Reader>, seed: u64) -> Panels {
    let seen: Vec<&CandidateRecord> = records.iter().filter(|record| !hidden_from(record, reader)).collect();
    let all: Vec<Vec<&Interview>> = seen
        .iter()
        .map(|record| record.interviews.iter().filter(|i| i.state == InterviewState::Submitted).collect())
        .collect();
    let late = all.iter().flatten().filter(|interview| interview.scorecard.after_seeing_others).count();
    let cards: Vec<(&CandidateId, Vec<Scores<'_>>)> = seen
        .iter()
        .zip(&all)
        .map(|(record, held)| {
            let independent = held.iter().filter(|interview| !interview.scorecard.after_seeing_others);
            (&record.candidate.id, independent.map(|interview| Scores::of(interview)).collect())
        })
        .collect();
    let known = competencies(records);
    let ids: Vec<&CompetencyId> = known.iter().map(|competency| &competency.id).collect();
    Panels {
        competencies: known.iter().map(|c| PanelName { id: c.id.to_string(), name: c.name.clone() }).collect(),
        candidates: seen
            .iter()
            .map(|record| PanelName { id: record.candidate.id.to_string(), name: record.candidate.name.clone() })
            .collect(),
        hidden: count(records.len() - seen.len()),
        after_seeing_others: count(late),
        agreement: view(Basis::SameAnswers, &ids, &cards, seed),
        consistency: view(Basis::SeparateInterviews, &ids, &cards, seed),
    }
}

/// A scorecard with its means.
struct Scores<'a> {
    interview: &'a Interview,
    means: Vec<(CompetencyId, f64)>,
}

impl<'a> Scores<'a> {
    fn of(interview: &'a Interview) -> Self {
        let means = sums(interview).into_iter().filter_map(|sum| Some((sum.mean()?, sum.competency_id)));
        Self { interview, means: means.map(|(mean, id)| (id, mean)).collect() }
    }

    fn mean(&self, id: &CompetencyId) -> Option<f64> {
        self.means.iter().find(|(known, _)| known == id).map(|(_, mean)| *mean)
    }
}

type Cards<'a> = [(&'a CandidateId, Vec<Scores<'a>>)];
/// A rater's figure with the scorecard that it is from.
type Figure<'a> = (&'a Interview, f64);
/// A candidate's figures on one competency.
type Column<'a> = (&'a CandidateId, Vec<Figure<'a>>);

fn view(basis: Basis, ids: &[&CompetencyId], cards: &Cards<'_>, seed: u64) -> PanelView {
    let choose = match basis {
        Basis::SameAnswers => together,
        Basis::SeparateInterviews => apart,
    };
    let chosen =
        |id: &CompetencyId| cards.iter().map(|(candidate, all)| (*candidate, choose(all, id))).collect::<Vec<_>>();
    let by: Vec<(&CompetencyId, Vec<Column<'_>>)> = ids.iter().map(|id| (*id, chosen(id))).collect();
    let rated: Vec<(CompetencyId, Vec<Rated>)> =
        by.iter().map(|(id, candidates)| ((*id).clone(), table(candidates))).collect();
    let told = agreement(basis, &rated, seed);
    let given = told.gaps.iter().map(|gap| {
        let of = by.iter().filter(|(id, _)| **id == gap.competency_id).flat_map(|(_, candidates)| candidates);
        let mut given: Vec<Given> = of
            .filter(|(candidate, _)| **candidate == gap.candidate_id)
            .flat_map(|(_, figures)| figures)
            .map(|(interview, mean)| Given {
                interviewer: interview.interviewer.name.clone(),
                part: interview.part,
                mean: *mean,
            })
            .collect();
        given.sort_by(|a, b| a.mean.total_cmp(&b.mean));
        GapGiven { competency_id: gap.competency_id.clone(), candidate_id: gap.candidate_id.clone(), given }
    });
    PanelView { given: given.collect(), told }
}

/// A place for each rater that gave anything, the same for every candidate.
fn table(candidates: &[Column<'_>]) -> Vec<Rated> {
    let mut raters: Vec<&InterviewerId> = candidates
        .iter()
        .flat_map(|(_, figures)| figures.iter().map(|(interview, _)| &interview.interviewer.id))
        .collect();
    raters.sort();
    raters.dedup();
    let of = |figures: &[Figure<'_>], rater: &InterviewerId| {
        figures.iter().find(|(interview, _)| interview.interviewer.id == *rater).map(|(_, mean)| *mean)
    };
    candidates
        .iter()
        .map(|(candidate, figures)| Rated {
            candidate_id: (*candidate).clone(),
            ratings: raters.iter().map(|rater| of(figures, rater)).collect(),
        })
        .collect()
}

/// The figures of the oldest meeting in which two people or more rated the competency.
fn together<'a>(all: &[Scores<'a>], id: &CompetencyId) -> Vec<Figure<'a>> {
    for first in all {
        let same = all.iter().filter(|other| other.interview.session_id == first.interview.session_id);
        let found = one_each(same.filter_map(|scores| Some((scores.interview, scores.mean(id)?))));
        if found.len() > 1 {
            return found;
        }
    }
    Vec::new()
}

/// One figure of each meeting that rated the competency: the lead's, where two interviewed together.
fn apart<'a>(all: &[Scores<'a>], id: &CompetencyId) -> Vec<Figure<'a>> {
    let mut found: Vec<Figure<'a>> = Vec::new();
    for (interview, mean) in all.iter().filter_map(|scores| Some((scores.interview, scores.mean(id)?))) {
        match found.iter_mut().find(|(other, _)| other.session_id == interview.session_id) {
            Some(place) if interview.part == Some(Part::Lead) => *place = (interview, mean),
            Some(_) => {}
            None => found.push((interview, mean)),
        }
    }
    one_each(found.into_iter())
}

/// Each rater once, with the oldest figure: nobody is compared with themself.
fn one_each<'a>(figures: impl Iterator<Item = Figure<'a>>) -> Vec<Figure<'a>> {
    let mut found: Vec<Figure<'a>> = Vec::new();
    for (interview, mean) in figures {
        if !found.iter().any(|(other, _)| other.interviewer.id == interview.interviewer.id) {
            found.push((interview, mean));
        }
    }
    found
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        independence::OpenInterview,
        testing::{interview, record},
    };
    use InterviewState::{Open, Submitted};

    /// A scorecard of the meeting `session`, as lead or scribe, or alone.
    fn held(who: &str, session: &str, part: Option<Part>, ratings: [&str; 3]) -> Interview {
        Interview { session_id: session.into(), part, ..interview(who, Submitted, ratings) }
    }

    fn both(name: &str, lead: [&str; 3], scribe: [&str; 3], alone: [&str; 3]) -> CandidateRecord {
        let (first, second) = (Some(Part::Lead), Some(Part::Scribe));
        record(
            name,
            vec![
                held("Scribe", &format!("{name} 1"), second, scribe),
                held("Lead", &format!("{name} 1"), first, lead),
                held("Alone", &format!("{name} 2"), None, alone),
            ],
        )
    }

    /// "craft Ana: Scribe 2, Lead 4", a line for each gap.
    fn gaps(view: &PanelView) -> Vec<String> {
        let given = |one: &GapGiven| {
            one.given.iter().map(|g| format!("{} {}", g.interviewer, g.mean)).collect::<Vec<_>>().join(", ")
        };
        view.given.iter().map(|one| format!("{} {}: {}", one.competency_id, one.candidate_id, given(one))).collect()
    }

    #[test]
    fn lead_and_scribe_agree_and_separate_interviews_are_consistent() {
        let ana = both("Ana", ["4", "4", "3"], ["2", "2", "3"], ["5", "5", "-"]);
        let told = panels(&[ana], None, 1);
        assert_eq!([&told.agreement, &told.consistency].map(|v| v.told.word.as_str()), ["Agreement", "Consistency"]);
        assert_eq!(gaps(&told.agreement), ["craft Ana: Scribe 2, Lead 4"]);
        // Of the meeting with two the lead's figure stands beside that of the other meeting.
        assert_eq!(gaps(&told.consistency), ["craft Ana: Lead 4, Alone 5"]);
    }

    #[test]
    fn nothing_is_told_of_a_round_in_which_an_own_scorecard_is_open() {
        let ana = both("Ana", ["4", "4", "3"], ["2", "2", "3"], ["5", "5", "1"]);
        let mut mine = record("Bo", vec![interview("Me", Open, ["1", "1", "1"])]);
        mine.interviews.push(held("Lead", "x", None, ["4", "4", "4"]));
        let owed = OpenInterview {
            candidate_id: "Bo".into(),
            candidate: "Bo".to_owned(),
            role_id: "p/dev".into(),
            round_id: None,
            sample: false,
        };
        let open = Reader { id: "Me".into(), open: vec![owed] };
        let told = panels(&[ana.clone(), mine.clone()], Some(&open), 1);
        assert_eq!((told.hidden, told.candidates.len(), told.after_seeing_others), (2, 0, 0));
        for view in [&told.agreement, &told.consistency] {
            assert!(view.given.is_empty() && view.told.gaps.is_empty());
            assert!(view.told.competencies.iter().all(|one| one.units == 0 && one.pairs.is_none()));
        }
        let done = Reader { id: "Me".into(), open: vec![] };
        assert_eq!(panels(&[ana, mine], Some(&done), 1).agreement.given.len(), 1);
    }

    #[test]
    fn what_was_submitted_after_seeing_others_is_left_out_and_counted() {
        let mut ana = both("Ana", ["4", "4", "3"], ["2", "2", "3"], ["5", "5", "1"]);
        ana.interviews[0].scorecard.after_seeing_others = true;
        let told = panels(&[ana], None, 1);
        assert_eq!((told.after_seeing_others, told.agreement.given.len(), told.consistency.given.len()), (1, 0, 2));
    }

    #[test]
    fn nobody_is_compared_with_themself() {
        let ana = record("Ana", vec![held("Ida", "1", None, ["1", "1", "1"]), held("Ida", "2", None, ["5", "5", "5"])]);
        let told = panels(&[ana], None, 1);
        assert!(told.consistency.told.competencies.iter().all(|one| one.units == 0));
        assert!(told.consistency.given.is_empty());
    }

    #[test]
    fn the_order_of_candidates_and_interviews_and_an_empty_one_change_no_figure() {
        let levels = ["1", "2", "3", "4", "5"];
        let mut people: Vec<CandidateRecord> = (0..7)
            .map(|n| {
                let at = |step: usize| levels[(n * step + step) % 5];
                both(&format!("c{n}"), [at(1), at(2), at(3)], [at(2), at(2), at(4)], [at(3), at(1), at(1)])
            })
            .collect();
        let figures = |told: &Panels| {
            let of = |view: &PanelView| {
                let mut all: Vec<_> = view
                    .told
                    .competencies
                    .iter()
                    .map(|one| (one.competency_id.to_string(), one.units, one.pairs))
                    .collect();
                all.sort_by(|a, b| a.0.cmp(&b.0));
                all
            };
            (of(&told.agreement), of(&told.consistency))
        };
        let before = figures(&panels(&people, None, 1));
        assert!(before.0.iter().all(|(_, units, pairs)| *units == 7 && pairs.is_some()), "{before:?}");
        people.reverse();
        people.iter_mut().for_each(|one| one.interviews.rotate_left(2));
        people.push(record("nobody", vec![]));
        assert_eq!(figures(&panels(&people, None, 1)), before);
    }
}
