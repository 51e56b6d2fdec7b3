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
    /// One for each cluster, in the order of the text and on the baseline, with its place, its number and how many bytes its
    /// cluster has: nearly all of most documents, in less than half the room.
    Plain(Box<[(f32, u16, u16)]>),
    All(Box<[Glyph]>),
}

impl Glyphs {
    pub(crate) fn new(glyphs: Vec<Glyph>) -> Self {
        match plain(&glyphs) {
            Some(plain) => Self(Kept::Plain(plain)),
            None => Self(Kept::All(glyphs.into_boxed_slice())),
        }
    }

    /// Each of them.
    pub(crate) fn all(&self) -> Cow<'_, [Glyph]> {
        match &self.0 {
            Kept::Plain(glyphs) => {
                let mut end = 0;
                let whole = |&(x, id, length): &(f32, u16, u16)| {
                    let start = end;
                    end += u32::from(length);
                    Glyph { id, x, y: 0.0, still: false, cluster: (start, end) }
                };
                Cow::Owned(glyphs.iter().map(whole).collect())
            }
            Kept::All(glyphs) => Cow::Borrowed(glyphs),
        }
    }
}

/// In little room, where nothing is lost by it.
fn plain(glyphs: &[Glyph]) -> Option<Box<[(f32, u16, u16)]>> {
    let mut end = 0;
    let mut plain = Vec::with_capacity(glyphs.len());
    for glyph in glyphs {
        let (from, to) = glyph.cluster;
        if glyph.y != 0.0 || glyph.still || from != end || to <= from {
            return None;
        }
        plain.push((glyph.x, glyph.id, u16::try_from(to - from).ok()?));
        end = to;
    }
    Some(plain.into_boxed_slice())
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
        let cases = [
            (Vec::new(), true),
            (three.clone(), true),
            (changed(|glyph| glyph.cluster = (1, 2 + 70_000)), false),
            (changed(|glyph| glyph.y = -2.0), false),
            (changed(|glyph| glyph.still = true), false),
            (changed(|glyph| glyph.cluster = (0, 1)), false),
            (changed(|glyph| glyph.cluster = (1, 1)), false),
            // From right to left.
            (three.iter().rev().copied().collect(), false),
            // A ligature, and a letter of three bytes.
            (
                three
                    .iter()
                    .map(|glyph| Glyph { cluster: (glyph.cluster.0 * 3, glyph.cluster.1 * 3), ..*glyph })
                    .collect(),
                true,
            ),
        ];
        for (glyphs, little) in cases {
            let kept = Glyphs::new(glyphs.clone());
            assert_eq!(kept.all(), glyphs, "the same glyphs");
            assert_eq!(matches!(kept.0, Kept::Plain(_)), little, "{glyphs:?}");
        }
    }
}
