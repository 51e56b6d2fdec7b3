//! The decision on the first page, and what was agreed beside the ratings.

use jiff::civil::date;
use workbench_domain::{
    decision::{Decision, Dissent, Outcome, Stance},
    packet::{PacketAgreed, PacketDecision},
    rating::{Level, Rating},
};

use super::*;
use crate::undrawable_packet;

fn flowing(pages: &[Page]) -> String {
    let all: String = pages.iter().map(|page| page.text() + " ").collect();
    let plain: String = all.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
    plain.replace('|', " ").split_whitespace().collect::<Vec<_>>().join(" ").replace(" :", ":")
}

fn version(number: u32, outcome: Outcome, reason: &str) -> PacketDecision {
    PacketDecision {
        number,
        decision: Decision {
            outcome,
            level: String::new(),
            role: String::new(),
            reason: reason.to_owned(),
            formula: Some(Stance::With),
            dissent: Vec::new(),
        },
        by: "Ana Ruiz".to_owned(),
        at: date(2026, 3, 9).at(14, 2, 0, 0),
    }
}

fn decided() -> Packet {
    let mut packet = small();
    let mut last = version(2, Outcome::Hire, "The references say otherwise.");
    last.decision.level = "mid-level".to_owned();
    last.decision.role = "Platform".to_owned();
    last.decision.formula = Some(Stance::Against);
    last.decision.dissent = vec![Dissent { name: "Łucja Żółć".into(), words: "Too early.\n\nAsk again.".into() }];
    packet.decisions = vec![version(1, Outcome::NoHire, "Never said in print."), last];
    packet.agreed = vec![PacketAgreed {
        competency: "Concurrency".into(),
        rating: Rating::Level(Level::new(4).unwrap()),
        reason: "Both heard the same answer.".into(),
    }];
    packet
}

#[test]
fn the_first_page_says_what_is_decided_why_and_who_dissents() {
    let first = flowing(&pages(&decided())[..1]);
    for words in [
        "Decision: Hire, at mid-level, for Platform, against the formula",
        "“The references say otherwise.”",
        "Łucja Żółć dissents: “Too early.",
        "Ask again.”",
        "Recorded 9 March 2026, 14:02 by Ana Ruiz, version 2",
        "Before, version 1 of 9 March 2026, 14:02: No hire, with the formula",
    ] {
        assert!(first.contains(words), "{words}: {first}");
    }
    assert!(!first.contains("Decision sought"), "{first}");
    let sought = flowing(&pages(&small())[..1]);
    assert!(sought.contains("Decision sought: whether to hire") && !sought.contains("Decision:"), "{sought}");
}

#[test]
fn what_was_agreed_stands_under_the_individual_ratings_and_says_that_it_enters_no_figure() {
    let text = flowing(&pages(&decided()));
    let ratings = text.find("Ratings by competency").unwrap();
    let agreed = text.find("Agreed in the debrief").unwrap();
    assert!(ratings < agreed, "{text}");
    assert!(text[agreed..].contains("enter no figure"), "{text}");
    assert!(text[agreed..].contains("Concurrency 4 Above Both heard the same answer."), "{text}");
    assert!(!flowing(&pages(&small())).contains("Agreed in the debrief"));
}

#[test]
fn a_decision_with_a_long_reason_loses_no_word_and_stays_on_the_page() {
    let mut packet = decided();
    let reason: String = (0..4000).map(|n| format!("word{n} ")).collect();
    packet.decisions[1].decision.reason = reason.trim_end().to_owned();
    packet.agreed[0].reason = reason.replace("word", "why").trim_end().to_owned();
    let pages = pages(&packet);
    promises::inside(&pages);
    let printed = words(&pages);
    for word in packet.decisions[1].decision.reason.split(' ').chain(packet.agreed[0].reason.split(' ')) {
        assert!(printed.contains(word), "{word}");
    }
}

#[test]
fn every_text_of_a_decision_is_looked_at_for_what_cannot_be_drawn() {
    let mut packet = decided();
    let mut signs = (0x13000..).filter_map(char::from_u32);
    let mut sign = |text: &mut String| text.push(signs.next().unwrap());
    let last = &mut packet.decisions[1];
    sign(&mut last.by);
    sign(&mut last.decision.level);
    sign(&mut last.decision.role);
    sign(&mut last.decision.reason);
    sign(&mut last.decision.dissent[0].name);
    sign(&mut last.decision.dissent[0].words);
    sign(&mut packet.agreed[0].competency);
    sign(&mut packet.agreed[0].reason);
    let named: BTreeSet<String> =
        undrawable_packet(&packet, &Fonts::bundled_only()).into_iter().map(|one| one.character).collect();
    for c in ('\u{13000}'..='\u{13007}').map(String::from) {
        assert!(named.contains(&c), "{c:?} is not named");
    }
}
