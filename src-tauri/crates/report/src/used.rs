//! What a document uses of one face: glyphs, the codes that text is written in, and their widths.

use skrifa::{GlyphId, MetadataProvider, instance::Size, raw::TableProvider};
use subsetter::GlyphRemapper;

use crate::{
    fonts::Face,
    glyphs::Glyph,
    unicode_map::{Cluster, Codes, Reads},
};

/// What a document uses of one face.
pub(crate) struct Used<'a> {
    pub face: &'a Face,
    pub glyphs: GlyphRemapper,
    pub codes: Codes,
    /// The widths as viewers will know them, by code: font units, and whole thousandths of the size.
    widths: Vec<(u16, i64)>,
}

impl<'a> Used<'a> {
    pub(crate) fn new(face: &'a Face) -> Self {
        // Outlines of the other kind are found by their numbers alone: one code a glyph.
        let single = face.axes.is_empty() && face.font().is_some_and(|font| font.glyf().is_err());
        let space = face.font().and_then(|font| font.charmap().map(' '));
        let codes = Codes::new(single, space.and_then(|glyph| u16::try_from(glyph.to_u32()).ok()));
        let mut used = Self { face, glyphs: GlyphRemapper::new(), codes, widths: Vec::new() };
        used.measure(0);
        used
    }

    /// The codes of one cluster.
    pub(crate) fn learn(&mut self, glyphs: &[Glyph], text: &str, reads: Reads, codes: &mut Cluster) {
        self.codes.of(glyphs, text, reads, codes);
        while let Some((glyph, text)) = self.codes.list().get(self.widths.len() - 1) {
            self.glyphs.remap(*glyph);
            if self.codes.is_unseen(*glyph, text) {
                self.widths.push((0, 0));
            } else {
                self.measure(*glyph);
            }
        }
    }

    fn measure(&mut self, glyph: u16) {
        let advance = self.face.font().map_or(0, |font| {
            let location = font.axes().location(self.face.axes.iter().copied());
            let metrics = font.glyph_metrics(Size::unscaled(), &location);
            metrics.advance_width(GlyphId::from(glyph)).unwrap_or(0.0).round() as u16
        });
        self.widths.push((advance, (f32::from(advance) * 1000.0 / f32::from(self.units_per_em())) as i64));
    }

    pub(crate) fn units_per_em(&self) -> u16 {
        self.face.font().and_then(|font| font.head().ok().map(|head| head.units_per_em())).unwrap_or(1000)
    }

    /// The width of a code in thousandths of the size.
    pub(crate) fn width(&self, code: u16) -> f32 {
        self.widths.get(usize::from(code)).map_or(0.0, |(_, width)| *width as f32)
    }

    /// The width of every code in the font's units.
    pub(crate) fn advances(&self) -> impl Iterator<Item = u16> {
        self.widths.iter().map(|(advance, _)| *advance)
    }

    /// Which glyph of the cut face each code draws.
    pub(crate) fn code_glyphs(&self) -> Vec<u16> {
        let glyphs = self.codes.list().iter().map(|(glyph, _)| self.glyphs.get(*glyph).unwrap_or(0));
        std::iter::once(0).chain(glyphs).collect()
    }
}
