//! The pages as pictures for the window.

use super::*;
use crate::{display::Item, lay_out_packet, render_packet, unicode_map::clusters};

#[test]
fn a_preview_has_the_pages_of_the_file_and_their_words() {
    let fonts = Fonts::bundled_only();
    for packet in [people::packet(), small()] {
        let laid = lay_out_packet(&packet, Paper::A4, &fonts);
        let rendered = render_packet(&packet, Paper::A4, &fonts).unwrap();
        assert_eq!(laid.count(), rendered.pages);
        for (place, page) in pages(&packet).iter().enumerate() {
            let number = u32::try_from(place).unwrap() + 1;
            let preview = laid.preview(number);
            assert_eq!((preview.page, preview.pages), (number, rendered.pages));
            assert_eq!(preview.text, page.text());
        }
    }
}

#[test]
fn a_page_that_is_not_there_is_the_nearest_that_is() {
    let laid = lay_out_packet(&small(), Paper::Letter, &Fonts::bundled_only());
    assert_eq!(laid.preview(0).page, 1);
    assert_eq!(laid.preview(u32::MAX).page, laid.count());
    let sheet = laid.preview(1);
    assert_eq!((sheet.width, sheet.height), (61200, 79200));
}

#[test]
fn a_picture_is_outlines_alone_whatever_was_written() {
    let mut packet = small();
    packet.candidate = r#"</svg><script>alert("1")</script> & "quoted""#.to_owned();
    let preview = lay_out_packet(&packet, Paper::A4, &Fonts::bundled_only()).preview(1);
    let is_path = |path: &String| path.chars().all(|c| c.is_ascii_digit() || " -MLHVZmlhvqcazZ".contains(c));
    let is_colour = |fill: &String| fill.len() == 7 && fill.starts_with('#');
    assert!(preview.outlines.iter().chain(preview.shapes.iter().map(|one| &one.path)).all(is_path));
    assert!(
        preview.letters.iter().map(|one| &one.fill).chain(preview.shapes.iter().map(|one| &one.fill)).all(is_colour)
    );
    assert!(preview.text.contains("<script>"), "the words are given as words");
}

#[test]
fn every_letter_and_every_shape_of_the_page_is_drawn() {
    let packet = people::packet();
    let laid = lay_out_packet(&packet, Paper::A4, &Fonts::bundled_only());
    for (place, page) in pages(&packet).iter().enumerate() {
        let preview = laid.preview(u32::try_from(place).unwrap() + 1);
        let (mut shapes, mut letters) = (0, 0);
        for placed in &page.items {
            match &placed.item {
                Item::Shape(..) => shapes += 1,
                Item::Text(run) => {
                    let glyphs = run.glyphs.all();
                    let drawn = clusters(&glyphs, &run.text).filter(|(_, text)| !text.trim().is_empty());
                    letters += drawn.map(|(glyphs, _)| glyphs.len()).sum::<usize>();
                }
            }
        }
        assert_eq!(preview.shapes.iter().map(|one| one.path.matches('M').count()).sum::<usize>(), shapes);
        let at: Vec<&[i32]> = preview.letters.iter().flat_map(|one| one.at.chunks(3)).collect();
        assert!(at.len() <= letters && at.len() * 10 > letters * 9, "{} of {letters} letters", at.len());
        assert!(at.iter().all(|one| preview.outlines.get(one[2] as usize).is_some_and(|path| path.starts_with('m'))));
    }
}

#[test]
fn a_letter_is_the_same_outline_wherever_it_stands() {
    let preview = lay_out_packet(&small(), Paper::A4, &Fonts::bundled_only()).preview(1);
    let once: BTreeSet<&String> = preview.outlines.iter().collect();
    let stand: usize = preview.letters.iter().map(|one| one.at.len() / 3).sum();
    assert!(once.len() + 8 > preview.outlines.len() && stand > 4 * once.len(), "{} of {stand}", once.len());
}
