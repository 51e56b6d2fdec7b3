//! Pages are full: none ends early without need, and no names to sign stand alone.

use workbench_domain::packet::{Around, Audience, PacketOptions};

use super::*;
use crate::{comparison_blocks, display::Item};

/// How much of its block a page uses, from 0 to 1.
fn used(page: &Page) -> f32 {
    let height = if page.width < page.height { paginate::BLOCK.1 } else { paginate::BLOCK.0 };
    let top = (page.height - height) * 0.46;
    let end = |placed: &crate::display::Placed| match &placed.item {
        Item::Text(_) if placed.y > top && placed.y <= top + height => Some(placed.y),
        _ => None,
    };
    page.items.iter().filter_map(end).fold(top, f32::max).mul_add(1.0, -top) / height
}

/// No page but the last ends in its upper half.
fn check(pages: &[Page], what: &str) {
    let used: Vec<f32> = pages.iter().map(used).collect();
    let Some((_, before)) = used.split_last() else { return };
    let early = before.iter().position(|used| *used < 0.5);
    assert_eq!(early, None, "{what}: {used:?}");
}

#[test]
fn no_page_ends_in_its_upper_half_but_the_last() {
    let mut count = 0;
    for (length, audience) in (0..60).step_by(7).zip(Audience::ALL.iter().cycle()) {
        let mut packet = people::eventful();
        for card in &mut packet.scorecards {
            card.answers.truncate(6 - length % 5);
            for of in &mut card.answers {
                of.answer.prompt = "What do you look at first, and why? ".repeat(1 + length / 4);
                of.answer.entries.truncate(length % 6);
            }
        }
        let options = PacketOptions { audience: *audience, ..PacketOptions::default() };
        let pages = pages(&packet.prepared(&options, &Around::default()).packet);
        count += pages.len();
        check(&pages, &format!("{audience:?}, {length}"));
    }
    assert!(count > 50, "{count}");
    for (name, packet) in hard::packets() {
        check(&pages(&packet), name);
    }
    for count in [2, 3, 4, 6, 13, 50] {
        let document = comparison_blocks::document(&side_by_side::comparison(count), english());
        check(&pages_of(&document, Paper::A4), &count.to_string());
    }
}

#[test]
fn a_last_page_that_would_have_little_has_the_end_of_the_table_before_it() {
    let mut comparison = side_by_side::comparison(3);
    comparison.raters.consistency.told.competencies.clear();
    comparison.table.order.firmness.iter_mut().for_each(|firm| firm.without.clear());
    let rows = comparison.table.rows.clone();
    let mut little = 0;
    for count in 1..14 {
        comparison.table.rows = rows.iter().cycle().take(count).cloned().collect();
        let pages = pages_of(&comparison_blocks::document(&comparison, english()), Paper::A4);
        check(&pages, &count.to_string());
        let Some([.., last]) = (pages.len() > 1).then_some(pages.as_slice()) else { continue };
        // Its head stands on it again, whatever was left for it.
        let text = last.text();
        assert!(text.contains("Candidate | Márta") || used(last) > 0.3, "{count}: {text}");
        little += usize::from(text.contains("Candidate | Márta") && text.contains("How firm"));
    }
    assert!(little > 0);
}

#[test]
fn the_last_row_alone_comes_to_a_section_that_would_stand_alone() {
    let mut comparison = side_by_side::comparison(3);
    comparison.raters.consistency.told.competencies.clear();
    let row = comparison.table.rows[0].clone();
    let mut alone = 0;
    for (count, ratings) in (2..14).flat_map(|count| [(count, 1), (count, 2), (count, 3), (count, 4)]) {
        let mut row = row.clone();
        for cell in &mut row.cells {
            cell.ratings = cell.ratings.iter().cycle().take(ratings).cloned().collect();
        }
        comparison.table.rows = vec![row; count];
        let pages = pages_of(&comparison_blocks::document(&comparison, english()), Paper::A4);
        let last = pages.last().unwrap();
        let text = last.text();
        let goes_on = text.contains("Candidate | Márta");
        let rows = text.matches("Language depth").count();
        if goes_on && rows == 1 {
            assert!(text.contains("How firm"), "{count}, {ratings}: {text}");
            alone += 1;
        }
        check(&pages, &format!("{count}, {ratings}"));
    }
    assert!(alone > 0);
}

#[test]
fn names_to_sign_are_on_the_page_of_what_they_sign() {
    let mut counts = BTreeSet::new();
    for notes in (0..40).step_by(3) {
        let mut packet = people::packet();
        packet.scorecards.truncate(1);
        packet.scorecards[0].answers.truncate(1);
        let note = packet.scorecards[0].general[0].clone();
        packet.scorecards[0].general = vec![note; notes];
        let pages = pages(&packet);
        let page = pages.iter().find(|page| page.text().contains("Printed name, for the decision")).unwrap();
        let text = page.text();
        let first = text.lines().find(|line| !line.starts_with("Sample data")).unwrap();
        assert!(!first.starts_with("Signatures"), "{notes}: {text}");
        counts.insert(pages.len());
    }
    assert!(counts.len() > 1, "the notes push the names to a further page: {counts:?}");
}

#[test]
fn a_question_may_begin_where_there_is_no_room_for_its_rating() {
    let prompt = people::QUESTIONS[1].2;
    let mut parted = 0;
    for notes in 0..24 {
        let mut packet = people::packet();
        packet.scorecards.truncate(1);
        packet.scorecards[0].answers.truncate(2);
        let of = &mut packet.scorecards[0].answers[0].answer;
        of.entries = vec![of.entries[0].clone(); notes];
        for pair in pages(&packet).windows(2) {
            let [before, after] = [&pair[0], &pair[1]].map(promises::block_lines);
            if before.last().is_some_and(|line| prompt.ends_with(line.trim())) {
                parted += 1;
                assert_eq!(after[0], "4 Above", "{notes}: the rating comes next");
                assert!(before.iter().any(|line| line.contains("Two threads and a counter")), "{before:#?}");
            }
        }
    }
    assert!(parted > 0);
}
