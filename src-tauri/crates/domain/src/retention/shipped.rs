//! The rules that come with the workbench. None is chosen by itself, none is legal advice, and each can be changed.

use jiff::civil::Date;

use super::RetentionRule;

/// When the sources were last read.
const READ_ON: Date = Date::constant(2026, 11, 26);

/// The id, for whom, how many months, and where it is written.
const SHIPPED: [(&str, &str, u32, &str); 4] = [
    (
        "us_private",
        "US: private employer",
        12,
        "29 CFR 1602.14: one year from the record or the personnel action, whichever is later",
    ),
    (
        "us_public",
        "US: state or local government, school, university",
        24,
        "29 CFR 1602.31, 1602.40, 1602.49: two years from the record or the personnel action, whichever is later",
    ),
    (
        "us_california",
        "US: California",
        48,
        "Government Code 12946: four years from the record or the employment action",
    ),
    (
        "uk_eu",
        "UK or EU: our own policy",
        6,
        "GDPR and UK GDPR, article 5(1)(e): no longer than is necessary. No law sets the period; 6 months are common. Put your own policy here",
    ),
];

/// The rules that come with the workbench, in the order of the table.
#[must_use]
pub fn shipped() -> Vec<RetentionRule> {
    let rule = |(id, title, months, source): (&str, &str, u32, &str)| RetentionRule {
        id: id.into(),
        title: title.to_owned(),
        months,
        hired_months: None,
        source: source.to_owned(),
        read_on: READ_ON,
    };
    SHIPPED.into_iter().map(rule).collect()
}
