//! Packets by who reads them: what is in, what is out, and that what is hidden is nowhere in the file.

use expect_test::expect;
use jiff::civil::date;
use serde_json::{Value, json};
use workbench_domain::{
    decision::{Decision, Dissent, Outcome},
    log::Act,
    packet::{
        Around, Audience, MentionDecision, MentionKind, OwnCopyAsk, PacketAgreed, PacketDecision, PacketLog,
        PacketOptions, Prepared, Section,
    },
    rating::{Level, Rating},
};

use super::*;
use crate::{carried, render_packet};

fn options(audience: Audience) -> PacketOptions {
    PacketOptions { audience, ..PacketOptions::default() }
}

fn around() -> Around {
    let stand_ins = Language::default().stand_ins();
    Around { stand_ins, spoken_name: "MAR-ta".to_owned(), place: 1, others: vec!["Quentin Dupont".to_owned()] }
}

/// Everything that a packet can have, of one scorecard each of few answers.
fn full() -> Packet {
    let mut packet = people::eventful();
    for card in &mut packet.scorecards {
        card.answers.truncate(2);
    }
    packet.decisions = vec![PacketDecision {
        number: 1,
        decision: Decision {
            outcome: Outcome::Hire,
            level: "mid-level".to_owned(),
            role: "Platform".to_owned(),
            reason: "Calm.".to_owned(),
            formula: None,
            dissent: vec![Dissent { name: "Łucja Żółć".to_owned(), words: "Too early.".to_owned() }],
        },
        by: "Ana Ruiz Gómez".to_owned(),
        at: date(2026, 3, 9).at(14, 2, 0, 0),
    }];
    packet.agreed = vec![PacketAgreed {
        competency: "Concurrency".to_owned(),
        rating: Rating::Level(Level::ALL[3]),
        reason: "Both heard it.".to_owned(),
    }];
    packet.rule = Some(kept::rule(false));
    packet.log = vec![PacketLog {
        sequence: 7,
        at: date(2026, 3, 9).at(14, 2, 0, 0),
        actor: "Ana Ruiz Gómez".to_owned(),
        act: Act::DecisionMake,
        hash: "ab".repeat(32),
    }];
    packet
}

/// With every mention replaced.
fn settled(packet: &Packet, options: &PacketOptions) -> Prepared {
    let found = packet.clone().prepared(options, &around());
    let replace = |key: String| MentionDecision { key, replace: true, with: None };
    let decisions = found.mentions.into_iter().map(|mention| replace(mention.key)).collect();
    let done = packet.clone().prepared(&PacketOptions { decisions, ..options.clone() }, &around());
    assert_eq!(done.undecided, 0);
    done
}

pub(super) fn flowing(packet: &Packet) -> String {
    let all: String = pages(packet).iter().map(|page| page.text() + " ").collect();
    let plain: String = all.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
    plain.replace('|', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every place of a text in JSON, as a path.
fn leaves(value: &Value, path: &mut Vec<String>, all: &mut Vec<Vec<String>>) {
    match value {
        Value::String(_) => all.push(path.clone()),
        Value::Array(list) => {
            for (place, value) in list.iter().enumerate() {
                path.push(place.to_string());
                leaves(value, path, all);
                path.pop();
            }
        }
        Value::Object(map) => {
            for (name, value) in map {
                path.push(name.clone());
                leaves(value, path, all);
                path.pop();
            }
        }
        _ => {}
    }
}

#[test]
fn a_name_is_found_wherever_a_packet_has_text() {
    let mut packet = full();
    packet.panel.truncate(1);
    packet.scorecards.truncate(1);
    packet.scorecards[0].amendments = people::eventful().scorecards[2].amendments.clone();
    packet.matrix.truncate(1);
    packet.matrix[0].competency.weight_reason = "Rests on it".to_owned();
    "Zoltan Zebra".clone_into(&mut packet.candidate);
    let whole = serde_json::to_value(&packet).unwrap();
    let mut all = Vec::new();
    leaves(&whole, &mut Vec::new(), &mut all);
    let mut texts = 0;
    for path in all {
        let pointer = format!("/{}", path.join("/"));
        let mut changed = whole.clone();
        *changed.pointer_mut(&pointer).unwrap() = json!("so said Zebra");
        // What is a word of ours or a time takes no other; an id is made by the program alone.
        let Ok(with) = serde_json::from_value::<Packet>(changed) else { continue };
        let field = path.last().unwrap().as_str();
        if field == "id" || field == "hash" || field == "place" || field.ends_with("_id") {
            continue;
        }
        texts += 1;
        let done = settled(&with, &options(Audience::Blind));
        let said = serde_json::to_string(&done.packet).unwrap();
        assert!(!said.contains("Zebra"), "{pointer}");
    }
    assert!(texts > 60, "{texts}");
}

#[test]
fn with_names_hidden_no_name_is_in_the_file() {
    let mut packet = full();
    let note = &mut packet.scorecards[0].answers[0].answer.entries[0].text;
    "Marta said that Szoke-Branduş wrote it; Ana's question, she nodded. Quentin did not.".clone_into(note);
    let done = settled(&packet, &options(Audience::Blind));
    let kinds: Vec<MentionKind> = done.mentions.iter().map(|mention| mention.kind).collect();
    for kind in [MentionKind::Name, MentionKind::Pronoun, MentionKind::Interviewer, MentionKind::OtherCandidate] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
    let names = [
        "Quentin",
        "Márta",
        "Marta",
        "Szőke",
        "Brânduș",
        "Ana ",
        "Ana'",
        "Ruiz",
        "ليلى",
        "山田",
        "शर्मा",
        "Łucja",
        " she ",
        " her ",
    ];
    let said = flowing(&done.packet);
    let file = render_packet(&done.packet, Paper::A4, &Fonts::bundled_only()).unwrap().bytes;
    let data = String::from_utf8(carried(&file, None).unwrap().data).unwrap();
    // What is not packed: metadata and dictionaries.
    let plain = String::from_utf8_lossy(&file).into_owned();
    for name in names {
        assert!(!said.contains(name), "pages: {name}");
        assert!(!data.contains(name), "data: {name}");
        assert!(name.trim().len() < 4 || !plain.contains(name), "file: {name}");
    }
    assert!(
        said.contains("Candidate B said that Candidate B wrote it; Interviewer A's question, they nodded."),
        "{said}"
    );
    assert!(said.contains("Scorecard by Interviewer B") && said.contains("Interviewer E dissents"), "{said}");
}

#[test]
fn with_names_hidden_nobody_signs_by_hand_and_no_hour_says_whose_meeting_it_was() {
    let packet = full();
    let hours = |said: &str| {
        let is_hour = |word: &&str| {
            let word = word.trim_end_matches([',', '.']);
            word.len() == 5 && word.as_bytes()[2] == b':' && word[..2].parse::<u8>().is_ok()
        };
        said.split_whitespace().filter(is_hour).map(str::to_owned).collect::<BTreeSet<String>>()
    };
    let done = settled(&packet, &options(Audience::Blind)).packet;
    // How far into the meeting a note was written is no hour.
    let bare = |mut packet: Packet| {
        for card in &mut packet.scorecards {
            card.answers.iter_mut().for_each(|one| one.answer.entries.clear());
            card.general.clear();
            card.candidate_questions.clear();
        }
        flowing(&packet)
    };
    let (open, said) = (bare(packet), bare(done.clone()));
    assert!(hours(&open).len() > 3 && open.contains("Printed name"), "{open}");
    assert!(!said.contains("Printed name") && !said.contains("signatures"), "{said}");
    // When the packet was made is no meeting's time.
    assert_eq!(hours(&said), BTreeSet::from(["09:05".to_owned()]), "{said}");
    assert!(said.contains("held 2 March 2026") && said.contains("of the interview, before seeing"), "{said}");
    let data = serde_json::to_string(&done).unwrap();
    let of_day = data.matches("T00:00:00").count();
    assert_eq!(
        data.matches(":00\"").count() + data.matches(":00Z\"").count(),
        of_day + 1,
        "all but one are days: {data}"
    );
}

#[test]
fn what_stays_is_decided_and_what_is_not_decided_is_counted() {
    let mut packet = small();
    "She said: Ana.".clone_into(&mut packet.scorecards[0].answers[0].answer.entries[0].text);
    let wanted = options(Audience::Blind);
    let found = packet.clone().prepared(&wanted, &around());
    assert_eq!(found.undecided, found.mentions.len());
    let she = found.mentions.iter().find(|f| f.after.starts_with(" said: Ana")).unwrap();
    assert_eq!((she.found.as_str(), she.proposed.as_str(), she.before.as_str()), ("She", "They", ""));
    let decide = |replace, with: Option<&str>| {
        let decisions = vec![MentionDecision { key: she.key.clone(), replace, with: with.map(str::to_owned) }];
        let done = packet.clone().prepared(&PacketOptions { decisions, ..wanted.clone() }, &around());
        assert_eq!(done.undecided, found.undecided - 1);
        done.packet.scorecards[0].answers[0].answer.entries[0].text.clone()
    };
    assert_eq!(decide(false, None), "She said: Ana.");
    assert_eq!(decide(true, None), "They said: Ana.");
    assert_eq!(decide(true, Some("The candidate")), "The candidate said: Ana.");
    // Another text there is another mention.
    "She says: Ana.".clone_into(&mut packet.scorecards[0].answers[0].answer.entries[0].text);
    assert_ne!(packet.prepared(&wanted, &around()).mentions[0].key, she.key);
}

#[test]
fn the_candidates_own_copy_says_what_it_is_and_flags_other_candidates() {
    let mut packet = small();
    let note = &mut packet.scorecards[0].answers[0].answer.entries[0].text;
    "Clear. Better than Quentin on locks. Ends.".clone_into(note);
    let own_copy = OwnCopyAsk {
        requested_on: Some(date(2026, 1, 31)),
        names_left_out: Some("They asked for it.".to_owned()),
        ..OwnCopyAsk::default()
    };
    let wanted = PacketOptions { own_copy, ..options(Audience::Candidate) };
    let found = packet.clone().prepared(&wanted, &around());
    let flagged: Vec<(MentionKind, &str)> = found
        .mentions
        .iter()
        .filter(|f| f.kind != MentionKind::Interviewer)
        .map(|mention| (mention.kind, mention.found.as_str()))
        .collect();
    assert_eq!(
        flagged,
        [(MentionKind::Comparison, "Better than Quentin on locks."), (MentionKind::OtherCandidate, "Quentin")]
    );
    let done = settled(&packet, &wanted).packet;
    expect![[r#"
        What is kept about you | Confidential: your own copy
        Ana Ruiz
        Senior Python engineer, Payments
        Made
        10 March 2026, 09:05
        Scorecards
        1 of 1 submitted
        Keep until
        No retention rule is set
        Packet
        28ec a192 15fc
        The panel
        Interviewer | Kit | Held | Minutes | Recommends 
        hiring
        Questions 
        rated
        Red flags
        Interviewer A | Senior Python: 
        depth, version 3
        2 March 2026 | 52 | Strong yes | 5 of 6
        1 not asked
        none
        Fairness:   | the round’s kit version in 3 of 4 interviews  ·  14 of 15 required questions asked  ·  1 deviation (1 reworded)  ·  
        adjustments made: no  ·  7 days between first and last interview
        About this copy
        You asked on | 31 January 2026
        To be answered by | 28 February 2026
        Why it was written | To decide whether to hire you for the role named above.
        Where it is from | You: what you said and did in the interviews, written down and rated by the interviewers.
        Who can read it | The hiring panel.
        How long it is kept | No retention rule is set, and nothing was said about it.
        How the composite is 
        made
        For each interviewer and competency, the mean of the questions that were rated, from 1 to 
        5. For each competency, the mean over the interviewers. The composite is the mean of these, 
        weighted as the role weighs its competencies. Notes, signals and recommendations enter 
        none of it, and no computer decides.
        Left out | The descriptions of each rating level and the signals that nobody noted: they say how to 
        answer the questions, and nothing about you. Where “[left out]” stands in a note, words were 
        taken out: a comparison with other candidates, or something else that is not about you. 
        Notes that somebody hid from packets, if there are any: they are in the folder with 
        everything about you, which you can ask for.
        Names left out | The interviewers’: They asked for it.
        Their reasons, in their words
        Interviewer A   Strong yes
        “Strongest diagnosis I have heard this year. She said what she knew and what she was guessing, and 
        changed her mind once, for a reason she named. I would want her on call with me.”
        Ratings by competency | Scorecard by Interviewer AContents | 2 | 2
        Packet 28ec a192 15fc  ·  Page 1 of 3Ana Ruiz
        The data in this file: SHA-256 28eca19215fcc928e3c5a4de694d72e2cc713d5acae0e6885c0732f3a07d78d0  ·  Unsigned"#]].assert_eq(&pages(&done)[0].text());
    let said = flowing(&done);
    assert!(said.contains("Clear. [left out] Ends."), "{said}");
    assert!(said.contains("Where “[left out]” stands in a note, words were taken out"), "{said}");
    for gone in ["Names the case unprompted", "Good signals not noted", "Printed name", "Ruiz Gómez", "Quentin"] {
        assert!(!said.contains(gone), "{gone}: {said}");
    }
    assert!(said.contains("Good signals heard"), "{said}");
}

#[test]
fn the_personnel_file_has_deviations_and_the_log_and_no_other_packet_has() {
    let done = settled(&full(), &options(Audience::Hr));
    assert!(done.mentions.is_empty(), "nothing is hidden in it");
    let said = flowing(&done.packet);
    for words in [
        "Deviations and log",
        "2. Two threads and a counter She did not know the word “generator”.",
        "7 9 March 2026, 14:02 Ana Ruiz Gómez Decision made abab abab abab",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    for audience in [Audience::Panel, Audience::Candidate, Audience::Blind] {
        let done = settled(&full(), &options(audience)).packet;
        assert!(done.log.is_empty() && !flowing(&done).contains("Decision made"), "{audience:?}");
    }
}

#[test]
fn the_personnel_file_tells_of_every_question_that_was_not_asked_or_reworded_or_that_there_was_none() {
    let mut packet = full();
    packet.panel.truncate(1);
    packet.scorecards.truncate(1);
    packet.scorecards[0].answers.iter_mut().for_each(|one| {
        (one.answer.rating, one.answer.deviation) = (Some(Rating::Level(Level::ALL[2])), None);
    });
    let told = |packet: &Packet| {
        let said = flowing(&settled(packet, &options(Audience::Hr)).packet);
        let from = said.find("Required, not asked").unwrap_or_else(|| panic!("{said}"));
        let to = said[from..].find("The log of decisive acts").unwrap();
        said[from..from + to].trim().to_owned()
    };
    assert_eq!(told(&packet), "Required, not asked none Optional, not asked none Reworded none");
    let answer = &mut packet.scorecards[0].answers[1].answer;
    (answer.required, answer.rating) = (false, Some(Rating::NotAsked));
    let optional =
        "Required, not asked none Optional, not asked Ana Ruiz Gómez 2. Two threads and a counter Reworded none";
    assert_eq!(told(&packet), optional);
    packet.scorecards[0].answers[1].answer.required = true;
    let required =
        "Required, not asked Ana Ruiz Gómez 2. Two threads and a counter Optional, not asked none Reworded none";
    assert_eq!(told(&packet), required);
}

#[test]
fn what_is_left_out_is_neither_on_the_pages_nor_in_the_data_and_the_first_page_says_so() {
    let packet = full();
    let cases: [(Section, &str, &str); 5] = [
        (Section::Reasons, "reasons", "Strongest diagnosis"),
        (Section::Ratings, "ratings by competency", "Both heard it."),
        (Section::Scorecards, "scorecards question by question", "Good signals heard"),
        (Section::Notes, "notes and quotes", "Took a long way to the context manager."),
        (Section::Signatures, "signatures", "Printed name"),
    ];
    let whole = flowing(&packet);
    for (section, name, words) in cases {
        assert!(whole.contains(words), "{words}");
        let wanted = PacketOptions { without: vec![section], ..PacketOptions::default() };
        let done = settled(&packet, &wanted).packet;
        let said = flowing(&done);
        assert!(said.contains(&format!("Left out by choice: {name}")), "{name}: {said}");
        assert!(!said.contains(words), "{name}: {said}");
        assert!(!serde_json::to_string(&done).unwrap().contains(words), "{name}");
    }
    let all = PacketOptions { without: Section::ALL.to_vec(), ..PacketOptions::default() };
    assert_eq!(pages(&settled(&packet, &all).packet).len(), 1);
}
