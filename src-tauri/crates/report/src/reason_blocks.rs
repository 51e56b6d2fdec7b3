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
    packet_blocks::quoted,
    question_blocks::one_line,
    wording,
};

/// Where the text of a reason begins.
const INDENT: f32 = 15.0;
/// Where it begins on the first page, beside "For" and "Against".
const BRIEF: f32 = 46.0;
/// Most characters of a note that is cited: it stands in full under its question.
const CITED_MAX: usize = 240;

/// The reasons of a scorecard on the first page: each with the questions that its evidence is from.
pub(crate) fn brief(card: &PacketScorecard, blocks: &mut Vec<Block>) {
    let mut before = 3.0;
    for (word, reasons) in [("For", &card.reasons_for), ("Against", &card.reasons_against)] {
        for (place, reason) in reasons.iter().enumerate() {
            let mut spans = vec![Span::new(isolate(&one_line(&reason.text)), Style::TABLE)];
            spans.extend(from(reason).map(|from| Span::new(format!("  ({from})"), Style::SMALL)));
            let label = if place == 0 { word } else { "" };
            let mark = Mark::Text(vec![Span::new(label, Style::TABLE.strong().ink(Ink::Quiet))]);
            blocks.push(Block::Para(Para::new(spans).mark(BRIEF, mark).before(before)));
            before = 2.0;
        }
    }
}

/// "question 3", "questions 1 and 4"; none where all evidence is from outside questions.
fn from(reason: &CitedReason) -> Option<String> {
    let mut numbers: Vec<u32> = reason.evidence.iter().filter_map(|cited| cited.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let words: Vec<String> = numbers.iter().map(u32::to_string).collect();
    match words.split_last()? {
        (one, []) => Some(format!("question {one}")),
        (last, rest) => Some(format!("questions {} and {last}", rest.join(", "))),
    }
}

/// Reasons with their evidence, under a label.
pub(crate) fn reasons(label: &str, all: &[CitedReason], blocks: &mut Vec<Block>) {
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
        paras.extend(reason.evidence.iter().map(cited));
        blocks.extend(paras.into_iter().map(Block::Para));
    }
}

/// A piece of evidence in a line: from where, what, and its words.
fn cited(of: &Cited) -> Para {
    let what = match of.thing {
        CitedThing::Indicator(TickState::Heard) => "good signal heard",
        CitedThing::Indicator(TickState::Prompted) => "good signal heard after a probe",
        CitedThing::RedFlag => "red flag seen",
        CitedThing::Note(EntryKind::Note) => "note",
        CitedThing::Note(EntryKind::Quote) => "quote",
        CitedThing::Note(EntryKind::Good) => "good sign",
        CitedThing::Note(EntryKind::Concern) => "concern",
        CitedThing::Note(EntryKind::FollowUp) => "follow-up",
        CitedThing::Note(EntryKind::Code) => "code",
    };
    let head = match of.number {
        Some(number) => format!("Question {number}, {what}:  "),
        None => format!("Interview as a whole, {what}:  "),
    };
    let (text, cut) = beginning(&one_line(&of.text));
    let text = match of.thing {
        CitedThing::Note(EntryKind::Quote) if !text.starts_with(['“', '"', '„', '«', '「']) => {
            format!("“{text}”")
        }
        _ => text,
    };
    let mut spans = vec![Span::new(head, Style::TABLE.ink(Ink::Quiet)), Span::new(isolate(&text), Style::TABLE)];
    if cut {
        spans.push(Span::new("  (in full below)", Style::TABLE.ink(Ink::Quiet)));
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
pub(crate) fn own_ratings(all: &[PacketOwnRating], blocks: &mut Vec<Block>) {
    if all.is_empty() {
        return;
    }
    blocks.push(Block::Para(
        Para::text("Competencies rated otherwise than the mean of their questions", Style::LABEL)
            .before(10.0)
            .with_next(),
    ));
    for own in all {
        let mean = own.sum.mean().map_or_else(
            || "none of its questions is rated".to_owned(),
            |mean| {
                let of = wording::count(own.sum.rated, "rated question", "rated questions");
                format!("the mean of its {of} is {mean:.1}")
            },
        );
        let spans = vec![
            Span::new(isolate(&own.competency), Style::BODY.strong()),
            Span::new(format!(":  {}", own.rating.words()), Style::BODY.strong()),
            Span::new(format!("  by the interviewer; {mean}"), Style::BODY.ink(Ink::Quiet)),
        ];
        blocks.push(Block::Para(Para::new(spans).indent(INDENT).before(2.0).with_next()));
        blocks.extend(quoted(&own.reason, INDENT));
    }
}

/// A later version: when and why it was made, and what it changes.
pub(crate) fn amendment(of: &PacketAmendment, blocks: &mut Vec<Block>) {
    let seen = if of.after_seeing_others {
        "after seeing another scorecard on this candidate"
    } else {
        "before seeing another scorecard on this candidate"
    };
    let head = vec![
        Span::new(format!("Amended: version {}", of.number), Style::BODY.strong()),
        Span::new(format!("   {}, {seen}", wording::moment(of.at)), Style::SMALL),
    ];
    let mut inside = vec![Block::Para(Para::new(head).with_next())];
    inside.extend(quoted(&of.reason, 0.0));
    for change in &of.changes {
        self::change(change, &mut inside);
    }
    blocks.push(Block::Boxed { ground: Ink::FlagTint, bar: Ink::Flag, before: 12.0, blocks: inside });
}

fn change(of: &Change, blocks: &mut Vec<Block>) {
    let line = |what: String, from: String, to: String| {
        Block::Para(
            Para::new(vec![
                Span::new(format!("{what}:  "), Style::TABLE.strong()),
                Span::new(format!("{to}, was {from}"), Style::TABLE),
            ])
            .before(3.0),
        )
    };
    let level = |rating: &Option<Rating>, none: &str| rating.map_or_else(|| none.to_owned(), Rating::words);
    match of {
        Change::Recommendation { from, to } => {
            blocks.push(line("Recommends hiring".to_owned(), from.words().to_owned(), to.words().to_owned()));
        }
        Change::Reason(text) => {
            blocks.push(Block::Para(Para::text("The reason now", Style::LABEL).before(6.0).with_next()));
            blocks.extend(quoted(text, 0.0));
        }
        Change::ReasonsFor(all) => now("Reasons for now", all, blocks),
        Change::ReasonsAgainst(all) => now("Reasons against now", all, blocks),
        Change::OwnRating { competency, from, to, reason } => {
            let none = "as the mean of its questions";
            blocks.push(line(isolate(competency), level(from, none), level(to, none)));
            if !reason.is_empty() {
                blocks.extend(quoted(reason, 0.0));
            }
        }
        Change::Rating { number, question, from, to } => {
            let what = format!("Question {number}, {}", isolate(question));
            blocks.push(line(what, level(from, "Not rated"), level(to, "Not rated")));
        }
    }
}

fn now(label: &str, all: &[CitedReason], blocks: &mut Vec<Block>) {
    if all.is_empty() {
        blocks.push(Block::Para(Para::text(format!("{label}: none"), Style::TABLE.strong()).before(3.0)));
    } else {
        reasons(label, all, blocks);
    }
}
