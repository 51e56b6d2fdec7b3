//! Reasons for and against with their evidence, own ratings of competencies, and amendments.

use workbench_domain::{
    entry::EntryKind,
    packet::{Change, Cited, CitedReason, CitedThing, PacketAmendment, PacketOwnRating, PacketScorecard},
    rating::Rating,
    tick::TickState,
};

use crate::{
    blocks::{Block, Mark, Para, Span, Style, free_text, isolate},
    display::Ink,
    labels::Say,
    packet_blocks::quoted,
    question_blocks::one_line,
};

/// Where the text of a reason begins.
const INDENT: f32 = 15.0;
/// Where it begins on the first page, beside "For" and "Against".
const BRIEF: f32 = 46.0;
/// Most characters of a note that is cited: it stands in full under its question.
const CITED_MAX: usize = 240;

/// The reasons of a scorecard on the first page: each with the questions that its evidence is from.
pub(crate) fn brief(card: &PacketScorecard, say: Say, blocks: &mut Vec<Block>) {
    let mut before = 3.0;
    for (key, reasons) in [("summary.for", &card.reasons_for), ("summary.against", &card.reasons_against)] {
        for (place, reason) in reasons.iter().enumerate() {
            let mut spans = vec![Span::new(isolate(&one_line(&reason.text)), Style::TABLE)];
            spans.extend(from(reason, say).map(|from| Span::new(format!("  ({from})"), Style::SMALL)));
            let label = if place == 0 { say.text(key) } else { "" };
            let mark = Mark::Text(vec![Span::new(label, Style::TABLE.strong().ink(Ink::Quiet))]);
            blocks.push(Block::Para(Para::new(spans).mark(BRIEF, mark).before(before)));
            before = 2.0;
        }
    }
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

/// Reasons with their evidence, under a label.
pub(crate) fn reasons(label: &str, all: &[CitedReason], say: Say, blocks: &mut Vec<Block>) {
    if all.is_empty() {
        return;
    }
    blocks.push(Block::Para(Para::text(label, Style::LABEL).before(10.0).with_next()));
    for (place, reason) in all.iter().enumerate() {
        let mark = Mark::Text(vec![Span::new((place + 1).to_string(), Style::BODY.strong().ink(Ink::Quiet))]);
        let mut paras: Vec<Para> =
            free_text(&reason.text, Style::BODY).into_iter().map(|para| para.indent(INDENT)).collect();
        if let Some(first) = paras.first_mut() {
            first.mark = Some(mark);
            first.before = if place == 0 { 2.0 } else { 6.0 };
        }
        if let Some(last) = paras.last_mut() {
            last.with_next = !reason.evidence.is_empty();
        }
        paras.extend(reason.evidence.iter().map(|of| cited(of, say)));
        blocks.extend(paras.into_iter().map(Block::Para));
    }
}

/// A piece of evidence in a line: from where, what, and its words.
fn cited(of: &Cited, say: Say) -> Para {
    let what = say.text(match of.thing {
        CitedThing::Indicator(TickState::Heard) => "cited.heard",
        CitedThing::Indicator(TickState::Prompted) => "cited.prompted",
        CitedThing::RedFlag => "cited.red_flag",
        CitedThing::Note(EntryKind::Note) => "cited.note",
        CitedThing::Note(EntryKind::Quote) => "cited.quote",
        CitedThing::Note(EntryKind::Good) => "cited.good",
        CitedThing::Note(EntryKind::Concern) => "cited.concern",
        CitedThing::Note(EntryKind::FollowUp) => "cited.follow_up",
        CitedThing::Note(EntryKind::Code) => "cited.code",
    });
    let head = match of.number {
        Some(number) => say.with("cited.question", &[("n", &number), ("what", &what)]),
        None => say.with("cited.interview", &[("what", &what)]),
    };
    let head = format!("{head}  ");
    let (text, cut) = beginning(&one_line(&of.text));
    let text = match of.thing {
        CitedThing::Note(EntryKind::Quote) => say.quoted(&text),
        _ => text,
    };
    let mut spans = vec![Span::new(head, Style::TABLE.ink(Ink::Quiet)), Span::new(isolate(&text), Style::TABLE)];
    if cut {
        spans.push(Span::new(format!("  {}", say.text("cited.in_full_below")), Style::TABLE.ink(Ink::Quiet)));
    }
    Para::new(spans).indent(INDENT).before(1.0)
}

/// The text, or as many whole words of it as a citation has room for, and whether that is not all.
fn beginning(text: &str) -> (String, bool) {
    let Some((end, _)) = text.char_indices().nth(CITED_MAX) else { return (text.to_owned(), false) };
    let start = &text[..end];
    let start = start.rfind(' ').map_or(start, |space| &start[..space]);
    (format!("{start} …"), true)
}

/// Own ratings of competencies, each beside the mean that it differs from.
pub(crate) fn own_ratings(all: &[PacketOwnRating], say: Say, blocks: &mut Vec<Block>) {
    if all.is_empty() {
        return;
    }
    blocks.push(Block::Para(Para::text(say.text("own.heading"), Style::LABEL).before(10.0).with_next()));
    for own in all {
        let mean = own.sum.mean().map_or_else(
            || say.text("own.none_rated").to_owned(),
            |mean| {
                let of = say.count("count.rated_question", own.sum.rated);
                say.with("own.mean", &[("questions", &of), ("mean", &say.decimal(&format!("{mean:.1}")))])
            },
        );
        let spans = vec![
            Span::new(isolate(&own.competency), Style::BODY.strong()),
            Span::new(say.with("own.rating", &[("rating", &say.rating(own.rating))]), Style::BODY.strong()),
            Span::new(format!("  {}", say.with("own.by_interviewer", &[("mean", &mean)])), Style::BODY.ink(Ink::Quiet)),
        ];
        blocks.push(Block::Para(Para::new(spans).indent(INDENT).before(2.0).with_next()));
        blocks.extend(quoted(&own.reason, INDENT, say));
    }
}

/// A later version: when and why it was made, and what it changes.
pub(crate) fn amendment(of: &PacketAmendment, say: Say, blocks: &mut Vec<Block>) {
    let seen = if of.after_seeing_others { "amended.when_after" } else { "amended.when_before" };
    let head = vec![
        Span::new(say.with("amended.version", &[("n", &of.number)]), Style::BODY.strong()),
        Span::new(format!("   {}", say.with(seen, &[("when", &say.moment(of.at))])), Style::SMALL),
    ];
    let mut inside = vec![Block::Para(Para::new(head).with_next())];
    inside.extend(quoted(&of.reason, 0.0, say));
    for change in &of.changes {
        self::change(change, say, &mut inside);
    }
    blocks.push(Block::Boxed { ground: Ink::FlagTint, bar: Ink::Flag, before: 12.0, blocks: inside });
}

fn change(of: &Change, say: Say, blocks: &mut Vec<Block>) {
    let line = |what: String, from: String, to: String| {
        Block::Para(
            Para::new(vec![
                Span::new(format!("{}  ", say.with("amended.what", &[("what", &what)])), Style::TABLE.strong()),
                Span::new(say.with("amended.was", &[("to", &to), ("from", &from)]), Style::TABLE),
            ])
            .before(3.0),
        )
    };
    let level = |rating: &Option<Rating>, none: &'static str| {
        rating.map_or_else(|| say.text(none).to_owned(), |rating| say.rating(rating))
    };
    match of {
        Change::Recommendation { from, to } => {
            let [from, to] = [from, to].map(|of| say.recommendation(*of).to_owned());
            blocks.push(line(say.text("amended.recommends").to_owned(), from, to));
        }
        Change::Reason(text) => {
            blocks.push(Block::Para(Para::text(say.text("amended.reason_now"), Style::LABEL).before(6.0).with_next()));
            blocks.extend(quoted(text, 0.0, say));
        }
        Change::ReasonsFor(all) => now(("amended.for_now", "amended.for_none"), all, say, blocks),
        Change::ReasonsAgainst(all) => now(("amended.against_now", "amended.against_none"), all, say, blocks),
        Change::OwnRating { competency, from, to, reason } => {
            let none = "amended.as_mean";
            blocks.push(line(isolate(competency), level(from, none), level(to, none)));
            if !reason.is_empty() {
                blocks.extend(quoted(reason, 0.0, say));
            }
        }
        Change::Rating { number, question, from, to } => {
            let what = say.with("amended.question", &[("n", number), ("title", &isolate(question))]);
            let none = "rating.not_rated";
            blocks.push(line(what, level(from, none), level(to, none)));
        }
    }
}

fn now((label, none): (&'static str, &'static str), all: &[CitedReason], say: Say, blocks: &mut Vec<Block>) {
    if all.is_empty() {
        blocks.push(Block::Para(Para::text(say.text(none), Style::TABLE.strong()).before(3.0)));
    } else {
        reasons(say.text(label), all, say, blocks);
    }
}
