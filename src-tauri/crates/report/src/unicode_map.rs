//! Which text each glyph stands for, so that text can be searched and copied.
//!
//! One glyph may stand for several texts: Arabic letters share a shape and differ in dots that are glyphs of their own.
//! Each pair of glyph and text therefore gets a code of its own, and the file says which glyph a code draws.

use std::{borrow::Cow, collections::HashMap};

use crate::{
    display::{Glyph, Run},
    fonts::words::is_ignorable,
};

/// The codes of one face in one document. Code 0 is left to the missing glyph.
#[derive(Default)]
pub(crate) struct Codes {
    /// For each glyph, the texts it stands for, with their codes.
    by_glyph: HashMap<u16, Vec<(String, u16)>>,
    /// The glyph and the text of each code, from code 1.
    list: Vec<(u16, String)>,
    /// Whether a glyph may have one code only: the first text wins.
    single: bool,
}

impl Codes {
    pub(crate) fn new(single: bool) -> Self {
        Self { single, ..Self::default() }
    }

    /// The glyph and the text of each code, from code 1.
    pub(crate) fn list(&self) -> &[(u16, String)] {
        &self.list
    }

    /// Whether a glyph may have one code only.
    pub(crate) fn single(&self) -> bool {
        self.single
    }

    /// The text of a code.
    #[cfg(test)]
    pub(crate) fn text(&self, code: u16) -> &str {
        usize::from(code).checked_sub(1).and_then(|place| self.list.get(place)).map_or("", |(_, text)| text.as_str())
    }

    /// The codes of one cluster's glyphs, in their order; new ones are given out as needed. A glyph without a code has no
    /// text of its own: the dots of an Arabic letter, an accent above its letter. It is drawn, but not as text, since
    /// viewers would take it for a letter or for the end of a word.
    pub(crate) fn of(&mut self, glyphs: &[Glyph], text: &str, rtl: bool, codes: &mut Vec<Option<u16>>) {
        let text = plain(text);
        if let [only] = glyphs {
            codes.push(Some(self.code(only.id, &text)));
            return;
        }
        let shares = shares(glyphs, &text, rtl);
        codes.extend(glyphs.iter().zip(shares).map(|(glyph, share)| share.map(|share| self.code(glyph.id, share))));
    }

    fn code(&mut self, glyph: u16, text: &str) -> u16 {
        let known = self.by_glyph.entry(glyph).or_default();
        if let Some((_, code)) = known.iter().find(|(of, _)| self.single || of == text) {
            return *code;
        }
        self.list.push((glyph, text.to_owned()));
        let code = u16::try_from(self.list.len()).unwrap_or(0);
        known.push((text.to_owned(), code));
        code
    }
}

/// Deals a cluster's characters out to its glyphs on the line, so that read one after another they give the text. Which
/// of them shows which character does not matter: a sign may stand before the letter that it is written after.
fn shares<'t>(glyphs: &[Glyph], text: &'t str, rtl: bool) -> Vec<Option<&'t str>> {
    let mut places: Vec<usize> = (0..glyphs.len()).filter(|place| glyphs[*place].y == 0.0).collect();
    if places.is_empty() {
        places.push(0);
    }
    if rtl {
        places.reverse();
    }
    let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();
    places.truncate(starts.len().max(1));
    let mut shares = vec![None; glyphs.len()];
    for (order, place) in places.iter().enumerate() {
        let start = starts.get(order).copied().unwrap_or(0);
        // The last takes what is left.
        let end = starts.get(order + 1).copied().filter(|_| order + 1 < places.len()).unwrap_or(text.len());
        shares[*place] = Some(&text[start..end]);
    }
    shares
}

/// The text without joiners and marks that have no glyph.
fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_ignorable) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| !is_ignorable(*c)).collect())
}

/// The clusters of a run, left to right: each with its glyphs and its text. Glyphs of joiners and marks are left out.
pub(crate) fn clusters(run: &Run) -> impl Iterator<Item = (&[Glyph], &str)> {
    run.glyphs
        .chunk_by(|a, b| a.cluster == b.cluster)
        .map(|glyphs| {
            let (from, to) = glyphs[0].cluster;
            (glyphs, &run.text[from as usize..to as usize])
        })
        .filter(|(_, text)| text.is_ascii() || !text.chars().all(is_ignorable))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cluster(ys: &[f32]) -> Vec<Glyph> {
        ys.iter().zip(1..).map(|(y, id)| Glyph { id, x: 0.0, y: *y, cluster: (0, 0) }).collect()
    }

    fn read(ys: &[f32], text: &str, rtl: bool) -> Vec<Option<String>> {
        let (mut codes, mut of) = (Codes::new(false), Vec::new());
        codes.of(&cluster(ys), text, rtl, &mut of);
        of.into_iter().map(|code| code.map(|code| codes.text(code).to_owned())).collect()
    }

    #[test]
    fn the_texts_of_a_cluster_read_in_order_and_none_is_empty() {
        let some = |text: &str| Some(text.to_owned());
        // A ligature, a sign before its letter, a letter with its dots, an accent above.
        assert_eq!(read(&[0.0], "ffi", false), [some("ffi")]);
        assert_eq!(read(&[0.0, 0.0], "कि", false), [some("क"), some("\u{93F}")]);
        assert_eq!(read(&[0.0, 0.0], "क्षि", false), [some("क"), some("\u{94D}ष\u{93F}")]);
        assert_eq!(read(&[-2.0, 0.0], "ت", true), [None, some("ت")]);
        assert_eq!(read(&[0.0, 0.0], "ت", true), [None, some("ت")]);
        assert_eq!(read(&[0.0, -1.5], "e\u{301}", false), [some("e\u{301}"), None]);
    }

    #[test]
    fn a_glyph_of_two_letters_has_a_code_for_each() {
        let glyphs = cluster(&[0.0]);
        let code = |codes: &mut Codes, text: &str| {
            let mut of = Vec::new();
            codes.of(&glyphs, text, true, &mut of);
            of[0]
        };
        let mut codes = Codes::new(false);
        let (teh, beh) = (code(&mut codes, "ت"), code(&mut codes, "ب"));
        assert_ne!(teh, beh);
        assert_eq!(code(&mut codes, "ت"), teh);
        let mut single = Codes::new(true);
        assert_eq!(code(&mut single, "ت"), code(&mut single, "ب"));
    }
}
