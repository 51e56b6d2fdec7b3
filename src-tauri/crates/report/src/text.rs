//! Sets paragraphs in lines: shaping, direction and line breaks are parley's, which face draws what is the selection's.

use std::{borrow::Cow, collections::HashMap, rc::Rc};

use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontContext, FontFamily, FontFamilyName, Layout, LayoutContext,
    LineHeight, OverflowWrap, TextStyle,
    fontique::{Collection, CollectionOptions, FontInfoOverride, SourceCache},
};
use skrifa::{GlyphId, MetadataProvider, instance::Size};
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    blocks::{Align, Span, Style, is_rtl},
    display::{Ink, Run},
    fonts::{Face, Selection, Weight, words},
    glyphs::{Glyph, Glyphs},
    watch::Watch,
};

/// Noto Sans's own: so the baseline of a line does not move with the script of a word in it.
const ASCENT: f32 = 1.069;
const DESCENT: f32 = 0.293;
/// Longer texts are set once anyway; keeping them would only hold memory.
const CACHED_MAX: usize = 160;

/// A measure that every line fits in.
pub(crate) const ENDLESS: f32 = 100_000.0;

/// One line.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Line {
    pub runs: Vec<Rc<Run>>,
    /// How much more room it needs above and below than other lines, for stacks of marks.
    pub rise: f32,
    pub fall: f32,
}

/// A paragraph in lines.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lines {
    pub lines: Vec<Line>,
    /// The distance of baselines.
    pub leading: f32,
    /// From the top of a line to its baseline.
    pub baseline: f32,
}

#[derive(PartialEq, Eq, Hash)]
struct Key {
    spans: Vec<(String, u32, Weight, Ink)>,
    width: u32,
    align: Align,
}

/// Sets the text of one document.
pub(crate) struct Typesetter<'a> {
    selection: &'a Selection,
    fonts: FontContext,
    layouts: LayoutContext<Ink>,
    layout: Layout<Ink>,
    /// The place of a face, by the id of its file.
    faces: HashMap<u64, u16>,
    names: Vec<String>,
    cache: HashMap<Key, Rc<Lines>>,
    watch: &'a dyn Watch,
}

impl<'a> Typesetter<'a> {
    pub(crate) fn new(selection: &'a Selection, watch: &'a dyn Watch) -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let mut faces = HashMap::new();
        let mut names = Vec::new();
        for (face, place) in selection.faces().iter().zip(0_u16..) {
            // A family of its own for each face: parley then takes exactly the face that the selection chose.
            let name = format!("face {place}");
            let named = FontInfoOverride { family_name: Some(&name), ..FontInfoOverride::default() };
            collection.register_fonts(face.data.clone(), Some(named));
            faces.insert(face.data.id(), place);
            names.push(name);
        }
        Self {
            selection,
            fonts: FontContext { collection, source_cache: SourceCache::default() },
            layouts: LayoutContext::new(),
            layout: Layout::new(),
            faces,
            names,
            cache: HashMap::new(),
            watch,
        }
    }

    /// Whether nobody waits for the document any more.
    pub(crate) fn stopped(&self) -> bool {
        self.watch.stopped()
    }

    /// So many pages are full of what was set.
    pub(crate) fn full(&self, pages: u32) {
        self.watch.laid_out(pages);
    }

    /// Sets spans in lines of this width.
    pub(crate) fn set(&mut self, spans: &[Span], width: f32, align: Align) -> Rc<Lines> {
        let length: usize = spans.iter().map(|span| span.text.len()).sum();
        if length > CACHED_MAX {
            return Rc::new(self.shape(spans, width, align));
        }
        let key = Key {
            spans: spans
                .iter()
                .map(|span| (span.text.clone(), span.style.size.to_bits(), span.style.weight, span.style.ink))
                .collect(),
            width: width.to_bits(),
            align,
        };
        if let Some(lines) = self.cache.get(&key) {
            return lines.clone();
        }
        let lines = Rc::new(self.shape(spans, width, align));
        self.cache.insert(key, lines.clone());
        lines
    }

    /// How wide the spans are on one line.
    pub(crate) fn width(&mut self, spans: &[Span]) -> f32 {
        let lines = self.set(spans, ENDLESS, Align::Left);
        lines.lines.iter().flat_map(|line| &line.runs).map(|run| run.x + run.width).fold(0.0, f32::max)
    }

    fn shape(&mut self, spans: &[Span], width: f32, align: Align) -> Lines {
        let leading = spans.iter().map(|span| span.style.leading()).fold(0.0, f32::max);
        let size = spans.iter().map(|span| span.style.size).fold(0.0, f32::max);
        let baseline = (leading - size * (ASCENT + DESCENT)) / 2.0 + size * ASCENT;
        let (mut text, mut ranges) = self.compose(spans, false);
        if text.is_empty() {
            return Lines { lines: vec![Line::default()], leading, baseline };
        }
        self.build(&text, &ranges, width, align);
        if self.widest() > width + 0.1 {
            // Lines break between clusters. One that no line can hold is parted, and what still does not fit made smaller.
            (text, ranges) = self.compose(spans, true);
            self.build(&text, &ranges, width, align);
            // Advances may not shrink quite as sizes do.
            for _ in 0..3 {
                let widest = self.widest();
                if widest <= width + 0.1 {
                    break;
                }
                let scale = ranges.first().map_or(1.0, |range| range.scale) * width / widest;
                ranges.iter_mut().for_each(|range| range.scale = scale);
                self.build(&text, &ranges, width, align);
            }
        }
        let lines = (0..self.layout.len()).map(|place| self.line(place, &text, (leading, baseline))).collect();
        Lines { lines, leading, baseline }
    }

    /// The text of the spans as it is printed, and its pieces of one face and style.
    fn compose(&self, spans: &[Span], parted: bool) -> (String, Vec<Piece>) {
        let mut text = String::new();
        let mut ranges = Vec::new();
        for span in spans {
            let start = text.len();
            let visible = self.selection.visible(&span.text);
            text.push_str(&if parted { part(&visible) } else { visible });
            self.itemize(&text, start, span.style, &mut ranges);
        }
        (text, ranges)
    }

    /// The width of the longest line, without the spaces that hang at its end.
    fn widest(&self) -> f32 {
        let inked = |line: parley::Line<'_, Ink>| line.metrics().advance - line.metrics().hanging_advance;
        self.layout.lines().map(inked).fold(0.0, f32::max)
    }

    /// Splits a span where its face changes.
    fn itemize(&self, text: &str, start: usize, style: Style, pieces: &mut Vec<Piece>) {
        let piece = |range, face| Piece { range, face, style, scale: 1.0 };
        if text[start..].is_ascii() {
            pieces.push(piece(start..text.len(), self.selection.face("a", style.weight, None)));
            return;
        }
        let mut before = None;
        let mut from = start;
        for part in text[start..].graphemes(true).flat_map(|cluster| self.selection.pieces(cluster)) {
            let face = self.selection.face(part, style.weight, before);
            let end = from + part.len();
            match pieces.last_mut() {
                Some(last) if before == Some(face) && last.face == face => last.range.end = end,
                _ => pieces.push(piece(from..end, face)),
            }
            before = Some(face);
            from = end;
        }
    }

    fn build(&mut self, text: &str, pieces: &[Piece], width: f32, align: Align) {
        let mut builder = self.layouts.style_run_builder(&mut self.fonts, text, 1.0, false);
        // Where the text has nothing written from right to left, the answer is known without looking.
        if align != Align::Own || !text.chars().any(is_rtl) {
            builder.set_base_direction(BaseDirection::Ltr);
        }
        for Piece { range, face, style, scale } in pieces {
            let style = builder.push_style(TextStyle {
                font_family: FontFamily::Single(FontFamilyName::named(&self.names[*face])),
                font_size: style.size * scale,
                brush: style.ink,
                line_height: LineHeight::Absolute(style.leading()),
                overflow_wrap: OverflowWrap::Anywhere,
                ..TextStyle::default()
            });
            builder.push_style_run(style, range.clone());
        }
        builder.build_into(&mut self.layout, text);
        self.layout.break_all_lines(Some(width));
        let alignment = match align {
            Align::Left | Align::Own => Alignment::Start,
            Align::Right => Alignment::Right,
            Align::Center => Alignment::Center,
        };
        self.layout.align(alignment, AlignmentOptions::default());
    }

    /// Reads one line of the layout off, left to right.
    fn line(&self, place: usize, text: &str, (leading, baseline): (f32, f32)) -> Line {
        let mut runs: Vec<Rc<Run>> = Vec::new();
        let Some(line) = self.layout.get(place) else { return Line::default() };
        let mut x = line.metrics().offset;
        for run in line.runs() {
            let font = run.font();
            let face = self.faces.get(&font.data.id()).copied().unwrap_or(0);
            // As a rule a glyph for each letter; a letter of other scripts has more bytes, which only is some room too many.
            let room = run.text_range().len();
            let mut builder = RunBuilder {
                face,
                size: run.font_size(),
                rtl: run.is_rtl(),
                clusters: Vec::with_capacity(room),
                glyphs: Vec::with_capacity(room),
                ..RunBuilder::default()
            };
            for cluster in run.visual_clusters() {
                let ink = cluster.style().brush;
                if builder.ink != ink {
                    builder.finish(text, &mut runs);
                    builder.ink = ink;
                }
                let range = cluster.text_range();
                // A ligature's glyphs come with its first letter: the others widen what is open.
                let open = if builder.rtl { builder.widening } else { cluster.is_ligature_continuation() };
                builder.add(x, range, cluster.glyphs().map(|g| (g.id, g.x, g.y, g.advance)), open);
                builder.widening = builder.rtl && cluster.is_ligature_continuation();
                x += cluster.advance();
            }
            builder.end = x;
            builder.finish(text, &mut runs);
        }
        let (mut rise, mut fall) = (0.0_f32, 0.0_f32);
        for run in &runs {
            let (above, below) = reach(run, &self.selection.faces()[usize::from(run.face)]);
            rise = rise.max(above - baseline);
            fall = fall.max(below - (leading - baseline));
        }
        Line { runs, rise, fall }
    }
}

/// A piece of a paragraph in one face and style.
struct Piece {
    range: std::ops::Range<usize>,
    face: usize,
    style: Style,
    /// Its size by its style's: 1 unless it had to be made smaller.
    scale: f32,
}

/// The text with a place to break inside each cluster of more letters than any syllable has.
fn part(text: &str) -> Cow<'_, str> {
    const LETTERS: usize = 8;
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        let letters = || cluster.chars().filter(|c| !words::is_mark(*c) && !words::is_ignorable(*c)).count();
        if cluster.len() <= LETTERS || letters() <= LETTERS {
            out.push_str(cluster);
            continue;
        }
        for (place, c) in cluster.char_indices() {
            if place > 0 && !words::is_mark(c) && !words::is_ignorable(c) {
                out.push('\u{200B}');
            }
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// How far the raised and lowered glyphs of a run reach above and below its baseline. Others stay within their line.
fn reach(run: &Run, face: &Face) -> (f32, f32) {
    let (mut above, mut below) = (0.0_f32, 0.0_f32);
    let glyphs = run.glyphs.all();
    let raised = || glyphs.iter().filter(|glyph| glyph.y != 0.0);
    let Some(font) = face.font().filter(|_| raised().next().is_some()) else { return (above, below) };
    let location = font.axes().location(face.axes.iter().copied());
    let metrics = font.glyph_metrics(Size::new(run.size), &location);
    for glyph in raised() {
        if let Some(bounds) = metrics.bounds(GlyphId::from(glyph.id)) {
            above = above.max(bounds.y_max - glyph.y);
            below = below.max(glyph.y - bounds.y_min);
        }
    }
    (above, below)
}

/// A cluster on its way into a run.
struct Gathered {
    x: f32,
    range: std::ops::Range<usize>,
    /// The first of its glyphs.
    glyph: usize,
}

/// Gathers clusters, left to right, into one run.
#[derive(Default)]
struct RunBuilder {
    face: u16,
    size: f32,
    rtl: bool,
    ink: Ink,
    /// Whether the next cluster belongs to the one before, read right to left.
    widening: bool,
    clusters: Vec<Gathered>,
    glyphs: Vec<Glyph>,
    end: f32,
}

impl RunBuilder {
    fn add(
        &mut self,
        x: f32,
        range: std::ops::Range<usize>,
        glyphs: impl Iterator<Item = (u32, f32, f32, f32)>,
        open: bool,
    ) {
        match self.clusters.last_mut().filter(|_| open) {
            Some(last) => {
                last.range.start = last.range.start.min(range.start);
                last.range.end = last.range.end.max(range.end);
            }
            None => self.clusters.push(Gathered { x, range, glyph: self.glyphs.len() }),
        }
        let mut pen = self.clusters.last().map_or(x, |last| last.x);
        for (id, dx, dy, advance) in glyphs {
            let id = u16::try_from(id).unwrap_or(0);
            self.glyphs.push(Glyph { id, x: pen + dx, y: dy, still: advance == 0.0, cluster: (0, 0) });
            pen += advance;
        }
        self.end = pen.max(x);
    }

    /// Hands the run over. Spaces at a line's end have width but no ink; they stay in the text.
    fn finish(&mut self, text: &str, runs: &mut Vec<Rc<Run>>) {
        let (clusters, mut glyphs) = (std::mem::take(&mut self.clusters), std::mem::take(&mut self.glyphs));
        let (Some(start), Some(end)) =
            (clusters.iter().map(|c| c.range.start).min(), clusters.iter().map(|c| c.range.end).max())
        else {
            return;
        };
        let x = clusters.first().map_or(0.0, |cluster| cluster.x);
        let mut inked = x;
        for (place, cluster) in clusters.iter().enumerate() {
            let next = clusters.get(place + 1);
            if !text[cluster.range.clone()].trim().is_empty() {
                inked = next.map_or(self.end, |next| next.x);
            }
            let of = ((cluster.range.start - start) as u32, (cluster.range.end - start) as u32);
            let last = next.map_or(glyphs.len(), |next| next.glyph);
            for glyph in &mut glyphs[cluster.glyph..last] {
                glyph.x -= x;
                glyph.cluster = of;
            }
        }
        runs.push(Rc::new(Run {
            x,
            face: self.face,
            size: self.size,
            ink: self.ink,
            rtl: self.rtl,
            text: text[start..end].to_owned(),
            glyphs: Glyphs::new(glyphs),
            width: inked - x,
        }));
    }
}
