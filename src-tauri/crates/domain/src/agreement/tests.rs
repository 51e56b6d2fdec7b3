use super::*;
use crate::statistic::chance::SplitMix;

/// Candidates from text: one by `/`, a rater by space, `.` for none.
fn rated(text: &str) -> Vec<Rated> {
    let rating = |cell: &str| (cell != ".").then(|| cell.parse().unwrap());
    let of = |(at, row): (usize, &str)| Rated {
        candidate_id: format!("c{at}").as_str().into(),
        ratings: row.split_whitespace().map(rating).collect(),
    };
    text.split('/').enumerate().map(of).collect()
}

fn told(competencies: &[(&str, &str)]) -> PanelAgreement {
    let given: Vec<_> = competencies.iter().map(|(id, text)| ((*id).into(), rated(text))).collect();
    agreement(Basis::SameAnswers, &given, 1)
}

/// The first candidates of ten, two raters.
fn first(n: usize) -> String {
    "3 3/4 3/2 2/5 3/1 2/4 4/3 3/2 3/5 5/4 2".split('/').take(n).collect::<Vec<_>>().join("/")
}

#[test]
fn figures_are_shown_only_from_so_many_candidates_on() {
    for (n, shown, too_few) in [(0, false, true), (4, false, true), (5, true, true), (9, true, true), (10, true, false)]
    {
        // One whom a single rater rated does not count.
        let text = if n == 0 { "3 .".to_owned() } else { format!("{}/3 .", first(n)) };
        let one = told(&[("craft", &text)]).competencies.remove(0);
        assert_eq!((one.units as usize, one.pairs.is_some(), one.too_few_to_tell), (n, shown, too_few), "{n}");
        assert_eq!(one.coefficients.is_some(), shown, "{n}");
    }
    let ten = told(&[("craft", &first(10))]).competencies.remove(0);
    assert_eq!(ten.pairs, Some(PairCount { pairs: 10, same: 5, within_one: 8 }));
    let coefficients = ten.coefficients.unwrap();
    assert_eq!((coefficients.panel, coefficients.icc_left_out), (Panel::Same, 0));
    for one in [&coefficients.alpha, &coefficients.icc_one, &coefficients.icc_mean, &coefficients.kappa.unwrap()] {
        assert!(one.value.is_some() && one.low < one.value && one.value < one.high, "{one:?}");
    }
}

#[test]
fn agreement_and_consistency_have_their_names() {
    let word = |basis| agreement(basis, &[], 1).word;
    assert_eq!([word(Basis::SameAnswers), word(Basis::SeparateInterviews)], ["Agreement", "Consistency"]);
}

#[test]
fn the_largest_gaps_come_first_however_few_candidates_there_are() {
    let told = told(&[("talk", "3 4 ./2 2 2"), ("craft", "1 . 4/2 3.5 3"), ("alone", "1 . ./. 2 .")]);
    let gaps: Vec<_> =
        told.gaps.iter().map(|g| (g.competency_id.as_str(), g.candidate_id.as_str(), g.low, g.high)).collect();
    assert_eq!(gaps, [("craft", "c0", 1.0, 4.0), ("craft", "c1", 2.0, 3.5), ("talk", "c0", 3.0, 4.0)]);
    let order: Vec<_> = told.competencies.iter().map(|one| one.competency_id.as_str()).collect();
    assert_eq!(order, ["craft", "talk", "alone"]);
    assert!(told.competencies.iter().all(|one| one.pairs.is_none() && one.coefficients.is_none()));
}

#[test]
fn raters_who_change_are_compared_by_the_one_way_correlation() {
    // Three pairs of raters; nobody was rated by all four, most by two.
    let text = "3 4 . ./2 2 . ./. 5 4 ./. 3 3 ./. . 1 2/. . 4 4/1 1 2 .";
    let one = told(&[("craft", text)]).competencies.remove(0).coefficients.unwrap();
    assert_eq!((one.panel, one.icc_left_out, one.kappa), (Panel::Rotating, 1, None));
    let block: Vec<Vec<f64>> = vec![vec![3., 4.], vec![2., 2.], vec![5., 4.], vec![3., 3.], vec![1., 2.], vec![4., 4.]];
    let six = icc::six(&block).unwrap();
    assert_eq!((one.icc_one.value, one.icc_mean.value), (six.icc_1_1.value, six.icc_1_k.value));
    // Where no size of panel has five candidates, there is no correlation.
    let mixed = told(&[("craft", "3 4 ./2 2 ./1 2 3/4 5 4/. 3 3")]).competencies.remove(0).coefficients.unwrap();
    assert!(mixed.icc_one.value.is_none() && mixed.icc_one.reason.is_some(), "{mixed:?}");
    assert!(mixed.alpha.value.is_some(), "alpha needs no complete block");
    let same = told(&[("craft", "3 3/3 3/3 3/3 3/3 3")]).competencies.remove(0);
    assert_eq!(same.pairs.unwrap().same, 5);
    let coefficients = same.coefficients.unwrap();
    for one in [&coefficients.alpha, &coefficients.icc_one, &coefficients.icc_mean] {
        assert!(one.value.is_none() && one.reason.as_ref().unwrap().contains("no variance"), "{one:?}");
    }
}

#[test]
fn the_order_of_raters_and_an_empty_place_change_nothing() {
    let mut chance = SplitMix::new(11);
    for _ in 0..20 {
        let (n, raters) = (chance.below(14) + 1, chance.below(3) + 2);
        let mut rating = || (chance.below(5) > 0).then(|| crate::statistic::number(chance.below(5) + 1));
        let given: Vec<Rated> = (0..n)
            .map(|at| Rated {
                candidate_id: format!("c{at}").as_str().into(),
                ratings: (0..raters).map(|_| rating()).collect(),
            })
            .collect();
        let of = |rated: Vec<Rated>| agreement(Basis::SeparateInterviews, &[("craft".into(), rated)], 1);
        let known = of(given.clone());
        let mut wider = given.clone();
        wider.iter_mut().for_each(|one| one.ratings.insert(1, None));
        assert_eq!(of(wider), known, "{given:?}");
        let mut turned = given.clone();
        turned.iter_mut().for_each(|one| one.ratings.reverse());
        let turned = of(turned);
        assert_eq!(turned.gaps, known.gaps);
        let [one, other] = [&turned, &known].map(|told| told.competencies[0].clone());
        assert_eq!((one.units, one.pairs), (other.units, other.pairs));
        let [one, other] =
            [one, other].map(|one| one.coefficients.map(|c| [c.alpha.value, c.icc_one.value, c.icc_mean.value]));
        for (a, b) in one.into_iter().flatten().zip(other.into_iter().flatten()) {
            assert!(a.is_some() == b.is_some() && (a.unwrap_or(0.0) - b.unwrap_or(0.0)).abs() < 1e-9, "{given:?}");
        }
    }
}
