//! The reasons on the first page.

use workbench_domain::{
    entry::EntryKind,
    packet::{Cited, CitedReason, CitedThing, PacketOptions, Section},
    rating::Level,
};

use super::*;

fn reason(text: &str, evidence: &[(CitedThing, &str)]) -> CitedReason {
    let cited = |(thing, text): &(CitedThing, &str)| Cited { thing: *thing, number: Some(2), text: (*text).to_owned() };
    CitedReason { text: text.to_owned(), evidence: evidence.iter().map(cited).collect() }
}

/// What stands under the head of the reasons, a printed line a line.
fn said(packet: &Packet) -> Vec<String> {
    let text: String = pages(packet).iter().take(2).map(|page| page.text() + "\n").collect();
    let plain: String = text.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
    let lines = plain.lines().skip_while(|line| !line.starts_with("Reasons for and against")).skip(1);
    lines.take_while(|line| !line.starts_with("Their reasons")).map(str::to_owned).collect()
}

fn given(reasons: [&[CitedReason]; 3]) -> Packet {
    let mut packet = people::packet();
    for (card, reasons) in packet.scorecards.iter_mut().zip(reasons) {
        card.reasons_for = reasons.to_vec();
    }
    packet.panel[1].interviewer = "Layla".to_owned();
    packet.panel[2].interviewer = "Kenji".to_owned();
    packet
}

#[test]
fn each_reason_stands_with_who_gave_it_and_the_candidates_own_words_where_there_are_some() {
    let quote = (CitedThing::Note(EntryKind::Quote), "I would measure first.");
    let packet = given([
        &[reason("Measures.", &[(CitedThing::RedFlag, "Blames."), quote])],
        &[reason("Calm.", &[(CitedThing::RedFlag, "Blames.")])],
        &[reason("Kind.", &[])],
    ]);
    assert_eq!(
        said(&packet),
        [
            "For | Measures.",
            "“I would measure first.”   Ana Ruiz Gómez, question 2",
            "Calm.",
            "red flag seen:   | Blames.   Layla, question 2",
            "Kind.",
            "Kenji, no evidence linked"
        ]
    );
}

#[test]
fn three_reasons_are_on_the_first_page_everyones_first_before_anybodys_second() {
    let some = |name: &str| -> Vec<CitedReason> {
        let evidence = (CitedThing::Note(EntryKind::Good), "Heard it.");
        (1..=3).map(|number| reason(&format!("{name}{number}."), &[evidence])).collect()
    };
    let (ana, layla) = (some("a"), some("b"));
    let bare = [reason("c1.", &[])];
    let packet = given([&ana, &layla, &bare]);
    let all = said(&packet).join(" ");
    for (word, there) in [("a1.", true), ("b1.", true), ("a2.", true), ("b2.", false), ("c1.", false)] {
        assert_eq!(all.contains(word), there, "{word}: {all}");
    }
    let rest = "4 more reasons for, in the scorecards by Layla, Ana Ruiz Gómez, Kenji";
    assert!(all.contains(rest), "{all}");
    // Without the scorecards this is their only place.
    let options = PacketOptions { without: vec![Section::Scorecards], ..PacketOptions::default() };
    let whole = said(&packet.prepared(&options, &Default::default()).packet).join(" ");
    for word in ["a1.", "a3.", "b3.", "c1."] {
        assert!(whole.contains(word), "{word}: {whole}");
    }
    assert!(!whole.contains("more reason"), "{whole}");
}

#[test]
fn what_is_left_out_of_a_side_stands_under_that_side_and_says_whose_scorecard_has_it() {
    let some: Vec<CitedReason> = (1..=4).map(|number| reason(&format!("a{number}."), &[])).collect();
    let mut packet = given([&some, &[], &[]]);
    packet.scorecards[1].reasons_against = vec![reason("Slow.", &[])];
    let said = said(&packet);
    let at =
        |words: &str| said.iter().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {said:?}"));
    assert_eq!(said[at("more reason")], "1 more reason for, in the scorecard by Ana Ruiz Gómez");
    assert!(at("a3.") < at("more reason") && at("more reason") < at("Slow."), "{said:?}");
}

#[test]
fn nothing_is_said_of_evidence_where_the_notes_are_left_out() {
    let quote = (CitedThing::Note(EntryKind::Quote), "I would measure first.");
    let packet = given([&[reason("Measures.", &[quote])], &[], &[]]);
    let options = PacketOptions { without: vec![Section::Notes], ..PacketOptions::default() };
    assert_eq!(said(&packet.prepared(&options, &Default::default()).packet), ["For | Measures.", "Ana Ruiz Gómez"]);
}

#[test]
fn a_long_quote_is_cut_at_a_word_and_says_where_it_stands() {
    let long = "word ".repeat(100);
    let packet = given([&[reason("Talks.", &[(CitedThing::Note(EntryKind::Quote), long.trim())])], &[], &[]]);
    let all = said(&packet).join(" ");
    assert!(all.contains("word …”  (in full below)"), "{all}");
}

#[test]
fn must_haves_that_are_missed_stand_on_the_first_page() {
    let line = |packet: &Packet| {
        let text = pages(packet)[0].text().replace('\n', " ");
        let from = text.find("Must-haves")?;
        Some(text[from..].chars().take(90).collect::<String>())
    };
    let mut packet = small();
    assert_eq!(line(&packet), None, "the role asks for none");
    packet.matrix[0].competency.must_have = Level::new(4);
    assert!(line(&packet).is_some_and(|line| line.starts_with("Must-haves:   | all met")), "{:?}", line(&packet));
    packet.matrix[0].competency.must_have = Level::new(5);
    let missed = "Must-haves missed:   | Language depth is a must-have at 5, and the mean is 4.00.";
    assert!(line(&packet).is_some_and(|line| line.starts_with(missed)), "{:?}", line(&packet));
    packet.matrix[0].figure.mean = None;
    let unrated = "Must-haves missed:   | Language depth is a must-have at 5, and it is not rated.";
    assert!(line(&packet).is_some_and(|line| line.starts_with(unrated)), "{:?}", line(&packet));
    packet.scorecards.clear();
    assert_eq!(line(&packet), None, "nothing is missed where nothing is submitted");
}
