//! What is written alike in every language: clocks, short ids, the dates of the file format.

use jiff::civil::DateTime;

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

/// Seconds as minutes that add up to those of their sum: each is rounded down, and the minutes that are then wanting go to
/// those that lost most (the method of the largest remainder). None is a minute off.
pub(crate) fn minutes_of(seconds: &[u32]) -> Vec<u32> {
    let sum = seconds.iter().fold(0, |sum: u32, one| sum.saturating_add(*one));
    let mut all: Vec<u32> = seconds.iter().map(|one| one / 60).collect();
    let wanting = minutes(sum).saturating_sub(all.iter().sum());
    let mut places: Vec<usize> = (0..seconds.len()).collect();
    places.sort_by_key(|place| std::cmp::Reverse(seconds[*place] % 60));
    places.into_iter().zip(0..wanting).for_each(|(place, _)| all[place] += 1);
    all
}

/// The first twelve figures of a hash in fours, to be read aloud.
pub(crate) fn short_id(hash: &str) -> String {
    let figures: Vec<char> = hash.chars().take(12).collect();
    figures.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_write_them() {
        assert_eq!((clock(249).as_str(), clock(3723).as_str()), ("04:09", "1:02:03"));
        assert_eq!((minutes(0), minutes(29), minutes(30), minutes(89), minutes(3600)), (0, 0, 1, 1, 60));
        assert_eq!(minutes_of(&[]), [0; 0]);
        assert_eq!(minutes_of(&[80, 80, 80]), [2, 1, 1], "each alone is a minute, and all of them four");
        assert_eq!(minutes_of(&[395, 390, 0, 400]), [7, 6, 0, 7], "each alone is seven, and all of them twenty");
        assert_eq!(minutes_of(&[u32::MAX, u32::MAX]).len(), 2);
        assert_eq!(short_id("0123456789abcdef"), "0123 4567 89ab");
    }
}
