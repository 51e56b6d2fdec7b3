//! Where pages end: parts that begin one, and what may be parted so that none ends too early.

use crate::{
    display::Page,
    layout::{Strip, Strips, Turn, USED},
    paginate::{Pages, Running},
};

/// A page that leaves more than this of its height empty ends too early, where anything of what follows may stand on it.
const EMPTY: f32 = 1.0 / 6.0;
/// A last page with less than this of its height has too little.
const LITTLE: f32 = 1.0 / 3.0;

/// So much of its height a page keeps that leaves something to the last one.
const LEFT: f32 = 0.52;

/// Where a page could have ended: before this strip, which stands on this page, so far down.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Start {
    pub strip: usize,
    pub page: usize,
    pub y: f32,
}

/// The strips on their pages; only the first of them where they are `cut` short.
pub(crate) fn fill(size: (f32, f32), strips: &Strips, cut: bool) -> Vec<(Page, Running)> {
    let mut pages = Pages::new(size, strips);
    pages.fill();
    if let Some(last) = pages.earlier().filter(|_| !cut) {
        pages = Pages::new(size, strips);
        pages.last = Some(last);
        pages.fill();
    }
    pages.turn();
    pages.done
}

impl Pages<'_> {
    /// Whether this strip begins a page, whatever room there is for it.
    pub(crate) fn begins_page(&self, strip: usize) -> bool {
        if self.y == 0.0 {
            return false;
        }
        let part = || self.y > self.size.1 * USED && self.y + self.part(strip) > self.size.1;
        match self.strips.strips[strip].turn {
            _ if self.last == Some(strip) => true,
            Some(Turn::Always) => true,
            Some(Turn::Part) => part(),
            Some(Turn::Joined) | None => false,
        }
    }

    /// How high the part is that begins with this strip.
    fn part(&self, strip: usize) -> f32 {
        let all = &self.strips.strips[strip..];
        let goes_on = |strip: &&Strip| strip.turn.is_none() && strip.entries.iter().all(|entry| entry.level > 0);
        let rest = all.iter().skip(1).take_while(goes_on);
        all.iter().take(1).chain(rest).map(|strip| strip.before + strip.height).sum()
    }

    /// How many strips of a chunk for which there is no room stay on the page all the same, which would end too early.
    pub(crate) fn parted(&self, chunk: &[Strip]) -> Option<usize> {
        let room = self.size.1 - self.y;
        let mut height = 0.0;
        let mut stay = None;
        for (strip, count) in chunk.iter().zip(1..) {
            height += strip.before + strip.height;
            if height > room {
                break;
            }
            stay = if strip.loose { Some(count) } else { stay };
        }
        stay.filter(|_| room > self.size.1 * EMPTY)
    }

    /// Where the page before the last one ends, so that the last one has neither too little nor begins with what is joined:
    /// before a head in its lower half, or before the last that could go, the last row of a table alone if nothing else can: what
    /// had too little stands below it.
    fn earlier(&self) -> Option<usize> {
        let last = self.done.len();
        let all = &self.strips.strips;
        let first = all[self.starts.iter().find(|start| start.page == last)?.strip].turn;
        let little = self.y < self.size.1 * LITTLE && first != Some(Turn::Always);
        if last == 0 || !little && first != Some(Turn::Joined) {
            return None;
        }
        // What goes must leave half a page, and have room on the next one, a table with its head.
        let could = |start: &&Start| {
            let strip = &all[start.strip];
            let room = start.y >= (self.y + self.head_height(strip)).max(self.size.1 * LEFT);
            start.page + 1 == last && room && strip.boxed.is_none()
        };
        let could: Vec<usize> = self.starts.iter().filter(could).map(|start| start.strip).collect();
        let is_head = |strip: &&usize| all[**strip].divider || !all[**strip].entries.is_empty();
        let whole = |strip: &&usize| !all[**strip].last_row;
        could.iter().rev().find(is_head).or(could.iter().rev().find(whole)).or(could.last()).copied()
    }
}
