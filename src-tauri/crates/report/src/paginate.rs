//! Strips to pages: what stays together stays, table heads are repeated, boxes get their grounds, feet their numbers.

use crate::{
    blocks::{Align, Document, Span, Style, isolate},
    display::{Entry, Ink, Page, Placed},
    fonts::Selection,
    layout::{BAR, Strip, Strips, line_items, rect},
    text::Typesetter,
};

const fn mm(length: f32) -> f32 {
    length * 72.0 / 25.4
}

/// The block of text, the same on A4 and on Letter: the shorter of their sides, less 20 mm on each.
pub(crate) const BLOCK: (f32, f32) = (mm(170.0), mm(239.4));
/// From the end of the block to the baseline of the foot.
const FOOT: f32 = 24.0;
/// From the mark's baseline to the block.
const MARK: f32 = 22.0;

/// Pages of a sheet of this size.
pub(crate) fn pages(document: &Document, sheet: (f32, f32), selection: &Selection) -> Vec<Page> {
    let (sheet, block) = if document.landscape { ((sheet.1, sheet.0), (BLOCK.1, BLOCK.0)) } else { (sheet, BLOCK) };
    let mut types = Typesetter::new(selection);
    let mut strips = Strips::default();
    strips.add(&document.blocks, block.0, &mut types);
    let mut pages = Pages::new(block, &strips).fill();
    let (left, top) = (((sheet.0 - block.0) / 2.0), (sheet.1 - block.1) * 0.46);
    let count = pages.len();
    for (number, page) in pages.iter_mut().enumerate() {
        foot(document, page, block, (number + 1, count), &mut types);
        page.width = sheet.0;
        page.height = sheet.1;
        for placed in &mut page.items {
            placed.x += left;
            placed.y += top;
        }
        page.entries.iter_mut().for_each(|(_, y)| *y += top);
    }
    pages
}

struct Pages<'a> {
    size: (f32, f32),
    strips: &'a Strips,
    done: Vec<Page>,
    page: Page,
    y: f32,
    /// The box that is open on this page, and where it began.
    open: Option<(usize, f32)>,
    grounds: Vec<Placed>,
}

impl<'a> Pages<'a> {
    fn new(size: (f32, f32), strips: &'a Strips) -> Self {
        Self { size, strips, done: Vec::new(), page: Page::default(), y: 0.0, open: None, grounds: Vec::new() }
    }

    fn fill(mut self) -> Vec<Page> {
        let all = &self.strips.strips;
        let mut start = 0;
        while start < all.len() {
            // What may not be parted.
            let end = start + all[start..].iter().take_while(|strip| strip.with_next).count() + 1;
            let chunk = &all[start..end.min(all.len())];
            if chunk[0].new_page && self.y > 0.0 {
                self.turn();
            }
            let height: f32 = chunk.iter().map(|strip| strip.before + strip.height).sum();
            let whole = height - chunk[0].before;
            if self.y > 0.0 && self.y + height > self.size.1 && whole <= self.size.1 - self.head_height(&chunk[0]) {
                self.turn();
            }
            for strip in chunk {
                // Only in a chunk that is higher than a page.
                if self.y > 0.0 && self.y + strip.before + strip.height > self.size.1 {
                    self.turn();
                }
                self.place(strip);
            }
            start = end;
        }
        self.turn();
        self.done
    }

    fn head_height(&self, strip: &Strip) -> f32 {
        strip.table.map_or(0.0, |table| self.strips.heads[table].iter().map(|head| head.height).sum())
    }

    fn place(&mut self, strip: &Strip) {
        if self.y == 0.0 {
            if strip.divider {
                return;
            }
            self.repeat_head(strip);
        }
        let top = self.y + if self.y > 0.0 { strip.before } else { 0.0 };
        if self.open.map(|(place, _)| place) != strip.boxed {
            self.close();
            self.open = strip.boxed.map(|place| (place, top));
        }
        for placed in &strip.items {
            self.page.items.push(Placed { x: placed.x, y: placed.y + top, item: placed.item.clone() });
        }
        self.page.entries.extend(strip.entries.iter().map(|entry: &Entry| (entry.clone(), top)));
        self.y = top + strip.height;
    }

    /// A table that goes on from the page before shows its head again.
    fn repeat_head(&mut self, strip: &Strip) {
        let goes_on = strip.table.filter(|table| {
            self.done.last().is_some() && !self.strips.heads[*table].is_empty() && !self.is_head(strip, *table)
        });
        if let Some(table) = goes_on {
            for head in &self.strips.heads[table] {
                let top = self.y;
                for placed in &head.items {
                    self.page.items.push(Placed { x: placed.x, y: placed.y + top, item: placed.item.clone() });
                }
                self.y += head.height;
            }
        }
    }

    fn is_head(&self, strip: &Strip, table: usize) -> bool {
        self.strips.heads[table].first().is_some_and(|head| head.items == strip.items)
    }

    /// Draws the ground of the open box, down to here.
    fn close(&mut self) {
        if let Some((place, from)) = self.open.take() {
            if self.y - from < 0.1 {
                return;
            }
            let (ground, bar) = self.strips.boxes[place];
            self.grounds.push(rect(0.0, from, self.size.0, self.y - from, ground));
            self.grounds.push(rect(0.0, from, BAR, self.y - from, bar));
        }
    }

    fn turn(&mut self) {
        let open = self.open.map(|(place, _)| place);
        self.close();
        // A box that goes on does so from the top of the next page.
        self.open = open.map(|place| (place, 0.0));
        let mut page = std::mem::take(&mut self.page);
        // Grounds lie under what stands on them.
        page.items.splice(0..0, std::mem::take(&mut self.grounds));
        self.done.push(page);
        self.y = 0.0;
    }
}

/// The foot of a page, and the mark at its head where the document has one.
fn foot(document: &Document, page: &mut Page, block: (f32, f32), number: (usize, usize), types: &mut Typesetter<'_>) {
    let rule = block.1 + FOOT - 14.0;
    page.items.push(rect(0.0, rule, block.0, 0.5, Ink::Rule));
    let right = [Span::new(format!("{}  ·  Page {} of {}", document.id, number.0, number.1), Style::TINY)];
    let room = types.width(&right) + 16.0;
    let set = types.set(&right, block.0, Align::Right);
    line_items(&set, 0, 0.0, block.1 + FOOT - set.baseline, &mut page.items);
    let left = shorten(&document.foot, block.0 - room, types);
    let set = types.set(&left, block.0, Align::Left);
    line_items(&set, 0, 0.0, block.1 + FOOT - set.baseline, &mut page.items);
    if let Some(mark) = &document.mark {
        let words = [Span::new(mark.as_str(), Style::LABEL.ink(Ink::Flag))];
        let width = types.width(&words);
        let set = types.set(&words, block.0, Align::Left);
        page.items.push(rect(0.0, -MARK - 9.5, width + 12.0, 14.0, Ink::FlagTint));
        line_items(&set, 0, 6.0, -MARK - set.baseline, &mut page.items);
    }
}

/// A name as far as there is room for it; page 1 has it in full.
fn shorten(text: &str, room: f32, types: &mut Typesetter<'_>) -> [Span; 1] {
    use unicode_segmentation::UnicodeSegmentation;
    let whole = [Span::new(isolate(text), Style::TINY)];
    if types.width(&whole) <= room {
        return whole;
    }
    let clusters: Vec<&str> = text.graphemes(true).collect();
    let (mut fits, mut over) = (0, clusters.len());
    while fits + 1 < over {
        let middle = usize::midpoint(fits, over);
        let tried = [Span::new(isolate(&format!("{}…", clusters[..middle].concat())), Style::TINY)];
        if types.width(&tried) <= room { fits = middle } else { over = middle }
    }
    [Span::new(isolate(&format!("{}…", clusters[..fits].concat().trim_end())), Style::TINY)]
}
