use jiff::Timestamp;

use super::*;
use crate::{
    amendment::Amendment,
    interview::InterviewState::Submitted,
    rating::Level,
    scorecard::OwnRating,
    testing::{interview, role},
    tick::TickState,
};

/// Craft has two questions, communication one.
fn of(scorecards: &[[&str; 3]]) -> (Vec<CompetencyFigure>, Composite) {
    let held: Vec<_> = scorecards.iter().map(|ratings| interview("Ida", Submitted, *ratings)).collect();
    with_role(&held.iter().collect::<Vec<_>>(), &role().competencies)
}

fn with_role(held: &[&Interview], role: &[Competency]) -> (Vec<CompetencyFigure>, Composite) {
    let figures = figures(held, role.iter().map(|competency| &competency.id));
    let composite = composite_of(&figures, role);
    (figures, composite)
}

#[test]
fn the_composite_is_the_weighted_mean_of_what_has_a_value() {
    // Worked by hand.
    for (parts, expected) in [
        (&[][..], None),
        (&[(1.0, None)], None),
        (&[(1.0, Some(4.0))], Some(4.0)),
        (&[(1.0, Some(4.0)), (1.0, Some(3.0))], Some(3.5)),
        (&[(2.0, Some(4.0)), (1.0, Some(1.0))], Some(3.0)),
        (&[(2.0, Some(4.0)), (1.0, None)], Some(4.0)),
        (&[(3.0, None), (1.0, Some(2.5)), (1.0, Some(3.5))], Some(3.0)),
        (&[(5.0, Some(1.0)), (3.0, Some(5.0))], Some(2.5)),
        (&[(0.0, Some(5.0)), (2.0, Some(1.0))], Some(1.0)),
        (&[(0.0, Some(5.0))], None),
    ] {
        assert_eq!(composite(parts), expected, "{parts:?}");
    }
}

#[test]
fn the_figures_of_a_candidate_are_those_worked_by_hand() {
    // Scorecards; the mean of craft, of communication, the composite; competencies and weight that have a mean.
    for (scorecards, craft, talk, composite, rated) in [
        (&[["4", "2", "5"]][..], Some(3.0), Some(5.0), Some(4.0), 2),
        (&[["4", "not_asked", "-"]], Some(4.0), None, Some(4.0), 1),
        (&[["could_not_judge", "-", "not_asked"]], None, None, None, 0),
        (&[], None, None, None, 0),
        // Craft: 3.0 and 5.0; not (4 + 2 + 5) / 3.
        (&[["4", "2", "1"], ["5", "-", "2"]], Some(4.0), Some(1.5), Some(2.75), 2),
        // The second did not rate craft: the first stands alone.
        (&[["3", "4", "1"], ["not_asked", "could_not_judge", "4"]], Some(3.5), Some(2.5), Some(3.0), 2),
    ] {
        let (figures, found) = of(scorecards);
        assert_eq!((figures[0].mean, figures[1].mean), (craft, talk), "{scorecards:?}");
        assert_eq!((found.value, found.competencies_rated, found.competencies), (composite, rated, 2));
        assert_eq!((found.weight_rated, found.weight), (rated, 2), "{scorecards:?}");
    }
}

#[test]
fn the_coverage_says_what_a_figure_rests_on() {
    let (figures, _) = of(&[["4", "not_asked", "-"], ["3", "5", "could_not_judge"]]);
    let craft = &figures[0];
    assert_eq!((craft.scorecards_rated, craft.scorecards_asked), (2, 2));
    assert_eq!((craft.questions_rated, craft.questions), (3, 4));
    let talk = &figures[1];
    assert_eq!((talk.scorecards_rated, talk.scorecards_asked), (0, 2), "asked about, and rated by nobody");
    assert_eq!((talk.questions_rated, talk.questions), (0, 2));
    let mut short = interview("Jan", Submitted, ["4", "4", "4"]);
    short.content.questions.pop();
    let (figures, _) = with_role(&[&short], &role().competencies);
    assert_eq!((figures[1].scorecards_asked, figures[1].questions), (0, 0), "the kit does not ask about it");
}

#[test]
fn the_roles_weights_count_and_a_competency_that_it_lost_does_not() {
    let mut weighted = role().competencies;
    weighted[0].weight = 3;
    let held = interview("Ida", Submitted, ["4", "2", "5"]);
    assert_eq!(with_role(&[&held], &weighted).1.value, Some(3.5));
    weighted.remove(1);
    let (_, found) = with_role(&[&held], &weighted);
    assert_eq!((found.value, found.competencies, found.weight), (Some(3.0), 1, 3));
}

#[test]
fn only_levels_of_questions_enter() {
    let plain = interview("Ida", Submitted, ["4", "2", "5"]);
    let expected = with_role(&[&plain], &role().competencies);
    type Change = fn(&mut Interview);
    let changes: [Change; 6] = [
        |i| i.ticks.clear(),
        |i| i.ticks.iter_mut().for_each(|tick| tick.state = TickState::Heard),
        |i| i.entries.clear(),
        |i| i.scorecard.recommendation = None,
        |i| {
            let level = Level::ALL[4];
            i.scorecard.own_ratings = vec![OwnRating { competency_id: "craft".into(), level, reason: "r".to_owned() }];
        },
        |i| {
            let at = Timestamp::UNIX_EPOCH;
            let later = Amendment { number: 2, at, reason: "later".to_owned(), after_seeing_others: true };
            i.scorecard.amendments.push(later);
        },
    ];
    for (number, change) in changes.iter().enumerate() {
        let mut changed = plain.clone();
        change(&mut changed);
        assert_eq!(with_role(&[&changed], &role().competencies), expected, "change {number}");
    }
}

/// Every third of a level that two raters with up to three questions can give, in an order that looks like none.
fn many() -> Vec<Vec<f64>> {
    let level = |n: usize| ((n * 7 + n / 5) % 13) as f64 / 3.0 + 1.0;
    (0..200).map(|n| (0..=n % 9).map(|place| level(n * 31 + place * 17)).collect()).collect()
}

#[test]
fn the_order_of_raters_and_of_competencies_never_changes_a_figure() {
    for values in many() {
        let parts: Vec<_> = values.iter().zip(1..).map(|(s, n)| (f64::from(n % 4 + 1), Some(*s))).collect();
        for turn in 0..values.len() {
            let (mut turned, mut others) = (values.clone(), parts.clone());
            turned.rotate_left(turn);
            others.rotate_left(turn);
            assert_eq!(mean(&turned), mean(&values));
            assert_eq!(composite(&others), composite(&parts));
            turned.reverse();
            others.reverse();
            assert_eq!(mean(&turned), mean(&values));
            assert_eq!(composite(&others), composite(&parts));
        }
    }
}

#[test]
fn a_figure_lies_between_the_smallest_and_the_largest_of_its_values() {
    for values in many() {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mean = mean(&values).unwrap();
        assert!((low..=high).contains(&mean) && low >= 1.0 && high <= 5.0, "{values:?}: {mean}");
    }
    for ratings in [["1", "1", "1"], ["5", "5", "5"]] {
        let level = Some(f64::from(ratings[0].parse::<u8>().unwrap()));
        assert_eq!(of(&[ratings; 7]).1.value, level, "never below 1 or above 5, not by a hair");
    }
}

#[test]
fn something_unrated_that_is_added_changes_no_value() {
    for values in many() {
        let mut parts: Vec<_> = values.iter().map(|s| (3.0, Some(*s))).collect();
        let before = composite(&parts);
        parts.push((2.0, None));
        assert_eq!(composite(&parts), before);
    }
    let some = [["4", "2", "5"], ["3", "3", "1"]];
    let more = [some[0], ["-", "not_asked", "could_not_judge"], some[1]];
    let ((figures, before), (with_empty, after)) = (of(&some), of(&more));
    assert_eq!(after, before);
    for (one, other) in figures.iter().zip(&with_empty) {
        assert_eq!(
            (one.mean, one.scorecards_rated, one.questions_rated),
            (other.mean, other.scorecards_rated, other.questions_rated)
        );
    }
}
