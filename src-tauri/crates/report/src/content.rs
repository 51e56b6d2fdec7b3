//! The marks of one page in PDF's own operators: shapes, and text by the codes of its faces.

use std::{collections::BTreeMap, io::Write as _};

use crate::{
    display::{Ink, Item, Page, Placed, Run, Shape},
    fonts::Selection,
    glyphs::Glyph,
    language::beside,
    outline::contours,
    structure::{FURNITURE, Tag},
    unicode_map::{Cluster, Reads, clusters},
    used::Used,
};

/// How far a circle's handles reach.
const ROUND: f32 = 0.552_285;

/// The name of a face in the resources of a page.
pub(crate) fn font_name(place: u16) -> String {
    format!("T{place}")
}

/// A page in operators.
pub(crate) struct PageContent {
    pub bytes: Vec<u8>,
    /// Which part of the document each marked piece belongs to, by its number on the page.
    pub marked: Vec<Tag>,
}

/// Writes a page, and notes what it uses of the faces. `own` is [`crate::language::language`] of the document's own words.
pub(crate) fn of_page<'a>(
    page: &Page,
    own: Option<&'static str>,
    selection: &'a Selection,
    all: &mut BTreeMap<u16, Used<'a>>,
) -> PageContent {
    let bytes = Vec::with_capacity(16 << 10);
    let mut out = Content {
        bytes,
        ink: None,
        height: page.height,
        marked: Vec::new(),
        open: None,
        own,
        language: None,
        line: (0, 0),
    };
    for placed in &page.items {
        if let Item::Shape(shape, ink) = &placed.item {
            out.mark_as(placed.tag);
            out.fill(*ink);
            out.shape(shape, placed.x, placed.y);
        }
    }
    out.end_marked();
    out.put("BT\n");
    let (mut font, mut codes) = (None, Cluster::default());
    let mut marks: Vec<(&Placed, &Run, Glyph)> = Vec::new();
    for placed in &page.items {
        let Item::Text(run) = &placed.item else { continue };
        let used = all.entry(run.face).or_insert_with(|| Used::new(&selection.faces()[usize::from(run.face)]));
        out.mark_as(placed.tag);
        out.fill(run.ink);
        if font != Some((run.face, run.size)) {
            font = Some((run.face, run.size));
            out.put(&format!("/{} ", font_name(run.face)));
            out.number(run.size);
            out.put("Tf\n");
        }
        let mut pen = Pen { used, run, origin: (placed.x, placed.y), at: None, open: Open::Nothing };
        let glyphs = run.glyphs.all();
        for (place, (glyphs, text)) in clusters(&glyphs, &run.text).enumerate() {
            if placed.tag != FURNITURE && out.speaks(text) {
                pen.pause(&mut out);
                out.speak(beside(text, own));
            }
            let reads = if run.rtl { Reads::FromRight { ends: place == 0 } } else { Reads::FromLeft };
            pen.used.learn(glyphs, text, reads, &mut codes);
            pen.show_unseen(&codes.unseen, &mut out);
            for (glyph, code) in glyphs.iter().zip(&codes.drawn) {
                match code {
                    Some(code) => pen.show(glyph.x, glyph.y, *code, &mut out),
                    None => marks.push((placed, run, *glyph)),
                }
            }
        }
        pen.close(&mut out);
    }
    out.end_marked();
    out.put("ET\n");
    for (placed, run, glyph) in marks {
        out.mark_as(placed.tag);
        out.mark(&all[&run.face], run, &glyph, (placed.x, placed.y));
    }
    out.end_marked();
    PageContent { bytes: out.bytes, marked: out.marked }
}

struct Content {
    bytes: Vec<u8>,
    ink: Option<Ink>,
    /// The sheet's: PDF measures from the bottom.
    height: f32,
    marked: Vec<Tag>,
    /// What the piece that is open belongs to.
    open: Option<Tag>,
    /// What the letters of the document's own words say of their language, where they are not Latin.
    own: Option<&'static str>,
    /// The language that is marked in it, where that is not the document's.
    language: Option<&'static str>,
    /// Where the last piece of text began, in hundredths of a point from the bottom left.
    line: (i64, i64),
}

/// Short numbers make short files; a hundredth of a point is finer than any printer.
fn hundredths(points: f32) -> i64 {
    (points * 100.0).round() as i64
}

impl Content {
    fn put(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// What follows belongs to this part of the document.
    fn mark_as(&mut self, tag: Tag) {
        if self.open == Some(tag) {
            return;
        }
        self.end_marked();
        self.open = Some(tag);
        if tag == FURNITURE {
            self.put("/Artifact BMC\n");
        } else {
            let _ = writeln!(self.bytes, "/P<</MCID {}>>BDC", self.marked.len());
            self.marked.push(tag);
        }
    }

    fn end_marked(&mut self) {
        self.speak(None);
        if self.open.take().is_some() {
            self.put("EMC\n");
        }
    }

    /// Whether this text is in another language than what is marked.
    fn speaks(&self, text: &str) -> bool {
        if self.own.is_none() && text.is_ascii() {
            return self.language.is_some() && text.bytes().any(|byte| byte.is_ascii_alphabetic());
        }
        text.chars().any(char::is_alphabetic) && beside(text, self.own) != self.language
    }

    fn speak(&mut self, language: Option<&'static str>) {
        if self.language.take().is_some() {
            self.put("EMC\n");
        }
        if let Some(name) = language {
            let _ = writeln!(self.bytes, "/Span<</Lang({name})>>BDC");
            self.language = language;
        }
    }

    /// Goes to where a piece of text begins, from where the one before began: most lines are as far below each other as the ones
    /// before, so that this packs better than their places.
    fn begin_line(&mut self, x: f32, y: f32) {
        let (right, up) = (hundredths(x), hundredths(y));
        self.hundredths(right - self.line.0);
        self.hundredths(up - self.line.1);
        self.put("Td ");
        self.line = (right, up);
    }

    /// A number and a space.
    fn number(&mut self, value: f32) {
        self.hundredths(hundredths(value));
    }

    fn hundredths(&mut self, hundredths: i64) {
        if hundredths < 0 {
            self.bytes.push(b'-');
        }
        let (whole, part) = (hundredths.unsigned_abs() / 100, (hundredths.unsigned_abs() % 100) as u8);
        self.whole(whole);
        if part > 0 {
            self.bytes.extend([b'.', b'0' + part / 10]);
        }
        if part % 10 > 0 {
            self.bytes.push(b'0' + part % 10);
        }
        self.bytes.push(b' ');
    }

    /// A whole number: there are so many on a page that the usual way of writing them would take a tenth of its time.
    fn whole(&mut self, mut value: u64) {
        let start = self.bytes.len();
        loop {
            self.bytes.push(b'0' + (value % 10) as u8);
            value /= 10;
            if value == 0 {
                break;
            }
        }
        self.bytes[start..].reverse();
    }

    fn numbers<const N: usize>(&mut self, values: [f32; N], operator: &str) {
        values.into_iter().for_each(|value| self.number(value));
        self.put(operator);
    }

    fn fill(&mut self, ink: Ink) {
        if self.ink != Some(ink) {
            self.ink = Some(ink);
            for part in ink.rgb() {
                let _ = write!(self.bytes, "{} ", (f32::from(part) / 255.0 * 1000.0).round() / 1000.0);
            }
            self.put("rg\n");
        }
    }

    fn shape(&mut self, shape: &Shape, x: f32, y: f32) {
        let y = self.height - y;
        match *shape {
            Shape::Rect { width, height } => self.numbers([x, y - height, width, height], "re f\n"),
            Shape::Disc { radius: r } => {
                let h = r * ROUND;
                self.numbers([x + r, y], "m ");
                self.numbers([x + r, y + h, x + h, y + r, x, y + r], "c ");
                self.numbers([x - h, y + r, x - r, y + h, x - r, y], "c ");
                self.numbers([x - r, y - h, x - h, y - r, x, y - r], "c ");
                self.numbers([x + h, y - r, x + r, y - h, x + r, y], "c f\n");
            }
            Shape::Flag { height } => {
                self.numbers([x, y], "m ");
                for (right, down) in Shape::FLAG {
                    self.numbers([x + height * right, y - height * down], "l ");
                }
                self.put("f\n");
            }
        }
    }

    /// A glyph that is no text, as a shape.
    fn mark(&mut self, used: &Used<'_>, run: &Run, glyph: &Glyph, (x, y): (f32, f32)) {
        let Some(contours) = contours(used.face, glyph.id, run.size) else { return };
        let (x, y) = (x + glyph.x, self.height - y - glyph.y);
        self.fill(run.ink);
        for contour in contours {
            for (place, (dx, dy, handle)) in contour.iter().enumerate() {
                self.numbers([x + dx, y + dy], "");
                match (place, handle) {
                    (0, _) => self.put("m "),
                    // A curve is two handles and its end.
                    (_, true) => {}
                    _ if contour[place - 1].2 => self.put("c "),
                    _ => self.put("l "),
                }
            }
            self.put("h ");
        }
        self.put("f\n");
    }
}

/// What of a text operator is written so far.
#[derive(PartialEq)]
enum Open {
    Nothing,
    /// The list, but no string in it.
    List,
    /// A string in the list.
    Codes,
}

/// Places glyphs where the layout wants them, from where the viewer's own widths would leave them.
struct Pen<'p, 'a> {
    used: &'p mut Used<'a>,
    run: &'p Run,
    origin: (f32, f32),
    /// Where the viewer stands: along the run, and below its baseline.
    at: Option<(f32, f32)>,
    open: Open,
}

impl Pen<'_, '_> {
    /// Shows a code at `x` along the run, `y` below its baseline.
    fn show(&mut self, x: f32, y: f32, code: u16, out: &mut Content) {
        let size = self.run.size;
        let mut at = match self.at {
            Some((at, below)) if below == y => at,
            _ => {
                self.close(out);
                out.begin_line(self.origin.0 + x, out.height - self.origin.1 - y);
                x
            }
        };
        if self.open == Open::Nothing {
            out.put("[");
            self.open = Open::List;
        }
        let gap = -((x - at) * 1000.0 / size).round();
        if gap != 0.0 {
            if self.open == Open::Codes {
                out.put(")");
                self.open = Open::List;
            }
            if gap < 0.0 {
                out.bytes.push(b'-');
            }
            out.whole(gap.abs() as u64);
            at -= gap * size / 1000.0;
        }
        if self.open == Open::List {
            out.put("(");
            self.open = Open::Codes;
        }
        for byte in code.to_be_bytes() {
            match byte {
                // As they are, these would end the string or be read as another end of line.
                b'(' | b')' | b'\\' => out.bytes.extend([b'\\', byte]),
                b'\r' => out.put("\\r"),
                b'\n' => out.put("\\n"),
                _ => out.bytes.push(byte),
            }
        }
        self.at = Some((at + self.used.width(code) * size / 1000.0, y));
    }

    /// Codes that take no room. They are not painted either: what they draw in their face has a width.
    fn show_unseen(&mut self, codes: &[(f32, u16)], out: &mut Content) {
        if codes.is_empty() {
            return;
        }
        self.pause(out);
        out.put("3 Tr\n");
        codes.iter().for_each(|(x, code)| self.show(*x, 0.0, *code, out));
        self.pause(out);
        out.put("0 Tr\n");
    }

    /// Ends the text operator; the next goes on from where the viewer stands.
    fn pause(&mut self, out: &mut Content) {
        match self.open {
            Open::Nothing => {}
            Open::List => out.put("] TJ\n"),
            Open::Codes => out.put(")] TJ\n"),
        }
        self.open = Open::Nothing;
    }

    fn close(&mut self, out: &mut Content) {
        self.pause(out);
        self.at = None;
    }
}
