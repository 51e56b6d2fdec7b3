//! Dates, times and counts in words.

use jiff::civil::DateTime;
use workbench_domain::{
    formula::{CompetencyFigure, Composite},
    rating::Rating,
    record::Unjudged,
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "12 March 2026".
pub(crate) fn date(time: DateTime) -> String {
    let month = usize::try_from(time.month()).ok().and_then(|month| MONTHS.get(month.wrapping_sub(1))).unwrap_or(&"");
    format!("{} {month} {}", time.day(), time.year())
}

/// "12 March 2026, 14:30".
pub(crate) fn moment(time: DateTime) -> String {
    format!("{}, {:02}:{:02}", date(time), time.hour(), time.minute())
}

/// As PDF writes dates. Local time, as everything in the document.
pub(crate) fn pdf_date(time: DateTime) -> String {
    format!(
        "D:{:04}{:02}{:02}{:02}{:02}{:02}",
        time.year(),
        time.month(),
        time.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

/// Seconds as a clock shows them: "04:09", "1:02:03".
pub(crate) fn clock(seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours == 0 { format!("{minutes:02}:{rest:02}") } else { format!("{hours}:{minutes:02}:{rest:02}") }
}

/// Seconds as minutes, rounded.
pub(crate) fn minutes(seconds: u32) -> u32 {
    (seconds / 30).div_ceil(2)
}

/// What is no level, with its cause: "Not asked", "Could not judge: out of time".
pub(crate) fn missing(rating: Rating, unjudged: Option<Unjudged>) -> String {
    match unjudged.filter(|_| rating == Rating::CouldNotJudge) {
        Some(cause) => format!("{}: {}", rating.words(), cause.words()),
        None => rating.words(),
    }
}

/// The time of day alone, where it is of the same day as `day`, else the whole moment.
pub(crate) fn moment_of(day: DateTime, time: DateTime) -> String {
    if day.date() == time.date() { format!("{:02}:{:02}", time.hour(), time.minute()) } else { moment(time) }
}

/// "1 question", "3 questions".
pub(crate) fn count(number: u32, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The first twelve figures of a hash in fours, to be read aloud.
pub(crate) fn short_id(hash: &str) -> String {
    let figures: Vec<char> = hash.chars().take(12).collect();
    figures.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// What a competency's mean rests on.
pub(crate) fn covered(figure: &CompetencyFigure) -> String {
    let scorecards = count(figure.scorecards_asked, "scorecard", "scorecards");
    let questions = count(figure.questions, "question", "questions");
    format!("{} of {scorecards}, {} of {questions}", figure.scorecards_rated, figure.questions_rated)
}

/// What a composite rests on.
pub(crate) fn rests_on(composite: &Composite) -> String {
    let Composite { competencies_rated, competencies, weight_rated, weight, .. } = composite;
    format!("{competencies_rated} of {competencies} competencies, weight {weight_rated} of {weight}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_write_them() {
        assert_eq!(moment(jiff::civil::date(2026, 3, 2).at(9, 5, 7, 0)), "2 March 2026, 09:05");
        assert_eq!((clock(249).as_str(), clock(3723).as_str()), ("04:09", "1:02:03"));
        assert_eq!((minutes(0), minutes(29), minutes(30), minutes(89), minutes(3600)), (0, 0, 1, 1, 60));
        assert_eq!(short_id("0123456789abcdef"), "0123 4567 89ab");
    }
}
