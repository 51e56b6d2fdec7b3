//! The contents: a line a section with its page, which leads there.

use crate::{
    blocks::{Para, Span, Style, isolate},
    display::{Ink, Item, Link, Page},
    layout::{RULE, Strip, para_lines, rect},
    structure::{FURNITURE, ParaTags, Role, Structure},
    text::Typesetter,
};

/// Above and below a line.
const PAD: f32 = 3.0;
/// What the number of a page takes at the right.
const NUMBER: f32 = 40.0;

/// The lines of the contents. The pages' numbers come when there are pages.
pub(crate) fn strips(
    titles: &[String],
    width: f32,
    structure: &mut Structure,
    types: &mut Typesetter<'_>,
) -> Vec<Strip> {
    let all = structure.add(Role::Contents, FURNITURE);
    let lines = titles.iter().zip(1_usize..).map(|(title, section)| {
        let line = structure.add(Role::ContentsLine, all);
        let reference = structure.add(Role::Reference, line);
        let tag = structure.add(Role::Link, reference);
        let para = Para::text(isolate(title), Style::TABLE);
        structure.read_as(tag, &para.spans);
        let mut strip = Strip { height: PAD, with_next: section < titles.len(), ..Strip::default() };
        for (height, mut items) in para_lines(&para, width - NUMBER, ParaTags { mark: FURNITURE, text: tag }, types) {
            items.iter_mut().for_each(|placed| placed.y += strip.height);
            strip.items.append(&mut items);
            strip.height += height;
        }
        strip.height += PAD;
        let baseline =
            strip.items.iter().find(|placed| matches!(placed.item, Item::Text(_))).map_or(0.0, |text| text.y);
        strip.items.push(rect(0.0, strip.height - RULE, width, RULE, Ink::Rule));
        let (height, title) = (strip.height, title.clone());
        strip.link = Some(Link { x: 0.0, y: 0.0, width, height, baseline, tag, section, title });
        strip
    });
    lines.collect()
}

/// The number of the page that a link leads to.
pub(crate) fn number(page: usize) -> [Span; 1] {
    [Span::new((page + 1).to_string(), Style::TABLE)]
}

/// Where each section begins: its page, and how far down.
pub(crate) fn sections<'p>(pages: impl Iterator<Item = &'p Page>) -> Vec<(usize, f32)> {
    let of_page = |(number, page): (usize, &'p Page)| {
        page.entries.iter().filter(|(entry, _)| entry.level == 0).map(move |(_, y)| (number, *y))
    };
    pages.enumerate().flat_map(of_page).collect()
}
