//! The faces of one document, and which of them draws each character.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use unicode_segmentation::UnicodeSegmentation;

use super::{Face, Fonts, bundled, words};

/// The three weights that documents use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Weight {
    /// Running text.
    Regular,
    /// Quotes.
    Italic,
    /// Heads and ratings.
    Strong,
}

/// The faces of one document.
pub(crate) struct Selection {
    faces: Vec<Arc<Face>>,
    /// A bit a face, set where the face draws the character.
    cover: HashMap<char, u64>,
    order: [Vec<usize>; 3],
}

impl Selection {
    /// Chooses faces for every character of a document.
    pub(crate) fn new(fonts: &Fonts, mut characters: BTreeSet<char>) -> Self {
        // What the program itself may print in place of a character.
        characters.extend("[]U+0123456789ABCDEF… ".chars());
        let characters: Vec<char> = characters.into_iter().collect();
        let mut faces: Vec<Arc<Face>> = bundled::faces().to_vec();
        let mut cover: HashMap<char, u64> = characters.iter().map(|c| (*c, 0)).collect();
        for (place, face) in faces.iter().enumerate() {
            for (c, covered) in characters.iter().zip(face.covers(&characters)) {
                if covered && let Some(bits) = cover.get_mut(c) {
                    *bits |= 1 << place;
                }
            }
        }
        let lacking = cover
            .iter()
            .filter(|(c, bits)| **bits == 0 && !words::is_control(**c) && !words::is_ignorable(**c) && **c != '\n')
            .map(|(c, _)| *c)
            .collect();
        let mut found: Vec<(char, Arc<Face>)> = fonts.system(&lacking).into_iter().collect();
        found.sort_by_key(|(c, _)| *c);
        for (_, face) in &found {
            // One bit a face: far more system fonts than any text needs.
            if faces.len() < 64 && !faces.iter().any(|known| Arc::ptr_eq(known, face)) {
                faces.push(face.clone());
            }
        }
        for (place, face) in faces.iter().enumerate().skip(bundled::faces().len()) {
            for (c, covered) in characters.iter().zip(face.covers(&characters)) {
                if covered && let Some(bits) = cover.get_mut(c) {
                    *bits |= 1 << place;
                }
            }
        }
        let system = bundled::faces().len()..faces.len();
        let order = bundled::ORDER.map(|first| first.iter().copied().chain(system.clone()).collect());
        Self { faces, cover, order }
    }

    /// The faces; a face's place is its number in glyph runs.
    pub(crate) fn faces(&self) -> &[Arc<Face>] {
        &self.faces
    }

    /// Which faces draw the whole cluster, a bit a face. Joiners and direction marks need no glyph.
    fn bits(&self, cluster: &str) -> u64 {
        cluster
            .chars()
            .filter(|c| !words::is_ignorable(*c))
            .fold(u64::MAX, |bits, c| if words::is_control(c) { 0 } else { bits & self.cover.get(&c).unwrap_or(&0) })
    }

    /// The face for a cluster of [`Self::visible`] text. A space goes with what precedes it where it can, so that a
    /// phrase in another script is shaped as one.
    pub(crate) fn face(&self, cluster: &str, weight: Weight, before: Option<usize>) -> usize {
        let bits = self.bits(cluster);
        if cluster == " "
            && let Some(before) = before.filter(|place| bits & (1 << place) != 0)
        {
            return before;
        }
        let order = &self.order[weight as usize];
        order.iter().copied().find(|place| bits & (1 << place) != 0).unwrap_or(order[0])
    }

    /// The characters of a cluster that no face draws together with the rest of it.
    fn missing<'a>(&'a self, cluster: &'a str) -> impl Iterator<Item = char> + 'a {
        let whole = self.bits(cluster) == 0;
        // A base with marks from another script: the base is drawn, the marks are named.
        let base = cluster.chars().next().map_or(0, |c| self.bits(c.encode_utf8(&mut [0; 4])));
        let mut bits = u64::MAX;
        cluster.chars().filter(move |c| {
            if !whole || words::is_ignorable(*c) {
                return false;
            }
            let own = self.bits(c.encode_utf8(&mut [0; 4]));
            if base & own & bits == 0 {
                return true;
            }
            bits &= own;
            false
        })
    }

    /// The characters of a text that no face can draw, in order.
    pub(crate) fn undrawable(&self, text: &str) -> Vec<char> {
        if text.is_ascii() && !text.chars().any(words::is_control) {
            return Vec::new();
        }
        text.graphemes(true).filter(|cluster| !is_break(cluster)).flat_map(|cluster| self.missing(cluster)).collect()
    }

    /// The text as it can be printed: what no face can draw becomes its code point in brackets.
    pub(crate) fn visible<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.undrawable(text).is_empty() {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len() + 16);
        for cluster in text.graphemes(true) {
            let missing: Vec<char> = if is_break(cluster) { Vec::new() } else { self.missing(cluster).collect() };
            for c in cluster.chars() {
                if missing.contains(&c) {
                    out.push_str(&format!("[{}]", words::code(c)));
                } else {
                    out.push(c);
                }
            }
        }
        Cow::Owned(out)
    }
}

fn is_break(cluster: &str) -> bool {
    matches!(cluster, "\n" | "\r\n" | "\t" | "\r" | "\u{2028}" | "\u{2029}")
}
