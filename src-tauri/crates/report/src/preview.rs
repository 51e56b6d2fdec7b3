//! A page as a picture for the window: the same display list that is written as PDF, as SVG without a font in it.

use std::{collections::HashMap, fmt::Write as _};

use serde::Serialize;
use skrifa::{
    GlyphId, MetadataProvider,
    instance::Size,
    outline::{DrawSettings, OutlinePen},
};
use ts_rs::TS;

use crate::{
    display::{Item, Page, Placed, Run, Shape},
    fonts::{Face, Selection},
    unicode_map::clusters,
};

/// A page of a document as it would be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Preview {
    /// Which page, from 1.
    pub page: u32,
    /// How many there are.
    pub pages: u32,
    /// The page as an SVG picture: outlines and shapes alone, nothing that runs or loads.
    pub svg: String,
    /// Its words in the order in which they are read, a printed line a line.
    pub text: String,
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
        let sheet = self.pages.get(page as usize - 1);
        Preview {
            page,
            pages: self.count(),
            svg: sheet.map(|sheet| svg(sheet, &self.selection)).unwrap_or_default(),
            text: sheet.map(Page::text).unwrap_or_default(),
        }
    }
}

/// Hundredths of a point, as in the file: whole numbers make short pictures.
fn hundredths(points: f32) -> i32 {
    (points * 100.0).round() as i32
}

fn svg(page: &Page, selection: &Selection) -> String {
    let mut out = String::with_capacity(256 << 10);
    let (width, height) = (hundredths(page.width), hundredths(page.height));
    let _ = write!(
        out,
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{}pt" height="{}pt" viewBox="0 0 {width} {height}"><path fill="#fff" d="M0 0h{width}v{height}H0z"/>"##,
        page.width, page.height,
    );
    // Shapes lie below text, as the file has them.
    for Placed { x, y, item, .. } in &page.items {
        if let Item::Shape(form, ink) = item {
            open(&mut out, ink.rgb());
            shape(&mut out, form, *x, *y);
            out.push_str("\"/>");
        }
    }
    let mut outlines = Outlines { selection, known: HashMap::new() };
    for Placed { x, y, item, .. } in &page.items {
        if let Item::Text(run) = item {
            open(&mut out, run.ink.rgb());
            outlines.run(&mut out, run, *x, *y);
            out.push_str("\"/>");
        }
    }
    out.push_str("</svg>");
    out
}

fn open(out: &mut String, [red, green, blue]: [u8; 3]) {
    let _ = write!(out, r##"<path fill="#{red:02x}{green:02x}{blue:02x}" d=""##);
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

/// One closed line of a glyph: where it begins, from the glyph's origin, and the way from there.
type Contour = (i32, i32, String);

/// The outlines that were drawn before on the page.
struct Outlines<'s> {
    selection: &'s Selection,
    /// By face, size in hundredths of a point, and glyph.
    known: HashMap<(u16, i32, u16), Vec<Contour>>,
}

impl Outlines<'_> {
    fn run(&mut self, out: &mut String, run: &Run, x: f32, y: f32) {
        let face = &self.selection.faces()[usize::from(run.face)];
        for glyph in clusters(run).flat_map(|(glyphs, _)| glyphs) {
            let key = (run.face, hundredths(run.size), glyph.id);
            let contours = self.known.entry(key).or_insert_with(|| outline(face, glyph.id, run.size));
            let (left, base) = (hundredths(x + glyph.x), hundredths(y + glyph.y));
            for (from_x, from_y, way) in contours {
                let _ = write!(out, "M{} {}{way}z", left + *from_x, base + *from_y);
            }
        }
    }
}

fn outline(face: &Face, glyph: u16, size: f32) -> Vec<Contour> {
    let mut pen = Pen { contours: Vec::new(), at: (0, 0) };
    if let Some(font) = face.font() {
        let location = font.axes().location(face.axes.iter().copied());
        let settings = DrawSettings::unhinted(Size::new(size), &location);
        // A glyph without an outline, such as a space, draws nothing in the file either.
        let _ = font.outline_glyphs().get(GlyphId::from(glyph)).map(|glyph| glyph.draw(settings, &mut pen));
    }
    pen.contours
}

struct Pen {
    contours: Vec<Contour>,
    /// Where the line stands, rounded: each step starts from there, so that roundings never add up.
    at: (i32, i32),
}

impl Pen {
    fn step<const N: usize>(&mut self, command: char, points: [(f32, f32); N]) {
        let from = self.at;
        let Some((_, _, way)) = self.contours.last_mut() else { return };
        way.push(command);
        for (place, (x, y)) in points.into_iter().enumerate() {
            let to = (hundredths(x), hundredths(-y));
            let (across, down) = (to.0 - from.0, to.1 - from.1);
            let gap = |value: i32, first: bool| if first || value < 0 { "" } else { " " };
            let _ = write!(way, "{}{across}{}{down}", gap(across, place == 0), gap(down, false));
            self.at = to;
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = (hundredths(x), hundredths(-y));
        self.contours.push((self.at.0, self.at.1, String::new()));
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

    fn close(&mut self) {}
}
