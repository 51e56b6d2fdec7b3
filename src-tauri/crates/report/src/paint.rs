//! The display list as PDF. The only file that names the writer.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, FontId, FontMetrics, FontType, LinePoint, Mm, Op, PaintMode, ParsedFont, PdfDocument,
    PdfFont, PdfFontHandle, PdfFontMetricsStub, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rect, Rgb,
    TextItem, TextMatrix, WindingOrder, to_lopdf_doc,
};
use skrifa::{FontRef, GlyphId, MetadataProvider, instance::Size, raw::TableProvider};
use subsetter::GlyphRemapper;

use crate::{
    ReportError,
    blocks::Document,
    display::{Glyph, Ink, Item, Page, Placed, Run, Shape},
    fonts::{Face, Selection},
    mend::mend,
    subset::subset,
    unicode_map::{UnicodeMap, clusters, plain},
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
    for (place, used) in &mut used {
        let font = used.font()?;
        pdf.resources.fonts.map.insert(font_id(*place), PdfFont::new(font));
    }
    pdf.pages = pages.iter().map(|page| page_ops(page, &used)).collect();
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let mut written = to_lopdf_doc(&pdf, &options, &mut Vec::new());
    mend(&mut written, document, pages)
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
    map: UnicodeMap<'a>,
    /// The widths as viewers will know them, by the new number: whole thousandths.
    widths: Vec<i64>,
}

impl<'a> Used<'a> {
    fn new(face: &'a Face) -> Self {
        Self { face, glyphs: GlyphRemapper::new(), map: UnicodeMap::new(face), widths: Vec::new() }
    }

    fn learn(&mut self, run: &Run) {
        for (glyphs, text) in clusters(run) {
            for glyph in glyphs {
                self.glyphs.remap(glyph.id);
            }
            self.map.learn(glyphs, text);
        }
    }

    /// Cuts the face and describes it to the writer.
    fn font(&mut self) -> Result<ParsedFont, ReportError> {
        let unusable = || ReportError::Font { name: self.face.name.clone() };
        let bytes = subset(self.face, &self.glyphs).ok_or_else(unusable)?;
        let font = self.face.font().ok_or_else(unusable)?;
        let location = font.axes().location(self.face.axes.iter().copied());
        let metrics = font.metrics(Size::unscaled(), &location);
        let advances = font.glyph_metrics(Size::unscaled(), &location);
        let upem = metrics.units_per_em;
        let mut glyph_widths = BTreeMap::new();
        for (new, old) in self.glyphs.remapped_gids().enumerate() {
            let advance = advances.advance_width(GlyphId::from(old)).unwrap_or(0.0).round() as u16;
            glyph_widths.insert(new as u16, advance);
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

fn page_ops(page: &Page, used: &BTreeMap<u16, Used<'_>>) -> PdfPage {
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
    for placed in &page.items {
        let Some(run) = run_of(placed) else { continue };
        let Some(used) = used.get(&run.face) else { continue };
        fill(run.ink, &mut ink, &mut ops);
        if font != Some((run.face, run.size)) {
            font = Some((run.face, run.size));
            ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(run.face)), size: Pt(run.size) });
        }
        run_ops(run, used, placed.x, page.height - placed.y, &mut ops);
    }
    ops.push(Op::EndTextSection);
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

fn run_ops(run: &Run, used: &Used<'_>, x: f32, y: f32, ops: &mut Vec<Op>) {
    let mut pen = Pen { used, size: run.size, x, y, at: None, glyphs: Vec::new() };
    let mut covered = false;
    for (glyphs, text) in clusters(run) {
        // Viewers turn right-to-left runs round themselves, and would turn a replacement round as well.
        let covers = !run.rtl && !used.map.agrees(glyphs, text);
        if covered {
            pen.flush(ops);
            ops.push(Op::EndMarkedContent);
        }
        covered = covers;
        if covers {
            pen.flush(ops);
            ops.push(actual_text(&plain(text)));
        }
        for glyph in glyphs {
            pen.show(glyph, ops);
        }
    }
    pen.flush(ops);
    if covered {
        ops.push(Op::EndMarkedContent);
    }
}

fn actual_text(text: &str) -> Op {
    let data = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let map = BTreeMap::from([("ActualText".to_owned(), DictItem::String { data, literal: false })]);
    Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties: DictItem::Dict { map } }
}

/// Places glyphs where the layout wants them, from where the viewer's own widths would leave them.
struct Pen<'a> {
    used: &'a Used<'a>,
    size: f32,
    x: f32,
    y: f32,
    /// Where the viewer stands: along the run, and above its baseline.
    at: Option<(f32, f32)>,
    glyphs: Vec<Codepoint>,
}

impl Pen<'_> {
    fn show(&mut self, glyph: &Glyph, ops: &mut Vec<Op>) {
        let Some(new) = self.used.glyphs.get(glyph.id) else { return };
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
        let text = self.used.map.text(glyph.id).to_owned();
        self.glyphs.push(Codepoint { gid: new, offset: 0.0, cid: Some(text) });
        let width = self.used.widths.get(usize::from(new)).copied().unwrap_or(0) as f32;
        self.at = self.at.map(|(at, rise)| (at + width * self.size / 1000.0, rise));
    }

    fn flush(&mut self, ops: &mut Vec<Op>) {
        if !self.glyphs.is_empty() {
            ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(std::mem::take(&mut self.glyphs))] });
        }
        self.at = None;
    }
}
