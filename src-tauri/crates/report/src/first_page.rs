//! The first page of a packet: what is to be decided, what it rests on, and what is missing.

use workbench_domain::packet::{Fairness, Packet, PanelMember};

use crate::{
    audience_blocks,
    blocks::{Align, Block, Cell, Para, Span, Style, Table, isolate},
    decision_blocks,
    display::Ink,
    packet_blocks::{cell, flags, heading, no_scorecard, quoted, recommendation, row},
    paginate::BLOCK,
    question_blocks::one_line,
    reason_blocks,
    scorecard_blocks::unrated,
    wording,
};

/// The candidate, the decision, the panel and its reasons.
pub(crate) fn blocks(packet: &Packet, id: &str, blocks: &mut Vec<Block>) {
    let submitted = packet.panel.iter().filter(|member| member.submitted_at.is_some()).count();
    let all = packet.panel.len();
    blocks.push(Block::Table(Table {
        widths: vec![BLOCK.0 / 2.0, BLOCK.0 / 2.0],
        head: Vec::new(),
        rows: vec![row(vec![
            cell(audience_blocks::title(packet.audience), Style::LABEL.ink(Ink::Accent)),
            Cell::Paras(vec![Para::text(audience_blocks::readers(packet.audience), Style::LABEL).align(Align::Right)]),
        ])],
        rules: false,
        before: 0.0,
    }));
    blocks.push(Block::Para(Para::text(packet.candidate.as_str(), Style::NAME).before(6.0)));
    blocks.push(Block::Para(Para::text(packet.role.as_str(), Style::H2.ink(Ink::Quiet)).before(1.0)));
    let mut inside = decision_blocks::decision(packet);
    inside.extend(missing(packet));
    blocks.push(Block::Boxed { ground: Ink::Tint, bar: Ink::Accent, before: 14.0, blocks: inside });
    let facts = [
        ("Made", vec![wording::moment(packet.made_at)]),
        ("Scorecards", vec![if all == 0 { "None yet".to_owned() } else { format!("{submitted} of {all} submitted") }]),
        ("Keep until", keep_until(packet)),
        ("Packet", vec![id.to_owned()]),
    ];
    let fact = |(label, values): &(&str, Vec<String>)| {
        let mut paras = vec![Para::text(*label, Style::LABEL)];
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
    if !packet.imported.is_empty() {
        blocks.push(heading("Imported scorecards"));
        blocks.extend(
            packet.imported.iter().map(|line| Block::Para(Para::text(line.as_str(), Style::TABLE).before(3.0))),
        );
    }
    if !packet.panel.is_empty() {
        blocks.push(heading("The panel"));
        blocks.push(Block::Table(panel(packet)));
    }
    blocks.extend(packet.fairness.as_ref().map(fairness));
    blocks.extend(audience_blocks::left_out(packet));
    audience_blocks::own_copy(packet, blocks);
    reasons(packet, blocks);
}

/// How alike the candidate was treated, in one line.
fn fairness(of: &Fairness) -> Block {
    let mut facts = vec![
        format!(
            "the round's kit version in {} of {}",
            of.same_kit,
            wording::count(of.interviews, "interview", "interviews")
        ),
        format!("{} of {} required questions asked", of.required_asked, of.required),
    ];
    facts.push(match (of.reworded, of.dropped) {
        (0, 0) => "no deviations".to_owned(),
        (reworded, dropped) => {
            let kinds = [(reworded, "reworded"), (dropped, "dropped")].into_iter().filter(|(number, _)| *number > 0);
            let kinds: Vec<String> = kinds.map(|(number, word)| format!("{number} {word}")).collect();
            let all = wording::count(reworded + dropped, "deviation", "deviations");
            format!("{all} ({})", kinds.join(", "))
        }
    });
    facts.push(format!("adjustments made: {}", if of.adjusted { "yes" } else { "no" }));
    facts.extend(of.days.map(|days| {
        let days = wording::count(days, "day", "days");
        format!("{days} between first and last interview")
    }));
    Block::Para(
        Para::new(vec![Span::new("Fairness:  ", Style::TABLE.strong()), Span::new(facts.join("  ·  "), Style::TABLE)])
            .before(10.0),
    )
}

/// Until when it may be kept: by the rule, and as the candidate was told, which binds whoever reads it.
fn keep_until(packet: &Packet) -> Vec<String> {
    let told =
        packet.retention.as_ref().map(|words| format!("{}, as the candidate was told", isolate(&one_line(words))));
    let Some(rule) = &packet.rule else {
        let none = "No retention rule is set".to_owned();
        return told.into_iter().chain([none]).collect();
    };
    let mut lines: Vec<String> = if rule.held { vec!["The legal hold is lifted".to_owned()] } else { Vec::new() };
    lines.extend(rule.kept.as_ref().map(|kept| wording::date(kept.until.at(0, 0, 0, 0))));
    lines.push(format!("{}, by the rule {}", rule.words(), isolate(&one_line(&rule.title))));
    lines.extend(told);
    lines
}

/// That scorecards are missing, and whose.
fn missing(packet: &Packet) -> Option<Block> {
    let names: Vec<String> = packet
        .panel
        .iter()
        .filter(|member| member.submitted_at.is_none())
        .map(|member| isolate(&member.interviewer))
        .collect();
    let (all, open) = (packet.panel.len(), names.len());
    let (head, rest) = match (all, open) {
        (0, _) => ("No scorecard yet.".to_owned(), "No interview with this candidate has been started.".to_owned()),
        (_, 0) => return None,
        (1, 1) => ("No scorecard yet.".to_owned(), format!("The scorecard by {} is not submitted.", names[0])),
        (all, open) if all == open => {
            let words = format!("None of {all} is submitted. Missing: {}.", names.join(", "));
            ("No scorecard yet.".to_owned(), words)
        }
        (all, open) => {
            let words = format!("Missing: {}. What is missing may change the picture.", names.join(", "));
            (format!("Interim: {} of {all} scorecards submitted.", all - open), words)
        }
    };
    Some(Block::Para(Para::new(vec![
        Span::new(head, Style::BODY.strong().ink(Ink::Flag)),
        Span::new(format!("  {rest}"), Style::BODY),
    ])))
}

/// How many questions have a level, and why the others have none.
fn rated(member: &PanelMember) -> Cell {
    let coverage = &member.coverage;
    let mut paras = vec![Para::text(format!("{} of {}", coverage.rated, coverage.questions), Style::TABLE)];
    paras.extend(unrated(coverage).into_iter().map(|words| Para::text(words, Style::TINY)));
    Cell::Paras(paras)
}

/// When it was held, and whether its notes are from paper.
fn held(member: &PanelMember) -> Cell {
    let mut paras = vec![Para::text(wording::date(member.held_at), Style::TABLE)];
    if member.written_at.is_some() {
        paras.push(Para::text("written down afterwards", Style::TINY));
    }
    Cell::Paras(paras)
}

fn panel(packet: &Packet) -> Table {
    let label = |text: &str| cell(text, Style::LABEL);
    let right = |text: String, style| Cell::Paras(vec![Para::text(text, style).align(Align::Right)]);
    let head = row(vec![
        label("Interviewer"),
        label("Kit"),
        label("Held"),
        Cell::Paras(vec![Para::text("Minutes", Style::LABEL).align(Align::Right)]),
        label("Recommends hiring"),
        label("Questions rated"),
        label("Red flags"),
    ]);
    let rows = packet.panel.iter().map(|member| {
        let mut cells = vec![
            cell(isolate(&member.interviewer), Style::TABLE.strong()),
            cell(format!("{}, version {}", isolate(&member.kit), member.kit_version), Style::TABLE),
            held(member),
            if member.written_at.is_some() && member.spent_seconds == 0 {
                right("not kept".to_owned(), Style::TABLE.ink(Ink::Quiet))
            } else {
                right(wording::minutes(member.spent_seconds).to_string(), Style::TABLE)
            },
        ];
        if member.submitted_at.is_some() {
            cells.push(Cell::Paras(recommended(member)));
            cells.push(rated(member));
            cells.push(flags(member.red_flags));
        } else {
            cells.push(cell("not submitted", Style::TABLE.ink(Ink::Flag)));
            cells.extend([no_scorecard(), no_scorecard()]);
        }
        row(cells)
    });
    let widths = vec![84.0, 78.0, 86.0, 46.0, 68.0, 74.0, 45.89];
    Table { widths, head: vec![head], rows: rows.collect(), rules: true, before: 4.0 }
}

/// What is said now, where the recommendation that counts was amended.
fn later(member: &PanelMember) -> Option<String> {
    let newest = member.amended?;
    let changed = member.recommendation != Some(newest);
    Some(if changed { format!("later: {}", newest.words()) } else { "amended later".to_owned() })
}

/// The recommendation that counts and, where it was amended, what it says now.
fn recommended(member: &PanelMember) -> Vec<Para> {
    let mut paras = vec![Para::text(recommendation(member), Style::TABLE.strong())];
    paras.extend(later(member).map(|words| Para::text(words, Style::TINY.ink(Ink::Flag))));
    paras
}

fn reasons(packet: &Packet, blocks: &mut Vec<Block>) {
    let written: Vec<(usize, &PanelMember)> =
        packet.panel.iter().enumerate().filter(|(_, member)| !member.reason.is_empty()).collect();
    if written.is_empty() {
        return;
    }
    blocks.push(heading("Their reasons, in their words"));
    for (place, (number, member)) in written.into_iter().enumerate() {
        let mut head = vec![
            Span::new(isolate(&member.interviewer), Style::TABLE.strong()),
            Span::new(format!("   {}", recommendation(member)), Style::TABLE.strong().ink(Ink::Accent)),
        ];
        head.extend(later(member).map(|words| Span::new(format!("   {words}"), Style::TINY.ink(Ink::Flag))));
        blocks.push(Block::Para(Para::new(head).before(if place == 0 { 4.0 } else { 10.0 }).with_next()));
        blocks.extend(quoted(&member.reason, 0.0));
        if let Some(card) = packet.scorecards.iter().find(|card| card.member == number) {
            reason_blocks::brief(card, blocks);
        }
    }
}
