//! Reasons for and against with their evidence, own ratings of competencies, and amendments.

use workbench_domain::{
    entry::EntryKind,
    packet::{Change, Cited, CitedReason, CitedThing, PacketAmendment, PacketOwnRating},
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
/// Most characters of a note that is cited: it stands in full under its question.
const CITED_MAX: usize = 240;

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

/// What a piece of evidence is, in words.
pub(crate) fn what(of: &Cited, say: Say) -> &'static str {
    say.text(match of.thing {
        CitedThing::Indicator(TickState::Heard) => "cited.heard",
        CitedThing::Indicator(TickState::Prompted) => "cited.prompted",
        CitedThing::RedFlag => "cited.red_flag",
        CitedThing::Note(EntryKind::Note) => "cited.note",
        CitedThing::Note(EntryKind::Quote) => "cited.quote",
        CitedThing::Note(EntryKind::Good) => "cited.good",
        CitedThing::Note(EntryKind::Concern) => "cited.concern",
        CitedThing::Note(EntryKind::FollowUp) => "cited.follow_up",
        CitedThing::Note(EntryKind::Code) => "cited.code",
    })
}

/// The words of a piece of evidence in a line, as far as there is room for so many characters; that is said where it is not
/// all.
pub(crate) fn words(of: &Cited, most: usize, style: Style, say: Say) -> Vec<Span> {
    let (text, cut) = beginning(&one_line(&of.text), most);
    let text = match of.thing {
        CitedThing::Note(EntryKind::Quote) => say.quoted(&text),
        _ => text,
    };
    let all = Span::new(isolate(&text), style);
    let below = || Span::new(format!("  {}", say.text("cited.in_full_below")), Style::TABLE.ink(Ink::Quiet));
    std::iter::once(all).chain(cut.then(below)).collect()
}

/// A piece of evidence in a line: from where, what, and its words.
fn cited(of: &Cited, say: Say) -> Para {
    let what = what(of, say);
    let head = match of.number {
        Some(number) => say.with("cited.question", &[("n", &number), ("what", &what)]),
        None => say.with("cited.interview", &[("what", &what)]),
    };
    let mut spans = vec![Span::new(format!("{head}  "), Style::TABLE.ink(Ink::Quiet))];
    spans.extend(words(of, CITED_MAX, Style::TABLE, say));
    Para::new(spans).indent(INDENT).before(1.0)
}

/// The text, or as many whole words of it as there is room for, and whether that is not all.
fn beginning(text: &str, most: usize) -> (String, bool) {
    let Some((end, _)) = text.char_indices().nth(most) else { return (text.to_owned(), false) };
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
