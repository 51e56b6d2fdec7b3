//! The decision on the first page, and the ratings that the panel agreed on.

use workbench_domain::packet::{Audience, Packet, PacketAgreed, PacketDecision};

use crate::{
    blocks::{Block, Cell, Para, Span, Style, Table, free_text, isolate},
    display::Ink,
    labels::Say,
    packet_blocks::{cell, heading, quoted, rating, row},
    paginate::BLOCK,
};

/// What is decided, or that a decision is sought: but not from the candidate, whose own copy it is.
pub(crate) fn decision(packet: &Packet, say: Say) -> Vec<Block> {
    let Some((newest, earlier)) = packet.decisions.split_last() else {
        if packet.audience == Audience::Candidate {
            return Vec::new();
        }
        let sought = say.with(
            "summary.whether_to_hire",
            &[("candidate", &isolate(&packet.candidate)), ("role", &isolate(&packet.role))],
        );
        return vec![line(say.text("summary.decision_sought"), sought)];
    };
    let decision = &newest.decision;
    let mut blocks = vec![line(say.text("summary.decision"), outcome(newest, say))];
    blocks.extend(quoted(&decision.reason, 0.0, say));
    for one in &decision.dissent {
        let head = Para::new(vec![
            Span::new(isolate(&one.name), Style::TABLE.strong()),
            Span::new(format!("  {}", say.text("summary.dissents")), Style::TABLE.strong().ink(Ink::Flag)),
        ]);
        blocks.push(Block::Para(head.before(6.0).with_next()));
        blocks.extend(quoted(&one.words, 0.0, say));
    }
    let recorded = say.with(
        if earlier.is_empty() { "summary.recorded" } else { "summary.recorded_version" },
        &[("when", &say.moment(newest.at)), ("who", &isolate(&newest.by)), ("version", &newest.number)],
    );
    blocks.push(Block::Para(Para::text(recorded, Style::SMALL).before(6.0)));
    for one in earlier.iter().rev() {
        let before = say.with(
            "summary.before",
            &[("version", &one.number), ("when", &say.moment(one.at)), ("outcome", &outcome(one, say))],
        );
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
fn outcome(of: &PacketDecision, say: Say) -> String {
    let decision = &of.decision;
    let mut parts = vec![say.outcome(decision.outcome).to_owned()];
    if !decision.level.is_empty() {
        parts.push(say.with("summary.at_level", &[("level", &isolate(&decision.level))]));
    }
    if !decision.role.is_empty() {
        parts.push(say.with("summary.for_role", &[("role", &isolate(&decision.role))]));
    }
    parts.extend(decision.formula.map(|stance| say.stance(stance).to_owned()));
    say.list(&parts)
}

/// The ratings that the panel agreed on, under the individual ones.
pub(crate) fn agreed(all: &[PacketAgreed], say: Say, blocks: &mut Vec<Block>) {
    if all.is_empty() {
        return;
    }
    blocks.push(heading(say.text("matrix.agreed")));
    blocks.push(Block::Para(Para::text(say.text("matrix.agreed_note"), Style::SMALL).with_next()));
    let label = |key: &'static str| cell(say.text(key), Style::LABEL);
    let rows = all.iter().map(|one| {
        row(vec![
            cell(isolate(&one.competency), Style::TABLE.strong()),
            Cell::Paras(vec![rating(Some(one.rating), None, say)]),
            Cell::Paras(free_text(&one.reason, Style::TABLE)),
        ])
    });
    blocks.push(Block::Table(Table {
        widths: vec![104.0, 110.0, BLOCK.0 - 214.0],
        head: vec![row(vec![label("matrix.competency"), label("matrix.agreed_level"), label("matrix.why")])],
        rows: rows.collect(),
        rules: true,
        before: 4.0,
    }));
}
