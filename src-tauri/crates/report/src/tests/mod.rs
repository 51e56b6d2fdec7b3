//! Tests of the whole way from data to pages, over the made-up people of the example.

mod audiences;
mod carrying;
mod coded;
mod decided;
mod extracted;
mod filled;
mod guide;
#[path = "../../examples/sample/hard.rs"]
mod hard;
mod judged;
mod kept;
pub(crate) mod labelled;
mod locked;
mod logged;
mod look;
mod namesakes;
mod overview;
#[path = "../../examples/sample/people.rs"]
pub(crate) mod people;
mod previewed;
mod promises;
mod reasoned;
#[path = "../../examples/sample/side_by_side.rs"]
pub(crate) mod side_by_side;
mod tagged;
mod watched;

use std::collections::BTreeSet;

use workbench_domain::{
    formula::{CompetencyFigure, composite_of},
    packet::Packet,
};

use crate::{
    Fonts, Language, Paper, blocks::Document, display::Page, labels::Say, packet_blocks, paginate, select,
    watch::Unwatched,
};

/// The words of the documents in English.
fn english() -> Say {
    Language::default().say()
}

/// The pages of a document with the bundled faces.
fn pages_of(document: &Document, paper: Paper) -> Vec<Page> {
    let selection = select(document, &Fonts::bundled_only());
    paginate::pages(document, paper.size(), &selection, &Unwatched).0
}

/// The pages of a packet.
fn pages(packet: &Packet) -> Vec<Page> {
    pages_of(&packet_blocks::document(packet, english()), Paper::A4)
}

/// A packet with one scorecard of one question.
fn small() -> Packet {
    let mut packet = people::packet();
    packet.sample = false;
    packet.retention = None;
    packet.candidate = "Ana Ruiz".to_owned();
    packet.panel.truncate(1);
    packet.scorecards.truncate(1);
    packet.scorecards[0].answers.truncate(1);
    packet.scorecards[0].general.truncate(1);
    packet.matrix.truncate(1);
    packet.matrix[0].cells.truncate(1);
    let one = CompetencyFigure {
        mean: Some(4.0),
        scorecards_rated: 1,
        scorecards_asked: 1,
        questions_rated: 1,
        questions: 1,
        ..packet.matrix[0].figure.clone()
    };
    packet.composite = composite_of(std::slice::from_ref(&one), std::slice::from_ref(&packet.matrix[0].competency));
    packet.matrix[0].figure = one;
    packet
}

/// All words of the pages, line breaks inside words of the display list undone.
fn words(pages: &[Page]) -> BTreeSet<String> {
    let text: Vec<String> = pages.iter().map(Page::text).collect();
    let clean = |word: &str| word.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
    text.join("\n").split(|c: char| c.is_whitespace() || "“”|".contains(c)).map(clean).collect()
}
