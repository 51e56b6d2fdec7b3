//! The display list as PDF. The only file that names the writer.

use std::collections::{BTreeMap, VecDeque};

use printpdf::{
    Codepoint, Color, FontId, FontMetrics, FontType, LinePoint, Mm, Op, PaintMode, ParsedFont, PdfDocument, PdfFont,
    PdfFontHandle, PdfFontMetricsStub, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem,
    TextMatrix, WindingOrder, to_lopdf_doc,
};
use skrifa::{FontRef, GlyphId, MetadataProvider, instance::Size, raw::TableProvider};
use subsetter::GlyphRemapper;

use crate::{
    ReportError,
    blocks::Document,
    display::{Glyph, Ink, Item, Page, Placed, Run, Shape},
    fonts::{Face, Selection},
    mend::mend,
    outline::contours,
    subset::subset,
    unicode_map::{Codes, clusters},
};

/// How far a circle's handles reach.
const ROUND: f32 = 0.552_285;

/// Writes the pages.
pub(crate) fn paint(document: &Document, pages: &[Page], selection: &Selection) -> Result<Vec<u8>, ReportError> {
    let mut used: BTreeMap<u16, Used<'_>> = BTreeMap::new();
    for run in pages.iter().flat_map(|page| &page.items).filter_map(run_of) {
        used.entry(run.face).or_insert_with(|| Used::new(&selection.faces()[usize::from(run.face)])).learn(run);
    }
    let mut pdf = PdfDocument::new(&document.title);
    pdf.metadata.info.author.clone_from(&document.author);
    pdf.metadata.info.creator = "Interview Workbench".to_owned();
    pdf.metadata.info.producer = "Interview Workbench".to_owned();
    let mut drawn_by = BTreeMap::new();
    for (place, used) in &mut used {
        let font = used.font()?;
        if !used.codes.single() {
            drawn_by.insert(font.font_name.clone().unwrap_or_default(), used.code_glyphs());
        }
        pdf.resources.fonts.map.insert(font_id(*place), PdfFont::new(font));
    }
    pdf.pages = pages.iter().map(|page| page_ops(page, &mut used)).collect();
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let mut written = to_lopdf_doc(&pdf, &options, &mut Vec::new());
    mend(&mut written, document, pages, &drawn_by)
}

fn run_of(placed: &Placed) -> Option<&Run> {
    match &placed.item {
        Item::Text(run) => Some(run),
        Item::Shape(..) => None,
    }
}

fn font_id(place: u16) -> FontId {
    FontId(format!("T{place}"))
}

/// What a document uses of one face.
struct Used<'a> {
    face: &'a Face,
    glyphs: GlyphRemapper,
    codes: Codes,
    /// The codes of every glyph, in the order of the pages; none where a glyph is no text.
    drawn: VecDeque<Option<u16>>,
    /// The widths as viewers will know them, by code: whole thousandths.
    widths: Vec<i64>,
}

impl<'a> Used<'a> {
    fn new(face: &'a Face) -> Self {
        // Outlines of the other kind are found by their numbers alone: one code a glyph.
        let single = face.axes.is_empty() && face.font().is_some_and(|font| font.glyf().is_err());
        Self {
            face,
            glyphs: GlyphRemapper::new(),
            codes: Codes::new(single),
            drawn: VecDeque::new(),
            widths: Vec::new(),
        }
    }

    fn learn(&mut self, run: &Run) {
        for (glyphs, text) in clusters(run) {
            let codes = self.codes.of(glyphs, text, run.rtl);
            for (glyph, _) in glyphs.iter().zip(&codes).filter(|(_, code)| code.is_some()) {
                self.glyphs.remap(glyph.id);
            }
            self.drawn.extend(codes);
        }
    }

    /// Which glyph of the cut face each code draws.
    fn code_glyphs(&self) -> Vec<u16> {
        let glyphs = self.codes.list().iter().map(|(glyph, _)| self.glyphs.get(*glyph).unwrap_or(0));
        std::iter::once(0).chain(glyphs).collect()
    }

    /// Cuts the face and describes it to the writer, which numbers glyphs by code.
    fn font(&mut self) -> Result<ParsedFont, ReportError> {
        let unusable = || ReportError::Font { name: self.face.name.clone() };
        let bytes = subset(self.face, &self.glyphs).ok_or_else(unusable)?;
        let font = self.face.font().ok_or_else(unusable)?;
        let location = font.axes().location(self.face.axes.iter().copied());
        let metrics = font.metrics(Size::unscaled(), &location);
        let advances = font.glyph_metrics(Size::unscaled(), &location);
        let upem = metrics.units_per_em;
        let mut glyph_widths = BTreeMap::new();
        let glyphs = std::iter::once(0).chain(self.codes.list().iter().map(|(glyph, _)| *glyph));
        for (glyph, code) in glyphs.zip(0_u16..) {
            let advance = advances.advance_width(GlyphId::from(glyph)).unwrap_or(0.0).round() as u16;
            glyph_widths.insert(code, advance);
            self.widths.push((f32::from(advance) * 1000.0 / f32::from(upem)) as i64);
        }
        let (rise, run) = font.hhea().map_or((1, 0), |hhea| (hhea.caret_slope_rise(), hhea.caret_slope_run()));
        let bounds = metrics.bounds.unwrap_or_default();
        let stub = PdfFontMetricsStub {
            units_per_em: upem,
            x_min: bounds.x_min as i16,
            y_min: bounds.y_min as i16,
            x_max: bounds.x_max as i16,
            y_max: bounds.y_max as i16,
            caret_slope_rise: rise,
            caret_slope_run: run,
            us_weight_class: font.os2().map_or(400, |os2| os2.us_weight_class()),
        };
        let outlines = FontRef::new(&bytes).is_ok_and(|font| font.cff().is_ok());
        Ok(ParsedFont {
            font_index: 0,
            font_name: Some(format!("{}+{}", tag(&bytes), self.face.name)),
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths,
            units_per_em: upem,
            font_metrics: FontMetrics { ascent: metrics.ascent as i16, descent: metrics.descent as i16 },
            font_type: if outlines { FontType::OpenTypeCFF(()) } else { FontType::TrueType },
            pdf_font_metrics: stub,
            original_bytes: bytes,
        })
    }
}

/// Six letters that tell this cut of the face from another: from its bytes, so that the same cut has the same name.
fn tag(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    sha2::Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

fn page_ops(page: &Page, used: &mut BTreeMap<u16, Used<'_>>) -> PdfPage {
    let mut ops = Vec::new();
    let mut ink = None;
    for placed in &page.items {
        if let Item::Shape(shape, of) = &placed.item {
            fill(*of, &mut ink, &mut ops);
            shape_ops(shape, placed.x, page.height - placed.y, &mut ops);
        }
    }
    ops.push(Op::StartTextSection);
    let mut font = None;
    let mut marks = Vec::new();
    for placed in &page.items {
        let Some(run) = run_of(placed) else { continue };
        let Some(used) = used.get_mut(&run.face) else { continue };
        fill(run.ink, &mut ink, &mut ops);
        if font != Some((run.face, run.size)) {
            font = Some((run.face, run.size));
            ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(run.face)), size: Pt(run.size) });
        }
        run_ops(run, used, placed.x, page.height - placed.y, &mut ops, &mut marks);
    }
    ops.push(Op::EndTextSection);
    for (of, mark) in marks {
        fill(of, &mut ink, &mut ops);
        ops.push(mark);
    }
    let mut sheet = PdfPage::new(Mm(0.0), Mm(0.0), ops);
    let bounds = Rect::from_wh(Pt(hundredths(page.width)), Pt(hundredths(page.height)));
    sheet.media_box = bounds.clone();
    sheet.trim_box = bounds.clone();
    sheet.crop_box = bounds;
    sheet
}

fn fill(ink: Ink, current: &mut Option<Ink>, ops: &mut Vec<Op>) {
    if *current != Some(ink) {
        *current = Some(ink);
        let [r, g, b] = ink.rgb().map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0);
        ops.push(Op::SetFillColor { col: Color::Rgb(Rgb::new(r, g, b, None)) });
    }
}

/// Short numbers make short files; a hundredth of a point is finer than any printer.
fn hundredths(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

fn point(x: f32, y: f32, bezier: bool) -> LinePoint {
    LinePoint { p: Point { x: Pt(hundredths(x)), y: Pt(hundredths(y)) }, bezier }
}

fn shape_ops(shape: &Shape, x: f32, y: f32, ops: &mut Vec<Op>) {
    let polygon = |points| Op::DrawPolygon {
        polygon: Polygon {
            rings: vec![PolygonRing { points }],
            mode: PaintMode::Fill,
            winding_order: WindingOrder::NonZero,
        },
    };
    match *shape {
        Shape::Rect { width, height } => {
            let mut rectangle = Rect::from_xywh(
                Pt(hundredths(x)),
                Pt(hundredths(y - height)),
                Pt(hundredths(width)),
                Pt(hundredths(height)),
            );
            rectangle.mode = Some(PaintMode::Fill);
            ops.push(Op::DrawRectangle { rectangle });
        }
        Shape::Disc { radius } => {
            let h = radius * ROUND;
            ops.push(polygon(vec![
                point(x + radius, y, false),
                point(x + radius, y + h, true),
                point(x + h, y + radius, true),
                point(x, y + radius, false),
                point(x - h, y + radius, true),
                point(x - radius, y + h, true),
                point(x - radius, y, false),
                point(x - radius, y - h, true),
                point(x - h, y - radius, true),
                point(x, y - radius, false),
                point(x + h, y - radius, true),
                point(x + radius, y - h, true),
                point(x + radius, y, false),
            ]));
        }
        Shape::Flag { height } => ops.push(polygon(vec![
            point(x, y, false),
            point(x + height * 0.78, y - height * 0.06, false),
            point(x + height * 0.56, y - height * 0.31, false),
            point(x + height * 0.78, y - height * 0.56, false),
            point(x + height * 0.13, y - height * 0.56, false),
            point(x + height * 0.13, y - height, false),
            point(x, y - height, false),
        ])),
    }
}

fn run_ops(run: &Run, used: &mut Used<'_>, x: f32, y: f32, ops: &mut Vec<Op>, marks: &mut Vec<(Ink, Op)>) {
    let mut pen = Pen { used, size: run.size, x, y, at: None, glyphs: Vec::new() };
    for glyph in clusters(run).flat_map(|(glyphs, _)| glyphs) {
        match pen.used.drawn.pop_front() {
            Some(Some(code)) => pen.show(glyph, code, ops),
            Some(None) => marks.extend(mark(pen.used.face, run, glyph, x, y)),
            None => {}
        }
    }
    pen.flush(ops);
}

/// A glyph that is no text, as a shape.
fn mark(face: &Face, run: &Run, glyph: &Glyph, x: f32, y: f32) -> Option<(Ink, Op)> {
    let contours = contours(face, glyph.id, run.size)?;
    let (x, y) = (x + glyph.x, y - glyph.y);
    let ring = |contour: &Vec<(f32, f32, bool)>| PolygonRing {
        points: contour.iter().map(|(dx, dy, handle)| point(x + dx, y + dy, *handle)).collect(),
    };
    let polygon = Polygon {
        rings: contours.iter().map(ring).collect(),
        mode: PaintMode::Fill,
        winding_order: WindingOrder::NonZero,
    };
    Some((run.ink, Op::DrawPolygon { polygon }))
}

/// Places glyphs where the layout wants them, from where the viewer's own widths would leave them.
struct Pen<'a, 'b> {
    used: &'a mut Used<'b>,
    size: f32,
    x: f32,
    y: f32,
    /// Where the viewer stands: along the run, and above its baseline.
    at: Option<(f32, f32)>,
    glyphs: Vec<Codepoint>,
}

impl Pen<'_, '_> {
    fn show(&mut self, glyph: &Glyph, code: u16, ops: &mut Vec<Op>) {
        match self.at {
            Some((at, rise)) if rise == glyph.y => {
                let gap = -((glyph.x - at) * 1000.0 / self.size).round();
                if let Some(last) = self.glyphs.last_mut() {
                    last.offset = gap;
                }
                self.at = Some((at - gap * self.size / 1000.0, rise));
            }
            _ => {
                self.flush(ops);
                let (x, y) = (hundredths(self.x + glyph.x), hundredths(self.y - glyph.y));
                ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]) });
                self.at = Some((glyph.x, glyph.y));
            }
        }
        let text = self.used.codes.text(code).to_owned();
        self.glyphs.push(Codepoint { gid: code, offset: 0.0, cid: Some(text) });
        let width = self.used.widths.get(usize::from(code)).copied().unwrap_or(0) as f32;
        self.at = self.at.map(|(at, rise)| (at + width * self.size / 1000.0, rise));
    }

    fn flush(&mut self, ops: &mut Vec<Op>) {
        if !self.glyphs.is_empty() {
            ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(std::mem::take(&mut self.glyphs))] });
        }
        self.at = None;
    }
}
