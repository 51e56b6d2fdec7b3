//! Everyone of a large comparison in one table.

use workbench_domain::packet::Comparison;

use super::*;
use crate::{
    comparison_blocks,
    display::{Ink, Item, Placed, Shape},
};

fn comparison_pages(comparison: &Comparison) -> Vec<Page> {
    pages_of(&comparison_blocks::document(comparison, english()), Paper::A4)
}

/// The pages of the overview, as far as it goes: to the first group side by side.
fn overview(count: usize) -> Vec<Page> {
    let mut comparison = side_by_side::comparison(count);
    for (place, candidate) in comparison.table.candidates.iter_mut().enumerate() {
        candidate.name = format!("Name{place:02}");
    }
    let mut overview = Vec::new();
    for mut page in comparison_pages(&comparison) {
        let group = page.entries.iter().find(|(entry, _)| entry.title.starts_with("Candidates 1 to"));
        let end = group.map_or(page.height, |(_, y)| *y);
        page.items.retain(|placed| placed.y < end);
        let last = end < page.height;
        overview.push(page);
        if last {
            break;
        }
    }
    overview
}

#[test]
fn everyone_stands_in_the_overview_with_a_line_each() {
    for count in [12, 50] {
        let text: String = overview(count).iter().map(Page::text).collect();
        for place in 0..count {
            // Once as they stand, once with their means; of one a scorecard is missing.
            let times = if place == 1 { 3 } else { 2 };
            assert_eq!(text.matches(&format!("Name{place:02}")).count(), times, "{place}: {text}");
        }
        assert!(text.contains("hidden"), "{text}");
    }
}

#[test]
fn few_candidates_have_no_overview() {
    for count in [2, 4, 6] {
        let pages = comparison_pages(&side_by_side::comparison(count));
        assert!(!pages.iter().any(|page| page.text().contains("Everyone")), "{count}");
    }
}

#[test]
fn bars_of_a_tie_group_join_from_row_to_row() {
    let comparison = side_by_side::comparison(50);
    let tied: usize = comparison.table.candidates.iter().map(|candidate| candidate.groups.len()).sum();
    let is_bar = |placed: &&Placed| matches!(placed.item, Item::Shape(Shape::Rect { width, height }, Ink::Accent) if width == 2.5 && height > 10.0);
    let bars: Vec<(f32, f32, f32)> = overview(50)
        .iter()
        .flat_map(|page| {
            page.items
                .iter()
                .filter(is_bar)
                .map(|placed| match placed.item {
                    Item::Shape(Shape::Rect { height, .. }, _) => (placed.x, placed.y, placed.y + height),
                    _ => unreachable!(),
                })
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(tied > 20 && bars.len() == tied, "{} bars for {tied}", bars.len());
    let joined =
        bars.iter().filter(|(x, _, end)| bars.iter().any(|other| other.0 == *x && (other.1 - end).abs() < 0.01));
    assert!(joined.count() > tied / 2);
}

#[test]
fn long_names_and_many_groups_stay_inside_the_block() {
    let mut comparison = side_by_side::comparison(13);
    comparison.table.candidates[0].name = "W".repeat(200);
    comparison.table.candidates[1].name = "Maximiliana ".repeat(20);
    comparison.table.rows[0].competency.name = "C".repeat(200);
    for groups in [0, 1, 12, 40] {
        let ids: Vec<_> = comparison.table.candidates.iter().map(|candidate| candidate.id.clone()).collect();
        comparison.table.order.groups = vec![ids; groups];
        let all = (1..=u32::try_from(groups).unwrap()).step_by(2).collect::<Vec<_>>();
        comparison.table.candidates.iter_mut().for_each(|candidate| candidate.groups.clone_from(&all));
        promises::inside(&comparison_pages(&comparison));
    }
}

#[test]
fn the_comparison_says_without_whom_the_first_place_is_another_and_without_whom_it_stays() {
    let mut comparison = side_by_side::comparison(3);
    let firm = comparison.table.order.firmness.as_mut().unwrap();
    let mut one = firm.without[0].clone();
    one.first = firm.first.clone();
    firm.without = vec![one; 3];
    for (one, name) in firm.without.iter_mut().zip(["Mateo", "Sanne", "Ida"]) {
        (one.interviewer, one.changes) = (name.to_owned(), name == "Ida");
    }
    let text: String = comparison_pages(&comparison).iter().map(Page::text).collect();
    let plain: String = text.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
    for words in ["Without Ida, first: ", "Without Mateo or Sanne, first: still "] {
        assert!(plain.contains(words), "{words}: {plain}");
    }
}
