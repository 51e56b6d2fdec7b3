//! The outline of a glyph, for the few that are drawn as shapes.

use skrifa::{
    GlyphId, MetadataProvider,
    instance::Size,
    outline::{DrawSettings, OutlinePen},
};

use crate::fonts::Face;

/// Closed curves: points with whether each is a handle, two of them before the end of a curve. `y` grows upwards.
pub(crate) type Contours = Vec<Vec<(f32, f32, bool)>>;

/// The outline of a glyph at this size.
pub(crate) fn contours(face: &Face, glyph: u16, size: f32) -> Option<Contours> {
    let font = face.font()?;
    let location = font.axes().location(face.axes.iter().copied());
    let mut pen = Pen { contours: Vec::new() };
    let settings = DrawSettings::unhinted(Size::new(size), &location);
    font.outline_glyphs().get(GlyphId::from(glyph))?.draw(settings, &mut pen).ok()?;
    Some(pen.contours)
}

struct Pen {
    contours: Contours,
}

impl Pen {
    fn add(&mut self, points: &[(f32, f32, bool)]) {
        if let Some(contour) = self.contours.last_mut() {
            contour.extend_from_slice(points);
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.contours.push(vec![(x, y, false)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add(&[(x, y, false)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (from_x, from_y) =
            self.contours.last().and_then(|contour| contour.last()).map_or((cx, cy), |point| (point.0, point.1));
        // The same curve with two handles.
        let toward = |from: f32, handle: f32| from + (handle - from) * 2.0 / 3.0;
        self.add(&[
            (toward(from_x, cx), toward(from_y, cy), true),
            (toward(x, cx), toward(y, cy), true),
            (x, y, false),
        ]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.add(&[(ax, ay, true), (bx, by, true), (x, y, false)]);
    }

    fn close(&mut self) {}
}
