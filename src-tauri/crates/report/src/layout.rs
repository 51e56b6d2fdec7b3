//! Blocks to strips: each a line of a paragraph, a row of a table or a space, with what it may be parted from.

use std::rc::Rc;

use crate::{
    blocks::{Align, Block, Mark, Para},
    contents,
    display::{Entry, Ink, Item, Link, Placed, Shape},
    fonts::Weight,
    structure::{FURNITURE, Flow, ParaTags, Structure, Tag},
    table,
    text::{Lines, Typesetter},
};

/// The thickness of rules.
pub(crate) const RULE: f32 = 0.5;
/// Space inside a box.
const PAD: f32 = 8.0;
/// A page of which more than this is used is no page for a further part.
pub(crate) const USED: f32 = 0.6;
/// A box's bar, and what it takes from the measure at the left.
pub(crate) const BAR: f32 = 2.5;
const BAR_PAD: f32 = 12.0;

/// What begins a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// This strip, always.
    Always,
    /// The part that it begins, unless much of the page before is free, or there is room for all of it.
    Part,
    /// Rather what stands before it.
    Joined,
}

/// A strip across the measure that is on one page as a whole.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    /// Space above, dropped at the top of a page.
    pub before: f32,
    pub height: f32,
    /// From the strip's top left corner.
    pub items: Vec<Placed>,
    /// Whether it stays on the page of the next strip.
    pub with_next: bool,
    /// The last row of a table, which may only part from the row before where more than the table follows on its page.
    pub last_row: bool,
    /// Whether it may part from that all the same, where its page would end too early.
    pub loose: bool,
    /// Which box it stands in.
    pub boxed: Option<usize>,
    /// Which table it is a row of, whose head is repeated.
    pub table: Option<usize>,
    /// Whether it begins a page.
    pub turn: Option<Turn>,
    /// A rule between two parts: nothing to part at the top of a page.
    pub divider: bool,
    pub entries: Vec<Entry>,
    /// The sections that it leads to.
    pub links: Vec<Link>,
    /// Its lines go on to the end of the page, and over the next one where they are fewer than this.
    pub to_end: Option<u32>,
}

/// All strips of a document, with what they refer to.
#[derive(Debug, Default)]
pub(crate) struct Strips {
    pub strips: Vec<Strip>,
    /// Ground and bar of each box.
    pub boxes: Vec<(Ink, Ink)>,
    /// The head of each table.
    pub heads: Vec<Vec<Strip>>,
    /// What the strips' items belong to.
    pub structure: Structure,
    waiting: Vec<Entry>,
    turn: Option<Turn>,
    /// How high a page is, and how high all strips are together, with what pages that end early leave empty.
    page: f32,
    height: f32,
}

impl Strips {
    /// For pages of this height.
    pub(crate) fn of_pages(height: f32) -> Self {
        Self { page: height, ..Self::default() }
    }

    /// Lays blocks out in this measure.
    pub(crate) fn add(&mut self, blocks: &[Block], width: f32, types: &mut Typesetter<'_>) {
        let mut flow = Flow::new(FURNITURE);
        for block in blocks {
            if types.stopped() {
                break;
            }
            if !matches!(block, Block::Para(_) | Block::Entry(_)) {
                flow.end_list();
            }
            match block {
                Block::Para(para) => {
                    let tags = flow.para(para, &mut self.structure);
                    para_strips(para, width, tags, types).into_iter().for_each(|strip| self.push(strip));
                }
                Block::Table(table) => {
                    let place = self.heads.len();
                    self.heads.push(Vec::new());
                    let (head, rows) = table::strips(table, place, &mut self.structure, types);
                    self.heads[place].clone_from(&head);
                    head.into_iter().chain(rows).for_each(|strip| self.push(strip));
                }
                Block::Boxed { ground, bar, before, blocks } => {
                    self.boxed((*ground, *bar), *before, blocks, width, types);
                }
                Block::Rule { before } => self.push(Strip {
                    before: *before,
                    height: RULE,
                    items: vec![rect(0.0, 0.0, width, RULE, Ink::Rule)],
                    with_next: true,
                    divider: true,
                    ..Strip::default()
                }),
                Block::Ruled { least, to_end } => self.push(ruled(*least, *to_end, width)),
                Block::Contents(label, titles) => {
                    let lines = contents::strips(label, titles, width, &mut self.structure, types);
                    lines.into_iter().for_each(|strip| self.push(strip));
                }
                Block::NewPage => self.turn = Some(Turn::Always),
                Block::NewPart => self.turn = Some(Turn::Part),
                Block::Joined => self.turn = Some(Turn::Joined),
                Block::Entry(entry) => self.waiting.push(entry.clone()),
            }
            types.full((self.height / self.page) as u32);
        }
    }

    fn push(&mut self, mut strip: Strip) {
        strip.entries.append(&mut self.waiting);
        strip.turn = strip.turn.or(self.turn.take());
        let used = self.height % self.page;
        let turns = match strip.turn {
            Some(Turn::Always) => used > 0.0,
            Some(Turn::Part) => used > self.page * USED,
            Some(Turn::Joined) | None => false,
        };
        if turns {
            self.height = (self.height / self.page).ceil() * self.page;
        }
        self.height += strip.before + strip.height;
        self.strips.push(strip);
    }

    fn boxed(&mut self, inks: (Ink, Ink), before: f32, blocks: &[Block], width: f32, types: &mut Typesetter<'_>) {
        let place = self.boxes.len();
        self.boxes.push(inks);
        let first = self.strips.len();
        self.push(Strip { before, height: PAD, with_next: true, boxed: Some(place), ..Strip::default() });
        self.add(blocks, width - BAR_PAD - PAD, types);
        if let Some(last) = self.strips.last_mut() {
            last.with_next = true;
        }
        self.push(Strip { height: PAD, ..Strip::default() });
        for strip in &mut self.strips[first + 1..] {
            strip.boxed = Some(place);
            for placed in &mut strip.items {
                placed.x += BAR_PAD;
            }
        }
    }
}

/// The distance of lines to write on by hand: 6.5 mm, between narrow and common notebooks.
pub(crate) const PITCH: f32 = 18.43;
/// So many lines to write on are never parted.
pub(crate) const TOGETHER: u32 = 2;

/// A line to write on, its space above it.
pub(crate) fn line(y: f32, width: f32) -> Placed {
    rect(0.0, y + PITCH - RULE, width, RULE, Ink::Rule)
}

fn ruled(least: u32, to_end: bool, width: f32) -> Strip {
    let count = if to_end { TOGETHER } else { least };
    let items = (0..count).map(|place| line(place as f32 * PITCH, width)).collect();
    Strip { height: count as f32 * PITCH, items, to_end: to_end.then_some(least), ..Strip::default() }
}

/// A filled rectangle.
pub(crate) fn rect(x: f32, y: f32, width: f32, height: f32, ink: Ink) -> Placed {
    Placed { x, y, item: Item::Shape(Shape::Rect { width, height }, ink), tag: FURNITURE }
}

/// The runs of one line, its top at `y`.
pub(crate) fn line_items(lines: &Lines, place: usize, (x, y): (f32, f32), tag: Tag, items: &mut Vec<Placed>) {
    let Some(line) = lines.lines.get(place) else { return };
    items.extend(line.runs.iter().map(|run| Placed {
        x: x + run.x,
        y: y + lines.baseline + line.rise,
        item: Item::Text(Rc::clone(run)),
        tag,
    }));
}

/// The lines of a paragraph with its mark, each with its height.
pub(crate) fn para_lines(
    para: &Para,
    width: f32,
    tags: ParaTags,
    types: &mut Typesetter<'_>,
) -> Vec<(f32, Vec<Placed>)> {
    let lines = types.set(&para.spans, width - para.indent, para.align);
    let mark = match &para.mark {
        Some(Mark::Text(spans)) => Some(types.set(spans, para.indent - 4.0, Align::Left)),
        _ => None,
    };
    let count = lines.lines.len().max(mark.as_ref().map_or(0, |mark| mark.lines.len()));
    (0..count)
        .map(|place| {
            let mut items = Vec::new();
            let (rise, fall) = lines.lines.get(place).map_or((0.0, 0.0), |line| (line.rise, line.fall));
            let baseline = lines.baseline + rise;
            // The baselines of mark and text are one.
            if let Some(mark) = &mark {
                let raised = mark.lines.get(place).map_or(0.0, |line| line.rise);
                line_items(mark, place, (0.0, baseline - mark.baseline - raised), tags.mark, &mut items);
            }
            match &para.mark {
                Some(Mark::Strip(level)) if place == 0 => strip_items(*level, baseline, &mut items),
                Some(Mark::Flag) if place == 0 => items.push(Placed {
                    x: 1.0,
                    y: baseline - 7.0,
                    item: Item::Shape(Shape::Flag { height: 8.0 }, Ink::Flag),
                    tag: FURNITURE,
                }),
                Some(Mark::Tick(ink)) if place == 0 => tick_items(*ink, baseline, &mut items),
                _ => {}
            }
            line_items(&lines, place, (para.indent, 0.0), tags.text, &mut items);
            if place > 0 && is_code(para) {
                goes_on(para.indent, baseline, &mut items);
            }
            (lines.leading + rise + fall, items)
        })
        .collect()
}

fn is_code(para: &Para) -> bool {
    para.spans.iter().any(|span| span.style.weight == Weight::Mono)
}

/// Before a line of code that goes on from the line above: a hooked arrow. Drawn, so that nothing of it is copied with the
/// code.
fn goes_on(indent: f32, baseline: f32, items: &mut Vec<Placed>) {
    const THICK: f32 = 0.7;
    // The arrow's head, its tip at the right, in steps that are finer than a printer's dots.
    const HEAD: f32 = 2.7;
    const RISE: f32 = 1.8;
    const STEPS: u8 = 9;
    let (left, right, foot) = (indent - 9.0, indent - 3.2, baseline - 2.4);
    items.push(rect(left, foot - 4.8, THICK, 4.8 + THICK / 2.0, Ink::Quiet));
    items.push(rect(left, foot - THICK / 2.0, right - left - HEAD, THICK, Ink::Quiet));
    let step = HEAD / f32::from(STEPS);
    for place in 0..STEPS {
        let half = RISE * (1.0 - (f32::from(place) + 0.5) / f32::from(STEPS));
        items.push(rect(right - HEAD + f32::from(place) * step, foot - half, step, half * 2.0, Ink::Quiet));
    }
}

/// Five places on a line, the rated one filled and taller: it reads in grey, too.
fn strip_items(level: Option<u8>, baseline: f32, items: &mut Vec<Placed>) {
    for place in 1..=5_u8 {
        let filled = level == Some(place);
        let height = if filled { 7.0 } else { 3.0 };
        let ink = if filled { Ink::Accent } else { Ink::Track };
        items.push(rect(f32::from(place - 1) * 4.6, baseline - 3.1 - height / 2.0, 3.8, height, ink));
    }
}

/// An empty box of 8 points, drawn by its four sides.
fn tick_items(ink: Ink, baseline: f32, items: &mut Vec<Placed>) {
    const SIDE: f32 = 8.0;
    const THICK: f32 = 0.7;
    let top = baseline - SIDE + 1.0;
    for (x, y, width, height) in [
        (0.0, 0.0, SIDE, THICK),
        (0.0, SIDE - THICK, SIDE, THICK),
        (0.0, 0.0, THICK, SIDE),
        (SIDE - THICK, 0.0, THICK, SIDE),
    ] {
        items.push(rect(x, top + y, width, height, ink));
    }
}

fn para_strips(para: &Para, width: f32, tags: ParaTags, types: &mut Typesetter<'_>) -> Vec<Strip> {
    let lines = para_lines(para, width, tags, types);
    let count = lines.len();
    lines
        .into_iter()
        .enumerate()
        .map(|(place, (height, items))| Strip {
            before: if place == 0 { para.before } else { 0.0 },
            height,
            items,
            // Neither the first line alone at the foot of a page nor the last alone at the head of one.
            with_next: if place + 1 == count { para.with_next } else { place == 0 || place + 2 == count },
            loose: place + 1 == count && para.loose,
            ..Strip::default()
        })
        .collect()
}
