//! What a document says, in blocks, before it has pages.

pub(crate) use workbench_domain::text::{is_rtl, isolate};
use workbench_domain::{
    canonical,
    data::{self, Carried},
    signer::Signer,
};

use crate::{
    display::{Entry, Ink},
    fonts::Weight,
    labels::Say,
    seal::Seal,
};

/// How a piece of text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub size: f32,
    pub weight: Weight,
    pub ink: Ink,
}

impl Style {
    const fn new(size: f32, weight: Weight, ink: Ink) -> Self {
        Self { size, weight, ink }
    }

    pub(crate) const BODY: Self = Self::new(10.0, Weight::Regular, Ink::Text);
    /// What is read aloud.
    pub(crate) const PROMPT: Self = Self::new(11.5, Weight::Regular, Ink::Text);
    pub(crate) const QUOTE: Self = Self::new(10.0, Weight::Italic, Ink::Text);
    pub(crate) const NAME: Self = Self::new(26.0, Weight::Strong, Ink::Text);
    pub(crate) const H1: Self = Self::new(16.0, Weight::Strong, Ink::Text);
    pub(crate) const H2: Self = Self::new(11.5, Weight::Strong, Ink::Text);
    pub(crate) const TABLE: Self = Self::new(8.5, Weight::Regular, Ink::Text);
    pub(crate) const SMALL: Self = Self::new(8.5, Weight::Regular, Ink::Quiet);
    pub(crate) const LABEL: Self = Self::new(7.5, Weight::Strong, Ink::Quiet);
    /// Some 76 characters in a line of notes.
    pub(crate) const CODE: Self = Self::new(8.5, Weight::Mono, Ink::Text);
    pub(crate) const TINY: Self = Self::new(7.5, Weight::Regular, Ink::Quiet);

    pub(crate) const fn strong(mut self) -> Self {
        self.weight = Weight::Strong;
        self
    }

    pub(crate) const fn ink(mut self, ink: Ink) -> Self {
        self.ink = ink;
        self
    }

    /// The distance of baselines: 14 points for 10-point text.
    pub(crate) fn leading(self) -> f32 {
        match self.size {
            size if size <= 7.5 => 10.0,
            size if size <= 8.5 => 12.0,
            size if size <= 10.0 => 14.0,
            size if size <= 11.5 => 15.5,
            size => (size * 1.28).round(),
        }
    }
}

/// A piece of text in one style.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Span {
    pub text: String,
    pub style: Style,
}

impl Span {
    pub(crate) fn new(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style }
    }
}

/// Where the lines of a paragraph stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Align {
    /// By our own left-to-right lines: left.
    #[default]
    Left,
    /// By the text itself: right if its first letter is written from right to left.
    Own,
    /// Figures.
    Right,
    /// The labels of a scale.
    Center,
}

/// What stands beside the first line of a paragraph, in its indent.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mark {
    /// A label.
    Text(Vec<Span>),
    /// Five places, the rated one filled; none filled without a level.
    Strip(Option<u8>),
    /// A red flag.
    Flag,
    /// An empty box, to be ticked by hand.
    Tick(Ink),
}

/// A paragraph. Its text has no line breaks of its own.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Para {
    pub spans: Vec<Span>,
    pub align: Align,
    /// Indent from the left, where the mark stands.
    pub indent: f32,
    pub mark: Option<Mark>,
    /// Space above, dropped at the top of a page.
    pub before: f32,
    /// Whether it stays on the page of what follows.
    pub with_next: bool,
    /// Whether it may part from that all the same, where its page would end too early.
    pub loose: bool,
}

impl Para {
    pub(crate) fn new(spans: Vec<Span>) -> Self {
        Self { spans, ..Self::default() }
    }

    pub(crate) fn text(text: impl Into<String>, style: Style) -> Self {
        Self::new(vec![Span::new(text, style)])
    }

    pub(crate) fn before(mut self, before: f32) -> Self {
        self.before = before;
        self
    }

    pub(crate) fn with_next(mut self) -> Self {
        self.with_next = true;
        self
    }

    /// Stays with what follows, but for where its page would end too early.
    pub(crate) fn loosely_with_next(mut self) -> Self {
        self.loose = true;
        self.with_next()
    }

    pub(crate) fn align(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    pub(crate) fn mark(mut self, indent: f32, mark: Mark) -> Self {
        self.indent = indent;
        self.mark = Some(mark);
        self
    }

    pub(crate) fn indent(mut self, indent: f32) -> Self {
        self.indent = indent;
        self
    }
}

/// A person's text as paragraphs, one for each of its lines. Blank lines stay, but none comes between a head and its text
/// at the foot of a page.
pub(crate) fn free_text(text: &str, style: Style) -> Vec<Para> {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', "    ");
    let para = |line: &str| Para { with_next: line.trim().is_empty(), ..Para::text(line, style).align(Align::Own) };
    text.split('\n').map(para).collect()
}

/// Code as paragraphs, one for each of its lines: its white space says something. A tab goes on to the next fourth column.
pub(crate) fn code(text: &str) -> Vec<Para> {
    let lines = text.split('\n').map(|line| {
        let mut out = String::with_capacity(line.len());
        let mut column = 0;
        for c in line.chars() {
            let width = if c == '\t' { 4 - column % 4 } else { 1 };
            if c == '\t' {
                (0..width).for_each(|_| out.push(' '))
            } else {
                out.push(c)
            }
            column += width;
        }
        out
    });
    // Its lines are read from the left, whatever is written in them.
    free_text(&lines.collect::<Vec<_>>().join("\n"), Style::CODE)
        .into_iter()
        .map(|para| para.align(Align::Left))
        .collect()
}

/// What a table cell holds, from top to bottom.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// Paragraphs.
    Paras(Vec<Para>),
    /// A competency's name; how often each level was given, as columns of dots over the figures 1 to 5; the same in words.
    /// `alternative` is for those who do not see the dots.
    Spread { name: Para, counts: [u32; 5], words: Vec<Para>, alternative: String },
    /// A figure, and from `at` on its values as dots on the scale from 1 to 5, one with how far it may be off.
    Scale { words: Para, at: f32, values: Vec<f32>, error: Option<f32> },
    /// The numbers of tie groups, and a bar for each: those of rows one below the other join.
    Tied { groups: Vec<bool>, words: Para },
    /// A line to write on, with its label below.
    Blank(Para),
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub cells: Vec<Cell>,
    /// Whether it stays on the page of the next row.
    pub with_next: bool,
}

/// A table. Its widths are points and fill the measure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    pub widths: Vec<f32>,
    /// Repeated at the top of every page that the table goes on to.
    pub head: Vec<Row>,
    pub rows: Vec<Row>,
    /// Whether rules part the rows.
    pub rules: bool,
    pub before: f32,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    Para(Para),
    Table(Table),
    /// Blocks on a ground, with a bar at the left.
    Boxed {
        ground: Ink,
        bar: Ink,
        before: f32,
        blocks: Vec<Block>,
    },
    /// A rule across the measure.
    Rule {
        before: f32,
    },
    /// Lines to write on by hand: so many; or to the end of the page, and of the next one where they are fewer than that. Of
    /// none at the least there are some only where there is room.
    Ruled {
        least: u32,
        to_end: bool,
    },
    /// A label, and beside it the titles of the sections after the first one, each with its page and a link to it.
    Contents(String, Vec<String>),
    /// What follows begins a page.
    NewPage,
    /// What follows is a part of its own: it begins a page, unless much of the page before is free, or has room for all of it.
    NewPart,
    /// What follows does not begin a page: something of what stands before it comes with it.
    Joined,
    /// What follows is found in the outline.
    Entry(Entry),
}

/// A document as data, in the form that its hash is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Data {
    /// What it is called in a viewer's list of attachments.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Data {
    pub(crate) fn of<D: Carried>(document: &D) -> Self {
        let mut bytes = data::bytes(document);
        bytes.shrink_to_fit();
        Self { name: format!("{}.json", D::NOUN), bytes }
    }

    pub(crate) fn hash(&self) -> String {
        canonical::hash_bytes(&self.bytes)
    }
}

/// A whole document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Document {
    /// The words of its language.
    pub say: Say,
    /// The title, in the window's title bar.
    pub title: String,
    /// Who wrote what is in it.
    pub author: String,
    /// When it was made, as PDF writes dates.
    pub date: String,
    /// What the foot of every page says at its left: the candidate.
    pub foot: String,
    /// What it says of the document: its id.
    pub id: String,
    /// The whole hash.
    pub hash: String,
    /// What the file carries for programs.
    pub data: Data,
    /// Who signs the file, if anybody does.
    pub signer: Option<Signer>,
    /// What the file is encrypted with, where it has a password.
    pub seal: Option<Seal>,
    /// A mark on every page, where there is one.
    pub mark: Option<String>,
    /// Whether the sheet lies on its long side.
    pub landscape: bool,
    /// Whether it is written on by hand: every sheet then has lines for both names, since sheets come apart.
    pub by_hand: bool,
    pub blocks: Vec<Block>,
}

impl Document {
    /// Calls `see` with every text of the document.
    pub(crate) fn texts(&self, see: &mut impl FnMut(&str)) {
        let signer = self.signer.as_ref().map(|signer| &signer.name);
        [&self.foot, &self.id].into_iter().chain(&self.mark).chain(signer).for_each(|text| see(text));
        blocks(&self.blocks, see);
    }
}

fn blocks(all: &[Block], see: &mut impl FnMut(&str)) {
    for block in all {
        match block {
            Block::Para(para) => self::para(para, see),
            Block::Boxed { blocks: inner, .. } => blocks(inner, see),
            Block::Table(table) => {
                for cell in table.head.iter().chain(&table.rows).flat_map(|row| &row.cells) {
                    match cell {
                        Cell::Paras(paras) => paras.iter().for_each(|para| self::para(para, see)),
                        Cell::Spread { name, words, .. } => {
                            std::iter::once(name).chain(words).for_each(|para| self::para(para, see));
                        }
                        Cell::Blank(para) | Cell::Scale { words: para, .. } | Cell::Tied { words: para, .. } => {
                            self::para(para, see);
                        }
                    }
                }
            }
            // At the head of the pages that its section goes on to.
            Block::Entry(entry) => see(&entry.title),
            // Each is an entry's.
            Block::Contents(label, _) => see(label),
            Block::Rule { .. } | Block::Ruled { .. } | Block::NewPage | Block::NewPart | Block::Joined => {}
        }
    }
}

fn para(para: &Para, see: &mut impl FnMut(&str)) {
    let marks = match &para.mark {
        Some(Mark::Text(spans)) => spans.as_slice(),
        _ => &[],
    };
    para.spans.iter().chain(marks).for_each(|span| see(&span.text));
}
