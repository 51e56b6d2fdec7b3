//! What a packet says because of who reads it: its title, what was left out, what a candidate is told, the log.

use workbench_domain::{
    answer::Answer,
    packet::{Audience, OwnCopy, Packet, Section},
    rating::Rating,
    record::DeviationKind,
};

use crate::{
    blocks::{Block, Cell, Para, Row, Span, Style, Table, free_text, isolate},
    display::Ink,
    labels::Say,
    log_blocks,
    packet_blocks::{PART, cell, heading, row, section},
    paginate::BLOCK,
    retention_blocks,
};

/// What the document is.
pub(crate) fn title(audience: Audience, say: Say) -> &'static str {
    say.text(match audience {
        Audience::Panel => "document.packet",
        Audience::Hr => "document.hr",
        Audience::Candidate => "document.candidate",
        Audience::Blind => "document.blind",
    })
}

/// Who may read it.
pub(crate) fn readers(audience: Audience, say: Say) -> &'static str {
    say.text(match audience {
        Audience::Panel => "readers.panel",
        Audience::Hr => "readers.hr",
        Audience::Candidate => "readers.candidate",
        Audience::Blind => "readers.blind",
    })
}

/// Which parts are not in it, so that nobody takes them for missing.
pub(crate) fn left_out(packet: &Packet, say: Say) -> Option<Block> {
    let names: Vec<&str> = packet
        .without
        .iter()
        // Where there are none to choose, leaving them out was no choice.
        .filter(|section| !packet.is_never_signed() || **section != Section::Signatures)
        .map(|section| {
            say.text(match section {
                Section::Reasons => "left_out.reasons",
                Section::Ratings => "left_out.ratings",
                Section::Scorecards => "left_out.scorecards",
                Section::Notes => "left_out.notes",
                Section::Signatures => "left_out.signatures",
                Section::Log => "left_out.log",
            })
        })
        .collect();
    (!names.is_empty()).then(|| {
        let head = format!("{}  ", say.text("summary.left_out"));
        let spans = vec![Span::new(head, Style::TABLE.strong()), Span::new(say.list(&names), Style::TABLE)];
        Block::Para(Para::new(spans).before(4.0))
    })
}

/// What a candidate is told who asked for everything that is kept about them.
pub(crate) fn own_copy(packet: &Packet, say: Say, blocks: &mut Vec<Block>) {
    let Some(own) = &packet.own_copy else { return };
    blocks.push(heading(say.text("own_copy.heading")));
    let day = |date: Option<jiff::civil::Date>| date.map_or_else(String::new, |date| say.date(date.at(0, 0, 0, 0)));
    let line = |key: &'static str, words: &str| (say.text(key), words.to_owned());
    let mut rows =
        vec![line("own_copy.asked_on", &day(own.requested_on)), line("own_copy.answer_by", &day(own.answer_by))];
    rows.retain(|(_, words)| !words.is_empty());
    let or = |words: &str, common: &'static str| match words {
        "" => say.text(common).to_owned(),
        words => words.to_owned(),
    };
    rows.extend([
        line("own_copy.purpose", &or(&own.purpose, "own_copy.purpose_words")),
        line("own_copy.source", &or(&own.source, "own_copy.source_words")),
        line("own_copy.recipients", &or(&own.recipients, "own_copy.recipients_words")),
        line("own_copy.kept", &retention_blocks::own_words(packet, say)),
    ]);
    let left_out = say.with("own_copy.left_out_words", &[("mark", &say.text("hidden.left_out"))]);
    rows.extend([
        line("own_copy.composite", say.text("own_copy.composite_words")),
        line("own_copy.left_out", &left_out),
    ]);
    rows.extend(names(own, say));
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

fn names(own: &OwnCopy, say: Say) -> Option<(&'static str, String)> {
    own.names_left_out
        .as_ref()
        .map(|reason| (say.text("own_copy.names"), say.with("own_copy.names_why", &[("reason", reason)])))
}

/// What the personnel file has beyond the panel's packet: every deviation, and the log.
pub(crate) fn file(packet: &Packet, say: Say, blocks: &mut Vec<Block>) {
    if packet.audience != Audience::Hr {
        return;
    }
    blocks.push(Block::NewPart);
    blocks.push(section(say.text("file.section")));
    blocks.push(Block::Para(Para::text(say.text("file.section"), Style::H1).before(PART).with_next()));
    retention_blocks::file(packet, say, blocks);
    deviations(packet, say, blocks);
    if !packet.without.contains(&Section::Log) {
        log_blocks::log(&packet.log, say, blocks);
    }
}

/// A question that was not asked as the kit has it, and who did not.
type NotAsKit<'p> = (&'p str, &'p Answer);
/// A way in which it was not, and which answers are so.
type Kind = (&'static str, fn(&Answer) -> bool);

/// What is told of apart from the others; where there is none of a kind, that is said, so that it agrees with the first page.
fn deviations(packet: &Packet, say: Say, blocks: &mut Vec<Block>) {
    blocks.push(heading(say.text("file.deviations")));
    if packet.scorecards.iter().all(|card| card.answers.is_empty()) {
        let left_out = packet.without.contains(&Section::Scorecards);
        let none = if left_out { "file.in_scorecards" } else { "summary.no_scorecard_yet" };
        return blocks.push(Block::Para(Para::text(say.text(none), Style::BODY)));
    }
    let answers = packet.scorecards.iter().flat_map(|card| {
        let name = packet.panel.get(card.member).map_or("", |member| member.interviewer.as_str());
        card.answers.iter().map(move |one| (name, &one.answer))
    });
    let answers: Vec<NotAsKit<'_>> = answers.collect();
    let kinds: [Kind; 3] = [
        ("file.required_not_asked", |of| of.required && not_asked(of)),
        ("file.optional_not_asked", |of| !of.required && not_asked(of)),
        ("file.reworded", |of| of.deviation.as_ref().is_some_and(|of| of.kind == DeviationKind::Reworded)),
    ];
    let mut rows = Vec::new();
    for (key, is) in kinds {
        let mut label = say.text(key);
        for (name, answer) in answers.iter().filter(|(_, answer)| is(answer)) {
            rows.push(not_as_kit(std::mem::take(&mut label), name, answer, say));
        }
        if !label.is_empty() {
            let none = cell(say.text("file.none"), Style::TABLE.ink(Ink::Quiet));
            rows.push(row(vec![
                cell(label, Style::TABLE.strong()),
                none,
                cell("", Style::TABLE),
                cell("", Style::TABLE),
            ]));
        }
    }
    let label = |key: &'static str| cell(say.text(key), Style::LABEL);
    blocks.push(Block::Table(Table {
        widths: vec![116.0, 100.0, 150.0, BLOCK.0 - 366.0],
        head: vec![row(vec![
            label("file.deviation"),
            label("file.interviewer"),
            label("file.question"),
            label("file.why"),
        ])],
        rows,
        rules: true,
        before: 4.0,
    }));
}

fn not_asked(of: &Answer) -> bool {
    of.rating == Some(Rating::NotAsked) || of.deviation.as_ref().is_some_and(|of| of.kind == DeviationKind::Skipped)
}

fn not_as_kit(label: &str, name: &str, of: &Answer, say: Say) -> Row {
    let title = say.with("question.title", &[("n", &of.number), ("title", &isolate(&of.title))]);
    let why = of.deviation.as_ref().map_or("", |of| of.reason.as_str());
    row(vec![
        cell(label, Style::TABLE.strong()),
        cell(isolate(name), Style::TABLE.strong()),
        cell(title, Style::TABLE),
        Cell::Paras(free_text(why, Style::TABLE)),
    ])
}
