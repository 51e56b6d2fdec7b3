//! The first page of a packet: what is to be decided, what it rests on, and what is missing.

use workbench_domain::{
    compare::{CautionFact, MissedMustHave},
    packet::{Fairness, MatrixRow, Packet, PanelMember},
    rating::Level,
    scorecard::Recommendation,
    shared::together,
};

use crate::{
    audience_blocks,
    blocks::{Align, Block, Cell, Para, Span, Style, Table, isolate},
    decision_blocks,
    display::Ink,
    first_reasons,
    labels::Say,
    packet_blocks::{cell, flags, heading, no_scorecard, quoted, recommendation, row},
    paginate::BLOCK,
    retention_blocks,
    scorecard_blocks::unrated,
    wording,
};

/// The candidate, the decision, the panel and its reasons.
pub(crate) fn blocks(packet: &Packet, id: &str, say: Say, blocks: &mut Vec<Block>) {
    let submitted = packet.panel.iter().filter(|member| member.submitted_at.is_some()).count();
    let all = packet.panel.len();
    blocks.push(Block::Table(Table {
        widths: vec![BLOCK.0 / 2.0, BLOCK.0 / 2.0],
        head: Vec::new(),
        rows: vec![row(vec![
            cell(audience_blocks::title(packet.audience, say), Style::LABEL.ink(Ink::Accent)),
            Cell::Paras(vec![
                Para::text(audience_blocks::readers(packet.audience, say), Style::LABEL).align(Align::Right),
            ]),
        ])],
        rules: false,
        before: 0.0,
    }));
    blocks.push(Block::Para(Para::text(packet.candidate.as_str(), Style::NAME).before(6.0)));
    blocks.extend(
        packet.beside.as_ref().map(|beside| Block::Para(Para::text(isolate(beside), Style::TABLE).before(1.0))),
    );
    blocks.push(Block::Para(Para::text(packet.role.as_str(), Style::H2.ink(Ink::Quiet)).before(1.0)));
    let mut inside = decision_blocks::decision(packet, say);
    inside.extend(missing(packet, say));
    if !inside.is_empty() {
        blocks.push(Block::Boxed { ground: Ink::Tint, bar: Ink::Accent, before: 14.0, blocks: inside });
    }
    let facts = [
        ("summary.made", vec![say.moment(packet.made_at)]),
        (
            "summary.scorecards",
            vec![match all {
                0 => say.text("summary.none_yet").to_owned(),
                all => say.with("summary.submitted_of", &[("n", &submitted), ("all", &all)]),
            }],
        ),
        ("summary.keep_until", retention_blocks::keep_until(packet, say)),
        ("summary.packet", vec![id.to_owned()]),
    ];
    let fact = |(key, values): &(&'static str, Vec<String>)| {
        let mut paras = vec![Para::text(say.text(key), Style::LABEL)];
        // What is said about the value is smaller.
        let style = |place| if place == 0 { Style::TABLE } else { Style::TINY };
        paras.extend(values.iter().enumerate().map(|(place, value)| Para::text(value.as_str(), style(place))));
        Cell::Paras(paras)
    };
    blocks.push(Block::Table(Table {
        widths: vec![BLOCK.0 / 4.0; 4],
        head: Vec::new(),
        rows: vec![row(facts.iter().map(fact).collect())],
        rules: false,
        before: 12.0,
    }));
    if let Some(together) = together(&packet.imported) {
        blocks.push(heading(say.text("summary.imported")));
        let first = say.together("imported.together", &together);
        let lines = std::iter::once(first).chain(packet.imported.iter().map(|one| say.imported(one)));
        blocks.extend(lines.map(|line| Block::Para(Para::text(line, Style::TABLE).before(3.0))));
    }
    if !packet.panel.is_empty() {
        blocks.push(heading(say.text("panel.heading")));
        blocks.push(Block::Table(panel(packet, say)));
    }
    blocks.extend(packet.fairness.as_ref().map(|of| fairness(of, say)));
    blocks.extend(must_haves(packet, say));
    blocks.extend(audience_blocks::left_out(packet, say));
    audience_blocks::own_copy(packet, say, blocks);
    first_reasons::blocks(packet, say, blocks);
    words_of_each(packet, say, blocks);
}

/// How alike the candidate was treated, in one line.
fn fairness(of: &Fairness, say: Say) -> Block {
    let mut facts = vec![
        say.with(
            "fairness.same_kit",
            &[("n", &of.same_kit), ("interviews", &say.count("count.interview", of.interviews))],
        ),
        say.with("fairness.required", &[("n", &of.required_asked), ("all", &of.required)]),
    ];
    facts.push(match (of.reworded, of.dropped) {
        (0, 0) => say.text("fairness.no_deviations").to_owned(),
        (reworded, dropped) => {
            let kinds = [(reworded, "deviation.some_reworded"), (dropped, "deviation.some_skipped")];
            let kinds = kinds.into_iter().filter(|(number, _)| *number > 0);
            let kinds: Vec<String> = kinds.map(|(number, key)| say.with(key, &[("n", &number)])).collect();
            let all = say.count("count.deviation", reworded + dropped);
            say.with("fairness.deviations", &[("deviations", &all), ("kinds", &say.list(&kinds))])
        }
    });
    facts.push(say.text(if of.adjusted { "fairness.adjusted" } else { "fairness.not_adjusted" }).to_owned());
    facts.extend(of.days.map(|days| say.with("fairness.days", &[("days", &say.count("count.day", days))])));
    Block::Para(
        Para::new(vec![
            Span::new(format!("{}  ", say.text("fairness.heading")), Style::TABLE.strong()),
            Span::new(facts.join("  ·  "), Style::TABLE),
        ])
        .before(10.0),
    )
}

/// The levels that the role asks for, and which of them are not reached; nothing where it asks for none.
fn must_haves(packet: &Packet, say: Say) -> Option<Block> {
    let asked = packet.matrix.iter().filter_map(|row| Some((row, row.competency.must_have?)));
    let asked: Vec<(&MatrixRow, Level)> = asked.filter(|_| !packet.scorecards.is_empty()).collect();
    let short =
        |(row, level): &(&MatrixRow, Level)| row.figure.mean.is_none_or(|mean| mean < f64::from(level.number()));
    let missed = asked.iter().filter(|one| short(one)).map(|(row, level)| {
        let (competency, mean) = (row.competency.name.clone(), row.figure.mean);
        say.caution(&CautionFact::Missed(MissedMustHave { competency, level: *level, mean }))
    });
    let missed: Vec<String> = missed.collect();
    if asked.is_empty() {
        return None;
    }
    let (head, ink) = match missed.is_empty() {
        true => (say.text("summary.must_haves"), Ink::Text),
        false => (say.text("summary.must_haves_missed"), Ink::Flag),
    };
    let words = if missed.is_empty() { say.text("summary.must_haves_met").to_owned() } else { missed.join("  ") };
    let spans = vec![Span::new(format!("{head}  "), Style::TABLE.strong().ink(ink)), Span::new(words, Style::TABLE)];
    Some(Block::Para(Para::new(spans).before(4.0)))
}

/// That scorecards are missing, and whose.
fn missing(packet: &Packet, say: Say) -> Option<Block> {
    let names: Vec<String> = packet
        .panel
        .iter()
        .filter(|member| member.submitted_at.is_none())
        .map(|member| isolate(&member.interviewer))
        .collect();
    let (all, open) = (packet.panel.len(), names.len());
    let who = say.list(&names);
    let none_yet = || say.text("summary.no_scorecard_yet").to_owned();
    let (head, rest) = match (all, open) {
        (0, _) => (none_yet(), say.text("summary.no_interview").to_owned()),
        (_, 0) => return None,
        (1, 1) => (none_yet(), say.with("summary.one_missing", &[("who", &who)])),
        (all, open) if all == open => (none_yet(), say.with("summary.all_missing", &[("all", &all), ("who", &who)])),
        (all, open) => (
            say.with("summary.interim", &[("n", &(all - open)), ("all", &all)]),
            say.with("summary.some_missing", &[("who", &who)]),
        ),
    };
    Some(Block::Para(Para::new(vec![
        Span::new(head, Style::BODY.strong().ink(Ink::Flag)),
        Span::new(format!("  {rest}"), Style::BODY),
    ])))
}

/// How many questions have a level, and why the others have none.
fn rated(member: &PanelMember, say: Say) -> Cell {
    let coverage = &member.coverage;
    let mut paras =
        vec![Para::text(say.with("panel.of", &[("n", &coverage.rated), ("all", &coverage.questions)]), Style::TABLE)];
    paras.extend(unrated(coverage, say).into_iter().map(|words| Para::text(words, Style::TINY)));
    Cell::Paras(paras)
}

/// When it was held, and whether its notes are from paper.
fn held(member: &PanelMember, say: Say) -> Cell {
    let mut paras = vec![Para::text(say.date(member.held_at), Style::TABLE)];
    if member.written_at.is_some() {
        paras.push(Para::text(say.text("panel.written_afterwards"), Style::TINY));
    }
    Cell::Paras(paras)
}

fn panel(packet: &Packet, say: Say) -> Table {
    let label = |key: &'static str| cell(say.text(key), Style::LABEL);
    let right = |text: String, style| Cell::Paras(vec![Para::text(text, style).align(Align::Right)]);
    let head = row(vec![
        label("panel.interviewer"),
        label("panel.kit"),
        label("panel.held"),
        right(say.text("panel.minutes").to_owned(), Style::LABEL),
        label("panel.recommends"),
        label("panel.questions_rated"),
        label("panel.red_flags"),
    ]);
    let rows = packet.panel.iter().map(|member| {
        let mut cells = vec![
            cell(isolate(&member.interviewer), Style::TABLE.strong()),
            cell(kit(member, say), Style::TABLE),
            held(member, say),
            if member.written_at.is_some() && member.spent_seconds == 0 {
                right(say.text("panel.not_kept").to_owned(), Style::TABLE.ink(Ink::Quiet))
            } else {
                right(say.whole(wording::minutes(member.spent_seconds)), Style::TABLE)
            },
        ];
        if member.submitted_at.is_some() {
            cells.push(Cell::Paras(recommended(member, say)));
            cells.push(rated(member, say));
            cells.push(flags(member.red_flags, say));
        } else {
            cells.push(cell(say.text("panel.not_submitted"), Style::TABLE.ink(Ink::Flag)));
            cells.extend([no_scorecard(say), no_scorecard(say)]);
        }
        row(cells)
    });
    let widths = vec![78.0, 96.0, 86.0, 42.0, 70.0, 66.0, 43.89];
    Table { widths, head: vec![head], rows: rows.collect(), rules: true, before: 4.0 }
}

/// "Senior Python: depth, version 3".
pub(crate) fn kit(member: &PanelMember, say: Say) -> String {
    say.with("panel.kit_version", &[("kit", &isolate(&member.kit)), ("version", &member.kit_version)])
}

/// What is said now, where the recommendation that counts was amended.
pub(crate) fn later(first: Option<Recommendation>, amended: Option<Recommendation>, say: Say) -> Option<String> {
    let newest = amended?;
    let changed = first != Some(newest);
    Some(match changed {
        true => say.with("panel.later", &[("recommendation", &say.recommendation(newest))]),
        false => say.text("panel.amended_later").to_owned(),
    })
}

/// The recommendation that counts and, where it was amended, what it says now.
fn recommended(member: &PanelMember, say: Say) -> Vec<Para> {
    let mut paras = vec![Para::text(recommendation(member, say), Style::TABLE.strong())];
    paras.extend(
        later(member.recommendation, member.amended, say).map(|words| Para::text(words, Style::TINY.ink(Ink::Flag))),
    );
    paras
}

/// Why each recommends what they do.
fn words_of_each(packet: &Packet, say: Say, blocks: &mut Vec<Block>) {
    let written: Vec<&PanelMember> = packet.panel.iter().filter(|member| !member.reason.is_empty()).collect();
    if written.is_empty() {
        return;
    }
    blocks.push(heading(say.text("summary.their_reasons")));
    for (place, member) in written.into_iter().enumerate() {
        let mut head = vec![
            Span::new(isolate(&member.interviewer), Style::TABLE.strong()),
            Span::new(format!("   {}", recommendation(member, say)), Style::TABLE.strong().ink(Ink::Accent)),
        ];
        head.extend(
            later(member.recommendation, member.amended, say)
                .map(|words| Span::new(format!("   {words}"), Style::TINY.ink(Ink::Flag))),
        );
        blocks.push(Block::Para(Para::new(head).before(if place == 0 { 4.0 } else { 10.0 }).with_next()));
        blocks.extend(quoted(&member.reason, 0.0, say));
    }
}
