//! Walk 2: a packet, from one moment of the store to a file that another program can read.

use std::fs;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use support::{World, pdf_text};

use super::{id, questions};
use crate::{list, text};

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The text of a PDF with every run of white space as one space, so that line ends do not matter.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn a_packet_holds_everything_that_was_kept() {
    let world = World::new().await;
    let candidate = world.candidate("Zoë Đorđević").await;
    let live = world.start(&candidate).await;
    let (id, questions) = (id(&live), questions(&live));
    let told = json!({
        "interview_id": id, "spoken_name": "", "covers": "", "asked": "", "retention": "31 March 2027",
    });
    world.ok("preparation_set", told).await;
    let long = "A long quote that must not be clipped, word for word. ".repeat(40);
    for (question, words) in
        questions.iter().zip(["rolled back in 6 minutes", "Žluťoučký kůň", "Ποιότητα", long.trim()])
    {
        world.note(&id, question, "quote", words).await;
    }
    for (question, rating) in questions.iter().zip([json!(5), json!(1), json!("not_asked"), json!("could_not_judge")]) {
        world.rate(&id, question, rating).await;
    }
    let check = json!({ "candidate_id": candidate, "paper": "a4" });
    assert_eq!(world.refused("packet_check", check.clone()).await.0, "hidden", "one's own scorecard comes first");
    let look = json!({ "of": { "packet": { "candidate_id": candidate } }, "page": 1, "paper": "a4" });
    assert_eq!(world.refused("preview_get", look.clone()).await.0, "hidden", "a preview shows what the file would");
    let reason = "Strong on incidents: she wrote the postmortem.";
    world.submit(&id, "strong_yes", reason).await;

    let checked = world.ok("packet_check", check).await;
    assert_eq!(list(&checked["undrawable"]), [] as [Value; 0], "{checked}");
    assert_eq!((&checked["submitted"], &checked["missing"]), (&json!(1), &json!(0)));
    assert_eq!(text(&checked["file_name"]), "2026-11-22 Zoë Đorđević, Senior Python developer, packet.pdf");
    let preview = world.ok("preview_get", look).await;
    assert_eq!((&preview["page"], &preview["pages"]), (&json!(1), &checked["pages"]));
    let letters: usize = list(&preview["letters"]).iter().map(|one| list(&one["at"]).len()).sum();
    assert!(text(&preview["text"]).contains("Zoë Đorđević") && letters > 300 && letters.is_multiple_of(3), "{letters}");
    for paper in ["a4", "letter"] {
        let path = world.beside(&format!("{paper}.pdf"));
        let request = json!({ "candidate_id": candidate, "path": path, "paper": paper });
        let exported = world.ok("packet_export", request).await;
        let bytes = fs::read(&path).unwrap();
        assert!(bytes.starts_with(b"%PDF-"), "{paper}");
        assert_eq!(text(&exported["sha256"]), sha256(&bytes));
        assert!(exported["pages"].as_u64().unwrap() > 1);
        let Some(said) = pdf_text(&path) else { continue };
        assert_eq!(json!(said.matches('\u{c}').count()), exported["pages"], "as many pages as were announced");
        let said = flowing(&said);
        let mut wanted =
            vec!["Zoë Đorđević", "Ana Ruiz", "Strong yes", "rolled back in 6 minutes", "Žluťoučký kůň", "Ποιότητα"];
        wanted.extend(["Not asked", "Could not judge", reason, "31 March 2027"]);
        let asked: Vec<String> =
            list(&live["interview"]["content"]["questions"]).iter().map(|q| text(&q["title"])).collect();
        wanted.extend(asked.iter().map(String::as_str));
        for words in wanted {
            assert!(said.contains(words), "{paper} does not say {words:?}:\n{said}");
        }
        assert_eq!(said.matches("word for word.").count(), 40, "{paper}: a long quote is whole");
    }
}

#[tokio::test]
async fn the_same_moment_gives_the_same_bytes() {
    let world = World::new().await;
    let candidate = world.candidate("Ana Ruiz").await;
    world.held(&candidate, &[json!(4)], "yes").await;
    let mut made = Vec::new();
    for name in ["one.pdf", "two.pdf"] {
        world.clock.set("2026-11-22T12:00:00Z".parse().unwrap());
        let request = json!({ "candidate_id": candidate, "path": world.beside(name) });
        made.push(world.ok("packet_export", request).await["sha256"].clone());
    }
    assert_eq!(made[0], made[1]);
}

#[tokio::test]
async fn a_character_that_cannot_be_drawn_is_named_and_never_dropped() {
    let world = World::new().await;
    let candidate = world.candidate("Ana Ruiz").await;
    let live = world.start(&candidate).await;
    let (id, questions) = (id(&live), questions(&live));
    // A private character, which no font has to draw.
    world.note(&id, &questions[0], "note", "before \u{F8F0} after").await;
    world.tick(&id, &questions[0]).await;
    world.submit(&id, "no", "Short.").await;

    let undrawable = world.ok("packet_check", json!({ "candidate_id": candidate })).await["undrawable"].clone();
    assert_eq!(text(&undrawable[0]["code"]), "U+F8F0", "{undrawable}");
    let path = world.beside("packet.pdf");
    let mut request = json!({ "candidate_id": candidate, "path": path });
    let refused = world.refused("packet_export", request.clone()).await;
    assert_eq!(refused.0, "undrawable");
    assert!(refused.1.contains("U+F8F0") && !path.exists(), "{}", refused.1);
    request["accept_undrawable"] = json!(true);
    world.ok("packet_export", request).await;
    if let Some(said) = pdf_text(&path) {
        assert!(flowing(&said).contains("before [U+F8F0] after"), "{said}");
    }
}

#[tokio::test]
async fn a_comparison_is_printed_too() {
    let world = World::new().await;
    let (first, second) = (world.candidate("Ana Ruiz").await, world.candidate("Jan Kowalski").await);
    world.held(&first, &[json!(5), json!(4)], "strong_yes").await;
    world.held(&second, &[json!(2), json!(3)], "no").await;
    let ids = json!([first, second]);
    let checked = world.ok("comparison_check", json!({ "candidate_ids": ids })).await;
    let path = world.beside("comparison.pdf");
    let exported = world.ok("comparison_export", json!({ "candidate_ids": ids, "path": path })).await;
    assert_eq!(checked["pages"], exported["pages"]);
    assert_eq!(text(&exported["sha256"]), sha256(&fs::read(&path).unwrap()));
    if let Some(said) = pdf_text(&path) {
        for words in ["Ana Ruiz", "Jan Kowalski", "Strong yes"] {
            assert!(flowing(&said).contains(words), "{words}: {said}");
        }
    }
}

#[tokio::test]
async fn reasons_amendments_and_causes_are_printed_and_what_was_agreed_is_not() {
    let world = World::new().await;
    let candidate = world.candidate("Ana Ruiz").await;
    let live = world.start(&candidate).await;
    let (id, questions) = (id(&live), questions(&live));
    let agreed = json!({ "more_minutes": 17, "break_minutes": 13, "questions_ahead": true });
    world.ok("adjustment_set", json!({ "interview_id": id, "adjustments": agreed })).await;
    world.ok("interview_begin", json!({ "interview_id": id })).await;
    let broke = json!({ "interview_id": id, "phase": "interrupted", "reason": "She fell ill.", "at_seconds": 900 });
    world.ok("interview_set_phase", broke).await;
    world.ok("interview_resume", json!({ "interview_id": id })).await;
    let quote = world.note(&id, &questions[0], "quote", "We rolled back.").await["id"].clone();
    world.tick(&id, &questions[0]).await;
    world.rate(&id, &questions[0], json!(4)).await;
    let unjudged = json!({
        "interview_id": id, "question_id": questions[1], "rating": "could_not_judge", "unjudged": "out_of_time",
    });
    world.ok("rating_set", unjudged).await;
    let tick = json!({ "question_id": questions[0], "target": "indicator", "number": 1 });
    let draft = json!({
        "interview_id": id, "recommendation": "yes", "reason": "Calm.",
        "reasons_for": [{ "text": "Calm under load.", "entry_ids": [quote], "ticks": [tick] }],
        "reasons_against": [{ "text": "Slow to begin.", "entry_ids": [quote] }],
    });
    world.ok("scorecard_save", draft).await;
    world.submit(&id, "yes", "Calm.").await;
    let amend = json!({
        "interview_id": id, "reason": "Heard more at the debrief.", "changes": { "recommendation": "no" },
    });
    world.ok("scorecard_amend", amend).await;

    let path = world.beside("packet.pdf");
    world.ok("packet_export", json!({ "candidate_id": candidate, "path": path })).await;
    let Some(said) = pdf_text(&path) else { return };
    let said = flowing(&said);
    for words in [
        "Calm under load. “We rolled back.” Ana Ruiz, question 1",
        "Question 1, quote: “We rolled back.”",
        "Question 1, good signal heard:",
        "Slow to begin.",
        "Could not judge: out of time",
        "later: No",
        "Amended: version 2",
        "Heard more at the debrief.",
        "Recommends hiring: No, was Yes",
        "broke off",
        "continued",
        "Fairness: the round’s kit version in 1 of 1 interview",
        "adjustments made: yes",
        "before seeing another scorecard on this candidate",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    for words in ["17 min", "13 min", "fell ill"] {
        assert!(!said.contains(words), "{words}: {said}");
    }
}

#[tokio::test]
async fn a_packet_with_names_hidden_waits_until_every_mention_is_decided() {
    let world = World::new().await;
    let candidate = world.candidate("Zoë Đorđević").await;
    let live = world.start(&candidate).await;
    let (id, questions) = (id(&live), questions(&live));
    world.note(&id, &questions[0], "note", "Zoe said that she wrote it.").await;
    world.tick(&id, &questions[0]).await;
    world.rate(&id, &questions[0], json!(4)).await;
    world.submit(&id, "yes", "Dordevic knows locks.").await;

    let mut options = json!({ "audience": "blind" });
    let checked = world.ok("packet_check", json!({ "candidate_id": candidate, "options": options })).await;
    assert_eq!(text(&checked["file_name"]), "2026-11-22 Candidate A, Senior Python developer, packet, name hidden.pdf");
    let mentions = list(&checked["mentions"]);
    let found: Vec<String> = mentions.iter().map(|mention| text(&mention["found"])).collect();
    for words in ["Zoe", "she", "Dordevic"] {
        assert!(found.iter().any(|one| one == words), "{found:?}");
    }
    let path = world.beside("blind.pdf");
    let export = |options: &Value| json!({ "candidate_id": candidate, "path": path, "options": options });
    let refused = world.refused("packet_export", export(&options)).await;
    assert_eq!(refused.0, "conflict");
    assert!(refused.1.contains("places in the free text") && !path.exists(), "{}", refused.1);
    let decide = |mention: &Value| json!({ "key": mention["key"], "replace": text(&mention["found"]) != "she" });
    options["decisions"] = mentions.iter().map(decide).collect();
    world.ok("packet_export", export(&options)).await;
    if let Some(said) = pdf_text(&path) {
        let said = flowing(&said);
        assert!(said.contains("Candidate A said that she wrote it."), "{said}");
        for name in ["Zoë", "Zoe", "Đorđević", "Dordevic", "Ana Ruiz"] {
            assert!(!said.contains(name), "{name}: {said}");
        }
    }
}

#[tokio::test]
async fn the_personnel_file_has_the_log_and_the_own_copy_its_deadline() {
    let world = World::new().await;
    let candidate = world.candidate("Zoë Đorđević").await;
    world.held(&candidate, &[json!(4)], "yes").await;
    let path = world.beside("hr.pdf");
    let request = json!({ "candidate_id": candidate, "path": path, "options": { "audience": "hr" } });
    world.ok("packet_export", request).await;
    let own = world.beside("own.pdf");
    let ask = json!({ "requested_on": "2026-11-20" });
    let options = json!({ "audience": "candidate", "own_copy": ask, "without": ["notes"] });
    world.ok("packet_export", json!({ "candidate_id": candidate, "path": own, "options": options })).await;
    let nothing = json!({ "audience": "candidate", "own_copy": { "names_left_out": " " } });
    let refused = world.refused("packet_check", json!({ "candidate_id": candidate, "options": nothing })).await;
    assert_eq!(refused.0, "invalid");
    // It is the 22nd of November: nobody has asked on a later day, and nobody had to answer before they were asked.
    let days = async |asked: &str, answer_by: &str| {
        let own_copy = json!({ "requested_on": asked, "answer_by": answer_by });
        let options = json!({ "audience": "candidate", "own_copy": own_copy });
        let asked = json!({ "candidate_id": candidate, "path": world.beside("no.pdf"), "options": options });
        world.app().call("packet_export", &asked.to_string()).await.map_err(|failure| failure.message)
    };
    let why = days("2026-11-23", "2026-12-23").await.unwrap_err();
    assert!(why.contains("asked on 2026-11-23, which is after today, 2026-11-22"), "{why}");
    let why = days("2026-11-20", "2026-11-19").await.unwrap_err();
    assert!(why.contains("answered by 2026-11-19, before they asked on 2026-11-20"), "{why}");
    let why = days("2026-11-20", "2027-02-21").await.unwrap_err();
    assert!(why.contains("answered by 2027-02-21, more than three months after they asked on 2026-11-20"), "{why}");
    let undated = json!({ "audience": "candidate", "own_copy": { "answer_by": "2026-11-21" } });
    let (code, why) = world.refused("packet_check", json!({ "candidate_id": candidate, "options": undated })).await;
    assert!(code == "invalid" && why.contains("Say on which day they asked as well"), "{code} {why}");
    assert!(!world.beside("no.pdf").exists());
    days("2026-11-22", "2026-11-22").await.unwrap();
    let folder = json!({
        "candidate_id": candidate, "path": world.beside("theirs"), "own_copy": { "requested_on": "2027-01-01" },
    });
    let (code, why) = world.refused("access_export", folder).await;
    assert!(code == "invalid" && why.contains("after today"), "{code} {why}");
    let (Some(hr), Some(own)) = (pdf_text(&path), pdf_text(&own)) else { return };
    assert!(flowing(&hr).contains("Scorecard submitted"), "{hr}");
    let own = flowing(&own);
    for words in ["What is kept about you", "20 November 2026", "20 December 2026", "no computer decides"] {
        assert!(own.contains(words), "{words}: {own}");
    }
}
