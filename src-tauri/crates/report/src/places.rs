//! Where each text of a comparison stands, in words, so that a character that cannot be drawn can be found.

use std::collections::{BTreeMap, BTreeSet};

use workbench_domain::packet::Comparison;

use crate::{
    Fonts, Undrawable,
    fonts::{Fault, Selection, words},
};

/// Texts with their places, in reading order.
pub(crate) type Places<'a> = Vec<(String, &'a str)>;

/// The characters that no font can draw, once for each place.
pub(crate) fn undrawable(places: &Places<'_>, fonts: &Fonts) -> Vec<Undrawable> {
    // Text in plain letters, the common case, asks for no font at all.
    let plain = |text: &str| text.is_ascii() && !text.chars().any(words::is_control);
    let doubtful: Vec<_> = places.iter().filter(|(_, text)| !plain(text)).collect();
    let characters: BTreeSet<char> = doubtful.iter().flat_map(|(_, text)| text.chars()).collect();
    if characters.is_empty() {
        return Vec::new();
    }
    let selection = Selection::new(fonts, characters);
    let mut seen: BTreeMap<&str, BTreeSet<(char, Fault)>> = BTreeMap::new();
    let mut found = Vec::new();
    for (place, text) in doubtful {
        let known = seen.entry(place).or_default();
        for (c, fault) in selection.undrawable(text) {
            if known.insert((c, fault)) {
                found.push(Undrawable {
                    character: c.to_string(),
                    code: words::code(c),
                    script: match fault {
                        Fault::NoFace => words::script(c).to_owned(),
                        Fault::Stacked => format!("more than {} marks on one letter", words::STACK_MAX),
                    },
                    place: place.clone(),
                });
            }
        }
    }
    found
}

/// Everything that a comparison prints.
pub(crate) fn of_comparison(comparison: &Comparison) -> Places<'_> {
    let table = &comparison.table;
    let mut places: Places<'_> = vec![("The role".to_owned(), &comparison.role)];
    places.extend(table.cautions.iter().map(|one| ("A caution".to_owned(), one.words.as_str())));
    for (candidate, number) in table.candidates.iter().zip(1..) {
        places.push((format!("The name of candidate {number}"), &candidate.name));
        for opinion in &candidate.opinions {
            places.push((format!("An interviewer's name, candidate {number}"), &opinion.interviewer));
        }
    }
    for row in &table.rows {
        places.push(("A competency's name".to_owned(), &row.competency.name));
        for (cell, number) in row.cells.iter().zip(1..) {
            for (card, title) in cell.ratings.iter().filter_map(|rating| table.source(rating)) {
                places.push((format!("An interviewer's name, candidate {number}"), &card.interviewer));
                places.push((format!("A question's title, candidate {number}"), title));
            }
        }
    }
    let given = [&comparison.raters.agreement, &comparison.raters.consistency].into_iter().flat_map(|view| &view.given);
    let raters = given.flat_map(|gap| &gap.given);
    places.extend(raters.map(|one| ("An interviewer's name".to_owned(), one.interviewer.as_str())));
    let without = table.order.firmness.iter().flat_map(|firm| &firm.without);
    places.extend(without.map(|one| ("An interviewer's name".to_owned(), one.interviewer.as_str())));
    places.extend(comparison.signer.iter().map(|signer| ("Who signed, the name".to_owned(), signer.name.as_str())));
    places
}
