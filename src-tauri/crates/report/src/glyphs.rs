//! The glyphs of a run, in little memory: a document of hundreds of pages has a million of them at once.

use std::borrow::Cow;

/// One glyph of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    /// The glyph's number in its face.
    pub id: u16,
    /// Where it stands, from the start of the run.
    pub x: f32,
    /// How far below the baseline.
    pub y: f32,
    /// Whether the next glyph stands where it stands: a sign above or below a letter.
    pub still: bool,
    /// The bytes of the run's text that its cluster stands for.
    pub cluster: (u32, u32),
}

/// The glyphs of a run, left to right.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyphs(Kept);

#[derive(Debug, Clone, PartialEq)]
enum Kept {
    /// One for each byte of the text, in its order and on the baseline, each with its place and its number: nearly all of
    /// most documents, in less than half the room.
    Plain(Box<[(f32, u16)]>),
    All(Box<[Glyph]>),
}

impl Glyphs {
    pub(crate) fn new(glyphs: Vec<Glyph>) -> Self {
        let is_plain = |(glyph, at): (&Glyph, u32)| glyph.y == 0.0 && !glyph.still && glyph.cluster == (at, at + 1);
        Self(if glyphs.iter().zip(0..).all(is_plain) {
            Kept::Plain(glyphs.iter().map(|glyph| (glyph.x, glyph.id)).collect())
        } else {
            Kept::All(glyphs.into_boxed_slice())
        })
    }

    /// Each of them.
    pub(crate) fn all(&self) -> Cow<'_, [Glyph]> {
        match &self.0 {
            Kept::Plain(glyphs) => {
                let whole =
                    |(&(x, id), at): (&(f32, u16), u32)| Glyph { id, x, y: 0.0, still: false, cluster: (at, at + 1) };
                Cow::Owned(glyphs.iter().zip(0..).map(whole).collect())
            }
            Kept::All(glyphs) => Cow::Borrowed(glyphs),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let plain =
            |at: u32| Glyph { id: 7 + at as u16, x: at as f32 * 4.5, y: 0.0, still: false, cluster: (at, at + 1) };
        let three: Vec<Glyph> = (0..3).map(plain).collect();
        let changed = |change: fn(&mut Glyph)| {
            let mut glyphs = three.clone();
            change(&mut glyphs[1]);
            glyphs
        };
        let raised = changed(|glyph| glyph.y = -2.0);
        let still = changed(|glyph| glyph.still = true);
        let wide = changed(|glyph| glyph.cluster = (1, 3));
        let joined = changed(|glyph| glyph.cluster = (0, 1));
        for (glyphs, little) in
            [(Vec::new(), true), (three.clone(), true), (raised, false), (still, false), (wide, false), (joined, false)]
        {
            let kept = Glyphs::new(glyphs.clone());
            assert_eq!(kept.all(), glyphs, "the same glyphs");
            assert_eq!(matches!(kept.0, Kept::Plain(_)), little, "{glyphs:?}");
        }
    }
}
