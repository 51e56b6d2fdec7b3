//! What is laid before the panel. All of it is made from submitted scorecards; nothing of it enters a figure again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    amendment::ScorecardVersion,
    comparable::{Card, Entrant},
    compare::{CandidateRecord, competencies},
    formula::{CompetencyFigure, Composite, composite_of},
    ids::{CandidateId, InterviewId},
    independence::{Reader, veil},
    interview::{Interview, InterviewState},
    kit::Competency,
    meeting::Part,
    order::order,
    rating::Level,
    scorecard::Recommendation,
    shared::SharedScorecard,
};

/// One rater's mean of a competency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RaterMean {
    /// The interview it comes from.
    pub interview_id: InterviewId,
    /// Who rated.
    pub interviewer: String,
    /// The interviewer's part, where two interviewed together.
    pub part: Option<Part>,
    /// The mean of this scorecard, 1 to 5; none where nothing was judged.
    pub mean: Option<f64>,
}

/// An interviewer's own rating of a competency, beside the mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnView {
    /// Who.
    pub interviewer: String,
    /// The own rating.
    #[ts(type = "1 | 2 | 3 | 4 | 5")]
    pub level: Level,
    /// Why it differs from the mean.
    pub reason: String,
}

/// A competency before the panel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DebriefRow {
    /// The competency.
    pub competency: Competency,
    /// The figure of the formula, with its coverage.
    pub figure: CompetencyFigure,
    /// Whether it is a must-have whose level the mean does not reach, or that is not rated.
    pub falls_short: bool,
    /// Each scorecard that asks about it, oldest first.
    pub raters: Vec<RaterMean>,
    /// How far the lowest and the highest of them lie apart; none with fewer than two.
    pub gap: Option<f64>,
    /// Own ratings that differ from the mean. They enter no figure.
    pub own: Vec<OwnView>,
}

/// Somebody who cannot be told apart from the candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tied {
    /// Who.
    pub candidate_id: CandidateId,
    /// The name.
    pub name: String,
}

/// How the candidate stands among the others of the round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Standing {
    /// How many are compared, the candidate among them.
    pub of: u32,
    /// The composite over what all are compared on, 1 to 5.
    pub compared: f64,
    /// Its standard error; none where it is not known.
    pub error: Option<f64>,
    /// Who cannot be told apart from the candidate: they share a tie group. None where the error is not known.
    pub tied: Option<Vec<Tied>>,
    /// The names of the competencies that all are compared on, in the role's order.
    pub compared_on: Vec<String>,
}

/// One recommendation with its reasons, as it was submitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DebriefOpinion {
    /// The interview.
    pub interview_id: InterviewId,
    /// Who.
    pub interviewer: String,
    /// The interviewer's part, where two interviewed together.
    pub part: Option<Part>,
    /// The recommendation that counts.
    pub recommendation: Recommendation,
    /// What the newest version recommends; none where nothing was amended.
    pub amended: Option<Recommendation>,
    /// Whether its author had seen another's scorecard on the candidate by then.
    pub after_seeing_others: bool,
    /// Why, in the interviewer's words.
    pub reason: String,
    /// Reasons for.
    pub reasons_for: Vec<String>,
    /// Reasons against.
    pub reasons_against: Vec<String>,
}

/// What is laid before the panel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DebriefView {
    /// The composite with its coverage.
    pub composite: Composite,
    /// How the candidate stands among the others; none where there is nobody to compare with.
    pub standing: Option<Standing>,
    /// The competencies, in the role's order.
    pub rows: Vec<DebriefRow>,
    /// The recommendations, oldest interview first. Listed, never averaged.
    pub opinions: Vec<DebriefOpinion>,
    /// Scorecards imported from elsewhere, oldest first. They enter no figure.
    pub imported: Vec<SharedScorecard>,
    /// Who has still to submit a scorecard.
    pub missing: Vec<String>,
}

/// Lays one candidate before the panel; `others` are the round's other candidates, of whom those that the reader may not see
/// are left out.
#[must_use]
pub fn view(
    record: &CandidateRecord,
    others: &[CandidateRecord],
    versions: &BTreeMap<InterviewId, Vec<ScorecardVersion>>,
    reader: Option<&Reader>,
) -> DebriefView {
    let held: Vec<&Interview> = if veil(record, reader).is_some() { Vec::new() } else { submitted(record) };
    let all = competencies(std::slice::from_ref(record));
    let figures = entrant(record, &held).figures(&all);
    let composite = composite_of(&figures, &record.role.competencies);
    let rows: Vec<DebriefRow> = all
        .into_iter()
        .zip(figures)
        .filter_map(|(competency, figure)| row(record, &held, competency, figure))
        .collect();
    DebriefView {
        composite,
        standing: standing(record, &held, others, reader),
        rows,
        imported: if veil(record, reader).is_some() { Vec::new() } else { record.imported.clone() },
        opinions: held.iter().filter_map(|interview| opinion(interview, versions)).collect(),
        missing: record.interviews.iter().filter(|i| i.owes_scorecard()).map(|i| i.interviewer.name.clone()).collect(),
    }
}

fn submitted(record: &CandidateRecord) -> Vec<&Interview> {
    record.interviews.iter().filter(|interview| interview.state == InterviewState::Submitted).collect()
}

fn entrant(record: &CandidateRecord, held: &[&Interview]) -> Entrant {
    Entrant { id: record.candidate.id.clone(), cards: held.iter().map(|interview| Card::from(*interview)).collect() }
}

/// A competency; none where no scorecard asks about it and the role does not need it.
fn row(
    record: &CandidateRecord,
    held: &[&Interview],
    competency: Competency,
    figure: CompetencyFigure,
) -> Option<DebriefRow> {
    let now = record.role.competencies.iter().find(|one| one.id == competency.id);
    let needed = now.and_then(|one| one.must_have);
    if figure.scorecards_asked == 0 && needed.is_none() {
        return None;
    }
    let mean = |interview: &&Interview| {
        let sum = Card::from(*interview).sums.into_iter().find(|sum| sum.competency_id == competency.id)?;
        Some(RaterMean {
            interview_id: interview.id.clone(),
            interviewer: interview.interviewer.name.clone(),
            part: interview.part,
            mean: sum.mean(),
        })
    };
    let raters: Vec<RaterMean> = held.iter().filter_map(mean).collect();
    let means: Vec<f64> = raters.iter().filter_map(|rater| rater.mean).collect();
    let (low, high) = means.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), m| (l.min(*m), h.max(*m)));
    let own = held.iter().flat_map(|interview| {
        let named = interview.scorecard.own_ratings.iter().filter(|own| own.competency_id == competency.id);
        named.map(|own| OwnView {
            interviewer: interview.interviewer.name.clone(),
            level: own.level,
            reason: own.reason.clone(),
        })
    });
    let short = |level: Level| figure.mean.is_none_or(|mean| mean < f64::from(level.number()));
    Some(DebriefRow {
        falls_short: !held.is_empty() && needed.is_some_and(short),
        gap: (means.len() > 1).then_some(high - low),
        own: own.collect(),
        competency: Competency { must_have: needed, ..competency },
        figure,
        raters,
    })
}

fn standing(
    record: &CandidateRecord,
    held: &[&Interview],
    others: &[CandidateRecord],
    reader: Option<&Reader>,
) -> Option<Standing> {
    let mut entrants = vec![entrant(record, held)];
    let seen = others.iter().filter(|other| veil(other, reader).is_none() && other.candidate.id != record.candidate.id);
    entrants.extend(seen.map(|other| entrant(other, &submitted(other))));
    let role = Some(&record.role);
    let order = order(role, &record.role.competencies, &entrants);
    let here = order.placed.iter().find(|placed| placed.candidate_id == record.candidate.id)?;
    if order.placed.len() < 2 {
        return None;
    }
    let name = |id: &CandidateId| others.iter().find(|other| other.candidate.id == *id);
    let together = |group: &&Vec<CandidateId>| group.contains(&record.candidate.id);
    let tied = |id: &CandidateId| {
        let close = order.groups.iter().filter(together).any(|group| group.contains(id));
        let other = name(id).filter(|_| close)?;
        Some(Tied { candidate_id: id.clone(), name: other.candidate.name.clone() })
    };
    let compared = &order.comparable.competency_ids;
    Some(Standing {
        of: u32::try_from(order.placed.len()).unwrap_or(u32::MAX),
        compared: here.composite,
        error: here.error,
        tied: here.error.map(|_| order.placed.iter().filter_map(|placed| tied(&placed.candidate_id)).collect()),
        compared_on: record
            .role
            .competencies
            .iter()
            .filter(|one| compared.contains(&one.id))
            .map(|one| one.name.clone())
            .collect(),
    })
}

fn opinion(interview: &Interview, versions: &BTreeMap<InterviewId, Vec<ScorecardVersion>>) -> Option<DebriefOpinion> {
    let card = &interview.scorecard;
    let newest = versions.get(&interview.id).and_then(|all| all.last()).filter(|version| version.number > 1);
    Some(DebriefOpinion {
        interview_id: interview.id.clone(),
        interviewer: interview.interviewer.name.clone(),
        part: interview.part,
        recommendation: card.recommendation?,
        amended: newest.map(|version| version.judgement.recommendation),
        after_seeing_others: card.after_seeing_others,
        reason: card.reason.clone(),
        reasons_for: card.reasons_for.iter().map(|reason| reason.text.clone()).collect(),
        reasons_against: card.reasons_against.iter().map(|reason| reason.text.clone()).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        independence::OpenInterview,
        scorecard::OwnRating,
        testing::{interview, record},
    };
    use InterviewState::{Open, Submitted};

    fn of(record: &CandidateRecord, others: &[CandidateRecord]) -> DebriefView {
        view(record, others, &BTreeMap::new(), None)
    }

    #[test]
    fn a_gap_is_how_far_raters_lie_apart_and_missing_is_missing() {
        // Craft has two questions, communication one.
        for (first, second, gaps) in [
            (["4", "4", "5"], ["2", "2", "5"], [Some(2.0), Some(0.0)]),
            (["4", "3", "-"], ["4", "not_asked", "2"], [Some(0.5), None]),
            (["-", "-", "1"], ["could_not_judge", "-", "4"], [None, Some(3.0)]),
        ] {
            let ana = record("Ana", vec![interview("Ida", Submitted, first), interview("Jan", Submitted, second)]);
            let found = of(&ana, &[]);
            assert_eq!(found.rows.iter().map(|row| row.gap).collect::<Vec<_>>(), gaps, "{first:?} {second:?}");
            assert_eq!(found.rows[0].raters.len(), 2);
        }
    }

    #[test]
    fn a_must_have_falls_short_below_its_level_or_unrated() {
        for (must, ratings, short) in [
            (None, ["1", "1", "1"], false),
            (Some(3), ["3", "3", "1"], false),
            (Some(3), ["3", "2", "5"], true),
            (Some(3), ["-", "-", "5"], true),
        ] {
            let mut ana = record("Ana", vec![interview("Ida", Submitted, ratings)]);
            ana.role.competencies[0].must_have = must.and_then(Level::new);
            let found = of(&ana, &[]);
            assert_eq!(found.rows[0].falls_short, short, "{must:?} {ratings:?}");
            assert_eq!(found.rows[0].competency.must_have, must.and_then(Level::new));
        }
    }

    #[test]
    fn an_own_rating_stands_beside_the_figures_and_enters_none() {
        let mut ida = interview("Ida", Submitted, ["4", "4", "5"]);
        let mut ana = record("Ana", vec![ida.clone()]);
        let plain = of(&ana, &[]);
        ana.imported.push(SharedScorecard::default());
        let beside = of(&ana, &[]);
        assert_eq!((beside.imported.len(), &beside.rows, &beside.composite), (1, &plain.rows, &plain.composite));
        ida.scorecard.own_ratings =
            vec![OwnRating { competency_id: "craft".into(), level: Level::new(1).unwrap(), reason: "Copied.".into() }];
        let found = of(&record("Ana", vec![ida]), &[]);
        assert_eq!(found.rows[0].own[0].reason, "Copied.");
        assert_eq!((found.composite, found.rows[0].figure.mean), (plain.composite, plain.rows[0].figure.mean));
    }

    #[test]
    fn a_candidate_stands_among_those_who_are_compared_and_whoever_is_close_is_named() {
        let two = |name: &str, a: [&str; 3], b: [&str; 3]| {
            record(name, vec![interview("Ida", Submitted, a), interview("Jan", Submitted, b)])
        };
        let ana = two("Ana", ["4", "4", "4"], ["3", "3", "3"]);
        let bo = two("Bo", ["4", "4", "4"], ["3", "3", "4"]);
        let cy = two("Cy", ["1", "1", "1"], ["1", "1", "1"]);
        let found = of(&ana, &[bo, cy]).standing.unwrap();
        assert_eq!((found.of, found.compared), (3, 3.5));
        assert_eq!(found.compared_on, ["Craft", "Communication"]);
        assert_eq!(found.tied.unwrap().iter().map(|t| t.name.as_str()).collect::<Vec<_>>(), ["Bo"]);

        let one = |name: &str| record(name, vec![interview("Ida", Submitted, ["4", "4", "4"])]);
        let unknown = of(&one("Ana"), &[one("Bo")]).standing.unwrap();
        assert_eq!((unknown.error, unknown.tied), (None, None), "with one rater each the error is not known");
        assert_eq!(of(&one("Ana"), &[]).standing, None);
    }

    #[test]
    fn nothing_is_laid_before_a_reader_who_owes_a_scorecard_of_the_round() {
        let open = |candidate: &str| OpenInterview {
            candidate_id: candidate.into(),
            candidate: candidate.to_owned(),
            role_id: "p/dev".into(),
            round_id: None,
            sample: false,
        };
        let jan = || interview("Jan", Submitted, ["4", "4", "4"]);
        for candidate in ["Ana", "Bo"] {
            let me = Reader { id: "Me".into(), open: vec![open(candidate)] };
            let mut ana = record("Ana", vec![interview("Me", Open, ["1", "1", "1"]), jan()]);
            ana.imported.push(SharedScorecard::default());
            let found = view(&ana, &[record("Cy", vec![jan()])], &BTreeMap::new(), Some(&me));
            assert_eq!((found.composite.value, found.standing), (None, None));
            assert!(
                found.opinions.is_empty()
                    && found.imported.is_empty()
                    && found.rows.iter().all(|row| row.raters.is_empty())
            );
            assert_eq!(found.missing, ["Me"]);
        }
    }
}
