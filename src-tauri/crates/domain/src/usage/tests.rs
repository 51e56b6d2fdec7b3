use super::*;

fn open(role: &str, by: &str, asks: bool) -> OpenUse {
    OpenUse { role_id: role.into(), candidate: format!("of {by}"), interviewer_id: by.into(), host_id: None, asks }
}

fn used(code: &str, spent: u32, others: &[u8]) -> Use {
    Use {
        role_id: "dev".into(),
        version: "v".to_owned(),
        rating: Rating::from_code(code),
        spent_seconds: spent,
        planned_minutes: 5,
        complete: true,
        others: others.iter().filter_map(|level| Level::new(*level)).collect(),
    }
}

#[test]
fn no_figure_is_shown_while_it_could_move_a_rating() {
    let dev = RoleId::from("dev");
    let own = || Some(UseVeil::Own { candidate: "of me".to_owned() });
    for (what, rounds, open, hidden) in [
        ("nothing is open", vec![&dev], vec![], None),
        ("my scorecard of the round", vec![&dev], vec![open("dev", "me", true)], own()),
        ("mine, in a kit without the question", vec![&dev], vec![open("dev", "me", false)], own()),
        ("another's of the round", vec![&dev], vec![open("dev", "jan", false)], Some(UseVeil::Open)),
        (
            "another's and mine: mine is what I can do",
            vec![&dev],
            vec![open("dev", "jan", true), open("dev", "me", true)],
            own(),
        ),
        ("another round that does not ask it", vec![&dev], vec![open("ops", "me", false)], None),
        ("another round that asks it", vec![&dev], vec![open("ops", "me", true)], own()),
        ("it was never used, and will be asked", vec![], vec![open("ops", "jan", true)], Some(UseVeil::Open)),
        ("it was never used", vec![], vec![open("ops", "me", false)], None),
    ] {
        assert_eq!(veil(&rounds, &open, Some(&"me".into())), hidden, "{what}");
    }
    let beside = OpenUse { host_id: Some("me".into()), ..open("dev", "jan", true) };
    assert_eq!(veil(&[&dev], &[beside], Some(&"me".into())), Some(UseVeil::Own { candidate: "of jan".to_owned() }));
    assert_eq!(
        veil(&[&dev], &[open("dev", "me", true)], None),
        Some(UseVeil::Open),
        "nobody in particular owes nothing"
    );
}

#[test]
fn each_figure_has_its_n_and_missing_is_never_a_number() {
    let uses = [
        used("3", 100, &[]),
        used("3", 400, &[]),
        used("5", 310, &[]),
        used("could_not_judge", 200, &[]),
        used("not_asked", 9, &[]),
        used("-", 0, &[]),
        used("-", 50, &[]),
    ];
    let told = figures(&uses, 1);
    assert_eq!((told.asked, told.not_asked, told.could_not_judge, told.rated), (5, 2, 1, 3));
    assert_eq!(told.levels, [0, 0, 2, 0, 1]);
    let time = told.time.unwrap();
    assert_eq!((time.n, time.median_seconds, time.planned_minutes, time.longer), (5, 200, 5, 2));
    let none = figures(&[], 1);
    assert_eq!((none.asked, none.time, none.correlation), (0, None, None));
    assert_eq!(figures(&[used("3", 100, &[]), used("3", 201, &[])], 1).time.unwrap().median_seconds, 150);
}

/// Scorecards in which the others go up with the question, more or less.
fn thirty(n: usize) -> Vec<Use> {
    (0..n)
        .map(|n| {
            let level = u8::try_from(n % 5).unwrap() + 1;
            let other = if n % 7 == 0 { 6 - level } else { level };
            used(&level.to_string(), 60, &[other, 3])
        })
        .collect()
}

#[test]
fn a_correlation_needs_thirty_complete_scorecards_of_one_version() {
    assert_eq!(figures(&thirty(29), 1).correlation, None);
    let mut uses = thirty(30);
    let full = figures(&uses, 1).correlation.unwrap();
    assert_eq!(full.n, 30);
    assert!(full.low < full.r && full.r < full.high && full.low > -1.0 && full.high <= 1.0, "{full:?}");
    assert_eq!(figures(&uses, 1).correlation.unwrap(), full, "the same seed, the same interval");
    assert_ne!(figures(&uses, 2).correlation.unwrap().low.to_bits(), full.low.to_bits());
    uses[4].complete = false;
    assert_eq!((figures(&uses, 1).complete, figures(&uses, 1).correlation), (29, None));
    uses[4] = Use { version: "other".to_owned(), ..used("3", 1, &[3]) };
    assert_eq!(figures(&uses, 1).correlation, None, "versions are not mixed");
}

#[test]
fn r_is_pearsons() {
    // Anscombe's first set (1973): r = 0.81642.
    let x = [10., 8., 13., 9., 11., 14., 6., 4., 12., 7., 5.];
    let y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    let pairs: Vec<_> = x.into_iter().zip(y).collect();
    assert!((pearson(&pairs).unwrap() - 0.81642).abs() < 0.00001);
    assert_eq!(pearson(&[(3.0, 1.0), (3.0, 2.0)]), None, "the same throughout says nothing");
    let same = (0..40).map(|_| used("3", 1, &[3])).collect::<Vec<_>>();
    assert_eq!(figures(&same, 1).correlation, None);
}

#[test]
fn the_interval_is_as_wide_as_so_few_scorecards_make_it() {
    // Fisher's z for r = 0 and n = 30 gives .36 to either side; unrelated levels must not come out narrower than .25.
    let uses: Vec<_> = (0..30_u8).map(|n| used(&(n % 5 + 1).to_string(), 1, &[n / 5 % 5 + 1])).collect();
    let told = figures(&uses, 7).correlation.unwrap();
    assert!(told.r.abs() < 0.2 && told.high - told.low > 0.5, "{told:?}");
}
