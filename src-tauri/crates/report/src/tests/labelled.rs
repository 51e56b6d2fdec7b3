//! Every word that a document prints is a label of its language, or somebody's own.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use workbench_domain::{
    compare::{AskedKit, CautionFact, MissedMustHave, UnaskedQuestions},
    packet::{Around, Audience, PacketOptions},
    rating::Level,
    scorecard::Recommendation,
    shared::{ImportedRating, ImportedScorecard, OWN, together},
};

use super::*;
use crate::{comparison_blocks, display::Item, guide_blocks, labels::tests::pseudo, paint, structure::Role};

/// What people wrote, with each Latin letter as a Cyrillic one. Words of the format, dates and hashes stay.
fn disguised<D: Serialize + DeserializeOwned>(document: &D) -> D {
    let mut value = serde_json::to_value(document).unwrap();
    disguise(&mut value);
    serde_json::from_value(value).unwrap()
}

fn disguise(value: &mut Value) {
    match value {
        Value::String(text) => {
            let is_word = text.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '_'));
            let is_time = text.len() >= 8 && text.chars().all(|c| c.is_ascii_digit() || "-:.TZ".contains(c));
            if !is_word && !is_time {
                let letter = |c: char| match c {
                    'a'..='z' => char::from_u32(u32::from('а') + u32::from(c) - u32::from('a')).unwrap(),
                    'A'..='Z' => char::from_u32(u32::from('А') + u32::from(c) - u32::from('A')).unwrap(),
                    c => c,
                };
                *text = text.chars().map(letter).collect();
            }
        }
        Value::Array(all) => all.iter_mut().for_each(disguise),
        Value::Object(all) => all.values_mut().for_each(disguise),
        _ => {}
    }
}

/// Every string of the data that kept its letters.
fn kept(value: &Value, out: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            out.insert(text.clone());
            // Hashes are printed in fours.
            let figures: Vec<char> = text.chars().take(12).collect();
            out.extend(figures.chunks(4).map(|four| four.iter().collect::<String>()));
        }
        Value::Array(all) => all.iter().for_each(|one| kept(one, out)),
        Value::Object(all) => all.values().for_each(|one| kept(one, out)),
        _ => {}
    }
}

/// Words in plain Latin letters that are neither of the language nor of the data.
fn strays(document: &Document, data: &Value) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    kept(data, &mut known);
    kept(&Value::String(document.hash.clone()), &mut known);
    // The name of what the hash is.
    known.insert("SHA".to_owned());
    // The name of a program.
    known.insert("Greenhouse".to_owned());
    let selection = select(document, &Fonts::bundled_only());
    let (pages, structure) = paginate::pages(document, Paper::A4.size(), &selection, &Unwatched);
    let mut texts = vec![document.title.clone()];
    for page in &pages {
        texts.extend(page.links.iter().map(|link| link.title.clone()));
        texts.extend(page.entries.iter().map(|(entry, _)| entry.title.clone()));
        texts.extend(page.items.iter().filter_map(|placed| match &placed.item {
            Item::Text(run) => Some(run.text.clone()),
            Item::Shape(..) => None,
        }));
    }
    texts.extend(structure.nodes.iter().filter_map(|node| match &node.role {
        Role::Figure(words) => Some(words.clone()),
        _ => None,
    }));
    // What cannot be drawn stands as its code, such as [U+5C71].
    let is_code =
        |word: &str| word == "U" || (word.len() > 3 && word.chars().all(|c| matches!(c, '0'..='9' | 'A'..='F')));
    let words = texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    words
        .filter(|word| word.chars().any(|c| c.is_ascii_alphabetic()) && !known.contains(*word) && !is_code(word))
        .map(str::to_owned)
        .collect()
}

fn check<D: Serialize + DeserializeOwned>(of: &D, document: impl Fn(&D) -> Document) {
    let of = disguised(of);
    let found = strays(&document(&of), &serde_json::to_value(&of).unwrap());
    assert_eq!(found, BTreeSet::new());
}

#[test]
fn no_word_of_a_packet_comes_from_outside_the_table() {
    let say = pseudo();
    for packet in [people::packet(), people::eventful()] {
        for audience in Audience::ALL {
            let options = PacketOptions { audience, ..PacketOptions::default() };
            let around = Around { stand_ins: say.stand_ins(), ..Around::default() };
            let made = packet.clone().prepared(&options, &around).packet;
            check(&made, |packet| packet_blocks::document(packet, say));
        }
    }
    for (_, packet) in hard::packets() {
        check(&packet, |packet| packet_blocks::document(packet, say));
    }
}

/// Every caution that there can be, in each of its forms.
pub(crate) fn every_caution() -> Vec<CautionFact> {
    let kit = |version| AskedKit { title: "Systems kit".to_owned(), version };
    let unasked =
        |titles: &[&str], more| UnaskedQuestions { titles: titles.iter().map(|one| (*one).to_owned()).collect(), more };
    let short = |mean| MissedMustHave { competency: "Craft".to_owned(), level: Level::ALL[2], mean };
    let mut all = vec![
        CautionFact::OtherRoles,
        CautionFact::OtherKits,
        CautionFact::NoInterview,
        CautionFact::Open(1),
        CautionFact::Open(2),
        CautionFact::UntilOwn,
        CautionFact::UntilRound("Jan Kowalski".to_owned()),
        CautionFact::Asked(vec![kit(1), kit(2)]),
        CautionFact::NothingRated,
        CautionFact::Unasked(unasked(&["Locks"], 0)),
        CautionFact::Unasked(unasked(&["Locks", "Queues"], 0)),
        CautionFact::Unasked(unasked(&["Locks", "Queues", "Caches"], 2)),
        CautionFact::Missed(short(None)),
        CautionFact::Missed(short(Some(2.5))),
    ];
    for (count, sources) in [(1, &[OWN][..]), (1, &["table"]), (2, &["greenhouse"]), (2, &["table", "greenhouse"])] {
        let scorecards = imported_from(sources.iter().cycle().take(count));
        all.extend(together(&scorecards).map(CautionFact::Imported));
    }
    all
}

/// Scorecards of these programs: one says nothing but its ratings, the others all there is.
fn imported_from<'a>(sources: impl Iterator<Item = &'a &'a str>) -> Vec<ImportedScorecard> {
    let rating = |said: &str, level: Option<usize>| ImportedRating {
        name: "Python".to_owned(),
        said: said.to_owned(),
        level: level.map(|place| Level::ALL[place]),
    };
    let one = |(place, source): (usize, &&str)| ImportedScorecard {
        source: (*source).to_owned(),
        interviewer: if place == 0 { String::new() } else { "Kim Ito".to_owned() },
        interview: if place == 0 { String::new() } else { "Phone screen".to_owned() },
        recommendation: (place > 0).then_some(Recommendation::Yes),
        ratings: vec![rating("4", Some(3)), rating("mixed", Some(2)), rating("Perhaps", None)],
    };
    sources.enumerate().map(one).collect()
}

#[test]
fn no_caution_and_no_imported_scorecard_comes_from_outside_the_table() {
    let say = pseudo();
    let mut comparison = side_by_side::comparison(4);
    let whose = comparison.table.candidates[2].id.clone();
    comparison.table.cautions = every_caution().into_iter().map(|fact| fact.about(Some(whose.clone()))).collect();
    check(&comparison, |comparison| comparison_blocks::document(comparison, say));
    for sources in [&["table"][..], &["table", "greenhouse", OWN]] {
        let packet = Packet { imported: imported_from(sources.iter()), ..people::packet() };
        check(&packet, |packet| packet_blocks::document(packet, say));
    }
}

#[test]
fn no_word_of_a_comparison_or_a_guide_comes_from_outside_the_table() {
    let say = pseudo();
    for count in [0, 1, 2, 4, 13] {
        check(&side_by_side::comparison(count), |comparison| comparison_blocks::document(comparison, say));
    }
    check(&hard::guide(), |guide| guide_blocks::document(guide, say));
}

#[test]
fn a_word_from_outside_the_table_is_found() {
    let packet = disguised(&people::packet());
    let mut document = packet_blocks::document(&packet, pseudo());
    document.foot = "Notes".to_owned();
    let found = strays(&document, &serde_json::to_value(&packet).unwrap());
    assert_eq!(found, BTreeSet::from(["Notes".to_owned()]));
}

#[test]
fn the_file_says_the_language_that_it_is_printed_in() {
    for (say, tag) in [(english(), "en"), (pseudo(), "qps")] {
        let document = packet_blocks::document(&small(), say);
        let selection = select(&document, &Fonts::bundled_only());
        let (pages, structure) = paginate::pages(&document, Paper::A4.size(), &selection, &Unwatched);
        let file = paint::paint(&document, pages, &structure, &selection, &Unwatched).unwrap();
        let pdf = lopdf::Document::load_mem(&file).unwrap();
        assert_eq!(pdf.catalog().unwrap().get(b"Lang").unwrap().as_str().unwrap(), tag.as_bytes());
    }
}
