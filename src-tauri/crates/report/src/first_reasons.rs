//! The reasons on the first page: three for and three against at the most, each with who gave it and what it rests on.

use workbench_domain::{
    entry::EntryKind,
    packet::{Cited, CitedReason, CitedThing, Packet, PacketScorecard, PanelMember, Section},
};

use crate::{
    blocks::{Block, Mark, Para, Span, Style, isolate},
    display::Ink,
    fonts::Weight,
    labels::Say,
    packet_blocks::heading,
    question_blocks::one_line,
    reason_blocks::{what, words},
};

/// Where a reason begins, beside "For" and "Against".
const INDENT: f32 = 46.0;
/// So many of each.
const MOST: usize = 3;
/// Most characters of what a reason rests on; it stands in full in the scorecard.
const CITED_MAX: usize = 160;

/// A reason with who gave it.
type Given<'p> = (&'p PanelMember, &'p CitedReason);

pub(crate) fn blocks(packet: &Packet, say: Say, blocks: &mut Vec<Block>) {
    let sides = [
        ("summary.for", "summary.more_for", chosen(packet, |card| &card.reasons_for)),
        ("summary.against", "summary.more_against", chosen(packet, |card| &card.reasons_against)),
    ];
    if sides.iter().all(|(_, _, (given, _))| given.is_empty()) {
        return;
    }
    blocks.push(heading(say.text("summary.reasons")));
    let mut above = 4.0;
    for (key, more_key, (given, more)) in sides {
        for (place, one) in given.into_iter().enumerate() {
            let label = if place == 0 { say.text(key) } else { "" };
            reason(one, label, above, packet, say, blocks);
            above = 4.0;
        }
        above = 8.0;
        if !more.is_empty() {
            let words = more_words(more_key, &more, say);
            blocks.push(Block::Para(Para::text(words, Style::SMALL).indent(INDENT).before(4.0)));
        }
    }
}

/// "2 more reasons for, in the scorecards by Ana, Jan".
fn more_words(key: &'static str, more: &[Given<'_>], say: Say) -> String {
    let mut whose: Vec<String> = Vec::new();
    for who in more.iter().map(|(member, _)| isolate(&member.interviewer)) {
        if !whose.contains(&who) {
            whose.push(who);
        }
    }
    let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
    let place = say.count_with("summary.more_in", count(whose.len()), &[("who", &say.list(&whose))]);
    say.count_with(key, count(more.len()), &[("place", &place)])
}

/// Those that rest on something come first, and everyone's first before anybody's second; and those that are left. Where no
/// scorecards follow, here is the only place for them: all.
fn chosen(packet: &Packet, of: impl Fn(&PacketScorecard) -> &[CitedReason]) -> (Vec<Given<'_>>, Vec<Given<'_>>) {
    let mut all: Vec<(bool, usize, Given<'_>)> = Vec::new();
    for card in &packet.scorecards {
        let Some(member) = packet.panel.get(card.member) else { continue };
        let reasons = of(card).iter().enumerate();
        all.extend(reasons.map(|(place, reason)| (reason.evidence.is_empty(), place, (member, reason))));
    }
    all.sort_by_key(|(bare, place, _)| (*bare, *place));
    let most = if packet.without.contains(&Section::Scorecards) { usize::MAX } else { MOST };
    let mut given: Vec<Given<'_>> = all.into_iter().map(|(_, _, given)| given).collect();
    let more = given.split_off(most.min(given.len()));
    (given, more)
}

fn reason((member, reason): Given<'_>, label: &str, above: f32, packet: &Packet, say: Say, blocks: &mut Vec<Block>) {
    let who = isolate(&member.interviewer);
    let best = best(reason);
    let who = match (from(reason, say), best) {
        (Some(questions), _) => say.with("summary.reason_from", &[("who", &who), ("questions", &questions)]),
        // What it rests on may be a note, and those are left out.
        (None, None) if !packet.without.contains(&Section::Notes) => say.with("summary.reason_bare", &[("who", &who)]),
        (None, _) => who,
    };
    let mark = Mark::Text(vec![Span::new(label, Style::TABLE.strong().ink(Ink::Quiet))]);
    let text = Span::new(isolate(&one_line(&reason.text)), Style::TABLE.strong());
    blocks.push(Block::Para(Para::new(vec![text]).mark(INDENT, mark).before(above).with_next()));
    let mut below = best.map_or_else(Vec::new, |of| evidence(of, say));
    let apart = if below.is_empty() { "" } else { "   " };
    below.push(Span::new(format!("{apart}{who}"), Style::SMALL));
    blocks.push(Block::Para(Para::new(below).indent(INDENT)));
}

/// "question 3", "questions 1 and 4"; none where all evidence is from outside questions.
fn from(reason: &CitedReason, say: Say) -> Option<String> {
    let mut numbers: Vec<u32> = reason.evidence.iter().filter_map(|cited| cited.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let words: Vec<String> = numbers.iter().map(u32::to_string).collect();
    match words.split_last()? {
        (one, []) => Some(say.with("summary.question", &[("n", one)])),
        (last, rest) => {
            let numbers = say.with("list.and", &[("first", &say.list(rest)), ("last", last)]);
            Some(say.with("summary.questions", &[("numbers", &numbers)]))
        }
    }
}

/// The evidence that tells most in a line: the candidate's own words, then a judged note, then a mark.
fn best(reason: &CitedReason) -> Option<&Cited> {
    reason.evidence.iter().min_by_key(|cited| match cited.thing {
        CitedThing::Note(EntryKind::Quote) => 0,
        CitedThing::Note(EntryKind::Good | EntryKind::Concern) => 1,
        CitedThing::RedFlag => 2,
        CitedThing::Indicator(_) => 3,
        CitedThing::Note(EntryKind::Note | EntryKind::FollowUp | EntryKind::Code) => 4,
    })
}

fn evidence(of: &Cited, say: Say) -> Vec<Span> {
    let quote = Style { weight: Weight::Italic, ..Style::TABLE };
    match of.thing {
        // Its quotation marks say what it is.
        CitedThing::Note(EntryKind::Quote) => words(of, CITED_MAX, quote, say),
        _ => {
            let what = say.with("summary.evidence", &[("what", &what(of, say))]);
            let head = Span::new(format!("{what}  "), Style::TABLE.ink(Ink::Quiet));
            std::iter::once(head).chain(words(of, CITED_MAX, Style::TABLE, say)).collect()
        }
    }
}
