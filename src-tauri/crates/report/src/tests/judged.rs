//! Reasons with their evidence, own ratings, amendments, and what few interviews have, as they are printed.

use workbench_domain::{
    packet::{Change, Comparison},
    scorecard::Recommendation,
};

use super::*;
use crate::{render_comparison, undrawable_packet};

/// All that stands on the pages of a packet, with single spaces.
fn flowing(packet: &Packet) -> String {
    let all: String = pages(packet).iter().map(|page| page.text() + " ").collect();
    all.replace('|', " ").split_whitespace().collect::<Vec<_>>().join(" ").replace(" :", ":")
}

#[test]
fn reasons_stand_with_their_evidence_and_own_ratings_beside_the_mean() {
    let mut packet = people::eventful();
    packet.scorecards.truncate(1);
    let text = flowing(&packet);
    for words in [
        "says what is a guess. “The file is closed when the generator is collected, and I would not bet my evening on when that is.” Ana Ruiz Gómez, questions 1 and 3",
        "Reasons for 1 Diagnoses from what is known, and says what is a guess. Question 1, good signal heard: Says what",
        "Question 3, quote: “The file is closed",
        "slow log before anything else, then … (in full below)",
        "Reasons against 1 Took long to the simplest way.",
        "Concurrency: 4 Above by the interviewer; the mean of its 2 rated questions is 3.5",
        "broke off 14:50, continued 15:05",
        "Reworded: She did not know the word “generator”.",
        "Probes asked – What happens when the consumer stops early? (twice) – 1 probe that the kit does not have",
        "What the candidate asked 53:20 Note Asked who decides",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn an_amendment_says_when_why_and_what_and_that_the_first_version_counts() {
    let text = flowing(&people::eventful());
    for words in [
        "No later: Yes",
        "Recommends hiring: No 5 of 6 questions rated",
        "Amended later to “Yes”, below. This first version counts.",
        "Amended: version 2 6 March 2026, 10:12, after seeing another scorecard on this candidate",
        "“At the debrief Ana read out",
        "Recommends hiring: Yes, was No",
        "The reason now “Two answers stayed",
        "Reasons against now: none",
        "Reasons for now 1 Sound diagnosis.",
        "Working with others: 3 Meets, was as the mean of its questions",
        "Question 5, A review that went wrong: 3 Meets, was 2 Below",
        "Question 6, Cancelling work in progress: Not rated, was 3 Meets",
        "submitted 4 March 2026, 16:12, within an hour of the interview, after seeing another scorecard on this candidate",
        "two interviewers: took the notes",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn what_could_not_be_judged_says_why_and_what_was_written_afterwards_says_when() {
    let mut packet = people::eventful();
    let text = flowing(&packet);
    assert!(text.contains("could not judge: out of time") && text.contains("Could not judge: out of time"), "{text}");
    assert!(text.contains("held 3 March 2026, 14:30, written down afterwards, from 3 March 2026, 18:20"), "{text}");
    // On paper there was no clock.
    packet.scorecards.remove(2);
    packet.scorecards.remove(0);
    let text = flowing(&packet);
    assert!(
        text.contains("Concurrency · 10 min planned Two threads") && text.contains("Notes Note Read the"),
        "{text}"
    );
}

#[test]
fn every_text_of_a_judgement_is_looked_at_for_what_cannot_be_drawn() {
    let mut packet = people::eventful();
    // A sign that no font at hand draws, another one for each text.
    let mut signs = (0x13000..).filter_map(char::from_u32);
    let mut sign = |text: &mut String| text.push(signs.next().unwrap());
    let card = &mut packet.scorecards[0];
    for reason in card.reasons_for.iter_mut().chain(&mut card.reasons_against) {
        sign(&mut reason.text);
        reason.evidence.iter_mut().for_each(|cited| sign(&mut cited.text));
    }
    sign(&mut card.own_ratings[0].reason);
    sign(card.answers[0].answer.probes[0].text.as_mut().unwrap());
    sign(&mut card.answers[1].answer.deviation.as_mut().unwrap().reason);
    sign(&mut card.candidate_questions[0].text);
    let amendment = &mut packet.scorecards[2].amendments[0];
    sign(&mut amendment.reason);
    for change in &mut amendment.changes {
        match change {
            Change::Recommendation { .. } => {}
            Change::Reason(text) => sign(text),
            Change::ReasonsFor(all) | Change::ReasonsAgainst(all) => {
                all.iter_mut().for_each(|reason| sign(&mut reason.text));
            }
            Change::OwnRating { reason, .. } => sign(reason),
            Change::Rating { question, .. } => sign(question),
        }
    }
    let last = signs.next().unwrap();
    let named: BTreeSet<String> =
        undrawable_packet(&packet, &Fonts::bundled_only()).into_iter().map(|one| one.character).collect();
    for c in ('\u{13000}'..last).map(String::from) {
        assert!(named.contains(&c), "{c:?} is not named");
    }
    assert!(u32::from(last) - 0x13000 > 15);
}

#[test]
fn a_comparison_says_what_a_recommendation_was_amended_to() {
    let mut comparison = side_by_side::comparison(2);
    let said = |comparison: &Comparison| {
        let made = render_comparison(comparison, Paper::A4, &Fonts::bundled_only()).unwrap();
        let pdf = lopdf::Document::load_mem(&made.bytes).unwrap();
        let all: Vec<u32> = pdf.get_pages().keys().copied().collect();
        pdf.extract_text(&all).unwrap()
    };
    let before = said(&comparison);
    assert!(!before.contains("later"), "{before}");
    let opinions = &mut comparison.table.candidates[0].opinions;
    opinions[0].amended = Some(Recommendation::No);
    opinions[1].amended = Some(opinions[1].recommendation);
    let after = said(&comparison);
    assert!(after.contains("later: No") && after.contains("amended later"), "{after}");
}
