//! The pages as pictures for the window.

use super::*;
use crate::{display::Item, lay_out_packet, render_packet};

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
    assert!(laid.preview(1).svg.contains(r#"width="612pt" height="792pt""#));
}

#[test]
fn a_picture_is_outlines_alone_whatever_was_written() {
    let mut packet = small();
    packet.candidate = r#"</svg><script>alert("1")</script> & "quoted""#.to_owned();
    let laid = lay_out_packet(&packet, Paper::A4, &Fonts::bundled_only());
    let svg = laid.preview(1).svg;
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
    let elements: BTreeSet<&str> =
        svg.split('<').skip(1).map(|part| part.split([' ', '>']).next().unwrap_or_default()).collect();
    assert_eq!(elements, BTreeSet::from(["/svg", "path", "svg"]));
    assert!(laid.preview(1).text.contains("<script>"), "the words are given as words");
}

#[test]
fn every_run_and_every_shape_of_the_page_is_drawn() {
    let packet = people::packet();
    let laid = lay_out_packet(&packet, Paper::A4, &Fonts::bundled_only());
    let unseen = |c: char| c.is_whitespace() || matches!(c, '\u{2066}'..='\u{2069}');
    for (place, page) in pages(&packet).iter().enumerate() {
        let svg = laid.preview(u32::try_from(place).unwrap() + 1).svg;
        let runs = page.items.iter().filter_map(|placed| match &placed.item {
            Item::Text(run) => Some(run),
            Item::Shape(..) => None,
        });
        let drawn: Vec<&str> = svg.split("<path ").skip(1).collect();
        assert_eq!(drawn.len(), page.items.len() + 1, "the sheet, and a path each");
        let first = drawn.len() - runs.clone().count();
        for (run, drawn) in runs.zip(&drawn[first..]) {
            assert_eq!(drawn.contains("d=\"M"), !run.text.chars().all(unseen), "{:?}", run.text);
        }
    }
}
