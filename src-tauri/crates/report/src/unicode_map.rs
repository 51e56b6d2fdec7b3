//! Which text each glyph stands for, so that text can be searched and copied.

use std::collections::HashMap;

use skrifa::{MetadataProvider, charmap::Charmap};

use crate::{
    display::{Glyph, Run},
    fonts::{Face, words::is_ignorable},
};

/// The text of each glyph of one face. The first use wins: a glyph has one text in the whole document.
pub(crate) struct UnicodeMap<'a> {
    charmap: Option<Charmap<'a>>,
    texts: HashMap<u16, String>,
    /// Single characters' glyphs, as the face gives them.
    nominal: HashMap<char, u16>,
}

impl<'a> UnicodeMap<'a> {
    pub(crate) fn new(face: &'a Face) -> Self {
        Self { charmap: face.font().map(|font| font.charmap()), texts: HashMap::new(), nominal: HashMap::new() }
    }

    fn nominal(&mut self, c: char) -> u16 {
        let charmap = &self.charmap;
        *self.nominal.entry(c).or_insert_with(|| {
            charmap.as_ref().and_then(|map| map.map(c)).and_then(|glyph| u16::try_from(glyph.to_u32()).ok()).unwrap_or(0)
        })
    }

    /// What a glyph stands for.
    pub(crate) fn text(&self, glyph: u16) -> &str {
        self.texts.get(&glyph).map_or("", String::as_str)
    }

    /// Notes what the glyphs of one cluster stand for.
    pub(crate) fn learn(&mut self, glyphs: &[Glyph], text: &str) {
        if let [only] = glyphs {
            if !self.texts.contains_key(&only.id) {
                self.texts.insert(only.id, plain(text));
            }
            return;
        }
        if glyphs.iter().all(|glyph| self.texts.contains_key(&glyph.id)) {
            return;
        }
        let mut left: Vec<char> = plain(text).chars().collect();
        let mut found: Vec<Option<String>> = Vec::with_capacity(glyphs.len());
        for glyph in glyphs {
            let place = left.iter().position(|c| self.nominal(*c) == glyph.id);
            found.push(place.map(|place| left.remove(place).to_string()));
        }
        // What no glyph is for by itself belongs to the first that is for nothing yet: a ligature, a joined form.
        if let Some(free) = found.iter_mut().find(|text| text.is_none()) {
            *free = Some(left.into_iter().collect());
        }
        for (glyph, text) in glyphs.iter().zip(found) {
            self.texts.entry(glyph.id).or_insert_with(|| text.unwrap_or_default());
        }
    }

    /// Whether the glyphs' own texts, left to right, give the cluster's text.
    pub(crate) fn agrees(&self, glyphs: &[Glyph], text: &str) -> bool {
        match glyphs {
            [only] => self.text(only.id) == text || self.text(only.id) == plain(text),
            _ => glyphs.iter().map(|glyph| self.text(glyph.id)).collect::<String>() == plain(text),
        }
    }
}

/// The text without joiners and marks that have no glyph.
pub(crate) fn plain(text: &str) -> String {
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
