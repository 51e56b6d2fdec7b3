//! Cuts a face to the glyphs that a document uses.

use subsetter::{GlyphRemapper, Tag};

use crate::fonts::Face;

/// The face with only these glyphs, renumbered; none if the font cannot be cut.
pub(crate) fn subset(face: &Face, glyphs: &GlyphRemapper) -> Option<Vec<u8>> {
    if face.axes.is_empty() {
        return subsetter::subset(face.data.as_ref(), 0, glyphs).ok();
    }
    let axes: Vec<(Tag, f32)> = face.axes.iter().map(|(tag, value)| (Tag::new(&tag.to_be_bytes()), *value)).collect();
    subsetter::subset_with_variations(face.data.as_ref(), 0, &axes, glyphs).ok()
}
