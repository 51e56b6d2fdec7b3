use super::*;
use crate::{comparable::Card, means::CompetencySum, testing::role};

/// One scorecard's means of craft and communication; `None` for a competency without a level.
fn card(rater: &str, means: [Option<u32>; 2]) -> Card {
    let sum = |(id, mean): (&str, Option<u32>)| CompetencySum {
        competency_id: id.into(),
        sum: mean.unwrap_or(0),
        rated: u32::from(mean.is_some()),
        questions: 1,
    };
    Card {
        interview_id: format!("by {rater}").into(),
        rater: rater.into(),
        interviewer: rater.to_owned(),
        sums: ["craft", "talk"].into_iter().zip(means).map(sum).collect(),
    }
}

fn both(rater: &str, craft: u32, talk: u32) -> Card {
    card(rater, [Some(craft), Some(talk)])
}

fn entrant(id: &str, cards: Vec<Card>) -> Entrant {
    Entrant { id: id.into(), cards }
}

fn of(weights: [u32; 2], entrants: &[Entrant]) -> Order {
    let mut role = role();
    role.competencies.iter_mut().zip(weights).for_each(|(competency, weight)| competency.weight = weight);
    order(Some(&role), &role.competencies, entrants)
}

fn groups_of(order: &Order) -> Vec<String> {
    let names = |group: &Vec<CandidateId>| group.iter().map(CandidateId::as_str).collect::<Vec<_>>().join(" ");
    order.groups.iter().map(names).collect()
}

#[test]
fn where_everyone_rates_everything_the_error_is_that_of_the_raters_own_composites() {
    // Own composites: Ana 4, 5, 3 (variance 1, 2 degrees); Bo 2, 3 (variance .5, 1 degree). Pooled: 2.5 / 3.
    let order = of(
        [1, 1],
        &[
            entrant("Ana", vec![both("Ida", 4, 4), both("Jan", 5, 5), both("Kim", 4, 2)]),
            entrant("Bo", vec![both("Ida", 1, 3), both("Jan", 4, 2)]),
        ],
    );
    let pooled: f64 = 2.5 / 3.0;
    for (placed, (id, composite, k)) in order.placed.iter().zip([("Ana", 4.0, 3.0), ("Bo", 2.5, 2.0)]) {
        assert_eq!((placed.candidate_id.as_str(), placed.composite), (id, composite));
        assert!((placed.error.unwrap() - (pooled / k).sqrt()).abs() < 1e-12, "{placed:?}");
    }
    // 1.5 against 1.96 √(2.5/3 · (1/3 + 1/2)) = 1.63: not told apart.
    assert_eq!((groups_of(&order), order.rated_twice), (vec!["Ana Bo".to_owned()], 2));
}

#[test]
fn weights_enter_the_error_as_they_enter_the_composite() {
    // With 3 to 1 Ida's own composite is 4.75 and Jan's 3.25: variance 1.125, by two raters.
    let ana = entrant("Ana", vec![both("Ida", 5, 4), both("Jan", 3, 4)]);
    let order = of([3, 1], &[ana, entrant("Bo", vec![both("Ida", 1, 1)])]);
    assert_eq!(order.placed[0].composite, 4.0);
    assert!((order.placed[0].error.unwrap() - (1.125_f64 / 2.0).sqrt()).abs() < 1e-12);
    let alone = order.placed[1].error.unwrap();
    assert!((alone - 1.125_f64.sqrt()).abs() < 1e-12, "one rater has the pooled error of one");
}

#[test]
fn a_competency_rated_by_one_takes_the_variance_of_the_others() {
    // Craft: variance 2 from Ida and Jan. Communication was rated by Kim alone.
    let ana =
        entrant("Ana", vec![card("Ida", [Some(5), None]), card("Jan", [Some(3), None]), card("Kim", [None, Some(4)])]);
    let role = role();
    let mut entrants = [ana, entrant("Bo", vec![both("Ida", 3, 3)])];
    for entrant in &mut entrants {
        // What a kit does not ask about is no question.
        entrant.cards.iter_mut().for_each(|card| card.sums.retain(|sum| sum.rated > 0));
    }
    let order = order(Some(&role), &role.competencies, &entrants);
    let ana = order.placed.iter().find(|placed| placed.candidate_id.as_str() == "Ana").unwrap();
    assert!((ana.error.unwrap() - (0.25 * (2.0 / 2.0) + 0.25 * 2.0_f64).sqrt()).abs() < 1e-12, "{ana:?}");
}

#[test]
fn with_one_rater_each_the_error_is_not_known_and_nothing_is_called_a_tie() {
    let order = of([1, 1], &[entrant("Ana", vec![both("Ida", 4, 4)]), entrant("Bo", vec![both("Ida", 4, 4)])]);
    assert_eq!((order.rated_twice, order.groups.len()), (0, 0));
    assert!(order.placed.iter().all(|placed| placed.error.is_none()));
}

#[test]
fn groups_overlap_where_closeness_is_not_transitive() {
    let placed = |values: &[(f64, f64)]| -> Vec<Placed> {
        let one = |(at, (composite, error)): (usize, &(f64, f64))| Placed {
            candidate_id: format!("c{at}").into(),
            composite: *composite,
            error: Some(*error),
        };
        values.iter().enumerate().map(one).collect()
    };
    // Errors of .1: apart from .277 on.
    for (values, expected) in [
        (&[(4.0, 0.1), (3.8, 0.1), (3.0, 0.1)][..], &[&[0, 1][..]][..]),
        (&[(4.0, 0.1), (3.8, 0.1), (3.6, 0.1), (3.0, 0.1)], &[&[0, 1], &[1, 2]]),
        (&[(4.0, 0.1), (3.9, 0.1), (3.8, 0.1)], &[&[0, 1, 2]]),
        (&[(4.0, 0.1), (3.0, 0.1)], &[]),
        (&[(4.0, 0.0), (4.0, 0.0), (3.999, 0.0)], &[&[0, 1]]),
        // The last is close to the first only because so little is known of it: nobody between is told apart either.
        (&[(4.0, 0.1), (3.5, 0.1), (3.4, 1.0)], &[&[0, 1, 2]]),
    ] {
        let named = |group: &&[usize]| group.iter().map(|at| CandidateId(format!("c{at}"))).collect::<Vec<_>>();
        assert_eq!(groups(&placed(values)), expected.iter().map(named).collect::<Vec<_>>(), "{values:?}");
    }
}

fn round() -> Vec<Entrant> {
    vec![
        entrant("Ana", vec![both("Ida", 5, 2), both("Jan", 5, 3)]),
        entrant("Bo", vec![both("Ida", 3, 4), both("Jan", 3, 5)]),
        entrant("Cy", vec![both("Jan", 2, 2), both("Kim", 1, 2)]),
    ]
}

#[test]
fn the_order_of_candidates_and_raters_changes_no_figure() {
    let before = of([2, 1], &round());
    for turn in 0..3 {
        let mut turned = round();
        turned.rotate_left(turn);
        turned.iter_mut().for_each(|entrant| entrant.cards.reverse());
        assert_eq!(of([2, 1], &turned), before);
    }
    let mut more = round();
    more.push(entrant("Di", Vec::new()));
    assert_eq!(of([2, 1], &more), before, "a candidate without a scorecard changes nothing");
}

#[test]
fn the_shares_of_weightings_are_those_that_can_be_worked_out() {
    // Ana leads by 2 on craft and is behind by 2 on communication: first wherever craft weighs more than half.
    let order = of([1, 1], &round());
    let firmness = order.firmness.unwrap();
    let share = |id: &str| firmness.shares.iter().find(|share| share.candidate_id.as_str() == id).unwrap().clone();
    assert_eq!(share("Cy").any + share("Cy").near, 0.0, "never first under any weights");
    assert!((share("Ana").any - 0.5).abs() < 0.02 && (share("Ana").near - 0.5).abs() < 0.02, "{firmness:?}");
    let sum = |of: fn(&firmness::FirstShare) -> f64| firmness.shares.iter().map(of).sum::<f64>();
    assert!((sum(|s| s.any) - 1.0).abs() < 1e-9 && (sum(|s| s.near) - 1.0).abs() < 1e-9);
    assert_eq!(firmness.first.len(), 2, "both are level");
    assert_eq!(firmness.tipping, None, "a first place that is shared is changed by any change");
    // With 2 to 1 the near weights are x in 1 to 3 and y in .5 to 1.5; y > x on a triangle of .5 · .5 / 2 of an area of 2.
    let near = of([2, 1], &round()).firmness.unwrap().shares[0].near;
    assert!((near - (1.0 - 0.125 / 2.0)).abs() < 0.02, "{near}");
}

#[test]
fn the_smallest_change_of_one_weight_is_where_both_are_level() {
    // Ana 5 and 2.5, Bo 3 and 4.5. At 3 to 2 craft falls to 2, or communication rises to 3: both by 1.
    let tipping = |weights| of(weights, &round()).firmness.unwrap().tipping.unwrap();
    let found = tipping([3, 2]);
    assert_eq!(
        (found.competency_id.as_str(), found.from, found.to, found.candidate_id.as_str()),
        ("craft", 3, 2.0, "Bo")
    );
    let better = [entrant("Ana", vec![both("Ida", 5, 5)]), entrant("Bo", vec![both("Ida", 4, 5)])];
    assert_eq!(of([1, 1], &better).firmness.unwrap().tipping, None, "no weight above nothing makes Bo the first");
}

#[test]
fn each_rater_is_left_out_in_turn() {
    let firmness = of([2, 1], &round()).firmness.unwrap();
    let lines: Vec<String> = firmness
        .without
        .iter()
        .map(|one| {
            let ids = |ids: &[CandidateId]| ids.iter().map(CandidateId::as_str).collect::<Vec<_>>().join(" ");
            format!("{}: {} {} [{}]", one.interviewer, ids(&one.first), one.changes, ids(&one.dropped))
        })
        .collect();
    assert_eq!(lines, ["Ida: Ana false []", "Jan: Ana false []", "Kim: Ana false []"]);
    let two = [entrant("Ana", vec![both("Ida", 5, 5), both("Jan", 2, 2)]), entrant("Bo", vec![both("Jan", 3, 3)])];
    let without = of([1, 1], &two).firmness.unwrap().without;
    assert_eq!((without[0].first.clone(), without[0].changes), (vec!["Bo".into()], true), "without Ida");
    assert_eq!(without[1].dropped, ["Bo".into()], "without Jan nobody else rated Bo");
}
