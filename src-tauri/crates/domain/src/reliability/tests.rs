use super::{
    icc::{Six, six},
    kappa::{Spacing, kappa},
    *,
};
use crate::statistic::chance::SplitMix;

/// A table from text: rows by `/`, cells by spaces, `.` missing.
fn table(text: &str) -> Table {
    let cell = |cell: &str| (cell != ".").then(|| cell.parse().unwrap());
    Table::of_numbers(text.split('/').map(|row| row.split_whitespace().map(cell).collect()).collect())
}

fn close(found: Option<f64>, known: f64) {
    let found = found.expect("it is defined");
    assert!((found - known).abs() < 1e-9, "{found} is not {known}");
}

/// Krippendorff 2011, section C and following: four observers, twelve units.
const KRIPPENDORFF: &str =
    "1 1 . 1/2 2 3 2/3 3 3 3/3 3 3 3/2 2 2 2/1 2 3 4/4 4 4 4/1 1 2 1/2 2 2 2/. 5 5 5/. . 1 1/. 3 . .";
/// Shrout & Fleiss 1979, table 2: six targets, four judges.
const SHROUT_FLEISS: &str = "9 2 5 8/6 1 3 2/8 4 6 8/7 1 2 6/10 5 6 9/6 2 4 7";

#[test]
fn alpha_is_krippendorffs() {
    for (scale, printed) in
        [(Scale::Nominal, 0.743), (Scale::Ordinal, 0.815), (Scale::Interval, 0.849), (Scale::Ratio, 0.797)]
    {
        let found = alpha::alpha(&table(KRIPPENDORFF), scale, 1);
        let value = found.estimate.value.unwrap();
        assert!((value - printed).abs() < 0.000_5, "{scale:?}: {value}");
        assert_eq!(found.n_units, 11, "the twelfth has one value, and no pair");
        let [low, high] = found.estimate.interval.unwrap();
        assert!(low < value && value < high && high <= 1.0, "{scale:?}: {low} {high}");
    }
    let all = reliability(&table(KRIPPENDORFF), Scale::Ordinal, 1);
    assert_eq!((all.n_units, all.n_raters), (12, 4));
    assert_eq!((all.icc.n_units, all.icc.left_out), (8, 4), "eight units have a value of every observer");
}

#[test]
fn the_intraclass_correlations_are_shrouts_and_fleiss() {
    let found = icc::icc(&table(SHROUT_FLEISS));
    let Six { icc_1_1, icc_2_1, icc_3_1, icc_1_k, icc_2_k, icc_3_k } = found.values.map(|value| value.unwrap());
    let printed = [0.17, 0.29, 0.71, 0.44, 0.62, 0.91];
    for (value, printed) in [icc_1_1, icc_2_1, icc_3_1, icc_1_k, icc_2_k, icc_3_k].into_iter().zip(printed) {
        assert!((value - printed).abs() < 0.005, "{value} is not {printed}");
    }
    // The ends as another program gives them, to nine digits.
    let ends = found.intervals.map(|ends| ends.unwrap());
    for (found, known) in [
        (ends.icc_1_1, [-0.13293232487475096, 0.722560062328121]),
        (ends.icc_2_1, [0.018786513374712058, 0.7610843696489527]),
        (ends.icc_3_1, [0.34246476503392614, 0.9458582599553597]),
        (ends.icc_1_k, [-0.8844421552381196, 0.9124154203407755]),
        (ends.icc_2_k, [0.07113681530250353, 0.9272320401677219]),
        (ends.icc_3_k, [0.6756747138163055, 0.9858916781690623]),
    ] {
        assert!((found[0] - known[0]).abs() < 1e-9 && (found[1] - known[1]).abs() < 1e-9, "{found:?} {known:?}");
    }
}

#[test]
fn figures_are_what_other_programs_say_of_ratings_with_gaps() {
    for (text, alphas, correlations, kappas) in [
        (
            "4 4/5 5/1 1/5 4/4 3/3 5/4 5/2 2/1 5/5 2",
            [0.25, 0.17056224899598393, 0.2930232558139535, 0.42963738801103524],
            [
                0.30434782608695654,
                0.27999999999999997,
                0.26168224299065423,
                0.4666666666666666,
                0.4375,
                0.4148148148148148,
            ],
            Some([0.22077922077922074, 0.2592592592592594, 0.2592592592592593]),
        ),
        (
            ". 1/1 4/1 1/4 1/5 3/3 ./5 3/. 5/3 5/5 ./3 3/4 .",
            [0.08450704225352113, -0.0435374149659864, 0.0714285714285714, 0.18237514996750204],
            [
                0.07692307692307694,
                0.01098901098901095,
                0.009615384615384581,
                0.14285714285714288,
                0.021739130434782535,
                0.01904761904761898,
            ],
            Some([0.02777777777777768, -0.16666666666666674, -0.16666666666666674]),
        ),
        (
            ". . 1 1/2 . 2 3/0 2 1 0/3 3 3 3/0 0 3 0/2 1 1 2/. . 1 0/0 3 0 .",
            [0.3027888446215139, 0.3260425471963935, 0.3386243386243387, 0.2843020956899961],
            [0.5087719298245614, 0.5, 0.4666666666666667, 0.8055555555555556, 0.8, 0.7777777777777778],
            None,
        ),
        (
            "2.75 2.75 2.75/2.75 2 2.75/1.5 1.5 ./2.75 2.75 ./3.25 3.25 ./2 2.75 2/4 2.75 1.5/1.5 2 ./. 2.75 3.25",
            [0.32456140350877194, 0.46540627514078836, 0.3696879643387816, 0.43454484341898447],
            [
                -0.273972602739726,
                -0.30985915492957744,
                -0.2857142857142857,
                -1.8181818181818181,
                -2.4444444444444446,
                -2.0,
            ],
            None,
        ),
        (
            "6 6 4 2 6/1 1 2 2 1/2 2 3 2 7/5 7 4 2 4/. 1 4 4 7/1 1 1 1 1/2 1 1 2 5/5 5 5 5 5/7 6 2 7 ./1 3 1 6 1/7 5 2 7 7/3 5 4 3 5/6 4 1 . 1/7 1 7 2 4",
            [0.2235294117647061, 0.3156769442869065, 0.2779863000844517, 0.33035274802711756],
            [
                0.37374749498997994,
                0.37198067632850246,
                0.36680640243902446,
                0.748995983935743,
                0.7475728155339807,
                0.7433580475749151,
            ],
            None,
        ),
    ] {
        let table = table(text);
        for (scale, known) in [Scale::Nominal, Scale::Ordinal, Scale::Interval, Scale::Ratio].into_iter().zip(alphas) {
            close(alpha::alpha(&table, scale, 1).estimate.value, known);
        }
        let found = icc::icc(&table).values;
        let found = [found.icc_1_1, found.icc_2_1, found.icc_3_1, found.icc_1_k, found.icc_2_k, found.icc_3_k];
        found.into_iter().zip(correlations).for_each(|(found, known)| close(found, known));
        if let Some(known) = kappas {
            let found = kappa(&table, Spacing::Place, 1).values;
            let found = [found.unweighted, found.linear, found.quadratic];
            found.into_iter().zip(known).for_each(|(found, known)| close(found, known));
        }
    }
}

#[test]
fn what_ratings_do_not_say_is_undefined_with_its_reason() {
    use Undefined::{FewComplete, NegativeVariance, NoPair, NoVariance, NotTwoRaters, OneRater, Opposites, UnitsAlike};
    for (text, of_alpha, of_icc, of_kappa) in [
        ("1/2/3", Some(OneRater), Some(OneRater), Some(OneRater)),
        (". ./. .", Some(OneRater), Some(OneRater), Some(OneRater)),
        ("1 ./2 ./3 .", Some(OneRater), Some(OneRater), Some(OneRater)),
        ("1 ./. 2/3 .", Some(NoPair), Some(FewComplete), Some(NoPair)),
        ("3 3/3 3/3 3", Some(NoVariance), Some(NoVariance), Some(NoVariance)),
        // The only other value has no partner.
        ("3 3/3 3/4 .", Some(NoVariance), Some(NoVariance), Some(NoVariance)),
        ("2 4", None, Some(FewComplete), None),
        ("1 2 ./. 2 1/2 3 2", None, Some(FewComplete), Some(NotTwoRaters)),
        ("0.1 0.1/0.1 0.1/0.1 0.1", Some(NoVariance), Some(NoVariance), Some(NoVariance)),
        ("-2 1/2 3/1 1", Some(Opposites), None, None),
        ("0 0/0 3/1 1", None, None, None),
    ] {
        let table = table(text);
        let scale = if text.contains(['-', '0']) { Scale::Ratio } else { Scale::Ordinal };
        let alpha = alpha::alpha(&table, scale, 1).estimate;
        assert_eq!((alpha.value.is_none(), alpha.value.map_or(alpha.reason, |_| None)), (of_alpha.is_some(), of_alpha));
        let icc = icc::icc(&table);
        assert_eq!(icc.values.icc_2_1.map_or(icc.reasons.icc_2_1, |_| None), of_icc, "{text}");
        let kappa = kappa(&table, Spacing::Place, 1);
        assert_eq!(kappa.values.quadratic.map_or(kappa.reasons.quadratic, |_| None), of_kappa, "{text}");
    }
    // Raters who differ by a constant: they order the units as one, and no error is left to make an interval of.
    let shifted = icc::icc(&table("1 2/2 3/3 4/5 6"));
    assert_eq!((shifted.values.icc_3_1, shifted.intervals.icc_3_1), (Some(1.0), None));
    assert_eq!(shifted.reasons.icc_3_1, Some(Undefined::NoErrorLeft));
    assert!(shifted.values.icc_2_1.unwrap() < 1.0);
    // The same with tenths, which no binary number is.
    assert_eq!(icc::icc(&table("0.1 0.2/0.2 0.3/0.7 0.8")).values.icc_3_1, Some(1.0));
    // Units whose means are the same.
    let alike = icc::icc(&table("1 3/3 1/2 2"));
    close(alike.values.icc_1_1, -1.0);
    assert_eq!((alike.values.icc_1_k, alike.reasons.icc_1_k), (None, Some(UnitsAlike)));
    assert_eq!((alike.values.icc_2_k, alike.reasons.icc_2_k), (None, Some(UnitsAlike)));
    // ICC(2,k) is defined here, and the lower end of its interval is not: the formula would give 11.6.
    let hardly = icc::icc(&table("5 1/1 2/1 5/5 3/1 1/2 3"));
    assert!(hardly.values.icc_2_k.is_some() && hardly.intervals.icc_2_k.is_none());
    assert_eq!(hardly.reasons.icc_2_k, Some(Undefined::NoEnd));
    // Exactly where the denominator of ICC(2,k) is nothing, and rounding could make it anything.
    let least = icc::icc(&table("3 5 3/3 2 4/4 5 1/2 4 4"));
    assert_eq!((least.values.icc_2_k, least.reasons.icc_2_k), (None, Some(NegativeVariance)));
}

#[test]
fn names_have_neither_order_nor_distance() {
    let named =
        Table::of_names(vec![vec![Some(0.0), Some(0.0)], vec![Some(1.0), Some(2.0)], vec![Some(2.0), Some(2.0)]]);
    let found = reliability(&named, Scale::Nominal, 1);
    assert!(found.alpha.estimate.value.is_some() && found.kappa.values.unweighted.is_some());
    assert_eq!(found.kappa.reasons.linear, Some(Undefined::NoOrder));
    assert_eq!(found.icc.reasons.icc_1_1, Some(Undefined::NotNumbers));
    assert_eq!(alpha::alpha(&named, Scale::Ordinal, 1).estimate.reason, Some(Undefined::NotNumbers));
}

#[test]
fn a_scale_that_is_known_has_its_distances_whatever_was_given() {
    let two = table("1 1/1 4/4 5/5 5/5 4");
    // 1, 4 and 5 are the places 0, 1 and 2; on the scale itself 1 and 4 are three apart.
    for (spacing, linear, quadratic) in [
        (Spacing::Place, 0.347_826_086_956_521_74, 0.571_428_571_428_571_4),
        (Spacing::Value, 0.444_444_444_444_444_4, 0.625_850_340_136_054_4),
    ] {
        let found = kappa(&two, spacing, 1).values;
        close(found.unweighted, 0.117_647_058_823_529_4);
        close(found.linear, linear);
        close(found.quadratic, quadratic);
    }
    let full = table("1 1/2 3/3 3/4 4/5 4");
    assert_eq!(kappa(&full, Spacing::Place, 1).values, kappa(&full, Spacing::Value, 1).values);
}

#[test]
fn an_interval_needs_units_to_draw_from_and_draws_that_differ() {
    let few = alpha::alpha(&table("1 1/2 3/3 3/4 4"), Scale::Ordinal, 1).estimate;
    assert_eq!((few.interval, few.reason), (None, Some(Undefined::FewUnits)));
    let same = alpha::alpha(&table("1 1/2 2/3 3/4 4/5 5"), Scale::Ordinal, 1).estimate;
    assert_eq!((same.value, same.interval, same.reason), (Some(1.0), None, Some(Undefined::DrawsAlike)));
    // Of six units one differs: a third of the draws leave it out, and have no variance.
    let one_differs = alpha::alpha(&table("3 3/3 3/3 3/3 3/3 3/3 4"), Scale::Ordinal, 1).estimate;
    assert!(one_differs.interval.is_some(), "{one_differs:?}");
}

/// A table as chance makes it: 2 to 6 raters, up to 15 units, values 1 to 5, some missing.
fn any_table(chance: &mut SplitMix) -> Vec<Vec<Option<f64>>> {
    let (units, raters, gaps) = (chance.below(15) + 1, chance.below(5) + 2, chance.below(4));
    let mut cell = || (chance.below(10) >= gaps).then(|| crate::statistic::number(chance.below(5) + 1));
    (0..units).map(|_| (0..raters).map(|_| cell()).collect()).collect()
}

fn figures(rows: Vec<Vec<Option<f64>>>) -> Vec<Option<f64>> {
    let table = Table::of_numbers(rows);
    let scales = [Scale::Nominal, Scale::Ordinal, Scale::Interval, Scale::Ratio];
    let mut all: Vec<Option<f64>> = scales.map(|scale| alpha::value(&table, scale).ok()).to_vec();
    let icc = icc::icc(&table);
    let (one, ends) = (icc.values, icc.intervals);
    all.extend([one.icc_1_1, one.icc_2_1, one.icc_3_1, one.icc_1_k, one.icc_2_k, one.icc_3_k]);
    all.extend(
        [ends.icc_1_1, ends.icc_2_k, ends.icc_3_1].iter().flat_map(|ends| ends.map_or([None; 2], |e| e.map(Some))),
    );
    let kappa = kappa(&table, Spacing::Place, 1).values;
    all.extend([kappa.unweighted, kappa.linear, kappa.quadratic]);
    all
}

fn alike(a: &[Option<f64>], b: &[Option<f64>]) -> bool {
    let same = |(a, b): (&Option<f64>, &Option<f64>)| match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
        (a, b) => a.is_none() && b.is_none(),
    };
    a.len() == b.len() && a.iter().zip(b).all(same)
}

#[test]
fn the_order_of_raters_and_of_units_and_an_empty_column_change_no_figure() {
    let mut chance = SplitMix::new(2026);
    for round in 0..150 {
        let rows = any_table(&mut chance);
        let known = figures(rows.clone());
        let mut shuffled = rows.clone();
        for last in (1..shuffled.len()).rev() {
            shuffled.swap(last, chance.below(last + 1));
        }
        assert!(alike(&figures(shuffled), &known), "units in another order: {rows:?}");
        let turned: Vec<Vec<_>> = rows.iter().map(|row| row.iter().rev().copied().collect()).collect();
        assert!(alike(&figures(turned), &known), "raters in another order: {rows:?}");
        let place = chance.below(rows[0].len() + 1);
        let mut wider = rows.clone();
        wider.iter_mut().for_each(|row| row.insert(place, None));
        assert_eq!(figures(wider.clone()), known, "an empty column: {rows:?}");
        // With the intervals, which take longer.
        if round % 15 == 0 {
            let all = |rows: &[_]| reliability(&Table::of_numbers(rows.to_vec()), Scale::Ordinal, 1);
            assert_eq!(all(&wider), all(&rows), "{rows:?}");
        }
        assert_eq!(figures(rows), known, "again");
    }
}

#[test]
fn no_figure_leaves_its_bounds() {
    let mut chance = SplitMix::new(5);
    let mut defined = [0_u32; 3];
    for _ in 0..300 {
        let rows = any_table(&mut chance);
        let table = Table::of_numbers(rows.clone());
        for scale in [Scale::Nominal, Scale::Ordinal, Scale::Interval, Scale::Ratio] {
            let Ok(value) = alpha::value(&table, scale) else { continue };
            assert!(value.is_finite() && value <= 1.0 + 1e-12, "{scale:?} {rows:?}");
            defined[0] += 1;
        }
        if let Ok(six) = six(&table.complete()) {
            for one in [six.icc_1_1, six.icc_2_1, six.icc_3_1, six.icc_1_k, six.icc_2_k, six.icc_3_k] {
                let Some(value) = one.value else { continue };
                assert!(value <= 1.0 + 1e-12, "{rows:?}");
                if let Some([low, high]) = one.interval {
                    assert!(low <= value + 1e-12 && value <= high + 1e-12 && high <= 1.0 + 1e-12, "{one:?} {rows:?}");
                }
                defined[1] += 1;
            }
        }
        let kappa = kappa(&table, Spacing::Value, 1).values;
        for value in [kappa.unweighted, kappa.linear, kappa.quadratic].into_iter().flatten() {
            assert!((-1.0 - 1e-12..=1.0 + 1e-12).contains(&value), "{rows:?}");
            defined[2] += 1;
        }
    }
    assert!(defined.iter().all(|times| *times > 50), "{defined:?}");
}
