//! Headings that tell of a project and ask nobody anything: a README is Markdown as well.

use super::{
    blocks::{Block, Kind},
    words::without_number,
};
use crate::{import::found::Found, notes::Notes, words::quoted};

/// Headings that nearly every README has, in order. Under them stands how to use something, never an answer to rate. None
/// that may be a subject: a collection asks about configuration, dependencies or an API as well.
const NAMES: [&str; 26] = [
    "acknowledgements",
    "acknowledgments",
    "authors",
    "changelog",
    "code of conduct",
    "contact",
    "contents",
    "contributing",
    "contributors",
    "credits",
    "faq",
    "getting started",
    "how to contribute",
    "install",
    "installation",
    "installing",
    "licence",
    "license",
    "prerequisites",
    "quick start",
    "quickstart",
    "roadmap",
    "running the tests",
    "screenshots",
    "table of contents",
    "usage",
];
/// So many of them make a file a README.
const MANY: usize = 2;

/// Whether a heading is one of those.
pub(super) fn is_about(words: &str) -> bool {
    let plain: String = without_number(words).chars().filter(|c| c.is_alphanumeric() || c.is_whitespace()).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    NAMES.binary_search(&plain.as_str()).is_ok()
}

/// Warns where a file looks like the documentation of a project. Nothing is left out for it: a collection has a licence, too.
pub(super) fn warn(blocks: &[Block], found: &[Found], notes: &mut Notes) {
    let about = blocks.iter().filter_map(|block| match &block.kind {
        Kind::Heading { words, .. } if is_about(&words.words) => Some((block.line, words.words.as_str())),
        _ => None,
    });
    let about: Vec<(usize, &str)> = about.collect();
    let labelled = |one: &Found| {
        !one.indicators.is_empty()
            || !one.red_flags.is_empty()
            || !one.probes.is_empty()
            || one.anchors.iter().any(|a| !a.is_empty())
    };
    let (bare, all) = (found.iter().filter(|one| !labelled(one)).count(), found.len());
    if about.len() < MANY || bare * 2 < all || all == 0 {
        return;
    }
    let named: Vec<String> = about.iter().take(3).map(|(_, words)| quoted(words)).collect();
    let them = if all == 1 {
        "1 heading or line that asks something was taken for a question".to_owned()
    } else {
        format!("{all} headings or lines that ask something were taken for questions")
    };
    notes.warning(
        about[0].0,
        format!(
            "This looks like the documentation of a project, with {}. {them}, {bare} of them without a \
             label such as \"Good answer\". Look at each before you import.",
            named.join(", ")
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order_and_found_whatever_is_round_them() {
        assert!(NAMES.is_sorted());
        for (words, about) in [
            ("Installation", true),
            ("2. Getting  Started", true),
            ("📦 Usage", true),
            ("License:", true),
            ("How do I install it?", false),
            ("Usage of locks", false),
            ("", false),
        ] {
            assert_eq!(is_about(words), about, "{words}");
        }
    }
}
