//! The decision on the first page, and the ratings that the panel agreed on.

use workbench_domain::packet::{Packet, PacketAgreed, PacketDecision};

use crate::{
    blocks::{Block, Cell, Para, Span, Style, Table, free_text, isolate},
    display::Ink,
    packet_blocks::{cell, heading, quoted, rating, row},
    paginate::BLOCK,
    wording,
};

/// What is decided, or that a decision is sought.
pub(crate) fn decision(packet: &Packet) -> Vec<Block> {
    let Some((newest, earlier)) = packet.decisions.split_last() else {
        let sought = format!("whether to hire {} for {}", isolate(&packet.candidate), isolate(&packet.role));
        return vec![line("Decision sought:", sought)];
    };
    let decision = &newest.decision;
    let mut blocks = vec![line("Decision:", outcome(newest))];
    blocks.extend(quoted(&decision.reason, 0.0));
    for one in &decision.dissent {
        let head = Para::new(vec![
            Span::new(isolate(&one.name), Style::TABLE.strong()),
            Span::new("  dissents:", Style::TABLE.strong().ink(Ink::Flag)),
        ]);
        blocks.push(Block::Para(head.before(6.0).with_next()));
        blocks.extend(quoted(&one.words, 0.0));
    }
    let version = if earlier.is_empty() { String::new() } else { format!(", version {}", newest.number) };
    let recorded = format!("Recorded {} by {}{version}", wording::moment(newest.at), isolate(&newest.by));
    blocks.push(Block::Para(Para::text(recorded, Style::SMALL).before(6.0)));
    for one in earlier.iter().rev() {
        let before = format!("Before, version {} of {}: {}", one.number, wording::moment(one.at), outcome(one));
        blocks.push(Block::Para(Para::text(before, Style::SMALL)));
    }
    blocks
}

fn line(label: &str, words: String) -> Block {
    Block::Para(Para::new(vec![
        Span::new(format!("{label}  "), Style::BODY.strong().ink(Ink::Accent)),
        Span::new(words, Style::BODY.strong()),
    ]))
}

/// "Hire, at mid-level, for Platform, against the formula".
fn outcome(of: &PacketDecision) -> String {
    let decision = &of.decision;
    let mut parts = vec![decision.outcome.words().to_owned()];
    if !decision.level.is_empty() {
        parts.push(format!("at {}", isolate(&decision.level)));
    }
    if !decision.role.is_empty() {
        parts.push(format!("for {}", isolate(&decision.role)));
    }
    parts.extend(decision.formula.map(|stance| stance.words().to_owned()));
    parts.join(", ")
}

/// The ratings that the panel agreed on, under the individual ones.
pub(crate) fn agreed(all: &[PacketAgreed], blocks: &mut Vec<Block>) {
    if all.is_empty() {
        return;
    }
    blocks.push(heading("Agreed in the debrief"));
    let note = "They stand beside the ratings above, replace none of them, and enter no figure.";
    blocks.push(Block::Para(Para::text(note, Style::SMALL).with_next()));
    let label = |text: &str| cell(text, Style::LABEL);
    let rows = all.iter().map(|one| {
        row(vec![
            cell(isolate(&one.competency), Style::TABLE.strong()),
            Cell::Paras(vec![rating(Some(one.rating), None)]),
            Cell::Paras(free_text(&one.reason, Style::TABLE)),
        ])
    });
    blocks.push(Block::Table(Table {
        widths: vec![104.0, 110.0, BLOCK.0 - 214.0],
        head: vec![row(vec![label("Competency"), label("Agreed"), label("Why")])],
        rows: rows.collect(),
        rules: true,
        before: 4.0,
    }));
}
