//! Which text each glyph stands for, so that text can be searched and copied.
//!
//! One glyph may stand for several texts: Arabic letters share a shape and differ in dots that are glyphs of their own.
//! Each pair of glyph and text therefore gets a code of its own, and the file says which glyph a code draws.

use std::borrow::Cow;

use crate::{fonts::words::is_ignorable, glyphs::Glyph};

/// The codes of one face in one document. Code 0 is left to the missing glyph.
#[derive(Default)]
pub(crate) struct Codes {
    /// For each glyph, by its number, the texts it stands for, with their codes.
    by_glyph: Vec<Vec<(String, u16)>>,
    /// The glyph and the text of each code, from code 1.
    list: Vec<(u16, String)>,
    /// Whether a glyph may have one code only: the first text wins.
    single: bool,
    /// A glyph that shows nothing.
    blank: Option<u16>,
}

/// How a cluster is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reads {
    FromLeft,
    /// And whether its run ends with it.
    FromRight {
        ends: bool,
    },
}

/// The codes of one cluster.
#[derive(Default)]
pub(crate) struct Cluster {
    /// For each glyph its code, if it is text.
    pub drawn: Vec<Option<u16>>,
    /// Codes that show nothing and take no room, left to right, and where they stand.
    pub unseen: Vec<(f32, u16)>,
}

impl Codes {
    pub(crate) fn new(single: bool, blank: Option<u16>) -> Self {
        Self { single, blank, ..Self::default() }
    }

    /// Whether this text of this glyph takes no room.
    pub(crate) fn is_unseen(&self, glyph: u16, text: &str) -> bool {
        self.blank == Some(glyph) && !text.trim().is_empty()
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
    pub(crate) fn of(&mut self, glyphs: &[Glyph], text: &str, reads: Reads, codes: &mut Cluster) {
        codes.drawn.clear();
        codes.unseen.clear();
        let text = plain(text);
        let rtl = matches!(reads, Reads::FromRight { .. });
        // Nearly all of most documents.
        if let ([glyph], false) = (glyphs, rtl) {
            codes.drawn.push(Some(self.code(glyph.id, &text)));
            return;
        }
        let blank = self.blank.filter(|_| rtl && !self.single);
        let shares = shares(glyphs, &text, rtl);
        for (glyph, share) in glyphs.iter().zip(shares) {
            let Some(share) = share else {
                codes.drawn.push(None);
                continue;
            };
            let first = share.chars().next().map_or(0, char::len_utf8);
            match blank {
                // Viewers turn each code's text round with the line, so that a letter's signs would come before it. A code
                // for each, of a glyph that shows nothing, is turned round as letters are.
                Some(blank) if share.len() > first => {
                    codes.drawn.push(Some(self.code(glyph.id, &share[..first])));
                    // Signs have no direction of their own. At the end of what is read from the right, viewers would give
                    // them that of the page.
                    let end = (reads == Reads::FromRight { ends: true }).then_some('\u{200F}');
                    let signs = end.into_iter().chain(share[first..].chars().rev());
                    let unseen = signs.map(|c| (glyph.x, self.code(blank, c.encode_utf8(&mut [0; 4]))));
                    codes.unseen.extend(unseen);
                }
                _ => codes.drawn.push(Some(self.code(glyph.id, share))),
            }
        }
    }

    fn code(&mut self, glyph: u16, text: &str) -> u16 {
        let place = usize::from(glyph);
        if place >= self.by_glyph.len() {
            self.by_glyph.resize_with(place + 1, Vec::new);
        }
        let known = &mut self.by_glyph[place];
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
    if glyphs.len() == 1 {
        return vec![Some(text)];
    }
    let stands = |place: &usize| glyphs[*place].y == 0.0 && !glyphs[*place].still;
    let mut places: Vec<usize> = (0..glyphs.len()).filter(stands).collect();
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

/// The text without marks that have no glyph. Joiners stay: they are part of how a word is spelt.
fn plain(text: &str) -> Cow<'_, str> {
    let dropped = |c: char| is_ignorable(c) && !matches!(c, '\u{200C}' | '\u{200D}');
    if text.is_ascii() || !text.contains(dropped) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| !dropped(*c)).collect())
}

/// The clusters of a run, left to right: each with its glyphs and its part of the run's text. Glyphs of joiners and marks are
/// left out.
pub(crate) fn clusters<'r>(glyphs: &'r [Glyph], text: &'r str) -> impl Iterator<Item = (&'r [Glyph], &'r str)> {
    glyphs
        .chunk_by(|a, b| a.cluster == b.cluster)
        .map(|glyphs| {
            let (from, to) = glyphs[0].cluster;
            (glyphs, &text[from as usize..to as usize])
        })
        .filter(|(_, text)| text.is_ascii() || !text.chars().all(is_ignorable))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Glyphs that are raised by this much, or stand still.
    fn cluster(ys: &[f32]) -> Vec<Glyph> {
        let glyph = |(y, id): (&f32, u16)| Glyph { id, x: 0.0, y: *y, still: *y != 0.0, cluster: (0, 0) };
        ys.iter().zip(1..).map(glyph).collect()
    }

    /// What is read from a cluster: of each glyph, and of the codes that show nothing.
    fn read(ys: &[f32], text: &str, rtl: bool) -> (Vec<Option<String>>, String) {
        let (mut codes, mut of) = (Codes::new(false, Some(99)), Cluster::default());
        let reads = if rtl { Reads::FromRight { ends: false } } else { Reads::FromLeft };
        codes.of(&cluster(ys), text, reads, &mut of);
        let unseen = of.unseen.iter().map(|(_, code)| codes.text(*code)).collect();
        (of.drawn.iter().map(|code| code.map(|code| codes.text(code).to_owned())).collect(), unseen)
    }

    #[test]
    fn the_texts_of_a_cluster_read_in_order_and_none_is_empty() {
        let some = |text: &str| Some(text.to_owned());
        let check = |ys: &[f32], text, rtl, drawn: &[Option<String>], unseen| {
            assert_eq!(read(ys, text, rtl), (drawn.to_vec(), str::to_owned(unseen)));
        };
        // A ligature, a sign before its letter, a letter with its dots, an accent above.
        check(&[0.0], "ffi", false, &[some("ffi")], "");
        check(&[0.0, 0.0], "कि", false, &[some("क"), some("\u{93F}")], "");
        check(&[0.0, 0.0], "क्षि", false, &[some("क"), some("\u{94D}ष\u{93F}")], "");
        check(&[-2.0, 0.0], "ت", true, &[None, some("ت")], "");
        check(&[0.0, 0.0], "ت", true, &[None, some("ت")], "");
        check(&[0.0, -1.5], "e\u{301}", false, &[some("e\u{301}"), None], "");
        // Signs on a letter that is read from the right: the last of them leftmost.
        check(&[-1.0, -2.0, 0.0], "ב\u{5BC}\u{5B0}", true, &[None, None, some("ב")], "\u{5B0}\u{5BC}");
    }

    #[test]
    fn a_glyph_of_two_letters_has_a_code_for_each() {
        let glyphs = cluster(&[0.0]);
        let code = |codes: &mut Codes, text: &str| {
            let mut of = Cluster::default();
            codes.of(&glyphs, text, Reads::FromRight { ends: false }, &mut of);
            of.drawn[0]
        };
        let mut codes = Codes::new(false, None);
        let (teh, beh) = (code(&mut codes, "ت"), code(&mut codes, "ب"));
        assert_ne!(teh, beh);
        assert_eq!(code(&mut codes, "ت"), teh);
        let mut single = Codes::new(true, None);
        assert_eq!(code(&mut single, "ت"), code(&mut single, "ب"));
    }
}
