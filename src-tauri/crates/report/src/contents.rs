//! The contents: a line a section with its page, which leads there. Two columns beside their label, so that they find room on
//! the first page.

use crate::{
    blocks::{Align, Para, Span, Style, isolate},
    display::{Ink, Item, Link, Page},
    layout::{RULE, Strip, para_lines, rect},
    structure::{FURNITURE, ParaTags, Role, Structure},
    text::Typesetter,
};

/// Above and below a line.
const PAD: f32 = 1.5;
/// What the number of a page takes at the right.
const NUMBER: f32 = 30.0;
/// What the label takes at the left.
const LABEL: f32 = 62.0;
/// Lines that a title may take in a column.
const LINES: usize = 3;
/// Above the contents.
const BEFORE: f32 = 10.0;
/// Between the columns.
const GAP: f32 = 24.0;

/// The lines of the contents. The pages' numbers come when there are pages.
pub(crate) fn strips(
    label: &str,
    titles: &[String],
    width: f32,
    structure: &mut Structure,
    types: &mut Typesetter<'_>,
) -> Vec<Strip> {
    let head = structure.add(Role::Para, FURNITURE);
    let label = Para::text(label, Style::LABEL);
    structure.read_as(head, &label.spans);
    let all = structure.add(Role::Contents, FURNITURE);
    let mut column = (width - LABEL - GAP) / 2.0;
    // Titles that are long beyond all measure have the whole width.
    let long = |title: &String| types.set(&title_of(title).spans, column - NUMBER, Align::Left).lines.len() > LINES;
    let mut rows = titles.len().div_ceil(2);
    if titles.iter().any(long) {
        (column, rows) = (width - LABEL, titles.len());
    }
    let mut strips: Vec<Strip> =
        (1..=rows).map(|row| Strip { height: PAD * 2.0, with_next: row < rows, ..Strip::default() }).collect();
    for (title, section) in titles.iter().zip(1_usize..) {
        let line = structure.add(Role::ContentsLine, all);
        let reference = structure.add(Role::Reference, line);
        let tag = structure.add(Role::Link, reference);
        let para = title_of(title);
        structure.read_as(tag, &para.spans);
        // Down the first column, then down the second.
        let strip = &mut strips[(section - 1) % rows];
        let x = LABEL + if section > rows { column + GAP } else { 0.0 };
        let mut height = PAD;
        let first = strip.items.len();
        for (of_line, mut items) in para_lines(&para, column - NUMBER, ParaTags { mark: FURNITURE, text: tag }, types) {
            items.iter_mut().for_each(|placed| (placed.x, placed.y) = (placed.x + x, placed.y + height));
            strip.items.append(&mut items);
            height += of_line;
        }
        height += PAD;
        let is_text = |placed: &&crate::display::Placed| matches!(placed.item, Item::Text(_));
        let baseline = strip.items[first..].iter().find(is_text).map_or(0.0, |text| text.y);
        strip.height = strip.height.max(height);
        strip.links.push(Link { x, y: 0.0, width: column, height, baseline, tag, section, title: title.clone() });
    }
    // On the baseline of the first title.
    if let Some(first) = strips.first_mut() {
        first.before = BEFORE;
        let baseline = first.links.first().map_or(0.0, |link| link.baseline);
        let lines = para_lines(&label, LABEL - 6.0, ParaTags { mark: FURNITURE, text: head }, types);
        let mut height = 0.0;
        for (of_line, mut items) in lines {
            let raised = items.first().map_or(0.0, |placed| placed.y);
            let y = if height == 0.0 { baseline - raised } else { height };
            items.iter_mut().for_each(|placed| placed.y += y);
            height = y + of_line;
            first.items.append(&mut items);
        }
        first.height = first.height.max(height);
    }
    for strip in &mut strips {
        for place in 0..strip.links.len() {
            strip.links[place].height = strip.height;
            strip.items.push(rect(strip.links[place].x, strip.height - RULE, column, RULE, Ink::Rule));
        }
    }
    strips
}

fn title_of(title: &str) -> Para {
    Para::text(isolate(title), Style::TABLE)
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
