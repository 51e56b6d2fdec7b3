//! One scorecard: each question with the judgement first and, apart from it, the evidence.

use workbench_domain::{
    answer::{Answer, MarkedLine},
    entry::{Entry as Note, EntryKind},
    meeting::Mode,
    packet::{PacketAnswer, PacketScorecard, PanelMember},
    rating::Rating,
    scorecard::Coverage,
    tick::TickState,
};

use crate::{
    blocks::{Block, Mark, Para, Span, Style, free_text, isolate},
    display::{Entry, Ink},
    packet_blocks::{heading, quoted, recommendation, section},
    wording,
};

/// Where the text of notes and signals begins.
const INDENT: f32 = 92.0;

/// A submitted scorecard, on pages of its own.
pub(crate) fn scorecard(card: &PacketScorecard, member: &PanelMember, blocks: &mut Vec<Block>) {
    let title = format!("Scorecard by {}", isolate(&member.interviewer));
    blocks.push(Block::NewPage);
    blocks.push(section(title.as_str()));
    blocks.push(Block::Para(Para::text(title, Style::H1).with_next()));
    let mut facts = vec![
        format!("{}, version {}", isolate(&member.kit), member.kit_version),
        format!("held {}", wording::moment(member.held_at)),
    ];
    if member.mode == Mode::Afterwards {
        facts.push("written down afterwards".to_owned());
    }
    facts.extend(member.submitted_at.map(|time| format!("submitted {}", wording::moment(time))));
    blocks.push(Block::Para(Para::text(facts.join("  ·  "), Style::SMALL).with_next()));
    let inside = vec![
        Block::Para(Para::new(vec![
            Span::new("Recommends hiring:  ", Style::BODY.ink(Ink::Quiet)),
            Span::new(recommendation(member), Style::BODY.strong()),
        ])),
        Block::Para(Para::text(judged(member), Style::SMALL)),
    ];
    blocks.push(Block::Boxed { ground: Ink::Tint, bar: Ink::Accent, before: 10.0, blocks: inside });
    for answer in &card.answers {
        question(answer, blocks);
    }
    if !card.general.is_empty() {
        blocks.push(Block::Rule { before: 18.0 });
        let title = "Notes on the interview as a whole";
        blocks.push(Block::Entry(Entry { level: 1, title: title.to_owned() }));
        blocks.push(heading(title));
        notes(&card.general, member.mode, blocks);
    }
}

/// How much the scorecard rests on: "14 of 16 questions rated, 1 not asked, 1 could not judge".
fn judged(member: &PanelMember) -> String {
    let all = wording::count(member.coverage.questions, "question", "questions");
    let mut parts = vec![format!("{} of {all} rated", member.coverage.rated)];
    parts.extend(unrated(&member.coverage));
    let flags = match member.red_flags {
        0 => "no red flags noted".to_owned(),
        number => wording::count(number, "red flag noted", "red flags noted"),
    };
    format!("{}  ·  {flags}", parts.join(", "))
}

/// The questions without a level, by the reason why.
pub(crate) fn unrated(coverage: &Coverage) -> Vec<String> {
    let reasons = [
        (coverage.not_asked, "not asked"),
        (coverage.could_not_judge, "could not judge"),
        (coverage.unrated, "not rated"),
    ];
    reasons.into_iter().filter(|(number, _)| *number > 0).map(|(number, words)| format!("{number} {words}")).collect()
}

fn question(of: &PacketAnswer, blocks: &mut Vec<Block>) {
    let answer = &of.answer;
    blocks.push(Block::Rule { before: 18.0 });
    blocks.push(Block::Entry(Entry { level: 1, title: format!("{}. {}", answer.number, isolate(&answer.title)) }));
    blocks.push(Block::Para(
        Para::new(vec![
            Span::new(format!("{}   ", answer.number), Style::H2.ink(Ink::Accent)),
            Span::new(isolate(&answer.title), Style::H2),
        ])
        .before(10.0)
        .with_next(),
    ));
    let planned = format!("{} min planned", answer.planned_minutes);
    let mut facts = vec![
        isolate(&answer.competency),
        match answer.mode {
            Mode::Live => format!("{planned}, {} min spent", wording::minutes(answer.spent_seconds)),
            Mode::Afterwards => planned,
        },
    ];
    if !answer.required {
        facts.push("optional in this kit".to_owned());
    }
    blocks.push(Block::Para(Para::text(facts.join("  ·  "), Style::SMALL).with_next()));
    let mut prompt = free_text(&answer.prompt, Style::BODY);
    if let Some(first) = prompt.first_mut() {
        first.before = 4.0;
    }
    if let Some(last) = prompt.last_mut() {
        last.with_next = true;
    }
    blocks.extend(prompt.into_iter().map(Block::Para));
    blocks.push(Block::Boxed { ground: Ink::Tint, bar: Ink::Accent, before: 8.0, blocks: judgement(of) });
    evidence(answer, blocks);
}

fn judgement(PacketAnswer { answer, referred }: &PacketAnswer) -> Vec<Block> {
    let mut inside = vec![match answer.rating {
        Some(rating @ Rating::Level(level)) => {
            Para::text(rating.words(), Style::BODY.strong()).mark(30.0, Mark::Strip(Some(level.number())))
        }
        Some(missing) => Para::text(missing.words(), Style::BODY.strong()),
        None => Para::text("Not rated", Style::BODY.strong()),
    }];
    if let Some(anchor) = &answer.anchor {
        inside.extend(free_text(anchor, Style::BODY).into_iter().map(|para| para.indent(30.0)));
    }
    for anchor in referred {
        let spans = vec![
            Span::new(format!("{}:  ", anchor.rating.words()), Style::TABLE.strong().ink(Ink::Quiet)),
            Span::new(one_line(&anchor.text), Style::TABLE),
        ];
        inside.push(Para::new(spans).indent(30.0).before(3.0));
    }
    // In one piece: the level on one page and what it says on the next would be read apart.
    let last = inside.len() - 1;
    inside[..last].iter_mut().for_each(|para| para.with_next = true);
    inside.into_iter().map(Block::Para).collect()
}

fn evidence(answer: &Answer, blocks: &mut Vec<Block>) {
    let label = |text: &str| Block::Para(Para::text(text, Style::LABEL).before(10.0).with_next());
    let (heard, missed): (Vec<_>, Vec<_>) = answer.indicators.iter().partition(|line| line.state.is_some());
    let flags: Vec<&MarkedLine> = answer.red_flags.iter().filter(|line| line.state.is_some()).collect();
    if !flags.is_empty() {
        blocks.push(label("Red flags seen"));
        let flag = |line: &&MarkedLine| signal(line, Style::BODY.ink(Ink::Flag), Mark::Flag);
        blocks.extend(flags.iter().map(flag).map(Block::Para));
    }
    if !heard.is_empty() {
        blocks.push(label("Good signals heard"));
        let tick = || Mark::Text(vec![Span::new("✓", Style::BODY.strong().ink(Ink::Accent))]);
        blocks.extend(heard.iter().map(|line| Block::Para(signal(line, Style::BODY, tick()))));
    }
    // Where nothing was asked or judged, that nothing was heard says nothing.
    if !missed.is_empty() && answer.rating.and_then(Rating::level).is_some() {
        blocks.push(label("Good signals not noted"));
        let dash = || Mark::Text(vec![Span::new("–", Style::TABLE.ink(Ink::Quiet))]);
        let line =
            |line: &&MarkedLine| Para::text(one_line(&line.text), Style::TABLE.ink(Ink::Quiet)).mark(15.0, dash());
        blocks.extend(missed.iter().map(line).map(Block::Para));
    }
    if !answer.entries.is_empty() {
        blocks.push(label("Notes"));
        notes(&answer.entries, answer.mode, blocks);
    }
}

fn signal(line: &MarkedLine, style: Style, mark: Mark) -> Para {
    let mut spans = vec![Span::new(one_line(&line.text), style)];
    if line.state == Some(TickState::Prompted) {
        spans.push(Span::new(" (after a probe)", Style::BODY.ink(Ink::Quiet)));
    }
    Para::new(spans).mark(15.0, mark)
}

/// A text that stands in a line of ours.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn notes(entries: &[Note], mode: Mode, blocks: &mut Vec<Block>) {
    for (place, entry) in entries.iter().enumerate() {
        let ink = match entry.kind {
            EntryKind::Good => Ink::Accent,
            EntryKind::Concern => Ink::Flag,
            EntryKind::Note | EntryKind::Quote | EntryKind::FollowUp | EntryKind::Code => Ink::Text,
        };
        let kind = Span::new(entry.kind.word(), Style::TABLE.strong().ink(ink));
        // What was written from paper has no time within the meeting.
        let mark = Mark::Text(match mode {
            Mode::Live => vec![Span::new(format!("{}   ", wording::clock(entry.at_seconds)), Style::SMALL), kind],
            Mode::Afterwards => vec![kind],
        });
        let mut paras: Vec<Block> = if entry.kind == EntryKind::Quote {
            quoted(&entry.text, INDENT)
        } else {
            free_text(&entry.text, Style::BODY).into_iter().map(|para| Block::Para(para.indent(INDENT))).collect()
        };
        if let Some(Block::Para(first)) = paras.first_mut() {
            first.mark = Some(mark);
            first.before = if place == 0 { 2.0 } else { 4.0 };
        }
        blocks.append(&mut paras);
    }
}
