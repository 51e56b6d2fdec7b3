use super::*;

fn rule(months: u32, hired_months: Option<u32>) -> RetentionRule {
    RetentionRule {
        id: "own".into(),
        title: "Ours".to_owned(),
        months,
        hired_months,
        source: "Our policy".to_owned(),
        read_on: Date::constant(2026, 11, 26),
    }
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn noon(day: &str) -> Timestamp {
    at(&format!("{day}T12:00:00Z"))
}

#[test]
fn a_period_ends_on_the_day_of_its_number_or_the_last_of_a_shorter_month() {
    for (from, months, until) in [
        ("2026-11-26", 6, "2027-05-26"),
        ("2026-11-26", 12, "2027-11-26"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-10-31", 1, "2026-11-30"),
        ("2026-12-31", 2, "2027-02-28"),
        // Not the last of the month again: the number counts, not the end.
        ("2027-02-28", 6, "2027-08-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2028-02-29", 24, "2030-02-28"),
        ("2026-12-01", 1, "2027-01-01"),
        // The calendar ends before 50 years do.
        ("9998-06-01", 600, "9999-12-31"),
    ] {
        let happened = Happened { decided: None, recorded: noon(from), holds: Vec::new() };
        let kept = kept(&rule(months, None), &happened, &TimeZone::UTC);
        let day: Date = until.parse().unwrap();
        assert_eq!((kept.from.to_string().as_str(), kept.until), (from, day), "{from} and {months} months");
        assert!(!kept.is_due(day), "{until} is the last day of it");
        assert!(day == Date::MAX || kept.is_due(day.tomorrow().unwrap()), "the day after {until}");
    }
}

#[test]
fn the_clock_starts_with_the_decision_or_the_last_record_whichever_is_later() {
    use ClockStart::{Decision, Record};
    for (decided, recorded, from, start) in [
        (None, "2026-03-10", "2026-03-10", Record),
        (Some("2026-04-01"), "2026-03-10", "2026-04-01", Decision),
        (Some("2026-03-10"), "2026-03-10", "2026-03-10", Decision),
        (Some("2026-03-01"), "2026-03-10", "2026-03-10", Record),
    ] {
        let decided = decided.map(|day| (noon(day), Outcome::NoHire));
        let happened = Happened { decided, recorded: noon(recorded), holds: Vec::new() };
        let kept = kept(&rule(12, None), &happened, &TimeZone::UTC);
        assert_eq!((kept.from.to_string().as_str(), kept.start), (from, start), "{happened:?}");
    }
}

#[test]
fn days_are_those_of_the_place() {
    let zone = |hours: i8| TimeZone::fixed(jiff::tz::offset(hours));
    let happened = Happened { decided: None, recorded: at("2026-12-31T23:30:00Z"), holds: Vec::new() };
    for (hours, from) in [(0, "2026-12-31"), (1, "2027-01-01"), (-8, "2026-12-31")] {
        assert_eq!(kept(&rule(6, None), &happened, &zone(hours)).from.to_string(), from);
    }
}

#[test]
fn hired_is_what_the_last_decision_says_and_may_be_kept_for_another_time() {
    let ours = rule(6, Some(24));
    for (outcome, hired, until) in [
        (Some(Outcome::Hire), true, "2028-01-15"),
        (Some(Outcome::NoHire), false, "2026-07-15"),
        (Some(Outcome::Hold), false, "2026-07-15"),
        (Some(Outcome::AnotherRound), false, "2026-07-15"),
        (None, false, "2026-07-15"),
    ] {
        let decided = outcome.map(|outcome| (noon("2026-01-10"), outcome));
        let happened = Happened { decided, recorded: noon("2026-01-15"), holds: Vec::new() };
        let told = kept(&ours, &happened, &TimeZone::UTC);
        assert_eq!((told.hired, told.until.to_string().as_str()), (hired, until), "{outcome:?}");
    }
    assert_eq!((ours.shortest(), rule(24, Some(6)).shortest(), rule(9, None).shortest()), (6, 6, 9));
}

#[test]
fn a_hold_stops_the_clock_and_what_was_over_does_not_begin_again() {
    for (holds, days, until) in [
        (vec![], 0, "2026-07-10"),
        (vec![("2026-02-01", "2026-02-11")], 10, "2026-07-20"),
        // Only what lies within the period: the clock had not started.
        (vec![("2025-12-01", "2026-01-12")], 2, "2026-07-12"),
        (vec![("2025-12-01", "2026-01-01")], 0, "2026-07-10"),
        // Set on the last day, and on the day after.
        (vec![("2026-07-10", "2026-07-15")], 5, "2026-07-15"),
        (vec![("2026-07-11", "2026-07-15")], 0, "2026-07-10"),
        // The second is within the time that the first has added.
        (vec![("2026-07-01", "2026-07-31"), ("2026-08-05", "2026-08-06")], 31, "2026-08-10"),
        // Set and lifted on one day.
        (vec![("2026-02-01", "2026-02-01")], 0, "2026-07-10"),
    ] {
        let spans = holds.iter().map(|(set, lifted)| (noon(set), noon(lifted))).collect();
        let happened = Happened { decided: None, recorded: noon("2026-01-10"), holds: spans };
        let told = kept(&rule(6, None), &happened, &TimeZone::UTC);
        assert_eq!((told.held_days, told.until.to_string().as_str()), (days, until), "{holds:?}");
    }
}

#[test]
fn a_rule_says_how_long_in_words() {
    for (months, hired, words, aloud) in [
        (1, None, "1 month", "1 month after the decision"),
        (6, None, "6 months", "6 months after the decision"),
        (12, None, "1 year", "1 year after the decision"),
        (18, None, "18 months", "18 months after the decision"),
        (
            6,
            Some(24),
            "6 months, 2 years if hired",
            "6 months after the decision, or 2 years after it if you are hired",
        ),
    ] {
        let rule = rule(months, hired);
        assert_eq!((rule.words().as_str(), rule.read_out().as_str()), (words, aloud));
    }
}

#[test]
fn a_rule_has_a_name_a_time_and_a_source() {
    let good = rule(6, Some(6)).checked().unwrap();
    assert_eq!(good.hired_months, None, "the same time is no other one");
    for (bad, field) in [
        (RetentionRule { title: " ".to_owned(), ..rule(6, None) }, "title"),
        (RetentionRule { source: String::new(), ..rule(6, None) }, "source"),
        (rule(0, None), "months"),
        (rule(MONTHS_MAX + 1, None), "months"),
        (rule(6, Some(0)), "hired_months"),
        (rule(6, Some(MONTHS_MAX + 1)), "hired_months"),
    ] {
        assert_eq!(bad.checked().unwrap_err().field, field);
    }
}

#[test]
fn the_shipped_rules_have_a_source_and_a_date_and_names_of_their_own() {
    let all = shipped();
    let told: Vec<_> = all.iter().map(|rule| (rule.id.as_str(), rule.words())).collect();
    let expected =
        [("us_private", "1 year"), ("us_public", "2 years"), ("us_california", "4 years"), ("uk_eu", "6 months")];
    assert_eq!(told, expected.map(|(id, words)| (id, words.to_owned())));
    for rule in all {
        assert_eq!(rule.clone().checked().unwrap(), rule);
        assert!(rule.source.chars().any(|c| c.is_ascii_digit()), "{}", rule.source);
    }
}
