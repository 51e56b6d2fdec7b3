//! Made-up people side by side.

use workbench_domain::{
    agreement::{
        Basis, Rated, RaterGap, agreement,
        panel::{GapGiven, Given, PanelName, PanelView, Panels},
    },
    comparable::{Card, Entrant},
    compare::{
        Caution, CautionFact, CellRating, CompareCandidate, CompareCell, CompareRow, CompareScorecard, CompareTable,
        Dot, Opinion, questions::QuestionRow,
    },
    formula::composite_of,
    ids::{CandidateId, CompetencyId, InterviewId, QuestionId},
    kit::{Competency, Role},
    means::CompetencySum,
    order::order,
    packet::{Comparison, letter},
    rating::Rating,
    scorecard::Recommendation,
};

use super::people::{COMPETENCIES, QUESTIONS, competency, level};

const NAMES: [&str; 7] = [
    "Márta Szőke-Brânduș",
    "Tomás Ó Briain",
    "Ελένη Παπαδοπούλου",
    "محمد علی رضایی",
    "李小龍",
    "Анна Ковальчук",
    "दीपिका राव",
];

/// What there is to know of them.
fn cautions(entrants: &[Entrant]) -> Vec<Caution> {
    let missing = entrants.get(1).map(|second| CautionFact::Open(1).about(Some(second.id.clone())));
    std::iter::once(CautionFact::OtherKits.about(None)).chain(missing).collect()
}

/// A comparison of this many made-up candidates.
pub fn comparison(count: usize) -> Comparison {
    let role = Role {
        id: "sample".into(),
        title: "Senior Python engineer, Payments".to_owned(),
        level: "senior".to_owned(),
        competencies: COMPETENCIES.iter().map(|name| competency(name)).collect(),
        submit_within_hours: None,
    };
    let entrants: Vec<Entrant> = (0..count).map(entrant).collect();
    let order = order(Some(&role), &role.competencies, &entrants);
    let candidates = (0..count).map(|n| {
        let placed = order.placed.iter().find(|placed| placed.candidate_id == entrants[n].id);
        let groups = (1..).zip(&order.groups).filter(|(_, group)| group.contains(&entrants[n].id));
        CompareCandidate {
            id: entrants[n].id.clone(),
            name: NAMES[n % NAMES.len()].to_owned(),
            letter: letter(n),
            sample: true,
            submitted: if n == 1 { 1 } else { 2 },
            missing: u32::from(n == 1),
            hidden: n == 4,
            opinions: vec![
                Opinion {
                    interviewer: "Ana Ruiz Gómez".to_owned(),
                    recommendation: Recommendation::ALL[n % 4],
                    amended: None,
                },
                Opinion {
                    interviewer: "山田 健二".to_owned(),
                    recommendation: Recommendation::ALL[(n + 2) % 4],
                    amended: None,
                },
            ],
            red_flags: u32::try_from(n % 3).unwrap_or(0),
            composite: (n != 4).then(|| composite_of(&entrants[n].figures(&role.competencies), &role.competencies)),
            compared: placed.map(|placed| placed.composite),
            error: placed.and_then(|placed| placed.error),
            groups: groups.map(|(number, _)| number).collect(),
        }
    });
    let rows = role.competencies.iter().enumerate().map(|(c, competency)| CompareRow {
        compared: order.comparable.competency_ids.contains(&competency.id),
        differs: true,
        cells: (0..count).map(|n| compared_cell(c, n, &entrants[n], competency)).collect(),
        competency: competency.clone(),
    });
    Comparison {
        signer: None,
        made_at: jiff::civil::date(2026, 3, 10).at(9, 5, 0, 0),
        sample: true,
        role: role.title.clone(),
        table: CompareTable {
            candidates: candidates.collect(),
            rows: rows.collect(),
            scorecards: scorecards(count),
            questions: questions(),
            cautions: cautions(&entrants),
            order: order.clone(),
            own_letters: false,
        },
        raters: raters_of(count, &entrants),
    }
}

/// Both interview apart from each other.
fn raters_of(count: usize, entrants: &[Entrant]) -> Panels {
    let name = |id: &str, name: &str| PanelName { id: id.to_owned(), name: name.to_owned() };
    let rated: Vec<(CompetencyId, Vec<Rated>)> = COMPETENCIES
        .iter()
        .enumerate()
        .map(|(c, name)| {
            let of = |entrant: &Entrant| Rated {
                candidate_id: entrant.id.clone(),
                ratings: (0..2).map(|at| entrant.cards.get(at)?.sums[c].mean()).collect(),
            };
            (CompetencyId::from(*name), entrants.iter().map(of).collect())
        })
        .collect();
    let told = agreement(Basis::SeparateInterviews, &rated, 1);
    let given = |gap: &RaterGap| GapGiven {
        competency_id: gap.competency_id.clone(),
        candidate_id: gap.candidate_id.clone(),
        given: [gap.low, gap.high]
            .into_iter()
            .zip(INTERVIEWERS)
            .map(|(mean, who)| Given { interviewer: who.to_owned(), part: None, mean })
            .collect(),
    };
    Panels {
        competencies: COMPETENCIES.iter().map(|one| name(one, one)).collect(),
        candidates: (0..count).map(|n| name(entrants[n].id.as_str(), NAMES[n % NAMES.len()])).collect(),
        hidden: 0,
        after_seeing_others: 1,
        consistency: PanelView { given: told.gaps.iter().map(given).collect(), told },
        agreement: PanelView { told: agreement(Basis::SameAnswers, &[], 1), given: Vec::new() },
    }
}

const INTERVIEWERS: [&str; 2] = ["Ana Ruiz Gómez", "山田 健二"];

/// What may be shown of a candidate: of the second one scorecard, of the fifth nothing.
fn raters(n: usize) -> usize {
    match n {
        1 => 1,
        4 => 0,
        _ => 2,
    }
}

/// The place of a candidate's first scorecard in the list of all.
fn first_of(n: usize) -> u32 {
    u32::try_from((0..n).map(raters).sum::<usize>()).unwrap_or(0)
}

fn scorecards(count: usize) -> Vec<CompareScorecard> {
    let card = |interviewer: &&str| CompareScorecard {
        interview_id: InterviewId::from("i"),
        interviewer: (*interviewer).to_owned(),
        part: None,
    };
    (0..count).flat_map(|n| INTERVIEWERS.iter().take(raters(n)).map(card)).collect()
}

fn questions() -> Vec<QuestionRow> {
    let row = |of: &(&str, usize, &str)| QuestionRow {
        question_id: QuestionId::from(of.0),
        title: of.0.to_owned(),
        competency_id: CompetencyId::from(COMPETENCIES[of.1]),
        differs: true,
        cells: Vec::new(),
    };
    QUESTIONS.iter().map(row).collect()
}

fn entrant(n: usize) -> Entrant {
    let card = |(at, interviewer): (u32, &&str)| {
        let sum = |(c, name): (usize, &&str)| {
            let given = || cell(c, n).into_iter().filter(|rating| rating.scorecard == first_of(n) + at);
            let levels = || given().filter_map(|rating| rating.rating.and_then(Rating::level));
            CompetencySum {
                competency_id: CompetencyId::from(*name),
                sum: levels().map(|level| u32::from(level.number())).sum(),
                rated: u32::try_from(levels().count()).unwrap_or(0),
                questions: u32::try_from(given().count()).unwrap_or(0),
            }
        };
        Card {
            interview_id: InterviewId::from("i"),
            rater: (*interviewer).into(),
            interviewer: (*interviewer).to_owned(),
            sums: COMPETENCIES.iter().enumerate().map(sum).collect(),
        }
    };
    Entrant {
        id: CandidateId(format!("c{n:02}")),
        cards: (0..).zip(INTERVIEWERS.iter().take(raters(n))).map(card).collect(),
    }
}

fn compared_cell(c: usize, n: usize, entrant: &Entrant, competency: &Competency) -> CompareCell {
    let mean = |card: &Card| card.sums[c].mean();
    CompareCell {
        figure: entrant.figures(std::slice::from_ref(competency)).remove(0),
        dots: entrant
            .cards
            .iter()
            .zip(first_of(n)..)
            .map(|(card, scorecard)| Dot { scorecard, mean: mean(card) })
            .collect(),
        far_apart: false,
        falls_short: false,
        ratings: cell(c, n),
    }
}

fn cell(competency: usize, candidate: usize) -> Vec<CellRating> {
    let given = (first_of(candidate)..).zip(0..raters(candidate));
    given
        .flat_map(|(scorecard, i)| {
            QUESTIONS.iter().enumerate().filter(move |(_, q)| q.1 == competency).map(move |(q, _)| CellRating {
                scorecard,
                question: u32::try_from(q).unwrap_or(0),
                unjudged: None,
                rating: match (q * 7 + candidate * 3 + i * 2) % 7 {
                    5 => Some(Rating::NotAsked),
                    6 => None,
                    other => level(u8::try_from(other).unwrap_or(0) + 1),
                },
            })
        })
        .collect()
}
