//! The faces of one document, and which of them draws each character.

use std::{
    borrow::Cow,
    cell::RefCell,
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use unicode_segmentation::UnicodeSegmentation;

use super::{Face, Fonts, bundled, words};

/// The forms of text that documents use, each with the faces that it is tried in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Weight {
    /// Running text.
    Regular,
    /// Quotes.
    Italic,
    /// Heads and ratings.
    Strong,
    /// Code: every character as wide as another.
    Mono,
}

/// The faces of one document.
pub(crate) struct Selection {
    faces: Vec<Arc<Face>>,
    /// A bit a face, set where the face draws the character. A character that was not announced, such as one that the
    /// report itself prints, is looked up when it is met: none can be forgotten.
    cover: RefCell<HashMap<char, u64>>,
    order: [Vec<usize>; 4],
}

impl Selection {
    /// Chooses faces for the characters of a document. The system is asked only for those that the bundled faces lack.
    pub(crate) fn new(fonts: &Fonts, characters: impl IntoIterator<Item = char>) -> Self {
        let characters: Vec<char> = characters.into_iter().collect();
        let mut faces: Vec<Arc<Face>> = bundled::faces().to_vec();
        let mut cover: HashMap<char, u64> = characters.iter().map(|c| (*c, 0)).collect();
        mark_cover(&faces, 0, &characters, &mut cover);
        let lacking: BTreeSet<char> = cover
            .iter()
            .filter(|(c, bits)| **bits == 0 && !words::is_control(**c) && !words::is_ignorable(**c) && **c != '\n')
            .map(|(c, _)| *c)
            .collect();
        if !lacking.is_empty() {
            let mut found: Vec<(char, Arc<Face>)> = fonts.system(&lacking).into_iter().collect();
            found.sort_by_key(|(c, _)| *c);
            let bundled = faces.len();
            for (_, face) in &found {
                // One bit a face: far more system fonts than any text needs.
                if faces.len() < 64 && !faces.iter().any(|known| Arc::ptr_eq(known, face)) {
                    faces.push(face.clone());
                }
            }
            mark_cover(&faces, bundled, &characters, &mut cover);
        }
        let system = bundled::faces().len()..faces.len();
        let order = bundled::ORDER.map(|first| first.iter().copied().chain(system.clone()).collect());
        Self { faces, cover: RefCell::new(cover), order }
    }

    /// The faces; a face's place is its number in glyph runs.
    pub(crate) fn faces(&self) -> &[Arc<Face>] {
        &self.faces
    }

    /// Which faces draw the character, a bit a face.
    fn cover(&self, c: char) -> u64 {
        *self.cover.borrow_mut().entry(c).or_insert_with(|| {
            let draws = |(place, face): (usize, &Arc<Face>)| u64::from(face.covers(&[c])[0]) << place;
            self.faces.iter().enumerate().map(draws).sum()
        })
    }

    /// Which faces draw the whole cluster, a bit a face. Joiners and direction marks need no glyph.
    fn bits(&self, cluster: &str) -> u64 {
        cluster
            .chars()
            .filter(|c| !words::is_ignorable(*c))
            .fold(u64::MAX, |bits, c| if words::is_control(c) { 0 } else { bits & self.cover(c) })
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

    /// A cluster of [`Self::visible`] text in pieces that one face draws: as a whole where there is such a face, else a
    /// letter with its marks each.
    pub(crate) fn pieces<'a>(&self, cluster: &'a str) -> impl Iterator<Item = &'a str> {
        let whole = self.bits(cluster) != 0;
        let starts = cluster.char_indices().filter(move |(place, c)| *place == 0 || (!whole && is_letter(*c)));
        let mut starts = starts.map(|(place, _)| place).peekable();
        std::iter::from_fn(move || {
            let start = starts.next()?;
            Some(&cluster[start..starts.peek().copied().unwrap_or(cluster.len())])
        })
    }

    /// For each character of a cluster, why it cannot be drawn together with the rest of it, if it cannot.
    fn faults<'a>(&'a self, cluster: &'a str) -> impl Iterator<Item = (char, Option<Fault>)> + 'a {
        let whole = self.bits(cluster) != 0;
        // The faces that draw the letter and its marks so far. Where a mark is from another script, the letter is drawn
        // and the mark is named.
        let (mut bits, mut stack) = (u64::MAX, 0);
        cluster.chars().map(move |c| {
            if words::is_ignorable(c) {
                return (c, None);
            }
            stack = if words::is_mark(c) { stack + 1 } else { 0 };
            if stack > words::STACK_MAX {
                return (c, Some(Fault::Stacked));
            }
            if !whole {
                let own = self.bits(c.encode_utf8(&mut [0; 4]));
                if is_letter(c) {
                    bits = own;
                }
                if bits & own == 0 {
                    return (c, Some(Fault::NoFace));
                }
                bits &= own;
            }
            (c, None)
        })
    }

    /// The characters of a text that cannot be drawn, in order, and why.
    pub(crate) fn undrawable(&self, text: &str) -> Vec<(char, Fault)> {
        if text.is_ascii() && !text.chars().any(words::is_control) {
            return Vec::new();
        }
        let clusters = text.graphemes(true).filter(|cluster| !is_break(cluster));
        clusters.flat_map(|cluster| self.faults(cluster)).filter_map(|(c, fault)| Some((c, fault?))).collect()
    }

    /// The text as it can be printed: what cannot be drawn becomes its code point in brackets.
    pub(crate) fn visible<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.undrawable(text).is_empty() {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len() + 16);
        for cluster in text.graphemes(true) {
            if is_break(cluster) {
                out.push_str(cluster);
                continue;
            }
            for (c, fault) in self.faults(cluster) {
                match fault {
                    Some(_) => out.push_str(&format!("[{}]", words::code(c))),
                    None => out.push(c),
                }
            }
        }
        Cow::Owned(out)
    }
}

/// Whether a character stands by itself, and not on the one before it.
fn is_letter(c: char) -> bool {
    !words::is_mark(c) && !words::is_ignorable(c)
}

/// Why a character cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    /// No font at hand has it.
    NoFace,
    /// It is one mark too many on its letter.
    Stacked,
}

/// Notes which of the faces from `first` on draw which characters.
fn mark_cover(faces: &[Arc<Face>], first: usize, characters: &[char], cover: &mut HashMap<char, u64>) {
    for (place, face) in faces.iter().enumerate().skip(first) {
        for (c, covered) in characters.iter().zip(face.covers(characters)) {
            if covered && let Some(bits) = cover.get_mut(c) {
                *bits |= 1 << place;
            }
        }
    }
}

fn is_break(cluster: &str) -> bool {
    matches!(cluster, "\n" | "\r\n" | "\t" | "\r" | "\u{2028}" | "\u{2029}")
}
