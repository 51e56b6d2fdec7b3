//! The log of decisive acts in the personnel file.

use workbench_domain::{log::Act, packet::PacketLog};

use crate::{
    blocks::{Block, Cell, Para, Row, Style, Table, isolate},
    display::Ink,
    labels::Say,
    packet_blocks::{cell, heading, row},
    paginate::BLOCK,
    wording,
};

/// The log, oldest first.
pub(crate) fn log(lines: &[PacketLog], say: Say, blocks: &mut Vec<Block>) {
    blocks.push(heading(say.text("file.log")));
    blocks.push(Block::Para(Para::text(say.text("file.log_note"), Style::SMALL).with_next()));
    if lines.is_empty() {
        return blocks.push(Block::Para(Para::text(say.text("file.log_empty"), Style::BODY)));
    }
    let told = told(lines);
    if told.len() < lines.len() {
        blocks.push(Block::Para(Para::text(say.text("file.log_together"), Style::SMALL).before(2.0).with_next()));
    }
    let label = |key: &'static str| cell(say.text(key), Style::LABEL);
    blocks.push(Block::Table(Table {
        widths: vec![44.0, 118.0, 110.0, BLOCK.0 - 352.0, 80.0],
        head: vec![row(vec![
            label("file.line"),
            label("file.when"),
            label("file.who"),
            label("file.what"),
            label("file.hash"),
        ])],
        rows: told.iter().map(|together| line(together, say)).collect(),
        rules: true,
        before: 4.0,
    }));
}

/// Whether it is done often, and once more says little: a file was written. What was seen first, judged, decided, corrected, held
/// or handed to the person always has a line of its own.
fn is_export(act: Act) -> bool {
    matches!(act, Act::PacketExport | Act::ComparisonExport | Act::ScorecardExport)
}

/// The lines that are told in one, oldest first: exports of one kind by one person on one day, as long as nothing else came between,
/// so that it is seen whether an amendment came before or after them.
fn told(lines: &[PacketLog]) -> Vec<Vec<&PacketLog>> {
    let goes_on = |one: &PacketLog, next: &PacketLog| {
        is_export(one.act) && is_export(next.act) && one.actor == next.actor && one.at.date() == next.at.date()
    };
    let mut told: Vec<Vec<&PacketLog>> = Vec::new();
    for run in lines.chunk_by(goes_on) {
        let from = told.len();
        for line in run {
            match told[from..].iter_mut().find(|together| together.iter().all(|one| one.act == line.act)) {
                Some(together) => together.push(line),
                None => told.push(vec![line]),
            }
        }
    }
    told
}

fn line(together: &[&PacketLog], say: Say) -> Row {
    let [first, .., last] = together else {
        return row(together.iter().flat_map(|one| single(one, say)).collect());
    };
    let [_, _, who, _, _] = single(first, say);
    let (from, to) = (say.moment(first.at), say.moment_of(first.at, last.at));
    let when = if first.at.duration_until(last.at).as_secs() < 60 && from.ends_with(&to) {
        from
    } else {
        say.with("file.from_to", &[("from", &from), ("to", &to)])
    };
    let times = u32::try_from(together.len()).unwrap_or(u32::MAX);
    let hash = |of: &PacketLog| Para::text(wording::short_id(&of.hash), Style::TINY);
    row(vec![
        cell(
            say.with("list.range", &[("from", &first.sequence), ("to", &last.sequence)]),
            Style::TABLE.ink(Ink::Quiet),
        ),
        cell(when, Style::TABLE),
        who,
        cell(say.count_with("file.times", times, &[("act", &say.act(first.act))]), Style::TABLE),
        Cell::Paras(vec![hash(first), hash(last)]),
    ])
}

fn single(line: &PacketLog, say: Say) -> [Cell; 5] {
    [
        cell(line.sequence.to_string(), Style::TABLE.ink(Ink::Quiet)),
        cell(say.moment(line.at), Style::TABLE),
        cell(isolate(&line.actor), Style::TABLE.strong()),
        cell(say.act(line.act), Style::TABLE),
        cell(wording::short_id(&line.hash), Style::TINY),
    ]
}
