//! A page as a picture for the window: the same display list that is written as PDF, as outlines without a font.

use std::{collections::HashMap, fmt::Write as _};

use serde::Serialize;
use skrifa::{
    GlyphId, MetadataProvider,
    instance::Size,
    outline::{DrawSettings, OutlinePen},
};
use ts_rs::TS;

use crate::{
    display::{Ink, Item, Page, Placed, Run, Shape},
    fonts::{Face, Selection},
    unicode_map::clusters,
};

/// A page of a document as it would be written. Lengths are hundredths of a point, from the top left corner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Preview {
    /// Which page, from 1.
    pub page: u32,
    /// How many there are.
    pub pages: u32,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// What lies below the text, the lowest first.
    pub shapes: Vec<PreviewShape>,
    /// The outlines of all letters on it, each once: steps of an SVG path, from where the letter stands.
    pub outlines: Vec<String>,
    /// The letters, by their colour.
    pub letters: Vec<PreviewLetters>,
    /// Its words in the order in which they are read, a printed line a line.
    pub text: String,
}

/// Shapes of one colour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PreviewShape {
    /// The colour, such as `#0b6b67`.
    pub fill: String,
    /// The steps of an SVG path.
    pub path: String,
}

/// Letters of one colour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PreviewLetters {
    /// The colour, such as `#1a1d23`.
    pub fill: String,
    /// Three numbers a letter: where it stands, from the left and from the top, and which of the outlines it is, from 0.
    pub at: Vec<i32>,
}

/// A document on its pages, not written yet.
pub struct LaidOut {
    pub(crate) pages: Vec<Page>,
    pub(crate) selection: Selection,
}

impl LaidOut {
    /// How many pages it has.
    #[must_use]
    pub fn count(&self) -> u32 {
        u32::try_from(self.pages.len()).unwrap_or(u32::MAX)
    }

    /// The page with this number, from 1; the last where there are not so many.
    #[must_use]
    pub fn preview(&self, page: u32) -> Preview {
        let page = page.clamp(1, self.count().max(1));
        let nothing = Page::default();
        let sheet = self.pages.get(page as usize - 1).unwrap_or(&nothing);
        let (outlines, letters) = letters(sheet, &self.selection);
        Preview {
            page,
            pages: self.count(),
            width: hundredths(sheet.width),
            height: hundredths(sheet.height),
            shapes: shapes(sheet),
            outlines,
            letters,
            text: sheet.text(),
        }
    }
}

/// Hundredths of a point, as in the file: whole numbers make short pictures.
fn hundredths(points: f32) -> i32 {
    (points * 100.0).round() as i32
}

fn colour(ink: Ink) -> String {
    let [red, green, blue] = ink.rgb();
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The shapes in their order, those of one colour that follow on each other together.
fn shapes(page: &Page) -> Vec<PreviewShape> {
    let mut all: Vec<PreviewShape> = Vec::new();
    for Placed { x, y, item, .. } in &page.items {
        let Item::Shape(form, ink) = item else { continue };
        let fill = colour(*ink);
        if all.last().is_none_or(|last| last.fill != fill) {
            all.push(PreviewShape { fill, path: String::new() });
        }
        if let Some(last) = all.last_mut() {
            shape(&mut last.path, form, *x, *y);
        }
    }
    all
}

/// The outlines of the page's letters, and where each of them stands. No letters lie on each other, so that their order is free.
fn letters(page: &Page, selection: &Selection) -> (Vec<String>, Vec<PreviewLetters>) {
    let mut outlines = Outlines { selection, known: HashMap::new(), all: Vec::new() };
    let mut letters: Vec<PreviewLetters> = Vec::new();
    for Placed { x, y, item, .. } in &page.items {
        let Item::Text(run) = item else { continue };
        let fill = colour(run.ink);
        let place = letters.iter().position(|one| one.fill == fill).unwrap_or_else(|| {
            letters.push(PreviewLetters { fill, at: Vec::new() });
            letters.len() - 1
        });
        outlines.run(&mut letters[place].at, run, *x, *y);
    }
    letters.retain(|one| !one.at.is_empty());
    (outlines.all, letters)
}

fn shape(out: &mut String, form: &Shape, x: f32, y: f32) {
    let (left, top) = (hundredths(x), hundredths(y));
    let _ = match *form {
        Shape::Rect { width, height } => {
            let (width, height) = (hundredths(width), hundredths(height));
            write!(out, "M{left} {top}h{width}v{height}h{}z", -width)
        }
        Shape::Disc { radius } => {
            let r = hundredths(radius);
            write!(out, "M{} {top}a{r} {r} 0 1 0 {} 0a{r} {r} 0 1 0 {} 0z", left - r, 2 * r, -2 * r)
        }
        Shape::Flag { height } => {
            let _ = write!(out, "M{left} {top}");
            for (right, down) in Shape::FLAG {
                let _ = write!(out, "L{} {}", hundredths(x + height * right), hundredths(y + height * down));
            }
            write!(out, "z")
        }
    };
}

/// The outlines that were drawn before on the page.
struct Outlines<'s> {
    selection: &'s Selection,
    /// By face, size in hundredths of a point, and glyph: which of all it is; none where it draws nothing.
    known: HashMap<(u16, i32, u16), Option<i32>>,
    all: Vec<String>,
}

impl Outlines<'_> {
    fn run(&mut self, at: &mut Vec<i32>, run: &Run, x: f32, y: f32) {
        let face = &self.selection.faces()[usize::from(run.face)];
        let glyphs = run.glyphs.all();
        for glyph in clusters(&glyphs, &run.text).flat_map(|(glyphs, _)| glyphs) {
            let key = (run.face, hundredths(run.size), glyph.id);
            let all = &mut self.all;
            let place = *self.known.entry(key).or_insert_with(|| {
                let path = outline(face, glyph.id, run.size);
                (!path.is_empty()).then(|| {
                    all.push(path);
                    i32::try_from(all.len() - 1).unwrap_or(i32::MAX)
                })
            });
            if let Some(place) = place {
                at.extend([hundredths(x + glyph.x), hundredths(y + glyph.y), place]);
            }
        }
    }
}

fn outline(face: &Face, glyph: u16, size: f32) -> String {
    let mut pen = Pen { path: String::new(), at: (0, 0), begun: (0, 0) };
    if let Some(font) = face.font() {
        let location = font.axes().location(face.axes.iter().copied());
        let settings = DrawSettings::unhinted(Size::new(size), &location);
        // A glyph without an outline, such as a space, draws nothing in the file either.
        let _ = font.outline_glyphs().get(GlyphId::from(glyph)).map(|glyph| glyph.draw(settings, &mut pen));
    }
    pen.path
}

struct Pen {
    path: String,
    /// Where the line stands, rounded: each step starts from there, so that roundings never add up.
    at: (i32, i32),
    /// Where the closed line began, to which its end brings the pen back.
    begun: (i32, i32),
}

impl Pen {
    fn step<const N: usize>(&mut self, command: char, points: [(f32, f32); N]) {
        let from = self.at;
        self.path.push(command);
        for (place, (x, y)) in points.into_iter().enumerate() {
            let to = (hundredths(x), hundredths(-y));
            let (across, down) = (to.0 - from.0, to.1 - from.1);
            let gap = |value: i32, first: bool| if first || value < 0 { "" } else { " " };
            let _ = write!(self.path, "{}{across}{}{down}", gap(across, place == 0), gap(down, false));
            self.at = to;
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('m', [(x, y)]);
        self.begun = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step('l', [(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.step('q', [(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.step('c', [(ax, ay), (bx, by), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('z');
        self.at = self.begun;
    }
}
