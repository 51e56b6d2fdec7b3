//! What a packet says because of who reads it: its title, what was left out, what a candidate is told, the log.

use workbench_domain::packet::{Audience, OwnCopy, Packet, PacketLog, PacketRule, Section};

use crate::{
    blocks::{Block, Cell, Para, Span, Style, Table, free_text, isolate},
    display::Ink,
    packet_blocks::{cell, heading, row, section},
    paginate::BLOCK,
    question_blocks::one_line,
    wording,
};

/// What the document is.
pub(crate) fn title(audience: Audience) -> &'static str {
    match audience {
        Audience::Panel => "Hiring packet",
        Audience::Hr => "Personnel file of a hiring",
        Audience::Candidate => "What is kept about you",
        Audience::Blind => "Hiring packet, names hidden",
    }
}

/// Who may read it.
pub(crate) fn readers(audience: Audience) -> &'static str {
    match audience {
        Audience::Panel => "Confidential: for the hiring panel",
        Audience::Hr => "Confidential: for the personnel department",
        Audience::Candidate => "Confidential: your own copy",
        Audience::Blind => "Confidential: the reader must not know whose it is",
    }
}

/// Which parts are not in it, so that nobody takes them for missing.
pub(crate) fn left_out(packet: &Packet) -> Option<Block> {
    let names: Vec<&str> = packet
        .without
        .iter()
        // Nobody signs their own copy.
        .filter(|section| packet.audience != Audience::Candidate || **section != Section::Signatures)
        .map(|section| match section {
            Section::Reasons => "reasons",
            Section::Ratings => "ratings by competency",
            Section::Scorecards => "scorecards question by question",
            Section::Notes => "notes and quotes",
            Section::Signatures => "signatures",
            Section::Log => "the log",
        })
        .collect();
    (!names.is_empty()).then(|| {
        let spans =
            vec![Span::new("Left out by choice:  ", Style::TABLE.strong()), Span::new(names.join(", "), Style::TABLE)];
        Block::Para(Para::new(spans).before(4.0))
    })
}

/// What a candidate is told who asked for everything that is kept about them.
pub(crate) fn own_copy(packet: &Packet, blocks: &mut Vec<Block>) {
    let Some(own) = &packet.own_copy else { return };
    blocks.push(heading("About this copy"));
    let composite = "For each interviewer and competency, the mean of the questions that were rated, from 1 to 5. For each \
                     competency, the mean over the interviewers. The composite is the mean of these, weighted as the role \
                     weighs its competencies. Notes, signals and recommendations enter none of it, and no computer decides.";
    let anchors = "The descriptions of each rating level and the signals that nobody noted: they say how to answer the \
                   questions, and nothing about you.";
    let mut rows = vec![line("You asked on", &day(own.requested_on)), line("To be answered by", &day(own.answer_by))];
    rows.retain(|(_, words)| !words.is_empty());
    rows.extend([line("Why it was written", &own.purpose), line("Where it is from", &own.source)]);
    rows.extend([line("Who can read it", &own.recipients), line("How long it is kept", &kept(packet))]);
    rows.extend([line("How the composite is made", composite), line("Left out", anchors)]);
    rows.extend(names(own));
    let rows = rows.into_iter().map(|(label, words)| {
        row(vec![cell(label, Style::TABLE.strong()), Cell::Paras(free_text(&words, Style::TABLE))])
    });
    blocks.push(Block::Table(Table {
        widths: vec![110.0, BLOCK.0 - 110.0],
        head: Vec::new(),
        rows: rows.collect(),
        rules: true,
        before: 4.0,
    }));
}

fn line(label: &'static str, words: &str) -> (&'static str, String) {
    (label, words.to_owned())
}

fn day(date: Option<jiff::civil::Date>) -> String {
    date.map_or_else(String::new, |date| wording::date(date.at(0, 0, 0, 0)))
}

/// How long it is kept: what the candidate was told, and by which rule; nothing is said twice.
fn kept(packet: &Packet) -> String {
    let told =
        packet.retention.as_deref().map(|words| format!("You were told: {}.", one_line(words).trim_end_matches('.')));
    let rule = packet.rule.as_ref().map(|rule| {
        let facts = rule_facts(rule).into_iter().map(|(label, words)| format!("{label}: {words}"));
        facts.collect::<Vec<_>>().join("\n")
    });
    let none = || "No retention rule is set, and nothing was said about it.".to_owned();
    let all: Vec<String> = told.into_iter().chain(rule).collect();
    if all.is_empty() { none() } else { all.join("\n") }
}

/// The rule, where it is written, when its clock began and until when it runs.
fn rule_facts(rule: &PacketRule) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        ("Rule", format!("{}: {}", one_line(&rule.title), rule.words())),
        ("Source", format!("{} (read on {})", one_line(&rule.source), day(Some(rule.read_on)))),
    ];
    if let Some(kept) = &rule.kept {
        facts.push(("Counted from", format!("{}, {}", day(Some(kept.from)), kept.start.words())));
        let held = wording::count(kept.held_days, "day", "days");
        let added = if kept.held_days == 0 { String::new() } else { format!(", with {held} of legal hold") };
        facts.push(("Kept until", format!("{}{added}", day(Some(kept.until)))));
    }
    if rule.held {
        facts.push(("Legal hold", "Nothing is erased until it is lifted".to_owned()));
    }
    facts
}

/// How long it is kept, for the personnel file.
fn retention(packet: &Packet, blocks: &mut Vec<Block>) {
    blocks.push(heading("How long it is kept"));
    let mut facts =
        packet.rule.as_ref().map_or_else(|| vec![("Rule", "No retention rule is set".to_owned())], rule_facts);
    facts.extend(packet.retention.as_deref().map(|words| ("The candidate was told", one_line(words))));
    let rows = facts.into_iter().map(|(label, words)| {
        row(vec![cell(label, Style::TABLE.strong()), Cell::Paras(free_text(&words, Style::TABLE))])
    });
    let widths = vec![130.0, BLOCK.0 - 130.0];
    blocks.push(Block::Table(Table { widths, head: Vec::new(), rows: rows.collect(), rules: true, before: 4.0 }));
}

fn names(own: &OwnCopy) -> Option<(&'static str, String)> {
    own.names_left_out.as_ref().map(|reason| ("Names left out", format!("The interviewers': {reason}")))
}

/// What the personnel file has beyond the panel's packet: every deviation, and the log.
pub(crate) fn file(packet: &Packet, blocks: &mut Vec<Block>) {
    if packet.audience != Audience::Hr {
        return;
    }
    blocks.push(Block::NewPage);
    blocks.push(section("Deviations and log"));
    blocks.push(Block::Para(Para::text("Deviations and log", Style::H1).with_next()));
    retention(packet, blocks);
    deviations(packet, blocks);
    if !packet.without.contains(&Section::Log) {
        log(&packet.log, blocks);
    }
}

fn deviations(packet: &Packet, blocks: &mut Vec<Block>) {
    blocks.push(heading("Questions not asked as the kit has them"));
    let label = |text: &str| cell(text, Style::LABEL);
    let mut rows = Vec::new();
    for card in &packet.scorecards {
        let name = packet.panel.get(card.member).map_or("", |member| member.interviewer.as_str());
        for answer in card.answers.iter().map(|one| &one.answer) {
            let Some(deviation) = &answer.deviation else { continue };
            rows.push(row(vec![
                cell(isolate(name), Style::TABLE.strong()),
                cell(format!("{}. {}", answer.number, isolate(&answer.title)), Style::TABLE),
                cell(deviation.kind.word(), Style::TABLE),
                Cell::Paras(free_text(&deviation.reason, Style::TABLE)),
            ]));
        }
    }
    if rows.is_empty() {
        let none = if packet.without.contains(&Section::Scorecards) {
            "They stand in the scorecards, which are left out."
        } else {
            "None is recorded."
        };
        return blocks.push(Block::Para(Para::text(none, Style::BODY)));
    }
    blocks.push(Block::Table(Table {
        widths: vec![100.0, 160.0, 60.0, BLOCK.0 - 320.0],
        head: vec![row(vec![label("Interviewer"), label("Question"), label("Deviation"), label("Why")])],
        rows,
        rules: true,
        before: 4.0,
    }));
}

fn log(lines: &[PacketLog], blocks: &mut Vec<Block>) {
    blocks.push(heading("The log of decisive acts"));
    let note = "Each line of the log names the hash of the line before, so that a changed line shows. Here stand those about \
                this candidate; who acted was chosen at the laptop, and not verified.";
    blocks.push(Block::Para(Para::text(note, Style::SMALL).with_next()));
    if lines.is_empty() {
        return blocks.push(Block::Para(Para::text("Nothing is logged about this candidate.", Style::BODY)));
    }
    let label = |text: &str| cell(text, Style::LABEL);
    let rows = lines.iter().map(|line| {
        row(vec![
            cell(line.sequence.to_string(), Style::TABLE.ink(Ink::Quiet)),
            cell(wording::moment(line.at), Style::TABLE),
            cell(isolate(&line.actor), Style::TABLE.strong()),
            cell(line.act.words(), Style::TABLE),
            cell(wording::short_id(&line.hash), Style::TINY),
        ])
    });
    blocks.push(Block::Table(Table {
        widths: vec![36.0, 110.0, 110.0, BLOCK.0 - 336.0, 80.0],
        head: vec![row(vec![label("Line"), label("When"), label("Who"), label("What"), label("Hash")])],
        rows: rows.collect(),
        rules: true,
        before: 4.0,
    }));
}
