//! Where each text of a packet or comparison stands, in words, so that a character that cannot be drawn can be found.

use std::collections::{BTreeMap, BTreeSet};

use workbench_domain::{
    answer::Answer,
    entry::{Entry, EntryKind},
    packet::{Change, CitedReason, Comparison, Packet, PacketAnswer, PacketScorecard},
    text::isolate,
};

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

/// Everything that a packet prints.
pub(crate) fn of_packet(packet: &Packet) -> Places<'_> {
    let mut places: Places<'_> = Vec::new();
    places.push(("The candidate's name".to_owned(), &packet.candidate));
    places.push(("The role".to_owned(), &packet.role));
    for decided in &packet.decisions {
        let decision = &decided.decision;
        let mut add =
            |what: &str, text| places.push((format!("{what} of the decision, version {}", decided.number), text));
        add("The level", decision.level.as_str());
        add("The role", &decision.role);
        add("The reason", &decision.reason);
        add("Who recorded it, the name", &decided.by);
        for one in &decision.dissent {
            add("A name in the dissent", &one.name);
            add("The dissent", &one.words);
        }
    }
    for agreed in &packet.agreed {
        places.push(("The competency of an agreed rating".to_owned(), &agreed.competency));
        places.push(("The reason of an agreed rating".to_owned(), &agreed.reason));
    }
    places.extend(packet.imported.iter().map(|line| ("An imported scorecard".to_owned(), line.as_str())));
    places.extend(packet.retention.as_deref().map(|text| ("How long to keep it".to_owned(), text)));
    for (member, number) in packet.panel.iter().zip(1..) {
        places.push((format!("The name of interviewer {number}"), &member.interviewer));
        places.push((format!("The kit's title, {}", scorecard(&member.interviewer)), &member.kit));
        places.push((format!("The reason, {}", scorecard(&member.interviewer)), &member.reason));
    }
    for row in &packet.matrix {
        places.push(("A competency's name".to_owned(), &row.competency.name));
        let titles = row.cells.iter().flatten();
        places.extend(
            titles.map(|rating| ("A question's title in the table of ratings".to_owned(), rating.question.as_str())),
        );
    }
    for card in &packet.scorecards {
        let name = packet.panel.get(card.member).map_or("", |member| member.interviewer.as_str());
        of_judgement(card, name, &mut places);
        for PacketAnswer { answer, referred } in &card.answers {
            of_answer(answer, name, &mut places);
            let place = || format!("An anchor of question {}, {}", answer.number, scorecard(name));
            places.extend(referred.iter().map(|anchor| (place(), anchor.text.as_str())));
        }
        for entry in &card.general {
            places.push((format!("{} of the interview as a whole, {}", kind(entry), scorecard(name)), &entry.text));
        }
        for entry in &card.candidate_questions {
            places.push((format!("{} on the candidate's questions, {}", kind(entry), scorecard(name)), &entry.text));
        }
    }
    places
}

/// Reasons, own ratings and amendments.
fn of_judgement<'a>(card: &'a PacketScorecard, name: &str, places: &mut Places<'a>) {
    let of = scorecard(name);
    let mut add = |what: &str, text: &'a str| places.push((format!("{what}, {of}"), text));
    let reasons = |what: &str, all: &'a [CitedReason], add: &mut dyn FnMut(&str, &'a str)| {
        for reason in all {
            add(what, &reason.text);
            reason.evidence.iter().for_each(|cited| add("Evidence of a reason", &cited.text));
        }
    };
    reasons("A reason for", &card.reasons_for, &mut add);
    reasons("A reason against", &card.reasons_against, &mut add);
    for own in &card.own_ratings {
        add("A competency's name", &own.competency);
        add("The reason of an own rating", &own.reason);
    }
    for amendment in &card.amendments {
        add("The reason of an amendment", &amendment.reason);
        for change in &amendment.changes {
            match change {
                Change::Recommendation { .. } => {}
                Change::Reason(text) => add("The reason, amended", text),
                Change::ReasonsFor(all) => reasons("A reason for, amended", all, &mut add),
                Change::ReasonsAgainst(all) => reasons("A reason against, amended", all, &mut add),
                Change::OwnRating { competency, reason, .. } => {
                    add("A competency's name", competency);
                    add("The reason of an own rating, amended", reason);
                }
                Change::Rating { question, .. } => add("A question's title, amended", question),
            }
        }
    }
}

fn of_answer<'a>(answer: &'a Answer, name: &str, places: &mut Places<'a>) {
    let card = scorecard(name);
    let mut add = |what: &str, text: &'a str| places.push((format!("{what} {}, {card}", answer.number), text));
    add("The title of question", &answer.title);
    add("The competency of question", &answer.competency);
    add("The prompt of question", &answer.prompt);
    if let Some(anchor) = &answer.anchor {
        add("The anchor of question", anchor);
    }
    if let Some(deviation) = &answer.deviation {
        add("What was changed in question", &deviation.reason);
    }
    answer.probes.iter().filter_map(|probe| probe.text.as_deref()).for_each(|text| add("A probe of question", text));
    answer.indicators.iter().for_each(|line| add("A good signal of question", &line.text));
    let seen = answer.red_flags.iter().filter(|line| line.state.is_some());
    seen.for_each(|line| add("A red flag of question", &line.text));
    for entry in &answer.entries {
        add(&format!("{} under question", kind(entry)), &entry.text);
    }
}

/// Everything that a comparison prints.
pub(crate) fn of_comparison(comparison: &Comparison) -> Places<'_> {
    let table = &comparison.table;
    let mut places: Places<'_> = vec![("The role".to_owned(), &comparison.role)];
    places.extend(table.cautions.iter().map(|text| ("A caution".to_owned(), text.as_str())));
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
    places
}

fn scorecard(name: &str) -> String {
    format!("{}'s scorecard", isolate(name))
}

fn kind(entry: &Entry) -> &'static str {
    match entry.kind {
        EntryKind::Note => "Note",
        EntryKind::Quote => "Quote",
        EntryKind::Good => "Good point",
        EntryKind::Concern => "Concern",
        EntryKind::FollowUp => "Follow-up",
        EntryKind::Code => "Code",
    }
}
