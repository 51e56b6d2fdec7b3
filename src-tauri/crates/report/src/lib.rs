//! The packet, the comparison and the interviewer guide as PDF.
//!
//! Data become blocks, blocks become pages of glyph runs and shapes, and pages become a file: each step plain data for the
//! next. Nothing here asks for the time or for chance: the same data and the same fonts give the same bytes.

mod agreement_blocks;
mod attach;
mod audience_blocks;
mod blocks;
mod carried;
mod charts;
mod comparison_blocks;
mod content;
mod contents;
mod decision_blocks;
mod display;
mod firmness;
mod first_page;
mod first_reasons;
mod fonts;
mod glyphs;
mod guide_blocks;
mod guide_places;
mod labels;
mod language;
mod layout;
mod links;
mod log_blocks;
mod mend;
mod outline;
mod overview_blocks;
mod pack;
mod packer;
mod packet_blocks;
mod paginate;
mod paint;
mod places;
mod preview;
mod question_blocks;
mod reason_blocks;
mod repeated;
mod retention_blocks;
mod scorecard_blocks;
mod seal;
mod signed;
mod structure;
mod subset;
mod table;
mod tags;
#[cfg(test)]
mod tests;
mod text;
mod turning;
mod unicode_map;
mod used;
mod watch;
mod wording;
mod xmp;

use std::{collections::BTreeSet, str::FromStr};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use workbench_domain::{
    compare::CompareTable,
    guide::Guide,
    packet::{Comparison, Packet},
};

pub use carried::{Carried, NotCarried, carried, is_cut_off, is_encrypted};
pub use firmness::Firmness;
pub use fonts::Fonts;
pub use labels::{Language, UnknownLanguage};
pub use preview::{LaidOut, Preview, PreviewLetters, PreviewShape};
pub use seal::{NotOpened, PasswordRefused, Seal};
pub use signed::{Found, Signed, find_signature, sign};
pub use watch::{Unwatched, Watch};

/// The sheet to print on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    /// Width and height in points, upright.
    fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// A name that is no paper's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("There is no paper “{}”. Use a4 or letter.", workbench_domain::text::isolate(.0))]
pub struct UnknownPaper(String);

impl FromStr for Paper {
    type Err = UnknownPaper;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        match name.to_ascii_lowercase().as_str() {
            "a4" => Ok(Self::A4),
            "letter" => Ok(Self::Letter),
            _ => Err(UnknownPaper(name.to_owned())),
        }
    }
}

/// How a document is printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Print {
    /// On which sheet.
    pub paper: Paper,
    /// In which language its own words are.
    pub language: Language,
    /// What it is encrypted with, where it has a password. It is no archival PDF then.
    pub seal: Option<Seal>,
}

impl From<Paper> for Print {
    fn from(paper: Paper) -> Self {
        Self { paper, ..Self::default() }
    }
}

/// A character that no font at hand can draw. It is printed as its code in brackets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Undrawable {
    /// The character.
    pub character: String,
    /// Its code point, such as `U+13000`; in print it stands as `[U+13000]`.
    pub code: String,
    /// The script, as one would search for a font for it.
    pub script: String,
    /// Where it stands, in words.
    pub place: String,
}

/// A document as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: String,
}

/// Why no PDF could be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A font file that was chosen for its characters cannot be embedded.
    #[error("The font “{name}” cannot be embedded in a PDF.")]
    Font {
        /// The font, by its file's name.
        name: String,
    },
    /// The written document lacks a part that it must have: a mistake in this program.
    #[error("The PDF was written incompletely: {0}")]
    Incomplete(#[from] lopdf::Error),
    /// The bytes could not be put together: a mistake in this program.
    #[error("The PDF could not be written.")]
    Written,
    /// Whoever watched wanted it no more.
    #[error("Nobody waits for the PDF any more.")]
    Stopped,
}

/// What would change the first place of a comparison, as its pages say it; none where there is no first place to speak of.
#[must_use]
pub fn firmness(table: &CompareTable, language: Language) -> Option<Firmness> {
    firmness::firmness(table, language.say())
}

/// Every character of a packet that no font can draw, once for each place, in reading order.
#[must_use]
pub fn undrawable_packet(packet: &Packet, fonts: &Fonts) -> Vec<Undrawable> {
    places::undrawable(&packet.printed_texts(), fonts)
}

/// Every character of a comparison that no font can draw, once for each place, in reading order.
#[must_use]
pub fn undrawable_comparison(comparison: &Comparison, fonts: &Fonts) -> Vec<Undrawable> {
    places::undrawable(&places::of_comparison(comparison), fonts)
}

/// Every character of a guide that no font can draw, once for each place, in reading order.
#[must_use]
pub fn undrawable_guide(guide: &Guide, fonts: &Fonts) -> Vec<Undrawable> {
    places::undrawable(&guide_places::of_guide(guide), fonts)
}

/// What is printed.
#[derive(Debug, Clone, Copy)]
pub enum Printed<'a> {
    /// A candidate's packet.
    Packet(&'a Packet),
    /// The comparison of some candidates.
    Comparison(&'a Comparison),
    /// A kit's guide.
    Guide(&'a Guide),
}

impl Printed<'_> {
    fn blocks(self, say: labels::Say) -> blocks::Document {
        match self {
            Self::Packet(packet) => packet_blocks::document(packet, say),
            Self::Comparison(comparison) => comparison_blocks::document(comparison, say),
            Self::Guide(guide) => guide_blocks::document(guide, say),
        }
    }
}

/// A document as PDF, for someone who watches it being made.
///
/// # Errors
/// [`ReportError`] by its cause; `Stopped` when whoever watches says so.
pub fn render(
    printed: Printed<'_>,
    print: impl Into<Print>,
    fonts: &Fonts,
    watch: &dyn Watch,
) -> Result<Rendered, ReportError> {
    let print = print.into();
    let document = printed.blocks(print.language.say());
    let (LaidOut { pages, selection }, structure) = lay_out(&document, print.paper, fonts, watch);
    if watch.stopped() {
        return Err(ReportError::Stopped);
    }
    // What stands on the pages needs no blocks any more.
    let document = blocks::Document { seal: print.seal, blocks: Vec::new(), ..document };
    let count = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let bytes = paint::paint(&document, pages, &structure, &selection, watch)?;
    Ok(Rendered { sha256: workbench_domain::canonical::hash_bytes(&bytes), pages: count, bytes })
}

/// The packet as PDF.
///
/// # Errors
/// [`ReportError`] by its cause.
pub fn render_packet(packet: &Packet, print: impl Into<Print>, fonts: &Fonts) -> Result<Rendered, ReportError> {
    render(Printed::Packet(packet), print, fonts, &Unwatched)
}

/// The comparison as PDF.
///
/// # Errors
/// [`ReportError`] by its cause.
pub fn render_comparison(
    comparison: &Comparison,
    print: impl Into<Print>,
    fonts: &Fonts,
) -> Result<Rendered, ReportError> {
    render(Printed::Comparison(comparison), print, fonts, &Unwatched)
}

/// The interviewer guide as PDF.
///
/// # Errors
/// [`ReportError`] by its cause.
pub fn render_guide(guide: &Guide, print: impl Into<Print>, fonts: &Fonts) -> Result<Rendered, ReportError> {
    render(Printed::Guide(guide), print, fonts, &Unwatched)
}

/// The packet on its pages, not written yet.
#[must_use]
pub fn lay_out_packet(packet: &Packet, print: impl Into<Print>, fonts: &Fonts) -> LaidOut {
    let print = print.into();
    lay_out(&Printed::Packet(packet).blocks(print.language.say()), print.paper, fonts, &Unwatched).0
}

/// The comparison on its pages, not written yet.
#[must_use]
pub fn lay_out_comparison(comparison: &Comparison, print: impl Into<Print>, fonts: &Fonts) -> LaidOut {
    let print = print.into();
    lay_out(&Printed::Comparison(comparison).blocks(print.language.say()), print.paper, fonts, &Unwatched).0
}

/// The interviewer guide on its pages, not written yet.
#[must_use]
pub fn lay_out_guide(guide: &Guide, print: impl Into<Print>, fonts: &Fonts) -> LaidOut {
    let print = print.into();
    lay_out(&Printed::Guide(guide).blocks(print.language.say()), print.paper, fonts, &Unwatched).0
}

/// On its pages; on fewer of them when whoever watches has stopped it.
fn lay_out(
    document: &blocks::Document,
    paper: Paper,
    fonts: &Fonts,
    watch: &dyn Watch,
) -> (LaidOut, structure::Structure) {
    let selection = select(document, fonts);
    let (pages, structure) = paginate::pages(document, paper.size(), &selection, watch);
    (LaidOut { pages, selection }, structure)
}

fn select(document: &blocks::Document, fonts: &Fonts) -> fonts::Selection {
    let mut characters: BTreeSet<char> = BTreeSet::new();
    document.texts(&mut |text: &str| {
        // The bundled faces draw plain letters.
        if !text.is_ascii() {
            characters.extend(text.chars());
        }
    });
    fonts::Selection::new(fonts, characters)
}
