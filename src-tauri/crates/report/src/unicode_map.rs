//! Which text each glyph stands for, so that text can be searched and copied.
//!
//! One glyph may stand for several texts: Arabic letters share a shape and differ in dots that are glyphs of their own.
//! Each pair of glyph and text therefore gets a code of its own, and the file says which glyph a code draws.

use std::collections::HashMap;

use skrifa::{MetadataProvider, charmap::Charmap};

use crate::{
    display::{Glyph, Run},
    fonts::{Face, words::is_ignorable},
};

/// The codes of one face in one document. Code 0 is left to the missing glyph.
pub(crate) struct Codes<'a> {
    charmap: Option<Charmap<'a>>,
    /// Single characters' glyphs, as the face gives them.
    nominal: HashMap<char, u16>,
    /// For each glyph, the texts it stands for, with their codes.
    by_glyph: HashMap<u16, Vec<(String, u16)>>,
    /// The glyph and the text of each code, from code 1.
    list: Vec<(u16, String)>,
    /// Whether a glyph may have one code only: the first text wins.
    single: bool,
}

impl<'a> Codes<'a> {
    pub(crate) fn new(face: &'a Face, single: bool) -> Self {
        Self {
            charmap: face.font().map(|font| font.charmap()),
            nominal: HashMap::new(),
            by_glyph: HashMap::new(),
            list: Vec::new(),
            single,
        }
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
    pub(crate) fn text(&self, code: u16) -> &str {
        usize::from(code).checked_sub(1).and_then(|place| self.list.get(place)).map_or("", |(_, text)| text.as_str())
    }

    /// The codes of one cluster's glyphs, in their order; new ones are given out as needed.
    pub(crate) fn of(&mut self, glyphs: &[Glyph], text: &str, rtl: bool) -> Vec<u16> {
        if let [only] = glyphs {
            return vec![self.code(only.id, &plain(text))];
        }
        let shares = self.shares(glyphs, &plain(text), rtl);
        glyphs.iter().zip(shares).map(|(glyph, share)| self.code(glyph.id, &share)).collect()
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

    /// What each glyph of a cluster stands for: its own character where that gives the text in order; otherwise the
    /// first on the line stands for all of it. Viewers take what is off the line for another word.
    fn shares(&mut self, glyphs: &[Glyph], text: &str, rtl: bool) -> Vec<String> {
        let on_line = |glyph: &Glyph| glyph.y == 0.0;
        if !glyphs.iter().all(on_line) {
            let first = if rtl { glyphs.iter().rposition(on_line) } else { glyphs.iter().position(on_line) };
            let mut whole = vec![String::new(); glyphs.len()];
            text.clone_into(&mut whole[first.unwrap_or(0)]);
            return whole;
        }
        let mut left: Vec<char> = text.chars().collect();
        let mut shares: Vec<Option<String>> = Vec::with_capacity(glyphs.len());
        for glyph in glyphs {
            let place = left.iter().position(|c| self.nominal(*c) == glyph.id);
            shares.push(place.map(|place| left.remove(place).to_string()));
        }
        if let Some(free) = shares.iter_mut().find(|share| share.is_none()) {
            *free = Some(left.into_iter().collect());
        }
        let shares: Vec<String> = shares.into_iter().map(Option::unwrap_or_default).collect();
        let order = |shares: &mut dyn Iterator<Item = &String>| shares.map(String::as_str).collect::<String>() == text;
        let agrees = if rtl { order(&mut shares.iter().rev()) } else { order(&mut shares.iter()) };
        if agrees {
            return shares;
        }
        let mut whole = vec![String::new(); glyphs.len()];
        if let Some(first) = if rtl { whole.last_mut() } else { whole.first_mut() } {
            text.clone_into(first);
        }
        whole
    }

    fn nominal(&mut self, c: char) -> u16 {
        let charmap = &self.charmap;
        *self.nominal.entry(c).or_insert_with(|| {
            let glyph = charmap.as_ref().and_then(|map| map.map(c));
            glyph.and_then(|glyph| u16::try_from(glyph.to_u32()).ok()).unwrap_or(0)
        })
    }
}

/// The text without joiners and marks that have no glyph.
fn plain(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { text.chars().filter(|c| !is_ignorable(*c)).collect() }
}

/// The clusters of a run, left to right: each with its glyphs and its text. Glyphs of joiners and marks are left out.
pub(crate) fn clusters(run: &Run) -> impl Iterator<Item = (&[Glyph], &str)> {
    run.glyphs
        .chunk_by(|a, b| a.cluster == b.cluster)
        .map(|glyphs| {
            let (from, to) = glyphs[0].cluster;
            (glyphs, &run.text[from as usize..to as usize])
        })
        .filter(|(_, text)| !text.chars().all(is_ignorable))
}
