//! What is the same at the head and at the foot of every page. The file has it once.

use crate::{
    display::{Item, Page, Placed, Shape},
    structure::FURNITURE,
};

/// Two pages are not many enough to be worth it.
const PAGES: usize = 3;

/// Takes what is the same on every page off them. Only what no text of the document stands beside: it is drawn over the page,
/// and read last.
pub(crate) fn take(pages: &mut [Page]) -> Vec<Placed> {
    let Some((first, others)) = pages.split_first().filter(|_| pages.len() >= PAGES) else { return Vec::new() };
    let mut same: Vec<Placed> = outside(first).cloned().collect();
    for page in others {
        same.retain(|placed| outside(page).any(|other| other == placed));
    }
    for page in pages {
        page.items.retain(|placed| placed.tag != FURNITURE || !same.contains(placed));
    }
    same
}

/// What stands above or below all that the document says on a page.
fn outside(page: &Page) -> impl Iterator<Item = &Placed> {
    let said = || page.items.iter().filter(|placed| placed.tag != FURNITURE).map(reach);
    let top = said().map(|(top, _)| top).fold(f32::MAX, f32::min);
    let bottom = said().map(|(_, bottom)| bottom).fold(f32::MIN, f32::max);
    page.items.iter().filter(move |placed| {
        let (from, to) = reach(placed);
        placed.tag == FURNITURE && (to < top || from > bottom)
    })
}

/// From where to where something reaches down a page, roughly.
fn reach(placed: &Placed) -> (f32, f32) {
    let (above, below) = match &placed.item {
        Item::Text(run) => (run.size, run.size * 0.3),
        Item::Shape(Shape::Rect { height, .. } | Shape::Flag { height }, _) => (0.0, *height),
        Item::Shape(Shape::Disc { radius }, _) => (*radius, *radius),
    };
    (placed.y - above, placed.y + below)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Fonts, Language, Paper, comparison_blocks, packet_blocks, paginate, select,
        tests::{people, side_by_side},
        watch::Unwatched,
    };

    #[test]
    fn what_is_the_same_everywhere_is_taken_off_every_page_and_nothing_else_is() {
        let say = Language::default().say();
        let packet = packet_blocks::document(&people::packet(), say);
        let wide = comparison_blocks::document(&side_by_side::comparison(9), say);
        for document in [packet, wide] {
            let selection = select(&document, &Fonts::bundled_only());
            let (whole, _) = paginate::pages(&document, Paper::A4.size(), &selection, &Unwatched);
            assert!(whole.len() >= PAGES, "{}", whole.len());
            let mut pages = whole.clone();
            let same = take(&mut pages);
            let words: String = same
                .iter()
                .filter_map(|placed| if let Item::Text(run) = &placed.item { Some(run.text.as_str()) } else { None })
                .collect();
            assert!(
                words.contains("SHA-256") && !words.contains("Page"),
                "the hash is the same, the page's number is not: {words}"
            );
            for (page, before) in pages.iter().zip(&whole) {
                let (left, taken): (Vec<_>, Vec<_>) =
                    before.items.iter().partition(|placed| page.items.contains(placed));
                assert_eq!(left.len(), page.items.len(), "nothing comes in");
                assert!(!taken.is_empty() && taken.iter().all(|placed| same.contains(placed)));
                assert!(same.iter().all(|placed| taken.contains(&placed)), "each page had all of it");
            }
        }
        let mut two = vec![Page::default(), Page::default()];
        assert!(take(&mut two).is_empty());
    }
}
