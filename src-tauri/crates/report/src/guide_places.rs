//! Where each text of a guide stands, in words.

use workbench_domain::guide::Guide;

use crate::places::Places;

/// Everything that a guide prints.
pub(crate) fn of_guide(guide: &Guide) -> Places<'_> {
    let mut places: Places<'_> = vec![
        ("The kit's title".to_owned(), guide.kit.as_str()),
        ("The role".to_owned(), &guide.role),
        ("The role's level".to_owned(), &guide.level),
        ("The opening".to_owned(), &guide.opening),
        ("The closing".to_owned(), &guide.closing),
    ];
    for of in &guide.questions {
        let mut add = |what: &str, text| places.push((format!("{what} {}", of.number), text));
        add("The title of question", of.title.as_str());
        add("The section of question", &of.section);
        add("The competency of question", &of.competency);
        add("The prompt of question", &of.prompt);
        of.probes.iter().for_each(|text| add("A follow-up of question", text));
        of.indicators.iter().for_each(|text| add("A good signal of question", text));
        of.red_flags.iter().for_each(|text| add("A red flag of question", text));
        of.anchors.iter().for_each(|anchor| add("An anchor of question", &anchor.text));
    }
    places.extend(guide.signer.iter().map(|signer| ("Who signed, the name".to_owned(), signer.name.as_str())));
    places
}
