//! Strips to pages: what stays together stays, table heads are repeated, boxes get their grounds, feet their numbers.

use crate::{
    blocks::{Align, Document, Span, Style, isolate},
    contents,
    display::{Entry, Ink, Link, Page, Placed},
    fonts::Selection,
    labels::Say,
    layout::{BAR, PITCH, Strip, Strips, TOGETHER, line, line_items, rect},
    structure::{FURNITURE, Structure, Tag},
    text::{ENDLESS, Typesetter},
    turning::{Start, fill},
    watch::Watch,
};

const fn mm(length: f32) -> f32 {
    length * 72.0 / 25.4
}

/// The block of text, the same on A4 and on Letter: the shorter of their sides, less 20 mm on each.
pub(crate) const BLOCK: (f32, f32) = (mm(170.0), mm(239.4));
/// From the end of the block to the baseline of the foot.
const FOOT: f32 = 24.0;
/// From there to the line about the data.
const DATA: f32 = 10.0;
/// From there to the line about who signed.
const SIGNED: f32 = 9.0;
/// From the mark's baseline to the block.
const MARK: f32 = 22.0;
/// A line to write a name on, at the head of a page.
const NAME: f32 = 110.0;

/// Pages of a sheet of this size, and what they say as a tree.
pub(crate) fn pages(
    document: &Document,
    sheet: (f32, f32),
    selection: &Selection,
    watch: &dyn Watch,
) -> (Vec<Page>, Structure) {
    let (sheet, block) = if document.landscape { ((sheet.1, sheet.0), (BLOCK.1, BLOCK.0)) } else { (sheet, BLOCK) };
    let mut types = Typesetter::new(selection, watch);
    let mut strips = Strips::of_pages(block.1);
    strips.add(&document.blocks, block.0, &mut types);
    let filled = fill(block, &strips, types.stopped());
    let (left, top) = (((sheet.0 - block.0) / 2.0), (sheet.1 - block.1) * 0.46);
    let count = filled.len();
    let sections = contents::sections(filled.iter().map(|(page, _)| page));
    let mut pages = Vec::with_capacity(count);
    for (number, (mut page, running)) in filled.into_iter().enumerate() {
        if types.stopped() {
            break;
        }
        for link in page.links.clone() {
            let Some((to, _)) = sections.get(link.section) else { continue };
            let words = contents::number(*to);
            let x = link.x + link.width - types.width(&words);
            put_as(&words, (x, link.baseline), link.tag, &mut page, &mut types);
        }
        let mut room = block.0 - mark(document, &mut page, block, &mut types);
        // The first page asks for more, where it begins.
        if document.by_hand && number > 0 {
            room -= names(document.say, &mut page, room, &mut types);
        }
        head(&running, &mut page, (room, document.say), &mut types);
        foot(document, &mut page, block, (number + 1, count), &mut types);
        page.width = sheet.0;
        page.height = sheet.1;
        for placed in &mut page.items {
            placed.x += left;
            placed.y += top;
        }
        page.entries.iter_mut().for_each(|(_, y)| *y += top);
        for link in &mut page.links {
            (link.x, link.y, link.baseline) = (link.x + left, link.y + top, link.baseline + top);
        }
        pages.push(page);
    }
    (pages, strips.structure)
}

/// The section, and the part of it, that a page begins in the middle of.
#[derive(Debug, Clone, Default)]
pub(crate) struct Running {
    section: Option<String>,
    part: Option<String>,
}

impl Running {
    fn enter(&mut self, entry: &Entry) {
        if entry.level == 0 {
            *self = Self { section: Some(entry.title.clone()), part: None };
        } else {
            self.part = Some(entry.title.clone());
        }
    }

    /// What of it goes on in a strip that begins these entries.
    fn before(&self, entries: &[Entry]) -> Self {
        match entries.iter().map(|entry| entry.level).min() {
            Some(0) => Self::default(),
            Some(_) => Self { section: self.section.clone(), part: None },
            None => self.clone(),
        }
    }
}

pub(crate) struct Pages<'a> {
    pub(crate) size: (f32, f32),
    pub(crate) strips: &'a Strips,
    pub(crate) done: Vec<(Page, Running)>,
    page: Page,
    /// Where the text stands, and what of it this page began in.
    running: Running,
    began: Running,
    pub(crate) y: f32,
    /// Where a page could have ended.
    pub(crate) starts: Vec<Start>,
    /// The strip that begins the last page, where that would have too little otherwise.
    pub(crate) last: Option<usize>,
    /// The box that is open on this page, and where it began.
    open: Option<(usize, f32)>,
    grounds: Vec<Placed>,
}

impl<'a> Pages<'a> {
    pub(crate) fn new(size: (f32, f32), strips: &'a Strips) -> Self {
        Self {
            size,
            strips,
            done: Vec::new(),
            page: Page::default(),
            running: Running::default(),
            began: Running::default(),
            y: 0.0,
            starts: Vec::new(),
            last: None,
            open: None,
            grounds: Vec::new(),
        }
    }

    /// Puts every strip on its page. The last page is not turned.
    pub(crate) fn fill(&mut self) {
        let all = &self.strips.strips;
        let mut start = 0;
        while start < all.len() {
            // What may not be parted.
            let end = start + all[start..].iter().take_while(|strip| strip.with_next).count() + 1;
            let end = self.last.filter(|last| (start + 1..end).contains(last)).unwrap_or(end);
            let mut chunk = &all[start..end.min(all.len())];
            if self.begins_page(start) {
                self.turn();
            }
            let height: f32 = chunk.iter().map(|strip| strip.before + strip.height).sum();
            let whole = height - chunk[0].before;
            // Room to write that there need not be.
            if chunk.iter().any(|strip| strip.to_end == Some(0)) && self.y + height > self.size.1 {
                start = end;
                continue;
            }
            if self.y > 0.0 && self.y + height > self.size.1 && whole <= self.size.1 - self.head_height(&chunk[0]) {
                match self.parted(chunk) {
                    Some(count) => chunk = &chunk[..count],
                    None => self.turn(),
                }
            }
            self.starts.push(Start { strip: start, page: self.done.len(), y: self.y });
            for (strip, at) in chunk.iter().zip(start..) {
                if strip.last_row && at > start {
                    self.starts.push(Start { strip: at, page: self.done.len(), y: self.y });
                }
                // Only in a chunk that is higher than a page.
                if self.y > 0.0 && self.y + strip.before + strip.height > self.size.1 {
                    self.turn();
                }
                self.place(strip);
            }
            start += chunk.len();
        }
    }

    pub(crate) fn head_height(&self, strip: &Strip) -> f32 {
        strip.table.map_or(0.0, |table| self.strips.heads[table].iter().map(|head| head.height).sum())
    }

    fn place(&mut self, strip: &Strip) {
        if self.y == 0.0 {
            if strip.divider {
                return;
            }
            self.began = self.running.before(&strip.entries);
            self.repeat_head(strip);
        }
        strip.entries.iter().for_each(|entry| self.running.enter(entry));
        let top = self.y + if self.y > 0.0 { strip.before } else { 0.0 };
        if self.open.map(|(place, _)| place) != strip.boxed {
            self.close();
            self.open = strip.boxed.map(|place| (place, top));
        }
        for placed in &strip.items {
            self.page.items.push(Placed { y: placed.y + top, ..placed.clone() });
        }
        let links = strip.links.iter().cloned();
        self.page.links.extend(links.map(|link| Link { y: top, baseline: top + link.baseline, ..link }));
        self.page.entries.extend(strip.entries.iter().map(|entry: &Entry| (entry.clone(), top)));
        self.y = top + strip.height;
        if let Some(least) = strip.to_end
            && TOGETHER + self.rule() < least
        {
            self.turn();
            self.began = self.running.clone();
            self.rule();
        }
    }

    /// Draws lines to write on to the end of the page. Returns how many.
    fn rule(&mut self) -> u32 {
        let mut count = 0;
        while self.y + PITCH <= self.size.1 {
            self.page.items.push(line(self.y, self.size.0));
            self.y += PITCH;
            count += 1;
        }
        count
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
                    self.page.items.push(Placed { y: placed.y + top, tag: FURNITURE, ..placed.clone() });
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

    pub(crate) fn turn(&mut self) {
        let open = self.open.map(|(place, _)| place);
        self.close();
        // A box that goes on does so from the top of the next page.
        self.open = open.map(|place| (place, 0.0));
        let mut page = std::mem::take(&mut self.page);
        // Grounds lie under what stands on them.
        page.items.splice(0..0, std::mem::take(&mut self.grounds));
        self.done.push((page, std::mem::take(&mut self.began)));
        self.y = 0.0;
    }
}

/// The mark at the head of every page, where the document has one. Returns the room that it takes.
fn mark(document: &Document, page: &mut Page, block: (f32, f32), types: &mut Typesetter<'_>) -> f32 {
    let Some(mark) = &document.mark else { return 0.0 };
    let words = [Span::new(mark.as_str(), Style::LABEL.ink(Ink::Flag))];
    let width = types.width(&words) + 12.0;
    page.items.push(rect(block.0 - width, -MARK - 9.5, width, 14.0, Ink::FlagTint));
    put(&words, (block.0 - width + 6.0, -MARK), page, types);
    width + 12.0
}

/// Lines to write both names on, at the head of a page. Returns the room that they take.
fn names(say: Say, page: &mut Page, width: f32, types: &mut Typesetter<'_>) -> f32 {
    let mut end = width;
    for key in ["guide.interviewer", "guide.candidate"] {
        let words = [Span::new(say.text(key), Style::TINY)];
        let label = types.width(&words) + 4.0;
        page.items.push(rect(end - NAME, -MARK + 2.0, NAME, 0.5, Ink::Quiet));
        put(&words, (end - NAME - label, -MARK), page, types);
        end -= NAME + label + 12.0;
    }
    width - end
}

/// At the head of a page that begins in the middle of something: of what.
fn head(running: &Running, page: &mut Page, (room, say): (f32, Say), types: &mut Typesetter<'_>) {
    let Some(section) = &running.section else { return };
    let style = Style::TABLE.ink(Ink::Quiet);
    let end = Span::new(say.text("page.continued"), style);
    let join = Span::new("   ", style);
    let strong = style.strong();
    let Some(part) = &running.part else {
        let words = shorten(section, strong, room - types.width(std::slice::from_ref(&end)), types);
        return put(&[words, end], (0.0, -MARK), page, types);
    };
    let mut words = [Span::new(section.as_str(), strong), join, Span::new(part.as_str(), style), end];
    if types.width(&words) > room {
        // Spaces alone would be at the end of a line, and take no room.
        let left = room - types.width(&[words[1].clone(), words[3].clone()]);
        words[0] = shorten(section, strong, left * 0.45, types);
        words[2] = shorten(part, style, left - types.width(&words[..1]), types);
    }
    put(&words, (0.0, -MARK), page, types);
}

/// The foot of a page.
fn foot(document: &Document, page: &mut Page, block: (f32, f32), number: (usize, usize), types: &mut Typesetter<'_>) {
    let rule = block.1 + FOOT - 14.0;
    page.items.push(rect(0.0, rule, block.0, 0.5, Ink::Rule));
    let of = document.say.with("page.number", &[("n", &number.0), ("all", &number.1)]);
    let right = [Span::new(format!("{}  ·  {of}", document.id), Style::TINY)];
    let width = types.width(&right);
    put(&right, (block.0 - width, block.1 + FOOT), page, types);
    let left = [shorten(&document.foot, Style::TINY, block.0 - width - 16.0, types)];
    put(&left, (0.0, block.1 + FOOT), page, types);
    data_line(document, page, block, types);
}

/// Below the foot: the whole hash of the data in the file, and who signed.
fn data_line(document: &Document, page: &mut Page, block: (f32, f32), types: &mut Typesetter<'_>) {
    let data = block.1 + FOOT + DATA;
    let say = document.say;
    let hash = say.with("page.data", &[("hash", &document.hash)]);
    let Some(signer) = &document.signer else {
        let unsigned = say.text("page.unsigned");
        return put(&[Span::new(format!("{hash}  ·  {unsigned}"), Style::TINY)], (0.0, data), page, types);
    };
    put(&[Span::new(hash, Style::TINY)], (0.0, data), page, types);
    let with_key = |key: &'static str| Span::new(say.with(key, &[("fingerprint", &signer.fingerprint())]), Style::TINY);
    let words = if signer.name.is_empty() {
        vec![with_key("page.signed_by_key")]
    } else {
        let (by, key) = (Span::new(say.text("page.signed_by"), Style::TINY), with_key("page.fingerprint"));
        let room = block.0 - types.width(std::slice::from_ref(&by)) - types.width(std::slice::from_ref(&key));
        vec![by, shorten(&signer.name, Style::TINY, room, types), key]
    };
    put(&words, (0.0, data + SIGNED), page, types);
}

/// One line of text from here that is no part of the document; `y` is its baseline.
fn put(words: &[Span], at: (f32, f32), page: &mut Page, types: &mut Typesetter<'_>) {
    put_as(words, at, FURNITURE, page, types);
}

/// One line of text from here; `y` is its baseline.
fn put_as(words: &[Span], (x, y): (f32, f32), tag: Tag, page: &mut Page, types: &mut Typesetter<'_>) {
    let set = types.set(words, ENDLESS, Align::Left);
    let rise = set.lines.first().map_or(0.0, |line| line.rise);
    line_items(&set, 0, (x, y - set.baseline - rise), tag, &mut page.items);
}

/// A text as far as there is room for it; it stands in full elsewhere.
fn shorten(text: &str, style: Style, room: f32, types: &mut Typesetter<'_>) -> Span {
    use unicode_segmentation::UnicodeSegmentation;
    let whole = Span::new(isolate(text), style);
    if types.width(std::slice::from_ref(&whole)) <= room {
        return whole;
    }
    let clusters: Vec<&str> = text.graphemes(true).collect();
    let cut = |count: usize| Span::new(isolate(&format!("{}…", clusters[..count].concat().trim_end())), style);
    let (mut fits, mut over) = (0, clusters.len());
    while fits + 1 < over {
        let middle = usize::midpoint(fits, over);
        if types.width(&[cut(middle)]) <= room { fits = middle } else { over = middle }
    }
    cut(fits)
}
