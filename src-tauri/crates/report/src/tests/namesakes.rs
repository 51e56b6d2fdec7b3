//! Two of one name, on paper.

use super::{promises::inside, *};
use crate::comparison_blocks;

#[test]
fn what_tells_two_of_one_name_apart_stands_under_the_name_however_long_it_is() {
    let email = format!("{}@{}.example", "maximiliana.wolfeschlegel.".repeat(4), "office-".repeat(12));
    let (mut packet, mut comparison) = (small(), side_by_side::comparison(4));
    packet.beside = Some(email.clone());
    for (candidate, end) in comparison.table.candidates.iter_mut().zip(["", "1b2c3d4e"]) {
        let beside = if end.is_empty() { email.as_str() } else { end };
        candidate.name = format!("Maximiliana Wolfeschlegelstein ({beside})");
    }
    let compared = pages_of(&comparison_blocks::document(&comparison, english()), Paper::A4);
    let pages = pages(&packet);
    let read = |pages: &[Page]| {
        let all: String = pages.iter().map(Page::text).collect();
        all.split_whitespace().collect::<String>()
    };
    assert!(read(&pages[..1]).contains(&email), "on the first page");
    let compared_read = read(&compared);
    assert!(compared_read.contains(&email) && compared_read.contains("(1b2c3d4e)"), "{compared_read}");
    inside(&pages);
    inside(&compared);
}
