//! One question of a scorecard: the judgement first and, apart from it, the evidence.

use workbench_domain::{
    answer::{Answer, AskedProbe, MarkedLine},
    entry::{Entry as Note, EntryKind},
    packet::PacketAnswer,
    rating::Rating,
    tick::TickState,
};

use crate::{
    blocks::{Block, Mark, Para, Span, Style, code, free_text, isolate},
    display::{Entry, Ink},
    labels::Say,
    packet_blocks::quoted,
    wording,
};

/// Where the text of notes and signals begins.
const INDENT: f32 = 92.0;

/// A question as it was heard, over so many minutes. Without `clock` its notes tell no time: they were written down afterwards.
pub(crate) fn question(of: &PacketAnswer, spent: u32, clock: bool, say: Say, blocks: &mut Vec<Block>) {
    let answer = &of.answer;
    blocks.push(Block::Rule { before: 18.0 });
    blocks.push(Block::Entry(Entry {
        level: 1,
        title: say.with("question.title", &[("n", &answer.number), ("title", &isolate(&answer.title))]),
    }));
    blocks.push(Block::Para(
        Para::new(vec![
            Span::new(format!("{}   ", answer.number), Style::H2.ink(Ink::Accent)),
            Span::new(isolate(&answer.title), Style::H2),
        ])
        .before(10.0)
        .with_next(),
    ));
    let planned = answer.planned_minutes;
    let mut facts = vec![
        isolate(&answer.competency),
        if clock || answer.spent_seconds > 0 {
            say.with("question.planned_and_spent", &[("planned", &planned), ("spent", &spent)])
        } else {
            say.with("question.planned", &[("n", &planned)])
        },
    ];
    if !answer.required {
        facts.push(say.text("question.optional").to_owned());
    }
    blocks.push(Block::Para(Para::text(facts.join("  ·  "), Style::SMALL).with_next()));
    let mut prompt = free_text(&answer.prompt, Style::BODY);
    if let Some(first) = prompt.first_mut() {
        first.before = 4.0;
    }
    if let Some(last) = prompt.last_mut() {
        (last.with_next, last.loose) = (true, true);
    }
    blocks.extend(prompt.into_iter().map(Block::Para));
    if let Some(deviation) = &answer.deviation {
        let mut spans = vec![Span::new(say.deviation(deviation.kind), Style::TABLE.strong())];
        if !deviation.reason.trim().is_empty() {
            spans.push(Span::new(
                say.with("question.deviation_reason", &[("reason", &isolate(&one_line(&deviation.reason)))]),
                Style::TABLE,
            ));
        }
        blocks.push(Block::Para(Para::new(spans).before(4.0).loosely_with_next()));
    }
    blocks.push(Block::Boxed { ground: Ink::Tint, bar: Ink::Accent, before: 8.0, blocks: judgement(of, say) });
    evidence(answer, clock, say, blocks);
}

fn judgement(PacketAnswer { answer, referred }: &PacketAnswer, say: Say) -> Vec<Block> {
    let mut inside = vec![match answer.rating {
        Some(rating @ Rating::Level(level)) => {
            Para::text(say.rating(rating), Style::BODY.strong()).mark(30.0, Mark::Strip(Some(level.number())))
        }
        Some(missing) => Para::text(say.missing(missing, answer.unjudged), Style::BODY.strong()),
        None => Para::text(say.text("rating.not_rated"), Style::BODY.strong()),
    }];
    if let Some(anchor) = &answer.anchor {
        inside.extend(free_text(anchor, Style::BODY).into_iter().map(|para| para.indent(30.0)));
    }
    for anchor in referred {
        let spans = vec![
            Span::new(
                format!("{}  ", say.with("question.anchor", &[("rating", &say.rating(anchor.rating))])),
                Style::TABLE.strong().ink(Ink::Quiet),
            ),
            Span::new(one_line(&anchor.text), Style::TABLE),
        ];
        inside.push(Para::new(spans).indent(30.0).before(3.0));
    }
    // In one piece: the level on one page and what it says on the next would be read apart.
    let last = inside.len() - 1;
    inside[..last].iter_mut().for_each(|para| para.with_next = true);
    inside.into_iter().map(Block::Para).collect()
}

fn evidence(answer: &Answer, clock: bool, say: Say, blocks: &mut Vec<Block>) {
    let label = |key: &'static str| Block::Para(Para::text(say.text(key), Style::LABEL).before(10.0).with_next());
    let (heard, missed): (Vec<_>, Vec<_>) = answer.indicators.iter().partition(|line| line.state.is_some());
    let flags: Vec<&MarkedLine> = answer.red_flags.iter().filter(|line| line.state.is_some()).collect();
    if !flags.is_empty() {
        blocks.push(label("question.red_flags_seen"));
        let flag = |line: &&MarkedLine| signal(line, Style::BODY.ink(Ink::Flag), Mark::Flag, say);
        list(flags.iter().map(flag), blocks);
    }
    if !heard.is_empty() {
        blocks.push(label("question.heard"));
        let tick = || Mark::Text(vec![Span::new("✓", Style::BODY.strong().ink(Ink::Accent))]);
        list(heard.iter().map(|line| signal(line, Style::BODY, tick(), say)), blocks);
    }
    // Where nothing was asked or judged, that nothing was heard says nothing.
    if !missed.is_empty() && answer.rating.and_then(Rating::level).is_some() {
        blocks.push(label("question.not_noted"));
        let dash = || Mark::Text(vec![Span::new("–", Style::TABLE.ink(Ink::Quiet))]);
        let line =
            |line: &&MarkedLine| Para::text(one_line(&line.text), Style::TABLE.ink(Ink::Quiet)).mark(15.0, dash());
        list(missed.iter().map(line), blocks);
    }
    if !answer.entries.is_empty() {
        blocks.push(label("question.notes"));
        notes(&answer.entries, clock, say, blocks);
    }
    if !answer.probes.is_empty() {
        blocks.push(label("question.probes"));
        list(answer.probes.iter().map(|of| probe(of, say)), blocks);
    }
}

/// What stands under a label, a little below it.
fn list(paras: impl Iterator<Item = Para>, blocks: &mut Vec<Block>) {
    let above = |place| if place == 0 { 2.0 } else { 0.0 };
    blocks.extend(paras.enumerate().map(|(place, para)| Block::Para(para.before(above(place)))));
}

fn probe(probe: &AskedProbe, say: Say) -> Para {
    let dash = Mark::Text(vec![Span::new("–", Style::TABLE.ink(Ink::Quiet))]);
    let mut spans = vec![match &probe.text {
        Some(text) => Span::new(one_line(text), Style::TABLE),
        None => Span::new(say.count("question.other_probes", probe.asked), Style::TABLE),
    }];
    if probe.text.is_some() && probe.asked > 1 {
        let times = match probe.asked {
            2 => say.text("question.twice").to_owned(),
            asked => say.count("question.times", asked),
        };
        spans.push(Span::new(times, Style::TABLE.ink(Ink::Quiet)));
    }
    Para::new(spans).mark(15.0, dash)
}

fn signal(line: &MarkedLine, style: Style, mark: Mark, say: Say) -> Para {
    let mut spans = vec![Span::new(one_line(&line.text), style)];
    if line.state == Some(TickState::Prompted) {
        spans.push(Span::new(say.text("question.after_probe"), Style::BODY.ink(Ink::Quiet)));
    }
    Para::new(spans).mark(15.0, mark)
}

/// A text that stands in a line of ours.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Notes with their kind and, with `clock`, the time into the interview.
pub(crate) fn notes(entries: &[Note], clock: bool, say: Say, blocks: &mut Vec<Block>) {
    for (place, entry) in entries.iter().enumerate() {
        let ink = match entry.kind {
            EntryKind::Good => Ink::Accent,
            EntryKind::Concern => Ink::Flag,
            EntryKind::Note | EntryKind::Quote | EntryKind::FollowUp | EntryKind::Code => Ink::Text,
        };
        let time = clock.then(|| Span::new(format!("{}   ", wording::clock(entry.at_seconds)), Style::SMALL));
        let word = Span::new(say.kind(entry.kind), Style::TABLE.strong().ink(ink));
        let mark = Mark::Text(time.into_iter().chain([word]).collect());
        let indented = |paras: Vec<Para>| paras.into_iter().map(|para| Block::Para(para.indent(INDENT))).collect();
        let mut paras: Vec<Block> = match entry.kind {
            EntryKind::Quote => quoted(&entry.text, INDENT, say),
            EntryKind::Code => indented(code(&entry.text)),
            EntryKind::Note | EntryKind::Good | EntryKind::Concern | EntryKind::FollowUp => {
                indented(free_text(&entry.text, Style::BODY))
            }
        };
        if let Some(Block::Para(first)) = paras.first_mut() {
            first.mark = Some(mark);
            first.before = if place == 0 { 2.0 } else { 4.0 };
        }
        blocks.append(&mut paras);
    }
}
