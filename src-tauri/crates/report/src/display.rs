//! The display list: pages of glyph runs, shapes and outline entries. Plain data, so that it can be compared in tests and
//! painted by more than one painter.
//!
//! Lengths are points; `y` grows downwards from the top of the sheet.

use std::rc::Rc;

use crate::{glyphs::Glyphs, structure::Tag};

/// The colours of a document. Meaning never hangs on one of them alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Ink {
    /// Text.
    #[default]
    Text,
    /// Text of less weight.
    Quiet,
    /// The one accent.
    Accent,
    /// Red flags and warnings, always beside a word.
    Flag,
    /// Thin rules.
    Rule,
    /// The ground of a box.
    Tint,
    /// The ground of a warning.
    FlagTint,
    /// The empty places of a rating strip.
    Track,
}

impl Ink {
    /// Red, green and blue, 0 to 255.
    pub(crate) fn rgb(self) -> [u8; 3] {
        match self {
            Self::Text => [0x1A, 0x1B, 0x1E],
            Self::Quiet => [0x5D, 0x5F, 0x68],
            Self::Accent => [0x0B, 0x6B, 0x67],
            Self::Flag => [0xA0, 0x2C, 0x47],
            Self::Rule => [0xC4, 0xC6, 0xCC],
            Self::Tint => [0xEF, 0xF5, 0xF4],
            Self::FlagTint => [0xFA, 0xEF, 0xF1],
            Self::Track => [0xBC, 0xC8, 0xC8],
        }
    }
}

/// Shaped text of one face, size and ink on one line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    /// From the start of the line.
    pub x: f32,
    /// Which face of the document's selection.
    pub face: u16,
    pub size: f32,
    pub ink: Ink,
    /// Whether it reads right to left.
    pub rtl: bool,
    /// The text, in reading order.
    pub text: String,
    pub glyphs: Glyphs,
    /// How wide it is.
    pub width: f32,
}

/// A filled shape.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    /// A rectangle from its top left corner.
    Rect { width: f32, height: f32 },
    /// A disc around its centre.
    Disc { radius: f32 },
    /// A flag on its pole, from its top left corner.
    Flag { height: f32 },
}

impl Shape {
    /// The corners of a flag after its first, right and down from there, as parts of its height.
    pub(crate) const FLAG: [(f32, f32); 6] =
        [(0.78, 0.06), (0.56, 0.31), (0.78, 0.56), (0.13, 0.56), (0.13, 1.0), (0.0, 1.0)];
}

/// What is on a page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Item {
    /// A shape with its ink.
    Shape(Shape, Ink),
    /// Text; the position is the start of its baseline.
    Text(Rc<Run>),
}

/// An item at its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Placed {
    pub x: f32,
    pub y: f32,
    pub item: Item,
    /// Which part of the document it belongs to.
    pub tag: Tag,
}

/// An entry of the document's outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// 0 for a section, 1 for a part of one.
    pub level: u8,
    /// As it stands in the outline and, marked as continued, at the head of further pages.
    pub title: String,
}

/// A way from the contents to a section.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Link {
    /// The top left corner of what is pressed.
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    /// The baseline of its first line, where the number of the page stands.
    pub baseline: f32,
    /// Which part of the document it belongs to.
    pub tag: Tag,
    /// Which section it leads to, from 0.
    pub section: usize,
    /// The same in words.
    pub title: String,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Page {
    pub width: f32,
    pub height: f32,
    pub items: Vec<Placed>,
    /// Outline entries and how far down each stands.
    pub entries: Vec<(Entry, f32)>,
    /// Links to sections.
    pub links: Vec<Link>,
}

impl Page {
    /// The page's words in the order they were set, a line of text a line.
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        let mut last: Option<(f32, f32)> = None;
        for placed in &self.items {
            let Item::Text(run) = &placed.item else { continue };
            if let Some((y, end)) = last {
                out.push_str(if (y - placed.y).abs() > 0.01 {
                    "\n"
                } else if placed.x > end + 1.0 {
                    " | "
                } else {
                    ""
                });
            }
            out.push_str(&run.text);
            last = Some((placed.y, placed.x + run.width));
        }
        out
    }
}
