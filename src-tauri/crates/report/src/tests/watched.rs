//! Documents that somebody waits for, and thinks better of.

use std::sync::atomic::{AtomicU32, Ordering};

use super::*;
use crate::{Printed, ReportError, Watch, render, render_packet};

/// Wants it no more once it was asked so many times, and once so many pages are drawn.
struct Impatient {
    asks: AtomicU32,
    asks_most: u32,
    drawn: AtomicU32,
    drawn_most: u32,
    of: AtomicU32,
    laid_out: AtomicU32,
}

impl Impatient {
    fn new(asks_most: u32, drawn_most: u32) -> Self {
        let [asks, drawn, of, laid_out] = [0; 4].map(AtomicU32::new);
        Self { asks, asks_most, drawn, drawn_most, of, laid_out }
    }
}

impl Watch for Impatient {
    fn laid_out(&self, pages: u32) {
        assert!(self.laid_out.swap(pages, Ordering::Relaxed) <= pages && self.drawn.load(Ordering::Relaxed) == 0);
    }

    fn drawn(&self, pages: u32, of: u32) {
        let before = self.drawn.swap(pages, Ordering::Relaxed);
        assert!(before <= pages && pages <= of, "{pages} of {of} after {before}");
        self.of.store(of, Ordering::Relaxed);
    }

    fn stopped(&self) -> bool {
        self.asks.fetch_add(1, Ordering::Relaxed) >= self.asks_most
            || self.drawn.load(Ordering::Relaxed) >= self.drawn_most
    }
}

#[test]
fn whoever_watches_is_told_each_page_and_changes_nothing() {
    let (packet, fonts) = (people::packet(), Fonts::bundled_only());
    let watch = Impatient::new(u32::MAX, u32::MAX);
    let made = render(Printed::Packet(&packet), Paper::A4, &fonts, &watch).unwrap();
    assert_eq!(made, render_packet(&packet, Paper::A4, &fonts).unwrap());
    assert_eq!((watch.drawn.into_inner(), watch.of.into_inner()), (made.pages, made.pages));
    let laid_out = watch.laid_out.into_inner();
    assert!(laid_out.abs_diff(made.pages) <= 1, "{laid_out} pages were full, and {} there are", made.pages);
    assert!(watch.asks.into_inner() > made.pages * 3, "it is asked while it is laid out, drawn and packed");
}

#[test]
fn a_document_that_nobody_wants_any_more_is_not_made() {
    let (packet, fonts) = (people::packet(), Fonts::bundled_only());
    let watch = Impatient::new(u32::MAX, u32::MAX);
    render(Printed::Packet(&packet), Paper::A4, &fonts, &watch).unwrap();
    let asks = watch.asks.into_inner();
    let stopped = |watch: &Impatient| {
        let made = render(Printed::Packet(&packet), Paper::A4, &fonts, watch);
        assert!(matches!(made, Err(ReportError::Stopped)), "it was made all the same");
    };
    // At the beginning, on the way, and at the last thing that is packed.
    for most in [0, 1, asks / 2, asks - 1] {
        let watch = Impatient::new(most, u32::MAX);
        stopped(&watch);
        let more = watch.asks.into_inner() - most;
        assert!(more < 100, "{more} more questions after the answer");
    }
    let watch = Impatient::new(u32::MAX, 2);
    stopped(&watch);
    assert_eq!(watch.drawn.into_inner(), 2, "no further page is drawn");
}
