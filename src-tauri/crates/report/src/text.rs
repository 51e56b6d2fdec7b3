//! Sets paragraphs in lines: shaping, direction and line breaks are parley's, which face draws what is the selection's.

use std::{collections::HashMap, rc::Rc};

use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontContext, FontFamily, FontFamilyName, Layout, LayoutContext,
    LineHeight, OverflowWrap, TextStyle,
    fontique::{Collection, CollectionOptions, FontInfoOverride, SourceCache},
};
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    blocks::{Align, Span, is_rtl},
    display::{Glyph, Ink, Run},
    fonts::{Selection, Weight},
};

/// Noto Sans's own: so the baseline of a line does not move with the script of a word in it.
const ASCENT: f32 = 1.069;
const DESCENT: f32 = 0.293;
/// Longer texts are set once anyway; keeping them would only hold memory.
const CACHED_MAX: usize = 160;

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub runs: Vec<Rc<Run>>,
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
}

impl<'a> Typesetter<'a> {
    pub(crate) fn new(selection: &'a Selection) -> Self {
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
        }
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
        let lines = self.set(spans, 100_000.0, Align::Left);
        lines.lines.iter().flat_map(|line| &line.runs).map(|run| run.x + run.width).fold(0.0, f32::max)
    }

    fn shape(&mut self, spans: &[Span], width: f32, align: Align) -> Lines {
        let leading = spans.iter().map(|span| span.style.leading()).fold(0.0, f32::max);
        let size = spans.iter().map(|span| span.style.size).fold(0.0, f32::max);
        let baseline = (leading - size * (ASCENT + DESCENT)) / 2.0 + size * ASCENT;
        let mut text = String::new();
        let mut ranges = Vec::new();
        for span in spans {
            let start = text.len();
            text.push_str(&self.selection.visible(&span.text));
            self.itemize(&text, start, span, &mut ranges);
        }
        if text.is_empty() {
            return Lines { lines: vec![Line { runs: Vec::new() }], leading, baseline };
        }
        self.build(&text, &ranges, width, align);
        let lines = (0..self.layout.len()).map(|place| self.line(place, &text)).collect();
        Lines { lines, leading, baseline }
    }

    /// Splits a span where its face changes.
    fn itemize(&self, text: &str, start: usize, span: &Span, ranges: &mut Vec<(usize, usize, usize, Span)>) {
        let bare = Span { text: String::new(), style: span.style };
        if text[start..].is_ascii() {
            let face = self.selection.face("a", span.style.weight, None);
            ranges.push((start, text.len(), face, bare));
            return;
        }
        let mut before = None;
        for (offset, cluster) in text[start..].grapheme_indices(true) {
            let face = self.selection.face(cluster, span.style.weight, before);
            let end = start + offset + cluster.len();
            match ranges.last_mut() {
                Some((_, last, used, _)) if before == Some(face) && *used == face => *last = end,
                _ => ranges.push((start + offset, end, face, bare.clone())),
            }
            before = Some(face);
        }
    }

    fn build(&mut self, text: &str, ranges: &[(usize, usize, usize, Span)], width: f32, align: Align) {
        let mut builder = self.layouts.style_run_builder(&mut self.fonts, text, 1.0, false);
        // Where the text has nothing written from right to left, the answer is known without looking.
        if align != Align::Own || !text.chars().any(is_rtl) {
            builder.set_base_direction(BaseDirection::Ltr);
        }
        for (start, end, face, span) in ranges {
            let style = builder.push_style(TextStyle {
                font_family: FontFamily::Single(FontFamilyName::named(&self.names[*face])),
                font_size: span.style.size,
                brush: span.style.ink,
                line_height: LineHeight::Absolute(span.style.leading()),
                overflow_wrap: OverflowWrap::Anywhere,
                ..TextStyle::default()
            });
            builder.push_style_run(style, *start..*end);
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
    fn line(&self, place: usize, text: &str) -> Line {
        let mut runs: Vec<Rc<Run>> = Vec::new();
        let Some(line) = self.layout.get(place) else { return Line { runs } };
        let mut x = line.metrics().offset;
        for run in line.runs() {
            let font = run.font();
            let face = self.faces.get(&font.data.id()).copied().unwrap_or(0);
            let mut builder = RunBuilder { face, size: run.font_size(), rtl: run.is_rtl(), ..RunBuilder::default() };
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
        Line { runs }
    }
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
    /// Where each cluster starts, its text, and its glyphs.
    clusters: Vec<(f32, std::ops::Range<usize>, Vec<Glyph>)>,
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
        if !open || self.clusters.is_empty() {
            self.clusters.push((x, range.clone(), Vec::new()));
        }
        let Some((start, text, list)) = self.clusters.last_mut() else { return };
        text.start = text.start.min(range.start);
        text.end = text.end.max(range.end);
        let mut pen = *start;
        for (id, dx, dy, advance) in glyphs {
            list.push(Glyph { id: u16::try_from(id).unwrap_or(0), x: pen + dx, y: dy, cluster: (0, 0) });
            pen += advance;
        }
        self.end = pen.max(x);
    }

    /// Hands the run over. Spaces at a line's end have width but no ink; they stay in the text.
    fn finish(&mut self, text: &str, runs: &mut Vec<Rc<Run>>) {
        let clusters = std::mem::take(&mut self.clusters);
        let (Some(start), Some(end)) =
            (clusters.iter().map(|c| c.1.start).min(), clusters.iter().map(|c| c.1.end).max())
        else {
            return;
        };
        let x = clusters.first().map_or(0.0, |c| c.0);
        let mut glyphs = Vec::with_capacity(clusters.len());
        let mut inked = x;
        for (place, (_, range, list)) in clusters.iter().enumerate() {
            if !text[range.clone()].trim().is_empty() {
                inked = clusters.get(place + 1).map_or(self.end, |next| next.0);
            }
            let cluster = ((range.start - start) as u32, (range.end - start) as u32);
            glyphs.extend(list.iter().map(|g| Glyph { x: g.x - x, cluster, ..g.clone() }));
        }
        runs.push(Rc::new(Run {
            x,
            face: self.face,
            size: self.size,
            ink: self.ink,
            rtl: self.rtl,
            text: text[start..end].to_owned(),
            glyphs,
            width: inked - x,
        }));
    }
}
