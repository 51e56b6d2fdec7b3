//! The pages as PDF. The only file that names the writer.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Stream};
use printpdf::{
    Codepoint, FontId, FontMetrics, FontType, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle,
    PdfFontMetricsStub, PdfPage, PdfSaveOptions, Pt, Rect, TextItem, to_lopdf_doc,
};
use skrifa::{FontRef, MetadataProvider, instance::Size, raw::TableProvider};

use crate::{
    ReportError,
    blocks::Document,
    content::{self, font_name},
    display::Page,
    fonts::Selection,
    language::language,
    mend::{REPEATED, Written, mend, pack},
    packer::Packer,
    repeated,
    structure::Structure,
    subset::subset,
    used::Used,
    watch::Watch,
};

/// Writes the pages. Each is packed as soon as it is painted, and let go of.
pub(crate) fn paint(
    document: &Document,
    mut pages: Vec<Page>,
    structure: &Structure,
    selection: &Selection,
    watch: &dyn Watch,
) -> Result<Vec<u8>, ReportError> {
    let mut used: BTreeMap<u16, Used<'_>> = BTreeMap::new();
    let own = language(document.say.text("document.packet"));
    let count = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let (mut contents, mut marked) = (Vec::with_capacity(pages.len()), Vec::with_capacity(pages.len()));
    let mut packer = Packer::usual();
    let repeated = repeated::take(&mut pages);
    let repeated = pages.first().filter(|_| !repeated.is_empty()).map(|first| {
        let page = Page { items: repeated, width: first.width, height: first.height, ..Page::default() };
        content::of_page(&page, own, selection, &mut used).bytes
    });
    watch.drawn(0, count);
    for (page, number) in pages.iter_mut().zip(1..) {
        if watch.stopped() {
            return Err(ReportError::Stopped);
        }
        let mut content = content::of_page(page, own, selection, &mut used);
        if repeated.is_some() {
            content.bytes.extend_from_slice(REPEATED);
        }
        let mut stream = Stream::new(Dictionary::new(), content.bytes);
        pack(&mut stream, &mut packer)?;
        contents.push(stream);
        marked.push(content.marked);
        // The tree says where drawings stand.
        page.items.retain(|placed| structure.is_figure(placed.tag));
        page.items.shrink_to_fit();
        watch.drawn(number, count);
    }
    let mut pdf = PdfDocument::new(&document.title);
    pdf.metadata.info.author.clone_from(&document.author);
    pdf.metadata.info.creator = "Interview Workbench".to_owned();
    pdf.metadata.info.producer = "Interview Workbench".to_owned();
    let mut drawn_by = BTreeMap::new();
    for (place, used) in &used {
        let font = font(used)?;
        if !used.codes.single() {
            drawn_by.insert(font.font_name.clone().unwrap_or_default(), used.code_glyphs());
        }
        pdf.resources.fonts.map.insert(FontId(font_name(*place)), PdfFont::new(font));
    }
    pdf.pages = pages.iter().map(sheet).collect();
    if let Some(first) = pdf.pages.first_mut() {
        first.ops = specimen(&used);
    }
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let mut written = to_lopdf_doc(&pdf, &options, &mut Vec::new());
    mend(&mut written, document, contents, &Written { pages: &pages, structure, marked, repeated, drawn_by }, watch)
}

fn sheet(page: &Page) -> PdfPage {
    let hundredths = |value: f32| Pt((value * 100.0).round() / 100.0);
    let mut sheet = PdfPage::new(Mm(0.0), Mm(0.0), Vec::new());
    let bounds = Rect::from_wh(hundredths(page.width), hundredths(page.height));
    sheet.media_box = bounds.clone();
    sheet.trim_box = bounds.clone();
    sheet.crop_box = bounds;
    sheet
}

/// Every code of every face, so that the writer describes them; what really stands on the pages comes in the last step.
fn specimen(all: &BTreeMap<u16, Used<'_>>) -> Vec<Op> {
    let mut ops = vec![Op::StartTextSection];
    for (place, used) in all {
        let code = |(place, (_, text)): (usize, &(u16, String))| Codepoint {
            gid: u16::try_from(place + 1).unwrap_or(0),
            offset: 0.0,
            cid: Some(text.clone()),
        };
        let codes = used.codes.list().iter().enumerate().map(code).collect();
        ops.push(Op::SetFont { font: PdfFontHandle::External(FontId(font_name(*place))), size: Pt(10.0) });
        ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(codes)] });
    }
    ops.push(Op::EndTextSection);
    ops
}

/// Cuts a face and describes it to the writer, which numbers glyphs by code.
fn font(used: &Used<'_>) -> Result<ParsedFont, ReportError> {
    let unusable = || ReportError::Font { name: used.face.name.clone() };
    let bytes = subset(used.face, &used.glyphs).ok_or_else(unusable)?;
    let font = used.face.font().ok_or_else(unusable)?;
    let location = font.axes().location(used.face.axes.iter().copied());
    let metrics = font.metrics(Size::unscaled(), &location);
    let (rise, run) = font.hhea().map_or((1, 0), |hhea| (hhea.caret_slope_rise(), hhea.caret_slope_run()));
    let bounds = metrics.bounds.unwrap_or_default();
    let stub = PdfFontMetricsStub {
        units_per_em: metrics.units_per_em,
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
        font_name: Some(format!("{}+{}", tag(&bytes), used.face.name)),
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: (0..).zip(used.advances()).collect(),
        units_per_em: metrics.units_per_em,
        font_metrics: FontMetrics { ascent: metrics.ascent as i16, descent: metrics.descent as i16 },
        font_type: if outlines { FontType::OpenTypeCFF(()) } else { FontType::TrueType },
        pdf_font_metrics: stub,
        original_bytes: bytes,
    })
}

/// Six letters that tell this cut of the face from another: from its bytes, so that the same cut has the same name.
fn tag(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    sha2::Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
